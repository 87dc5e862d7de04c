// Filing, receipts, leaving: what may happen once, what may never happen, and what is left of a person (nothing).
#include <doctest/doctest.h>

#include "tests/unit/flow/kiosk_walker.hpp"

using namespace courtyard;
using namespace courtyard::flow;
using domain::ApplicantKind;
using test::Walker;

namespace {

int filings(std::vector<Effect> effects) {
    int count = 0;
    for (const Effect& effect : effects)
        count += std::holds_alternative<File>(effect) ? 1 : 0;
    return count;
}

bool is_clean(const Session& session) {
    return !has_something_to_lose(session) && session.draft.application.answers.empty() && session.edit.text.empty() &&
           !session.filing.receipt && session.progress.found.said.empty() && session.screening.answered.empty();
}

}  // namespace

TEST_CASE("pressing again while it is being sealed files nothing more") {
    Walker walker;
    walker.file(ApplicantKind::Self);
    for (const Event& event : {Event{PressedSubmit{}}, Event{PressedNext{}}, Event{ConfirmedAlone{}},
                               Event{PressedBack{}}, Event{PressedHome{}}}) {
        walker.play(event);
        CHECK(walker.page() == Page::Sealing);
    }
    CHECK(filings(walker.take_effects()) == 0);
}

TEST_CASE("the receipt comes with Filed and with nothing else") {
    Walker walker;
    const File file = walker.file(ApplicantKind::Self);
    CHECK_FALSE(walker.session().filing.receipt);
    walker.play(Filed{file.ticket + 1, Walker::receipt()});
    CHECK(walker.page() == Page::Sealing);
    walker.play(Filed{file.ticket, Walker::receipt()});
    CHECK(walker.page() == Page::Receipt);
    REQUIRE(walker.session().filing.receipt);
    // Sealed: nothing of what was typed is needed any more.
    CHECK(walker.session().draft.application.answers.empty());
    CHECK(walker.session().screening.answered.empty());
    walker.play(PressedSubmit{});
    walker.play(FilingFailed{file.ticket, "late"});
    CHECK(walker.page() == Page::Receipt);
    CHECK(filings(walker.take_effects()) == 0);
}

TEST_CASE("a failure shows no receipt, keeps the answers, and one more press tries again") {
    Walker walker;
    const File file = walker.file(ApplicantKind::Self);
    walker.play(FilingFailed{file.ticket, "store.io"});
    CHECK(walker.page() == Page::Review);
    CHECK(walker.session().filing.error == "store.io");
    CHECK_FALSE(walker.session().filing.receipt);
    CHECK(walker.session().draft.application.text("F1.01") == "应𫖯安");
    static_cast<void>(walker.take_effects());
    walker.play(PressedSubmit{});
    const auto effects = walker.take_effects();
    CHECK(filings(effects) == 1);
    CHECK(std::get<File>(effects.front()).ticket != file.ticket);
    // The answer to the first try is nobody's any more.
    walker.play(Filed{file.ticket, Walker::receipt()});
    CHECK(walker.page() == Page::Sealing);
}

TEST_CASE("whoever left in a hurry leaves no receipt to the next person") {
    Walker walker;
    const File file = walker.file(ApplicantKind::Self);
    walker.play(PressedQuickExit{});
    CHECK(walker.page() == Page::Harmless);
    walker.play(Filed{file.ticket, Walker::receipt()});
    CHECK(is_clean(walker.session()));
    walker.play(LeftHarmlessPage{});
    walker.play(Filed{file.ticket, Walker::receipt()});
    CHECK(walker.page() == Page::Attract);
    CHECK(is_clean(walker.session()));
}

TEST_CASE("the receipt must be said to be kept, or proved by its last group") {
    Walker walker;
    const File file = walker.file(ApplicantKind::Self);
    walker.play(Filed{file.ticket, Walker::receipt()});
    walker.play(ShowedSymbol{2});
    CHECK(walker.session().filing.shown_symbol == 2);
    walker.play(ShowedSymbol{9});
    CHECK(walker.session().filing.shown_symbol == 2);
    walker.play(PressedHome{});
    CHECK(walker.page() == Page::ReceiptProof);
    walker.play(PressedHome{});
    CHECK(walker.page() == Page::ReceiptProof);
    walker.play(PressedBack{});
    CHECK(walker.page() == Page::Receipt);
    walker.play(FinishedReceipt{});
    walker.play(Typed{"n5ek"});
    walker.play(GaveProof{});
    CHECK(walker.session().filing.proof_error == "receipt.proof_differs");
    walker.play(PressedErase{});
    walker.play(Typed{"h"});
    walker.play(GaveProof{});
    CHECK(walker.page() == Page::Farewell);
    CHECK(is_clean(walker.session()));
    walker.wait_ms(kFarewellMs);
    walker.tick();
    CHECK(walker.page() == Page::Attract);
}

