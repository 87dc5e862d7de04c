// What other bodies could do for the person, as the court's laptop suggests it, and what modules made of data begin.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/worker/case_help.hpp"
#include "app/worker/letters.hpp"
#include "tests/unit/worker/bodies.hpp"

using namespace courtyard;
using namespace courtyard::worker;
using test::Bodies;
using test::text;
using Lines = std::vector<std::string>;

TEST_CASE_FIXTURE(Bodies, "suggestions say why, whom to ask first, and who has a mailbox; modules begin and go on") {
    const auto list = suggestions_for(*registrar, about, {}, *domain::Date::parse("2026-11-23"));
    REQUIRE_MESSAGE(list.has_value(), list.error().message);
    REQUIRE_FALSE(list->empty());
    const auto n01 = std::find_if(list->begin(), list->end(),
                                  [](const SuggestedHelp& each) { return each.suggestion.door->id == "N01"; });
    if (n01 != list->end()) {
        CHECK(n01->suggestion.agreed == Lines{"civil_affairs"});
        CHECK(n01->mailboxes == Lines{"civil_affairs"});
    }
    CHECK(suggestions_for(*registrar, about, {"no such need"}, *domain::Date::parse("2026-11-23")).error().code ==
          "case.need");
    const auto modules = modules_of(*registrar, about).value();
    REQUIRE(modules.size() >= 3);
    for (const ModuleEntry& each : modules) {
        CHECK(each.run.stage.empty());
        CHECK_FALSE(each.acts.empty());
    }
    CHECK(try_to(*registrar, "module", {{"module", text("fee_relief")}, {"act", text("propose")}}).error().code ==
          "fact.role");
    CHECK(try_to(*registrar, "module", {{"module", text("none")}, {"act", text("ask")}}).error().code ==
          "fact.module.act");
    must(*registrar, "module",
         {{"module", text("fee_relief")},
          {"act", text("ask")},
          {"kind", text("waive")},
          {"fee", std::int64_t{5'000}},
          {"ground", text("没有收入")},
          {"proofs", Lines{"低保证"}}});
    const auto begun = modules_of(*registrar, about).value();
    for (const ModuleEntry& each : begun)
        if (each.module->id == "fee_relief") CHECK(each.run.stage == "asked");
}
