// Two records that share an id, or a number of their author's chain: nothing is lost, nothing is taken for the other.
#include <doctest/doctest.h>

#include <algorithm>

#include <nlohmann/json.hpp>

#include "app/paper/raster.hpp"
#include "app/worker/answering.hpp"
#include "app/worker/forks.hpp"
#include "app/worker/health.hpp"
#include "app/worker/letters.hpp"
#include "app/worker/payload.hpp"
#include "app/worker/progress.hpp"
#include "app/worker/recovering.hpp"
#include "app/worker/slip_files.hpp"
#include "sync/os/files.hpp"
#include "tests/support/small_court.hpp"

using namespace courtyard;
namespace fs = std::filesystem;

namespace {

using test::small_court::kNow;
constexpr base::Instant kLater = kNow + 3 * 86'400'000;

std::string applicant(const worker::Machine& machine, const std::string& name) {
    auto application = nlohmann::json::parse(machine.pack().example_json);
    application["F1.01"] = name;
    return application.dump();
}

// What an older program did on a kiosk that was restored from a backup: two applications under one id. The hub, which
// the judge reads, has the first.
struct TwoUnderOneId {
    test::SmallCourt court;
    std::unique_ptr<worker::Machine> kiosk = court.kiosk();
    std::unique_ptr<worker::Machine> judge = court.laptop("钟法官", mail::Role::Judge);
    std::unique_ptr<worker::Machine> registrar = court.laptop("沈登记", mail::Role::Registrar);
    std::unique_ptr<worker::Machine> caller = court.laptop("林回访", mail::Role::Caller);
    base::RecordId id;
    std::string first_number, second_number;
    base::Bytes first, second;

    TwoUnderOneId() {
        judge = court.open("钟法官");
        const worker::Receipt one = court.file(*kiosk, applicant(*kiosk, "应𫖯安"));
        const worker::Receipt two = court.file(*kiosk, applicant(*kiosk, "毕䶮"));
        id = one.record_id();
        first_number = one.number();
        second_number = two.number();
        first = kiosk->store().outbox.record(id).value();
        const base::Bytes fair = kiosk->store().outbox.record(two.record_id()).value();
        const auto opened = seal::open(fair, judge->intake_keys().front(), kiosk->author_keys(), kiosk->dictionaries());
        const auto intake = mail::newest_intake_key(kiosk->roster()).recipient();
        second =
            seal::seal({id, intake, opened->body, kiosk->author_key(), kiosk->dictionaries().find(1)}, court.random)
                .value();
    }
    void from_hub(worker::Machine& laptop, const base::Bytes& record, std::uint64_t number) {
        auto inside = laptop.store().begin().value();
        REQUIRE(worker::take_letter(laptop, inside, {record, store::Origin::Hub, kNow, number, kNow}).has_value());
        REQUIRE(inside.commit().has_value());
    }
    // As the hub's answer to a put does.
    void refuse(worker::Machine& machine, const base::RecordId& record) {
        auto row = machine.store().outbox.find(record).value();
        REQUIRE(row.has_value());
        row->parcel.delivery = mail::Delivery::Quarantined;
        row->parcel.verdict = mail::Verdict::Conflict;
        auto inside = machine.store().begin().value();
        REQUIRE(machine.store().outbox.save(inside, {row->parcel}).has_value());
        REQUIRE(inside.commit().has_value());
    }
    std::vector<worker::Finding> bad(const std::string& home) {
        auto found = worker::examine(
            {.open = {.home = court.home(home), .passphrase = base::as_bytes(test::SmallCourt::kPassphrase)},
             .ask_hub = false},
            kNow, court.random);
        std::erase_if(found, [](const worker::Finding& each) { return each.ok; });
        return found;
    }
};

}  // namespace

