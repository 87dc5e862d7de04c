#include "app/worker/clock_watch.hpp"

#include <algorithm>

#include "app/worker/case_shelf.hpp"

namespace courtyard::worker {

base::Result<void> note_clock(Machine& machine, const store::Transaction& inside, const store::CaseRecord& record,
                              const seal::Body& body) {
    const auto* author = std::get_if<base::PersonId>(&body.author);
    if (!record.about || author == nullptr || record.origin == store::Origin::Here) return {};
    const base::Instant came = std::max({record.arrived, record.received, TRY(machine.time_floor())});
    const int days = domain::Date::in_china(body.claimed_at).days_since(domain::Date::in_china(came));
    if (days <= cases::kClockSlackDays) return {};
    return machine.store().facts_ahead.add(inside, {record.id, *record.about, *author, body.claimed_at, came});
}

base::Result<std::optional<TrueDays>> true_days(Machine& machine, const cases::AidCase& of,
                                                std::span<const cases::Fact> facts) {
    const std::vector<store::FactAhead> rows = TRY(machine.store().facts_ahead.of_case(of.id));
    cases::CameOn came;
    for (const store::FactAhead& each : rows)
        came.emplace(each.fact, domain::Date::in_china(each.came));
    TrueDays out;
    const auto* self = std::get_if<base::PersonId>(&machine.author());
    if (!came.empty()) out.ahead = cases::truly_ahead(of, came, self == nullptr ? base::PersonId{} : *self);
    if (out.ahead.empty()) return std::optional<TrueDays>();
    std::vector<cases::Fact> read;
    if (facts.empty()) {
        read = TRY(facts_of(machine, of.id));
        facts = read;
    }
    out.facts = cases::with_true_days(facts, out.ahead);
    out.by_days = cases::with_true_days(
        of, facts, out.ahead, [&](std::span<const cases::Fact> these) { return fold_here(machine, of.id, these); });
    return std::optional(std::move(out));
}

}  // namespace courtyard::worker
