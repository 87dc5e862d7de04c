// "1080x1920" of a command line.
#pragma once

#include <string_view>

#include "app/platform/window.hpp"

namespace courtyard::shell {

// Sets a windowed window of this size; false when the text is no size between 320x320 and 8192x8192.
[[nodiscard]] bool parse_window_size(std::string_view text, platform::WindowOptions& options);

}  // namespace courtyard::shell
