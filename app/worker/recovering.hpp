// An application comes back from its slip alone: the kiosk may have burnt before it ever synced.
#pragma once

#include <filesystem>
#include <vector>

#include "app/store/inbox.hpp"
#include "app/worker/machine.hpp"

namespace courtyard::worker {

struct Recovered {
    base::RecordId id;
    bool was_known = false;  // it was in the inbox already; nothing was added
    bool queued = false;     // it was put into the outbox for the hub, because the hub is not known to have it
    bool opened = false;     // a laptop of another role, or a kiosk, can carry it to the hub without opening it
};

inline constexpr std::size_t kPicturesMax = 32;

// From one or more pictures of one slip, symbols in any order. Errors of paper::scan and of seal::join_symbols.
[[nodiscard]] base::Result<Recovered> recover(Machine& machine, const std::vector<std::filesystem::path>& pngs,
                                              base::Instant now);
[[nodiscard]] base::Result<Recovered> recover_record(Machine& machine, base::ByteView record, base::Instant now);

}  // namespace courtyard::worker
