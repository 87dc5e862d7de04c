// An account by word of mouth on real machines: two offices read it, the others' stores, logs and mail never hold it.
#include "app/worker/given_account.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "app/worker/case_account.hpp"
#include "app/worker/case_acts.hpp"
#include "app/worker/case_mail.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/case_views.hpp"
#include "app/worker/court_papers.hpp"
#include "app/worker/refusal.hpp"
#include "sync/os/files.hpp"
#include "tests/support/small_court.hpp"

using namespace courtyard;
using namespace courtyard::worker;
using cases::Role;
using test::SmallCourt;
using test::text;

namespace {

namespace fs = std::filesystem;

constexpr const char* kNumber = "9999990000000000022";
constexpr const char* kBank = "测试县农村信用社云坞分社";

cases::Fields account(const char* number, const char* holder = "贾满仓", const char* whose = "applicant") {
    return {{"whose", text(whose)},           {"holder", text(holder)}, {"kind", text("card")},
            {"account_number", text(number)}, {"bank", text(kBank)},    {"read_back", true}};
}

// One of each office on a case that nobody filed at a kiosk.
struct Oral {
    SmallCourt court;
    std::vector<std::unique_ptr<Machine>> people;  // in the order of cases::Role
    base::Instant now = SmallCourt::kNow;
    cases::CaseId about;

    Oral() {
        for (const auto role :
             {mail::Role::Registrar, mail::Role::Judge, mail::Role::Committee, mail::Role::Caller, mail::Role::Leader})
            people.push_back(court.laptop(std::string(mail::name_of(role)), role));
        const auto roster = os::read_file(court.folder / "court" / "roster.cyd", mail::kRosterBytesMax);
        for (const auto& machine : people)
            REQUIRE(machine->take_roster(*roster, now).has_value());
        about = open_case(of(Role::Registrar),
                          cases::Fields{{"applicant", text("贾满仓")},
                                        {"source", text("outreach")},
                                        {"original_case", text("（2026）浙0199执88号")}},
                          now, court.random)
                    .value();
        for (const Role role : {Role::Judge, Role::Committee, Role::Caller})
            must(of(Role::Registrar), "joined",
                 {{"person", self(of(role)).text()},
                  {"as", role == Role::Judge ? text("handler") : std::string(cases::name_of(role))}});
        meet();
    }
    Machine& of(Role role) { return *people.at(static_cast<std::size_t>(role)); }
    static base::PersonId self(const Machine& machine) { return std::get<base::PersonId>(machine.author()); }
    base::Result<cases::FactId> say(Machine& machine, const char* kind, cases::Fields fields) {
        now = now + 60'000;
        return act(machine, {about, kind, std::move(fields)}, now, court.random);
    }
    cases::FactId must(Machine& machine, const char* kind, cases::Fields fields) {
        const auto done = say(machine, kind, std::move(fields));
        REQUIRE_MESSAGE(done.has_value(), done.error().message);
        return *done;
    }
    std::string refused(Machine& machine, cases::Fields fields) {
        const auto done = say(machine, "account_given", std::move(fields));
        if (done) return "taken";
        CHECK(done.error().message.find("999999") == std::string::npos);
        return done.error().code;
    }
    void meet() {
        std::vector<Machine*> all;
        for (const auto& each : people)
            all.push_back(each.get());
        for (int round = 0; round < 3; ++round) {
            for (Machine* from : all)
                court.carry(*from, all);
            for (Machine* machine : all)
                REQUIRE(settle_cases(*machine, now, court.random).has_value());
        }
    }
    std::optional<printing::CourtAccount> whole(Machine& machine) {
        const auto folded = case_of(machine, about).value();
        const auto records = account_records(folded);
        return records.empty() ? std::nullopt : account_of(machine, folded, records.front());
    }
};

// Whether any column of any table of the opened store has these bytes.
bool store_holds(Machine& machine, std::string_view wanted) {
    store::Database& database = machine.store().database();
    std::vector<std::pair<std::string, std::string>> columns;
    auto list = database.statement(
        "SELECT m.name, c.name FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS c WHERE m.type = 'table'");
    while (list.step().value())
        columns.emplace_back(list.text(0), list.text(1));
    REQUIRE(columns.size() > 20);
    for (const auto& [table, column] : columns) {
        auto count = database.statement("SELECT count(*) FROM \"" + table + "\" WHERE instr(CAST(\"" + column +
                                        "\" AS BLOB), CAST(?1 AS BLOB)) > 0");
        count.bind(1, wanted);
        REQUIRE(count.step().value());
        if (count.integer(0) > 0) return true;
    }
    return false;
}

// Whether any file below has them as they are.
bool files_hold(const fs::path& folder, std::string_view wanted) {
    for (const auto& each : fs::recursive_directory_iterator(folder)) {
        if (!each.is_regular_file()) continue;
        std::ifstream in(each.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(in), {}};
        if (bytes.find(wanted) != std::string::npos) return true;
    }
    return false;
}

}  // namespace

