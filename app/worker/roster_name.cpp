#include "app/worker/roster_name.hpp"

#include "app/domain/text.hpp"
#include "sync/mail/roster.hpp"

namespace courtyard::worker {

base::Result<void> check_roster_name(std::string_view name, const std::string& code, const std::string& whose) {
    const auto wrong = [&](const std::string& what) { return base::fail(code, whose + " " + what); };
    const auto points = domain::code_points(name);
    if (!points) return wrong("is not UTF-8 text: save or type it as UTF-8");
    if (domain::trim(name).empty()) return wrong("is empty: it must be a name");
    if (name.size() > mail::kNameBytesMax) {
        return wrong("is too long: it has " + std::to_string(name.size()) + " bytes, and " +
                     std::to_string(mail::kNameBytesMax) + " fit (most Chinese characters take 3)");
    }
    if (!domain::is_plain(*points, domain::Lines::One))
        return wrong("holds a line end or another character that cannot be seen: leave it out");
    if (domain::trim(name).size() != name.size()) return wrong("begins or ends with a blank: leave it out");
    return {};
}

std::string_view without_byte_order_mark(std::string_view text) {
    constexpr std::string_view kMark = "\xEF\xBB\xBF";
    return text.starts_with(kMark) ? text.substr(kMark.size()) : text;
}

std::string_view utf8_start(std::string_view text, std::size_t bytes_max) {
    if (text.size() <= bytes_max) return text;
    std::size_t end = bytes_max;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    return domain::trim(text.substr(0, end));
}

}  // namespace courtyard::worker
