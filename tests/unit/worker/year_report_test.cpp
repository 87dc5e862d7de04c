// The committee's yearly report: whose task it is and until when, and that one laptop's word reaches the others.
#include "app/worker/year_report.hpp"

#include <memory>
#include <vector>

#include "app/worker/case_acts.hpp"
#include "app/worker/case_book.hpp"
#include "app/worker/case_mail.hpp"
#include "sync/os/files.hpp"
#include "tests/support/small_court.hpp"

using namespace courtyard;
using namespace courtyard::worker;
using test::SmallCourt;

namespace {

constexpr std::int64_t kYearDayMs = 24LL * 3600 * 1000;

struct Offices {
    SmallCourt court;
    std::unique_ptr<Machine> registrar = court.laptop("registrar", mail::Role::Registrar);
    std::unique_ptr<Machine> leader = court.laptop("leader", mail::Role::Leader);
    std::unique_ptr<Machine> judge = court.laptop("judge", mail::Role::Judge);
    base::Instant now = SmallCourt::kNow;
    int year = domain::Date::in_china(SmallCourt::kNow).year();

    Offices() {
        const auto roster = os::read_file(court.folder / "court" / "roster.cyd", mail::kRosterBytesMax);
        for (Machine* machine : all())
            REQUIRE(machine->take_roster(*roster, now).has_value());
        const cases::Fields opening{{"applicant", std::string("申屠静")}, {"source", std::string("window")}};
        REQUIRE(open_case(*registrar, opening, now, court.random).has_value());
        meet();
    }
    std::vector<Machine*> all() { return {registrar.get(), leader.get(), judge.get()}; }
    void meet() {
        for (int round = 0; round < 3; ++round) {
            for (Machine* from : all())
                court.carry(*from, all());
            for (Machine* machine : all())
                REQUIRE(settle_cases(*machine, now, court.random).has_value());
        }
    }
    // The first day of the next year, and so many days after it.
    void go_to_new_year(int days) {
        const domain::Date first = *domain::Date::from_civil(year + 1, 1, 1);
        now = now + std::int64_t{first.days_since(domain::Date::in_china(now)) + days} * kYearDayMs;
    }
    domain::Date today() const { return domain::Date::in_china(now); }
    bool is_asked(Machine& machine) const {
        CaseBook book(machine);
        REQUIRE(book.renew(now).has_value());
        const auto tasks = book.tasks();
        return std::any_of(tasks.begin(), tasks.end(), [](const flow::TaskRow& row) { return row.what == "P15"; });
    }
    base::Result<void> say(Machine& machine, const char* day, const char* to) {
        return say_year_report_sent(machine, year, domain::Date::parse(day).value(), to, now, court.random);
    }
};

}  // namespace

TEST_CASE("the yearly report is asked for from the end of the year until it was sent, on every laptop of the office") {
    Offices at;
    CHECK_FALSE(at.is_asked(*at.registrar));  // the year is not over
    at.go_to_new_year(9);
    CHECK(at.is_asked(*at.registrar));
    CHECK(at.is_asked(*at.leader));
    CHECK_FALSE(at.is_asked(*at.judge));
    const YearView before = year_view(*at.leader, at.year, at.today()).value();
    CHECK(before.figures.came == 1);
    CHECK(before.due.due.date.month() <= 2);
    REQUIRE(at.say(*at.registrar, (std::to_string(at.year + 1) + "-01-08").c_str(), "县委政法委").has_value());
    CHECK_FALSE(at.is_asked(*at.registrar));
    CHECK(at.is_asked(*at.leader));  // nothing has come there yet
    at.meet();
    CHECK_FALSE(at.is_asked(*at.leader));
    CHECK(year_view(*at.leader, at.year, at.today()).value().sent->sent_to == "县委政法委");
    // It was a mistake: the leader takes it back, and both are asked again.
    at.now = at.now + 60'000;
    REQUIRE(say_year_report_sent(*at.leader, at.year, {}, "", at.now, at.court.random).has_value());
    at.meet();
    CHECK(at.is_asked(*at.registrar));
}

