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

bool Inquiry::Double::is_asked_by(const FactId& fact) const {
    return asked_by == fact || std::find(also.begin(), also.end(), fact) != also.end();
}

namespace {

// Two laptops that hear of one double ask about it without knowing of each other. An office's list has other tokens on
// each of them, and another case may have got its number meanwhile.
bool is_the_same(const Inquiry::Double& earlier, const Inquiry::Double& made) {
    const bool same_place =
        earlier.token == made.token || (earlier.where == made.where && !made.who.empty() && !earlier.who.empty());
    return same_place && earlier.who.empty() == made.who.empty() &&
           std::all_of(made.who.begin(), made.who.end(), [&earlier](const std::string& each) {
               return std::find(earlier.who.begin(), earlier.who.end(), each) != earlier.who.end();
           });
}

void ask_double(Inquiry& inquiry, const Fact& fact) {
    Inquiry::Double made;
    made.asked_by = fact.id;
    made.where = fact.text("where");
    made.token = fact.text("token");
    made.who = fact.texts("who");
    const auto earlier = std::find_if(inquiry.doubles.begin(), inquiry.doubles.end(),
                                      [&made](const auto& each) { return is_the_same(each, made); });
    if (earlier != inquiry.doubles.end())
        earlier->also.push_back(fact.id);
    else
        inquiry.doubles.push_back(std::move(made));
}

Taken answer_double(Inquiry& inquiry, const Scene& scene) {
    const FactId asked = scene.fact.fact("asked").value_or(FactId{});
    const auto found = std::find_if(inquiry.doubles.begin(), inquiry.doubles.end(),
                                    [&asked](const auto& each) { return each.is_asked_by(asked); });
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
        ask_double(inquiry, fact);
    } else if (fact.kind == "identified") {
        if (!fact.has("document") && !fact.has("original_case") && !fact.has("reasons"))
            return {refuse("identified.nothing"), {}};
        inquiry.identified.push_back(fact.id);
    } else if (fact.kind == "double_answered") {
        return answer_double(inquiry, scene);
    }
    return {};
}

}  // namespace courtyard::cases
