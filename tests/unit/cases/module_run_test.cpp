// A module is data: this one exists nowhere but here.
#include "app/cases/module_run.hpp"

#include <algorithm>

#include "tests/unit/cases/care_story.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using namespace courtyard::test;

namespace {

domain::ModuleAct act(const char* id, const char* who, std::vector<std::string> in, const char* to) {
    domain::ModuleAct one;
    one.id = id;
    one.title = id;
    one.who = {who};
    one.in = std::move(in);
    one.to = to;
    return one;
}

domain::AidModule firewood() {
    domain::AidModule module;
    module.id = "firewood";
    module.title = "柴火";
    module.stages = {{"asked", "问了", false}, {"brought", "送到了", true}, {"none", "没有", true}};
    module.acts = {act("ask", "caller", {}, "asked"), act("look", "judge", {"asked"}, ""),
                   act("bring", "leader", {"asked"}, "brought"), act("stop", "registrar", {"asked"}, "none")};
    module.acts[0].fields = {{"loads", "几担", "count", true, {}, {}},
                             {"kind", "哪种", "choice", true, {"oak", "pine"}, {"栎树", "松树"}}};
    module.acts[2].other_person = true;
    module.acts[2].fields = {{"cost", "花费", "money", false, {}, {}}, {"bearers", "谁挑", "lines", true, {}, {}}};
    module.limits = {{"soon", "asked", {"bring", "stop"}, 3, domain::ModuleLimit::Unit::WorkingDays, "村规"}};
    module.papers = {
        {"note", "柴火单", "bring", {"{applicant}：{kind}{loads}担，{bearers}挑，花费{cost}。", "{court}，{day}"}}};
    return module;
}

Fields say(const char* act, Fields more = {}) {
    more["module"] = text("firewood");
    more["act"] = text(act);
    return more;
}

struct Telling : CareStory {
    domain::AidModule module = firewood();
    Telling() { not_filed(); }
    [[nodiscard]] ModuleRun run() const { return run_module(module, facts, fold(), offices()); }
    [[nodiscard]] std::string why_not(const char* author, const Fields& fields) const {
        Fact fact;
        fact.kind = "module";
        fact.author = person(author);
        fact.fields = fields;
        const auto no = module_refuses(module, run(), fact, *offices()(fact.author));
        return no ? no->code : std::string();
    }
    // What the pack refuses is not signed.
    std::string tell(const char* author, Fields fields) {
        if (const std::string no = why_not(author, fields); !no.empty()) return no;
        const FactId id = say(author, "module", std::move(fields));
        REQUIRE(standing(id) == "in_force");
        CHECK_FALSE(run().refused.contains(id));
        return "fine";
    }
    [[nodiscard]] std::string refused(const FactId& id) const {
        const ModuleRun after = run();
        const auto no = after.refused.find(id);
        return no == after.refused.end() ? std::string() : no->second;
    }
};

}  // namespace

TEST_CASE("a sound module has no problems, and each thing that can be wrong is named") {
    CHECK(domain::problems_of(firewood()).empty());
    const auto broken = [](auto breaking) {
        domain::AidModule module = firewood();
        breaking(module);
        return domain::problems_of(module).size();
    };
    CHECK(broken([](auto& m) { m.acts[2].to = "nowhere"; }) > 0);
    CHECK(broken([](auto& m) { m.acts[0].to.clear(); }) > 0);
    CHECK(broken([](auto& m) { m.stages[1].ends = false; }) == 1);
    CHECK(broken([](auto& m) { m.stages.push_back({"far", "", true}); }) == 1);
    CHECK(broken([](auto& m) { m.limits[0].until = {"sing"}; }) == 1);
    CHECK(broken([](auto& m) { m.limits[0].until.clear(); }) == 1);
    CHECK(broken([](auto& m) { m.papers[0].act = "sing"; }) == 1);
    CHECK(broken([](auto& m) { m.papers[0].paragraphs = {"{nothing}"}; }) == 1);
    for (const char* wrong :
         {"{if nothing}a{end}", "{if loads}a", "a{end}", "a{else}b", "{loads|capital}", "{day|capital}",
          "{contact.office.street}", "{if kind is elm}a{end}", "{if loads is 2}a{end}"})
        CHECK_MESSAGE(broken([wrong](auto& m) { m.papers[0].paragraphs = {wrong}; }) >= 1, wrong);
    for (const char* right :
         {"{if not cost}a{else}{cost|capital}{end}", "{day|chinese}", "{if kind is oak}{receipt}{end}",
          "{document}{address}{phone}{if careful}{careful}{end}{contact.office.name}",
          "{if guardian}{if original_case}a{end}{end}"})
        CHECK_MESSAGE(broken([right](auto& m) { m.papers[0].paragraphs = {right}; }) == 0, right);
    CHECK(broken([](auto& m) { m.acts[0].fields[0].name = "act"; }) > 0);
    CHECK(broken([](auto& m) { m.acts[0].fields[1].choices.clear(); }) == 1);
    CHECK(broken([](auto& m) { m.acts.push_back(m.acts[1]); }) == 1);
}

