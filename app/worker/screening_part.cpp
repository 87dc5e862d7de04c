#include "app/worker/screening_part.hpp"

#include <nlohmann/json.hpp>

#include "app/pack/screening_json.hpp"

namespace courtyard::worker {

base::Result<std::optional<domain::ScreeningAnswers>> read_screening(std::string_view screening_json) {
    if (screening_json.empty()) return std::nullopt;
    const auto json = nlohmann::json::parse(screening_json, nullptr, false);
    if (!json.is_object() || !json.contains("answers")) {
        return base::fail("payload.application", "the screening part of an application has no answers");
    }
    return TRY(pack::parse_screening_answers(json["answers"].dump()));
}

base::Result<std::string> shared_screening(std::string_view screening_json) {
    auto answers = TRY(read_screening(screening_json));
    if (!answers) return std::string();
    answers->guardian = domain::Guardian::Proper;
    return pack::write_screening_answers(*answers);
}

}  // namespace courtyard::worker
