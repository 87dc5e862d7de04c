// A year of random pauses, held against somebody who counts on their fingers: one day after the other, each asked by
// itself whether it is worked and whether time ran on it. Nothing of that is shared with the code that is tested.
#include <doctest/doctest.h>

#include <ctime>
#include <map>
#include <set>
#include <string>

#include "app/cases/deadlines.hpp"
#include "tests/unit/cases/story.hpp"
#include "tests/unit/cases/timeline.hpp"

using namespace courtyard;
using namespace courtyard::cases;

namespace {

constexpr int kDays = 1'500;  // from 2026-01-01

// The control counts the day on which a pause begins to the pause.
enum class Fingers { Right, OneTooMany };

struct Slow {
    std::array<bool, kDays> worked{}, stands{};
    std::array<int, kDays> of_month{}, month{};

    Slow() {
        const std::set<std::string> off{
            "2026-01-01", "2026-01-02", "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20",
            "2026-02-23", "2026-04-06", "2026-05-01", "2026-05-04", "2026-05-05", "2026-06-19", "2026-09-25",
            "2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07", "2027-01-01", "2027-02-05",
            "2027-02-08", "2027-02-09", "2027-02-10", "2027-04-05", "2027-05-03", "2027-05-04", "2027-06-09",
            "2027-09-15", "2027-10-01", "2027-10-04", "2027-10-05"};
        const std::set<std::string> on{"2026-01-04", "2026-02-14", "2026-02-28",
                                       "2026-05-09", "2026-09-20", "2026-10-10"};
        for (int i = 0; i < kDays; ++i) {
            std::tm parts{};
            const std::time_t noon = 1'767'268'800 + std::time_t{i} * 86'400;  // 2026-01-01 12:00
            gmtime_r(&noon, &parts);
            std::array<char, 16> text{};
            std::strftime(text.data(), text.size(), "%Y-%m-%d", &parts);
            const auto at = static_cast<std::size_t>(i);
            of_month[at] = parts.tm_mday;
            month[at] = parts.tm_year * 12 + parts.tm_mon;
            const bool weekend = parts.tm_wday == 0 || parts.tm_wday == 6;
            worked[at] = on.contains(text.data()) || (!weekend && !off.contains(text.data()));
        }
    }
    void pause(int from, int to, Fingers fingers) {
        for (int i = 0; i < kDays; ++i)
            if ((fingers == Fingers::Right ? i > from : i >= from) && i <= to)
                stands[static_cast<std::size_t>(i)] = true;
    }
    [[nodiscard]] int working_days(int start, int n) const {
        int i = start;
        while (n > 0) {
            ++i;
            if (stands[static_cast<std::size_t>(i)]) continue;
            if (worked[static_cast<std::size_t>(i)]) --n;
        }
        return i;
    }
    // How many days the months have is read off the calendar; then so many days on which time ran are ticked off.
    [[nodiscard]] int months(int start, int n) const {
        const auto at = static_cast<std::size_t>(start);
        int length = 0;
        for (auto i = at; month[i] < month[at] + n || (month[i] == month[at] + n && of_month[i] <= of_month[at]); ++i)
            ++length;
        int i = start;
        for (int ran = 0; ran < length - 1;)
            if (!stands[static_cast<std::size_t>(++i)]) ++ran;
        while (!worked[static_cast<std::size_t>(i)] || stands[static_cast<std::size_t>(i)])
            ++i;
        return i;
    }
};

struct Year {
    int start = 0, today = 0;
    bool extended = false;
    std::vector<std::pair<int, int>> pauses;  // to < 0: goes on
};

Year random_year(base::SeededRandom& random) {
    const auto below = [&random](int n) { return static_cast<int>(random.next() % static_cast<unsigned>(n)); };
    Year year{.start = below(500), .today = 0, .extended = below(2) == 0, .pauses = {}};
    const int count = below(7);
    int at = year.start + below(15) - 2;
    for (int i = 0; i < count; ++i) {
        at = std::max(0, at);
        const int length = below(4) == 0 ? below(60) : below(9);
        year.pauses.emplace_back(at, at + length);
        at += length + below(25) - 4;  // some overlap, some touch
    }
    year.today = std::max(at, year.start) + below(40);
    if (count > 0 && below(3) == 0) year.pauses.back().second = -1;
    return year;
}

int differing_limits(const AidCase& of, const Slow& slow, int start, int today, bool extended) {
    const domain::Date first = test::day("2026-01-01");
    int different = 0;
    for (const Deadline& each : deadlines_of(of, test::demo_calendar(), first.plus_days(today), TermSettings{})) {
        const int due = each.due.date.days_since(first);
        if (each.rule->id == "P7") different += due != slow.working_days(start, 10);
        if (each.rule->id == "P7m") different += due != slow.months(start, extended ? 3 : 2);
    }
    return different;
}

// How many of the two limits of the decision came out otherwise.
int differences(const Year& year, Fingers fingers) {
    const domain::Date first = test::day("2026-01-01");
    test::Timeline line;
    line.add("filed", first.plus_days(year.start).text(), Status::Review);
    Slow slow;
    for (const auto& [from, to] : year.pauses) {
        line.pause(first.plus_days(from).text(), to < 0 ? "" : first.plus_days(to).text());
        slow.pause(from, to < 0 ? year.today : to, fingers);
    }
    if (year.extended) line.made.clock.extended = line.made.entries.back().id;
    return differing_limits(line.made, slow, year.start, year.today, year.extended);
}

// A court that waits for several things at once, act by act. On its fingers it has one list for each ground: since when
// it waits. The control crosses all of them off when one of them has come.
enum class Ends { ItsGround, All };

class Waiting {
public:
    Waiting(std::uint64_t seed, Ends ends) : random_(seed), story_(seed), ends_(ends) {
        story_.until_review();
        start_ = story_.fold().day_of(Status::Filed)->days_since(first_);
    }

