// An act while it is written: from what is typed to what is signed.
#include <algorithm>
#include <charconv>

#include "app/cases/act_day.hpp"
#include "app/cases/sealed_fields.hpp"
#include "app/cases/told_documents.hpp"
#include "app/domain/money.hpp"
#include "app/domain/text.hpp"
#include "app/flow/act_asked.hpp"
#include "app/flow/act_probe.hpp"
#include "app/flow/case_desk.hpp"

namespace courtyard::flow {

namespace {

using cases::FieldRule;
using cases::FieldValue;

bool is_picked(cases::FieldType type) {
    return type == cases::FieldType::Choice || type == cases::FieldType::Person || type == cases::FieldType::Fact ||
           cases::is_list(type);
}

FieldDraft draft_of(const FieldRule& field, const FieldValue& value) {
    FieldDraft out;
    if (const auto* yes = std::get_if<bool>(&value)) out.yes = *yes;
    if (const auto* list = std::get_if<std::vector<std::string>>(&value)) out.chosen = *list;
    if (const auto* number = std::get_if<std::int64_t>(&value))
        out.text = field.type == cases::FieldType::Money ? domain::yuan_text({*number}) : std::to_string(*number);
    if (const auto* text = std::get_if<std::string>(&value)) {
        if (is_picked(field.type))
            out.chosen = {*text};
        else
            out.text = *text;
    }
    return out;
}

// What is no day stays as it was typed.
std::string day_text(const std::string& typed, domain::Date today) {
    const auto day = domain::typed_day(typed, today);
    return day ? day->text() : typed;
}

FieldValue number_or_text(const std::string& text, cases::FieldType type) {
    if (type == cases::FieldType::Money) {
        const auto amount = domain::parse_yuan(text);
        if (amount) return amount->value;
        return text;
    }
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc() && end == text.data() + text.size()) return number;
    return text;
}

std::vector<std::string> list_of(const FieldRule& field, const FieldDraft& draft) {
    std::vector<std::string> list = draft.chosen;
    const std::string last(domain::trim(draft.text));
    const bool is_new = std::find(list.begin(), list.end(), last) == list.end();
    if (field.type == cases::FieldType::Lines && !last.empty() && is_new) list.push_back(last);
    return list;
}

std::optional<FieldValue> value_of(const FieldRule& field, const FieldDraft& draft, domain::Date today) {
    if (field.type == cases::FieldType::YesNo || field.type == cases::FieldType::Yes)
        return draft.yes ? std::optional<FieldValue>(*draft.yes) : std::nullopt;
    if (cases::is_list(field.type)) {
        std::vector<std::string> list = list_of(field, draft);
        const bool must_stand = field.type == cases::FieldType::Facts && field.need == cases::Need::Must;
        if (list.empty() && !must_stand) return std::nullopt;
        return FieldValue(std::move(list));
    }
    const std::string text = is_picked(field.type) ? (draft.chosen.empty() ? std::string{} : draft.chosen.front())
                                                   : std::string(domain::trim(draft.text));
    if (text.empty()) return std::nullopt;
    if (field.type == cases::FieldType::Day) return FieldValue(day_text(text, today));
    if (field.type == cases::FieldType::Money || field.type == cases::FieldType::Count)
        return number_or_text(text, field.type);
    return FieldValue(text);
}

std::optional<cases::FactId> chosen_fact(ActDraft& draft, const char* field) {
    const std::vector<std::string>& chosen = draft.fields[field].chosen;
    if (chosen.empty()) return std::nullopt;
    const auto parsed = cases::FactId::parse(chosen.front());
    return parsed ? std::optional(*parsed) : std::nullopt;
}

// What hangs on another field: the digest of the papers of the ballot that is voted on, the body of the referral that
// a promise answers, the only body that gives an item of help.
void follow(ActDraft& draft, const CaseView& view) {
    if (draft.kind == "vote_cast") {
        const auto id = chosen_fact(draft, "ballot");
        const cases::Ballot* ballot = id ? view.folded.ballots.find(*id) : nullptr;
        draft.fields["papers_digest"].text = ballot ? ballot->papers_digest : std::string{};
    }
    if (draft.kind == "promised") {
        const auto id = chosen_fact(draft, "referral");
        for (const cases::Referral& referral : view.folded.care.referrals)
            if (id == referral.by) draft.fields["body"].text = referral.body;
    }
    if (draft.kind == "referred") {
        const pack::HelpOffer* item = view.help.item(draft.fields["item"].text);
        if (item != nullptr && item->bodies.size() == 1) draft.fields["body"].text = item->bodies.front();
    }
}

void fill(ActDraft& draft, const cases::ActRule& rule, const cases::Fields& known) {
    for (const auto& [name, value] : known)
        if (const FieldRule* field = cases::find_field(rule, name)) draft.fields[name] = draft_of(*field, value);
}

}  // namespace

ActDraft begin_act(const CaseView* view, std::string_view kind, const cases::Fields& prefill) {
    ActDraft draft;
    draft.kind = kind;
    const cases::ActRule* rule = cases::find_act(kind);
    if (rule == nullptr) return draft;
    cases::Fields known = prefill;
    if (view != nullptr) known.merge(known_fields(*view, *rule));
    fill(draft, *rule, known);
    return draft;
}

ActDraft begin_form(std::shared_ptr<const DeskForm> form, const cases::Fields& prefill) {
    ActDraft draft;
    draft.kind = form->spec().kind;
    draft.form = std::move(form);
    fill(draft, draft.form->rule(), prefill);
    return draft;
}

