// Filing, reading, answering, progress and recovery on machines in one process.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "app/paper/slip.hpp"
#include "app/worker/answering.hpp"
#include "app/worker/health.hpp"
#include "app/worker/letters.hpp"
#include "app/worker/payload.hpp"
#include "app/worker/progress.hpp"
#include "app/worker/recovering.hpp"
#include "app/worker/slip_files.hpp"
#include "sync/os/files.hpp"
#include "sync/seal/slip_symbols.hpp"
#include "tests/support/small_court.hpp"

using namespace courtyard;
using Status = domain::ApplicationStatus;

namespace {

using test::small_court::kNow;

std::string code_of(const worker::Receipt& receipt) { return std::string(base::as_text(receipt.code().view())); }

}  // namespace

TEST_CASE(
    "an application reaches those who may read it, the answer reaches the slip, and nobody else learns anything") {
    test::SmallCourt court;
    auto kiosk = court.kiosk();
    auto judge = court.laptop("钟法官", mail::Role::Judge);
    auto caller = court.laptop("林回访", mail::Role::Caller);
    kiosk = court.open("kiosk");
    judge = court.open("钟法官");
    const worker::Receipt receipt = court.file(*kiosk);
    CHECK(kiosk->store().outbox.counts()->queued == 1);
    court.carry(*kiosk, {judge.get(), caller.get()});

    const auto inbox = worker::list_inbox(*judge).value();
    REQUIRE(inbox.size() == 1);
    CHECK(inbox[0].number == receipt.number());
    CHECK(inbox[0].id == receipt.record_id());
    CHECK(inbox[0].problem == "");
    CHECK(worker::list_inbox(*caller).error().code == "inbox.role");
    CHECK(worker::list_inbox(*kiosk).error().code == "inbox.role");
    CHECK(worker::show_application(*kiosk, receipt.number()).error().code == "inbox.role");

    worker::AnswerRequest request;
    request.id = receipt.record_id().text();
    request.status = Status::NotFiled;
    CHECK(worker::answer(*judge, request, kNow, court.random).error().code == "answer.text");
    request.status = Status::NeedMore;
    CHECK(worker::answer(*judge, request, kNow, court.random).error().code == "answer.papers");
    request.papers = {"判决书"};
    request.number = "（2026）测0199司救1号";
    CHECK(worker::answer(*judge, request, kNow, court.random).error().code == "answer.number");
    request.number.clear();
    CHECK(judge->store().outbox.counts()->queued == 0);
    REQUIRE(worker::answer(*judge, request, kNow, court.random).has_value());
    worker::AnswerRequest back = request;
    back.status = Status::Received;
    back.papers.clear();
    const auto refused = worker::answer(*judge, back, kNow, court.random);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == "answer.state");
    CHECK(worker::show_application(*judge, receipt.number())->standing.history.size() == 1);

    // The kiosk was enrolled before the judge: until the newer roster comes it does not know who speaks.
    court.carry(*judge, {kiosk.get(), judge.get()});
    CHECK(worker::progress_by_code(*kiosk, code_of(receipt))->history.empty());
    const auto roster = os::read_file(court.home("court") / "roster.cyd", 1 << 20).value();
    REQUIRE(kiosk->take_roster(roster, kNow).has_value());
    const auto progress = worker::progress_by_code(*kiosk, code_of(receipt)).value();
    REQUIRE(progress.newest() != nullptr);
    CHECK(progress.newest()->status == Status::NeedMore);
    CHECK(progress.newest()->papers == std::vector<std::string>{"判决书"});

    // Another slip, and one that was never filed, tell the same: nothing.
    const worker::Receipt other = court.file(*kiosk);
    const auto nobody = seal::ReceiptSecret::make(court.random);
    CHECK(worker::progress_by_code(*kiosk, code_of(other))->history.empty());
    CHECK(worker::progress_of(*kiosk, nobody)->history.empty());
    CHECK(worker::progress_by_code(*kiosk, "hello").has_value() == false);
}

TEST_CASE("a kiosk cannot speak for the court") {
    test::SmallCourt court;
    auto kiosk = court.kiosk();
    auto judge = court.laptop("钟法官", mail::Role::Judge);
    const worker::Receipt receipt = court.file(*kiosk);
    court.carry(*kiosk, {judge.get()});
    // The same bytes that answer() would write, signed by the kiosk's key.
    worker::AnswerPayload payload;
    payload.application = receipt.record_id();
    payload.receipt = receipt.number();
    payload.status = Status::Filed;
    seal::Body body;
    body.author = kiosk->author();
    body.seq = 2;
    body.kind = "review";
    body.pack = {kiosk->pack().name, 1};
    body.claimed_at = kNow;
    body.time_floor = kNow;
    body.previous = seal::RecordHash::random(court.random);
    body.payload = worker::write_review(payload);
    const auto intake = mail::newest_intake_key(kiosk->roster()).recipient();
    const auto record =
        seal::seal({base::RecordId::random(court.random), intake, body, kiosk->author_key(), nullptr}, court.random)
            .value();
    auto inside = judge->store().begin().value();
    REQUIRE(worker::take_letter(*judge, inside, {record, store::Origin::Hub, kNow, 99, kNow}).has_value());
    REQUIRE(inside.commit().has_value());
    CHECK(worker::show_application(*judge, receipt.number())->standing.status == Status::Synced);
}

