#include "app/domain/screening.hpp"

#include <algorithm>

#include "app/domain/screening_scope.hpp"

namespace courtyard::domain {

namespace {

void add_once(std::vector<std::string>& list, const std::string& text) {
    if (!text.empty() && std::find(list.begin(), list.end(), text) == list.end()) list.push_back(text);
}

void add_rule(Screening& result, const ScreeningRule& rule) {
    add_once(result.reasons, rule.reason);
    add_once(result.articles, rule.article);
}

bool holds(const std::optional<Expression>& when, const Scope& scope) { return !when || when->holds(scope, Date{}); }

const ScreeningRule& deciding_rule(const ScreeningMatrix& matrix, const Scope& scope) {
    const auto found = std::find_if(matrix.rules.begin(), matrix.rules.end(), [&](const ScreeningRule& rule) {
        return !rule.primary.empty() && holds(rule.when, scope);
    });
    COURTYARD_CHECK(found != matrix.rules.end());
    return *found;
}

// Every answer to one question that differs from the present one and that somebody could truly give: nobody is led to
// "I do not know", to a doubtful authority or to a wrongdoer as guardian.
std::vector<std::vector<std::string>> other_answers(const ScreeningAnswers& answers, std::string_view key) {
    const std::vector<std::string> present = screening_value(answers, key);
    std::vector<std::vector<std::string>> others;
    for (const std::string_view value_view : screening_values(key)) {
        const std::string value(value_view);
        const bool is_there = std::find(present.begin(), present.end(), value) != present.end();
        if (!is_list_key(key)) {
            if (!is_there && value != "unknown" && value != "doubtful" && value != "true") others.push_back({value});
            continue;
        }
        std::vector<std::string> list = present;
        if (is_there) {
            std::erase(list, value);
        } else {
            std::erase(list, "H0");
            list.insert(std::upper_bound(list.begin(), list.end(), value), value);
        }
        if (value != "H0" || is_there) others.push_back(std::move(list));
    }
    return others;
}

std::vector<ScreeningChange> changes(const ScreeningMatrix& matrix, const ScreeningAnswers& answers,
                                     std::string_view primary) {
    std::vector<ScreeningChange> out;
    for (const std::string_view key : screening_keys()) {
        for (std::vector<std::string>& to : other_answers(answers, key)) {
            ScreeningAnswers changed = answers;
            COURTYARD_CHECK(set_screening_value(changed, key, to).has_value());
            const ScreeningRule& rule = deciding_rule(matrix, AnswerScope(changed));
            const bool is_known = std::any_of(out.begin(), out.end(), [&](const ScreeningChange& c) {
                return c.key == key && c.primary == rule.primary;
            });
            if (rule.primary != primary && !is_known)
                out.push_back({std::string(key), std::move(to), rule.id, rule.primary});
        }
    }
    std::stable_sort(out.begin(), out.end(), [&](const ScreeningChange& a, const ScreeningChange& b) {
        return matrix.rank(a.primary) < matrix.rank(b.primary);
    });
    return out;
}

}  // namespace

const ScreeningOutcome* ScreeningMatrix::outcome(std::string_view id) const {
    const auto found =
        std::find_if(outcomes.begin(), outcomes.end(), [&](const ScreeningOutcome& o) { return o.id == id; });
    return found == outcomes.end() ? nullptr : &*found;
}

const ScreeningQuestion* ScreeningMatrix::question(std::string_view key) const {
    const auto found =
        std::find_if(questions.begin(), questions.end(), [&](const ScreeningQuestion& q) { return q.key == key; });
    return found == questions.end() ? nullptr : &*found;
}

std::size_t ScreeningMatrix::rank(std::string_view outcome) const {
    const auto found =
        std::find_if(outcomes.begin(), outcomes.end(), [&](const ScreeningOutcome& o) { return o.id == outcome; });
    return static_cast<std::size_t>(found - outcomes.begin());
}

std::vector<const ScreeningRule*> speaking_rules(const ScreeningMatrix& matrix, const ScreeningAnswers& answers) {
    const AnswerScope scope(answers);
    std::vector<const ScreeningRule*> rules{&deciding_rule(matrix, scope)};
    for (const ScreeningRule& adding : matrix.rules)
        if (adding.primary.empty() && holds(adding.when, scope)) rules.push_back(&adding);
    return rules;
}

Screening screen_once(const ScreeningMatrix& matrix, const ScreeningAnswers& answers) {
    const std::vector<const ScreeningRule*> rules = speaking_rules(matrix, answers);
    Screening result;
    result.rule = rules.front()->id;
    result.primary = rules.front()->primary;
    for (const ScreeningRule* rule : rules)
        add_rule(result, *rule);
    // What is urgent comes before the other doors.
    for (std::size_t i = 1; i <= rules.size(); ++i) {
        for (const std::string& also : rules[i % rules.size()]->also)
            add_once(result.also, also);
    }
    std::erase(result.also, result.primary);
    return result;
}

Screening screen(const ScreeningMatrix& matrix, const ScreeningAnswers& answers) {
    Screening result = screen_once(matrix, answers);
    result.would_change = changes(matrix, answers, result.primary);
    return result;
}

std::vector<const ScreeningQuestion*> questions_to_ask(const ScreeningMatrix& matrix, const ScreeningAnswers& answers) {
    const AnswerScope scope(answers);
    std::vector<const ScreeningQuestion*> out;
    for (const ScreeningQuestion& question : matrix.questions) {
        if (holds(question.show, scope)) out.push_back(&question);
    }
    return out;
}

}  // namespace courtyard::domain
