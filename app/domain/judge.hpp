// One text judged by the type of its field: what is wrong with it, and how it is stored. check() and normal() both
// stand on this, so that what is accepted and what is stored cannot drift apart. For check*.cpp; app/pack takes its
// limits from here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/domain/check.hpp"
#include "app/domain/form_scope.hpp"

namespace courtyard::domain {

inline constexpr std::size_t kDocumentNumberMax = 40;  // code points of a number that is not a citizen's

struct Judged {
    std::string stored;  // as typed where something is wrong
    std::vector<Problem> problems;

    void error(std::string_view code, std::map<std::string, std::string> params = {});
    void warn(std::string_view code);
};

// `document_kind`: for a number of an id_document, the kind of the chosen document ("citizen", "permit", "foreign",
// "organisation", "other", "none").
[[nodiscard]] Judged judge_text(const Field& field, std::string_view text, const CheckContext& context,
                                std::string_view document_kind);

// One whole answer. `scope` gives the values that conditions and computed parts of columns need.
struct JudgedAnswer {
    Answer stored;
    std::vector<Problem> problems;
};
[[nodiscard]] JudgedAnswer judge_answer(const Field& field, const Answer& answer, const CheckContext& context,
                                        const FormScope& scope);

}  // namespace courtyard::domain
