// What follows the money, as things to be done: revisits that fall due, what the conclusions of a revisit call for, the
// same-day alerts, promises and referrals that somebody must ask about. Reckoned from the case alone: who owes what and
// by when. Today, the calendar and whose name stands on which list are the task list's (tasks.hpp).
//
// Nothing here is ever done by the program: each task names the kind of fact by which a person does it, and a person
// may say that it need not be done ("followup_settled", with reasons).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/cases/aid_case.hpp"
#include "app/cases/revisit_plan.hpp"

namespace courtyard::cases {

// Until a body is asked what became of a referral, where no day was named.
inline constexpr int kReferralAnswerDays = 15;

// When its body is asked: of one that is sent, what came of it; of one that it took on, whether it is done.
[[nodiscard]] domain::Date referral_due(const Referral& referral);

struct NextTask {
    std::string code;      // "refer", "press_promise", …: the pack says it as "task.<code>"
    std::string plan;      // of a revisit: "R0" …; else empty
    std::string outcome;   // of what a revisit concluded: "O3" …; else empty
    FactId from;           // the fact that calls for it: revisit, promise, referral, payment
    std::string_view act;  // the kind of fact by which it is done (act_table.hpp)
    Roles who;             // on whose list it stands; those of them who are on the case
    domain::Date since, due;
    bool same_day = false;  // danger, fees, money that did not come: due on the day itself, before everything else
    std::vector<base::PersonId> not_by = {};  // of those offices, who may not do this one
    bool danger = false;                      // … and somebody may be hurt: before the others of its day
    friend bool operator==(const NextTask&, const NextTask&) = default;
};

// All that is open, by due day; of the same day first what is `same_day`. One task stands once: (code, plan, outcome,
// from) tells two apart.
[[nodiscard]] std::vector<NextTask> next_tasks(const AidCase& aid_case, const RevisitRule& rule = {});

// What a conclusion of form F7 calls for.
struct OutcomeRule {
    std::string_view outcome;  // O1 … O12
    std::string_view code;     // empty: nothing but the next revisit of the plan
    std::string_view act;
    Roles who;
    int days = 0;                             // from the revisit to the day on which it is due; 0: the same day
    std::span<const std::string_view> kinds;  // facts of these kinds, made in knowledge of the revisit, do it
};
[[nodiscard]] std::span<const OutcomeRule> outcome_table();
[[nodiscard]] const OutcomeRule* find_outcome(std::string_view outcome);
// What the form F7 says stands for a conclusion by itself, whoever signs it: money was collected (F7.12: O9, A10), the
// person petitions again (F7.13: O8, A11). What else it tells is weighed by a person, or is an alert.
struct ToldOutcome {
    std::string_view outcome;
    std::string_view code;  // the refusal, before somebody signs it without that conclusion
    bool (*tells)(const Fact&);
};
[[nodiscard]] std::span<const ToldOutcome> told_table();
// Those that this fact tells; none of other kinds.
[[nodiscard]] std::vector<const ToldOutcome*> told_outcomes(const Fact& fact);

// All is well, or over: nobody is asked again.
[[nodiscard]] bool ends_revisits(std::string_view outcome);
// Before everything else, like an alert.
[[nodiscard]] bool is_due_same_day(std::string_view outcome);
// That all is well ends nothing while the grant is still to be decided or paid.
[[nodiscard]] bool is_too_early(std::string_view outcome, Status status);
// The rows of these conclusions that call for something, each once, in the order of the table; unknown ones are left
// out.
[[nodiscard]] std::vector<const OutcomeRule*> next_from(std::span<const std::string> conclusions);

}  // namespace courtyard::cases
