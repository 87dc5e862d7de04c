#include <doctest/doctest.h>

#include <algorithm>

#include "sync/base/encoding.hpp"
#include "sync/base/random.hpp"
#include "tests/unit/flow/intake_player.hpp"

using namespace courtyard;
using namespace courtyard::flow;
using namespace courtyard::test::intake;
using Status = domain::ApplicationStatus;

TEST_CASE("a passphrase leaves the window the moment it is used") {
    Player player;
    player.play(desk::PressedUnlock{});
    CHECK(player.effects.empty());
    player.play(desk::TypedPassphrase{"long enough"});
    player.play(desk::PressedUnlock{});
    REQUIRE(player.asked<desk::Unlock>());
    CHECK(player.asked<desk::Unlock>()->passphrase == "long enough");
    CHECK(player.state.passphrase.empty());
    player.play(desk::PressedUnlock{});
    CHECK(player.effects.empty());
    player.play(desk::UnlockFailed{"passphrase.wrong"});
    CHECK(player.state.problem == "passphrase.wrong");
    CHECK(player.state.place == DeskPlace::Unlock);
}

TEST_CASE("the inbox is searched by part of a name, a number or a site, and filtered by what is still to do") {
    Player player;
    player.unlock();
    CHECK(shown_rows(player.state).size() == 3);
    player.play(desk::TypedSearch{"䶮"});
    CHECK(shown_rows(player.state) == std::vector<std::size_t>{1});
    player.play(desk::TypedSearch{"7k2m 9qxr4htd-d"});
    CHECK(shown_rows(player.state) == std::vector<std::size_t>{2});
    player.play(desk::TypedSearch{"云坞"});
    CHECK(shown_rows(player.state).size() == 3);
    player.play(desk::ChoseFilter{InboxFilter::Unanswered});
    CHECK(shown_rows(player.state) == std::vector<std::size_t>{0});
    player.play(desk::ChoseFilter{InboxFilter::InWork});
    CHECK(shown_rows(player.state) == std::vector<std::size_t>{1});
    player.play(desk::ChoseFilter{InboxFilter::Ended});
    CHECK(shown_rows(player.state) == std::vector<std::size_t>{2});
    player.play(desk::MovedChoice{+5});
    player.play(desk::PressedOpen{});
    REQUIRE(player.asked<desk::LoadSheet>());
    CHECK(player.asked<desk::LoadSheet>()->id == id_of(3));
}

TEST_CASE("an answer is written, read over and signed once") {
    Player player;
    player.unlock();
    player.open(row_of(1, "应𫖯安"));
    player.play(desk::ChoseAnswer{Status::NeedMore});
    player.play(desk::PressedReadOver{});
    CHECK(player.state.problem == "desk.draft.which_papers");
    CHECK(player.state.place == DeskPlace::Answer);
    player.play(desk::ToggledPaper{"判决书"});
    player.play(desk::ToggledPaper{"困难证明"});
    player.play(desk::ToggledPaper{"判决书"});
    player.play(desk::PressedReadOver{});
    REQUIRE(player.state.place == DeskPlace::Confirm);
    player.play(desk::PressedSign{});
    REQUIRE(player.asked<desk::SignAnswer>());
    CHECK(player.asked<desk::SignAnswer>()->draft.papers == std::vector<std::string>{"困难证明"});
    player.play(desk::PressedSign{});
    CHECK(player.effects.empty());
    ApplicationSheet answered;
    answered.row = row_of(1, "应𫖯安", Status::NeedMore);
    player.play(desk::Answered{answered});
    CHECK(player.state.place == DeskPlace::Signed);
    CHECK(player.state.rows[0].status == Status::NeedMore);
    player.play(desk::PressedBack{});
    CHECK(player.state.place == DeskPlace::Inbox);
    CHECK_FALSE(player.state.sheet.has_value());
}

TEST_CASE("an answer that failed keeps every word of the draft") {
    Player player;
    player.unlock();
    player.open(row_of(1, "应𫖯安"));
    player.play(desk::ChoseAnswer{Status::NotFiled});
    player.play(desk::PressedReadOver{});
    CHECK(player.state.problem == "desk.draft.reasons");
    player.play(desk::TypedText{"原案件不在本院"});
    player.play(desk::PressedReadOver{});
    player.play(desk::PressedSign{});
    player.play(desk::AnswerFailed{"store.full"});
    CHECK(player.state.place == DeskPlace::Confirm);
    CHECK(player.state.problem == "store.full");
    CHECK(player.state.draft.text == "原案件不在本院");
}

