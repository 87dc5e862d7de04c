// Doubles that nobody's act makes: they are there when the mail or a stick brings what another laptop did.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/cases/case_json.hpp"
#include "app/worker/case_acts.hpp"
#include "app/worker/case_book.hpp"
#include "app/worker/case_mail.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/case_stick.hpp"
#include "app/worker/doubles.hpp"
#include "app/worker/lead_acts.hpp"
#include "app/worker/leads.hpp"
#include "sync/os/files.hpp"
#include "tests/support/small_court.hpp"

using namespace courtyard;
using namespace courtyard::worker;
using test::SmallCourt;
using test::text;

namespace {

struct TwoRegistrars {
    SmallCourt court;
    std::unique_ptr<Machine> one = court.laptop("one", mail::Role::Registrar),
                             two = court.laptop("two", mail::Role::Registrar),
                             judge = court.laptop("judge", mail::Role::Judge),
                             caller = court.laptop("caller", mail::Role::Caller);
    base::Instant now = SmallCourt::kNow;

    TwoRegistrars() {
        const auto roster = os::read_file(court.folder / "court" / "roster.cyd", mail::kRosterBytesMax);
        for (Machine* machine : all())
            REQUIRE(machine->take_roster(*roster, now).has_value());
    }
    std::vector<Machine*> all() { return {one.get(), two.get(), judge.get(), caller.get()}; }
    // What everybody has goes to everybody, before anybody looks at it; how many records that made.
    std::size_t meet() {
        std::size_t made = 0;
        for (Machine* from : all())
            court.carry(*from, all());
        for (Machine* machine : all())
            made += settle_cases(*machine, now, court.random).value();
        return made;
    }
    void meet_to_the_end() {
        int rounds = 0;
        while (meet() > 0)
            REQUIRE(++rounds < 8);
    }
    cases::CaseId open(Machine& machine, const std::string& id, const std::string& number) {
        now = now + 60'000;
        const auto about = open_case(machine,
                                     {{"applicant", text("申屠静")},
                                      {"source", text("window")},
                                      {"answers", R"({"F1.06":")" + id + "\"}"},
                                      {"original_case", number}},
                                     now, court.random);
        REQUIRE_MESSAGE(about.has_value(), about.error().message);
        return *about;
    }
    static std::size_t questions(Machine& machine, const cases::CaseId& about) {
        return case_of(machine, about).value().inquiry.doubles.size();
    }
    static std::size_t asked(Machine& machine, const cases::CaseId& about) {
        const auto facts = facts_of(machine, about).value();
        return static_cast<std::size_t>(std::count_if(
            facts.begin(), facts.end(), [](const cases::Fact& fact) { return fact.kind == "double_asked"; }));
    }
    void check_the_same(const cases::CaseId& about) {
        const std::string here = cases::write_case(case_of(*one, about).value());
        CHECK(cases::write_case(case_of(*two, about).value()) == here);
    }
};

constexpr const char* kWho = "330199198603140177";
constexpr const char* kCase = "（2026）浙0199执123号";

}  // namespace

TEST_CASE_FIXTURE(TwoRegistrars, "two who did not know of each other opened the same: asked once, in the later case") {
    const auto first = open(*one, kWho, kCase);
    const auto later = open(*two, kWho, "测试县人民法院(2026)浙0199执00123号之一");
    const auto other = open(*two, "330199197001010017", kCase);  // another person
    CHECK(asked(*two, later) == 0);
    meet_to_the_end();
    for (Machine* machine : {one.get(), two.get()}) {
        CHECK(questions(*machine, later) == 1);
        CHECK(questions(*machine, first) == 0);
        CHECK(questions(*machine, other) == 0);
    }
    check_the_same(later);
    check_the_same(first);
    // Answered, it is not asked anew, whatever else comes.
    const auto question = case_of(*one, later).value().inquiry.doubles.front().asked_by;
    REQUIRE(act(*one,
                {later, "double_answered", {{"asked", question.text()}, {"same", false}, {"reasons", text("两件事")}}},
                now + 1, court.random)
                .has_value());
    REQUIRE(act(*two, {first, "remarked", {{"words", text("看过了")}}}, now + 2, court.random).has_value());
    const std::size_t before = asked(*one, later);
    meet_to_the_end();
    CHECK(asked(*one, later) == before);
    CHECK(check_tokens(*two, now, court.random).value().empty());
    CHECK(questions(*two, later) == 1);
    CHECK(case_of(*two, later).value().inquiry.doubles.front().answered_by.has_value());
}

