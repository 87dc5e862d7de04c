#include "tests/unit/screens/layout_lint.hpp"

#include <algorithm>

#include "app/domain/text.hpp"

namespace courtyard::test {

using screens::Drawn;
using screens::DrawnKind;
using screens::Rect;

Rect seen(const Drawn& thing) {
    const float x = std::max(thing.rect.x, thing.clip.x);
    const float y = std::max(thing.rect.y, thing.clip.y);
    return {x, y, std::min(thing.rect.right(), thing.clip.right()) - x,
            std::min(thing.rect.bottom(), thing.clip.bottom()) - y};
}

bool is_seen(const Drawn& thing) {
    const Rect part = seen(thing);
    return part.w > 1 && part.h > 1;
}

Rect page_of(platform::Size size) {
    const float unit = static_cast<float>(std::min(size.width, size.height)) / screens::measure::kShortSide;
    return {0, 0, static_cast<float>(size.width) / unit, static_cast<float>(size.height) / unit};
}

std::vector<std::string> lint(const screens::DrawLog& log, const Rect& page, platform::FontLibrary& fonts,
                              const LintRules& rules) {
    std::vector<std::string> out;
    const auto tell = [&out](std::string what) {
        if (std::find(out.begin(), out.end(), what) == out.end()) out.push_back(std::move(what));
    };
    for (const std::string& key : log.missing_words)
        tell("missing words: " + key);
    for (const std::string& text : log.unfilled)
        tell("unfilled: " + text);
    std::vector<const Drawn*> texts, targets;
    for (const Drawn& thing : log.things) {
        if (!is_seen(thing)) continue;
        if (thing.kind == DrawnKind::target) {
            if (thing.rect.w < rules.target_min || thing.rect.h < rules.target_min) tell("small target: " + thing.text);
            targets.push_back(&thing);
            continue;
        }
        if (thing.rect.right() > page.right() + 1 || thing.rect.x < -1) tell("off the page: " + thing.text);
        if (thing.kind == DrawnKind::icon) continue;
        texts.push_back(&thing);
        if (thing.em < rules.text_min - 0.5F) tell("small text: " + thing.text);
        if (thing.rect.right() > thing.room.right() + 2 || thing.rect.x < thing.room.x - 2)
            tell("wider than its box: " + thing.text);
        // Cut above or below is what scrolling does; anything else is a fault.
        if (seen(thing).w < thing.rect.w - 2) tell("cut sideways: " + thing.text);
        if (!thing.rolls && seen(thing).h < thing.rect.h - 2) tell("cut in height: " + thing.text);
        const bool opaque = (thing.ink.rgba & 0xFFU) == 0xFFU && (thing.ground.rgba & 0xFFU) == 0xFFU;
        if (opaque && screens::contrast(thing.ink, thing.ground) < rules.contrast_min) tell("faint: " + thing.text);
        const auto points = domain::code_points(thing.text);
        if (!points)
            tell("not UTF-8");
        else
            for (const char32_t c : *points)
                if (c > 0x20 && c != 0x3000 && !fonts.can_draw(c)) tell("no glyph in: " + thing.text);
    }
    for (std::size_t i = 0; i < texts.size(); ++i)
        for (std::size_t k = i + 1; k < texts.size(); ++k)
            if (seen(*texts[i]).overlaps(seen(*texts[k]), 3))
                tell("overlap: " + texts[i]->text + " / " + texts[k]->text);
    for (std::size_t i = 0; i < targets.size(); ++i)
        for (std::size_t k = i + 1; k < targets.size(); ++k) {
            const Rect a = seen(*targets[i]);
            const Rect b = seen(*targets[k]);
            const bool whole_page = a.w >= page.w - 1 || b.w >= page.w - 1;
            if (!whole_page && a.overlaps(b, 3))
                tell("targets overlap: " + targets[i]->text + " / " + targets[k]->text);
        }
    return out;
}

}  // namespace courtyard::test
