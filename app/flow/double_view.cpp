#include "app/flow/double_view.hpp"

namespace courtyard::flow {

namespace {

constexpr std::string_view kBeforeEnds = " *";

}  // namespace

std::string DoubleMatch::text() const { return name + std::string(kBeforeEnds) + ends + " " + original; }

DoubleMatch DoubleMatch::of(std::string_view text) {
    const std::size_t at = text.rfind(kBeforeEnds);
    const std::size_t after = at + kBeforeEnds.size() + kEnds;
    if (at == std::string_view::npos || after >= text.size() || text[after] != ' ') return {std::string(text), {}, {}};
    return {std::string(text.substr(0, at)), std::string(text.substr(at + kBeforeEnds.size(), kEnds)),
            std::string(text.substr(after + 1))};
}

}  // namespace courtyard::flow
