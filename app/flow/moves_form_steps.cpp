// From question to question: what is accepted, which comes next, and the page that shows all answers.
#include <algorithm>
#include <utility>

#include "app/flow/form_answers.hpp"
#include "app/flow/form_walk.hpp"
#include "app/flow/kiosk_moves.hpp"

namespace courtyard::flow {

using domain::Field;
using domain::FieldType;
using domain::Problem;
using domain::Severity;

namespace {

// Position of every field in the order of the path, so that "next" is defined even when an answer has just hidden a
// question.
std::vector<std::string> path_order(const domain::FormDefinition& form, domain::ApplicantKind kind) {
    std::vector<std::string> order;
    if (const domain::Path* path = form.path(kind))
        for (const auto& step : path->steps)
            order.insert(order.end(), step.begin(), step.end());
    return order;
}

std::ptrdiff_t position(const std::vector<std::string>& order, const std::string& code) {
    return std::find(order.begin(), order.end(), code) - order.begin();
}

std::string needed_code(FieldType type) {
    switch (type) {
        case FieldType::Declaration: return "declaration.needed";
        case FieldType::Consent: return "consent.needed";
        case FieldType::Signature: return "signature.needed";
        default: return "answer.required";
    }
}

}  // namespace

bool Moves::accept() {
    const Field* field = asked_field(state_, world_);
    const Field* part = asked_part(state_, world_);
    if (!field || !part) return true;
    DraftWork& work = draft();
    const Asking& asking = work.asking;
    std::vector<Problem> problems;
    const std::string part_key = asking.column < 0 ? std::string{} : part->code;
    const auto row = asking.row < 0 ? std::nullopt : std::optional<std::size_t>(static_cast<std::size_t>(asking.row));
    const domain::Answer* answer = work.application.find(field->code);
    const bool one_part = asking.column >= 0;
    const bool empty = one_part ? answer_text(state_, world_, asking).empty() : answer == nullptr;
    const bool date_begun =
        part->type == FieldType::Date && (!work.date.year.empty() || work.date.month != 0 || work.date.day != 0);
    if (empty && date_begun) {
        problems.push_back({field->code, row, part_key, "date.format", Severity::Error, {}});
    } else if (empty) {
        if (!may_skip(state_, world_))
            problems.push_back({field->code, row, part_key, needed_code(part->type), Severity::Error, {}});
    } else {
        domain::CheckContext context{today(), &world_.pack->areas, work.kind};
        for (Problem& problem : domain::check_answer(form(), *field, *answer, context))
            if (!one_part || (problem.part == part_key && problem.row == row)) problems.push_back(std::move(problem));
    }
    work.problems = std::move(problems);
    if (domain::has_errors(work.problems)) return false;
    if (!work.problems.empty() && !work.warned) {
        work.warned = true;
        return false;
    }
    return true;
}

void Moves::on(const PressedNext&) {
    switch (page()) {
        case Page::Attract: replace({Page::Home}); return;
        case Page::Urgent: back(); return;
        case Page::Notice: on(ReadNotice{}); return;
        case Page::Screening:
            if (domain::is_list_key(session().screening.key) ||
                session().screening.answered.count(session().screening.key) != 0)
                screening_next();
            return;
        case Page::Consent: {
            draft().problems.clear();
            for (const Field* consent : consents_offered(state_, world_)) {
                draft().settled.insert(consent->code);
                const domain::Answer* answer = draft().application.find(consent->code);
                const bool given = answer && answer->flag() && *answer->flag();
                if (consent->need == domain::Need::Must && !given)
                    draft().problems.push_back(
                        {consent->code, std::nullopt, {}, "consent.needed", Severity::Error, {}});
            }
            if (!draft().problems.empty()) return;
            if (session().ticket.stage == TicketStage::None && draft().asking.field.empty())
                go({Page::TicketOffer});
            else
                begin_form();
            return;
        }
        case Page::Ask:
            if (warn_about_pending()) return;
            keep();
            if (accept()) advance();
            return;
        default: return;
    }
}

void Moves::on(const Skipped&) {
    if (page() != Page::Ask || !may_skip(state_, world_)) return;
    const Field* field = asked_field(state_, world_);
    const Asking asking = draft().asking;
    session().edit = {};
    draft().date = {};
    draft().problems.clear();
    const bool whole_group = asking.row < 0 && asking.column == 0 && is_composite(*field) &&
                             (field->need == domain::Need::Optional ||
                              !domain::is_required(form(), *field, draft().application, today(), *draft().kind));
    if (asking.column < 0 || whole_group) {
        erase(draft().application, field->code);
        draft().typed_by_helper.erase(field->code);
        next_field();
        return;
    }
    set_text(draft().application, *field, asking, {});
    advance();
}

void Moves::advance() {
    const Field* field = asked_field(state_, world_);
    const Asking asking = draft().asking;
    if (!field) return;
    if (asking.column >= 0 && field->type == FieldType::Papers) {
        enter({field->code});
    } else if (asking.column >= 0) {
        if (enter_part(*field, asking.row, asking.column + 1, +1)) return;
        if (asking.row >= 0)
            enter({field->code});
        else
            next_field();
    } else {
        next_field();
    }
}

void Moves::next_field() {
    if (must_stop()) return;
    const std::string current = draft().asking.field;
    draft().seen.insert(current);
    if (draft().from_review) {
        to_review();
        return;
    }
    const auto order = path_order(form(), *draft().kind);
    for (const auto& step : walk(state_, world_))
        for (const std::string& code : step)
            if (position(order, code) > position(order, current)) {
                enter_field(code, false);
                return;
            }
    to_review();
}

void Moves::previous() {
    keep();
    const Field* field = asked_field(state_, world_);
    const Asking asking = draft().asking;
    if (!field) {
        back();
        return;
    }
    if (asking.column >= 0 && field->type == FieldType::Papers) {
        enter({field->code});
        return;
    }
    if (asking.column > 0 && enter_part(*field, asking.row, asking.column - 1, -1)) return;
    if (asking.row >= 0) {
        enter({field->code});
        return;
    }
    if (draft().from_review) {
        to_review();
        return;
    }
    const auto order = path_order(form(), *draft().kind);
    std::string before;
    for (const auto& step : walk(state_, world_))
        for (const std::string& code : step)
            if (position(order, code) < position(order, asking.field)) before = code;
    if (before.empty())
        back();
    else
        enter_field(before, true);
}

bool Moves::enter_part(const Field& field, int row, int from, int step) {
    const domain::Application computed = domain::with_computed(form(), draft().application, today(), *draft().kind);
    const auto is_computed = [&](const Field& column) {
        const domain::Answer* answer = computed.find(field.code);
        if (!column.from || !answer || row >= 0 || !answer->row()) return false;
        const auto found = answer->row()->find(column.code);
        return found != answer->row()->end() && !found->second.empty();
    };
    for (int i = from; i >= 0 && i < static_cast<int>(field.columns.size()); i += step) {
        if (is_computed(field.columns[static_cast<std::size_t>(i)])) continue;
        enter({field.code, row, i});
        return true;
    }
    return false;
}

void Moves::enter_field(const std::string& code, bool from_behind) {
    const Field* field = form().field(code);
    COURTYARD_CHECK(field);
    if (!is_composite(*field)) {
        enter({code});
        return;
    }
    const domain::Answer* answer = draft().application.find(code);
    const bool filled = answer && answer->row();
    const int last = static_cast<int>(field->columns.size()) - 1;
    const bool entered = from_behind && filled ? enter_part(*field, -1, last, -1) : enter_part(*field, -1, 0, +1);
    if (!entered) enter({code});
}

void Moves::judge_all() {
    draft().problems = domain::check(form(), draft().application, {today(), &world_.pack->areas, draft().kind});
}

void Moves::to_review() {
    draft().from_review = false;
    session().edit = {};
    judge_all();
    replace({std::exchange(draft().by_applicant, false) ? Page::ConfirmAlone : Page::Review});
    keep_draft();
}

void Moves::on(const ChangedAnswer& event) {
    if (page() != Page::Review || !form().field(event.field) || draft().kind == std::nullopt) return;
    const auto order = path_order(form(), *draft().kind);
    const bool of_form = std::find(order.begin(), order.end(), event.field) != order.end();
    if (!of_form) return;
    draft().from_review = true;
    replace({Page::Ask});
    enter_field(event.field, false);
}

}  // namespace courtyard::flow
