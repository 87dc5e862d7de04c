// A day of calls on real laptops: two callers without a line, thirty people, some of whom both of them call; then lines
// that break, and in the end every laptop knows all that was heard, once.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "app/cases/case_json.hpp"
#include "app/cases/next_tasks.hpp"
#include "app/worker/case_acts.hpp"
#include "app/worker/case_shelf.hpp"
#include "tests/stories/five_laptops.hpp"

using namespace courtyard;
using namespace courtyard::test;

namespace {

using Lines = std::vector<std::string>;

constexpr int kPeople = 30, kCuts = 40;
constexpr std::size_t kCutMax = 24 * 1024;  // of a line that breaks: a few records, or half of one
constexpr std::array<const char*, 11> kMade{"O1", "O2", "O3", "O4", "O5", "O6", "O7", "O8", "O9", "O11", "O12"};
constexpr std::array<const char*, 8> kTried{"no_answer", "wrong_number", "declined", "later",
                                            "unsafe",    "other_person", "moved",    "died"};

std::string text(const char* words) { return words; }

cases::Fields call(Lines conclusions, bool unsafe = false) {
    return {{"plan", text("R1")},     {"way", text("phone")}, {"spoke_with", text("applicant")},
            {"asked_for_fee", false}, {"unsafe", unsafe},     {"conclusions", std::move(conclusions)}};
}
cases::Fields attempt(const std::string& outcome, const char* slot, const std::string& on = {}) {
    cases::Fields fields{{"plan", text("R1")}, {"way", text("phone")}, {"outcome", outcome}, {"slot", text(slot)}};
    if (!on.empty()) fields["on"] = on;
    if (outcome == "later") fields["again"] = text("2026-12-30");
    return fields;
}

struct CallersDay {
    FiveLaptops five{20261228};
    std::vector<cases::CaseId> people;

    std::string id_of(const char* who) { return std::get<base::PersonId>(five.of(who).author()).text(); }
    void say(const char* who, const cases::CaseId& about, const char* kind, cases::Fields fields) {
        five.tick();
        const auto done = worker::act(five.of(who), {about, kind, std::move(fields)}, five.now(who), five.random());
        REQUIRE_MESSAGE(done.has_value(), (std::string(kind) + ": " + done.error().message));
    }
    // Not this court's case: others are asked to help, and the person is asked how it goes.
    void open_one(int number) {
        const auto opened = worker::open_case(five.of("registrar"),
                                              cases::Fields{{"applicant", "申屠静" + std::to_string(number)},
                                                            {"source", text("window")},
                                                            {"phone", text("0571-64200013")}},
                                              five.now("registrar"), five.random());
        REQUIRE_MESSAGE(opened.has_value(), opened.error().message);
        const cases::CaseId& about = people.emplace_back(*opened);
        for (const auto& [who, as] :
             {std::pair{"judge", "handler"}, std::pair{"caller", "caller"}, std::pair{"leader", "leader"}})
            say("registrar", about, "joined", {{"person", id_of(who)}, {"as", text(as)}});
        say("registrar", about, "department_asked", {{"department", text("执行局")}});
        say("registrar", about, "not_filed", {{"reasons", text("不在本院")}});
        say("registrar", about, "served",
            {{"paper", text("not_filed")}, {"how", text("in_person")}, {"to", text("本人")}});
        say("registrar", about, "consent_given", {{"bodies", Lines{"civil_affairs"}}, {"how", text("signed")}});
        say("registrar", about, "referred",
            {{"item", text("N02")},
             {"body", text("civil_affairs")},
             {"asks", text("请看看能不能帮")},
             {"shared", Lines{"F1.01"}}});
    }
    cases::AidCase at(const char* who, std::size_t person) {
        auto folded = worker::case_of(five.of(who), people.at(person));
        REQUIRE_MESSAGE(folded.has_value(), folded.error().message);
        return *std::move(folded);
    }
};

std::multiset<std::string> outcomes(const cases::AidCase& folded) {
    std::multiset<std::string> out;
    for (const cases::NextTask& task : cases::next_tasks(folded))
        if (!task.outcome.empty()) out.insert(task.outcome);
    return out;
}

void check_no_doubles(const cases::AidCase& folded) {
    std::set<std::string> seen;
    for (const cases::NextTask& task : cases::next_tasks(folded))
        CHECK(seen.insert(task.code + task.plan + task.outcome + task.from.text()).second);
}

}  // namespace

