// The application as on the paper form: sections, codes, labels, every answer; what was typed by a helper is marked,
// what is empty is seen to be empty, what does not concern this person is named at the end of its section.
#include <algorithm>
#include <set>

#include "app/flow/form_answers.hpp"
#include "app/screens/field_screens.hpp"
#include "app/screens/field_widgets.hpp"
#include "app/screens/field_words.hpp"
#include "app/screens/icons.hpp"
#include "app/screens/signature_box.hpp"

namespace courtyard::screens {
namespace {

using domain::Field;
using domain::FieldType;

constexpr float kColumnGap = 26;

// The application of the sheet, or of the case that lies open.
const domain::Application& application_of(const Desk& desk) {
    return desk.state.sheet ? desk.state.sheet->application : *desk.state.cases.view->application;
}
domain::Date day_of(const Desk& desk) {
    return desk.state.sheet ? domain::Date::in_china(desk.state.sheet->row.filed)
                            : desk.state.cases.view->folded.received_on;
}
bool is_by_helper(const Desk& desk, const std::string& code) {
    if (!desk.state.sheet) return false;
    const std::vector<std::string>& helped = desk.state.sheet->helped_fields;
    return std::find(helped.begin(), helped.end(), code) != helped.end();
}

bool is_list(const Field& field) { return field.type == FieldType::Rows || field.type == FieldType::Papers; }
bool is_broad(const Field& field) {
    return is_list(field) || field.type == FieldType::LongText || field.type == FieldType::BankAccount ||
           field.type == FieldType::Multi;
}

// One section, sorted into what is drawn.
struct Part {
    const domain::Section* section = nullptr;
    std::vector<const Field*> fields;   // asked, or answered all the same
    std::vector<const Field*> outside;  // do not concern this person
    int missing = 0;                    // of those that must be answered
};

std::vector<Part> parts_of(const Desk& desk) {
    const domain::FormDefinition& form = desk.pack().form;
    const domain::Application& application = application_of(desk);
    const domain::ApplicantKind kind = domain::kind_of(form, application);
    const domain::Date day = day_of(desk);
    std::vector<Part> parts;
    for (const domain::Section& section : form.sections) {
        Part part;
        part.section = &section;
        for (const Field& field : form.fields) {
            if (field.section != section.id) continue;
            const bool answered = application.find(field.code) != nullptr;
            if (!answered && !domain::is_shown(form, field, application, day, kind)) {
                part.outside.push_back(&field);
                continue;
            }
            part.fields.push_back(&field);
            if (!answered && domain::is_required(form, field, application, day, kind)) ++part.missing;
        }
        if (!part.fields.empty() || !part.outside.empty()) parts.push_back(std::move(part));
    }
    return parts;
}

// What stands in the cell of one field.
class Cell {
public:
    Cell(Desk& desk, const Field& field, bool required) : desk_(desk), field_(field) {
        by_helper_ = is_by_helper(desk, field.code);
        const domain::Answer* answer = application_of(desk).find(field.code);
        if (!answer) {
            empty_ = desk.ui.say(required ? "field.value.missing" : "field.value.empty");
            is_missing_ = required;
        } else if (const domain::RowList* rows = answer->rows()) {
            for (const Field& column : field.columns)
                table_.heads.push_back(column.label.empty() ? column.code : column.label);
            for (const domain::Row& row : *rows)
                table_.rows.push_back(row_cells(desk.ui, field, row));
        } else {
            parts_ = answer_parts(desk.ui, field, *answer);
            if (const domain::Row* row = answer->row(); row && field.type == FieldType::Signature)
                if (const auto ink = row->find(flow::kInk); ink != row->end()) ink_ = ink->second;
        }
    }

    [[nodiscard]] float tall(float width) const {
        const float em = desk_.em(Type::note);
        float height = head_tall(width) + em * 0.15F;
        if (!table_.heads.empty())
            height += table_tall(desk_, width, table_);
        else if (!empty_.empty())
            height += desk_.em() * 1.2F;
        for (const AnswerPart& part : parts_)
            height += part_tall(part, width);
        if (!ink_.empty()) height += ink_tall(width) + em * 0.4F;
        return height + em * 0.75F;
    }

