#include "app/worker/lead_acts.hpp"

#include "app/flow/lead_desk.hpp"
#include "app/worker/view_mail.hpp"

namespace courtyard::worker {

namespace {

std::string text_of(const cases::Fields& fields, std::string_view name) {
    const auto found = fields.find(name);
    const auto* text = found == fields.end() ? nullptr : std::get_if<std::string>(&found->second);
    return text == nullptr ? std::string{} : *text;
}

// The day on which it happened; today, where nobody wrote another one.
domain::Date day_of(const cases::Fields& fields, base::Instant now) {
    const auto day = domain::Date::parse(text_of(fields, "on"));
    return day ? *day : domain::Date::in_china(now);
}

cases::Lead lead_of(const cases::Fields& fields, base::Instant now) {
    cases::Lead lead;
    lead.from = text_of(fields, "from");
    lead.reference = text_of(fields, "reference");
    lead.name = text_of(fields, "name");
    lead.village = text_of(fields, "village");
    lead.reach = text_of(fields, "reach");
    lead.why = text_of(fields, "why");
    lead.original_case = text_of(fields, "original_case");
    const auto agreed = fields.find("agreed");
    const auto* yes = agreed == fields.end() ? nullptr : std::get_if<bool>(&agreed->second);
    lead.agreed = yes != nullptr && *yes;
    lead.on = day_of(fields, now);
    return lead;
}

std::string name_of(const Machine& machine, const base::PersonId& id) {
    const mail::Person* person = mail::find_person(machine.roster(), id);
    return person == nullptr ? std::string{} : person->name;
}

}  // namespace

base::Result<std::vector<LeadEntry>> leads_to_show(Machine& machine) {
    if (!machine.reads_intake()) return std::vector<LeadEntry>{};
    return leads_alone(machine);
}

flow::LeadRow lead_row(const Machine& machine, const LeadEntry& entry, const CaseBook& book) {
    flow::LeadRow row;
    row.view = entry.view;
    row.source = entry.source;
    row.by_mailbox = entry.partner.has_value();
    row.task = entry.task;
    row.may_be = book.of_lead(entry.view.lead);
    row.twins = entry.twins;
    for (const cases::LeadStep& step : entry.view.steps)
        if (auto one = step.application ? book.applied_by(*step.application) : std::nullopt) {
            std::erase_if(row.may_be, [&one](const flow::LeadCase& each) { return each.id == one->id; });
            row.may_be.insert(row.may_be.begin(), std::move(*one));
        }
    for (const cases::LeadStep& step : entry.view.steps)
        row.people.emplace(step.author, name_of(machine, step.author));
    return row;
}

base::Result<flow::LeadRow> open_lead(Machine& machine, const base::RecordId& id, const CaseBook& book,
                                      base::Instant now) {
    const std::vector<LeadEntry> all = TRY(leads_alone(machine));
    for (const LeadEntry& entry : all) {
        if (entry.view.lead.id != id) continue;
        TRY(note_view(machine, id, "lead", now));
        flow::LeadRow row = lead_row(machine, entry, book);
        row.unsent = TRY(unsent_of_lead(machine, id));
        return row;
    }
    return base::fail("lead.unknown", machine.pack().words.text("lead.unknown"));
}

base::Result<LeadSaid> act_on_lead(Machine& machine, const flow::desk::DoLead& wanted, base::Instant now,
                                   base::Random& random) {
    const auto move = flow::lead_move(wanted.kind);
    if (!wanted.lead || !move) {
        const base::RecordId noted = TRY(note_lead(machine, lead_of(wanted.fields, now), now, random));
        return LeadSaid{noted, noted};
    }
    cases::LeadStep step;
    step.move = *move;
    step.day = day_of(wanted.fields, now);
    step.words = text_of(wanted.fields, "words");
    if (const auto id = base::RecordId::parse(text_of(wanted.fields, "application"))) step.application = *id;
    // The page before the signature shows another name in red (flow::other_named).
    return LeadSaid{*wanted.lead,
                    TRY(step_lead(machine, wanted.lead->text(), std::move(step), now, random, SamePerson::Said))};
}

}  // namespace courtyard::worker
