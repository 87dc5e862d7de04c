#include <doctest/doctest.h>

#include <algorithm>

#include "app/paper/scan.hpp"
#include "app/paper/slip.hpp"
#include "sync/base/encoding.hpp"
#include "sync/base/random.hpp"

using namespace courtyard;

namespace {

std::string part_text(std::uint64_t seed, std::size_t bytes) {
    base::SeededRandom random(seed);
    base::Bytes raw(bytes);
    random.fill(raw);
    return "CYA1:" + base::base45(raw);
}

paper::Slip sample(std::size_t part_bytes) {
    return {.title = "材料回执",
            .head = {"测试县人民法院", "云坞村共享法庭", "2026-11-23 09:30"},
            .number = "7K2M-9QXR-4HTD-W",
            .code = "7K2M 9QXR 4HTD W8C3 PLNA E6FG J2",
            .code_caption = "查询码（请收好）",
            .receipt_symbol = "CYR1:7K2M9QXR4HTDW8C3PLNAE6FGJ2",
            .receipt_caption = "在任何一台终端扫这个码，可以看进度",
            .part_symbols = {part_text(1, part_bytes), part_text(2, part_bytes)},
            .part_caption = "材料备份 {n}/{of}",
            .foot = {"收到材料，不等于立案，也不等于同意救助。", "有什么不明白，请打12368，或找庭务主任。"}};
}

bool contains(const std::vector<std::string>& texts, const std::string& text) {
    return std::find(texts.begin(), texts.end(), text) != texts.end();
}

// A phone's soft picture: box blur of 3 x 3 and a grey cast.
paper::Raster blurred(const paper::Raster& picture) {
    paper::Raster out = picture;
    for (int y = 1; y + 1 < picture.height; ++y) {
        for (int x = 1; x + 1 < picture.width; ++x) {
            int sum = 0;
            for (int dy = -1; dy <= 1; ++dy) {
                for (int dx = -1; dx <= 1; ++dx)
                    sum += picture.row(y + dy)[x + dx];
            }
            out.row(y)[x] = static_cast<std::uint8_t>(40 + sum / 9 * 3 / 4);
        }
    }
    return out;
}

}  // namespace

TEST_CASE("both decoders read every symbol of a slip, on 80 mm and on 58 mm paper") {
    for (const auto& [width, bytes] :
         {std::pair{paper::Width::Mm80, std::size_t{400}}, {paper::Width::Mm58, std::size_t{380}}}) {
        const paper::Slip slip = sample(bytes);
        const auto raster = paper::draw_slip(slip, width);
        REQUIRE(raster.has_value());
        for (const auto decoder : {paper::Decoder::ZBar, paper::Decoder::ZXing}) {
            const auto texts = paper::scan_with(decoder, *raster);
            CHECK(contains(texts, slip.receipt_symbol));
            for (const std::string& part : slip.part_symbols)
                CHECK(contains(texts, part));
        }
    }
}

TEST_CASE("a slip comes back from a soft, grey PNG") {
    const paper::Slip slip = sample(400);
    const auto png = paper::to_png(blurred(*paper::draw_slip(slip, paper::Width::Mm80)));
    REQUIRE(png.has_value());
    const auto texts = paper::scan(*paper::from_png(*png));
    REQUIRE(texts.has_value());
    CHECK(contains(*texts, slip.receipt_symbol));
    for (const std::string& part : slip.part_symbols)
        CHECK(contains(*texts, part));
}

TEST_CASE("the query code stands in lines of equal length on both widths of paper, not ragged") {
    // Rows of ink in a strip: how many lines of text, and how far each goes.
    const auto ink = [](const paper::Raster& picture, int from, int to) {
        std::vector<int> widths;
        bool in_line = false;
        for (int y = from; y < to; ++y) {
            int first = picture.width, last = -1;
            for (int x = 0; x < picture.width; ++x) {
                if (picture.row(y)[x] < 128) {
                    first = std::min(first, x);
                    last = std::max(last, x);
                }
            }
            if (last < 0) {
                in_line = false;
                continue;
            }
            if (!in_line) widths.push_back(0);
            in_line = true;
            widths.back() = std::max(widths.back(), last - first);
        }
        return widths;
    };
    for (const paper::Width width : {paper::Width::Mm58, paper::Width::Mm80}) {
        paper::Slip with = sample(300), without = sample(300);
        // All the same letter, so that equal groups are equally wide; nothing but the code differs.
        with.code = "WWWW-WWWW-WWWW-WWWW\nWWWW-WWWW-WWWW-WWWW";
        without.code = " ";
        const auto drawn = paper::draw_slip(with, width).value();
        const auto blank = paper::draw_slip(without, width).value();
        int from = 0;
        while (std::equal(drawn.row(from), drawn.row(from) + drawn.width, blank.row(from)))
            ++from;
        const auto lines = ink(drawn, from, from + 90);
        REQUIRE(lines.size() >= 2);
        CHECK(lines[0] > drawn.width / 2);
        CHECK(std::abs(lines[0] - lines[1]) <= 2);
        CHECK((lines.size() == 2 || lines[2] > drawn.width - 60));  // next comes the rule
    }
}

TEST_CASE("a warning is drawn, and a slip of eleven symbols with it still fits the paper") {
    paper::Slip slip = sample(384);
    while (slip.part_symbols.size() < 11)
        slip.part_symbols.push_back(part_text(slip.part_symbols.size() + 7, 384));
    const auto plain = paper::draw_slip(slip, paper::Width::Mm80);
    REQUIRE_MESSAGE(plain.has_value(), plain.error().message);
    slip.warning = {"这张小票里没有您填的内容。", "请过几天来查一次。"};
    const auto warned = paper::draw_slip(slip, paper::Width::Mm80);
    REQUIRE_MESSAGE(warned.has_value(), warned.error().message);
    CHECK(warned->height > plain->height + 60);
    CHECK(paper::scan_with(paper::Decoder::ZXing, *warned).size() == 12);
}

TEST_CASE("what cannot be printed so that it can be read back is refused by name") {
    paper::Slip slip = sample(400);
    slip.part_symbols[0] = "small letters";
    CHECK(paper::draw_slip(slip, paper::Width::Mm80).error().code == "paper.symbol");
    slip.part_symbols[0] = part_text(3, 900);
    CHECK(paper::draw_slip(slip, paper::Width::Mm80).error().code == "paper.symbol");
    slip.part_symbols[0] = part_text(3, 600);
    CHECK(paper::draw_slip(slip, paper::Width::Mm58).error().code == "paper.width");
    CHECK(paper::draw_slip(slip, paper::Width::Mm80).has_value());
}

TEST_CASE("a picture that is no slip, no PNG or cut off is refused by name") {
    CHECK(paper::scan(paper::Raster::white(300, 300)).error().code == "paper.no_symbol");
    CHECK(paper::from_png(base::as_bytes("hello")).error().code == "paper.png");
    auto png = *paper::to_png(paper::Raster::white(50, 50));
    png.resize(png.size() / 2);
    CHECK(paper::from_png(png).error().code == "paper.png");
    CHECK(paper::from_png({}).error().code == "paper.png");
}

TEST_CASE("PNG keeps every grey value") {
    paper::Raster ramp = paper::Raster::white(256, 3);
    for (int y = 0; y < 3; ++y) {
        for (int x = 0; x < 256; ++x)
            ramp.row(y)[x] = static_cast<std::uint8_t>(x);
    }
    CHECK(paper::from_png(*paper::to_png(ramp))->grey == ramp.grey);
}
