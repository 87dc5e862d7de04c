#include "app/printer/escpos.hpp"

#include <algorithm>

namespace courtyard::printer {

base::Bytes to_escpos(const paper::Raster& picture) {
    const auto width = static_cast<std::size_t>((picture.width + 7) / 8);
    base::Bytes out;
    out.reserve(64 + width * static_cast<std::size_t>(picture.height) +
                8 * static_cast<std::size_t>(picture.height / kBandRows + 1));
    const auto put = [&out](std::initializer_list<int> bytes) {
        for (const int byte : bytes)
            out.push_back(static_cast<std::uint8_t>(byte));
    };
    put({0x1B, '@'});
    for (int top = 0; top < picture.height; top += kBandRows) {
        const int rows = std::min(kBandRows, picture.height - top);
        put({0x1D, 'v', '0', 0, static_cast<int>(width & 0xFF), static_cast<int>(width >> 8), rows & 0xFF, rows >> 8});
        for (int y = top; y < top + rows; ++y) {
            const std::uint8_t* row = picture.row(y);
            for (std::size_t byte = 0; byte < width; ++byte) {
                unsigned bits = 0;
                for (int bit = 0; bit < 8; ++bit) {
                    const int x = static_cast<int>(byte) * 8 + bit;
                    if (x < picture.width && row[x] < kDarkBelow) bits |= 0x80U >> bit;
                }
                out.push_back(static_cast<std::uint8_t>(bits));
            }
        }
    }
    put({0x1B, 'd', kFeedLines, 0x1D, 'V', 'B', 0});
    return out;
}

base::Bytes status_request(Asks what) { return {0x10, 0x04, static_cast<std::uint8_t>(what)}; }

std::optional<Condition> read_status(Asks what, std::uint8_t answer) {
    if ((answer & 0x93) != 0x12) return std::nullopt;  // the bits that are fixed in every answer
    if (what == Asks::Paper) {
        if ((answer & 0x60) != 0) return Condition::PaperOut;
        return (answer & 0x0C) != 0 ? Condition::PaperNearEnd : Condition::Ready;
    }
    if ((answer & 0x04) != 0) return Condition::CoverOpen;
    if ((answer & 0x20) != 0) return Condition::PaperOut;
    return (answer & 0x40) != 0 ? Condition::Error : Condition::Ready;
}

}  // namespace courtyard::printer
