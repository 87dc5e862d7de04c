// Repository of single moments and counters that must outlive the process.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "app/store/database.hpp"
#include "sync/base/instant.hpp"
#include "sync/base/result.hpp"

namespace courtyard::store {

inline constexpr std::string_view kTimeFloor = "time_floor";      // no true time can lie before it
inline constexpr std::string_view kLastContact = "last_contact";  // the hub answered us, signed
inline constexpr std::string_view kLastTrial = "last_trial";      // we tried to reach it
inline constexpr std::string_view kNewerRefused =
    "newer_refused";  // the court sends what this program is too old for; 0: no more
inline constexpr std::string_view kFailures = "failures";  // trials in a row without an answer

class Moments {
public:
    explicit Moments(Database& database) : database_(&database) {}

    base::Result<std::optional<std::int64_t>> value(std::string_view name) const;
    base::Result<void> set(std::string_view name, std::int64_t value);
    // Raises only.
    base::Result<void> raise(std::string_view name, std::int64_t value);

private:
    Database* database_;
};

}  // namespace courtyard::store
