#include "app/screens/draft_words.hpp"

namespace courtyard::screens {

namespace {

std::string form_field(const Ui& ui, const flow::DeskForm& form, std::string_view field) {
    const std::string own = form.label_of(field);
    return own.empty() ? act_field(ui, form.spec().kind, field) : own;
}

std::string form_value(const Ui& ui, const flow::CaseView* view, const flow::DeskForm& form,
                       const cases::FieldRule& rule, const cases::FieldValue& value) {
    if (const auto* text = std::get_if<std::string>(&value))
        if (const std::string own = form.label_of(rule.name, *text); !own.empty()) return own;
    return field_words(ui, view, form.spec().kind, &rule, value);
}

// What would fall with a correction, and the act that does it instead.
std::string resting_words(const Ui& ui, const flow::ActDraft& draft) {
    constexpr std::string_view kRests = "corrected.rests";
    std::string words = refusal_words(ui, draft.kind, kRests), list;
    for (const std::string& kind : draft.falling)
        list += (list.empty() ? "" : ui.say("told.between")) + ui.say("told.word", {{"word", act_title(ui, kind)}});
    if (!list.empty()) words += ui.say("choices." + std::string(kRests), {{"list", list}});
    const std::string instead = "rests.instead." + draft.wrong_kind;
    if (!draft.wrong_kind.empty() && ui.knows(instead)) words += ui.say(instead);
    return words;
}

}  // namespace

std::string draft_title(const Ui& ui, const flow::ActDraft& draft) {
    const std::string own = draft.form ? draft.form->spec().title : std::string{};
    return own.empty() ? act_title(ui, draft.kind) : own;
}

std::string short_title(std::string_view title) {
    constexpr std::string_view kDot = " \xC2\xB7 ";
    const std::size_t at = title.rfind(kDot);
    return std::string(at == std::string_view::npos ? title : title.substr(at + kDot.size()));
}

std::string draft_field(const Ui& ui, const flow::ActDraft& draft, std::string_view field) {
    return draft.form ? form_field(ui, *draft.form, field) : act_field(ui, draft.kind, field);
}

std::string draft_choice(const Ui& ui, const flow::ActDraft& draft, std::string_view field, std::string_view word) {
    const std::string own = draft.form ? draft.form->label_of(field, word) : std::string{};
    return own.empty() ? act_choice(ui, draft.kind, field, word) : own;
}

std::string draft_refusal(const Ui& ui, const flow::ActDraft& draft, std::string_view code) {
    constexpr std::string_view kField = "field.";
    if (code == "corrected.rests") return resting_words(ui, draft);
    if (!draft.form || !code.starts_with(kField)) return refusal_words(ui, draft.kind, code);
    return ui.say("field.act.unfilled", {{"field", draft_field(ui, draft, code.substr(kField.size()))}});
}

std::string missing_words(const Ui& ui, const flow::CaseView* view, const flow::ActDraft& draft) {
    const auto proposal = draft.fields.find("proposal");
    std::string missing;
    if (view != nullptr && proposal != draft.fields.end() && !proposal->second.chosen.empty())
        for (const std::string& each : cases::missing_for(view->folded, proposal->second.chosen.front()))
            missing += (missing.empty() ? "" : ui.say("report.missing.and")) + ui.say("report.missing." + each);
    return ui.say("fact." + std::string(kReportElements), {{"missing", missing}});
}

std::string caution_words(const Ui& ui, const flow::PayCaution& caution) {
    return ui.say(flow::key_of(caution.why), {{"name", caution.name}});
}

std::string doubt_words(const Ui& ui, const flow::MoneyDoubt& doubt) {
    return ui.say(
        flow::key_of(doubt.why),
        {{"proof", doubt.proof}, {"said", domain::yuan_display(doubt.said)}, {"out", domain::yuan_display(doubt.out)}});
}

std::vector<ReadField> read_form(const Ui& ui, const flow::CaseView* view, const flow::DeskForm& form,
                                 const cases::Fields& fields) {
    std::vector<ReadField> out;
    for (const auto rules : {form.rule().fields, cases::common_fields()}) {
        for (const cases::FieldRule& rule : rules) {
            const auto found = fields.find(rule.name);
            if (found == fields.end()) continue;
            std::string words = form_value(ui, view, form, rule, found->second);
            if (!words.empty()) {
                const bool is_sum = rule.type == cases::FieldType::Money;
                out.push_back({form_field(ui, form, rule.name), std::move(words), is_sum});
            }
        }
        if (!form.spec().common) break;
    }
    return out;
}

std::string in_fours(std::string_view digits) {
    std::string out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && i % 4 == 0) out += ' ';
        out += digits[i];
    }
    return out;
}

std::vector<ReadField> read_draft(const Ui& ui, const flow::CaseView* view, const flow::ActDraft& draft) {
    const cases::Fields fields = flow::signed_fields(draft);
    if (draft.form) return read_form(ui, view, *draft.form, fields);
    const auto account = fields.find("account_number");
    if (account == fields.end() || !std::holds_alternative<std::string>(account->second))
        return read_fields(ui, view, draft.kind, fields);
    cases::Fields spaced = fields;
    spaced["account_number"] = in_fours(std::get<std::string>(account->second));
    return read_fields(ui, view, draft.kind, spaced);
}

}  // namespace courtyard::screens
