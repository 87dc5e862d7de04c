// Do the symbols come back from what people bring? Strips of 58 and 80 mm as the printer draws them and A4 pages as
// poppler draws them, worn in ten ways, read by two decoders that have nothing in common.
//
// What is demanded:
//   - clean: both decoders read every symbol;
//   - each wear by itself: at least one decoder reads every symbol, in every picture;
//   - all wears at once: the two together read at least nine symbols of ten.
// The rates of each decoder are printed with the seeds.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <set>

#include "app/paper/pages.hpp"
#include "app/paper/scan.hpp"
#include "app/paper/slip.hpp"
#include "sync/base/encoding.hpp"
#include "sync/base/random.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/unit/paper/worn.hpp"

using namespace courtyard;
using test::Wear;

namespace {

constexpr std::uint64_t kSeed = 20261126;
constexpr int kTrials = 3;  // pictures of each wear that has chance in it

std::string part_text(std::uint64_t seed) {
    base::SeededRandom random(seed);
    base::Bytes raw(388);  // 4 + 388 * 3 / 2 characters: as long as a symbol of a slip may be
    random.fill(raw);
    std::string text = "CYA1" + base::base45(raw);
    text.resize(std::min<std::size_t>(text.size(), 600));
    return text;
}

paper::Slip slip() {
    return {.title = "材料回执",
            .head = {"测试县人民法院", "云坞村共享法庭", "2026-11-23 09:30"},
            .number = "7K2M-9QXR-4HTDW",
            .code = "7K2M-9QXR-4HTD-W8C3\nPLNA-E6FG-J2XX-0000",
            .code_caption = "查询口令（请保密）",
            .receipt_symbol = "CYR17K2M9QXR4HTDW8C3PLNAE6FGJ2XX0000",
            .receipt_caption = "查办到哪一步，用这个码",
            .part_symbols = {part_text(1), part_text(2)},
            .part_caption = "备用码 {n}/{of}",
            .foot = {"收到材料，不等于立案。"}};
}

std::set<std::string> wanted() {
    const paper::Slip all = slip();
    std::set<std::string> texts(all.part_symbols.begin(), all.part_symbols.end());
    texts.insert(all.receipt_symbol);
    return texts;
}

// What the printer's head burns: black or white.
paper::Raster burnt(paper::Raster strip) {
    for (std::uint8_t& grey : strip.grey)
        grey = grey < 128 ? 0 : 255;
    return strip;
}

// A phone that sees two pixels where the printer has a dot.
paper::Raster seen(const paper::Raster& strip) {
    paper::Raster out = paper::Raster::white(strip.width * 2, strip.height * 2);
    for (int y = 0; y < out.height; ++y)
        for (int x = 0; x < out.width; ++x)
            out.row(y)[x] = strip.row(y / 2)[x / 2];
    return out;
}

std::set<std::string> read_by(paper::Decoder decoder, const paper::Raster& picture) {
    std::set<std::string> found;
    for (const std::string& text : paper::scan_with(decoder, picture))
        found.insert(text);
    return found;
}

struct Rate {
    int zbar = 0, zxing = 0, either = 0, all = 0;
};

void look(const paper::Raster& picture, Rate& rate) {
    const auto zbar = read_by(paper::Decoder::ZBar, picture);
    const auto zxing = read_by(paper::Decoder::ZXing, picture);
    for (const std::string& text : wanted()) {
        rate.zbar += zbar.count(text) > 0 ? 1 : 0;
        rate.zxing += zxing.count(text) > 0 ? 1 : 0;
        rate.either += zbar.count(text) + zxing.count(text) > 0 ? 1 : 0;
        ++rate.all;
    }
}

void judge(const std::string& paper_name, const paper::Raster& clean) {
    for (int i = 0; i < test::kWears; ++i) {
        const auto wear = static_cast<Wear>(i);
        const bool by_chance = wear != Wear::Clean && wear != Wear::Blur && wear != Wear::Small;
        Rate rate;
        const int trials = wear == Wear::All ? 10 : kTrials;
        for (int trial = 0; trial < (by_chance ? trials : 1); ++trial)
            look(test::worn(clean, wear, kSeed + static_cast<std::uint64_t>(100 * i + trial)), rate);
        const std::string told = paper_name + " " + test::name_of(wear) + ": zbar " + std::to_string(rate.zbar) +
                                 ", ZXing " + std::to_string(rate.zxing) + ", either " + std::to_string(rate.either) +
                                 " of " + std::to_string(rate.all) + ", seeds from " +
                                 std::to_string(kSeed + static_cast<std::uint64_t>(100 * i));
        std::printf("%s\n", told.c_str());
        CAPTURE(told);
        if (wear == Wear::Clean) {
            CHECK(rate.zbar == rate.all);
            CHECK(rate.zxing == rate.all);
        } else if (wear == Wear::All) {
            CHECK(rate.either * 10 >= rate.all * 9);
        } else {
            CHECK(rate.either == rate.all);
        }
    }
}

paper::Raster page_by_poppler(const base::Bytes& pdf, int dpi) {
    const test::TempFolder folder;
    std::ofstream(folder / "page.pdf", std::ios::binary)
        .write(reinterpret_cast<const char*>(pdf.data()), static_cast<std::streamsize>(pdf.size()));
    const std::string line = "pdftoppm -gray -png -singlefile -f 1 -l 1 -r " + std::to_string(dpi) + " '" +
                             (folder / "page.pdf").string() + "' '" + (folder / "page").string() + "'";
    REQUIRE(std::system(line.c_str()) == 0);
    std::ifstream in(folder / "page.png", std::ios::binary);
    const std::string png((std::istreambuf_iterator<char>(in)), {});
    auto raster = paper::from_png(base::as_bytes(png));
    REQUIRE_MESSAGE(raster.has_value(), raster.error().message);
    return *raster;
}

}  // namespace

