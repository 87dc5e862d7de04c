// bench-drain HOME: sends everything that waits to the hub; ms until the hub has signed for all of it as durable, and
// the bytes that TCP carried, as JSON.
#include <cstdio>

#include "app/worker/syncing.hpp"
#include "app/worker/way_to_hub.hpp"
#include "sync/os/clock.hpp"
#include "sync/transport/https_courier.hpp"
#include "tests/bench/bench_home.hpp"

using namespace courtyard;

namespace {
constexpr const char* kName = "bench-drain";
}

int main(int count, char** arguments) {
    if (count != 2) {
        std::fprintf(stderr, "usage: %s HOME\n", kName);
        return 2;
    }
    os::OsRandom random;
    const auto machine = bench::open_home(kName, arguments[1], random);
    if (!machine) return 1;
    const auto courier = worker::way_to_hub(*machine, os::now());
    if (!courier) return bench::fail(kName, courier.error());
    const std::int64_t began = os::monotonic_us();
    std::size_t sent = 0;
    while (true) {
        const auto report = worker::sync_once(*machine, **courier, os::now, random);
        if (!report) return bench::fail(kName, report.error());
        if (report->problem) return bench::fail(kName, *report->problem);
        sent += report->sent;
        const auto counts = machine->store().outbox.counts();
        if (!counts) return bench::fail(kName, counts.error());
        if (counts->queued + counts->sent + counts->accepted == 0) break;
    }
    const double ms = static_cast<double>(os::monotonic_us() - began) / 1e3;
    const auto* https = dynamic_cast<const transport::HttpsCourier*>(courier->get());
    const unsigned long long bytes = https != nullptr ? https->bytes_sent() + https->bytes_received() : 0;
    std::printf("{\"ms\":%.2f,\"sent\":%zu,\"bytes\":%llu}\n", ms, sent, bytes);
    return 0;
}
