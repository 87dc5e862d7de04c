#include <doctest/doctest.h>

#include "app/printer/escpos.hpp"
#include "app/printer/escpos_reader.hpp"
#include "sync/base/random.hpp"

using namespace courtyard;

namespace {

paper::Raster picture(int width, int height, std::uint64_t seed) {
    base::SeededRandom random(seed);
    paper::Raster out = paper::Raster::white(width, height);
    for (std::uint8_t& grey : out.grey)
        grey = static_cast<std::uint8_t>(random.next());
    return out;
}

}  // namespace

TEST_CASE("what is sent comes back dot for dot, in bands of at most 256 rows, fed and cut") {
    for (const auto& [width, height] : {std::pair{384, 1}, {384, 256}, {384, 257}, {576, 1000}, {576, 512}}) {
        const paper::Raster sent = picture(width, height, 5);
        const auto came = printer::read_escpos(printer::to_escpos(sent));
        REQUIRE_MESSAGE(came.has_value(), came.error().message);
        CHECK(came->picture.width == width);
        CHECK(came->picture.height == height);
        CHECK(came->bands == (height + 255) / 256);
        CHECK(came->fed_lines == 4);
        CHECK(came->cuts == 1);
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x)
                REQUIRE((came->picture.row(y)[x] == 0) == (sent.row(y)[x] < 128));
    }
}

TEST_CASE("the bytes are those of the manual") {
    paper::Raster one = paper::Raster::white(10, 2);
    one.row(0)[0] = one.row(1)[9] = 0;
    const base::Bytes wanted = {0x1B, 0x40, 0x1D, 0x76, 0x30, 0x00, 2,    0,    2,    0, 0x80,
                                0x00, 0x00, 0x40, 0x1B, 0x64, 0x04, 0x1D, 0x56, 0x42, 0};
    CHECK(printer::to_escpos(one) == wanted);
    CHECK(printer::status_request(printer::Asks::Paper) == base::Bytes{0x10, 0x04, 0x04});
}

TEST_CASE("a line that is cut, or speaks another language, is told apart from a whole one") {
    const base::Bytes whole = printer::to_escpos(picture(384, 300, 6));
    printer::Printed so_far;
    const base::Bytes cut(whole.begin(), whole.begin() + 13'000);
    CHECK(printer::read_escpos(cut, &so_far).error().code == "escpos.cut_off");
    CHECK(so_far.bands == 1);
    CHECK(so_far.cuts == 0);
    CHECK(printer::read_escpos(base::as_bytes("%PDF-1.5")).error().code == "escpos.command");
}

TEST_CASE("answers of a printer: paper, cover, and what is no answer at all") {
    using printer::Asks;
    using printer::Condition;
    CHECK(printer::read_status(Asks::Paper, 0x12) == Condition::Ready);
    CHECK(printer::read_status(Asks::Paper, 0x1E) == Condition::PaperNearEnd);
    CHECK(printer::read_status(Asks::Paper, 0x72) == Condition::PaperOut);
    CHECK(printer::read_status(Asks::Offline, 0x16) == Condition::CoverOpen);
    CHECK(printer::read_status(Asks::Offline, 0x32) == Condition::PaperOut);
    CHECK(printer::read_status(Asks::Offline, 0x52) == Condition::Error);
    CHECK(printer::read_status(Asks::Offline, 0x12) == Condition::Ready);
    for (const int byte : {0x00, 0x11, 0x13, 0xFF, 0x90, 0x41})
        CHECK_FALSE(printer::read_status(Asks::Paper, static_cast<std::uint8_t>(byte)));
}