TEST_CASE("thirty calls by two callers without a line, and lines that break: all outcomes, right tasks, no doubles") {
    CallersDay day;
    FiveLaptops& five = day.five;
    for (const char* who : FiveLaptops::kWho)
        five.connect(who);  // who works at the court
    for (int number = 0; number < kPeople; ++number)
        day.open_one(number);
    REQUIRE(five.rest());
    five.set_day(domain::Date::parse("2026-12-28").value());

    // What each of them heard; nobody has a line.
    std::vector<std::set<std::string>> wanted(kPeople);
    std::size_t person = 0;
    for (const char* outcome : kMade) {
        day.say("caller", day.people[person], "revisit_made", call({outcome}));
        if (std::string_view(outcome) != "O2") wanted[person].insert(outcome);
        ++person;
    }
    const std::size_t lost = person++;
    day.say("caller", day.people[lost], "revisit_tried", attempt("no_answer", "morning", "2026-12-26"));
    day.say("registrar", day.people[lost], "revisit_tried", attempt("declined", "noon", "2026-12-27"));
    day.say("caller", day.people[lost], "revisit_tried", attempt("no_answer", "evening"));
    wanted[lost].insert("O10");
    const std::size_t first_try = person;
    for (const char* outcome : kTried) {
        day.say("caller", day.people[person], "revisit_tried", attempt(outcome, "morning"));
        const bool is_gone = std::string_view(outcome) == "moved" || std::string_view(outcome) == "died";
        if (is_gone) wanted[person].insert("O12");
        ++person;
    }
    const std::size_t first_double = person;
    for (; person < kPeople; ++person) {
        day.say("caller", day.people[person], "revisit_made", call({"O4"}));
        day.say("registrar", day.people[person], "revisit_made", call({"O3", "O4"}, true));
        wanted[person] = {"O3", "O4"};
    }
    // The control: what one of them heard the other does not know yet.
    CHECK(outcomes(day.at("registrar", 0)).empty());
    CHECK(outcomes(day.at("caller", first_double)) == std::multiset<std::string>{"O4"});

    for (int cut = 0; cut < kCuts; ++cut)
        for (const char* who : {"caller", "registrar", "judge"})
            five.connect(who, static_cast<std::size_t>(five.chance(kCutMax)));
    for (std::size_t i = 0; i < kPeople; ++i)
        check_no_doubles(day.at("judge", i));  // whatever part has come
    REQUIRE(five.rest());

    for (std::size_t i = 0; i < kPeople; ++i) {
        CAPTURE(i);
        const cases::AidCase folded = day.at("judge", i);
        for (const char* who : {"registrar", "caller", "leader"})
            CHECK(cases::write_case(day.at(who, i)) == cases::write_case(folded));
        CHECK(outcomes(folded) == std::multiset<std::string>(wanted[i].begin(), wanted[i].end()));
        check_no_doubles(folded);
        const bool is_double = i >= first_double;
        const auto& revisits = folded.care.revisits;
        CHECK(revisits.size() == (is_double ? 2 : i == lost ? 3 : 1));
        CHECK(std::count_if(revisits.begin(), revisits.end(), [](const auto& each) { return !each.double_of; }) ==
              (i == lost ? 3 : 1));
        const bool is_try = i >= first_try && i < first_double;
        const bool is_unsafe = is_double || (is_try && std::string_view(kTried.at(i - first_try)) == "unsafe");
        CHECK(folded.care.alerts.size() == (is_unsafe ? 1 : 0));
        for (const cases::Entry& entry : folded.entries)
            if (entry.kind.starts_with("revisit")) CHECK(entry.standing == cases::Standing::InForce);
    }
}
