// One answer given anew from the result; doors and slip; the path that stops (rule RS) and tells the court once; the
// applicant who answers without the helper.
#include <doctest/doctest.h>

#include "app/domain/screening_change.hpp"
#include "tests/unit/flow/kiosk_walker.hpp"

using namespace courtyard;
using namespace courtyard::flow;
using domain::ApplicantKind;
using test::Walker;

namespace {

std::string reply_to(const std::string& key) {
    if (key == "G7" || key == "N4") return "no";
    if (key == "N1") return "none";
    if (key == "agency") return "ok";
    if (key == "guardian_is_wrongdoer") return "false";
    return "yes";
}

// Answers until this question is asked, or to the result.
void screen_to(Walker& walker, const std::string& last, const char* harm = "E1") {
    for (int guard = 0; guard < 40 && walker.page() == Page::Screening; ++guard) {
        const std::string key = walker.session().screening.key;
        if (key == last) return;
        if (domain::is_list_key(key)) {
            walker.play(RepliedScreening{key == "E" ? harm : "H6"});
            walker.play(PressedNext{});
        } else {
            walker.play(RepliedScreening{reply_to(key)});
        }
    }
}

Walker at_screening() {
    Walker walker;
    walker.play(PressedNext{});
    walker.play(OpenedScreening{});
    return walker;
}

std::vector<RaiseAlert> alerts(Walker& walker) {
    std::vector<RaiseAlert> found;
    for (const Effect& effect : walker.take_effects())
        if (const auto* alert = std::get_if<RaiseAlert>(&effect)) found.push_back(*alert);
    return found;
}

}  // namespace

TEST_CASE("an answer touched on the result is asked again, and leads back to the result") {
    Walker walker = at_screening();
    screen_to(walker, "");
    REQUIRE(walker.page() == Page::Result);
    walker.play(RevisedReply{"G6"});
    CHECK(walker.page() == Page::Screening);
    CHECK(walker.session().screening.key == "G6");
    walker.play(PressedBack{});
    CHECK(walker.page() == Page::Result);
    CHECK(walker.session().screening.answers.g6 == domain::Reply::Yes);
    walker.play(RevisedReply{"G6"});
    walker.play(RepliedScreening{"unknown"});
    CHECK(walker.page() == Page::Result);
    CHECK(walker.session().screening.answers.g6 == domain::Reply::Unknown);
    walker.play(PressedBack{});
    CHECK(walker.page() != Page::Screening);  // it does not lead round in a circle
    // What is not asked, and what is no question, cannot be touched.
    Walker other = at_screening();
    screen_to(other, "");
    other.play(RevisedReply{"nothing"});
    CHECK(other.page() == Page::Result);
}

TEST_CASE("a change closes questions, whose answers are forgotten, and opens others, which are asked at once") {
    Walker walker = at_screening();
    screen_to(walker, "");
    walker.play(RevisedReply{"G2"});
    walker.play(RepliedScreening{"no"});
    REQUIRE(walker.page() == Page::Result);
    const domain::ScreeningAnswers& answers = walker.session().screening.answers;
    CHECK(answers.g3 == domain::Reply::Unknown);
    CHECK(answers.n4 == domain::Reply::Unknown);
    CHECK(walker.session().screening.answered.count("G3") == 0);
    CHECK(answers.g5 == domain::Reply::Yes);
    walker.play(RevisedReply{"G2"});
    walker.play(RepliedScreening{"yes"});
    CHECK(walker.page() == Page::Screening);
    CHECK(walker.session().screening.key == "G3");
    screen_to(walker, "");
    CHECK(walker.page() == Page::Result);
    CHECK(domain::screen_once(test::walker_pack().screening, walker.session().screening.answers).primary == "OUT-A");
}

