#include "app/worker/acting_name.hpp"

namespace courtyard::worker {

std::string acting_name(const domain::FormDefinition& form, const domain::Application& answers, std::string_view code) {
    const domain::Field* field = form.field(code);
    const domain::Answer* answer = answers.find(code);
    if (field == nullptr || answer == nullptr || answer->row() == nullptr) return {};
    for (const domain::Field& column : field->columns) {
        if (column.type != domain::FieldType::Name) continue;
        const auto found = answer->row()->find(column.code);
        return found == answer->row()->end() ? std::string{} : found->second;
    }
    return {};
}

}  // namespace courtyard::worker
