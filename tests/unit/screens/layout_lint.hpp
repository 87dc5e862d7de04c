// What pictures show too late: clipped words, overlapping words, missing words, too little contrast, small targets,
// lacking glyphs.
#pragma once

#include <string>
#include <vector>

#include "app/platform/fonts.hpp"
#include "app/platform/geometry.hpp"
#include "app/screens/draw_log.hpp"

namespace courtyard::test {

struct LintRules {
    float target_min = screens::measure::kTargetMin;  // layout units
    float text_min = 24;                              // em, layout units
    float contrast_min = 4.5F;
};

// What can be seen of a thing, and whether that is anything.
[[nodiscard]] screens::Rect seen(const screens::Drawn& thing);
[[nodiscard]] bool is_seen(const screens::Drawn& thing);

[[nodiscard]] screens::Rect page_of(platform::Size size);
// One line per trouble, the same trouble once; empty when there is none.
[[nodiscard]] std::vector<std::string> lint(const screens::DrawLog& log, const screens::Rect& page,
                                            platform::FontLibrary& fonts, const LintRules& rules = {});

}  // namespace courtyard::test