TEST_CASE("every change that the result names can be made by touching, and does what was said") {
    for (const char* key : {"G3", "G4", "G5", "G6", "N1", "N4", "agency"}) {
        CAPTURE(key);
        Walker walker = at_screening();
        screen_to(walker, key);
        const char* other = std::string_view(key) == "agency" ? "doubtful" : "unknown";
        walker.play(RepliedScreening{other});
        screen_to(walker, "");
        REQUIRE(walker.page() == Page::Result);
        const auto ways = domain::smallest_changes(test::walker_pack().screening, walker.session().screening.answers);
        REQUIRE_FALSE(ways.better.empty());
        for (const domain::AnswerChange& change : ways.better.front().changes) {
            walker.play(RevisedReply{change.key});
            REQUIRE(walker.page() == Page::Screening);
            for (const std::string& value : change.any_of.front())
                walker.play(RepliedScreening{value});
            if (domain::is_list_key(change.key)) walker.play(PressedNext{});
        }
        screen_to(walker, "");
        REQUIRE(walker.page() == Page::Result);
        CHECK(domain::screen_once(test::walker_pack().screening, walker.session().screening.answers).primary ==
              ways.better.front().primary);
    }
}

TEST_CASE("what was told of the home is for the doors alone: it is not filed, and it goes with the session") {
    Walker walker = at_screening();
    screen_to(walker, "");
    walker.play(OpenedDoors{});
    walker.play(ToggledNeed{"school"});
    walker.play(ToggledNeed{"no such need"});
    CHECK(walker.session().screening.needs == domain::DoorNeeds{"school"});
    walker.play(OpenedWhySlip{});
    CHECK(walker.page() == Page::WhySlip);
    CHECK_FALSE(walker.session().screening.slip_with_answers);
    walker.play(ToggledSlipAnswers{});
    CHECK(walker.session().screening.slip_with_answers);
    walker.play(OpenedApplication{});
    CHECK(walker.page() == Page::Who);  // always possible
    walker.play(PressedQuickExit{});
    CHECK(walker.session().screening.needs.empty());
}

TEST_CASE("RS in the screening: the path stops, the court is told once a session, and nothing is answered") {
    Walker walker = at_screening();
    screen_to(walker, "guardian_is_wrongdoer");
    walker.play(RepliedScreening{"true"});
    CHECK(walker.page() == Page::OtherHelp);
    const auto first = alerts(walker);
    REQUIRE(first.size() == 1);
    CHECK(first.front().contact.empty());
    // Back and again, by both ways: no second one.
    walker.play(PressedBack{});
    walker.play(RepliedScreening{"false"});
    walker.play(PressedBack{});
    walker.play(RepliedScreening{"true"});
    CHECK(walker.page() == Page::OtherHelp);
    walker.play(OpenedApplication{});
    walker.play(ChoseKind{ApplicantKind::Guardian});
    CHECK(walker.page() == Page::OtherHelp);
    CHECK(alerts(walker).empty());
    // Somebody else may act, and the session's end lets the next person be heard.
    walker.play(OpenedApplication{});
    walker.play(ChoseKind{ApplicantKind::Joint});
    CHECK(walker.page() == Page::Notice);
    walker.play(PressedQuickExit{});
    walker.play(LeftHarmlessPage{});
    walker.play(PressedNext{});
    walker.play(OpenedScreening{});
    screen_to(walker, "guardian_is_wrongdoer");
    walker.play(RepliedScreening{"true"});
    CHECK(alerts(walker).size() == 1);
}

TEST_CASE("RS control: nobody is told when the guardian is a proper one") {
    Walker walker = at_screening();
    screen_to(walker, "guardian_is_wrongdoer");
    walker.play(RepliedScreening{"false"});
    CHECK(walker.page() == Page::Screening);
    screen_to(walker, "");
    CHECK(alerts(walker).empty());
}

TEST_CASE("RS in the form, for guardian and agent: asked first, and it stops there and then") {
    for (const ApplicantKind kind : {ApplicantKind::Guardian, ApplicantKind::Agent}) {
        Walker walker;
        walker.open_form(kind);
        REQUIRE(walker.session().draft.asking.field == "F1.20a");
        walker.play(ChoseOption{"是"});
        CHECK(walker.page() == Page::OtherHelp);
        CHECK(alerts(walker).size() == 1);
        walker.play(PressedBack{});
        CHECK(walker.page() == Page::Ask);
        walker.play(PressedNext{});
        CHECK(walker.page() == Page::OtherHelp);
        CHECK(alerts(walker).empty());
        walker.play(PressedBack{});
        walker.play(ChoseOption{"否"});
        CHECK(walker.page() == Page::Ask);
    }
    Walker self;
    self.open_form(ApplicantKind::Self);
    const auto asked = self.walk_form();
    CHECK(std::find(asked.begin(), asked.end(), "F1.20a") == asked.end());
}