TEST_CASE("reported: each thing that is wrong with a module has the way to it") {
    const auto way = [](auto breaking) {
        domain::AidModule module = firewood();
        breaking(module);
        const auto problems = domain::problems_of(module);
        return problems.empty() ? std::string("none") : problems.front().way;
    };
    CHECK(way([](auto&) {}) == "none");
    CHECK(way([](auto& m) { m.stages.push_back({"far", "", true}); }).starts_with("stage["));
    CHECK(way([](auto& m) { m.stages[1].ends = false; }) == "stage[1]");
    CHECK(way([](auto& m) { m.stages.push_back(m.stages[0]); }).ends_with("].id"));
    CHECK(way([](auto& m) { m.acts[2].to = "nowhere"; }) == "act[2].to");
    CHECK(way([](auto& m) { m.acts[1].in.insert(m.acts[1].in.begin(), "nowhere"); }) == "act[1].in[0]");
    CHECK(way([](auto& m) { m.acts[0].fields[0].name = "act"; }) == "act[0].field[0].name");
    CHECK(way([](auto& m) { m.acts[0].fields[1].choices.clear(); }) == "act[0].field[1].choices");
    CHECK(way([](auto& m) { m.limits[0].until = {"sing"}; }) == "limit[0].until[0]");
    CHECK(way([](auto& m) { m.limits[0].from = "nowhere"; }) == "limit[0].from");
    CHECK(way([](auto& m) { m.papers[0].act = "sing"; }) == "paper[0].act");
    CHECK(way([](auto& m) { m.papers[0].paragraphs = {"a", "{nothing}"}; }) == "paper[0].paragraphs[1]");
}

TEST_CASE("names of field types are those of the table of acts, in its order") {
    CHECK(domain::kModuleFieldTypes.size() == static_cast<std::size_t>(FieldType::Choice) + 1);
    CHECK(domain::kModuleFieldTypes[static_cast<std::size_t>(FieldType::Money)] == "money");
    CHECK(domain::kModuleFieldTypes[static_cast<std::size_t>(FieldType::CaseNumber)] == "case_number");
    CHECK(domain::kModuleFieldTypes[static_cast<std::size_t>(FieldType::Lines)] == "lines");
    CHECK(domain::kModuleFieldTypes[static_cast<std::size_t>(FieldType::YesNo)] == "yes_no");
}

TEST_CASE("a module's facts are held to its stages, offices and fields") {
    Telling story;
    const Fields good = say("ask", {{"loads", std::int64_t{2}}, {"kind", text("oak")}});
    CHECK(story.run().stage.empty());
    CHECK(story.tell("caller", say("sing")) == "module.act");
    CHECK(story.tell("judge", good) == "role");
    CHECK(story.tell("judge", say("look")) == "module.stage");
    CHECK(story.tell("caller", say("ask", {{"kind", text("oak")}})) == "field.loads");
    CHECK(story.tell("caller", say("ask", {{"loads", std::int64_t{2}}, {"kind", text("elm")}})) == "field.kind");
    CHECK(story.tell("caller", good) == "fine");
    CHECK(story.tell("caller", good) == "module.stage");
    CHECK(story.run().stage == "asked");
    CHECK(story.tell("judge", say("look")) == "fine");
    CHECK(story.run().stage == "asked");
    CHECK(story.tell("leader", say("bring", {{"bearers", Lines{"老王", "老李"}}})) == "fine");
    CHECK(story.run().ended);
    CHECK(story.tell("caller", good) == "fine");  // and once more from the start
    CHECK(story.run().stage == "asked");
    CHECK(story.run().steps.size() == 1);
    // The control: nothing of it stands in another module.
    domain::AidModule other = story.module;
    other.id = "water";
    CHECK(run_module(other, story.facts, story.fold(), story.offices()).steps.empty());
}

