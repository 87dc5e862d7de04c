// A tile is redrawn if and only if its pixels change: long random walks, compared with full redraws pixel by pixel.
#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "app/platform/texture.hpp"
#include "tests/unit/platform/sample_screen.hpp"
#include "tests/unit/platform/shapes_support.hpp"

using namespace courtyard;
using platform::Canvas;
using platform::Damage;
using platform::Image;
using platform::Rect;

namespace {

constexpr platform::Size kSize = {450, 330};  // neither side a whole number of tiles
constexpr std::uint32_t kGround = 0xF4F1EA;

enum class Kind { Box, Card, Disc, Text, Line, Picture, Stretched, Gradient, Count };

struct Thing {
    Kind kind = Kind::Box;
    int x = 0, y = 0, width = 0, height = 0;
    ImU32 colour = 0;
    std::string words;
    bool clipped = false;
};

class Walk {
public:
    Walk(unsigned seed, bool with_fractions) : random_(seed), with_fractions_(with_fractions) {
        for (int i = 0; i < 14; ++i) {
            things_.push_back(some_thing());
        }
    }

    void step() {
        Thing& thing = things_[below(static_cast<int>(things_.size()))];
        switch (below(7)) {
            case 0: thing.x += static_cast<int>(below(41)) - 20; break;
            case 1: thing.y += static_cast<int>(below(41)) - 20; break;
            case 2: thing.colour = some_colour(); break;
            case 3: thing.words = some_words(); break;
            case 4: thing = some_thing(); break;
            case 5: thing.clipped = !thing.clipped; break;
            default: std::swap(thing, things_[below(static_cast<int>(things_.size()))]);
        }
    }

    void draw(ImDrawList& list, const platform::Faces& faces, const platform::Texture& texture) const {
        for (const Thing& thing : things_) {
            const float fraction = with_fractions_ ? static_cast<float>((thing.x * 7 + thing.y) % 16) / 16.0f : 0.0f;
            const ImVec2 low(static_cast<float>(thing.x) + fraction, static_cast<float>(thing.y) + fraction);
            const ImVec2 high(low.x + static_cast<float>(thing.width), low.y + static_cast<float>(thing.height));
            if (thing.clipped) list.PushClipRect(ImVec2(80, 60), ImVec2(300, 250), true);
            draw_one(list, faces, texture, thing, low, high);
            if (thing.clipped) list.PopClipRect();
        }
    }

private:
    static void draw_one(ImDrawList& list, const platform::Faces& faces, const platform::Texture& texture,
                         const Thing& thing, ImVec2 low, ImVec2 high) {
        switch (thing.kind) {
            case Kind::Box: return list.AddRectFilled(low, high, thing.colour);
            case Kind::Card: return list.AddRectFilled(low, high, thing.colour, 18);
            case Kind::Disc: return list.AddCircleFilled(low, static_cast<float>(thing.width) * 0.5f, thing.colour);
            case Kind::Text:
                return list.AddText(faces.text, 28, ImVec2(std::floor(low.x), std::floor(low.y)), thing.colour,
                                    thing.words.c_str());
            case Kind::Line: return list.AddLine(low, high, thing.colour, 2.5f);
            case Kind::Picture:
                return list.AddImage(texture.ref(), ImVec2(std::floor(low.x), std::floor(low.y)),
                                     ImVec2(std::floor(low.x) + 64, std::floor(low.y) + 48));
            case Kind::Stretched: return list.AddImage(texture.ref(), low, high);
            default:
                return list.AddRectFilledMultiColor(low, high, thing.colour, IM_COL32_WHITE, thing.colour,
                                                    IM_COL32(0, 0, 0, 60));
        }
    }
    unsigned below(int bound) { return static_cast<unsigned>(random_()) % static_cast<unsigned>(bound); }
    ImU32 some_colour() { return static_cast<ImU32>(random_()) | (below(2) == 0 ? 0xFF000000u : 0x10000000u); }
    std::string some_words() {
        static const char* const kWords[] = {"司法救助", "请核对一遍",          "应𫖯安", "毕䶮", "123456",
                                             "Agy",      "国家赔偿委员会办公室"};
        return kWords[below(7)];
    }
    Thing some_thing() {
        return {static_cast<Kind>(below(static_cast<int>(Kind::Count))),
                static_cast<int>(below(470)) - 30,
                static_cast<int>(below(340)) - 20,
                static_cast<int>(below(200)) + 8,
                static_cast<int>(below(150)) + 8,
                some_colour(),
                some_words(),
                below(3) == 0};
    }

