#include <doctest/doctest.h>

#include "sync/hub/service.hpp"
#include "sync/hub/store_sqlite.hpp"
#include "sync/os/files.hpp"
#include "sync/seal/hash.hpp"
#include "sync/seal/sign.hpp"
#include "tests/support/mail_court.hpp"
#include "tests/support/temp_folder.hpp"

using namespace courtyard;
using namespace courtyard::hub;
using test::kNow;

namespace {

const mail::MailboxName kIntake{"330199", mail::Box::Intake};
const mail::MailboxName kPublic{"330199", mail::Box::Public};

struct Desk {
    explicit Desk(Limits limits = {}, Durable durable = Durable::Commit) {
        write_roster();
        std::filesystem::create_directory(folder / "documents");
        config = {court.roster.court, court.root.public_key(), folder / "roster.cyd", folder / "documents"};
        rosters = std::make_unique<Rosters>(std::vector{config}, log);
        REQUIRE(rosters->load({}).has_value());
        durability = std::make_unique<Durability>(durable, folder / "durable.toml", log);
        store = std::move(*open_sqlite(folder / "hub.db", Access::Writer, {}, court.random));
        service = std::make_unique<Service>(*rosters, *durability, limits, court.answer_key.clone(),
                                            store->generation(), log);
    }
    void write_roster() { write("roster.cyd", court.signed_roster()); }
    void write(const std::string& name, base::ByteView bytes) {
        REQUIRE(os::write_file(folder / name, bytes, os::Privacy::Public).has_value());
    }
    base::Bytes say(const std::string& machine, const mail::Request& request, base::Instant now = kNow) {
        return service->handle(court.spki(machine), mail::encode(request), *store, now);
    }
    template <class Answer>
    Answer ask(const std::string& machine, const mail::Request& request, base::Instant now = kNow) {
        last = say(machine, request, now);
        const auto answer = mail::parse_answer(last);
        REQUIRE(answer.has_value());
        REQUIRE(std::holds_alternative<Answer>(*answer));
        return std::get<Answer>(*answer);
    }
    std::string refusal(const std::string& machine, const mail::Request& request, base::Instant now = kNow) {
        const base::Bytes bytes = say(machine, request, now);
        const auto answer = mail::parse_answer(bytes);
        REQUIRE(answer.has_value());
        const auto* refusal = std::get_if<mail::Refusal>(&*answer);
        return refusal == nullptr ? "" : refusal->code;
    }

    test::MailCourt court;
    test::TempFolder folder;
    std::vector<std::string> diary;
    Log log{[this](std::string_view line) { diary.emplace_back(line); }};
    CourtConfig config;
    std::unique_ptr<Rosters> rosters;
    std::unique_ptr<Durability> durability;
    std::unique_ptr<Store> store;
    std::unique_ptr<Service> service;
    base::Bytes last;
};

mail::GetRequest get(const mail::MailboxName& mailbox) { return {mailbox, 0, 0, 4096, 0}; }

}  // namespace

TEST_CASE("every machine, every mailbox, every action: allowed or refused as the table says") {
    Desk desk;
    const base::Bytes record = desk.court.record();
    const mail::ExactRecord id = mail::exact(record);
    for (const auto& each : desk.court.machines) {
        const auto& name = each.first;
        const auto& machine = each.second;
        for (const mail::Box box : {mail::Box::Intake, mail::Box::Public}) {
            for (const char* court : {"330199", "330100"}) {
                CAPTURE(name);
                const mail::MailboxName mailbox{court, box};
                const bool may_append = mail::may(desk.court.roster, machine.machine, mail::Action::Append, mailbox);
                const bool may_read = mail::may(desk.court.roster, machine.machine, mail::Action::Read, mailbox);
                CHECK(desk.refusal(name, mail::PutRequest{mailbox, {record}}) == (may_append ? "" : "hub.forbidden"));
                CHECK(desk.refusal(name, mail::AskRequest{mailbox, {id}}) == (may_append ? "" : "hub.forbidden"));
                CHECK(desk.refusal(name, mail::PartRequest{mailbox, id, 512, 0, {}}) ==
                      (may_append ? "" : "hub.forbidden"));
                CHECK(desk.refusal(name, get(mailbox)) == (may_read ? "" : "hub.forbidden"));
                CHECK(desk.refusal(name, mail::ListRequest{court}) ==
                      (mailbox.court == "330199" ? "" : "hub.forbidden"));
            }
        }
    }
}

TEST_CASE("a stranger and a revoked machine get nothing, from the very next request on") {
    Desk desk;
    CHECK(desk.refusal("kiosk", get(kPublic)).empty());
    const base::Bytes stranger = desk.service->handle({}, mail::encode(get(kPublic)), *desk.store, kNow);
    CHECK(std::get<mail::Refusal>(*mail::parse_answer(stranger)).code == "hub.unknown_machine");
    CHECK(desk.service->greet({}, kNow)->code == "hub.unknown_machine");

    desk.court.revoke("kiosk");
    desk.write_roster();
    CHECK(desk.refusal("kiosk", get(kPublic)) == "hub.revoked");
    CHECK(desk.service->greet(desk.court.spki("kiosk"), kNow)->code == "hub.revoked");
    CHECK(desk.refusal("judge", get(kPublic)).empty());

    ++desk.court.roster.version;
    const auto owner = *desk.court.machines.at("judge").machine.person;
    for (mail::Person& person : desk.court.roster.persons) {
        if (person.id == owner) person.standing = mail::Standing::Revoked;
    }
    desk.write_roster();
    CHECK(desk.refusal("judge", get(kPublic)) == "hub.revoked");
}

