#include "app/worker/view_mail.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "app/domain/date.hpp"
#include "app/worker/case_mail.hpp"
#include "app/worker/case_rights.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/sealing.hpp"
#include "app/worker/wiped.hpp"
#include "sync/seal/record.hpp"

namespace courtyard::worker {

namespace {

constexpr std::size_t kWhatMax = 60;  // "paper.<id of a template>" is the longest

std::string write_views(const std::vector<store::View>& views) {
    nlohmann::json list = nlohmann::json::array();
    for (const store::View& view : views)
        list.push_back({{"at", view.at.ms}, {"case", view.about.text()}, {"what", view.what}});
    return nlohmann::json{{"views", std::move(list)}}.dump();
}

tl::unexpected<base::Error> no_views() {
    return base::fail("views.payload", "the record holds no list of who looked at what");
}

base::Result<store::View> read_view(const nlohmann::json& from, const base::PersonId& author) {
    if (!from.is_object()) return no_views();
    const auto at = from.find("at"), about = from.find("case"), what = from.find("what");
    if (at == from.end() || about == from.end() || what == from.end()) return no_views();
    if (!at->is_number_integer() || !about->is_string() || !what->is_string()) return no_views();
    if (what->get_ref<const std::string&>().size() > kWhatMax) return no_views();
    const auto id = base::RecordId::parse(about->get_ref<const std::string&>());
    if (!id) return no_views();
    return store::View{{at->get<std::int64_t>()}, author, *id, what->get<std::string>()};
}

// Leaders, but this person.
std::vector<const mail::Person*> told_persons(const Machine& machine) {
    std::vector<const mail::Person*> out;
    const auto self = std::get<base::PersonId>(machine.author());
    if (!machine.pack().roles.may_see(cases::Role::Leader, cases::Right::ViewLog)) return out;
    for (const mail::Person& person : machine.roster().persons)
        if (person.role == mail::Role::Leader && person.standing == mail::Standing::Active && person.id != self)
            out.push_back(&person);
    return out;
}

// Which of these the leader may hear of: of a case that is not here any more whoever was on it when it went.
class Hearing {
public:
    explicit Hearing(Machine& machine) : machine_(machine) {}
    base::Result<bool> may_hear(const base::PersonId& leader, const base::RecordId& about) {
        return (*TRY(find(about))).now.contains(leader);
    }
    // Who is off a case may be on it again, unless for a conflict of interest. An application is no case.
    base::Result<bool> may_hear_later(const base::PersonId& leader, const base::RecordId& about) {
        const Of& of = *TRY(find(about));
        return of.is_here && !of.never.contains(leader);
    }

private:
    struct Of {
        bool is_here = false;
        std::set<base::PersonId> now, never;
    };
    base::Result<const Of*> find(const base::RecordId& about) {
        const auto found = cases_.find(about);
        if (found != cases_.end()) return &found->second;
        Of of;
        if (const auto folded = case_of(machine_, about)) {
            of.is_here = true;
            for (const auto& [person, seat] : folded->members.seats)
                of.now.insert(person);
            of.never = folded->members.in_conflict;
        } else {
            of.now = TRY(machine_.store().view_log.hearers_of(about));
        }
        return &cases_.emplace(about, std::move(of)).first->second;
    }