TEST_CASE("what may be answered follows what has been said") {
    CHECK(answers_that_may_follow(Status::Synced).size() == 5);
    CHECK(answers_that_may_follow(Status::NotFiled).empty());
    CHECK(answers_that_may_follow(Status::Filed).empty());
    const auto after_asking = answers_that_may_follow(Status::AskDept);
    CHECK(std::find(after_asking.begin(), after_asking.end(), Status::Received) == after_asking.end());
    CHECK(usual_next_answer(Status::Synced) == Status::Received);
    CHECK(usual_next_answer(Status::AskDept) == Status::Filed);
    Player player;
    player.unlock();
    player.open(row_of(3, "裘阿香", Status::Filed));
    player.play(desk::ChoseAnswer{Status::Received});
    CHECK(player.state.place == DeskPlace::Sheet);
}

TEST_CASE("a filed answer needs the court's number") {
    AnswerDraft draft;
    draft.status = Status::Filed;
    CHECK(draft_problem(draft) == "desk.draft.number");
    draft.number = "（2026）浙0199司救执1号";
    CHECK_FALSE(draft_problem(draft).has_value());
    draft.text = std::string(kDeskTextMax * 4 + 1, 'a');
    CHECK(draft_problem(draft) == "desk.draft.too_long");
}

TEST_CASE("a draft is read over only with a number as courts write it, and with papers that are named") {
    AnswerDraft draft;
    draft.status = Status::Filed;
    for (const char* wrong : {" ", "999", "2026浙0199司救执1号"}) {
        draft.number = wrong;
        CHECK(draft_problem(draft) == "desk.draft.number");
    }
    draft.status = Status::NeedMore;
    draft.text = "请补交两样材料";
    CHECK(draft_problem(draft) == "desk.draft.which_papers");
    draft.papers = {"判决书"};
    CHECK_FALSE(draft_problem(draft).has_value());
}

TEST_CASE("an untouched laptop locks itself and keeps nothing that it showed") {
    Player player;
    player.unlock();
    player.open(row_of(1, "应𫖯安"));
    player.now = kNow + (kDeskLockMs - 1);
    player.play(desk::Ticked{});
    CHECK(player.state.place == DeskPlace::Sheet);
    player.play(desk::Touched{});
    player.now = player.now + (kDeskLockMs - 1);
    player.play(desk::Ticked{});
    CHECK(player.state.place == DeskPlace::Sheet);
    player.now = player.now + 1;
    player.play(desk::Ticked{});
    CHECK(player.state.place == DeskPlace::Unlock);
    CHECK(player.asked<desk::Lock>());
    CHECK(player.state.rows.empty());
    CHECK_FALSE(player.state.sheet.has_value());
    CHECK(player.state.person == "叶知秋");
    player.play(desk::LoadedInbox{{row_of(1, "应𫖯安")}});
    CHECK(player.state.rows.empty());
}

TEST_CASE("letters that come in while an answer is being signed do not make room for a second signature") {
    Player player;
    player.unlock();
    player.open(row_of(1, "应𫖯安"));
    player.play(desk::ChoseAnswer{Status::Received});
    player.play(desk::PressedReadOver{});
    player.play(desk::PressedSign{});
    REQUIRE(player.asked<desk::SignAnswer>());
    player.play(desk::LoadedInbox{{row_of(1, "应𫖯安"), row_of(4, "濮阿凤")}});
    player.play(desk::LoadFailed{"store.busy"});
    player.play(desk::PressedSign{});
    CHECK(player.effects.empty());
    player.play(desk::PressedBack{});
    CHECK(player.state.place == DeskPlace::Confirm);
}

TEST_CASE("only what belongs to the chosen answer is signed") {
    Player player;
    player.unlock();
    player.open(row_of(1, "应𫖯安"));
    player.play(desk::ChoseAnswer{Status::NeedMore});
    player.play(desk::ToggledPaper{"困难证明"});
    player.play(desk::ChoseAnswer{Status::Filed});
    player.play(desk::TypedNumber{"  （2026）浙0199司救执1号 "});
    player.play(desk::TypedText{"   "});
    player.play(desk::PressedReadOver{});
    player.play(desk::PressedSign{});
    REQUIRE(player.asked<desk::SignAnswer>());
    CHECK(player.asked<desk::SignAnswer>()->draft.papers.empty());
    CHECK(player.asked<desk::SignAnswer>()->draft.number == "（2026）浙0199司救执1号");
    CHECK(player.asked<desk::SignAnswer>()->draft.text.empty());
}

