#include "app/store/year_reports.hpp"

namespace courtyard::store {

base::Result<void> YearReports::add(const Transaction&, const YearReport& report) {
    auto insert = database_->statement(
        "INSERT INTO year_report (record, year, claimed_ms, person, sent_on, sent_to) VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
        "ON CONFLICT (record) DO NOTHING");
    const std::string sent_on = report.sent_on ? report.sent_on->text() : std::string();
    insert.bind(1, report.record).bind(2, std::int64_t{report.year}).bind(3, report.claimed).bind(4, report.person);
    insert.bind(5, std::string_view(sent_on)).bind(6, std::string_view(report.sent_to));
    return insert.run();
}

base::Result<std::vector<int>> YearReports::years() const {
    auto select = database_->statement("SELECT DISTINCT year FROM year_report ORDER BY year");
    std::vector<int> out;
    while (TRY(select.step()))
        out.push_back(static_cast<int>(select.integer(0)));
    return out;
}

base::Result<std::optional<YearReport>> YearReports::last_of(int year) const {
    auto select = database_->statement(
        "SELECT record, claimed_ms, person, sent_on, sent_to FROM year_report WHERE year = ?1 "
        "ORDER BY claimed_ms DESC, record DESC LIMIT 1");
    select.bind(1, std::int64_t{year});
    if (!TRY(select.step())) return std::optional<YearReport>{};
    YearReport out;
    out.record = TRY(select.id<base::RecordId>(0));
    out.year = year;
    out.claimed = select.instant(1);
    out.person = TRY(select.id<base::PersonId>(2));
    if (const auto day = domain::Date::parse(select.text(3))) out.sent_on = *day;
    out.sent_to = select.text(4);
    return std::optional(std::move(out));
}

}  // namespace courtyard::store
