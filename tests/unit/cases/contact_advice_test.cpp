// What a caller must read in red before anything else.
#include "app/cases/contact_advice.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "app/cases/act_table.hpp"
#include "tests/unit/cases/story.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using test::text;

namespace {

using Call = ContactAdvice::Call;

domain::ContactWords words() {
    domain::ContactWords words;
    words.ways = {{"随时可以", true, {}, "", false, true},
                  {"只在白天", true, {8, 18}, "只能白天打。", false, true},
                  {"只由本人接", true, {}, "只跟本人说。", false, true},
                  {"不要打家里电话", true, {}, "不要打家里的电话。", false, false},
                  {"先联系备用联系人", true, {}, "先找带话的人。", true, true},
                  {"不要打电话", false, {}, "不要打电话。", false, true}};
    words.messages = {{"不要留", "什么也不要留。"}};
    words.number = "只打{number}";
    words.hide = "不能让{who}知道";
    words.between = "、";
    words.word = "先说{word}";
    words.hours = "{from}点到{to}点打";
    words.own = "交代过：{say}";
    words.alert = "先处理警示";
    words.not_now = "{from}点到{to}点再打";
    words.disputed = "两个人记的不一样";
    words.lost = {{"died", "已经去世"}, {"moved", "搬走了"}, {"wrong_number", "号码不对"}};
    return words;
}

// 2026-11-23, at this hour in China.
base::Instant at(int hour) { return {1'795'363'200'000 + hour * std::int64_t{3'600'000}}; }

ContactAdvice advice(const domain::SafeContact& contact, int hour = 10) {
    return contact_advice(contact, false, words(), at(hour));
}
ContactAdvice advice(const char* rule, int hour = 10) {
    domain::SafeContact contact;
    contact.rule = rule;
    contact.phone = "13900000000";
    return advice(contact, hour);
}

domain::SafeContact everything() {
    return {"只由本人接", "", "13800000000", "不要留", {"配偶", "公婆岳父母"}, "桂花", "13900000000", "张三 137"};
}

domain::Answer answer(const char* said) { return {std::string(said)}; }

using Red = std::vector<std::string>;

}  // namespace

TEST_CASE("without a rule nothing is red, and the number is the application's") {
    CHECK(advice("").call == Call::Now);
    CHECK(advice("").red.empty());
    CHECK(advice("").number == "13900000000");
}

TEST_CASE("'at any time' is no rule, also where a case of before holds it as one") {
    domain::SafeContact contact;
    contact.rule = "随时可以";
    CHECK_FALSE(domain::is_guarded(contact, words()));
    CHECK(advice(contact).red.empty());
    contact.rule = "只由本人接";
    CHECK(domain::is_guarded(contact, words()));
    contact = {};
    contact.hide = {"配偶"};
    CHECK(domain::is_guarded(contact, words()));
}

TEST_CASE("hours are China's, and their ends are exact") {
    const char* rule = "只在白天";
    CHECK(domain::hour_in_china(at(0)) == 0);
    CHECK(domain::hour_in_china({-1}) == 7);
    for (const auto& [hour, call] : {std::pair{7, Call::NotNow}, {8, Call::Now}, {17, Call::Now}, {18, Call::NotNow}})
        CHECK(advice(rule, hour).call == call);
    CHECK(advice(rule, 7).red == Red{"8点到18点再打", "只能白天打。"});
    CHECK(advice(rule, 7).number.empty());
    CHECK(advice(rule, 8).number == "13900000000");
}

TEST_CASE("hours that somebody named stand instead of those of the rule, and beside any other") {
    domain::SafeContact contact;
    contact.rule = "只在白天";
    contact.hours = "9-11";
    CHECK(advice(contact, 8).call == Call::NotNow);
    CHECK(advice(contact, 8).red == Red{"9点到11点再打", "9点到11点打"});
    CHECK(advice(contact, 10).red == Red{"9点到11点打"});
    contact.rule = "婆婆在家";
    CHECK(advice(contact, 12).call == Call::NotNow);
    CHECK(advice(contact, 10).red == Red{"交代过：婆婆在家", "9点到11点打"});
    for (const char* wrong : {"", "9", "11-9", "9-25", "9:00-11", "-1-3"})
        CHECK_FALSE(domain::read_call_hours(wrong).has_value());
}

TEST_CASE("every answer that belongs to it is told, in order, and the safe number is the only one") {
    const ContactAdvice told = advice(everything());
    CHECK(told.call == Call::Now);
    CHECK(told.number == "13800000000");
    CHECK(told.red ==
          Red{"只跟本人说。", "只打13800000000", "什么也不要留。", "不能让配偶、公婆岳父母知道", "先说桂花"});
    CHECK(contact_sentences(everything(), words()) == told.red);
}

TEST_CASE("who must not be called is not; words of somebody's own are read by people") {
    CHECK(advice("不要打电话").call == Call::Never);
    CHECK(advice("不要打电话").number.empty());
    CHECK(advice("晚上别打，婆婆在家").call == Call::ReadOwn);
    CHECK(advice("晚上别打，婆婆在家").red == Red{"交代过：晚上别打，婆婆在家"});
    domain::SafeContact silent = everything();
    silent.rule = "不要打电话";
    CHECK(advice(silent).number.empty());
    CHECK(advice(silent).red == Red{"不要打电话。", "什么也不要留。", "不能让配偶、公婆岳父母知道"});
}

