// What the worker does for the steward's door: judges the PIN, looks at the machine's health, lets a stick take the
// mail. Owned by the worker's thread.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>

#include "app/flow/kiosk_event.hpp"
#include "app/flow/steward_effect.hpp"
#include "app/worker/kiosk_health.hpp"

namespace courtyard::shell {

// Where kiosk and carrier meet (kiosk_config/, courtyard-carry@): the wish is a file "asked", what came of it "told".
inline constexpr const char* kCarryFolder = "/run/courtyard/carry";

class StewardDesk {
public:
    using Tell = std::function<void(flow::Event)>;
    StewardDesk(std::filesystem::path home, std::filesystem::path carry, Tell tell);

    void judge(flow::TryPin& knock, base::Instant now) const;
    // `machine` null while the home does not open, for this reason.
    void tell_health(const flow::LookAtHealth& look, worker::Machine* machine, flow::Trouble trouble,
                     base::Instant now) const;
    void ask_for_stick(const flow::AskForStick& ask);
    void let_stick_go();
    // Whether the carrier has said something meanwhile; every two seconds or so.
    void look_at_carry();

private:
    std::filesystem::path home_;
    std::filesystem::path carry_;
    Tell tell_;
    std::optional<std::uint64_t> waiting_;  // ticket
};

}  // namespace courtyard::shell