TEST_CASE("blanks are neither reasons nor papers nor a number") {
    AnswerDraft draft;
    for (const Status status : {Status::NeedMore, Status::Filed, Status::NotFiled}) {
        draft.status = status;
        draft.text = " \n　";
        draft.number = "　 ";
        CHECK(draft_problem(draft).has_value());
    }
    draft.status = Status::NotFiled;
    draft.text = "原因";
    CHECK_FALSE(draft_problem(draft).has_value());
}

TEST_CASE("a paper that is not in the list is added once, also when reading over is pressed first") {
    Player player;
    player.unlock();
    player.open(row_of(1, "应𫖯安"));
    player.play(desk::ChoseAnswer{Status::NeedMore});
    player.play(desk::TypedPaper{" 出院小结 "});
    player.play(desk::AddedPaper{});
    CHECK(player.state.paper.empty());
    player.play(desk::TypedPaper{"出院小结"});
    player.play(desk::AddedPaper{});
    player.play(desk::TypedPaper{"用药清单"});
    player.play(desk::PressedReadOver{});
    CHECK(player.state.place == DeskPlace::Confirm);
    CHECK(player.state.draft.papers == std::vector<std::string>{"出院小结", "用药清单"});
    player.play(desk::PressedBack{});
    for (std::size_t i = 0; i < kDeskPapersMax + 5; ++i)
        player.play(desk::ToggledPaper{"材料" + std::to_string(i)});
    player.play(desk::TypedPaper{"多出来的一样"});
    player.play(desk::AddedPaper{});
    CHECK(player.state.draft.papers.size() == kDeskPapersMax);
    CHECK(player.state.paper == "多出来的一样");
}

TEST_CASE("new letters do not move the mark to another person") {
    Player player;
    player.unlock();
    player.play(desk::MovedChoice{+1});
    player.play(desk::LoadedInbox{{row_of(9, "华守田"), row_of(1, "应𫖯安"), row_of(2, "毕䶮", Status::Received)}});
    player.play(desk::PressedOpen{});
    REQUIRE(player.asked<desk::LoadSheet>());
    CHECK(player.asked<desk::LoadSheet>()->id == id_of(2));
}

TEST_CASE("a draft is kept while its application lies open, and gone with it") {
    Player player;
    player.unlock();
    player.open(row_of(1, "应𫖯安"));
    player.play(desk::ChoseAnswer{Status::NotFiled});
    player.play(desk::TypedText{"原案件不在本院"});
    player.play(desk::PressedBack{});
    player.play(desk::ChoseAnswer{Status::NotFiled});
    CHECK(player.state.draft.text == "原案件不在本院");
    player.play(desk::PressedBack{});
    player.play(desk::PressedBack{});
    player.open(row_of(2, "毕䶮", Status::Received));
    player.play(desk::ChoseAnswer{Status::NotFiled});
    CHECK(player.state.draft.text.empty());
}

TEST_CASE("what the mail has done reaches the open application without turning its page") {
    Player player;
    player.unlock();
    player.open(row_of(1, "应𫖯安"));
    player.play(desk::ChoseTab{SheetTab::History});
    player.play(desk::PressedSync{});
    REQUIRE(player.asked<desk::SyncNow>());
    player.play(desk::PressedSync{});
    CHECK(player.effects.empty());
    player.play(desk::MailChanged{});
    REQUIRE(player.asked<desk::LoadSheet>());
    ApplicationSheet sheet;
    sheet.row = row_of(1, "应𫖯安", Status::Received);
    player.play(desk::LoadedSheet{sheet});
    CHECK(player.state.place == DeskPlace::Sheet);
    CHECK(player.state.tab == SheetTab::History);
    CHECK(player.state.sheet->row.status == Status::Received);
    sheet.row = row_of(2, "毕䶮");
    player.play(desk::LoadedSheet{sheet});
    CHECK(player.state.sheet->row.name == "应𫖯安");
    player.play(desk::ChoseAnswer{Status::AskDept});
    player.play(desk::MailChanged{});
    CHECK_FALSE(player.asked<desk::LoadSheet>());
}

