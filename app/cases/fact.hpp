// A fact of an aid case: one signed record, opened and read. Facts are added and never changed; a case is the fold of
// them (fold.hpp). What the payload looks like as JSON: fact_json.hpp.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/domain/date.hpp"
#include "app/domain/money.hpp"
#include "sync/base/ids.hpp"
#include "sync/base/instant.hpp"

namespace courtyard::cases {

// A case bears the id of the fact that opened it.
using CaseId = base::RecordId;
using FactId = base::RecordId;

// What stands in a field: yes or no, a whole number (money in fen), a text (also a date as "2026-11-23", a person or a
// fact by its id in hexadecimal, a word of a choice), or several texts.
using FieldValue = std::variant<bool, std::int64_t, std::string, std::vector<std::string>>;
using Fields = std::map<std::string, FieldValue, std::less<>>;

struct Fact {
    FactId id;
    CaseId about;               // the case; in the fact that opens one, its own id
    base::PersonId author;      // who signed it
    std::string kind;           // a row of act_table.hpp, or one of a newer program
    base::Instant claimed;      // the author's clock: breaks ties, proves nothing
    std::vector<FactId> after;  // the newest facts that the author had seen: what the order follows
    Fields fields;
    // On a machine where it came with a clock that was far ahead: the day on which it came (clock_ahead.hpp). Not part
    // of what was signed, and never in a case that is shown or exchanged.
    std::optional<domain::Date> came = {};

    // Of a field that is not there or of another kind: empty, 0, false, nothing.
    [[nodiscard]] std::string_view text(std::string_view field) const;
    [[nodiscard]] std::int64_t number(std::string_view field) const;
    [[nodiscard]] bool yes(std::string_view field) const;
    [[nodiscard]] std::vector<std::string> texts(std::string_view field) const;
    [[nodiscard]] domain::Fen money(std::string_view field) const { return {number(field)}; }
    [[nodiscard]] std::optional<domain::Date> date(std::string_view field) const;
    [[nodiscard]] std::optional<base::PersonId> person(std::string_view field) const;
    [[nodiscard]] std::vector<base::PersonId> persons(std::string_view field) const;
    [[nodiscard]] std::optional<FactId> fact(std::string_view field) const;
    [[nodiscard]] std::vector<FactId> facts(std::string_view field) const;
    [[nodiscard]] bool has(std::string_view field) const { return fields.find(field) != fields.end(); }

    // The day on which what it tells of happened: its field "on", else the day of its author's clock in China.
    // Never after the day on which it came.
    [[nodiscard]] domain::Date day() const { return not_after_it_came(signed_day()); }
    // As its author's clock had it: for what was right or wrong to sign on that day.
    [[nodiscard]] domain::Date signed_day() const;
    [[nodiscard]] domain::Date not_after_it_came(domain::Date day) const { return came ? std::min(day, *came) : day; }

    friend bool operator==(const Fact&, const Fact&) = default;
};

// Why a fact has no effect. It is kept and shown with this; `code` is looked up in the pack as "fact.<code>".
struct Refusal {
    std::string code;  // "role", "member", "status", "field.amount", "vote.double", …
    friend bool operator==(const Refusal&, const Refusal&) = default;
};
using Verdict = std::optional<Refusal>;  // nothing: it is in force
[[nodiscard]] inline Verdict refuse(std::string code) { return Refusal{std::move(code)}; }

}  // namespace courtyard::cases