TEST_CASE("an older, foreign or broken roster is not taken; the last good one holds, and the diary says so") {
    Desk desk;
    const base::Bytes first = desk.court.signed_roster();
    desk.court.revoke("kiosk");
    desk.write_roster();
    CHECK(desk.refusal("kiosk", get(kPublic)) == "hub.revoked");
    desk.write("roster.cyd", first);
    CHECK(desk.refusal("kiosk", get(kPublic)) == "hub.revoked");
    desk.write("roster.cyd", base::as_bytes("rubbish"));
    CHECK(desk.refusal("kiosk", get(kPublic)) == "hub.revoked");
    const test::MailCourt other(77);
    desk.write("roster.cyd", other.signed_roster());
    CHECK(desk.refusal("kiosk", get(kPublic)) == "hub.revoked");
    std::filesystem::remove(desk.folder / "roster.cyd");
    CHECK(desk.refusal("kiosk", get(kPublic)) == "hub.revoked");
    CHECK(std::count_if(desk.diary.begin(), desk.diary.end(),
                        [](const auto& line) { return line.find(" error ") != std::string::npos; }) == 3);
    // After a restart too: the store remembers which version was used.
    desk.write("roster.cyd", first);
    Rosters again({desk.config}, desk.log);
    CHECK(again.load({{"330199", 2}}).error().code == "roster.version");
    CHECK(again.load({{"330199", 1}}).has_value());
}

TEST_CASE("the answer to a put is signed over mailbox, records, places and durability") {
    Desk desk;
    const auto a = desk.court.record(), b = desk.court.record();
    const base::Bytes rubbish(100, 1);
    const auto answer = desk.ask<mail::PutAnswer>("kiosk", mail::PutRequest{kIntake, {a, rubbish, b, a}});
    CHECK(answer.outcomes == std::vector<mail::Outcome>{{mail::Verdict::Accepted, 1},
                                                        {mail::Verdict::Malformed, 0},
                                                        {mail::Verdict::Accepted, 2},
                                                        {mail::Verdict::Accepted, 1}});
    CHECK(answer.durable_up_to == 2);
    CHECK(answer.hub_time == kNow);
    mail::ExactRecord stand_in{{}, seal::record_hash(rubbish)};
    std::copy_n(rubbish.begin(), 16, stand_in.id.bytes.begin());
    const auto message =
        mail::signed_part(desk.last, kIntake, {mail::exact(a), stand_in, mail::exact(b), mail::exact(a)});
    CHECK(seal::verify(desk.court.answer_key.public_key(), seal::Context::Ack, {message}, answer.signature));
    CHECK_FALSE(seal::verify(desk.court.root.public_key(), seal::Context::Ack, {message}, answer.signature));
}

TEST_CASE("durable only as far as the backup says, when that is what the court wants") {
    Desk desk({}, Durable::Backup);
    const auto a = desk.court.record(), b = desk.court.record();
    CHECK(desk.ask<mail::PutAnswer>("kiosk", mail::PutRequest{kIntake, {a, b}}).durable_up_to == 0);
    desk.write("durable.toml", base::as_bytes("\"330199/intake\" = 1\n"));
    const auto ask = mail::AskRequest{kIntake, {mail::exact(a), mail::exact(b)}};
    CHECK(desk.ask<mail::PutAnswer>("kiosk", ask).durable_up_to == 1);
    desk.write("durable.toml", base::as_bytes("\"330199/intake\" = 900\n"));
    CHECK(desk.ask<mail::PutAnswer>("kiosk", ask).durable_up_to == 2);  // never beyond what is there
    desk.write("durable.toml", base::as_bytes("\"330199/intake\" = \"all\"\n"));
    CHECK(desk.ask<mail::PutAnswer>("kiosk", ask).durable_up_to == 2);  // the last good word holds
}

