// The program of the screen behind the person. It is started by the keeper, which tells it the steps on its standard
// input, one line each: "step 5 14", "step 0 0". It has no store and hears nothing else, so it cannot show an answer.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "app/shell/window_loop.hpp"

namespace courtyard::shell {

struct StepNow {
    std::size_t step = 0, steps = 0;
    friend bool operator==(const StepNow&, const StepNow&) = default;
};
inline constexpr std::size_t kStepsMax = 99;
[[nodiscard]] std::string to_line(const StepNow& now);
// Nothing for any other line: whatever a session's process may say, only two small numbers get through.
[[nodiscard]] std::optional<StepNow> parse_step(std::string_view line);

// Exit code of the program.
[[nodiscard]] int run_public(const ShellOptions& options);

}  // namespace courtyard::shell
