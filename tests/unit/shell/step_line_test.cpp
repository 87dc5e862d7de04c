// The screen behind the person is told two small numbers and nothing else, whatever a session's process may say.
#include <doctest/doctest.h>

#include <string>

#include "app/shell/public_shell.hpp"

using namespace courtyard;
using shell::StepNow;

TEST_CASE("only a step gets through to the screen behind the person") {
    CHECK(shell::to_line({5, 14}) == "step 5 14");
    CHECK(*shell::parse_step("step 5 14") == StepNow{5, 14});
    CHECK(*shell::parse_step("step 0 0") == StepNow{});
    for (const char* bad : {"", "step", "step 5", "step 15 14", "step 5 14 13800000001", "step 5 100", "step -1 3",
                            "over home large high", "step 5  14", "step 0005 14", "name step 5 14"})
        CHECK_FALSE(shell::parse_step(bad).has_value());
    CHECK_FALSE(shell::parse_step("step 5 14" + std::string(1, '\0')).has_value());
}
