#include <algorithm>
#include <set>

#include "app/pack/readers.hpp"

namespace courtyard::pack {

namespace {

domain::ScreeningQuestion read_question(const Tree& table, Source source) {
    TableReader reader(table, source);
    domain::ScreeningQuestion question;
    question.key = reader.text("key");
    question.ask = reader.text("ask");
    question.hint = reader.text_or_empty("hint");
    question.show = reader.expression_if("show");
    const std::vector<std::string_view> values = domain::screening_values(question.key);
    if (values.empty()) reader.problem_at("key", "'" + question.key + "' is no key of the screening");
    std::set<std::string> seen;
    for (const Tree* option_table : reader.tables("options")) {
        TableReader option_reader(*option_table, source);
        domain::ScreeningOption option{option_reader.text("value"), option_reader.text("say"),
                                       option_reader.text_or_empty("help"), option_reader.text_or_empty("get")};
        option_reader.finish();
        const bool is_known = std::find(values.begin(), values.end(), option.value) != values.end();
        if (!is_known || !seen.insert(option.value).second)
            option_reader.problem("'" + option.value + "' is no value of " + question.key + ", or is there twice");
        question.options.push_back(std::move(option));
    }
    if (question.options.size() < 2) reader.problem("a question needs at least two options");
    reader.finish();
    return question;
}

domain::ScreeningRule read_rule(const Tree& table, Source source) {
    TableReader reader(table, source);
    domain::ScreeningRule rule;
    rule.id = reader.id("id");
    rule.when = reader.expression_if("when");
    rule.primary = reader.text_or_empty("primary");
    rule.also = reader.texts_or_none("also");
    rule.reason = reader.text("reason");
    rule.article = reader.text("article");
    rule.article_says = reader.text("article_says");
    rule.cases = reader.texts_or_none("cases");
    reader.finish();
    if (rule.primary.empty() && (!rule.when || rule.also.empty()))
        reader.problem("a rule without 'primary' only adds: it needs 'when' and 'also'");
    return rule;
}

domain::ScreeningOutcome read_outcome(const Tree& table, Source source) {
    TableReader reader(table, source);
    domain::ScreeningOutcome outcome{reader.id("id"), reader.text("title"), reader.text("say"), reader.texts("next"),
                                     reader.flag_or("welcome", true)};
    reader.finish();
    return outcome;
}

domain::Door read_door(TableReader& reader, Source source) {
    domain::Door door;
    door.id = reader.id("id");
    door.title = reader.text("title");
    door.who = reader.text("who");
    door.where = reader.text("where");
    door.contact = reader.text_or_empty("contact");
    door.say = reader.text("say");
    door.bring = reader.texts("bring");
    door.sources = reader.texts("sources");
    door.when = reader.expression_if("when");
    door.is_private = reader.flag_or("private", false);
    door.for_organisations = reader.flag_or("organisations", false);
    door.bodies = reader.texts_or_none("bodies");
    door.share = reader.texts_or_none("share");
    if (door.bodies.empty() != door.share.empty())
        reader.problem("door " + door.id +
                       ": 'bodies' and 'share' belong together: who is asked, and what they are told");
    for (const Tree* table : reader.tables("because")) {
        TableReader reason_reader(*table, source);
        std::optional<domain::Expression> when = reason_reader.expression_if("when");
        std::string say = reason_reader.text("say");
        reason_reader.finish();
        if (!when) {
            reason_reader.problem("a reason why a door fits needs 'when'");
            continue;
        }
        door.because.push_back({std::move(*when), std::move(say)});
    }
    reader.finish();
    return door;
}

}  // namespace

void read_screening(const Tree& root, Source source, domain::ScreeningMatrix& matrix) {
    TableReader reader(root, source);
    std::set<std::string> keys, outcomes;
    for (const Tree* table : reader.tables("question")) {
        matrix.questions.push_back(read_question(*table, source));
        if (!keys.insert(matrix.questions.back().key).second)
            source.problems.add(source.file, table->line,
                                "the question " + matrix.questions.back().key + " is there twice");
    }
    const std::vector<const Tree*> rules = reader.tables("rule");
    for (const Tree* table : rules)
        matrix.rules.push_back(read_rule(*table, source));
    for (const Tree* table : reader.tables("outcome")) {
        matrix.outcomes.push_back(read_outcome(*table, source));
        if (!outcomes.insert(matrix.outcomes.back().id).second)
            source.problems.add(source.file, table->line,
                                "the outcome " + matrix.outcomes.back().id + " is there twice");
    }
    reader.finish();
    for (const std::string_view key : domain::screening_keys()) {
        if (!keys.contains(std::string(key))) reader.problem("no question has the key " + std::string(key));
    }
    const auto way = [](std::size_t rule, const char* key) { return "rule[" + std::to_string(rule) + "]." + key; };
    if (matrix.rules.empty() || matrix.rules.back().when || matrix.rules.back().primary.empty()) {
        const std::string last = rules.empty() ? std::string() : way(rules.size() - 1, "when");
        source.problems.add(
            source.file, line_of(root, last),
            "the last rule must have a primary outcome and no 'when', so that every person gets an answer");
    }
    for (std::size_t i = 0; i + 1 < matrix.rules.size(); ++i) {
        if (!matrix.rules[i].when)
            source.problems.add(
                source.file, rules[i]->line,
                "the rule " + matrix.rules[i].id + " has no 'when': the rules below it could never be reached");
    }
    for (std::size_t i = 0; i < matrix.rules.size(); ++i) {
        const domain::ScreeningRule& rule = matrix.rules[i];
        const auto want = [&](const std::string& id, const std::string& at) {
            if (!outcomes.contains(id))
                source.problems.add(source.file, line_of(root, at),
                                    "the rule " + rule.id + " leads to '" + id + "', which is no [[outcome]]");
        };
        for (std::size_t n = 0; n < rule.also.size(); ++n)
            want(rule.also[n], way(i, "also[") + std::to_string(n) + "]");
        if (!rule.primary.empty()) want(rule.primary, way(i, "primary"));
    }
}

void read_doors(const Tree& root, Source source, domain::DoorCatalogue& catalogue) {
    TableReader reader(root, source);
    catalogue.ask = reader.text("ask");
    catalogue.hint = reader.text_or_empty("hint");
    std::set<std::string> needs, ids;
    for (const Tree* table : reader.tables("need")) {
        TableReader need_reader(*table, source);
        domain::DoorNeed need{need_reader.id("value"), need_reader.text("say"), need_reader.expression_if("told")};
        need_reader.finish();
        if (!needs.insert(need.value).second) need_reader.problem("the need " + need.value + " is there twice");
        catalogue.needs.push_back(std::move(need));
    }
    for (const Tree* table : reader.tables("told")) {
        TableReader told_reader(*table, source);
        std::string key = told_reader.text("key"), value = told_reader.text("value");
        std::optional<domain::Expression> when = told_reader.expression_if("when");
        told_reader.finish();
        if (!when)
            told_reader.problem("what the form tells of " + key + " needs 'when'");
        else
            catalogue.told.push_back({std::move(key), std::move(value), std::move(*when)});
    }
    for (const Tree* table : reader.tables("door")) {
        TableReader door_reader(*table, source);
        domain::Door door = read_door(door_reader, source);
        if (!ids.insert(door.id).second) door_reader.problem("the door " + door.id + " is there twice");
        catalogue.doors.push_back(std::move(door));
    }
    if (catalogue.doors.empty()) reader.problem("there is no [[door]]; a person must always find another one");
    reader.finish();
}

}  // namespace courtyard::pack
