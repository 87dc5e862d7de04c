#include "app/domain/check.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "app/domain/form_scope.hpp"
#include "app/domain/judge.hpp"
#include "app/domain/money.hpp"
#include "app/domain/text.hpp"

namespace courtyard::domain {

namespace {

constexpr std::array<std::string_view, 48> kProblemCodes{
    "answer.required",       "answer.type",      "answer.option",       "answer.too_long",
    "answer.characters",     "answer.not_asked", "choice.repeat",       "choice.alone",
    "list.too_few",          "list.too_many",    "name.empty",          "name.too_long",
    "name.character",        "name.private_use", "identity.length",     "identity.fifteen",
    "identity.character",    "identity.date",    "identity.future",     "identity.checksum",
    "identity.area_unknown", "identity.permit",  "identity.foreign",    "identity.manual",
    "phone.format",          "area.code",        "area.unknown",        "case_number.format",
    "case_number.year",      "money.format",     "money.decimals",      "money.negative",
    "money.too_large",       "money.confirm",    "date.format",         "date.future",
    "integer.format",        "integer.range",    "account.card_length", "account.luhn",
    "account.digits",        "account.check",    "account.holder",      "paper.reason",
    "declaration.needed",    "consent.needed",   "signature.needed",    "computed.differs",
};

// What is missing, said in the way of its type.
std::string_view missing_code(FieldType type) {
    switch (type) {
        case FieldType::Declaration: return "declaration.needed";
        case FieldType::Consent: return "consent.needed";
        case FieldType::Signature: return "signature.needed";
        default: return "answer.required";
    }
}

// People round: a computed amount may differ by up to one yuan.
bool is_near(const Field& field, std::string_view given, std::string_view computed) {
    if (given == computed) return true;
    if (field.type != FieldType::Money) return false;
    const base::Result<Fen> a = parse_yuan(given), b = parse_yuan(computed);
    constexpr std::int64_t kToleranceFen = 100;
    return a && b && std::llabs(a->value - b->value) <= kToleranceFen;
}

class Checker {
public:
    Checker(const FormDefinition& form, const Application& application, const CheckContext& context)
        : form_(form),
          application_(application),
          context_(context),
          scope_(form, application, context.today, context.kind.value_or(kind_of(form, application))) {}

    std::vector<Problem> check() {
        for (const auto& [code, answer] : application_.answers) {
            if (form_.field(code) == nullptr) error(code, {}, "answer.type");
        }
        for (const Field& field : form_.fields)
            check_field(field);
        check_account_holder();
        return std::move(problems_);
    }

private:
    void error(std::string_view field, std::string_view part, std::string_view code) {
        problems_.push_back({std::string(field), {}, std::string(part), std::string(code), Severity::Error, {}});
    }
    void warn(std::string_view field, std::string_view part, std::string_view code) {
        problems_.push_back({std::string(field), {}, std::string(part), std::string(code), Severity::Warning, {}});
    }

    [[nodiscard]] bool is_required(const Field& field) const {
        return field.need == Need::Must || (field.need == Need::When && scope_.holds(field.when));
    }

    void check_field(const Field& field) {
        const Answer* answer = application_.find(field.code);
        if (!scope_.holds(field.show)) {
            if (answer != nullptr) warn(field.code, {}, "answer.not_asked");
            return;
        }
        const std::optional<std::string> computed = scope_.computed(field);
        if (answer == nullptr) {
            if (is_required(field) && !computed) error(field.code, {}, missing_code(field.type));
            return;
        }
        const bool* flag = answer->flag();
        if (flag != nullptr && !*flag && is_required(field)) return error(field.code, {}, missing_code(field.type));
        JudgedAnswer judged = judge_answer(field, *answer, context_, scope_);
        const bool is_sound = !has_errors(judged.problems);
        if (is_sound && judged.stored.is_empty()) {  // nothing but blanks was typed
            if (is_required(field) && !computed) error(field.code, {}, missing_code(field.type));
            return;
        }
        problems_.insert(problems_.end(), std::make_move_iterator(judged.problems.begin()),
                         std::make_move_iterator(judged.problems.end()));
        if (is_sound) check_computed(field, judged.stored, computed);
    }

