// Photos of papers, the signature and scanned codes, as events alone.
#include <doctest/doctest.h>

#include "app/flow/scan_parts.hpp"
#include "sync/base/encoding.hpp"
#include "tests/unit/flow/kiosk_walker.hpp"

using namespace courtyard;
using namespace courtyard::flow;
using domain::ApplicantKind;
using test::Walker;

namespace {

constexpr const char* kCard = "身份证明";
const PixelsRef kPixels = std::make_shared<Pixels>(2, 2, base::Bytes(16, 200));

std::shared_ptr<const PhotoFile> file(std::uint8_t last = 1) {
    return std::make_shared<PhotoFile>(base::Bytes{0xFF, 0xD8, 0xFF, last});
}

template <class E>
std::vector<E> asked_of_eyes(Walker& walker) {
    std::vector<E> found;
    for (const Effect& effect : walker.take_effects())
        if (const auto* eyes = std::get_if<EyesEffect>(&effect))
            if (const auto* one = std::get_if<E>(eyes)) found.push_back(*one);
    return found;
}

// At the list of papers.
Walker at_papers() {
    Walker walker;
    walker.open_form(ApplicantKind::Self);
    for (int guard = 0; guard < 400 && walker.session().draft.asking.field != "F1.90"; ++guard)
        REQUIRE(walker.answer_one());
    REQUIRE(walker.session().draft.asking.field == "F1.90");
    static_cast<void>(walker.take_effects());
    return walker;
}

std::uint64_t ticket(const Walker& walker) { return walker.session().eyes.camera.ticket; }

void photograph(Walker& walker, const char* paper, std::uint8_t mark = 1) {
    walker.play(OpenedCamera{paper});
    REQUIRE(walker.page() == Page::Photo);
    walker.play(CameraSaw{ticket(walker), kPixels});
    walker.play(PressedShutter{});
    walker.play(TookPhoto{ticket(walker), file(mark), kPixels, true});
    walker.play(UsedPhoto{});
}

std::string state_of(const Walker& walker, const char* paper) {
    return paper_state(walker.session().draft.application, *test::walker_pack().form.field("F1.90"), paper);
}

std::string part(int number, int total, char set = 'a') {
    base::Bytes bytes{static_cast<std::uint8_t>(set),
                      1,
                      2,
                      3,
                      static_cast<std::uint8_t>(number),
                      static_cast<std::uint8_t>(total),
                      0,
                      0,
                      0,
                      0,
                      42};
    return "CYA1" + base::base45(bytes);
}

}  // namespace

TEST_CASE("every paper is the court's to look up until a person says otherwise, and nothing is required") {
    Walker walker = at_papers();
    CHECK(state_of(walker, kCard) == "由法院核查");
    walker.play(PressedNext{});
    CHECK(walker.session().draft.asking.field != "F1.90");
    CHECK(walker.session().draft.problems.empty());
}

TEST_CASE("a photo is looked at, retaken, used, and goes with the application") {
    Walker walker = at_papers();
    walker.play(OpenedCamera{kCard});
    const auto looks = asked_of_eyes<LookThroughCamera>(walker);
    REQUIRE(looks.size() == 1);
    CHECK(looks[0].look_for == LookFor::Paper);
    walker.play(PressedShutter{});  // nothing is seen yet
    CHECK(asked_of_eyes<TakePhoto>(walker).empty());
    walker.play(CameraSaw{ticket(walker), kPixels});
    walker.play(PressedShutter{});
    CHECK(asked_of_eyes<TakePhoto>(walker).size() == 1);
    walker.play(TookPhoto{ticket(walker), file(1), kPixels, true});
    CHECK(walker.session().eyes.camera.looking == Looking::Taken);
    CHECK(state_of(walker, kCard) == "由法院核查");  // not used yet
    walker.play(RetookPhoto{});
    CHECK(asked_of_eyes<LookThroughCamera>(walker).size() == 1);
    walker.play(CameraSaw{ticket(walker), kPixels});
    walker.play(PressedShutter{});
    walker.play(TookPhoto{ticket(walker), file(2), kPixels, false});
    walker.play(UsedPhoto{});
    CHECK(walker.page() == Page::Ask);
    CHECK(state_of(walker, kCard) == "已交");
    REQUIRE(walker.session().eyes.photos.size() == 1);
    CHECK(walker.session().eyes.photos[0].file->jpeg.back() == 2);

    walker.walk_form();
    walker.play(PressedSubmit{});
    File filed;
    for (Effect& effect : walker.take_effects())
        if (auto* one = std::get_if<File>(&effect)) filed = *one;
    REQUIRE(filed.photos.size() == 1);
    CHECK(filed.photos[0].paper == kCard);
    walker.play(Filed{filed.ticket, Walker::receipt()});
    CHECK(walker.session().eyes.photos.empty());
}

