// Names in the expressions of a form, and the values that an application gives them. For form*.cpp, check*.cpp and
// judge*.cpp; app/pack says the same in JSON Schema (schema_condition.hpp).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/domain/expression.hpp"
#include "app/domain/form.hpp"

namespace courtyard::domain {

// "F1.36.<part>" = field F1.36 and a part; the part is empty for the field itself.
struct FormName {
    std::string_view code, part;
};
[[nodiscard]] FormName split_form_name(std::string_view name);

class FormScope final : public Scope {
public:
    FormScope(const FormDefinition& form, const Application& application, Date today, ApplicantKind kind)
        : form_(form), application_(application), today_(today), kind_(kind) {}

    [[nodiscard]] Value value(std::string_view name) const override;
    [[nodiscard]] bool is_unknown(std::string_view name) const override;

    // What follows from other answers, as it would be stored; nothing where it cannot be computed (yet).
    [[nodiscard]] std::optional<std::string> computed(const Field& field) const;
    // What follows from other answers is an amount or a count below zero: one of them cannot be right.
    [[nodiscard]] bool is_negative(const Field& field) const;
    [[nodiscard]] bool holds(const std::optional<Expression>& condition) const {
        return !condition || condition->holds(*this, today_);
    }

private:
    [[nodiscard]] Value evaluated(const Field& field) const;

    const FormDefinition& form_;
    const Application& application_;
    Date today_;
    ApplicantKind kind_;
    mutable int depth_ = 0;  // computed values may refer to computed values; a circle ends at kComputedDepthMax
};

inline constexpr int kComputedDepthMax = 6;

}  // namespace courtyard::domain
