#include <algorithm>

#include "app/pack/toml_lines.hpp"
#include "app/pack/tree.hpp"
#include "sync/base/toml.hpp"

namespace courtyard::pack {

const Tree* Tree::find(std::string_view key) const {
    for (const auto& [name, value] : table) {
        if (name == key) return &value;
    }
    return nullptr;
}

std::size_t Tree::line_at(std::size_t at) const {
    const auto ends = static_cast<std::size_t>(
        std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(std::min(at, text.size())), '\n'));
    return ends < text_lines.size() ? text_lines[ends] : line;
}

namespace {

Tree convert(const toml::node& node, std::string_view file) {
    Tree out;
    out.line = node.source().begin.line;
    if (const auto* table = node.as_table()) {
        out.kind = Tree::Kind::Table;
        for (const auto& [key, value] : *table) {
            Tree part = convert(value, file);
            part.line = key.source().begin.line;
            out.table.push_back({std::string(key.str()), std::move(part)});
        }
    } else if (const auto* list = node.as_array()) {
        out.kind = Tree::Kind::List;
        for (const auto& value : *list)
            out.list.push_back(convert(value, file));
    } else if (const auto* text = node.as_string()) {
        out.kind = Tree::Kind::Text;
        out.text = text->get();
        const bool has_lines = out.text.find('\n') != std::string::npos;
        const toml::source_position from = node.source().begin;
        if (has_lines) out.text_lines = lines_of_text(file, from.line, from.column);
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
    const auto table = base::parse_toml(text);
    line = table ? 0 : table.error().line;
    if (!table) return base::fail("toml", table.error().what);
    return convert(*table, text);
}

}  // namespace courtyard::pack
