// A laptop whose clock is years ahead: what it signs counts, and no limit runs from a day that nobody has lived.
#include "app/cases/clock_ahead.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "app/cases/act_day.hpp"
#include "app/cases/case_json.hpp"
#include "tests/unit/cases/care_story.hpp"
#include "tests/unit/cases/random_case.hpp"
#include "tests/unit/cases/timeline.hpp"
#include "tests/unit/cases/true_days.hpp"
#include "tests/unit/cases/vote_story.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using test::day;
using test::VoteStory;
using test::w;

namespace {

constexpr std::int64_t kYearsMs = 5LL * 365 * 86'400'000;

// Granted by the judge, whose laptop was so far ahead when it signed that.
struct Ahead : VoteStory {
    explicit Ahead(std::int64_t ahead_ms) {
        until_report();
        lay();
        vote("judge2", "grant", 3'000'000);
        vote("judge3", "grant", 3'000'000);
        came = domain::Date::in_china(now);
        const base::Instant before = now;
        now = now + ahead_ms;
        decided = act("judge", "decided", decision("grant", 3'000'000));
        now = before + 3'600'000;
    }
    [[nodiscard]] CameOn heard() const { return truly_ahead(fold(), {{decided, came}}, person("leader")); }
    [[nodiscard]] AidCase true_days() const { return test::by_true_days(*this, heard()); }
    FactId decided;
    domain::Date came;
};

std::optional<Deadline> limit(const AidCase& from, std::string_view id, domain::Date today) {
    for (const Deadline& each : deadlines_of(from, test::demo_calendar(), today, {}))
        if (each.rule->id == id) return each;
    return std::nullopt;
}

}  // namespace

TEST_CASE("limits run from the day on which a fact of a clock far ahead came") {
    const Ahead story(kYearsMs);
    const AidCase folded = story.fold();
    REQUIRE(limit(folded, "P9", story.came));
    CHECK(limit(folded, "P9", story.came)->due.date.days_since(story.came) > 1000);  // the control
    const CameOn ahead = story.heard();
    CHECK(ahead.size() == 1);
    const AidCase true_days = story.true_days();
    for (const char* id : {"P8", "P9"}) {
        const auto found = limit(true_days, id, story.came);
        REQUIRE(found);
        CHECK(found->start == story.came);
        CHECK(found->due.date.days_since(story.came) < 20);
        CHECK(limit(true_days, id, story.came.plus_days(30))->state == Deadline::State::Overdue);
    }
    CHECK(true_days.ballots.decision->day == story.came);
    // Nothing else is another case, and the fold knows nothing of it.
    CHECK(write_case(test::by_true_days(story, {})) == write_case(folded));
    CHECK(write_case(story.fold()) == write_case(folded));
}

TEST_CASE("what is done after it is not refused because its day comes before") {
    Ahead story(kYearsMs);
    Fact served;
    served.kind = "served";
    served.claimed = story.now;
    served.fields = {
        {"paper", w("decision_grant")}, {"to", w("本人")}, {"how", w("in_person")}, {"on", story.came.text()}};
    const auto refused = wrong_day(story.fold(), served);
    REQUIRE(refused);
    CHECK(refused->code == "on.before");  // the control
    CHECK_FALSE(wrong_day(story.true_days(), served));
}

TEST_CASE("a serving by whoever knew the decision counts, however far ahead the clock was that signed it") {
    Ahead story(kYearsMs);
    const Fields serving{{"paper", w("decision_grant")}, {"to", w("本人")}, {"how", w("in_person")}};
    // The control: by somebody who had not heard of it, on a day before it.
    auto before = story.facts;
    before.pop_back();
    const FactId unknowing = story.say_after("registrar2", "served", serving, heads(before));
    CHECK(story.standing(unknowing) == "in_force");
    CHECK(paper_to_serve(story.fold()) == "decision_grant");
    story.act("registrar", "served", serving);
    CHECK_FALSE(paper_to_serve(story.fold()));
    CHECK_FALSE(story.fold().clock.served.front().decision);
    CHECK(story.fold().clock.served.back().decision == story.decided);
    CHECK(write_case(story.fold()).find("\"decision\"") != std::string::npos);
}

