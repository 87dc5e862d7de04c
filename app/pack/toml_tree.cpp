#include <toml++/toml.h>

#include "app/pack/toml_stray.hpp"
#include "app/pack/tree.hpp"

namespace courtyard::pack {

const Tree* Tree::find(std::string_view key) const {
    for (const auto& [name, value] : table) {
        if (name == key) return &value;
    }
    return nullptr;
}

namespace {

Tree convert(const toml::node& node) {
    Tree out;
    out.line = node.source().begin.line;
    if (const auto* table = node.as_table()) {
        out.kind = Tree::Kind::Table;
        for (const auto& [key, value] : *table) {
            Tree part = convert(value);
            part.line = key.source().begin.line;
            out.table.push_back({std::string(key.str()), std::move(part)});
        }
    } else if (const auto* list = node.as_array()) {
        out.kind = Tree::Kind::List;
        for (const auto& value : *list)
            out.list.push_back(convert(value));
    } else if (const auto* text = node.as_string()) {
        out.kind = Tree::Kind::Text;
        out.text = text->get();
    } else if (const auto* truth = node.as_boolean()) {
        out.kind = Tree::Kind::Bool;
        out.truth = truth->get();
    } else if (const auto* integer = node.as_integer()) {
        out.kind = Tree::Kind::Integer;
        out.integer = integer->get();
    }
    // Floating point numbers, dates and times have no place in a pack: amounts and days are texts. They stay Null and
    // are refused by kind.
    return out;
}

}  // namespace

base::Result<Tree> parse_toml(std::string_view text, std::size_t& line) {
    // With exceptions like every other user of toml++: its parser has one name in both modes and two layouts, so a
    // program that mixes them crashes.
    line = line_of_stray_character(text).value_or(0);
    if (line != 0) {
        return base::fail("toml",
                          "a character beyond ASCII stands where no value is (a full-width sign, perhaps, or a key "
                          "that is not ASCII)");
    }
    try {
        return convert(toml::parse(text));
    } catch (const toml::parse_error& error) {
        line = error.source().begin.line;
        return base::fail("toml", std::string(error.description()));
    }
}

}  // namespace courtyard::pack
