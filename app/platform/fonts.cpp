#include "app/platform/fonts.hpp"

#include <ft2build.h>
#include <imgui.h>
#include <sys/stat.h>

#include <cstdlib>
#include <sstream>

#include "app/platform/font_loader.hpp"
#include FT_FREETYPE_H

namespace courtyard::platform {

namespace {

constexpr int kSimplifiedChinese = 2;  // face of the .ttc files; 0 would draw Japanese shapes without a word
constexpr float kHanAscent = 0.88f;    // Noto CJK's character box: 0.88 em above the base line, 0.12 em below

struct Candidate {
    const char* file;
    int face_index;
    const char* package;
};

// The first that is installed is taken.
constexpr Candidate kText[] = {{"NotoSansCJK-Medium.ttc", kSimplifiedChinese, "fonts-noto-cjk-extra"},
                               {"NotoSansCJK-Regular.ttc", kSimplifiedChinese, "fonts-noto-cjk"}};
constexpr Candidate kBold[] = {{"NotoSansCJK-Bold.ttc", kSimplifiedChinese, "fonts-noto-cjk"},
                               {"NotoSansCJK-Regular.ttc", kSimplifiedChinese, "fonts-noto-cjk"}};
constexpr Candidate kTitle[] = {{"NotoSerifCJK-Bold.ttc", kSimplifiedChinese, "fonts-noto-cjk"},
                                {"NotoSansCJK-Bold.ttc", kSimplifiedChinese, "fonts-noto-cjk"},
                                {"NotoSansCJK-Regular.ttc", kSimplifiedChinese, "fonts-noto-cjk"}};
constexpr Candidate kIcons[] = {{"MaterialIcons-Regular.ttf", 0, "fonts-material-design-icons-iconfont"}};
constexpr Candidate kFallbacks[] = {{"BabelStoneHan.ttf", 0, "fonts-babelstone-han"},
                                    {"HanaMinB.ttf", 0, "fonts-hanazono"}};

std::string find_file(const FontSearch& search, const char* name) {
    for (const std::string& folder : search.folders) {
        std::string path = folder + "/" + name;
        struct stat about {};
        if (stat(path.c_str(), &about) == 0 && S_ISREG(about.st_mode)) return path;
    }
    return {};
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) {
        out += (out.empty() ? "" : ", ") + word;
    }
    return out;
}

}  // namespace

int type_size_at_most(float em) {
    int best = kTypeScale.front();
    for (const int size : kTypeScale) {
        if (static_cast<float>(size) <= em) best = size;
    }
    return best;
}

FontSearch FontSearch::standard() {
    FontSearch search;
    if (const char* own = std::getenv("COURTYARD_FONTS")) {
        std::stringstream folders(own);
        for (std::string folder; std::getline(folders, folder, ':');) {
            if (!folder.empty()) search.folders.push_back(folder);
        }
    }
    for (const char* folder :
         {"/usr/share/fonts/opentype/noto", "/usr/share/fonts/truetype/babelstone",
          "/usr/share/fonts/truetype/hanazono", "/usr/share/fonts/truetype/material-design-icons-iconfont",
          "/usr/share/courtyard/fonts"}) {
        search.folders.emplace_back(folder);
    }
    return search;
}

struct FontLibrary::State {
    FT_Library library = nullptr;
    std::vector<std::unique_ptr<FontFile>> files;
    std::vector<std::string> missing_fallbacks;
    FontChains chains;  // text, bold, title, icons

    ~State() {
        files.clear();
        if (library != nullptr) FT_Done_FreeType(library);
    }

    FontFile* file_at(const std::string& path, int face_index) {
        for (const auto& file : files) {
            if (file->path() == path) return file.get();
        }
        files.push_back(std::make_unique<FontFile>(path, face_index));
        return files.back().get();
    }

    template <std::size_t N>
    base::Result<FontChain> first_of(const Candidate (&candidates)[N], const FontSearch& search) {
        FontChain chain;
        chain.library = library;
        for (const Candidate& candidate : candidates) {
            const std::string path = find_file(search, candidate.file);
            if (path.empty()) continue;
            chain.files.push_back(file_at(path, candidate.face_index));
            return chain;
        }
        const Candidate& last = candidates[N - 1];
        return base::fail("fonts.missing", std::string("the font ") + last.file + " is in none of " +
                                               joined(search.folders) + ": install the package " + last.package +
                                               " or set COURTYARD_FONTS");
    }
};

FontLibrary::FontLibrary(std::unique_ptr<State> state) : state_(std::move(state)) {}
FontLibrary::~FontLibrary() = default;

base::Result<std::unique_ptr<FontLibrary>> FontLibrary::open(const FontSearch& search) {
    auto state = std::make_unique<State>();
    if (FT_Init_FreeType(&state->library) != 0) return base::fail("fonts.library", "FreeType cannot be started");
    FontChain text = TRY(state->first_of(kText, search));
    FontChain bold = TRY(state->first_of(kBold, search));
    FontChain title = TRY(state->first_of(kTitle, search));
    FontChain icons = TRY(state->first_of(kIcons, search));
    for (FontChain* chain : {&text, &bold, &title}) {
        chain->ascent = kHanAscent;
    }
    icons.icons = true;
    icons.ascent = 1.0f;  // Material Icons stand on the base line and fill the em
    if (text.files.front()->face(state->library) == nullptr) {
        return base::fail("fonts.damaged",
                          "the font " + text.files.front()->path() + " cannot be read: install its package again");
    }
    for (const Candidate& fallback : kFallbacks) {
        const std::string path = find_file(search, fallback.file);
        if (path.empty()) {
            state->missing_fallbacks.emplace_back(fallback.file);
            continue;
        }
        for (FontChain* chain : {&text, &bold, &title}) {
            chain->files.push_back(state->file_at(path, fallback.face_index));
        }
    }
    state->chains.chains = {std::move(text), std::move(bold), std::move(title), std::move(icons)};
    return std::unique_ptr<FontLibrary>(new FontLibrary(std::move(state)));
}

const std::vector<std::string>& FontLibrary::missing_fallbacks() const { return state_->missing_fallbacks; }

bool FontLibrary::can_draw(char32_t character) { return state_->chains.chains[0].find(character).file != nullptr; }

int FontLibrary::files_mapped() const {
    int count = 0;
    for (const auto& file : state_->files) {
        count += file->is_open() ? 1 : 0;
    }
    return count;
}

Faces FontLibrary::add_to(ImFontAtlas& atlas) {
    atlas.UserData = &state_->chains;
    Faces faces;
    faces.text = add_chain(atlas, state_->chains, 0);
    faces.bold = add_chain(atlas, state_->chains, 1);
    faces.title = add_chain(atlas, state_->chains, 2);
    faces.icons = add_chain(atlas, state_->chains, 3);
    return faces;
}

}  // namespace courtyard::platform