    void draw(const Rect& rect) const {
        const Palette& p = desk_.ui.palette();
        const float em = desk_.em(Type::note);
        Rect inner = rect;
        draw_head(inner);
        inner.cut_top(head_tall(rect.w) + em * 0.15F);
        if (!table_.heads.empty()) {
            table(desk_, inner, table_);
        } else if (!empty_.empty()) {
            const Colour ink = is_missing_ ? p.red : p.soft_ink;
            desk_.ui.line({inner.x, inner.y, inner.w, desk_.em() * 1.1F}, empty_, {Type::body, Weight::text, ink});
        }
        for (const AnswerPart& part : parts_) {
            const float height = part_tall(part, rect.w);
            const float label = part.label.empty() ? 0 : label_wide(rect.w);
            if (label > 0)
                desk_.ui.write({inner.x, inner.y + (desk_.em() - em) / 2, label - 12, 0}, part.label, desk_soft(desk_));
            desk_.ui.write({inner.x + label, inner.y, inner.w - label, 0}, part.value, desk_text(desk_));
            inner.y += height;
        }
        if (!ink_.empty()) draw_ink(desk_.ui, {inner.x, inner.y, ink_tall(rect.w) * 2, ink_tall(rect.w)}, ink_, p.ink);
    }

private:
    [[nodiscard]] float ink_tall(float width) const { return std::min(width / 2, desk_.em() * 4.5F); }
    [[nodiscard]] float label_wide(float width) const {
        float wide = 0;
        for (const AnswerPart& part : parts_)
            wide = std::max(wide, desk_.ui.wide(part.label, desk_soft(desk_)));
        return std::min(wide + 24, width * 0.5F);
    }
    [[nodiscard]] float part_tall(const AnswerPart& part, float width) const {
        const float label = part.label.empty() ? 0 : label_wide(width);
        const float value = desk_.ui.tall(part.value, width - label, desk_text(desk_));
        const float beside = label > 0 ? desk_.ui.tall(part.label, label - 12, desk_soft(desk_)) +
                                             (desk_.em() - desk_.em(Type::note)) / 2
                                       : 0;
        return std::max(value, beside) + desk_.em() * 0.22F;
    }
    [[nodiscard]] std::string head() const {
        return desk_.ui.say("field.cell.head", {{"code", field_.code}, {"label", field_.label}});
    }
    [[nodiscard]] float mark_wide() const {
        return by_helper_
                   ? chip_wide(desk_, desk_.ui.say("field.by_helper"), {icon::kEdit, Tone::quiet, Type::note}) + 12
                   : 0;
    }
    [[nodiscard]] float head_tall(float width) const {
        const float text = desk_.ui.tall(head(), width - mark_wide(), desk_soft(desk_));
        return by_helper_ ? std::max(text, desk_.em(Type::note) * 1.6F) : text;
    }
    void draw_head(const Rect& rect) const {
        const float em = desk_.em(Type::note);
        const float room = rect.w - mark_wide();
        const float shift = by_helper_ ? em * 0.25F : 0;
        desk_.ui.write({rect.x, rect.y + shift, room, 0}, head(), desk_soft(desk_));
        if (!by_helper_) return;
        const float text = std::min(room, desk_.ui.wide(head(), desk_soft(desk_)));
        chip(desk_, rect.x + text + 12, rect.y + em * 0.8F, desk_.ui.say("field.by_helper"),
             {icon::kEdit, Tone::quiet, Type::note});
    }