TEST_CASE("frames and photos of another look come too late") {
    Walker walker = at_papers();
    walker.play(OpenedCamera{kCard});
    const std::uint64_t old = ticket(walker);
    walker.play(PressedBack{});
    CHECK(asked_of_eyes<StopLooking>(walker).size() == 1);
    walker.play(CameraSaw{old, kPixels});
    CHECK_FALSE(walker.session().eyes.camera.live);
    walker.play(OpenedCamera{kCard});
    walker.play(CameraSaw{old, kPixels});
    CHECK(walker.session().eyes.camera.looking == Looking::Opening);
    walker.play(CameraSaw{ticket(walker), kPixels});  // control
    CHECK(walker.session().eyes.camera.looking == Looking::Live);
}

TEST_CASE("whichever way the page is left, the camera is closed and the pixels are gone") {
    const std::vector<Event> ways{PressedBack{}, PressedHome{}, PressedHelp{}, PressedQuickExit{}};
    for (const Event& way : ways) {
        Walker walker = at_papers();
        std::weak_ptr<const Pixels> frame;
        {
            auto pixels = std::make_shared<Pixels>(2, 2, base::Bytes(16, 200));
            frame = pixels;
            walker.play(OpenedCamera{kCard});
            walker.play(CameraSaw{ticket(walker), pixels});
        }
        CHECK_FALSE(frame.expired());  // control
        static_cast<void>(walker.take_effects());
        walker.play(way);
        CHECK(frame.expired());
        bool closed = false;
        for (const Effect& effect : walker.take_effects()) {
            const auto* eyes = std::get_if<EyesEffect>(&effect);
            closed = closed || std::holds_alternative<EndSession>(effect) ||
                     (eyes && std::holds_alternative<StopLooking>(*eyes));
        }
        CHECK(closed);
    }
}

TEST_CASE("a photo that was taken waits while help is read") {
    Walker walker = at_papers();
    walker.play(OpenedCamera{kCard});
    walker.play(CameraSaw{ticket(walker), kPixels});
    walker.play(PressedShutter{});
    walker.play(TookPhoto{ticket(walker), file(), kPixels, true});
    walker.play(PressedHelp{});
    walker.play(PressedBack{});
    REQUIRE(walker.page() == Page::Photo);
    walker.play(UsedPhoto{});
    CHECK(walker.session().eyes.photos.size() == 1);
}

TEST_CASE("the shutter goes by itself after three seconds") {
    Walker walker = at_papers();
    walker.play(OpenedCamera{kCard});
    walker.play(CameraSaw{ticket(walker), kPixels});
    static_cast<void>(walker.take_effects());
    walker.play(PressedShutter{true});
    CHECK(asked_of_eyes<TakePhoto>(walker).empty());
    CHECK(*next_deadline(walker.state()) - walker.state().now == kShutterDelayMs);
    walker.wait_ms(kShutterDelayMs - 1);
    walker.tick();
    CHECK(asked_of_eyes<TakePhoto>(walker).empty());
    walker.wait_ms(1);
    walker.tick();
    CHECK(asked_of_eyes<TakePhoto>(walker).size() == 1);
}

