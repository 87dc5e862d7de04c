#include <fmt/format.h>

#include "app/shell/public_shell.hpp"

namespace courtyard::shell {

std::string to_line(const StepNow& now) { return fmt::format("step {} {}", now.step, now.steps); }

std::optional<StepNow> parse_step(std::string_view line) {
    StepNow now;
    const auto number = [&line](std::size_t& into) {
        std::size_t digits = 0;
        while (digits < line.size() && line[digits] >= '0' && line[digits] <= '9' && digits < 3)
            into = into * 10 + static_cast<std::size_t>(line[digits++] - '0');
        line.remove_prefix(digits);
        return digits > 0 && into <= kStepsMax;
    };
    constexpr std::string_view kWord = "step ";
    if (!line.starts_with(kWord)) return std::nullopt;
    line.remove_prefix(kWord.size());
    if (!number(now.step) || !line.starts_with(' ')) return std::nullopt;
    line.remove_prefix(1);
    if (!number(now.steps) || !line.empty() || now.step > now.steps) return std::nullopt;
    return now;
}

}  // namespace courtyard::shell
