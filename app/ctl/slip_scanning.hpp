// The symbols of one slip, read one after another by a camera or a scanner, until all are there.
#pragma once

#include <string>
#include <vector>

#include "app/ctl/output.hpp"
#include "sync/base/result.hpp"

namespace courtyard::ctl {

struct ScanPlaces {
    std::string camera;   // device, or folder of pictures
    std::string scanner;  // serial line
};
// Waits `wait_ms` at most. Says after each symbol which it was. "symbols.missing" when not all came, with how many did;
// errors of camera and scanner.
[[nodiscard]] base::Result<std::vector<std::string>> scan_slip(const ScanPlaces& places, std::int64_t wait_ms,
                                                               Output& out);

}  // namespace courtyard::ctl