TEST_CASE("pages and pieces are signed, bounded, and say how far the mailbox goes") {
    Limits limits;
    limits.page_bytes = 1024;
    Desk desk(limits);
    std::vector<base::Bytes> records;
    for (int i = 0; i < 5; ++i)
        records.push_back(desk.court.record());
    records.push_back(desk.court.record(3000));
    desk.ask<mail::PutAnswer>("kiosk", mail::PutRequest{kIntake, {records.begin(), records.end()}});
    auto page = desk.ask<mail::Page>("judge", mail::GetRequest{kIntake, 2, 0, 1 << 20, 0});
    CHECK(page.records.size() == 2);
    CHECK(page.head == 6);
    CHECK(page.after == 2);
    CHECK(seal::verify(desk.court.answer_key.public_key(), seal::Context::Ack,
                       {mail::signed_part(desk.last, kIntake, {})}, page.signature));
    page = desk.ask<mail::Page>("judge", mail::GetRequest{kIntake, 5, 1000, 1 << 20, 0});
    REQUIRE(page.piece.size() == 1);
    CHECK(page.piece[0].offset == 1000);
    CHECK(page.piece[0].total == records[5].size());
    page = desk.ask<mail::Page>("judge", mail::GetRequest{kIntake, 99, 0, 1 << 20, 0});
    CHECK(page.records.empty());
    CHECK(page.head == 6);
}

TEST_CASE("documents: the roster and the folder's files, in pieces, by digest") {
    Desk desk;
    const base::Bytes pack(100'000, 42);
    desk.write("documents/pack.cyp", pack);
    desk.write("documents/NOT-A-NAME", pack);
    auto list = desk.ask<mail::DocumentList>("kiosk", mail::ListRequest{"330199"});
    REQUIRE(list.documents.size() == 2);
    CHECK(list.documents[0].name == "pack.cyp");
    CHECK(list.documents[0].digest == seal::sha256(pack));
    CHECK(list.documents[1].name == "roster.cyd");
    CHECK(list.documents[1].version == 1);
    mail::DocumentRequest request{"330199", "pack.cyp", list.documents[0].digest, 90'000, 60'000};
    const auto piece = desk.ask<mail::DocumentPiece>("kiosk", request);
    CHECK(piece.total == 100'000);
    CHECK(piece.bytes.size() == 10'000);
    request.offset = 100'000;
    CHECK(desk.ask<mail::DocumentPiece>("kiosk", request).bytes.empty());
    request.offset = 0;
    const auto roster = desk.ask<mail::DocumentPiece>(
        "kiosk", mail::DocumentRequest{"330199", "roster.cyd", list.documents[1].digest, 0, 1 << 20});
    CHECK(mail::open_roster(roster.bytes, desk.court.root.public_key()).has_value());

    desk.write("documents/pack.cyp", base::Bytes(100'000, 43));
    CHECK(desk.refusal("kiosk", request) == "hub.unknown_document");
    request.name = "hub.db";
    CHECK(desk.refusal("kiosk", request) == "hub.unknown_document");
    std::filesystem::create_symlink(desk.folder / "hub.db", desk.folder / "documents" / "z.db");
    list = desk.ask<mail::DocumentList>("kiosk", mail::ListRequest{"330199"});
    CHECK(list.documents.size() == 3);  // what the operator links he means to hand out
}

TEST_CASE("what is not a request is refused without a word of what it was") {
    Desk desk;
    for (const base::Bytes& bytes :
         {base::Bytes{}, base::Bytes(1000, 'x'), mail::encode(mail::Refusal{"hub.busy", 0})}) {
        const base::Bytes answer = desk.service->handle(desk.court.spki("kiosk"), bytes, *desk.store, kNow);
        CHECK(std::get<mail::Refusal>(*mail::parse_answer(answer)).code == "hub.malformed");
    }
    for (const std::string& line : desk.diary)
        CHECK(line.find("xxx") == std::string::npos);
}

TEST_CASE("a machine that asks too much is told when to come back, and the others are not") {
    Limits limits;
    limits.requests_per_minute = 3;
    limits.records_per_minute = 4;
    Desk desk(limits);
    const auto record = desk.court.record();
    for (int i = 0; i < 3; ++i)
        CHECK(desk.refusal("kiosk", get(kPublic)).empty());
    const auto busy = desk.ask<mail::Refusal>("kiosk", get(kPublic));
    CHECK(busy.code == "hub.busy");
    CHECK(busy.retry_after_s == 20);
    CHECK(desk.refusal("judge", get(kPublic)).empty());
    CHECK(desk.refusal("kiosk", get(kPublic), kNow + 20'000).empty());
    const std::vector<base::ByteView> four(4, base::ByteView(record));
    CHECK(desk.refusal("kiosk", mail::PutRequest{kIntake, four}, kNow + 100'000).empty());
    CHECK(desk.refusal("kiosk", mail::PutRequest{kIntake, {record}}, kNow + 100'000) == "hub.busy");
    const std::vector<base::ByteView> many(9, base::ByteView(record));
    CHECK(
        desk.refusal("kiosk", mail::PutRequest{kIntake, many}, kNow + 200'000).empty());  // larger than a whole bucket
}

TEST_CASE("the diary names codes and ids, never how much came from where") {
    Desk desk;
    const auto record = desk.court.record();
    desk.ask<mail::PutAnswer>("kiosk", mail::PutRequest{kIntake, {record}});
    CHECK(desk.diary.empty());
    desk.refusal("kiosk", get(kIntake));
    REQUIRE(desk.diary.size() == 1);
    CHECK(desk.diary[0] ==
          "2025-11-22T08:26:40Z warning hub.forbidden machine=" + desk.court.machines.at("kiosk").machine.id.text());
}
