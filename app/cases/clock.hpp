// What stops and stretches the time in which a case must be decided: pauses (P7x), suspension (P7y), the one extension;
// and the days to which people were called.
// What is due when, by the working-day calendar: deadlines.hpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/cases/scene.hpp"

namespace courtyard::cases {

struct Step;

// A paper that was served, and when: what P8 waits for. Its id is that of the pack's template ("decision_grant").
struct Served {
    FactId by;
    std::string paper;
    domain::Date day;
    std::optional<FactId> decision = {};  // of the end of the case: that its author knew
    friend bool operator==(const Served&, const Served&) = default;
};

// People were called to a hearing: somebody holds it on that day, or calls them to another.
struct Hearing {
    FactId by;
    domain::Date day;
    std::optional<FactId> ended_by;  // it was held, called off, or they were called to another day
    [[nodiscard]] bool is_open() const { return !ended_by; }
    friend bool operator==(const Hearing&, const Hearing&) = default;
};

// The ground of a pause that "suspended" began, and "resumed" ends: of several by people who did not know of each other
// those that its author knew. The review goes on when none is left.
inline constexpr std::string_view kSuspension = "suspended";

// Time stands still for each ground by itself, and runs again when none is left: papers are asked for while a bank's
// answer is awaited, and a case that is suspended waits for them all the same. Each day is taken away once
// (paused_days.hpp).
struct Clock {
    struct Pause {
        std::string ground;  // papers | outside_proof | superior | suspended
        FactId by;
        domain::Date from;
        std::optional<domain::Date> to;          // none: it goes on
        std::optional<domain::Date> until = {};  // the day that was set for what is waited for
        std::optional<FactId> agreed = {};       // by the leader: it counts although it was signed after the last day
        [[nodiscard]] bool is_open() const { return !to; }
        friend bool operator==(const Pause&, const Pause&) = default;
    };
    std::vector<Pause> pauses;
    std::optional<FactId> complex;   // its judge says why it cannot be decided in ten working days: two months
    std::optional<FactId> extended;  // one month more, with the leader's approval; once
    std::vector<Served> served;
    std::vector<Hearing> hearings;
    [[nodiscard]] bool is_paused() const;  // for any ground
    friend bool operator==(const Clock&, const Clock&) = default;
};

// "clock.complex": its author knew that somebody has said so. "clock.paused": it stands already for that ground.
// "clock.running": its author knew of no pause to end; "clock.suspended": of none but the suspension, which "resumed"
// ends; "clock.other": of none for that ground; "clock.which": of several, and named no ground. "clock.extended": one
// extension is all there is. A pause that ends, by its day, before it began has lasted no time (wrong_day() asks).
// "clock.agreed": the leader has agreed to it; "clock.no_pause": its author knew of none. "hearing.none": its author
// knew of no hearing to call off. "close.served", "close.recovery_told": see may_close().
[[nodiscard]] Taken take(Clock& clock, const Scene& scene);

// Whether the paper says how the case was decided. The decisions on urgent aid and on recovery are other papers.
[[nodiscard]] bool is_end_of_case(std::string_view paper);

// A step of which the person is given a paper, and has not been since: the case was given up, ended without a decision
// or was taken back; or it was filed (P5), where no slip says so. Nobody tells the dead.
struct UntoldStep {
    std::string_view paper;
    const Step* step;
};
[[nodiscard]] std::optional<UntoldStep> untold_step(const AidCase& aid_case);

// The paper that the person still waits for: the decision, that nothing was filed and why, or that of untold_step().
// Nothing where none is owed.
[[nodiscard]] std::optional<std::string_view> paper_to_serve(const AidCase& aid_case);

// Whether the person paid back, or is to, and has not been given a decision that says so: each of several.
[[nodiscard]] bool owes_recovery(const AidCase& aid_case);

// "close.served", "close.recovery_told": a case is not closed while the person has not been given its decision, or that
// on what they pay back, unless nobody can reach them any more (P8).
[[nodiscard]] Verdict may_close(const Clock& clock, const AidCase& so_far);

}  // namespace courtyard::cases
