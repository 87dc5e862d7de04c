// What one round of mail has come to, in words and as JSON.
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "app/ctl/output.hpp"
#include "app/worker/syncing.hpp"
#include "sync/mail/outbox.hpp"

namespace courtyard::ctl {

[[nodiscard]] nlohmann::ordered_json counts_json(const mail::OutboxCounts& counts);
[[nodiscard]] std::string waiting_words(const mail::OutboxCounts& counts);

// `outbox`: as it is after the round. An error when the round was broken off, and after it was told when something was
// set aside in it: both end with exit code 1.
base::Result<void> tell_round(const worker::SyncReport& report, const mail::OutboxCounts& outbox, Output& out);

}  // namespace courtyard::ctl