TEST_CASE("time that runs again by a clock far ahead does so on the day on which that came") {
    VoteStory story;
    story.until_review();
    story.act("registrar", "clock_paused", {{"ground", w("papers")}, {"reasons", w("写明")}});
    const domain::Date came = domain::Date::in_china(story.now);
    story.now = story.now + kYearsMs;
    const FactId resumed = story.act("judge", "clock_resumed");
    const AidCase folded = story.fold();
    const AidCase true_days = test::by_true_days(story, {{resumed, came}});
    REQUIRE(folded.clock.pauses.front().to);
    CHECK(folded.clock.pauses.front().to->days_since(came) > 1000);  // the control
    CHECK(true_days.clock.pauses.front().to == came);
    REQUIRE(limit(true_days, "P7", came));
    CHECK(limit(true_days, "P7", came)->due.date.days_since(came) < 30);
    CHECK(limit(folded, "P7", came)->due.date.days_since(came) > 1000);
}

TEST_CASE("a day that nobody has lived stands nowhere in what limits are reckoned with") {
    test::CareStory story;
    story.not_filed();
    const domain::Date came = domain::Date::in_china(story.now);
    story.now = story.now + kYearsMs;
    story.consent("民政局");
    story.act("caller", "referred", test::refer_to("民政局"));
    const CameOn late = test::later_than(story, came);
    CHECK(late.size() == 2);
    const AidCase true_days = test::by_true_days(story, late);
    CHECK(write_case(story.fold()).find("\"2031-") != std::string::npos);  // the control
    CHECK(write_case(true_days).find("\"2031-") == std::string::npos);
    CHECK(true_days.status == story.fold().status);
    REQUIRE(true_days.care.referrals.size() == 1);
    CHECK(true_days.care.referrals.front().sent_on == came);
    CHECK(true_days.care.referrals.front().since == came);
}

TEST_CASE("who gave up waiting by a clock far ahead has given up, on the day on which that came") {
    test::Story story;
    story.open();
    story.act("registrar", "more_asked", {{"papers", std::vector<std::string>{"低保证"}}, {"until", w("2026-11-30")}});
    const domain::Date came = domain::Date::in_china(story.now);
    story.now = story.now + kYearsMs;
    const FactId given_up = story.act("registrar", "abandoned", {{"reasons", w("一直没有来")}});
    const AidCase true_days = test::by_true_days(story, {{given_up, came}});
    CHECK(true_days.status == Status::Abandoned);
    CHECK(true_days.steps.back().day == came);
    // The control: on that day itself it would have been refused.
    CHECK(fold(story.facts.front().id, std::span(story.facts).first(2), story.offices()).status == Status::NeedMore);
    CHECK(came <= day("2026-11-30"));
}

TEST_CASE("papers that came too late are not in time because the court gave up by a clock far ahead") {
    for (const bool is_ahead : {true, false}) {
        for (const bool told : {false, true}) {
            CAPTURE(is_ahead);
            CAPTURE(told);
            test::Story story;
            story.open();
            story.act("registrar", "joined", {{"person", story.id("registrar2")}, {"as", w("registrar")}});
            story.act("registrar", "more_asked",
                      {{"papers", std::vector<std::string>{"低保证"}}, {"until", w("2026-11-30")}});
            const base::Instant then = story.now + 20LL * 86'400'000;  // 2026-12-13
            story.now = is_ahead ? then + (told ? kYearsMs / 50 : kYearsMs) : then;
            story.act("registrar", "abandoned", {{"reasons", w("一直没有来")}});
            story.now = then + 2LL * 86'400'000;
            // Where the clock was ahead by a month, whoever notes the papers two months later may not see it by that.
            if (told) story.act("registrar2", "remarked", {{"words", w("打过电话")}});
            if (told) story.now = then + 60LL * 86'400'000;
            const auto after = [&](const char* on) {
                test::Story tried = story;
                tried.act("registrar2", "more_came", {{"papers", std::vector<std::string>{"低保证"}}, {"on", w(on)}});
                return tried.fold().status;
            };
            CHECK(after("2026-12-14") == Status::Abandoned);  // after it was given up
            CHECK(after("2026-11-30") == Status::NeedMore);   // by the last day
            // While the court waited still: of that a clock that was wrong says nothing.
            CHECK(after("2026-12-10") == (is_ahead ? Status::Abandoned : Status::NeedMore));
        }
    }
}

