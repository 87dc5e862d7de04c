// Why an outcome came out, and the smallest change of answers that would lead to another one. Nobody is advised to
// answer otherwise than it is: a change is either a fact that was answered wrongly, something still to be found out, or
// something that can be got. It searches the whole space of answers, exactly; bench/screening_main.cpp measures it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "app/domain/screening.hpp"

namespace courtyard::domain {

struct AnswerChange {
    std::string key;
    // The answers that would do, all with the same effect, those nearest to the present one and no others, in the order
    // of the question's options; for E and H each is the whole list, {} = none of them.
    std::vector<std::vector<std::string>> any_of;
    bool was_unknown = false;  // to be found out, not to be changed

    friend bool operator==(const AnswerChange&, const AnswerChange&) = default;
};

// Answers that would have to be different together; in the order of the questions.
struct ScreeningWay {
    std::vector<AnswerChange> changes;
    std::string rule, primary;
    friend bool operator==(const ScreeningWay&, const ScreeningWay&) = default;
};

inline constexpr std::size_t kWaysMax = 3;

struct ScreeningWays {
    // With as few changes as lead to any better outcome that is welcome, those that lead to the best of them, at most
    // kWaysMax: first what is only to be found out, then in the order of the questions. Empty: nothing better can be
    // reached.
    std::vector<ScreeningWay> better;
    // The same towards the other outcomes: what must not turn out otherwise.
    std::vector<ScreeningWay> other;
    // Questions of which one other answer alone would lead to another outcome, in the order of the questions.
    std::vector<std::string> single;
    // Questions that stand in the way of something better: of all ways like `better`, not of three alone.
    std::vector<std::string> in_the_way;
};

// Answers that lead to "I do not know", to a doubtful authority or to a wrongdoer as guardian are never named.
[[nodiscard]] ScreeningWays smallest_changes(const ScreeningMatrix& matrix, const ScreeningAnswers& answers);
[[nodiscard]] ScreeningAnswers changed(const ScreeningAnswers& answers, const ScreeningWay& way);

// What the deciding rule rests on. Keys, in the order of the questions.
struct ScreeningGrounds {
    std::vector<std::string> decided;    // the answers that decided it
    std::vector<std::string> looked_at;  // the other answers that rules down to the deciding one look at
    std::vector<std::string> open;       // what is still unknown and made the deciding rule hold
};
// Questions that are not asked after these answers are not named.
[[nodiscard]] ScreeningGrounds grounds_of(const ScreeningMatrix& matrix, const ScreeningAnswers& answers,
                                          const ScreeningWays& ways);

}  // namespace courtyard::domain
