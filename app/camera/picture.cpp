#include "app/camera/picture.hpp"

#include <algorithm>

namespace courtyard::camera {

namespace {

struct Size {
    int width, height;
};

Size fitting(int width, int height, int side_max) {
    const int longer = std::max(width, height);
    if (longer <= side_max || longer == 0) return {width, height};
    const auto scaled = [&](int side) { return std::max(1, static_cast<int>(std::int64_t{side} * side_max / longer)); };
    return {scaled(width), scaled(height)};
}

// Mean over the box of source pixels that one target pixel covers, channel by channel.
void shrink(const std::uint8_t* from, Size size, int channels, std::uint8_t* to, Size target) {
    for (int y = 0; y < target.height; ++y) {
        const int y0 = static_cast<int>(std::int64_t{y} * size.height / target.height);
        const int y1 = std::max(y0 + 1, static_cast<int>(std::int64_t{y + 1} * size.height / target.height));
        for (int x = 0; x < target.width; ++x) {
            const int x0 = static_cast<int>(std::int64_t{x} * size.width / target.width);
            const int x1 = std::max(x0 + 1, static_cast<int>(std::int64_t{x + 1} * size.width / target.width));
            const int count = (x1 - x0) * (y1 - y0);
            for (int channel = 0; channel < channels; ++channel) {
                int sum = count / 2;
                for (int v = y0; v < y1; ++v)
                    for (int u = x0; u < x1; ++u)
                        sum += from[(static_cast<std::size_t>(v) * static_cast<std::size_t>(size.width) +
                                     static_cast<std::size_t>(u)) *
                                        static_cast<std::size_t>(channels) +
                                    static_cast<std::size_t>(channel)];
                *to++ = static_cast<std::uint8_t>(sum / count);
            }
        }
    }
}

}  // namespace

Picture& Picture::operator=(Picture&& other) noexcept {
    if (this == &other) return *this;
    base::wipe(rgb);
    width = other.width;
    height = other.height;
    rgb = std::move(other.rgb);
    other.rgb.clear();
    return *this;
}

Picture Picture::copy() const {
    Picture same;
    same.width = width;
    same.height = height;
    same.rgb = rgb;
    return same;
}

Grey grey_of(const Picture& picture) {
    Grey grey{picture.width, picture.height, {}};
    grey.levels.resize(picture.rgb.size() / 3);
    for (std::size_t i = 0; i < grey.levels.size(); ++i) {
        const std::uint8_t* p = picture.rgb.data() + 3 * i;
        grey.levels[i] = static_cast<std::uint8_t>((77 * p[0] + 150 * p[1] + 29 * p[2] + 128) >> 8);  // ITU-R BT.601
    }
    return grey;
}

Picture smaller(const Picture& picture, int side_max) {
    const Size size = fitting(picture.width, picture.height, side_max);
    if (size.width == picture.width && size.height == picture.height) return picture.copy();
    Picture out(size.width, size.height);
    shrink(picture.rgb.data(), {picture.width, picture.height}, 3, out.rgb.data(), size);
    return out;
}

Grey smaller(const Grey& grey, int side_max) {
    const Size size = fitting(grey.width, grey.height, side_max);
    if (size.width == grey.width && size.height == grey.height) return grey;
    Grey out{size.width, size.height, {}};
    out.levels.resize(static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height));
    shrink(grey.levels.data(), {grey.width, grey.height}, 1, out.levels.data(), size);
    return out;
}

Picture turned(const Picture& picture, int quarters) {
    quarters = ((quarters % 4) + 4) % 4;
    if (quarters == 0) return picture.copy();
    const bool across = quarters % 2 == 1;
    Picture out(across ? picture.height : picture.width, across ? picture.width : picture.height);
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x) {
            const std::uint8_t* from = picture.at(x, y);
            std::uint8_t* to = quarters == 1   ? out.at(picture.height - 1 - y, x)
                               : quarters == 2 ? out.at(picture.width - 1 - x, picture.height - 1 - y)
                                               : out.at(y, picture.width - 1 - x);
            std::copy_n(from, 3, to);
        }
    return out;
}

}  // namespace courtyard::camera
