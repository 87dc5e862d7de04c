// What the laptop's window shows of aid cases: made by the worker from facts, roster, pack and calendar; only looked at
// here.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/cases/aid_case.hpp"
#include "app/cases/clock_ahead.hpp"
#include "app/cases/revisit_plan.hpp"
#include "app/domain/answer.hpp"
#include "app/domain/application_status.hpp"
#include "app/domain/date.hpp"
#include "app/domain/money.hpp"
#include "app/flow/help_view.hpp"
#include "app/pack/help_offers.hpp"
#include "sync/base/ids.hpp"
#include "sync/base/instant.hpp"

namespace courtyard::flow {

// A day on which something is due. Where the working-day calendar of that year is missing, it is only about right.
struct DueDay {
    domain::Date day;
    bool about = false;
    friend bool operator==(const DueDay&, const DueDay&) = default;
};

// One line of the list of cases.
struct CaseRow {
    cases::CaseId id;
    std::string applicant;
    std::string number;  // of the case, empty before filing
    std::string receipt, village;
    std::vector<std::string> original_cases;  // numbers of the lawsuit behind it, however the offices call it
    domain::ApplicationStatus status = domain::ApplicationStatus::Received;
    std::string handler;               // name of the judge whose case it is
    std::optional<DueDay> due;         // the nearest
    base::Instant changed;             // when its newest fact was claimed
    bool urgent = false;               // cases::is_urgent
    bool in_danger = false;            // cases::is_in_danger
    std::optional<domain::Fen> claim;  // kept in the register of special claims: open still; 0: nobody has said
    bool contradicts = false;          // two facts that cannot both stand, nobody has settled it
    bool is_mine = false;              // the person at this laptop is on the case
};

// One thing that the person at this laptop has to do today or soon, most needed first.
struct TaskRow {
    cases::CaseId about;
    std::string what;    // cases::Task::rule, words under "task.<what>"; unknown ones: the title of the act
    std::string module;  // of a limit of a module: its title, and what is awaited
    std::string act;     // the kind of fact that does it; empty: to be looked at only
    std::optional<cases::FactId> on;  // the order to be released, the ballot, the promise …: fills the act's field
    cases::Fields prefill;            // what else is known already
    std::optional<DueDay> due;
    std::int32_t days_over = 0;  // beyond its time limit, counted as the limit is counted
    bool escalated = false;      // stands here because somebody else is late
    bool same_day = false;       // today, before anything else: safety, a fee that somebody asked, urgent money
    bool danger = false;         // … safety: the first of these
    std::string owner;           // who should have done it, where that is somebody else
    cases::Roles offices;        // … else whose office
    std::string applicant, village, number;
    domain::ApplicationStatus status = domain::ApplicationStatus::Received;
    bool is_lead = false;         // `about` is no case, but a lead
    std::string source;           // … and who handed it over
    domain::SafeContact contact;  // where to reach the person, and how without harm
    bool in_danger = false;       // cases::is_in_danger
    bool urgent = false;          // cases::is_urgent
};

// Somebody of the court's roster.
struct PersonName {
    base::PersonId id;
    std::string name;
    cases::Role role = cases::Role::Judge;
};

// A paper that this case can have.
struct PaperRow {
    std::string id;                        // of its template
    std::string title;                     // as the template says
    bool fits = false;                     // the case has what it is about
    std::optional<cases::FactId> about{};  // the fact that it would tell of: of two referrals, each has its own paper
    bool is_served = true;                 // is given to people; else nobody is asked whether it was
};

// A picture that a fact of the case names.
struct CasePictureRow {
    base::Digest digest;
    std::string kind;      // of the first fact that names it
    bool is_here = false;  // else it is on its way
};

// Where the money is to go: the record in which the whole account is sealed, its last four digits, and whose name it
// bears.
struct AccountRef {
    std::string record, ends, holder;
};

// Somebody to whom money should not go unasked: who may have done the harm, or must not know of it.
struct PayCaution {
    // Opponent: called as the other party of the original case. Said, Unsure: the form says of who acts for the
    // applicant that they did the harm, or that it does not know. Hidden: the applicant wants it hidden from them.
    enum class Why : std::uint8_t { Opponent, Said, Unsure, Hidden };
    std::string name;
    Why why = Why::Opponent;
};
// The sentence that says so in the pack; {name}.
inline constexpr std::array<const char*, 4> kCautionKeys{"field.caution.opponent", "field.caution.said",
                                                         "field.caution.unsure", "field.caution.hidden"};
[[nodiscard]] inline std::string key_of(PayCaution::Why why) { return kCautionKeys.at(static_cast<std::size_t>(why)); }
[[nodiscard]] const PayCaution* caution_of(const std::vector<PayCaution>& all, std::string_view payee);

// What must be known before anybody can say whether somebody is helped already.
struct Uncompared {
    std::vector<std::string> persons;  // whose document is not known, and nobody said why
    bool original = false;             // the original case is not known

