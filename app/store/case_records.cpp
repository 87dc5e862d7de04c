#include "app/store/case_records.hpp"

#include "app/store/outbox.hpp"

namespace courtyard::store {

namespace {

constexpr const char* kSelect =
    "SELECT id, hash, recipient, case_id, kind, arrived_ms, received_ms, hub_sequence, origin, opened, problem, "
    "record, body, picture FROM case_record ";

enum class Part { Record, Body, Neither };

base::Result<CaseRecord> row_of(const Statement& row, Part part) {
    CaseRecord record;
    record.id = TRY(row.id<base::RecordId>(0));
    record.hash = TRY(row.id<seal::RecordHash>(1));
    record.recipient = TRY(row.id<base::KeyId>(2));
    if (!row.bytes(3).empty()) record.about = TRY(row.id<base::RecordId>(3));
    record.kind = row.text(4);
    record.arrived = row.instant(5);
    record.received = row.instant(6);
    record.hub_sequence = static_cast<std::uint64_t>(row.integer(7));
    record.origin = static_cast<Origin>(row.integer(8));
    record.opened = row.integer(9) != 0;
    record.problem = row.text(10);
    if (part == Part::Record) record.record = row.bytes(11);
    if (part == Part::Body) record.body = row.text(12);
    if (!row.bytes(13).empty()) record.picture = TRY(row.id<base::Digest>(13));
    return record;
}

base::Result<std::vector<CaseRecord>> rows_of(Statement& select, Part part) {
    std::vector<CaseRecord> rows;
    while (TRY(select.step()))
        rows.push_back(TRY(row_of(select, part)));
    return rows;
}

}  // namespace

base::Result<Kept> CaseRecords::keep(const Transaction&, const CaseRecord& record) {
    auto known = database_->statement("SELECT hub_sequence FROM case_record WHERE id = ?1 AND hash = ?2");
    known.bind(1, record.id).bind(2, record.hash);
    if (TRY(known.step())) {
        const bool learns = known.integer(0) == 0 && record.hub_sequence != 0;
        TRY(known.run());
        if (!learns) return Kept::Known;
        auto update = database_->statement(
            "UPDATE case_record SET hub_sequence = ?3, received_ms = ?4 WHERE id = ?1 AND hash = ?2");
        update.bind(1, record.id).bind(2, record.hash);
        update.bind(3, static_cast<std::int64_t>(record.hub_sequence)).bind(4, record.received);
        TRY(update.run());
        return Kept::Known;
    }
    auto insert = database_->statement(
        "INSERT INTO case_record (id, hash, recipient, case_id, kind, arrived_ms, received_ms, hub_sequence, origin, "
        "opened, problem, record, body, notice, picture) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, "
        "CAST(?13 AS BLOB), ?14, ?15)");
    insert.bind(1, record.id).bind(2, record.hash).bind(3, record.recipient);
    insert.bind(4, record.about ? record.about->view() : base::ByteView{}).bind(5, record.kind);
    insert.bind(6, record.arrived).bind(7, record.received).bind(8, static_cast<std::int64_t>(record.hub_sequence));
    insert.bind(9, static_cast<std::int64_t>(record.origin)).bind(10, std::int64_t{record.opened});
    insert.bind(11, record.problem).bind(12, base::ByteView(record.record));
    insert.bind(14, record.notice ? record.notice->view() : base::ByteView{});
    insert.bind(15, record.picture ? record.picture->view() : base::ByteView{});
    if (record.opened) {
        insert.bind(13, record.body);
    } else {
        insert.bind_null(13);
    }
    TRY(insert.run());
    return Kept::New;
}

base::Result<void> CaseRecords::opened(const Transaction&, const CaseRecord& record) {
    auto update = database_->statement(
        "UPDATE case_record SET case_id = ?3, kind = ?4, opened = ?5, problem = ?6, body = CAST(?7 AS BLOB), "
        "picture = ?8 WHERE id = ?1 AND hash = ?2");
    update.bind(1, record.id).bind(2, record.hash);
    update.bind(3, record.about ? record.about->view() : base::ByteView{}).bind(4, record.kind);
    update.bind(5, std::int64_t{record.opened}).bind(6, record.problem);
    update.bind(8, record.picture ? record.picture->view() : base::ByteView{});
    if (record.opened) {
        update.bind(7, record.body);
    } else {
        update.bind_null(7);
    }
    return update.run();
}

namespace {

constexpr std::int64_t kMadeHere = 2;

}  // namespace

base::Result<void> CaseRecords::take_back(const Transaction& inside, const base::RecordId& id) {
    auto find = database_->statement("SELECT notice FROM case_record WHERE id = ?1 AND origin = ?2");
    find.bind(1, id).bind(2, kMadeHere);
    if (!TRY(find.step())) return base::fail("undo.others", "only what was done on this laptop can be taken back here");
    const base::Bytes notice = find.bytes(0);
    TRY(find.run());
    TRY(Outbox(*database_).take_back(inside, id));
    if (!notice.empty()) {
        const base::RecordId told = TRY(base::RecordId::from(notice));
        TRY(Outbox(*database_).take_back(inside, told));
        auto letter = database_->statement("DELETE FROM inbox WHERE id = ?1 AND origin = ?2");
        letter.bind(1, told).bind(2, kMadeHere);
        TRY(letter.run());
    }
    auto folded = database_->statement(
        "DELETE FROM case_fold WHERE case_id IN (SELECT case_id FROM case_record WHERE id = ?1 AND origin = ?2)");
    folded.bind(1, id).bind(2, kMadeHere);
    TRY(folded.run());
    auto drop = database_->statement("DELETE FROM case_record WHERE id = ?1 AND origin = ?2");
    drop.bind(1, id).bind(2, kMadeHere);
    return drop.run();
}

base::Result<void> CaseRecords::take_back_since(const Transaction& inside, const base::RecordId& about,
                                                std::string_view kind, base::Instant since) {
    auto find = database_->statement(
        "SELECT id FROM case_record WHERE case_id = ?1 AND kind = ?2 AND origin = ?3 AND arrived_ms >= ?4");
    find.bind(1, about).bind(2, kind).bind(3, kMadeHere).bind(4, since);
    std::vector<base::RecordId> going;
    while (TRY(find.step()))
        going.push_back(TRY(find.id<base::RecordId>(0)));
    for (const base::RecordId& id : going)
        TRY(take_back(inside, id));
    return {};
}

base::Result<void> CaseRecords::forget(const Transaction&, const base::RecordId& about) {
    auto close = database_->statement(
        "UPDATE case_record SET opened = 0, body = NULL, kind = '', case_id = x'', problem = '', picture = x'' "
        "WHERE case_id = ?1 AND (opened = 1 OR length(picture) = 32)");
    close.bind(1, about);
    TRY(close.run());
    auto folded = database_->statement("DELETE FROM case_fold WHERE case_id = ?1");
    folded.bind(1, about);
    TRY(folded.run());
    auto told = database_->statement("DELETE FROM view_log WHERE case_id = ?1 AND length(record) = 16");
    told.bind(1, about);
    TRY(told.run());
    auto ahead = database_->statement("DELETE FROM fact_ahead WHERE case_id = ?1");
    ahead.bind(1, about);
    TRY(ahead.run());
    auto drop = database_->statement("DELETE FROM case_key WHERE case_id = ?1");
    drop.bind(1, about);
    return drop.run();
}

base::Result<void> CaseRecords::leaves(const Transaction&, const Leaving& leaving) {
    auto insert = database_->statement(
        "INSERT INTO case_leaving (case_id, fact) VALUES (?1, ?2) ON CONFLICT (case_id) DO UPDATE SET fact = ?2");
    insert.bind(1, leaving.about).bind(2, leaving.fact);
    return insert.run();
}

base::Result<std::vector<CaseRecords::Leaving>> CaseRecords::leaving() const {
    auto select = database_->statement("SELECT case_id, fact FROM case_leaving ORDER BY case_id");
    std::vector<Leaving> all;
    while (TRY(select.step()))
        all.push_back({TRY(select.id<base::RecordId>(0)), TRY(select.id<base::RecordId>(1))});
    return all;
}

base::Result<void> CaseRecords::has_left(const Transaction&, const base::RecordId& about) {
    auto drop = database_->statement("DELETE FROM case_leaving WHERE case_id = ?1");
    drop.bind(1, about);
    return drop.run();
}

base::Result<std::vector<CaseRecord>> CaseRecords::closed_for(const base::KeyId& recipient) const {
    auto select = database_->statement(std::string(kSelect) + "WHERE recipient = ?1 AND opened = 0 ORDER BY place");
    select.bind(1, recipient);
    return rows_of(select, Part::Record);
}

base::Result<bool> CaseRecords::was_sent(const base::KeyId& recipient, const base::RecordId& about,
                                         std::string_view kind) const {
    auto select = database_->statement(
        "SELECT 1 FROM case_record WHERE recipient = ?1 AND opened = 0 AND case_id = ?2 AND kind = ?3 AND origin = ?4");
    select.bind(1, recipient).bind(2, about).bind(3, kind).bind(4, kMadeHere);
    return select.step();
}

base::Result<std::vector<CaseRecord>> CaseRecords::keys_for(const base::KeyId& recipient,
                                                            const base::RecordId& about) const {
    auto select = database_->statement(
        std::string(kSelect) +
        "WHERE case_id = ?2 AND length(case_id) = 16 AND recipient = ?1 AND opened = 0 ORDER BY place");
    select.bind(1, recipient).bind(2, about);
    return rows_of(select, Part::Record);
}

base::Result<std::vector<CaseRecord>> CaseRecords::of_case(const base::RecordId& about) const {
    auto select = database_->statement(std::string(kSelect) +
                                       "WHERE case_id = ?1 AND length(case_id) = 16 AND opened = 1 ORDER BY place");
    select.bind(1, about);
    return rows_of(select, Part::Body);
}

base::Result<std::optional<base::RecordId>> CaseRecords::about(const base::RecordId& id) const {
    auto select = database_->statement("SELECT case_id FROM case_record WHERE id = ?1 AND opened = 1");
    select.bind(1, id);
    if (!TRY(select.step()) || select.bytes(0).empty()) return std::nullopt;
    return TRY(select.id<base::RecordId>(0));
}

base::Result<std::vector<CaseRecord>> CaseRecords::pictures(const base::RecordId& about) const {
    auto select =
        database_->statement(std::string(kSelect) + "WHERE case_id = ?1 AND length(picture) = 32 ORDER BY place");
    select.bind(1, about);
    return rows_of(select, Part::Neither);
}

base::Result<std::vector<CaseRecord>> CaseRecords::holding(const base::RecordId& about,
                                                           const base::Digest& picture) const {
    auto select = database_->statement(std::string(kSelect) +
                                       "WHERE case_id = ?1 AND picture = ?2 AND length(picture) = 32 ORDER BY place");
    select.bind(1, about).bind(2, picture);
    return rows_of(select, Part::Record);
}

base::Result<bool> CaseRecords::has(const base::RecordId& id, const seal::RecordHash& hash) const {
    auto select = database_->statement("SELECT 1 FROM case_record WHERE id = ?1 AND hash = ?2");
    select.bind(1, id).bind(2, hash);
    return select.step();
}

base::Result<std::vector<CaseRecords::Mark>> CaseRecords::marks(std::int64_t after_place, int count_max) const {
    auto select = database_->statement(
        "SELECT place, id, hash, hub_sequence <> 0 OR origin = ?3 FROM case_record WHERE place > ?1 ORDER BY place "
        "LIMIT ?2");
    select.bind(1, after_place).bind(2, std::int64_t{count_max}).bind(3, static_cast<std::int64_t>(Origin::Hub));
    std::vector<Mark> marks;
    while (TRY(select.step()))
        marks.push_back({select.integer(0), TRY(select.id<base::RecordId>(1)), TRY(select.id<seal::RecordHash>(2)),
                         select.integer(3) != 0});
    return marks;
}

base::Result<base::Bytes> CaseRecords::sealed(std::int64_t place) const {
    auto select = database_->statement("SELECT record FROM case_record WHERE place = ?1");
    select.bind(1, place);
    if (!TRY(select.step())) return base::fail("store.no_record", "the store keeps no such record of a case");
    return select.bytes(0);
}

base::Result<std::vector<CaseRecords::Count>> CaseRecords::cases() const {
    auto select = database_->statement(
        "SELECT case_id, count(*) FROM case_record WHERE opened = 1 AND length(case_id) = 16 GROUP BY case_id "
        "ORDER BY min(place)");
    std::vector<Count> cases;
    while (TRY(select.step()))
        cases.push_back({TRY(select.id<base::RecordId>(0)), select.integer(1)});
    return cases;
}

base::Result<void> CaseKeys::put(const Transaction&, const CaseKey& key) {
    auto insert = database_->statement(
        "INSERT INTO case_key (key_id, case_id, epoch, secret) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (key_id) DO "
        "NOTHING");
    insert.bind(1, key.id).bind(2, key.about).bind(3, std::int64_t{key.epoch}).bind(4, base::ByteView(key.secret));
    return insert.run();
}

base::Result<void> CaseKeys::take_back(const Transaction&, const base::KeyId& id) {
    auto drop = database_->statement("DELETE FROM case_key WHERE key_id = ?1");
    drop.bind(1, id);
    return drop.run();
}

base::Result<std::optional<CaseKey>> CaseKeys::find(const base::KeyId& id) const {
    auto select = database_->statement("SELECT case_id, epoch, secret FROM case_key WHERE key_id = ?1");
    select.bind(1, id);
    if (!TRY(select.step())) return std::nullopt;
    return CaseKey{id, TRY(select.id<base::RecordId>(0)), static_cast<std::uint32_t>(select.integer(1)),
                   select.bytes(2)};
}

base::Result<std::vector<CaseKey>> CaseKeys::of_case(const base::RecordId& about) const {
    auto select =
        database_->statement("SELECT key_id, epoch, secret FROM case_key WHERE case_id = ?1 ORDER BY epoch, key_id");
    select.bind(1, about);
    std::vector<CaseKey> keys;
    while (TRY(select.step()))
        keys.push_back(
            {TRY(select.id<base::KeyId>(0)), about, static_cast<std::uint32_t>(select.integer(1)), select.bytes(2)});
    return keys;
}

}  // namespace courtyard::store