TEST_CASE("the pictures of an application are opened when somebody looks at them, and go with it") {
    Player player;
    player.unlock();
    ApplicationSheet sheet;
    sheet.row = row_of(1, "应𫖯安");
    base::Digest first, second;
    first.bytes[0] = 1, second.bytes[0] = 2;
    sheet.pictures = {{first, true, "p", 1, nullptr, false}, {second, false, {}, 0, nullptr, false}};
    player.play(desk::PressedRow{sheet.row.id});
    player.play(desk::LoadedSheet{sheet});
    CHECK_FALSE(player.asked<desk::LoadPicture>());
    player.play(desk::ChoseTab{SheetTab::Pictures});
    const auto* asked = player.asked<desk::LoadPicture>();
    REQUIRE(asked);
    CHECK(asked->digest == first);
    CHECK(player.effects.size() == 1);  // the other is not here
    auto view = std::make_shared<Pixels>(1, 1, base::Bytes(4));
    const std::weak_ptr<const Pixels> kept = view;
    player.play(desk::LoadedPicture{first, view});
    view.reset();
    player.play(desk::PressedPicture{0});
    CHECK(player.state.enlarged == std::size_t{0});
    player.play(desk::PressedPicture{0});
    CHECK_FALSE(player.state.enlarged.has_value());
    CHECK_FALSE(kept.expired());
    player.play(desk::PressedLock{});
    CHECK(kept.expired());
}

TEST_CASE("an application comes back when all symbols of its slip were read, in any order") {
    const auto part = [](std::uint8_t number, std::uint8_t total) {
        const base::Bytes bytes{1, 2, 3, 4, number, total, 0, 0, 0, 0, 9};
        return "CYA1" + base::base45(bytes);
    };
    Player player;
    player.unlock();
    player.play(desk::PressedRecover{});
    REQUIRE(player.asked<desk::LookForSlip>());
    player.play(desk::LookFailed{"camera.none"});  // a scanner does without one
    player.play(desk::ScannedSymbol{"CYR1ABC"});
    CHECK(player.state.recovery.scan.word == "field.recover.receipt_only");
    player.play(desk::ScannedSymbol{part(2, 2)});
    CHECK(player.effects.empty());
    player.play(desk::ScannedSymbol{part(1, 2)});
    const auto* recover = player.asked<desk::RecoverSlip>();
    REQUIRE(recover);
    CHECK(recover->symbols.size() == 2);
    player.play(desk::RecoveredSlip{id_of(1), false, true});
    CHECK(player.state.recovery.outcome == DeskRecovery::Outcome::Recovered);
    REQUIRE(player.asked<desk::LoadInbox>());
    player.play(desk::PressedRow{id_of(1)});
    CHECK(player.state.place == DeskPlace::Inbox);
    REQUIRE(player.asked<desk::LoadSheet>());
    // Left on the way, the camera is closed.
    Player other;
    other.unlock();
    other.play(desk::PressedRecover{});
    other.play(desk::PressedBack{});
    CHECK(other.state.place == DeskPlace::Inbox);
    CHECK(other.asked<desk::StopLookingForSlip>());
}

TEST_CASE("the laptop says that it will lock, and when to look again") {
    Player player;
    CHECK_FALSE(next_deadline(player.state).has_value());
    player.unlock();
    REQUIRE(next_deadline(player.state).has_value());
    player.now = *next_deadline(player.state);
    CHECK_FALSE(is_about_to_lock(player.state));
    player.play(desk::Ticked{});
    CHECK(is_about_to_lock(player.state));
    CHECK(player.state.place == DeskPlace::Inbox);
    player.play(desk::Touched{});
    CHECK_FALSE(is_about_to_lock(player.state));
    player.now = *next_deadline(player.state);
    player.play(desk::Ticked{});
    player.now = *next_deadline(player.state);
    player.play(desk::Ticked{});
    CHECK(player.state.place == DeskPlace::Unlock);
}

