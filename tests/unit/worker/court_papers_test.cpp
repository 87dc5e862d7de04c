// One click on a real case: its papers come out of sealed facts, on each laptop that has the case, the same bytes.
#include "app/worker/court_papers.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "app/worker/case_acts.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/letters.hpp"
#include "sync/os/files.hpp"
#include "tests/support/small_court.hpp"

using namespace courtyard;
using namespace courtyard::worker;
using test::SmallCourt;

TEST_CASE("papers are made of a case that came from a kiosk, before and after it is filed") {
    SmallCourt court;
    auto kiosk = court.kiosk(), registrar = court.laptop("registrar", mail::Role::Registrar);
    static_cast<void>(court.file(*kiosk));
    court.carry(*kiosk, {registrar.get()});
    const auto id = list_inbox(*registrar).value().front().id.text();
    const auto about = open_case(*registrar, id, SmallCourt::kNow, court.random).value();
    const domain::Date today = domain::Date::in_china(SmallCourt::kNow);

    const auto notice = make_paper(*registrar, {about, "notice", {}, today});
    REQUIRE_MESSAGE(notice.has_value(), notice.error().message);
    CHECK(base::as_text(notice->pdf).starts_with("%PDF-"));
    const auto form = make_paper(*registrar, {about, "registration", {}, today});
    REQUIRE_MESSAGE(form.has_value(), form.error().message);
    CHECK(form->made.record == notice->made.record);
    CHECK(std::find(form->made.empty.begin(), form->made.empty.end(), "F1.01") == form->made.empty.end());
    CHECK(make_paper(*registrar, {about, "registration", {}, today})->pdf == form->pdf);

    CHECK(make_paper(*registrar, {about, "acceptance", {}, today}).error().code == "paper.not_yet");
    CHECK(make_paper(*registrar, {about, "none", {}, today}).error().code == "paper.unknown");
    const auto ids = [&] {
        std::vector<std::string> all;
        const auto held = papers_of(*registrar, about, today).value();
        for (const auto& offer : held)
            all.push_back(offer.id);
        return all;
    };
    CHECK(ids() == std::vector<std::string>{"notice", "registration"});

    const auto more = act(
        *registrar,
        {about, "more_asked", {{"papers", std::vector<std::string>{"户口簿"}}, {"until", std::string("2027-01-11")}}},
        SmallCourt::kNow + 60'000, court.random);
    REQUIRE_MESSAGE(more.has_value(), more.error().message);
    CHECK(ids() == std::vector<std::string>{"notice", "registration", "supplement"});
    CHECK(make_paper(*registrar, {about, "supplement", {}, today})->made.record == *more);
    CHECK(make_paper(*kiosk, {about, "notice", {}, today}).error().code == "case.role");
}

TEST_CASE("what was served is a paper that the case gives: its title becomes its id, and what is none is refused") {
    SmallCourt court;
    auto kiosk = court.kiosk(), registrar = court.laptop("registrar", mail::Role::Registrar);
    static_cast<void>(court.file(*kiosk));
    court.carry(*kiosk, {registrar.get()});
    const auto id = list_inbox(*registrar).value().front().id.text();
    const auto about = open_case(*registrar, id, SmallCourt::kNow, court.random).value();
    const auto serve = [&](const char* paper) -> std::string {
        const auto done =
            act(*registrar,
                {about,
                 "served",
                 {{"paper", std::string(paper)}, {"how", std::string("post")}, {"to", std::string("本人")}}},
                SmallCourt::kNow + 60'000, court.random);
        if (!done) return done.error().code;
        const auto facts = facts_of(*registrar, about).value();
        for (const cases::Fact& fact : facts)
            if (fact.id == *done) return std::string(fact.text("paper"));
        return {};
    };
    CHECK(serve("notice") == "notice");
    CHECK(serve("国家司法救助申请须知") == "notice");
    CHECK(serve(" 申请须知 ") == "notice");
    CHECK(serve("一次性补正告知书") == "fact.served.not_yet");
    CHECK(serve("救助决定书") == "fact.served.not_yet");  // nobody has decided
    CHECK(serve("decision_grant") == "fact.served.not_yet");
    CHECK(serve("民事判决书") == "fact.served.paper");
    CHECK(serve("书") == "fact.served.paper");
    const auto more = act(
        *registrar,
        {about, "more_asked", {{"papers", std::vector<std::string>{"户口簿"}}, {"until", std::string("2027-01-11")}}},
        SmallCourt::kNow + 90'000, court.random);
    REQUIRE_MESSAGE(more.has_value(), more.error().message);
    CHECK(serve("补正告知书") == "supplement");
}

TEST_CASE("a letter that is printed again tells of what its author knew, and the next one of what was found since") {
    SmallCourt court;
    auto kiosk = court.kiosk(), registrar = court.laptop("registrar", mail::Role::Registrar);
    static_cast<void>(court.file(*kiosk));
    court.carry(*kiosk, {registrar.get()});
    const auto id = list_inbox(*registrar).value().front().id.text();
    const auto about = open_case(*registrar, id, SmallCourt::kNow, court.random).value();
    const domain::Date today = domain::Date::in_china(SmallCourt::kNow);
    std::int64_t minutes = 0;
    const auto must = [&](const char* kind, cases::Fields fields) {
        const auto done =
            act(*registrar, {about, kind, std::move(fields)}, SmallCourt::kNow + 60'000 * ++minutes, court.random);
        REQUIRE_MESSAGE(done.has_value(), done.error().message);
        return *done;
    };
    const auto ask = [&](const char* where) {
        return must("linkage_asked", {{"court", std::string(where)}, {"reasons", std::string("生活仍然很难")}});
    };
    const auto letter = [&](const cases::FactId& fact) {
        const auto made = make_paper(*registrar, {about, "linkage", fact, today});
        REQUIRE_MESSAGE(made.has_value(), made.error().message);
        CHECK(made->made.record == fact);
        return made->pdf;
    };
    const auto says_aided = [&](const cases::FactId& fact) {
        const auto made = make_paper(*registrar, {about, "linkage", fact, today});
        REQUIRE(made.has_value());
        return std::any_of(made->made.paper.blocks.begin(), made->made.paper.blocks.end(), [](const auto& block) {
            const auto* prose = std::get_if<paper::Prose>(&block);
            return prose != nullptr &&
                   prose->text.find("某某县人民检察院（电话核实，去年给过三万元）") != std::string::npos;
        });
    };
    const auto first = ask("测试市中级人民法院");
    const base::Bytes as_signed = letter(first);
    const auto asked = must("double_asked", {{"token", std::string("t")}, {"where", std::string("某某县人民检察院")}});
    must("double_answered",
         {{"asked", asked.text()}, {"same", true}, {"reasons", std::string("电话核实，去年给过三万元。")}});
    CHECK(letter(first) == as_signed);
    CHECK_FALSE(says_aided(first));
    CHECK(says_aided(ask("测试省高级人民法院")));
}

TEST_CASE("form and notice of a filed case are printed again as they were, though more happens, and a name set right") {
    SmallCourt court;
    auto kiosk = court.kiosk(), registrar = court.laptop("registrar", mail::Role::Registrar),
         judge = court.laptop("judge", mail::Role::Judge);
    const auto roster = os::read_file(court.folder / "court" / "roster.cyd", mail::kRosterBytesMax);
    REQUIRE(registrar->take_roster(*roster, SmallCourt::kNow).has_value());
    static_cast<void>(court.file(*kiosk));
    court.carry(*kiosk, {registrar.get()});
    const auto id = list_inbox(*registrar).value().front().id.text();
    const auto about = open_case(*registrar, id, SmallCourt::kNow, court.random).value();
    const domain::Date today = domain::Date::in_china(SmallCourt::kNow);
    std::int64_t minutes = 0;
    const auto must = [&](const char* kind, cases::Fields fields) {
        const auto done =
            act(*registrar, {about, kind, std::move(fields)}, SmallCourt::kNow + 60'000 * ++minutes, court.random);
        REQUIRE_MESSAGE(done.has_value(), kind << ": " << done.error().message);
    };
    const auto printed = [&](const char* paper) {
        const auto made = make_paper(*registrar, {about, paper, {}, today});
        REQUIRE_MESSAGE(made.has_value(), made.error().message);
        return made->pdf;
    };
    must("department_asked", {{"department", std::string("执行局")}});
    const base::Bytes unfinished = printed("registration");
    must("sent_to_filing", {{"opinion", std::string("建议立案")}});
    CHECK(printed("registration") != unfinished);  // the control: until then it grows
    must("filed", {{"number", std::string("（2026）浙0199司救执1号")}});
    const base::Bytes form = printed("registration"), notice = printed("acceptance");
    const base::PersonId handler = std::get<base::PersonId>(judge->author());
    must("assigned", {{"handler", handler.text()}});
    CHECK(printed("registration") == form);
    // Not handed over yet: the notice names who handles the case. Once it is, it stays.
    const base::Bytes with_judge = printed("acceptance");
    CHECK(with_judge != notice);
    must("served",
         {{"paper", std::string("acceptance")}, {"to", std::string("本人")}, {"how", std::string("in_person")}});
    CHECK(printed("acceptance") == with_judge);
    must("assigned", {{"handler", std::get<base::PersonId>(registrar->author()).text()}});
    must("guardian_changed", {{"as", std::string("agent")},
                              {"name", std::string("裘小梅")},
                              {"relation", std::string("侄女")},
                              {"reasons", std::string("本人委托")}});
    CHECK(printed("registration") == form);
    CHECK(printed("acceptance") == with_judge);
    must("details_corrected", {{"applicant", std::string("申屠静")}, {"reasons", std::string("名字写错了")}});
    CHECK(printed("registration") != form);
    CHECK(printed("acceptance") != with_judge);
}

TEST_CASE("the notice of a case that was handed over before somebody handles it stays without a name") {
    SmallCourt court;
    auto registrar = court.laptop("registrar", mail::Role::Registrar), judge = court.laptop("judge", mail::Role::Judge);
    const auto roster = os::read_file(court.folder / "court" / "roster.cyd", mail::kRosterBytesMax);
    REQUIRE(registrar->take_roster(*roster, SmallCourt::kNow).has_value());
    const cases::Fields opening{{"applicant", std::string("申屠静")}, {"source", std::string("window")}};
    const auto about = open_case(*registrar, opening, SmallCourt::kNow, court.random).value();
    std::int64_t minutes = 0;
    const auto must = [&](const char* kind, cases::Fields fields) {
        const auto done =
            act(*registrar, {about, kind, std::move(fields)}, SmallCourt::kNow + 60'000 * ++minutes, court.random);
        REQUIRE_MESSAGE(done.has_value(), kind << ": " << done.error().message);
    };
    const auto printed = [&] {
        const auto made = make_paper(*registrar, {about, "acceptance", {}, domain::Date::in_china(SmallCourt::kNow)});
        REQUIRE_MESSAGE(made.has_value(), made.error().message);
        return made->pdf;
    };
    must("department_asked", {{"department", std::string("执行局")}});
    must("sent_to_filing", {{"opinion", std::string("建议立案")}});
    must("filed", {{"number", std::string("（2026）浙0199司救执1号")}});
    const base::Bytes notice = printed();
    must("served",
         {{"paper", std::string("acceptance")}, {"to", std::string("本人")}, {"how", std::string("in_person")}});
    must("assigned", {{"handler", std::get<base::PersonId>(judge->author()).text()}});
    CHECK(printed() == notice);
}
