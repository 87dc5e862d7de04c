// One question of the form: choosing, ticking, picking, rows and papers.
#include <algorithm>

#include "app/domain/text.hpp"
#include "app/flow/form_answers.hpp"
#include "app/flow/form_codes.hpp"
#include "app/flow/form_walk.hpp"
#include "app/flow/kiosk_moves.hpp"

namespace courtyard::flow {

using domain::Field;
using domain::FieldType;

namespace {

constexpr std::size_t kRowsMax = 30;

bool is_typed(FieldType type) {
    switch (type) {
        case FieldType::Name:
        case FieldType::Text:
        case FieldType::LongText:
        case FieldType::Phone:
        case FieldType::Area:
        case FieldType::CaseNumber:
        case FieldType::Money:
        case FieldType::Integer:
        case FieldType::IdDocument: return true;
        default: return false;
    }
}

bool is_one_of_several(FieldType type) {
    return type == FieldType::Choice || type == FieldType::YesNo || type == FieldType::YesNoUnknown;
}

// The 31st of a month that has become a shorter one is its last day.
void clamp_day(DatePick& date) {
    if (date.year.size() == 4 && date.year != "0000" && date.month != 0)
        date.day = std::min(date.day, domain::days_in_month(std::stoi(date.year), date.month));
}

std::string two_digits(int value) { return (value < 10 ? "0" : "") + std::to_string(value); }

void prune_rows(domain::Application& application, const Field& field) {
    const auto found = application.answers.find(field.code);
    if (found == application.answers.end()) return;
    auto* rows = std::get_if<domain::RowList>(&found->second.value);
    if (!rows) return;
    std::erase_if(*rows, [](const domain::Row& row) { return row.empty(); });
    if (rows->empty()) application.answers.erase(found);
}

}  // namespace

void Moves::enter(Asking asking) {
    DraftWork& work = draft();
    work.asking = std::move(asking);
    work.problems.clear();
    work.warned = false;
    work.date = {};
    base::wipe(session().edit.text);
    session().edit = {};
    keep_draft();
    wipe(session().writing);
    const Field* field = asked_field(state_, world_);
    const Field* part = asked_part(state_, world_);
    if (!field || !part) return;
    if (work.asking.column < 0 && is_list(*field)) prune_rows(work.application, *field);
    if (work.asking.column < 0 && field->type == FieldType::Papers) prefill_papers(work.application, *field);
    load_ink(*field);
    const std::string text = answer_text(state_, world_, work.asking);
    if (text.empty() || part->is_also(text)) return;
    if (is_typed(part->type)) session().edit = edit_of(text);
    if (const auto date = domain::Date::parse(text); part->type == FieldType::Date && date)
        work.date = {std::to_string(date->year()), date->month(), date->day()};
}

void Moves::keep() {
    const Field* field = asked_field(state_, world_);
    const Field* part = asked_part(state_, world_);
    if (!field || !part) return;
    DraftWork& work = draft();
    const std::string before = answer_text(state_, world_, work.asking);
    if (is_typed(part->type)) {
        const std::string typed(domain::trim(session().edit.text));
        if (typed.empty() && part->is_also(before)) return;
        if (typed == before) return;
        if (field->type == FieldType::IdDocument && work.asking.column < 0) {
            const domain::Answer* now = work.application.find(field->code);
            std::string type;
            if (now && now->row())
                if (const auto found = now->row()->find(kDocumentType); found != now->row()->end())
                    type = found->second;
            if (type.empty() && !field->options.empty()) type = field->options.front().value;
            if (typed.empty())
                erase(work.application, field->code);
            else
                set_document(work.application, *field, type, typed);
        } else {
            set_text(work.application, *field, work.asking, typed);
        }
        note_writer(field->code);
    } else if (part->type == FieldType::Date) {
        const DatePick& pick = work.date;
        if (pick.year.size() == 4 && pick.month != 0 && pick.day != 0) {
            set_text(work.application, *field, work.asking,
                     pick.year + "-" + two_digits(pick.month) + "-" + two_digits(pick.day));
            note_writer(field->code);
        } else if (!part->is_also(before)) {
            set_text(work.application, *field, work.asking, {});
        }
    }
}

void Moves::note_writer(const std::string& code) {
    const Field* way = form().field(code::kWayOfFiling);
    const std::string_view said = draft().application.text(code::kWayOfFiling);
    const bool by_another =
        !draft().by_applicant && way && !way->options.empty() && !said.empty() && said != way->options.front().value;
    if (by_another)
        draft().typed_by_helper.insert(code);
    else
        draft().typed_by_helper.erase(code);
    draft().confirmed_alone = false;
}

void Moves::on(const ChoseOption& event) {
    const Field* field = asked_field(state_, world_);
    const Field* part = asked_part(state_, world_);
    if (page() != Page::Ask || !field || !part) return;
    DraftWork& work = draft();
    work.problems.clear();
    const bool group_word = work.asking.row < 0 && work.asking.column >= 0 && field->is_also(event.value);
    if (group_word && !part->is_also(event.value)) {
        set_text(work.application, *field, {field->code}, event.value);
        note_writer(field->code);
        session().edit = {};
        next_field();
        return;
    }
    if (part->type == FieldType::Multi) {
        if (!part->option(event.value) && !part->is_also(event.value)) return;
        toggle(work.application, *part, event.value);
        note_writer(field->code);
        return;
    }
    if (part->is_also(event.value)) {
        session().edit = {};
        work.date = {};
        set_text(work.application, *field, work.asking, event.value);
    } else if (is_one_of_several(part->type)) {
        const auto options = options_of(*part, form());
        if (std::none_of(options.begin(), options.end(), [&event](const auto& o) { return o.value == event.value; }))
            return;
        set_text(work.application, *field, work.asking, event.value);
    } else if (part->type == FieldType::IdDocument && work.asking.column < 0 && part->option(event.value)) {
        set_document(work.application, *field, event.value, session().edit.text);
        note_writer(field->code);
        return;
    } else {
        return;
    }
    note_writer(field->code);
    if (accept()) advance();
}

void Moves::on(const TickedBox& event) {
    const Field* field = asked_field(state_, world_);
    if (page() != Page::Ask || !field || event.code != field->code) return;
    const domain::Answer* now = draft().application.find(field->code);
    draft().problems.clear();
    switch (field->type) {
        case FieldType::Declaration:
        case FieldType::Consent:
            if (now && now->flag() && *now->flag())
                erase(draft().application, field->code);
            else
                set_flag(draft().application, *field, true);
            break;
        case FieldType::Signature: {
            const bool by_finger = now && now->row() && now->row()->find(kInk) != now->row()->end();
            session().eyes.ink = InkWork{};
            erase(draft().application, field->code);
            if (!now || by_finger) set_signature(draft().application, *field, true, today().text());
            break;
        }
        default: return;
    }
    note_writer(field->code);
}

void Moves::on(const PickedYear& event) {
    const bool digits =
        std::all_of(event.digits.begin(), event.digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (page() != Page::Ask || !digits || event.digits.size() > 4) return;
    draft().date.year = event.digits;
    clamp_day(draft().date);
    draft().problems.clear();
}

void Moves::on(const PickedMonth& event) {
    if (page() != Page::Ask || event.month < 0 || event.month > 12) return;
    draft().date.month = event.month;
    clamp_day(draft().date);
    draft().problems.clear();
}

void Moves::on(const PickedDay& event) {
    if (page() != Page::Ask || event.day < 0 || event.day > 31) return;
    draft().date.day = event.day;
    draft().problems.clear();
}

void Moves::on(const AddedRow&) {
    const Field* field = asked_field(state_, world_);
    if (page() != Page::Ask || !field || !is_list(*field) || draft().asking.row >= 0) return;
    const domain::Answer* now = draft().application.find(field->code);
    const std::size_t rows = now && now->rows() ? now->rows()->size() : 0;
    const std::size_t most = field->max ? static_cast<std::size_t>(*field->max) : kRowsMax;
    if (rows < most) static_cast<void>(enter_part(*field, static_cast<int>(rows), 0, +1));
}

void Moves::on(const OpenedRow& event) {
    const Field* field = asked_field(state_, world_);
    if (page() != Page::Ask || !field || !is_list(*field) || draft().asking.row >= 0) return;
    const domain::Answer* now = draft().application.find(field->code);
    if (now && now->rows() && event.row < now->rows()->size())
        static_cast<void>(enter_part(*field, static_cast<int>(event.row), 0, +1));
}

void Moves::on(const RemovedRow& event) {
    const Field* field = asked_field(state_, world_);
    if (page() != Page::Ask || !field || !is_list(*field) || draft().asking.row >= 0) return;
    const auto found = draft().application.answers.find(field->code);
    if (found == draft().application.answers.end()) return;
    auto* rows = std::get_if<domain::RowList>(&found->second.value);
    if (!rows || event.row >= rows->size()) return;
    rows->erase(rows->begin() + static_cast<std::ptrdiff_t>(event.row));
    note_writer(field->code);
    enter({field->code});
}

void Moves::on(const ChosePaper& event) {
    const Field* field = asked_field(state_, world_);
    if (page() != Page::Ask || !field || field->type != FieldType::Papers || draft().asking.column >= 0) return;
    const Field* name = field->column_of_role("name");
    const Field* state = field->column_of_role("state");
    if (!name || !state || !name->option(event.name) || !state->option(event.state)) return;
    if (state->option(event.state)->kind != "given") drop_photos(event.name);
    session().eyes.notice.clear();
    set_paper(draft().application, *field, event.name, event.state);
    note_writer(field->code);
    draft().problems.clear();
    const Field* reason = field->column_of_role("reason");
    if (state->option(event.state)->kind == "missing" && reason)
        enter({field->code, paper_row(draft().application, *field, event.name),
               static_cast<int>(reason - field->columns.data())});
}

}  // namespace courtyard::flow
