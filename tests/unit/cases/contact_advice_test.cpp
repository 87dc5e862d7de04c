// What a caller must read in red before anything else.
#include "app/cases/contact_advice.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace courtyard;
using namespace courtyard::cases;

namespace {

using Call = ContactAdvice::Call;

domain::ContactWords words() {
    domain::ContactWords words;
    words.ways = {{"随时可以", true, 0, 24, ""},
                  {"只在白天", true, 8, 18, "只能白天打。"},
                  {"只由本人接", true, 0, 24, "只跟本人说。"},
                  {"不要打电话", false, 0, 24, "不要打电话。"}};
    words.messages = {{"不要留", "什么也不要留。"}};
    words.number = "只打{number}";
    words.hide = "不能让{who}知道";
    words.word = "先说{word}";
    words.own = "交代过：{say}";
    words.alert = "先处理警示";
    words.not_now = "{from}点到{to}点再打";
    return words;
}

// 2026-11-23, at this hour in China.
base::Instant at(int hour) { return {1'795'363'200'000 + hour * std::int64_t{3'600'000}}; }

ContactAdvice advice(const char* rule, int hour = 10) {
    AidCase aid;
    aid.contact_rule = rule;
    return contact_advice(aid, words(), at(hour));
}

domain::Answer answer(const char* text) { return {std::string(text)}; }

}  // namespace

TEST_CASE("without a rule nothing is red") {
    CHECK(advice("").call == Call::Now);
    CHECK(advice("").red.empty());
}

TEST_CASE("hours are China's, and their ends are exact") {
    const char* rule = "F1.11=只在白天";
    CHECK(domain::hour_in_china(at(0)) == 0);
    CHECK(domain::hour_in_china({-1}) == 7);
    for (const auto& [hour, call] : {std::pair{7, Call::NotNow}, {8, Call::Now}, {17, Call::Now}, {18, Call::NotNow}})
        CHECK(advice(rule, hour).call == call);
    CHECK(advice(rule, 7).red == std::vector<std::string>{"8点到18点再打", "只能白天打。"});
}

TEST_CASE("every answer that belongs to it is told, in order") {
    const ContactAdvice told =
        advice("F1.11=只由本人接\nF1.11a=13800000000\nF1.11b=不要留\nF1.11c=配偶 公婆岳父母\nF1.11d=桂花");
    CHECK(told.call == Call::Now);
    CHECK(told.number == "13800000000");
    CHECK(told.red == std::vector<std::string>{"只跟本人说。", "只打13800000000", "什么也不要留。",
                                               "不能让配偶 公婆岳父母知道", "先说桂花"});
}

TEST_CASE("who must not be called is not; words of somebody's own are read by people") {
    CHECK(advice("F1.11=不要打电话").call == Call::Never);
    CHECK(advice("晚上别打，婆婆在家").call == Call::ReadOwn);
    CHECK(advice("晚上别打，婆婆在家").red == std::vector<std::string>{"交代过：晚上别打，婆婆在家"});
    CHECK(advice("F1.11=一种新的回答").call == Call::ReadOwn);
    CHECK(advice("F1.11a=13800000000").call == Call::ReadOwn);
}

TEST_CASE("an open alert of danger comes before everything") {
    AidCase aid;
    aid.contact_rule = "F1.11=只由本人接";
    aid.care.alerts.push_back({aid.id, "unsafe", {}, {}, {}});
    const ContactAdvice told = contact_advice(aid, words(), at(10));
    CHECK(told.call == Call::Danger);
    CHECK(told.red.front() == "先处理警示");
    aid.care.alerts.front().handled = aid.id;
    CHECK(contact_advice(aid, words(), at(10)).call == Call::Now);
}

TEST_CASE("the rule of a case is written from the application's answers and read as it was written") {
    domain::Application application;
    CHECK(domain::contact_rule_of(application, words()).empty());
    application.answers["F1.11"] = answer("随时可以");
    CHECK(domain::contact_rule_of(application, words()).empty());
    application.answers["F1.11"] = answer("只由本人接");
    application.answers["F1.11c"] = {domain::TextList{"配偶", "子女"}};
    application.answers["F1.09"] = answer("13900000000");
    const std::string rule = domain::contact_rule_of(application, words());
    CHECK(rule == "F1.11=只由本人接\nF1.11c=配偶 子女");
    const auto read = domain::read_contact_rule(rule);
    REQUIRE(read.has_value());
    CHECK(read->at("F1.11c") == "配偶 子女");
    CHECK_FALSE(domain::read_contact_rule("F1.09=1").has_value());
}