TEST_CASE("text size and contrast outlive the lock, search and drafts do not") {
    Player player;
    player.unlock();
    player.play(desk::PressedTextSize{});
    player.play(desk::PressedContrast{});
    player.play(desk::TypedSearch{"应"});
    player.open(row_of(1, "应𫖯安"));
    player.play(desk::ChoseAnswer{Status::NotFiled});
    player.play(desk::TypedText{"原因"});
    player.play(desk::PressedLock{});
    CHECK(player.state.text_size == TextSize::Large);
    CHECK(player.state.contrast == Contrast::High);
    CHECK(player.state.search.empty());
    CHECK(player.state.draft.text.empty());
    player.unlock();
    player.play(desk::WentTo{DeskPlace::Today});
    CHECK(player.state.problem.empty());  // it was said once, on the first page
    player.play(desk::PressedLock{});
    player.play(desk::TypedPassphrase{"long enough"});
    player.play(desk::PressedUnlock{});
    player.play(desk::Unlocked{"叶知秋", "judge", "测试县人民法院"});
    CHECK(player.state.problem.empty());  // nothing was being written
}

TEST_CASE("an answer that a lock took is said to be gone when the laptop opens again") {
    Player player;
    player.unlock();
    player.open(row_of(1, "应𫖯安"));
    player.play(desk::ChoseAnswer{Status::NotFiled});
    player.play(desk::TypedText{"原因"});
    player.play(desk::PressedLock{});
    player.play(desk::TypedPassphrase{"long enough"});
    player.play(desk::PressedUnlock{});
    player.play(desk::Unlocked{"叶知秋", "judge", "测试县人民法院"});
    CHECK(player.state.problem == "desk.answer.lost");
    CHECK_FALSE(player.state.lost_answer);
}

TEST_CASE("the filters say how many there are") {
    Player player;
    player.unlock();
    CHECK(inbox_counts(player.state) == std::array<std::size_t, 4>{1, 1, 1, 3});
    player.play(desk::TypedSearch{"没有这个人"});
    CHECK(inbox_counts(player.state) == std::array<std::size_t, 4>{1, 1, 1, 3});
}

