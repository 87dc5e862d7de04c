#include "app/platform/font_chain.hpp"

#include <fcntl.h>
#include <ft2build.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include FT_FREETYPE_H

namespace courtyard::platform {

namespace {

constexpr std::int64_t kFontBytesMax = 256 << 20;

// Below are controls (ImGui asks for a tab at every start) and alphabets: no fallback file is opened for them.
constexpr char32_t kFirstForFallbacks = 0x2000;

bool is_private_use(char32_t c) { return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000; }

}  // namespace

FontFile::~FontFile() {
    close();
    if (mapping_ != nullptr) munmap(mapping_, size_);
}

FT_Face FontFile::face(FT_Library library) {
    if (face_ != nullptr || failed_) return face_;
    failed_ = true;
    if (mapping_ == nullptr) {
        const int file = open(path_.c_str(), O_RDONLY | O_CLOEXEC);
        if (file < 0) return nullptr;
        struct stat about {};
        if (fstat(file, &about) == 0 && S_ISREG(about.st_mode) && about.st_size > 0 && about.st_size <= kFontBytesMax) {
            void* mapping = mmap(nullptr, static_cast<std::size_t>(about.st_size), PROT_READ, MAP_PRIVATE, file, 0);
            if (mapping != MAP_FAILED) {
                mapping_ = mapping;
                size_ = static_cast<std::size_t>(about.st_size);
            }
        }
        ::close(file);
        if (mapping_ == nullptr) return nullptr;
        // A glyph is a few hundred bytes: without this the kernel reads 128 KiB around each of them, which doubles the
        // time to the first screen from a cold disk.
        madvise(mapping_, size_, MADV_RANDOM);
    }
    FT_Face opened = nullptr;
    if (FT_New_Memory_Face(library, static_cast<const FT_Byte*>(mapping_), static_cast<FT_Long>(size_), face_index_,
                           &opened) != 0) {
        return nullptr;
    }
    if (FT_Select_Charmap(opened, FT_ENCODING_UNICODE) != 0 || !FT_IS_SCALABLE(opened)) {
        FT_Done_Face(opened);
        return nullptr;
    }
    failed_ = false;
    face_ = opened;
    return face_;
}

std::uint32_t FontFile::glyph_index(FT_Library library, char32_t character) {
    const FT_Face opened = face(library);
    return opened == nullptr ? 0 : FT_Get_Char_Index(opened, character);
}

void FontFile::use_size(std::int32_t em_in_64ths) {
    if (em_in_64ths == em_in_64ths_) return;
    FT_Set_Char_Size(face_, 0, em_in_64ths, 72, 72);
    em_in_64ths_ = em_in_64ths;
}

void FontFile::close() {
    if (face_ != nullptr) FT_Done_Face(face_);
    face_ = nullptr;
    em_in_64ths_ = 0;
}

FoundGlyph FontChain::find(char32_t character) const {
    if (character < kFirstForFallbacks) return find_in_first(character);
    if (is_private_use(character) != icons) return {};
    for (FontFile* file : files) {
        if (const std::uint32_t index = file->glyph_index(library, character)) return {file, index};
    }
    return {};
}

FoundGlyph FontChain::find_in_first(char32_t character) const {
    if (is_private_use(character) != icons) return {};
    const std::uint32_t index = files.front()->glyph_index(library, character);
    return index == 0 ? FoundGlyph{} : FoundGlyph{files.front(), index};
}

}  // namespace courtyard::platform
