#include "app/cases/clock_ahead.hpp"

#include <algorithm>
#include <set>

#include "app/cases/order.hpp"
#include "app/cases/task_list.hpp"

namespace courtyard::cases {

namespace {

domain::Date claimed_day(const Entry& entry) { return domain::Date::in_china(entry.claimed); }

// Whose clock is right is for the receiver's own to say, not for another one that was as far ahead. It says nothing
// where it was itself behind: of that others are witnesses whose facts came in their time and claim such a day; or,
// where not one fact of anybody else ever came in its time, two more persons who claim it.
class Receiver {
public:
    Receiver(const AidCase& of, const CameOn& came, const base::PersonId& self) : of_(of), came_(came) {
        proved_ = std::any_of(of.entries.begin(), of.entries.end(),
                              [&](const Entry& each) { return each.author != self && !came.contains(each.id); });
    }

    [[nodiscard]] bool was_behind(const Entry& fact) const {
        constexpr std::size_t kWitnesses = 2;
        std::set<base::PersonId> also;
        for (const Entry& each : of_.entries) {
            const bool claims = claimed_day(fact).days_since(claimed_day(each)) <= kClockSlackDays;
            if (each.author == fact.author || !claims) continue;
            if (!came_.contains(each.id)) return true;
            also.insert(each.author);
        }
        return !proved_ && also.size() >= kWitnesses;
    }

private:
    const AidCase& of_;
    const CameOn& came_;
    bool proved_ = false;
};

// The place of the first fact that does not stand as it did.
std::optional<std::size_t> stands_otherwise(const AidCase& of, const AidCase& other) {
    const auto is_same = [](const Entry& a, const Entry& b) {
        return a.id == b.id && a.standing == b.standing && a.code == b.code && a.against == b.against;
    };
    const auto found =
        std::mismatch(of.entries.begin(), of.entries.end(), other.entries.begin(), other.entries.end(), is_same);
    if (found.first != of.entries.end()) return static_cast<std::size_t>(found.first - of.entries.begin());
    const bool steps = std::equal(of.steps.begin(), of.steps.end(), other.steps.begin(), other.steps.end(),
                                  [](const Step& a, const Step& b) { return a.to == b.to && a.by == b.by; });
    return steps ? std::nullopt : std::optional(of.entries.size() - 1);
}

// Whose day it was: its own, or that of the last one before it that has another day now.
CameOn::const_iterator to_blame(const AidCase& of, std::size_t at, const CameOn& ahead) {
    for (std::size_t i = at + 1; i-- > 0;)
        if (const auto found = ahead.find(of.entries[i].id); found != ahead.end()) return found;
    return ahead.begin();
}

bool is_of_office(const Entry& entry) { return entry.role == Role::Registrar || entry.role == Role::Leader; }

}  // namespace

CameOn truly_ahead(const AidCase& of, const CameOn& came, const base::PersonId& receiver) {
    const Receiver own(of, came, receiver);
    CameOn ahead;
    for (const auto& [id, day] : came) {
        const Entry* entry = of.entry(id);
        if (entry != nullptr && !own.was_behind(*entry)) ahead.emplace(id, day);
    }
    return ahead;
}

std::vector<Fact> with_true_days(std::span<const Fact> facts, const CameOn& ahead) {
    std::vector<Fact> out(facts.begin(), facts.end());
    for (Fact& each : out)
        if (const auto found = ahead.find(each.id); found != ahead.end()) each.came = found->second;
    return out;
}

AidCase with_true_days(const AidCase& of, std::span<const Fact> facts, CameOn ahead, const FoldFacts& folding) {
    while (!ahead.empty()) {
        AidCase out = folding(with_true_days(facts, ahead));
        const auto other = stands_otherwise(of, out);
        if (!other) return out;
        ahead.erase(to_blame(of, *other, ahead));
    }
    return of;
}

std::vector<Task> clock_tasks(const AidCase& of, std::span<const Fact> facts, const CameOn& ahead) {
    std::vector<Task> tasks;
    if (ahead.empty() || is_at_end(of.status)) return tasks;
    const Ordered order = in_order(facts);
    std::map<base::PersonId, FactId> open;
    for (const Entry& each : of.entries) {
        const auto at = order.place_of(each.id);
        if (ahead.contains(each.id)) open.insert_or_assign(each.author, each.id);
        const bool tells = each.kind == "remarked" && is_of_office(each) && each.standing == Standing::InForce &&
                           !ahead.contains(each.id);
        const Entry* named = tells && at ? of.entry(order.facts[*at]->fact("about").value_or(FactId{})) : nullptr;
        if (named == nullptr || !ahead.contains(named->id)) continue;
        std::erase_if(open,
                      [&](const auto& told) { return told.first == named->author && order.knew(*at, told.second); });
    }
    for (const auto& [author, fact] : open) {
        Task task;
        task.about = of.id;
        task.act = "remarked";
        task.rule = "clock_ahead";
        task.roles = {Role::Registrar, Role::Leader};
        task.on = fact;
        task.same_day = true;
        tasks.push_back(std::move(task));
    }
    return tasks;
}

}  // namespace courtyard::cases
