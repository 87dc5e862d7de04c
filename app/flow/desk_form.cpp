#include "app/flow/desk_form.hpp"

#include <algorithm>

#include "sync/base/bytes.hpp"

namespace courtyard::flow {

DeskForm::DeskForm(FormSpec spec) : spec_(std::move(spec)) {
    choices_.reserve(spec_.fields.size());  // rules look at these strings: they must stay where they are
    for (const FormField& field : spec_.fields) {
        std::string words;
        for (const FormChoice& choice : field.choices)
            words += (words.empty() ? "" : " ") + choice.value;
        choices_.push_back(std::move(words));
        fields_.push_back({field.name, field.type, field.need, choices_.back()});
    }
    rule_.kind = spec_.kind;
    rule_.fields = fields_;
}

// Choices may name people: applications of the inbox.
DeskForm::~DeskForm() {
    for (FormField& field : spec_.fields)
        for (FormChoice& choice : field.choices)
            base::wipe(choice.label);
}

const FormField* DeskForm::field(std::string_view name) const {
    const auto found = std::find_if(spec_.fields.begin(), spec_.fields.end(),
                                    [name](const FormField& each) { return each.name == name; });
    return found == spec_.fields.end() ? nullptr : &*found;
}

std::string DeskForm::label_of(std::string_view name) const {
    const FormField* found = field(name);
    return found == nullptr ? std::string{} : found->label;
}

std::string DeskForm::label_of(std::string_view name, std::string_view choice) const {
    const FormField* found = field(name);
    if (found == nullptr) return {};
    for (const FormChoice& each : found->choices)
        if (each.value == choice) return each.label;
    return {};
}

}  // namespace courtyard::flow
