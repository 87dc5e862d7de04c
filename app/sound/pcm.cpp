#include "app/sound/pcm.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace courtyard::sound {
namespace {

constexpr int kHalf = 12;     // input samples to either side of an output sample
constexpr int kPhases = 512;  // positions between two input samples that have weights of their own
constexpr double kTickMs = 45;
constexpr double kTickHz = 520;
constexpr double kTickLoud = 9'000;

std::int16_t clipped(double value) {
    return static_cast<std::int16_t>(std::lround(std::clamp(value, -32768.0, 32767.0)));
}

// Weight of an input sample at a distance (in input samples) from the output sample.
double weight(double distance, double cutoff) {
    const double reach = kHalf / cutoff;
    if (std::fabs(distance) >= reach) return 0;
    const double x = std::numbers::pi * distance * cutoff;
    const double sinc = x == 0 ? 1 : std::sin(x) / x;
    return sinc * cutoff * (0.5 + 0.5 * std::cos(std::numbers::pi * distance / reach));
}

}  // namespace

Pcm at_rate(const Pcm& pcm, int rate) {
    if (pcm.rate == rate || pcm.rate <= 0 || rate <= 0) return pcm;
    const double step = static_cast<double>(pcm.rate) / rate;
    const double cutoff = std::min(1.0, 1 / step);
    const int half = static_cast<int>(std::ceil(kHalf / cutoff));
    const std::size_t width = 2 * static_cast<std::size_t>(half);
    std::vector<double> weights(width * (kPhases + 1));
    for (int phase = 0; phase <= kPhases; ++phase)
        for (std::size_t i = 0; i < width; ++i)
            weights[static_cast<std::size_t>(phase) * width + i] =
                weight(static_cast<double>(i) - half + 1 - static_cast<double>(phase) / kPhases, cutoff);
    Pcm out{rate, {}};
    out.samples.resize(static_cast<std::size_t>(std::ceil(static_cast<double>(pcm.samples.size()) / step)));
    const auto size = static_cast<std::ptrdiff_t>(pcm.samples.size());
    for (std::size_t n = 0; n < out.samples.size(); ++n) {
        const double place = static_cast<double>(n) * step;
        const auto whole = static_cast<std::ptrdiff_t>(place);
        const auto phase = static_cast<std::size_t>((place - static_cast<double>(whole)) * kPhases + 0.5);
        double sum = 0;
        for (std::size_t i = 0; i < width; ++i) {
            const std::ptrdiff_t from = whole + static_cast<std::ptrdiff_t>(i) - half + 1;
            if (from >= 0 && from < size)
                sum += weights[phase * width + i] * pcm.samples[static_cast<std::size_t>(from)];
        }
        out.samples[n] = clipped(sum);
    }
    return out;
}

Pcm tick() {
    Pcm out;
    const auto count = static_cast<std::size_t>(kTickMs * kRate / 1000);
    for (std::size_t i = 0; i < count; ++i) {
        const double t = static_cast<double>(i) / kRate;
        const double fade = 1 - static_cast<double>(i) / static_cast<double>(count);
        out.samples.push_back(clipped(kTickLoud * fade * fade * std::sin(2 * std::numbers::pi * kTickHz * t)));
    }
    return out;
}

Pcm silence(int milliseconds) {
    return {kRate, std::vector<std::int16_t>(static_cast<std::size_t>(milliseconds) * kRate / 1000)};
}

}  // namespace courtyard::sound
