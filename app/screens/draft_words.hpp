// Words of an act that is being written or was written by a form of its own: the form's words, else those of its kind.
#pragma once

#include "app/flow/money_doubt.hpp"
#include "app/screens/case_words.hpp"

namespace courtyard::screens {

[[nodiscard]] std::string draft_title(const Ui& ui, const flow::ActDraft& draft);
// The same without the module to which it belongs.
[[nodiscard]] std::string short_title(std::string_view title);
[[nodiscard]] std::string draft_field(const Ui& ui, const flow::ActDraft& draft, std::string_view field);
[[nodiscard]] std::string draft_choice(const Ui& ui, const flow::ActDraft& draft, std::string_view field,
                                       std::string_view word);
[[nodiscard]] std::string draft_refusal(const Ui& ui, const flow::ActDraft& draft, std::string_view code);
// Of a report that cannot be written yet: what is missing, by name. `view`: of its case.
inline constexpr std::string_view kReportElements = "report.elements";
[[nodiscard]] std::string missing_words(const Ui& ui, const flow::CaseView* view, const flow::ActDraft& draft);
// Why money should not go to somebody unasked.
[[nodiscard]] std::string caution_words(const Ui& ui, const flow::PayCaution& caution);
[[nodiscard]] std::string doubt_words(const Ui& ui, const flow::MoneyDoubt& doubt);
// What would be signed of it, as read_fields().
[[nodiscard]] std::vector<ReadField> read_draft(const Ui& ui, const flow::CaseView* view, const flow::ActDraft& draft);
[[nodiscard]] std::vector<ReadField> read_form(const Ui& ui, const flow::CaseView* view, const flow::DeskForm& form,
                                               const cases::Fields& fields);

}  // namespace courtyard::screens
