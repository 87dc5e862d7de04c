// A case put together by hand: facts in force with their days, for tests of what is computed from a case.
#pragma once

#include <string>
#include <string_view>

#include "app/cases/aid_case.hpp"
#include "app/domain/working_days.hpp"
#include "sync/base/random.hpp"

namespace courtyard::test {

inline domain::Date day(std::string_view text) { return *domain::Date::parse(text); }

// The court's own tables of 2026 and of the year that has no notice yet.
inline domain::Calendar demo_calendar() {
    const auto days = [](std::initializer_list<std::string_view> texts) {
        std::set<domain::Date> out;
        for (const std::string_view text : texts)
            out.insert(day(text));
        return out;
    };
    domain::Calendar out;
    out.add({2026, "notice", false,
             days({"2026-01-01", "2026-01-02", "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20",
                   "2026-02-23", "2026-04-06", "2026-05-01", "2026-05-04", "2026-05-05", "2026-06-19", "2026-09-25",
                   "2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"}),
             days({"2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"})});
    out.add({2027,
             "rules",
             true,
             days({"2027-01-01", "2027-02-05", "2027-02-08", "2027-02-09", "2027-02-10", "2027-04-05", "2027-05-03",
                   "2027-05-04", "2027-06-09", "2027-09-15", "2027-10-01", "2027-10-04", "2027-10-05"}),
             {}});
    return out;
}

class Timeline {
public:
    cases::FactId add(std::string_view kind, std::string_view on, std::optional<cases::Status> to = {}) {
        cases::Entry entry;
        entry.id = cases::FactId::random(random_);
        entry.kind = kind;
        entry.day = day(on);
        made.entries.push_back(entry);
        if (to) made.steps.push_back({*to, entry.id, entry.day});
        if (to) made.status = *to;
        return entry.id;
    }
    void pause(std::string_view from, std::string_view to = "", std::string_view ground = "papers") {
        made.clock.pauses.push_back({std::string(ground), add("clock_paused", from), day(from), {}});
        if (!to.empty()) made.clock.pauses.back().to = day(to);
    }
    cases::FactId decide(std::string_view on, bool granted) {
        const auto id = add("decided", on, granted ? cases::Status::DecidedGrant : cases::Status::DecidedRefuse);
        made.ballots.decision.emplace();
        made.ballots.decision->by = id;
        made.ballots.decision->granted = granted;
        made.ballots.decision->day = day(on);
        return id;
    }
    void serve(std::string_view paper, std::string_view on) {
        made.clock.served.push_back({add("served", on), std::string(paper), day(on)});
    }

    cases::AidCase made;

private:
    base::SeededRandom random_{4};
};

}  // namespace courtyard::test