TEST_CASE("no camera, or one that is unplugged, loses nothing and offers the stick and the court") {
    Walker walker = at_papers();
    const auto before = walker.session().draft.application;
    walker.play(OpenedCamera{kCard});
    walker.play(CameraFailed{ticket(walker), "camera.gone"});
    CHECK(walker.session().eyes.camera.error == "camera.gone");
    CHECK(walker.session().draft.application == before);
    walker.play(RetriedCamera{});
    CHECK(walker.session().eyes.camera.looking == Looking::Opening);
    walker.play(CameraFailed{ticket(walker), "camera.none"});
    walker.play(OpenedStick{kCard});
    REQUIRE(walker.page() == Page::Stick);
    walker.play(ListedStick{walker.session().eyes.stick.ticket, {kPixels, nullptr}});
    static_cast<void>(walker.take_effects());
    walker.play(ChoseStickPicture{1});  // cannot be read
    CHECK(asked_of_eyes<TakeFromStick>(walker).empty());
    walker.play(ChoseStickPicture{0});
    REQUIRE(asked_of_eyes<TakeFromStick>(walker).size() == 1);
    walker.play(TookPhoto{ticket(walker), file(), kPixels, true});
    CHECK(walker.page() == Page::Photo);
    walker.play(RetookPhoto{});
    CHECK(walker.page() == Page::Stick);  // from where it came
    walker.play(PressedBack{});
    CHECK(walker.page() == Page::Ask);
}

TEST_CASE("photos are counted for each paper and in all; one too many is refused in words") {
    Walker walker = at_papers();
    for (std::size_t i = 0; i < kPhotosPerPaperMax; ++i)
        photograph(walker, kCard);
    walker.play(OpenedCamera{kCard});
    CHECK(walker.page() == Page::Ask);
    CHECK(walker.session().eyes.notice == "eyes.papers.full_paper");
    for (const char* paper : {"原案文书", "损害证明"})
        for (std::size_t i = 0; i < kPhotosPerPaperMax; ++i)
            photograph(walker, paper);
    CHECK(walker.session().eyes.photos.size() == kPhotosMax);
    walker.play(OpenedStick{"费用票据"});
    CHECK(walker.page() == Page::Ask);
    CHECK(walker.session().eyes.notice == "eyes.papers.full");
    walker.play(OpenedPhoto{0});
    walker.play(RemovedPhoto{});
    walker.play(OpenedStick{"费用票据"});
    CHECK(walker.page() == Page::Stick);  // control
}

TEST_CASE("the last photo taken away, or another word chosen, gives the paper back to the court") {
    Walker walker = at_papers();
    photograph(walker, kCard);
    walker.play(OpenedPhoto{0});
    walker.play(RemovedPhoto{});
    CHECK(walker.page() == Page::Ask);
    CHECK(state_of(walker, kCard) == "由法院核查");
    photograph(walker, kCard);
    walker.play(ChosePaper{kCard, "由法院核查"});
    CHECK(walker.session().eyes.photos.empty());
}

TEST_CASE("a machine that has no room for pictures files the application without them") {
    Walker walker = at_papers();
    photograph(walker, kCard);
    walker.walk_form();
    walker.play(PressedSubmit{});
    walker.play(FilingFailed{walker.session().filing.ticket, "attachment.room"});
    CHECK(walker.page() == Page::Review);
    CHECK(walker.session().filing.error == "attachment.room");
    CHECK(walker.session().eyes.photos.empty());
    CHECK(state_of(walker, kCard) == "由法院核查");
    static_cast<void>(walker.take_effects());
    walker.play(PressedSubmit{});
    bool again = false;
    for (const Effect& effect : walker.take_effects())
        again = again || std::holds_alternative<File>(effect);
    CHECK(again);
}

TEST_CASE("a session that ends takes its photos with it") {
    Walker walker = at_papers();
    std::weak_ptr<const PhotoFile> kept;
    walker.play(OpenedCamera{kCard});
    walker.play(CameraSaw{ticket(walker), kPixels});
    walker.play(PressedShutter{});
    {
        auto photo = file();
        kept = photo;
        walker.play(TookPhoto{ticket(walker), photo, kPixels, true});
    }
    walker.play(UsedPhoto{});
    CHECK_FALSE(kept.expired());
    walker.play(PressedQuickExit{});
    CHECK(kept.expired());
}

