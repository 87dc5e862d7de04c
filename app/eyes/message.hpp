// What the kiosk and its eyes say to one another: type, ticket, length, content; numbers little-endian, as both run on
// one machine and are built together. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sync/base/bytes.hpp"
#include "sync/base/result.hpp"

namespace courtyard::eyes {

enum class Kind : std::uint8_t {
    // To the eyes.
    LookForPaper = 1,
    LookForCodes,
    StopLooking,
    TakePhoto,
    TurnPhoto,  // file: the JPEG
    ListStick,
    TakeFromStick,  // index
    ShowPhoto,      // file: a JPEG that somebody else made; answered like a photo, the file left out
    // From the eyes.
    Frame = 64,    // pictures: one
    CameraFailed,  // text: code of the error
    Photo,         // file, pictures: one, flag: the sheet was found
    PhotoFailed,   // text
    StickListed,   // pictures: all, those that cannot be read with width 0
    StickFailed,   // text
    Code,          // text: what was scanned
};

// Red, green, blue and 255, row by row.
struct Image {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    base::Bytes rgba;
    friend bool operator==(const Image&, const Image&) = default;
};

struct Message {
    Kind kind = Kind::StopLooking;
    std::uint64_t ticket = 0;
    std::uint32_t index = 0;
    bool flag = false;
    std::string text;
    base::Bytes file;
    std::vector<Image> images;
    friend bool operator==(const Message&, const Message&) = default;
};
void wipe(Message& message) noexcept;

inline constexpr std::size_t kMessageHead = 13;             // bytes: kind, ticket, length of the rest
inline constexpr std::size_t kMessageBytesMax = 32U << 20;  // of the rest
inline constexpr std::size_t kImagesMax = 64;
inline constexpr std::uint32_t kImageSideMax = 4096;

[[nodiscard]] base::Bytes write(const Message& message);
// Length of what follows a head. "eyes.message".
[[nodiscard]] base::Result<std::size_t> length_in(base::ByteView head);
// Head and rest together, exactly. "eyes.message": the other side was not built with this one, or has lost its senses.
[[nodiscard]] base::Result<Message> read(base::ByteView bytes);

}  // namespace courtyard::eyes
