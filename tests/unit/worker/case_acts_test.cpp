#include "app/worker/case_acts.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "app/cases/case_json.hpp"
#include "app/worker/answering.hpp"
#include "app/worker/case_book.hpp"
#include "app/worker/case_help.hpp"
#include "app/worker/case_keys.hpp"
#include "app/worker/case_mail.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/case_views.hpp"
#include "app/worker/findings.hpp"
#include "app/worker/leads.hpp"
#include "app/worker/letters.hpp"
#include "app/worker/progress.hpp"
#include "sync/os/files.hpp"
#include "tests/support/small_court.hpp"

using namespace courtyard;
using namespace courtyard::worker;
using test::SmallCourt;
using test::text;

namespace {

struct Court {
    SmallCourt court;
    std::unique_ptr<Machine> kiosk = court.kiosk(), registrar = court.laptop("registrar", mail::Role::Registrar),
                             judge = court.laptop("judge", mail::Role::Judge),
                             other_judge = court.laptop("other_judge", mail::Role::Judge),
                             leader = court.laptop("leader", mail::Role::Leader);
    base::Instant now = SmallCourt::kNow;

    Court() {
        // Everybody has the roster in which all stand.
        const auto roster = os::read_file(court.folder / "court" / "roster.cyd", mail::kRosterBytesMax);
        REQUIRE(roster.has_value());
        for (Machine* machine : all())
            REQUIRE(machine->take_roster(*roster, now).has_value());
    }
    std::vector<Machine*> all() { return {kiosk.get(), registrar.get(), judge.get(), other_judge.get(), leader.get()}; }
    // Everybody's mail to everybody, until nothing is under way.
    void meet() {
        for (int round = 0; round < 3; ++round) {
            for (Machine* from : all())
                court.carry(*from, all());
            for (Machine* machine : all())
                if (!machine->is_kiosk()) REQUIRE(settle_cases(*machine, now, court.random).has_value());
        }
    }
    cases::FactId must(Machine& machine, const cases::CaseId& about, const char* kind, cases::Fields fields) {
        now = now + 60'000;
        const auto done = act(machine, {about, kind, std::move(fields)}, now, court.random);
        REQUIRE_MESSAGE(done.has_value(), done.error().message);
        return *done;
    }
    std::string self(Machine& machine) { return std::get<base::PersonId>(machine.author()).text(); }
    cases::CaseId open_from_kiosk() {
        const auto receipt = court.file(*kiosk);
        meet();
        const auto list = list_inbox(*registrar).value();
        const auto about = open_case(*registrar, list.front().id.text(), now, court.random);
        REQUIRE_MESSAGE(about.has_value(), about.error().message);
        meet();
        return *about;
    }
};

// Why the case is not here; the case itself where it is.
std::string why_not(Machine& machine, const cases::CaseId& about) {
    const auto found = case_of(machine, about);
    return found ? cases::write_case(*found) : found.error().code;
}

}  // namespace

TEST_CASE_FIXTURE(Court, "a case is opened from an application, and is the same on every laptop that is on it") {
    const auto about = open_from_kiosk();
    const auto at_registrar = case_of(*registrar, about).value();
    CHECK(at_registrar.status == cases::Status::Received);
    CHECK_FALSE(at_registrar.applicant.empty());
    const auto at_leader = case_of(*leader, about);
    REQUIRE_MESSAGE(at_leader.has_value(), at_leader.error().message);
    CHECK(cases::write_case(*at_leader) == cases::write_case(at_registrar));
    // Opened once, whoever tries again.
    const auto again = open_case(*registrar, at_registrar.application->text(), now, court.random);
    CHECK(again.error().code == "case.exists");
    // What the applicant hears comes from the case from now on, and from nowhere beside it.
    AnswerRequest beside;
    beside.id = at_registrar.application->text();
    beside.status = cases::Status::NotFiled;
    beside.text = "不符合条件";
    const auto queued = registrar->store().outbox.counts().value().queued;
    CHECK(answer(*registrar, beside, now, court.random).error().code == "answer.is_case");
    CHECK(registrar->store().outbox.counts().value().queued == queued);
    // No account in what the whole case may read.
    const auto facts = facts_of(*leader, about).value();
    for (const auto& fact : facts)
        CHECK(fact.text("answers").find("F1.80") == std::string_view::npos);
}

