// An application on which a case stands is of those who are on it: what a judge's laptop and a registrar's show and
// hold.
#include "app/worker/in_case.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "app/worker/answering.hpp"
#include "app/worker/attached.hpp"
#include "app/worker/attachment.hpp"
#include "app/worker/case_account.hpp"
#include "app/worker/case_acts.hpp"
#include "app/worker/case_mail.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/given_account.hpp"
#include "app/worker/letters.hpp"
#include "app/worker/recovering.hpp"
#include "app/worker/sealing.hpp"
#include "sync/os/files.hpp"
#include "sync/seal/hash.hpp"
#include "sync/seal/record.hpp"
#include "tests/support/small_court.hpp"
#include "tests/support/store_holds.hpp"

using namespace courtyard;
using namespace courtyard::worker;
using test::SmallCourt;
using test::store_holds;
using test::text;

namespace {

constexpr const char* kName = "毕阿䶮";
constexpr const char* kId = "330199198203050041";
constexpr const char* kOral = "9999990000000000022";

// Begins like a JPEG, and more than one piece of a wrap.
base::Bytes paper_picture() {
    base::Bytes bytes(30'000);
    base::SeededRandom random(7);
    random.fill(bytes);
    bytes[0] = 0xFF, bytes[1] = 0xD8, bytes[2] = 0xFF;
    return bytes;
}

struct Court {
    SmallCourt court;
    std::unique_ptr<Machine> kiosk = court.kiosk(), registrar = court.laptop("registrar", mail::Role::Registrar),
                             second = court.laptop("second", mail::Role::Registrar),
                             judge = court.laptop("judge", mail::Role::Judge),
                             other_judge = court.laptop("other_judge", mail::Role::Judge),
                             leader = court.laptop("leader", mail::Role::Leader);
    base::Instant now = SmallCourt::kNow;
    std::string application, receipt;  // record id and number
    base::Bytes record;

    Court() {
        const auto roster = os::read_file(court.folder / "court" / "roster.cyd", mail::kRosterBytesMax);
        REQUIRE(roster.has_value());
        for (Machine* machine : all())
            REQUIRE(machine->take_roster(*roster, now).has_value());
    }
    std::vector<Machine*> all() {
        return {kiosk.get(), registrar.get(), second.get(), judge.get(), other_judge.get(), leader.get()};
    }
    void meet() {
        for (int round = 0; round < 3; ++round) {
            for (Machine* from : all())
                court.carry(*from, all());
            for (Machine* machine : all())
                if (!machine->is_kiosk()) REQUIRE(settle_cases(*machine, now, court.random).has_value());
        }
    }
    // With a photo of a paper; everybody who reads the intake has it.
    void file(bool has_document = true) {
        nlohmann::json answers = nlohmann::json::parse(kiosk->pack().example_json);
        answers["F1.01"] = kName;
        answers["F1.80"]["户名"] = kName;
        if (has_document) answers["F1.06"]["number"] = kId;
        if (!has_document) answers["F1.06"] = "暂无";
        if (!has_document) answers.update({{"F1.03", "男"}, {"F1.05", "1980-01-01"}});
        answers["F1.90"] = nlohmann::json::array({{{"名称", "身份证明"}, {"状态", "已交"}}});
        const base::Bytes jpeg = paper_picture();
        const std::vector<Attachment> attachments{{"身份证明", 1, jpeg}};
        const auto filed =
            worker::file(*kiosk, SmallCourt::submission(*kiosk, answers.dump()), attachments, now, court.random);
        REQUIRE_MESSAGE(filed.has_value(), filed.error().message);
        application = filed->record_id().text();
        receipt = filed->number();
        record = kiosk->store().outbox.record(filed->record_id()).value();
        meet();
    }
    cases::CaseId open(Machine& machine) {
        now = now + 60'000;
        const auto about = open_case(machine, application, now, court.random);
        REQUIRE_MESSAGE(about.has_value(), about.error().message);
        return *about;
    }
    cases::FactId must(Machine& machine, const cases::CaseId& about, const char* kind, cases::Fields fields) {
        now = now + 60'000;
        const auto done = act(machine, {about, kind, std::move(fields)}, now, court.random);
        REQUIRE_MESSAGE(done.has_value(), done.error().message);
        return *done;
    }
    static std::string self(Machine& machine) { return std::get<base::PersonId>(machine.author()).text(); }
    void hand_to(Machine& machine, const cases::CaseId& about) {
        must(*registrar, about, "assigned", {{"handler", self(machine)}});
        meet();
    }
    void go_to_review(const cases::CaseId& about) {
        must(*registrar, about, "department_asked", {{"department", text("执行局")}});
        must(*registrar, about, "sent_to_filing", {{"opinion", text("符合")}});
        must(*registrar, about, "filed", {{"number", text("（2026）浙0199司救执1号")}});
    }
    std::string shows(Machine& machine) {
        const auto shown = show_application(machine, receipt);
        return shown ? "shown" : shown.error().code;
    }
    InboxEntry row(Machine& machine) {
        const auto rows = list_inbox(machine).value();
        REQUIRE(rows.size() == 1);
        return rows.front();
    }
    void check_closed(Machine& machine) {
        CHECK(shows(machine) == kOthersCase);
        CHECK(show_application(machine, application).error().code == kOthersCase);
        const InboxEntry entry = row(machine);
        CHECK(entry.number == receipt);
        CHECK(entry.claimed.ms != 0);
        CHECK(entry.name.empty());
        CHECK(entry.outcome.empty());
        CHECK(entry.site.empty());
        CHECK(entry.in_case);
        CHECK(entry.problem == kOthersCase);
        CHECK(entry.status == domain::ApplicationStatus::Received);
        CHECK(list_inbox(machine, "毕").value().empty());
        CHECK_FALSE(store_holds(machine, kName));
        CHECK_FALSE(store_holds(machine, kId));
        // Nor sealed to the intake, whose key the laptop has.
        CHECK_FALSE(store_holds(machine, base::as_text(record)));
        CHECK(picture_with(machine, seal::sha256(paper_picture())).error().code == "attachment.missing");
    }
    void check_open(Machine& machine) {
        const auto shown = show_application(machine, receipt);
        REQUIRE_MESSAGE(shown.has_value(), shown.error().message);
        const auto at_registrar = show_application(*registrar, receipt).value();
        CHECK(shown->payload == at_registrar.payload);
        CHECK(shown->payload.find(kId) != std::string::npos);
        CHECK(shown->record == at_registrar.record);
        CHECK(shown->author == at_registrar.author);
        CHECK(shown->standing.status == at_registrar.standing.status);
        const auto pictures = pictures_of(machine, *shown).value();
        REQUIRE(pictures.size() == 1);
        CHECK(pictures.front().is_here);
        CHECK(picture_with(machine, pictures.front().digest).value() == paper_picture());
        const InboxEntry entry = row(machine);
        CHECK(entry.name == kName);
        CHECK(entry.problem.empty());
        CHECK(list_inbox(machine, "毕").value().size() == 1);
    }
};

}  // namespace

TEST_CASE("what says that a case stands on an application is read back, and nothing half of it") {
    base::SeededRandom random(3);
    const InCase said{base::RecordId::random(random), "W65M-JE9Y-8V5E4", base::RecordId::random(random),
                      seal::SealSecretKey::make(random).public_key()};
    CHECK(read_in_case(write_in_case(said)).value() == said);
    auto json = nlohmann::json::parse(write_in_case(said));
    json["later"] = 1;
    CHECK(read_in_case(json.dump()).value() == said);
    for (const char* needed : {"application", "case", "key"}) {
        auto without = json;
        without.erase(needed);
        CHECK(read_in_case(without.dump()).error().code == "payload.in_case");
    }
    for (const char* other : {"[]", "", "{", "null"})
        CHECK(read_in_case(other).error().code == "payload.in_case");
}

TEST_CASE_FIXTURE(Court, "a case that was opened closes its application for judges who are not on it") {
    file();
    // The control: without a case every judge may open and answer it.
    for (Machine* machine : {judge.get(), other_judge.get(), second.get()}) {
        check_open(*machine);
        CHECK_FALSE(row(*machine).in_case);
        CHECK(store_holds(*machine, kName));
    }
    const auto about = open(*registrar);
    check_open(*registrar);
    meet();
    for (Machine* machine : {judge.get(), other_judge.get()})
        check_closed(*machine);
    // The office keeps the register.
    check_open(*second);
    CHECK(row(*second).in_case);
    CHECK(row(*registrar).in_case);

    SUBCASE("nothing is said or opened beside it") {
        CHECK(open_case(*judge, receipt, now, court.random).error().code == kOthersCase);
        CHECK(open_case(*second, receipt, now, court.random).error().code == "case.exists");
        AnswerRequest request;
        request.id = receipt;
        request.status = domain::ApplicationStatus::AskDept;
        CHECK(answer(*judge, request, now, court.random).error().code == kOthersCase);
        CHECK(answer(*second, request, now, court.random).error().code == "answer.is_case");
    }
    SUBCASE("nothing brings it back: mail, a stick, its slip") {
        for (const store::Origin origin : {store::Origin::Hub, store::Origin::Stick}) {
            auto inside = judge->store().begin().value();
            const auto kept = take_letter(*judge, inside, {record, origin, now, 0, {}});
            REQUIRE(kept.has_value());
            CHECK(*kept == store::Kept::Known);
            REQUIRE(inside.commit().has_value());
            REQUIRE(settle_cases(*judge, now, court.random).has_value());
            check_closed(*judge);
        }
        CHECK(recover_record(*judge, record, now).error().code == kOthersCase);
        CHECK(row(*judge).problem == kOthersCase);
        CHECK_FALSE(store_holds(*judge, kName));
        CHECK(recover_record(*second, record, now).value().was_known);  // the control
    }
    SUBCASE("a judge who hears of the case first, and gets the application later, has as little") {
        const auto late = court.laptop("late", mail::Role::Judge);
        const auto roster = os::read_file(court.folder / "court" / "roster.cyd", mail::kRosterBytesMax).value();
        for (Machine* machine : all())
            REQUIRE(machine->take_roster(roster, now).has_value());
        const auto letters = registrar->store().inbox.about(base::RecordId::parse(application).value(), kInCaseKind);
        REQUIRE(letters.value().size() == 1);
        auto inside = late->store().begin().value();
        REQUIRE(take_letter(*late, inside, {letters->front().record, store::Origin::Hub, now, 1, now}).has_value());
        REQUIRE(take_letter(*late, inside, {record, store::Origin::Hub, now, 2, now}).has_value());
        REQUIRE(inside.commit().has_value());
        CHECK(shows(*late) == kOthersCase);  // also before anything was closed
        CHECK(row(*late).problem == kOthersCase);
        CHECK(list_inbox(*late, "毕").value().empty());
        REQUIRE(settle_cases(*late, now, court.random).has_value());
        CHECK_FALSE(store_holds(*late, kName));
        CHECK(row(*late).number == receipt);
    }
    SUBCASE("with a seat on the case it comes back, and goes with the seat") {
        go_to_review(about);
        hand_to(*judge, about);
        check_open(*judge);
        check_closed(*other_judge);
        CHECK(account_of(*judge, case_of(*judge, about).value(), *case_of(*judge, about)->application).has_value());
        hand_to(*other_judge, about);
        check_closed(*judge);
        check_open(*other_judge);
        must(*other_judge, about, "conflict_declared", {{"person", self(*other_judge)}, {"reasons", text("表兄")}});
        check_open(*other_judge);  // until it has left, it can be taken back
        meet();
        check_closed(*other_judge);
        check_open(*second);
    }
    SUBCASE("a registrar in conflict has it no more, the other registrar does") {
        must(*second, about, "conflict_declared", {{"person", self(*second)}, {"reasons", text("表兄")}});
        meet();
        CHECK(case_of(*second, about).error().code == "case.unknown");
        check_closed(*second);
        check_open(*registrar);
    }
}

TEST_CASE_FIXTURE(Court, "a judge who opens the case has its application, others have not") {
    file();
    const auto about = open(*judge);
    meet();
    check_open(*judge);
    check_open(*registrar);
    check_closed(*other_judge);
    CHECK(case_of(*judge, about).has_value());
}

TEST_CASE_FIXTURE(Court, "an opening that is taken back takes along that it was said; one that was heard stays") {
    file();
    const auto said = [](Machine& machine) { return machine.store().inbox.bodies(kInCaseKind, 10).value().size(); };
    const auto queued = [this] { return registrar->store().outbox.counts().value().queued; };
    AnswerRequest seen;  // so that the opening says nothing else
    seen.id = receipt;
    seen.status = domain::ApplicationStatus::Received;
    REQUIRE(answer(*registrar, seen, now, court.random).has_value());
    const auto before = queued();
    const auto about = open(*registrar);
    CHECK(said(*registrar) == 1);
    REQUIRE(undo(*registrar, about, about).has_value());
    CHECK(said(*registrar) == 0);
    CHECK(queued() == before);
    meet();
    check_open(*judge);
    const auto again = open(*registrar);
    court.carry(*registrar, all());
    CHECK(undo(*registrar, again, again).error().code == "undo.sent");
    CHECK(said(*judge) == 1);
}

TEST_CASE_FIXTURE(Court, "a case that a program opened which did not say so is told of later, once") {
    file();
    const auto about = open(*registrar);
    for (const char* sql : {"DELETE FROM outbox WHERE id IN (SELECT id FROM inbox WHERE kind = 'in_case')",
                            "DELETE FROM inbox WHERE kind = 'in_case'"})
        REQUIRE(registrar->store().database().execute(sql).has_value());
    must(*registrar, about, "remarked", {{"words", text("看过了")}});
    meet();
    check_closed(*judge);
    for (Machine* machine : {registrar.get(), second.get(), judge.get()})
        CHECK(machine->store().inbox.bodies(kInCaseKind, 10).value().size() == 1);
}

TEST_CASE_FIXTURE(Court, "only the court's registrars and judges say that a case stands on an application") {
    file();
    base::SeededRandom random(9);
    std::string payload =
        write_in_case({base::RecordId::parse(application).value(), receipt, base::RecordId::random(random),
                       seal::SealSecretKey::make(random).public_key()});
    REQUIRE(kiosk->store().chain.reserve(court.random).has_value());
    {
        auto inside = kiosk->store().begin().value();
        const seal::Recipient intake = mail::newest_intake_key(kiosk->roster()).recipient();
        REQUIRE(seal_and_queue(*kiosk, inside,
                               {.kind = std::string(kInCaseKind), .payload = payload, .recipient = intake}, now,
                               court.random)
                    .has_value());
        REQUIRE(inside.commit().has_value());
    }
    meet();
    REQUIRE(judge->store().inbox.bodies(kInCaseKind, 10).value().size() == 1);
    CHECK(judge->store().inbox.bodies(kInCaseKind, 10)->front().problem == "in_case.author");
    check_open(*judge);
    CHECK_FALSE(row(*judge).in_case);
}

TEST_CASE_FIXTURE(Court, "an account that was told in a case of others does not stay on a judge's laptop") {
    now = now + 60'000;
    const auto about =
        open_case(*registrar, {{"applicant", text("贾满仓")}, {"source", text("outreach")}}, now, court.random).value();
    must(*registrar, about, "account_given",
         {{"whose", text("applicant")},
          {"holder", text("贾满仓")},
          {"kind", text("card")},
          {"account_number", text(kOral)},
          {"bank", text("测试县农村信用社")},
          {"read_back", true}});
    meet();
    CHECK(store_holds(*second, kOral));  // the office pays
    CHECK_FALSE(store_holds(*judge, kOral));
    must(*registrar, about, "joined", {{"person", self(*judge)}, {"as", text("handler")}});
    meet();
    CHECK(store_holds(*judge, kOral));
    CHECK_FALSE(store_holds(*other_judge, kOral));
    const auto folded = case_of(*judge, about).value();
    const auto records = account_records(folded);
    REQUIRE(records.size() == 1);
    CHECK(account_of(*judge, folded, records.front()).has_value());
}

TEST_CASE_FIXTURE(Court, "two cases on one application are a double, also where nobody has a document") {
    SUBCASE("a document") { file(true); }
    SUBCASE("none") { file(false); }
    const auto first = open(*judge);
    const auto later = open(*second);  // who has not heard of it
    meet();
    meet();
    for (Machine* machine : {registrar.get(), second.get()}) {
        CHECK(case_of(*machine, first)->inquiry.doubles.empty());
        const auto folded = case_of(*machine, later).value();
        REQUIRE(folded.inquiry.doubles.size() == 1);
        CHECK(folded.inquiry.doubles.front().token == first.text());
        REQUIRE_FALSE(folded.inquiry.doubles.front().who.empty());
        const std::string who = folded.inquiry.doubles.front().who.front();
        CHECK(who.starts_with(kName));
        CHECK((who.find("0041") != std::string::npos || who.ends_with(receipt)));
    }
    check_open(*judge);
    check_closed(*other_judge);
    // Answered, nothing asks anew.
    const auto asked = case_of(*registrar, later)->inquiry.doubles.front().asked_by;
    must(*registrar, later, "double_answered", {{"asked", asked.text()}, {"same", true}, {"reasons", text("同一份")}});
    meet();
    CHECK(case_of(*second, later)->inquiry.doubles.size() == 1);
}

TEST_CASE_FIXTURE(Court,
                  "closed for one case, and on another case of the same application: it comes once more by mail") {
    file();
    const auto first = open(*judge);
    const auto id = base::RecordId::parse(application).value();
    const auto take = [this](const base::Bytes& came) {
        auto inside = other_judge->store().begin().value();
        REQUIRE(take_letter(*other_judge, inside, {came, store::Origin::Hub, now, 1, now}).has_value());
        REQUIRE(inside.commit().has_value());
    };
    // This judge hears of the first case alone, and closes the application for it.
    take(judge->store().inbox.about(id, kInCaseKind)->front().record);
    REQUIRE(settle_cases(*other_judge, now, court.random).has_value());
    check_closed(*other_judge);
    const auto later = open(*second);
    meet();
    CHECK(case_of(*registrar, first).has_value());
    go_to_review(later);
    const std::string mailbox = other_judge->mailbox(mail::Box::Intake).text();
    {
        auto inside = other_judge->store().begin().value();
        REQUIRE(other_judge->store().cursors.move(inside, mailbox, {3, 40}).has_value());
        REQUIRE(inside.commit().has_value());
    }
    hand_to(*other_judge, later);
    CHECK(shows(*other_judge) == "inbox.unopened");
    CHECK(row(*other_judge).problem == "inbox.unopened");
    CHECK(other_judge->store().cursors.at(mailbox).value() == mail::Cursor{3, 0});
    const auto picture = seal::sha256(paper_picture()).text();
    take(record);
    take(registrar->store().inbox.with_number(kAttachmentKind, picture)->front().record);
    REQUIRE(settle_cases(*other_judge, now, court.random).has_value());
    check_open(*other_judge);
}

TEST_CASE_FIXTURE(Court, "two applications of people without documents are no double because of that") {
    file(false);
    const auto first = open(*registrar);
    file(false);
    const auto later = open(*second);
    meet();
    CHECK(case_of(*registrar, first)->inquiry.doubles.empty());
    CHECK(case_of(*registrar, later)->inquiry.doubles.empty());
}
