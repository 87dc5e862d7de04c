#include "app/shell/session_link.hpp"

#include <fcntl.h>
#include <unistd.h>

namespace courtyard::shell {

SessionLink::SessionLink(int fd) : fd_(fd) {
    if (fd_ >= 0) ::fcntl(fd_, F_SETFD, FD_CLOEXEC);
}

// A keeper that is gone has ended this process already (PR_SET_PDEATHSIG): there is nobody to tell.
void SessionLink::say(std::string_view line) const {
    const std::string whole = std::string(line) + '\n';
    if (::write(fd_, whole.data(), whole.size()) != static_cast<ssize_t>(whole.size())) return;
}

void SessionLink::ready() {
    if (!is_kept() || ready_) return;
    ready_ = true;
    say(kReady);
}

void SessionLink::step(const StepNow& now) {
    if (!is_kept() || over_ || now == step_) return;
    step_ = now;
    say(to_line(now));
}

void SessionLink::over(const SessionStart& next) {
    if (!is_kept() || over_) return;
    over_ = true;
    say(std::string(kOver) + to_line(next));
}

}  // namespace courtyard::shell
