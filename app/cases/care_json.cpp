#include <nlohmann/json.hpp>

#include "app/cases/case_json.hpp"

namespace courtyard::cases {

nlohmann::json json_of(const Care& /*care*/) { return nlohmann::json::object(); }

}  // namespace courtyard::cases
