// bench-drain HOME: sends everything that waits to the hub; ms until the hub has signed for all of it as durable, and the bytes that TCP
// carried, as JSON.
#include <cstdio>

#include "app/worker/health.hpp"
#include "app/worker/machine.hpp"
#include "app/worker/syncing.hpp"
#include "sync/os/clock.hpp"
#include "sync/transport/https_courier.hpp"

using namespace courtyard;

namespace {

int fail(const base::Error& error) {
    std::fprintf(stderr, "bench-drain: %s\n", error.message.c_str());
    return 1;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::fprintf(stderr, "usage: bench-drain HOME\n");
        return 2;
    }
    os::OsRandom random;
    worker::OpenMachine request;
    request.home = arguments[1];
    auto machine = worker::Machine::open(request, random);
    if (!machine) return fail(machine.error());
    auto courier = (*machine)->courier(os::now());
    if (!courier) return fail(courier.error());
    const std::int64_t began = os::monotonic_us();
    std::size_t sent = 0;
    while (true) {
        const auto report = worker::sync_once(**machine, **courier, os::now, random);
        if (!report) return fail(report.error());
        if (report->problem) return fail(*report->problem);
        sent += report->sent;
        const auto counts = (*machine)->store().outbox.counts();
        if (!counts) return fail(counts.error());
        if (counts->queued + counts->sent + counts->accepted == 0) break;
    }
    const double ms = static_cast<double>(os::monotonic_us() - began) / 1e3;
    const auto* https = dynamic_cast<const transport::HttpsCourier*>(courier->get());
    const unsigned long long bytes = https != nullptr ? https->bytes_sent() + https->bytes_received() : 0;
    std::printf("{\"ms\":%.2f,\"sent\":%zu,\"bytes\":%llu}\n", ms, sent, bytes);
    return 0;
}
