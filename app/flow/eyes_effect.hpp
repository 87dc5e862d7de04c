// What the kiosk asks of the worker's eyes. Every one but StopLooking is answered with its ticket.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "app/flow/photo.hpp"

namespace courtyard::flow {

enum class LookFor : std::uint8_t { Paper, Codes };
// Opens the camera: CameraSaw again and again, of codes also Scanned; CameraFailed ends it.
struct LookThroughCamera {
    std::uint64_t ticket = 0;
    LookFor look_for = LookFor::Paper;
};
// The camera is closed, what it saw overwritten.
struct StopLooking {};
// One photo through the open camera, which is closed then: TookPhoto, PhotoFailed or CameraFailed.
struct TakePhoto {
    std::uint64_t ticket = 0;
};
struct TurnPhoto {
    std::uint64_t ticket = 0;
    std::shared_ptr<const PhotoFile> file;
};
// On a court laptop: what a photo looks like that came with an application. TookPhoto without a file, or PhotoFailed.
struct ShowPhoto {
    std::uint64_t ticket = 0;
    std::shared_ptr<const PhotoFile> file;
};
// What is plugged in: ListedStick, StickFailed.
struct ListStick {
    std::uint64_t ticket = 0;
};
struct TakeFromStick {  // of the list that was told last
    std::uint64_t ticket = 0;
    std::size_t index = 0;
};
// The symbols of a slip, all of them: carried to the court like mail. SlipTaken, SlipRefused.
struct HandInSlip {
    std::uint64_t ticket = 0;
    std::vector<std::string> symbols;
};

using EyesEffect =
    std::variant<LookThroughCamera, StopLooking, TakePhoto, TurnPhoto, ShowPhoto, ListStick, TakeFromStick, HandInSlip>;

}  // namespace courtyard::flow
