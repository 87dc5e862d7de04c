#include "app/shell/eyes_process.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "app/camera/line_scanner.hpp"
#include "app/eyes/pipe.hpp"
#include "app/shell/stop_signal.hpp"

namespace courtyard::shell {

namespace {

constexpr std::size_t kFramesMax =
    3;  // on their way to the screen at once: what a slow window does not draw is left out
constexpr int kScannerLookMs = 400;

std::uint64_t ticket_of(const flow::EyesEffect& effect) {
    return std::visit(
        [](const auto& what) -> std::uint64_t {
            if constexpr (requires { what.ticket; })
                return what.ticket;
            else
                return 0;
        },
        effect);
}

eyes::Message message_of(const flow::EyesEffect& effect) {
    eyes::Message message;
    message.ticket = ticket_of(effect);
    if (const auto* look = std::get_if<flow::LookThroughCamera>(&effect)) {
        message.kind = look->look_for == flow::LookFor::Paper ? eyes::Kind::LookForPaper : eyes::Kind::LookForCodes;
    } else if (std::holds_alternative<flow::TakePhoto>(effect)) {
        message.kind = eyes::Kind::TakePhoto;
    } else if (const auto* turn = std::get_if<flow::TurnPhoto>(&effect)) {
        message.kind = eyes::Kind::TurnPhoto;
        message.file = turn->file->jpeg;
    } else if (const auto* show = std::get_if<flow::ShowPhoto>(&effect)) {
        message.kind = eyes::Kind::ShowPhoto;
        message.file = show->file->jpeg;
    } else if (std::holds_alternative<flow::ListStick>(effect)) {
        message.kind = eyes::Kind::ListStick;
    } else if (const auto* pick = std::get_if<flow::TakeFromStick>(&effect)) {
        message.kind = eyes::Kind::TakeFromStick;
        message.index = static_cast<std::uint32_t>(pick->index);
    }
    return message;
}

flow::PixelsRef pixels_of(eyes::Image& image) {
    if (image.width == 0 || image.height == 0) return nullptr;
    return std::make_shared<flow::Pixels>(static_cast<int>(image.width), static_cast<int>(image.height),
                                          std::move(image.rgba));
}

}  // namespace

EyesProcess::EyesProcess(std::filesystem::path program, std::function<void(flow::Event)> tell)
    : program_(std::move(program)), tell_(std::move(tell)) {}

EyesProcess::~EyesProcess() {
    closing_ = true;
    stop();
    if (listening_.joinable()) listening_.join();
}

void EyesProcess::set_places(const EyesPlaces& places) {
    if (places == places_) return;
    places_ = places;
    stop();
}

void EyesProcess::ask(const flow::EyesEffect& effect) {
    if (std::holds_alternative<flow::StopLooking>(effect) && child_ <= 0) return;
    if (child_ <= 0 && !start()) {
        fail(effect, "eyes.gone");
        return;
    }
    {
        const std::lock_guard lock(asked_mutex_);
        // A new look replaces the one before; everything else waits for its answer.
        if (std::holds_alternative<flow::LookThroughCamera>(effect) ||
            std::holds_alternative<flow::StopLooking>(effect))
            std::erase_if(asked_, [](const auto& one) { return std::holds_alternative<flow::LookThroughCamera>(one); });
        if (ticket_of(effect) != 0) asked_.push_back(effect);
    }
    eyes::Message message = message_of(effect);
    const bool is_sent = eyes::send(to_, message).has_value();
    eyes::wipe(message);
    // What was sent to a process that dies hear() answers. It has died before this came: whoever asks is told here,
    // unless hear() did.
    if (!is_sent && take_back(effect)) fail(effect, "eyes.gone");
}

bool EyesProcess::take_back(const flow::EyesEffect& effect) {
    const std::lock_guard lock(asked_mutex_);
    for (auto one = asked_.rbegin(); one != asked_.rend(); ++one) {
        if (one->index() != effect.index() || ticket_of(*one) != ticket_of(effect)) continue;
        asked_.erase(std::next(one).base());
        return true;
    }
    return false;
}

void EyesProcess::end_session() { stop(); }

bool EyesProcess::start() {
    stop();  // what is left of one that died
    std::array<int, 2> acts{}, news{};
    if (::pipe2(acts.data(), O_CLOEXEC) != 0) return false;
    if (::pipe2(news.data(), O_CLOEXEC) != 0) {
        ::close(acts[0]);
        ::close(acts[1]);
        return false;
    }
    const std::string program = program_.string();
    const std::string sticks = places_.sticks.empty() ? "/media" : places_.sticks;
    const pid_t parent = ::getpid();
    const pid_t child = ::fork();
    if (child == 0) {
        // Only calls that are safe after fork in a program with threads.
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (::getppid() != parent) ::_exit(1);
        unblock_stop_signals();
        ::dup2(acts[0], 0);
        ::dup2(news[1], 1);
        ::execl(program.c_str(), program.c_str(), "--camera", places_.camera.c_str(), "--sticks", sticks.c_str(),
                static_cast<char*>(nullptr));
        ::_exit(127);
    }
    ::close(acts[0]);
    ::close(news[1]);
    if (child < 0) {
        ::close(acts[1]);
        ::close(news[0]);
        return false;
    }
    ::signal(SIGPIPE, SIG_IGN);  // a write to eyes that have died is an error, not an end
    child_ = child;
    to_ = acts[1];
    from_ = news[0];
    hearing_ = std::thread([this, fd = from_] { hear(fd); });
    return true;
}

void EyesProcess::stop() {
    {
        const std::lock_guard lock(asked_mutex_);
        asked_.clear();
    }
    const pid_t child = child_.exchange(-1);
    if (child > 0) ::kill(child, SIGKILL);
    if (hearing_.joinable()) hearing_.join();
    if (child > 0) ::waitpid(child, nullptr, 0);
    if (to_ >= 0) ::close(to_);
    if (from_ >= 0) ::close(from_);
    to_ = from_ = -1;
    frames_.clear();
}

void EyesProcess::hear(int fd) {
    while (true) {
        auto message = eyes::receive(fd, -1);
        if (!message) break;
        if (*message) pass_on(std::move(**message));
    }
    // It died, of a hostile picture perhaps: whoever waits is told. ask() will start another.
    std::vector<flow::EyesEffect> left;
    {
        const std::lock_guard lock(asked_mutex_);
        left.swap(asked_);
    }
    const pid_t child = child_.exchange(-1);
    if (child > 0) {
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
    }
    for (const flow::EyesEffect& effect : left)
        fail(effect, "eyes.gone");
}

void EyesProcess::fail(const flow::EyesEffect& effect, const std::string& code) {
    if (const auto* look = std::get_if<flow::LookThroughCamera>(&effect))
        tell_(flow::CameraFailed{look->ticket, code});
    else if (const auto* list = std::get_if<flow::ListStick>(&effect))
        tell_(flow::StickFailed{list->ticket, code});
    else if (const std::uint64_t ticket = ticket_of(effect); ticket != 0)
        tell_(flow::PhotoFailed{ticket, code});
}

void EyesProcess::pass_on(eyes::Message message) {
    if (message.kind != eyes::Kind::Frame && message.kind != eyes::Kind::Code) {
        const std::lock_guard lock(asked_mutex_);
        std::erase_if(asked_, [&](const auto& one) { return ticket_of(one) == message.ticket; });
    }
    const bool is_one = message.kind == eyes::Kind::Frame || message.kind == eyes::Kind::Photo;
    const flow::PixelsRef first = is_one && !message.images.empty() ? pixels_of(message.images[0]) : nullptr;
    switch (message.kind) {
        case eyes::Kind::Frame:
            std::erase_if(frames_, [](const auto& frame) { return frame.expired(); });
            if (!first || frames_.size() >= kFramesMax) return;
            frames_.push_back(first);
            tell_(flow::CameraSaw{message.ticket, first});
            break;
        case eyes::Kind::CameraFailed: tell_(flow::CameraFailed{message.ticket, message.text}); break;
        case eyes::Kind::Photo:
            tell_(flow::TookPhoto{message.ticket, std::make_shared<flow::PhotoFile>(std::move(message.file)), first,
                                  message.flag});
            break;
        case eyes::Kind::PhotoFailed: tell_(flow::PhotoFailed{message.ticket, message.text}); break;
        case eyes::Kind::StickListed: {
            flow::ListedStick listed{message.ticket, {}};
            for (eyes::Image& image : message.images)
                listed.pictures.push_back(pixels_of(image));
            tell_(std::move(listed));
            break;
        }
        case eyes::Kind::StickFailed: tell_(flow::StickFailed{message.ticket, message.text}); break;
        case eyes::Kind::Code: tell_(flow::Scanned{message.text}); break;
        default: break;
    }
    eyes::wipe(message);
}

void EyesProcess::keep_listening() {
    if (places_.scanner.empty() || listens_) return;
    if (listening_.joinable()) listening_.join();
    listens_ = true;
    listening_ = std::thread([this, device = places_.scanner] {
        listen(device);
        listens_ = false;
    });
}

void EyesProcess::listen(const std::string& device) {
    const auto scanner = camera::LineScanner::open(device);
    if (!scanner) return;
    while (!closing_) {
        auto line = (*scanner)->read(kScannerLookMs);
        if (!line) return;
        if (!*line) continue;
        tell_(flow::Scanned{**line});
        base::wipe(**line);
    }
}

}  // namespace courtyard::shell
