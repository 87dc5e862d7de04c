#include <algorithm>
#include <utility>

#include "app/domain/bank_account.hpp"
#include "app/domain/judge.hpp"
#include "app/domain/signature_ink.hpp"
#include "app/domain/text.hpp"

namespace courtyard::domain {

namespace {

// What stands there exactly; "" for a blank.
std::string_view part_of(const Row& row, std::string_view key) {
    const auto found = row.find(key);
    return found == row.end() || is_blank(found->second) ? std::string_view{} : std::string_view(found->second);
}

const Option* chosen(const Field* column, const Row& row) {
    return column == nullptr ? nullptr : column->option(part_of(row, column->code));
}

std::string_view kind_chosen(const Field* column, const Row& row) {
    const Option* option = chosen(column, row);
    return option == nullptr ? std::string_view{} : std::string_view(option->kind);
}

// In a group the choice beside a document number says which document it is.
std::string_view document_kind(const Field& owner, const Row& row) {
    for (const Field& column : owner.columns) {
        if (column.option_of_kind("citizen") != nullptr) return kind_chosen(&column, row);
    }
    return {};
}

class Judge {
public:
    Judge(const Field& field, const CheckContext& context, const FormScope& scope)
        : field_(field), context_(context), scope_(scope) {}

    JudgedAnswer judge(const Answer& answer) {
        out_.stored = answer;
        if (answer.is_empty()) return std::move(out_);
        if (const std::string* word = sole_text(answer); word != nullptr && field_.is_also(*word)) {
            out_.stored = Answer{std::string(*word)};
            return std::move(out_);
        }
        switch (field_.type) {
            case FieldType::Multi: judge_multi(answer); break;
            case FieldType::IdDocument: judge_document(answer); break;
            case FieldType::Group: judge_group(answer); break;
            case FieldType::BankAccount: judge_bank_account(answer); break;
            case FieldType::Rows:
            case FieldType::Papers: judge_rows(answer); break;
            case FieldType::Declaration:
            case FieldType::Consent:
                if (answer.flag() == nullptr) error("answer.type");
                break;
            case FieldType::Signature: judge_signature(answer); break;
            default: judge_single(answer); break;
        }
        return std::move(out_);
    }

private:
    // A word instead of an answer may stand alone or as the one entry of a list.
    static const std::string* sole_text(const Answer& answer) {
        const TextList* list = answer.list();
        return list != nullptr && list->size() == 1 ? &list->front() : answer.text();
    }

    using Place = std::pair<std::optional<std::size_t>, std::string_view>;  // row and part

    void error(std::string_view code, Place place = {}, std::map<std::string, std::string> params = {}) {
        out_.problems.push_back(
            {{}, place.first, std::string(place.second), std::string(code), Severity::Error, std::move(params)});
    }
    void warn(std::string_view code, Place place) {
        out_.problems.push_back({{}, place.first, std::string(place.second), std::string(code), Severity::Warning, {}});
    }
    std::string take(Judged judged, Place place) {
        for (Problem& problem : judged.problems) {
            problem.row = place.first;
            problem.part = std::string(place.second);
            out_.problems.push_back(std::move(problem));
        }
        return std::move(judged.stored);
    }

    void judge_single(const Answer& answer) {
        const std::string* text = answer.text();
        if (text == nullptr) return error("answer.type");
        out_.stored = Answer{take(judge_text(field_, *text, context_, {}), {})};
    }

    void judge_multi(const Answer& answer) {
        const TextList* list = answer.list();
        if (list == nullptr) return error("answer.type");
        TextList stored;
        bool is_alone = false;
        for (const std::string& value : *list) {
            const Option* option = field_.option(value);
            if (option == nullptr) return error("answer.option");
            if (std::find(stored.begin(), stored.end(), value) != stored.end()) return error("choice.repeat");
            is_alone = is_alone || option->kind == "alone";
            stored.push_back(value);
        }
        if (is_alone && stored.size() > 1) return error("choice.alone");
        judge_count(stored.size());
        out_.stored = Answer{std::move(stored)};
    }

    void judge_count(std::size_t count) {
        const auto number = static_cast<std::int64_t>(count);
        if (number < field_.least()) error("list.too_few", {}, {{"min", std::to_string(field_.least())}});
        if (number > field_.most()) error("list.too_many", {}, {{"max", std::to_string(field_.most())}});
    }

    void judge_document(const Answer& answer) {
        const Option* citizen = field_.option_of_kind("citizen");
        Row row;
        if (const std::string* text = answer.text()) {
            row = {{"type", citizen == nullptr ? std::string{} : citizen->value}, {"number", *text}};
        } else if (const Row* given = answer.row()) {
            row = *given;
            if (part_of(row, "type").empty()) row["type"] = citizen == nullptr ? std::string{} : citizen->value;
        } else {
            return error("answer.type");
        }
        const std::string type(part_of(row, "type"));
        const Option* option = field_.option(type);
        if (option == nullptr) return error("answer.option", {{}, "type"});
        const std::string_view number = part_of(row, "number");
        if (number.empty() && option->kind != "none") return error("answer.required", {{}, "number"});
        Row stored{{"type", type}};
        if (!number.empty()) stored["number"] = take(judge_text(field_, number, context_, option->kind), {});
        out_.stored = Answer{std::move(stored)};
    }

