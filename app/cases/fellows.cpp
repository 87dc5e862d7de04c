#include "app/cases/fellows.hpp"

#include <algorithm>

#include "app/cases/aid_case.hpp"

namespace courtyard::cases {

namespace {

Fellow fellow_in(const Fact& fact) {
    const auto text = [&fact](const char* field) { return std::string(fact.text(field)); };
    return {fact.id,          text("name"),     fact.text("wish") == "applies",
            text("relation"), text("document"), text("guardian")};
}

// What was said of somebody before and is not said anew stays.
void renew(Fellow& old, Fellow with) {
    if (with.relation.empty()) with.relation = std::move(old.relation);
    if (with.document.empty()) with.document = std::move(old.document);
    if (with.guardian.empty()) with.guardian = std::move(old.guardian);
    old = std::move(with);
}

}  // namespace

const Fellow* Fellows::find(std::string_view name) const {
    const auto found =
        std::find_if(said.begin(), said.end(), [name](const Fellow& each) { return is_same_person(each.name, name); });
    return found == said.end() ? nullptr : &*found;
}

Taken take(Fellows& fellows, const Scene& scene) {
    if (scene.fact.kind != "fellow_asked") return {};
    Fellow now = fellow_in(scene.fact);
    if (is_same_person(now.name, scene.so_far.applicant)) return {refuse("fellow.applicant"), {}};
    const auto before = std::find_if(fellows.said.begin(), fellows.said.end(),
                                     [&now](const Fellow& each) { return is_same_person(each.name, now.name); });
    if (before == fellows.said.end()) {
        fellows.said.push_back(std::move(now));
        return {};
    }
    if (before->applies != now.applies && !scene.knows(before->by)) return {refuse("fellow.two"), {}};
    renew(*before, std::move(now));
    return {};
}

}  // namespace courtyard::cases
