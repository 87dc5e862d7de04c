// How everything looks: colours, type scale, measures, fonts. Screens name roles; only this file knows values.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "app/flow/look.hpp"
#include "sync/base/result.hpp"

struct ImFont;

namespace courtyard::screens {

// 0xRRGGBBAA
struct Colour {
    std::uint32_t rgba = 0x000000FF;
    friend bool operator==(const Colour&, const Colour&) = default;
    [[nodiscard]] constexpr Colour faded(float share) const {
        const auto alpha = static_cast<std::uint32_t>(static_cast<float>(rgba & 0xFFU) * share);
        return {(rgba & 0xFFFFFF00U) | (alpha & 0xFFU)};
    }
};

// WCAG 2.1 contrast of two opaque colours, 1 to 21.
[[nodiscard]] float contrast(Colour a, Colour b);

struct Palette {
    Colour paper{0xF4F1EAFF};      // page
    Colour card{0xFFFFFFFF};       // what can be touched, what is read
    Colour ivory{0xFBF8F0FF};      // quiet panels
    Colour sand{0xE8E3D6FF};       // quiet buttons, tracks
    Colour rule{0xDDD6C6FF};       // hairlines
    Colour ink{0x1C2733FF};        // text
    Colour soft_ink{0x4A5763FF};   // second text
    Colour navy_deep{0x14344FFF};  // header, left end of the gradient
    Colour navy{0x235A82FF};       // header, right end; secondary buttons
    Colour navy_tint{0xE2EAF3FF};  // icon discs, chosen tabs
    Colour gold{0xC79B45FF};       // rule under the header, seals
    Colour gold_line{0xC79B45FF};  // rims, bars and bullets on paper
    Colour gold_deep{0x8A5F10FF};  // gold as text
    Colour gold_tint{0xF8EEDAFF};
    Colour teal_deep{0x14604FFF};    // action, left end of the gradient
    Colour teal{0x1B7465FF};         // action buttons, chosen marks
    Colour teal_bright{0x2C8F7BFF};  // action, right end of the gradient
    Colour teal_tint{0xE0F0ECFF};
    Colour red{0xAF3D2CFF};  // help, and nothing else that is loud
    Colour red_tint{0xF8E5E1FF};
    Colour on_dark{0xFFFFFFFF};
    Colour on_dark_soft{0xDDE7F0FF};
    Colour shadow{0x1C273338};
};

[[nodiscard]] Palette calm_palette();
[[nodiscard]] Palette high_contrast_palette();

// `name = "#RRGGBB"` lines under [calm] and [high_contrast]; other lines are an error naming the line.
struct Theme {
    Palette calm = calm_palette();
    Palette high_contrast = high_contrast_palette();
};
[[nodiscard]] base::Result<Theme> parse_theme(std::string_view toml);

// The fixed type scale, em pixels: each baked size costs memory for every font (facts/ui.md 1.5), so text of any
// resolution is drawn in one of these. The faces bake the same sizes (the shell checks that both tables are equal).
inline constexpr std::array<int, 10> kTypeScale{20, 24, 28, 32, 38, 46, 56, 66, 80, 96};
// The largest size of the scale that is at most `em`, or the smallest.
[[nodiscard]] int type_size_at_most(float em);

enum class Type : std::uint8_t { note, body, label, lead, card, title, hero, code };
inline constexpr int kTypes = 8;

using flow::TextSize;

// A kiosk is read standing, at arm's length, without glasses; a laptop's table has more on it.
enum class Density : std::uint8_t { kiosk, desk };

// Em in layout units (pixels when the short side has 1080).
[[nodiscard]] int type_size(Type type, TextSize size, Density density = Density::kiosk);
// Em pixels of the fixed scale on a screen whose shorter side is `unit` times measure::kShortSide. On a laptop larger
// letters are larger than the ones before on every screen.
[[nodiscard]] int drawn_size(Type type, TextSize size, Density density, float unit);

// Handed in by the shell from app/platform; owned there. Their line box is the character box: text at y fills y … y +
// em.
struct Fonts {
    ImFont* text = nullptr;    // Noto Sans CJK SC Medium
    ImFont* strong = nullptr;  // Bold
    ImFont* title = nullptr;   // Noto Serif CJK SC Bold, headers only
    ImFont* icons = nullptr;   // Material Icons
};

namespace measure {
inline constexpr float kShortSide = 1080;
inline constexpr float kOuter = 48;  // page margin
inline constexpr float kGap = 28;    // between cards
inline constexpr float kCardRadius = 28;
inline constexpr float kButtonRadius = 24;
inline constexpr float kTargetMin = 72;  // smallest touch target
inline constexpr float kTarget = 96;     // usual one
inline constexpr float kLine = 1.45F;    // line height per em
inline constexpr float kDragStart = 18;  // a touch that moved farther than this scrolls and presses nothing
}  // namespace measure

}  // namespace courtyard::screens
