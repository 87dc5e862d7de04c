// LD_PRELOAD: counts fsync and fdatasync of a program, and can make each as slow as on a village machine's flash
// memory.
//   SYNC_SHIM_OUT=FILE      at exit one line "fsync N fdatasync N" is written there
//   SYNC_SHIM_DELAY_MS=8    sleep this long in each call
#include <dlfcn.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>

namespace {

std::atomic<long> fsyncs{0};
std::atomic<long> fdatasyncs{0};

using SyncCall = int (*)(int);

void delay() {
    static const char* ms = std::getenv("SYNC_SHIM_DELAY_MS");
    if (ms != nullptr) usleep(static_cast<useconds_t>(std::atoi(ms)) * 1000U);
}

int call_next(const char* name, int descriptor) {
    delay();
    const auto next = reinterpret_cast<SyncCall>(dlsym(RTLD_NEXT, name));
    return next(descriptor);
}

struct Report {
    ~Report() {
        const char* path = std::getenv("SYNC_SHIM_OUT");
        if (path == nullptr) return;
        if (std::FILE* file = std::fopen(path, "w")) {
            std::fprintf(file, "fsync %ld fdatasync %ld\n", fsyncs.load(), fdatasyncs.load());
            std::fclose(file);
        }
    }
} report;

}  // namespace

extern "C" int fsync(int descriptor) {
    ++fsyncs;
    return call_next("fsync", descriptor);
}

extern "C" int fdatasync(int descriptor) {
    ++fdatasyncs;
    return call_next("fdatasync", descriptor);
}
