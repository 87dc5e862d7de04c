// Who sees what: every right of every office, as the program has it and as a court's pack leaves it, looked at through
// the functions that show something. And the log of who looked, on its way to the leader.
#include "app/worker/case_rights.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/cases/bank_number.hpp"
#include "app/domain/mask.hpp"
#include "app/flow/case_desk.hpp"
#include "app/worker/case_acts.hpp"
#include "app/worker/case_mail.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/case_views.hpp"
#include "app/worker/court_papers.hpp"
#include "app/worker/letters.hpp"
#include "app/worker/view_mail.hpp"
#include "sync/os/files.hpp"
#include "tests/support/small_court.hpp"

using namespace courtyard;
using namespace courtyard::worker;
using cases::Right;
using cases::Role;
using test::SmallCourt;
using test::text;

namespace {

constexpr std::int64_t kRightsDayMs = 24LL * 3600 * 1000;
constexpr const char* kCardNumber = "6222020200112230014";

// One of each office, all on one case that came from the kiosk; in it somebody typed a bank number.
struct Bureau {
    SmallCourt court;
    std::unique_ptr<Machine> kiosk = court.kiosk();
    std::vector<std::unique_ptr<Machine>> people;  // in the order of cases::Role
    base::Instant now = SmallCourt::kNow;
    cases::CaseId about;
    int packs = 1;

    Bureau() {
        for (const auto role :
             {mail::Role::Registrar, mail::Role::Judge, mail::Role::Committee, mail::Role::Caller, mail::Role::Leader})
            people.push_back(court.laptop(std::string(mail::name_of(role)), role));
        const auto roster = os::read_file(court.folder / "court" / "roster.cyd", mail::kRosterBytesMax);
        for (Machine* machine : all())
            REQUIRE(machine->take_roster(*roster, now).has_value());
        static_cast<void>(court.file(*kiosk));
        meet();
        Machine& registrar = of(Role::Registrar);
        about = open_case(registrar, list_inbox(registrar).value().front().id.text(), now, court.random).value();
        must(registrar, "department_asked", {{"department", text("执行局")}});
        must(registrar, "joined", {{"person", self(of(Role::Committee)).text()}, {"as", text("committee")}});
        must(registrar, "joined", {{"person", self(of(Role::Caller)).text()}, {"as", text("caller")}});
        must(registrar, "sent_to_filing", {{"opinion", text("符合")}});
        must(registrar, "filed", {{"number", text("（2026）浙0199司救执1号")}});
        must(registrar, "assigned", {{"handler", self(of(Role::Judge)).text()}});
        must(registrar, "remarked", {{"words", "卡号" + text(kCardNumber) + "，电话13800000000"}});
        meet();
    }
    void check_knows_own_views_alone(Machine& machine) const {
        const auto kept = machine.store().view_log.of_case(about, 100).value();
        for (const store::View& view : kept)
            CHECK(view.person == self(machine));
    }
    Machine& of(Role role) { return *people.at(static_cast<std::size_t>(role)); }
    static base::PersonId self(const Machine& machine) { return std::get<base::PersonId>(machine.author()); }
    std::vector<Machine*> all() {
        std::vector<Machine*> out{kiosk.get()};
        for (const auto& each : people)
            out.push_back(each.get());
        return out;
    }
    void must(Machine& machine, const char* kind, cases::Fields fields) {
        now = now + 60'000;
        const auto done = act(machine, {about, kind, std::move(fields)}, now, court.random);
        REQUIRE_MESSAGE(done.has_value(), done.error().message);
    }
    void meet() {
        for (int round = 0; round < 3; ++round) {
            for (Machine* from : all())
                court.carry(*from, all());
            for (Machine* machine : all())
                if (!machine->is_kiosk()) REQUIRE(settle_cases(*machine, now, court.random).has_value());
        }
    }

