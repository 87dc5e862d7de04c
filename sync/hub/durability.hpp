// How far a mailbox is durable: up to its head as soon as it is committed, or as far as the backup job says.
#pragma once

#include <map>
#include <mutex>
#include <string>

#include "sync/hub/config.hpp"
#include "sync/hub/log.hpp"
#include "sync/hub/rosters.hpp"
#include "sync/mail/mailbox.hpp"

namespace courtyard::hub {

class Durability {
public:
    // `file` (TOML, "330199/intake" = 1234) is read when it changes; a bad one is told to the log and the last good one
    // holds.
    Durability(Durable durable, std::filesystem::path file, Log& log);

    // From any thread; never beyond `head`, which is committed.
    [[nodiscard]] std::uint64_t up_to(const mail::MailboxName& mailbox, std::uint64_t head, base::Instant now);

private:
    void refresh(base::Instant now);

    Durable durable_;
    std::filesystem::path file_;
    Log& log_;
    std::mutex mutex_;
    std::optional<FileStamp> stamp_;
    std::map<std::string, std::uint64_t> marks_;
};

}  // namespace courtyard::hub
