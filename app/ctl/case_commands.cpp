// courtyardctl case …: every act of an aid case, by the same functions as the laptop's window.
#include <algorithm>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/ctl/case_act.hpp"
#include "app/ctl/case_fields.hpp"
#include "app/ctl/case_looking.hpp"
#include "app/ctl/case_reading.hpp"
#include "app/ctl/ctl.hpp"
#include "app/ctl/homes.hpp"
#include "app/ctl/packs.hpp"
#include "app/ctl/said.hpp"
#include "app/ctl/usage.hpp"
#include "app/pack/act_codes.hpp"
#include "app/worker/case_acts.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/lead_acts.hpp"
#include "sync/os/clock.hpp"

namespace courtyard::ctl {

namespace {

using Json = nlohmann::ordered_json;

// Who was brought in as the case was opened: those of the office and its leaders of whom this laptop has heard.
base::Result<std::vector<std::string>> others_on(worker::Machine& machine, const cases::CaseId& id) {
    const std::vector<cases::Fact> facts = TRY(worker::facts_of(machine, id));
    const auto self = std::get<base::PersonId>(machine.author());
    std::vector<std::string> names;
    for (const auto& [person, seat] : worker::fold_here(machine, id, facts).members.seats)
        if (person != self) names.push_back(person_name(machine, person));
    return names;
}

std::string all_of(const std::vector<std::string>& names) {
    std::string all;
    for (const std::string& each : names)
        all += (all.empty() ? "" : ", ") + each;
    return all;
}

base::Result<void> open(const std::string& application, const std::vector<std::string>& words, const Common& common,
                        Output& out) {
    if (!application.empty() && !words.empty())
        return usage("an application says for itself what stands in it: give --application or FIELD=VALUE, not both");
    os::OsRandom random;
    const auto machine = TRY(open_home(common, random));
    cases::CaseId id;
    if (application.empty()) {
        worker::GivenPictures pictures;
        const cases::ActRule& rule = *cases::find_act("case_opened");
        const cases::Fields fields = TRY(fields_of(*machine, rule, {}, words, pictures));
        TRY(need_all(rule, fields));
        id = TRY(worker::open_case(*machine, fields, os::now(), random, pictures.jpegs));
    } else {
        id = TRY(worker::open_case(*machine, application, os::now(), random));
    }
    const std::vector<std::string> others = TRY(others_on(*machine, id));
    out.object(Json{{"case", id.text()}, {"others", others}});
    const std::string begins = "Case " + id.text().substr(0, 8) + " is open: sealed to you";
    if (!others.empty()) {
        out.line(begins + " and " + all_of(others) + ".");
        return {};
    }
    out.line(begins + " alone. This laptop knows of no other registrar and no leader: sync, then bring them in");
    out.line("with courtyardctl case act " + id.text().substr(0, 8) + " joined person=NAME as=registrar.");
    return {};
}

Json field_json(const cases::ActRule& rule, const cases::FieldRule& field, const pack::Words& words) {
    Json out{
        {"name", field.name}, {"must", field.need == cases::Need::Must}, {"takes", what_it_takes(rule.kind, field)}};
    for (const auto& [code, say] : pack::code_words(words, rule.kind, field))
        out["codes"].push_back(Json{{"code", code}, {"words", say}});
    if (const auto offered = pack::offered_words(words, rule.kind, field); !offered.empty()) out["offered"] = offered;
    return out;
}

Json fields_json(const cases::ActRule& rule, const pack::Words& words) {
    Json fields = Json::array();
    for (const auto list : {rule.fields, cases::common_fields()})
        for (const cases::FieldRule& field : list)
            if (field.kept != cases::Kept::Made) fields.push_back(field_json(rule, field, words));
    return fields;
}

base::Result<void> acts(const std::string& kind, const Common& common, Output& out) {
    const pack::Words words = kind.empty() && !out.is_json() ? pack::Words{} : words_at_hand(common);
    Json list = Json::array();
    for (const cases::ActRule& rule : cases::act_table()) {
        if ((!kind.empty() && rule.kind != kind) || is_by_program(rule.kind)) continue;
        Json who = Json::array();
        std::string offices;
        for (std::size_t i = 0; i < cases::kRoleNames.size(); ++i)
            if (rule.who.has(static_cast<cases::Role>(i))) {
                who.push_back(cases::kRoleNames[i]);
                offices += (offices.empty() ? "" : ", ") + std::string(cases::kRoleNames[i]);
            }
        list.push_back(Json{{"kind", rule.kind}, {"who", std::move(who)}, {"fields", fields_json(rule, words)}});
        out.line(std::string(rule.kind) + "  by " + offices);
        if (!kind.empty())
            for (const std::string& line : field_lines(rule, words))
                out.line(line);
    }
    if (list.empty()) return usage("\"" + kind + "\" is no act; courtyardctl case acts lists them");
    out.object(Json{{"acts", std::move(list)}});
    return {};
}

base::Result<void> undo(const std::string& text, const std::string& fact, const Common& common, Output& out) {
    os::OsRandom random;
    const auto machine = TRY(open_home(common, random));
    const cases::CaseId id = TRY(worker::find_case(*machine, text));
    std::vector<cases::FactId> meant;
    for (const cases::Fact& each : TRY(worker::facts_of(*machine, id)))
        if (fact.size() >= 4 && each.id.text().starts_with(fact)) meant.push_back(each.id);
    if (meant.empty())
        return base::fail("undo.unknown", "no act of this case begins so; courtyardctl case show ... lists them");
    if (meant.size() > 1) return base::fail("undo.ambiguous", "several acts of this case begin so: give more of it");
    const std::vector<cases::FactId> unsent = TRY(worker::unsent_acts(*machine, id));
    if (std::find(unsent.begin(), unsent.end(), meant.front()) == unsent.end())
        return base::fail("undo.sent",
                          "it has left this laptop, or was done on another: set it right with "
                          "courtyardctl case act ... corrected wrong=" +
                              meant.front().text() + " reasons=");
    const bool is_opening = meant.front() == id;
    const flow::WithOpening with = is_opening ? TRY(worker::with_opening(*machine, id)) : flow::WithOpening{};
    TRY(worker::undo_with_lead(*machine, id, meant.front()));
    Json told{{"undone", meant.front().text()}};
    if (with.answer) told["with"].push_back("answer");
    if (with.lead) told["with"].push_back("lead");
    out.object(told);
    out.line("Taken back; nothing of it had left this laptop.");
    if (with.answer) out.line("With it went the answer RECEIVED to its application.");
    if (with.lead) out.line("With it went that the lead's person applied.");
    return {};
}

// The verbs that stand for one act, or for one of a few: the word after them chooses.
struct Verb {
    const char* name;
    const char* about;
    std::vector<std::pair<std::string, std::string>> kinds;  // word, kind; a single one without a word
};
const std::vector<Verb>& verbs() {
    static const std::vector<Verb> kVerbs{
        {"vote", "cast your vote on the ballot that is open", {{"", "vote_cast"}}},
        {"refer", "ask another body to help, with consent", {{"", "referred"}}},
        {"pay",
         "order, release, make, stop, return, reclaim or confirm a payment; give back to finance; take down an account",
         {{"order", "pay_ordered"},
          {"release", "pay_released"},
          {"made", "pay_made"},
          {"stopped", "payment_stopped"},
          {"returned", "pay_returned"},
          {"given_back", "fund_returned"},
          {"recalled", "fund_recalled"},
          {"reclaimed", "payment_reclaimed"},
          {"confirmed", "money_confirmed"},
          {"account", "account_given"}}},
        {"promise",
         "what another body promised: made, claimed, confirmed, overridden, disputed, extended",
         {{"made", "promised"},
          {"claimed", "promise_claimed"},
          {"confirmed", "promise_confirmed"},
          {"overridden", "promise_overridden"},
          {"disputed", "promise_disputed"},
          {"extended", "promise_extended"}}},
        {"revisit", "a call or visit: tried or made", {{"tried", "revisit_tried"}, {"made", "revisit_made"}}},
    };
    return kVerbs;
}

void add_verb(CLI::App& group, const Verb& verb, Commands& commands) {
    CLI::App* command = group.add_subcommand(verb.name, verb.about);
    auto id = std::make_shared<std::string>(), word = std::make_shared<std::string>();
    auto words = std::make_shared<std::vector<std::string>>();
    command->add_option("ID", *id, kCaseWords)->required()->check(said());
    if (verb.kinds.size() > 1) {
        std::vector<std::string> known;
        for (const auto& [each, kind] : verb.kinds)
            known.push_back(each);
        command->add_option("STEP", *word, "which")->required()->check(CLI::IsMember(known));
    }
    command->add_option("FIELD=VALUE", *words, "as courtyardctl case acts KIND lists them");
    command->callback([id, word, words, &verb, &commands] {
        commands.action = [id, word, words, &verb, &commands](Output& out) -> base::Result<void> {
            const auto chosen = std::find_if(verb.kinds.begin(), verb.kinds.end(),
                                             [&](const auto& each) { return each.first == *word; });
            return act_in_case({*id, chosen->second, *words}, commands.common, out);
        };
    });
}

void add_list_of_acts(CLI::App& group, Commands& commands) {
    auto kind = std::make_shared<std::string>();
    CLI::App* acts_command =
        group.add_subcommand("acts", "every act there is, or the fields of one with the codes that each takes");
    acts_command->add_option("KIND", *kind, "of which to list the fields");
    acts_command->callback([kind, &commands] {
        commands.action = [kind, &commands](Output& out) { return acts(*kind, commands.common, out); };
    });
}

void add_acting(CLI::App& group, Commands& commands) {
    auto application = std::make_shared<std::string>();
    auto opening = std::make_shared<std::vector<std::string>>();
    CLI::App* open_command = group.add_subcommand("open", "open a case from an application, or by word of mouth");
    open_command->add_option("--application", *application, "record id or receipt number, as in inbox")->check(said());
    open_command->add_option("FIELD=VALUE", *opening,
                             "without an application: as courtyardctl case acts case_opened lists");
    open_command->callback([application, opening, &commands] {
        commands.action = [application, opening, &commands](Output& out) {
            return open(*application, *opening, commands.common, out);
        };
    });
    auto id = std::make_shared<std::string>(), kind = std::make_shared<std::string>();
    auto words = std::make_shared<std::vector<std::string>>();
    CLI::App* act_command = group.add_subcommand("act", "add a fact to a case, signed by you");
    act_command->add_option("ID", *id, kCaseWords)->required()->check(said());
    act_command->add_option("KIND", *kind, "as courtyardctl case acts lists them")->required()->check(said());
    act_command->add_option("FIELD=VALUE", *words, "as courtyardctl case acts KIND lists them");
    act_command->callback([id, kind, words, &commands] {
        commands.action = [id, kind, words, &commands](Output& out) {
            return act_in_case({*id, *kind, *words}, commands.common, out);
        };
    });
    auto about = std::make_shared<std::string>(), fact = std::make_shared<std::string>();
    CLI::App* undo_command = group.add_subcommand("undo", "take your last act back, while it has not left this laptop");
    undo_command->add_option("ID", *about, kCaseWords)->required()->check(said());
    undo_command->add_option("FACT", *fact, "the first characters of its id (4 or more)")->required()->check(said());
    undo_command->callback([about, fact, &commands] {
        commands.action = [about, fact, &commands](Output& out) { return undo(*about, *fact, commands.common, out); };
    });
    for (const Verb& verb : verbs())
        add_verb(group, verb, commands);
}

}  // namespace

void add_case_commands(CLI::App& app, Commands& commands) {
    CLI::App* group =
        app.add_subcommand("case", "aid cases: list, show, act, vote, pay, refer, promise, revisit, papers");
    group->require_subcommand(1);
    add_reading(*group, commands);
    add_list_of_acts(*group, commands);
    add_looking(*group, commands);
    add_acting(*group, commands);
}

}  // namespace courtyard::ctl
