// Which of the formats that a camera offers is asked for: a pure choice.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace courtyard::camera {

enum class Coding : std::uint8_t { Mjpeg, Yuyv };

struct Offer {
    Coding coding = Coding::Mjpeg;
    int width = 0;
    int height = 0;
    friend bool operator==(const Offer&, const Offer&) = default;
};

inline constexpr int kWidestPicture =
    1920;  // a page at 1080p is read, and a frame is decoded in one pass of the worker
inline constexpr int kTallestPicture = 1080;

// The most pixels within 1920×1080; MJPEG before YUYV of the same size (USB 2 carries no YUYV at 1080p faster than 5 a
// second). When all are larger, the smallest. Nothing when nothing usable is offered.
[[nodiscard]] std::optional<Offer> choose(const std::vector<Offer>& offers);

}  // namespace courtyard::camera
