// The payload of a fact's record: one JSON object, keys sorted, no spaces.
//
//   {"after":["<fact>",…],"case":"<case>","fields":{"amount":2400000,"on":"2026-11-23","reasons":"…"}}
//
// "case" is missing in the fact that opens a case. Readers take unknown keys as they come, and fields of a kind that
// they do not know (objects, fractions) as if they were not there: a newer program may have written them.
#pragma once

#include <string>
#include <string_view>

#include "app/cases/fact.hpp"
#include "sync/base/result.hpp"

namespace courtyard::cases {

inline constexpr std::size_t kAfterMax = 64;  // facts that one fact may come after
inline constexpr std::size_t kFieldsMax = 64;
inline constexpr std::size_t kTextsMax = 200;  // texts in one field
inline constexpr std::size_t kFactBytesMax = 1U << 20;

[[nodiscard]] std::string write_fact(const Fact& fact);

// Frame of the record that carried it.
struct FactFrame {
    FactId id;
    base::PersonId author;
    std::string kind;
    base::Instant claimed;
};
// "fact.payload" when it is no such object or exceeds a limit above.
[[nodiscard]] base::Result<Fact> read_fact(const FactFrame& frame, std::string_view payload);

// Fields alone, as courtyardctl takes and shows them.
[[nodiscard]] std::string write_fields(const Fields& fields);

}  // namespace courtyard::cases
