// Screening answers and results as JSON.
#pragma once

#include <string>
#include <string_view>

#include "app/domain/door.hpp"
#include "app/domain/screening.hpp"
#include "sync/base/result.hpp"

namespace courtyard::pack {

// {"G1":"yes","G2":"police","E":["E1"],"H":["H6"],"agency":"ok","guardian_is_wrongdoer":false}; what is missing is
// unknown. "screening.json", "screening.key", "screening.value", "screening.alone", each naming the key.
[[nodiscard]] base::Result<domain::ScreeningAnswers> parse_screening_answers(std::string_view json);
// All keys, in the order of screening_keys().
[[nodiscard]] std::string write_screening_answers(const domain::ScreeningAnswers& answers);

// The fewest changes that lead elsewhere, beside write_screening(): {"better":[{"primary","rule","changes":[{"key",
// "any_of":[answer,…],"unknown":true}]}],"other":[…],"single":["G3"],"decided":[…],"looked_at":[…],"open":[…]}
[[nodiscard]] std::string write_ways(const domain::ScreeningMatrix& matrix, const domain::ScreeningAnswers& answers);
// [{"id","title","because":["…"]}], in the order of fit.
[[nodiscard]] std::string write_doors(const std::vector<domain::OpenDoor>& doors);

// {"rule":"R13","primary":"OUT-A","also":[],"reasons":[],"articles":[],"would_change":[{"key","to","rule","primary"}]};
// "to" is an answer as parse_screening_answers() takes it.
[[nodiscard]] std::string write_screening(const domain::Screening& screening);

}  // namespace courtyard::pack
