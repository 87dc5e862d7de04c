#include "app/worker/toml_text.hpp"

#include <algorithm>

#include "app/worker/roster_name.hpp"
#include "sync/base/toml.hpp"

namespace courtyard::worker {

std::string toml_text(std::string_view value) {
    std::string out = "\"";
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20 || byte == 0x7f) {
            constexpr char kDigits[] = "0123456789ABCDEF";
            out += "\\u00";
            out += kDigits[byte >> 4];
            out += kDigits[byte & 15];
        } else {
            out += c;
        }
    }
    return out + "\"";
}

std::string toml_line(std::string_view key, std::string_view value) {
    return std::string(key) + " = " + toml_text(value) + "\n";
}

base::Result<FlatToml> parse_flat_toml(const std::string& toml, std::span<const std::string_view> keys,
                                       std::string_view code, std::string_view file,
                                       std::string_view table_read_elsewhere) {
    const auto wrong = [&](const std::string& what) {
        return base::fail(std::string(code), std::string(file) + ": " + what);
    };
    const auto table = base::parse_toml(without_byte_order_mark(toml));
    if (!table) return wrong(table.error().text());
    FlatToml flat;
    // A table's keys count as "table.key"; deeper ones are nobody's.
    std::map<std::string, const toml::node*> nodes;
    for (const auto& [key, node] : *table) {
        const std::string name(key.str());
        const toml::table* inner = node.as_table();
        if (inner == nullptr) {
            nodes.emplace(name, &node);
            continue;
        }
        if (!name.empty() && name == table_read_elsewhere) continue;
        for (const auto& [inner_key, inner_node] : *inner)
            nodes.emplace(name + "." + std::string(inner_key.str()), &inner_node);
        const bool is_known =
            std::any_of(keys.begin(), keys.end(), [&](std::string_view one) { return one.starts_with(name + "."); });
        if (!is_known) return wrong("unknown key " + name);
    }
    for (const auto& [name, found] : nodes) {
        const toml::node& node = *found;
        if (std::find(keys.begin(), keys.end(), name) == keys.end()) return wrong("unknown key " + name);
        const auto value = node.value<std::string>();
        if (!node.is_string() || !value) return wrong(name + " must be a text in quotes");
        flat.values.emplace(name, *value);
    }
    return flat;
}

}  // namespace courtyard::worker
