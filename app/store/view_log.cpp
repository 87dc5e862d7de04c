#include "app/store/view_log.hpp"

namespace courtyard::store {

base::Result<void> ViewLog::add(const View& view) {
    auto insert = database_->statement("INSERT INTO view_log (at_ms, person, case_id, what) VALUES (?1, ?2, ?3, ?4)");
    insert.bind(1, view.at).bind(2, view.person).bind(3, view.about).bind(4, std::string_view(view.what));
    return insert.run();
}

base::Result<std::vector<View>> ViewLog::of_case(const base::RecordId& about, int count_max) const {
    auto select = database_->statement(
        "SELECT at_ms, person, what FROM view_log WHERE case_id = ?1 ORDER BY at_ms DESC, place DESC LIMIT ?2");
    select.bind(1, about).bind(2, std::int64_t{count_max});
    std::vector<View> views;
    while (TRY(select.step()))
        views.push_back({select.instant(0), TRY(select.id<base::PersonId>(1)), about, select.text(2)});
    return views;
}

base::Result<std::vector<ViewLog::Placed>> ViewLog::untold(const base::PersonId& leader, int count_max) const {
    auto select = database_->statement(
        "SELECT place, at_ms, person, case_id, what FROM view_log WHERE length(record) = 0 AND place > "
        "coalesce((SELECT "
        "place FROM view_told WHERE person = ?1), 0) ORDER BY place LIMIT ?2");
    select.bind(1, leader).bind(2, std::int64_t{count_max});
    std::vector<Placed> rows;
    while (TRY(select.step()))
        rows.push_back({select.integer(0),
                        {select.instant(1), TRY(select.id<base::PersonId>(2)), TRY(select.id<base::RecordId>(3)),
                         select.text(4)}});
    return rows;
}

base::Result<void> ViewLog::told(const Transaction&, const base::PersonId& leader, std::int64_t place) {
    auto insert = database_->statement(
        "INSERT INTO view_told (person, place) VALUES (?1, ?2) ON CONFLICT (person) DO UPDATE SET place = ?2");
    insert.bind(1, leader).bind(2, place);
    return insert.run();
}

base::Result<void> ViewLog::keep(const Transaction&, const base::PersonId& leader, std::int64_t place) {
    auto insert = database_->statement("INSERT OR IGNORE INTO view_kept (person, place) VALUES (?1, ?2)");
    insert.bind(1, leader).bind(2, place);
    return insert.run();
}

base::Result<std::vector<base::RecordId>> ViewLog::kept_cases(const base::PersonId& leader) const {
    auto select = database_->statement(
        "SELECT DISTINCT view_log.case_id FROM view_kept JOIN view_log USING (place) WHERE view_kept.person = ?1 "
        "ORDER BY view_log.case_id");
    select.bind(1, leader);
    std::vector<base::RecordId> cases;
    while (TRY(select.step()))
        cases.push_back(TRY(select.id<base::RecordId>(0)));
    return cases;
}

base::Result<std::vector<ViewLog::Placed>> ViewLog::kept(const base::PersonId& leader, const base::RecordId& about,
                                                         int count_max) const {
    auto select = database_->statement(
        "SELECT place, at_ms, view_log.person, what FROM view_kept JOIN view_log USING (place) WHERE view_kept.person "
        "= ?1 AND case_id = ?2 ORDER BY place LIMIT ?3");
    select.bind(1, leader).bind(2, about).bind(3, std::int64_t{count_max});
    std::vector<Placed> rows;
    while (TRY(select.step()))
        rows.push_back(
            {select.integer(0), {select.instant(1), TRY(select.id<base::PersonId>(2)), about, select.text(3)}});
    return rows;
}

base::Result<void> ViewLog::kept_no_more(const Transaction&, const base::PersonId& leader, std::int64_t place) {
    auto drop = database_->statement("DELETE FROM view_kept WHERE person = ?1 AND place = ?2");
    drop.bind(1, leader).bind(2, place);
    return drop.run();
}

base::Result<void> ViewLog::still_hear(const Transaction&, const base::RecordId& about,
                                       const std::vector<base::PersonId>& leaders) {
    auto drop = database_->statement("DELETE FROM view_hearer WHERE case_id = ?1");
    drop.bind(1, about);
    TRY(drop.run());
    for (const base::PersonId& leader : leaders) {
        auto insert = database_->statement("INSERT OR IGNORE INTO view_hearer (case_id, person) VALUES (?1, ?2)");
        insert.bind(1, about).bind(2, leader);
        TRY(insert.run());
    }
    return {};
}

base::Result<std::set<base::PersonId>> ViewLog::hearers_of(const base::RecordId& about) const {
    auto select = database_->statement("SELECT person FROM view_hearer WHERE case_id = ?1");
    select.bind(1, about);
    std::set<base::PersonId> leaders;
    while (TRY(select.step()))
        leaders.insert(TRY(select.id<base::PersonId>(0)));
    return leaders;
}

base::Result<void> ViewLog::take(const Transaction&, const base::RecordId& record, const std::vector<View>& views) {
    auto known = database_->statement("SELECT 1 FROM view_log WHERE record = ?1 AND length(record) = 16");
    known.bind(1, record);
    if (TRY(known.step())) return {};
    for (const View& view : views) {
        auto insert = database_->statement(
            "INSERT INTO view_log (at_ms, person, case_id, what, record) VALUES (?1, ?2, ?3, ?4, ?5)");
        insert.bind(1, view.at).bind(2, view.person).bind(3, view.about).bind(4, std::string_view(view.what));
        insert.bind(5, record);
        TRY(insert.run());
    }
    return {};
}

}  // namespace courtyard::store
