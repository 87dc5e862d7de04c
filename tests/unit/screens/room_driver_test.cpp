// In large letters on small screens: whatever stands above them, a form, a record and the acts of a case can be read
// and reached, and what is typed stays in sight.
#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>

#include "app/screens/field_desk.hpp"
#include "tests/unit/screens/field_stage.hpp"
#include "tests/unit/screens/layout_lint.hpp"

using namespace courtyard;
using namespace courtyard::flow;
using screens::Drawn;
using test::desk_sample;
using test::kLaptop;

namespace {

constexpr platform::Size kSmallLaptop{1024, 768};

std::string act_word_of(const std::string& kind, const std::string& what) {
    const auto& words = test::demo_pack().words;
    const std::string own = "act." + kind + "." + what;
    return words.text(words.has(own) ? own : "act." + what);
}

bool names(const Drawn& thing, std::string_view words) { return thing.text.find(words) != std::string::npos; }

bool is_whole(const Drawn& thing) {
    return test::is_seen(thing) && test::seen(thing).h > thing.rect.h - 1 && test::seen(thing).w > thing.rect.w - 1;
}

bool sees(test::DeskStage& stage, std::string_view words) {
    return std::any_of(stage.log().things.begin(), stage.log().things.end(),
                       [&](const Drawn& each) { return names(each, words) && test::is_seen(each); });
}

// What overlaps: buttons that lie over one another cannot be told apart.
std::string overlaps(test::DeskStage& stage, platform::Size size) {
    std::string out;
    for (const std::string& each : test::lint(stage.log(), test::page_of(size), test::demo_fonts()))
        if (each.starts_with("overlap") || each.starts_with("targets overlap")) out += each + "\n";
    return out;
}

// The height in which the part with these words is seen or scrolls, in letters.
float room_of(test::DeskStage& stage, std::string_view words) {
    float room = 0;
    for (const Drawn& each : stage.log().things)
        if (each.kind == screens::DrawnKind::text && each.em > 0 && names(each, words))
            room = std::max(room, each.clip.h / each.em);
    return room;
}

// Everything that may stand above a form: red rules, the call, what is odd, what goes on, help.
DeskState crowded(const char* sample, bool help) {
    DeskState state = desk_sample(sample);
    state.text_size = TextSize::Largest;
    state.help = help;
    auto view = std::make_shared<CaseView>(*state.cases.view);
    view->contact.number = "13800000078";
    view->contact.rule = "只由本人接";
    view->contact.hide = {"配偶", "公婆岳父母"};
    view->contact.word = "桂花开了";
    view->stops_too_late = true;
    state.cases.view = view;
    state.cases.act->goes_on = true;
    return state;
}

}  // namespace

TEST_CASE("reported: a form has room below red rules in the largest letters, and its buttons stand alone") {
    constexpr float kLettersMin = 7;
    for (const auto& [sample, kind, field] : {std::tuple{"field_act_revisit", "revisit_made", "plan"},
                                              {"field_act_tried", "revisit_tried", "plan"},
                                              {"field_act_vote", "vote_cast", "choice"},
                                              {"field_act_consent", "consent_given", "how"},
                                              {"field_act_money_came", "money_confirmed", "by"},
                                              {"field_act_report", "report_written", "proposal"}}) {
        for (const platform::Size size : {kSmallLaptop, kLaptop}) {
            for (const bool help : {false, true}) {
                CAPTURE(sample);
                CAPTURE(size.width);
                CAPTURE(help);
                test::DeskStage stage(crowded(sample, help), size);
                stage.driver().frames(3);
                CHECK(room_of(stage, act_word_of(kind, std::string("field.") + field)) > kLettersMin);
                CHECK(overlaps(stage, size).empty());
                CHECK(sees(stage, "联系前先看"));  // read before anything is filled in
                for (const char* button : {"field.act.back", "field.read_over"})
                    CHECK(sees(stage, test::demo_pack().words.text(button)));
            }
        }
    }
    // The control: where there is room the script stands beside the form, and both are in sight at once.
    test::DeskStage stage(desk_sample("field_act_revisit"), {1920, 1080});
    stage.driver().frames(3);
    CHECK(sees(stage, act_word_of("revisit_made", "field.spoke_with")));
    CHECK(sees(stage, test::demo_pack().words.text("field.call.title")));
}

