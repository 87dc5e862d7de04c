// What the eyes do about a message: the camera opened, looked through and closed, photos made, sticks listed, codes
// read.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "app/camera/camera.hpp"
#include "app/eyes/message.hpp"

namespace courtyard::eyes {

using OpenCamera = std::function<base::Result<std::unique_ptr<camera::Camera>>()>;

class Looker {
public:
    // `sticks`: the folder under which removable disks appear. `tell` takes the news.
    Looker(OpenCamera open, std::filesystem::path sticks, std::function<void(Message)> tell)
        : open_(std::move(open)), sticks_(std::move(sticks)), tell_(std::move(tell)) {}

    void take(Message act);
    // One frame, if the camera is open: the caller does this again and again, kFramePauseMs apart.
    void look();
    [[nodiscard]] bool is_looking() const { return camera_ != nullptr; }
    [[nodiscard]] int pause_ms() const { return for_codes_ ? 200 : 100; }  // five or ten frames a second

private:
    void open(const Message& act);
    void photograph(std::uint64_t ticket);
    void list(std::uint64_t ticket);
    void pick(const Message& act);
    void read_codes(const camera::Picture& picture);
    void fail(Kind kind, std::uint64_t ticket, const base::Error& error);

    OpenCamera open_;
    std::filesystem::path sticks_;
    std::function<void(Message)> tell_;
    std::unique_ptr<camera::Camera> camera_;
    std::uint64_t ticket_ = 0;
    bool for_codes_ = false;
    std::set<std::string> told_;                 // codes, since the camera was opened
    std::vector<std::filesystem::path> listed_;  // pictures of the stick
};

}  // namespace courtyard::eyes