    void judge_signature(const Answer& answer) {
        const Row* row = answer.row();
        if (row == nullptr) return error("answer.type");
        if (part_of(*row, "signed") != "true") return error("signature.needed");
        Field date;
        date.type = FieldType::Date;
        Row stored{{"signed", "true"}};
        if (!part_of(*row, "date").empty())
            stored["date"] = take(judge_text(date, part_of(*row, "date"), context_, {}), {{}, "date"});
        if (const std::string_view ink = part_of(*row, "ink"); !ink.empty()) {
            if (!read_ink(ink)) error("signature.ink", {{}, "ink"});
            stored["ink"] = std::string(ink);
        }
        out_.stored = Answer{std::move(stored)};
    }

    void judge_group(const Answer& answer) {
        const Row* row = answer.row();
        if (row == nullptr) return error("answer.type");
        out_.stored = Answer{judge_row(*row, std::nullopt)};
    }

    void judge_rows(const Answer& answer) {
        const RowList* rows = answer.rows();
        if (rows == nullptr) return error("answer.type");
        judge_count(rows->size());
        if (static_cast<std::int64_t>(rows->size()) > field_.most()) return;
        RowList stored;
        for (std::size_t i = 0; i < rows->size(); ++i)
            stored.push_back(judge_row((*rows)[i], i));
        out_.stored = Answer{std::move(stored)};
    }

    Row judge_row(const Row& row, std::optional<std::size_t> index) {
        Row stored;
        for (const auto& [key, text] : row) {
            if (field_.column(key) == nullptr) error("answer.type", {index, key});
        }
        for (const Field& column : field_.columns) {
            judge_part(column, row, index, stored);
            if (scope_.holds(column.show) && scope_.is_negative(column))
                error("computed.negative", {index, source_of(column)});
        }
        return stored;
    }

    // Where a person can mend a computed part: the last one of this field that it is computed from.
    std::string source_of(const Field& column) const {
        std::string part = column.code;
        for (const std::string& name : column.from->names()) {
            const FormName split = split_form_name(name);
            if (split.code == field_.code && field_.column(split.part) != nullptr) part = split.part;
        }
        return part;
    }

    void judge_part(const Field& column, const Row& row, std::optional<std::size_t> index, Row& stored) {
        const std::string_view text = part_of(row, column.code);
        const std::optional<std::string> computed = scope_.computed(column);
        if (!scope_.holds(column.show)) {
            if (!text.empty()) warn("answer.not_asked", {index, column.code});
            return;
        }
        if (text.empty()) {
            const bool is_needed =
                column.need == Need::Must || (column.need == Need::When && scope_.holds(column.when));
            const bool wants_reason =
                column.role == "reason" && kind_chosen(field_.column_of_role("state"), row) == "missing";
            const bool has_no_number = column.type == FieldType::IdDocument && document_kind(field_, row) == "none";
            if (wants_reason) return error("paper.reason", {index, column.code});
            if (is_needed && !computed && !has_no_number) error("answer.required", {index, column.code});
            return;
        }
        stored[column.code] =
            take(judge_text(column, text, context_, document_kind(field_, row)), {index, column.code});
    }

    void judge_bank_account(const Answer& answer) {
        const Row* row = answer.row();
        if (row == nullptr) return error("answer.type");
        Row stored = judge_row(*row, std::nullopt);
        const Field* account = field_.column_of_role("account");
        const std::string_view kind = kind_chosen(field_.column_of_role("kind"), *row);
        const auto is_wrong_already = [&] {
            return std::any_of(out_.problems.begin(), out_.problems.end(), [&](const Problem& problem) {
                return problem.part == account->code && problem.severity == Severity::Error;
            });
        };
        if (account != nullptr && stored.contains(account->code) && !kind.empty() && !is_wrong_already()) {
            const std::string_view typed = part_of(*row, account->code);
            const base::Result<std::string> number = kind == "card" ? parse_card(typed) : parse_account(typed);
            if (!number) error(number.error().code, {{}, account->code});
            if (number && kind != "card") warn("account.check", {{}, account->code});
            if (number) stored[account->code] = *number;
        }
        out_.stored = Answer{std::move(stored)};
    }

    const Field& field_;
    const CheckContext& context_;
    const FormScope& scope_;
    JudgedAnswer out_;
};

}  // namespace

JudgedAnswer judge_answer(const Field& field, const Answer& answer, const CheckContext& context,
                          const FormScope& scope) {
    JudgedAnswer judged = Judge(field, context, scope).judge(answer);
    for (Problem& problem : judged.problems)
        problem.field = field.code;
    return judged;
}

}  // namespace courtyard::domain
