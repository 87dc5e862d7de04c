// With what the process of a session begins: how the screen is to look next, and nothing about who stood there before.
// It travels as one line of three words, "home large high", or up to five, "home large high practice aloud-loud", from
// a session's process to the keeper and on to the next.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/flow/kiosk_state.hpp"
#include "sync/base/result.hpp"

namespace courtyard::shell {

struct SessionStart {
    flow::Page page = flow::Page::Attract;  // Attract, Home, Farewell, Harmless or Failure
    flow::TextSize text_size = flow::TextSize::Normal;
    flow::Contrast contrast = flow::Contrast::Calm;
    bool practice = false;                     // begun at the steward's door: nothing is filed
    std::optional<flow::Loudness> aloud = {};  // pages are read aloud from the first one on
    friend bool operator==(const SessionStart&, const SessionStart&) = default;
};

// Failure as a start: the kiosk has fallen over and over again, and says so instead of trying.
[[nodiscard]] std::string to_line(const SessionStart& start);
// "session.start": anything but such a line, or a page on which no session may begin.
[[nodiscard]] base::Result<SessionStart> parse_start(std::string_view line);

}  // namespace courtyard::shell
