// What names mean in the conditions of rules, questions and doors. For screening*.cpp and door.cpp.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "app/domain/expression.hpp"
#include "app/domain/screening.hpp"

namespace courtyard::domain {

inline constexpr std::size_t kLifeInDanger = 2;  // E2

// Unknown answers have no value, so that a condition holds on definite answers only. `primary` (the outcome), `needs`
// (what else is so at home) and `found` (what the court has recorded) are there for doors.
class AnswerScope final : public Scope {
public:
    explicit AnswerScope(const ScreeningAnswers& answers, std::string_view primary = {},
                         const std::set<std::string, std::less<>>* needs = nullptr,
                         const std::set<std::string, std::less<>>* found = nullptr)
        : answers_(answers), primary_(primary), needs_(needs), found_(found) {
        if (answers_.e.test(kLifeInDanger)) answers_.g4 = Reply::Yes;
    }

    [[nodiscard]] Value value(std::string_view name) const override;
    [[nodiscard]] bool is_unknown(std::string_view name) const override;

private:
    ScreeningAnswers answers_;
    std::string_view primary_;
    const std::set<std::string, std::less<>>* needs_;
    const std::set<std::string, std::less<>>* found_;
};

}  // namespace courtyard::domain
