// Identity numbers and case numbers as another office may have spelt them.
#pragma once

#include <cstdint>
#include <string>

namespace courtyard::test {

inline std::string full_width(const std::string& ascii) {
    std::string out;
    for (const char c : ascii) {
        const auto point = static_cast<unsigned>(c) - 0x20 + 0xFF00;
        out += {static_cast<char>(0xE0 | point >> 12), static_cast<char>(0x80 | (point >> 6 & 0x3F)),
                static_cast<char>(0x80 | (point & 0x3F))};
    }
    return out;
}
// Other spellings of the same, as another office may have them.
inline std::string respelt_person(std::string id, std::uint64_t way) {
    switch (way % 5) {
        case 0: return id.substr(0, 6) + id.substr(8, 9);  // the 15 digits of an old card
        case 1: return full_width(id);
        case 2: return id.substr(0, 6) + " " + id.substr(6, 8) + "-" + id.substr(14);
        case 3:
            if (id.back() == 'X') id.back() = 'x';
            return id;
        default: return id;
    }
}
inline std::string respelt_case(std::uint64_t n, std::uint64_t way) {
    const std::string number = std::to_string(n + 1);
    switch (way % 5) {
        case 0: return "(2026)浙0199执" + number + "号";
        case 1: return "〔２０２６〕浙０１９９执" + full_width(number) + "号";
        case 2: return "【2026】 浙0199 执 000" + number + " 号";
        case 3: return "（2026）浙0199执字第" + number + "号";
        default: return "（2026）浙0199执" + number + "号之二";
    }
}
// Both of what one person has in one case, in one line and in other orders, as another office may have them.
inline std::string two_cases(std::uint64_t first, std::uint64_t second, std::uint64_t way) {
    const std::string one = respelt_case(first, way), two = respelt_case(second, way / 5);
    switch (way % 4) {
        case 0: return one + "、" + two;
        case 1: return "测试县人民法院" + two + "；执行案" + one;
        case 2: return one + " " + two;
        default: return two + "和" + one;
    }
}

}  // namespace courtyard::test
