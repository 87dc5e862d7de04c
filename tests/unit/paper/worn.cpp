#include "tests/unit/paper/worn.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "sync/base/random.hpp"

namespace courtyard::test {

namespace {

using paper::Raster;

constexpr double kTiltDegrees = 11;    // what people's hands do (facts/ui.md, section 7)
constexpr double kPerspective = 0.12;  // of the width
constexpr double kBlur = 0.7;          // pixels, of a phone that is not quite still
constexpr double kSmaller = 0.7;

class Chance {
public:
    explicit Chance(std::uint64_t seed) : random_(seed) {}
    double between(double low, double high) {
        return low + (high - low) * static_cast<double>(random_.next() >> 11) / 9007199254740992.0;
    }

private:
    base::SeededRandom random_;
};

double at(const Raster& from, double x, double y) {
    if (x < 0 || y < 0 || x > from.width - 1 || y > from.height - 1) return 255;
    const int left = std::min(static_cast<int>(x), from.width - 2 >= 0 ? from.width - 2 : 0);
    const int top = std::min(static_cast<int>(y), from.height - 2 >= 0 ? from.height - 2 : 0);
    const double across = x - left, down = y - top;
    const std::uint8_t* a = from.row(top) + left;
    const std::uint8_t* b = from.row(std::min(top + 1, from.height - 1)) + left;
    return (1 - down) * ((1 - across) * a[0] + across * a[1]) + down * ((1 - across) * b[0] + across * b[1]);
}

template <class Map>  // Map(x, y) -> where the pixel comes from
Raster warped(const Raster& from, int width, int height, Map map) {
    Raster out = Raster::white(width, height);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const auto [sx, sy] = map(static_cast<double>(x), static_cast<double>(y));
            out.row(y)[x] = static_cast<std::uint8_t>(std::lround(at(from, sx, sy)));
        }
    }
    return out;
}

Raster blurred(const Raster& from, double sigma) {
    const int reach = std::max(1, static_cast<int>(std::ceil(2.5 * sigma)));
    std::vector<double> weights;
    double sum = 0;
    for (int i = -reach; i <= reach; ++i) {
        weights.push_back(std::exp(-i * i / (2 * sigma * sigma)));
        sum += weights.back();
    }
    const auto pass = [&](const Raster& in, int dx, int dy) {
        Raster out = in;
        for (int y = 0; y < in.height; ++y) {
            for (int x = 0; x < in.width; ++x) {
                double value = 0;
                for (int i = -reach; i <= reach; ++i) {
                    const int sx = std::clamp(x + i * dx, 0, in.width - 1);
                    const int sy = std::clamp(y + i * dy, 0, in.height - 1);
                    value += weights[static_cast<std::size_t>(i + reach)] * in.row(sy)[sx];
                }
                out.row(y)[x] = static_cast<std::uint8_t>(std::lround(value / sum));
            }
        }
        return out;
    };
    return pass(pass(from, 1, 0), 0, 1);
}

Raster scaled(const Raster& from, double factor) {
    const int width = static_cast<int>(from.width * factor);
    const int height = static_cast<int>(from.height * factor);
    // Each pixel is the mean of what it covers, as on a sensor.
    Raster out = Raster::white(width, height);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            double sum = 0;
            constexpr int kSamples = 3;
            for (int i = 0; i < kSamples * kSamples; ++i)
                sum += at(from, (x + (i % kSamples + 0.5) / kSamples) / factor - 0.5,
                          (y + (i / kSamples + 0.5) / kSamples) / factor - 0.5);
            out.row(y)[x] = static_cast<std::uint8_t>(std::lround(sum / (kSamples * kSamples)));
        }
    }
    return out;
}

// A white rim, so that a turned picture loses no corner.
Raster on_table(const Raster& from, int rim) {
    Raster out = Raster::white(from.width + 2 * rim, from.height + 2 * rim);
    for (int y = 0; y < from.height; ++y)
        std::copy(from.row(y), from.row(y) + from.width, out.row(y + rim) + rim);
    return out;
}

Raster tilted(const Raster& from, Chance& chance) {
    const double angle = chance.between(-kTiltDegrees, kTiltDegrees) * 3.14159265358979 / 180;
    const Raster rimmed = on_table(from, static_cast<int>(0.12 * std::max(from.width, from.height)));
    const double cx = rimmed.width / 2.0, cy = rimmed.height / 2.0;
    const double c = std::cos(angle), s = std::sin(angle);
    return warped(rimmed, rimmed.width, rimmed.height, [&](double x, double y) {
        return std::pair{cx + c * (x - cx) - s * (y - cy), cy + s * (x - cx) + c * (y - cy)};
    });
}

// Seen from one side: one edge is further away than the other.
Raster from_aside(const Raster& from, Chance& chance) {
    const double across = chance.between(-kPerspective, kPerspective);
    const double down = chance.between(-kPerspective, kPerspective);
    const Raster rimmed = on_table(from, static_cast<int>(0.15 * std::max(from.width, from.height)));
    const double w = rimmed.width, h = rimmed.height;
    return warped(rimmed, rimmed.width, rimmed.height, [&](double x, double y) {
        const double u = x / w - 0.5, v = y / h - 0.5;
        const double depth = 1 + across * u + down * v;
        return std::pair{(u / depth + 0.5) * w, (v / depth + 0.5) * h};
    });
}