TEST_CASE_FIXTURE(TwoRegistrars, "three laptops hear of it at once: one question, however many asked") {
    const auto first = open(*one, kWho, kCase);
    const auto later = open(*two, kWho, kCase);
    // Everybody has both cases before anybody looks.
    for (int round = 0; round < 2; ++round)
        for (Machine* from : all())
            court.carry(*from, all());
    for (Machine* machine : {one.get(), two.get()})
        CHECK(settle_cases(*machine, now, court.random).has_value());
    meet_to_the_end();
    CHECK(questions(*one, later) == 1);
    CHECK(questions(*two, later) == 1);
    CHECK(questions(*two, first) == 0);
    check_the_same(later);
    // The control: they were several facts, of which the fold made one.
    const auto folded = case_of(*one, later).value();
    CHECK(folded.inquiry.doubles.front().also.size() + 1 == asked(*one, later));
}

TEST_CASE_FIXTURE(TwoRegistrars, "a department's answer on another laptop makes a double: asked when it comes") {
    const auto known = open(*one, kWho, kCase);
    const auto vague = open(*one, kWho, "不清楚");
    meet_to_the_end();
    CHECK(questions(*one, vague) == 0);
    REQUIRE(act(*two, {vague, "department_asked", {{"department", text("执行局")}}}, now, court.random).has_value());
    REQUIRE(act(*two,
                {vague,
                 "department_answered",
                 {{"opinion", text("查到了")}, {"fits", true}, {"original_case", text("2026浙0199执123号")}}},
                now, court.random)
                .has_value());
    CHECK(questions(*two, vague) == 1);
    meet_to_the_end();
    CHECK(questions(*one, vague) == 1);
    CHECK(questions(*one, known) == 0);
    check_the_same(vague);
}

TEST_CASE_FIXTURE(TwoRegistrars, "a stick that brings another's case asks, and takes the question along") {
    open(*one, kWho, kCase);
    const auto later = open(*two, kWho, kCase);
    const test::TempFolder stick;
    for (int round = 0; round < 4; ++round)
        for (Machine* machine : all())
            REQUIRE(meet_case_stick(*machine, stick.path(), now, court.random).has_value());
    CHECK(questions(*one, later) == 1);
    CHECK(questions(*two, later) == 1);
    check_the_same(later);
    const auto quiet = meet_case_stick(*one, stick.path(), now, court.random).value();
    CHECK(quiet.made == 0);
    CHECK(quiet.written == 0);
}

TEST_CASE_FIXTURE(TwoRegistrars, "where nothing is given any more nobody is asked; the case that goes on is") {
    const auto first = open(*one, kWho, kCase);
    REQUIRE(act(*one, {first, "withdrawn", {{"how", text("书面")}}}, now, court.random).has_value());
    const auto later = open(*two, kWho, kCase);
    meet_to_the_end();
    CHECK(questions(*one, later) == 0);
    // The control: a third one, and it goes on.
    const auto third = open(*one, kWho, kCase);
    meet_to_the_end();
    CHECK(questions(*two, third) + questions(*two, later) == 1);
}

TEST_CASE_FIXTURE(TwoRegistrars, "two who filed two cases under one number are both asked, until one is corrected") {
    const auto first = open(*one, kWho, kCase);
    const auto second = open(*two, "330199197001010017", "（2026）浙0199执124号");
    const auto other = open(*two, "330199197001010017", "（2026）浙0199执125号");
    const auto file = [&](Machine& machine, const cases::CaseId& about, const char* number) {
        for (const auto& [kind, fields] :
             std::vector<std::pair<const char*, cases::Fields>>{{"department_asked", {{"department", text("执行局")}}},
                                                                {"sent_to_filing", {{"opinion", text("符合")}}},
                                                                {"filed", {{"number", text(number)}}}}) {
            now = now + 60'000;
            const auto done = act(machine, {about, kind, fields}, now, court.random);
            REQUIRE_MESSAGE(done.has_value(), done.error().message);
        }
    };
    file(*one, first, "（2026）浙0199司救执930号");
    file(*two, second, "(2026)浙0199司救执930号");
    file(*two, other, "（2026）浙0199司救执931号");
    const auto asked_about = [&](Machine& machine) {
        CaseBook book(machine);
        REQUIRE(book.renew(now).has_value());
        std::vector<cases::CaseId> about;
        for (const flow::TaskRow& row : book.tasks())
            if (row.what == "same_number") about.push_back(row.about);
        std::sort(about.begin(), about.end());
        return about;
    };
    CHECK(asked_about(*one).empty());
    meet_to_the_end();
    std::vector<cases::CaseId> both{first, second};
    std::sort(both.begin(), both.end());
    for (Machine* machine : {one.get(), two.get()})
        CHECK(asked_about(*machine) == both);
    CHECK(asked_about(*caller).empty());
    // Inside each of them, too: which other one, and what to do.
    const auto inside = [&](Machine& machine, const cases::CaseId& about) {
        flow::CaseView view = view_case(machine, about, now).value();
        CaseBook book(machine);
        REQUIRE(book.renew(now).has_value());
        book.tell_shared_number(view);
        return view;
    };
    for (const auto& [about, with] : {std::pair{first, second}, std::pair{second, first}}) {
        const flow::CaseView view = inside(*one, about);
        REQUIRE(view.number_shared.size() == 1);
        CHECK(view.number_shared.front().id == with);
        REQUIRE_FALSE(view.tasks.empty());
        CHECK(view.tasks.front().what == "same_number");
        CHECK(view.tasks.front().act == "details_corrected");
    }
    CHECK(inside(*two, other).number_shared.empty());
    now = now + 60'000;
    const auto corrected = act(
        *one, {second, "details_corrected", {{"number", text("（2026）浙0199司救执932号")}, {"reasons", text("重号")}}},
        now, court.random);
    REQUIRE_MESSAGE(corrected.has_value(), corrected.error().message);
    CHECK(asked_about(*one).empty());
    CHECK(inside(*one, first).number_shared.empty());
    meet_to_the_end();
    CHECK(asked_about(*two).empty());
}

