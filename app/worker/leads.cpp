#include "app/worker/leads.hpp"

#include <algorithm>
#include <map>

#include "app/cases/given_account.hpp"
#include "app/domain/text.hpp"
#include "app/worker/answering.hpp"
#include "app/worker/applicants.hpp"
#include "app/worker/body_mail.hpp"
#include "app/worker/case_acts.hpp"
#include "app/worker/case_folding.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/letters.hpp"
#include "app/worker/own_letter.hpp"
#include "app/worker/sealing.hpp"
#include "app/worker/wiped.hpp"

namespace courtyard::worker {

namespace {

using cases::LeadMove;

constexpr int kLeadsMax = 10'000;

tl::unexpected<base::Error> refuse(const Machine& machine, const std::string& code) {
    return base::fail(code, machine.pack().words.text(code));
}

const mail::Person* author_of(const Machine& machine, const seal::Author& author) {
    const auto* id = std::get_if<base::PersonId>(&author);
    return id == nullptr ? nullptr : mail::find_person(machine.roster(), *id);
}

base::Result<std::map<base::RecordId, std::vector<cases::LeadStep>>> all_steps(Machine& machine) {
    std::map<base::RecordId, std::vector<cases::LeadStep>> steps;
    for (const store::Letter& kept : TRY(machine.store().inbox.bodies(kLeadStepKind, kLeadsMax))) {
        const seal::Body body = TRY(seal::parse_body(kept.body));
        const auto* author = std::get_if<base::PersonId>(&body.author);
        if (author == nullptr) continue;
        if (auto step = cases::read_lead_step(kept.id, *author, body.payload)) steps[step->lead].push_back(*step);
    }
    return steps;
}

LeadEntry entry_of(cases::Lead lead, const mail::Person* author, const std::vector<cases::LeadStep>& steps) {
    LeadEntry entry;
    const bool is_partner = author != nullptr && author->role == mail::Role::Partner;
    if (is_partner) {
        lead.from = author->body;
        entry.partner = author->id;
    }
    entry.source = is_partner ? author->name : lead.from;
    entry.view = cases::fold_lead(lead, steps);
    // A body with a mailbox is told by the program, with each step.
    entry.task = cases::lead_task(entry.view, is_partner || entry.view.answered);
    return entry;
}

bool comes_before(const LeadEntry& a, const LeadEntry& b) {
    if (a.task.has_value() != b.task.has_value()) return a.task.has_value();
    if (a.task && a.task->due != b.task->due) return a.task->due < b.task->due;
    return a.view.lead.on < b.view.lead.on;
}

base::Result<base::RecordId> say(Machine& machine, const store::Transaction& inside, std::string_view kind,
                                 std::string& payload, const std::optional<base::RecordId>& about,
                                 const std::string& name, base::Instant now, base::Random& random) {
    const seal::Recipient intake = mail::newest_intake_key(machine.roster()).recipient();
    SealedRecord sealed = TRY(seal_and_queue(
        machine, inside, {.kind = std::string(kind), .payload = payload, .recipient = intake}, now, random));
    const WipeAtEnd wipe_body(sealed.body);
    store::Letter own = own_letter(sealed.id, kind, sealed.bytes, now);
    own.body = sealed.body;
    const WipeAtEnd wipe_own(own.body);
    own.about = about;
    own.name = name;
    TRY(machine.store().inbox.keep(inside, own));
    return sealed.id;
}

void find_twins(std::vector<LeadEntry>& entries) {
    std::vector<const cases::LeadView*> views;
    std::map<base::RecordId, const LeadEntry*> by_id;
    for (const LeadEntry& each : entries) {
        views.push_back(&each.view);
        by_id[each.view.lead.id] = &each;
    }
    const auto twins = cases::lead_twins(views);
    for (std::size_t i = 0; i < entries.size(); ++i)
        for (const cases::LeadTwin& twin : twins[i]) {
            const LeadEntry& other = *by_id.at(twin.id);
            const cases::Lead& lead = other.view.lead;
            entries[i].twins.push_back(
                {twin.id, std::string(twin.why), lead.name, other.source, lead.reference, lead.on, other.view.state});
        }
}

base::Result<void> tell_body(Machine& machine, const store::Transaction& inside, const LeadEntry& before,
                             const cases::LeadView& after, base::Instant now, base::Random& random) {
    const mail::Person* partner = before.partner ? mail::find_person(machine.roster(), *before.partner) : nullptr;
    if (partner == nullptr || partner->standing != mail::Standing::Active) return {};
    const cases::LeadAnswer answer = cases::answer_of(after);
    BodyLetter letter;
    letter.what = BodyLetter::What::Lead;
    letter.court = machine.config().court_name;
    letter.on = domain::Date::in_china(now);
    letter.lead = after.lead.id;
    letter.reference = answer.reference;
    letter.state = answer.state;
    letter.known = after.steps.size();
    TRY(send_body_letter(machine, inside, *partner, letter, now, random));
    return {};
}

}  // namespace

base::Result<std::vector<LeadEntry>> leads_alone(Machine& machine) {
    TRY(must_read_intake(machine));
    auto steps = TRY(all_steps(machine));
    std::vector<LeadEntry> entries;
    for (const store::Letter& kept : TRY(machine.store().inbox.bodies(kLeadKind, kLeadsMax))) {
        const seal::Body body = TRY(seal::parse_body(kept.body));
        auto lead = cases::read_lead(kept.id, body.payload);
        if (lead) entries.push_back(entry_of(std::move(*lead), author_of(machine, body.author), steps[kept.id]));
    }
    std::stable_sort(entries.begin(), entries.end(), comes_before);
    find_twins(entries);
    return entries;
}

base::Result<std::vector<LeadEntry>> list_leads(Machine& machine) {
    std::vector<LeadEntry> entries = TRY(leads_alone(machine));
    const std::vector<cases::AidCase> all = TRY(all_cases(machine));
    std::vector<const cases::AidCase*> known;
    for (const cases::AidCase& each : all)
        known.push_back(&each);
    for (LeadEntry& entry : entries)
        entry.matches = cases::match_lead(entry.view.lead, known);
    return entries;
}

namespace {

base::Result<LeadEntry> find_among(const Machine& machine, std::vector<LeadEntry> found, std::string_view id) {
    if (id.size() < kIdPrefixMin) return refuse(machine, "lead.short");
    std::erase_if(found, [&](const LeadEntry& each) { return !each.view.lead.id.text().starts_with(id); });
    if (found.empty()) return refuse(machine, "lead.unknown");
    if (found.size() > 1) return refuse(machine, "lead.ambiguous");
    return std::move(found.front());
}

}  // namespace

base::Result<LeadEntry> find_lead(Machine& machine, std::string_view id) {
    std::vector<LeadEntry> all = TRY(list_leads(machine));
    return find_among(machine, std::move(all), id);
}

base::Result<void> must_have_come(const Machine& machine, domain::Date day, base::Instant now) {
    if (day > domain::Date::in_china(now)) return refuse(machine, "fact.on.future");
    return {};
}

base::Result<base::RecordId> note_lead(Machine& machine, cases::Lead lead, base::Instant now, base::Random& random) {
    TRY(must_read_intake(machine));
    TRY(must_have_come(machine, lead.on, now));
    std::string payload = cases::write_lead(lead);
    const WipeAtEnd wipe(payload);
    TRY(cases::read_lead({}, payload));
    TRY(machine.store().chain.reserve(random));
    auto inside = TRY(machine.store().begin());
    const base::RecordId id = TRY(say(machine, inside, kLeadKind, payload, {}, lead.name, now, random));
    TRY(inside.commit());
    return id;
}

namespace {

base::Result<std::vector<std::string>> names_in_case(Machine& machine, const cases::CaseId& id) {
    const std::vector<cases::Fact> facts = TRY(facts_of(machine, id));
    const cases::AidCase folded = fold_here(machine, id, facts);
    std::vector<std::string> names{folded.applicant};
    names.insert(names.end(), folded.names.begin(), folded.names.end());
    for (const Applicant& each : applicants_of(machine.pack().form, facts, known_applicants(folded)))
        names.push_back(each.name);
    return names;
}

// Who applies by it: an application that this laptop can open, or a case, because who applied by word of mouth handed
// in no paper. The first name is the applicant's.
base::Result<std::vector<std::string>> names_handed_in(Machine& machine, const base::RecordId& id) {
    const std::vector<KnownCase> known = TRY(known_cases(machine));
    if (std::any_of(known.begin(), known.end(), [&id](const KnownCase& each) { return each.id == id; }))
        return names_in_case(machine, id);
    return std::vector<std::string>{TRY(show_application(machine, id.text())).entry.name};
}

base::Result<void> must_be_of(const Machine& machine, const std::vector<std::string>& names, const cases::Lead& lead) {
    const bool same = std::any_of(names.begin(), names.end(), [&lead](const std::string& each) {
        return cases::is_same_person(domain::trim(each), domain::trim(lead.name));
    });
    if (same) return {};
    const pack::Words& words = machine.pack().words;
    return base::fail("lead.other_person",
                      words.text("lead.other_person", {{"other", names.front()}, {"name", lead.name}}));
}

base::Result<void> must_fit(const Machine& machine, const cases::LeadView& view, const cases::LeadStep& step) {
    const bool opens = step.move == LeadMove::Reopened;
    if (opens && view.is_open()) return refuse(machine, "lead.open");
    if (!opens && !view.is_open() && step.move != LeadMove::Answered) return refuse(machine, "lead.closed");
    if (cases::needs_words(step.move) && domain::is_blank(step.words)) return refuse(machine, "lead.words");
    return {};
}

}  // namespace

base::Result<base::RecordId> step_lead(Machine& machine, std::string_view lead, cases::LeadStep step, base::Instant now,
                                       base::Random& random, SamePerson sure) {
    std::vector<LeadEntry> all = TRY(leads_alone(machine));
    const LeadEntry entry = TRY(find_among(machine, std::move(all), lead));
    TRY(must_fit(machine, entry.view, step));
    if (step.move == LeadMove::Reopened) step.takes_back = entry.view.ends();
    if ((step.move == LeadMove::Applied) != step.application.has_value()) return refuse(machine, "lead.application");
    TRY(must_have_come(machine, step.day, now));
    if (step.day < entry.view.lead.on) return refuse(machine, "lead.before");
    if (step.application) {
        const std::vector<std::string> names = TRY(names_handed_in(machine, *step.application));
        if (sure == SamePerson::Asked) TRY(must_be_of(machine, names, entry.view.lead));
    }
    step.lead = entry.view.lead.id;
    step.author = std::get<base::PersonId>(machine.author());
    std::string payload = cases::write_lead_step(step);
    const WipeAtEnd wipe(payload);
    TRY(cases::read_lead_step({}, step.author, payload));
    constexpr int kRecords = 2;  // the step, and what the body hears
    TRY(machine.store().chain.reserve(random, kRecords));
    auto inside = TRY(machine.store().begin());
    step.id = TRY(say(machine, inside, kLeadStepKind, payload, step.lead, {}, now, random));
    std::vector<cases::LeadStep> steps = entry.view.steps;
    steps.push_back(step);
    const cases::LeadView after = cases::fold_lead(entry.view.lead, steps);
    if (after.state != entry.view.state) TRY(tell_body(machine, inside, entry, after, now, random));
    TRY(inside.commit());
    return step.id;
}

base::Result<cases::CaseId> open_case_of_lead(Machine& machine, std::string_view lead, const cases::Fields& fields,
                                              base::Instant now, base::Random& random,
                                              std::span<const base::Bytes> pictures) {
    std::vector<LeadEntry> all = TRY(leads_alone(machine));
    const LeadEntry entry = TRY(find_among(machine, std::move(all), lead));
    cases::LeadStep step;
    step.move = LeadMove::Applied;
    step.day = domain::Date::in_china(now);
    TRY(must_fit(machine, entry.view, step));
    const cases::CaseId about = TRY(open_case(machine, fields, now, random, pictures));
    step.application = about;
    // The form began with the lead's own name, which may be set right there.
    TRY(step_lead(machine, entry.view.lead.id.text(), std::move(step), now, random, SamePerson::Said));
    return about;
}

base::Result<std::optional<base::RecordId>> unsent_of_lead(Machine& machine, const base::RecordId& lead) {
    const std::vector<store::Letter> steps = TRY(machine.store().inbox.about(lead, kLeadStepKind));
    const base::RecordId newest = steps.empty() ? lead : steps.back().id;
    const auto row = TRY(machine.store().outbox.find(newest));
    if (!row || row->parcel.delivery != mail::Delivery::Queued) return std::optional<base::RecordId>{};
    return std::optional(newest);
}

base::Result<base::RecordId> undo_of_lead(Machine& machine, const base::RecordId& said) {
    TRY(must_read_intake(machine));
    const auto letter = TRY(machine.store().inbox.find(said));
    const bool is_step = letter && letter->kind == kLeadStepKind && letter->about;
    if (!letter || (!is_step && letter->kind != kLeadKind))
        return base::fail("undo.others", "only what was done on this laptop can be taken back here");
    const base::RecordId lead = is_step ? *letter->about : said;
    const std::vector<store::Letter> steps = TRY(machine.store().inbox.about(lead, kLeadStepKind));
    if (!steps.empty() && steps.back().id != said)
        return base::fail("undo.followed", "something came after it: open the lead again, or note another step");
    auto inside = TRY(machine.store().begin());
    TRY(machine.store().inbox.take_back(inside, said));
    // In the same moment its body was written to.
    const std::vector<store::Letter> told = TRY(machine.store().inbox.about(lead, kBodyLetterKind));
    if (is_step && !told.empty() && told.back().claimed == letter->claimed)
        TRY(machine.store().inbox.take_back(inside, told.back().id));
    TRY(inside.commit());
    return lead;
}

namespace {

// That it was received, said in the moment when its case was opened: without the case nobody has looked at it.
base::Result<std::optional<base::RecordId>> answer_by_opening(Machine& machine, const cases::CaseId& about,
                                                              const cases::FactId& fact) {
    if (fact != about || !machine.reads_intake()) return std::optional<base::RecordId>{};
    for (const cases::Fact& each : TRY(facts_of(machine, about))) {
        if (each.id != about) continue;
        const auto application = base::RecordId::parse(each.text("application"));
        if (!application) break;
        const auto answer = TRY(unsent_answer(machine, *application));
        if (answer && answer->said == each.claimed) return std::optional(answer->review);
    }
    return std::optional<base::RecordId>{};
}

}  // namespace

base::Result<flow::WithOpening> with_opening(Machine& machine, const cases::CaseId& about) {
    flow::WithOpening with;
    if (!machine.reads_intake()) return with;
    with.answer = TRY(answer_by_opening(machine, about, about)).has_value();
    const auto of_leads = TRY(all_steps(machine));
    with.lead = std::any_of(of_leads.begin(), of_leads.end(), [&about](const auto& lead) {
        return std::any_of(lead.second.begin(), lead.second.end(),
                           [&about](const cases::LeadStep& step) { return step.application == about; });
    });
    return with;
}

base::Result<void> undo_with_lead(Machine& machine, const cases::CaseId& about, const cases::FactId& fact) {
    std::vector<base::RecordId> going;
    if (fact == about && machine.reads_intake())
        for (const auto& [lead, steps] : TRY(all_steps(machine)))
            for (const cases::LeadStep& step : steps) {
                if (step.application != about) continue;
                const std::optional<base::RecordId> newest = TRY(unsent_of_lead(machine, lead));
                if (!newest) return base::fail("undo.sent", "what was done with the lead has left this laptop already");
                if (*newest != step.id)
                    return base::fail("undo.followed", "something came after it in the lead: undo that first");
                going.push_back(step.id);
            }
    const std::optional<base::RecordId> answer = TRY(answer_by_opening(machine, about, fact));
    // Whether the lead can follow was asked above: a case that may not be taken back leaves it as it is.
    TRY(undo(machine, about, fact));
    if (answer) TRY(undo_answer(machine, *answer));
    for (const base::RecordId& said : going)
        TRY(undo_of_lead(machine, said));
    return {};
}

base::Result<void> describe_lead(const Machine& machine, const seal::Opened& opened, store::Letter& letter) {
    const mail::Person* author = author_of(machine, opened.body.author);
    if (author == nullptr) return base::fail("lead.author", "a lead is signed by a person");
    if (letter.kind == kLeadKind) {
        letter.name = TRY(cases::read_lead(letter.id, opened.body.payload)).name;
        return {};
    }
    if (author->role == mail::Role::Partner)
        return base::fail("lead.author", "what is done with a lead is signed by a person of the court");
    letter.about = TRY(cases::read_lead_step(letter.id, author->id, opened.body.payload)).lead;
    return {};
}

}  // namespace courtyard::worker
