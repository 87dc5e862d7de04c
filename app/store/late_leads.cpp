#include "app/store/late_leads.hpp"

#include <algorithm>

namespace courtyard::store {

namespace {

// They come with the one that counts first, of each lead.
std::vector<LateLead> first_of_each(std::vector<LateLead> all) {
    all.erase(std::unique(all.begin(), all.end(),
                          [](const LateLead& one, const LateLead& next) { return one.lead == next.lead; }),
              all.end());
    return all;
}

}  // namespace

base::Result<void> LateLeads::add(const Transaction&, const LateLead& late) {
    auto insert = database_->statement(
        "INSERT INTO late_lead (record, lead, person, claimed_ms, known, name, source, task, due) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (record) DO NOTHING");
    const std::string due = late.due ? late.due->text() : std::string();
    insert.bind(1, late.record).bind(2, late.lead).bind(3, late.person).bind(4, late.claimed).bind(5, late.known);
    insert.bind(6, std::string_view(late.name)).bind(7, std::string_view(late.source));
    insert.bind(8, std::string_view(late.task)).bind(9, std::string_view(due));
    TRY(insert.run());
    auto forget = database_->statement(
        "DELETE FROM late_lead WHERE lead = ?1 AND person = ?2 AND record <> (SELECT record FROM late_lead "
        "WHERE lead = ?1 AND person = ?2 ORDER BY known DESC, claimed_ms DESC, record DESC LIMIT 1)");
    forget.bind(1, late.lead).bind(2, late.person);
    return forget.run();
}

base::Result<std::vector<LateLead>> LateLeads::all() const {
    auto select = database_->statement(
        "SELECT record, lead, person, claimed_ms, known, name, source, task, due FROM late_lead "
        "ORDER BY lead, known DESC, claimed_ms DESC, record DESC");
    std::vector<LateLead> out;
    while (TRY(select.step())) {
        LateLead late;
        late.record = TRY(select.id<base::RecordId>(0));
        late.lead = TRY(select.id<base::RecordId>(1));
        late.person = TRY(select.id<base::PersonId>(2));
        late.claimed = select.instant(3);
        late.known = select.integer(4);
        late.name = select.text(5);
        late.source = select.text(6);
        late.task = select.text(7);
        if (const auto due = domain::Date::parse(select.text(8))) late.due = *due;
        out.push_back(std::move(late));
    }
    return out;
}

base::Result<std::vector<LateLead>> LateLeads::newest(const std::function<bool(const base::PersonId&)>& counts) const {
    std::vector<LateLead> said = TRY(all());
    std::erase_if(said, [&counts](const LateLead& each) { return !counts(each.person); });
    return first_of_each(std::move(said));
}

}  // namespace courtyard::store
