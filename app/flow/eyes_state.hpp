// What the kiosk sees for one person: photos of papers, a code held before the camera, a signature being written.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/domain/signature_ink.hpp"
#include "app/flow/photo.hpp"
#include "sync/base/instant.hpp"

namespace courtyard::flow {

enum class Looking : std::uint8_t {
    No,       // the camera is closed
    Opening,  // asked for
    Live,     // frames come
    Taking,   // the shutter was pressed, or a picture of a stick chosen: the photo is being made
    Taken,    // `candidate` is shown; the camera is closed
    Failed,   // `error`
};

// Taking photos of one paper. Pages Photo and Stick.
struct CameraWork {
    Looking looking = Looking::No;
    std::uint64_t ticket = 0;               // frames and photos with another one come too late
    PixelsRef live;                         // the newest frame
    std::optional<base::Instant> shoot_at;  // the shutter goes by itself then
    std::optional<Photo> candidate;
    bool straightened = false;  // the sheet was found in it
    bool from_stick = false;
    std::string error;  // code
};

// The pictures of a stick, small.
struct StickWork {
    enum class Found : std::uint8_t { NotAsked, Asked, Listed, Failed } found = Found::NotAsked;
    std::uint64_t ticket = 0;
    std::vector<PixelsRef> pictures;  // null: cannot be read
    std::string error;
};

// Codes held before camera or scanner. Symbols of one slip come in any order.
struct ScanWork {
    std::string set;                   // which slip the parts are of
    int total = 0;                     // parts that it has; 0: none seen yet
    std::map<int, std::string> parts;  // by their number, from 1
    int last = 0;                      // number of the part that came last
    std::string word;                  // key of the sentence that is shown
    enum class HandIn : std::uint8_t { No, Asked, Done, Failed } hand_in = HandIn::No;
    std::uint64_t ticket = 0;
    bool was_known = false;
};

// A signature while it is written; what was written before stands in the answer.
struct InkWork {
    domain::SignatureInk strokes;
    bool is_drawing = false;
};

inline constexpr std::int64_t kShutterDelayMs = 3'000;
inline constexpr std::size_t kSignaturePointsMax = 4'000;  // of one signature as it is drawn

struct EyesWork {
    std::vector<Photo> photos;  // chosen, in order
    CameraWork camera;
    StickWork stick;
    ScanWork scan;
    InkWork ink;
    std::string notice;  // key of a sentence above the list of papers, empty if none
};
// Overwrites texts and points; pictures do it themselves.
void wipe(EyesWork& work) noexcept;

}  // namespace courtyard::flow
