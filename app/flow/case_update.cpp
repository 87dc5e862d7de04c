// The lists of tasks and cases, and the case that lies open. The act that is written: act_update.cpp.
#include "app/flow/case_update.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "app/domain/text.hpp"
#include "app/flow/act_box.hpp"
#include "app/flow/double_update.hpp"
#include "app/flow/lead_update.hpp"
#include "app/flow/row_search.hpp"
#include "app/flow/year_desk.hpp"
#include "sync/base/bytes.hpp"

namespace courtyard::flow {

namespace {

constexpr std::string_view kPrinting = "field.paper.printing";

bool is_list_place(DeskPlace place) {
    return place == DeskPlace::Today || place == DeskPlace::Cases || place == DeskPlace::Inbox ||
           place == DeskPlace::Leads || place == DeskPlace::Doubles;
}

void show_case(DeskStep& step, const cases::CaseId& id) {
    step.state.cases.wanted = id;
    step.state.waiting = DeskWait::Case;
    const auto& view = step.state.cases.view;
    step.effects.push_back(desk::ShowCase{id, view && view->folded.id == id});
}

void open_case(DeskStep& step, const cases::CaseId& id, const TaskRow* task = nullptr) {
    const bool from = is_list_place(step.state.place) || step.state.place == DeskPlace::Lead;
    if (step.state.busy() || !from) return;
    step.state.problem.clear();
    forget_case(step.state.cases);
    step.state.cases.back = step.state.place;
    if (task != nullptr) step.state.cases.task = *task;
    show_case(step, id);
}

// The application that lies open is a case: that opens instead.
void leave_sheet_for(DeskStep& step, const cases::CaseId& id) {
    DeskState& state = step.state;
    forget_case(state.cases);
    state.cases.back = DeskPlace::Inbox;
    if (state.sheet) wipe(*state.sheet);
    state.sheet.reset();
    wipe(state.draft);  // what was typed to one applicant is for nobody else
    state.problem.clear();
    state.place = DeskPlace::Inbox;  // until it comes
    show_case(step, id);
}

// What was pressed on the list of tasks, as soon as its case lies open.
void go_on_with_task(DeskStep& step) {
    CasesDesk& cases = step.state.cases;
    if (!cases.task) return;
    const TaskRow task = *cases.task;
    cases.task.reset();
    if (may_do(cases, task.act)) case_update(step, desk::ChoseAct{task.act, fields_of(task)});
}

// What has left by mail can be taken back no more, and must not be offered.
void forget_sent(DeskState& state) {
    CasesDesk& cases = state.cases;
    if (!cases.undo || state.waiting == DeskWait::Act || !cases.view) return;
    if (cases.undo->about != cases.view->folded.id) return;
    const auto& unsent = cases.view->unsent;
    if (std::find(unsent.begin(), unsent.end(), cases.undo->fact) == unsent.end())
        cases.undo.reset();
    else if (cases.undo->fact == cases.undo->about)
        cases.undo->with = cases.view->with_opening;
}

void take_view(DeskStep& step, const std::shared_ptr<const CaseView>& view) {
    CasesDesk& cases = step.state.cases;
    cases.view = view;
    forget_sent(step.state);
    cases.acts = possible_acts(*view, step.state.now);
    const std::size_t count = course_of(*view).size();
    cases.chosen_fact = count == 0 ? 0 : std::min(cases.chosen_fact, count - 1);
    if (cases.act) {
        name_ballot_as_now(cases.act->fields, *view);
        name_ballot_as_now(cases.act->begun, *view);
    }
    if (cases.act && cases.act->kind != "case_opened") judge_act(*cases.act, view.get(), step.state.now);
    show_pictures(step);
}

std::size_t moved(std::size_t at, int by, std::size_t count) {
    if (count == 0) return 0;
    const auto wanted = static_cast<std::int64_t>(at) + by;
    return static_cast<std::size_t>(std::clamp<std::int64_t>(wanted, 0, static_cast<std::int64_t>(count) - 1));
}

void offer_undo_of_answer(DeskState& state) {
    if (!state.sheet || !state.sheet->unsent) {
        state.problem = "undo.answer_nothing";
        return;
    }
    state.cases.undo = Undo{state.sheet->row.id, *state.sheet->unsent, std::string(kAnswerSaid), state.now + kUndoMs,
                            state.sheet->row.name};
}

// The application as it was before it was answered; whoever has gone on to the list finds it there.
void answer_undone(DeskStep& step, const Undo& undone) {
    DeskState& state = step.state;
    step.effects.push_back(desk::LoadInbox{});
    const bool lies_open = state.place == DeskPlace::Sheet || state.place == DeskPlace::Signed;
    if (!lies_open || !state.sheet || state.sheet->row.id != undone.about) return;
    state.waiting = DeskWait::Sheet;
    step.effects.push_back(desk::LoadSheet{undone.about});
}

// Who opened the case brought the office in with it: that goes when the opening does, and nobody signed it.
bool came_with_opening(const cases::AidCase& aid_case, const cases::Entry& entry) {
    const cases::Entry* opening = aid_case.entry(aid_case.id);
    return opening != nullptr && entry.kind == "joined" && entry.author == opening->author &&
           entry.claimed == opening->claimed;
}

// Who is in the case that was signed in just now, as far as the window has heard of it.
std::string applicant_of(const DeskState& state, const cases::CaseId& about) {
    const CasesDesk& cases = state.cases;
    if (cases.view && cases.view->folded.id == about) return cases.view->folded.applicant;
    if (const auto found = cases.places.find(about); found != cases.places.end())
        return cases.rows[found->second].applicant;
    if (state.place == DeskPlace::Sheet && state.sheet) return state.sheet->row.name;
    if (cases.act)
        if (const auto typed = cases.act->fields.find("applicant"); typed != cases.act->fields.end())
            return std::string(domain::trim(typed->second.text));
    return {};
}

// As long as an act has not left, it can be taken back: what that would be is said first, and pressed again it is done.
void offer_undo(DeskState& state) {
    CasesDesk& cases = state.cases;
    if (state.place == DeskPlace::Lead) return offer_undo_of_lead(state);
    if (state.place == DeskPlace::Sheet || state.place == DeskPlace::Signed) return offer_undo_of_answer(state);
    if (state.place != DeskPlace::Case || !cases.view) {
        if (is_list_place(state.place)) state.problem = "undo.open_first";
        return;
    }
    const auto is_unsent = [&](const cases::Entry* entry) {
        const auto& unsent = cases.view->unsent;
        const bool is_opening = entry->id == cases.view->folded.id;
        const bool is_signed = is_opening || !is_made_by_program(entry->kind);
        return is_signed && !came_with_opening(cases.view->folded, *entry) && entry->author == cases.view->self &&
               std::find(unsent.begin(), unsent.end(), entry->id) != unsent.end();
    };
    const auto course = course_of(*cases.view);
    const auto found = std::find_if(course.begin(), course.end(), is_unsent);
    if (found == course.end())
        state.problem = "undo.nothing";
    else
        cases.undo = Undo{cases.view->folded.id,
                          (*found)->id,
                          (*found)->kind,
                          state.now + kUndoMs,
                          cases.view->folded.applicant,
                          (*found)->id == cases.view->folded.id ? cases.view->with_opening : WithOpening{}};
}

}  // namespace

bool may_leave_for_list(DeskPlace place) {
    return is_list_place(place) || place == DeskPlace::Case || place == DeskPlace::Lead || place == DeskPlace::Act ||
           place == DeskPlace::ActConfirm;
}

void forget_case(CasesDesk& cases) {
    cases.view.reset();
    cases.acts.clear();
    cases.pictures.clear();
    cases.picture_work = {};
    cases.wanted.reset();
    cases.task.reset();
    cases.then.reset();
    cases.chosen_help = 0;
    cases.opened_fact.reset();
    if (cases.act) wipe(*cases.act);
    cases.act.reset();
    cases.paper.clear();
    cases.paper_problem.clear();
    cases.undo.reset();  // nobody takes back in one case what they signed in another
}

// ---- news

void case_update(DeskStep& step, const desk::CasesListed& listed) {
    if (step.state.place == DeskPlace::Unlock) return;
    CasesDesk& cases = step.state.cases;
    const auto marked = cases.marked();
    cases.rows = listed.rows;
    cases.index = listed.index;
    cases.places.clear();
    for (std::size_t i = 0; i < cases.rows.size(); ++i)
        cases.places.emplace(cases.rows[i].id, i);
    cases.listed = true;
    cases.by_sound = listed.by_sound;
    cases.list_anew(marked);
    know_cases(step.state);
}

void case_update(DeskStep& step, const desk::TasksListed& listed) {
    if (step.state.place == DeskPlace::Unlock) return;
    // The mark stays on what it was on, wherever that stands now; where that is done it goes to the top, which is the
    // most needed.
    CasesDesk& cases = step.state.cases;
    const auto& before = cases.tasks;
    const auto same = cases.chosen_task < before.size()
                          ? std::find_if(listed.tasks.begin(), listed.tasks.end(),
                                         [&marked = before[cases.chosen_task]](const TaskRow& each) {
                                             return each.about == marked.about && each.what == marked.what &&
                                                    each.act == marked.act && each.on == marked.on;
                                         })
                          : listed.tasks.end();
    cases.chosen_task = same == listed.tasks.end() ? 0 : static_cast<std::size_t>(same - listed.tasks.begin());
    cases.tasks = listed.tasks;
}

void case_update(DeskStep& step, const desk::CaseShown& shown) {
    CasesDesk& cases = step.state.cases;
    if (step.state.place == DeskPlace::Unlock || !shown.view) return;
    const cases::CaseId id = shown.view->folded.id;
    if (cases.wanted != id) {
        if (cases.view && cases.view->folded.id == id) take_view(step, shown.view);  // something new came
        return;
    }
    cases.wanted.reset();
    if (step.state.waiting == DeskWait::Case) step.state.waiting = DeskWait::Nothing;
    if (step.state.place != DeskPlace::Case) {
        cases.tab = CaseTab::Course;
        cases.chosen_fact = 0;
        cases.opened_fact.reset();
    }
    step.state.place = DeskPlace::Case;
    take_view(step, shown.view);
    go_on_with_task(step);
}

void case_update(DeskStep& step, const desk::ActDone& done) {
    if (step.state.waiting != DeskWait::Act) return;
    CasesDesk& cases = step.state.cases;
    const std::string kind = cases.act ? signed_kind(*cases.act) : std::string(kOpening);
    step.state.leads.opens_case = false;
    cases.task = std::move(cases.then);
    cases.then.reset();
    cases.undone.reset();
    cases.undo =
        Undo{done.about, done.fact, kind, step.state.now + kUndoMs, applicant_of(step.state, done.about), done.with};
    if (cases.act) wipe(*cases.act);
    cases.act.reset();
    cases.picture_work = {};
    step.state.problem.clear();
    if (step.state.place == DeskPlace::Sheet && step.state.sheet) {
        cases.back = DeskPlace::Inbox;
        wipe(*step.state.sheet);
        step.state.sheet.reset();
        wipe(step.state.draft);
        step.state.place = DeskPlace::Inbox;  // until the case comes: there is no sheet any more to stand on
    }
    if (step.state.place == DeskPlace::Act || step.state.place == DeskPlace::ActConfirm)
        step.state.place = cases.view ? DeskPlace::Case : cases.back;
    show_case(step, done.about);
    step.effects.push_back(desk::ListCases{});
}

void case_update(DeskStep& step, const desk::CaseWasOpen& was) {
    if (step.state.waiting != DeskWait::Act || step.state.place != DeskPlace::Sheet) return;
    const cases::CaseId id = was.id;
    leave_sheet_for(step, id);  // nothing was signed, and nothing can be taken back
    step.effects.push_back(desk::ListCases{});
}

void case_update(DeskStep& step, const desk::ActRefused& refused) {
    if (step.state.waiting != DeskWait::Act) return;
    step.state.waiting = DeskWait::Nothing;
    step.state.problem = refused.code;
    if (auto& act = step.state.cases.act; act && is_common_box(*act, box_of(*act, refused.code))) act->more = true;
    // What is said of an act of a case, that it can be set right by a correction, helps nobody with an answer or a
    // lead.
    constexpr std::string_view kUndo = "undo.";
    const auto& undo = step.state.cases.undo;
    const bool of_answer = undo && undo->kind == kAnswerSaid, of_lead = undo && is_about_lead(undo->kind);
    if ((of_answer || of_lead) && refused.code.starts_with(kUndo))
        step.state.problem = (of_answer ? "undo.answer_" : "undo.lead_") + refused.code.substr(kUndo.size());
    const DeskPlace place = step.state.place;
    const bool was_undo =
        place == DeskPlace::Case || place == DeskPlace::Sheet || place == DeskPlace::Signed || place == DeskPlace::Lead;
    if (was_undo) step.state.cases.undo.reset();
}

void case_update(DeskStep& step, const desk::ActUndone&) {
    CasesDesk& cases = step.state.cases;
    if (step.state.waiting != DeskWait::Act || !cases.undo) return;
    const Undo undone = *cases.undo;
    cases.undo.reset();
    cases.undone = undone;
    cases.undone->until = step.state.now + kUndoMs;
    step.state.waiting = DeskWait::Nothing;
    step.effects.push_back(desk::ListCases{});
    if (is_about_lead(undone.kind)) return lead_undone(step, undone);
    if (undone.kind == kAnswerSaid) return answer_undone(step, undone);
    if (undone.fact == undone.about) {  // the case itself is gone
        if (step.state.place == DeskPlace::Case) step.state.place = cases.back;
        forget_case(cases);
    } else if (cases.view && cases.view->folded.id == undone.about) {
        show_case(step, undone.about);
    }
}

void case_update(DeskStep& step, const desk::PaperMade& made) {
    if (step.state.waiting != DeskWait::Paper) return;
    step.state.waiting = DeskWait::Nothing;
    step.state.cases.paper.clear();
    const bool of_case = step.state.cases.view && step.state.place == DeskPlace::Case;
    const bool of_year = year_of_paper(made.paper.id) && step.state.place == DeskPlace::Today;
    if (!of_case && !of_year) return;
    step.state.cases.shown_paper = made.paper;
    step.state.cases.paper_said.clear();
    step.state.place = DeskPlace::Paper;
}

void case_update(DeskStep& step, const desk::PaperOut& out) {
    if (step.state.waiting == DeskWait::Paper) step.state.waiting = DeskWait::Nothing;
    if (step.state.place != DeskPlace::Paper) return;
    step.state.cases.paper_file = out.saved_as;
    step.state.cases.paper_said = "field.paper.saved";
}

void case_update(DeskStep& step, const desk::PaperPrinted& printed) {
    CasesDesk& cases = step.state.cases;
    const auto paper = std::exchange(cases.printing, std::nullopt);
    if (step.state.place == DeskPlace::Unlock || !paper) return;
    if (cases.paper_said == kPrinting) cases.paper_said.clear();
    if (!printed.code.empty())
        cases.paper_problem = printed.code;
    else if (cases.shown_paper && cases.shown_paper->id == *paper)
        cases.paper_said = "field.paper.printed";
}

void case_update(DeskStep& step, const desk::PaperFailed& failed) {
    if (step.state.waiting == DeskWait::Paper) step.state.waiting = DeskWait::Nothing;
    if (step.state.place == DeskPlace::Unlock) return;
    step.state.cases.paper.clear();
    if (step.state.place == DeskPlace::Today) step.state.problem = failed.code;  // the yearly report
    step.state.cases.paper_problem = failed.code;
}

// ---- lists

void case_update(DeskStep& step, const desk::WentTo& went) {
    DeskState& state = step.state;
    // Applications that are still being read come wherever the person looks meanwhile.
    const bool is_held = state.busy() && state.waiting != DeskWait::Inbox;
    if (!may_leave_for_list(state.place) || !is_list_place(went.place) || is_held) return;
    const bool of_intake =
        went.place == DeskPlace::Inbox || went.place == DeskPlace::Leads || went.place == DeskPlace::Doubles;
    if (of_intake && !reads_intake(state)) return;
    keep_draft(state);
    forget_case(state.cases);
    state.problem.clear();
    state.place = went.place;
    if (went.place == DeskPlace::Doubles) return show_doubles(step);
    if (went.place != DeskPlace::Inbox) step.effects.push_back(desk::ListCases{});
}

void case_update(DeskStep& step, const desk::PressedTask& pressed) {
    CasesDesk& cases = step.state.cases;
    if (step.state.place != DeskPlace::Today || pressed.index >= cases.tasks.size()) return;
    cases.chosen_task = pressed.index;
    case_update(step, desk::OpenedTask{});
}

void case_update(DeskStep& step, const desk::OpenedTask&) {
    CasesDesk& cases = step.state.cases;
    if (step.state.place != DeskPlace::Today || cases.chosen_task >= cases.tasks.size()) return;
    const TaskRow task = cases.tasks[cases.chosen_task];
    if (task.is_lead) return open_lead(step, task.about);
    if (task.what == kYearTask) return open_year(step, task);
    open_case(step, task.about, &task);
}

void case_update(DeskStep& step, const desk::PressedCase& pressed) {
    CasesDesk& cases = step.state.cases;
    for (std::size_t i = 0; i < cases.shown.size(); ++i)
        if (step.state.place == DeskPlace::Cases && cases.rows[cases.shown[i]].id == pressed.id) cases.chosen = i;
    open_case(step, pressed.id);
}

void case_update(DeskStep& step, const desk::ChoseStage& chose) {
    if (step.state.place != DeskPlace::Cases) return;
    const auto marked = step.state.cases.marked();
    step.state.cases.stage = chose.stage;
    step.state.cases.status.reset();
    if (!chose.stage) step.state.cases.claims = false;  // all
    step.state.cases.list_anew(marked);
}

void case_update(DeskStep& step, const desk::ChoseState& chose) {
    if (step.state.place != DeskPlace::Cases) return;
    const auto marked = step.state.cases.marked();
    step.state.cases.status = chose.status;
    step.state.cases.list_anew(marked);
}

void case_update(DeskStep& step, const desk::ChoseClaims&) {
    if (step.state.place != DeskPlace::Cases) return;
    const auto marked = step.state.cases.marked();
    step.state.cases.claims = !step.state.cases.claims;
    step.state.cases.list_anew(marked);
}

void search_cases(DeskStep& step, const std::string& text) {
    CasesDesk& cases = step.state.cases;
    cases.search = text;
    cases.shown = shown_cases(cases);
    cases.chosen = 0;
}

void move_in_list(DeskStep& step, int by) {
    CasesDesk& cases = step.state.cases;
    if (step.state.place == DeskPlace::Today) cases.chosen_task = moved(cases.chosen_task, by, cases.tasks.size());
    if (step.state.place == DeskPlace::Cases) cases.chosen = moved(cases.chosen, by, cases.shown.size());
    move_lead_mark(step.state, by);
    move_double_mark(step.state, by);
}

void open_chosen(DeskStep& step) {
    CasesDesk& cases = step.state.cases;
    if (step.state.place == DeskPlace::Today) case_update(step, desk::OpenedTask{});
    if (step.state.place == DeskPlace::Leads) open_marked_lead(step);
    if (step.state.place == DeskPlace::Doubles)
        if (const auto marked = marked_double(step.state)) open_case(step, *marked);
    if (step.state.place == DeskPlace::Cases && cases.chosen < cases.shown.size())
        open_case(step, cases.rows[cases.shown[cases.chosen]].id);
}

// ---- the case

void case_update(DeskStep& step, const desk::ChoseCaseTab& chose) {
    if (step.state.place != DeskPlace::Case) return;
    step.state.cases.tab = chose.tab;
    step.state.cases.paper_problem.clear();
    step.state.enlarged.reset();
    show_pictures(step);
}

void case_update(DeskStep& step, const desk::PressedOpenCase&) {
    if (step.state.place != DeskPlace::Sheet || step.state.busy() || !step.state.sheet) return;
    if (const CaseRow* row = case_of_sheet(step.state)) return leave_sheet_for(step, row->id);
    step.state.waiting = DeskWait::Act;
    step.state.problem.clear();
    step.effects.push_back(desk::OpenCaseFrom{step.state.sheet->row.id});
}

void case_update(DeskStep& step, const desk::PressedNewCase&) {
    DeskState& state = step.state;
    if ((state.place != DeskPlace::Today && state.place != DeskPlace::Cases) || state.busy()) return;
    if (!reads_intake(state)) return;
    forget_case(state.cases);
    state.leads.opens_case = false;
    state.cases.back = state.place;
    begin_opening(step, {});
}

void case_update(DeskStep& step, const desk::PressedPaper& pressed) {
    CasesDesk& cases = step.state.cases;
    if (step.state.place != DeskPlace::Case || step.state.busy() || !cases.view) return;
    const auto& papers = cases.view->papers;
    const bool is_there = std::any_of(papers.begin(), papers.end(), [&](const PaperRow& row) {
        return row.id == pressed.paper && (!pressed.fact || row.about == pressed.fact);
    });
    if (!is_there) return;
    cases.paper = pressed.paper;
    cases.paper_problem.clear();
    step.state.waiting = DeskWait::Paper;
    step.effects.push_back(desk::MakePaper{cases.view->folded.id, pressed.paper, pressed.fact});
}

// The paper that is shown, when it may be printed or taken along now.
const ShownPaper* paper_to_give_out(DeskStep& step) {
    CasesDesk& cases = step.state.cases;
    if (step.state.place != DeskPlace::Paper || step.state.busy() || !cases.shown_paper) return nullptr;
    cases.paper_problem.clear();
    cases.paper_said.clear();
    return &*cases.shown_paper;
}

void case_update(DeskStep& step, const desk::PressedPrintPaper&) {
    CasesDesk& cases = step.state.cases;
    const ShownPaper* paper = paper_to_give_out(step);
    if (paper == nullptr) return;
    cases.paper_said = kPrinting;
    if (cases.printing) return;  // one after the other
    cases.printing = paper->id;
    step.effects.push_back(desk::PrintPaper{paper->title, paper->file});
}

void case_update(DeskStep& step, const desk::PressedSavePaper&) {
    const ShownPaper* paper = paper_to_give_out(step);
    if (paper == nullptr) return;
    step.state.waiting = DeskWait::Paper;
    step.effects.push_back(desk::SavePaper{paper->title, paper->file});
}

void case_update(DeskStep& step, const desk::MovedFact& by) {
    CasesDesk& cases = step.state.cases;
    if (step.state.place != DeskPlace::Case || !cases.view) return;
    cases.chosen_fact = moved(cases.chosen_fact, by.by, course_of(*cases.view).size());
}

void case_update(DeskStep& step, const desk::PressedFact& pressed) {
    CasesDesk& cases = step.state.cases;
    if (step.state.place != DeskPlace::Case || !cases.view) return;
    const auto course = course_of(*cases.view);
    for (std::size_t i = 0; i < course.size(); ++i)
        if (course[i]->id == pressed.id) cases.chosen_fact = i;
    if (cases.opened_fact == pressed.id)
        cases.opened_fact.reset();
    else
        cases.opened_fact = pressed.id;
}

void case_update(DeskStep& step, const desk::PressedHelp&) { step.state.help = !step.state.help; }

void case_update(DeskStep& step, const desk::PressedUndo&) {
    CasesDesk& cases = step.state.cases;
    if (step.state.busy() || !takes_back_here(step.state)) return;
    cases.undone.reset();
    if (!cases.undo || step.state.now >= cases.undo->until) return offer_undo(step.state);
    step.state.waiting = DeskWait::Act;
    step.state.problem.clear();
    step.effects.push_back(desk::UndoAct{cases.undo->fact});
}

void back_from_case(DeskStep& step) {
    DeskState& state = step.state;
    CasesDesk& cases = state.cases;
    if (state.place == DeskPlace::Paper) {
        cases.shown_paper.reset();
        cases.paper_problem.clear();
        state.place = cases.view ? DeskPlace::Case : cases.back;
    } else if (state.place == DeskPlace::ActPicture) {
        leave_picture(step);
    } else if (state.place == DeskPlace::ActConfirm) {
        state.place = DeskPlace::Act;
    } else if (state.place == DeskPlace::Act) {
        state.place = place_behind_act(state);
        cases.then.reset();
        keep_draft(state);  // a slip on Esc must not cost a page of text
    } else if (state.place == DeskPlace::Lead) {
        const DeskPlace list = cases.back == DeskPlace::Today ? DeskPlace::Today : DeskPlace::Leads;
        case_update(step, desk::WentTo{list});
    } else if (state.place == DeskPlace::Case) {
        state.place = cases.back;
        forget_case(cases);
        step.effects.push_back(desk::ListCases{});
        if (state.place == DeskPlace::Doubles) step.effects.push_back(desk::ShowDoubles{});
    } else if (state.place == DeskPlace::Doubles) {
        case_update(step, desk::WentTo{DeskPlace::Leads});
    } else if (state.place == DeskPlace::Leads) {
        clear_lead_search(state.leads);
    } else if (state.place == DeskPlace::Cases) {
        const auto marked = cases.marked();
        if (cases.search.empty()) {  // nothing is typed: then what is filtered for goes
            cases.stage.reset();
            cases.status.reset();
            cases.claims = false;
        }
        base::wipe(cases.search);
        cases.search.clear();
        cases.list_anew(marked);
    }
}

void forget_undo_in_time(DeskState& state) {
    if (state.cases.undo && state.now >= state.cases.undo->until && state.waiting != DeskWait::Act)
        state.cases.undo.reset();
    if (state.cases.undone && state.now >= state.cases.undone->until) state.cases.undone.reset();
}

}  // namespace courtyard::flow