    void act() {
        story_.now = story_.now + std::int64_t{below(8)} * 86'400'000;
        static constexpr std::array kGrounds{"papers", "outside_proof", "superior"};
        const std::string ground = kGrounds[static_cast<std::size_t>(below(3))];
        const Fields reasons{{"reasons", std::string("x")}};
        Fields named{{"reasons", std::string("x")}, {"ground", ground}};
        switch (below(6)) {
            case 0:
            case 1:
            case 2: return begin("clock_paused", named, ground);
            case 3: return end("clock_resumed", {{"ground", ground}}, ground);
            case 4: named["ground"] = std::string("other"); return begin("suspended", named, "suspended");
            default: return end("resumed", reasons, "suspended");
        }
    }
    // Of the fold, that it took what the fingers took; and how many limits came out otherwise.
    [[nodiscard]] int differences() {
        for (const auto& [ground, since] : since_)
            slow_.pause(since, today(), Fingers::Right);
        const AidCase folded = story_.fold();
        if (ends_ == Ends::ItsGround)
            for (const auto& [fact, may] : said_)
                REQUIRE(folded.is_in_force(fact) == may);
        return differing_limits(folded, slow_, start_, today(), false);
    }
    [[nodiscard]] int below(int n) { return static_cast<int>(random_.next() % static_cast<unsigned>(n)); }

private:
    [[nodiscard]] int today() const { return domain::Date::in_china(story_.now).days_since(first_); }
    void begin(const std::string& kind, Fields fields, const std::string& ground) {
        const bool may = since_.emplace(ground, today()).second;
        said_.emplace_back(story_.say("judge", kind, std::move(fields)), may);
    }
    void end(const std::string& kind, Fields fields, const std::string& ground) {
        const bool may = since_.contains(ground);
        const std::map<std::string, int> before = since_;
        for (const auto& [each, since] : before) {
            if (!may || (ends_ == Ends::ItsGround && each != ground)) continue;
            slow_.pause(since, today(), Fingers::Right);
            since_.erase(each);
        }
        said_.emplace_back(story_.say("judge", kind, std::move(fields)), may);
    }

    const domain::Date first_ = test::day("2026-01-01");
    base::SeededRandom random_;
    test::Story story_;
    Ends ends_;
    Slow slow_;
    int start_ = 0;
    std::map<std::string, int> since_;
    std::vector<std::pair<FactId, bool>> said_;
};

int differences_of_acts(std::uint64_t seed, Ends ends) {
    Waiting court(seed, ends);
    for (int acts = 3 + court.below(25); acts > 0; --acts)
        court.act();
    return court.differences();
}

}  // namespace

TEST_CASE("several things waited for at once, act by act: time runs when none is left, and no day is taken twice") {
    int control = 0;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        CAPTURE(seed);
        REQUIRE(differences_of_acts(seed, Ends::ItsGround) == 0);
        control += differences_of_acts(seed, Ends::All);
    }
    CHECK(control > 60);  // who lets time run when the first of them has come counts other days
}

TEST_CASE("a year of random pauses: the same days as counted one by one") {
    const std::uint64_t seed = 20'261'127;
    CAPTURE(seed);
    base::SeededRandom random(seed);
    int control = 0;
    for (int round = 0; round < 1'500; ++round) {
        const Year year = random_year(random);
        CAPTURE(round);
        REQUIRE(differences(year, Fingers::Right) == 0);
        control += differences(year, Fingers::OneTooMany);
    }
    CHECK(control > 500);  // who counts otherwise comes to other days
}

TEST_CASE("urgent money after a refusal: the last day of taking it back as counted one by one, whatever was paused") {
    const domain::Date first = test::day("2026-01-01");
    const Slow slow;
    int control = 0;
    for (int start = 0; start < 600; ++start) {
        test::Timeline line;
        line.pause(first.plus_days(start).text());  // goes on: nothing of it counts here
        line.decide(first.plus_days(start).text(), false);
        line.made.ledger.urgent.emplace();
        line.made.ledger.urgent->amount = {2'400'000};
        line.made.ledger.urgent->paid = line.made.entries.back().id;
        CAPTURE(start);
        bool found = false;
        for (const Deadline& each :
             deadlines_of(line.made, test::demo_calendar(), first.plus_days(start), TermSettings{})) {
            if (each.rule->id != "A8") continue;
            found = true;
            REQUIRE(each.due.date.days_since(first) == slow.working_days(start, 3));
            control += each.due.date.days_since(first) != start + 3;
        }
        REQUIRE(found);
    }
    CHECK(control > 200);  // who counts all days comes to other ones
}
