// Answers of the form that somebody types as they open a case, instead of taking it from an application.
#include <doctest/doctest.h>

#include "app/domain/village.hpp"
#include "app/worker/case_acts.hpp"
#include "app/worker/case_shelf.hpp"
#include "tests/support/small_court.hpp"

using namespace courtyard;
using namespace courtyard::worker;
using test::SmallCourt;

TEST_CASE("reported: typed answers that the form does not take are refused by their names") {
    SmallCourt court;
    const auto registrar = court.laptop("registrar", mail::Role::Registrar);
    const base::Instant now = SmallCourt::kNow;
    const auto open = [&](const std::string& answers) -> std::string {
        const auto about = open_case(
            *registrar, {{"applicant", test::text("冶㛚")}, {"source", test::text("window")}, {"answers", answers}},
            now, court.random);
        return about ? about->text() : about.error().code + " " + about.error().message;
    };
    const auto has = [](const std::string& whole, std::string_view part) {
        CHECK_MESSAGE(whole.find(part) != std::string::npos, whole);
    };
    const std::string kind = open(R"({"F1.01":"冶㛚","F1.90":true,"F1.20":{"姓名":"甲","民族":"畲族"}})");
    has(kind, "fact.answers.field");
    has(kind, "F1.90 材料清单");
    has(kind, "F1.20.民族");
    has(open(R"({"F1.01":"冶㛚","F9.99":"x"})"), "F9.99");
    for (const char* none : {"{bad", "[1]"})
        has(open(none), "fact.answers.json");
    // An account would lie open before everybody on the case; the sentence does not say it again.
    const std::string account = open(R"({"F1.01":"冶㛚","F1.80":{"账号":"6217001210024455"}})");
    has(account, "fact.answers.account");
    CHECK(account.find("6217001210024455") == std::string::npos);
    CHECK(all_cases(*registrar).value().size() == 0);

    // The control; and where they live is known without being written twice.
    const std::string sound =
        open(R"({"F1.01":"冶㛚","F1.08":"浙江省测试县云坞乡石桥村9组","F1.31":"（2026）浙0199刑初66号"})");
    CHECK(all_cases(*registrar).value().size() == 1);
    const auto about = cases::CaseId::parse(sound);
    REQUIRE(about.has_value());
    const auto folded = case_of(*registrar, *about).value();
    CHECK(folded.village == domain::village_in("浙江省测试县云坞乡石桥村9组", registrar->pack().places));
    CHECK(folded.village.ends_with("石桥村"));
    CHECK(folded.original_case == "（2026）浙0199刑初66号");
    // What somebody wrote beside them stands.
    const auto written = open_case(*registrar,
                                   {{"applicant", test::text("冶㛚")},
                                    {"source", test::text("window")},
                                    {"village", test::text("别处村")},
                                    {"answers", test::text(R"({"F1.08":"浙江省测试县云坞乡石桥村9组"})")}},
                                   now, court.random);
    REQUIRE(written.has_value());
    CHECK(case_of(*registrar, *written)->village == "别处村");
}