TEST_CASE("nobody approves their own act, and what may be done is told to each") {
    Telling story;
    story.module.acts[2].who = {"leader", "caller"};
    CHECK(story.tell("caller", say("ask", {{"loads", std::int64_t{2}}, {"kind", text("oak")}})) == "fine");
    CHECK(story.tell("caller", say("bring", {{"bearers", Lines{"老王"}}})) == "module.self");
    const ModuleRun run = story.run();
    CHECK(module_acts(story.module, run, story.person("caller"), Role::Caller).empty());
    REQUIRE(module_acts(story.module, run, story.person("leader"), Role::Leader).size() == 1);
    CHECK(module_acts(story.module, run, story.person("leader"), Role::Leader).front()->id == "bring");
}

TEST_CASE("a note in between makes no other person, and the court's word is never given on what one did alone") {
    Telling story;
    story.module.acts[1].who = {"judge", "caller"};
    story.module.acts[2].who = {"leader", "caller"};
    const Fields bring = say("bring", {{"bearers", Lines{"老王"}}});
    CHECK(story.tell("caller", say("ask", {{"loads", std::int64_t{2}}, {"kind", text("oak")}})) == "fine");
    CHECK(story.tell("judge", say("look")) == "fine");
    CHECK(story.why_not("caller", bring) == "module.self");
    CHECK(story.why_not("leader", bring).empty());
    // It ends with a paper: so it is, whatever a pack leaves out.
    story.module.acts[2].other_person = false;
    CHECK(story.module.decides(story.module.acts[2]));
    CHECK(story.why_not("caller", bring) == "module.self");
    CHECK(module_acts(story.module, story.run(), story.person("caller"), Role::Caller).size() == 1);
    // The control: without paper and sum, and not the leader's alone, it decides nothing.
    story.module.papers.clear();
    story.module.acts[2].fields.erase(story.module.acts[2].fields.begin());
    CHECK_FALSE(story.module.decides(story.module.acts[2]));
    CHECK(story.why_not("caller", bring).empty());
    CHECK_FALSE(story.module.decides(story.module.acts[3]));
    story.module.acts[3].who = {"leader"};
    CHECK(story.module.decides(story.module.acts[3]));
}

TEST_CASE("what was done counts as it was signed, on machines with other packs too; what is new goes by the pack") {
    Telling story;
    const Fields ask = say("ask", {{"loads", std::int64_t{2}}, {"kind", text("oak")}});
    const Fields bring = say("bring", {{"bearers", Lines{"老王"}}, {"cost", std::int64_t{500}}});
    CHECK(story.tell("caller", ask) == "fine");
    CHECK(story.tell("leader", bring) == "fine");
    const FactId brought = story.facts.back().id;
    const ModuleRun before = story.run();
    const auto changed = [&](auto change) {
        domain::AidModule other = firewood();
        change(other);
        return run_module(other, story.facts, story.fold(), story.offices());
    };
    // Offices, stages, who must be another, what must be told and what it may be: nothing of it is asked again.
    CHECK(changed([](auto& m) { m.acts[0].who = m.acts[2].who = {"registrar"}; }) == before);
    CHECK(changed([](auto& m) { m.acts[2].in = {"brought"}; }) == before);
    CHECK(changed([](auto& m) { m.acts[0].fields.push_back({"day", "哪天", "day", true, {}, {}}); }) == before);
    CHECK(changed([](auto& m) { m.acts[0].fields[1].choices = {"elm"}; }) == before);
    CHECK(changed([](auto& m) { m.acts[2].fields[0].at_most = "loads"; }) == before);
    CHECK(before.last("bring")->by == brought);
    // The control: a new act is held to the pack of today.
    story.module.acts[0].who = {"registrar"};
    CHECK(story.why_not("caller", ask) == "role");
    CHECK(story.why_not("registrar", ask).empty());
    story.module.acts[0].fields[1].choices = {"elm"};
    CHECK(story.why_not("registrar", ask) == "field.kind");
    // Of an act that the pack has no more nothing can be told, and a stranger's is nobody's.
    CHECK(changed([](auto& m) { m.acts.pop_back(); }) == before);
    CHECK(changed([](auto& m) { m.acts[2].id = "carry"; }).refused.at(brought) == "module.act");
}