TEST_CASE("a signature is written, rewritten, or left to a fingerprint at the court") {
    Walker walker;
    walker.open_form(ApplicantKind::Self);
    for (int guard = 0; guard < 400 && walker.session().draft.asking.field != "F1.92"; ++guard)
        REQUIRE(walker.answer_one());
    const auto answer = [&]() { return walker.session().draft.application.find("F1.92"); };
    walker.play(PressedNext{});
    CHECK(walker.session().draft.problems.front().code == "signature.needed");
    walker.play(StartedStroke{0.1F, 0.2F});
    walker.play(DrewStroke{0.8F, 0.9F});
    CHECK(answer() == nullptr);  // the finger is still down
    walker.play(EndedStroke{});
    REQUIRE(answer() != nullptr);
    const std::string ink = answer()->row()->find("ink")->second;
    // One stroke from where the finger came down to where it left; a long way is told in several steps.
    const auto read = domain::read_ink(ink);
    REQUIRE(read.has_value());
    REQUIRE(read->size() == 1);
    CHECK(read->front().front() == domain::InkPoint{26, 26});
    CHECK(read->front().back() == domain::InkPoint{205, 115});
    walker.play(DrewStroke{0.2F, 0.2F});  // without a finger down
    CHECK(walker.session().eyes.ink.strokes.size() == 1);
    walker.play(ClearedSignature{});
    CHECK(answer() == nullptr);
    walker.play(TickedBox{"F1.92"});
    REQUIRE(answer() != nullptr);
    CHECK(answer()->row()->find("ink") == answer()->row()->end());
    walker.play(StartedStroke{0.5F, 0.5F});
    walker.play(EndedStroke{});
    CHECK(answer()->row()->find("ink") != answer()->row()->end());
    walker.play(PressedNext{});
    CHECK(walker.page() == Page::Review);
}

TEST_CASE("a receipt's code is looked up wherever it may come, and not in the middle of an application") {
    for (const int from : {0, 1, 2}) {
        Walker walker;
        if (from > 0) walker.play(PressedNext{});
        if (from > 1) {
            walker.play(OpenedProgress{});
            walker.play(OpenedScan{});
            REQUIRE(walker.page() == Page::Scan);
        }
        static_cast<void>(walker.take_effects());
        walker.play(Scanned{"CYR17K3M9QXT2HDA6XW0VK4RP8YC37GTN5EH"});
        CHECK(walker.page() == Page::ProgressCode);
        std::vector<std::string> codes;
        for (const Effect& effect : walker.take_effects())
            if (const auto* look = std::get_if<LookUpProgress>(&effect)) codes.push_back(look->code);
        REQUIRE(codes.size() == 1);
        CHECK(codes[0].starts_with("CYR1"));
        walker.play(ProgressNotKnown{walker.session().progress.ticket, std::nullopt});
        CHECK(walker.page() == Page::Progress);
    }
    Walker walker = at_papers();
    const KioskState before = walker.state();
    walker.play(Scanned{"CYR17K3M9QXT2HDA6XW0VK4RP8YC37GTN5EH"});
    CHECK(walker.page() == Page::Ask);
    CHECK(walker.session().draft.application == before.session.draft.application);
}

