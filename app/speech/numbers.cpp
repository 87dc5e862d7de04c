#include "app/speech/numbers.hpp"

#include <array>

namespace courtyard::speech {
namespace {

constexpr std::array<std::string_view, 10> kDigits{"ling2", "yi1",  "er4", "san1", "si4",
                                                   "wu3",   "liu4", "qi1", "ba1",  "jiu3"};
constexpr std::array<std::string_view, 4> kPlaces{"", "shi2", "bai3", "qian1"};
constexpr std::array<std::string_view, 4> kGroups{"", "wan4", "yi4", "wan4"};

std::string of(int value) { return std::string(kDigits[static_cast<std::size_t>(value)]); }

// A group of four digits. `bare_ten`: 10-19 at the head of a number are shi2, not yi1 shi2.
void group(Syllables& out, std::string_view four, bool bare_ten, bool head) {
    bool zero = false, said = false;
    for (std::size_t i = 0; i < 4; ++i) {
        const int value = four[i] - '0';
        const std::size_t place = 3 - i;
        if (value == 0) {
            zero = said;
            continue;
        }
        if (zero || (!said && !head && place < 3)) out.push_back(of(0));
        zero = false;
        std::string word = of(value);
        if (value == 1 && place >= 2) word = "yi4";                                        // before bai3 and qian1
        if (value == 2 && (place == 3 || (place == 2 && head && !said))) word = "liang3";  // as it is said, not written
        if (!(bare_ten && value == 1 && place == 1 && !said)) out.push_back(word);
        if (place > 0) out.emplace_back(kPlaces[place]);
        said = true;
    }
}

constexpr std::array<std::string_view, 26> kLetters{
    "ei1",     "bi4",  "xi1",      "di4",     "yi4",          "ai2 fu5",     "ji4",  "ei1 qi5",   "ai4",
    "zhei4",   "kei4", "ai2 lou5", "ai2 mu5", "en1",          "ou1",         "pi4",  "kei4 you5", "a1 er5",
    "ai2 si5", "ti4",  "you1",     "wei1",    "da2 bu5 liu5", "ai4 ke5 si5", "wai4", "zei4"};

}  // namespace

std::string digit(char digit, One one) { return digit == '1' && one == One::yao ? "yao1" : of(digit - '0'); }

Syllables digits(std::string_view text, One one) {
    Syllables out;
    for (const char c : text)
        out.push_back(digit(c, one));
    return out;
}

Syllables cardinal(std::string_view text, Two two) {
    while (text.size() > 1 && text[0] == '0')
        text.remove_prefix(1);
    if (text.size() > 16) return digits(text);
    if (text == "2" && two == Two::liang) return {"liang3"};
    if (text.size() == 1) return {of(text[0] - '0')};
    std::string padded(text);
    padded.insert(0, (4 - padded.size() % 4) % 4, '0');
    const std::size_t groups = padded.size() / 4;
    Syllables out;
    bool gap = false;  // a whole group of zeros was left out
    for (std::size_t i = 0; i < groups; ++i) {
        const std::string_view four = std::string_view(padded).substr(i * 4, 4);
        const std::size_t rank = groups - 1 - i;
        if (four == "0000") {
            gap = true;
            // Of a number like 1'0000'0000'0000 the group above still needs its name.
            if (rank == 2 && !out.empty()) out.emplace_back("yi4");
            continue;
        }
        if (gap && !out.empty() && four[0] != '0') out.push_back(of(0));
        gap = false;
        const std::size_t from = out.size();
        group(out, four, out.empty(), out.empty());
        if (rank > 0 && out.size() == from + 1) {
            if (out.back() == "yi1") out.back() = "yi2";  // before wan4 and yi4
            if (out.back() == "er4") out.back() = "liang3";
        }
        if (rank > 0) out.emplace_back(kGroups[rank]);
    }
    return out;
}

Syllables letter(char c) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (c < 'A' || c > 'Z') return {};
    return parse_syllables(kLetters[static_cast<std::size_t>(c - 'A')]);
}

}  // namespace courtyard::speech
