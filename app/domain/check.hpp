// Is an application sound? Problems are data, shown beside the field they belong to; the sentence of each code is in
// the pack.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/domain/answer.hpp"
#include "app/domain/area.hpp"
#include "app/domain/form.hpp"

namespace courtyard::domain {

enum class Severity : std::uint8_t { Error, Warning };

struct Problem {
    std::string field;               // "F1.51"
    std::optional<std::size_t> row;  // from 0; place() counts from 1
    std::string part;                // column key, empty for the field itself
    std::string code;                // "money.negative": key of the sentence in text/errors.toml
    Severity severity = Severity::Error;
    std::map<std::string, std::string> params;  // limits only, never what a person typed

    friend bool operator==(const Problem&, const Problem&) = default;
};

[[nodiscard]] std::string place(const Problem& problem);  // "F1.51[2].<part>"

// Every code that check() can give. A pack must have a sentence for each.
[[nodiscard]] std::span<const std::string_view> problem_codes();

struct CheckContext {
    Date today;
    const Areas* areas = nullptr;       // nullptr: area codes are not judged
    std::optional<ApplicantKind> kind;  // nothing: kind_of(form, application)
};

// All problems in the order of the form; empty means that it can be filed without a question. Unknown codes are
// problems, too. A cause is named alone: a value that is computed from an answer that is missing or wrong is no problem
// of its own. Warnings keep nothing from being filed, but a person must be told of them.
[[nodiscard]] std::vector<Problem> check(const FormDefinition& form, const Application& application,
                                         const CheckContext& context);
// The problems of one answer alone (what a screen shows while a person types); required fields are not judged.
[[nodiscard]] std::vector<Problem> check_answer(const FormDefinition& form, const Field& field, const Answer& answer,
                                                const CheckContext& context);
[[nodiscard]] bool has_errors(const std::vector<Problem>& problems);
[[nodiscard]] std::vector<Problem> only(Severity severity, std::vector<Problem> problems);
// Of what check() found, the places of the answers that will not be filed because this application does not ask for
// them ("F3.5", "F1.36.<part>"): the warnings "answer.not_asked".
[[nodiscard]] std::vector<std::string> dropped(const std::vector<Problem>& problems);

// The answers as they are stored: trimmed, numbers in half-width, identity numbers in upper case, money in plain yuan,
// case numbers with full-width brackets, plain strings of documents spelled out, computed values filled in, hidden
// fields left out. For sound applications; what is not sound stays as it is. normal(normal(x)) == normal(x).
[[nodiscard]] Application normal(const FormDefinition& form, const Application& application, Date today);

}  // namespace courtyard::domain
