// A partner body without a line: its letters and its answers by stick. On the stick lies a folder courtyard/body_<body>
// with one bundle of each laptop (case_bundle.hpp), written whole each time, and the court's newest roster. What came
// by stick and what came by the hub are the same records.
#pragma once

#include <filesystem>
#include <string_view>

#include "app/worker/case_stick.hpp"

namespace courtyard::worker {

// At the court: leaves this laptop's letters to the body, takes its answers and leads, and brings them to the hub with
// the next sync. `body` as the pack's contacts.toml calls it. On the body's own laptop: takes what is for it and leaves
// what it wrote; `body` is ignored. "body.unknown": no such body in the roster. "case.role", "stick.folder",
// "stick.write", those of the store.
[[nodiscard]] base::Result<StickMeeting> meet_body_stick(Machine& machine, const std::filesystem::path& stick,
                                                         std::string_view body, base::Instant now,
                                                         base::Random& random);

}  // namespace courtyard::worker