TEST_CASE("RS changed from the review: the contact that was given for safe calls goes along, and nothing is filed") {
    Walker walker;
    walker.open_form(ApplicantKind::Guardian);
    for (int guard = 0; guard < 400 && walker.page() == Page::Ask; ++guard) {
        if (walker.session().draft.asking.field == "F1.11") {
            walker.play(ChoseOption{"只由本人接"});
            continue;
        }
        walker.answer_one();
    }
    REQUIRE(walker.page() == Page::Review);
    CHECK(alerts(walker).empty());
    walker.play(ChangedAnswer{"F1.20a"});
    walker.play(ChoseOption{"是"});
    CHECK(walker.page() == Page::OtherHelp);
    const auto told = alerts(walker);
    REQUIRE(told.size() == 1);
    CHECK(told.front().contact == "13800000001");
    walker.play(PressedBack{});
    walker.play(PressedBack{});
    walker.play(PressedSubmit{});
    CHECK(walker.page() != Page::Sealing);
}

TEST_CASE("what the screening said of the guardian is not asked again in the form") {
    Walker walker = at_screening();
    screen_to(walker, "");
    walker.play(OpenedApplication{});
    walker.play(ChoseKind{ApplicantKind::Guardian});
    CHECK(walker.session().draft.application.text("F1.20a") == "否");
    CHECK(walker.session().draft.settled.count("F1.20a") == 1);
}

TEST_CASE("the applicant alone answers one of the helper's lines anew: its mark goes, and the others stay") {
    Walker walker;
    walker.open_form(ApplicantKind::Helper);
    const auto asked = walker.walk_form();
    for (const char* code : {"F1.21", "F1.22"})
        CHECK(std::find(asked.begin(), asked.end(), code) == asked.end());  // a helper never becomes the agent
    walker.play(PressedSubmit{});
    REQUIRE(walker.page() == Page::ConfirmAlone);
    REQUIRE(walker.session().draft.typed_by_helper.count("F1.50") == 1);
    walker.play(ChangedByApplicant{"F1.50"});
    REQUIRE(walker.page() == Page::Ask);
    walker.play(ClearedText{});
    walker.play(Typed{"5"});
    walker.play(PressedNext{});
    CHECK(walker.page() == Page::ConfirmAlone);
    CHECK(walker.session().draft.typed_by_helper.count("F1.50") == 0);
    CHECK(walker.session().draft.typed_by_helper.count("F1.71") == 1);
    CHECK(walker.session().draft.application.text("F1.50") == "5");
    // Looked at and left as it was: still the helper's.
    walker.play(ChangedByApplicant{"F1.71"});
    walker.play(PressedNext{});
    CHECK(walker.page() == Page::ConfirmAlone);
    CHECK(walker.session().draft.typed_by_helper.count("F1.71") == 1);
    // From the review it is the helper again.
    walker.play(PressedBack{});
    REQUIRE(walker.page() == Page::Review);
    walker.play(ChangedAnswer{"F1.50"});
    walker.play(ClearedText{});
    walker.play(Typed{"6"});
    walker.play(PressedNext{});
    CHECK(walker.page() == Page::Review);
    CHECK(walker.session().draft.typed_by_helper.count("F1.50") == 1);
    walker.play(PressedSubmit{});
    walker.play(ConfirmedAlone{});
    REQUIRE(walker.page() == Page::Sealing);
    const auto effects = walker.take_effects();
    const File& file = std::get<File>(effects.back());
    CHECK(file.confirmed_alone);
    CHECK(file.application.find("F1.21") == nullptr);
}