TEST_CASE("how far the mail got is shown for this filing alone") {
    Walker walker;
    const File file = walker.file(ApplicantKind::Self);
    walker.play(Filed{file.ticket, Walker::receipt()});
    walker.play(DeliveryChanged{file.ticket + 5, mail::Delivery::Durable});
    CHECK(walker.session().filing.receipt->delivery == mail::Delivery::Queued);
    walker.play(DeliveryChanged{file.ticket, mail::Delivery::Accepted});
    CHECK(walker.session().filing.receipt->delivery == mail::Delivery::Accepted);
}

TEST_CASE("nobody is warned while typing; 60 seconds of stillness warn, 90 wipe") {
    Walker walker;
    walker.open_form(ApplicantKind::Self);
    for (int i = 0; i < 20; ++i) {
        walker.wait_ms(kIdleWarnMs - 1);
        walker.tick();
        CHECK(walker.session().curtain == Curtain::Open);
        walker.play(Typed{"应"});
    }
    CHECK(next_deadline(walker.state()) == walker.state().last_touch + kIdleWarnMs);
    walker.wait_ms(kIdleWarnMs);
    walker.tick();
    CHECK(walker.session().curtain == Curtain::Warning);
    CHECK(next_deadline(walker.state()) == walker.state().last_touch + kIdleWipeMs);
    walker.play(SaidStillHere{});
    CHECK(walker.session().curtain == Curtain::Open);
    CHECK(characters(walker.session().edit.text) == 20);
    walker.wait_ms(kIdleWipeMs);
    walker.tick();
    CHECK(walker.page() == Page::Attract);
    CHECK(is_clean(walker.session()));
    CHECK_FALSE(next_deadline(walker.state()));
}

TEST_CASE("a press that comes after the deadline ends the session and does nothing else") {
    Walker walker;
    walker.open_form(ApplicantKind::Self);
    walker.play(Typed{"应"});
    walker.wait_ms(kIdleWipeMs + 5);
    walker.play(PressedNext{});
    CHECK(walker.page() == Page::Attract);
    CHECK(is_clean(walker.session()));
}

TEST_CASE("a receipt stays long enough to be photographed and copied") {
    Walker walker;
    const File file = walker.file(ApplicantKind::Self);
    walker.play(Filed{file.ticket, Walker::receipt()});
    walker.play(Touched{});
    walker.wait_ms(kReceiptWarnMs - 1);
    walker.tick();
    CHECK(walker.session().curtain == Curtain::Open);
    walker.wait_ms(1);
    walker.tick();
    CHECK(walker.session().curtain == Curtain::Warning);
    walker.wait_ms(kReceiptWipeMs - kReceiptWarnMs);
    walker.tick();
    CHECK(walker.page() == Page::Attract);
    CHECK(is_clean(walker.session()));
}

TEST_CASE("a clock that is set back neither warns nor freezes the session") {
    Walker walker;
    walker.open_form(ApplicantKind::Self);
    walker.wait_ms(-86'400'000);
    walker.tick();
    CHECK(walker.page() == Page::Ask);
    CHECK(walker.session().curtain == Curtain::Open);
    walker.wait_ms(kIdleWarnMs);
    walker.tick();
    CHECK(walker.session().curtain == Curtain::Warning);
}

TEST_CASE("a full disk is said before the first question, and reading still works") {
    for (const Trouble trouble : {Trouble::DiskFull, Trouble::DiskReadOnly, Trouble::StoreDamaged}) {
        Walker walker(trouble);
        walker.play(PressedNext{});
        walker.play(OpenedGuide{});
        CHECK(walker.page() == Page::Guide);
        walker.play(PressedBack{});
        walker.play(OpenedApplication{});
        CHECK(walker.page() == Page::Failure);
        walker.play(TroubleChanged{Trouble::None, {}});
        CHECK(walker.page() == Page::Home);
        walker.play(OpenedApplication{});
        CHECK(walker.page() == Page::Screening);
    }
    Walker bad(Trouble::PackBad);
    CHECK(bad.page() == Page::Failure);
    bad.play(PressedHome{});
    bad.play(PressedBack{});
    CHECK(bad.page() == Page::Failure);
    bad.play(TroubleChanged{Trouble::None, {}});
    CHECK(bad.page() == Page::Attract);
}

TEST_CASE("urgent comes before everything else, and the wrongdoer's page offers other people") {
    Walker walker;
    walker.play(PressedNext{});
    walker.play(OpenedScreening{});
    REQUIRE(walker.session().screening.key == "G7");
    walker.play(RepliedScreening{"yes"});
    CHECK(walker.page() == Page::Urgent);
    walker.play(PressedNext{});
    CHECK(walker.page() == Page::Screening);
    CHECK(walker.session().screening.key == "G1");
    for (int guard = 0; guard < 30 && walker.session().screening.key != "guardian_is_wrongdoer"; ++guard) {
        const std::string& key = walker.session().screening.key;
        if (key == "E") {
            walker.play(RepliedScreening{"E3"});
            walker.play(PressedNext{});
        } else {
            walker.play(RepliedScreening{key == "agency" ? "ok" : "yes"});
        }
    }
    walker.play(RepliedScreening{"true"});
    CHECK(walker.page() == Page::OtherHelp);
    walker.play(OpenedDoors{});
    CHECK(walker.page() == Page::Doors);
    walker.play(PressedBack{});
    walker.play(OpenedApplication{});
    CHECK(walker.page() == Page::Who);
}

