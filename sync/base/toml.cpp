#include "sync/base/toml.hpp"

#include "sync/base/toml_stray.hpp"

namespace courtyard::base {

tl::expected<toml::table, TomlProblem> parse_toml(std::string_view text) {
    if (const auto line = line_of_stray_character(text)) {
        return tl::unexpected(
            TomlProblem{*line,
                        "a character beyond ASCII stands where no value is (a full-width sign, perhaps, or a "
                        "key that is not ASCII)"});
    }
    // With exceptions, as toml++ comes: its parser has one name in both modes and two layouts, so a program that mixes
    // them crashes.
    try {
        return toml::parse(text);
    } catch (const toml::parse_error& error) {
        return tl::unexpected(TomlProblem{error.source().begin.line, std::string(error.description())});
    }
}

}  // namespace courtyard::base
