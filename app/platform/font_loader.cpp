#include "app/platform/font_loader.hpp"

#include <ft2build.h>
#include <imgui.h>
#include <imgui_internal.h>
#include FT_FREETYPE_H

#include <cmath>

#include "sync/base/result.hpp"

namespace courtyard::platform {

namespace {

constexpr ImWchar kUnknown = 0x25A1;  // a white square stands for a character that no face has
constexpr int kGlyphSideMax = 2048;   // pixels; a larger bitmap can only come from a damaged font

FontChain& chain_of(const ImFontConfig* source) { return *static_cast<FontChain*>(source->FontLoaderData); }

bool init_source(ImFontAtlas* atlas, ImFontConfig* source) {
    auto& chains = *static_cast<FontChains*>(atlas->UserData);
    source->FontLoaderData = &chains.chains.at(static_cast<std::size_t>(source->FontNo));
    ++chains.sources_alive;
    return true;
}

// What a person's rare characters left in FreeType goes when the last font of a session goes.
void destroy_source(ImFontAtlas* atlas, ImFontConfig* source) {
    source->FontLoaderData = nullptr;
    auto& chains = *static_cast<FontChains*>(atlas->UserData);
    if (--chains.sources_alive > 0) return;
    for (FontChain& chain : chains.chains) {
        for (FontFile* file : chain.files) {
            file->close();
        }
    }
}

// Only the first face is asked: ImGui looks for its special characters at the start, and no fallback file is opened for
// that.
bool contains_glyph(ImFontAtlas*, ImFontConfig* source, ImWchar character) {
    return chain_of(source).find_in_first(character).file != nullptr;
}

bool init_baked(ImFontAtlas*, ImFontConfig* source, ImFontBaked* baked, void*) {
    const float ascent = std::floor(baked->Size * chain_of(source).ascent + 0.5f);
    baked->Ascent = ascent;
    baked->Descent = ascent - baked->Size;
    return true;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar character,
                ImFontGlyph* out, float* out_advance) {
    FontChain& chain = chain_of(source);
    const FoundGlyph found = chain.find(character);
    if (found.file == nullptr) return false;
    const FT_Face face = found.file->face(chain.library);
    const float density = source->RasterizerDensity * baked->RasterizerDensity;
    found.file->use_size(static_cast<std::int32_t>(std::lround(baked->Size * density * 64.0f)));
    if (FT_Load_Glyph(face, found.index, FT_LOAD_NO_BITMAP | FT_LOAD_TARGET_LIGHT) != 0) return false;
    const FT_GlyphSlot slot = face->glyph;
    const float advance = std::floor(static_cast<float>(slot->advance.x) / 64.0f + 0.5f) / density;
    if (out_advance != nullptr) {
        *out_advance = advance;
        return true;
    }
    out->Codepoint = character & 0x3FFFFFF;  // a bit field of 26 bits
    out->AdvanceX = advance;
    if (FT_Render_Glyph(slot, FT_RENDER_MODE_NORMAL) != 0) return false;
    const FT_Bitmap& bitmap = slot->bitmap;
    const int width = static_cast<int>(bitmap.width);
    const int height = static_cast<int>(bitmap.rows);
    if (width == 0 || height == 0) return true;  // a blank: advance alone
    if (width > kGlyphSideMax || height > kGlyphSideMax || bitmap.pixel_mode != FT_PIXEL_MODE_GRAY) return false;
    const ImFontAtlasRectId place = ImFontAtlasPackAddRect(atlas, width, height);
    if (place == ImFontAtlasRectId_Invalid) return false;  // the atlas is full: the fallback box is shown
    out->X0 = static_cast<float>(slot->bitmap_left) / density;
    out->Y0 = baked->Ascent - static_cast<float>(slot->bitmap_top) / density;
    out->X1 = out->X0 + static_cast<float>(width) / density;
    out->Y1 = out->Y0 + static_cast<float>(height) / density;
    out->Visible = true;
    out->PackId = place;
    ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, out, ImFontAtlasPackGetRect(atlas, place), bitmap.buffer,
                                       ImTextureFormat_Alpha8, bitmap.pitch);
    return true;
}

// ImGui keeps the pointer, so it lives as long as the program; nothing in it ever changes.
const ImFontLoader& loader() {
    static const ImFontLoader instance = [] {
        ImFontLoader made;
        made.Name = "courtyard";
        made.FontSrcInit = init_source;
        made.FontSrcDestroy = destroy_source;
        made.FontSrcContainsGlyph = contains_glyph;
        made.FontBakedInit = init_baked;
        made.FontBakedLoadGlyph = load_glyph;
        return made;
    }();
    return instance;
}

}  // namespace

ImFont* add_chain(ImFontAtlas& atlas, FontChains& chains, int number) {
    COURTYARD_CHECK(atlas.UserData == &chains);
    ImFontConfig config;
    config.FontLoader = &loader();
    config.FontNo = static_cast<decltype(config.FontNo)>(number);
    config.PixelSnapH = true;
    config.FontDataOwnedByAtlas = true;  // there are no font data: nothing is copied, nothing is freed
    ImFont* font = atlas.AddFont(&config);
    COURTYARD_CHECK(font != nullptr);
    if (chains.chains[static_cast<std::size_t>(number)].find_in_first(kUnknown).file != nullptr)
        font->FallbackChar = kUnknown;
    return font;
}

}  // namespace courtyard::platform
