#include "app/store/case_changes.hpp"

namespace courtyard::store {

base::Result<std::int64_t> CaseChanges::last() const {
    auto select = database_->statement("SELECT coalesce(max(number), 0) FROM case_change");
    if (!TRY(select.step())) return std::int64_t{0};
    return select.integer(0);
}

base::Result<std::vector<base::RecordId>> CaseChanges::since(std::int64_t number) const {
    auto select = database_->statement("SELECT case_id FROM case_change WHERE number > ?1 ORDER BY number");
    select.bind(1, number);
    std::vector<base::RecordId> cases;
    while (TRY(select.step()))
        cases.push_back(TRY(select.id<base::RecordId>(0)));
    return cases;
}

base::Result<std::optional<CaseChanges::Place>> CaseChanges::place_of(std::string_view reader) const {
    auto select = database_->statement("SELECT number, ground FROM case_reader WHERE name = ?1");
    select.bind(1, reader);
    if (!TRY(select.step())) return std::nullopt;
    return Place{select.integer(0), TRY(select.id<base::Digest>(1))};
}

base::Result<void> CaseChanges::set_place(std::string_view reader, const Place& place) {
    auto upsert = database_->statement(
        "INSERT INTO case_reader (name, number, ground) VALUES (?1, ?2, ?3) "
        "ON CONFLICT (name) DO UPDATE SET number = ?2, ground = ?3");
    upsert.bind(1, reader).bind(2, place.number).bind(3, place.ground);
    return upsert.run();
}

}  // namespace courtyard::store
