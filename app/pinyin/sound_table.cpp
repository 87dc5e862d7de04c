#include "app/pinyin/sound_table.hpp"

#include "app/domain/text.hpp"

namespace courtyard::pinyin {

base::Result<SoundTable> parse_sounds(std::string_view text) {
    SoundTable table;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
        if (line.empty() || line.front() == '#') continue;
        const std::size_t tab = line.find('\t');
        const std::size_t second = tab == std::string_view::npos ? tab : line.find('\t', tab + 1);
        const auto standard =
            tab == std::string_view::npos ? std::nullopt : domain::code_points(line.substr(tab + 1, second - tab - 1));
        const auto other =
            second == std::string_view::npos ? std::u32string{} : domain::code_points(line.substr(second + 1));
        if (tab == 0 || !standard || !other || !table.emplace(line.substr(0, tab), SameSound{*standard, *other}).second)
            return base::fail("sounds.line", "line " + std::to_string(number) +
                                                 " is no sound and its characters; make the table anew with tables.py");
    }
    return table;
}

}  // namespace courtyard::pinyin
