// What happens with photos of papers, sticks, scanned codes and signatures.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "app/flow/photo.hpp"

namespace courtyard::flow {

// A person, on the list of papers and on the pages that it leads to.
struct OpenedCamera {
    std::string paper;
};
struct OpenedStick {
    std::string paper;
};
struct RetriedCamera {};
struct PressedShutter {
    bool delayed = false;  // after three seconds: both hands hold the paper
};
struct RetookPhoto {};
struct TurnedPhoto {};
struct UsedPhoto {
    bool one_more = false;  // and take the next page
};
struct ChoseStickPicture {
    std::size_t index = 0;
};
struct OpenedPhoto {
    std::size_t index = 0;
};
struct RemovedPhoto {};

// A person, on the page of a signature; x and y of the box's width and height, 0 to 1.
struct StartedStroke {
    float x = 0, y = 0;
};
struct DrewStroke {
    float x = 0, y = 0;
};
struct EndedStroke {};
struct ClearedSignature {};

// Codes.
struct OpenedScan {};
// From the camera, a serial scanner or a keyboard wedge; at most 640 characters of QR's alphanumeric mode.
struct Scanned {
    std::string text;
};
struct HandedInSlip {};  // "yes, send it": all symbols of the application are there

// The worker.
struct CameraSaw {
    std::uint64_t ticket = 0;
    PixelsRef frame;
};
struct CameraFailed {
    std::uint64_t ticket = 0;
    std::string code;
};
struct TookPhoto {
    std::uint64_t ticket = 0;
    std::shared_ptr<const PhotoFile> file;
    PixelsRef view;
    bool straightened = false;
};
struct PhotoFailed {
    std::uint64_t ticket = 0;
    std::string code;
};
struct ListedStick {
    std::uint64_t ticket = 0;
    std::vector<PixelsRef> pictures;
};
struct StickFailed {
    std::uint64_t ticket = 0;
    std::string code;
};
struct SlipTaken {
    std::uint64_t ticket = 0;
    bool was_known = false;
};
struct SlipRefused {
    std::uint64_t ticket = 0;
    std::string code;
};

}  // namespace courtyard::flow
