#include "app/cases/details.hpp"

#include <algorithm>
#include <array>

#include "app/cases/aid_case.hpp"
#include "app/domain/case_number.hpp"
#include "app/domain/double_aid.hpp"

namespace courtyard::cases {

namespace {

constexpr std::string_view kCorrected = "details_corrected", kIdentified = "identified";
constexpr std::array<std::string_view, 4> kNames{"applicant", "village", "number", "original_case"};

bool is_same_document(std::string_view a, std::string_view b) {
    const auto first = domain::same_person_text(a), second = domain::same_person_text(b);
    return first && second ? *first == *second : a == b;
}

bool is_same(std::string_view field, std::string_view a, std::string_view b) {
    if (field == "applicant") return is_same_person(a, b);
    if (field == "number" || field == "original_case")
        return domain::plain_case_number(a) == domain::plain_case_number(b);
    return a == b;
}

// Nobody named: the applicant.
bool is_applicant(const AidCase& so_far, std::string_view who) {
    return who.empty() || std::any_of(so_far.names.begin(), so_far.names.end(),
                                      [who](const std::string& each) { return is_same_person(each, who); });
}

bool is_of_one_person(const AidCase& so_far, const Fact& a, const Fact& b) {
    const std::string_view one = a.text("who"), other = b.text("who");
    if (is_applicant(so_far, one) && is_applicant(so_far, other)) return true;
    return !one.empty() && !other.empty() && is_same_person(one, other);
}

// The last fact in force, of the same kind as this one, of which that is true.
template <class Which>
std::optional<std::size_t> last_of_kind(const Scene& scene, Which which) {
    for (std::size_t at = scene.so_far.entries.size(); at-- > 0;) {
        const Entry& entry = scene.so_far.entries[at];
        if (entry.kind == scene.fact.kind && entry.standing == Standing::InForce && which(*scene.order.facts[at]))
            return at;
    }
    return std::nullopt;
}

}  // namespace

std::optional<FactId> crossed_details(const Scene& scene) {
    const Fact& fact = scene.fact;
    const auto unheard = [&](const std::optional<std::size_t>& at) {
        return at && !scene.order.knew(scene.place, *at) ? scene.order.facts[*at] : nullptr;
    };
    if (fact.kind == kIdentified && fact.has("document")) {
        const Fact* other = unheard(last_of_kind(scene, [&](const Fact& each) {
            return each.has("document") && is_of_one_person(scene.so_far, each, fact);
        }));
        if (other != nullptr && !is_same_document(other->text("document"), fact.text("document"))) return other->id;
    }
    if (fact.kind != kCorrected) return std::nullopt;
    for (const std::string_view field : kNames) {
        if (!fact.has(field)) continue;
        const Fact* other = unheard(last_of_kind(scene, [&](const Fact& each) { return each.has(field); }));
        if (other != nullptr && !is_same(field, other->text(field), fact.text(field))) return other->id;
    }
    return std::nullopt;
}

Verdict check_details(const Scene& scene) {
    const Fact& fact = scene.fact;
    if (fact.kind == kCorrected) {
        if (std::none_of(kNames.begin(), kNames.end(), [&](std::string_view name) { return fact.has(name); }))
            return refuse("details.nothing");
        if (fact.has("number") && scene.so_far.number.empty()) return refuse("details.number");
    }
    return crossed_details(scene) ? refuse("details.two") : Verdict{};
}

bool details_instead(const Fact& newer, const Fact& older) {
    const std::string_view who = newer.text("who"), before = older.text("who");
    if (newer.kind == kIdentified)
        return newer.has("document") && (who == before || (!who.empty() && is_same_person(who, before)));
    return newer.kind == kCorrected && std::all_of(kNames.begin(), kNames.end(), [&](std::string_view field) {
               return newer.has(field) || !older.has(field);
           });
}

}  // namespace courtyard::cases