TEST_CASE("what stood still by a clock far ahead goes on by the clocks of others") {
    for (const char* kind : {"suspended", "clock_paused"}) {
        CAPTURE(kind);
        test::Story story;
        story.until_review();
        const base::Instant before = story.now;
        story.now = story.now + kYearsMs;
        const bool is_review = std::string_view(kind) == "suspended";
        story.act("judge", kind, {{"ground", w(is_review ? "other" : "papers")}, {"reasons", w("写明")}});
        story.now = before + 3'600'000;
        CHECK(story.fold().clock.is_paused());  // the control
        story.act("judge", is_review ? "resumed" : "clock_resumed",
                  is_review ? Fields{{"reasons", w("能办了")}} : Fields{});
        CHECK_FALSE(story.fold().clock.is_paused());
        CHECK(story.fold().status == Status::Review);
    }
}

TEST_CASE("the office is told once for each laptop, until somebody has written down what was found") {
    Ahead story(kYearsMs);
    const auto tasks = [&](const CameOn& ahead) { return clock_tasks(story.fold(), story.facts, ahead); };
    REQUIRE(tasks(story.heard()).size() == 1);
    const Task task = tasks(story.heard()).front();
    CHECK(task.rule == "clock_ahead");
    CHECK(task.on == story.decided);
    CHECK(is_for(task, story.person("registrar"), Role::Registrar));
    CHECK(is_for(task, story.person("leader"), Role::Leader));
    CHECK_FALSE(is_for(task, story.person("judge"), Role::Judge));
    CHECK(tasks({}).empty());  // the control
    story.act("judge2", "remarked", {{"words", w("不关我的事")}});
    CHECK(tasks(story.heard()).size() == 1);
    // Nor what the office writes about something else, before it heard of that fact, though by a later clock.
    const CameOn heard = story.heard();
    auto before = story.facts;
    std::erase_if(before, [&](const Fact& each) { return each.id == story.decided || each.kind == "remarked"; });
    const base::Instant now = story.now;
    story.now = now + 2 * kYearsMs;
    const FactId unheard = story.say_after("registrar2", "remarked", {{"words", w("等回执")}}, heads(before));
    story.now = now;
    CHECK(story.standing(unheard) == "in_force");
    CHECK(story.fold().entries.back().id == unheard);
    CHECK(tasks(heard).size() == 1);
    story.facts.pop_back();
    // Nor what it writes about something else, having heard of it: not even where it names that.
    story.act("registrar", "remarked", {{"words", w("档案补一页")}});
    story.act("leader", "remarked", {{"words", w("报告补一页")}, {"about", story.report.text()}});
    CHECK(tasks(story.heard()).size() == 1);
    CHECK(std::get<std::string>(known_fields(task).at("about")) == story.decided.text());
    Fields found = known_fields(task);
    found["words"] = w("叶法官的电脑快了五年，已经改好");
    story.act("registrar", "remarked", found);
    CHECK(tasks(story.heard()).empty());
}

TEST_CASE("whose own clock is behind hears of nobody's clock: all others signed on such days") {
    Ahead story(0);
    // By a clock of a year before, everything came from days that had not come.
    CameOn came;
    for (const Fact& fact : story.facts)
        came.emplace(fact.id, domain::Date::in_china(fact.claimed).plus_days(-365));
    CHECK(truly_ahead(story.fold(), came, story.person("leader")).empty());
    // The control: one of them alone is years ahead of all others.
    const Ahead far(kYearsMs);
    CHECK(truly_ahead(far.fold(), {{far.decided, far.came}}, far.person("leader")).size() == 1);
}

