#include <algorithm>

#include "app/domain/form_scope.hpp"
#include "app/pack/readers.hpp"

namespace courtyard::pack {

namespace {

using domain::Expression;
using domain::Field;
using domain::FieldType;

constexpr std::string_view kFormFile = "forms/f1.toml";

class FormChecker {
public:
    FormChecker(const domain::FormDefinition& form, Problems& problems, std::string_view file = kFormFile)
        : form_(form), problems_(problems), file_(file) {}

    void check() {
        for (std::size_t i = 0; i < form_.fields.size(); ++i) {
            const Field& field = form_.fields[i];
            const std::string way = "field[" + std::to_string(i) + "]";
            check_field(field, {field.code, way});
            for (std::size_t n = 0; n < field.columns.size(); ++n)
                check_field(field.columns[n],
                            {field.code + "." + field.columns[n].code, way + ".column[" + std::to_string(n) + "]"});
        }
    }

    // A name that is no field but has words of its own.
    void also(std::string_view name, std::span<const std::string_view> words) {
        other_ = name;
        words_ = words;
    }

    void check_expression(const std::optional<Expression>& expression, const CheckedPlace& place,
                          std::string_view key) {
        if (!expression) return;
        for (const std::string& name : expression->names()) {
            if (name != "path" && (other_.empty() || name != other_) && !is_known(name))
                problem(place, key, "'" + name + "' is no field of this form and no column of one");
        }
        for (const Expression::Comparison& comparison : expression->comparisons()) {
            if (!can_be(comparison))
                problem(
                    place, key,
                    "'" + comparison.name + "' can never be '" + comparison.literal + "'; see its options and 'also'");
        }
    }

private:
    void check_field(const Field& field, const CheckedPlace& place) {
        check_expression(field.when, place, "when");
        check_expression(field.show, place, "show");
        check_expression(field.from, place, "from");
        if (field.from) check_circle(place);
    }

    void problem(const CheckedPlace& place, std::string_view key, const std::string& what) {
        problems_.add_at(file_, place.way + "." + std::string(key),
                         place.name + ", '" + std::string(key) + "': " + what);
    }

    bool is_known(std::string_view name) const {
        const domain::FormName split = domain::split_form_name(name);
        const Field* field = form_.field(split.code);
        if (field == nullptr) return false;
        return split.part.empty() || split.part == "kind" || field->column(split.part) != nullptr;
    }

    bool can_be(const Expression::Comparison& comparison) const {
        if (!other_.empty() && comparison.name == other_)
            return std::find(words_.begin(), words_.end(), comparison.literal) != words_.end();
        if (comparison.name == "path") return domain::applicant_kind(comparison.literal).has_value();
        const domain::FormName split = domain::split_form_name(comparison.name);
        const Field* field = form_.field(split.code);
        if (field == nullptr) return true;
        if (split.part == "kind") return field->option_of_kind(comparison.literal) != nullptr;
        const Field* column = split.part.empty() ? field : field->column(split.part);
        if (column == nullptr || column->options.empty() || column->type == FieldType::IdDocument) return true;
        return column->option(comparison.literal) != nullptr || column->is_also(comparison.literal);
    }

    // A value that is computed from itself would never have one.
    void check_circle(const CheckedPlace& place) {
        std::vector<std::string> seen{place.name};
        for (std::size_t i = 0; i < seen.size(); ++i) {
            const Field* field = computed_field(seen[i]);
            if (field == nullptr) continue;
            for (const std::string& name : field->from->names()) {
                if (name == place.name) return problem(place, "from", "the value is computed from itself");
                if (std::find(seen.begin(), seen.end(), name) == seen.end()) seen.push_back(name);
            }
        }
    }

    const Field* computed_field(std::string_view name) const {
        const domain::FormName split = domain::split_form_name(name);
        const Field* field = form_.field(split.code);
        if (field != nullptr && !split.part.empty()) field = field->column(split.part);
        return field != nullptr && field->from ? field : nullptr;
    }

