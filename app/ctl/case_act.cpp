#include "app/ctl/case_act.hpp"

#include <iostream>

#include <nlohmann/json.hpp>

#include "app/cases/act_table.hpp"
#include "app/cases/deadlines.hpp"
#include "app/ctl/case_fields.hpp"
#include "app/ctl/homes.hpp"
#include "app/ctl/usage.hpp"
#include "app/domain/money.hpp"
#include "app/flow/money_doubt.hpp"
#include "app/worker/case_acts.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/pay_cautions.hpp"
#include "sync/os/clock.hpp"

namespace courtyard::ctl {

namespace {

using Json = nlohmann::ordered_json;

// Fields that a person need not type: the ballot that is open and what it says of its papers.
base::Result<void> fill_vote(const cases::AidCase& folded, cases::Fields& fields) {
    if (folded.ballots.ballots.empty())
        return base::fail("vote.ballot",
                          "no ballot has been laid in this case, or it has not come to this laptop: sync, "
                          "or take a stick to the judge's");
    // The last one need not be the one that stands.
    const cases::Ballot* current = folded.ballots.current();
    const cases::Ballot& ballot = current != nullptr ? *current : folded.ballots.ballots.back();
    fields.emplace("ballot", ballot.by.text());
    fields.emplace("papers_digest", ballot.papers_digest);
    return {};
}

// What the person was asked for and has not brought yet.
std::string papers_line(const cases::AidCase& folded) {
    std::string all;
    for (const std::string& each : folded.inquiry.still_missing())
        all += (all.empty() ? "Still missing: " : ", ") + each;
    return all.empty() ? "Every paper that was asked for has come." : all;
}

using Warnings = std::vector<std::string>;

// What a window shows in red: of the money.
void say_doubt(const worker::Machine& machine, const std::vector<cases::Fact>& facts, const cases::AidCase& folded,
               const worker::Act& wanted, Warnings& out) {
    const auto doubt = flow::money_doubt(folded, facts, wanted.kind, wanted.fields);
    if (!doubt) return;
    out.push_back(machine.pack().words.text(flow::key_of(doubt->why), {{"proof", doubt->proof},
                                                                       {"said", domain::yuan_display(doubt->said)},
                                                                       {"out", domain::yuan_display(doubt->out)}}));
}

// And of the payee, or of the one whose order is released.
void say_caution(const worker::Machine& machine, const std::vector<cases::Fact>& facts, const cases::AidCase& folded,
                 const worker::Act& wanted, Warnings& out) {
    const auto text = [](const cases::Fields& fields, const char* name) {
        const auto found = fields.find(name);
        const auto* said = found == fields.end() ? nullptr : std::get_if<std::string>(&found->second);
        return said == nullptr ? std::string{} : *said;
    };
    std::string payee;
    if (wanted.kind == "account_given") payee = text(wanted.fields, "holder");
    if (wanted.kind == "pay_ordered" || wanted.kind == "urgent_paid") payee = text(wanted.fields, "payee");
    if (wanted.kind == "pay_released")
        for (const cases::Fact& fact : facts)
            if (fact.id.text() == text(wanted.fields, "order")) payee = fact.text("payee");
    if (payee.empty()) return;
    const std::vector<flow::PayCaution> all = worker::pay_cautions(machine.pack(), facts, folded);
    if (const flow::PayCaution* caution = flow::caution_of(all, payee))
        out.push_back(machine.pack().words.text(flow::key_of(caution->why), {{"name", caution->name}}));
}

}  // namespace

bool is_by_program(std::string_view kind) {
    return kind == "key_given" || kind == "told" || kind == "letter_sent" || kind == "body_answered";
}

base::Result<void> act_in_case(const ActWords& words, const Common& common, Output& out) {
    const cases::ActRule* rule = cases::find_act(words.kind);
    if (rule == nullptr) return usage("\"" + words.kind + "\" is no act; courtyardctl case acts lists them");
    if (is_by_program(words.kind))
        return usage("\"" + words.kind + "\" is no act of a person: the program writes it when it has happened");
    os::OsRandom random;
    const auto machine = TRY(open_home(common, random));
    const cases::CaseId id = TRY(worker::find_case(*machine, words.about));
    const auto facts = TRY(worker::facts_of(*machine, id));
    const cases::AidCase before = TRY(worker::case_of(*machine, id));
    worker::GivenPictures pictures;
    const std::vector<std::string> said = TRY(with_typed_apart(*rule, words.fields, std::cin));
    cases::Fields fields = TRY(fields_of(*machine, *rule, facts, said, pictures));
    if (words.kind == "vote_cast") TRY(fill_vote(before, fields));
    TRY(need_all(*rule, fields));
    const worker::Act wanted{id, words.kind, std::move(fields), pictures.jpegs};
    Warnings look_first;
    say_caution(*machine, facts, before, wanted, look_first);
    say_doubt(*machine, facts, before, wanted, look_first);
    if (cases::stops_too_late(words.kind, before, machine->pack().calendar, domain::Date::in_china(os::now()),
                              machine->pack().terms))
        look_first.push_back(machine->pack().words.text("field.doubt.stops_too_late"));
    for (const std::string& each : look_first)
        out.line("Look first: " + each);
    const cases::FactId fact = TRY(worker::act(*machine, wanted, os::now(), random));
    Json json{{"case", id.text()}, {"fact", fact.text()}};
    if (!look_first.empty()) json["look_first"] = look_first;
    const std::string signed_as = "Signed and saved here as " + fact.text().substr(0, 8);
    // Who takes themselves off a case has it no more, once that has left.
    const auto after = worker::case_of(*machine, id);
    const auto self = std::get<base::PersonId>(machine->author());
    if (after && !after->entries.empty() && !after->members.gone.contains(self)) {
        json["state"] = domain::id(after->status);
        out.line(signed_as + "; the case stands at " + std::string(domain::id(after->status)) +
                 ". The others hear it with the next sync or stick.");
        if (words.kind == "more_came" && after->inquiry.more) {
            out.line(papers_line(*after));
            json["still_missing"] = after->inquiry.still_missing();
        }
    } else {
        json["left"] = true;
        out.line(signed_as +
                 "; you are not on this case any more. The others hear it with the next sync or stick, and then "
                 "this laptop forgets the case; until then courtyardctl case undo takes it back.");
    }
    out.object(json);
    return {};
}

}  // namespace courtyard::ctl
