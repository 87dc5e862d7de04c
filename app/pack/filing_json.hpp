// What is handed in for filing, as one JSON file: an application alone, or with what was said before it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/domain/answer.hpp"
#include "app/domain/form.hpp"
#include "app/domain/screening.hpp"
#include "sync/base/result.hpp"

namespace courtyard::pack {

// Whoever gets one wipes the application when it is filed (domain::wipe).
struct Filing {
    domain::Application application;
    std::optional<domain::ScreeningAnswers> screening;
    std::vector<std::string> helper_typed;  // codes of fields that somebody else typed, each once
    bool confirmed_alone = false;           // the applicant agreed to them without the helper
};

// {"F1.01":…} or {"answers":{"F1.01":…},"screening":{"G1":"yes",…},"helper":["F1.71",…],"alone":true}, of which all but
// the answers may be left out. One strict reader for both: bounded in bytes and depth (kApplicationJsonBytesMax,
// kJsonDepthMax) before anything is walked, no key twice at any depth. Errors: those of parse_application() and
// parse_screening_answers(), with "application.json", "application.unknown_field" and "application.kind" for the
// wrapper itself.
[[nodiscard]] base::Result<Filing> parse_filing(const domain::FormDefinition& form, std::string_view json);

}  // namespace courtyard::pack
