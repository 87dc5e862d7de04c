// The laptop's reading: the court's intake as a list, and one application in full.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/worker/arrival.hpp"
#include "app/worker/machine.hpp"
#include "app/worker/review.hpp"

namespace courtyard::worker {

struct InboxEntry {
    base::RecordId id;
    std::string number;      // of the receipt
    std::string name;        // of the applicant
    base::Instant claimed;   // when it was filed, by the kiosk's clock
    base::Instant received;  // when the hub got it; zero when it came by a slip
    base::Instant arrived;   // when it came to this laptop
    domain::ApplicationStatus status = domain::ApplicationStatus::Synced;
    std::string problem;  // error code when it cannot be opened
    bool from_slip = false;
    std::string site;     // where it was filed, as the roster knows it
    std::string outcome;  // what screening hinted at, "OUT-A"; empty when it was skipped
    bool urgent = false;  // the applicant said so in the form, screening added OUT-A1, or the one who acts did the harm
};

inline constexpr int kInboxListMax = 10'000;

// First what is urgent and not ended yet, then the rest; newest first in both. "inbox.role" when this person may not
// read the intake, or on a kiosk.
[[nodiscard]] base::Result<std::vector<InboxEntry>> list_inbox(Machine& machine, std::string_view name_part = {},
                                                               int count_max = kInboxListMax);

struct ShownApplication {
    InboxEntry entry;
    std::string author;  // the machine that filed it, and its site where the roster knows it
    std::string site;
    bool author_revoked = false;
    std::string kind;
    std::string pack;  // name@version under which it was made
    std::uint64_t sequence = 0;
    std::uint64_t hub_sequence = 0;   // 0: not from the hub
    std::string payload;              // JSON as it was signed; without the account for whoever may not see it
    base::Bytes record;               // as it was sealed: the original file
    std::vector<base::Digest> files;  // SHA-256 of its pictures: worker/attached.hpp has them
    Standing standing;
};

// "inbox.role" for who may not read the intake.
[[nodiscard]] base::Result<void> must_read_intake(const Machine& machine);
// What people of the court said about an application or an alert, in the order of arrival.
[[nodiscard]] base::Result<std::vector<Review>> reviews_about(Machine& machine, const base::RecordId& id);

inline constexpr std::size_t kIdPrefixMin = 4;  // characters of a record id that are enough to ask for it

// By record id (whole or its first 4 characters or more) or receipt number. "inbox.short", "inbox.unknown",
// "inbox.ambiguous", "inbox.role", "inbox.unopened" with the reason.
[[nodiscard]] base::Result<ShownApplication> show_application(Machine& machine, std::string_view id);

// Opens a record of the intake with whichever epoch's key it is sealed to. Errors of seal::open, "record.recipient".
[[nodiscard]] base::Result<seal::Opened> open_letter(const Machine& machine, base::ByteView record);

// Opens a record that belongs to the intake and puts it into the store; unopened ones are kept with the reason.
base::Result<store::Kept> take_letter(Machine& machine, const store::Transaction& inside, const Arrival& came);
// Tries again what could not be opened before: a key or a roster may have come since.
base::Result<std::size_t> reopen_letters(Machine& machine);

}  // namespace courtyard::worker
