// The kiosk's voice: turns words into frames on a thread of its own and has courtyard-voice play them, one process for
// each utterance. To stop is to kill it: at once, and nothing of what was said is left. The window never waits for any
// of this, and the process that shows a person's answers holds no sound library.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "app/flow/kiosk_effect.hpp"
#include "app/flow/kiosk_event.hpp"
#include "app/pack/pack.hpp"
#include "app/shell/bounded_queue.hpp"
#include "sync/os/descriptor.hpp"

namespace courtyard::shell {

class Voice {
public:
    // `program`: courtyard-voice. `wake` is called from the voice's thread after news was queued.
    Voice(std::filesystem::path program, std::function<void()> wake);
    ~Voice();
    Voice(const Voice&) = delete;
    Voice& operator=(const Voice&) = delete;

    // The court's words and recordings from now on.
    void use(std::shared_ptr<const pack::Pack> pack);
    // Is there anything to speak with on this machine? Looks at two files, opens nothing.
    [[nodiscard]] bool can_speak(const pack::Pack& pack) const;

    // True when the effect was the voice's own. The end of a session silences it, too, but is for others as well.
    bool takes(flow::Effect& effect);
    [[nodiscard]] std::optional<flow::Event> news() { return news_.try_pop(); }

private:
    struct Mouth;    // one courtyard-voice
    struct Library;  // tables and recordings, loaded when something is said for the first time

    void run();
    void say(flow::Speak& utterance);
    [[nodiscard]] base::Bytes frames_for(const flow::Speak& utterance, const std::shared_ptr<const pack::Pack>& pack);
    [[nodiscard]] bool is_interrupted(int& loudness);  // looks at what was asked meanwhile
    void interrupt();                                  // with mutex_ held: makes the thread look

    const std::filesystem::path program_;
    const std::function<void()> wake_;
    BoundedQueue<flow::Event> news_{64};

    std::mutex mutex_;
    std::condition_variable changed_;
    std::optional<flow::Speak> now_;    // to be said instead of anything else
    std::optional<flow::Speak> after_;  // to be said when that has ended
    bool silence_ = false;
    bool leave_ = false;
    int loudness_ = 1;
    std::shared_ptr<const pack::Pack> pack_;
    os::Descriptor bell_;  // readable: something was asked

    std::unique_ptr<Library> library_;  // of the thread
    std::thread thread_;
};

}  // namespace courtyard::shell
