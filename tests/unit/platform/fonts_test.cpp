#include "app/platform/fonts.hpp"

#include <doctest/doctest.h>
#include <imgui_internal.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "tests/unit/platform/shapes_support.hpp"

using namespace courtyard;
using platform::FontLibrary;
using platform::FontSearch;
using platform::Image;

namespace {

// Blocks that GB 18030-2022 asks for at level 3, first and last assigned character.
struct Block {
    const char* name;
    char32_t first;
    char32_t last;
};
constexpr Block kLevelThree[] = {
    {"URO", 0x4E00, 0x9FEF},           {"Extension A", 0x3400, 0x4DB5},     {"Extension B", 0x20000, 0x2A6D6},
    {"Extension C", 0x2A700, 0x2B734}, {"Extension D", 0x2B740, 0x2B81D},   {"Extension E", 0x2B820, 0x2CEA1},
    {"Extension F", 0x2CEB0, 0x2EBE0}, {"Kangxi radicals", 0x2F00, 0x2FD5},
};

constexpr char32_t kOnlyInFallbacks = 0x20015;

std::unique_ptr<FontLibrary> open_fonts() {
    auto opened = FontLibrary::open();
    REQUIRE(opened);
    return std::move(*opened);
}

std::string utf8(char32_t c) {
    char out[5] = {};
    ImTextCharToUtf8(out, static_cast<unsigned>(c));
    return out;
}

// The character alone, black on white.
Image drawn(test::Sheet& sheet, ImFont* face, float em, char32_t c) {
    const std::string text = utf8(c);
    return test::draw_once(
        sheet, [&](ImDrawList& list) { list.AddText(face, em, ImVec2(8, 8), IM_COL32_BLACK, text.c_str()); }, 0xFFFFFF);
}

struct Ink {
    int left = 1000, top = 1000, right = -1, bottom = -1;
};
Ink ink_of(const Image& image) {
    Ink ink;
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x < image.width; ++x) {
            if (image.pixel(x, y)[0] > 160) continue;
            ink.left = std::min(ink.left, x);
            ink.top = std::min(ink.top, y);
            ink.right = std::max(ink.right, x + 1);
            ink.bottom = std::max(ink.bottom, y + 1);
        }
    }
    return ink;
}

struct TemporaryFolder {
    std::filesystem::path path;
    TemporaryFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "courtyard_fonts_XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        path = name;
    }
    ~TemporaryFolder() { std::filesystem::remove_all(path); }
};

}  // namespace

TEST_CASE("every character of GB 18030-2022 level 3 has a shape") {
    const auto fonts = open_fonts();
    CHECK(fonts->missing_fallbacks().empty());
    int total = 0;
    for (const Block& block : kLevelThree) {
        int missing = 0;
        std::string first_missing;
        for (char32_t c = block.first; c <= block.last; ++c, ++total) {
            if (fonts->can_draw(c)) continue;
            if (missing++ == 0) first_missing = "U+" + std::to_string(static_cast<unsigned>(c));
        }
        CAPTURE(block.name);
        CAPTURE(first_missing);
        CHECK(missing == 0);
    }
    CHECK(total > 87000);
    CHECK_FALSE(fonts->can_draw(0xE000));  // BabelStone has letters of its own there; icons must not meet them
    CHECK_FALSE(fonts->can_draw(0x10FFFD));
}

TEST_CASE("rare characters are drawn, each in its own shape, in the size of the others") {
    test::Sheet sheet({96, 96});
    ImFont* face = sheet.faces().text;
    const Image unknown = drawn(sheet, face, 66, 0x10FFFD);  // shown as the fallback character
    const Image common = drawn(sheet, face, 66, U'国');
    const Ink normal = ink_of(common);
    CHECK(normal.bottom - normal.top > 50);
    std::vector<Image> seen = {unknown, common};
    for (const char32_t c : std::u32string(U"𫖯䶮𬭎𫘧㐱𠮷龘𬱖㛃𨱏𬣞𪻐𮯠")) {
        CAPTURE(static_cast<unsigned>(c));
        const Image picture = drawn(sheet, face, 66, c);
        for (const Image& other : seen) {
            REQUIRE(platform::compare(picture, other, 60).pixels_over > 100);
        }
        const Ink ink = ink_of(picture);
        CHECK(ink.bottom - ink.top > 45);  // not a third too large or small, whichever file it came from
        CHECK(ink.bottom - ink.top < 68);
        CHECK(ink.top >= 6);
        CHECK(ink.bottom <= 8 + 68);
        seen.push_back(picture);
    }
}

TEST_CASE("the size of text is the em, and the line is the character's box") {
    test::Sheet sheet({128, 128});
    for (const int em : platform::kTypeScale) {
        sheet.frame([&](ImDrawList&) {
            const ImVec2 size = sheet.faces().text->CalcTextSizeA(static_cast<float>(em), FLT_MAX, 0, "国国国");
            CHECK(size.x == static_cast<float>(3 * em));
            CHECK(size.y == static_cast<float>(em));
        });
        const Ink ink = ink_of(drawn(sheet, sheet.faces().text, static_cast<float>(em), U'国'));
        CHECK(std::abs((ink.top - 8) - (8 + em - ink.bottom)) <= 2 + em / 30);  // as much air above as below
        CHECK(ink.bottom - ink.top > em * 3 / 4);
    }
    CHECK(platform::type_size_at_most(5) == 20);
    CHECK(platform::type_size_at_most(37.9f) == 32);
    CHECK(platform::type_size_at_most(38) == 38);
    CHECK(platform::type_size_at_most(1000) == 96);
}

