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

namespace {

Taken answer_double(Inquiry& inquiry, const Scene& scene) {
    const auto found = std::find_if(inquiry.doubles.begin(), inquiry.doubles.end(),
                                    [&](const auto& each) { return each.asked_by == scene.fact.fact("asked"); });
    if (found == inquiry.doubles.end()) return {refuse("double.unknown"), {}};
    if (found->answered_by && scene.knows(*found->answered_by)) return {refuse("double.answered"), {}};
    if (found->answered_by && (found->same || !scene.fact.yes("same"))) return {};
    found->answered_by = scene.fact.id;
    found->same = scene.fact.yes("same");
    return {};
}

}  // namespace

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
    } else if (fact.kind == "double_asked") {
        inquiry.doubles.push_back({fact.id, std::string(fact.text("where")), {}, false});
    } else if (fact.kind == "double_answered") {
        return answer_double(inquiry, scene);
    }
    return {};
}

}  // namespace courtyard::cases
