#include "app/cases/clock_ahead.hpp"

#include <algorithm>

#include "app/cases/task_list.hpp"

namespace courtyard::cases {

namespace {

// The newest day that somebody else signed on; nothing: nobody else has said anything.
std::optional<domain::Date> newest_of_others(const AidCase& of, const base::PersonId& author) {
    std::optional<domain::Date> newest;
    for (const Entry& each : of.entries) {
        if (each.author == author) continue;
        const domain::Date day = domain::Date::in_china(each.claimed);
        newest = newest ? std::max(*newest, day) : day;
    }
    return newest;
}

bool is_of_office(const Entry& entry) { return entry.role == Role::Registrar || entry.role == Role::Leader; }

}  // namespace

CameOn ahead_of_all(const AidCase& of, const CameOn& came) {
    CameOn ahead;
    for (const auto& [id, day] : came) {
        const Entry* entry = of.entry(id);
        if (entry == nullptr) continue;
        const auto others = newest_of_others(of, entry->author);
        const domain::Date claimed = domain::Date::in_china(entry->claimed);
        if (!others || claimed.days_since(*others) > kClockSlackDays) ahead.emplace(id, day);
    }
    return ahead;
}

AidCase with_true_days(AidCase of, const CameOn& ahead) {
    const auto put_right = [&ahead](const FactId& by, domain::Date& day) {
        if (const auto found = ahead.find(by); found != ahead.end()) day = std::min(day, found->second);
    };
    for (Entry& each : of.entries)
        put_right(each.id, each.day);
    for (Step& each : of.steps)
        put_right(each.by, each.day);
    for (Served& each : of.clock.served)
        put_right(each.by, each.day);
    for (Clock::Pause& each : of.clock.pauses)
        put_right(each.by, each.from);
    if (of.ballots.decision) put_right(of.ballots.decision->by, of.ballots.decision->day);
    if (of.inquiry.more) put_right(of.inquiry.more->by, of.inquiry.more->on);
    put_right(of.id, of.received_on);
    return of;
}

std::vector<Task> clock_tasks(const AidCase& of, const CameOn& ahead) {
    std::vector<Task> tasks;
    if (is_at_end(of.status)) return tasks;
    std::map<base::PersonId, FactId> open;
    for (const Entry& each : of.entries) {
        if (each.kind == "remarked" && is_of_office(each) && each.standing == Standing::InForce &&
            !ahead.contains(each.id))
            open.clear();
        if (ahead.contains(each.id)) open.insert_or_assign(each.author, each.id);
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
