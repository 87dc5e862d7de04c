#include "app/sound/synthesiser.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string>

#include "app/sound/wav.hpp"
#include "sync/os/clock.hpp"
#include "sync/os/descriptor.hpp"

namespace courtyard::sound {
namespace {

// Sockets rather than pipes: writing to one whose other end is gone is an error and no signal.
base::Result<std::array<os::Descriptor, 2>> pipe() {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return base::fail("sound.synthesiser", "no pipe to the synthesiser");
    return std::array<os::Descriptor, 2>{os::Descriptor(ends[0]), os::Descriptor(ends[1])};
}

// Ends with the object, whatever happened: nobody speaks on after stop.
class Child {
public:
    explicit Child(pid_t pid) : pid_(pid) {}
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() {
        if (pid_ > 0) {
            ::kill(pid_, SIGKILL);
            static_cast<void>(wait());
        }
    }
    bool wait() {
        int status = 0;
        while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
        }
        pid_ = -1;
        return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }

private:
    pid_t pid_;
};

// Only calls that are safe after a fork. Whoever asked may be killed in the middle of a sentence, and what it says may
// be somebody's own: the synthesiser ends with the thread that waits for it.
[[noreturn]] void become(char* const* arguments, char* const* environment, int in, int out, pid_t parent) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) ::_exit(1);
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    ::signal(SIGPIPE, SIG_DFL);
    const int nothing = ::open("/dev/null", O_WRONLY);
    ::dup2(in, 0);
    ::dup2(out, 1);
    ::dup2(nothing, 2);
    ::execve(arguments[0], arguments, environment);
    ::_exit(127);
}

base::Result<pid_t> start(const std::filesystem::path& program, int in, int out) {
    std::string path = program.string(), voice(kVoice), pace(kWordsPerMinute);
    std::string v = "-v", s = "-s", a = "-a", loud = "80", from = "--stdin", to = "--stdout";
    const std::array<char*, 10> arguments{path.data(), v.data(),    voice.data(), s.data(),  pace.data(),
                                          a.data(),    loud.data(), from.data(),  to.data(), nullptr};
    std::string language = "LANG=C.UTF-8", home = "HOME=/nonexistent", where = "PATH=/usr/bin:/bin";
    const std::array<char*, 4> environment{language.data(), home.data(), where.data(), nullptr};
    const pid_t parent = ::getpid();
    const pid_t child = ::fork();
    if (child == 0) become(arguments.data(), environment.data(), in, out, parent);
    if (child < 0) return base::fail("sound.synthesiser", path + " cannot be started");
    return child;
}

bool is_pinyin(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '1' && c <= '5') || c == ' ' || c == ',' || c == '.';
    });
}

}  // namespace

std::optional<std::filesystem::path> find_synthesiser() {
    for (const char* place : {"/usr/bin/espeak-ng", "/usr/local/bin/espeak-ng"})
        if (::access(place, X_OK) == 0) return place;
    return std::nullopt;
}

base::Result<Pcm> synthesise(const std::filesystem::path& program, std::string_view pinyin) {
    if (!is_pinyin(pinyin)) return base::fail("sound.pinyin", "what is to be said is not written as toned pinyin");
    auto to = TRY(pipe());
    auto from = TRY(pipe());
    Child child(TRY(start(program, to[0].get(), from[1].get())));
    // Its ends are the child's alone from here on.
    {
        const os::Descriptor in(std::move(to[0]));
        const os::Descriptor out(std::move(from[1]));
    }
    // A sentence is shorter than what a socket holds, so this never waits.
    std::string line(pinyin);
    line += '\n';
    const bool written =
        ::send(to[1].get(), line.data(), line.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(line.size());
    base::wipe(line);
    { const os::Descriptor done(std::move(to[1])); }
    if (!written) return base::fail("sound.synthesiser", "the synthesiser took no text");
    base::Bytes sound;
    const std::int64_t until = os::monotonic_ms() + kSynthesisMsMax;
    while (true) {
        pollfd ready{from[0].get(), POLLIN, 0};
        const auto left = static_cast<int>(std::max<std::int64_t>(until - os::monotonic_ms(), 0));
        const int woken = ::poll(&ready, 1, left);
        if (woken < 0 && errno == EINTR) continue;
        if (woken <= 0) return base::fail("sound.synthesiser", "the synthesiser took longer than 5 seconds");
        const std::size_t before = sound.size();
        constexpr std::size_t kPiece = 64U << 10;
        sound.resize(before + kPiece);
        const ssize_t got = ::read(from[0].get(), sound.data() + before, kPiece);
        sound.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) break;
        if (sound.size() > kSynthesisBytesMax)
            return base::fail("sound.synthesiser", "the synthesiser says more than a sentence can be long");
    }
    if (!child.wait()) return base::fail("sound.synthesiser", "the synthesiser failed");
    auto pcm = parse_wav(sound);
    base::wipe(sound);
    if (!pcm || pcm->samples.empty()) return base::fail("sound.synthesiser", "the synthesiser said nothing");
    return pcm;
}

}  // namespace courtyard::sound
