// An application comes back from its slip alone: the kiosk may have burnt before it ever synced.
//
// A record is the same record by its id and its bytes. It happens that another application has the id of the one on the
// slip: a kiosk was restored from a backup by a program that used an id twice. The hub has one of the two and refuses
// the other by name, and the kiosk, which cannot read it, keeps it set aside. Then whoever may read it here files it
// anew: the same content under an id of its own, signed by this person, with a note of where it comes from:
//   "refiled":{"record":"<id on the slip>","by":"m.<machine>","seq":7}     in the payload, beside what was there
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/store/inbox.hpp"
#include "app/worker/machine.hpp"

namespace courtyard::worker {

struct Recovered {
    base::RecordId id;       // under which it is here
    bool was_known = false;  // it was here already, byte for byte or filed anew before; nothing was added
    bool queued = false;     // it was put into the outbox for the hub, because the hub is not known to have it
    bool opened = false;     // a laptop of another role, or a kiosk, can carry it to the hub without opening it
    std::optional<base::RecordId>
        taken;  // the id on the slip, when another application has it: it is filed anew as `id`
};

inline constexpr std::size_t kPicturesMax = 32;

// From one or more pictures of one slip, symbols in any order. Errors of paper::scan and of seal::join_symbols,
// "recover.foreign" another court's, "recover.other_record" another application has its id and this machine cannot file
// it anew: says who can.
[[nodiscard]] base::Result<Recovered> recover(Machine& machine, const std::vector<std::filesystem::path>& pngs,
                                              base::Instant now);
// From the texts of symbols, in any order; those that are no part of an application are passed over.
[[nodiscard]] base::Result<Recovered> recover_symbols(Machine& machine, const std::vector<std::string>& symbols,
                                                      base::Instant now);
[[nodiscard]] base::Result<Recovered> recover_record(Machine& machine, base::ByteView record, base::Instant now);

}  // namespace courtyard::worker
