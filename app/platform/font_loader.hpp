// Our own glyph loader for ImGui's dynamic atlas: asks a chain of faces instead of one, at sizes by em. ImGui's
// FreeType loader opens and keeps every merged file from the start, scales by ascent + descent (so that fallback
// characters come out 17–37 % too large) and copies files it does not own; this one does none of it. Private to this
// room.
#pragma once

#include <vector>

#include "app/platform/font_chain.hpp"

struct ImFont;
struct ImFontAtlas;

namespace courtyard::platform {

// Chains by number, as the atlas' UserData; must outlive the atlas.
struct FontChains {
    std::vector<FontChain> chains;
    int sources_alive = 0;  // fonts of atlases that are not destroyed yet
};

// Adds one chain as a font. The atlas' UserData must point at `chains`.
ImFont* add_chain(ImFontAtlas& atlas, FontChains& chains, int number);

}  // namespace courtyard::platform
