#include "app/cases/acting.hpp"

#include <algorithm>

#include "app/cases/aid_case.hpp"

namespace courtyard::cases {

namespace {

constexpr std::string_view kChanged = "guardian_changed", kNobody = "nobody";

ActsFor named_by(const Fact& fact) {
    const auto text = [&fact](const char* field) { return std::string(fact.text(field)); };
    return {fact.id,
            text("name"),
            text("document"),
            text("relation"),
            text("phone"),
            fact.yes("may_collect"),
            fact.date("since").value_or(fact.day())};
}

bool is_same(const Fact& a, const Fact& b) {
    return a.text("as") == b.text("as") && (a.text("as") == kNobody || is_same_person(a.text("name"), b.text("name")));
}

// Of one place: nobody is meant for both.
bool share_a_place(const Fact& a, const Fact& b) {
    return a.text("as") == b.text("as") || a.text("as") == kNobody || b.text("as") == kNobody;
}

void replace(Acting& acting, std::optional<ActsFor>& old, ActsFor with) {
    if (old && !old->name.empty() && !is_same_person(old->name, with.name)) acting.before.push_back(old->name);
    old = std::move(with);
}

bool names(const std::optional<ActsFor>& one, std::string_view name) {
    return one && !one->name.empty() && is_same_person(one->name, name);
}

}  // namespace

bool Acting::has(std::string_view name) const { return names(guardian, name) || names(agent, name); }

Taken take(Acting& acting, const Scene& scene) {
    const Fact& fact = scene.fact;
    if (fact.kind != kChanged) return {};
    const bool is_nobody = fact.text("as") == kNobody;
    if (!is_nobody && fact.text("name").empty()) return {refuse("field.name"), {}};
    if (!is_nobody && is_same_person(fact.text("name"), scene.so_far.applicant))
        return {refuse("guardian.applicant"), {}};
    for (std::size_t i = 0; i < scene.place; ++i) {
        const Fact& each = *scene.order.facts[i];
        const bool stands = each.kind == kChanged && scene.so_far.entries[i].standing == Standing::InForce;
        if (stands && !scene.order.knew(scene.place, i) && share_a_place(each, fact) && !is_same(each, fact))
            return {refuse("guardian.two"), {}};
    }
    ActsFor one = named_by(fact);
    if (is_nobody) one.name.clear();
    if (is_nobody || fact.text("as") == "guardian") replace(acting, acting.guardian, one);
    if (is_nobody || fact.text("as") == "agent") replace(acting, acting.agent, one);
    return {};
}

bool names_instead(const Fact& newer, const Fact& older) {
    return newer.text("as") == kNobody || newer.text("as") == older.text("as");
}

}  // namespace courtyard::cases
