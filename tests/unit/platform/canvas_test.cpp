// What single shapes become on the CPU.
#include "app/platform/canvas.hpp"

#include <doctest/doctest.h>

#include "app/platform/texture.hpp"
#include "app/platform/tile_spans.hpp"
#include "tests/unit/platform/sample_screen.hpp"
#include "tests/unit/platform/shapes_support.hpp"

using namespace courtyard;
using platform::Image;

namespace {

std::uint32_t rgb(const Image& image, int x, int y) {
    const std::uint8_t* p = image.pixel(x, y);
    return static_cast<std::uint32_t>(p[0]) << 16 | static_cast<std::uint32_t>(p[1]) << 8 | p[2];
}

constexpr std::uint32_t kGround = 0x204060;
constexpr ImU32 kHalf = IM_COL32(200, 100, 50, 128);
const std::uint32_t kHalfOnce = platform::blend_pixel(kGround, 0xC86432, 128);

// How many pixels have this colour.
int count(const Image& image, std::uint32_t colour) {
    int found = 0;
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x < image.width; ++x) {
            found += rgb(image, x, y) == colour ? 1 : 0;
        }
    }
    return found;
}

}  // namespace

TEST_CASE("a rectangle covers the pixels whose centres it covers, and blends exactly") {
    test::Sheet sheet({100, 80});
    const Image image = test::draw_once(
        sheet,
        [](ImDrawList& list) {
            list.AddRectFilled(ImVec2(10, 20), ImVec2(30, 40), kHalf);
            list.AddRectFilled(ImVec2(50.4f, 20.6f), ImVec2(60.6f, 30.4f), IM_COL32(255, 255, 255, 255));
        },
        kGround);
    CHECK(rgb(image, 9, 20) == kGround);
    CHECK(rgb(image, 10, 20) == kHalfOnce);
    CHECK(rgb(image, 29, 39) == kHalfOnce);
    CHECK(rgb(image, 30, 39) == kGround);
    CHECK(count(image, kHalfOnce) == 400);
    CHECK(rgb(image, 50, 21) == 0xFFFFFF);
    CHECK(count(image, 0xFFFFFF) == 11 * 9);
}

// Half-transparent shapes show every pixel that is drawn twice or not at all.
TEST_CASE("triangles that share edges draw every pixel between them once") {
    test::Sheet sheet({200, 200});
    for (int turn = 0; turn < 24; ++turn) {
        const Image image = test::draw_once(
            sheet,
            [&](ImDrawList& list) {
                list.Flags = 0;  // no soft edges: bare triangles
                const ImVec2 middle(97.3f + static_cast<float>(turn) * 0.37f,
                                    101.9f - static_cast<float>(turn) * 0.21f);
                const ImVec2 corners[] = {{20, 20},   {101.5f, 17.25f}, {180, 20}, {183.1f, 90.5f},
                                          {180, 180}, {66, 184},        {20, 180}, {12.7f, 77}};
                for (int i = 0; i < 8; ++i) {
                    list.AddTriangleFilled(middle, corners[i], corners[(i + 1) % 8], kHalf);
                }
            },
            kGround);
        REQUIRE(count(image, kGround) + count(image, kHalfOnce) == 200 * 200);
        REQUIRE(rgb(image, 100, 100) == kHalfOnce);
        REQUIRE(count(image, kHalfOnce) > 160 * 160);
    }
}

TEST_CASE("a polygon covers exactly what its triangles cover") {
    test::Sheet sheet({128, 128});
    const ImVec2 corners[] = {{30.3f, 10.1f},  {90.7f, 13.9f},  {120.2f, 64.4f},
                              {88.8f, 117.3f}, {33.1f, 110.6f}, {9.9f, 60}};
    const auto bare = [&](bool as_fan) {
        return test::draw_once(
            sheet,
            [&](ImDrawList& list) {
                list.Flags = 0;
                if (as_fan) return list.AddConvexPolyFilled(corners, 6, kHalf);
                for (int i = 5; i >= 2; --i) {  // in another order the renderer sees triangles, not a fan
                    list.AddTriangleFilled(corners[0], corners[i - 1], corners[i], kHalf);
                }
            },
            kGround);
    };
    CHECK(platform::compare(bare(true), bare(false)).channel_max == 0);
}

TEST_CASE("nothing is drawn outside the clip") {
    test::Sheet sheet({128, 128});
    const Image image = test::draw_once(
        sheet,
        [](ImDrawList& list) {
            list.PushClipRect(ImVec2(40, 50), ImVec2(70, 66));
            list.AddRectFilled(ImVec2(0, 0), ImVec2(128, 128), kHalf);
            list.AddCircleFilled(ImVec2(50, 60), 40, IM_COL32(0, 0, 0, 0));
            list.PopClipRect();
            list.PushClipRect(ImVec2(100, 100), ImVec2(90, 90));
            list.AddRectFilled(ImVec2(0, 0), ImVec2(128, 128), kHalf);
            list.PopClipRect();
        },
        kGround);
    CHECK(count(image, kHalfOnce) == 30 * 16);
    CHECK(count(image, kGround) == 128 * 128 - 30 * 16);
    CHECK(rgb(image, 40, 50) == kHalfOnce);
    CHECK(rgb(image, 69, 65) == kHalfOnce);
}

