// The class behind open_sqlite(): tables, prepared statements, and the writer's picture of its mailboxes. Private to
// this room.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sync/hub/sqlite.hpp"
#include "sync/hub/store_sqlite.hpp"

namespace courtyard::hub {

inline constexpr int kPlaceShift = 40;

// `place` is mailbox number * 2^40 + sequence number: one integer key, so that rows are appended in a table B-tree with
// the record beside the key, which a WITHOUT ROWID table would move to overflow pages from a quarter of a page on.
inline std::int64_t place_of(std::int64_t mailbox, std::uint64_t seq) {
    return (mailbox << kPlaceShift) | static_cast<std::int64_t>(seq);
}
inline std::uint64_t seq_of(std::int64_t place) { return static_cast<std::uint64_t>(place) & mail::kSeqMax; }

struct Box {
    std::int64_t no = 0;
    std::uint64_t head = 0;
    std::int64_t received_ms = 0;  // of the last record: received times never fall
};

class SqliteStore final : public Store {
public:
    base::Result<void> open(const std::filesystem::path& path, Access access, StoreLimits limits, base::Random& random);

    base::Result<std::vector<Written>> write(std::span<const Write> writes, base::Instant now) override;
    base::Result<Asked> ask(const mail::MailboxName& mailbox, std::span<const mail::ExactRecord> records) override;
    base::Result<Slice> read(const mail::MailboxName& mailbox, std::uint64_t after, std::uint64_t offset,
                             std::uint64_t limit) override;
    std::uint64_t generation() const override { return generation_; }
    base::Result<std::uint32_t> roster_seen(std::string_view court) override;
    base::Result<void> see_roster(std::string_view court, std::uint32_t version) override;

private:
    using Boxes = std::map<std::string, Box>;

    base::Result<void> prepare();
    base::Result<void> check_room() const;
    base::Result<Box*> box(const mail::MailboxName& mailbox, Boxes& boxes);
    base::Result<std::optional<Box>> find_box(const mail::MailboxName& mailbox);
    base::Result<std::optional<mail::Outcome>> known(std::int64_t mailbox, const mail::ExactRecord& record);
    base::Result<mail::Outcome> append(Box& box, const Offered& offered, base::Instant now, std::uint64_t& appended);
    base::Result<Written> apply(const AppendWrite& write, Boxes& boxes, base::Instant now);
    base::Result<Written> apply(const PartWrite& write, Boxes& boxes, base::Instant now);
    base::Result<void> drop_parts(std::int64_t mailbox, const base::RecordId& id);
    base::Result<void> sweep_parts(base::Instant now);
    base::Result<std::uint64_t> head_of(std::int64_t mailbox);

    std::filesystem::path path_;
    StoreLimits limits_;
    sqlite::Database database_;
    std::uint64_t generation_ = 0;
    std::int64_t swept_ms_ = 0;
    Boxes boxes_;  // the writer's: heads need not be looked up again

    sqlite::Statement insert_, by_id_, head_, last_, find_box_, add_box_, slice_, parts_, add_part_, drop_parts_,
        old_parts_, part_bytes_, seen_, see_;
};

}  // namespace courtyard::hub
