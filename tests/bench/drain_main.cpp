// bench-drain HOME: sends everything that waits to the hub; ms until the hub has signed for all of it as durable, and
// the bytes that TCP carried; then the same for one more application on the connection that is open. As JSON.
#include <cstdio>

#include "app/worker/syncing.hpp"
#include "app/worker/way_to_hub.hpp"
#include "sync/os/clock.hpp"
#include "sync/transport/https_courier.hpp"
#include "tests/bench/applications.hpp"
#include "tests/bench/bench_home.hpp"

using namespace courtyard;

namespace {

constexpr const char* kName = "bench-drain";
constexpr std::uint64_t kOneMore = 1'000'000'007;  // no other application of a run has this number

struct Drained {
    double ms = 0;
    std::size_t sent = 0;
    unsigned long long bytes = 0;
};

unsigned long long carried(const mail::Courier& courier) {
    const auto* https = dynamic_cast<const transport::HttpsCourier*>(&courier);
    return https == nullptr ? 0 : https->bytes_sent() + https->bytes_received();
}

base::Result<Drained> drain(worker::Machine& machine, mail::Courier& courier, base::Random& random) {
    Drained drained;
    const unsigned long long before = carried(courier);
    const std::int64_t began = os::monotonic_us();
    while (true) {
        const worker::SyncReport report = TRY(worker::sync_once(machine, courier, os::now, random));
        if (report.problem) return tl::unexpected(*report.problem);
        drained.sent += report.sent;
        const mail::OutboxCounts counts = TRY(machine.store().outbox.counts());
        if (counts.queued + counts.sent + counts.accepted == 0) break;
    }
    drained.ms = static_cast<double>(os::monotonic_us() - began) / 1e3;
    drained.bytes = carried(courier) - before;
    return drained;
}

base::Result<void> measure(worker::Machine& machine, base::Random& random) {
    const auto courier = TRY(worker::way_to_hub(machine, os::now()));
    const Drained all = TRY(drain(machine, *courier, random));
    const worker::Submission more = TRY(bench::application(machine.pack(), kOneMore));
    TRY(worker::file(machine, more, os::now(), random));
    const Drained one = TRY(drain(machine, *courier, random));
    std::printf("{\"ms\":%.2f,\"sent\":%zu,\"bytes\":%llu,\"one_more\":{\"ms\":%.2f,\"sent\":%zu,\"bytes\":%llu}}\n",
                all.ms, all.sent, all.bytes, one.ms, one.sent, one.bytes);
    return {};
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::fprintf(stderr, "usage: %s HOME\n", kName);
        return 2;
    }
    os::OsRandom random;
    const auto machine = bench::open_home(kName, arguments[1], random);
    if (!machine) return 1;
    const auto measured = measure(*machine, random);
    return measured ? 0 : bench::fail(kName, measured.error());
}
