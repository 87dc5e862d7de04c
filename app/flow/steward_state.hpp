// What stands behind the steward's door: the health of the machine, the printer's test, mail by stick, practice. About
// the machine alone: no name, no number of applications, no time at which somebody was here.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sync/base/instant.hpp"

namespace courtyard::flow {

inline constexpr std::size_t kPinDigitsMin = 6;
inline constexpr std::size_t kPinDigitsMax = 12;

// A PIN was asked for; the worker judges it, and tells from when on the next one is looked at.
enum class Knock : std::uint8_t {
    Ready,
    Asked,    // handed to the worker
    Wrong,    // the last one was wrong
    NoPin,    // this machine has none yet
    Refused,  // it could not be judged: the disk
};

enum class HealthItem : std::uint8_t { Disk, Clock, Store, Pack, Contact, Mail, Printer, Camera, Sound };
inline constexpr int kHealthItems = static_cast<int>(HealthItem::Sound) + 1;
[[nodiscard]] std::string_view name_of(HealthItem item);  // "disk"

// One line of the health page. `says` ends a word key, "steward.health.<item>.<says>"; `about` fills in {about}: the
// name and version of the pack, a date. Both are the same whatever people did here.
struct HealthLine {
    HealthItem item = HealthItem::Disk;
    bool well = true;
    std::string says;
    std::string about;
    friend bool operator==(const HealthLine&, const HealthLine&) = default;
};

enum class Chore : std::uint8_t { NotAsked, Asked, Done, Failed };
// Something that the steward lets the machine do: print a test, meet a stick.
struct ChoreWork {
    Chore chore = Chore::NotAsked;
    std::uint64_t ticket = 0;
    std::string code;  // of what went wrong
};

struct StewardWork {
    std::string pin;  // digits, while they are typed
    Knock knock = Knock::Ready;
    std::uint64_t ticket = 0;
    base::Instant closed_until;  // no PIN is looked at before
    bool inside = false;
    std::vector<HealthLine> health;  // empty: being looked at
    std::uint64_t health_ticket = 0;
    ChoreWork printer;
    ChoreWork carry;
};

}  // namespace courtyard::flow
