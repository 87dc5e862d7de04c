// A colour picture in memory, on its way from a camera or a stick to a sealed record. It shows somebody's papers, so it
// overwrites itself when it goes.
#pragma once

#include <cstdint>

#include "sync/base/bytes.hpp"
#include "sync/base/result.hpp"

namespace courtyard::camera {

// Row by row from the top, three bytes a pixel: red, green, blue.
struct Picture {
    int width = 0;
    int height = 0;
    base::Bytes rgb;

    Picture() = default;
    Picture(int w, int h) : width(w), height(h), rgb(static_cast<std::size_t>(w) * static_cast<std::size_t>(h) * 3) {}
    Picture(Picture&&) = default;
    Picture& operator=(Picture&& other) noexcept;
    Picture(const Picture&) = delete;
    Picture& operator=(const Picture&) = delete;
    ~Picture() { base::wipe(rgb); }

    [[nodiscard]] std::uint8_t* at(int x, int y) { return rgb.data() + offset(x, y); }
    [[nodiscard]] const std::uint8_t* at(int x, int y) const { return rgb.data() + offset(x, y); }
    [[nodiscard]] Picture copy() const;

private:
    [[nodiscard]] std::size_t offset(int x, int y) const {
        return (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) * 3;
    }
};

// Brightness alone, one byte a pixel: what edges are looked for in, and what symbols are read from.
struct Grey {
    int width = 0;
    int height = 0;
    base::Bytes levels;
    [[nodiscard]] std::uint8_t at(int x, int y) const {
        return levels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)];
    }
};
[[nodiscard]] Grey grey_of(const Picture& picture);
// Made smaller by averaging, so that the longer side is at most `side_max`; never larger than it was.
[[nodiscard]] Picture smaller(const Picture& picture, int side_max);
[[nodiscard]] Grey smaller(const Grey& grey, int side_max);
// A quarter turn clockwise, `quarters` times.
[[nodiscard]] Picture turned(const Picture& picture, int quarters);

// Limits before anything is unpacked: what comes from a stick is nobody's friend.
inline constexpr std::size_t kFileBytesMax = 24U << 20;  // a phone's picture has 3 to 12 MiB
inline constexpr std::int64_t kPixelsMax = 120'000'000;  // in the file
inline constexpr int kSideMax = 16'000;
inline constexpr int kDecodedSideMax = 2'400;  // JPEG is made smaller while it is read; enough for A4 at 200 dpi

}  // namespace courtyard::camera