TEST_CASE_FIXTURE(Court, "a judge's laptop holds no key of a case that is not theirs") {
    const auto about = open_from_kiosk();
    must(*registrar, about, "department_asked", {{"department", text("执行局")}});
    must(*registrar, about, "sent_to_filing", {{"opinion", text("符合")}});
    must(*registrar, about, "filed", {{"number", text("（2026）浙0199司救执1号")}});
    must(*registrar, about, "assigned", {{"handler", self(*judge)}});
    meet();
    CHECK(case_of(*judge, about).value().status == cases::Status::Review);
    CHECK(why_not(*other_judge, about) == "case.unknown");
    CHECK(other_judge->store().case_keys.of_case(about).value().empty());

    SUBCASE("given to somebody else, it goes from the first one's laptop, and what follows cannot be read there") {
        must(*registrar, about, "assigned", {{"handler", self(*other_judge)}});
        meet();
        must(*registrar, about, "remarked", {{"words", text("只给新法官看")}});
        meet();
        CHECK(why_not(*judge, about) == "case.unknown");
        CHECK(judge->store().case_keys.of_case(about).value().empty());
        CHECK(cases::write_case(case_of(*other_judge, about).value()) ==
              cases::write_case(case_of(*registrar, about).value()));
        CHECK(registrar->store().case_keys.of_case(about).value().size() == 2);
    }
    SUBCASE("who declares a conflict of interest is locked out by the office's laptop") {
        must(*judge, about, "conflict_declared", {{"person", self(*judge)}, {"reasons", text("是邻居")}});
        meet();
        CHECK(why_not(*judge, about) == "case.unknown");
        CHECK(case_of(*registrar, about).value().members.epoch == 2);
        must(*registrar, about, "remarked", {{"words", text("换人")}});
        const auto refused = act(*registrar, {about, "assigned", {{"handler", self(*judge)}}}, now, court.random);
        CHECK(refused.error().code == "fact.member.conflict");
    }
}

TEST_CASE_FIXTURE(Court,
                  "who takes themselves off a case can take that back until it has left, and has it no more then") {
    const auto about = open_from_kiosk();
    must(*registrar, about, "department_asked", {{"department", text("执行局")}});
    must(*registrar, about, "sent_to_filing", {{"opinion", text("符合")}});
    must(*registrar, about, "filed", {{"number", text("（2026）浙0199司救执1号")}});
    must(*registrar, about, "assigned", {{"handler", self(*judge)}});
    meet();
    const std::string before = why_not(*judge, about);
    const auto leave = [&](const char* kind) {
        return text(kind) == "left"
                   ? must(*judge, about, kind, {{"person", self(*judge)}, {"why", text("absent")}})
                   : must(*judge, about, kind, {{"person", self(*judge)}, {"reasons", text("是邻居")}});
    };
    for (const char* kind : {"left", "conflict_declared"}) {
        CAPTURE(kind);
        const auto fact = leave(kind);
        CHECK_FALSE(case_of(*judge, about).value().members.has(std::get<base::PersonId>(judge->author())));
        CHECK(act(*judge, {about, "remarked", {{"words", text("走了还写")}}}, now, court.random).error().code ==
              "fact.member");
        // Settled meanwhile, by mail of other cases: it stays as long as it has not left.
        REQUIRE(settle_cases(*judge, now, court.random).has_value());
        CHECK(unsent_acts(*judge, about).value() == std::vector<cases::FactId>{fact});
        REQUIRE(undo(*judge, about, fact).has_value());
        CHECK(why_not(*judge, about) == before);
        CHECK_FALSE(judge->store().case_keys.of_case(about).value().empty());
    }
    // Taken back, nothing of it is waited for.
    REQUIRE(forget_left_cases(*judge).has_value());
    CHECK(why_not(*judge, about) == before);
    CHECK(judge->store().case_records.leaving().value().empty());
    leave("left");
    REQUIRE(settle_cases(*judge, now, court.random).has_value());
    CHECK(why_not(*judge, about) != "case.unknown");
    court.carry(*judge, all());
    REQUIRE(forget_left_cases(*judge).has_value());
    CHECK(why_not(*judge, about) == "case.unknown");
    CHECK(judge->store().case_keys.of_case(about).value().empty());
    CHECK(judge->store().case_records.leaving().value().empty());
}

