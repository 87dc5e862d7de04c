// One click on a real case: its papers come out of sealed facts, on each laptop that has the case, the same bytes.
#include "app/worker/court_papers.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "app/worker/case_acts.hpp"
#include "app/worker/case_mail.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/case_views.hpp"
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
    // The proof of serving lies in the file, and is given to nobody.
    CHECK(serve("service") == "fact.served.inside");
    CHECK(serve("report") == "fact.served.inside");
}

TEST_CASE("no paper is served on a day before it was there, and on that day it is") {
    SmallCourt court;
    auto registrar = court.laptop("registrar", mail::Role::Registrar);
    const domain::Date today = domain::Date::in_china(SmallCourt::kNow);
    const auto about = open_case(*registrar,
                                 {{"applicant", std::string("骆一苗")},
                                  {"source", std::string("window")},
                                  {"received_on", today.plus_days(-5).text()}},
                                 SmallCourt::kNow, court.random)
                           .value();
    const auto more = act(*registrar,
                          {about,
                           "more_asked",
                           {{"papers", std::vector<std::string>{"户口簿"}},
                            {"until", today.plus_days(20).text()},
                            {"on", today.plus_days(-2).text()}}},
                          SmallCourt::kNow + 60'000, court.random);
    REQUIRE_MESSAGE(more.has_value(), more.error().message);
    const auto serve = [&](const char* paper, int days) -> std::string {
        const auto done = act(*registrar,
                              {about,
                               "served",
                               {{"paper", std::string(paper)},
                                {"how", std::string("post")},
                                {"to", std::string("本人")},
                                {"on", today.plus_days(days).text()}}},
                              SmallCourt::kNow + 90'000, court.random);
        return done ? "served" : done.error().code;
    };
    CHECK(serve("supplement", -3) == "fact.served.before");
    CHECK(serve("supplement", -2) == "served");
    CHECK(serve("supplement", 0) == "served");
    // What they applied with was there when it came, however late the case was opened.
    CHECK(serve("notice", -6) == "fact.served.before");
    CHECK(serve("notice", -5) == "served");
}

namespace {

// The court's pack, one optional field more, as its next version.
base::Bytes pack_with_a_field_more(SmallCourt& court) {
    namespace fs = std::filesystem;
    const fs::path folder = court.home("pack-2");
    fs::copy("assets/packs/zhejiang-demo", folder, fs::copy_options::recursive);
    const auto edit = [&](const char* name, const std::string& from, const std::string& to) {
        const auto bytes = os::read_file(folder / name, 4 << 20);
        std::string text(base::as_text(*bytes));
        const std::size_t at = text.find(from);
        REQUIRE(at != std::string::npos);
        for (std::size_t next = at; next != std::string::npos; next = text.find(from, next + to.size()))
            text.replace(next, from.size(), to);
        REQUIRE(os::write_file(folder / name, base::as_bytes(text), os::Privacy::Public).has_value());
    };
    const std::string field = R"([[field]]
code = "F1.04a"
section = "who"
label = "是否打鱼"
ask = "是不是靠打鱼过日子？"
hint = "可以不填。"
type = "text"
required = "optional"
sensitive = "P"
chars_max = 50

)";
    edit("pack.toml", "version = 1\n", "version = 2\n");
    edit("forms/f1.toml", "[[field]]\ncode = \"F1.05\"", field + "[[field]]\ncode = \"F1.05\"");
    edit("forms/steps.toml", R"("F1.04"])", R"("F1.04", "F1.04a"])");
    const auto signing = open_court(court.folder / "court");
    REQUIRE(signing.has_value());
    const auto file = sign_pack(*signing, folder, {}, SmallCourt::kNow);
    REQUIRE_MESSAGE(file.has_value(), file.error().message);
    return *file;
}

}  // namespace

TEST_CASE("reported: one field more in one laptop's form leaves every answer on the papers of the others") {
    SmallCourt court;
    auto newer = court.laptop("newer", mail::Role::Registrar), older = court.laptop("older", mail::Role::Registrar);
    const auto roster = os::read_file(court.folder / "court" / "roster.cyd", mail::kRosterBytesMax);
    REQUIRE(newer->take_roster(*roster, SmallCourt::kNow).has_value());
    REQUIRE(newer->take_pack(pack_with_a_field_more(court), SmallCourt::kNow).has_value());
    REQUIRE(newer->pack().version == 2);
    const domain::Date today = domain::Date::in_china(SmallCourt::kNow);
    const auto opened = [&](const char* answers) {
        const auto about = open_case(
            *newer,
            {{"applicant", std::string("佴大")}, {"source", std::string("window")}, {"answers", std::string(answers)}},
            SmallCourt::kNow, court.random);
        REQUIRE_MESSAGE(about.has_value(), about.error().message);
        return *about;
    };
    const char* told = R"({"F1.01":"佴大","F1.04a":"是","F1.08":"浙江省测试县云坞乡石桥村9组","F1.71":"房子烧了"})";
    const char* plain = R"({"F1.01":"佴大","F1.08":"浙江省测试县云坞乡石桥村9组","F1.71":"房子烧了"})";
    const auto about = opened(told), control = opened(plain);
    for (const auto& id : {about, control}) {
        const cases::Fields asked{{"papers", std::vector<std::string>{"户口簿"}},
                                  {"until", today.plus_days(20).text()}};
        const auto more = act(*newer, {id, "more_asked", asked}, SmallCourt::kNow + 60'000, court.random);
        REQUIRE_MESSAGE(more.has_value(), more.error().message);
    }
    court.carry(*newer, {older.get()});
    REQUIRE(settle_cases(*older, SmallCourt::kNow + 90'000, court.random).has_value());

    const auto empty = [&](const cases::CaseId& id) {
        const auto made = make_paper(*older, {id, "registration", {}, today});
        REQUIRE_MESSAGE(made.has_value(), made.error().message);
        return made->made.empty;
    };
    CHECK(empty(about) == empty(control));
    const auto left = empty(about);
    CHECK(std::find(left.begin(), left.end(), "F1.08") == left.end());
    const auto others = [&](Machine& machine, const cases::CaseId& id) {
        const auto view = view_case(machine, id, SmallCourt::kNow + 120'000);
        REQUIRE(view.has_value());
        REQUIRE(view->application.has_value());
        std::vector<std::string> codes;
        for (const auto& [code, answer] : view->application->others)
            codes.push_back(code);
        return codes;
    };
    CHECK(others(*older, about) == std::vector<std::string>{"F1.04a"});
    CHECK(others(*older, control).empty());
    CHECK(others(*newer, about).empty());

    // A paper that was signed under another pack says so itself; on a laptop that has that pack nothing is said.
    const auto elsewhere = make_paper(*older, {about, "supplement", {}, today});
    const auto here = make_paper(*newer, {about, "supplement", {}, today});
    REQUIRE(elsewhere.has_value());
    REQUIRE(here.has_value());
    CHECK(elsewhere->made.record == here->made.record);
    CHECK(here->made.signed_under.empty());
    CHECK(elsewhere->made.signed_under == "zhejiang-demo@2");
    REQUIRE(elsewhere->made.paper.notes.size() == here->made.paper.notes.size() + 1);
    CHECK(elsewhere->made.paper.notes.back().find("zhejiang-demo@1") != std::string::npos);
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
