#include "app/screens/theme.hpp"

#include <fmt/format.h>
#include <cmath>

namespace courtyard::screens {
namespace {

float linear(std::uint32_t channel) {
    const float share = static_cast<float>(channel) / 255.0F;
    return share <= 0.04045F ? share / 12.92F : std::pow((share + 0.055F) / 1.055F, 2.4F);
}

float luminance(Colour colour) {
    return 0.2126F * linear(colour.rgba >> 24U) + 0.7152F * linear((colour.rgba >> 16U) & 0xFFU) +
           0.0722F * linear((colour.rgba >> 8U) & 0xFFU);
}

struct ThemeEntry {
    std::string_view name;
    Colour Palette::*member;
};

constexpr std::array<ThemeEntry, 23> kEntries{{{"paper", &Palette::paper},
                                               {"card", &Palette::card},
                                               {"ivory", &Palette::ivory},
                                               {"sand", &Palette::sand},
                                               {"rule", &Palette::rule},
                                               {"ink", &Palette::ink},
                                               {"soft_ink", &Palette::soft_ink},
                                               {"navy_deep", &Palette::navy_deep},
                                               {"navy", &Palette::navy},
                                               {"navy_tint", &Palette::navy_tint},
                                               {"gold", &Palette::gold},
                                               {"gold_line", &Palette::gold_line},
                                               {"gold_deep", &Palette::gold_deep},
                                               {"gold_tint", &Palette::gold_tint},
                                               {"teal_deep", &Palette::teal_deep},
                                               {"teal", &Palette::teal},
                                               {"teal_bright", &Palette::teal_bright},
                                               {"teal_tint", &Palette::teal_tint},
                                               {"red", &Palette::red},
                                               {"red_tint", &Palette::red_tint},
                                               {"on_dark", &Palette::on_dark},
                                               {"on_dark_soft", &Palette::on_dark_soft},
                                               {"shadow", &Palette::shadow}}};

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

base::Result<Colour> parse_colour(std::string_view value, int line) {
    const auto bad = [line] {
        return base::fail("theme.colour",
                          fmt::format("theme: line {}: a colour is written \"#RRGGBB\" or \"#RRGGBBAA\"", line));
    };
    const auto close = value.find('"', 1);
    if (value.size() < 9 || value[0] != '"' || value[1] != '#' || close == std::string_view::npos) return bad();
    const std::string_view digits = value.substr(2, close - 2);
    if (digits.size() != 6 && digits.size() != 8) return bad();
    std::uint32_t rgba = 0;
    for (const char c : digits) {
        std::uint32_t nibble = 0;
        if (c >= '0' && c <= '9')
            nibble = static_cast<std::uint32_t>(c - '0');
        else if (c >= 'a' && c <= 'f')
            nibble = static_cast<std::uint32_t>(c - 'a' + 10);
        else if (c >= 'A' && c <= 'F')
            nibble = static_cast<std::uint32_t>(c - 'A' + 10);
        else
            return bad();
        rgba = (rgba << 4U) | nibble;
    }
    return Colour{digits.size() == 6 ? (rgba << 8U) | 0xFFU : rgba};
}

}  // namespace

float contrast(Colour a, Colour b) {
    const float la = luminance(a);
    const float lb = luminance(b);
    return (std::max(la, lb) + 0.05F) / (std::min(la, lb) + 0.05F);
}

Palette calm_palette() { return {}; }

Palette high_contrast_palette() {
    Palette palette;
    palette.paper = palette.card = palette.ivory = Colour{0xFFFFFFFF};
    palette.sand = Colour{0xE6E6E6FF};
    palette.rule = palette.ink = palette.soft_ink = Colour{0x000000FF};
    palette.navy_deep = palette.navy = Colour{0x00224CFF};
    palette.navy_tint = palette.teal_tint = palette.gold_tint = palette.red_tint = Colour{0xFFFFFFFF};
    palette.gold = Colour{0xFFD23FFF};
    palette.gold_line = Colour{0x4A3000FF};
    palette.gold_deep = Colour{0x4A3000FF};
    palette.teal_deep = palette.teal = palette.teal_bright = Colour{0x00422FFF};
    palette.red = Colour{0x8C0F00FF};
    palette.on_dark_soft = Colour{0xFFFFFFFF};
    palette.shadow = Colour{0x00000000};
    return palette;
}

base::Result<Theme> parse_theme(std::string_view toml) {
    Theme theme;
    Palette* palette = nullptr;
    int number = 0;
    while (!toml.empty()) {
        const auto end = toml.find('\n');
        std::string_view line = trimmed(toml.substr(0, end));
        toml = end == std::string_view::npos ? std::string_view{} : toml.substr(end + 1);
        ++number;
        if (line.empty() || line[0] == '#') continue;
        if (line == "[calm]")
            palette = &theme.calm;
        else if (line == "[high_contrast]")
            palette = &theme.high_contrast;
        else {
            const auto equals = line.find('=');
            const std::string_view name = trimmed(line.substr(0, equals));
            const auto* entry =
                std::find_if(kEntries.begin(), kEntries.end(), [name](const ThemeEntry& e) { return e.name == name; });
            if (!palette || equals == std::string_view::npos || entry == kEntries.end())
                return base::fail(
                    "theme.line",
                    fmt::format("theme: line {}: expected [calm], [high_contrast] or a known colour", number));
            palette->*entry->member = TRY(parse_colour(trimmed(line.substr(equals + 1)), number));
        }
    }
    return theme;
}

int type_size_at_most(float em) {
    int best = kTypeScale.front();
    for (const int size : kTypeScale)
        if (static_cast<float>(size) <= em + 0.01F) best = size;
    return best;
}

int type_size(Type type, TextSize size, Density density) {
    // Indices into kTypeScale: text that is read grows by a third and by two thirds; what is already large grows less.
    using Steps = std::array<std::array<std::uint8_t, flow::kTextSizes>, kTypes>;
    static constexpr Steps kKiosk{{{1, 2, 3},    // note
                                   {3, 4, 5},    // body
                                   {3, 4, 5},    // label
                                   {4, 5, 6},    // lead
                                   {5, 5, 6},    // card
                                   {6, 6, 7},    // title
                                   {6, 7, 8},    // hero
                                   {7, 8, 9}}};  // code
    static constexpr Steps kDesk{
        {{1, 2, 3}, {2, 3, 4}, {3, 4, 5}, {3, 4, 5}, {5, 5, 6}, {5, 6, 7}, {6, 7, 8}, {7, 8, 9}}};
    const Steps& steps = density == Density::kiosk ? kKiosk : kDesk;
    return kTypeScale[steps[static_cast<std::size_t>(type)][static_cast<std::size_t>(size)]];
}

int drawn_size(Type type, TextSize size, Density density, float unit) {
    const auto scaled = [&](TextSize wanted) {
        return type_size_at_most(static_cast<float>(type_size(type, wanted, density)) * unit + 0.5F);
    };
    // On a small screen two sizes may fall on one of the scale, and pressing the button would do nothing.
    constexpr std::array<std::array<std::ptrdiff_t, flow::kTextSizes>, kTypes> kAtLeast{
        {{0, 0, 1}, {0, 1, 2}, {0, 1, 2}, {0, 1, 2}}};
    if (density != Density::desk) return scaled(size);
    const auto normal = std::find(kTypeScale.begin(), kTypeScale.end(), scaled(TextSize::Normal));
    const std::ptrdiff_t more = kAtLeast[static_cast<std::size_t>(type)][static_cast<std::size_t>(size)];
    return std::max(scaled(size), *(normal + std::min(more, kTypeScale.end() - 1 - normal)));
}

}  // namespace courtyard::screens
