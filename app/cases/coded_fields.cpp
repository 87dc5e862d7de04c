#include "app/cases/coded_fields.hpp"

#include <algorithm>
#include <array>

#include "app/cases/next_tasks.hpp"
#include "app/cases/revisit_plan.hpp"

namespace courtyard::cases {

namespace {

constexpr std::array<std::string_view, 5> kScoreNames{"food", "home", "care", "school", "work"};
constexpr std::array<std::string_view, 4> kScoreLevels{"0", "1", "2", "3"};

std::vector<std::string> choices_of(std::string_view all) {
    std::vector<std::string> out;
    while (!all.empty()) {
        const std::size_t end = std::min(all.find(' '), all.size());
        out.emplace_back(all.substr(0, end));
        all.remove_prefix(std::min(end + 1, all.size()));
    }
    return out;
}

std::vector<std::string> plan_rows() {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < RevisitRule{}.days.size(); ++i)
        out.push_back("R" + std::to_string(i));
    out.emplace_back("S1");
    out.emplace_back("extra");
    return out;
}

std::vector<std::string> outcome_codes() {
    std::vector<std::string> out;
    for (const OutcomeRule& each : outcome_table())
        out.emplace_back(each.outcome);
    return out;
}

std::vector<std::string> score_codes() {
    std::vector<std::string> out;
    for (const std::string_view name : kScoreNames)
        for (const std::string_view level : kScoreLevels)
            out.push_back(std::string(name) + ":" + std::string(level));
    return out;
}

}  // namespace

std::vector<std::string> codes_of(std::string_view kind, const FieldRule& field) {
    if (field.type == FieldType::Choice) return choices_of(field.choices);
    if (kind != "revisit_made" && kind != "revisit_tried") return {};
    if (field.name == "plan") return plan_rows();
    if (field.name == "conclusions") return outcome_codes();
    return field.name == "scores" ? score_codes() : std::vector<std::string>{};
}

std::span<const std::string_view> score_names() { return kScoreNames; }
std::span<const std::string_view> score_levels() { return kScoreLevels; }

std::vector<std::string_view> score_parts() {
    std::vector<std::string_view> out(kScoreNames.begin(), kScoreNames.end());
    out.insert(out.end(), kScoreLevels.begin(), kScoreLevels.end());
    return out;
}

bool is_score(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) return false;
    const auto has = [](const auto& all, std::string_view one) {
        return std::find(all.begin(), all.end(), one) != all.end();
    };
    return has(kScoreNames, text.substr(0, colon)) && has(kScoreLevels, text.substr(colon + 1));
}

}  // namespace courtyard::cases
