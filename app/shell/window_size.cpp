#include "app/shell/window_size.hpp"

#include <charconv>

namespace courtyard::shell {

namespace {

bool parse_side(std::string_view text, int& side) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), side);
    return error == std::errc{} && end == text.data() + text.size() && side >= 320 && side <= 8192;
}

}  // namespace

bool parse_window_size(std::string_view text, platform::WindowOptions& options) {
    const std::size_t cross = text.find('x');
    platform::Size size;
    if (cross == std::string_view::npos || !parse_side(text.substr(0, cross), size.width) ||
        !parse_side(text.substr(cross + 1), size.height)) {
        return false;
    }
    options.size = size;
    options.screen = platform::Screen::Windowed;
    return true;
}

}  // namespace courtyard::shell
