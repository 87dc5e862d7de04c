#include "app/worker/filed_number.hpp"

#include "app/domain/case_number.hpp"
#include "app/domain/double_aid.hpp"
#include "app/worker/case_shelf.hpp"

namespace courtyard::worker {

base::Result<cases::Verdict> refused_by_number(Machine& machine, const cases::Fact& fact) {
    const bool names_one = fact.kind == "filed" || (fact.kind == "details_corrected" && fact.has("number"));
    if (!names_one) return cases::Verdict{};
    const auto number = domain::CaseNumber::parse(fact.text("number"), fact.day().year());
    if (!number || !number->is_judicial_aid()) return cases::Verdict{cases::refuse("filed.kind")};
    const std::string& own = machine.pack().case_court;
    if (!own.empty() && number->court() != own) return cases::Verdict{cases::refuse("filed.court")};
    const auto same = domain::same_case_text(number->text());
    const std::vector<cases::AidCase> all = TRY(all_cases(machine));
    for (const cases::AidCase& each : all)
        if (each.id != fact.about && domain::same_case_text(each.number) == same)
            return cases::Verdict{cases::refuse("filed.taken")};
    return cases::Verdict{};
}

}  // namespace courtyard::worker
