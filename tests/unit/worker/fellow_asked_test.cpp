// A relative whom nobody had asked when the form was filled: compared with other cases as soon as they say yes.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/domain/identity_number.hpp"
#include "app/flow/case_desk.hpp"
#include "app/worker/case_acts.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/case_views.hpp"
#include "tests/support/small_court.hpp"

using namespace courtyard;
using namespace courtyard::worker;
using test::SmallCourt;
using test::text;

namespace {

constexpr const char* kMother = "330199198603020040";
constexpr const char* kHelped = "330199199001010014";
constexpr const char* kOther = "33019919910101001X";
constexpr const char* kOriginal = "（2026）浙0199执2号";

std::string valid(std::string number) {
    number.resize(17);
    return number + domain::identity_check_character(number);
}

struct RelativesOffice {
    SmallCourt court;
    std::unique_ptr<Machine> registrar = court.laptop("registrar", mail::Role::Registrar);
    base::Instant now = SmallCourt::kNow;

    explicit RelativesOffice(std::uint64_t seed) : court(seed) {}
    cases::CaseId open(const std::string& answers) {
        now = now + 60'000;
        const auto about = open_case(*registrar,
                                     {{"applicant", text("申屠静")},
                                      {"source", text("window")},
                                      {"answers", answers},
                                      {"original_case", text(kOriginal)}},
                                     now, court.random);
        REQUIRE_MESSAGE(about.has_value(), about.error().message);
        return *about;
    }
    std::size_t asked(const cases::CaseId& about) {
        const auto all = facts_of(*registrar, about).value();
        return static_cast<std::size_t>(
            std::count_if(all.begin(), all.end(), [](const cases::Fact& fact) { return fact.kind == "double_asked"; }));
    }
    std::string say(const cases::CaseId& about, const cases::Fields& fields) {
        now = now + 60'000;
        const auto done = act(*registrar, {about, "fellow_asked", fields}, now, court.random);
        return done ? std::string("signed") : done.error().code;
    }
};

}  // namespace

TEST_CASE("relatives apply together where somebody died, and the other party is never one of them") {
    RelativesOffice office(83);
    const auto form = [&](const char* rest) {
        return office.open(R"({"F1.06":{"type":"居民身份证","number":")" + valid(kMother) + "\"}" + rest + "}");
    };
    const auto fellow = [](const char* name) {
        return cases::Fields{{"name", text(name)}, {"wish", text("applies")}, {"relation", text("儿子")}};
    };
    const auto offered = [&](const cases::CaseId& about) {
        const auto view = view_case(*office.registrar, about, office.now, Looking::LiesOpen);
        REQUIRE(view.has_value());
        const auto acts = flow::possible_acts(*view, office.now);
        return std::any_of(acts.begin(), acts.end(), [](const auto& each) { return each.kind == "fellow_asked"; });
    };
    const auto upkeep = form(R"(,"F1.13":"申请执行人","F1.35":"濮阿狗","F1.40":["E6"],"F1.41":["财产"])");
    CHECK(office.say(upkeep, fellow("濮阿凤")) == "fact.fellow.nobody");
    CHECK_FALSE(offered(upkeep));
    // Who brought it to court says nothing of it; what the harm was does, and whose relative the applicant is.
    for (const char* rest : {R"(,"F1.13":"申请执行人","F1.35":"濮阿狗、濮阿猫","F1.41":["死亡","财产"])",
                             R"(,"F1.13":"近亲属","F1.35":"濮阿狗","F1.40":["E8"])",
                             R"(,"F1.13":"被害人","F1.35":"濮阿狗","F1.40":["E3"])",
                             R"(,"F1.13":"申请执行人","F1.35":"濮阿狗","F1.41":"不清楚")", R"(,"F1.35":"濮阿狗")"}) {
        CAPTURE(rest);
        const auto about = form(rest);
        CHECK(offered(about));
        CHECK(office.say(about, fellow("濮阿狗")) == "fact.fellow.opponent");
        CHECK(office.say(about, fellow("濮阿凤")) == "signed");  // the control
    }
}

TEST_CASE("a relative is compared with other cases as soon as they have said that they apply") {
    for (const bool is_named : {true, false}) {
        CAPTURE(is_named);
        RelativesOffice office(is_named ? 81 : 82);
        office.open(R"({"F1.06":{"type":"居民身份证","number":")" + valid(kHelped) + R"("}})");
        const auto joint =
            office.open(R"({"F1.06":{"type":"居民身份证","number":")" + valid(kMother) +
                        R"("},"F1.15":[{"姓名":"骆小满","关系":"儿子","证件类型":"居民身份证","证件号码":")" +
                        valid(is_named ? kHelped : kOther) + R"(","意愿":"还没问到"}]})");
        CHECK(office.asked(joint) == 0);  // the control
        cases::Fields heard{{"name", text(is_named ? "骆小满" : "骆一苗")}, {"wish", text("declines")}};
        if (!is_named) {
            CHECK(office.say(joint, heard) == "fact.fellow.unknown");
            heard["relation"] = text("女儿");
            heard["document"] = valid(kHelped);
        }
        CHECK(office.say(joint, heard) == "signed");
        CHECK(office.asked(joint) == 0);
        heard["wish"] = text("applies");
        CHECK(office.say(joint, heard) == "signed");
        CHECK(office.asked(joint) == 1);
    }
}