TEST_CASE("the yearly report: who may see and say it, of which year, on which day, to whom") {
    Offices at;
    at.go_to_new_year(9);
    const std::string next = std::to_string(at.year + 1);
    CHECK(year_view(*at.judge, at.year, at.today()).error().code == "year.office");
    CHECK(at.say(*at.judge, (next + "-01-08").c_str(), "政法委").error().code == "year.office");
    CHECK(year_view(*at.registrar, at.year + 2, at.today()).error().code == "year.unknown");
    CHECK(at.say(*at.registrar, (std::to_string(at.year) + "-12-30").c_str(), "政法委").error().code == "year.day");
    CHECK(at.say(*at.registrar, (next + "-01-20").c_str(), "政法委").error().code == "year.day");
    CHECK(at.say(*at.registrar, (next + "-01-08").c_str(), "").error().code == "year.to");
    const auto paper = year_paper(*at.registrar, at.year, at.today());
    REQUIRE(paper.has_value());
    CHECK(paper::draw_official(*paper).has_value());
}

TEST_CASE("a record of the yearly report that holds something else is set aside") {
    Offices at;
    auto inside = at.registrar->store().begin().value();
    const auto self = std::get<base::PersonId>(at.leader->author());
    const auto take = [&](const char* payload) {
        return take_year_report(*at.registrar, inside, base::RecordId::random(at.court.random), self, at.now, payload);
    };
    for (const char* payload : {"", "[]", "{}", R"({"sent":"2027-13-01","to":"x","year":2026})",
                                R"({"sent":"2027-01-08","to":5,"year":2026})", R"({"sent":"","to":"","year":1})"})
        CHECK(take(payload).error().code == "year.payload");
    CHECK(take(R"({"sent":"2027-01-08","to":"x","year":2026})").has_value());  // the control
    const auto judge = std::get<base::PersonId>(at.judge->author());
    CHECK(take_year_report(*at.registrar, inside, base::RecordId::random(at.court.random), judge, at.now,
                           R"({"sent":"2027-01-08","to":"x","year":2026})")
              .error()
              .code == "year.payload");
}

TEST_CASE("who is enrolled after the report was sent is not asked for it again") {
    Offices at;
    at.go_to_new_year(9);
    REQUIRE(at.say(*at.registrar, (std::to_string(at.year + 1) + "-01-08").c_str(), "县委政法委").has_value());
    at.meet();
    const auto late = at.court.laptop("late", mail::Role::Leader);
    const auto roster = os::read_file(at.court.folder / "court" / "roster.cyd", mail::kRosterBytesMax);
    const auto meet_all = [&] {
        for (int round = 0; round < 3; ++round) {
            std::vector<Machine*> all = at.all();
            all.push_back(late.get());
            for (Machine* from : all)
                at.court.carry(*from, all);
            for (Machine* machine : all)
                REQUIRE(settle_cases(*machine, at.now, at.court.random).has_value());
        }
    };
    const auto hear = [&] {
        for (Machine* machine : at.all())
            REQUIRE(machine->take_roster(*roster, at.now).has_value());
    };
    const auto of_year = [&](Machine& machine) { return year_view(machine, at.year, at.today()).value(); };
    SUBCASE("by the laptop of who said it") {
        hear();
        meet_all();
        CHECK(all_cases(*late).value().size() == 1);  // the case came, too: the report would be asked for
        CHECK_FALSE(at.is_asked(*late));
        CHECK(of_year(*late).sent->sent_to == "县委政法委");
        CHECK(of_year(*late).sent->person == std::get<base::PersonId>(at.registrar->author()));
        // Once told it is not told again.
        CHECK(settle_cases(*at.registrar, at.now, at.court.random).value() == 0);
        // What was said since does not give way to what was told once more.
        at.now = at.now + 60'000;
        REQUIRE(say_year_report_sent(*at.leader, at.year, {}, "", at.now, at.court.random).has_value());
        meet_all();
        meet_all();
        for (Machine* machine : {at.registrar.get(), at.leader.get(), late.get()})
            CHECK(at.is_asked(*machine));
    }
    SUBCASE("the control: before anybody has heard of them, nothing comes") { CHECK_FALSE(of_year(*late).sent); }
}
