// Every kind of condition that a form can be given, said in JSON Schema: put on a field of the shipped form, and walked
// both ways.
#include <map>

#include <nlohmann/json.hpp>

#include "app/domain/form_scope.hpp"
#include "tests/unit/pack/both_ways.hpp"
#include "tests/unit/pack/demo_pack.hpp"

using namespace courtyard;
using namespace courtyard::pack;
using domain::Expression;
using domain::Field;
using Json = nlohmann::json;

namespace {

constexpr const char* kField = "F1.04";  // a choice that nothing else depends on

enum class Said { Whole, Bounded };  // can a schema say it, or only less than all of it?
struct Condition {
    Said said;
    const char* source;
};

const Condition kConditions[] = {
    {Said::Whole, "F1.33 == '执行'"},
    {Said::Whole, "F1.33 != '执行'"},
    {Said::Whole, "'执行' == F1.33"},
    {Said::Whole, "not F1.33 == '执行'"},
    {Said::Whole, "not not F1.33 == '执行' and not F1.09 == 'x'"},
    {Said::Whole, "F1.33 in ['执行', '信访', '不清楚']"},
    {Said::Whole, "F1.33 == '不清楚' or F1.33 == '审判' and empty(F1.09)"},
    {Said::Whole, "F1.30 == '不清楚'"},
    {Said::Whole, "F1.32 != '诈骗'"},
    {Said::Whole, "has(F1.40, 'E1', 'E9')"},
    {Said::Whole, "'E9' in F1.40"},
    {Said::Whole, "has(F1.41, '没有')"},
    {Said::Whole, "F1.41 == '没有'"},
    {Said::Whole, "has(F1.33, '执行', '审判')"},
    {Said::Whole, "has(F1.53, 'H0') or has(F1.53, 'H6')"},
    {Said::Whole, "empty(F1.09)"},
    {Said::Whole, "not empty(F1.10)"},
    {Said::Whole, "empty(F1.12)"},
    {Said::Whole, "empty(F1.06)"},
    {Said::Whole, "empty(F1.60)"},
    {Said::Whole, "empty(F1.80)"},
    {Said::Whole, "empty(F3.2)"},
    {Said::Whole, "empty(F1.36.文书日期)"},
    {Said::Whole, "empty(F1.43.欠费)"},
    {Said::Whole, "F1.50 == 3"},
    {Said::Whole, "F1.50 > 2 and F1.50 <= 4"},
    {Said::Whole, "not (F1.50 < 5)"},
    {Said::Whole, "F1.50 >= 0"},
    {Said::Whole, "F1.42 == '不清楚' or F1.42 >= 5"},
    {Said::Whole, "F3.2"},
    {Said::Whole, "F3.2 == false"},
    {Said::Whole, "not F3.6"},
    {Said::Whole, "F1.92"},
    {Said::Whole, "F1.21"},
    {Said::Whole, "F1.10 and F1.33"},
    {Said::Whole, "F1.20 == '暂无'"},
    {Said::Whole, "path == 'self'"},
    {Said::Whole, "path != 'agent'"},
    {Said::Whole, "path in ['guardian', 'joint', 'helper']"},
    {Said::Whole, "F1.06.kind == 'citizen'"},
    {Said::Whole, "F1.06.kind in ['other', 'permit']"},
    {Said::Whole, "F1.91.kind == 'helper'"},
    {Said::Whole, "F1.80.类型 == '银行卡'"},
    {Said::Whole, "F1.10.关系 == '朋友邻居'"},
    {Said::Whole, "has(F1.51.关系, '妻')"},
    {Said::Whole, "'没有' in F1.90.状态"},
    {Said::Whole, "F1.51.关系 == '妻'"},
    {Said::Whole, "F1.55.住房 != '是'"},
    {Said::Whole, "true"},
    {Said::Whole, "false"},
    {Said::Whole, "1 == 1 and F1.33 == '执行'"},
    {Said::Bounded, "age(F1.05) < 18"},
    {Said::Bounded, "not (age(F1.05) < 18) and F1.33 == '执行'"},
    {Said::Bounded, "count(F1.51) > 1"},
    {Said::Bounded, "sum(F1.51.年收入) > 100"},
    {Said::Bounded, "F1.70 == 96000"},
    {Said::Bounded, "F1.36.文书日期 < '2025-12-01'"},
    {Said::Bounded, "F1.36.已得金额 < F1.36.判赔金额"},
    {Said::Bounded, "unknown(F1.09) or F1.33 == '执行'"},
    {Said::Bounded, "F1.50 == F1.42"},
    {Said::Bounded, "F1.03 == '男'"},
    {Said::Bounded, "not empty(F1.52)"},
};

// How the condition is put on the field.
enum class On { When, Show, Both };

domain::FormDefinition form_with(const Expression& condition, On on) {
    domain::FormDefinition form = test::demo_pack().form;
    for (Field& field : form.fields) {
        if (field.code != kField) continue;
        if (on != On::Show) field.need = domain::Need::When;
        if (on != On::Show) field.when = condition;
        if (on != On::When) field.show = condition;
    }
    return form;
}

// Random answers to what the condition speaks of, and something sound, unsound or nothing for the field itself.
void walk(const Condition& one, On on, base::SeededRandom& random, std::map<std::string, std::vector<Json>>& tried,
          test::Tally& tally) {
    const auto condition = Expression::parse(one.source);
    REQUIRE_MESSAGE(condition, one.source);
    const domain::FormDefinition form = form_with(*condition, on);
    const test::BothWays both(form, one.said == Said::Whole ? "" : kField);
    std::vector<std::string> codes{"F1.33"};
    for (const std::string& name : condition->names()) {
        const std::string code(domain::split_form_name(name).code);
        if (form.field(code) != nullptr) codes.push_back(code);
        if (code == "path") codes.insert(codes.end(), {"F1.21", "F1.20", "F1.15", "F1.91"});
        if (code == "F1.05" || code == "F1.03") codes.push_back("F1.06");
    }
    const Json sound = test::example();
    for (int round = 0; round < 18; ++round) {
        Json changed = sound;
        std::string what = std::string(one.source) + ": ";
        changed.erase(kField);
        if (round % 3 == 1) changed[kField] = "汉族";
        if (round % 3 == 2) changed[kField] = random.next() % 2 == 0 ? Json("x") : Json("");
        for (const std::string& code : codes) {
            const Field& field = *form.field(code);
            std::vector<Json>& values = tried[code];
            if (values.empty()) values = test::values_for(field);
            const std::size_t how = random.next() % 6;
            if (how == 0) changed.erase(code);
            if (how == 1) changed[code] = values[random.next() % values.size()];
            if (how > 2) changed[code] = test::sound_value(field, random);
            what += code + " = " + changed.value(code, Json()).dump(-1, ' ', false) + "; ";
        }
        both.compare(changed, what, tally);
    }
}

}  // namespace

