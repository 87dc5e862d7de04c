#include "app/screens/gallery_eyes.hpp"

#include <algorithm>
#include <cmath>

namespace courtyard::screens {

namespace {

struct Shade {
    int red = 236, green = 234, blue = 228;
};

// u and v: 0 to 1 across and down the page.
Shade page_at(float u, float v) {
    const float row = std::fmod(v * 33, 1.0F);
    const bool line = v > 0.15F && v < 0.85F && row < 0.45F && u > 0.1F && u < 0.9F;
    if (line && std::fmod(u * 46 + std::floor(v * 33) * 0.7F, 1.0F) < 0.72F) return {70, 70, 74};
    if (v > 0.06F && v < 0.1F && u > 0.32F && u < 0.68F && std::fmod(u * 28, 1.0F) < 0.75F) return {50, 50, 56};
    const float seal = std::hypot((u - 0.72F) * 0.71F, v - 0.78F);
    if (seal < 0.062F && seal > 0.052F) return {200, 60, 56};
    return {};
}

Shade slip_at(float u, float v) {
    const int x = static_cast<int>((u - 0.2F) / 0.6F * 29);
    const int y = static_cast<int>((v - 0.25F) / 0.5F * 29);
    if (u < 0.2F || v < 0.25F || x > 28 || y > 28) return {};
    const unsigned hash = static_cast<unsigned>(x * 73 + y * 179 + x * y * 31) * 2654435761U;
    const bool corner = (x < 7 && y < 7) || (x > 21 && y < 7) || (x < 7 && y > 21);
    const int cx = x > 21 ? x - 22 : x;
    const int cy = y > 21 ? y - 22 : y;
    const bool ring = corner && (cx == 0 || cx == 6 || cy == 0 || cy == 6 || (cx > 1 && cx < 5 && cy > 1 && cy < 5));
    return (corner ? ring : (hash >> 16U & 1U) != 0) ? Shade{30, 30, 30} : Shade{};
}

}  // namespace

flow::PixelsRef sample_picture(SamplePicture which) {
    const bool lying = which != SamplePicture::page;
    const int width = lying ? 480 : 354;
    const int height = lying ? 270 : 500;
    base::Bytes rgba;
    rgba.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            Shade shade{130, 104, 74};  // the table
            float u = (static_cast<float>(x) + 0.5F) / static_cast<float>(width);
            float v = (static_cast<float>(y) + 0.5F) / static_cast<float>(height);
            if (lying) {  // turned a little, a page's height filling the picture
                const float dx = (u - 0.5F) * 1.78F;
                const float dy = v - 0.5F;
                u = (dx * 0.99F + dy * 0.12F) / 0.62F + 0.5F;
                v = (dy * 0.99F - dx * 0.12F) / 0.86F + 0.5F;
            }
            const bool on_page = u >= 0 && u < 1 && v >= 0 && v < 1;
            if (on_page) shade = which == SamplePicture::slip ? slip_at(u, v) : page_at(u, v);
            for (const int value : {shade.red, shade.green, shade.blue, 255})
                rgba.push_back(static_cast<std::uint8_t>(value));
        }
    return std::make_shared<flow::Pixels>(width, height, std::move(rgba));
}

}  // namespace courtyard::screens
