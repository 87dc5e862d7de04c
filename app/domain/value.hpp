// Values of the expression language of packs.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "app/domain/date.hpp"

namespace courtyard::domain {

// A number in exact hundredths, so that money and counts share one arithmetic: 3 is 300, 12.34 is 1234.
struct Hundredths {
    std::int64_t value = 0;
    friend auto operator<=>(const Hundredths&, const Hundredths&) = default;
};

using Nothing = std::monostate;  // no answer: comparisons with it are false, != is true
struct Value {
    std::variant<Nothing, bool, Hundredths, Date, std::string, std::vector<Value>> is;

    [[nodiscard]] bool has_value() const { return !std::holds_alternative<Nothing>(is); }
    // Truth of a condition: only the boolean true.
    [[nodiscard]] bool is_true() const;
    friend bool operator==(const Value&, const Value&) = default;
};

}  // namespace courtyard::domain
