#include "app/shell/session_keeper.hpp"

#include <poll.h>
#include <signal.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <optional>

#include "app/shell/falls.hpp"
#include "app/shell/mail_process.hpp"
#include "app/shell/public_process.hpp"
#include "app/shell/session_link.hpp"
#include "app/shell/session_process.hpp"
#include "sync/os/clock.hpp"

namespace courtyard::shell {

namespace {

constexpr std::int64_t kLeaveMs = 2'000;  // for a process that was asked to go
constexpr std::int64_t kRestMs = 30'000;  // the longest sleep: the mail may have to be started again

// SIGTERM, SIGINT and SIGCHLD as something that poll can wait for.
class Signals {
public:
    Signals() {
        sigemptyset(&set_);
        for (const int signal : {SIGTERM, SIGINT, SIGCHLD})
            sigaddset(&set_, signal);
        sigprocmask(SIG_BLOCK, &set_, &before_);
        fd_ = ::signalfd(-1, &set_, SFD_CLOEXEC | SFD_NONBLOCK);
    }
    ~Signals() {
        if (fd_ >= 0) ::close(fd_);
        sigprocmask(SIG_SETMASK, &before_, nullptr);
    }
    Signals(const Signals&) = delete;
    Signals& operator=(const Signals&) = delete;

    [[nodiscard]] int fd() const { return fd_; }
    // Whether the program was told to end.
    [[nodiscard]] bool stop_came() const {
        bool stop = false;
        signalfd_siginfo info{};
        while (::read(fd_, &info, sizeof info) == static_cast<ssize_t>(sizeof info))
            stop = stop || info.ssi_signo != SIGCHLD;
        return stop;
    }

private:
    sigset_t set_{}, before_{};
    int fd_ = -1;
};

class Keeper {
public:
    explicit Keeper(const KeptKiosk& kiosk) : kiosk_(kiosk) {
        if (!kiosk.mail.empty()) mail_.emplace(kiosk.mail, kiosk.home);
        if (!kiosk.public_screen.empty()) public_.emplace(kiosk.public_screen);
    }

    int run() {
        if (!begin({})) return 1;
        while (!code_) {
            sleep();
            if (signals_.stop_came()) return 0;
            hear_showing();
            hear_coming();
            see_who_ended();
            end_the_slow();
            keep_mail();
        }
        return *code_;
    }

private:
    bool begin(const SessionStart& start) {
        auto process = SessionProcess::begin(kiosk_.program, kiosk_.arguments, start);
        if (!process) {
            std::fprintf(stderr, "courtyard-kiosk: %s\n", process.error().message.c_str());
            return false;
        }
        coming_ = std::move(*process);
        coming_fails_ = start.page == flow::Page::Failure;
        return true;
    }

    void hear_showing() {
        if (!showing_) return;
        while (const auto line = showing_->line()) {
            if (const auto step = parse_step(*line); step && public_) public_->tell(*step);
            if (!line->starts_with(kOver) || showing_over_) continue;
            if (public_) public_->tell({});
            const auto start = parse_start(std::string_view(*line).substr(kOver.size()));
            showing_over_ = true;
            if (!coming_) begin(start.value_or(SessionStart{}));
        }
    }

    void hear_coming() {
        if (!coming_) return;
        const auto line = coming_->line();
        if (!line || *line != kReady) return;
        if (!shown_at_ms_) shown_at_ms_ = os::monotonic_ms();
        leaving_ = std::move(showing_);
        showing_ = std::move(coming_);
        coming_.reset();
        showing_over_ = false;
        showing_fails_ = coming_fails_;
        if (!leaving_) return;
        leaving_->ask_to_go();
        leaving_until_ms_ = os::monotonic_ms() + kLeaveMs;
    }

    void see_who_ended() {
        if (leaving_ && leaving_->ended()) leaving_.reset();
        if (coming_) {
            if (const auto status = coming_->ended()) {
                coming_.reset();
                if (!shown_at_ms_)
                    code_ = WIFEXITED(*status) ? WEXITSTATUS(*status) : 1;
                else
                    fell();
            }
        }
        if (!showing_) return;
        const auto status = showing_->ended();
        if (!status) return;
        const bool over = showing_over_;
        showing_.reset();
        if (public_) public_->tell({});
        if (!over && WIFEXITED(*status) && WEXITSTATUS(*status) == 0)
            code_ = 0;  // its window was closed
        else if (!over)
            fell();
        else if (!coming_)
            begin({});
    }

    void fell() {
        falls_.note(os::monotonic_ms());
        if (coming_) return;
        const bool too_often = falls_.wait_ms(os::monotonic_ms()) > 0;
        if (!begin({too_often ? flow::Page::Failure : flow::Page::Attract, {}, {}})) code_ = 1;
    }

    void end_the_slow() {
        const std::int64_t now = os::monotonic_ms();
        if (leaving_ && now >= leaving_until_ms_) leaving_.reset();
        if (showing_ && showing_fails_ && !coming_ && falls_.wait_ms(now) == 0) begin({});
    }

    void keep_mail() {
        const std::int64_t now = os::monotonic_ms();
        if (!shown_at_ms_ || now - *shown_at_ms_ < kMailAfterMs) return;
        if (mail_) mail_->keep_running(now);
        if (public_) public_->keep_running(now);
    }

    void sleep() {
        const std::int64_t now = os::monotonic_ms();
        std::int64_t wait = kRestMs;
        if ((mail_ || public_) && shown_at_ms_) {
            const std::int64_t until_mail = *shown_at_ms_ + kMailAfterMs - now;
            if (until_mail > 0) wait = std::min(wait, until_mail);
        }
        if (leaving_) wait = std::min(wait, std::max<std::int64_t>(leaving_until_ms_ - now, 0));
        if (showing_fails_) wait = std::min(wait, std::max<std::int64_t>(falls_.wait_ms(now), 1));
        std::array<pollfd, 3> fds{{{signals_.fd(), POLLIN, 0},
                                   {showing_ ? showing_->pipe() : -1, POLLIN, 0},
                                   {coming_ ? coming_->pipe() : -1, POLLIN, 0}}};
        ::poll(fds.data(), fds.size(), static_cast<int>(wait));
    }

    const KeptKiosk& kiosk_;
    Signals signals_;
    std::optional<MailProcess> mail_;
    std::optional<PublicProcess> public_;
    std::optional<SessionProcess> showing_, coming_, leaving_;
    bool showing_over_ = false;
    bool showing_fails_ = false, coming_fails_ = false;
    std::int64_t leaving_until_ms_ = 0;
    std::optional<std::int64_t> shown_at_ms_;  // when the first picture came
    Falls falls_{kFallsMax, kFallsWithinMs};
    std::optional<int> code_;
};

}  // namespace

int keep_kiosk(const KeptKiosk& kiosk) { return Keeper(kiosk).run(); }

}  // namespace courtyard::shell