    std::mt19937 random_;
    bool with_fractions_;
    std::vector<Thing> things_;
};

bool tile_differs(const Image& a, const Image& b, const Rect& tile) {
    for (int y = tile.top; y < tile.bottom; ++y) {
        if (!std::equal(a.pixel(tile.left, y), a.pixel(tile.left, y) + tile.width() * 4, b.pixel(tile.left, y)))
            return true;
    }
    return false;
}

bool is_in(const std::vector<Rect>& rects, const Rect& tile) {
    for (const Rect& rect : rects) {
        if (rect.contains(tile)) return true;
        REQUIRE(platform::intersect(rect, tile).empty());
    }
    return false;
}

struct Tally {
    int rastered = 0;
    int changed = 0;
    int frames = 0;
};

// One step of a walk: the incremental frame equals a full redraw, and exactly the tiles that differ from before are
// reported.
void check_step(Canvas& canvas, ImDrawData& frame, const Image& before, Image& full, Tally& tally) {
    const Damage damage = canvas.render(frame, kGround);
    Canvas fresh(kSize);
    fresh.render_as_onlooker(frame, kGround);
    full = fresh.read_pixels();
    REQUIRE(platform::compare(canvas.read_pixels(), full).channel_max == 0);
    int changed = 0;
    for (int top = 0; top < kSize.height; top += platform::kTileSide) {
        for (int left = 0; left < kSize.width; left += platform::kTileSide) {
            const Rect tile = platform::intersect({left, top, left + platform::kTileSide, top + platform::kTileSide},
                                                  {0, 0, kSize.width, kSize.height});
            const bool differs = tile_differs(before, full, tile);
            changed += differs ? 1 : 0;
            REQUIRE(is_in(damage.changed, tile) == differs);
        }
    }
    REQUIRE(changed == damage.tiles_changed);
    tally.rastered += damage.tiles_rastered;
    tally.changed += damage.tiles_changed;
    ++tally.frames;
}

Tally walk(unsigned seed, bool with_fractions, int steps) {
    CAPTURE(seed);
    test::Sheet sheet(kSize);
    const platform::Texture texture(test::sample_picture(64, 48));
    Walk things(seed, with_fractions);
    Canvas canvas(kSize);
    const auto draw = [&](ImDrawList& list) { things.draw(list, sheet.faces(), texture); };
    canvas.render(sheet.frame(draw), kGround);
    Image before = canvas.read_pixels();
    Tally tally;
    for (int i = 0; i < steps; ++i) {
        CAPTURE(i);
        things.step();
        Image full;
        check_step(canvas, sheet.frame(draw), before, full, tally);
        before = std::move(full);
    }
    return tally;
}

}  // namespace

TEST_CASE("on random walks a tile is redrawn if and only if its pixels change") {
    Tally all;
    for (unsigned seed = 1; seed <= 12; ++seed) {
        const Tally tally = walk(seed, seed % 2 == 0, 60);
        all.rastered += tally.rastered;
        all.changed += tally.changed;
    }
    CHECK(all.changed > 2000);
    // Work done in vain: tiles whose shapes changed without a visible trace (an edge that moved along itself).
    CHECK(all.rastered - all.changed < all.changed / 8);
}

