// Applications as an adversarial reviewer filed them, against the shipped pack.
#include <algorithm>

#include <nlohmann/json.hpp>

#include "app/pack/application_json.hpp"
#include "app/pack/form_schema.hpp"
#include "app/pack/screening_json.hpp"
#include "tests/unit/pack/demo_pack.hpp"

using namespace courtyard;
using namespace courtyard::pack;
using Json = nlohmann::json;
using Texts = std::vector<std::string>;

namespace {

std::vector<domain::Problem> problems_with(const Json& changes) {
    Json application = Json::parse(form_and_example(test::demo_pack())).at("example");
    application.merge_patch(changes);  // null: left out
    const auto parsed = parse_application(test::demo_pack().form, application.dump());
    REQUIRE_MESSAGE(parsed, parsed.error().message);
    return domain::check(test::demo_pack().form, *parsed, {test::today(), &test::demo_pack().areas, std::nullopt});
}

Texts told(const Json& changes, domain::Severity severity) {
    Texts out;
    for (const domain::Problem& problem : domain::only(severity, problems_with(changes)))
        out.push_back(domain::place(problem) + " " + problem.code);
    return out;
}
Texts errors(const Json& changes) { return told(changes, domain::Severity::Error); }
// Without the one of the example itself, whose area is nobody's on purpose.
Texts warnings(const Json& changes) {
    Texts out = told(changes, domain::Severity::Warning);
    std::erase(out, "F1.06 identity.area_unknown");
    return out;
}

std::string sentence_of(const Json& changes) {
    for (const domain::Problem& problem : domain::only(domain::Severity::Error, problems_with(changes)))
        return sentence(test::demo_pack(), problem);
    return "";
}
bool says(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("reported: what a person must be told before filing is there as warnings") {
    CHECK(told(Json::object(), domain::Severity::Warning) == Texts{"F1.06 identity.area_unknown"});
    CHECK(warnings({{"F1.08", "999999 某地"}}) == Texts{"F1.08 area.unknown"});
    CHECK(warnings({{"F1.07", "330199某地"}}) == Texts{"F1.07 area.unknown"});
    CHECK(warnings({{"F1.07", "３３０１９９某地"}}) == Texts{"F1.07 area.unknown"});
    CHECK(warnings({{"F1.07", "330122 桐庐县"}}).empty());
    CHECK(warnings({{"F1.70", 9'999'999}}).empty());
    CHECK(warnings({{"F1.70", "9999999.01"}}) == Texts{"F1.70 money.confirm"});
    CHECK(warnings({{"F1.43", {{"总额", "1000.0001万"}}}}) == Texts{"F1.43.总额 money.confirm"});
    CHECK(warnings({{"F1.80", {{"户名", "别人"}}}}) == Texts{"F1.80.户名 account.holder"});
    CHECK(warnings({{"F1.80", {{"户名", "应小禾"}}}}) == Texts{"F1.80.户名 account.holder"});  // only carries word
    CHECK(warnings({{"F1.80", {{"户名", " 应𫖯安 "}}}}).empty());
    CHECK(warnings({{"F1.02", "王\xEE\xA1\xA3"}}) == Texts{"F1.02 name.private_use"});
    CHECK(warnings({{"F1.10", {{"姓名", "王\xEE\xA1\xA3"}}}}) == Texts{"F1.10.姓名 name.private_use"});
    CHECK(warnings({{"F1.35", "王\xEE\xA1\xA3"}}) == Texts{"F1.35 answer.private_use"});
}

TEST_CASE("reported: an agent's account is a foreign one unless the agent may collect") {
    const Json agent = {{"姓名", "章绮禾"}, {"类别", "近亲属"}, {"证件号码", "暂无"}, {"电话", "13800000003"}};
    const auto holder = [&](const Json& powers) {
        return warnings({{"F1.21", agent}, {"F1.22", powers}, {"F1.80", {{"户名", "章绮禾"}}}});
    };
    CHECK(holder({"代为申请"}) == Texts{"F1.80.户名 account.holder"});
    CHECK(holder("不清楚") == Texts{"F1.80.户名 account.holder"});
    CHECK(holder({"代为申请", "代为领取"}).empty());
    const Json fellow = Json::array({{{"姓名", "骆一苗"}, {"关系", "女儿"}, {"证件类型", "暂无"}}});
    CHECK(warnings({{"F1.15", fellow}, {"F1.80", {{"户名", "骆一苗"}}}}).empty());
}

TEST_CASE("reported: who acts for whom is looked at, and a machine judges nobody") {
    const auto odd = [](const Json& changes) {
        Texts out = warnings(changes);
        std::erase_if(out, [](const std::string& one) { return !says(one, "party.") && !says(one, "household."); });
        return out;
    };
    const char* const own = "330199198603140177";
    const char* const child = "330199201910110466";
    const auto guardian = [&](const char* number) {
        return Json{{"F1.06", child}, {"F1.20", {{"姓名", "章绮禾"}, {"关系", "母亲"}, {"证件号码", number}}}};
    };
    CHECK(odd(guardian("330199198911220283")).empty());
    CHECK(odd(guardian(child)) == Texts{"F1.20.证件号码 party.same_person"});

    const auto fellow = [](const char* name, const char* number) {
        return Json{{"姓名", name}, {"关系", "儿子"}, {"证件类型", "居民身份证"}, {"证件号码", number}};
    };
    const auto fellows = [&](const Json& rows) { return odd({{"F1.13", "近亲属"}, {"F1.15", rows}}); };
    CHECK(fellows(Json::array({fellow("骆一苗", "330199198911220283")})).empty());
    CHECK(fellows(Json::array({fellow("骆一苗", own)})) == Texts{"F1.15[1].证件号码 party.same_person"});
    CHECK(fellows(Json::array({fellow("骆一苗", "330199198911220283"), fellow("骆二苗", "330199198911220283")})) ==
          Texts{"F1.15[2].证件号码 party.same_person"});
    const Json unnumbered = {{"姓名", "骆一苗"}, {"关系", "儿子"}, {"证件类型", "暂无"}};
    CHECK(fellows(Json::array({unnumbered, unnumbered})) == Texts{"F1.15[2].姓名 party.same_person"});
    Json own_name = unnumbered;
    own_name["姓名"] = "应𫖯安";
    CHECK(fellows(Json::array({own_name})) == Texts{"F1.15[1].姓名 party.same_person"});
    // Of one name, but two persons by their numbers.
    CHECK(fellows(Json::array({fellow("应𫖯安", "330199198911220283")})).empty());

    Json minor = fellow("骆小满", child);
    CHECK(fellows(Json::array({minor})) == Texts{"F1.15[1].监护人 party.needs_guardian"});
    minor["监护人"] = "没有";
    CHECK(fellows(Json::array({minor})) == Texts{"F1.15[1].监护人 party.needs_guardian"});
    minor["监护人"] = "章绮禾";
    CHECK(fellows(Json::array({minor})).empty());

    const Json agent = {{"姓名", "章绮禾"}, {"类别", "近亲属"}, {"证件号码", "暂无"}, {"电话", "13800000003"}};
    const auto powers = [&](const Json& given) { return odd({{"F1.21", agent}, {"F1.22", given}}); };
    CHECK(powers({"代为领取"}) == Texts{"F1.22 party.no_authority"});
    CHECK(powers({"代为领取", "代为申请"}).empty());
    CHECK(powers("不清楚").empty());

    CHECK(odd({{"F1.50", "1"}}) == Texts{"F1.51 household.more_rows"});
    CHECK(odd({{"F1.50", "9"}}).empty());
}

TEST_CASE("reported: notice and sensitive consent are needed from everybody") {
    CHECK(errors({{"F2.11", nullptr}}) == Texts{"F2.11 declaration.needed"});
    CHECK(errors({{"F2.11", false}}) == Texts{"F2.11 declaration.needed"});
    const Json bare = {{"F1.12", nullptr}, {"F1.14", nullptr}, {"F1.41", {"财产"}}, {"F1.42", nullptr},
                       {"F1.43", nullptr}, {"F1.53", nullptr}, {"F1.54", nullptr},  {"F1.55", nullptr},
                       {"F1.80", "暂无"},  {"F3.3", nullptr}};
    CHECK(errors(bare) == Texts{"F3.3 consent.needed"});  // family, health and need are asked of all (F1.51, F1.72)
}

TEST_CASE("reported: answers that will not be filed are named") {
    const Json given = {
        {"F3.5", true}, {"F1.91a", "章绮禾"}, {"F1.22", {"代为申请"}}, {"F1.42", nullptr}, {"F1.41", {"重伤"}}};
    CHECK(domain::dropped(problems_with(given)) == Texts{"F1.91a", "F1.22", "F3.5"});
    CHECK(domain::dropped(problems_with(Json::object())).empty());
    // Whatever they say: nothing of them is kept.
    CHECK(errors({{"F1.41", {"重伤"}}, {"F1.42", "many"}}).empty());
    CHECK(domain::dropped(problems_with({{"F1.41", {"重伤"}}, {"F1.42", "many"}})) == Texts{"F1.42"});
}

TEST_CASE("reported: one mistake is one complaint, and it is the cause") {
    for (const char* number : {"330199198603140178", "330199860314017", "33019919860314017", "3301991986031401777",
                               "330199208603140177", "330199198613140177", "x"}) {
        const Texts wrong = errors({{"F1.06", number}});
        REQUIRE_MESSAGE(wrong.size() == 1, number);
        CHECK(wrong[0].starts_with("F1.06 identity."));
        CHECK(errors({{"F1.06", {{"type", "居民身份证"}, {"number", number}}}}) == wrong);
    }
    CHECK(errors({{"F1.06", nullptr}}) == Texts{"F1.06 answer.required"});
    CHECK(errors({{"F1.51", nullptr}}) == Texts{"F1.51 answer.required"});
    CHECK(errors({{"F1.51", Json::array({{{"关系", "本人"}}})}}) == Texts{"F1.51[1].年龄段 answer.required",
                                                                          "F1.51[1].劳动能力 answer.required",
                                                                          "F1.51[1].年收入 answer.required"});
    // Where nothing is wrong with the sources, what does not follow from them must be answered.
    CHECK(errors({{"F1.06", "暂无"}}) == Texts{"F1.03 answer.required", "F1.05 answer.required"});
    CHECK(errors({{"F1.06", "暂无"}, {"F1.03", "男"}, {"F1.05", "1986-03-14"}}).empty());
    const Json unclear =
        Json::array({{{"关系", "本人"}, {"年龄段", "成年"}, {"劳动能力", "有"}, {"年收入", "不清楚"}}});
    CHECK(errors({{"F1.51", unclear}}) == Texts{"F1.52 answer.required"});
    // An answer of its own that is wrong stays a complaint.
    CHECK(errors({{"F1.06", "x"}, {"F1.05", "1986-13-01"}}) == Texts{"F1.05 date.format", "F1.06 identity.length"});
    CHECK(errors({{"F1.06", "x"}, {"F1.03", "女"}}) == Texts{"F1.06 identity.length"});
    CHECK(errors({{"F1.03", "女"}}) == Texts{"F1.03 computed.differs"});
    for (const Json& size : {Json("-1"), Json("x"), Json("0"), Json("21"), Json(-3)})
        CHECK(errors({{"F1.50", size}}).size() == 1);
}

TEST_CASE("reported: more received than awarded is asked about, and nothing is dropped") {
    const auto award = [](const char* awarded, const char* got) {
        return Json{{"F1.36", {{"判赔金额", awarded}, {"已得金额", got}}}};
    };
    CHECK(errors(award("100", "200")) == Texts{"F1.36.已得金额 computed.negative"});
    CHECK(errors(award("100", "100.01")) == Texts{"F1.36.已得金额 computed.negative"});
    CHECK(errors(award("100", "100")).empty());
    CHECK(errors(award("1万", "9999.99")).empty());
    Json with_rest = award("100", "200");
    with_rest["F1.36"]["未得金额"] = "0";
    CHECK(errors(with_rest) == Texts{"F1.36.已得金额 computed.negative"});
    CHECK(says(sentence_of(award("100", "200")), "F1.36.已得金额 生效文书和判赔金额: 照这个数算"));
}

TEST_CASE("reported: a blank telephone is no telephone") {
    CHECK(errors({{"F1.09", " "}, {"F1.10", nullptr}}) == Texts{"F1.10 answer.required"});
    CHECK(errors({{"F1.09", "　\t"}}).empty());
}

TEST_CASE("reported: advice is such that this field takes it") {
    for (const char* code : {"F1.01", "F1.13", "F1.40", "F1.50", "F1.72"}) {
        const std::string sentence = sentence_of({{code, nullptr}});
        CHECK_MESSAGE(says(sentence, "这一项还空着"), sentence);
        CHECK_MESSAGE(!says(sentence, "不清楚"), sentence);
    }
    CHECK(says(sentence_of({{"F1.31", nullptr}}), "也可以写“不清楚”。"));
    CHECK(says(sentence_of({{"F1.60", nullptr}}), "也可以写“没有”、“不清楚”。"));
    CHECK(says(sentence_of({{"F1.31", "2026浙1"}}), "也可以写“不清楚”。"));
    CHECK(says(sentence_of({{"F1.09", "123"}}), "没有的话，就不写这一项。"));
    CHECK_FALSE(says(sentence_of({{"F1.10", {{"电话", "123"}}}}), "没有"));
    CHECK(says(sentence_of({{"F1.51", Json::array()}}), "这一项还空着"));
    CHECK_FALSE(says(sentence_of({{"F1.51", Json::array()}}), "没有"));
    CHECK(says(sentence_of({{"F1.36", {{"判赔金额", nullptr}}}}), "整个F1.36也可以写“不清楚”。"));
    CHECK(says(sentence_of({{"F1.06", "330199860314017"}}),
               "十五位的老号码，现在用十八位的，请照着新身份证写。也可以写“暂无”。"));
}

TEST_CASE("reported: a wrong choice lists the choices") {
    CHECK(sentence_of({{"F1.61", "yes"}}) == "F1.61 同案是否领过司法救助金: 只能是这几种：“是”、“否”、“不知道”。");
    CHECK(says(sentence_of({{"F1.72", nullptr}}), "只能是这几种：“是”、“否”。"));
    CHECK(says(sentence_of({{"F1.33", "立案"}}), "“审判”、“执行”、“信访”、“已结”。也可以写“不清楚”。"));
    CHECK(says(sentence_of({{"F1.40", {"E0"}}}), "“E1”（被人害伤，伤得很重）、“E2”"));
    CHECK(says(sentence_of({{"F1.53", {"H0", "H2"}}}), "“H0”（都没有，也还没开证明）要单独选"));
    CHECK(says(sentence_of({{"F1.06", {{"type", "学生证"}}}}), "“居民身份证”、“户口簿”"));
    CHECK(says(sentence_of({{"F1.80", {{"类型", "卡"}}}}), "“银行卡”、“存折”、“一卡通”"));
    CHECK(says(sentence_of({{"F1.10", "应小禾"}}), "这里要分开写：“姓名”、“关系”、“电话”。"));
    CHECK(says(sentence_of({{"F1.51", "三口人"}}), "这里要一行一行写，每一行有：“关系”"));
    CHECK(says(sentence_of({{"F1.12", "大字"}}), "这里要写成一串，从这几种里选：“大字”、“语音”"));
    CHECK(says(sentence_of({{"F1.12", "大字"}}), "也可以写“没有”。"));
    const auto screened = [](const char* json) { return parse_screening_answers(json).error().message; };
    CHECK(says(screened(R"({"G1":"maybe"})"), "G1 is not one of those that this question has: yes, no, unknown"));
    CHECK(says(screened(R"({"H":["H9"]})"), "H0, H1, H2, H3, H4, H5, H6"));
    CHECK(says(screened(R"({"G2":1})"), "one of the words yes, no, police, unknown"));
    CHECK(says(screened("{\"G\\n1\":\"yes\"}"), "'G\\u000a1'"));
}

TEST_CASE("reported: full-width digits are digits wherever digits are read") {
    CHECK(errors({{"F1.06", "３３０１９９１９８６０３１４０１７７"},
                  {"F1.09", "１３８０００００００１"},
                  {"F1.10", {{"电话", "０５７１－６４２１２３４５"}}},
                  {"F1.31", "（２０２６）浙０１９９执１２３号"},
                  {"F1.36",
                   {{"文书日期", "２０２５－１１－１８"}, {"判赔金额", "９６０００"}, {"已得金额", "１，０００．５"}}},
                  {"F1.42", "９"},
                  {"F1.50", "３"},
                  {"F1.70", "９．６万"},
                  {"F1.80", {{"账号", "９９９９９９０００００００００００１４"}}}})
              .empty());
}

TEST_CASE("reported: an account that is all digits is told its length, not that it should be digits") {
    const auto book = [](const std::string& account) {
        return errors({{"F1.80", {{"类型", "存折"}, {"账号", account}}}});
    };
    CHECK(book(std::string(40, '7')) == Texts{"F1.80.账号 account.length"});
    CHECK(book("1234") == Texts{"F1.80.账号 account.length"});
    CHECK(book("12a45") == Texts{"F1.80.账号 account.digits"});
    CHECK(book(std::string(32, '7')).empty());
    CHECK(says(sentence_of({{"F1.80", {{"类型", "存折"}, {"账号", std::string(40, '7')}}}}), "五位到三十二位"));
}

TEST_CASE("every sentence is one line") {
    for (const std::string_view code : domain::problem_codes()) {
        domain::Problem problem;
        problem.field = "F1.36";
        problem.code = std::string(code);
        const std::string line = sentence(test::demo_pack(), problem);
        CHECK(line.find('\n') == std::string::npos);
        CHECK_MESSAGE(line.find("[") == std::string::npos, line);  // no word is missing
    }
}
