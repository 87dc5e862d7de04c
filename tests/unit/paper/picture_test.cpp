#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>

#include <jpeglib.h>

#include "app/paper/picture.hpp"
#include "app/paper/scan.hpp"
#include "app/paper/slip.hpp"

using namespace courtyard;

namespace {

enum class Scans { One, Progressive };

// As a phone would: three colours, quality 80.
base::Bytes jpeg_of(const paper::Raster& raster, Scans scans = Scans::One) {
    jpeg_compress_struct info{};
    jpeg_error_mgr errors{};
    info.err = jpeg_std_error(&errors);
    jpeg_create_compress(&info);
    unsigned char* out = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&info, &out, &size);
    info.image_width = static_cast<JDIMENSION>(raster.width);
    info.image_height = static_cast<JDIMENSION>(raster.height);
    info.input_components = 3;
    info.in_color_space = JCS_RGB;
    jpeg_set_defaults(&info);
    jpeg_set_quality(&info, 80, TRUE);
    if (scans == Scans::Progressive) jpeg_simple_progression(&info);
    jpeg_start_compress(&info, TRUE);
    std::vector<JSAMPLE> row(static_cast<std::size_t>(raster.width) * 3);
    while (info.next_scanline < info.image_height) {
        const std::uint8_t* from = raster.row(static_cast<int>(info.next_scanline));
        for (std::size_t x = 0; x < row.size(); ++x)
            row[x] = from[x / 3];
        JSAMPROW pointer = row.data();
        jpeg_write_scanlines(&info, &pointer, 1);
    }
    jpeg_finish_compress(&info);
    const base::Bytes bytes(out, out + size);
    jpeg_destroy_compress(&info);
    std::free(out);
    return bytes;
}

paper::Raster slip() {
    paper::Slip slip;
    slip.title = "材料回执";
    slip.number = "7K3M-9QXT-2HDA6";
    slip.code = "7K3M-9QXT-2HDA-6XW0\nVK4R-P8YC-37GT-N5EH";
    slip.receipt_symbol = "CYR17K3M9QXT2HDA6XW0VK4RP8YC37GTN5EH";
    slip.part_symbols = {"CYA1" + std::string(500, 'K')};
    return paper::draw_slip(slip, paper::Width::Mm80).value();
}

}  // namespace

TEST_CASE("a JPEG is what phones make: it is read like a PNG, told by what is in it") {
    const paper::Raster drawn = slip();
    for (const Scans scans : {Scans::One, Scans::Progressive}) {
        const auto read = paper::from_picture(jpeg_of(drawn, scans));
        REQUIRE_MESSAGE(read.has_value(), read.error().message);
        CHECK(read->width == drawn.width);
        CHECK(read->height == drawn.height);
        const auto texts = paper::scan(*read);
        REQUIRE(texts.has_value());
        CHECK(texts->size() == 2);
    }
    CHECK(paper::from_picture(*paper::to_png(drawn))->grey == drawn.grey);
}

TEST_CASE("a picture of more pixels than fit is read smaller, not refused") {
    paper::Raster wide = paper::Raster::white(12'800, 40);
    for (int x = 0; x < 6'400; ++x)
        wide.row(5)[x] = 0;
    const auto read = paper::from_jpeg(jpeg_of(wide));
    REQUIRE_MESSAGE(read.has_value(), read.error().message);
    CHECK(read->width == 6'400);
    CHECK(read->height == 20);
}

TEST_CASE("what is no PNG, no JPEG, cut off or damaged is refused by name") {
    CHECK(paper::from_picture(base::as_bytes("hello")).error().code == "paper.format");
    CHECK(paper::from_picture({}).error().code == "paper.format");
    CHECK(paper::from_picture(base::as_bytes(std::string("\0\0\0\x18"
                                                         "ftypheic",
                                                         12)))
              .error()
              .message.find("PNG or JPEG") != std::string::npos);
    const base::Bytes whole = jpeg_of(slip());
    for (const std::size_t size : {whole.size() / 2, whole.size() - 200, std::size_t{200}, std::size_t{4}}) {
        CAPTURE(size);
        base::Bytes cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
        CHECK(paper::from_picture(cut).error().code == "paper.jpeg");
    }
    base::Bytes png = *paper::to_png(paper::Raster::white(50, 50));
    png.resize(png.size() / 2);
    CHECK(paper::from_picture(png).error().code == "paper.png");

    // A header that promises 65,000 x 65,000 pixels is not believed.
    base::Bytes huge = whole;
    for (std::size_t i = 0; i + 9 < huge.size(); ++i) {
        if (huge[i] != 0xFF || huge[i + 1] != 0xC0) continue;
        huge[i + 5] = huge[i + 7] = 0xFD;
        break;
    }
    CHECK(paper::from_picture(huge).error().code == "paper.size");
}