    void check_computed(const Field& field, const Answer& stored, const std::optional<std::string>& computed) {
        if (const std::string* text = stored.text();
            text != nullptr && computed && !field.is_also(*text) && !is_near(field, *text, *computed)) {
            error(field.code, {}, "computed.differs");
        }
        const Row* row = field.type == FieldType::Group ? stored.row() : nullptr;
        if (row == nullptr) return;
        for (const Field& column : field.columns) {
            const std::optional<std::string> part = scope_.computed(column);
            const auto given = row->find(column.code);
            if (part && given != row->end() && !column.is_also(given->second) &&
                !is_near(column, given->second, *part)) {
                error(field.code, column.code, "computed.differs");
            }
        }
    }

    // V-CARD: the holder is the applicant, or a guardian or agent who is named in the application.
    void check_account_holder() {
        for (const Field& field : form_.fields) {
            const Field* holder = field.column_of_role("holder");
            const Answer* answer = application_.find(field.code);
            if (holder == nullptr || answer == nullptr || answer->row() == nullptr || !scope_.holds(field.show))
                continue;
            const auto name = answer->row()->find(holder->code);
            if (name != answer->row()->end() && !trim(name->second).empty() && !is_named(trim(name->second)))
                warn(field.code, holder->code, "account.holder");
        }
    }

    [[nodiscard]] bool is_named(std::string_view name) const {
        return std::any_of(application_.answers.begin(), application_.answers.end(), [&](const auto& entry) {
            const Field* field = form_.field(entry.first);
            if (field == nullptr || field->type == FieldType::BankAccount) return false;
            if (field->type == FieldType::Name)
                return trim(application_.text(entry.first)) == name && entry.first == "F1.01";
            const Row* row = field->type == FieldType::Group ? entry.second.row() : nullptr;
            if (row == nullptr) return false;
            return std::any_of(field->columns.begin(), field->columns.end(), [&](const Field& column) {
                const auto part = row->find(column.code);
                return column.type == FieldType::Name && part != row->end() && trim(part->second) == name;
            });
        });
    }

    const FormDefinition& form_;
    const Application& application_;
    const CheckContext& context_;
    FormScope scope_;
    std::vector<Problem> problems_;
};

}  // namespace

std::string place(const Problem& problem) {
    std::string out = problem.field;
    if (problem.row) out += '[' + std::to_string(*problem.row + 1) + ']';
    if (!problem.part.empty()) out += '.' + problem.part;
    return out;
}

std::span<const std::string_view> problem_codes() { return kProblemCodes; }

std::vector<Problem> check(const FormDefinition& form, const Application& application, const CheckContext& context) {
    return Checker(form, application, context).check();
}

std::vector<Problem> check_answer(const FormDefinition& form, const Field& field, const Answer& answer,
                                  const CheckContext& context) {
    Application alone;
    alone.answers[field.code] = answer;
    const FormScope scope(form, alone, context.today, context.kind.value_or(ApplicantKind::Self));
    std::vector<Problem> problems = judge_answer(field, answer, context, scope).problems;
    std::erase_if(problems, [](const Problem& problem) {
        return problem.code == "answer.required" || problem.code == "answer.not_asked";
    });
    return problems;
}

bool has_errors(const std::vector<Problem>& problems) {
    return std::any_of(problems.begin(), problems.end(),
                       [](const Problem& problem) { return problem.severity == Severity::Error; });
}

Application normal(const FormDefinition& form, const Application& application, Date today) {
    const ApplicantKind kind = kind_of(form, application);
    const CheckContext context{today, nullptr, kind};
    const Application filled = with_computed(form, application, today, kind);
    const FormScope scope(form, filled, today, kind);
    Application out;
    for (const Field& field : form.fields) {
        const Answer* answer = filled.find(field.code);
        if (answer == nullptr || !scope.holds(field.show)) continue;
        JudgedAnswer judged = judge_answer(field, *answer, context, scope);
        Answer stored = has_errors(judged.problems) ? *answer : std::move(judged.stored);
        if (!stored.is_empty()) out.answers.insert_or_assign(field.code, std::move(stored));
    }
    return out;
}

}  // namespace courtyard::domain