TEST_CASE("conditions: what a schema can say it says wholly, of the rest never too much") {
    const std::uint64_t seed = 7;
    CAPTURE(seed);
    base::SeededRandom random(seed);
    std::map<std::string, std::vector<Json>> tried;
    for (const On on : {On::When, On::Show, On::Both}) {
        test::Tally tally;
        for (const Condition& one : kConditions)
            walk(one, on, random, tried, tally);
        CHECK(tally.accepted > 200);
        CHECK(tally.refused > 200);
        CHECK(tally.unsaid > 3);
    }
}

TEST_CASE("conditions of the parts of a group") {
    const std::uint64_t seed = 8;
    CAPTURE(seed);
    base::SeededRandom random(seed);
    for (const On on : {On::When, On::Show, On::Both}) {
        domain::FormDefinition form = test::demo_pack().form;
        for (Field& field : form.fields) {
            if (field.code != "F1.36") continue;
            Field& date = field.columns.back();
            REQUIRE(date.type == domain::FieldType::Date);
            if (on != On::Show) date.need = domain::Need::When;
            if (on != On::Show) date.when = *Expression::parse("F1.50 > 2");
            if (on != On::When) date.show = *Expression::parse("F1.50 > 1 and F1.36.已得金额 != 7");
        }
        const test::BothWays both(form, on == On::When ? "" : "F1.36");
        test::Tally tally;
        const Json sound = test::example();
        for (int round = 0; round < 200; ++round) {
            Json changed = sound;
            const auto any_of = [&](std::initializer_list<Json> values) {
                return values.begin()[random.next() % values.size()];
            };
            changed["F1.50"] = any_of({1, 2, 3, "x"});
            changed["F1.36"]["文书日期"] = any_of({"2025-11-18", "", "2025-13-18", "不清楚", 7});
            if (random.next() % 4 == 0) changed["F1.36"].erase("文书日期");
            if (random.next() % 6 == 0) changed["F1.36"] = any_of({"不清楚", "", Json::object(), "x"});
            if (random.next() % 6 == 0) changed["F1.33"] = any_of({"审判", "信访"});
            both.compare(changed, changed["F1.50"].dump() + " " + changed["F1.36"].dump(-1, ' ', false), tally);
        }
        CHECK(tally.accepted > 20);
        CHECK(tally.refused > 20);
    }
}
