#include <doctest/doctest.h>

#include <string>

#include "app/camera/encode.hpp"
#include "app/camera/straighten.hpp"
#include "tests/unit/camera/scene.hpp"

using namespace courtyard::camera;

namespace {

constexpr int kScenes = 24;
constexpr double kErrorMax = 4.0;  // pixels of 1280×960: a millimetre on the page

double mean_grey(const Picture& picture, int x0, int y0, int x1, int y1) {
    double sum = 0;
    for (int y = y0; y < y1; ++y)
        for (int x = x0; x < x1; ++x)
            sum += (picture.at(x, y)[0] + picture.at(x, y)[1] + picture.at(x, y)[2]) / 3.0;
    return sum / ((x1 - x0) * (y1 - y0));
}

}  // namespace

TEST_CASE("a sheet on a table is found, askew, shadowed and noisy") {
    int found_well = 0;
    for (std::uint64_t seed = 1; seed <= kScenes; ++seed) {
        const scene::Scene seen = scene::make(seed);
        const auto corners = find_sheet(grey_of(seen.photo));
        INFO("seed " << seed);
        CHECK(corners.has_value());
        if (!corners) continue;
        const double error = scene::worst_error(*corners, seen.corners);
        CHECK_MESSAGE(error < 3 * kErrorMax, "seed " << seed << ": " << error << " px");
        found_well += error < kErrorMax ? 1 : 0;
    }
    CHECK(found_well >= kScenes - 1);
}

TEST_CASE("the measure tells a wrong corner from a right one") {  // the control of the case above
    const scene::Scene seen = scene::make(5);
    Corners off = seen.corners;
    off[2].x += 3 * kErrorMax + 1;
    CHECK(scene::worst_error(seen.corners, seen.corners) == 0);
    CHECK(scene::worst_error(off, seen.corners) > 3 * kErrorMax);
}

TEST_CASE("where there is no whole sheet, nothing is found and the picture keeps its sides") {
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        const scene::Scene empty = scene::make(seed, 1, false);
        INFO("seed " << seed);
        CHECK_FALSE(find_sheet(grey_of(empty.photo)).has_value());
        const Straightened same = straighten(empty.photo);
        CHECK_FALSE(same.found_sheet);
        CHECK(same.picture.width == empty.photo.width);
        CHECK(same.picture.height == empty.photo.height);
    }
    // A page of which the lower edge is out of sight.
    scene::Scene cut = scene::make(3, 0);
    Picture upper(cut.photo.width, 620);
    std::copy_n(cut.photo.rgb.begin(), upper.rgb.size(), upper.rgb.begin());
    CHECK_FALSE(find_sheet(grey_of(upper)).has_value());
}

TEST_CASE("a straightened page has a page's proportions, even light, black text and a red seal") {
    const scene::Scene seen = scene::make(7);
    const Straightened done = straighten(seen.photo);
    REQUIRE(done.found_sheet);
    const Picture& page = done.picture;
    CHECK(static_cast<double>(page.height) / page.width == doctest::Approx(1.4142).epsilon(0.01));
    const auto x = [&](double mm) { return static_cast<int>(mm / 210 * page.width); };
    const auto y = [&](double mm) { return static_cast<int>(mm / 297 * page.height); };
    // Bare paper at both sides of the shadow.
    const double left = mean_grey(page, x(6), y(60), x(20), y(240));
    const double right = mean_grey(page, x(190), y(60), x(204), y(240));
    CHECK(left > 215);
    CHECK(right > 215);
    CHECK(std::abs(left - right) < 20);
    CHECK(mean_grey(page, x(6), y(60), x(20), y(240)) - mean_grey(page, x(30), y(60), x(180), y(240)) > 30);
    const std::uint8_t* seal = page.at(x(150), y(235 - 16.5));
    CHECK(seal[0] > seal[1] + 50);
    CHECK(seal[0] > seal[2] + 50);
}

TEST_CASE("a line of the page lies where it lay, within a millimetre") {
    const scene::Scene seen = scene::make(11);
    const Straightened done = straighten(seen.photo);
    REQUIRE(done.found_sheet);
    int wrong = 0;
    int looked = 0;
    for (double v = 0.02; v < 0.98; v += 0.01)
        for (double u = 0.02; u < 0.98; u += 0.01) {
            // Only well inside of bars and gaps: a millimetre around must be the same.
            const auto ink = [](double at_u, double at_v) { return scene::page(at_u, at_v).grey; };
            const double here = ink(u, v);
            bool sure = !scene::page(u, v).red;
            for (const double du : {-1.0 / 210, 0.0, 1.0 / 210})
                for (const double dv : {-1.0 / 297, 0.0, 1.0 / 297})
                    sure = sure && ink(u + du, v + dv) == here;
            if (!sure) continue;
            ++looked;
            const std::uint8_t* p =
                done.picture.at(static_cast<int>(u * done.picture.width), static_cast<int>(v * done.picture.height));
            wrong += (p[1] < 140) != (here < 140) ? 1 : 0;
        }
    REQUIRE(looked > 3000);
    CHECK(wrong < looked / 50);
}
