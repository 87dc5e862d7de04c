#include "app/worker/court_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace courtyard::worker {

base::Result<CourtLock> CourtLock::take(const std::filesystem::path& folder) {
    const std::filesystem::path path = folder / "court.toml";
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return base::fail(
            "court.missing",
            folder.string() + " is no court's folder (it has no court.toml); make one with: courtyardctl court init");
    CourtLock lock(descriptor);
    while (::flock(descriptor, LOCK_EX) != 0) {
        if (errno != EINTR)
            return base::fail("court.lock", "cannot lock " + path.string() + ": " + std::strerror(errno));
    }
    return lock;
}

CourtLock::~CourtLock() {
    if (descriptor_ >= 0) ::close(descriptor_);  // gives the lock back
}

}  // namespace courtyard::worker
