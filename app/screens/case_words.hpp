// Aid cases in words: acts, fields, facts, people, days on which something is due. Every word comes from the pack.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/cases/act_table.hpp"
#include "app/flow/case_desk.hpp"
#include "app/pack/pack.hpp"
#include "app/screens/ui.hpp"
#include "app/screens/widgets.hpp"

namespace courtyard::screens {

// Of a kind that the pack does not know: that a newer program wrote it.
[[nodiscard]] std::string act_title(const Ui& ui, std::string_view kind);
[[nodiscard]] std::string act_button(const Ui& ui, std::string_view kind);
// Words of a group, "field.amount": of the kind's own, else those that kinds share, else "".
[[nodiscard]] std::string act_word(const Ui& ui, std::string_view kind, std::string_view what);
[[nodiscard]] std::string act_field(const Ui& ui, std::string_view kind, std::string_view field);
[[nodiscard]] std::string act_choice(const Ui& ui, std::string_view kind, std::string_view field,
                                     std::string_view word);

// Lines that are offered: what is recorded and what is shown. Bodies, items of help and what a body may be told come
// from the case's own offers, as far as `draft` says already what is meant; everything else from the pack's words.
struct Offered {
    std::string value, label;
};
[[nodiscard]] std::vector<Offered> act_options(const Ui& ui, const flow::CaseView* view, std::string_view kind,
                                               std::string_view field, const flow::ActDraft* draft = nullptr);
// How such a value is read; itself, where nobody offers it.
[[nodiscard]] std::string offered_words(const Ui& ui, const flow::CaseView* view, std::string_view kind,
                                        std::string_view field, const std::string& value);

// Why an act would be refused, and what to do.
[[nodiscard]] std::string refusal_words(const Ui& ui, std::string_view kind, std::string_view code);

// "today", "2 days over", "in 3 days", about; and how loud it is.
[[nodiscard]] std::string due_words(const Ui& ui, const flow::DueDay& due, domain::Date today);
[[nodiscard]] Tone due_tone(const flow::DueDay& due, domain::Date today);
// Of a task: "at once" where it waits for nothing, days over as its limit counts them; "" without a day.
[[nodiscard]] std::string due_words(const Ui& ui, const flow::TaskRow& task, domain::Date today);
[[nodiscard]] Tone due_tone(const flow::TaskRow& task, domain::Date today);
[[nodiscard]] std::string short_day(const Ui& ui, domain::Date day, domain::Date today);

// What a task is about.
[[nodiscard]] std::string task_words(const Ui& ui, const flow::TaskRow& task);
// What its button says: for some tasks other words than the act has, which is what comes of it.
[[nodiscard]] std::string task_button(const Ui& ui, const flow::TaskRow& task);

[[nodiscard]] std::string person_words(const Ui& ui, const flow::CaseView* view, const base::PersonId& id);
[[nodiscard]] std::string role_name(const Ui& ui, cases::Role role);
// Of a task of which the leader hears: whose it is, by name, else by office. Empty for one's own.
[[nodiscard]] std::string owner_words(const Ui& ui, const flow::TaskRow& task);
// Both, as the case's own page says it.
[[nodiscard]] std::string next_task_words(const Ui& ui, const flow::TaskRow& task);
// Why the case's page names no next act.
[[nodiscard]] std::string nothing_next_words(const Ui& ui, const flow::CasesDesk& cases);

// One field of a fact as it is read: money with its unit, days, choices, people by name, facts by title and day.
[[nodiscard]] std::string field_words(const Ui& ui, const flow::CaseView* view, std::string_view kind,
                                      const cases::FieldRule* field, const cases::FieldValue& value);
struct ReadField {
    std::string label, value;
    bool is_sum = false;  // of money
};
// What was done, by the name that its module gives it, or its kind.
[[nodiscard]] std::string fact_title(const Ui& ui, const flow::CaseView& view, const cases::Fact& fact);
// All fields of a fact in the order of its row, those that no person types left out.
[[nodiscard]] std::vector<ReadField> read_fields(const Ui& ui, const flow::CaseView* view, std::string_view kind,
                                                 const cases::Fields& fields);
// The same in one line, what matters most first.
[[nodiscard]] std::string fact_summary(const Ui& ui, const flow::CaseView& view, const cases::Fact& fact);
// "11-23 report: grant, 24,000 yuan": a fact where another one names it.
[[nodiscard]] std::string fact_label(const Ui& ui, const flow::CaseView& view, const cases::FactId& id);

// The title of a paper; where the case gives it for several facts, with the day of this one and what tells it from the
// others: the body, the amount, the place.
[[nodiscard]] std::string paper_label(const Ui& ui, const flow::CaseView& view, const flow::PaperRow& paper,
                                      domain::Date today);

[[nodiscard]] std::string yuan_words(const Ui& ui, domain::Fen amount);

}  // namespace courtyard::screens