TEST_CASE("the court's word on one's own act never counts, whoever may give it by the pack of today") {
    Telling story;
    const Fields bring = say("bring", {{"bearers", Lines{"老王"}}, {"cost", std::int64_t{500}}});
    story.tell("caller", say("ask", {{"loads", std::int64_t{2}}, {"kind", text("oak")}}));
    story.tell("judge", say("look"));  // a note in between makes no other person
    const FactId own = story.say("caller", "module", bring);
    REQUIRE(story.standing(own) == "in_force");
    CHECK(story.refused(own) == "module.self");
    CHECK(story.run().stage == "asked");
    std::vector<Fact> turned = story.facts;
    std::reverse(turned.begin(), turned.end());
    CHECK(run_module(story.module, turned, story.fold(), story.offices()) ==
          story.run());  // in whatever order they came
    for (const char* who : {"caller", "leader", "judge"}) {
        story.module.acts[2].who = {who};
        story.module.acts[2].other_person = false;
        CHECK(story.refused(own) == "module.self");
    }
    // The control: another's word counts, whoever has that office by the pack of today.
    const FactId others = story.say("leader", "module", bring);
    CHECK(story.refused(others).empty());
    CHECK(story.run().ended);
    // And what ends it with neither paper nor sum is no such word.
    story.module.papers.clear();
    story.module.acts[2].fields.erase(story.module.acts[2].fields.begin());
    CHECK(story.refused(own).empty());
}

TEST_CASE("the court's word counts where its author could not know that they had a hand in it") {
    const Fields bring = say("bring", {{"bearers", Lines{"老王"}}});
    for (const bool knew : {false, true}) {
        CAPTURE(knew);
        Telling story;
        story.tell("caller", say("ask", {{"loads", std::int64_t{2}}, {"kind", text("oak")}}));
        const std::vector<FactId> asked = heads(story.facts);
        const FactId looked = story.say_after("leader", "module", say("look"), asked);
        const FactId brought = story.say_after("leader", "module", bring, knew ? std::vector{looked} : asked);
        CHECK(story.refused(looked).empty());
        CHECK(story.refused(brought) == (knew ? "module.self" : ""));
    }
}

TEST_CASE("of two who do not know of each other the second counts where it can be done still") {
    Telling story;
    story.tell("caller", say("ask", {{"loads", std::int64_t{2}}, {"kind", text("oak")}}));
    const std::vector<FactId> seen = heads(story.facts);
    const Fields bring = say("bring", {{"bearers", Lines{"老王"}}});
    const FactId looked = story.say_after("judge", "module", say("look"), seen);
    const FactId brought = story.say_after("leader", "module", bring, seen);
    const FactId stopped = story.say_after("registrar", "module", say("stop"), seen);
    CHECK(story.refused(looked).empty());  // leads nowhere: nobody is overtaken by it
    CHECK(story.refused(brought).empty());
    CHECK(story.refused(stopped) == "module.stage");
    CHECK(story.run().stage == "brought");
    // In whatever order they arrived.
    std::swap(story.facts[story.facts.size() - 1], story.facts[story.facts.size() - 3]);
    CHECK(story.refused(stopped) == "module.stage");
    CHECK(story.run().stage == "brought");
    // The control: whoever knew of it was held to the pack when they signed.
    const FactId again = story.say("registrar", "module", say("stop"));
    CHECK(story.refused(again).empty());
}

