#include "app/cases/inquiry.hpp"

#include <algorithm>

namespace courtyard::cases {

std::vector<std::string> Inquiry::still_missing() const {
    std::vector<std::string> missing;
    if (!more) return missing;
    for (const std::string& paper : more->papers)
        if (std::find(came.begin(), came.end(), paper) == came.end()) missing.push_back(paper);
    return missing;
}

Taken take(Inquiry& inquiry, const Scene& scene) {
    const Fact& fact = scene.fact;
    if (fact.kind == "department_asked") {
        inquiry.department_asked = fact.id;
    } else if (fact.kind == "department_answered") {
        inquiry.department_answered = fact.id;
        inquiry.fits = fact.yes("fits");
    } else if (fact.kind == "more_asked") {
        if (inquiry.more) return {refuse("more.twice"), {}};
        if (*fact.date("until") < fact.day()) return {refuse("more.until"), {}};
        inquiry.more = Inquiry::Asked{fact.id, fact.texts("papers"), fact.day(), *fact.date("until")};
    } else if (fact.kind == "more_came") {
        for (std::string& paper : fact.texts("papers"))
            if (std::find(inquiry.came.begin(), inquiry.came.end(), paper) == inquiry.came.end())
                inquiry.came.push_back(std::move(paper));
        inquiry.came_on = std::max(inquiry.came_on.value_or(fact.day()), fact.day());
    }
    return {};
}

}  // namespace courtyard::cases