    // Everybody gets a pack whose [rights] read like this: "account = [...]", one line for each.
    void publish(const std::map<std::string, std::string>& rights) {
        namespace fs = std::filesystem;
        const fs::path folder = court.folder / "pack";
        if (!fs::exists(folder)) fs::copy("assets/packs/zhejiang-demo", folder, fs::copy_options::recursive);
        const auto edit = [&](const fs::path& path, const auto& change) {
            std::ifstream in(path);
            std::string line, out;
            while (std::getline(in, line))
                out += change(line) + "\n";
            in.close();
            std::ofstream(path, std::ios::trunc) << out;
        };
        ++packs;
        edit(folder / "pack.toml", [&](const std::string& line) {
            return line.starts_with("version = ") ? "version = " + std::to_string(packs) : line;
        });
        edit(folder / "rules" / "roles.toml", [&](const std::string& line) {
            const auto right = rights.find(line.substr(0, line.find(' ')));
            return right == rights.end() ? line : right->first + " = [" + right->second + "]";
        });
        const CourtFolder signing = open_court(court.folder / "court").value();
        const auto file = sign_pack(signing, folder, {}, now);
        REQUIRE_MESSAGE(file.has_value(), file.error().message);
        for (const auto& machine : people)
            REQUIRE(machine->take_pack(*file, now).has_value());
    }

    // Whether it is seen; what each of the ways to it says must agree.
    bool sees_account(Machine& machine) {
        const auto view = view_case(machine, about, now).value();
        const bool in_facts = std::any_of(view.facts.begin(), view.facts.end(), [](const cases::Fact& fact) {
            return std::string(fact.text("words")).find(kCardNumber) != std::string::npos;
        });
        for (const cases::Fact& fact : view.facts) {
            CHECK(fact.text("answers").find("F1.80") == std::string_view::npos);
            if (fact.kind == "remarked" && !in_facts) {
                CHECK_FALSE(cases::holds_bank_number(fact.text("words")));
                CHECK(fact.text("words").find(kCardNumber) == std::string_view::npos);
            }
        }
        CHECK(view.account.has_value() == (in_facts && machine.reads_intake()));
        const auto shown = show_application(machine, view.folded.application->text());
        CHECK(shown.has_value() == machine.reads_intake());
        if (shown) {
            CHECK((shown->payload.find("F1.80") != std::string::npos) == in_facts);
        }
        return in_facts;
    }
    bool sees_papers(Machine& machine) {
        const domain::Date today = domain::Date::in_china(now);
        const auto made = make_paper(machine, {about, "acceptance", {}, today, now});
        const auto offers = papers_of(machine, about, today);
        CHECK(made.has_value() == offers.has_value());
        CHECK(view_case(machine, about, now).value().papers.empty() != made.has_value());
        if (!made) CHECK(made.error().code == "right.papers");
        return made.has_value();
    }
    bool sees_log(Machine& machine) {
        const auto views = views_of(machine, about, 100);
        if (!views) CHECK(views.error().code == "right.view_log");
        return views.has_value();
    }
    bool sees(Right right, Machine& machine) {
        switch (right) {
            case Right::Account: return sees_account(machine);
            case Right::Papers: return sees_papers(machine);
            case Right::Statistics: return must_see(machine, right).has_value();
            case Right::ViewLog: return sees_log(machine);
        }
        return false;
    }
};

std::vector<Role> roles_in(cases::Roles roles) {
    std::vector<Role> out;
    for (std::size_t i = 0; i < cases::kRoleNames.size(); ++i)
        if (roles.has(static_cast<Role>(i))) out.push_back(static_cast<Role>(i));
    return out;
}

}  // namespace