TEST_CASE("a record is read over in as much room, with the same above it") {
    for (const char* sample : {"field_act_revisit", "field_act_money_came", "field_act_vote"}) {
        for (const platform::Size size : {kSmallLaptop, kLaptop}) {
            for (const bool help : {false, true}) {
                CAPTURE(sample);
                CAPTURE(size.width);
                CAPTURE(help);
                DeskState state = crowded(sample, help);
                state.place = DeskPlace::ActConfirm;
                test::DeskStage stage(std::move(state), size);
                stage.driver().frames(3);
                CHECK(room_of(stage, test::demo_pack().words.text("field.record.title")) > 7);
                CHECK(overlaps(stage, size).empty());
                CHECK(sees(stage, test::demo_pack().words.text("field.confirm.sign")));
            }
        }
    }
}

TEST_CASE("reported: what is typed is in sight, wherever the page has been scrolled to") {
    for (const platform::Size size : {kSmallLaptop, kLaptop}) {
        CAPTURE(size.width);
        test::DeskStage stage(crowded("field_act_revisit", false), size);
        auto& driver = stage.driver();
        driver.frames(3);
        for (int i = 0; i < 120 && !stage.view().keys.typing; ++i)
            driver.key(ImGuiKey_Tab);
        REQUIRE(stage.view().keys.typing);
        driver.type("药");
        driver.frames(6);
        CHECK(sees(stage, "药"));
        for (const float lines : {100.0F, -100.0F}) {
            driver.wheel(ImVec2(300, 400), lines);
            driver.frames(3);
        }
        driver.wheel(ImVec2(300, 400), 100);
        driver.frames(3);
        driver.type("费");
        driver.frames(6);
        CHECK(sees(stage, "药费"));
    }
}

TEST_CASE("reported: a promise due before today is told at its box, which stays in sight while it is typed") {
    DeskState state = desk_sample("field_case_promises");
    test::DeskStage stage(std::move(state), kLaptop);
    auto& driver = stage.driver();
    stage.play(desk::ChoseAct{"promised", {}});
    driver.frames(3);
    REQUIRE(stage.state().place == DeskPlace::Act);
    const std::string label = act_word_of("promised", "field.due");
    const std::uint32_t box = screens::Desk::id_of(label);
    for (int i = 0; i < 120 && stage.view().keys.focus != box; ++i)
        driver.key(ImGuiKey_Tab);
    REQUIRE(stage.view().keys.focus == box);
    driver.type("2020-01-02");
    driver.frames(6);
    CHECK(sees(stage, "2020-01-02"));
    CHECK(sees(stage, label));
}

TEST_CASE("reported: the other acts of a case can be read and pressed below a long next step") {
    const std::string other = act_word_of("contact_changed", "button");
    const std::string title = test::demo_pack().words.text("field.case.others");
    for (const int width : {1024, 1366}) {
        for (const int height : {700, 768, 820, 900}) {
            CAPTURE(width);
            CAPTURE(height);
            DeskState state = desk_sample("field_case");
            state.text_size = TextSize::Largest;
            auto view = std::make_shared<CaseView>(*state.cases.view);
            REQUIRE_FALSE(view->tasks.empty());
            view->tasks.front().what = "order_again";  // the longest of them
            state.cases.view = view;
            const platform::Size size{width, height};
            test::DeskStage stage(std::move(state), size);
            auto& driver = stage.driver();
            driver.frames(3);
            const auto bar = [&] {
                float top = test::page_of(size).bottom();
                const std::string sync = test::demo_pack().words.text("field.sync");
                for (const Drawn& each : stage.log().things)
                    if (each.kind == screens::DrawnKind::target && each.text == sync) top = each.rect.y;
                return top;
            }();
            const auto reached = [&] {
                return std::any_of(stage.log().things.begin(), stage.log().things.end(), [&](const Drawn& each) {
                    return each.kind == screens::DrawnKind::target && each.text == other && is_whole(each) &&
                           each.rect.bottom() <= bar;
                });
            };
            // Nothing of the list lies over the bar below it.
            for (const Drawn& each : stage.log().things)
                if (each.text == title && test::is_seen(each)) CHECK(test::seen(each).bottom() <= bar);
            bool found = reached();
            for (int i = 0; i < 80 && !found; ++i) {
                driver.key(ImGuiKey_Tab);
                driver.frames(2);
                found = reached();
            }
            CHECK(found);
            REQUIRE(driver.click(other));
            CHECK(stage.state().place == DeskPlace::Act);
        }
    }
}