TEST_CASE_FIXTURE(Court,
                  "a fact of a clock years ahead counts; its limits run from the day it came, and people are told") {
    const auto about = open_from_kiosk();
    constexpr std::int64_t kDayMs = 86'400'000;
    const auto today = domain::Date::in_china(SmallCourt::kNow);
    const auto ask = [&](std::int64_t ahead_days) {
        const auto asked = act(*registrar, {about, "department_asked", {{"department", text("执行局")}}},
                               now + ahead_days * kDayMs, court.random);
        REQUIRE_MESSAGE(asked.has_value(), asked.error().message);
        meet();
        return *asked;
    };
    const auto is_told = [&](Machine& machine) {
        const auto view = view_case(machine, about, now).value();
        return std::any_of(view.tasks.begin(), view.tasks.end(),
                           [](const flow::TaskRow& row) { return row.what == "clock_ahead"; });
    };
    SUBCASE("years") {
        const auto asked = ask(5 * 365);
        const auto view = view_case(*leader, about, now).value();
        REQUIRE(view.reckoned.has_value());
        CHECK(view.folded.entry(asked)->day > today);  // shown as it was signed
        CHECK(view.by_days().entry(asked)->day.days_since(today) <= cases::kClockSlackDays);
        CHECK(is_told(*leader));
        CHECK_FALSE(clocks_finding(*leader, now).ok);
        CHECK(cases::write_case(view.folded) == cases::write_case(case_of(*registrar, about).value()));
        must(*leader, about, "remarked", {{"words", text("档案补一页")}});
        CHECK(is_told(*leader));  // the control: on another matter
        must(*leader, about, "remarked", {{"words", text("那台电脑快了五年，改好了")}, {"about", asked.text()}});
        CHECK_FALSE(is_told(*leader));
        // Whoever leaves the case keeps no trace of it.
        auto inside = leader->store().begin().value();
        REQUIRE(leader->store().case_records.forget(inside, about).has_value());
        REQUIRE(inside.commit().has_value());
        CHECK(leader->store().facts_ahead.all().value().empty());
    }
    SUBCASE("years, in a module: its limit runs from the day on which that came") {
        const auto asked = act(*registrar,
                               {about,
                                "module",
                                {{"module", text("fee_relief")},
                                 {"act", text("ask")},
                                 {"kind", text("waive")},
                                 {"fee", std::int64_t{5'000}},
                                 {"ground", text("没有收入")},
                                 {"proofs", std::vector<std::string>{"低保证"}}}},
                               now + 5 * 365 * kDayMs, court.random);
        REQUIRE_MESSAGE(asked.has_value(), asked.error().message);
        meet();
        const auto modules = modules_of(*leader, about).value();
        const auto entry = std::find_if(modules.begin(), modules.end(),
                                        [](const ModuleEntry& each) { return each.module->id == "fee_relief"; });
        REQUIRE(entry != modules.end());
        REQUIRE(entry->run.steps.size() == 1);
        CHECK(entry->run.steps.front().day.days_since(today) > 1000);  // the control: shown as it was signed
        REQUIRE(entry->dues.size() == 1);
        CHECK(entry->dues.front().due.date.days_since(today) < 30);
        const auto view = view_case(*leader, about, now + 60 * kDayMs).value();
        const auto row = std::find_if(view.modules.begin(), view.modules.end(),
                                      [](const flow::ModuleRow& each) { return each.id == "fee_relief"; });
        REQUIRE(row != view.modules.end());
        REQUIRE(row->dues.size() == 1);
        CHECK(row->dues.front().day.days_since(today) < 30);
        CHECK(std::any_of(view.tasks.begin(), view.tasks.end(),
                          [](const flow::TaskRow& each) { return each.what == "module.fee_relief.decide"; }));
        CHECK(is_told(*leader));
    }
    SUBCASE("a day, as between laptops that nobody set: the control") {
        ask(1);
        CHECK_FALSE(view_case(*leader, about, now).value().reckoned.has_value());
        CHECK_FALSE(is_told(*leader));
        CHECK(clocks_finding(*leader, now).ok);
    }
}

TEST_CASE_FIXTURE(Court, "each step is told to the slip") {
    const auto receipt = court.file(*kiosk);
    meet();
    const auto about =
        open_case(*registrar, list_inbox(*registrar).value().front().id.text(), now, court.random).value();
    must(*registrar, about, "more_asked",
         {{"papers", std::vector<std::string>{"低保证"}}, {"until", text("2026-12-10")}});
    meet();
    const auto code = receipt.code();
    const auto progress = progress_by_code(*kiosk, base::as_text(code.view()));
    REQUIRE_MESSAGE(progress.has_value(), progress.error().message);
    REQUIRE(progress->newest() != nullptr);
    CHECK(progress->newest()->status == cases::Status::NeedMore);
    CHECK(progress->newest()->papers == std::vector<std::string>{"低保证"});
}

TEST_CASE_FIXTURE(Court, "what the case would not have is refused, and nothing was said") {
    const auto about = open_from_kiosk();
    const auto before = facts_of(*registrar, about).value().size();
    const auto refused =
        act(*registrar, {about, "filed", {{"number", text("（2026）浙0199司救执1号")}}}, now, court.random);
    CHECK(refused.error().code == "fact.status");
    CHECK(facts_of(*registrar, about).value().size() == before);
}

TEST_CASE_FIXTURE(Court, "whoever may not serve a paper hears that, whatever paper they name") {
    const auto about = open_from_kiosk();
    must(*registrar, about, "joined", {{"person", self(*leader)}, {"as", text("leader")}});
    meet();
    const auto serve = [&](Machine& machine, const char* paper) {
        const auto done =
            act(machine, {about, "served", {{"paper", text(paper)}, {"how", text("post")}, {"to", text("本人")}}}, now,
                court.random);
        return done ? std::string("served") : done.error().code;
    };
    for (const char* paper : {"notice", "decision_grant", "民事判决书"})
        CHECK_MESSAGE(serve(*leader, paper) == "fact.role", paper);
    CHECK(serve(*registrar, "民事判决书") == "fact.served.paper");  // the control: of who may, the paper is judged
    CHECK(serve(*registrar, "notice") == "served");
}

TEST_CASE_FIXTURE(Court, "a case is filed under a number of its own, of judicial aid, however it is spelled") {
    const auto first = open_from_kiosk();
    const auto second =
        open_case(*registrar, {{"applicant", text("俞阿婆")}, {"source", text("window")}}, now, court.random).value();
    const auto file = [&](const cases::CaseId& about, const char* number) {
        const auto done = act(*registrar, {about, "filed", {{"number", text(number)}}}, now, court.random);
        return done ? std::string() : done.error().code;
    };
    for (const auto& about : {first, second}) {
        must(*registrar, about, "department_asked", {{"department", text("执行局")}});
        must(*registrar, about, "sent_to_filing", {{"opinion", text("符合")}});
    }
    CHECK(file(first, "（2026）浙0199执123号") == "fact.filed.kind");
    CHECK(file(first, "（2026）浙0188司救执701号") == "fact.filed.court");
    CHECK(file(first, "（2026）浙0199司救执1号") == "");
    for (const char* taken : {"（2026）浙0199司救执1号", "(2026)浙0199司救执01号"})
        CHECK(file(second, taken) == "fact.filed.taken");
    CHECK(file(second, "（2026）浙0199司救执2号") == "");
    // A slip is set right to no other case's number either.
    const auto renumber = [&](const char* number) {
        const cases::Fields fields{{"number", text(number)}, {"reasons", text("写错")}};
        const auto done = act(*registrar, {second, "details_corrected", fields}, now, court.random);
        return done ? std::string() : done.error().code;
    };
    CHECK(renumber("（2026）浙0199司救执1号") == "fact.filed.taken");
    CHECK(renumber("（2026）浙0199执3号") == "fact.filed.kind");
    CHECK(renumber("（2026）浙司救执3号") == "fact.filed.court");
    CHECK(registrar->pack().words.text("fact.filed.court").find(registrar->pack().case_court) != std::string::npos);
    CHECK(renumber("（2026）浙0199司救执3号") == "");
    // However it is typed, it is signed in one form, and found by any.
    CHECK(renumber("[２０２６]浙0199司救执９００号") == "");
    const auto facts = facts_of(*registrar, second).value();
    const auto signed_so = std::find_if(facts.begin(), facts.end(), [](const cases::Fact& fact) {
        return fact.text("number") == "（2026）浙0199司救执900号";
    });
    CHECK(signed_so != facts.end());
    for (const char* typed : {"（2026）浙0199司救执900号", "(2026)浙0199司救执９００号"})
        CHECK(find_case(*registrar, typed).value() == second);
}

TEST_CASE_FIXTURE(Court, "the village of a case is where the applicant lives, and the case is found by it") {
    const auto about = open_from_kiosk();
    CHECK(case_of(*registrar, about).value().village == "云坞乡石桥村");
    CaseBook book(*registrar);
    REQUIRE(book.renew(now).has_value());
    for (const std::string typed : {"石桥", "云坞乡", "shiqiao"})
        CHECK_MESSAGE(book.find({typed}).size() == 1, typed);
    // The control: what no case has finds none.
    CHECK(book.find({"双溪"}).empty());
}

TEST_CASE_FIXTURE(Court, "a day that cannot be is refused before it is signed") {
    const auto about = open_from_kiosk();
    const auto before = facts_of(*registrar, about).value().size();
    const domain::Date today = domain::Date::in_china(now);
    const auto on = [&](const domain::Date& day) {
        return act(*registrar, {about, "department_asked", {{"department", text("执行局")}, {"on", day.text()}}}, now,
                   court.random);
    };
    CHECK(on(today.plus_days(1)).error().code == "fact.on.future");
    CHECK(on(today.plus_days(-1)).error().code == "fact.on.before");
    CHECK(facts_of(*registrar, about).value().size() == before);
    CHECK(on(today).has_value());
}

TEST_CASE_FIXTURE(Court, "reported: nobody has asked for aid by word of mouth on a day that is to come") {
    const domain::Date today = domain::Date::in_china(now);
    const auto opened_on = [&](const domain::Date& day) {
        return open_case(*registrar,
                         {{"applicant", text("申屠静")}, {"source", text("window")}, {"received_on", day.text()}}, now,
                         court.random);
    };
    const auto early = opened_on(today.plus_days(1));
    REQUIRE_FALSE(early.has_value());
    CHECK(early.error().code == "fact.on.future");
    CHECK(opened_on(today).has_value());
    CHECK(opened_on(today.plus_days(-30)).has_value());
}

TEST_CASE_FIXTURE(Court, "a key that the case does not name is never sealed to") {
    const auto about = open_from_kiosk();
    auto inside = registrar->store().begin().value();
    const auto bogus = make_case_key(*registrar, inside, about, 99, court.random).value();
    REQUIRE(inside.commit().has_value());
    const auto chosen = sealing_key(*registrar, case_of(*registrar, about).value()).value();
    CHECK(chosen.id != bogus.id);
    // The control: named by the case, it would be the one.
    auto aid_case = case_of(*registrar, about).value();
    aid_case.members.keys[bogus.id.text()] = {99, {}};
    CHECK(sealing_key(*registrar, aid_case).value().id == bogus.id);
}

TEST_CASE_FIXTURE(Court, "a case that was opened a moment ago is taken back whole, with what the program said in it") {
    const auto queued = [this] { return registrar->store().outbox.counts().value().queued; };
    const auto before = queued();
    const auto about =
        open_case(*registrar, {{"applicant", text("申屠静")}, {"source", text("window")}}, now, court.random).value();
    CHECK(facts_of(*registrar, about).value().size() > 2);  // the office was brought in, with keys
    REQUIRE(undo(*registrar, about, about).has_value());
    CHECK(queued() == before);
    CHECK_FALSE(case_of(*registrar, about).has_value());
    CHECK(registrar->store().case_keys.of_case(about).value().empty());
}

TEST_CASE_FIXTURE(Court, "with the opening of a case goes that its application was received, where only that said so") {
    const auto receipt = court.file(*kiosk);
    meet();
    const std::string application = list_inbox(*registrar).value().front().id.text();
    const auto status = [&] { return list_inbox(*registrar).value().front().status; };
    const auto queued = [this] { return registrar->store().outbox.counts().value().queued; };
    const auto before = queued();
    const auto about = open_case(*registrar, application, now, court.random).value();
    CHECK(status() == cases::Status::Received);
    // Both are named before anything is taken back.
    CHECK(with_opening(*registrar, about).value() == flow::WithOpening{true, false});
    CHECK(view_case(*registrar, about, now, Looking::LiesOpen).value().with_opening == flow::WithOpening{true, false});
    REQUIRE(undo_with_lead(*registrar, about, about).has_value());
    CHECK(status() == cases::Status::Synced);
    CHECK(queued() == before);
    // The control: what somebody said before stays.
    AnswerRequest said;
    said.id = application;
    said.status = cases::Status::Received;
    REQUIRE(answer(*registrar, said, now, court.random).has_value());
    now = now + 60'000;
    const auto again = open_case(*registrar, application, now, court.random).value();
    CHECK(with_opening(*registrar, again).value() == flow::WithOpening{});
    CHECK(view_case(*registrar, again, now, Looking::LiesOpen).value().with_opening == flow::WithOpening{});
    REQUIRE(undo_with_lead(*registrar, again, again).has_value());
    CHECK(status() == cases::Status::Received);
}

TEST_CASE_FIXTURE(Court, "who was brought in by mistake and not told yet gets no key") {
    const auto about = open_from_kiosk();
    meet();
    const auto queued = [this] { return registrar->store().outbox.counts().value().queued; };
    const auto before = queued();
    const auto self = std::get<base::PersonId>(judge->author());
    const auto joined = must(*registrar, about, "joined", {{"person", self.text()}, {"as", text("panel")}});
    CHECK(queued() > before + 1);  // the act, the key, and that it was given
    REQUIRE(undo(*registrar, about, joined).has_value());
    CHECK(queued() == before);
    meet();
    CHECK_FALSE(case_of(*judge, about).has_value());
}

TEST_CASE_FIXTURE(Court, "the last act is taken back while it has not left, and then no more") {
    const auto about = open_from_kiosk();
    const auto first = must(*registrar, about, "department_asked", {{"department", text("执行局")}});
    const auto second = must(*registrar, about, "remarked", {{"words", text("看错了")}});
    CHECK(unsent_acts(*registrar, about).value().size() == 2);
    CHECK(undo(*registrar, about, first).error().code == "undo.followed");
    REQUIRE(undo(*registrar, about, second).has_value());
    REQUIRE(undo(*registrar, about, first).has_value());
    CHECK(case_of(*registrar, about).value().status == cases::Status::Received);
    // Nothing of it reaches the slip or another laptop.
    const auto waiting = registrar->store().outbox.counts().value().queued;
    CHECK(waiting == 0);
    const auto third = must(*registrar, about, "department_asked", {{"department", text("民庭")}});
    meet();
    CHECK(undo(*registrar, about, third).error().code == "undo.sent");
    CHECK(case_of(*leader, about).value().status == cases::Status::AskDept);
    CHECK(undo(*leader, about, third).error().code == "undo.others");
}

namespace {

// The registrar was enrolled before anybody else, and opens a case before their laptop hears of them.
struct EarlyRegistrar {
    SmallCourt court;
    std::unique_ptr<Machine> registrar = court.laptop("registrar", mail::Role::Registrar),
                             leader = court.laptop("leader", mail::Role::Leader),
                             caller = court.laptop("caller", mail::Role::Caller);
    base::Instant now = SmallCourt::kNow;
    cases::CaseId about;

    EarlyRegistrar() {
        REQUIRE(mail::find_person(registrar->roster(), self(*leader)) == nullptr);
        const auto opened =
            open_case(*registrar, {{"applicant", text("申屠静")}, {"source", text("window")}}, now, court.random);
        REQUIRE_MESSAGE(opened.has_value(), opened.error().message);
        about = *opened;
    }
    static base::PersonId self(Machine& machine) { return std::get<base::PersonId>(machine.author()); }
    std::vector<Machine*> all() { return {registrar.get(), leader.get(), caller.get()}; }
    void hear_roster(Machine& machine) {
        const auto roster = os::read_file(court.folder / "court" / "roster.cyd", mail::kRosterBytesMax);
        REQUIRE(machine.take_roster(*roster, now).has_value());
    }
    void meet() {
        for (int round = 0; round < 2; ++round) {
            for (Machine* from : all())
                court.carry(*from, all());
            for (Machine* machine : all())
                REQUIRE(settle_cases(*machine, now, court.random).has_value());
        }
    }
};

}  // namespace

TEST_CASE_FIXTURE(EarlyRegistrar, "a leader of whom the registrar had not heard has the case with the next exchange") {
    meet();
    CHECK(why_not(*leader, about) == "case.unknown");  // the control: nobody has told the registrar's laptop
    hear_roster(*registrar);
    hear_roster(*leader);
    meet();
    const auto at_leader = case_of(*leader, about);
    REQUIRE_MESSAGE(at_leader.has_value(), at_leader.error().message);
    CHECK(at_leader->members.seats.at(self(*leader)).as == "leader");
    CHECK(cases::write_case(*at_leader) == cases::write_case(case_of(*registrar, about).value()));
    CHECK(why_not(*caller, about) == "case.unknown");  // nobody but the office
    const auto facts = facts_of(*registrar, about).value().size();
    meet();
    CHECK(facts_of(*registrar, about).value().size() == facts);  // once is enough
    const auto takes_off = [&](const char* kind, cases::Fields fields) {
        now = now + 60'000;
        fields["person"] = self(*leader).text();
        REQUIRE(act(*registrar, {about, kind, fields}, now, court.random).has_value());
        meet();
        CHECK(why_not(*leader, about) == "case.unknown");
        CHECK_FALSE(case_of(*registrar, about).value().members.has(self(*leader)));
    };
    SUBCASE("who left the case is not brought back") { takes_off("left", {{"why", text("done")}}); }
    SUBCASE("who has a conflict of interest is not, either") {
        takes_off("conflict_declared", {{"reasons", text("是亲戚")}});
    }
}

TEST_CASE_FIXTURE(Court,
                  "a refusal is one sentence of the pack: what, why, where it stands, and what there is to choose") {
    const auto about = open_from_kiosk();
    const auto says = [&](const char* kind, cases::Fields fields) {
        const auto done = act(*registrar, {about, kind, std::move(fields)}, now, court.random);
        return done ? std::string() : done.error().message;
    };
    const auto has = [](const std::string& said, std::initializer_list<const char*> parts) {
        for (const char* part : parts)
            CHECK_MESSAGE(said.find(part) != std::string::npos, (std::string(part) + " in: " + said));
        // No English around the sentence: of letters only codes and ids.
        for (const char* word : {"cannot", "this case", "It stands"})
            CHECK(said.find(word) == std::string::npos);
    };
    has(says("filed", {{"number", text("（2026）浙0199司救执1号")}}),
        {"“立案”没有记进案件：", "案件现在是“RECEIVED”（", "“TO_FILING”（", "（status）"});
    const cases::Fields promise{
        {"body", text("隔壁老王")}, {"owner", text("老王")}, {"what", text("送米")}, {"due", text("2027-01-04")}};
    has(says("promised", promise),
        {"“承诺”没有记进案件：单位清单里没有这个单位", "“civil_affairs”（", "“court”（本院）", "（promise.owner）"});
    cases::Fields good = promise;
    good["body"] = text("court");
    CHECK(says("promised", good).empty());
    good["body"] = text("civil_affairs");
    CHECK(says("promised", good).empty());
    CHECK(case_of(*registrar, about).value().care.promises.size() == 2);
    must(*registrar, about, "consent_given",
         {{"bodies", std::vector<std::string>{"civil_affairs"}}, {"how", text("form_f3")}});
    must(*registrar, about, "more_asked",
         {{"papers", std::vector<std::string>{"低保证", "诊断证明"}}, {"until", text("2026-12-10")}});
    has(says("more_came", {{"papers", std::vector<std::string>{"医院证明"}}}),
        {"还缺：“低保证”、“诊断证明”", "（more.other）"});
    has(says("more_came", {}), {"还缺：“低保证”、“诊断证明”", "（field.papers）"});
    CHECK(says("more_came",
               {{"papers", std::vector<std::string>{"低保证"}}, {"others", std::vector<std::string>{"医院证明"}}})
              .empty());
    CHECK(case_of(*registrar, about).value().inquiry.still_missing() == std::vector<std::string>{"诊断证明"});
    // A field that takes codes: which, and what each is called.
    const auto served = [&](const char* how) {
        return says("served", {{"paper", text("acceptance")}, {"how", text(how)}, {"to", text("本人")}});
    };
    has(served("owl"), {"能写的有：“in_person”（", "“phone”（", "（field.how）"});
    CHECK(served("post").find("（field.how）") == std::string::npos);
}
