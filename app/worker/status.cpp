#include "app/worker/status.hpp"

namespace courtyard::worker {

base::Result<Status> status_of(Machine& machine) {
    store::Store& store = machine.store();
    Status status;
    status.outbox = TRY(store.outbox.counts());
    for (const store::OutboxRow& row : TRY(store.outbox.set_aside(Status::kNamedMax)))
        status.set_aside.push_back(row.parcel.id);
    status.applications = TRY(store.inbox.count("application"));
    if (const auto at = TRY(store.moments.value(store::kLastContact))) status.last_contact = base::Instant{*at};
    if (const auto at = TRY(store.moments.value(store::kLastTrial))) status.last_trial = base::Instant{*at};
    const auto failures = TRY(store.moments.value(store::kFailures));
    status.failures = static_cast<std::uint64_t>(failures.value_or(0));
    status.pack_name = machine.pack().name;
    status.pack_version = machine.pack().version;
    status.roster_version = machine.roster().version;
    return status;
}

}  // namespace courtyard::worker