TEST_CASE("two laptops, or three, that are as far ahead of the receiver do not hide each other") {
    // The judge decided by such a clock; others did something by clocks that were wrong in the same way.
    Ahead story(kYearsMs);
    const base::Instant before = story.now;
    CameOn came{{story.decided, story.came}};
    const auto say = [&](const char* who) {
        story.now = before + kYearsMs;
        came.emplace(story.act(who, "remarked", {{"words", w("收到")}}), story.came);
        story.now = before + 3'600'000;
    };
    for (const char* who : {"registrar2", "judge2"}) {
        say(who);
        CHECK(truly_ahead(story.fold(), came, story.person("leader")) == came);
        const AidCase true_days = test::by_true_days(story, truly_ahead(story.fold(), came, story.person("leader")));
        CHECK(true_days.ballots.decision->day == story.came);
        CHECK(write_case(true_days).find("\"2031-") == std::string::npos);
        CHECK(limit(true_days, "P9", story.came)->due.date.days_since(story.came) < 20);
    }
    const CameOn ahead = truly_ahead(story.fold(), came, story.person("leader"));
    CHECK(clock_tasks(story.fold(), story.facts, ahead).size() == 3);
    // The control: somebody whose fact came in its time claims such a day. Then it was the receiver's clock.
    story.now = before + kYearsMs;
    story.act("judge3", "remarked", {{"words", w("收到")}});
    CHECK(truly_ahead(story.fold(), came, story.person("leader")).empty());
}

TEST_CASE("of two who opened a case together by clocks far ahead, nobody else's fact says that they were right") {
    test::Story story;
    story.open();
    story.act("registrar", "joined", {{"person", story.id("registrar2")}, {"as", w("registrar")}});
    story.act("registrar2", "remarked", {{"words", w("收到")}});
    const domain::Date came_on = domain::Date::in_china(story.now).plus_days(-1000);
    CameOn came;
    for (const Fact& each : story.facts)
        came.emplace(each.id, came_on);
    CHECK(truly_ahead(story.fold(), came, story.person("leader")) == came);
    // The control: a third who says so, too, and not one fact that came in its time: the receiver has no say.
    story.act("registrar", "joined", {{"person", story.id("judge")}, {"as", w("handler")}});
    story.act("judge", "remarked", {{"words", w("收到")}});
    for (const Fact& each : story.facts)
        came.emplace(each.id, came_on);
    CHECK(truly_ahead(story.fold(), came, story.person("leader")).empty());
    // What the receiver wrote proves nothing about its own clock.
    story.now = story.now + -1000LL * 86'400'000;
    story.act("registrar", "joined", {{"person", story.id("leader")}, {"as", w("leader")}});
    came.emplace(story.facts.back().id, came_on);
    story.act("leader", "remarked", {{"words", w("收到")}});
    CHECK(truly_ahead(story.fold(), came, story.person("leader")).empty());
}

TEST_CASE("whatever came from far ahead, every fact stands as it did") {
    constexpr std::uint32_t kSeed = 20261128;
    MESSAGE("seed " << kSeed);
    test::RandomCase chance(kSeed);
    std::mt19937 random(kSeed);
    int moved = 0;
    for (int i = 0; i < 60; ++i) {
        const std::vector<Fact> facts = chance.make(30);
        const auto folding = [&](std::span<const Fact> these) {
            return fold(facts.front().id, these, chance.offices());
        };
        CameOn came;
        for (const Fact& each : facts)
            if (random() % 3 == 0)
                came.emplace(each.id,
                             domain::Date::in_china(each.claimed).plus_days(-static_cast<int>(random() % 400)));
        const AidCase as_signed = folding(facts);
        const AidCase true_days = with_true_days(as_signed, facts, came, folding);
        CHECK(true_days.status == as_signed.status);
        REQUIRE(true_days.entries.size() == as_signed.entries.size());
        for (std::size_t at = 0; at < as_signed.entries.size(); ++at) {
            CHECK(true_days.entries[at].id == as_signed.entries[at].id);
            CHECK(true_days.entries[at].standing == as_signed.entries[at].standing);
            moved += true_days.entries[at].day != as_signed.entries[at].day ? 1 : 0;
        }
    }
    CHECK(moved > 50);  // the control: days are others
}
