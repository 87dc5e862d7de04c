// The [printer] table of machine.toml. What its keys mean stands in app/printer/config.hpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/printer/config.hpp"

namespace courtyard::worker {

inline constexpr std::string_view kPrinterTable = "printer";

// Nothing where there is no such table. "home.machine_toml": one sentence.
[[nodiscard]] base::Result<std::optional<printer::Config>> parse_printer(const std::string& machine_toml);
[[nodiscard]] std::string print_printer(const printer::Config& config);

}  // namespace courtyard::worker