    Machine& machine_;
    std::map<base::RecordId, Of> cases_;
};

base::Result<void> send(Machine& machine, const store::Transaction& inside, const mail::Person& leader,
                        const std::vector<store::View>& views, base::Instant now, base::Random& random) {
    std::string payload = write_views(views);
    const WipeAtEnd wipe(payload);
    return send_to_person(machine, inside, kViewsKind, payload, leader, now, random);
}

using Placed = store::ViewLog::Placed;

// Of days before today's, in order; `untold` of today stays for tomorrow.
void leave_todays(std::vector<Placed>& untold, base::Instant now) {
    const domain::Date today = domain::Date::in_china(now);
    const auto first = std::find_if(untold.begin(), untold.end(), [&today](const Placed& each) {
        return domain::Date::in_china(each.view.at) == today;
    });
    untold.erase(first, untold.end());
}

// What was kept of cases that this leader was off, and is on now; at most so many.
base::Result<std::vector<Placed>> heard_late(Machine& machine, const mail::Person& leader, Hearing& hearing,
                                             std::size_t count_max) {
    std::vector<Placed> late;
    const std::vector<base::RecordId> about = TRY(machine.store().view_log.kept_cases(leader.id));
    for (const base::RecordId& each : about) {
        if (late.size() >= count_max) break;
        if (!TRY(hearing.may_hear(leader.id, each))) continue;
        std::vector<Placed> kept =
            TRY(machine.store().view_log.kept(leader.id, each, static_cast<int>(count_max - late.size())));
        std::move(kept.begin(), kept.end(), std::back_inserter(late));
    }
    return late;
}

base::Result<bool> tell(Machine& machine, const mail::Person& leader, Hearing& hearing, base::Instant now,
                        base::Random& random) {
    store::ViewLog& log = machine.store().view_log;
    std::vector<Placed> untold = TRY(log.untold(leader.id, static_cast<int>(kViewsAtOnce)));
    leave_todays(untold, now);
    std::vector<store::View> views;
    std::vector<std::int64_t> keeping;
    for (const Placed& each : untold) {
        if (TRY(hearing.may_hear(leader.id, each.view.about)))
            views.push_back(each.view);
        else if (TRY(hearing.may_hear_later(leader.id, each.view.about)))
            keeping.push_back(each.place);
    }
    const std::vector<Placed> late = TRY(heard_late(machine, leader, hearing, kViewsAtOnce - views.size()));
    for (const Placed& each : late)
        views.push_back(each.view);
    if (untold.empty() && late.empty()) return false;
    TRY(machine.store().chain.reserve(random, 1));
    auto inside = TRY(machine.store().begin());
    if (!views.empty()) TRY(send(machine, inside, leader, views, now, random));
    for (const std::int64_t place : keeping)
        TRY(log.keep(inside, leader.id, place));
    for (const Placed& each : late)
        TRY(log.kept_no_more(inside, leader.id, each.place));
    if (!untold.empty()) TRY(log.told(inside, leader.id, untold.back().place));
    TRY(inside.commit());
    return !views.empty();
}

}  // namespace

base::Result<void> note_view(Machine& machine, const base::RecordId& about, std::string_view what, base::Instant now) {
    return machine.store().view_log.add({now, std::get<base::PersonId>(machine.author()), about, std::string(what)});
}

base::Result<std::size_t> tell_views(Machine& machine, base::Instant now, base::Random& random) {
    const auto* self = std::get_if<base::PersonId>(&machine.author());
    if (self == nullptr || !offices_of(machine)(*self)) return std::size_t{0};  // a kiosk, a partner of the court
    Hearing hearing(machine);
    std::size_t made = 0;
    for (const mail::Person* leader : told_persons(machine))
        if (TRY(tell(machine, *leader, hearing, now, random))) ++made;
    return made;
}

base::Result<void> take_views(Machine& machine, const store::Transaction& inside, const base::RecordId& record,
                              const base::PersonId& author, std::string_view payload) {
    const nlohmann::json from = nlohmann::json::parse(payload, nullptr, false);
    if (!from.is_object()) return no_views();
    const auto list = from.find("views");
    if (list == from.end() || !list->is_array() || list->size() > kViewsAtOnce) return no_views();
    std::vector<store::View> views;
    for (const nlohmann::json& each : *list)
        views.push_back(TRY(read_view(each, author)));
    return machine.store().view_log.take(inside, record, views);
}

base::Result<std::vector<store::View>> views_of(Machine& machine, const base::RecordId& about, int count_max) {
    TRY(must_see(machine, cases::Right::ViewLog));
    const cases::AidCase folded = TRY(case_of(machine, about));
    std::vector<store::View> views = TRY(machine.store().view_log.of_case(about, count_max));
    if (folded.application) {
        const auto of_application = TRY(machine.store().view_log.of_case(*folded.application, count_max));
        views.insert(views.end(), of_application.begin(), of_application.end());
    }
    std::stable_sort(views.begin(), views.end(),
                     [](const store::View& a, const store::View& b) { return a.at > b.at; });
    if (views.size() > static_cast<std::size_t>(count_max)) views.resize(static_cast<std::size_t>(count_max));
    return views;
}

}  // namespace courtyard::worker