TEST_CASE("symbols of a worn strip of 58 mm are read back") {
    judge("58 mm", seen(burnt(paper::draw_slip(slip(), paper::Width::Mm58).value())));
}

TEST_CASE("symbols of a worn strip of 80 mm are read back") {
    judge("80 mm", seen(burnt(paper::draw_slip(slip(), paper::Width::Mm80).value())));
}

TEST_CASE("symbols of a worn A4 page are read back") {
    // 300 dpi: 7.6 pixels a module of 0.64 mm, what a phone sees that holds the page's lower half.
    judge("A4", page_by_poppler(paper::draw_pages(paper::document_of(slip())).value(), 300));
}

namespace {

constexpr int kDots = 8;
constexpr int kBlock = 12;  // modules

paper::Raster drawn(const std::string& text) {
    const auto modules = paper::encode_symbol(text);
    REQUIRE(modules.has_value());
    const int side = modules->with_quiet() * kDots;
    paper::Raster symbol = paper::Raster::white(side, side);
    for (int row = 0; row < modules->size; ++row) {
        for (int column = 0; column < modules->size; ++column) {
            if (!modules->at(row, column)) continue;
            for (int y = 0; y < kDots; ++y)
                std::fill_n(
                    symbol.row((row + paper::kQuietModules) * kDots + y) + (column + paper::kQuietModules) * kDots,
                    kDots, std::uint8_t{0});
        }
    }
    return symbol;
}

// `row`, `column` of the symbol's modules: the corner of a block of 12 x 12 that is torn out.
void tear(paper::Raster& symbol, int row, int column) {
    test::tear_out(symbol, (column + paper::kQuietModules) * kDots, (row + paper::kQuietModules) * kDots,
                   kBlock * kDots);
}

int readers_of(const paper::Raster& symbol, const std::string& text) {
    int readers = 0;
    for (const auto decoder : {paper::Decoder::ZBar, paper::Decoder::ZXing})
        readers += read_by(decoder, symbol).count(text) > 0 ? 1 : 0;
    return readers;
}

}  // namespace

TEST_CASE("control: a block of 12 x 12 modules torn out of the small symbol is more than its correction, and fails") {
    // Version 2 at level M: 44 code words, of which 8 can be wrong; the block takes 18 of them.
    const std::string text = slip().receipt_symbol;
    paper::Raster symbol = drawn(text);
    CHECK(readers_of(symbol, text) == 2);
    tear(symbol, 11, 11);
    CHECK(readers_of(symbol, text) == 0);
}

TEST_CASE("control: a large symbol mends one such block and not six") {
    // Version 15 at level M: ten blocks of about 65 code words, in each of which 12 can be wrong.
    const std::string text = part_text(1);
    paper::Raster symbol = drawn(text);
    CHECK(readers_of(symbol, text) == 2);
    tear(symbol, 30, 30);
    CHECK(readers_of(symbol, text) >= 1);
    for (const auto& [row, column] : {std::pair{12, 12}, {12, 40}, {40, 12}, {44, 44}, {56, 30}, {30, 58}, {60, 60}})
        tear(symbol, row, column);
    CHECK(readers_of(symbol, text) == 0);
}
