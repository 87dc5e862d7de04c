// Font files mapped into memory and chains of them, opened only when a character asks. Private to this room.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "sync/base/result.hpp"

typedef struct FT_FaceRec_* FT_Face;
typedef struct FT_LibraryRec_* FT_Library;

namespace courtyard::platform {

// One face of one font file. Copying is forbidden, for chains point at it.
class FontFile {
public:
    FontFile(std::string path, int face_index) : path_(std::move(path)), face_index_(face_index) {}
    ~FontFile();
    FontFile(const FontFile&) = delete;
    FontFile& operator=(const FontFile&) = delete;

    // The opened face, or nullptr when the file cannot be used (tried once).
    FT_Face face(FT_Library library);
    // 0 when the face lacks the character or cannot be opened.
    std::uint32_t glyph_index(FT_Library library, char32_t character);
    // Sets the em size in 1/64 pixel if it is not set already.
    void use_size(std::int32_t em_in_64ths);
    // Forgets which glyph was rastered last, together with everything FreeType keeps of it.
    void close();

    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] bool is_open() const { return face_ != nullptr; }

private:
    std::string path_;
    int face_index_ = 0;
    bool failed_ = false;
    void* mapping_ = nullptr;
    std::size_t size_ = 0;
    FT_Face face_ = nullptr;
    std::int32_t em_in_64ths_ = 0;
};

struct FoundGlyph {
    FontFile* file = nullptr;
    std::uint32_t index = 0;  // FreeType's glyph index, never 0 when `file` is set
};

// Faces asked one after the other. Shares its files with other chains.
struct FontChain {
    FT_Library library = nullptr;
    std::vector<FontFile*> files;
    bool icons = false;  // the private use area belongs to icons alone
    float ascent = 0;    // of the em; the rest of the em is descent

    [[nodiscard]] FoundGlyph find(char32_t character) const;
    [[nodiscard]] FoundGlyph find_in_first(char32_t character) const;
};

}  // namespace courtyard::platform
