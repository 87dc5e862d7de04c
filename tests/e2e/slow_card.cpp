#include "tests/e2e/slow_card.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

namespace courtyard::test {

namespace {

constexpr int kHeldBytes = 16'384;  // a sixth of a second

}  // namespace

SlowCard::SlowCard(const std::filesystem::path& folder) : folder_(folder) {
    const std::string pipe = (folder / "card").string();
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    pipe_ = os::Descriptor(::open(pipe.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    REQUIRE(pipe_.get() >= 0);
    REQUIRE(::fcntl(pipe_.get(), F_SETPIPE_SZ, kHeldBytes) >= 0);
    std::ofstream(folder / "asound.conf")
        << "pcm.!default { type file slave.pcm null file \"" << pipe << "\" format raw }\npcm.null { type null }\n";
}

std::string SlowCard::environment() const { return "ALSA_CONFIG_PATH=" + (folder_ / "asound.conf").string(); }

std::string SlowCard::take() {
    std::string taken(kHeldBytes, '\0');
    const ssize_t got = ::read(pipe_.get(), taken.data(), taken.size());
    taken.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    return taken;
}

}  // namespace courtyard::test