TEST_CASE_FIXTURE(Bureau,
                  "every right of every office, allowed and denied, as the program has it and as the pack leaves it") {
    std::map<std::string, cases::Roles> left;
    for (std::size_t i = 0; i < cases::kRightNames.size(); ++i)
        left[std::string(cases::kRightNames[i])] = cases::who_may(static_cast<Right>(i));
    const auto look = [&](const std::string& with) {
        int cells = 0;
        for (std::size_t i = 0; i < cases::kRightNames.size(); ++i)
            for (std::size_t role = 0; role < cases::kRoleNames.size(); ++role, ++cells) {
                CAPTURE(with);
                CAPTURE(cases::kRightNames[i]);
                CAPTURE(cases::kRoleNames[role]);
                const bool may = left.at(std::string(cases::kRightNames[i])).has(static_cast<Role>(role));
                CHECK(sees(static_cast<Right>(i), of(static_cast<Role>(role))) == may);
            }
        CHECK(cells == 20);
    };
    look("the program's own");
    CHECK_FALSE(may_see(*kiosk, Right::Papers));
    // From each right the pack takes one office after the other.
    for (std::size_t round = 0; round < cases::kRoleNames.size(); ++round) {
        std::map<std::string, std::string> lines;
        for (std::size_t i = 0; i < cases::kRightNames.size(); ++i) {
            const auto all = roles_in(cases::who_may(static_cast<Right>(i)));
            cases::Roles roles;
            std::string line;
            for (const Role role : all) {
                if (role == all[round % all.size()]) continue;
                roles.add(role);
                line += (line.empty() ? "\"" : ", \"") + std::string(cases::name_of(role)) + "\"";
            }
            left[std::string(cases::kRightNames[i])] = roles;
            lines[std::string(cases::kRightNames[i])] = line;
        }
        publish(lines);
        look("round " + std::to_string(round));
    }
}

TEST_CASE("an identity number that was told by word of mouth is masked, a passport's more than a citizen's") {
    std::vector<cases::Fact> facts(3);
    facts[0].kind = "case_opened";
    facts[0].fields = {{"applicant", text("端木赐")}, {"document", text("33019919751230053X")}};
    facts[1].kind = "identified";
    facts[1].fields = {{"document", text("E12345678")}};
    facts[2].kind = "remarked";
    facts[2].fields = {{"words", text("没有证件")}};
    hide_documents(facts);
    CHECK(facts[0].text("document") == "330***********053X");
    CHECK(facts[0].text("applicant") == "端木赐");
    CHECK(facts[1].text("document") == "E******78");
    CHECK(facts[2].text("words") == "没有证件");
}

TEST_CASE("long numbers lose all but their last four digits, in whatever width, and nothing else does") {
    std::vector<cases::Fact> facts(1);
    facts[0].kind = "remarked";
    facts[0].fields = {{"words", text("卡6222020200112230014")},
                       {"wide", text("６２２２０２０２００１１２２３００１４")},
                       {"parted", text("6222 0202 0011 2230 014")},
                       {"phone", text("电话13800000000")},
                       {"digest", text("00112233445566778899aabbccddeeff")},
                       {"amount", std::int64_t{6222020200112230014}},
                       {"list", std::vector<std::string>{"33010219800101001X", "无"}}};
    const cases::Fields before = facts[0].fields;
    hide_long_numbers(facts);
    CHECK(facts[0].text("words") == "卡***************0014");
    CHECK(facts[0].text("wide") == "***************００１４");
    CHECK(facts[0].text("parted") == "**** **** **** ***0 014");
    CHECK(facts[0].texts("list") == std::vector<std::string>{"*************1001X", "无"});
    for (const char* same : {"phone", "digest", "amount"})
        CHECK(facts[0].fields[same] == before.at(same));
}

TEST_CASE("numbers of passports and permits are hidden where those of residents are, and no other word is") {
    std::vector<cases::Fact> facts(1);
    facts[0].kind = "identified";
    facts[0].fields = {{"document", text("E12345678")}, {"reasons", text("护照EA1234567，通行证 h12345678 也在")}};
    cases::Fact remark;
    remark.kind = "remarked";
    remark.fields = {{"one", text("护照号E12345678。")}, {"wide", text("Ｅ１２３４５６７８")},
                     {"parted", text("M 12345678")},     {"permit", text("台胞证01234567")},
                     {"item", text("N08、F1.06、A3纸")}, {"digest", text("e1234567aabbccddeeff0011")},
                     {"word", text("ABCD12345678")},     {"number", text("（2026）浙0199司救执12号")}};
    const cases::Fields before = remark.fields;
    facts.push_back(remark);
    hide_long_numbers(facts);
    CHECK(facts[0].text("document") == "E******78");
    CHECK(facts[0].text("reasons") == "护照EA***4567，通行证 h****5678 也在");
    CHECK(facts[1].text("one") == "护照号E****5678。");
    CHECK(facts[1].text("wide") == "Ｅ****５６７８");
    CHECK(facts[1].text("parted") == "M ****5678");
    // Eight digits alone may be a day; they are hidden where a document is asked for.
    for (const char* same : {"permit", "item", "digest", "word", "number"})
        CHECK(facts[1].fields[same] == before.at(same));
}

