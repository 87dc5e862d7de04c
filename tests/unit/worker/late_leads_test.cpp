// A lead that nobody takes up in time reaches the leader, who learns no more of it than whose it is and from whom.
#include "app/worker/late_leads.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <vector>

#include "app/worker/case_book.hpp"
#include "app/worker/case_mail.hpp"
#include "app/worker/lead_acts.hpp"
#include "sync/os/files.hpp"
#include "tests/support/small_court.hpp"

using namespace courtyard;
using namespace courtyard::worker;
using test::SmallCourt;

namespace {

constexpr std::int64_t kDayMs = 24LL * 3600 * 1000;
constexpr const char* kWhy = "打赢官司没拿到钱";

struct LateOffice {
    SmallCourt court;
    std::unique_ptr<Machine> registrar = court.laptop("registrar", mail::Role::Registrar),
                             second = court.laptop("registrar2", mail::Role::Registrar),
                             judge = court.laptop("judge", mail::Role::Judge),
                             caller = court.laptop("caller", mail::Role::Caller),
                             leader = court.laptop("leader", mail::Role::Leader);
    base::Instant now = SmallCourt::kNow;

    LateOffice() {
        const auto roster = os::read_file(court.folder / "court" / "roster.cyd", mail::kRosterBytesMax);
        for (Machine* machine : all())
            REQUIRE(machine->take_roster(*roster, now).has_value());
    }
    std::vector<Machine*> all() { return {registrar.get(), second.get(), judge.get(), caller.get(), leader.get()}; }
    void meet() {
        for (int round = 0; round < 2; ++round) {
            for (Machine* from : all())
                court.carry(*from, all());
            for (Machine* machine : all())
                REQUIRE(settle_cases(*machine, now, court.random).has_value());
        }
        for (Machine* from : all())
            court.carry(*from, all());
    }
    base::RecordId note(const char* name, int days_ago) {
        cases::Lead lead;
        lead.from = "庭务主任";
        lead.name = name;
        lead.village = "云坞村";
        lead.reach = "13800000000";
        lead.why = kWhy;
        lead.agreed = true;
        lead.on = domain::Date::in_china(now).plus_days(-days_ago);
        return note_lead(*registrar, lead, now, court.random).value();
    }
    base::RecordId step(Machine& machine, const base::RecordId& lead, cases::LeadMove move) {
        cases::LeadStep step;
        step.move = move;
        step.day = domain::Date::in_china(now);
        return step_lead(machine, lead.text(), step, now, court.random).value();
    }
    std::vector<flow::TaskRow> tasks(Machine& machine) {
        CaseBook book(machine);
        REQUIRE(book.renew(now).has_value());
        const auto leads = leads_to_show(machine).value();
        return book.tasks(leads);
    }
    std::size_t told() { return rows(*leader).size(); }
    static std::vector<store::LateLead> rows(Machine& machine) {
        return machine.store().late_leads.newest([](const base::PersonId&) { return true; }).value();
    }
};

}  // namespace

TEST_CASE_FIXTURE(LateOffice,
                  "reported: an overdue lead stands on the leader's list, and leaves it when somebody goes on") {
    const base::RecordId late = note("濮阿凤", 20), fresh = note("花守田", 1);
    meet();
    const auto rows = tasks(*leader);
    REQUIRE(rows.size() == 1);  // the control: what is not overdue is nobody else's
    CHECK(rows.front().about == late);
    CHECK(rows.front().is_lead);
    CHECK(rows.front().escalated);
    CHECK(rows.front().days_over == 15);
    CHECK(rows.front().applicant == "濮阿凤");
    CHECK(rows.front().source == "庭务主任");
    CHECK(rows.front().what == "lead_contact");
    CHECK(rows.front().offices == cases::Roles{cases::Role::Registrar, cases::Role::Judge});
    CHECK(tasks(*caller).empty());
    for (Machine* reader : {registrar.get(), second.get(), judge.get()}) {
        const auto own = tasks(*reader);
        REQUIRE(own.size() == 2);
        CHECK((own[0].about == late && own[0].days_over == 15 && !own[0].escalated));
        CHECK((own[1].about == fresh && own[1].days_over == 0));
    }
    // Nobody is told the same twice.
    const std::size_t before = told();
    meet();
    CHECK(tell_late_leads(*registrar, now, court.random).value() == 0);
    CHECK(told() == before);
    now = now + 60'000;
    step(*judge, late, cases::LeadMove::Contacted);
    meet();
    CHECK(tasks(*leader).empty());
    // What is then to be done is late in its turn, and so is the other one.
    now = now + 10 * kDayMs;
    meet();
    const auto later = tasks(*leader);
    REQUIRE(later.size() == 2);
    for (const flow::TaskRow& row : later)
        CHECK(row.what == (row.about == late ? "lead_explain" : "lead_contact"));
}

