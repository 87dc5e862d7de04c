#include "app/domain/contact_rule.hpp"

#include <array>

namespace courtyard::domain {

namespace {

constexpr std::array<std::string_view, 5> kCodes{"F1.11", "F1.11a", "F1.11b", "F1.11c", "F1.11d"};

std::string line_of(const Answer& answer) {
    if (const std::string* text = answer.text()) return *text;
    std::string line;
    if (const TextList* list = answer.list())
        for (const std::string& each : *list)
            line += (line.empty() ? "" : " ") + each;
    return line;
}

bool is_code(std::string_view code) {
    for (const std::string_view each : kCodes)
        if (each == code) return true;
    return false;
}

}  // namespace

int hour_in_china(base::Instant now) {
    constexpr std::int64_t kHourMs = 3'600'000, kAhead = 8, kDay = 24;
    const std::int64_t hours = (now.ms >= 0 ? now.ms : now.ms - kHourMs + 1) / kHourMs + kAhead;
    return static_cast<int>((hours % kDay + kDay) % kDay);
}

std::string contact_rule_of(const Application& application, const ContactWords& words) {
    std::string rule;
    if (application.find(kCodes.front()) == nullptr) return rule;
    const ContactWay* chosen = words.way(application.text(kCodes.front()));
    if (chosen != nullptr && chosen->is_free()) return rule;
    for (const std::string_view code : kCodes)
        if (const Answer* answer = application.find(code))
            rule += (rule.empty() ? "" : "\n") + std::string(code) + '=' + line_of(*answer);
    return rule;
}

std::optional<ContactAnswers> read_contact_rule(std::string_view rule) {
    ContactAnswers answers;
    while (!rule.empty()) {
        const std::size_t end = std::min(rule.find('\n'), rule.size());
        const std::string_view line = rule.substr(0, end);
        const std::size_t equals = line.find('=');
        if (equals == std::string_view::npos || !is_code(line.substr(0, equals))) return std::nullopt;
        answers.emplace(line.substr(0, equals), line.substr(equals + 1));
        rule.remove_prefix(std::min(end + 1, rule.size()));
    }
    return answers;
}

const ContactWay* ContactWords::way(std::string_view value) const {
    for (const ContactWay& each : ways)
        if (each.value == value) return &each;
    return nullptr;
}

}  // namespace courtyard::domain
