// The part of the laptop's window that is about aid cases: what is to be done today, all cases, the one that is open,
// the act that is being written.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/cases/act_table.hpp"
#include "app/cases/case_index.hpp"
#include "app/flow/act_pictures.hpp"
#include "app/flow/case_view.hpp"
#include "app/flow/desk_form.hpp"
#include "app/flow/desk_place.hpp"
#include "app/flow/field_draft.hpp"
#include "app/flow/kept_draft.hpp"
#include "app/flow/sheet_picture.hpp"
#include "app/flow/shown_paper.hpp"

namespace courtyard::flow {

enum class CaseTab : std::uint8_t { Course, Application, Papers, Pictures, Votes, Money, Help, Revisits, Members };
inline constexpr std::array kCaseTabs{CaseTab::Course,   CaseTab::Application, CaseTab::Papers,
                                      CaseTab::Pictures, CaseTab::Votes,       CaseTab::Money,
                                      CaseTab::Help,     CaseTab::Revisits,    CaseTab::Members};

// An act before it is signed. Nothing is recorded before.
struct ActDraft {
    std::string kind;
    std::shared_ptr<const DeskForm> form;  // nothing: the row of the table of acts
    std::map<std::string, FieldDraft, std::less<>> fields;
    bool more = false;               // the fields that every act may carry are shown
    bool tried = false;              // somebody wanted to read it over: what is wrong is told from now on
    std::vector<std::string> asked;  // fields that may be empty by the table, and as it stands may not (act_asked.hpp)
    std::string refusal;             // why it would be refused as it stands, "" when it would not
    std::string new_state;           // status to which it leads, "" when the state stays
    // Of "corrected.rests": kinds of what would fall with it, each once, and of what it would correct.
    std::vector<std::string> falling = {};
    std::string wrong_kind = {};
    std::map<std::string, FieldDraft, std::less<>> begun = {};  // what stood there before anybody typed
    domain::Date today = {};     // when it was judged last: of which year a day without one is
    bool goes_on = false;        // was begun before, and left without signing
    bool lost_pictures = false;  // a lock took its pictures
};
void wipe(ActDraft& draft) noexcept;

// An act that the person's office and the state of the case allow.
struct PossibleAct {
    std::string kind;
    std::string refusal;    // "" as far as can be told before anything is filled in
    cases::Fields prefill;  // what can be told from the case: the only order, the open ballot
};

// What can still be taken back; or, where it says so, was.
struct Undo {
    cases::CaseId about;
    cases::FactId fact;
    std::string kind;
    base::Instant until;
    std::string whose = {};  // name of the person whom it is about, where that is known
    WithOpening with = {};
};
inline constexpr std::int64_t kUndoMs = 10'000;
inline constexpr std::string_view kAnswerSaid = "answer_said";  // as its kind: an answer to an application

struct CasesDesk {
    std::vector<CaseRow> rows;
    std::shared_ptr<const cases::CaseIndex> index;  // finds rows: the matcher of courtyardctl case list
    std::map<cases::CaseId, std::size_t> places;    // of the rows
    std::vector<TaskRow> tasks;
    bool listed = false;
    bool by_sound = true;  // names are found by pinyin, too

    std::string search;
    std::optional<cases::Stage> stage;
    std::optional<domain::ApplicationStatus> status;
    bool claims = false;             // only those of which something stands in the register of special claims
    std::vector<std::size_t> shown;  // indices into rows that pass search and filters
    std::size_t chosen = 0;          // index into shown
    std::size_t chosen_task = 0;

    std::shared_ptr<const CaseView> view;  // the case that lies open
    std::vector<PossibleAct> acts;         // of the person at this laptop, in the order of the table
    CaseTab tab = CaseTab::Course;
    std::size_t chosen_fact = 0;  // index into course_of(*view)
    std::optional<cases::FactId> opened_fact;

    std::vector<SheetPicture> pictures;  // of the case that lies open
    std::size_t chosen_help = 0;         // index into help_lines(*view)

