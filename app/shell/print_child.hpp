// A courtyardctl that prints what it is handed through a pipe and answers with one word. Whoever uses it never waits:
// it is looked at now and then, and has an end.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sync/base/bytes.hpp"

namespace courtyard::shell {

class PrintChild {
public:
    // What becomes of a child whose program dies: it is killed, or goes on alone (and then takes back what the printer
    // has, because nobody listens).
    enum class WhenAlone { Dies, TakesBack };

    PrintChild(std::filesystem::path program, WhenAlone when_alone)
        : program_(std::move(program)), when_alone_(when_alone) {}
    ~PrintChild();
    PrintChild(const PrintChild&) = delete;
    PrintChild& operator=(const PrintChild&) = delete;

    // SIGPIPE is ignored (stop_signal.hpp). `words`: the command line after the program's name; everybody on the
    // machine can read them. `input` is wiped when it has been handed over. One paper at a time: what cannot be begun
    // is told by the next look().
    void start(const std::vector<std::string>& words, base::Bytes input, std::int64_t now_ms);
    // Hands over more, hears what came, ends what takes too long. "printed" or a code, once.
    [[nodiscard]] std::optional<std::string> look(std::int64_t now_ms);
    [[nodiscard]] bool is_running() const { return child_ > 0 || failed_.has_value(); }

    void kill();  // at once, whatever it was doing
    // Nobody wants it any more: what was not handed over is wiped, and the child takes back what the printer has. Does
    // not wait for that; look() buries it, and kills it when it does not end.
    void let_go(std::int64_t now_ms);

private:
    struct Leaving {
        pid_t child;
        std::int64_t until_ms;
    };
    void hand_over();
    void hear();
    void close_pipes();
    void bury(std::int64_t now_ms);

    std::filesystem::path program_;
    WhenAlone when_alone_;
    pid_t child_ = -1;
    int to_child_ = -1, from_child_ = -1;
    base::Bytes input_;  // not yet handed over
    std::size_t handed_ = 0;
    std::string said_;
    std::int64_t until_ms_ = 0;
    std::optional<std::string> failed_;  // could not even be started
    std::vector<Leaving> leaving_;
};

}  // namespace courtyard::shell
