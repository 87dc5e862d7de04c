// Laptops that meet by stick alone: a folder courtyard/cases on it, to which each adds what nobody has put there yet
// and from which each takes what it does not know. Whoever finds the stick reads nothing; deleting the folder loses
// nothing that is not on a laptop. What came so and the hub does not have goes to the hub from whichever laptop has a
// line.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/worker/machine.hpp"

namespace courtyard::worker {

struct RefusedFile {
    std::string name;
    base::Error error;  // its message follows on the name: "<name> was damaged on the stick …"
};
struct StickMeeting {
    std::size_t taken = 0;    // records that are new here
    std::size_t queued = 0;   // of them, those that this laptop will bring to the hub
    std::size_t made = 0;     // keys that were given because of them
    std::size_t written = 0;  // records that the stick did not have
    bool roster_changed = false;
    std::vector<RefusedFile> refused;  // of each of these files nothing was taken
};

// "case.role" on a kiosk. "stick.folder": no such folder, or too many files in it. "stick.write": full or
// write-protected; what was taken stays taken. Those of the store.
[[nodiscard]] base::Result<StickMeeting> meet_case_stick(Machine& machine, const std::filesystem::path& stick,
                                                         base::Instant now, base::Random& random);

}  // namespace courtyard::worker
