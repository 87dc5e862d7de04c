// A case written out whole: keys sorted, no spaces. Two machines have the same case exactly when this text is the same.
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "app/cases/aid_case.hpp"

namespace courtyard::cases {

[[nodiscard]] std::string write_case(const AidCase& aid_case);

// Each part in its own file (<part>_json.cpp).
[[nodiscard]] nlohmann::json json_of(const Inquiry& inquiry);
[[nodiscard]] nlohmann::json json_of(const Members& members);
[[nodiscard]] nlohmann::json json_of(const Clock& clock);
[[nodiscard]] nlohmann::json json_of(const Ballots& ballots);
[[nodiscard]] nlohmann::json json_of(const Ledger& ledger);
[[nodiscard]] nlohmann::json json_of(const Care& care);

}  // namespace courtyard::cases