TEST_CASE("Chinese shapes, not Japanese ones") {
    // 骨 has its inner corner on the left in China and on the right in Japan: compare both halves of its upper box.
    test::Sheet sheet({112, 112});
    const Image bone = drawn(sheet, sheet.faces().text, 96, U'骨');
    int left = 0;
    int right = 0;
    for (int y = 20; y < 48; ++y) {
        for (int x = 34; x < 80; ++x) {
            (x < 57 ? left : right) += bone.pixel(x, y)[0] < 128 ? 1 : 0;
        }
    }
    CHECK(left > right);
}

TEST_CASE("icons are in their own face and only there") {
    test::Sheet sheet({96, 96});
    const Ink ink = ink_of(drawn(sheet, sheet.faces().icons, 66, 0xE88A));  // home
    CHECK(ink.right - ink.left > 40);
    CHECK(ink.top >= 8);
    CHECK(ink.bottom <= 8 + 66);
    CHECK(ink_of(drawn(sheet, sheet.faces().icons, 66, 0xE0FF)).right <
          90);  // an icon that does not exist harms nobody
    const Image in_text = drawn(sheet, sheet.faces().text, 66, 0xE88A);
    CHECK(platform::compare(in_text, drawn(sheet, sheet.faces().text, 66, 0x10FFFD)).channel_max == 0);
}

TEST_CASE("a file is opened when a character needs it, and rare ones are forgotten with the session") {
    const auto fonts = open_fonts();
    CHECK(fonts->files_mapped() == 1);
    {
        platform::UiContext context(*fonts, {});
        platform::Canvas canvas({200, 100});
        const auto show = [&](const char* text) {
            context.begin_frame({200, 100}, 0);
            ImGui::GetBackgroundDrawList()->AddText(context.faces().text, 28, ImVec2(0, 0), IM_COL32_BLACK, text);
            canvas.render(context.end_frame(), 0);
        };
        show("国家司法救助 2026");
        const int ordinary = fonts->files_mapped();
        CHECK(ordinary <= 4);
        show("\xF0\xA0\xAE\xB7");  // U+20BB7: Noto has it
        CHECK(fonts->files_mapped() == ordinary);
        show(utf8(kOnlyInFallbacks).c_str());
        CHECK(fonts->files_mapped() > ordinary);
    }
    CHECK(fonts->files_mapped() == 0);
    CHECK(fonts->can_draw(U'国'));
}

TEST_CASE("missing and damaged fonts are named, with what to do") {
    const TemporaryFolder folder;
    const auto nothing = FontLibrary::open(FontSearch{{folder.path.string()}});
    REQUIRE_FALSE(nothing);
    CHECK(nothing.error().code == "fonts.missing");
    CHECK(nothing.error().message.find("NotoSansCJK-Regular.ttc") != std::string::npos);
    CHECK(nothing.error().message.find("fonts-noto-cjk") != std::string::npos);
    CHECK(nothing.error().message.find(folder.path.string()) != std::string::npos);

    std::ofstream(folder.path / "NotoSansCJK-Medium.ttc") << "this is no font";
    FontSearch damaged = FontSearch::standard();
    damaged.folders.insert(damaged.folders.begin(), folder.path.string());
    const auto torn = FontLibrary::open(damaged);
    REQUIRE_FALSE(torn);
    CHECK(torn.error().code == "fonts.damaged");
    CHECK(torn.error().message.find("NotoSansCJK-Medium.ttc") != std::string::npos);
}

TEST_CASE("without the fallback fonts the program runs, and says which are missing") {
    const TemporaryFolder folder;
    for (const char* name : {"opentype/noto/NotoSansCJK-Regular.ttc", "opentype/noto/NotoSansCJK-Bold.ttc",
                             "truetype/material-design-icons-iconfont/MaterialIcons-Regular.ttf"}) {
        const std::filesystem::path file = std::filesystem::path("/usr/share/fonts") / name;
        std::filesystem::create_symlink(file, folder.path / file.filename());
    }
    const auto fonts = FontLibrary::open(FontSearch{{folder.path.string()}});
    REQUIRE(fonts);
    CHECK((*fonts)->missing_fallbacks() == std::vector<std::string>{"BabelStoneHan.ttf", "HanaMinB.ttf"});
    CHECK((*fonts)->can_draw(U'国'));
    CHECK_FALSE((*fonts)->can_draw(kOnlyInFallbacks));
}

TEST_CASE("the folder of the environment comes first") {
    setenv("COURTYARD_FONTS", "/somewhere/own:/else", 1);
    const FontSearch search = FontSearch::standard();
    unsetenv("COURTYARD_FONTS");
    REQUIRE(search.folders.size() > 2);
    CHECK(search.folders[0] == "/somewhere/own");
    CHECK(search.folders[1] == "/else");
    CHECK(FontSearch::standard().folders[0] != "/somewhere/own");
}