TEST_CASE("recover: the slip of an application whose id another one has is filed anew, and shown, once") {
    TwoUnderOneId two;
    two.from_hub(*two.judge, two.first, 1);
    const auto recovered = worker::recover_record(*two.judge, two.second, kLater);
    REQUIRE_MESSAGE(recovered.has_value(), recovered.error().message);
    CHECK(recovered->taken == two.id);
    CHECK(recovered->id != two.id);
    CHECK_FALSE(recovered->was_known);
    CHECK(recovered->queued);
    CHECK(recovered->opened);
    CHECK(worker::list_inbox(*two.judge)->size() == 2);
    const auto shown = worker::show_application(*two.judge, two.second_number);
    REQUIRE_MESSAGE(shown.has_value(), shown.error().message);
    CHECK(shown->entry.id == recovered->id);
    CHECK(shown->entry.name == "毕䶮");
    CHECK(shown->entry.claimed == kNow);  // when it was filed, not when it came back
    CHECK(worker::show_application(*two.judge, two.first_number)->entry.name == "应𫖯安");
    const auto note = nlohmann::json::parse(shown->payload).at("refiled");
    CHECK(note.at("record") == two.id.text());
    CHECK(note.at("by") == "m." + two.kiosk->config().machine.text());
    CHECK(note.at("seq") == 2);
    CHECK(two.bad("钟法官").empty());

    for (int again = 0; again < 2; ++again) {
        const auto second = worker::recover_record(*two.judge, two.second, kLater);
        REQUIRE(second.has_value());
        CHECK(second->was_known);
        CHECK_FALSE(second->queued);
        CHECK(second->id == recovered->id);
    }
    CHECK(two.judge->store().outbox.counts()->queued == 1);

    // Through the hub it reaches the others, who know it by its slip; and it is answered like any other.
    worker::AnswerRequest request;
    request.id = two.second_number;
    request.status = domain::ApplicationStatus::Received;
    REQUIRE(worker::answer(*two.judge, request, kLater, two.court.random).has_value());
    two.from_hub(*two.registrar, two.first, 1);
    two.court.hub_sequence = 1;
    two.court.carry(*two.judge, {two.registrar.get()});
    CHECK(worker::list_inbox(*two.registrar)->size() == 2);
    const auto known = worker::recover_record(*two.registrar, two.second, kLater);
    REQUIRE_MESSAGE(known.has_value(), known.error().message);
    CHECK(known->was_known);
    CHECK(known->id == recovered->id);
    CHECK(worker::show_application(*two.registrar, two.second_number)->standing.status ==
          domain::ApplicationStatus::Received);
    CHECK(worker::show_application(*two.registrar, two.first_number)->standing.status !=
          domain::ApplicationStatus::Received);
}

TEST_CASE("recover: the slip came first and the hub's record later: both are here, named, and settled by the slip") {
    TwoUnderOneId two;
    const auto carried = worker::recover_record(*two.judge, two.second, kLater);
    REQUIRE(carried.has_value());
    CHECK(carried->id == two.id);  // nobody knows better yet
    CHECK_FALSE(carried->taken.has_value());
    two.from_hub(*two.judge, two.first, 1);
    two.from_hub(*two.judge, two.first, 1);
    CHECK(worker::list_inbox(*two.judge)->size() == 2);
    CHECK(worker::show_application(*two.judge, two.id.text())->entry.name == "应𫖯安");
    const auto beside = worker::show_application(*two.judge, two.second_number);
    REQUIRE(beside.has_value());
    CHECK(beside->entry.name == "毕䶮");
    CHECK(beside->hub_sequence == 0);  // the hub has the other one
    two.refuse(*two.judge, two.id);
    const auto first_again = worker::recover_record(*two.judge, two.first, kLater);
    CHECK(first_again->was_known);  // what the hub has under the id is the hub's, whatever this laptop tried to send
    CHECK_FALSE(first_again->taken.has_value());
    const auto told = two.bad("钟法官");
    REQUIRE(told.size() == 2);
    CHECK(told[0].check == "outbox");
    CHECK(told[0].says.find(two.id.text()) != std::string::npos);
    CHECK(told[0].says.find("recover") != std::string::npos);
    CHECK(told[1].check == "inbox");
    CHECK(told[1].says.find(beside->entry.id.text()) != std::string::npos);

    const auto settled = worker::recover_record(*two.judge, two.second, kLater);
    REQUIRE_MESSAGE(settled.has_value(), settled.error().message);
    CHECK(settled->taken == two.id);
    CHECK(settled->queued);
    CHECK(worker::list_inbox(*two.judge)->size() == 2);
    CHECK(worker::show_application(*two.judge, two.second_number)->entry.id == settled->id);
    CHECK(two.judge->store().outbox.counts() == mail::OutboxCounts{1, 0, 0, 0, 0});
    CHECK(two.bad("钟法官").empty());
}

TEST_CASE("recover: who cannot open it carries it, or says who can, and drops nothing") {
    TwoUnderOneId two;
    REQUIRE(worker::recover_record(*two.caller, two.first, kNow)->queued);
    const auto other = worker::recover_record(*two.caller, two.second, kNow);
    REQUIRE_FALSE(other.has_value());
    CHECK(other.error().code == "recover.other_record");
    CHECK(other.error().message.find("registrar") != std::string::npos);
    CHECK(two.caller->store().outbox.record(two.id).value() == two.first);
    CHECK(worker::recover_record(*two.caller, two.first, kNow)->was_known);  // the control
    // The bytes are gone when the hub has them for good; they are still known from others.
    two.court.carry(*two.caller, {});
    CHECK(worker::recover_record(*two.caller, two.second, kNow).error().code == "recover.other_record");
    CHECK(worker::recover_record(*two.caller, two.first, kNow)->was_known);
}

TEST_CASE("a kiosk whose record the hub refuses keeps it, counts it, and doctor names it and says what to do") {
    TwoUnderOneId two;
    two.refuse(*two.kiosk, two.id);
    CHECK(two.kiosk->store().outbox.counts()->quarantined == 1);
    CHECK(two.kiosk->store().outbox.record(two.id).value() == two.first);
    const auto told = two.bad("kiosk");
    REQUIRE(told.size() == 1);
    CHECK(told[0].says.find("1 set aside and kept here") != std::string::npos);
    CHECK(told[0].says.find(two.id.text()) != std::string::npos);
    CHECK(told[0].says.find("courtyardctl recover on a registrar's laptop") != std::string::npos);
    CHECK(worker::recover_record(*two.kiosk, two.first, kNow).error().code == "recover.other_record");
}

