// Ids as a list of texts, for the parts of case_json.hpp.
#pragma once

#include <nlohmann/json.hpp>

namespace courtyard::cases {

template <class Ids>
[[nodiscard]] nlohmann::json ids_json(const Ids& ids) {
    nlohmann::json out = nlohmann::json::array();
    for (const auto& id : ids)
        out.push_back(id.text());
    return out;
}

}  // namespace courtyard::cases