TEST_CASE_FIXTURE(LateOffice,
                  "the leader learns whose the lead is and from whom, and nothing else; a judge tells nobody") {
    note("濮阿凤", 20);
    meet();
    CHECK(list_leads(*leader).error().code == "inbox.role");
    auto text = leader->store().database().statement("SELECT name, source, task, due FROM late_lead");
    std::string all;
    while (text.step().value())
        for (int column = 0; column < 4; ++column)
            all += text.text(column) + "|";
    CHECK(all.find("濮阿凤|庭务主任|lead_contact|") != std::string::npos);
    CHECK(all.find(kWhy) == std::string::npos);
    CHECK(all.find("13800000000") == std::string::npos);
    CHECK(rows(*judge).empty());
    CHECK(late_leads(*registrar).value().empty());  // theirs stands on their own list
}

TEST_CASE_FIXTURE(LateOffice, "a lead that was noted by mistake and taken back leaves the leader's list, too") {
    const base::RecordId late = note("濮阿凤", 20);
    REQUIRE(tell_late_leads(*registrar, now, court.random).value() == 1);
    REQUIRE(undo_of_lead(*registrar, late).has_value());
    now = now + 60'000;
    REQUIRE(tell_late_leads(*registrar, now, court.random).value() == 1);
    CHECK(tell_late_leads(*registrar, now, court.random).value() == 0);
    meet();
    CHECK(told() == 1);
    CHECK(tasks(*leader).empty());
}

TEST_CASE_FIXTURE(LateOffice, "what is no word on a lead, or comes from somebody else than a registrar, is not taken") {
    const base::RecordId record = base::RecordId::random(court.random);
    const auto take = [&](Machine& author, const std::string& payload) {
        auto inside = leader->store().begin().value();
        const auto taken =
            take_late_lead(*leader, inside, record, std::get<base::PersonId>(author.author()), now, payload);
        return taken ? std::string("taken") : taken.error().code;
    };
    const std::string good = R"({"due":"2026-11-20","known":1,"lead":")" + record.text() +
                             R"(","name":"甲","source":"乙","task":"lead_contact"})";
    CHECK(take(*judge, good) == "late_lead.payload");
    for (const char* bad :
         {"", "{}", "[]", R"({"due":"2026-13-20","known":1,"lead":"x","name":"","source":"","task":""})"})
        CHECK(take(*registrar, bad) == "late_lead.payload");
    CHECK(take(*registrar, good) == "taken");
}

TEST_CASE_FIXTURE(LateOffice, "of each lead the last word of each is kept, and only of those who are asked") {
    const auto lead = base::RecordId::random(court.random);
    const auto say = [&](Machine& by, std::int64_t known, bool late) {
        store::LateLead word;
        word.record = base::RecordId::random(court.random);
        word.lead = lead;
        word.person = std::get<base::PersonId>(by.author());
        word.claimed = now;
        word.known = known;
        if (late) word.due = domain::Date::in_china(now);
        auto inside = leader->store().begin().value();
        REQUIRE(leader->store().late_leads.add(inside, word).has_value());
        REQUIRE(inside.commit().has_value());
    };
    const auto of = [&](Machine& who) {
        return leader->store()
            .late_leads
            .newest([&who](const base::PersonId& by) { return by == std::get<base::PersonId>(who.author()); })
            .value();
    };
    say(*registrar, 3, false);
    say(*registrar, 1, true);  // told before, and come later
    say(*second, 2, true);
    REQUIRE(rows(*leader).size() == 1);
    CHECK_FALSE(rows(*leader).front().due);
    REQUIRE(of(*registrar).size() == 1);
    CHECK(of(*registrar).front().known == 3);
    // Without the word of the one who says that it is over, the other's counts.
    REQUIRE(of(*second).size() == 1);
    CHECK(of(*second).front().due);
}