TEST_CASE_FIXTURE(Bureau, "who looked at what is told to the leader the next day, by the case and once") {
    Machine& judge = of(Role::Judge);
    Machine& leader = of(Role::Leader);
    REQUIRE(view_case(judge, about, now).has_value());
    REQUIRE(make_paper(judge, {about, "acceptance", {}, domain::Date::in_china(now), now}).has_value());
    const auto lines = [&](Machine& at) {
        std::vector<std::string> out;
        const auto views = views_of(at, about, 100).value();
        for (const store::View& view : views)
            if (view.person == self(judge)) out.push_back(view.what);
        std::sort(out.begin(), out.end());
        return out;
    };
    meet();
    CHECK(lines(leader).empty());  // not on the same day
    now = now + kRightsDayMs;
    meet();
    CHECK(lines(leader) == std::vector<std::string>{"case", "paper.acceptance"});
    now = now + kRightsDayMs;
    meet();
    CHECK(lines(leader).size() == 2);
    // To nobody else, the registrar included, who may see the log of their own laptop.
    CHECK(lines(of(Role::Registrar)).empty());
    for (const Role other : {Role::Registrar, Role::Committee, Role::Caller})
        CHECK(of(other).store().view_log.of_case(about, 100).value().empty());
    // Nobody but the leader can open what carried it: to all others it is a closed record like one that brings a key.
    for (Machine* machine : all()) {
        if (machine->is_kiosk() || machine == &leader || machine == &judge) continue;
        auto kinds = machine->store().database().statement("SELECT count(*) FROM case_record WHERE kind = 'views'");
        REQUIRE(kinds.step().value());
        CHECK(kinds.integer(0) == 0);
    }

    SUBCASE("who is no longer on the case hears nothing more of it, and loses what they heard") {
        must(leader, "conflict_declared", {{"person", self(leader).text()}, {"reasons", text("是邻居")}});
        meet();
        REQUIRE(view_case(judge, about, now).has_value());
        now = now + kRightsDayMs;
        meet();
        CHECK(views_of(leader, about, 100).error().code == "case.unknown");
        check_knows_own_views_alone(leader);
    }
    SUBCASE("where the pack lets leaders see no log, they are told nothing") {
        publish({{"view_log", "\"registrar\""}});
        REQUIRE(view_case(judge, about, now).has_value());
        now = now + kRightsDayMs;
        meet();
        CHECK(views_of(leader, about, 100).error().code == "right.view_log");
        CHECK(leader.store().view_log.of_case(about, 100).value().size() >= 2);
        CHECK(tell_views(judge, now + kRightsDayMs, court.random).value() == 0);
    }
}

TEST_CASE_FIXTURE(Bureau, "who looked and was then taken off the case is told of like everybody") {
    Machine& member = of(Role::Committee);
    Machine& leader = of(Role::Leader);
    const auto lines = [&] {
        const auto views = views_of(leader, about, 100).value();
        return std::count_if(views.begin(), views.end(),
                             [&](const store::View& view) { return view.person == self(member); });
    };
    REQUIRE(view_case(member, about, now).has_value());
    const auto taken_off = [&](Machine& by, const char* kind) {
        if (text(kind) == "left")
            must(by, kind, {{"person", self(member).text()}, {"why", text("done")}});
        else
            must(by, kind, {{"person", self(member).text()}, {"reasons", text("是邻居")}});
    };
    SUBCASE("for a conflict of interest, by the registrar") { taken_off(of(Role::Registrar), "conflict_declared"); }
    SUBCASE("by the leader") { taken_off(leader, "left"); }
    SUBCASE("by themselves") { taken_off(member, "left"); }
    meet();
    CHECK(case_of(member, about).error().code == "case.unknown");
    CHECK(lines() == 0);  // not on the same day
    now = now + kRightsDayMs;
    meet();
    CHECK(lines() == 1);
    now = now + kRightsDayMs;
    meet();
    CHECK(lines() == 1);
}