Raster noisy(Raster picture, Chance& chance, double strength) {
    for (std::uint8_t& grey : picture.grey) {
        const double bell = chance.between(-1, 1) + chance.between(-1, 1) + chance.between(-1, 1);
        grey = static_cast<std::uint8_t>(std::clamp(grey + bell * strength, 0.0, 255.0));
    }
    return picture;
}

// A window at one side and a hand's shadow at the other.
Raster unevenly_lit(Raster picture, Chance& chance) {
    const double angle = chance.between(0, 6.2832);
    const double darkest = chance.between(0.45, 0.6);
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x) {
            const double u = static_cast<double>(x) / picture.width - 0.5,
                         v = static_cast<double>(y) / picture.height - 0.5;
            const double along = std::clamp(0.5 + u * std::cos(angle) + v * std::sin(angle), 0.0, 1.0);
            std::uint8_t& grey = picture.row(y)[x];
            grey = static_cast<std::uint8_t>(grey * (darkest + (1 - darkest) * along));
        }
    }
    return picture;
}

// Folded and unfolded: a dark and a bright line, and what lies beyond the fold is moved a little.
Raster creased(const Raster& from, Chance& chance) {
    Raster out = from;
    for (int fold = 0; fold < 3; ++fold) {
        const bool upright = fold == 1;
        const double place = chance.between(0.15, 0.85) * (upright ? from.width : from.height);
        const double slope = chance.between(-0.06, 0.06);
        const double shift = chance.between(-1.2, 1.2);
        const double width = chance.between(0.8, 1.6);
        const auto from_fold = [&](double x, double y) {
            return upright ? x - place - slope * y : y - place - slope * x;
        };
        out = warped(out, out.width, out.height, [&](double x, double y) {
            const double d = from_fold(x, y);
            const double moved = d > 0 ? shift * std::exp(-d / 60) : 0;
            return std::pair{upright ? x + moved : x, upright ? y : y + moved};
        });
        for (int y = 0; y < out.height; ++y) {
            for (int x = 0; x < out.width; ++x) {
                const double d = from_fold(x, y);
                if (std::abs(d) > 3 * width) continue;
                const double edge = std::exp(-d * d / (2 * width * width));
                std::uint8_t& grey = out.row(y)[x];
                // The coating breaks off: black turns pale on the fold, white is dull beside it.
                grey = static_cast<std::uint8_t>(
                    std::clamp(grey + edge * (d < 0 ? 0.75 * (235 - grey) : -0.25 * grey), 0.0, 255.0));
            }
        }
    }
    return out;
}

// Thermal paper after a summer on the window sill: black is grey, in stripes of the head; white is yellowish.
Raster faded(Raster picture, Chance& chance) {
    const double left = chance.between(0.45, 0.6);
    std::vector<double> column(static_cast<std::size_t>(picture.width));
    double weak = 0;
    for (double& one : column) {
        weak = 0.97 * weak + chance.between(-0.01, 0.01);
        one = std::clamp(left + weak, 0.4, 0.7);
    }
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x) {
            std::uint8_t& grey = picture.row(y)[x];
            const double ink = (255 - grey) * column[static_cast<std::size_t>(x)];
            grey = static_cast<std::uint8_t>(std::clamp(232 - ink, 0.0, 255.0));
        }
    }
    return picture;
}

}  // namespace

std::string name_of(Wear wear) {
    static constexpr std::array<const char*, kWears> kNames = {"clean", "blur",  "small",   "tilt",  "perspective",
                                                               "noise", "light", "creases", "faded", "all"};
    return kNames[static_cast<std::size_t>(wear)];
}

paper::Raster worn(const paper::Raster& paper, Wear wear, std::uint64_t seed) {
    Chance chance(seed);
    switch (wear) {
        case Wear::Clean: return paper;
        case Wear::Blur: return blurred(paper, 2 * kBlur);
        case Wear::Small: return scaled(paper, kSmaller);
        case Wear::Tilt: return tilted(paper, chance);
        case Wear::Perspective: return from_aside(paper, chance);
        case Wear::Noise: return noisy(paper, chance, 22);
        case Wear::Light: return unevenly_lit(paper, chance);
        case Wear::Creases: return creased(paper, chance);
        case Wear::Faded: return faded(paper, chance);
        case Wear::All: break;
    }
    Raster all = creased(faded(paper, chance), chance);
    all = from_aside(tilted(all, chance), chance);
    return noisy(unevenly_lit(blurred(all, kBlur), chance), chance, 6);
}

void tear_out(paper::Raster& paper, int x, int y, int side) {
    for (int row = y; row < y + side && row < paper.height; ++row)
        std::fill(paper.row(row) + x, paper.row(row) + std::min(x + side, paper.width), std::uint8_t{255});
}

}  // namespace courtyard::test
