#include "app/cases/coded_fields.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "app/cases/next_tasks.hpp"
#include "app/cases/revisit_plan.hpp"

using namespace courtyard::cases;

namespace {

std::vector<std::string> field_codes(const char* kind, const char* field) {
    return codes_of(kind, *find_field(*find_act(kind), field));
}

}  // namespace

TEST_CASE("the codes of a revisit are those that the fold takes") {
    const auto plan = field_codes("revisit_made", "plan");
    CHECK(plan == field_codes("revisit_tried", "plan"));
    CHECK(std::find(plan.begin(), plan.end(), "extra") != plan.end());
    for (const std::string& each : plan)
        CHECK_MESSAGE(is_plan(each), each);
    const auto conclusions = field_codes("revisit_made", "conclusions");
    CHECK(conclusions.size() == outcome_table().size());
    for (const std::string& each : conclusions)
        CHECK_MESSAGE(find_outcome(each) != nullptr, each);
    const auto scores = field_codes("revisit_made", "scores");
    CHECK(scores.size() == 20);
    for (const std::string& each : scores)
        CHECK_MESSAGE(is_score(each), each);
    for (const char* wrong : {"food", "food:", "food:4", "bread:1", "food:1:1", ":1", ""})
        CHECK_FALSE_MESSAGE(is_score(wrong), wrong);
}

TEST_CASE("a choice has its words, and what people write has no codes") {
    CHECK(field_codes("vote_cast", "choice") == std::vector<std::string>{"grant", "refuse", "return", "terminate"});
    CHECK(field_codes("vote_cast", "reasons").empty());
    CHECK(field_codes("revisit_made", "used_for").empty());
    CHECK(field_codes("revisit_made", "needs").empty());
}