TEST_CASE_FIXTURE(Bureau, "what was looked at while no leader was on the case is told to the one who comes") {
    Machine& member = of(Role::Committee);
    Machine& leader = of(Role::Leader);
    const auto lines = [&] {
        const auto views = views_of(leader, about, 100).value();
        return std::count_if(views.begin(), views.end(),
                             [&](const store::View& view) { return view.person == self(member); });
    };
    must(of(Role::Registrar), "left", {{"person", self(leader).text()}, {"why", text("reassigned")}});
    meet();
    REQUIRE(case_of(leader, about).error().code == "case.unknown");
    REQUIRE(view_case(member, about, now).has_value());
    for (int day = 0; day < 2; ++day) {
        now = now + kRightsDayMs;
        meet();
        CHECK(leader.store().view_log.of_case(about, 100).value().empty());  // off the case they hear nothing
    }
    must(of(Role::Registrar), "joined", {{"person", self(leader).text()}, {"as", text("leader")}});
    meet();
    now = now + kRightsDayMs;
    meet();
    CHECK(lines() == 1);
    now = now + kRightsDayMs;
    meet();
    CHECK(lines() == 1);  // once
}

TEST_CASE_FIXTURE(Bureau, "a leader who was off the case when somebody lost it hears nothing of it") {
    Machine& member = of(Role::Committee);
    Machine& leader = of(Role::Leader);
    must(leader, "conflict_declared", {{"person", self(leader).text()}, {"reasons", text("是邻居")}});
    meet();
    REQUIRE(view_case(member, about, now).has_value());
    must(of(Role::Registrar), "left", {{"person", self(member).text()}, {"why", text("done")}});
    meet();
    now = now + kRightsDayMs;
    meet();
    check_knows_own_views_alone(leader);
}

TEST_CASE_FIXTURE(Bureau, "a leader with a conflict of interest hears nothing because of an earlier leaving") {
    Machine& member = of(Role::Committee);
    Machine& leader = of(Role::Leader);
    const auto leave = [&] {
        must(of(Role::Registrar), "left", {{"person", self(member).text()}, {"why", text("done")}});
        meet();
        REQUIRE(case_of(member, about).error().code == "case.unknown");
    };
    leave();
    CHECK(member.store().view_log.hearers_of(about).value().contains(self(leader)));  // the control
    must(of(Role::Registrar), "joined", {{"person", self(member).text()}, {"as", text("committee")}});
    meet();
    REQUIRE(view_case(member, about, now).has_value());
    must(leader, "conflict_declared", {{"person", self(leader).text()}, {"reasons", text("是邻居")}});
    meet();
    leave();
    CHECK(member.store().view_log.hearers_of(about).value().empty());
    now = now + kRightsDayMs;
    meet();
    check_knows_own_views_alone(leader);
}

TEST_CASE_FIXTURE(Bureau, "what claims to be a log and is none is kept and counts for nothing") {
    Machine& leader = of(Role::Leader);
    const auto author = self(of(Role::Judge));
    for (const char* payload :
         {"", "[]", "{}", R"({"views":1})", R"({"views":[{}]})", R"({"views":[{"at":"1","case":"00","what":"case"}]})",
          R"({"views":[{"at":1,"case":"00","what":"case"}]})"}) {
        auto inside = leader.store().begin().value();
        CAPTURE(payload);
        CHECK(take_views(leader, inside, base::RecordId::random(court.random), author, payload).error().code ==
              "views.payload");
    }
    // The control: a right one is taken, once for each record, as its author's word.
    const std::string right =
        R"({"views":[{"at":5,"case":")" + about.text() + R"(","what":"case","person":"somebody"}]})";
    const auto record = base::RecordId::random(court.random);
    for (int i = 0; i < 2; ++i) {
        auto inside = leader.store().begin().value();
        REQUIRE(take_views(leader, inside, record, author, right).has_value());
        REQUIRE(inside.commit().has_value());
    }
    const auto views = leader.store().view_log.of_case(about, 100).value();
    CHECK(std::count_if(views.begin(), views.end(),
                        [&](const store::View& view) { return view.at.ms == 5 && view.person == author; }) == 1);
}

