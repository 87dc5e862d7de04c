#include "app/camera/v4l2_format.hpp"

#include <tuple>

namespace courtyard::camera {

std::optional<Offer> choose(const std::vector<Offer>& offers) {
    const auto pixels = [](const Offer& offer) { return std::int64_t{offer.width} * offer.height; };
    const auto rank = [&](const Offer& offer) {
        const bool fits = offer.width <= kWidestPicture && offer.height <= kTallestPicture;
        return std::tuple(fits, fits ? pixels(offer) : -pixels(offer), offer.coding == Coding::Mjpeg);
    };
    std::optional<Offer> best;
    for (const Offer& offer : offers) {
        if (offer.width < 1 || offer.height < 1) continue;
        if (!best || rank(offer) > rank(*best)) best = offer;
    }
    return best;
}

}  // namespace courtyard::camera
