#include <doctest/doctest.h>

#include <string_view>

#include "app/camera/decode.hpp"
#include "app/camera/encode.hpp"
#include "app/camera/straighten.hpp"
#include "tests/unit/camera/scene.hpp"

using namespace courtyard;
using namespace courtyard::camera;

namespace {

// Chance in every pixel: the worst that a JPEG can be asked to hold.
Picture noise(int width, int height) {
    Picture picture(width, height);
    scene::Chance chance(9);
    for (std::uint8_t& value : picture.rgb)
        value = static_cast<std::uint8_t>(chance.between(0, 255));
    return picture;
}

// The camera's own words in a file: what must not travel.
base::Bytes with_exif(const base::Bytes& jpeg, int orientation) {
    std::string app =
        std::string("Exif\0\0", 6) + "MM" + std::string("\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 17);
    app += static_cast<char>(orientation);
    app += std::string(6, '\0') + "GPS-SECRET-PLACE";
    const std::size_t size = app.size() + 2;
    base::Bytes out(jpeg.begin(), jpeg.begin() + 2);
    for (const int byte : {0xFF, 0xE1, static_cast<int>(size >> 8U), static_cast<int>(size & 0xFFU)})
        out.push_back(static_cast<std::uint8_t>(byte));
    out.insert(out.end(), app.begin(), app.end());
    out.insert(out.end(), jpeg.begin() + 2, jpeg.end());
    return out;
}

}  // namespace

TEST_CASE("a page fits the limit and stays readable") {
    const Straightened page = straighten(scene::make(2).photo);
    Picture large(page.picture.width * 2, page.picture.height * 2);
    for (int y = 0; y < large.height; ++y)
        for (int x = 0; x < large.width; ++x)
            std::copy_n(page.picture.at(x / 2, y / 2), 3, large.at(x, y));
    const auto fitted = fit(large);
    REQUIRE(fitted.has_value());
    CHECK(fitted->jpeg.size() <= kPhotoBytesMax);
    CHECK(std::max(fitted->width, fitted->height) >= kPhotoSideReadable);
    const auto again = decode(fitted->jpeg);
    REQUIRE(again.has_value());
    CHECK(again->width == fitted->width);
}

TEST_CASE("even chance itself is made to fit, and what cannot is refused") {
    const Picture picture = noise(1600, 1200);
    const auto fitted = fit(picture);
    REQUIRE(fitted.has_value());
    CHECK(fitted->jpeg.size() <= kPhotoBytesMax);
    CHECK(encode_jpeg(picture, 82)->size() > kPhotoBytesMax);  // control: it did not fit by itself
    CHECK(fit(picture, 500).error().code == "picture.encode");
}

TEST_CASE("nothing but the picture is in what leaves: no EXIF, no comment, no profile") {
    const Picture picture = scene::make(4).photo.copy();
    const base::Bytes from_phone = with_exif(*encode_jpeg(picture, 70), 6);
    REQUIRE(base::as_text(from_phone).find("GPS-SECRET") != std::string_view::npos);
    const auto read = decode(from_phone);
    REQUIRE(read.has_value());
    CHECK(read->width == picture.height);  // orientation 6: turned upright
    const auto fitted = fit(*read);
    REQUIRE(fitted.has_value());
    const std::string_view text = base::as_text(fitted->jpeg);
    CHECK(text.find("GPS-SECRET") == std::string_view::npos);
    CHECK(text.find("Exif") == std::string_view::npos);
    // Markers FFE1 … FFEF and FFFE are others' words; FFE0 says that it is a JPEG.
    for (std::size_t i = 0; i + 1 < fitted->jpeg.size() && fitted->jpeg[i + 1] != 0xDA;) {
        if (fitted->jpeg[i] != 0xFF || fitted->jpeg[i + 1] == 0xD8) {
            i += 2;
            continue;
        }
        const int marker = fitted->jpeg[i + 1];
        CHECK_FALSE(((marker >= 0xE1 && marker <= 0xEF) || marker == 0xFE));
        i += 2 + static_cast<std::size_t>(fitted->jpeg[i + 2] << 8U | fitted->jpeg[i + 3]);
    }
}

TEST_CASE("all eight ways of holding a phone end upright") {
    Picture picture(64, 32);
    for (int y = 0; y < 32; ++y)
        for (int x = 0; x < 64; ++x)
            picture.at(x, y)[0] = picture.at(x, y)[1] = picture.at(x, y)[2] =
                static_cast<std::uint8_t>(x < 32 && y < 16 ? 250 : 10);  // upper left is bright
    const base::Bytes jpeg = *encode_jpeg(picture, 95);
    // Where the bright corner of the stored picture lies when shown as TIFF 6.0 says.
    const bool right[9] = {false, false, true, true, false, false, true, true, false};
    const bool low[9] = {false, false, false, true, true, false, false, true, true};
    for (int orientation = 1; orientation <= 8; ++orientation) {
        INFO("orientation " << orientation);
        const auto read = decode(with_exif(jpeg, orientation));
        REQUIRE(read.has_value());
        CHECK((read->width < read->height) == (orientation >= 5));
        const int x = right[orientation] ? read->width - 8 : 8;
        const int y = low[orientation] ? read->height - 8 : 8;
        CHECK(read->at(x, y)[0] > 150);
        CHECK(read->at(read->width - 1 - x, read->height - 1 - y)[0] < 100);
    }
    CHECK(orientation_in(base::as_bytes("Exif")) == 1);
    CHECK(orientation_in({}) == 1);
}

TEST_CASE("what is no sound picture is refused before it is unpacked") {
    CHECK(decode(base::as_bytes("%PDF-1.7 hello")).error().code == "picture.format");
    CHECK(decode({}).error().code == "picture.format");
    const base::Bytes jpeg = *encode_jpeg(scene::make(1).photo, 70);
    for (const double part : {0.2, 0.5, 0.95}) {
        const auto size = static_cast<std::size_t>(part * static_cast<double>(jpeg.size()));
        CHECK(decode(base::ByteView(jpeg).first(size)).error().code == "picture.damaged");
    }
    CHECK(decode(jpeg).has_value());  // control
    base::Bytes vast = jpeg;          // a header that says 65,000 × 65,000
    for (std::size_t i = 0; i + 8 < vast.size(); ++i)
        if (vast[i] == 0xFF && vast[i + 1] == 0xC0) {
            vast[i + 5] = vast[i + 7] = 0xFD, vast[i + 6] = vast[i + 8] = 0xE8;
            break;
        }
    CHECK(decode(vast).error().code == "picture.size");
    CHECK(decode(base::Bytes(kFileBytesMax + 1, 0xFF)).error().code == "picture.size");
}

TEST_CASE("pictures turn by quarters and shrink by their mean") {
    Picture picture(4, 2);
    for (std::size_t i = 0; i < picture.rgb.size(); ++i)
        picture.rgb[i] = static_cast<std::uint8_t>(i);
    const Picture once = turned(picture, 1);
    CHECK(once.width == 2);
    CHECK(once.at(1, 0)[0] == picture.at(0, 0)[0]);
    CHECK(turned(once, 3).rgb == picture.rgb);
    CHECK(turned(picture, -4).rgb == picture.rgb);
    const Picture half = smaller(picture, 2);
    CHECK(half.width == 2);
    CHECK(half.height == 1);
    CHECK(int{half.at(0, 0)[0]} == (0 + 3 + 12 + 15 + 2) / 4);
}
