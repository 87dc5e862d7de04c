#include "app/flow/act_call.hpp"

#include <algorithm>
#include <array>

namespace courtyard::flow {

namespace {

// Asked of the person, as a rule by telephone. What a bank says, or what nobody can be asked, is heard elsewhere.
constexpr std::array<std::string_view, 6> kAsked{"revisit_made",    "revisit_tried",     "applicant_called",
                                                 "money_confirmed", "promise_confirmed", "promise_disputed"};
constexpr std::string_view kByPhone = "phone";
// That a body said no is told to the person; that the person wants its help no more, to the body.
constexpr std::string_view kReferralTold = "referral_told";

bool has_word(std::string_view words, std::string_view word) {
    for (std::size_t from = 0; from < words.size();) {
        const std::size_t end = std::min(words.find(' ', from), words.size());
        if (words.substr(from, end - from) == word) return true;
        from = end + 1;
    }
    return false;
}

const FieldDraft* chosen_in(const ActDraft& draft, std::string_view field) {
    const auto found = draft.fields.find(field);
    return found == draft.fields.end() || found->second.chosen.empty() ? nullptr : &found->second;
}

bool is_told_to_body(const ActDraft& draft, const CaseView* view) {
    if (draft.kind != kReferralTold) return false;
    const FieldDraft* chosen = chosen_in(draft, "referral");
    if (chosen == nullptr || view == nullptr) return true;
    const auto& all = view->folded.care.referrals;
    const auto named = std::find_if(all.begin(), all.end(), [chosen](const cases::Referral& each) {
        return each.by.text() == chosen->chosen.front();
    });
    return named == all.end() || named->is_called_off() || named->state != cases::Referral::State::Refused;
}

}  // namespace

bool is_asked_by_call(std::string_view kind) { return std::find(kAsked.begin(), kAsked.end(), kind) != kAsked.end(); }

bool is_call(const ActDraft& draft, const CaseView* view) {
    // A visit is made beside whoever may listen: what was agreed on holds there, too.
    if (draft.kind == "revisit_made" || draft.kind == "revisit_tried") return true;
    if (draft.kind == "money_confirmed") {
        const FieldDraft* by = chosen_in(draft, "by");
        return by == nullptr || (by->chosen.front() != "bank" && by->chosen.front() != "nobody");
    }
    const cases::ActRule* rule = cases::find_act(draft.kind);
    if (rule == nullptr || draft.form || is_told_to_body(draft, view)) return false;
    for (const cases::FieldRule& field : rule->fields) {
        if (field.type != cases::FieldType::Choice || !has_word(field.choices, kByPhone)) continue;
        const FieldDraft* how = chosen_in(draft, field.name);
        return how == nullptr || how->chosen.front() == kByPhone;
    }
    return is_asked_by_call(draft.kind);
}

}  // namespace courtyard::flow
