// What stands whole on a small screen in the largest letters.
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

namespace {

constexpr platform::Size kNarrow{1024, 768};
constexpr float kTitleBar = 90;

// All that is written, and what of it ends in an ellipsis because it was cut.
struct Written {
    std::string all, cut;
};
Written written(DeskState state, platform::Size size) {
    state.text_size = TextSize::Largest;
    test::DeskStage stage(std::move(state), size);
    stage.driver().frames(3);
    Written out;
    for (const auto& thing : stage.log().things) {
        if (thing.kind != screens::DrawnKind::text) continue;
        out.all += thing.text + "|";
        // The title bar has a rule of its own: the day and the court's name, as much of it as there is room for.
        if (thing.rect.y < kTitleBar) continue;
        if (thing.text.ends_with("…") && !thing.text.ends_with("……")) out.cut += thing.text + "|";
    }
    return out;
}

}  // namespace

TEST_CASE("reported: the head of an application says when it was handed in, on a small screen in the largest letters") {
    for (const char* name : {"field_sheet", "field_sheet_from_slip", "field_answer_filed", "field_confirm_filed"}) {
        const Written page = written(desk_sample(name), kNarrow);
        CHECK_MESSAGE(page.all.find("今天 14:42 提交") != std::string::npos, name << ": " << page.all);
    }
    // A site with a long name, too: then there are more lines.
    DeskState state = desk_sample("field_sheet");
    state.sheet->row.site = "云坞乡石桥村第三片区党群服务中心共享法庭";
    const Written page = written(state, kNarrow);
    CHECK_MESSAGE(page.all.find("今天 14:42 提交") != std::string::npos, page.all);
    CHECK_MESSAGE(page.all.find(state.sheet->row.site) != std::string::npos, page.all);
}

TEST_CASE(
    "reported: rows of what is to be done and heads of acts are not cut on a small screen in the largest letters") {
    for (const char* name : {"field_today_judge", "field_today_leader", "field_today_caller"}) {
        const Written page = written(desk_sample(name), {1024, 1000});
        CHECK_MESSAGE(page.cut.empty(), name << ": " << page.cut);
    }
    // Of the longest name the number and the state are there, too.
    DeskState today = desk_sample("field_today_judge");
    std::rotate(today.cases.tasks.begin(), today.cases.tasks.begin() + 1, today.cases.tasks.end());
    const TaskRow& longest = today.cases.tasks.front();
    REQUIRE(longest.applicant.size() > 60);
    REQUIRE_FALSE(longest.village.empty());
    const Written page = written(today, kNarrow);
    CHECK_MESSAGE(page.all.find(longest.village) != std::string::npos, page.all);
    CHECK_MESSAGE(page.cut.empty(), page.cut);
    // A title that has no room beside its chips stands below them.
    TaskRow& module = today.cases.tasks.front();
    module.what = "module";
    module.module = "法律援助中心答应派律师以后，一直没有派来，要催办，也要告诉本人：到哪一步了、还要等几天";
    const Written titled = written(today, kNarrow);
    CHECK_MESSAGE(titled.cut.empty(), titled.cut);

    DeskState act = desk_sample("field_act_revisit");
    auto view = std::make_shared<CaseView>(*act.cases.view);
    view->folded.village = "云坞乡石桥村三组十二号原第七生产队安置小区";
    act.cases.view = view;
    const Written head = written(act, kNarrow);
    CHECK_MESSAGE(head.all.find(view->folded.village) != std::string::npos, head.all);

    DeskState lead = desk_sample("field_lead");
    lead.leads.open->source = "测试县人民检察院第五检察部国家司法救助工作办公室";
    const Written of_lead = written(lead, kNarrow);
    const std::string from = test::demo_pack().words.text("field.lead.from", {{"source", lead.leads.open->source}});
    CHECK_MESSAGE(of_lead.all.find(from) != std::string::npos, of_lead.all);
}

TEST_CASE("reported: what became of a paper stands whole above the buttons of a small screen") {
    for (const char* name : {"field_paper_saved", "field_paper_failed"}) {
        DeskState state = desk_sample(name);
        state.text_size = TextSize::Largest;
        test::DeskStage stage(std::move(state), kNarrow);
        stage.driver().frames(3);
        float button = 0;
        for (const auto& thing : stage.log().things)
            if (thing.kind == screens::DrawnKind::text &&
                thing.text == test::demo_pack().words.text("field.paper.print"))
                button = thing.rect.y;
        REQUIRE(button > 0);
        const auto first = std::find_if(stage.log().things.begin(), stage.log().things.end(), [](const auto& thing) {
            return thing.kind == screens::DrawnKind::text && thing.clip.y > 350;
        });
        REQUIRE(first != stage.log().things.end());
        CHECK_MESSAGE(first->rect.bottom() <= first->clip.bottom(), first->text);
        CHECK_MESSAGE(first->clip.bottom() <= button, first->text);
    }
}