TEST_CASE_FIXTURE(Bureau, "a report that has another sum than the application, or asks for more than it, says why") {
    Machine& judge = of(Role::Judge);
    for (const char* element : {"harm", "paid", "hardship"})
        must(judge, "element_found", {{"element", text(element)}, {"finding", text("查明")}, {"sure", text("proven")}});
    const auto told = printing::told_unpaid(judge.pack(), facts_of(judge, about).value());
    REQUIRE(told.has_value());
    const auto report = [&](std::int64_t amount, std::int64_t unpaid, const char* why = "") {
        now = now + 60'000;
        cases::Fields fields{{"proposal", text("grant")},
                             {"amount", amount},
                             {"wage", std::int64_t{800'000}},
                             {"reasons", text("符合条件")}};
        if (unpaid > 0) fields["unpaid"] = unpaid;
        if (*why != '\0') fields[why] = text("写明");
        const auto done = act(judge, {about, "report_written", fields}, now, court.random);
        return done ? std::string("signed") : done.error().code;
    };
    CHECK(report(2'000'000, told->value + 1) == "fact.field.unlike");
    CHECK(report(2'000'000, told->value - 1) == "fact.field.unlike");
    CHECK(report(told->value + 1, 0) == "fact.field.above");
    CHECK(report(told->value, told->value) == "signed");  // the controls
    CHECK(report(told->value, 0) == "signed");
    CHECK(report(2'000'000, told->value + 1, "unlike") == "signed");
    CHECK(report(told->value + 1, 0, "above") == "signed");
}

TEST_CASE_FIXTURE(Bureau, "a wage that is not the pack's is refused before it is signed") {
    Machine& judge = of(Role::Judge);
    const auto report = [&](std::int64_t wage) {
        now = now + 60'000;
        return act(judge,
                   {about,
                    "report_written",
                    {{"proposal", text("grant")},
                     {"amount", std::int64_t{2'000'000}},
                     {"wage", wage},
                     {"reasons", text("符合条件")}}},
                   now, court.random);
    };
    // What it rests on is asked for by name, before anything is signed.
    const auto early = report(800'000);
    REQUIRE_FALSE(early.has_value());
    CHECK(early.error().code == "fact.report.elements");
    CHECK(early.error().message.find("还缺：受害情况或者损失、已得赔偿、生活困难。") != std::string::npos);
    for (const char* element : {"harm", "paid", "hardship"})
        REQUIRE(act(judge,
                    {about,
                     "element_found",
                     {{"element", text(element)}, {"finding", text("已经查明")}, {"sure", text("proven")}}},
                    now + 30'000, court.random)
                    .has_value());
    const auto before = facts_of(judge, about).value().size();
    CHECK(report(900'000).error().code == "fact.wage.other");
    const auto dated = act(judge,
                           {about,
                            "report_written",
                            {{"proposal", text("grant")},
                             {"amount", std::int64_t{4'800'000}},
                             {"wage", std::int64_t{800'000}},
                             {"on", text("1990-01-01")},
                             {"reasons", text("符合条件")}}},
                           now, court.random);
    CHECK((!dated && (dated.error().code == "fact.wage.before" || dated.error().code == "fact.on.before_case")));
    CHECK(facts_of(judge, about).value().size() == before);
    Machine& registrar = of(Role::Registrar);
    const cases::Fields opening{{"applicant", text("甲")}, {"source", text("window")}};
    const auto other = open_case(registrar, opening, now, court.random).value();
    const auto urgent = [&](std::int64_t wage) {
        const cases::Fields fields{{"amount", std::int64_t{2'000'000}}, {"wage", wage}, {"reasons", text("抢救")}};
        return act(registrar, {other, "urgent_proposed", fields}, now + 60'000, court.random);
    };
    CHECK(urgent(799'999).error().code == "fact.wage.other");
    CHECK(urgent(800'000).has_value());
    // The control.
    CHECK(report(800'000).has_value());
}

TEST_CASE_FIXTURE(
    Bureau, "who reads no applications sees of one what its form does not mask, and reaches the person all the same") {
    const auto number = [](const flow::CaseView& view) {
        const domain::Answer* document = view.application->find(domain::code::kDocument);
        REQUIRE((document != nullptr && document->row() != nullptr));
        return document->row()->at("number");
    };
    const flow::CaseView whole = view_case(of(Role::Registrar), about, now).value();
    REQUIRE(whole.application.has_value());
    const std::string phone(whole.application->text(domain::code::kPhone));
    CHECK(number(whole).find('*') == std::string::npos);
    for (const Role role : {Role::Committee, Role::Caller, Role::Leader}) {
        CAPTURE(cases::name_of(role));
        const flow::CaseView view = view_case(of(role), about, now).value();
        REQUIRE(view.application.has_value());
        CHECK(number(view) == domain::mask_document(number(whole)));
        CHECK(view.application->text(domain::code::kApplicant) == whole.application->text(domain::code::kApplicant));
        if (!phone.empty()) CHECK(view.application->text(domain::code::kPhone) != phone);
        CHECK(view.contact.phone == whole.contact.phone);
        for (const cases::Fact& fact : view.facts)
            CHECK(fact.text("answers").find(number(whole)) == std::string_view::npos);
    }
    // So does what a command line prints for anybody.
    std::vector<cases::Fact> printed = whole.facts;
    hide_answers(of(Role::Registrar).pack().form, printed);
    for (std::size_t i = 0; i < printed.size(); ++i)
        CHECK((printed[i].text("answers").find(number(whole)) == std::string_view::npos));
}

TEST_CASE("of an application's answers numbers of other people are masked, and what no form knows is left out") {
    SmallCourt court;
    const auto kiosk = court.kiosk();
    std::vector<cases::Fact> facts(1);
    facts[0].kind = "case_opened";
    facts[0].fields = {
        {"answers",
         text(R"({"F1.01":"端木赐","F1.06":{"type":"居民身份证","number":"33019919751230053X"},)"
              R"("F1.09":"13800000021","F1.20":{"姓名":"端木良","证件号码":"330199194512300531","电话":"13800000022"},)"
              R"("F9.99":"13800000023"})")}};
    hide_answers(kiosk->pack().form, facts);
    CHECK(
        facts[0].text("answers") ==
        text(
            R"({"F1.01":"端木赐","F1.06":{"type":"居民身份证","number":"330***********053X"},)"
            R"("F1.09":"138****0021","F1.20":{"姓名":"端木良","证件号码":"330***********0531","电话":"138****0022"}})"));
}

TEST_CASE_FIXTURE(Bureau, "a member votes at the window on papers of which some numbers are hidden from them") {
    Machine& judge = of(Role::Judge);
    for (const char* element : {"harm", "paid", "hardship"})
        must(judge, "element_found", {{"element", text(element)}, {"finding", text("查明")}, {"sure", text("proven")}});
    must(judge, "site_visited",
         {{"place", text("云坞村")},
          {"people", std::vector<std::string>{"沈若溪", "钟法官"}},
          {"statement", text("家里只有一间房")},
          {"read_back", true}});
    now = now + 60'000;
    const auto report = act(judge,
                            {about,
                             "report_written",
                             {{"proposal", text("grant")},
                              {"amount", std::int64_t{4'800'000}},
                              {"wage", std::int64_t{800'000}},
                              {"reasons", text("生活急迫困难")}}},
                            now, court.random);
    REQUIRE_MESSAGE(report.has_value(), report.error().message);
    must(judge, "ballot_opened",
         {{"body", text("committee")},
          {"report", report->text()},
          {"papers", std::vector<std::string>{report->text(), about.text()}},
          {"voters", std::vector<std::string>{self(of(Role::Committee)).text(), self(judge).text(),
                                              self(of(Role::Leader)).text()}}});
    meet();
    flow::CaseView view = view_case(of(Role::Committee), about, now).value();
    REQUIRE(view.hidden.contains(about));
    flow::ActDraft draft = flow::begin_act(&view, "vote_cast", {});
    draft.fields["choice"].chosen = {"grant"};
    draft.fields["amount"].text = "48000";
    draft.fields["reasons"].text = "同意";
    flow::judge_act(draft, &view, now);
    CHECK(draft.refusal == "");
    view.hidden.clear();  // with what is shown alone, the ballot would lie on other papers
    flow::judge_act(draft, &view, now);
    CHECK(draft.refusal == "vote.papers");
}
