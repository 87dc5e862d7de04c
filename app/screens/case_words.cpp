#include "app/screens/case_words.hpp"

#include <algorithm>

#include "app/cases/task_list.hpp"
#include "app/domain/money.hpp"
#include "app/domain/text.hpp"
#include "app/flow/help_desk.hpp"
#include "app/screens/draft_words.hpp"
#include "app/screens/field_words.hpp"

namespace courtyard::screens {
namespace {

using cases::FieldRule;
using cases::FieldType;

constexpr std::size_t kSummaryMax = 60;  // characters
constexpr std::string_view kBallot = "ballot_opened";

std::string joined(const Ui& ui, const std::vector<std::string>& list) {
    std::string out;
    for (const std::string& each : list)
        out += (out.empty() ? "" : ui.say("field.comma")) + each;
    return out;
}

std::string cut(const std::string& text, std::size_t characters_max) {
    std::size_t at = 0, count = 0;
    while (at < text.size() && count < characters_max) {
        static_cast<void>(next_character(text, at));
        ++count;
    }
    return at < text.size() ? text.substr(0, at) + "\xE2\x80\xA6" : text;
}

std::string one_line(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

std::string score_words(const Ui& ui, const std::string& value) {
    const std::size_t colon = value.find(':');
    if (colon == std::string::npos) return value;
    const std::string name = "act.score." + value.substr(0, colon);
    const std::string level = "act.score." + value.substr(colon + 1);
    return ui.knows(name) && ui.knows(level) ? ui.say(name) + " " + ui.say(level) : value;
}

std::string text_words(const Ui& ui, const flow::CaseView* view, std::string_view kind, const FieldRule& field,
                       const std::string& text) {
    switch (field.type) {
        case FieldType::Day: {
            const auto day = domain::Date::parse(text);
            return day ? day_words(ui, *day) : text;
        }
        case FieldType::Person:
        case FieldType::Persons: {
            const auto id = base::PersonId::parse(text);
            return id ? person_words(ui, view, *id) : text;
        }
        case FieldType::Fact:
        case FieldType::Facts: {
            const auto id = cases::FactId::parse(text);
            return id && view ? fact_label(ui, *view, *id) : text;
        }
        case FieldType::Choice: return act_choice(ui, kind, field.name, text);
        default: break;
    }
    if (field.name == "scores") return score_words(ui, text);
    if (kind == "served" && field.name == "paper" && view)
        for (const flow::PaperRow& paper : view->papers)
            if (paper.id == text) return paper.title;
    return offered_words(ui, view, kind, field.name, text);
}

bool matters_most(const FieldRule& field) {
    return field.type == FieldType::Money || field.type == FieldType::Choice || field.type == FieldType::CaseNumber ||
           field.type == FieldType::Line || field.type == FieldType::Person;
}

// A ballot lies on its report and on papers beside it: where those name the report again, it is named once.
cases::Fields report_once(const cases::Fields& fields) {
    const auto report = fields.find("report"), papers = fields.find("papers");
    if (report == fields.end() || papers == fields.end()) return fields;
    const auto* own = std::get_if<std::string>(&report->second);
    const auto* list = std::get_if<std::vector<std::string>>(&papers->second);
    if (own == nullptr || list == nullptr) return fields;
    std::vector<std::string> beside = *list;
    if (std::erase(beside, *own) == 0) return fields;
    cases::Fields out = fields;
    if (beside.empty())
        out.erase("papers");
    else
        out["papers"] = std::move(beside);
    return out;
}

}  // namespace

std::string act_word(const Ui& ui, std::string_view kind, std::string_view what) {
    const std::string own = "act." + std::string(kind) + "." + std::string(what);
    if (ui.knows(own)) return ui.say(own);
    const std::string shared = "act." + std::string(what);
    return ui.knows(shared) ? ui.say(shared) : std::string{};
}

std::string act_title(const Ui& ui, std::string_view kind) {
    const std::string words = act_word(ui, kind, "title");
    return words.empty() ? ui.say("field.case.unknown_act") : words;
}

std::string act_button(const Ui& ui, std::string_view kind) {
    const std::string words = act_word(ui, kind, "button");
    return words.empty() ? act_title(ui, kind) : words;
}

std::string act_field(const Ui& ui, std::string_view kind, std::string_view field) {
    const std::string words = act_word(ui, kind, "field." + std::string(field));
    return words.empty() ? std::string(field) : words;
}

std::string act_choice(const Ui& ui, std::string_view kind, std::string_view field, std::string_view word) {
    const std::string words = act_word(ui, kind, "choice." + std::string(field) + "." + std::string(word));
    return words.empty() ? std::string(word) : words;
}

namespace {

// The item that a referral is about, as far as it is chosen.
const pack::HelpOffer* item_of(const pack::HelpOffers& help, const flow::ActDraft* draft) {
    const auto found = draft == nullptr ? std::map<std::string, flow::FieldDraft, std::less<>>::const_iterator{}
                                        : draft->fields.find("item");
    return draft == nullptr || found == draft->fields.end() ? nullptr : help.item(found->second.text);
}

std::vector<Offered> named(const std::map<std::string, std::string>& names, const std::vector<std::string>* only) {
    std::vector<Offered> out;
    for (const auto& [value, label] : names)
        if (only == nullptr || std::find(only->begin(), only->end(), value) != only->end())
            out.push_back({value, label});
    return out;
}

// Of acts about other bodies' help; nothing for other fields.
std::optional<std::vector<Offered>> help_options(const Ui& ui, const pack::HelpOffers& help, std::string_view kind,
                                                 std::string_view field, const flow::ActDraft* draft) {
    const bool about_help =
        kind == "consent_given" || kind == "consent_revoked" || kind == "referred" || kind == "promised";
    if (!about_help) return std::nullopt;
    const pack::HelpOffer* item = item_of(help, draft);
    if (field == "body" || field == "bodies") {
        std::vector<Offered> bodies = named(help.bodies, item ? &item->bodies : nullptr);
        const std::string own(pack::kCourtItself);
        if (kind == "promised") bodies.push_back({own, ui.say("court.body." + own)});
        return bodies;
    }
    if (field == "shared") return named(help.fields, item ? &item->share : nullptr);
    if (field != "item") return std::nullopt;
    std::vector<Offered> out;
    for (const pack::HelpOffer& each : help.items)
        out.push_back({each.id, each.title});
    return out;
}

// Those that the person was asked for and has not brought.
std::vector<Offered> missing_papers(const flow::CaseView& view) {
    std::vector<Offered> out;
    for (const std::string& each : view.folded.inquiry.still_missing())
        out.push_back({each, each});
    return out;
}

}  // namespace

std::string offered_words(const Ui& ui, const flow::CaseView* view, std::string_view kind, std::string_view field,
                          const std::string& value) {
    for (const Offered& each : act_options(ui, view, kind, field))
        if (each.value == value) return each.label;
    return value;
}

std::vector<Offered> act_options(const Ui& ui, const flow::CaseView* view, std::string_view kind,
                                 std::string_view field, const flow::ActDraft* draft) {
    if (view != nullptr)
        if (auto help = help_options(ui, view->help, kind, field, draft)) return std::move(*help);
    if (view != nullptr && kind == "more_came" && field == "papers") return missing_papers(*view);
    std::vector<Offered> out;
    const std::string all = act_word(ui, kind, "option." + std::string(field));
    for (std::size_t from = 0; from < all.size();) {
        const std::size_t end = std::min(all.find('|', from), all.size());
        const std::string each = all.substr(from, end - from);
        const std::size_t equals = each.find('=');
        const bool coded = equals != std::string::npos;
        out.push_back({coded ? each.substr(0, equals) : each, coded ? each.substr(equals + 1) : each});
        from = end + 1;
    }
    return out;
}

std::string refusal_words(const Ui& ui, std::string_view kind, std::string_view code) {
    const std::string own = "fact." + std::string(code);
    if (ui.knows(own)) return ui.say(own);
    if (code.starts_with("field."))
        return ui.say("field.act.unfilled",
                      {{"field", act_field(ui, kind, code.substr(std::string_view("field.").size()))}});
    const std::string room = own.substr(0, own.find('.', 5));
    if (ui.knows(room)) return ui.say(room);
    return ui.say("fact.other", {{"code", std::string(code)}});
}

std::string short_day(const Ui& ui, domain::Date day, domain::Date today) {
    return ui.say(day.year() == today.year() ? "field.due.this_year" : "field.due.other_year",
                  {{"year", std::to_string(day.year())},
                   {"month", std::to_string(day.month())},
                   {"day", std::to_string(day.day())}});
}

std::string due_words(const Ui& ui, const flow::DueDay& due, domain::Date today) {
    const std::int32_t left = due.day.days_since(today);
    std::string words;
    if (left < 0)
        words = ui.say("field.due.over", {{"n", std::to_string(-left)}});
    else if (left == 0)
        words = ui.say("field.due.today");
    else if (left == 1)
        words = ui.say("field.due.tomorrow");
    else if (left <= 10)
        words = ui.say("field.due.days", {{"n", std::to_string(left)}});
    else
        words = short_day(ui, due.day, today);
    return due.about ? ui.say("field.due.about", {{"when", words}}) : words;
}

Tone due_tone(const flow::DueDay& due, domain::Date today) {
    const std::int32_t left = due.day.days_since(today);
    if (left < 0) return Tone::help;
    return left <= 2 ? Tone::quiet : Tone::plain;
}

std::string due_words(const Ui& ui, const flow::TaskRow& task, domain::Date today) {
    if (task.same_day && task.days_over <= 0) return ui.say("field.due.at_once");
    if (!task.due) return {};
    if (task.days_over <= 0) return due_words(ui, *task.due, today);
    return ui.say(task.due->about ? "field.due.over_about" : "field.due.over", {{"n", std::to_string(task.days_over)}});
}

Tone due_tone(const flow::TaskRow& task, domain::Date today) {
    if (task.same_day || task.days_over > 0) return Tone::help;
    return task.due ? due_tone(*task.due, today) : Tone::plain;
}

std::string task_words(const Ui& ui, const flow::TaskRow& task) {
    if (task.is_lead) return ui.say("lead." + task.what);
    if (!task.module.empty()) return task.module;
    // "S1", "S2", …: one sentence for all rounds of a child's supervised money.
    const bool supervised = task.what.size() > 1 && task.what[0] == 'S' && task.what[1] >= '0' && task.what[1] <= '9';
    const std::string key = "task." + (supervised ? std::string("S") : task.what);
    // A sentence that speaks to whoever has to do it says nothing to the leader, who hears that it is late.
    if (const std::string theirs = key + ".theirs"; task.escalated && ui.knows(theirs)) return ui.say(theirs);
    return ui.knows(key) ? ui.say(key) : act_title(ui, task.act);
}

std::string task_button(const Ui& ui, const flow::TaskRow& task) {
    const std::string own = "task." + task.what + ".button";
    return ui.knows(own) ? ui.say(own) : act_button(ui, task.act);
}

std::string role_name(const Ui& ui, cases::Role role) { return role_words(ui, cases::name_of(role)); }

std::string owner_words(const Ui& ui, const flow::TaskRow& task) {
    if (!task.escalated) return {};
    std::string name = task.owner;
    for (std::size_t i = 0; task.owner.empty() && i < cases::kRoleNames.size(); ++i)
        if (const auto role = static_cast<cases::Role>(i); task.offices.has(role))
            name += (name.empty() ? "" : ui.say("field.case.and")) + role_name(ui, role);
    return name.empty() ? name : ui.say("field.today.owner", {{"name", name}});
}

std::string next_task_words(const Ui& ui, const flow::TaskRow& task) {
    const std::string owner = owner_words(ui, task), what = task_words(ui, task);
    return owner.empty() ? what : ui.say("field.case.owed", {{"owner", owner}, {"what", what}});
}

std::string nothing_next_words(const Ui& ui, const flow::CasesDesk& cases) {
    if (cases.acts.empty()) return ui.say("field.case.only_look");
    if (!cases.view || !cases::is_at_end(cases.view->folded.status)) return ui.say("field.case.nothing_next");
    return ui.say(cases.view->others_have_tasks ? "field.case.ended_others" : "field.case.ended");
}

std::string person_words(const Ui& ui, const flow::CaseView* view, const base::PersonId& id) {
    const flow::PersonName* person = view ? flow::find_person(*view, id) : nullptr;
    if (!person && view) {  // nobody of the court, but a body that answers for itself
        for (const cases::Referral& referral : view->folded.care.referrals)
            if (referral.partner == id) return offered_words(ui, view, "referred", "body", referral.body);
    }
    if (!person) return ui.say("field.case.stranger");
    return ui.say("field.who", {{"name", person->name}, {"role", role_name(ui, person->role)}});
}

std::string yuan_words(const Ui& ui, domain::Fen amount) {
    return ui.say("field.value.yuan", {{"amount", domain::yuan_display(amount)}});
}

std::string field_words(const Ui& ui, const flow::CaseView* view, std::string_view kind, const FieldRule* field,
                        const cases::FieldValue& value) {
    const FieldRule unknown{};
    const FieldRule& rule = field ? *field : unknown;
    if (const auto* yes = std::get_if<bool>(&value)) return ui.say(*yes ? "field.case.yes" : "field.case.no");
    if (const auto* number = std::get_if<std::int64_t>(&value))
        return rule.type == FieldType::Money ? yuan_words(ui, {*number}) : std::to_string(*number);
    if (const auto* text = std::get_if<std::string>(&value)) return text_words(ui, view, kind, rule, *text);
    const auto& list = std::get<std::vector<std::string>>(value);
    if (rule.type == FieldType::Pictures && !list.empty())
        return ui.say("field.value.pictures", {{"n", std::to_string(list.size())}});
    std::vector<std::string> words;
    for (const std::string& each : list)
        words.push_back(text_words(ui, view, kind, rule, each));
    if (rule.type == FieldType::Facts || rule.type == FieldType::Lines) {
        std::string lines;
        for (const std::string& each : words)
            lines += (lines.empty() ? "" : "\n") + each;
        return lines;
    }
    return joined(ui, words);
}

std::vector<ReadField> read_fields(const Ui& ui, const flow::CaseView* view, std::string_view kind,
                                   const cases::Fields& signed_fields) {
    if (const flow::DeskForm* form = view ? flow::form_of(*view, kind, signed_fields) : nullptr)
        return read_form(ui, view, *form, signed_fields);
    const cases::Fields fields = kind == kBallot ? report_once(signed_fields) : signed_fields;
    std::vector<ReadField> out;
    const cases::ActRule* rule = cases::find_act(kind);
    std::vector<std::string_view> done;
    const auto add = [&](const FieldRule* field, std::string_view name, const cases::FieldValue& value) {
        done.push_back(name);
        if (field && flow::is_filled_by_program(*field)) return;
        std::string words = field_words(ui, view, kind, field, value);
        if (!words.empty()) out.push_back({act_field(ui, kind, name), std::move(words)});
    };
    if (rule) {
        for (const auto rules : {rule->fields, cases::common_fields()})
            for (const FieldRule& field : rules)
                if (const auto found = fields.find(field.name); found != fields.end())
                    add(&field, field.name, found->second);
    }
    for (const auto& [name, value] : fields)
        if (std::find(done.begin(), done.end(), name) == done.end()) add(nullptr, name, value);
    return out;
}

std::string fact_title(const Ui& ui, const flow::CaseView& view, const cases::Fact& fact) {
    const flow::DeskForm* form = flow::form_of(view, fact.kind, fact.fields);
    return form == nullptr ? act_title(ui, fact.kind) : form->spec().title;
}

namespace {

// "Proposed sum 48,000 yuan", of a label that has its unit in brackets behind it.
std::string named_sum(const Ui& ui, std::string label, const std::string& sum) {
    const std::string unit = ui.say("field.case.unit");
    if (label.ends_with(unit)) label.resize(label.size() - unit.size());
    return ui.say("field.case.sum", {{"label", label}, {"sum", sum}});
}

// One sum that an act is about needs no name; of several, or of another one, nobody could tell what it is.
bool needs_name(const cases::ActRule& rule, const cases::Fact& fact, const FieldRule& field) {
    if (field.type != FieldType::Money) return false;
    const auto is_sum = [&](const FieldRule& each) {
        return each.type == FieldType::Money && fact.fields.contains(each.name);
    };
    return field.name != "amount" || std::count_if(rule.fields.begin(), rule.fields.end(), is_sum) > 1;
}

// Of an act of a module: the first three things that it says.
std::string form_summary(const Ui& ui, const flow::CaseView& view, const flow::DeskForm& form,
                         const cases::Fact& fact) {
    std::string out;
    std::size_t count = 0;
    for (const ReadField& field : read_form(ui, &view, form, fact.fields)) {
        if (count++ >= 3) break;
        const std::string words = field.is_sum ? named_sum(ui, field.label, field.value) : one_line(field.value);
        out += (out.empty() ? "" : ui.say("field.case.dot")) + words;
    }
    return cut(out, kSummaryMax);
}

// Of no line that stands there for everybody: who opens the fact sees it, masked for who has no need of it.
bool is_number_of_person(const FieldRule& field) { return field.name == "document"; }

}  // namespace

std::string fact_summary(const Ui& ui, const flow::CaseView& view, const cases::Fact& fact) {
    if (const flow::DeskForm* form = flow::form_of(view, fact.kind, fact.fields))
        return form_summary(ui, view, *form, fact);
    const cases::ActRule* rule = cases::find_act(fact.kind);
    if (!rule) return {};
    const cases::Fields fields = fact.kind == kBallot ? report_once(fact.fields) : fact.fields;
    std::vector<std::string> first, then;
    for (const FieldRule& field : rule->fields) {
        const auto found = fields.find(field.name);
        if (found == fields.end() || flow::is_filled_by_program(field)) continue;
        if (field.type == FieldType::YesNo || field.type == FieldType::Yes || is_number_of_person(field)) continue;
        std::string words = one_line(field_words(ui, &view, fact.kind, &field, found->second));
        if (words.empty()) continue;
        if (needs_name(*rule, fact, field)) words = named_sum(ui, act_field(ui, fact.kind, field.name), words);
        (matters_most(field) ? first : then).push_back(words);
    }
    first.insert(first.end(), then.begin(), then.end());
    if (first.size() > 3) first.resize(3);
    std::string out;
    for (const std::string& each : first)
        out += (out.empty() ? "" : ui.say("field.case.dot")) + each;
    return cut(out, kSummaryMax);
}

std::string fact_label(const Ui& ui, const flow::CaseView& view, const cases::FactId& id) {
    const cases::Fact* fact = flow::find_fact(view, id);
    if (!fact) return ui.say("field.case.not_here");
    const domain::Date day = fact->day();
    std::string what;  // a fact that names facts would else tell its own story again and again
    const cases::ActRule* rule = cases::find_act(fact->kind);
    for (const FieldRule& field : rule ? rule->fields : std::span<const FieldRule>{}) {
        const auto found = fact->fields.find(field.name);
        const bool plain = field.type == FieldType::Money || field.type == FieldType::Choice ||
                           field.type == FieldType::Line || field.type == FieldType::Words;
        if (found == fact->fields.end() || !plain || is_number_of_person(field)) continue;
        if (flow::is_filled_by_program(field)) continue;
        what = cut(one_line(field_words(ui, &view, fact->kind, &field, found->second)), 18);
        if (!what.empty()) break;
    }
    return ui.say(what.empty() ? "field.case.fact_short" : "field.case.fact", {{"month", std::to_string(day.month())},
                                                                               {"day", std::to_string(day.day())},
                                                                               {"title", fact_title(ui, view, *fact)},
                                                                               {"what", what}});
}

}  // namespace courtyard::screens
