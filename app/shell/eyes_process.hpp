// The kiosk's side of its eyes (app/eyes): starts the program when somebody wants to look, passes effects on, turns its
// news into events, and ends it with the session. Listens to a serial scanner, too.
#pragma once

#include <sys/types.h>

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "app/eyes/message.hpp"
#include "app/flow/eyes_effect.hpp"
#include "app/flow/kiosk_event.hpp"

namespace courtyard::shell {

struct EyesPlaces {
    std::string camera;   // [camera] device of machine.toml; empty: none
    std::string scanner;  // [scanner] device; empty: none
    std::string sticks;   // [sticks] folder; empty: /media
    friend bool operator==(const EyesPlaces&, const EyesPlaces&) = default;
};

class EyesProcess {
public:
    // `program`: courtyard-eyes. `tell` is called from threads of this class. Nothing is started yet.
    EyesProcess(std::filesystem::path program, std::function<void(flow::Event)> tell);
    ~EyesProcess();
    EyesProcess(const EyesProcess&) = delete;
    EyesProcess& operator=(const EyesProcess&) = delete;

    void set_places(const EyesPlaces& places);
    // Everything but HandInSlip, which is the worker's own. A failure comes as an event with the effect's ticket.
    void ask(const flow::EyesEffect& effect);
    // The process ends, and all that it saw with it.
    void end_session();
    // Begins to listen to the scanner, where there is one; called now and then, opens it anew when it was unplugged.
    void keep_listening();
    [[nodiscard]] pid_t child() const { return child_; }

private:
    bool start();
    void stop();
    void hear(int fd);
    // What was asked last and is not answered; false: somebody has answered it.
    bool take_back(const flow::EyesEffect& effect);
    void pass_on(eyes::Message message);
    void listen(const std::string& device);
    void fail(const flow::EyesEffect& effect, const std::string& code);

    std::filesystem::path program_;
    std::function<void(flow::Event)> tell_;
    EyesPlaces places_;
    std::atomic<pid_t> child_{-1};
    int to_ = -1;
    int from_ = -1;
    std::thread hearing_;
    std::mutex asked_mutex_;
    std::vector<flow::EyesEffect> asked_;  // not answered yet: answered with a failure when the process dies
    std::vector<std::weak_ptr<const flow::Pixels>> frames_;  // that the window has not let go of
    std::thread listening_;
    std::atomic<bool> listens_{false};
    std::atomic<bool> closing_{false};
};

}  // namespace courtyard::shell
