#include "app/domain/check.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "app/domain/check_parties.hpp"
#include "app/domain/form_scope.hpp"
#include "app/domain/judge.hpp"
#include "app/domain/money.hpp"
#include "app/domain/person_name.hpp"
#include "app/domain/text.hpp"

namespace courtyard::domain {

namespace {

constexpr std::array<std::string_view, 57> kProblemCodes{
    "answer.required",       "answer.type",         "answer.option",
    "answer.too_long",       "answer.characters",   "answer.not_asked",
    "choice.repeat",         "choice.alone",        "answer.private_use",
    "account.length",        "identity.none",       "computed.negative",
    "list.too_few",          "list.too_many",       "name.empty",
    "name.too_long",         "name.character",      "name.private_use",
    "identity.length",       "identity.fifteen",    "identity.character",
    "identity.date",         "identity.future",     "identity.checksum",
    "identity.area_unknown", "identity.permit",     "identity.foreign",
    "identity.manual",       "phone.format",        "area.code",
    "area.unknown",          "case_number.format",  "case_number.year",
    "money.format",          "money.decimals",      "money.negative",
    "money.too_large",       "money.confirm",       "date.format",
    "date.future",           "integer.format",      "integer.range",
    "account.card_length",   "account.luhn",        "account.digits",
    "account.check",         "account.holder",      "paper.reason",
    "declaration.needed",    "consent.needed",      "signature.needed",
    "computed.differs",      "party.same_person",   "party.needs_guardian",
    "party.no_authority",    "household.more_rows", "identity.organisation",
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
        for (Problem& odd : check_parties(form_, application_, scope_, context_.today)) {
            if (!has_error(odd.field)) problems_.push_back(std::move(odd));
        }
        drop_consequences();
        return std::move(problems_);
    }

private:
    void error(std::string_view field, std::string_view part, std::string_view code) {
        problems_.push_back({std::string(field), {}, std::string(part), std::string(code), Severity::Error, {}});
    }
    void warn(std::string_view field, std::string_view part, std::string_view code) {
        problems_.push_back({std::string(field), {}, std::string(part), std::string(code), Severity::Warning, {}});
    }

    [[nodiscard]] bool has_error(std::string_view field) const {
        return std::any_of(problems_.begin(), problems_.end(), [&](const Problem& problem) {
            return problem.severity == Severity::Error && problem.field == field;
        });
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
            if (scope_.is_negative(field)) return error(field.code, {}, "computed.negative");
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
        if (!is_sound) return;
        if (scope_.is_negative(field)) return error(field.code, {}, "computed.negative");
        check_computed(field, judged.stored, computed);
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

    // What follows from other answers is no second complaint while one of those is missing or wrong: whoever mends the
    // cause has mended it, too.
    void drop_consequences() {
        const std::vector<Problem> causes = problems_;
        std::erase_if(problems_, [&](const Problem& problem) {
            static constexpr std::array<std::string_view, 3> kFollowing = {"answer.required", "computed.differs",
                                                                           "computed.negative"};
            if (std::find(kFollowing.begin(), kFollowing.end(), problem.code) == kFollowing.end()) return false;
            const Field* field = form_.field(problem.field);
            if (field != nullptr && !problem.part.empty()) field = field->column(problem.part);
            return field != nullptr && has_failed_source(*field, causes, 0);
        });
    }

    [[nodiscard]] bool has_failed_source(const Field& field, const std::vector<Problem>& causes, int depth) const {
        if (!field.from || depth > kComputedDepthMax) return false;
        const std::vector<std::string> names = field.from->names();
        return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
            const FormName split = split_form_name(name);
            const bool is_cause = std::any_of(causes.begin(), causes.end(), [&](const Problem& cause) {
                return cause.severity == Severity::Error && cause.field == split.code &&
                       (cause.part.empty() || split.part.empty() || cause.part == split.part);
            });
            const Field* source = form_.field(split.code);
            return is_cause || (source != nullptr && has_failed_source(*source, causes, depth + 1));
        });
    }

    // V-CARD: the holder is an applicant, a guardian, or an agent who may collect the money.
    void check_account_holder() {
        for (const Field& field : form_.fields) {
            const Field* holder = field.column_of_role("holder");
            const Answer* answer = application_.find(field.code);
            if (holder == nullptr || answer == nullptr || answer->row() == nullptr || !scope_.holds(field.show))
                continue;
            const auto name = answer->row()->find(holder->code);
            if (name != answer->row()->end() && !is_blank(name->second) && !is_party(name->second))
                warn(field.code, holder->code, "account.holder");
        }
    }

    [[nodiscard]] bool is_party(std::string_view name) const {
        return is_same_name(application_.text(code::kApplicant), name) || is_named_in(code::kFellowApplicants, name) ||
               is_named_in(code::kGuardian, name) || (may_agent_collect() && is_named_in(code::kAgent, name));
    }

    [[nodiscard]] bool may_agent_collect() const {
        const Field* powers = form_.field(code::kAgentPowers);
        const Option* collect = powers == nullptr ? nullptr : powers->option_of_kind("collect");
        const Answer* given = application_.find(code::kAgentPowers);
        if (collect == nullptr) return true;  // this form does not ask
        const TextList* list = given == nullptr ? nullptr : given->list();
        return list != nullptr && std::find(list->begin(), list->end(), collect->value) != list->end();
    }

    [[nodiscard]] bool is_named_in(std::string_view code, std::string_view name) const {
        const Field* field = form_.field(code);
        const Answer* answer = application_.find(code);
        if (field == nullptr || answer == nullptr || !scope_.holds(field->show)) return false;
        const auto names = [&](const Row& row) {
            return std::any_of(field->columns.begin(), field->columns.end(), [&](const Field& column) {
                const auto part = row.find(column.code);
                return column.type == FieldType::Name && part != row.end() && is_same_name(part->second, name);
            });
        };
        if (const Row* row = answer->row()) return names(*row);
        const RowList* rows = answer->rows();
        return rows != nullptr && std::any_of(rows->begin(), rows->end(), names);
    }

    static bool is_same_name(std::string_view a, std::string_view b) {
        const base::Result<PersonName> first = PersonName::parse(a), second = PersonName::parse(b);
        return first && second && *first == *second;
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

std::vector<std::string> dropped(const std::vector<Problem>& problems) {
    std::vector<std::string> places;
    for (const Problem& problem : problems) {
        if (problem.code == "answer.not_asked") places.push_back(place(problem));
    }
    return places;
}

std::vector<Problem> only(Severity severity, std::vector<Problem> problems) {
    std::erase_if(problems, [&](const Problem& problem) { return problem.severity != severity; });
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
