#include "app/platform/image.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

#include "sync/base/random.hpp"
#include "tests/unit/platform/sample_screen.hpp"

using namespace courtyard;
using platform::Image;

namespace {

struct TemporaryFolder {
    std::filesystem::path path;
    TemporaryFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "courtyard_image_XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        path = name;
    }
    ~TemporaryFolder() { std::filesystem::remove_all(path); }
};

}  // namespace

TEST_CASE("a picture survives PNG, transparent pixels included") {
    const Image image = test::sample_picture(61, 47);
    const auto png = platform::encode_png(image);
    REQUIRE(png);
    const auto again = platform::decode_png(*png);
    REQUIRE(again);
    CHECK(*again == image);

    const TemporaryFolder folder;
    REQUIRE(platform::write_png(folder.path / "a.png", image));
    CHECK(platform::read_png(folder.path / "a.png").value() == image);
    CHECK(platform::read_png(folder.path / "b.png").error().code == "image.read");
    CHECK(platform::write_png(folder.path / "none" / "a.png", image).error().code == "image.write");
}

TEST_CASE("no bytes but a whole PNG of bearable size are a picture") {
    const auto png = platform::encode_png(test::sample_picture(20, 20));
    REQUIRE(png);
    for (std::size_t size = 0; size < png->size() - 12; size += 7) {  // the last chunk says only that it is the last
        CHECK(platform::decode_png(base::ByteView(*png).first(size)).error().code == "image.decode");
    }
    base::Bytes wide = *png;
    wide[16] = 0x00;
    wide[17] = 0x10;  // width 0x100014: the header alone must be enough to refuse
    CHECK(platform::decode_png(wide).error().code == "image.decode");
    CHECK(platform::encode_png(Image{}).error().code == "image.encode");
    Image lying = test::sample_picture(4, 4);
    lying.width = 400;
    CHECK(platform::encode_png(lying).error().code == "image.encode");
}

TEST_CASE("comparison says how much and how often pictures differ") {
    const Image image = test::sample_picture(40, 30);
    CHECK(platform::compare(image, image).channel_max == 0);
    CHECK(platform::compare(image, image).pixels_over == 0);
    Image other = image;
    other.rgba[4 * 17] = static_cast<std::uint8_t>(other.rgba[4 * 17] ^ 0x40);
    const platform::Difference one = platform::compare(image, other, 3);
    CHECK(one.channel_max == 0x40);
    CHECK(one.pixels_over == 1);
    CHECK(one.channel_mean == doctest::Approx(64.0 / (40 * 30 * 4)));
    CHECK(platform::compare(image, other, 0x40).pixels_over == 0);
    CHECK_FALSE(platform::compare(image, test::sample_picture(40, 31)).same_size);
    const Image seen = platform::picture_of_difference(image, other, 3);
    CHECK(seen.rgba[4 * 17] == 220);
    CHECK(seen.rgba[4 * 17 + 1] == 0);
    CHECK(seen.rgba[4 * 18] == seen.rgba[4 * 18 + 1]);
}
