// JPEG files of strangers into samples: one decoder for photographs and for scanned slips. Everything in a file is
// looked at as if an enemy had written it: sizes and scans are limited before anything is unpacked.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sync/base/bytes.hpp"

namespace courtyard::jpeg {

// Samples a pixel.
enum class Colour : std::uint8_t { Grey = 1, Rgb = 3 };

// What is read; all of it in pixels, but for the memory.
struct Limits {
    std::int64_t side = 0;             // longest side in the file
    std::int64_t pixels = 0;           // in the file, read row by row
    std::int64_t pixels_in_scans = 0;  // in a file of several scans: it is held whole while they come in
    std::int64_t read_side = 0;        // wanted of what is read: by 2, 4 or 8 smaller than the file
    std::int64_t read_pixels = 0;
    bool may_stay_larger = false;  // read by 8 smaller even when that is more than is wanted; otherwise TooLarge
    long memory = 0;               // bytes that libjpeg may use; 0: as many as it likes
};

enum class Fault : std::uint8_t { TooLarge, Damaged, Cut };

struct Read {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> samples;  // rows from the top, without gaps
    std::vector<base::Bytes> app1;      // the APP1 segments (EXIF), each up to its first 4,096 bytes
    std::optional<Fault> fault;         // then nothing else of it is to be used
};

// As cameras send it: lenient about missing Huffman tables, strict about everything else.
[[nodiscard]] Read read(base::ByteView file, Colour colour, const Limits& limits);

}  // namespace courtyard::jpeg
