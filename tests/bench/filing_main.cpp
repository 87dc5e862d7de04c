// bench-filing HOME COUNT: files COUNT synthetic applications on an enrolled kiosk; ms from the call to the durable
// receipt, as JSON.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "sync/os/clock.hpp"
#include "tests/bench/applications.hpp"
#include "tests/bench/bench_home.hpp"

using namespace courtyard;

namespace {
constexpr const char* kName = "bench-filing";
}

int main(int count, char** arguments) {
    if (count != 3) {
        std::fprintf(stderr, "usage: %s HOME COUNT\n", kName);
        return 2;
    }
    os::OsRandom random;
    const auto machine = bench::open_home(kName, arguments[1], random);
    if (!machine) return 1;
    std::vector<double> ms;
    std::size_t bytes = 0;
    for (long i = 0; i < std::atol(arguments[2]); ++i) {
        if (i % 64 == 0) {
            if (const auto ready = worker::prepare_filing(*machine, random); !ready)
                return bench::fail(kName, ready.error());
        }
        const auto submission = bench::application(machine->pack(), static_cast<std::uint64_t>(i));
        if (!submission) return bench::fail(kName, submission.error());
        const std::int64_t began = os::monotonic_us();
        const auto receipt = worker::file(*machine, *submission, os::now(), random);
        ms.push_back(static_cast<double>(os::monotonic_us() - began) / 1e3);
        if (!receipt) return bench::fail(kName, receipt.error());
        const auto record = machine->store().outbox.record(receipt->record_id());
        bytes += record ? record->size() : 0;
    }
    std::sort(ms.begin(), ms.end());
    std::printf(
        "{\"file_ms\":{\"n\":%zu,\"min\":%.3f,\"median\":%.3f,\"p95\":%.3f,\"max\":%.3f},\"record_bytes\":%zu}\n",
        ms.size(), ms.front(), ms[ms.size() / 2], ms[ms.size() * 95 / 100], ms.back(), bytes / ms.size());
    return 0;
}
