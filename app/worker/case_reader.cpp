#include "app/worker/case_reader.hpp"

#include "app/cases/fold_version.hpp"
#include "sync/seal/hash.hpp"

namespace courtyard::worker {

namespace {

// Besides facts and keys of a case, all that says what is to be done in it.
base::Digest reading_ground_of(const Machine& machine) {
    const pack::Pack& pack = machine.pack();
    std::string text(cases::fold_version());
    text += "\nroster " + std::to_string(machine.roster_version());
    text += "\npack " + pack.name + " " + std::to_string(pack.version);
    text += machine.reads_intake() ? "\nintake" : "";
    return seal::sha256(base::as_bytes(text));
}

}  // namespace

base::Result<UnseenCases> unseen_cases(Machine& machine, std::string_view reader) {
    const store::CaseChanges& changes = machine.store().case_changes;
    // The number first: what comes while they are read is looked at the next time.
    UnseenCases unseen;
    unseen.upto = {TRY(changes.last()), reading_ground_of(machine)};
    const auto place = TRY(changes.place_of(reader));
    if (!place || place->ground != unseen.upto.ground) {
        unseen.cases = TRY(known_cases(machine));
    } else {
        const std::vector<cases::CaseId> ids = TRY(changes.since(place->number));
        unseen.cases = TRY(known_cases(machine, ids));
    }
    return unseen;
}

base::Result<void> have_seen(Machine& machine, std::string_view reader, const UnseenCases& seen) {
    store::CaseChanges& changes = machine.store().case_changes;
    if (TRY(changes.place_of(reader)) == seen.upto) return {};
    return changes.set_place(reader, seen.upto);
}

}  // namespace courtyard::worker
