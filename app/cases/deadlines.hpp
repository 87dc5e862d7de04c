// The time limits of a case (section 4 of the domain report): what is due when, by the working-day calendar. Computed
// from the facts and today, never stored.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "app/cases/aid_case.hpp"
#include "app/cases/term_settings.hpp"
#include "app/domain/working_days.hpp"

namespace courtyard::cases {

// One row of the table in deadlines.cpp.
struct TermRule {
    enum class Unit : std::uint8_t { WorkingDays, Months, SetDay };  // SetDay: the court named the day itself

    std::string_view id = {};  // "P3", "P7", …: named in Task::rule and in the pack under "term.<id>"
    Unit unit = Unit::WorkingDays;
    int length = 0;
    int TermSettings::*configured = nullptr;  // the length, where a court sets it
    std::string_view from = {};               // kinds of facts: the last of them starts it,
    std::optional<Status> in = {};            // of those that came in this state
    std::string_view until = {};              // the first of these after that ends it
    std::string_view drops = {};              // and these make it void
    bool (*applies)(const AidCase&, const TermSettings&) = nullptr;
    bool has_pauses = false;    // days of P7x and P7y are not counted
    std::string_view act = {};  // the kind of fact that is waited for
    std::string_view source = {};
};
[[nodiscard]] std::span<const TermRule> term_table();

struct Deadline {
    enum class State : std::uint8_t {
        Running,
        Paused,   // stands still; `due` is when it would be, went it on today
        Met,      // in time
        LateMet,  // done, but late
        Overdue,
        Dropped,  // the case went another way: withdrawn, abandoned, papers asked for
    };
    const TermRule* rule = nullptr;
    domain::Date start = {};
    domain::Due due = {};  // the last day; provisional: show it with "about"
    State state = State::Running;
    std::optional<domain::Date> ended = {};
    FactId by = {};  // the fact that started it
    // Pauses that somebody signed when the last day was past, whatever day they bear: they make it no less late, until
    // the leader agrees ("pause_agreed").
    std::vector<FactId> late_pauses = {};

    [[nodiscard]] bool is_open() const {
        return state == State::Running || state == State::Paused || state == State::Overdue;
    }
};

// In the order of the table; at most one for each row: the last start counts (money that came back starts P11 again).
[[nodiscard]] std::vector<Deadline> deadlines_of(const AidCase& from, const domain::Calendar& calendar,
                                                 domain::Date today, const TermSettings& settings);

// "abandoned.day": nobody gives up waiting for papers on the applicant's last day or before, which may be a later one
// than was set. Asked before it is signed.
[[nodiscard]] Verdict may_be_abandoned(const AidCase& so_far, const Fact& fact, const domain::Calendar& calendar);

// "clock.complex_late": who finds a case complex says so before its ten working days are over. "clock.not_complex",
// "clock.extended_late": the leader gives another month to a complex case, before its two months are over. Asked before
// it is signed: the fold knows no calendar.
[[nodiscard]] Verdict may_be_complex(const AidCase& so_far, const Fact& fact, const domain::Calendar& calendar,
                                     const TermSettings& settings);

// Whether the act, on whatever day it says, would let time stand still when the last day of the decision is past: that
// stays late, and who signs it is told so.
[[nodiscard]] bool stops_too_late(std::string_view kind, const AidCase& so_far, const domain::Calendar& calendar,
                                  domain::Date today, const TermSettings& settings);

// P15: the committee's written report on a year, one month after its end. Of no case. `done`: the day it was sent.
[[nodiscard]] Deadline report_deadline(int year, std::optional<domain::Date> done, const domain::Calendar& calendar,
                                       domain::Date today);

}  // namespace courtyard::cases