TEST_CASE("a picture at its own size is copied texel by texel; enlarged it is interpolated") {
    test::Sheet sheet({200, 160});
    Image picture = test::sample_picture(32, 24);
    for (std::size_t i = 3; i < picture.rgba.size(); i += 4) {
        picture.rgba[i] = 255;
    }
    sheet.frame([](ImDrawList&) {});
    const platform::Texture texture(picture);
    const Image image = test::draw_once(
        sheet,
        [&](ImDrawList& list) {
            list.AddImage(texture.ref(), ImVec2(70, 60), ImVec2(102, 84));
            list.AddImage(texture.ref(), ImVec2(0, 0), ImVec2(64, 48));
        },
        kGround);
    for (int y = 0; y < 24; ++y) {
        for (int x = 0; x < 32; ++x) {
            REQUIRE(rgb(image, 70 + x, 60 + y) == rgb(picture, x, y));
        }
    }
    // At twice the size a pixel centre lies a quarter of a texel beside a texel centre.
    const int left = picture.pixel(4, 8)[0];
    const int right = picture.pixel(5, 8)[0];
    CHECK(static_cast<int>(image.pixel(9, 16)[0]) == doctest::Approx(left * 0.75 + right * 0.25).epsilon(0.01));
    CHECK(rgb(image, 0, 0) == rgb(picture, 0, 0));  // at the rim the last texel goes on
}

TEST_CASE("a colour gradient goes evenly from corner to corner") {
    test::Sheet sheet({256, 64});
    const Image image = test::draw_once(sheet, [](ImDrawList& list) {
        list.AddRectFilledMultiColor(ImVec2(0, 0), ImVec2(256, 64), IM_COL32(0, 0, 0, 255), IM_COL32(255, 0, 0, 255),
                                     IM_COL32(255, 0, 0, 255), IM_COL32(0, 0, 0, 255));
    });
    for (int x = 0; x < 256; ++x) {
        REQUIRE(std::abs(image.pixel(x, 10)[0] - x) <= 1);
        REQUIRE(image.pixel(x, 10)[0] == image.pixel(x, 50)[0]);
        REQUIRE(image.pixel(x, 10)[1] == 0);
    }
}

TEST_CASE("text is the same pixels from both kinds of atlas") {
    const auto words = [](const platform::Faces& faces) {
        return [faces](ImDrawList& list) {
            list.AddText(faces.text, 28, ImVec2(3, 5), IM_COL32(20, 30, 40, 255), "应𫖯安 毕䶮 Agy");
            list.AddText(faces.bold, 38, ImVec2(3, 50), IM_COL32(20, 30, 40, 120), "乡村司法救助");
        };
    };
    Image pictures[2];
    for (const auto format : {platform::AtlasFormat::Alpha8, platform::AtlasFormat::Rgba32}) {
        test::Sheet sheet({300, 100}, format);
        pictures[format == platform::AtlasFormat::Alpha8 ? 0 : 1] =
            test::draw_once(sheet, words(sheet.faces()), 0xFFFFFF);
    }
    CHECK(platform::compare(pictures[0], pictures[1]).channel_max == 0);
    CHECK(count(pictures[0], 0xFFFFFF) < 300 * 100 - 1500);
}

TEST_CASE("a wiped canvas holds no pixel of what was drawn") {
    test::Sheet sheet({100, 80});
    platform::Canvas canvas(sheet.size());
    const auto draw = [](ImDrawList& list) {
        list.AddRectFilled(ImVec2(0, 0), ImVec2(100, 80), IM_COL32(1, 2, 3, 255));
    };
    canvas.render(sheet.frame(draw), kGround);
    CHECK(count(canvas.read_pixels(), 0x010203) == 100 * 80);
    canvas.wipe();
    CHECK(count(canvas.read_pixels(), 0) == 100 * 80);
    const platform::Damage damage = canvas.render(sheet.frame(draw), kGround);
    CHECK(damage.tiles_changed == damage.tiles_total);
}

// Pictures are compared byte by byte between machines and compilers. No soft edges and no text here: those depend on
// ImGui's and FreeType's version; what our own arithmetic makes of given corners must never move.
TEST_CASE("the same corners give the same bytes with every compiler") {
    test::Sheet sheet({256, 192});
    sheet.frame([](ImDrawList&) {});
    const platform::Texture texture(test::sample_picture(48, 40));
    const Image image = test::draw_once(
        sheet,
        [&](ImDrawList& list) {
            list.Flags = 0;
            list.AddImage(texture.ref(), ImVec2(3.3f, 5.7f), ImVec2(140.1f, 99.9f), ImVec2(0, 0), ImVec2(1, 1),
                          IM_COL32(255, 230, 200, 190));
            list.AddImageQuad(texture.ref(), ImVec2(120, 20), ImVec2(250, 44), ImVec2(231, 180), ImVec2(101, 133));
            list.AddRectFilledMultiColor(ImVec2(10, 110), ImVec2(130, 180), IM_COL32(255, 0, 0, 255),
                                         IM_COL32(0, 255, 0, 40), IM_COL32(0, 0, 255, 255), IM_COL32(9, 99, 0, 130));
            for (int i = 0; i < 40; ++i) {
                const float x = static_cast<float>(i * 37 % 256) + static_cast<float>(i % 7) * 0.13f;
                const float y = static_cast<float>(i * 53 % 192);
                list.AddTriangleFilled(ImVec2(x, y), ImVec2(x + 31.7f, y + 9.2f), ImVec2(x - 4.4f, y + 40.1f),
                                       IM_COL32(i * 6, 255 - i * 5, i * 3, 40 + i * 5));
            }
        },
        kGround);
    std::uint64_t hash = 1469598103934665603u;  // FNV-1a
    for (const std::uint8_t byte : image.rgba) {
        hash = (hash ^ byte) * 1099511628211u;
    }
    CHECK(hash == 6529892343486462471u);
}
