// The faces a person reads. Files are memory-mapped, glyphs are rastered when first drawn, a fallback file is not even
// opened before a character needs it: Noto Sans CJK SC, then BabelStone Han, then HanaMinB (together all of GB
// 18030-2022 level 3).
//
// Sizes are the em: ImGui::PushFont(faces.text, 48) draws characters of 48 by 48 pixels. The line box IS the character
// box (ascent 0.88 em, descent 0.12 em), so text drawn at (x, y) fills exactly y … y + size; leading is the caller's.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "sync/base/result.hpp"

struct ImFont;
struct ImFontAtlas;

namespace courtyard::platform {

// The only sizes text is drawn in, px of em. Every size costs memory per font, so helpers that fit text round to these.
inline constexpr std::array<int, 10> kTypeScale = {20, 24, 28, 32, 38, 46, 56, 66, 80, 96};
// The largest size of the scale that is at most `em` (the smallest of the scale when none is).
[[nodiscard]] int type_size_at_most(float em);

// Faces for ImGui::PushFont. Valid as long as the context that made them.
struct Faces {
    ImFont* text = nullptr;   // Noto Sans CJK SC Medium (Regular when the extra package is missing)
    ImFont* bold = nullptr;   // Noto Sans CJK SC Bold
    ImFont* title = nullptr;  // Noto Serif CJK SC Bold: the name in the header, nothing else
    ImFont* icons = nullptr;  // Material Icons, glyphs in U+E000…U+F8FF; text faces have no glyph there
};

// Where to look. COURTYARD_FONTS=DIR[:DIR…] comes before the system's folders.
struct FontSearch {
    std::vector<std::string> folders;
    [[nodiscard]] static FontSearch standard();
};

class FontLibrary {
public:
    // Finds and maps the first face of each chain. "fonts.missing" names the file, the package that has it and the
    // folders that were searched; "fonts.damaged" the file. A missing fallback is no error: see missing_fallbacks().
    [[nodiscard]] static base::Result<std::unique_ptr<FontLibrary>> open(
        const FontSearch& search = FontSearch::standard());
    ~FontLibrary();
    FontLibrary(const FontLibrary&) = delete;
    FontLibrary& operator=(const FontLibrary&) = delete;

    // File names of the fallback faces that are not installed (for doctor).
    [[nodiscard]] const std::vector<std::string>& missing_fallbacks() const;
    // Whether some face of the text chain can draw the character. Opens fallback files as needed.
    [[nodiscard]] bool can_draw(char32_t character);
    // How many files are mapped by now (tests: start-up must not open fallbacks).
    [[nodiscard]] int files_mapped() const;

    // Adds the faces to an atlas that uses dynamic textures. The library must outlive the atlas.
    Faces add_to(ImFontAtlas& atlas);

private:
    struct State;
    explicit FontLibrary(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace courtyard::platform
