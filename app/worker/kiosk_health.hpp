// What a steward may know of a kiosk: whether its parts are well. The same whether nobody or a whole village was here:
// no number, no name, no time that tells of a person.
#pragma once

#include <filesystem>
#include <string_view>
#include <utility>
#include <vector>

#include "app/flow/kiosk_state.hpp"
#include "app/worker/machine.hpp"

namespace courtyard::worker {

// Where Linux shows what is plugged in; tests give folders of their own.
struct Devices {
    std::filesystem::path dev = "/dev";
    std::filesystem::path sound_cards = "/proc/asound/cards";
};
[[nodiscard]] bool has_printer(const Devices& devices);
[[nodiscard]] bool has_camera(const Devices& devices);
[[nodiscard]] bool has_sound(const Devices& devices);

// The trouble that people must be told of, and its code. `machine` null: the home does not open, for this reason.
[[nodiscard]] std::pair<flow::Trouble, std::string> trouble_of_disk(const std::filesystem::path& home);
[[nodiscard]] std::pair<flow::Trouble, std::string> trouble_of_machine(Machine& machine, base::Instant now);

// One line for each part. `machine` null: the home does not open, and `trouble` says why.
[[nodiscard]] std::vector<flow::HealthLine> health_of(const std::filesystem::path& home, Machine* machine,
                                                      flow::Trouble trouble, const Devices& devices, base::Instant now);

}  // namespace courtyard::worker