    const domain::FormDefinition& form_;
    Problems& problems_;
    std::string_view file_, other_;
    std::span<const std::string_view> words_;
};

}  // namespace

void check_form(const domain::FormDefinition& form, Problems& problems) { FormChecker(form, problems).check(); }

void check_told_answers(const domain::FormDefinition& form, const domain::DoorCatalogue& doors, Source source) {
    FormChecker checker(form, source.problems, source.file);
    checker.also("found", domain::kFoundWords);
    for (std::size_t i = 0; i < doors.told.size(); ++i) {
        const domain::ToldAnswer& each = doors.told[i];
        const std::string way = "told[" + std::to_string(i) + "]";
        const auto values = domain::screening_values(each.key);
        if (std::find(values.begin(), values.end(), each.value) == values.end() || each.value == "unknown")
            source.problems.add_at(source.file, way + ".value",
                                   "told " + each.key + ": '" + each.value + "' is no answer to it");
        checker.check_expression(each.when, {"told " + each.key + " " + each.value, way}, "when");
    }
}

void check_form_expression(const domain::FormDefinition& form, const std::optional<Expression>& expression,
                           const CheckedPlace& place, std::string_view key, Source source) {
    FormChecker(form, source.problems, source.file).check_expression(expression, place, key);
}

namespace {

bool is_found_word(std::string_view word) {
    return std::find(domain::kFoundWords.begin(), domain::kFoundWords.end(), word) != domain::kFoundWords.end();
}

void check_screening_expression(const std::optional<Expression>& expression, const CheckedPlace& at,
                                std::string_view file, const domain::ScreeningMatrix& matrix,
                                const domain::DoorCatalogue* doors, Problems& problems) {
    if (!expression) return;
    const std::string& place = at.name;
    const auto keys = domain::screening_keys();
    for (const std::string& name : expression->names()) {
        const bool is_key = std::find(keys.begin(), keys.end(), name) != keys.end();
        if (!is_key && !(doors != nullptr && (name == "primary" || name == "needs" || name == "found")))
            problems.add_at(file, at.way, place + ": '" + name + "' is no key of the screening");
    }
    for (const Expression::Comparison& comparison : expression->comparisons()) {
        if (comparison.literal == "unknown") {
            problems.add_at(file, at.way,
                            place + ": write unknown(" + comparison.name + "); an unknown answer equals nothing");
            continue;
        }
        const std::vector<std::string_view> values = domain::screening_values(comparison.name);
        const auto is_need = [&] {
            return doors != nullptr && std::any_of(doors->needs.begin(), doors->needs.end(),
                                                   [&](const auto& need) { return need.value == comparison.literal; });
        };
        const bool can_be = comparison.name == "primary" ? matrix.outcome(comparison.literal) != nullptr
                            : comparison.name == "needs" ? is_need()
                            : comparison.name == "found"
                                ? doors != nullptr && is_found_word(comparison.literal)
                                : std::find(values.begin(), values.end(), comparison.literal) != values.end();
        if (!can_be)
            problems.add_at(file, at.way,
                            place + ": '" + comparison.name + "' can never be '" + comparison.literal + "'");
    }
}

}  // namespace

void check_screening(const domain::ScreeningMatrix& matrix, const domain::DoorCatalogue& doors, Problems& problems) {
    constexpr std::string_view kRules = "rules/screening.toml", kDoors = "rules/doors.toml";
    const auto way = [](const char* list, std::size_t i) { return list + ("[" + std::to_string(i) + "]"); };
    for (std::size_t i = 0; i < matrix.questions.size(); ++i)
        check_screening_expression(matrix.questions[i].show,
                                   {"question " + matrix.questions[i].key, way("question", i) + ".show"}, kRules,
                                   matrix, nullptr, problems);
    for (std::size_t i = 0; i < matrix.rules.size(); ++i)
        check_screening_expression(matrix.rules[i].when, {"rule " + matrix.rules[i].id, way("rule", i) + ".when"},
                                   kRules, matrix, nullptr, problems);
    for (std::size_t i = 0; i < doors.doors.size(); ++i) {
        const domain::Door& door = doors.doors[i];
        const std::string name = "door " + door.id, at = way("door", i);
        check_screening_expression(door.when, {name, at + ".when"}, kDoors, matrix, &doors, problems);
        for (std::size_t n = 0; n < door.because.size(); ++n)
            check_screening_expression(door.because[n].when, {name, at + "." + way("because", n) + ".when"}, kDoors,
                                       matrix, &doors, problems);
    }
}

}  // namespace courtyard::pack