TEST_CASE("reported: a call that asks whether money came has the word of the day, the number and how to begin") {
    const auto& words = test::demo_pack().words;
    const std::string first = words.text("field.call.first").substr(0, words.text("field.call.first").find('{'));
    test::DeskStage stage(desk_sample("field_act_money_came"), kLaptop);
    stage.driver().frames(2);
    CHECK(sees(stage, "今天的核对词"));
    CHECK(sees(stage, "打这个号码"));
    CHECK(sees(stage, first));
    // The control: a bank's word is heard of the bank.
    DeskState state = desk_sample("field_act_money_came");
    state.cases.act->fields["by"].chosen = {"bank"};
    test::DeskStage bank(std::move(state), kLaptop);
    bank.driver().frames(2);
    CHECK_FALSE(sees(bank, "今天的核对词"));
    CHECK_FALSE(sees(bank, first));
}

TEST_CASE("reported: a referral without a day of its own is late in its table, too") {
    const auto says = [](cases::Referral::State state_now, const char* sent) {
        DeskState state = desk_sample("field_case_promises");
        auto view = std::make_shared<CaseView>(*state.cases.view);
        view->folded.care.referrals.clear();
        cases::Referral referral;
        referral.by = view->folded.id;
        referral.item = "N01";
        referral.body = "civil_affairs";
        referral.state = state_now;
        referral.sent_on = referral.since = *domain::Date::parse(sent);
        view->folded.care.referrals.push_back(referral);
        view->folded.care.promises.clear();
        view->folded.care.linkages.clear();
        view->reckoned.reset();
        view->tasks.clear();
        state.cases.view = view;
        test::DeskStage stage(std::move(state), {1920, 1080});
        stage.driver().frames(3);
        return sees(stage, "已超");
    };
    using State = cases::Referral::State;
    CHECK(says(State::Sent, "2025-01-06"));
    CHECK(says(State::Accepted, "2025-01-06"));
    CHECK_FALSE(says(State::Done, "2025-01-06"));  // the control
    CHECK_FALSE(says(State::Sent, "2999-01-07"));
}

TEST_CASE("reported: one reason for help is said once") {
    const auto because = [](std::vector<std::string> reasons) {
        DeskState state = desk_sample("field_case_suggested");
        auto view = std::make_shared<CaseView>(*state.cases.view);
        REQUIRE_FALSE(view->suggestions.empty());
        view->suggestions.resize(1);
        view->suggestions.front().because = std::move(reasons);
        state.cases.view = view;
        test::DeskStage stage(std::move(state), {1920, 1080});
        stage.driver().frames(3);
        std::string all;
        for (const Drawn& each : stage.log().things)
            if (each.kind == screens::DrawnKind::text) all += each.text;
        return all;
    };
    CHECK(because({"法院查明家里日子难", "日子难，还没有低保这样的身份"}).find("家里日子难，还没有低保") !=
          std::string::npos);
    // The control: what is another reason keeps its own words.
    CHECK(because({"法院查明家里日子难", "难处不是案子带来的"}).find("日子难、难处不是") != std::string::npos);
}
