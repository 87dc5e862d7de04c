// Finding applications while somebody types, and not forgetting those that were answered.
#include <doctest/doctest.h>

#include "tests/unit/flow/intake_player.hpp"

using namespace courtyard;
using namespace courtyard::flow;
using namespace courtyard::test::intake;

TEST_CASE("the inbox is searched as cases are: by pinyin, initials and state, several words at once") {
    Player player;
    player.unlock();
    for (const char* typed : {"by", "biyan", "bi yan", "BY", "毕", "4htdc", "办理中 by"}) {
        CAPTURE(typed);
        player.play(desk::TypedSearch{typed});
        REQUIRE_FALSE(shown_rows(player.state).empty());
        CHECK(shown_rows(player.state).front() == 1);
        CHECK(shown_rows(player.state).size() == 1);
    }
    player.play(desk::TypedSearch{"未答复"});
    CHECK(shown_rows(player.state) == std::vector<std::size_t>{0});
    player.play(desk::TypedSearch{"by 未答复"});
    CHECK(shown_rows(player.state).empty());
    // What comes in while something is typed is looked through too; Esc shows all again.
    player.play(desk::TypedSearch{"by"});
    player.play(loaded({row_of(4, "裘阿香"), row_of(1, "应𫖯安"), row_of(2, "毕䶮", Status::Received)}));
    CHECK(shown_rows(player.state) == std::vector<std::size_t>{2});
    player.play(desk::PressedBack{});
    CHECK(shown_rows(player.state).size() == 3);
    player.play(desk::ChoseFilter{InboxFilter::Unanswered});
    player.play(desk::TypedSearch{"by"});
    player.play(desk::PressedBack{});  // what is typed first, then the filter
    CHECK(player.state.filter == InboxFilter::Unanswered);
    player.play(desk::PressedBack{});
    CHECK(player.state.filter == InboxFilter::All);
}

TEST_CASE("reported: an application that was answered is not forgotten before its case is opened") {
    Player player;
    player.unlock();
    CHECK(answered_without_case(player.state).empty());  // before anybody knows of the cases
    player.play(desk::CasesListed{});
    CHECK(answered_without_case(player.state) == std::vector<std::size_t>{1, 2});
    CaseRow opened;
    opened.receipt = "7K2M9QXR4HTDC";
    player.play(desk::CasesListed{{opened}, nullptr});
    CHECK(answered_without_case(player.state) == std::vector<std::size_t>{2});
    player.play(loaded({row_of(5, "甲", Status::NotFiled), row_of(6, "乙", Status::Withdrawn), row_of(7, "丙")}));
    CHECK(answered_without_case(player.state).empty());
}

TEST_CASE("reported: an application that is a case shows how far that has come, and is answered there alone") {
    Player player;
    player.unlock();
    CHECK(inbox_counts(player.state) == std::array<std::size_t, 4>{1, 1, 1, 3});
    CaseRow paid, closed;
    paid.receipt = "7K2M9QXR4HTDC";  // 毕䶮
    paid.id = id_of(50);
    paid.status = Status::Paid;
    closed.receipt = "7K2M9QXR4HTDB";  // 应𫖯安
    closed.id = id_of(51);
    closed.status = Status::Closed;
    player.state.chosen = 1;
    player.play(desk::CasesListed{{paid, closed}, nullptr});
    CHECK(player.state.chosen == 1);
    CHECK(shown_status(player.state.rows[0]) == Status::Closed);
    CHECK(shown_status(player.state.rows[1]) == Status::Paid);
    CHECK(shown_status(player.state.rows[2]) == Status::Filed);
    CHECK(inbox_counts(player.state) == std::array<std::size_t, 4>{0, 1, 2, 3});
    player.open(row_of(2, "毕䶮", Status::Received));
    REQUIRE(case_of_sheet(player.state) != nullptr);
    player.play(desk::ChoseAnswer{Status::NotFiled});
    CHECK(player.state.place == DeskPlace::Sheet);
    CHECK(shown_status(player.state.rows[1]) == Status::Paid);  // opening it has not forgotten that
    player.play(desk::PressedOpenCase{});
    REQUIRE(player.asked<desk::ShowCase>());
    CHECK(player.asked<desk::ShowCase>()->id == paid.id);
    CHECK_FALSE(player.asked<desk::OpenCaseFrom>());
    CHECK_FALSE(player.state.cases.undo);
}

TEST_CASE("an application that turns out to be a case already is opened, and nothing is said to be signed") {
    Player player;
    player.unlock();
    player.play(desk::CasesListed{});
    player.open(row_of(1, "应𫖯安"));
    player.play(desk::PressedOpenCase{});
    REQUIRE(player.asked<desk::OpenCaseFrom>());
    player.play(desk::CaseWasOpen{id_of(51)});
    REQUIRE(player.asked<desk::ShowCase>());
    CHECK(player.asked<desk::ShowCase>()->id == id_of(51));
    CHECK_FALSE(player.state.cases.undo);
    // The control: one that was opened now was signed now.
    Player other;
    other.unlock();
    other.play(desk::CasesListed{});
    other.open(row_of(1, "应𫖯安"));
    other.play(desk::PressedOpenCase{});
    other.play(desk::ActDone{id_of(52), id_of(52)});
    REQUIRE(other.state.cases.undo);
    CHECK(other.state.cases.undo->kind == "case_opened");
    CHECK(other.state.cases.undo->whose == "应𫖯安");
}

TEST_CASE("an answer that was being written when the case was opened is not signed") {
    Player player;
    player.unlock();
    player.play(desk::CasesListed{});
    player.open(row_of(1, "应𫖯安"));
    player.play(desk::ChoseAnswer{Status::Received});
    player.play(desk::PressedReadOver{});
    REQUIRE(player.state.place == DeskPlace::Confirm);
    CaseRow opened;
    opened.receipt = "7K2M9QXR4HTDB";
    player.play(desk::CasesListed{{opened}, nullptr});
    player.play(desk::PressedSign{});
    CHECK_FALSE(player.asked<desk::SignAnswer>());
    CHECK(player.state.problem == "answer.is_case");
}

TEST_CASE("another list opens while the applications are still being read, and they come there") {
    Player player;
    player.play(desk::TypedPassphrase{"long enough"});
    player.play(desk::PressedUnlock{});
    // The control: what holds the laptop holds the page.
    player.play(desk::WentTo{DeskPlace::Inbox});
    CHECK(player.state.place == DeskPlace::Unlock);
    player.play(desk::Unlocked{"叶知秋", "judge", "测试县人民法院"});
    REQUIRE(player.state.waiting == DeskWait::Inbox);
    player.play(desk::WentTo{DeskPlace::Inbox});
    CHECK(player.state.place == DeskPlace::Inbox);
    player.play(loaded({row_of(1, "应𫖯安")}));
    CHECK(player.state.rows.size() == 1);
    CHECK_FALSE(player.state.busy());
}
