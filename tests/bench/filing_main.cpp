// bench-filing HOME COUNT: files COUNT synthetic applications on an enrolled kiosk; ms from the call to the durable
// receipt, and in turn what the disk alone takes to keep one page, as JSON.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "sync/os/clock.hpp"
#include "sync/os/descriptor.hpp"
#include "tests/bench/applications.hpp"
#include "tests/bench/bench_home.hpp"

using namespace courtyard;

namespace {
constexpr const char* kName = "bench-filing";

double ms_since(std::int64_t began_us) { return static_cast<double>(os::monotonic_us() - began_us) / 1e3; }

// One page of SQLite, appended and synced: nothing durable can be quicker on this disk.
bool keep_page(const os::Descriptor& file) {
    constexpr std::array<char, 4096> kPage{};
    return ::write(file.get(), kPage.data(), kPage.size()) == static_cast<ssize_t>(kPage.size()) &&
           ::fdatasync(file.get()) == 0;
}

void print_spread(const char* name, std::vector<double>& ms) {
    std::sort(ms.begin(), ms.end());
    std::printf("\"%s\":{\"n\":%zu,\"min\":%.3f,\"median\":%.3f,\"p95\":%.3f,\"max\":%.3f},", name, ms.size(),
                ms.front(), ms[ms.size() / 2], ms[ms.size() * 95 / 100], ms.back());
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 3) {
        std::fprintf(stderr, "usage: %s HOME COUNT\n", kName);
        return 2;
    }
    os::OsRandom random;
    const auto machine = bench::open_home(kName, arguments[1], random);
    if (!machine) return 1;
    const os::Descriptor page_file(
        ::open((std::string(arguments[1]) + "/page.bench").c_str(), O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600));
    std::vector<double> ms, page_ms;
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
        ms.push_back(ms_since(began));
        if (!receipt) return bench::fail(kName, receipt.error());
        const auto record = machine->store().outbox.record(receipt->record_id());
        bytes += record ? record->size() : 0;
        const std::int64_t page_began = os::monotonic_us();
        if (!keep_page(page_file))
            return bench::fail(kName, base::Error{"bench.page", "a page cannot be kept beside the home"});
        page_ms.push_back(ms_since(page_began));
    }
    std::printf("{");
    print_spread("file_ms", ms);
    print_spread("page_ms", page_ms);
    std::printf("\"record_bytes\":%zu}\n", bytes / ms.size());
    return 0;
}
