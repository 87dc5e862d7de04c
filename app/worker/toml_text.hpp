// The small settings files of homes and courts: flat TOML, texts only, every key known.
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "sync/base/result.hpp"

namespace courtyard::worker {

// key = "value" and a line end; what TOML needs escaped is.
[[nodiscard]] std::string toml_line(std::string_view key, std::string_view value);
[[nodiscard]] std::string toml_text(std::string_view value);  // with its quotes

struct FlatToml {
    std::map<std::string, std::string, std::less<>> values;
    [[nodiscard]] std::string text(std::string_view key) const {  // empty when absent
        const auto found = values.find(key);
        return found == values.end() ? std::string{} : found->second;
    }
};

// A table is one level deep; its keys are "table.key". Errors have `code` and begin with `file`: where TOML does not
// parse, a key that is not one of `keys`, a value that is no text. `table_read_elsewhere`: the name of a table that is
// passed over.
[[nodiscard]] base::Result<FlatToml> parse_flat_toml(const std::string& toml, std::span<const std::string_view> keys,
                                                     std::string_view code, std::string_view file,
                                                     std::string_view table_read_elsewhere = {});

}  // namespace courtyard::worker
