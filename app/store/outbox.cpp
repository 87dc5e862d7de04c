#include "app/store/outbox.hpp"

#include "sync/seal/record.hpp"

namespace courtyard::store {

namespace {

base::Result<OutboxRow> row_of(const Statement& select) {
    OutboxRow row;
    row.parcel.id = TRY(select.id<base::RecordId>(0));
    row.mailbox = select.text(1);
    row.parcel.delivery = static_cast<mail::Delivery>(select.integer(2));
    row.parcel.size = static_cast<std::uint32_t>(select.integer(3));
    row.parcel.seq = static_cast<std::uint64_t>(select.integer(4));
    row.parcel.verdict = static_cast<mail::Verdict>(select.integer(5));
    row.parcel.accepted_at = select.instant(6);
    row.filed = select.instant(7);
    if (!select.is_null(8)) {
        row.parcel.hash = TRY(select.id<seal::RecordHash>(8));
    } else if (const base::Bytes record = select.bytes(9); !record.empty()) {
        row.parcel.hash = seal::record_hash(record);
    } else {
        row.has_hash = false;
    }
    return row;
}

constexpr const char* kRow =
    "SELECT id, mailbox, state, size, hub_sequence, verdict, accepted_ms, filed_ms, hash, "
    "CASE WHEN hash IS NULL THEN record END FROM outbox ";

}  // namespace

base::Result<void> Outbox::add(const Transaction&, const mail::MailboxName& mailbox, const base::RecordId& id,
                               base::ByteView record, base::Instant now) {
    auto insert = database_->statement(
        "INSERT INTO outbox (id, mailbox, state, size, filed_ms, record, hash) VALUES (?1, ?2, 0, ?3, ?4, ?5, ?6)");
    insert.bind(1, id)
        .bind(2, mailbox.text())
        .bind(3, static_cast<std::int64_t>(record.size()))
        .bind(4, now)
        .bind(5, record)
        .bind(6, seal::record_hash(record));
    return insert.run();
}

base::Result<std::vector<mail::Parcel>> Outbox::on_the_way(const mail::MailboxName& mailbox) const {
    auto select =
        database_->statement(std::string(kRow) + "WHERE mailbox = ?1 AND state <> 3 ORDER BY size > 16384, place");
    select.bind(1, mailbox.text());
    std::vector<mail::Parcel> parcels;
    while (TRY(select.step()))
        parcels.push_back(TRY(row_of(select)).parcel);
    return parcels;
}

base::Result<std::vector<mail::MailboxName>> Outbox::mailboxes_on_the_way() const {
    auto select = database_->statement("SELECT DISTINCT mailbox FROM outbox WHERE state <> 3 ORDER BY mailbox");
    std::vector<mail::MailboxName> names;
    while (TRY(select.step()))
        names.push_back(TRY(mail::MailboxName::parse(select.text(0))));
    return names;
}

base::Result<base::Bytes> Outbox::record(const base::RecordId& id) const {
    auto select = database_->statement("SELECT record FROM outbox WHERE id = ?1 AND record IS NOT NULL");
    select.bind(1, id);
    if (!TRY(select.step()))
        return base::fail("store.no_record", "the store keeps no sealed record " + id.text() + " for sending");
    return select.bytes(0);
}

base::Result<void> Outbox::save(const Transaction&, const std::vector<mail::Parcel>& changed) {
    for (const mail::Parcel& parcel : changed) {
        const auto known = TRY(find(parcel.id));
        if (!known) continue;
        const mail::Delivery from = known->parcel.delivery;
        if (from != parcel.delivery && !mail::may_follow(from, parcel.delivery)) continue;
        auto update = database_->statement(
            "UPDATE outbox SET state = ?2, hub_sequence = ?3, verdict = ?4, accepted_ms = ?5, "
            "record = CASE WHEN ?2 = 3 THEN NULL ELSE record END WHERE id = ?1");
        update.bind(1, parcel.id)
            .bind(2, static_cast<std::int64_t>(parcel.delivery))
            .bind(3, static_cast<std::int64_t>(parcel.seq));
        update.bind(4, static_cast<std::int64_t>(parcel.verdict)).bind(5, parcel.accepted_at);
        TRY(update.run());
    }
    return {};
}

base::Result<void> Outbox::take_back(const Transaction&, const base::RecordId& id) {
    auto find = database_->statement("SELECT state FROM outbox WHERE id = ?1");
    find.bind(1, id);
    const auto queued = static_cast<std::int64_t>(mail::Delivery::Queued);
    const bool is_queued = TRY(find.step()) && find.integer(0) == queued;
    TRY(find.run());
    if (!is_queued)
        return base::fail("undo.sent", "it has left this laptop, or may have: set it right with a correction");
    auto drop = database_->statement("DELETE FROM outbox WHERE id = ?1");
    drop.bind(1, id);
    return drop.run();
}

base::Result<std::optional<OutboxRow>> Outbox::find(const base::RecordId& id) const {
    auto select = database_->statement(std::string(kRow) + "WHERE id = ?1");
    select.bind(1, id);
    if (!TRY(select.step())) return std::nullopt;
    return TRY(row_of(select));
}

base::Result<std::vector<OutboxRow>> Outbox::list(int count_max) const {
    auto select = database_->statement(std::string(kRow) + "ORDER BY place DESC LIMIT ?1");
    select.bind(1, std::int64_t{count_max});
    std::vector<OutboxRow> rows;
    while (TRY(select.step()))
        rows.push_back(TRY(row_of(select)));
    return rows;
}

base::Result<std::vector<OutboxRow>> Outbox::set_aside(int count_max) const {
    auto select = database_->statement(std::string(kRow) + "WHERE state = 4 ORDER BY place LIMIT ?1");
    select.bind(1, std::int64_t{count_max});
    std::vector<OutboxRow> rows;
    while (TRY(select.step()))
        rows.push_back(TRY(row_of(select)));
    return rows;
}

base::Result<void> Outbox::drop_set_aside(const Transaction&, const base::RecordId& id) {
    auto remove = database_->statement("DELETE FROM outbox WHERE id = ?1 AND state = 4");
    remove.bind(1, id);
    return remove.run();
}

base::Result<std::uint64_t> Outbox::bytes_of_attachments() const {
    auto select = database_->statement("SELECT coalesce(sum(size), 0) FROM outbox WHERE state <> 3 AND size > 16384");
    TRY(select.step());
    return static_cast<std::uint64_t>(select.integer(0));
}

base::Result<mail::OutboxCounts> Outbox::counts() const {
    auto select = database_->statement("SELECT state, count(*) FROM outbox GROUP BY state");
    mail::OutboxCounts counts;
    while (TRY(select.step())) {
        const auto count = static_cast<std::size_t>(select.integer(1));
        switch (static_cast<mail::Delivery>(select.integer(0))) {
            case mail::Delivery::Queued: counts.queued = count; break;
            case mail::Delivery::Sent: counts.sent = count; break;
            case mail::Delivery::Accepted: counts.accepted = count; break;
            case mail::Delivery::Durable: counts.durable = count; break;
            case mail::Delivery::Quarantined: counts.quarantined = count; break;
        }
    }
    return counts;
}

}  // namespace courtyard::store
