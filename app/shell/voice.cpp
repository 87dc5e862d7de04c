#include "app/shell/voice.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <unordered_map>

#include "app/pack/speakable.hpp"
#include "app/sound/synthesiser.hpp"
#include "app/speech/script.hpp"
#include "app/worker/tongue.hpp"

extern char** environ;

namespace courtyard::shell {

namespace {

void wipe(flow::Speak& utterance) noexcept {
    for (std::string& piece : utterance.pieces)
        base::wipe(piece);
    utterance.pieces.clear();
}

}  // namespace

// ---- what is known about speaking

struct Voice::Library {
    std::shared_ptr<const pack::Pack> pack;
    speech::Tongue tongue;
    std::unordered_map<std::string, const base::Bytes*> prompts;  // by the text that they say

    static base::Result<std::unique_ptr<Library>> open() {
        auto library = std::make_unique<Library>();
        library->tongue = TRY(worker::shipped_tongue());
        return library;
    }
    void use(std::shared_ptr<const pack::Pack> other) {
        if (pack == other) return;
        pack = std::move(other);
        prompts.clear();
        worker::teach(tongue, *pack);
        if (pack->prompts.empty()) return;
        for (auto& [key, text] : pack::speakable(*pack))
            if (const auto found = pack->prompts.find(key); found != pack->prompts.end())
                prompts.emplace(std::move(text), &found->second);
    }
};

// ---- one courtyard-voice

struct Voice::Mouth {
    pid_t child = -1;
    os::Descriptor in{-1}, out{-1};

    ~Mouth() {
        if (child <= 0) return;
        ::kill(child, SIGKILL);
        static_cast<void>(wait());
    }
    // 0: said and heard.
    int wait() {
        int status = 0;
        while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
        }
        child = -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
    bool open(const std::filesystem::path& program) {
        std::array<int, 2> to{}, from{};
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, to.data()) != 0) return false;
        in = os::Descriptor(to[1]);
        const os::Descriptor child_in(to[0]);
        if (::pipe2(from.data(), O_CLOEXEC) != 0) return false;
        out = os::Descriptor(from[0]);
        const os::Descriptor child_out(from[1]);
        posix_spawn_file_actions_t files;
        posix_spawnattr_t attributes;
        ::posix_spawn_file_actions_init(&files);
        ::posix_spawnattr_init(&attributes);
        ::posix_spawn_file_actions_adddup2(&files, child_in.get(), 0);
        ::posix_spawn_file_actions_adddup2(&files, child_out.get(), 1);
        sigset_t none;
        sigemptyset(&none);
        ::posix_spawnattr_setsigmask(&attributes, &none);
        ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
        std::string path = program.string();
        std::array<char*, 2> arguments{path.data(), nullptr};
        if (::posix_spawn(&child, path.c_str(), &files, &attributes, arguments.data(), environ) != 0) child = -1;
        ::posix_spawn_file_actions_destroy(&files);
        ::posix_spawnattr_destroy(&attributes);
        return child > 0;
    }
};

// ---- asked from the window's thread

Voice::Voice(std::filesystem::path program, std::function<void()> wake)
    : program_(std::move(program)), wake_(std::move(wake)), bell_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

Voice::~Voice() {
    {
        const std::lock_guard lock(mutex_);
        leave_ = true;
        interrupt();
    }
    if (thread_.joinable()) thread_.join();
}

void Voice::interrupt() {
    const std::uint64_t one = 1;
    const ssize_t rung = ::write(bell_.get(), &one, sizeof one);
    COURTYARD_CHECK(rung == sizeof one || errno == EAGAIN);  // full: it rings already
    changed_.notify_all();
}

void Voice::use(std::shared_ptr<const pack::Pack> pack) {
    const std::lock_guard lock(mutex_);
    pack_ = std::move(pack);
}

bool Voice::can_speak(const pack::Pack& pack) const {
    return ::access(program_.c_str(), X_OK) == 0 && (!pack.prompts.empty() || sound::find_synthesiser());
}

