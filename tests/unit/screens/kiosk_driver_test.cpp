// A finger goes through the whole application: everything is found by what is written on it, nothing by name or place
// in the code.
#include <doctest/doctest.h>

#include "app/flow/form_walk.hpp"
#include "tests/unit/screens/kiosk_stage.hpp"

using namespace courtyard;
using namespace courtyard::flow;
using domain::FieldType;
using test::KioskStage;

namespace {

std::string word(std::string_view key) { return test::demo_pack().words.text(key); }

// Types with the pad on the screen, digit by digit.
void pad(KioskStage& stage, std::string_view digits) {
    for (const char digit : digits)
        REQUIRE(stage.driver().click(std::string(1, digit), 0));
}

void next(KioskStage& stage) {
    for (const std::string_view key : {"nav.next", "nav.written_next", "nav.chosen_next"})
        if (stage.driver().find(word(key)) && stage.driver().click(word(key))) {
            stage.driver().frames(2);
            return;
        }
    FAIL("there is no way on");
}

// Answers the question on the screen as a person would: numbers by the pad, words by a real keyboard, choices by touch.
void answer(KioskStage& stage) {
    const domain::Field& field = *asked_field(stage.state(), stage.world());
    const domain::Field& part = *asked_part(stage.state(), stage.world());
    CAPTURE(field.code);
    CAPTURE(part.code);
    const bool given = stage.state().session.draft.application.find(field.code) != nullptr;
    switch (part.type) {
        case FieldType::Name:
            if (stage.state().session.edit.text.empty()) stage.driver().type("应𫖯安");
            next(stage);
            break;
        case FieldType::Text:
        case FieldType::Area:
        case FieldType::LongText:
            if (stage.state().session.edit.text.empty()) {
                if (part.role == "account")
                    pad(stage, "9999990000000000014");
                else
                    stage.driver().type("云坞乡石桥村");
            }
            next(stage);
            break;
        case FieldType::CaseNumber: REQUIRE(stage.click(part.also.front())); break;
        case FieldType::Phone:
            pad(stage, "13800000001");
            next(stage);
            break;
        case FieldType::Money:
            pad(stage, "1200");
            next(stage);
            break;
        case FieldType::Integer:
            pad(stage, "3");
            next(stage);
            break;
        case FieldType::IdDocument:
            if (stage.state().session.edit.text.empty()) pad(stage, "330199198603140177");
            next(stage);
            break;
        case FieldType::Choice:
        case FieldType::YesNo:
        case FieldType::YesNoUnknown: REQUIRE(stage.click(options_of(part, test::demo_pack().form).front().say)); break;
        case FieldType::Multi:
            if (!given) REQUIRE(stage.click(part.options.front().say));
            next(stage);
            break;
        case FieldType::Date:
            // Pale until they are touched: the number in the middle, or one beside it.
            REQUIRE(stage.driver().click(word("date.less.year")));
            REQUIRE(stage.driver().click(word("date.less.year")));
            REQUIRE(stage.driver().click(word("date.more.month")));
            REQUIRE(stage.driver().click(word("date.more.day")));
            next(stage);
            break;
        case FieldType::Rows:
            if (given)
                next(stage);
            else if (!part.also.empty())
                REQUIRE(stage.click(part.also.front()));
            else
                REQUIRE(stage.click(word("rows.add_first")));
            break;
        case FieldType::Papers: next(stage); break;
        case FieldType::Declaration:
            if (!given) REQUIRE(stage.click(word("tick.declare")));
            next(stage);
            break;
        case FieldType::Consent: REQUIRE(stage.click(word("ask.not_agreed"))); break;
        case FieldType::Signature:
            if (!given) REQUIRE(stage.click("不写字，按手印"));
            next(stage);
            break;
        default: FAIL("a question of a kind that no screen asks");
    }
    stage.driver().frames(2);
}

void walk(platform::Size size) {
    KioskStage stage(start(base::Instant{1'795'417'440'000}), size);
    REQUIRE(stage.click(word("attract.touch")));
    REQUIRE(stage.page() == Page::Home);
    REQUIRE(stage.click(word("home.apply.title")));
    REQUIRE(stage.page() == Page::Screening);
    REQUIRE(stage.click(word("screening.apply_now")));
    REQUIRE(stage.click(test::demo_pack().form.path(domain::ApplicantKind::Self)->title));
    REQUIRE(stage.click(word("notice.read")));
    REQUIRE(stage.page() == Page::Consent);
    REQUIRE(stage.click(test::demo_pack().form.field("F3.1")->ask));
    REQUIRE(stage.click(test::demo_pack().form.field("F3.3")->ask));
    REQUIRE(stage.click(word("consent.go_on")));
    REQUIRE(stage.click(word("ticket.decline")));
    int questions = 0;
    while (stage.page() == Page::Ask && questions < 300) {
        answer(stage);
        ++questions;
    }
    REQUIRE(stage.page() == Page::Review);
    CHECK(questions > 30);
    CHECK(stage.driver().has(word("review.submit")));
    REQUIRE(stage.click(word("review.submit")));
    REQUIRE(stage.page() == Page::Sealing);
    const auto effects = stage.take_effects();
    const File* file = nullptr;
    for (const Effect& effect : effects)
        if (const auto* one = std::get_if<File>(&effect)) file = one;
    REQUIRE(file);
    CHECK(file->application.text("F1.01") == "应𫖯安");
    Receipt receipt;
    receipt.number = "7K3M-9QXT-2HDA6";
    receipt.code = "7K3M-9QXT-2HDA-6XW0-VK4R-P8YC-37GT-N5EH";
    receipt.code_qr = "CYR17K3M9QXT2HDA6XW0VK4RP8YC37GTN5EH";
    stage.play(Filed{file->ticket, receipt});
    stage.driver().frames(4);
    CHECK(stage.driver().has("7K3M 9QXT 2HDA6"));
    CHECK(stage.driver().has(word("delivery.queued")));
    REQUIRE(stage.click(word("receipt.done")));
    REQUIRE(stage.click(word("proof.yes")));
    CHECK(stage.page() == Page::Farewell);
    CHECK_FALSE(stage.driver().has("应𫖯安"));
    REQUIRE(stage.click(word("farewell.done")));
    CHECK(stage.page() == Page::Attract);
}

}  // namespace

