// Time that somebody lets stand still, with an earlier day, when the last day is past.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/cases/tasks.hpp"
#include "tests/unit/cases/stopped_story.hpp"
#include "tests/unit/cases/true_days.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using test::day;
using test::MoneyStory;
using test::w;

namespace {

constexpr const char* kToday = "2026-12-16";

// Under review since 24 November: ten working days end on 8 December.
struct LateStory : MoneyStory {
    LateStory() { until_review(); }
    FactId pause(const char* signed_on, const char* bears) {
        now = base::Instant{kFirst + std::int64_t{day(signed_on).days_since(day("2026-11-23"))} * 86'400'000};
        return act("judge", "clock_paused",
                   {{"ground", w("outside_proof")}, {"reasons", w("等回函")}, {"on", w(bears)}});
    }
    [[nodiscard]] Deadline limit(const char* today = kToday) const { return limit_of(fold(), today); }
    // As a machine reckons on which that fact came that day.
    [[nodiscard]] Deadline limit_where(const FactId& fact, const char* came) const {
        return limit_of(test::by_true_days(*this, {{fact, day(came)}}), kToday);
    }
    static Deadline limit_of(const AidCase& of, const char* today) {
        for (const Deadline& each : deadlines_of(of, test::demo_calendar(), day(today), {}))
            if (each.rule->id == "P7") return each;
        return {};
    }
    [[nodiscard]] std::vector<Task> tasks() const {
        return tasks_of(fold(), offices(), test::demo_calendar(), day(kToday), {});
    }
    [[nodiscard]] bool is_late_for_leader() const {
        const auto all = due_list(tasks(), person("leader"), Role::Leader, day(kToday));
        return std::any_of(all.begin(), all.end(), [](const Task& each) { return each.overdue; });
    }
    [[nodiscard]] std::string complex() const {
        Fact fact;
        fact.kind = "found_complex";
        fact.claimed = now;
        const auto no = may_be_complex(fold(), fact, test::demo_calendar(), {});
        return no ? no->code : "";
    }
    static constexpr std::int64_t kFirst = 1'795'424'400'000;
};

}  // namespace

TEST_CASE("reported: a pause that is signed after the last day makes nothing less late, whatever day it bears") {
    LateStory story;
    const auto pause = story.pause("2026-12-15", "2026-11-26");
    CHECK(story.limit().state == Deadline::State::Overdue);
    CHECK(story.limit().due.date == day("2026-12-08"));
    CHECK(story.limit().late_pauses == std::vector<FactId>{pause});
    CHECK(story.is_late_for_leader());
    CHECK(story.complex() == "clock.complex_late");
    const auto all = story.tasks();
    const auto task = std::find_if(all.begin(), all.end(), [](const Task& each) { return each.rule == "late_pause"; });
    REQUIRE(task != all.end());
    CHECK(task->on == pause);
    CHECK(is_for(*task, story.person("leader"), Role::Leader));
    CHECK_FALSE(is_for(*task, story.person("judge"), Role::Judge));

    const Fields agreeing{{"pause", pause.text()}, {"reasons", w("调取函存根在卷")}};
    CHECK(story.try_to("judge", "pause_agreed", agreeing) == "refused role");
    story.facts.pop_back();
    CHECK(story.try_to("leader", "pause_agreed", {{"pause", story.facts.front().id.text()}, {"reasons", w("x")}}) ==
          "refused clock.no_pause");
    story.facts.pop_back();
    story.act("leader", "pause_agreed", agreeing);
    CHECK(story.limit().state == Deadline::State::Paused);
    CHECK(story.limit().late_pauses.empty());
    CHECK(story.complex().empty());
    CHECK(story.try_to("leader", "pause_agreed", agreeing) == "refused clock.agreed");
    CHECK(test::is_one_case(story));
}

TEST_CASE("the control: a pause that is signed on the last day counts, and one after it holds its own measure") {
    LateStory story;
    story.pause("2026-12-08", "2026-11-26");
    CHECK(story.limit().state == Deadline::State::Paused);
    CHECK(story.limit().late_pauses.empty());
    CHECK(story.complex().empty());
    // The first moved the last day on: what is signed within that is not late.
    Fields more{{"ground", w("papers")}, {"reasons", w("等材料")}, {"on", w("2026-12-01")}};
    story.now = base::Instant{LateStory::kFirst + std::int64_t{22} * 86'400'000};
    story.act("judge", "clock_paused", more);
    CHECK(story.limit().late_pauses.empty());
    CHECK(story.limit().state == Deadline::State::Paused);
}

TEST_CASE("a case that was decided late is so still when somebody signs a pause for before") {
    LateStory story;
    story.now = base::Instant{LateStory::kFirst + std::int64_t{17} * 86'400'000};  // 10 December
    story.pause("2026-12-10", "2026-12-01");
    story.paper = story.act("judge", "proof_added", {{"paper", w("判决书")}, {"from", w("court")}});
    story.report = story.act("judge", "report_written", {{"proposal", w("refuse")}, {"reasons", w("不合条件")}});
    story.lay();
    story.vote("judge", "refuse");
    story.vote("judge2", "refuse");
    story.act("judge", "decided", story.decision("refuse"));
    CHECK(story.limit().state == Deadline::State::LateMet);
}

TEST_CASE("reported: a pause that came in time is not late because the judge's clock was ahead") {
    for (const char* bears : {"2026-11-30", "2027-02-28"}) {
        CAPTURE(bears);
        LateStory story;
        const auto pause = story.pause("2027-02-28", bears);
        CHECK(story.limit().late_pauses == std::vector<FactId>{pause});  // the control: as the clock has it
        const Deadline in_time = story.limit_where(pause, "2026-11-30");
        CHECK(in_time.late_pauses.empty());
        CHECK(in_time.state == Deadline::State::Paused);
        // The control: it came after the last day.
        const Deadline late = story.limit_where(pause, "2026-12-15");
        CHECK(late.late_pauses == std::vector<FactId>{pause});
        CHECK(late.state == Deadline::State::Overdue);
        // Nothing of it in a case that is shown or exchanged.
        const AidCase shown = story.fold();
        CHECK_FALSE(shown.entry(pause)->came.has_value());
        CHECK(shown.entry(pause)->signed_on() == day("2027-02-28"));
    }
}
