// What pages of a case say, and the sample cases that they are drawn from.
#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <set>

#include "app/screens/field_desk.hpp"
#include "app/screens/sample_case.hpp"
#include "tests/unit/screens/field_stage.hpp"

using namespace courtyard;
using namespace courtyard::flow;
using test::asked;
using test::desk_sample;
using test::kLaptop;
using Status = domain::ApplicationStatus;

TEST_CASE("of two sums in one line each has its name") {
    test::DeskStage stage(desk_sample("field_case"), kLaptop);
    stage.driver().frames(2);
    CHECK(stage.driver().has("建议金额 48,000.00 元"));
    CHECK(stage.driver().has("判了没有执行到的金额 280,000.00 元"));
    CHECK_FALSE(stage.driver().has("（元） 48,000"));
}

TEST_CASE("why somebody else's record does not count is told as what they were told, not to the reader") {
    DeskState state = desk_sample("field_case_contradiction");
    const auto words_of = [](const DeskState& shown) {
        test::DeskStage stage(shown, kLaptop);
        stage.driver().frames(2);
        return std::pair{stage.driver().has("程序对沈一诺"), stage.driver().has("不作数：")};
    };
    CHECK(words_of(state) == std::pair{true, false});
    // The control: to its author it speaks as it always did.
    auto own = std::make_shared<CaseView>(*state.cases.view);
    for (const cases::Entry& entry : own->folded.entries)
        if (entry.standing == cases::Standing::Refused) own->self = entry.author;
    state.cases.view = own;
    CHECK(words_of(state) == std::pair{false, true});
}

TEST_CASE("the sum of a grant is no field that may be left out, as soon as a grant is chosen") {
    test::DeskStage stage(desk_sample("field_act_vote"), kLaptop);
    const std::string label = test::demo_pack().words.text("act.vote_cast.field.amount");
    const std::string may = test::demo_pack().words.text("field.act.may", {{"label", label}});
    const auto choose = [&](const char* choice) {
        auto& chosen = stage.state().cases.act->fields;
        const auto found = chosen.find("choice");
        if (found == chosen.end() || found->second.chosen != std::vector<std::string>{choice})
            stage.play(desk::ToggledValue{"choice", choice});
        stage.driver().frames(2);
    };
    choose("grant");
    CHECK_FALSE(stage.driver().has(may));
    CHECK(stage.driver().has(label));
    choose("refuse");
    CHECK(stage.driver().has(may));
}

TEST_CASE("the sample cases are such as a court may make: nothing in them is refused by mistake") {
    const base::Instant now{1'795'417'440'000};
    const auto view = screens::sample_case(test::demo_pack(), {"review", "paid"}, "judge", now);
    REQUIRE(view.folded.entries.size() > 25);
    for (const cases::Entry& entry : view.folded.entries)
        CHECK_MESSAGE(entry.standing == cases::Standing::InForce, (entry.kind + " " + entry.code));
    CHECK(view.folded.status == Status::Paid);
    // The control: a story in which two did not know of each other.
    const auto odd = screens::sample_case(test::demo_pack(), {"review", "contradiction"}, "leader", now);
    std::size_t contradicts = 0;
    for (const cases::Entry& entry : odd.folded.entries)
        contradicts += entry.standing == cases::Standing::Contradicts ? 1 : 0;
    CHECK(contradicts == 1);
}

TEST_CASE("as voters those are offered who may vote in the chosen body, and nobody else") {
    constexpr platform::Size tall{1366, 3200};
    test::DeskStage stage(desk_sample("field_case"), tall);
    auto& driver = stage.driver();
    stage.play(desk::ChoseAct{"ballot_opened", {}});
    REQUIRE(stage.state().place == DeskPlace::Act);
    driver.frames(3);
    CHECK(driver.has("沈一诺（司救办）"));  // a panel, where nothing else is said
    CHECK_FALSE(driver.has("厉思远（救助委员会委员）"));
    CHECK_FALSE(driver.has("骆小满（回访员）"));  // a caller votes in no body
    stage.play(desk::ToggledValue{"body", "committee"});
    driver.frames(3);
    CHECK(driver.has("厉思远（救助委员会委员）"));
    CHECK_FALSE(driver.has("沈一诺（司救办）"));
    CHECK_FALSE(driver.has("骆小满（回访员）"));
}
