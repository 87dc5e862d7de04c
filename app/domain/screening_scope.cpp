#include "app/domain/screening_scope.hpp"

namespace courtyard::domain {

Value AnswerScope::value(std::string_view name) const {
    if (name == "primary") return {std::string(primary_)};
    if (name == "guardian_is_wrongdoer") return {answers_.guardian == Guardian::Wrongdoer};
    std::vector<Value> list;
    if (name == "needs" || name == "found") {
        const auto* all = name == "needs" ? needs_ : found_;
        if (all != nullptr)
            for (const std::string& each : *all)
                list.push_back({each});
        return {std::move(list)};
    }
    const std::vector<std::string> texts = screening_value(answers_, name);
    if (!is_list_key(name)) return texts.empty() || texts.front() == "unknown" ? Value{} : Value{texts.front()};
    for (const std::string& text : texts)
        list.push_back({text});
    return {std::move(list)};
}

bool AnswerScope::is_unknown(std::string_view name) const {
    const std::vector<std::string> texts = screening_value(answers_, name);
    return !is_list_key(name) && !texts.empty() && texts.front() == "unknown";
}

}  // namespace courtyard::domain
