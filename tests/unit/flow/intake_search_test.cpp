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