TEST_CASE_FIXTURE(Oral, "two offices read an account that was told; the others' stores, logs and mail never hold it") {
    Machine& judge = of(Role::Judge);
    must(judge, "account_given", account(kNumber));
    meet();
    for (const Role role : {Role::Registrar, Role::Judge, Role::Committee, Role::Caller, Role::Leader}) {
        Machine& machine = of(role);
        CAPTURE(cases::name_of(role));
        const bool may = role == Role::Registrar || role == Role::Judge;
        const auto seen = whole(machine);
        CHECK(seen.has_value() == may);
        if (seen) {
            CHECK(seen->number == kNumber);
            CHECK(seen->bank == kBank);
            CHECK(seen->holder == "贾满仓");
        }
        const auto view = view_case(machine, about, now).value();
        CHECK(view.folded.accounts.current()->ends == "0022");  // everybody knows that there is one
        CHECK(view.account.has_value() == may);
        // In the stores as they are opened, and with them in every letter that lies there.
        for (const char* secret : {kNumber, kBank})
            CHECK(store_holds(machine, secret) == may);
    }
    // The control of the control: the store of who may not has the last digits.
    CHECK(store_holds(of(Role::Caller), "0022"));
    // At rest no file of anybody has it, logs and mail included; the search finds what lies open.
    CHECK_FALSE(files_hold(court.folder.path(), kNumber));
    std::ofstream(court.folder / "open.txt") << "number " << kNumber;
    CHECK(files_hold(court.folder.path(), kNumber));
}

TEST_CASE_FIXTURE(Oral, "bad input is refused in one sentence, and leaves nothing behind") {
    Machine& judge = of(Role::Judge);
    CHECK(refused(judge, account("9999990000000000023")) == "fact.account.luhn");
    CHECK(refused(judge, account("999999000000002")) == "fact.account.card_length");
    CHECK(refused(judge, account("卡号")) == "fact.account.digits");
    CHECK(refused(judge, account(kNumber, "贾满屯")) == "fact.account.holder");
    CHECK(refused(judge, account(kNumber, "贾满仓", "guardian")) == "fact.account.whose");
    CHECK(refused(of(Role::Caller), account(kNumber)) == "fact.role");
    for (const Role role : {Role::Judge, Role::Caller})
        CHECK_FALSE(store_holds(of(role), "999999"));
    CHECK(refused(judge, account(kNumber, "贾满屯", "guardian")) == "taken");
}

TEST_CASE_FIXTURE(Oral, "who was replaced as guardian holds no account of the case any more, and is paid nothing") {
    Machine& judge = of(Role::Judge);
    const auto guardian = [&](Machine& by, const char* name) {
        return say(by, "guardian_changed",
                   {{"as", text("guardian")}, {"name", text(name)}, {"reasons", text("法院指定")}});
    };
    const auto last = must(judge, "account_given", account(kNumber, "贾大勇", "guardian"));
    CHECK(guardian(judge, "贾小云").has_value());
    CHECK(refused(judge, account(kNumber, "贾大勇", "guardian")) == "fact.account.holder");
    CHECK(refused(judge, account(kNumber, "贾小云", "guardian")) == "taken");
    CHECK(guardian(judge, "贾大勇").has_value());
    CHECK(refused(judge, account("9999990000000000014", "贾小云", "guardian")) == "fact.account.holder");
    // The applicant's own is theirs whoever acts for them.
    CHECK(refused(judge, account(kNumber)) == "taken");
    CHECK(last != cases::FactId{});
}

TEST_CASE_FIXTURE(Oral, "two guardians that two named offline: nobody but the applicant is paid until it is settled") {
    Machine& judge = of(Role::Judge);
    Machine& registrar = of(Role::Registrar);
    const auto guardian = [&](Machine& by, const char* name) {
        return must(by, "guardian_changed",
                    {{"as", text("guardian")}, {"name", text(name)}, {"reasons", text("法院指定")}});
    };
    guardian(judge, "贾小云");
    guardian(registrar, "贾大勇");
    CHECK(refused(judge, account(kNumber, "贾小云", "guardian")) == "taken");  // the control: it knows of one alone
    meet();
    REQUIRE(case_of(judge, about)->acting.is_disputed);
    for (const char* name : {"贾小云", "贾大勇"})
        CHECK(refused(judge, account("9999990000000000014", name, "guardian")) != "taken");
    guardian(registrar, "贾大勇");
    meet();
    CHECK(refused(judge, account("9999990000000000014", "贾大勇", "guardian")) == "taken");
}