    std::optional<ActDraft> act;
    PictureWork picture_work;
    std::vector<KeptDraft> kept;          // left without signing: there again when the same act is begun
    std::optional<cases::CaseId> wanted;  // the case that is being opened
    std::optional<TaskRow> task;          // to be done as soon as its case lies open
    std::optional<TaskRow> then;          // what is begun when the act that is written is signed
    DeskPlace back = DeskPlace::Today;    // the list from which the case was opened
    std::optional<Undo> undo;
    std::optional<Undo> undone;  // was taken back a moment ago, and is said for as long
    std::string paper;           // template of which a paper is being made
    std::optional<ShownPaper> shown_paper;
    std::string paper_said;  // what became of it: words under this key; with `paper_file`, where it lies
    std::string paper_file;
    std::string paper_problem;
    std::optional<std::string> printing;  // template of the paper that is at the printer; everything else goes on

    // The case that is marked in the list.
    [[nodiscard]] std::optional<cases::CaseId> marked() const;
    // The list that is shown holds what passes search and filters; the mark stays on `keep`, if that is still shown.
    void list_anew(const std::optional<cases::CaseId>& keep);
};
void wipe(CasesDesk& desk) noexcept;
[[nodiscard]] bool may_do(const CasesDesk& cases, std::string_view kind);

// The office of the person at this laptop, nothing for somebody without one.
[[nodiscard]] std::optional<cases::Role> own_role(const CaseView& view);
[[nodiscard]] const PersonName* find_person(const CaseView& view, const base::PersonId& id);
[[nodiscard]] const cases::Fact* find_fact(const CaseView& view, const cases::FactId& id);

// The case's course as people read it, newest first: without what only the machines tell one another (keys that were
// given, steps that the slip was told of).
[[nodiscard]] std::vector<const cases::Entry*> course_of(const CaseView& view);

// What a row is found by. `state`: the words that the list shows for it; `also`: what people call it besides.
[[nodiscard]] cases::CaseWords words_of(const CaseRow& row, std::string state, std::string also = {});
// Places in `rows` of those that pass: as they stand there, and while something is typed the best first, as
// CaseIndex::find says. Without an index nothing is found by what is typed.
[[nodiscard]] std::vector<std::size_t> shown_cases(const CasesDesk& desk);

// What the person may do in this case, in the order of the table; those that cannot stand now come with the reason.
[[nodiscard]] std::vector<PossibleAct> possible_acts(const CaseView& view, base::Instant now);

// Facts of the case that may stand in a field of this kind of act ("order" of "pay_released": orders not yet released),
// newest first.
[[nodiscard]] std::vector<cases::FactId> candidates(const CaseView& view, std::string_view kind,
                                                    const cases::FieldRule& field);
// Of facts that contradict one another, the others beside this one: newest first.
[[nodiscard]] std::vector<cases::FactId> at_odds_with(const CaseView& view, const cases::FactId& id);
// What the case itself says for the fields of an act: the only order that may be released, the amount decided, the
// members who vote.
[[nodiscard]] cases::Fields known_fields(const CaseView& view, const cases::ActRule& rule);
// Of whom the draft says that money goes to them, or that their order is released, when the case says something about
// them; null otherwise.
[[nodiscard]] const PayCaution* caution_of(const ActDraft& draft, const CaseView& view);
// What a task says for the fields of its act.
[[nodiscard]] cases::Fields fields_of(const TaskRow& task);

// Acts that come by themselves (keys, questions of double aid) or by a way of their own (opening, modules): no button.
[[nodiscard]] bool is_made_by_program(std::string_view kind);
// Fields that the program fills and nobody types: ids of records, digests, keys.
[[nodiscard]] bool is_filled_by_program(const cases::FieldRule& field);

// The draft with what is known already; and what would be signed of it: blanks trimmed, empty fields left out. What
// cannot be read as its type says (an amount in words) stays a text, which check_fields() refuses.
[[nodiscard]] ActDraft begin_act(const CaseView* view, std::string_view kind, const cases::Fields& prefill);
[[nodiscard]] cases::Fields signed_fields(const ActDraft& draft);
// What it asks for; nothing for a kind that no table knows.
[[nodiscard]] const cases::ActRule* rule_of(const ActDraft& draft);
[[nodiscard]] std::string signed_kind(const ActDraft& draft);
[[nodiscard]] ActDraft begin_form(std::shared_ptr<const DeskForm> form, const cases::Fields& prefill);
// Fills `refusal` and `new_state`. Without a case only the fields are looked at.
void judge_act(ActDraft& draft, const CaseView* view, base::Instant now);

}  // namespace courtyard::flow
