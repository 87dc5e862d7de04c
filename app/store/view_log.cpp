#include "app/store/view_log.hpp"

namespace courtyard::store {

base::Result<void> ViewLog::add(const View& view) {
    auto insert = database_->statement("INSERT INTO view_log (at_ms, person, case_id, what) VALUES (?1, ?2, ?3, ?4)");
    insert.bind(1, view.at).bind(2, view.person).bind(3, view.about).bind(4, std::string_view(view.what));
    return insert.run();
}

base::Result<std::vector<View>> ViewLog::of_case(const base::RecordId& about, int count_max) const {
    auto select = database_->statement(
        "SELECT at_ms, person, what FROM view_log WHERE case_id = ?1 ORDER BY place DESC LIMIT ?2");
    select.bind(1, about).bind(2, std::int64_t{count_max});
    std::vector<View> views;
    while (TRY(select.step()))
        views.push_back({select.instant(0), TRY(select.id<base::PersonId>(1)), about, select.text(2)});
    return views;
}

}  // namespace courtyard::store