    Desk& desk_;
    const Field& field_;
    bool by_helper_ = false;
    bool is_missing_ = false;
    std::string empty_;
    TableText table_;
    std::vector<AnswerPart> parts_;
    std::string ink_;  // a signature's strokes
};

float draw_part(Desk& desk, const Rect& rect, const Part& part) {
    Ui& ui = desk.ui;
    const domain::FormDefinition& form = desk.pack().form;
    const domain::Application& application = application_of(desk);
    const domain::ApplicantKind kind = domain::kind_of(form, application);
    const domain::Date day = day_of(desk);
    float y = rect.y + group_title(desk, rect, part.section->title);
    const int columns = rect.w > desk.em() * 27 ? 2 : 1;
    const float narrow = (rect.w - kColumnGap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    int column = 0;
    float row_tall = 0;
    // Under a row, at one height for all of its cells.
    const auto end_row = [&](float width, int cells) {
        y += row_tall;
        for (int i = 0; i < cells; ++i)
            ui.fill({rect.x + static_cast<float>(i) * (narrow + kColumnGap), y - desk.em(Type::note) * 0.4F, width, 2},
                    ui.palette().rule.faded(0.75F));
        column = 0;
    };
    for (const Field* field : part.fields) {
        const Cell cell(desk, *field, domain::is_required(form, *field, application, day, kind));
        const bool broad = columns == 1 || (is_broad(*field) && application.find(field->code) != nullptr);
        if (broad && column != 0) end_row(narrow, column);
        const float width = broad ? rect.w : narrow;
        const float tall = cell.tall(width);
        const Rect at{rect.x + static_cast<float>(column) * (narrow + kColumnGap), y, width, tall};
        const Rect sight = desk.sight();
        if (at.bottom() > sight.y && at.y < sight.bottom()) cell.draw(at);
        row_tall = column == 0 ? tall : std::max(row_tall, tall);
        ++column;
        if (broad || column == columns) end_row(width, broad ? 1 : columns);
    }
    if (column != 0) end_row(narrow, column);
    if (!part.outside.empty()) {
        std::string names;
        for (const Field* field : part.outside) {
            if (!names.empty()) names += ui.say("field.comma");
            names += field->label;
        }
        y += ui.write({rect.x, y, rect.w, 0}, ui.say("field.outside", {{"names", names}}), desk_soft(desk)) +
             desk.em() * 0.4F;
    }
    return y - rect.y;
}

std::string row_as_it_stands(const Ui& ui, const domain::Row& row) {
    std::string said;
    for (const auto& [label, value] : row)
        said += (said.empty() ? "" : ui.say("field.comma")) +
                ui.say("field.cell.head", {{"code", label}, {"label", value}});
    return said;
}

// Nobody here knows more of it than what stands there.
std::string as_it_stands(const Ui& ui, const domain::Answer& answer) {
    if (const bool* flag = answer.flag()) return ui.say(*flag ? "field.value.ticked" : "field.value.not_ticked");
    if (const domain::Row* row = answer.row()) return row_as_it_stands(ui, *row);
    std::string said;
    if (const std::string* text = answer.text()) said = *text;
    if (const domain::TextList* list = answer.list())
        for (const std::string& each : *list)
            said += (said.empty() ? "" : ui.say("field.comma")) + each;
    if (const domain::RowList* rows = answer.rows())
        for (const domain::Row& each : *rows)
            said += (said.empty() ? "" : "\n") + row_as_it_stands(ui, each);
    return said;
}

// It was filled in on another form than this laptop's pack has: said before anything is read, and what has no place
// here stands at the end under its code.
float draw_changed(Desk& desk, const Rect& rect) {
    const std::size_t count = application_of(desk).others.size();
    if (count == 0) return 0;
    const std::string words = desk.ui.say("field.other_form.changed", {{"n", std::to_string(count)}});
    return remark(desk, rect, words, Tone::help, icon::kWarning) + desk.em() * 0.7F;
}

float draw_others(Desk& desk, const Rect& rect) {
    Ui& ui = desk.ui;
    if (application_of(desk).others.empty()) return 0;
    float y = rect.y + group_title(desk, rect, ui.say("field.other_form.title"));
    for (const auto& [code, answer] : application_of(desk).others) {
        const std::string head = ui.say("field.cell.head", {{"code", code}, {"label", ui.say("field.other_form.one")}});
        y += ui.write({rect.x, y, rect.w, 0}, head, desk_soft(desk)) + desk.em(Type::note) * 0.15F;
        y += ui.write({rect.x, y, rect.w, 0}, as_it_stands(ui, answer), desk_text(desk)) + desk.em() * 0.5F;
    }
    return y - rect.y;
}

}  // namespace

void draw_section_list(Desk& desk, const Rect& rect) {
    const std::vector<Part> parts = parts_of(desk);
    const Palette& p = desk.ui.palette();
    const float em = desk.em();
    const float tall = em * 1.9F;
    const Rect room = desk.begin_scroll(rect.inset(8, 14), "field.sections");
    float y = room.y;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Rect at{room.x, y, room.w, tall};
        const Touch touch = desk.control(at, parts[i].section->title, static_cast<int>(i), 10);
        Rect inner = at.inset(12, 0);
        if (parts[i].missing > 0) {
            const std::string count = std::to_string(parts[i].missing);
            const Rect mark = inner.cut_right(em * 1.3F);
            desk.ui.ring(mark.middle_x(), mark.middle_y(), em * 0.62F, 3, p.red);
            desk.ui.line(mark, count, {Type::note, Weight::strong, p.red, Align::centre});
        }
        line_cut(desk, inner, parts[i].section->title, {Type::note, Weight::strong, p.navy});
        if (touch.pressed) {
            desk.keys().jump = true;
            desk.keys().section = i;
        }
        y += tall;
    }
    desk.end_scroll(y - room.y);
}

float draw_sheet_application(Desk& desk, const Rect& body) {
    const std::vector<Part> parts = parts_of(desk);
    float y = body.y + draw_changed(desk, {body.x, body.y, body.w, 0});
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (desk.keys().jump && desk.keys().section == i) {
            // Its head comes to the top of what is seen; the end of the sheet stays below.
            desk.reveal({body.x, y - 16, body.w, desk.sight().h});
            desk.keys().jump = false;
        }
        y += draw_part(desk, {body.x, y, body.w, 0}, parts[i]) + desk.em() * 0.7F;
    }
    y += draw_others(desk, {body.x, y, body.w, 0});
    return y - body.y;
}

}  // namespace courtyard::screens
