// One tree for TOML and JSON, so that the readers of packs and applications know neither library. For app/pack only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sync/base/result.hpp"

namespace courtyard::pack {

struct Tree {
    enum class Kind : std::uint8_t { Null, Bool, Integer, Decimal, Text, List, Table };

    Kind kind = Kind::Null;
    bool truth = false;
    std::int64_t integer = 0;
    std::string text;  // Text; Decimal: the number exactly as written, never through floating point
    std::vector<Tree> list;
    struct Entry;
    std::vector<Entry> table;             // in the order of the file
    std::size_t line = 0;                 // of its key; of its own begin in a list
    std::vector<std::size_t> text_lines;  // TOML only: where each line of a text of several lines stands in the file

    // Where the character at this place of the text stands.
    [[nodiscard]] std::size_t line_at(std::size_t at) const;
    [[nodiscard]] const Tree* find(std::string_view key) const;
};

struct Tree::Entry {
    std::string key;
    Tree value;
};

// "toml" with the line in the message; `line` receives it, too.
[[nodiscard]] base::Result<Tree> parse_toml(std::string_view text, std::size_t& line);

struct JsonLimits {
    std::size_t bytes_max = 0;
    std::size_t depth_max = 0;
};
// Strict JSON (RFC 8259), UTF-8, no key twice in one object, no deeper than `depth_max`: a tree can be walked by
// recursion. `code` is the code of every error; the message has the byte, line and character, or the place
// ("F1.51[2]"); `line`, where it is given, receives the line of what is wrong.
[[nodiscard]] base::Result<Tree> parse_json(std::string_view text, const JsonLimits& limits, std::string_view code,
                                            std::size_t* line = nullptr);
// Overwrites every text of a tree that came from a person.
void wipe(Tree& tree) noexcept;

}  // namespace courtyard::pack
