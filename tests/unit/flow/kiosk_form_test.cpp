// The way through the form for the five kinds of applicant, there and back.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/unit/flow/kiosk_walker.hpp"

using namespace courtyard;
using namespace courtyard::flow;
using domain::ApplicantKind;
using test::Walker;

TEST_CASE("each of the five kinds walks from the first question to one sound application") {
    for (const ApplicantKind kind : domain::kApplicantKinds) {
        CAPTURE(std::string(domain::id(kind)));
        Walker walker;
        const File file = walker.file(kind);
        CHECK(file.kind == kind);
        const auto problems = domain::check(test::walker_pack().form, file.application,
                                            {domain::Date::in_china(walker.state().now), nullptr, kind});
        for (const domain::Problem& problem : problems) {
            CAPTURE(domain::place(problem));
            CAPTURE(problem.code);
            CHECK(problem.severity == domain::Severity::Warning);
        }
        CHECK(file.application.text("F1.01") == "应𫖯安");
        CHECK(domain::kind_of(test::walker_pack().form, file.application) == kind);
    }
}

TEST_CASE("each path has 14 to 21 steps and every step is counted") {
    for (const ApplicantKind kind : domain::kApplicantKinds) {
        CAPTURE(std::string(domain::id(kind)));
        Walker walker;
        walker.open_form(kind);
        std::size_t last = 0;
        for (int guard = 0; guard < 400 && walker.page() == Page::Ask; ++guard) {
            const StepCount count = count_steps(walker.state(), walker.world());
            CHECK(count.step >= last);
            CHECK(count.step >= 1);
            CHECK(count.step <= count.steps);
            CHECK(count.steps >= 14);
            CHECK(count.steps <= 21);
            CHECK(count.question <= count.questions);
            last = count.step;
            walker.answer_one();
        }
    }
}

TEST_CASE("back keeps what was typed, also where it is not sound") {
    Walker walker;
    walker.open_form(ApplicantKind::Self);
    REQUIRE(walker.session().draft.asking.field == "F1.01");
    walker.answer_one();
    REQUIRE(walker.session().draft.asking.field == "F1.02");
    walker.play(Typed{"毕䶮"});
    walker.play(PressedBack{});
    CHECK(walker.session().draft.asking.field == "F1.01");
    CHECK(walker.session().edit.text == "应𫖯安");
    walker.play(PressedNext{});
    CHECK(walker.session().edit.text == "毕䶮");
    walker.play(PressedBack{});
    walker.play(PressedBack{});
    CHECK(walker.page() == Page::Consent);
    walker.play(PressedNext{});
    CHECK(walker.session().draft.asking.field == "F1.01");
    CHECK(walker.session().edit.text == "应𫖯安");
}

TEST_CASE("help in the middle of a word does not lose it") {
    Walker walker;
    walker.open_form(ApplicantKind::Self);
    walker.play(Typed{"应"});
    walker.play(PressedHelp{});
    CHECK(walker.page() == Page::Help);
    walker.play(PressedBack{});
    CHECK(walker.page() == Page::Ask);
    CHECK(walker.session().edit.text == "应");
}

TEST_CASE("home asks before it throws an application away") {
    Walker walker;
    walker.open_form(ApplicantKind::Self);
    walker.play(Typed{"应"});
    walker.play(PressedHome{});
    CHECK(walker.page() == Page::Leave);
    walker.play(PressedBack{});
    CHECK(walker.page() == Page::Ask);
    CHECK(walker.session().edit.text == "应");
    walker.play(PressedHome{});
    walker.play(PressedHome{});
    CHECK(walker.page() == Page::Home);
    CHECK_FALSE(has_something_to_lose(walker.session()));
}

TEST_CASE("a mistake stays on its page with one problem, a warning is shown once") {
    Walker walker;
    walker.open_form(ApplicantKind::Self);
    walker.play(PressedNext{});
    REQUIRE(walker.session().draft.problems.size() == 1);
    CHECK(walker.session().draft.problems.front().code == "answer.required");
    walker.answer_one();
    walker.play(Skipped{});
    REQUIRE(walker.session().draft.asking.field == "F1.06");
    walker.play(Typed{"330199198603140178"});
    walker.play(PressedNext{});
    REQUIRE(walker.session().draft.problems.size() == 1);
    CHECK(walker.session().draft.problems.front().code == "identity.checksum");
    CHECK(walker.session().draft.asking.field == "F1.06");
    walker.play(PressedErase{});
    CHECK(walker.session().draft.problems.empty());
    walker.play(Typed{"7"});
    walker.play(PressedNext{});
    // The area code of the sample is not in the table: said once, then it is believed.
    REQUIRE(walker.session().draft.problems.size() == 1);
    CHECK(walker.session().draft.problems.front().severity == domain::Severity::Warning);
    walker.play(PressedNext{});
    CHECK(walker.session().draft.asking.field != "F1.06");
}