TEST_CASE("one number of a kiosk's chain used twice, by a copy of its folder: both arrive, are shown, and it is told") {
    test::SmallCourt court;
    auto kiosk = court.kiosk();
    auto judge = court.laptop("钟法官", mail::Role::Judge);
    judge = court.open("钟法官");
    kiosk.reset();
    fs::copy(court.home("kiosk"), court.home("copy"), fs::copy_options::recursive);
    kiosk = court.open("kiosk");
    auto copy = court.open("copy");
    const worker::Receipt one = court.file(*kiosk);
    const worker::Receipt other = court.file(*copy);
    CHECK(one.record_id() != other.record_id());
    court.carry(*kiosk, {judge.get()});
    CHECK(worker::forks_of(*judge, 10)->empty());
    court.carry(*copy, {judge.get()});
    CHECK(worker::list_inbox(*judge)->size() == 2);
    for (const worker::Receipt* each : {&one, &other}) {
        const auto shown = worker::show_application(*judge, each->number());
        REQUIRE(shown.has_value());
        CHECK(shown->sequence == 1);
    }
    const auto forks = worker::forks_of(*judge, 10).value();
    REQUIRE(forks.size() == 1);
    CHECK(forks[0].sequence == 1);
    CHECK(forks[0].author.find("云坞村") != std::string::npos);
    CHECK(forks[0].records == std::vector{one.record_id(), other.record_id()});
    const auto findings = worker::examine(
        {.open = {.home = court.home("钟法官"), .passphrase = base::as_bytes(test::SmallCourt::kPassphrase)},
         .ask_hub = false},
        kNow, court.random);
    bool told = false;
    for (const worker::Finding& each : findings) {
        CHECK_MESSAGE(each.ok, each.says);
        told |= each.says.find(other.record_id().text()) != std::string::npos;
    }
    CHECK(told);
}

TEST_CASE("of two processes the one that was given the older roster cannot have the last word") {
    test::SmallCourt court;
    court.kiosk();
    court.laptop("钟法官", mail::Role::Judge);
    const base::Bytes second = os::read_file(court.home("court") / "roster.cyd", 1 << 20).value();
    court.laptop("林法官", mail::Role::Judge);
    const base::Bytes third = os::read_file(court.home("court") / "roster.cyd", 1 << 20).value();
    auto slow = court.open("kiosk");
    auto quick = court.open("kiosk");
    REQUIRE(quick->take_roster(third, kNow).has_value());
    CHECK(slow->take_roster(second, kNow).error().code == "store.older");
    CHECK(os::read_file(court.home("kiosk") / "roster.cyd", 1 << 20).value() == third);
    CHECK(slow->roster().persons.empty());
    REQUIRE(slow->take_roster(third, kNow).has_value());
    CHECK(court.open("kiosk")->roster().persons.size() == 2);
}

TEST_CASE("progress: a picture with slips of two people is refused by name, one slip twice is one") {
    test::SmallCourt court;
    auto kiosk = court.kiosk();
    const test::TempFolder out;
    const auto slip = [&](const std::string& name) {
        const worker::Receipt receipt = court.file(*kiosk);
        auto place = worker::SlipPlace::prepare(*kiosk, out / name);
        REQUIRE_MESSAGE(place.has_value(), place.error().message);
        const auto files = place->write(*kiosk, receipt);
        REQUIRE_MESSAGE(files.has_value(), files.error().message);
        return std::pair(receipt.number(),
                         paper::from_png(*os::read_file(files->picture, paper::kPictureBytesMax)).value());
    };
    const auto [number, one] = slip("one");
    const auto [other_number, other] = slip("other");
    const auto beside = [&](const paper::Raster& left, const paper::Raster& right) {
        paper::Raster both = paper::Raster::white(left.width + right.width, std::max(left.height, right.height));
        for (int y = 0; y < left.height; ++y)
            std::copy_n(left.row(y), left.width, both.row(y));
        for (int y = 0; y < right.height; ++y)
            std::copy_n(right.row(y), right.width, both.row(y) + left.width);
        const fs::path path = out / "both.png";
        REQUIRE(os::write_file(path, paper::to_png(both).value(), os::Privacy::OwnerOnly).has_value());
        return worker::progress_by_picture(*kiosk, path);
    };
    const auto refused = beside(one, other);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == "progress.several_receipts");
    CHECK(refused.error().message.find("both.png") != std::string::npos);
    CHECK(refused.error().message.find("2 different slips") != std::string::npos);
    CHECK(beside(one, one)->number == number);
    CHECK(beside(other, other)->number == other_number);
}
