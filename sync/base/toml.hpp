// The one door to toml++: every TOML file of Courtyard, packs and settings alike, is parsed here.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <toml++/toml.h>
#include <tl/expected.hpp>

namespace courtyard::base {

struct TomlProblem {
    std::size_t line = 0;  // 1 is the first
    std::string what;      // half a sentence
    // "line 3: what"
    [[nodiscard]] std::string text() const { return "line " + std::to_string(line) + ": " + what; }
};

// Refuses what is no TOML, and what toml++ 3.3 must not be given (toml_stray.hpp).
[[nodiscard]] tl::expected<toml::table, TomlProblem> parse_toml(std::string_view text);

}  // namespace courtyard::base