TEST_CASE("a finger walks from the attract page to the receipt, standing up") { walk({1080, 1920}); }
TEST_CASE("a finger walks from the attract page to the receipt, on a village PC") { walk({1366, 768}); }

TEST_CASE("a name is corrected in the middle, and a rare character comes from its code point") {
    KioskStage stage(start(base::Instant{1'795'417'440'000}), {1080, 1920});
    for (const Event& event :
         {Event{PressedNext{}}, Event{OpenedScreening{}}, Event{OpenedApplication{}},
          Event{ChoseKind{domain::ApplicantKind::Self}}, Event{ReadNotice{}}, Event{ToggledConsent{"F3.1"}},
          Event{ToggledConsent{"F3.3"}}, Event{PressedNext{}}, Event{DeclinedTicket{}}})
        stage.play(event);
    stage.driver().frames(4);
    stage.driver().type("应安");
    REQUIRE(stage.driver().click(word("keys.left")));
    REQUIRE(stage.driver().click(word("writing.tab.marks")));
    for (const char* key : {"2", "b", "5", "a", "f"})
        REQUIRE(stage.driver().click(key, 0));
    CHECK(stage.state().session.edit.text == "应2b5af安");
    REQUIRE(stage.driver().click(word("keys.code_point")));
    CHECK(stage.state().session.edit.text == "应𫖯安");
    REQUIRE(stage.driver().click(word("keys.erase")));
    CHECK(stage.state().session.edit.text == "应安");
    REQUIRE(stage.driver().click(word("keys.capital")));
    REQUIRE(stage.driver().click("Q", 0));
    CHECK(stage.state().session.edit.text == "应Q安");
    stage.driver().key(ImGuiKey_Backspace);
    stage.driver().key(ImGuiKey_End);
    stage.driver().type("好");
    CHECK(stage.state().session.edit.text == "应安好");
}

TEST_CASE("a long page scrolls by finger and presses nothing on the way") {
    const auto samples = screens::gallery(test::demo_pack());
    for (const screens::Sample& sample : samples) {
        if (sample.name != "questions") continue;
        KioskStage stage(sample.state, {1080, 1920});
        const std::string first = test::demo_pack().questions.front().ask;
        REQUIRE(stage.driver().has(first));
        stage.driver().drag(ImVec2(500, 1300), ImVec2(500, 500), 12);
        stage.driver().frames(3);
        CHECK(stage.page() == Page::Questions);
        CHECK_FALSE(stage.driver().has(first));
    }
}
