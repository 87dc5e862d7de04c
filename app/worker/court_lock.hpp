// One change of a court's folder at a time: two enrolments at once would both sign the same next roster version.
#pragma once

#include <filesystem>
#include <utility>

#include "sync/base/result.hpp"

namespace courtyard::worker {

class CourtLock {
public:
    // Waits for the other one. "court.lock".
    static base::Result<CourtLock> take(const std::filesystem::path& folder);
    ~CourtLock();
    CourtLock(CourtLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    CourtLock(const CourtLock&) = delete;
    CourtLock& operator=(const CourtLock&) = delete;

private:
    explicit CourtLock(int descriptor) : descriptor_(descriptor) {}
    int descriptor_;
};

}  // namespace courtyard::worker
