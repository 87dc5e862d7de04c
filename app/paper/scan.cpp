#include "app/paper/scan.hpp"

#include <algorithm>

namespace courtyard::paper {

namespace detail {
std::vector<std::string> scan_zbar(const Raster& picture);
std::vector<std::string> scan_zxing(const Raster& picture);
}  // namespace detail

namespace {

// Photos of a slip may be large, and a decoder that fails on sensor noise often succeeds on the picture made smaller.
Raster halved(const Raster& picture) {
    Raster small = Raster::white(picture.width / 2, picture.height / 2);
    for (int y = 0; y < small.height; ++y) {
        const std::uint8_t* upper = picture.row(2 * y);
        const std::uint8_t* lower = picture.row(2 * y + 1);
        std::uint8_t* out = small.row(y);
        for (int x = 0; x < small.width; ++x) {
            const int sum = upper[2 * x] + upper[2 * x + 1] + lower[2 * x] + lower[2 * x + 1];
            out[x] = static_cast<std::uint8_t>((sum + 2) / 4);
        }
    }
    return small;
}

void add_new(std::vector<std::string>& all, const std::vector<std::string>& found) {
    for (const std::string& text : found) {
        if (std::find(all.begin(), all.end(), text) == all.end()) all.push_back(text);
    }
}

constexpr int kSmallestSide = 200;  // pixels; below it a symbol of ours has less than two pixels a module

}  // namespace

std::vector<std::string> scan_with(Decoder decoder, const Raster& picture) {
    if (picture.width < 1 || picture.height < 1) return {};
    return decoder == Decoder::ZBar ? detail::scan_zbar(picture) : detail::scan_zxing(picture);
}

base::Result<std::vector<std::string>> scan(const Raster& picture) {
    std::vector<std::string> texts;
    Raster level = picture;
    while (true) {
        add_new(texts, scan_with(Decoder::ZBar, level));
        add_new(texts, scan_with(Decoder::ZXing, level));
        if (level.width / 2 < kSmallestSide || level.height / 2 < kSmallestSide) break;
        if (level.width < 2000 && !texts.empty()) break;
        level = halved(level);
    }
    if (texts.empty()) {
        return base::fail("paper.no_symbol",
                          "no code can be read in the picture: take it again, flat, near and in good light");
    }
    return texts;
}

}  // namespace courtyard::paper
