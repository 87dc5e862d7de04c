#include "app/flow/form_walk.hpp"

#include <algorithm>

#include "app/flow/form_answers.hpp"

namespace courtyard::flow {
namespace {

using domain::Field;
using domain::FieldType;

domain::ApplicantKind kind_of(const KioskState& state) {
    return state.session.draft.kind.value_or(domain::ApplicantKind::Self);
}

}  // namespace

std::vector<std::vector<std::string>> walk(const KioskState& state, const KioskWorld& world) {
    const DraftWork& draft = state.session.draft;
    std::vector<std::vector<std::string>> steps =
        domain::steps(world.pack->form, kind_of(state), draft.application, domain::Date::in_china(state.now));
    for (auto& step : steps)
        std::erase_if(step, [&draft](const std::string& code) { return draft.settled.count(code) != 0; });
    std::erase_if(steps, [](const auto& step) { return step.empty(); });
    return steps;
}

StepCount count_steps(const KioskState& state, const KioskWorld& world) {
    StepCount count;
    const auto steps = walk(state, world);
    count.steps = steps.size();
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const auto found = std::find(steps[i].begin(), steps[i].end(), state.session.draft.asking.field);
        if (found == steps[i].end()) continue;
        count.step = i + 1;
        count.questions = steps[i].size();
        count.question = static_cast<std::size_t>(found - steps[i].begin()) + 1;
    }
    return count;
}

const Field* asked_field(const KioskState& state, const KioskWorld& world) {
    return world.pack->form.field(state.session.draft.asking.field);
}

const Field* asked_part(const KioskState& state, const KioskWorld& world) {
    const Field* field = asked_field(state, world);
    const int column = state.session.draft.asking.column;
    if (!field || column < 0) return field;
    return static_cast<std::size_t>(column) < field->columns.size() ? &field->columns[static_cast<std::size_t>(column)]
                                                                    : nullptr;
}

bool is_composite(const Field& field) { return field.type == FieldType::Group || field.type == FieldType::BankAccount; }
bool is_list(const Field& field) { return field.type == FieldType::Rows; }

std::string answer_text(const KioskState& state, const KioskWorld& world, const Asking& asking) {
    const Field* field = world.pack->form.field(asking.field);
    const domain::Answer* answer = state.session.draft.application.find(asking.field);
    if (!field || !answer) return {};
    if (asking.column < 0) {
        if (const std::string* text = answer->text()) return *text;
        if (const domain::Row* row = answer->row(); row && field->type == FieldType::IdDocument) {
            const auto number = row->find(kDocumentNumber);
            return number == row->end() ? std::string{} : number->second;
        }
        return {};
    }
    if (static_cast<std::size_t>(asking.column) >= field->columns.size()) return {};
    const std::string& key = field->columns[static_cast<std::size_t>(asking.column)].code;
    const domain::Row* row = answer->row();
    if (asking.row >= 0) {
        const domain::RowList* rows = answer->rows();
        row = rows && static_cast<std::size_t>(asking.row) < rows->size()
                  ? &(*rows)[static_cast<std::size_t>(asking.row)]
                  : nullptr;
    }
    if (!row) return {};
    const auto found = row->find(key);
    return found == row->end() ? std::string{} : found->second;
}

std::vector<domain::Option> options_of(const Field& part, const domain::FormDefinition& form) {
    if (!part.options.empty()) return part.options;
    if (part.type == FieldType::YesNo) return {{form.yes, form.yes, {}}, {form.no, form.no, {}}};
    if (part.type == FieldType::YesNoUnknown)
        return {{form.yes, form.yes, {}}, {form.no, form.no, {}}, {form.unknown, form.unknown, {}}};
    return {};
}

bool is_chosen(const KioskState& state, const KioskWorld& world, const Asking& asking, std::string_view value) {
    const domain::Answer* answer = state.session.draft.application.find(asking.field);
    if (!answer) return false;
    if (asking.column < 0) {
        if (const domain::TextList* list = answer->list())
            return std::find(list->begin(), list->end(), value) != list->end();
        const Field* field = world.pack->form.field(asking.field);
        if (const domain::Row* row = answer->row(); row && field && field->type == FieldType::IdDocument) {
            const auto type = row->find(kDocumentType);
            return type != row->end() && type->second == value;
        }
    }
    return answer_text(state, world, asking) == value;
}

bool may_skip(const KioskState& state, const KioskWorld& world) {
    const Field* field = asked_field(state, world);
    const Field* part = asked_part(state, world);
    if (!field || !part) return false;
    const Asking& asking = state.session.draft.asking;
    const bool field_needed = domain::is_required(world.pack->form, *field, state.session.draft.application,
                                                  domain::Date::in_china(state.now), kind_of(state));
    if (asking.column < 0) return !field_needed;
    if (asking.row < 0 && asking.column == 0 && !field_needed) return true;  // the whole group is passed over
    return part->need != domain::Need::Must;
}

std::vector<const Field*> consents_offered(const KioskState& state, const KioskWorld& world) {
    std::vector<const Field*> offered;
    const domain::Application nothing;
    for (const Field& field : world.pack->form.fields) {
        if (field.type != FieldType::Consent) continue;
        if (domain::is_shown(world.pack->form, field, nothing, domain::Date::in_china(state.now), kind_of(state)))
            offered.push_back(&field);
    }
    return offered;
}

}  // namespace courtyard::flow
