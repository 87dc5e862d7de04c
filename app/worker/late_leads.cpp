#include "app/worker/late_leads.hpp"

#include <algorithm>
#include <map>

#include <nlohmann/json.hpp>

#include "app/domain/text.hpp"
#include "app/worker/case_folding.hpp"
#include "app/worker/case_mail.hpp"
#include "app/worker/leads.hpp"
#include "app/worker/wiped.hpp"
#include "sync/seal/hash.hpp"

namespace courtyard::worker {

namespace {

using store::LateLead;

constexpr std::uint64_t kKnownMax = 100'000;  // steps; nobody takes so many, and a larger one would stand for ever
constexpr std::size_t kTextMax = 400;         // characters; a body's name in the roster and a lead's fields are shorter

tl::unexpected<base::Error> no_late_lead() {
    return base::fail("late_lead.payload", "the record tells of no overdue lead");
}

std::string write(const LateLead& late) {
    return nlohmann::json{{"due", late.due ? late.due->text() : std::string()},
                          {"known", late.known},
                          {"lead", late.lead.text()},
                          {"name", late.name},
                          {"source", late.source},
                          {"task", late.task}}
        .dump();
}

base::Result<std::string> line_in(const nlohmann::json& from, const char* field) {
    const auto found = from.find(field);
    if (found == from.end() || !found->is_string()) return no_late_lead();
    const std::string text = found->get<std::string>();
    const auto points = domain::code_points(text);
    if (!points || points->size() > kTextMax || !domain::is_plain(*points, domain::Lines::One)) return no_late_lead();
    return text;
}

base::Result<LateLead> read_late(std::string_view payload) {
    const nlohmann::json from = nlohmann::json::parse(payload, nullptr, false);
    if (!from.is_object()) return no_late_lead();
    LateLead late;
    const auto known = from.find("known");
    if (known == from.end() || !known->is_number_unsigned() || known->get<std::uint64_t>() > kKnownMax)
        return no_late_lead();
    late.known = known->get<std::int64_t>();
    const std::string lead = TRY(line_in(from, "lead")), due = TRY(line_in(from, "due"));
    const auto id = base::RecordId::parse(lead);
    const auto day = domain::Date::parse(due);
    if (!id || (!due.empty() && !day)) return no_late_lead();
    late.lead = *id;
    if (day) late.due = *day;
    late.name = TRY(line_in(from, "name"));
    late.source = TRY(line_in(from, "source"));
    late.task = TRY(line_in(from, "task"));
    if (late.due && late.task.empty()) return no_late_lead();
    return late;
}

std::vector<const mail::Person*> leaders(const Machine& machine) {
    std::vector<const mail::Person*> out;
    for (const mail::Person& person : machine.roster().persons)
        if (person.role == mail::Role::Leader && person.standing == mail::Standing::Active) out.push_back(&person);
    return out;
}

// What is said, as an id: under it a laptop remembers whom it told.
base::Result<base::RecordId> mark_of(const LateLead& late) {
    const base::Digest digest = seal::sha256(base::as_bytes(write(late)));
    return base::RecordId::from(digest.view().first(base::RecordId::kSize));
}

class LateTelling {
public:
    LateTelling(Machine& machine, base::Instant now, base::Random& random)
        : machine_(machine), now_(now), random_(random), self_(std::get<base::PersonId>(machine.author())) {}

    base::Result<std::size_t> run() {
        for (const LateLead& said :
             TRY(machine_.store().late_leads.newest([this](const base::PersonId& by) { return by == self_; })))
            said_[said.lead] = said;
        const std::vector<LeadEntry> entries = TRY(leads_alone(machine_));
        for (const LeadEntry& entry : entries)
            TRY(look_at(entry));
        // One that was noted here and taken back is nobody's any more.
        for (const auto& [lead, said] : said_)
            if (said.due) TRY(say_over(lead, said.known + 1));
        return made_;
    }

private:
    base::Result<void> look_at(const LeadEntry& entry) {
        const cases::Lead& lead = entry.view.lead;
        auto known = static_cast<std::int64_t>(entry.view.steps.size());
        const auto said = said_.find(lead.id);
        const bool was_late = said != said_.end() && said->second.due;
        // A step that was taken back again makes nobody's later word the smaller one.
        if (said != said_.end()) known = std::max(known, said->second.known);
        if (said != said_.end()) said_.erase(said);
        const bool is_late = entry.task && entry.task->due < domain::Date::in_china(now_);
        if (!is_late) return was_late ? say_over(lead.id, known + 1) : base::Result<void>{};
        LateLead late;
        late.lead = lead.id;
        late.known = known;
        late.name = lead.name;
        late.source = entry.source;
        late.task = entry.task->code;
        late.due = entry.task->due;
        return say(std::move(late));
    }

    base::Result<void> say_over(const base::RecordId& lead, std::int64_t known) {
        LateLead over;
        over.lead = lead;
        over.known = known;
        return say(std::move(over));
    }

    base::Result<void> say(LateLead late) {
        const base::RecordId mark = TRY(mark_of(late));
        std::vector<const mail::Person*> untold;
        for (const mail::Person* leader : leaders(machine_)) {
            const base::KeyId key = seal::Recipient::of(leader->seal_key).id;
            if (!TRY(machine_.store().case_records.was_sent(key, mark, kLateLeadKind))) untold.push_back(leader);
        }
        if (untold.empty()) return {};
        TRY(machine_.store().chain.reserve(random_, static_cast<int>(untold.size())));
        auto inside = TRY(machine_.store().begin());
        for (const mail::Person* leader : untold) {
            std::string payload = write(late);
            const WipeAtEnd wipe(payload);
            TRY(send_to_person(machine_, inside, kLateLeadKind, payload, *leader, now_, random_, mark));
        }
        late.record = base::RecordId::random(random_);
        late.person = self_;
        late.claimed = now_;
        TRY(machine_.store().late_leads.add(inside, late));
        TRY(inside.commit());
        made_ += untold.size();
        return {};
    }

    Machine& machine_;
    base::Instant now_;
    base::Random& random_;
    base::PersonId self_;
    std::map<base::RecordId, LateLead> said_;
    std::size_t made_ = 0;
};

}  // namespace

base::Result<std::size_t> tell_late_leads(Machine& machine, base::Instant now, base::Random& random) {
    if (own_role(machine) != cases::Role::Registrar || !machine.reads_intake()) return std::size_t{0};
    return LateTelling(machine, now, random).run();
}

base::Result<void> take_late_lead(Machine& machine, const store::Transaction& inside, const base::RecordId& record,
                                  const base::PersonId& author, base::Instant claimed, std::string_view payload) {
    const mail::Person* person = mail::find_person(machine.roster(), author);
    if (person == nullptr || person->role != mail::Role::Registrar) return no_late_lead();
    LateLead late = TRY(read_late(payload));
    late.record = record;
    late.person = author;
    late.claimed = claimed;
    return machine.store().late_leads.add(inside, late);
}

base::Result<std::vector<LateLead>> late_leads(Machine& machine) {
    if (own_role(machine) != cases::Role::Leader) return std::vector<LateLead>{};
    // Whoever left says nothing more of it: their last word would stand for ever, against who is there still.
    std::vector<LateLead> late = TRY(machine.store().late_leads.newest([&machine](const base::PersonId& by) {
        const mail::Person* person = mail::find_person(machine.roster(), by);
        return person != nullptr && person->role == mail::Role::Registrar && person->standing == mail::Standing::Active;
    }));
    std::erase_if(late, [](const LateLead& each) { return !each.due; });
    return late;
}

}  // namespace courtyard::worker