TEST_CASE("what the screening learnt is not asked again") {
    Walker walker;
    walker.play(PressedNext{});
    walker.play(OpenedScreening{});
    for (int guard = 0; guard < 40 && walker.page() == Page::Screening; ++guard) {
        const std::string key = walker.session().screening.key;
        const auto offered = [&](std::string_view value) {
            for (const auto& question : test::walker_pack().screening.questions)
                if (question.key == key)
                    for (const auto& option : question.options)
                        if (option.value == value) return true;
            return false;
        };
        if (domain::is_list_key(key)) {
            walker.play(RepliedScreening{key == "E" ? "E4" : "H2"});
            walker.play(PressedNext{});
        } else if (key == "G7" || key == "N4") {
            walker.play(RepliedScreening{"no"});
        } else if (key == "N1") {
            walker.play(RepliedScreening{"none"});
        } else {
            walker.play(RepliedScreening{offered("ok") ? "ok" : offered("false") ? "false" : "yes"});
        }
    }
    REQUIRE(walker.page() == Page::Result);
    walker.play(OpenedApplication{});
    walker.play(ChoseKind{ApplicantKind::Self});
    walker.play(ReadNotice{});
    walker.play(ToggledConsent{"F3.1"});
    walker.play(ToggledConsent{"F3.3"});
    walker.play(PressedNext{});
    walker.play(DeclinedTicket{});
    for (const std::string& code : walker.walk_form()) {
        CHECK(code != "F1.40");
        CHECK(code != "F1.53");
        CHECK(code != "F1.61");
        CHECK(code != "F1.72");
    }
    const domain::Application& application = walker.session().draft.application;
    CHECK(*application.find("F1.40")->list() == domain::TextList{"E4"});
    CHECK(*application.find("F1.53")->list() == domain::TextList{"H2"});
    CHECK(application.text("F1.61") == "否");
    CHECK(application.text("F1.72") == "否");
    walker.play(PressedSubmit{});
    const auto effects = walker.take_effects();
    REQUIRE(effects.size() == 1);
    CHECK(std::get<File>(effects.front()).screening.primary == "OUT-A");
}

TEST_CASE("a code is looked up once, and its answer belongs to the one who asked") {
    Walker walker;
    walker.play(PressedNext{});
    walker.play(OpenedProgress{});
    walker.play(PressedLookUp{});
    CHECK(walker.session().progress.error == "receipt.empty");
    walker.play(Typed{"7k3m-9qxt"});
    CHECK(walker.session().edit.text == "7K3M9QXT");
    walker.play(PressedLookUp{});
    walker.play(PressedLookUp{});
    const auto effects = walker.take_effects();
    REQUIRE(effects.size() == 1);
    const auto ticket = std::get<LookUpProgress>(effects.front()).ticket;
    CHECK(std::get<LookUpProgress>(effects.front()).code == "7K3M9QXT");
    walker.play(ProgressFailed{ticket, "receipt.check"});
    CHECK(walker.page() == Page::ProgressCode);
    CHECK(walker.session().progress.error == "receipt.check");
    walker.play(PressedLookUp{});
    const auto again = std::get<LookUpProgress>(walker.take_effects().front()).ticket;
    ProgressFound found;
    found.status = domain::ApplicationStatus::Filed;
    found.said = "words of the court";
    walker.play(FoundProgress{ticket, found});
    CHECK(walker.page() == Page::ProgressCode);
    walker.play(FoundProgress{again, found});
    CHECK(walker.page() == Page::Progress);
    CHECK(walker.session().edit.text.empty());
    walker.play(OpenedProgress{});
    CHECK(walker.page() == Page::ProgressCode);
    CHECK(walker.session().progress.found.said.empty());
}

TEST_CASE("text size and contrast go back to the usual for the next person") {
    Walker walker;
    walker.play(PressedNext{});
    walker.play(PressedTextSize{});
    walker.play(PressedContrast{});
    walker.play(PressedHome{});
    CHECK(walker.session().text_size == TextSize::Large);
    CHECK(walker.session().contrast == Contrast::High);
    walker.play(PressedTextSize{});
    walker.play(PressedTextSize{});
    CHECK(walker.session().text_size == TextSize::Normal);
    walker.play(PressedTextSize{});
    walker.play(PressedQuickExit{});
    CHECK(walker.session().text_size == TextSize::Normal);
    CHECK(walker.session().contrast == Contrast::Calm);
}
