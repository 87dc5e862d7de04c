#include <algorithm>
#include <array>

#include "app/cases/next_tasks.hpp"

namespace courtyard::cases {

namespace {

using enum Role;
using Kinds = std::string_view;

constexpr std::array<Kinds, 1> kClosed{"closed"}, kRefer{"referred"}, kLinkage{"linkage_answered"},
    kSupervise{"supervision_set"}, kReport{"recovery_decided"};
constexpr std::array<Kinds, 5> kPress{"promised", "promise_claimed", "promise_confirmed", "promise_overridden",
                                      "promise_extended"};
constexpr std::array<Kinds, 2> kReckon{"enforced", "recovery_decided"}, kGo{"revisit_made", "revisit_tried"};

// The codes of section 7 of the domain report. A body's help is asked for within a week; suspected fraud, a broken
// promise and new harm are not left lying.
constexpr std::array kOutcomes{
    OutcomeRule{"O1", "close", "closed", {Registrar, Caller}, 7, kClosed},
    OutcomeRule{"O2", {}, {}, {}, 0, {}},
    OutcomeRule{"O3", "refer", "referred", {Registrar, Judge, Caller}, 7, kRefer},
    OutcomeRule{"O4", "press_promise", "promised", {Registrar, Judge, Caller}, 7, kPress},
    OutcomeRule{"O5", "ask_linkage", "linkage_asked", {Registrar, Judge}, 7, kLinkage},
    OutcomeRule{"O6", "supervise", "supervision_set", {Registrar, Judge}, 7, kSupervise},
    OutcomeRule{"O7", "report_fraud", "recovery_decided", {Judge, Leader}, 1, kReport},
    OutcomeRule{"O8", "report_broken", "recovery_decided", {Judge, Leader}, 1, kReport},
    OutcomeRule{"O9", "reckon_enforced", "enforced", {Registrar, Judge}, 7, kReckon},
    OutcomeRule{"O10", "visit_home", "revisit_made", {Registrar, Caller}, 7, kGo},
    OutcomeRule{"O11", "new_case", "followup_settled", {Registrar, Judge}, 0, {}},
    OutcomeRule{"O12", "end", "closed", {Registrar, Caller}, 7, kClosed},
};

constexpr std::array kToldOutcomes{
    ToldOutcome{"O8", "revisit.petition", [](const Fact& fact) { return fact.text("petition") == "again"; }},
    ToldOutcome{"O9", "revisit.enforced", [](const Fact& fact) { return fact.money("enforced").value > 0; }},
};

}  // namespace

std::span<const OutcomeRule> outcome_table() { return kOutcomes; }

std::span<const ToldOutcome> told_table() { return kToldOutcomes; }

std::vector<const ToldOutcome*> told_outcomes(const Fact& fact) {
    std::vector<const ToldOutcome*> out;
    if (fact.kind != "revisit_made") return out;
    for (const ToldOutcome& each : kToldOutcomes)
        if (each.tells(fact)) out.push_back(&each);
    return out;
}

const OutcomeRule* find_outcome(std::string_view outcome) {
    const auto found = std::find_if(kOutcomes.begin(), kOutcomes.end(),
                                    [outcome](const OutcomeRule& each) { return each.outcome == outcome; });
    return found == kOutcomes.end() ? nullptr : &*found;
}

bool ends_revisits(std::string_view outcome) {
    const OutcomeRule* rule = find_outcome(outcome);
    return rule != nullptr && rule->act == "closed";
}

bool is_too_early(std::string_view outcome, Status status) {
    return outcome == "O1" && is_before_paying(status) && status != Status::DecidedRefuse;
}

bool is_due_same_day(std::string_view outcome) {
    const OutcomeRule* rule = find_outcome(outcome);
    return rule != nullptr && !rule->code.empty() && rule->days == 0;
}

std::vector<const OutcomeRule*> next_from(std::span<const std::string> conclusions) {
    std::vector<const OutcomeRule*> next;
    for (const OutcomeRule& rule : kOutcomes) {
        const bool said = std::find(conclusions.begin(), conclusions.end(), rule.outcome) != conclusions.end();
        if (said && !rule.code.empty()) next.push_back(&rule);
    }
    return next;
}

}  // namespace courtyard::cases
