// Values as an officer reads them: in the words of the paper form, nothing masked, times by the clock of China.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/domain/answer.hpp"
#include "app/domain/application_status.hpp"
#include "app/domain/form.hpp"
#include "app/flow/desk_state.hpp"
#include "app/pack/pack.hpp"
#include "app/screens/ui.hpp"

namespace courtyard::screens {

// "today 09:12", "yesterday 17:40", "11-2 09:12" in words, with the year when it is another one.
[[nodiscard]] std::string moment_words(const Ui& ui, base::Instant at, base::Instant now);
// To the second, as it stands in a file: "2026-11-23 09:12:05".
[[nodiscard]] std::string moment_exact(base::Instant at);
[[nodiscard]] std::string day_words(const Ui& ui, domain::Date day);

// What an officer calls a status, in two to six characters; and what stands behind a screening outcome.
[[nodiscard]] std::string status_label(const Ui& ui, domain::ApplicationStatus status);
[[nodiscard]] std::string outcome_label(const Ui& ui, std::string_view outcome);
[[nodiscard]] std::string delivery_words(const Ui& ui, mail::Delivery delivery);
[[nodiscard]] std::string role_words(const Ui& ui, std::string_view role);
// The sentence of an error code: its own, else that of its room ("courier"), else a general one that names the code.
[[nodiscard]] std::string problem_words(const Ui& ui, std::string_view code);
// What the mail has done, in one or two sentences.
[[nodiscard]] std::string mail_words(const Ui& ui, const flow::MailState& mail, base::Instant now);

// One value of a field or column as on paper: "E1 …" for codes, money with its unit, dates in words.
[[nodiscard]] std::string value_words(const Ui& ui, const domain::Field& field, std::string_view text);
// An answer that is no table: parts under each other as "label value", lists one under the other.
struct AnswerPart {
    std::string label;  // empty: the answer is one value
    std::string value;
};
[[nodiscard]] std::vector<AnswerPart> answer_parts(const Ui& ui, const domain::Field& field,
                                                   const domain::Answer& answer);
// A row's cells in the order of the columns.
[[nodiscard]] std::vector<std::string> row_cells(const Ui& ui, const domain::Field& field, const domain::Row& row);
// What was answered to one screening question, "" when it was not.
[[nodiscard]] std::string screening_words(const Ui& ui, const domain::ScreeningQuestion& question, std::string_view key,
                                          const std::vector<std::string>& values);

}  // namespace courtyard::screens
