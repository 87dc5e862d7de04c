#include "app/pack/program_version.hpp"

#include <array>
#include <charconv>
#include <optional>

namespace courtyard::pack {

namespace {

using Numbers = std::array<unsigned, 3>;

std::optional<Numbers> numbers_of(std::string_view text) {
    Numbers numbers{};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const std::size_t dot = i + 1 < numbers.size() ? text.find('.') : text.size();
        if (dot == std::string_view::npos || dot == 0 || dot > 5) return std::nullopt;
        const auto read = std::from_chars(text.data(), text.data() + dot, numbers[i]);
        if (read.ec != std::errc() || read.ptr != text.data() + dot) return std::nullopt;
        text.remove_prefix(dot == text.size() ? dot : dot + 1);
    }
    return numbers;
}

}  // namespace

std::string_view program_version() { return COURTYARD_VERSION; }

bool is_version(std::string_view text) { return numbers_of(text).has_value(); }

bool is_newer(std::string_view version, std::string_view than) {
    const auto one = numbers_of(version);
    const auto other = numbers_of(than);
    return one && other && *one > *other;
}

}  // namespace courtyard::pack