bool Voice::takes(flow::Effect& effect) {
    const std::lock_guard lock(mutex_);
    if (auto* speak = std::get_if<flow::Speak>(&effect)) {
        // Nothing is started for whoever never listens.
        if (!thread_.joinable()) thread_ = std::thread([this] { run(); });
        loudness_ = static_cast<int>(speak->loudness);
        std::optional<flow::Speak>& place = speak->turn == flow::Turn::AtOnce ? now_ : after_;
        if (place) wipe(*place);
        if (speak->turn == flow::Turn::AtOnce && after_) {
            wipe(*after_);
            after_.reset();
        }
        place = std::move(*speak);
        interrupt();
        return true;
    }
    if (const auto* louder = std::get_if<flow::SetLoudness>(&effect)) {
        loudness_ = static_cast<int>(louder->loudness);
        interrupt();
        return true;
    }
    const bool stop = std::holds_alternative<flow::StopSpeaking>(effect);
    if (stop || std::holds_alternative<flow::EndSession>(effect)) {
        silence_ = true;
        for (std::optional<flow::Speak>* place : {&now_, &after_}) {
            if (*place) wipe(**place);
            place->reset();
        }
        interrupt();
    }
    return stop;
}

// ---- the voice's thread

bool Voice::is_interrupted(int& loudness) {
    std::uint64_t rings = 0;
    const ssize_t heard = ::read(bell_.get(), &rings, sizeof rings);
    COURTYARD_CHECK(heard == sizeof rings || errno == EAGAIN);  // nobody rang
    const std::lock_guard lock(mutex_);
    loudness = loudness_;
    return leave_ || silence_ || now_;
}

void Voice::run() {
    while (true) {
        flow::Speak utterance;
        {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [this] { return leave_ || now_ || after_; });
            if (leave_) return;
            silence_ = false;
            std::optional<flow::Speak>& place = now_ ? now_ : after_;
            utterance = std::move(*place);
            place.reset();
        }
        say(utterance);
        wipe(utterance);
    }
}

base::Bytes Voice::frames_for(const flow::Speak& utterance, const std::shared_ptr<const pack::Pack>& pack) {
    if (!library_) {
        auto opened = Library::open();
        if (!opened) return {};
        library_ = std::move(*opened);
    }
    library_->use(pack);
    const auto& prompts = library_->prompts;
    return speech::script_of(utterance.pieces, static_cast<int>(utterance.loudness), library_->tongue,
                             [&prompts](std::string_view text) -> base::ByteView {
                                 if (prompts.empty()) return {};
                                 const auto found = prompts.find(std::string(text));
                                 return found == prompts.end() ? base::ByteView{} : base::ByteView(*found->second);
                             });
}

void Voice::say(flow::Speak& utterance) {
    std::shared_ptr<const pack::Pack> pack;
    {
        const std::lock_guard lock(mutex_);
        pack = pack_;
    }
    const auto ended = [&](bool heard) {
        if (news_.push(flow::SpeechEnded{utterance.ticket, heard})) wake_();
    };
    if (!pack) return ended(false);
    base::Bytes frames = frames_for(utterance, pack);
    wipe(utterance);
    Mouth mouth;
    if (frames.empty() || !mouth.open(program_)) {
        base::wipe(frames);
        return ended(false);
    }
    int loudness = static_cast<int>(utterance.loudness);
    std::size_t sent = 0;
    bool interrupted = false;
    while (true) {
        const bool more = sent < frames.size();
        std::array<pollfd, 3> ready{
            {{mouth.out.get(), POLLIN, 0}, {bell_.get(), POLLIN, 0}, {more ? mouth.in.get() : -1, POLLOUT, 0}}};
        if (::poll(ready.data(), ready.size(), -1) < 0) continue;
        if (ready[1].revents != 0) {
            int wanted = loudness;
            interrupted = is_interrupted(wanted);
            if (interrupted) break;
            if (wanted != loudness) {
                const base::Bytes louder = speech::level_frame(loudness = wanted);
                frames.insert(frames.end(), louder.begin(), louder.end());
            }
        }
        if (ready[2].revents != 0) {
            const ssize_t done =
                ::send(mouth.in.get(), frames.data() + sent, frames.size() - sent, MSG_NOSIGNAL | MSG_DONTWAIT);
            if (done > 0) sent += static_cast<std::size_t>(done);
            if (done < 0 && errno != EAGAIN && errno != EINTR) sent = frames.size();  // it is gone; its end tells why
        }
        if (ready[0].revents != 0) {
            std::array<char, 64> told{};
            if (::read(mouth.out.get(), told.data(), told.size()) <= 0) break;
        }
    }
    base::wipe(frames);
    if (!interrupted) ended(mouth.wait() == 0);
}

}  // namespace courtyard::shell
