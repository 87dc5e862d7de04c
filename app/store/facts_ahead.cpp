#include "app/store/facts_ahead.hpp"

#include "app/store/statement.hpp"

namespace courtyard::store {

namespace {

base::Result<std::vector<FactAhead>> rows_of(Statement& select) {
    std::vector<FactAhead> rows;
    while (TRY(select.step()))
        rows.push_back({TRY(select.id<base::RecordId>(0)), TRY(select.id<base::RecordId>(1)),
                        TRY(select.id<base::PersonId>(2)), select.instant(3), select.instant(4)});
    return rows;
}

}  // namespace

base::Result<void> FactsAhead::add(const Transaction&, const FactAhead& ahead) {
    auto insert = database_->statement(
        "INSERT OR IGNORE INTO fact_ahead (fact, case_id, person, claimed_ms, came_ms) VALUES (?1, ?2, ?3, ?4, ?5)");
    insert.bind(1, ahead.fact).bind(2, ahead.about).bind(3, ahead.person);
    insert.bind(4, ahead.claimed).bind(5, ahead.came);
    return insert.run();
}

base::Result<std::vector<FactAhead>> FactsAhead::of_case(const base::RecordId& about) const {
    auto select = database_->statement(
        "SELECT fact, case_id, person, claimed_ms, came_ms FROM fact_ahead WHERE case_id = ?1 ORDER BY fact");
    select.bind(1, about);
    return rows_of(select);
}

base::Result<std::vector<FactAhead>> FactsAhead::all() const {
    auto select =
        database_->statement("SELECT fact, case_id, person, claimed_ms, came_ms FROM fact_ahead ORDER BY fact");
    return rows_of(select);
}

}  // namespace courtyard::store