TEST_CASE_FIXTURE(TwoRegistrars,
                  "two who open a case for one lead are both told, until one of the cases is taken back") {
    cases::Lead lead;
    lead.from = "民政局";
    lead.name = "申屠静";
    lead.why = "车祸后没有赔到钱";
    lead.on = domain::Date::in_china(now);
    const auto noted = note_lead(*one, lead, now, court.random);
    REQUIRE_MESSAGE(noted.has_value(), noted.error().message);
    meet_to_the_end();
    const auto open_of = [&](Machine& machine) {
        now = now + 60'000;
        const auto opened = open_case_of_lead(
            machine, noted->text(), {{"applicant", text("申屠静")}, {"source", text("transfer")}}, now, court.random);
        REQUIRE_MESSAGE(opened.has_value(), opened.error().message);
        return *opened;
    };
    const auto told = [&](Machine& machine, const char* what = "same_lead") {
        CaseBook book(machine);
        REQUIRE(book.renew(now).has_value());
        const auto leads = leads_to_show(machine);
        REQUIRE(leads.has_value());
        std::vector<cases::CaseId> about;
        for (const flow::TaskRow& row : book.tasks(*leads))
            if (row.what == what) about.push_back(row.about);
        std::sort(about.begin(), about.end());
        return about;
    };
    const auto first = open_of(*one), second = open_of(*two);
    CHECK(told(*one).empty());  // the control: neither knows of the other yet
    meet_to_the_end();
    std::vector<cases::CaseId> both{first, second};
    std::sort(both.begin(), both.end());
    // Each of those cases of which somebody is a member.
    const auto told_to_all = [&](const char* what) {
        std::vector<cases::CaseId> all = told(*one, what);
        const std::vector<cases::CaseId> others = told(*two, what);
        all.insert(all.end(), others.begin(), others.end());
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
        return all;
    };
    CHECK(told_to_all("same_lead") == both);
    flow::CaseView view = view_case(*two, second, now).value();
    CaseBook book(*two);
    REQUIRE(book.renew(now).has_value());
    book.tell_same_lead(view, leads_to_show(*two).value());
    REQUIRE_FALSE(view.tasks.empty());
    CHECK(view.tasks.front().what == "same_lead");
    const auto say = [&](Machine& machine, const cases::CaseId& about, const char* kind, const cases::Fields& fields) {
        now = now + 60'000;
        const auto done = act(machine, {about, kind, fields}, now, court.random);
        REQUIRE_MESSAGE(done.has_value(), done.error().message);
    };
    SUBCASE("one is taken back") {
        say(*two, second, "withdrawn", {{"how", text("重复立案")}});
        meet_to_the_end();
        CHECK(told_to_all("same_lead").empty());
    }
    SUBCASE("reported: one that cannot be taken back any more is not offered for it") {
        const auto not_filed = [&](Machine& machine, const cases::CaseId& about) {
            say(machine, about, "department_asked", {{"department", text("执行局")}});
            say(machine, about, "not_filed", {{"reasons", text("没有本院案件")}});
            meet_to_the_end();
        };
        not_filed(*one, first);
        CHECK(told_to_all("same_lead") == std::vector<cases::CaseId>{second});
        CHECK(told_to_all("same_lead_stays").empty());
        not_filed(*two, second);
        CHECK(told_to_all("same_lead").empty());
        CHECK(told_to_all("same_lead_stays") == both);
        // The control: a remark about something else ends nothing.
        say(*two, second, "remarked", {{"words", text("看过了")}});
        meet_to_the_end();
        CHECK(told_to_all("same_lead_stays") == both);
        cases::Fields fields;
        CaseBook now_known(*two);
        REQUIRE(now_known.renew(now).has_value());
        const auto leads = leads_to_show(*two);
        for (const flow::TaskRow& row : now_known.tasks(*leads))
            if (row.what == "same_lead_stays" && row.about == second) fields = row.prefill;
        REQUIRE(fields.contains("other_case"));
        fields["words"] = text("以先立的为准，后立的不再办");
        say(*two, second, "remarked", fields);
        meet_to_the_end();
        CHECK(told_to_all("same_lead_stays").empty());
    }
}