TEST_CASE("what somebody said is quoted with one full stop, theirs or the sentence's") {
    domain::ContactWords quoting = words();
    quoting.own = "本人交代过：“{say}”。";
    for (const char* said : {"晚上别打，婆婆在家", "晚上别打，婆婆在家。"}) {
        domain::SafeContact contact;
        contact.rule = said;
        CHECK(contact_advice(contact, false, quoting, at(10)).red == Red{"本人交代过：“晚上别打，婆婆在家”。"});
    }
}

TEST_CASE("the number is the relay's where that one is first, and none that stands in the house") {
    domain::SafeContact contact;
    contact.phone = "0571-64200006";
    contact.relay = "张三 137";
    contact.rule = "先联系备用联系人";
    CHECK(advice(contact).number == "张三 137");
    contact.rule = "不要打家里电话";
    CHECK(advice(contact).number.empty());
    contact.phone = "13900000000";
    CHECK(advice(contact).number == "13900000000");
}

TEST_CASE("an open alert of danger comes before everything, and nobody is called until it is handled") {
    AidCase aid;
    aid.contact = everything();
    aid.care.alerts.push_back({aid.id, "unsafe", {}, {}, {}});
    const ContactAdvice told = contact_advice(aid, words(), at(10));
    CHECK(told.call == Call::Danger);
    CHECK(told.red.front() == "先处理警示");
    CHECK(told.number.empty());
    aid.care.alerts.front().handled = aid.id;
    CHECK(contact_advice(aid, words(), at(10)).call == Call::Now);
}

TEST_CASE("reported: a number that is withheld stands in no sentence either") {
    const auto names_it = [](const ContactAdvice& told) {
        return std::any_of(told.red.begin(), told.red.end(),
                           [](const std::string& each) { return each.find("13800000000") != std::string::npos; });
    };
    AidCase aid;
    aid.contact = everything();
    CHECK(names_it(contact_advice(aid, words(), at(10))));  // the control
    aid.care.alerts.push_back({aid.id, "unsafe", {}, {}, {}});
    CHECK_FALSE(names_it(contact_advice(aid, words(), at(10))));
    aid.care.alerts.front().handled = aid.id;
    CHECK(names_it(contact_advice(aid, words(), at(10))));
    domain::SafeContact timed = everything();
    timed.hours = "9-11";
    CHECK(names_it(advice(timed, 10)));
    CHECK_FALSE(names_it(advice(timed, 12)));
    CHECK(names_it(ContactAdvice{{}, {}, contact_sentences(timed, words())}));  // a paper is read at any hour
    domain::SafeContact lost = everything();
    lost.lost = "moved";
    CHECK_FALSE(names_it(advice(lost)));
    lost = everything();
    lost.is_disputed = true;
    CHECK_FALSE(names_it(advice(lost)));
}

TEST_CASE("what a case holds is written from the application's answers, and older cases are filled up by them") {
    domain::Application application;
    CHECK(domain::contact_of(application, words()) == domain::SafeContact{});
    application.answers["F1.09"] = answer("13900000000");
    application.answers["F1.11"] = answer("随时可以");
    application.answers["F1.11c"] = {domain::TextList{"配偶", "子女"}};
    domain::SafeContact of = domain::contact_of(application, words());
    CHECK(of.phone == "13900000000");
    CHECK(of.rule.empty());
    CHECK(of.hide.empty());
    application.answers["F1.11"] = answer("只由本人接");
    application.answers["F1.11a"] = answer("13800000000");
    application.answers["F1.10"] = {domain::Row{{"姓名", "张三"}, {"电话", "137"}}};
    of = domain::contact_of(application, words());
    CHECK(of.rule == "只由本人接");
    CHECK(of.hide == std::vector<std::string>{"配偶", "子女"});
    CHECK(of.relay == "张三 137");
    domain::SafeContact before;
    before.rule = "只由本人接";
    CHECK(domain::filled_up(before, of) == of);
}

TEST_CASE("a case that is opened bears the whole of it") {
    test::Story story;
    story.act("registrar", "case_opened",
              {{"applicant", text("申屠静")},
               {"source", text("window")},
               {"contact_rule", text("只由本人接")},
               {"contact_hours", text("9-11")},
               {"safe_number", text("13800000000")},
               {"hide_from", std::vector<std::string>{"配偶"}},
               {"agreed_word", text("桂花")},
               {"phone", text("13900000000")}});
    const domain::SafeContact contact = story.fold().contact;
    CHECK(contact.number == "13800000000");
    CHECK(contact.hours == "9-11");
    CHECK(contact.hide == std::vector<std::string>{"配偶"});
    CHECK(advice(contact, 12).call == Call::NotNow);
    Fields wrong{{"applicant", text("甲")}, {"source", text("window")}, {"contact_hours", text("早上")}};
    CHECK(check_fields(*find_act("case_opened"), wrong)->code == "field.contact_hours");
}
