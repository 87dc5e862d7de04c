#include "app/shell/steward_desk.hpp"

#include <system_error>

#include "app/worker/steward_pin.hpp"
#include "sync/os/files.hpp"

namespace courtyard::shell {

namespace fs = std::filesystem;

static_assert(flow::kPinDigitsMin == worker::kPinDigitsMin && flow::kPinDigitsMax == worker::kPinDigitsMax);

namespace {

constexpr std::size_t kToldMax = 64;

flow::PinVerdict shown(worker::PinJudged judged) {
    switch (judged) {
        case worker::PinJudged::Right: return flow::PinVerdict::Right;
        case worker::PinJudged::Wrong: return flow::PinVerdict::Wrong;
        case worker::PinJudged::TooSoon: return flow::PinVerdict::TooSoon;
        case worker::PinJudged::NoPin: return flow::PinVerdict::NoPin;
    }
    return flow::PinVerdict::Wrong;
}

// A code of ours, or none at all: the file comes from another process.
std::string code_in(base::ByteView file) {
    std::string code(base::as_text(file));
    while (!code.empty() && code.back() == '\n')
        code.pop_back();
    const bool sound = code.find_first_not_of("abcdefghijklmnopqrstuvwxyz_.") == std::string::npos;
    return sound ? code : "carry.told";
}

}  // namespace

StewardDesk::StewardDesk(fs::path home, fs::path carry, Tell tell)
    : home_(std::move(home)), carry_(std::move(carry)), tell_(std::move(tell)) {}

void StewardDesk::judge(flow::TryPin& knock, base::Instant now) const {
    const auto answer = worker::try_steward_pin({home_}, base::as_bytes(knock.pin), now);
    base::wipe(knock.pin);
    if (answer)
        tell_(flow::PinJudged{knock.ticket, shown(answer->judged), answer->closed_until});
    else
        tell_(flow::PinJudged{knock.ticket, flow::PinVerdict::Refused, now});
}

void StewardDesk::tell_health(const flow::LookAtHealth& look, worker::Machine* machine, flow::Trouble trouble,
                              base::Instant now) const {
    tell_(flow::HealthTold{look.ticket, worker::health_of(home_, machine, trouble, {}, now)});
}

void StewardDesk::ask_for_stick(const flow::AskForStick& ask) {
    let_stick_go();
    // Only where a carrier is set up is there such a folder.
    std::error_code error;
    if (!fs::is_directory(carry_, error) || !os::write_file(carry_ / "asked", "\n", os::Privacy::OwnerOnly)) {
        tell_(flow::Carried{ask.ticket, "carry.closed"});
        return;
    }
    waiting_ = ask.ticket;
}

void StewardDesk::let_stick_go() {
    waiting_.reset();
    std::error_code ignored;
    fs::remove(carry_ / "asked", ignored);
    fs::remove(carry_ / "told", ignored);
}

void StewardDesk::look_at_carry() {
    if (!waiting_) return;
    const auto told = os::read_file(carry_ / "told", kToldMax);
    if (!told) return;
    const std::uint64_t ticket = *waiting_;
    const std::string code = code_in(*told);
    let_stick_go();
    tell_(flow::Carried{ticket, code == "done" ? std::string() : code});
}

}  // namespace courtyard::shell
