// When somebody who got money is asked how it goes (domain report, section 7). The intervals are the court's own: they
// stand in its pack (rules/revisit.toml); these are the defaults.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/cases/fact.hpp"
#include "app/domain/date.hpp"
#include "app/domain/working_days.hpp"

namespace courtyard::cases {

struct AidCase;
struct Care;
struct Ledger;
struct Step;

struct RevisitRule {
    std::vector<int> days{7, 30, 90, 180, 365};  // R0, R1, …: after the last money was paid
    // A case that got no money and was referred: asked so many days after, as the rows R1 and R2.
    std::vector<int> referred_days{30, 90};
    int supervised_days = 90;  // S1, S2, …: a child's supervised money, until it is used; 0: none
    int linkage_days = 30;     // another court that was asked to aid together answers, where no day was named
    friend bool operator==(const RevisitRule&, const RevisitRule&) = default;
};

struct PlanRow {
    std::string plan;  // "R0" … or "S1" …
    domain::Date due;
    std::optional<FactId> made;               // the revisit that did it
    std::size_t tries = 0;                    // attempts since then that reached nobody
    std::optional<domain::Date> agreed = {};  // the last attempt named another day for it
    // Why nobody is asked for it though it was not made: a later row was made since, or the revisits are over.
    enum class Left : std::uint8_t { No, Passed, Over };
    Left left = Left::No;
    friend bool operator==(const PlanRow&, const PlanRow&) = default;
};

// Urgent aid is money, too: seven days after it somebody asks whether it came and whether anybody asked for a fee (R0,
// and no row besides). As soon as money goes out upon the grant, the plan is counted from that, and its R0 asks about
// both: who was not asked about urgent aid until then is not called twice. Who was is asked about the rest. What is
// granted and was paid as urgent aid in full is asked about once.
//
// By due day. Empty before there is anything to revisit. Of the rows S only those made and the next one: how long money
// lasts nobody knows. A row counts as made by a revisit of that name on or after the day of the last payment: money
// that came back and was paid again is asked about again. Rows that nobody asks for any more stay, and say so.
[[nodiscard]] std::vector<PlanRow> revisit_plan(const AidCase& aid_case, const RevisitRule& rule = {});

// The step that closed the case, and with it what was called for before; none where money came back since, and the case
// waits to be paid again and closed anew.
[[nodiscard]] const Step* closing_step(const AidCase& aid_case);

// A visit ended the plan and nobody has settled that otherwise, or the person died or went away.
[[nodiscard]] bool is_called_off(const Care& care);

// Nobody follows the plan any more: it was called off, or the case has ended. Whoever is only hard to find is still
// looked for.
[[nodiscard]] bool is_plan_over(const AidCase& aid_case);

// Until when it is to be made, the same on every list and page: the day that was agreed on, or that of the plan, moved
// to a working day.
[[nodiscard]] domain::Due due_of(const PlanRow& row, const domain::Calendar& calendar);

inline constexpr std::string_view kFirstRow = "R0";

// Of urgent aid that is out, and was not sent back.
[[nodiscard]] std::optional<domain::Date> urgent_paid_on(const Ledger& ledger);

// The day that the plan is counted from: revisits before it belong to an earlier round. Nothing before there is any.
[[nodiscard]] std::optional<domain::Date> plan_from(const AidCase& aid_case);

// "R" or "S" with a number below 100, or "extra": a revisit out of turn.
[[nodiscard]] bool is_plan(std::string_view plan);

}  // namespace courtyard::cases
