// What the leader reads of the tasks of others, and what stands of a plan, or of a case, that is over.
#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>

#include "app/screens/case_words.hpp"
#include "tests/unit/screens/field_stage.hpp"

using namespace courtyard;
using namespace courtyard::flow;
using test::desk_sample;

namespace {

constexpr std::string_view kYou = "您", kTheirs = ".theirs";

std::string said_by(const DeskState& state, platform::Size size = test::kLaptop) {
    test::DeskStage stage(state, size);
    stage.driver().frames(3);
    std::string all;
    for (const auto& thing : stage.log().things)
        all += thing.text + "|";
    return all;
}

bool has(const std::string& all, std::string_view words) { return all.find(words) != std::string::npos; }

// The leader's list with one row alone.
DeskState with_row(const char* what, const char* owner, cases::Roles offices) {
    DeskState state = desk_sample("field_today_leader");
    TaskRow row = state.cases.tasks.front();
    row.what = what;
    row.act = "remarked";
    row.escalated = true;
    row.same_day = true;
    row.days_over = 19;
    row.owner = owner;
    row.offices = offices;
    state.cases.tasks = {row};
    return state;
}

}  // namespace

TEST_CASE("reported: a task that speaks to whoever has to do it has another sentence for the leader") {
    const auto& words = test::demo_pack().words;
    std::size_t count = 0;
    for (const auto& [key, text] : words.all()) {
        const bool is_task = key.starts_with("task.") || key.starts_with("lead.lead_");
        if (!is_task || key.ends_with(kTheirs) || text.find(kYou) == std::string::npos) continue;
        ++count;
        const std::string theirs = key + std::string(kTheirs);
        REQUIRE_MESSAGE(words.has(theirs), key);
        CHECK_MESSAGE(words.text(theirs).find(kYou) == std::string::npos, theirs);
    }
    CHECK(count >= 7);  // the control: there are such sentences
}

TEST_CASE("reported: the leader's row says of others what they have not done, whose it is, and for how long") {
    SUBCASE("by name") {
        const std::string all = said_by(with_row("vote", "毛怀谷", {}));
        CHECK(has(all, "|应由毛怀谷办"));
        CHECK(has(all, test::demo_pack().words.text("task.vote.theirs")));
        CHECK_FALSE(has(all, "等您投票"));
        CHECK(has(all, "已超19天"));
        CHECK_FALSE(has(all, "马上办"));
    }
    SUBCASE("by office, and never by nobody") {
        const std::string all = said_by(with_row("P3", "", {cases::Role::Registrar, cases::Role::Judge}));
        CHECK(has(all, "|应由司救办、法官办"));
    }
    SUBCASE("on a small screen with the largest letters too, where the end of the line goes") {
        DeskState state = with_row("alert_pass.unsafe", "何晚晴", {});
        state.text_size = TextSize::Largest;
        const std::string all = said_by(state, {1024, 768});
        CHECK(has(all, "应由何晚晴办"));
        CHECK_FALSE(has(all, "您听到"));
    }
    SUBCASE("the control: who has to do it is spoken to, and today it is at once") {
        DeskState state = with_row("vote", "毛怀谷", {});
        state.cases.tasks.front().escalated = false;
        state.cases.tasks.front().days_over = 0;
        const std::string all = said_by(state);
        CHECK(has(all, "等您投票"));
        CHECK(has(all, "马上办"));
        CHECK_FALSE(has(all, "应由"));
    }
}

TEST_CASE("reported: rows of a plan that is over are neither open nor late, and name no day") {
    DeskState state = desk_sample("field_case_revisits");
    auto view = std::make_shared<CaseView>(*state.cases.view);
    REQUIRE_FALSE(view->plan.empty());
    const auto show = [&](cases::PlanRow::Left how) {
        for (PlannedRevisit& each : view->plan) {
            each.row.made.reset();
            each.row.left = how;
            each.due.day = domain::Date::in_china(state.now).plus_days(-15);
        }
        state.cases.view = view;
        return said_by(state);
    };
    const std::string over = show(cases::PlanRow::Left::Over);
    CHECK(has(over, "已结束，不再回访"));
    CHECK_FALSE(has(over, "还没访"));
    CHECK_FALSE(has(over, "已超15天"));
    CHECK(has(show(cases::PlanRow::Left::Passed), "后面已经回访过"));
    const std::string open = show(cases::PlanRow::Left::No);  // the control
    CHECK(has(open, "还没访"));
    CHECK(has(open, "已超15天"));
}

TEST_CASE("reported: of a case that has ended nobody is told that their turn will come") {
    DeskState state = desk_sample("field_case");
    REQUIRE_FALSE(state.cases.acts.empty());
    auto view = std::make_shared<CaseView>(*state.cases.view);
    view->tasks.clear();
    const auto show = [&](cases::Status status, bool others) {
        view->folded.status = status;
        view->others_have_tasks = others;
        state.cases.view = view;
        return said_by(state);
    };
    for (const auto status : {cases::Status::Closed, cases::Status::Withdrawn, cases::Status::Terminated}) {
        const std::string ended = show(status, false);
        CHECK(has(ended, "没有要办的事了"));
        CHECK_FALSE(has(ended, "轮到您"));
    }
    CHECK(has(show(cases::Status::Closed, true), "还有事等别人办"));
    CHECK(has(show(cases::Status::Review, false), "轮到您"));  // the control
}