TEST_CASE("text, boxes and pictures that move, change or go cost no tile in vain") {
    test::Sheet sheet(kSize);
    Canvas canvas(kSize);
    std::mt19937 random(7);
    int in_vain = 0;
    int changed = 0;
    for (int i = 0; i < 300; ++i) {
        const auto x = static_cast<float>(random() % 400);
        const auto y = static_cast<float>(random() % 300);
        const bool there = random() % 3 != 0;
        const ImU32 ink = IM_COL32(random() % 200, random() % 200, random() % 200, 255);
        const Damage damage = canvas.render(sheet.frame([&](ImDrawList& list) {
            list.AddRectFilled(ImVec2(0, 0), ImVec2(450, 90), IM_COL32(20, 52, 79, 255));
            list.AddRectFilled(ImVec2(40, 40), ImVec2(360, 300), IM_COL32_WHITE, 30);
            if (there) list.AddText(sheet.faces().text, 28, ImVec2(x, y), ink, std::to_string(i).c_str());
            list.AddRectFilled(ImVec2(y, x * 0.5f), ImVec2(y + 20, x * 0.5f + 20), ink);
        }),
                                            kGround);
        in_vain += damage.tiles_rastered - damage.tiles_changed;
        changed += damage.tiles_changed;
    }
    CHECK(changed > 300);
    CHECK(in_vain == 0);
}

TEST_CASE("what nobody can see costs nothing: frames alike, hidden changes, new glyphs elsewhere in the atlas") {
    test::Sheet sheet(kSize);
    Canvas canvas(kSize);
    int hidden = 0;
    std::string more = "救";
    const auto draw = [&](ImDrawList& list) {
        list.AddText(sheet.faces().text, 28, ImVec2(20, 20), IM_COL32(0, 0, 0, 255), "请核对一遍");
        list.AddRectFilled(ImVec2(130, 130), ImVec2(131.0f + static_cast<float>(hidden), 140),
                           IM_COL32(255, 0, 0, 255));
        list.AddRectFilled(ImVec2(128, 128), ImVec2(256, 192), IM_COL32_WHITE);
        list.AddRectFilled(ImVec2(300, 10), ImVec2(340, 20), IM_COL32(9, 9, 9, 0));
        list.AddText(sheet.faces().text, 28, ImVec2(20, 260), IM_COL32(0, 0, 0, 255), more.c_str());
    };
    canvas.render(sheet.frame(draw), kGround);
    CHECK(canvas.render(sheet.frame(draw), kGround).tiles_rastered == 0);
    for (hidden = 1; hidden < 50; ++hidden) {
        REQUIRE(canvas.render(sheet.frame(draw), kGround).tiles_rastered == 0);
    }
    // So many new glyphs that the atlas grows and everything in it moves: only the tiles with the new text are drawn.
    for (int page = 0; page < 40; ++page) {
        more.clear();
        for (int i = 0; i < 12; ++i) {
            const int c = 0x4E00 + page * 12 + i;
            more += {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 63)),
                     static_cast<char>(0x80 | (c & 63))};
        }
        const Damage damage = canvas.render(sheet.frame(draw), kGround);
        REQUIRE(damage.tiles_changed > 0);
        for (const Rect& rect : damage.changed) {
            REQUIRE(rect.top >= 256);
        }
        REQUIRE(damage.tiles_rastered == damage.tiles_changed);
    }
}

// The control of the walks: when pixels change behind the renderer's back they do go stale, and the comparison sees it.
TEST_CASE("control: texels that change without a word are missed, and the comparison with a full redraw tells") {
    test::Sheet sheet(kSize);
    Canvas canvas(kSize);
    const platform::Texture texture(test::sample_picture(64, 48));
    const auto draw = [&](ImDrawList& list) { list.AddImage(texture.ref(), ImVec2(10, 10), ImVec2(74, 58)); };
    canvas.render(sheet.frame(draw), kGround);
    canvas.render(sheet.frame(draw), kGround);
    ImDrawData& frame = sheet.frame(draw);
    texture.ref()._TexData->Pixels[0] ^= 0xFF;
    texture.ref()._TexData->Pixels[3] = 0xFF;
    CHECK(canvas.render(frame, kGround).tiles_changed == 0);
    Canvas fresh(kSize);
    fresh.render_as_onlooker(frame, kGround);
    CHECK(platform::compare(canvas.read_pixels(), fresh.read_pixels()).pixels_over == 1);
}