TEST_CASE_FIXTURE(Oral, "taken back before it left, nothing of an account stays; the next one counts") {
    Machine& judge = of(Role::Judge);
    const auto wrong = must(judge, "account_given", account(kNumber));
    REQUIRE(store_holds(judge, kNumber));
    REQUIRE(undo(judge, about, wrong).has_value());
    CHECK_FALSE(store_holds(judge, kNumber));
    CHECK_FALSE(whole(judge).has_value());
    must(judge, "account_given", account("9999990000000000014"));
    meet();
    CHECK(whole(of(Role::Registrar))->number == "9999990000000000014");
    CHECK_FALSE(store_holds(of(Role::Registrar), kNumber));
}

TEST_CASE_FIXTURE(Oral, "an account that another wrote than the one who signed the fact is none") {
    Machine& judge = of(Role::Judge);
    Machine& registrar = of(Role::Registrar);
    must(judge, "account_given", account(kNumber));
    meet();
    const auto folded = case_of(registrar, about).value();
    auto given = *folded.accounts.current();
    REQUIRE(read_given_account(registrar, folded, given).value().has_value());
    given.ends = "9999";
    CHECK_FALSE(read_given_account(registrar, folded, given).value().has_value());
    given = *folded.accounts.current();
    given.by = folded.entries.front().id;  // signed by the registrar
    CHECK_FALSE(read_given_account(registrar, folded, given).value().has_value());
    given.by = folded.accounts.current()->by;
    given.record = base::RecordId::random(court.random);
    CHECK_FALSE(read_given_account(registrar, folded, given).value().has_value());
}

TEST_CASE_FIXTURE(Oral, "reported: nobody's guardian or agent confirms anything whom the case does not know") {
    Machine& registrar = of(Role::Registrar);
    const auto promise = must(
        registrar, "promised",
        {{"body", text("civil_affairs")}, {"owner", text("王")}, {"what", text("低保")}, {"due", text("2027-06-01")}});
    const auto confirmed = [&](const char* by) {
        const auto done = say(registrar, "promise_confirmed", {{"promise", promise.text()}, {"by", text(by)}});
        return done ? std::string("taken") : done.error().code;
    };
    const auto agreed = [&](const char* by) {
        const auto done =
            say(registrar, "consent_given",
                {{"bodies", std::vector<std::string>{"civil_affairs"}}, {"how", text("signed")}, {"by", text(by)}});
        return done ? std::string("taken") : done.error().code;
    };
    for (const char* by : {"guardian", "agent"}) {
        CHECK(confirmed(by) == "fact.by." + text(by));
        CHECK(agreed(by) == "fact.by." + text(by));
        const auto named = [&](const char* as) {
            must(registrar, "guardian_changed",
                 {{"as", text(as)}, {"name", text("贾小云")}, {"reasons", text("法院指定")}});
        };
        named(by);
        CHECK(confirmed(by) == "taken");
        CHECK(agreed(by) == "taken");
        must(registrar, "promise_disputed", {{"promise", promise.text()}, {"reasons", text("没有发")}});
        must(registrar, "guardian_changed", {{"as", text("nobody")}, {"reasons", text("本人自己办")}});
        CHECK(confirmed(by) == "fact.by." + text(by));
    }
    CHECK(confirmed("applicant") == "taken");  // the control
    CHECK(agreed("applicant") == "taken");
}

TEST_CASE_FIXTURE(Oral, "reported: a refusal lists no states of which the case is in one") {
    const auto says = [&](const char* kind, cases::Status status) {
        cases::AidCase so_far;
        so_far.status = status;
        cases::Fact fact;
        fact.kind = kind;
        return refusal(of(Role::Registrar), so_far, fact, "status").message;
    };
    const std::string filed = of(Role::Registrar).pack().words.text("field.status.FILED");
    CHECK(says("urgent_paid", cases::Status::Filed).find(filed) == std::string::npos);
    CHECK(says("urgent_paid", cases::Status::Closed).find(filed) != std::string::npos);  // the control
}
