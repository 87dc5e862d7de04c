#include "app/pack/said_lines.hpp"

#include <algorithm>

#include "app/pack/tree.hpp"

namespace courtyard::pack {

namespace {

void take(const Tree& node, std::map<std::size_t, std::string>& said) {
    for (std::size_t from = 0; from < node.text.size();) {
        const std::size_t end = std::min(node.text.find('\n', from), node.text.size());
        said[node.line_at(from)] += node.text.substr(from, end - from);
        from = end + 1;
    }
    for (const Tree& part : node.list)
        take(part, said);
    for (const auto& [key, part] : node.table)
        take(part, said);
}

}  // namespace

std::map<std::size_t, std::string> said_lines(std::string_view toml) {
    std::map<std::size_t, std::string> said;
    std::size_t line = 0;
    if (const auto root = parse_toml(toml, line)) take(*root, said);
    return said;
}

}  // namespace courtyard::pack