    [[nodiscard]] bool is_empty() const { return persons.empty() && !original; }
};

// Another case of this laptop under the same number.
struct NumberShared {
    cases::CaseId id;
    std::string applicant;
    domain::ApplicationStatus status = domain::ApplicationStatus::Received;
};

// A row of the plan of revisits, and until when it is to be made.
struct PlannedRevisit {
    cases::PlanRow row;
    DueDay due;
};
[[nodiscard]] std::vector<PlannedRevisit> planned_revisits(const cases::AidCase& aid_case,
                                                           const cases::RevisitRule& rule,
                                                           const domain::Calendar& calendar);

// What is taken back with the opening of a case: that its application was received, that a lead's person applied by it.
struct WithOpening {
    bool answer = false, lead = false;
    friend bool operator==(const WithOpening&, const WithOpening&) = default;
};

// An opened case.
struct CaseView {
    cases::AidCase folded;
    std::vector<cases::Fact> facts;                  // as this person may see them
    std::map<cases::FactId, cases::Fields> hidden;   // what stands in those that are masked: for the fold, never shown
    std::vector<PersonName> people;                  // the whole roster, those who have left too
    base::PersonId self;                             // the person at this laptop
    std::optional<domain::Application> application;  // without the account
    std::optional<AccountRef> account;               // for who may see it: the one that is told last
    std::vector<AccountRef> accounts;                // of each holder the one that counts; joint heirs have several
    std::vector<PayCaution> cautions;                // whom not to pay unasked
    bool nobody_died = false;                        // says the application: no relatives apply together
    pack::HelpOffers help;                           // to whom somebody can be referred
    cases::RevisitRule revisit;                      // when the court asks how it goes,
    std::vector<PlannedRevisit> plan;                // and what that is in this case
    std::vector<HelpRow> suggestions;                // those that fit first
    std::vector<ModuleRow> modules;                  // of the pack, in its order
    std::optional<domain::Fen> wage;                 // that amounts are reckoned with today (A1)
    domain::SafeContact contact;                     // of the case, filled up by its application
    std::optional<domain::Fen> told_unpaid;          // the application: adjudged and not paid
    std::string call_word;                           // of the day: slip and caller can both show it
    Uncompared uncompared;                           // for who may compare, in a case that goes on
    std::vector<NumberShared> number_shared;         // two laptops without a line gave it twice
    std::vector<TaskRow> tasks;
    bool others_have_tasks = false;  // of a case that has ended: something is left, and not for this person
    std::vector<PaperRow> papers;
    std::vector<CasePictureRow> pictures;    // for who may see papers
    bool stops_too_late = false;             // the last day of the decision is past: no pause makes it less so
    std::optional<cases::AidCase> reckoned;  // where somebody's clock was ahead: with days that can be true
    cases::CameOn came;                      // … and of which facts the days cannot be true
    std::vector<cases::FactId> unsent;       // made here and not on the hub yet: the last one can be taken back
    WithOpening with_opening;                // … and what goes with the first

    // By which limits are reckoned; what is shown are the days that were signed.
    [[nodiscard]] const cases::AidCase& by_days() const { return reckoned ? *reckoned : folded; }
};

}  // namespace courtyard::flow