TEST_CASE("pads let through only what the answer can hold, from a real keyboard too") {
    Walker walker;
    walker.open_form(ApplicantKind::Self);
    walker.answer_one();
    walker.play(Skipped{});
    REQUIRE(walker.session().draft.asking.field == "F1.06");
    walker.play(Typed{"33019919751230053x张"});
    CHECK(walker.session().edit.text == "33019919751230053X");
    walker.play(Typed{"7"});
    CHECK(walker.session().edit.text.size() == 18);
}

TEST_CASE("a group can be passed over or answered with one word, and goes part by part") {
    Walker walker;
    walker.open_form(ApplicantKind::Self);
    for (int guard = 0; guard < 100 && walker.session().draft.asking.field != "F1.36"; ++guard) {
        if (walker.session().draft.asking.field == "F1.33")
            walker.play(ChoseOption{"执行"});
        else
            walker.answer_one();
    }
    REQUIRE(walker.session().draft.asking == Asking{"F1.36", -1, 0});
    const domain::Field& group = *test::walker_pack().form.field("F1.36");
    walker.play(ChoseOption{"不清楚"});
    CHECK(walker.session().draft.asking.field != "F1.36");
    CHECK(walker.session().draft.application.text("F1.36") == "不清楚");
    walker.play(PressedBack{});
    REQUIRE(walker.session().draft.asking == Asking{"F1.36", -1, 0});
    CHECK(walker.session().edit.text.empty());
    std::vector<std::string> asked;
    while (walker.session().draft.asking.field == "F1.36") {
        const domain::Field& column = group.columns[static_cast<std::size_t>(walker.session().draft.asking.column)];
        asked.push_back(column.code);
        if (column.type == domain::FieldType::Date) {
            walker.play(PickedYear{"2025"});
            walker.play(PickedMonth{2});
            walker.play(PickedDay{30});
            walker.play(PressedNext{});
            REQUIRE_FALSE(walker.session().draft.problems.empty());
            walker.play(PickedDay{28});
        } else {
            walker.play(Typed{column.code == "判赔金额" ? "96000" : "0"});
        }
        walker.play(PressedNext{});
        REQUIRE(asked.size() < 10);
    }
    // What is still unpaid is computed, not asked.
    CHECK(std::find(asked.begin(), asked.end(), "未得金额") == asked.end());
    CHECK(asked.size() == group.columns.size() - 1);
    CHECK(walker.session().draft.application.find("F1.36")->row()->at("判赔金额") == "96000");
}

TEST_CASE("rows are added, changed, taken away; one that was left empty is not kept") {
    Walker walker;
    walker.open_form(ApplicantKind::Self);
    for (int guard = 0; guard < 200 && walker.session().draft.asking.field != "F1.51"; ++guard)
        walker.answer_one();
    REQUIRE(walker.session().draft.asking == Asking{"F1.51", -1, -1});
    const auto rows = [&] {
        const domain::Answer* answer = walker.session().draft.application.find("F1.51");
        return answer && answer->rows() ? answer->rows()->size() : 0;
    };
    walker.play(AddedRow{});
    CHECK(walker.session().draft.asking == Asking{"F1.51", 0, 0});
    walker.play(PressedBack{});
    CHECK(walker.session().draft.asking == Asking{"F1.51", -1, -1});
    CHECK(rows() == 0);
    while (rows() == 0 || walker.session().draft.asking.row >= 0)
        walker.answer_one();
    CHECK(rows() == 1);
    walker.play(AddedRow{});
    while (walker.session().draft.asking.row >= 0)
        walker.answer_one();
    CHECK(rows() == 2);
    walker.play(RemovedRow{0});
    CHECK(rows() == 1);
    walker.play(OpenedRow{0});
    CHECK(walker.session().draft.asking == Asking{"F1.51", 0, 0});
    walker.play(PressedBack{});
    walker.play(RemovedRow{7});
    CHECK(rows() == 1);
}