TEST_CASE("a sum is never more than the field that limits it, said in the same act or before") {
    Telling story;
    story.module.acts[0].fields.push_back({"price", "价钱", "money", false, {}, {}});
    story.module.acts[2].fields[0].at_most = "price";
    const auto ask = [&](std::int64_t price) {
        return say("ask", {{"loads", std::int64_t{2}}, {"kind", text("oak")}, {"price", price}});
    };
    const auto bring = [&](std::int64_t cost) { return say("bring", {{"bearers", Lines{"老王"}}, {"cost", cost}}); };
    CHECK(story.tell("caller", ask(432'107)) == "fine");
    CHECK(story.why_not("leader", bring(500'000)) == "module.at_most");
    CHECK(story.why_not("leader", bring(432'108)) == "module.at_most");
    CHECK(story.why_not("leader", bring(432'107)).empty());
    CHECK(story.why_not("leader", say("bring", {{"bearers", Lines{"老王"}}})).empty());
    CHECK(story.tell("leader", bring(100)) == "fine");
    // A new round has a limit of its own; where none is said, there is none.
    CHECK(story.tell("caller", ask(600'000)) == "fine");
    CHECK(story.why_not("leader", bring(500'000)).empty());
    CHECK(story.why_not("leader", bring(600'001)) == "module.at_most");
    CHECK(story.tell("leader", bring(100)) == "fine");
    CHECK(story.tell("caller", say("ask", {{"loads", std::int64_t{1}}, {"kind", text("oak")}})) == "fine");
    CHECK(story.why_not("leader", bring(900'000)).empty());
}

TEST_CASE("limits run from the stage until what ends them") {
    Telling story;
    const Fields ask = say("ask", {{"loads", std::int64_t{1}}, {"kind", text("pine")}, {"on", text("2026-11-24")}});
    story.tell("caller", ask);
    auto dues = module_dues(story.module, story.run(), {});
    REQUIRE(dues.size() == 1);
    CHECK(dues[0].due.date == *domain::Date::parse("2026-11-27"));
    CHECK_FALSE(dues[0].done.has_value());
    story.tell("judge", say("look", {{"on", text("2026-11-25")}}));
    CHECK(module_dues(story.module, story.run(), {}).size() == 1);
    story.tell("registrar", say("stop", {{"on", text("2026-11-26")}}));
    CHECK(module_dues(story.module, story.run(), {})[0].done == *domain::Date::parse("2026-11-26"));
}

TEST_CASE("a limit of a module that runs is a task of whose acts end it, and overdue the leader's") {
    Telling story;
    story.tell("caller", say("ask", {{"loads", std::int64_t{1}}, {"kind", text("pine")}, {"on", text("2026-11-24")}}));
    const auto of_module = [&](const char* today) {
        const auto clocks = module_clocks(story.module, story.run(), {});
        const auto all = tasks_of(story.fold(), story.offices(), {}, *domain::Date::parse(today), {}, {}, clocks);
        std::vector<Task> out;
        std::copy_if(all.begin(), all.end(), std::back_inserter(out),
                     [](const Task& each) { return each.rule == "module.firewood.soon"; });
        return out;
    };
    REQUIRE(of_module("2026-11-25").size() == 1);
    CHECK(of_module("2026-11-25")[0].act == "module");
    CHECK(of_module("2026-11-25")[0].due->date == *domain::Date::parse("2026-11-27"));
    CHECK(is_for(of_module("2026-11-25")[0], story.person("registrar"), Role::Registrar));
    CHECK_FALSE(is_for(of_module("2026-11-25")[0], story.person("caller"), Role::Caller));
    const auto late = of_module("2026-12-25");
    REQUIRE_FALSE(late.empty());
    CHECK(late[0].overdue);
    CHECK(std::any_of(late.begin(), late.end(),
                      [&](const Task& each) { return is_for(each, story.person("leader"), Role::Leader); }));
    story.tell("registrar", say("stop", {{"on", text("2026-11-26")}}));
    CHECK(of_module("2026-12-25").empty());
}

TEST_CASE("a paper fills its blanks, and what is not known stays visibly empty") {
    Telling story;
    const PaperWords words{"测试县人民法院", "、", "是", "否"};
    story.tell("caller", say("ask", {{"loads", std::int64_t{2}}, {"kind", text("oak")}}));
    CHECK_FALSE(module_paper(story.module, story.run(), "note", story.fold(), words).has_value());
    story.tell("leader", say("bring", {{"bearers", Lines{"老王", "老李"}}, {"on", text("2026-11-27")}}));
    const auto paper = module_paper(story.module, story.run(), "note", story.fold(), words);
    REQUIRE(paper.has_value());
    CHECK(paper->paragraphs ==
          std::vector<std::string>{"申屠静：栎树2担，老王、老李挑，花费________。", "测试县人民法院，2026-11-27"});
    CHECK(paper->empty == std::vector<std::string>{"cost"});
}

TEST_CASE("a module's paper says what applies to this case alone, in the forms of the court's papers") {
    Telling story;
    PaperWords words{"测试县人民法院", "、", "是", "否"};
    words.chinese_day = [](domain::Date) { return std::string("二〇二六年"); };
    words.capital = [](domain::Fen amount) { return "大" + std::to_string(amount.value); };
    const auto said = [&](const char* paragraph, Fields more = {}) {
        Telling each;
        each.module.papers[0].paragraphs = {paragraph};
        each.tell("caller", say("ask", {{"loads", std::int64_t{2}}, {"kind", text("oak")}}));
        more["bearers"] = Lines{"老王"};
        each.tell("leader", say("bring", std::move(more)));
        return module_paper(each.module, each.run(), "note", each.fold(), words)->paragraphs.front();
    };
    CHECK(said("{if kind is oak}栎{else}松{end}") == "栎");
    CHECK(said("{if kind is pine}松{end}") == "");
    CHECK(said("{if not cost}不要钱{else}{cost|capital}{end}") == "不要钱");
    CHECK(said("{if not cost}不要钱{else}{cost|capital}{end}", {{"cost", std::int64_t{500}}}) == "大500");
    CHECK(said("{if cost}{if kind is oak}{cost}{else}无{end}{else}不要钱{end}", {{"cost", std::int64_t{500}}}) ==
          "5.00");
    CHECK(said("{day|chinese}") == "二〇二六年");
    CHECK(said("{if guardian}{guardian}{else}无{end}") == "无");
    words.guardian = "骆小云";
    CHECK(said("{if guardian}{guardian}{else}无{end}") == "骆小云");
    CHECK(said("{if careful}{careful}。{end}") == "");
    words.careful = "请先同本院联系";
    CHECK(said("{if careful}{careful}。{end}") == "请先同本院联系。");
    CHECK(said("{phone}{contact.office.number}") == "________________");
    words.phone = "13800000001";
    words.contact = [](std::string_view blank) { return blank == "contact.office.number" ? "12" : std::string(); };
    CHECK(said("{phone}，{contact.office.number}") == "13800000001，12");
    CHECK(said("{if aided}得到了{else}申请了{end}") == "申请了");
    // A blank that does not apply is not missing either.
    story.module.papers[0].paragraphs = {"{if kind is pine}{cost}{end}栎树"};
    story.tell("caller", say("ask", {{"loads", std::int64_t{2}}, {"kind", text("oak")}}));
    story.tell("leader", say("bring", {{"bearers", Lines{"老王"}}}));
    CHECK(module_paper(story.module, story.run(), "note", story.fold(), words)->empty.empty());
}

TEST_CASE("each step has its paper, as it was said then: one that was begun anew hides none of the earlier ones") {
    Telling story;
    const PaperWords words{"测试县人民法院", "、", "是", "否"};
    const auto ask = [&](std::int64_t loads) {
        story.tell("caller", say("ask", {{"loads", loads}, {"kind", text("oak")}}));
    };
    const auto bring = [&](const char* who, const char* on) {
        story.tell("leader", say("bring", {{"bearers", Lines{who}}, {"on", text(on)}}));
        return story.facts.back().id;
    };
    ask(2);
    const FactId first = bring("老王", "2026-11-27");
    ask(5);
    const FactId second = bring("老李", "2026-12-01");
    const ModuleRun now = story.run();
    const auto steps = now.all("bring");
    REQUIRE(steps.size() == 2);
    CHECK(steps[0].by == first);
    CHECK(steps[1].by == second);
    CHECK(now.last("bring")->by == second);
    const auto paper = [&](const FactId& about) {
        const ModuleRun then = run_module(story.module, story.facts, story.fold(), story.offices(), about);
        return module_paper(story.module, then, "note", story.fold(), words)->paragraphs.front();
    };
    CHECK(paper(first) == "申屠静：栎树2担，老王挑，花费________。");
    CHECK(paper(second) == "申屠静：栎树5担，老李挑，花费________。");
}
