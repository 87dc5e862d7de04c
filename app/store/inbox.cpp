#include "app/store/inbox.hpp"

#include <algorithm>

#include "app/store/outbox.hpp"
#include "app/store/place_beside.hpp"

namespace courtyard::store {

namespace {

constexpr std::string_view kHead =
    "id, kind, about, name, number, claimed_ms, arrived_ms, hub_sequence, origin, opened, problem, received_ms, "
    "machine, outcome, urgent";
constexpr int kRecordColumn = 15;
constexpr int kBodyColumn = 16;

std::string select_head(std::string_view rest) {
    return "SELECT " + std::string(kHead) + " FROM inbox " + std::string(rest);
}
std::string select_all(std::string_view rest) {
    return "SELECT " + std::string(kHead) + ", record, body FROM inbox " + std::string(rest);
}

base::Result<Letter> head_of(const Statement& row) {
    Letter letter;
    letter.id = TRY(row.id<base::RecordId>(0));
    letter.kind = row.text(1);
    if (!row.bytes(2).empty()) letter.about = TRY(row.id<base::RecordId>(2));
    letter.name = row.text(3);
    letter.number = row.text(4);
    letter.claimed = row.instant(5);
    letter.arrived = row.instant(6);
    letter.hub_sequence = static_cast<std::uint64_t>(row.integer(7));
    letter.origin = static_cast<Origin>(row.integer(8));
    letter.opened = row.integer(9) != 0;
    letter.problem = row.text(10);
    letter.received = row.instant(11);
    if (!row.bytes(12).empty()) letter.machine = TRY(row.id<base::MachineId>(12));
    letter.outcome = row.text(13);
    letter.urgent = row.integer(14) != 0;
    return letter;
}

base::Result<std::vector<Letter>> heads(Statement& select) {
    std::vector<Letter> letters;
    while (TRY(select.step()))
        letters.push_back(TRY(head_of(select)));
    return letters;
}

base::Result<std::vector<Letter>> wholes(Statement& select) {
    std::vector<Letter> letters;
    while (TRY(select.step())) {
        Letter letter = TRY(head_of(select));
        letter.record = select.bytes(kRecordColumn);
        letter.body = select.text(kBodyColumn);
        letters.push_back(std::move(letter));
    }
    return letters;
}

void bind_opened(Statement& statement, const Letter& letter) {
    statement.bind(1, letter.id).bind(2, letter.kind);
    statement.bind(3, letter.about ? letter.about->view() : base::ByteView{});
    statement.bind(4, letter.name).bind(5, letter.number).bind(6, letter.claimed);
    statement.bind(7, std::int64_t{letter.opened}).bind(8, letter.problem);
    if (letter.opened) {
        statement.bind(9, letter.body);
    } else {
        statement.bind_null(9);
    }
    statement.bind(10, letter.machine ? letter.machine->view() : base::ByteView{});
    statement.bind(11, letter.outcome).bind(12, std::int64_t{letter.urgent});
}

bool is_same(base::ByteView a, base::ByteView b) { return std::equal(a.begin(), a.end(), b.begin(), b.end()); }

// Two characters that LIKE reads as patterns, and the mark that takes their meaning away.
std::string like_part(std::string_view text) {
    std::string pattern = "%";
    for (const char c : text) {
        if (c == '%' || c == '_' || c == '\\') pattern += '\\';
        pattern += c;
    }
    return pattern + "%";
}

}  // namespace

base::Result<void> Inbox::insert(const Letter& letter, const base::RecordId& id) {
    auto insert = database_->statement(
        "INSERT INTO inbox (id, kind, about, name, number, claimed_ms, opened, problem, body, machine, outcome, "
        "urgent, arrived_ms, hub_sequence, origin, record, received_ms) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, CAST(?9 AS BLOB), ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)");
    bind_opened(insert, letter);
    insert.bind(1, id);
    insert.bind(13, letter.arrived).bind(14, static_cast<std::int64_t>(letter.hub_sequence));
    insert.bind(15, static_cast<std::int64_t>(letter.origin))
        .bind(16, base::ByteView(letter.record))
        .bind(17, letter.received);
    return insert.run();
}

// The first id after `taken` that no other record has: a free one, or the one where this very record lies already.
base::Result<base::RecordId> Inbox::free_place(base::RecordId taken, base::ByteView record) const {
    while (true) {
        taken = place_beside(taken, record);
        const auto held = TRY(find(taken));
        if (!held || is_same(held->record, record)) return taken;
    }
}

// With what was written about the record: `whose` says which of it.
base::Result<void> Inbox::move(const base::RecordId& from, const base::RecordId& to, std::string_view whose) {
    auto move = database_->statement("UPDATE inbox SET id = ?2 WHERE id = ?1");
    move.bind(1, from).bind(2, to);
    TRY(move.run());
    auto follow = database_->statement("UPDATE inbox SET about = ?2 WHERE about = ?1" + std::string(whose));
    follow.bind(1, from).bind(2, to);
    return follow.run();
}

base::Result<void> Inbox::take_back(const Transaction& inside, const base::RecordId& id) {
    const auto letter = TRY(find(id));
    if (!letter || letter->origin != Origin::Here)
        return base::fail("undo.others", "only what was done on this laptop can be taken back here");
    TRY(Outbox(*database_).take_back(inside, id));
    auto drop = database_->statement("DELETE FROM inbox WHERE id = ?1");
    drop.bind(1, id);
    return drop.run();
}

base::Result<Kept> Inbox::keep(const Transaction&, const Letter& letter) {
    base::RecordId id = letter.id;
    auto held = TRY(find(id));
    if (held && !is_same(held->record, letter.record)) {
        const base::RecordId beside = TRY(free_place(id, letter.record));
        const bool takes_over = letter.hub_sequence != 0 && held->hub_sequence == 0;
        if (takes_over) {
            // What this laptop wrote so far it wrote about the one that it had; what others wrote, about the hub's.
            const base::RecordId aside = TRY(free_place(id, held->record));
            TRY(move(id, aside, " AND origin = 2"));
            TRY(move(beside, id, ""));
        } else {
            id = beside;
        }
        held = TRY(find(id));
    }
    if (!held) {
        TRY(insert(letter, id));
        return Kept::New;
    }
    if (held->hub_sequence == 0 && letter.hub_sequence != 0) {
        auto update = database_->statement("UPDATE inbox SET hub_sequence = ?2, received_ms = ?3 WHERE id = ?1");
        update.bind(1, id).bind(2, static_cast<std::int64_t>(letter.hub_sequence)).bind(3, letter.received);
        TRY(update.run());
    }
    return Kept::Known;
}

base::Result<void> Inbox::supersede(const Transaction&, const base::RecordId& old, const base::RecordId& fresh) {
    // Under its own id, which another record has at the hub, what others wrote is about that one.
    auto follow = database_->statement(
        "UPDATE inbox SET about = ?2 WHERE about = ?1 AND (origin = 2 OR NOT EXISTS "
        "(SELECT 1 FROM inbox AS old WHERE old.id = ?1 AND substr(old.record, 17, 16) = ?1))");
    follow.bind(1, old).bind(2, fresh);
    TRY(follow.run());
    auto remove = database_->statement("DELETE FROM inbox WHERE id = ?1");
    remove.bind(1, old);
    return remove.run();
}

base::Result<void> Inbox::opened(const Transaction&, const Letter& letter) {
    auto update = database_->statement(
        "UPDATE inbox SET kind = ?2, about = ?3, name = ?4, number = ?5, claimed_ms = ?6, opened = ?7, problem = ?8, "
        "body = CAST(?9 AS BLOB), machine = ?10, outcome = ?11, urgent = ?12 WHERE id = ?1");
    bind_opened(update, letter);
    return update.run();
}

base::Result<std::optional<Letter>> Inbox::find(const base::RecordId& id) const {
    auto select = database_->statement(select_all("WHERE id = ?1"));
    select.bind(1, id);
    auto found = TRY(wholes(select));
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

base::Result<std::vector<Letter>> Inbox::find_by_text(std::string_view text, int count_max) const {
    auto by_number = database_->statement(select_all("WHERE number = ?1 AND number <> '' ORDER BY place LIMIT ?2"));
    by_number.bind(1, text).bind(2, std::int64_t{count_max});
    auto found = TRY(wholes(by_number));
    if (!found.empty() || text.size() < 4 || text.size() > 32) return found;
    auto by_id = database_->statement(
        select_all("WHERE lower(substr(hex(id), 1, length(?1))) = lower(?1) ORDER BY place LIMIT ?2"));
    by_id.bind(1, text).bind(2, std::int64_t{count_max});
    return wholes(by_id);
}

base::Result<std::vector<Letter>> Inbox::list(std::string_view kind, std::string_view name_part, int count_max,
                                              int skip) const {
    auto select = database_->statement(
        name_part.empty()
            ? select_head("WHERE kind = ?1 ORDER BY place DESC LIMIT ?2 OFFSET ?3")
            : select_head("WHERE kind = ?1 AND name LIKE ?4 ESCAPE '\\' ORDER BY place DESC LIMIT ?2 OFFSET ?3"));
    select.bind(1, kind).bind(2, std::int64_t{count_max}).bind(3, std::int64_t{skip});
    if (!name_part.empty()) select.bind(4, like_part(name_part));
    return heads(select);
}

base::Result<std::vector<Letter>> Inbox::about(const base::RecordId& application, std::string_view kind) const {
    auto select =
        database_->statement(select_all("WHERE about = ?1 AND length(about) = 16 AND kind = ?2 ORDER BY place"));
    select.bind(1, application).bind(2, kind);
    return wholes(select);
}

base::Result<std::vector<Letter>> Inbox::with_number(std::string_view kind, std::string_view number) const {
    auto select = database_->statement(
        select_all("WHERE number = ?1 AND number <> '' AND kind = ?2 AND opened = 1 ORDER BY place LIMIT 8"));
    select.bind(1, number).bind(2, kind);
    return wholes(select);
}

base::Result<std::vector<Letter>> Inbox::bodies(std::string_view kind, int count_max) const {
    auto select = database_->statement(select_all("WHERE kind = ?1 AND opened = 1 ORDER BY place LIMIT ?2"));
    select.bind(1, kind).bind(2, std::int64_t{count_max});
    return wholes(select);
}

base::Result<std::vector<Letter>> Inbox::unopened(int count_max) const {
    auto select = database_->statement(select_all("WHERE opened = 0 AND kind = '' ORDER BY place LIMIT ?1"));
    select.bind(1, std::int64_t{count_max});
    return wholes(select);
}

base::Result<std::uint64_t> Inbox::count(std::string_view kind) const {
    auto select = database_->statement("SELECT count(*) FROM inbox WHERE kind = ?1");
    select.bind(1, kind);
    TRY(select.step());
    return static_cast<std::uint64_t>(select.integer(0));
}

base::Result<std::vector<Letter>> Inbox::beside_others(int count_max) const {
    // The id in a record's header: FORMAT.md, section 2.
    auto select = database_->statement(
        select_head("WHERE length(record) >= 32 AND substr(record, 17, 16) <> id ORDER BY place LIMIT ?1"));
    select.bind(1, std::int64_t{count_max});
    return heads(select);
}

base::Result<std::vector<std::vector<base::RecordId>>> Inbox::forks(int count_max) const {
    // A body begins with author and number, {"by":"m.…","seq":7,"kind":…; FORMAT.md, section 3.
    static constexpr std::string_view kChainPlace =
        "substr(CAST(substr(body, 1, 64) AS TEXT), 1, instr(CAST(substr(body, 1, 64) AS TEXT), ',\"kind\":'))";
    const std::string chain_place(kChainPlace);
    auto doubled = database_->statement("SELECT " + chain_place + " AS at FROM inbox WHERE opened = 1 GROUP BY at " +
                                        "HAVING count(*) > 1 AND at <> '' ORDER BY min(place) LIMIT ?1");
    doubled.bind(1, std::int64_t{count_max});
    std::vector<std::vector<base::RecordId>> forks;
    while (TRY(doubled.step())) {
        auto members =
            database_->statement("SELECT id FROM inbox WHERE opened = 1 AND " + chain_place + " = ?1 ORDER BY place");
        members.bind(1, doubled.text(0));
        auto& fork = forks.emplace_back();
        while (TRY(members.step()))
            fork.push_back(TRY(members.id<base::RecordId>(0)));
    }
    return forks;
}

}  // namespace courtyard::store
