#include "app/pack/tree.hpp"
#include "sync/base/toml.hpp"

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
    const auto table = base::parse_toml(text);
    line = table ? 0 : table.error().line;
    if (!table) return base::fail("toml", table.error().what);
    return convert(*table);
}

}  // namespace courtyard::pack
