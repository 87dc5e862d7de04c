#include "app/domain/answer.hpp"

#include <algorithm>

#include "app/domain/text.hpp"
#include "sync/base/bytes.hpp"

namespace courtyard::domain {

namespace {

bool is_empty_row(const Row& row) {
    return std::all_of(row.begin(), row.end(), [](const auto& part) { return is_blank(part.second); });
}

void wipe_row(Row& row) noexcept {
    for (auto& [key, text] : row)
        base::wipe(text);
}

void wipe_answer(Answer& answer) noexcept {
    if (auto* text = std::get_if<std::string>(&answer.value)) base::wipe(*text);
    if (auto* list = std::get_if<TextList>(&answer.value)) {
        for (std::string& text : *list)
            base::wipe(text);
    }
    if (auto* row = std::get_if<Row>(&answer.value)) wipe_row(*row);
    if (auto* rows = std::get_if<RowList>(&answer.value)) {
        for (Row& row : *rows)
            wipe_row(row);
    }
}

}  // namespace

bool Answer::is_empty() const {
    if (const std::string* one = text()) return is_blank(*one);
    if (const TextList* several = list()) return several->empty();
    if (const Row* parts = row()) return is_empty_row(*parts);
    if (const RowList* table = rows()) return std::all_of(table->begin(), table->end(), is_empty_row);
    return false;
}

const Answer* Application::find(std::string_view code) const {
    const auto found = answers.find(code);
    return found == answers.end() || found->second.is_empty() ? nullptr : &found->second;
}

std::string_view Application::text(std::string_view code) const {
    const Answer* answer = find(code);
    const std::string* text = answer == nullptr ? nullptr : answer->text();
    return text == nullptr ? std::string_view{} : std::string_view(*text);
}

void wipe(Application& application) noexcept {
    for (auto* answers : {&application.answers, &application.others}) {
        for (auto& [code, answer] : *answers)
            wipe_answer(answer);
        answers->clear();
    }
}

}  // namespace courtyard::domain