TEST_CASE("papers are looked up by the court unless a person says otherwise, and a missing one is asked why") {
    Walker walker;
    walker.open_form(ApplicantKind::Self);
    for (int guard = 0; guard < 300 && walker.session().draft.asking.field != "F1.90"; ++guard)
        walker.answer_one();
    const domain::Field& papers = *test::walker_pack().form.field("F1.90");
    const auto state = [&](std::string_view name) {
        return paper_state(walker.session().draft.application, papers, name);
    };
    CHECK(state("原案文书") == "由法院核查");
    walker.play(ChosePaper{"身份证明", "已交"});
    CHECK(state("身份证明") == "已交");
    walker.play(ChosePaper{"困难证明", "没有"});
    REQUIRE(walker.session().draft.asking.column >= 0);
    walker.play(Typed{"还没开"});
    walker.play(PressedNext{});
    CHECK(walker.session().draft.asking == Asking{"F1.90", -1, -1});
    CHECK(state("困难证明") == "没有");
    walker.play(ChosePaper{"困难证明", "由法院核查"});
    const domain::Row& row = (*walker.session().draft.application.find("F1.90")->rows())[static_cast<std::size_t>(
        paper_row(walker.session().draft.application, papers, "困难证明"))];
    CHECK(row.find("原因") == row.end());
}

TEST_CASE("from the page of all answers any line can be changed and leads back there") {
    Walker walker;
    walker.open_form(ApplicantKind::Self);
    walker.walk_form();
    walker.play(ChangedAnswer{"F1.08"});
    CHECK(walker.page() == Page::Ask);
    walker.play(Typed{"3组"});
    walker.play(PressedNext{});
    CHECK(walker.page() == Page::Review);
    CHECK(walker.session().draft.application.text("F1.08") == "浙江省测试县云坞乡3组");
    walker.play(ChangedAnswer{"F1.08"});
    walker.play(PressedBack{});
    CHECK(walker.page() == Page::Review);
    walker.play(ChangedAnswer{"F9.99"});
    CHECK(walker.page() == Page::Review);
}

TEST_CASE("what a helper typed is marked, and only the applicant alone can hand it over") {
    Walker walker;
    walker.open_form(ApplicantKind::Helper);
    walker.walk_form();
    CHECK(walker.session().draft.typed_by_helper.count("F1.01") == 1);
    walker.play(PressedSubmit{});
    CHECK(walker.page() == Page::ConfirmAlone);
    CHECK(walker.take_effects().empty());
    walker.play(PressedBack{});
    CHECK(walker.page() == Page::Review);
    walker.play(PressedSubmit{});
    walker.play(ConfirmedAlone{});
    CHECK(walker.page() == Page::Sealing);
    const auto effects = walker.take_effects();
    REQUIRE(effects.size() == 1);
    const File& file = std::get<File>(effects.front());
    CHECK(file.confirmed_alone);
    CHECK(file.typed_by_helper.count("F1.01") == 1);
    CHECK(file.application.text("F1.91") == "代填");
}

TEST_CASE("one who types alone has no helper's marks") {
    Walker walker;
    const File file = walker.file(ApplicantKind::Self);
    CHECK(file.typed_by_helper.empty());
    CHECK(file.application.text("F1.91") == "自助");
}

TEST_CASE("another kind of applicant keeps the answers and renews what followed from the kind") {
    Walker walker;
    walker.open_form(ApplicantKind::Helper);
    walker.answer_one();
    walker.play(PressedBack{});
    walker.play(PressedBack{});
    walker.play(PressedBack{});
    walker.play(PressedBack{});
    REQUIRE(walker.page() == Page::Who);
    walker.play(ChoseKind{ApplicantKind::Self});
    CHECK(walker.session().draft.application.text("F1.91") == "自助");
    CHECK(walker.session().draft.application.text("F1.91a") == "应𫖯安");
}

TEST_CASE("no consent is ticked beforehand, the needed ones are asked for, and refusing leads to paper") {
    Walker walker;
    walker.play(PressedNext{});
    walker.play(OpenedScreening{});
    walker.play(OpenedApplication{});
    walker.play(ChoseKind{ApplicantKind::Self});
    walker.play(ReadNotice{});
    REQUIRE(walker.page() == Page::Consent);
    for (const domain::Field* consent : consents_offered(walker.state(), walker.world()))
        CHECK(walker.session().draft.application.find(consent->code) == nullptr);
    walker.play(PressedNext{});
    CHECK(walker.page() == Page::Consent);
    CHECK(walker.session().draft.problems.size() == 2);  // the promise, and the separate one for what is sensitive
    walker.play(ToggledConsent{"F3.3"});
    walker.play(ToggledConsent{"F3.1"});
    walker.play(ToggledConsent{"F3.1"});
    walker.play(PressedNext{});
    CHECK(walker.page() == Page::Consent);
    walker.play(RefusedConsent{});
    CHECK(walker.page() == Page::PaperWay);
    walker.play(PressedBack{});
    CHECK(walker.page() == Page::Consent);
}
