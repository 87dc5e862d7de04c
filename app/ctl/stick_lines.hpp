// What a meeting by stick did, as lines and as JSON.
#pragma once

#include "app/ctl/output.hpp"
#include "app/worker/case_stick.hpp"

namespace courtyard::ctl {

// Ends with kToldAlready when a file was not taken.
base::Result<void> tell_meeting(const worker::StickMeeting& met, Output& out);

}  // namespace courtyard::ctl
