// Errors of the command line itself, told apart from errors of the world.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "sync/base/result.hpp"

namespace courtyard::ctl {

inline constexpr std::string_view kUsage = "usage";
// A command that has printed what it found and still ends with exit code 1: doctor, pack check, a filing whose slip
// could not be written, a round of mail in which something was set aside.
inline constexpr std::string_view kToldAlready = "told";

[[nodiscard]] inline tl::unexpected<base::Error> usage(std::string message) {
    return base::fail(std::string(kUsage), std::move(message) + "; see courtyardctl --help");
}
// What an option says is judged where it is used; these say that the command line cannot be right in any world.
inline constexpr std::array<std::string_view, 7> kOptionErrors = {
    "court.code", "court.name", "court.listen", "court.hub_host", "answer.number", "answer.papers", "answer.text"};
[[nodiscard]] inline bool is_usage(const base::Error& error) {
    return error.code == kUsage ||
           std::find(kOptionErrors.begin(), kOptionErrors.end(), error.code) != kOptionErrors.end();
}

// An option that this command cannot do without.
[[nodiscard]] inline base::Result<void> need(const std::string& value, std::string_view option) {
    if (value.empty()) return usage(std::string(option) + " is required");
    return {};
}

}  // namespace courtyard::ctl
