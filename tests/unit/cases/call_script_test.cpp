// What a caller says first, and what nobody else may hear.
#include "app/cases/call_script.hpp"

#include <doctest/doctest.h>

using namespace courtyard;
using namespace courtyard::cases;

namespace {

using Lines = std::vector<std::string>;

domain::RevisitGuide guide() {
    domain::RevisitGuide guide;
    guide.rules = {"每次都要"};
    guide.open = {{"先报法院"}, {}, {"我是{court}的{staff}", "核对词{word}", "是{applicant}吗"}, {}};
    guide.quiet = {{"先别报法院"},
                   {"给{applicant}带句话"},
                   {"先说{own_word}", "是{applicant}吗"},
                   {"我是{court}的{staff}", "核对词{word}"}};
    guide.contact.ways = {{"随时可以", true, {}, "", false, true},
                          {"只由本人接", true, {}, "只跟本人说。", false, true},
                          {"先联系备用联系人", true, {}, "先找带话的人。", true, true}};
    return guide;
}

domain::SafeContact contact(const char* rule) {
    domain::SafeContact contact;
    contact.rule = rule;
    contact.phone = "13900000000";
    contact.relay = "张三 137";
    return contact;
}

const CallNames kScriptNames{"测试法院", "骆小满", "申屠静", "青竹"};

}  // namespace

TEST_CASE("somebody who asked for no care hears the court first, then the slip's word") {
    for (const char* rule : {"", "随时可以"}) {
        CHECK_FALSE(is_quiet_call(guide(), contact(rule)));
        const SpokenScript script = call_script(guide(), contact(rule), kScriptNames);
        CHECK(script.lines == Lines{"我是测试法院的骆小满", "核对词青竹", "是申屠静吗"});
        CHECK(script.rules == Lines{"每次都要", "先报法院"});
    }
}

TEST_CASE("somebody whom a call can hurt hears their own word first, and of the court when it is known who listens") {
    domain::SafeContact guarded = contact("只由本人接");
    guarded.word = "桂花";
    const SpokenScript script = call_script(guide(), guarded, kScriptNames);
    CHECK(script.lines == Lines{"先说桂花", "是申屠静吗", "我是测试法院的骆小满", "核对词青竹"});
    CHECK(script.rules == Lines{"每次都要", "先别报法院"});
    // Words of somebody's own, which no program reads, are heeded as well.
    CHECK(call_script(guide(), contact("晚上别打"), kScriptNames).lines.front() == "是申屠静吗");
}

TEST_CASE("a word that nobody has is not said") {
    CallNames without_slip = kScriptNames;
    without_slip.day_word.clear();
    CHECK(call_script(guide(), contact("只由本人接"), without_slip).lines ==
          Lines{"是申屠静吗", "我是测试法院的骆小满"});
}

TEST_CASE("whoever passes on a word hears nothing of the court") {
    CHECK(call_script(guide(), contact("先联系备用联系人"), kScriptNames).lines.front() == "给申屠静带句话");
    // Nobody else has a telephone.
    domain::SafeContact no_phone = contact("");
    no_phone.phone.clear();
    CHECK(is_quiet_call(guide(), no_phone));
    CHECK(call_script(guide(), no_phone, kScriptNames).lines.front() == "给申屠静带句话");
    // A number of their own goes before.
    domain::SafeContact own = contact("先联系备用联系人");
    own.number = "13800000000";
    CHECK(call_script(guide(), own, kScriptNames).lines.front() == "是申屠静吗");
}
