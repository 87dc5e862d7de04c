#include "app/store/withheld.hpp"

#include "sync/seal/record.hpp"

namespace courtyard::store {

base::Result<void> WithheldLetters::withhold(const Transaction&, const Letter& letter, const base::KeyId& key,
                                             base::ByteView wrapped) {
    auto insert = database_->statement(
        "INSERT INTO withheld (id, hash, key) VALUES (?1, ?2, ?3) ON CONFLICT (id) DO UPDATE SET hash = ?2, key = ?3");
    insert.bind(1, letter.id).bind(2, seal::record_hash(letter.record)).bind(3, key);
    TRY(insert.run());
    auto close = database_->statement(
        "UPDATE inbox SET opened = 0, body = NULL, name = '', outcome = '', urgent = 0, problem = '', machine = x'', "
        "number = CASE kind WHEN 'application' THEN number ELSE '' END, record = ?2 WHERE id = ?1");
    close.bind(1, letter.id).bind(2, wrapped);
    return close.run();
}

base::Result<void> WithheldLetters::give_back(const Transaction& inside, const Letter& letter) {
    auto drop = database_->statement("DELETE FROM withheld WHERE id = ?1");
    drop.bind(1, letter.id);
    TRY(drop.run());
    auto update = database_->statement("UPDATE inbox SET record = ?2 WHERE id = ?1");
    update.bind(1, letter.id).bind(2, base::ByteView(letter.record));
    TRY(update.run());
    return Inbox(*database_).opened(inside, letter);
}

base::Result<std::vector<WithheldLetters::Row>> WithheldLetters::all() const {
    auto select = database_->statement("SELECT id, hash, key FROM withheld ORDER BY id");
    std::vector<Row> rows;
    while (TRY(select.step()))
        rows.push_back(
            {TRY(select.id<base::RecordId>(0)), TRY(select.id<seal::RecordHash>(1)), TRY(select.id<base::KeyId>(2))});
    return rows;
}

base::Result<std::vector<base::RecordId>> WithheldLetters::late_attachments() const {
    auto select = database_->statement(
        "SELECT id FROM inbox WHERE kind = 'attachment' AND opened = 1 AND about IN "
        "(SELECT withheld.id FROM withheld JOIN inbox AS whole ON whole.id = withheld.id "
        "WHERE whole.kind = 'application') ORDER BY place");
    std::vector<base::RecordId> ids;
    while (TRY(select.step()))
        ids.push_back(TRY(select.id<base::RecordId>(0)));
    return ids;
}

base::Result<void> WithheldLetters::has_left(const Transaction&, const LeftCase& left) {
    auto insert = database_->statement(
        "INSERT INTO left_case (case_id, application, receipt, key, in_conflict) VALUES (?1, ?2, ?3, ?4, ?5) "
        "ON CONFLICT (case_id) DO UPDATE SET application = ?2, receipt = ?3, key = ?4, in_conflict = ?5");
    insert.bind(1, left.id).bind(2, left.application ? left.application->view() : base::ByteView{});
    insert.bind(3, std::string_view(left.receipt)).bind(4, base::ByteView(left.key));
    insert.bind(5, std::int64_t{left.in_conflict});
    return insert.run();
}

base::Result<std::vector<LeftCase>> WithheldLetters::left_cases() const {
    auto select =
        database_->statement("SELECT case_id, application, receipt, key, in_conflict FROM left_case ORDER BY case_id");
    std::vector<LeftCase> all;
    while (TRY(select.step())) {
        LeftCase left;
        left.id = TRY(select.id<base::RecordId>(0));
        if (!select.bytes(1).empty()) left.application = TRY(select.id<base::RecordId>(1));
        left.receipt = select.text(2);
        left.key = select.bytes(3);
        left.in_conflict = select.integer(4) != 0;
        all.push_back(std::move(left));
    }
    return all;
}

}  // namespace courtyard::store
