// A session's end of the pipe to the keeper (session_keeper.hpp). Two lines are said on it, in this order, each once:
// "ready" and "over home large high"; between them any number of "step 5 14", for the screen behind the person.
#pragma once

#include <string_view>

#include "app/shell/public_shell.hpp"
#include "app/shell/session_start.hpp"

namespace courtyard::shell {

inline constexpr std::string_view kReady = "ready";
inline constexpr std::string_view kOver = "over ";  // then a line of session_start.hpp

class SessionLink {
public:
    // `fd`: the pipe that the keeper has left open for this process, which closes with the process and is never handed
    // on to a child; -1: nobody keeps this process, nothing is said.
    explicit SessionLink(int fd);
    SessionLink(const SessionLink&) = delete;
    SessionLink& operator=(const SessionLink&) = delete;

    // The first picture is on the screen.
    void ready();
    // The session is over and its picture gone; the next process may begin with `next`. Nothing that a person does is
    // heard here any more.
    void over(const SessionStart& next);

    // Which step of the form is on the screen; said when it changes.
    void step(const StepNow& now);

    [[nodiscard]] bool is_kept() const { return fd_ >= 0; }
    [[nodiscard]] bool is_over() const { return over_; }

private:
    void say(std::string_view line) const;

    int fd_;
    bool ready_ = false;
    bool over_ = false;
    StepNow step_;
};

}  // namespace courtyard::shell