const cases::ActRule* rule_of(const ActDraft& draft) {
    return draft.form ? &draft.form->rule() : cases::find_act(draft.kind);
}

std::string signed_kind(const ActDraft& draft) { return draft.form ? draft.form->spec().signs : draft.kind; }

cases::Fields signed_fields(const ActDraft& draft) {
    cases::Fields out;
    const cases::ActRule* rule = rule_of(draft);
    if (rule == nullptr) return out;
    const bool common = !draft.form || draft.form->spec().common;
    if (draft.form) out = draft.form->spec().fixed;
    for (const auto rules : {rule->fields, common ? cases::common_fields() : std::span<const FieldRule>{}}) {
        for (const FieldRule& field : rules) {
            const auto found = draft.fields.find(field.name);
            auto value = value_of(field, found == draft.fields.end() ? FieldDraft{} : found->second, draft.today);
            if (value) out.emplace(std::string(field.name), std::move(*value));
        }
    }
    return out;
}

namespace {

cases::Fact fact_of(const ActDraft& draft, const cases::Fields& fields, base::Instant now) {
    cases::Fact fact;
    fact.kind = signed_kind(draft);
    fact.fields = fields;
    fact.claimed = now;
    return fact;
}

// Not asked of a probe, whose papers are made up: what came must have been asked for, or be said as something else.
cases::Verdict other_papers(const cases::Fact& fact, const CaseView& view) {
    if (auto no = cases::wrong_claim(fact)) return no;
    return cases::wrong_papers(view.folded.inquiry, fact);
}

// As the worker will say when it is signed.
cases::Verdict refused_before_signing(const ActDraft& draft, const cases::Fields& fields, const CaseView& view) {
    if (auto no = cases::refused_report(view.folded, signed_kind(draft), fields)) return no;
    const PayCaution* caution = draft.kind == "pay_released" ? nullptr : caution_of(draft, view);
    if (caution == nullptr) return std::nullopt;
    if (caution->why == PayCaution::Why::Opponent) return cases::refuse("pay.offender");
    return fields.contains("despite") ? cases::Verdict{} : cases::refuse("field.despite");
}

// Of what a correction names.
std::string kind_of_wrong(const cases::Fields& fields, const CaseView& view) {
    const auto found = fields.find("wrong");
    const auto* named = found == fields.end() ? nullptr : std::get_if<std::string>(&found->second);
    for (const cases::Entry& entry : view.folded.entries)
        if (named != nullptr && entry.id.text() == *named) return entry.kind;
    return {};
}

}  // namespace

namespace {

// A number to call, or of a lawsuit, in which there is no figure; "" where all have some. Whoever knows none leaves it
// empty.
std::string without_figures(const cases::Fields& fields) {
    for (const char* name : {"phone", "safe_number", "original_case"}) {
        const auto found = fields.find(name);
        const auto* text = found == fields.end() ? nullptr : std::get_if<std::string>(&found->second);
        if (text == nullptr) continue;
        const auto points = domain::code_points(*text);
        constexpr char32_t kFullWidthZero = 0xFF10;
        const auto is_figure = [](char32_t c) {
            return (c >= U'0' && c <= U'9') || (c >= kFullWidthZero && c <= kFullWidthZero + 9);
        };
        if (points && std::none_of(points->begin(), points->end(), is_figure)) return name;
    }
    return {};
}

}  // namespace

void judge_act(ActDraft& draft, const CaseView* view, base::Instant now) {
    const cases::ActRule* rule = rule_of(draft);
    draft.new_state.clear();
    draft.today = domain::Date::in_china(now);
    if (rule == nullptr) {
        draft.refusal = "kind";
        return;
    }
    if (view != nullptr) follow(draft, *view);
    const cases::Fields fields = signed_fields(draft);
    draft.asked = view == nullptr ? std::vector<std::string>{} : asked_after_all(draft, *view, now);
    auto wrong = cases::check_typed(*rule, fields);
    if (!wrong) wrong = cases::check_sealed(*rule, fields);
    if (wrong) {
        draft.refusal = wrong->code;
        return;
    }
    draft.refusal.clear();
    // Not asked of a probe either, whose numbers are made up, too. The rules by which the worker signs.
    const cases::Fact fact = fact_of(draft, fields, now);
    const auto document = cases::wrong_document(fact);
    if (view == nullptr) {  // no fold says it of what has no case yet
        if (const auto day = cases::wrong_day({}, fact))
            draft.refusal = day->code;
        else if (document)
            draft.refusal = document->code;
        const std::string wordy = draft.refusal.empty() ? without_figures(fields) : std::string();
        if (!wordy.empty()) draft.refusal = "field." + wordy;
        return;
    }
    const ActProbe::Said said = ActProbe(*view).ask(signed_kind(draft), fields, now);
    draft.refusal = said.refusal;
    draft.falling = said.falling;
    draft.wrong_kind = kind_of_wrong(fields, *view);
    if (draft.refusal.empty())
        if (const auto other = other_papers(fact, *view)) draft.refusal = other->code;
    if (draft.refusal.empty() && document) draft.refusal = document->code;
    if (draft.refusal.empty())
        if (const auto no = refused_before_signing(draft, fields, *view)) draft.refusal = no->code;
    if (draft.refusal.empty() && said.status != view->folded.status) draft.new_state = domain::id(said.status);
}

}  // namespace courtyard::flow