TEST_CASE("the symbols of one application come in any order and are handed in together") {
    Walker walker;
    walker.play(PressedNext{});
    walker.play(OpenedProgress{});
    walker.play(OpenedScan{});
    const auto& scan = walker.session().eyes.scan;
    walker.play(Scanned{part(2, 3)});
    CHECK(scan.last == 2);
    CHECK(scan.total == 3);
    CHECK(scan.word == "eyes.scan.application");
    walker.play(HandedInSlip{});
    CHECK(asked_of_eyes<HandInSlip>(walker).empty());  // not all are there
    walker.play(Scanned{part(2, 3)});
    CHECK(scan.parts.size() == 1);
    walker.play(Scanned{part(3, 3)});
    walker.play(Scanned{part(1, 3)});
    CHECK(scan.word == "eyes.scan.application_whole");
    walker.play(HandedInSlip{});
    const auto asked = asked_of_eyes<HandInSlip>(walker);
    REQUIRE(asked.size() == 1);
    CHECK(asked[0].symbols.size() == 3);
    walker.play(SlipTaken{asked[0].ticket, false});
    CHECK(scan.word == "eyes.scan.handed_in");
    walker.play(PressedBack{});
    CHECK(scan.parts.empty());
    // Another slip's symbol begins anew.
    walker.play(OpenedScan{});
    walker.play(Scanned{part(1, 2, 'a')});
    walker.play(Scanned{part(2, 2, 'b')});
    CHECK(scan.parts.size() == 1);
    walker.play(SlipRefused{scan.ticket, "recover.foreign"});
    CHECK(scan.word == "eyes.scan.application");  // of nothing that was asked
}

TEST_CASE("any other code gets one kind sentence; what no code can be is dropped") {
    Walker walker;
    walker.play(PressedNext{});
    walker.play(OpenedProgress{});
    walker.play(OpenedScan{});
    walker.play(Scanned{"HTTPS://EXAMPLE.INVALID"});
    CHECK(walker.session().eyes.scan.word == "eyes.scan.other");
    walker.play(Scanned{"CYA1%%%"});
    CHECK(walker.session().eyes.scan.word == "eyes.scan.other");
    const std::string word = walker.session().eyes.scan.word;
    const std::vector<std::string> strange{std::string(""), std::string(641, 'A'), std::string("lower"),
                                           std::string("A\x1B[2J")};
    for (const std::string& text : strange) {
        walker.play(Scanned{text});
        CHECK(walker.session().eyes.scan.word == word);
        CHECK(walker.page() == Page::Scan);
    }
    CHECK_FALSE(part_label("CYA1", "CYA1").has_value());
    CHECK_FALSE(part_label(part(4, 3), "CYA1").has_value());
    CHECK_FALSE(part_label(part(1, 12), "CYA1").has_value());
    CHECK(part_label(part(3, 3), "CYA1")->part == 3);
}

TEST_CASE("a ticket's symbols are gathered where they are held, in any order, before or after its code") {
    const auto draft_part = [](int number, int total) { return "CYD1" + part(number, total).substr(4); };
    for (const int code_at : {0, 1, 2}) {  // before the symbols, between them, after them
        CAPTURE(code_at);
        Walker walker;
        walker.play(PressedNext{});
        walker.play(OpenedResume{});
        walker.play(OpenedScan{});
        REQUIRE(walker.page() == Page::Scan);
        const std::string code = "CYT17K3M9QXT2HDA6XW0VK4RP8YC37GTN5EH";
        if (code_at == 0) {
            walker.play(Scanned{code});
            REQUIRE(walker.page() == Page::Resume);
            walker.play(DraftNotHere{walker.session().ticket.ticket});
            CHECK(walker.session().ticket.error == "ticket.not_here");
            walker.play(OpenedScan{});
        }
        static_cast<void>(walker.take_effects());
        walker.play(Scanned{draft_part(2, 2)});
        walker.play(Scanned{draft_part(2, 2)});
        CHECK(walker.page() == Page::Scan);
        CHECK(walker.session().eyes.scan.word == "eyes.scan.draft");
        if (code_at == 1) {
            walker.play(Scanned{code});
            CHECK(walker.page() == Page::Scan);
        }
        walker.play(Scanned{draft_part(1, 2)});
        if (code_at == 2) {
            CHECK(walker.session().eyes.scan.word == "eyes.scan.draft_whole");
            walker.play(Scanned{code});
        }
        CHECK(walker.page() == Page::Resume);
        std::vector<OpenTicket> asked;
        for (Effect& effect : walker.take_effects())
            if (auto* open = std::get_if<OpenTicket>(&effect)) asked.push_back(*open);
        REQUIRE(asked.size() == 1);
        CHECK(asked[0].code == code.substr(4));
        CHECK(asked[0].symbols.size() == 2);
    }
}