TEST_CASE("random events never sign without a read-over draft and never leave rows behind a lock") {
    const std::uint64_t seed = 20261123;
    CAPTURE(seed);
    base::SeededRandom random(seed);
    Player player;
    for (int i = 0; i < 100'000; ++i) {
        const DeskPlace before = player.state.place;
        const DeskWait waited = player.state.waiting;
        ApplicationSheet sheet;
        sheet.row = row_of(1, "应𫖯安", static_cast<Status>(random.next() % domain::kApplicationStatusIds.size()));
        const DeskEvent events[] = {desk::Ticked{},
                                    desk::Touched{},
                                    desk::TypedPassphrase{"x"},
                                    desk::PressedTextSize{},
                                    desk::PressedContrast{},
                                    desk::NoticedCapsLock{true},
                                    desk::PressedUnlock{},
                                    desk::PressedLock{},
                                    desk::Unlocked{"a", "judge", "b"},
                                    desk::UnlockFailed{"c"},
                                    desk::LoadedInbox{{sheet.row}, {{id_of(2), "site", "2026-11-23", "evening", ""}}},
                                    desk::TypedSearch{"应"},
                                    desk::ChoseFilter{static_cast<InboxFilter>(random.next() % 4)},
                                    desk::MovedChoice{static_cast<int>(random.next() % 7) - 3},
                                    desk::PressedOpen{},
                                    desk::PressedRow{id_of(1)},
                                    desk::LoadedSheet{sheet},
                                    desk::LoadFailed{"d"},
                                    desk::ChoseTab{SheetTab::History},
                                    desk::PressedBack{},
                                    desk::ChoseAnswer{kDeskAnswers[random.next() % kDeskAnswers.size()]},
                                    desk::ToggledPaper{"判决书"},
                                    desk::TypedPaper{"p"},
                                    desk::AddedPaper{},
                                    desk::PressedHistory{},
                                    desk::TypedNumber{"1"},
                                    desk::TypedText{"t"},
                                    desk::PressedReadOver{},
                                    desk::PressedSign{},
                                    desk::Answered{sheet},
                                    desk::AnswerFailed{"e"},
                                    desk::PressedPicture{0},
                                    desk::LoadedPicture{{}, nullptr},
                                    desk::PressedRecover{},
                                    desk::RetriedLook{},
                                    desk::SawSlip{nullptr},
                                    desk::LookFailed{"camera.gone"},
                                    desk::ScannedSymbol{"CYA1"},
                                    desk::RecoveredSlip{id_of(1), false, true},
                                    desk::RecoveryFailed{"symbols.missing"},
                                    desk::PressedSync{},
                                    desk::MailChanged{},
                                    desk::LookedAfter{id_of(2)},
                                    desk::CasesListed{},
                                    desk::TasksListed{},
                                    desk::CaseShown{},
                                    desk::ActDone{},
                                    desk::ActRefused{"vote.double"},
                                    desk::ActUndone{},
                                    desk::CaseWasOpen{},
                                    desk::PaperMade{},
                                    desk::PaperOut{},
                                    desk::PaperFailed{"paper"},
                                    desk::PaperPrinted{"printer.busy"},
                                    desk::WentTo{DeskPlace::Cases},
                                    desk::PressedTask{},
                                    desk::OpenedTask{},
                                    desk::PressedCase{},
                                    desk::ChoseStage{},
                                    desk::ChoseState{},
                                    desk::ChoseClaims{},
                                    desk::ChoseCaseTab{},
                                    desk::PressedOpenCase{},
                                    desk::PressedNewCase{},
                                    desk::ChoseAct{"remarked", {}},
                                    desk::TypedField{"words", "x"},
                                    desk::ToggledValue{"based_on", "x"},
                                    desk::AddedLine{"papers"},
                                    desk::SaidYes{"fits", true},
                                    desk::ShowedMore{},
                                    desk::PressedReadAct{},
                                    desk::PressedSignAct{},
                                    desk::PressedUndo{},
                                    desk::PressedPaper{},
                                    desk::PressedPrintPaper{},
                                    desk::PressedSavePaper{},
                                    desk::MovedFact{1},
                                    desk::PressedFact{},
                                    desk::PressedHelp{},
                                    desk::PressedAddPicture{"photos", PictureFrom::Camera},
                                    desk::PressedShutter{},
                                    desk::ChoseListed{},
                                    desk::TookPicture{},
                                    desk::ListedPictures{},
                                    desk::PictureFailed{"stick.none"},
                                    desk::LeadsListed{{LeadRow{}}},
                                    desk::LeadShown{},
                                    desk::LeadDone{},
                                    desk::PressedLead{},
                                    desk::ChoseLeadStep{},
                                    desk::PressedNewLead{},
                                    desk::PressedLeadPaper{},
                                    desk::PressedCaseOfLead{},
                                    desk::MovedHelpLine{1},
                                    desk::PressedHelpLine{},
                                    desk::PressedYearSent{},
                                    desk::YearSaid{},
                                    desk::DoublesShown{},
                                    desk::PressedWriteList{},
                                    desk::PressedTakeLists{},
                                    desk::PressedAnew{},
                                    desk::DraftsOpened{{{"", "case_opened", {{"name", {"x", {}, {}}}}}}},
                                    desk::PressedDouble{}};
        static_assert(std::size(events) == std::variant_size_v<AnyDeskEvent>);
        player.now = player.now + static_cast<std::int64_t>(random.next() % 20'000);
        player.play(events[random.next() % std::size(events)]);
        if (const auto* sign = player.asked<desk::SignAnswer>()) {
            CHECK(before == DeskPlace::Confirm);
            CHECK(waited == DeskWait::Nothing);
            CHECK_FALSE(draft_problem(sign->draft).has_value());
        }
        if (player.state.place == DeskPlace::Unlock) {
            CHECK(player.state.rows.empty());
            CHECK_FALSE(player.state.sheet.has_value());
            CHECK_FALSE(player.state.cases.view);
            CHECK(player.state.leads.rows.empty());
            CHECK_FALSE(player.state.leads.open);
            CHECK_FALSE(player.state.cases.act);
            CHECK(player.state.cases.kept.empty());
        }
        // No page is drawn of what is not there.
        const DeskPlace place = player.state.place;
        if (place == DeskPlace::Sheet || place == DeskPlace::Answer || place == DeskPlace::Confirm ||
            place == DeskPlace::Signed)
            CHECK(player.state.sheet.has_value());
        if (place == DeskPlace::Case) CHECK(player.state.cases.view);
        if (place == DeskPlace::Act || place == DeskPlace::ActPicture || place == DeskPlace::ActConfirm)
            CHECK(player.state.cases.act);
        if (place == DeskPlace::Paper) CHECK(player.state.cases.shown_paper);
    }
}