TEST_CASE("a slip brings the application back, once, whoever has it") {
    test::SmallCourt court;
    auto kiosk = court.kiosk();
    auto judge = court.laptop("钟法官", mail::Role::Judge);
    auto caller = court.laptop("林回访", mail::Role::Caller);
    const worker::Receipt receipt = court.file(*kiosk);
    const test::TempFolder out;
    auto place = worker::SlipPlace::prepare(*kiosk, out / "deep/slip");
    REQUIRE_MESSAGE(place.has_value(), place.error().message);
    const auto files = place->write(*kiosk, receipt);
    REQUIRE_MESSAGE(files.has_value(), files.error().message);

    const auto first = worker::recover(*judge, {files->picture}, kNow);
    REQUIRE_MESSAGE(first.has_value(), first.error().message);
    CHECK(first->id == receipt.record_id());
    CHECK(first->opened);
    CHECK(first->queued);
    const auto second = worker::recover(*judge, {files->picture, files->picture}, kNow);
    REQUIRE(second.has_value());
    CHECK(second->was_known);
    CHECK_FALSE(second->queued);
    CHECK(judge->store().outbox.counts()->queued == 1);
    CHECK(worker::list_inbox(*judge)->size() == 1);

    const auto carried = worker::recover(*caller, {files->picture}, kNow);
    REQUIRE(carried.has_value());
    CHECK_FALSE(carried->opened);
    CHECK(carried->queued);
    const auto at_home = worker::recover(*kiosk, {files->picture}, kNow);
    REQUIRE(at_home.has_value());
    CHECK(at_home->was_known);
    CHECK_FALSE(at_home->queued);

    // Another court's slip is not for us.
    test::SmallCourt elsewhere(7);
    auto stranger = elsewhere.laptop("他院法官", mail::Role::Judge);
    CHECK(worker::recover(*stranger, {files->picture}, kNow).error().code == "recover.foreign");
    CHECK(worker::progress_by_picture(*kiosk, files->picture)->number == receipt.number());
}

TEST_CASE("what is not sound is not filed, and the sentence is the pack's") {
    test::SmallCourt court;
    auto kiosk = court.kiosk();
    auto json = nlohmann::json::parse(kiosk->pack().example_json);
    json["F1.06"] = "330199198603140178";
    const auto refused = worker::file(*kiosk, test::SmallCourt::submission(*kiosk, json.dump()), kNow, court.random);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == "application.problem");
    CHECK(refused.error().message.find("F1.06") != std::string::npos);
    CHECK(refused.error().message.find("330199198603140178") == std::string::npos);
    CHECK(kiosk->store().outbox.counts()->queued == 0);
    CHECK(kiosk->store().chain.next()->sequence == 1);
}

TEST_CASE("a kiosk whose clock fell back ten years still files") {
    test::SmallCourt court;
    auto kiosk = court.kiosk();
    const base::Instant past = kNow + -10ll * 365 * 86'400'000;
    CHECK(worker::file(*kiosk, test::SmallCourt::submission(*kiosk), past, court.random).has_value());
}

TEST_CASE("the author's chain counts every record and carries the hash of the one before") {
    test::SmallCourt court;
    auto kiosk = court.kiosk();
    auto judge = court.laptop("钟法官", mail::Role::Judge);
    const worker::Receipt first = court.file(*kiosk);
    const auto hash = seal::record_hash(kiosk->store().outbox.record(first.record_id()).value());
    const worker::Receipt second = court.file(*kiosk);
    court.carry(*kiosk, {judge.get()});
    CHECK(worker::show_application(*judge, first.number())->sequence == 1);
    CHECK(worker::show_application(*judge, second.number())->sequence == 2);
    const auto letter = judge->store().inbox.find(second.record_id()).value();
    CHECK(seal::parse_body(letter->body)->previous == hash);
}

TEST_CASE("an old roster or pack that is put back is refused, and doctor still looks") {
    test::SmallCourt court;
    court.kiosk();
    const auto old = os::read_file(court.home("kiosk") / "roster.cyd", 1 << 20).value();
    court.laptop("钟法官", mail::Role::Judge);
    {
        auto kiosk = court.open("kiosk");
        REQUIRE(
            kiosk->take_roster(os::read_file(court.home("court") / "roster.cyd", 1 << 20).value(), kNow).has_value());
        CHECK(kiosk->take_roster(old, kNow).error().code == "store.older");
        CHECK(kiosk->roster().persons.size() == 1);
    }
    REQUIRE(os::write_file(court.home("kiosk") / "roster.cyd", old, os::Privacy::OwnerOnly).has_value());
    const auto opened = worker::Machine::open({.home = court.home("kiosk"), .passphrase = {}}, court.random);
    REQUIRE_FALSE(opened.has_value());
    CHECK(opened.error().code == "store.older");
    const auto findings = worker::examine({.open = {.home = court.home("kiosk"), .passphrase = {}}, .ask_hub = false},
                                          kNow, court.random);
    bool told = false;
    for (const worker::Finding& finding : findings)
        told |= finding.check == "documents" && !finding.ok;
    CHECK(told);
    CHECK(findings.size() > 5);
}
