// Photos of papers: sealed with the application in one transaction, carried, opened by the court alone, told when
// missing.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "app/worker/attached.hpp"
#include "app/worker/recovering.hpp"
#include "sync/seal/hash.hpp"
#include "sync/seal/slip_symbols.hpp"
#include "tests/support/small_court.hpp"
#include "tests/support/small_disk.hpp"

using namespace courtyard;
using Json = nlohmann::json;

namespace {

using test::small_court::kNow;
constexpr const char* kMark = "CANARY-IN-A-PICTURE";

// Begins like a JPEG, and cannot be packed shorter.
base::Bytes picture(std::size_t size, std::uint64_t seed) {
    base::Bytes bytes(size);
    base::SeededRandom random(seed);
    random.fill(bytes);
    bytes[0] = 0xFF, bytes[1] = 0xD8, bytes[2] = 0xFF;
    std::copy_n(kMark, 19, bytes.begin() + 40);
    return bytes;
}

// The pack's example with this state of its first paper.
std::string with_paper(const worker::Machine& machine, const char* paper, const char* state) {
    Json application = Json::parse(machine.pack().example_json);
    application["F1.90"] = Json::array({{{"名称", paper}, {"状态", state}}});
    return application.dump();
}

struct Filed {
    base::Bytes first = picture(worker::kAttachmentBytesMax, 1);
    base::Bytes second = picture(30'000, 2);
    std::string json;
    base::Result<worker::Receipt> receipt;

    Filed(test::SmallCourt& court, worker::Machine& kiosk)
        : json(with_paper(kiosk, "身份证明", "已交")),
          receipt(worker::file(kiosk, test::SmallCourt::submission(kiosk, json), attachments(), kNow, court.random)) {}

    [[nodiscard]] std::vector<worker::Attachment> attachments() const {
        return {{"身份证明", 1, first}, {"身份证明", 2, second}};
    }
};

}  // namespace

TEST_CASE("photos are sealed with the application, carried, and opened by the court") {
    test::SmallCourt court;
    const auto kiosk = court.kiosk();
    const auto laptop = court.laptop("钟法官", mail::Role::Judge);
    const Filed filed(court, *kiosk);
    REQUIRE_MESSAGE(filed.receipt.has_value(), filed.receipt.error().message);
    CHECK(kiosk->store().outbox.counts()->queued == 3);
    const auto rows = kiosk->store().outbox.list(10).value();
    for (const store::OutboxRow& row : rows) {
        const auto record = kiosk->store().outbox.record(row.parcel.id).value();
        CHECK(base::as_text(record).find(kMark) == std::string_view::npos);
        CHECK((record.size() == 65'536 || record.size() == 262'144 || record.size() <= 4'096));
    }
    // Pictures go after everything else, whatever was filed first.
    const auto later = court.file(*kiosk);
    const auto order = kiosk->store().outbox.on_the_way(kiosk->mailbox(mail::Box::Intake)).value();
    REQUIRE(order.size() == 4);
    CHECK(order[0].id == filed.receipt->record_id());
    CHECK(order[1].id == later.record_id());
    CHECK(order[2].size > 16'384);

    court.carry(*kiosk, {laptop.get()});
    const auto shown = worker::show_application(*laptop, filed.receipt->number());
    REQUIRE_MESSAGE(shown.has_value(), shown.error().message);
    REQUIRE(shown->files.size() == 2);
    CHECK(shown->files[0] == seal::sha256(filed.first));
    const auto pictures = worker::pictures_of(*laptop, *shown).value();
    CHECK(pictures[0].is_here);
    CHECK(pictures[0].paper == "身份证明");
    CHECK(pictures[1].page == 2);
    CHECK(pictures[1].bytes == filed.second.size());
    CHECK(worker::picture_with(*laptop, shown->files[0]).value() == filed.first);
    CHECK(worker::picture_with(*laptop, shown->files[1]).value() == filed.second);
    CHECK(worker::file_name_of(pictures[1], 2) == "02_身份证明_2.jpg");
    CHECK(worker::list_inbox(*laptop)->size() == 2);  // pictures are no applications of their own
    CHECK(worker::show_application(*laptop, later.number())->files.empty());
}

TEST_CASE("nobody but the intake opens a photo: not the kiosk, not the wrong role") {
    test::SmallCourt court;
    const auto kiosk = court.kiosk();
    const auto caller = court.laptop("朱婷", mail::Role::Caller);
    const auto judge = court.laptop("钟法官", mail::Role::Judge);
    const Filed filed(court, *kiosk);
    REQUIRE(filed.receipt.has_value());
    court.carry(*kiosk, {judge.get()});
    const base::Digest digest = seal::sha256(filed.first);
    CHECK(worker::picture_with(*judge, digest).has_value());  // control
    CHECK(worker::picture_with(*kiosk, digest).error().code == "attachment.missing");
    CHECK(worker::picture_with(*caller, digest).error().code == "attachment.missing");
}

TEST_CASE("a slip brings the application back and says which pictures are missing") {
    test::SmallCourt court;
    const auto kiosk = court.kiosk();
    const auto laptop = court.laptop("钟法官", mail::Role::Judge);
    const Filed filed(court, *kiosk);
    REQUIRE(filed.receipt.has_value());
    REQUIRE(filed.receipt->holds_application());
    const base::Bytes record = seal::join_symbols(filed.receipt->symbols()).value();
    REQUIRE(worker::recover_record(*laptop, record, kNow).has_value());
    const auto shown = worker::show_application(*laptop, filed.receipt->number()).value();
    const auto missing = worker::pictures_of(*laptop, shown).value();
    REQUIRE(missing.size() == 2);
    CHECK_FALSE(missing[0].is_here);
    CHECK(worker::picture_with(*laptop, missing[0].digest).error().code == "attachment.missing");
    court.carry(*kiosk, {laptop.get()});  // and when the kiosk did not burn
    CHECK(worker::pictures_of(*laptop, shown)->front().is_here);
}

TEST_CASE("what may not be attached is named, and nothing is filed then") {
    test::SmallCourt court;
    const auto kiosk = court.kiosk();
    const base::Bytes sound = picture(1'000, 3);
    const auto code = [&](const std::string& json, const std::vector<worker::Attachment>& attachments) {
        const auto receipt =
            worker::file(*kiosk, test::SmallCourt::submission(*kiosk, json), attachments, kNow, court.random);
        return receipt ? std::string{} : receipt.error().code;
    };
    const std::string given = with_paper(*kiosk, "身份证明", "已交");
    CHECK(code(given, std::vector<worker::Attachment>(13, {"身份证明", 1, sound})) == "attachment.count");
    const base::Bytes large = picture(worker::kAttachmentBytesMax + 1, 4);
    CHECK(code(given, {{"身份证明", 1, large}}) == "attachment.size");
    CHECK(code(given, {{"身份证明", 1, base::as_bytes("%PDF-1.7 not a picture")}}) == "attachment.kind");
    CHECK(code(given, {{"委托书", 1, sound}}) == "attachment.paper");
    CHECK(code(given, {{"身份证明", 0, sound}}) == "attachment.paper");
    CHECK(code(with_paper(*kiosk, "身份证明", "由法院核查"), {{"身份证明", 1, sound}}) == "attachment.paper");
    CHECK(kiosk->store().outbox.counts()->queued == 0);
    CHECK(code(given, {{"身份证明", 1, sound}}) == "");  // control
    CHECK(kiosk->store().outbox.counts()->queued == 2);
}

TEST_CASE("pictures never take the room of applications") {
    test::SmallCourt court;
    const auto kiosk = court.kiosk();
    const Filed first(court, *kiosk);
    REQUIRE(first.receipt.has_value());
    // As if a season's pictures were waiting.
    auto inside = kiosk->store().begin().value();
    REQUIRE(kiosk->store()
                .database()
                .execute("UPDATE outbox SET size = " + std::to_string(worker::kAttachmentsWaitingMax) +
                         " WHERE size = 262144")
                .has_value());
    REQUIRE(inside.commit().has_value());
    CHECK(worker::room_for_attachments(*kiosk).value() == 0);
    const Filed second(court, *kiosk);
    CHECK(second.receipt.error().code == "attachment.room");
    const auto receipt = worker::file(*kiosk, test::SmallCourt::submission(*kiosk, second.json), kNow, court.random);
    CHECK(receipt.has_value());
}

TEST_CASE("a payload that is no picture is kept and used for nothing") {
    CHECK(worker::read_attachment("[]").error().code == "payload.attachment");
    CHECK(worker::read_attachment("{}").error().code == "payload.attachment");
    const base::Bytes sound = picture(1'000, 5);
    std::string text;
    worker::write_attachment({"身份证明", 3, sound}, base::RecordId{}, text);
    const auto read = worker::read_attachment(text);
    REQUIRE(read.has_value());
    CHECK(read->jpeg == sound);
    CHECK(read->page == 3);
    CHECK(read->digest == seal::sha256(sound));
    Json changed = Json::parse(text);
    changed["media"] = "image/png";
    CHECK(worker::read_attachment(changed.dump()).error().code == "payload.attachment");
    changed = Json::parse(text);
    changed["file"] = changed["file"].get<std::string>() + "=";
    CHECK(worker::read_attachment(changed.dump()).error().code == "payload.attachment");
    worker::AttachedPicture hostile{{}, true, "../../etc/passwd", 1, 1};
    CHECK(worker::file_name_of(hostile, 12) == "12_etcpasswd_1.jpg");
}
