#include "app/cases/reach.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "app/cases/aid_case.hpp"

namespace courtyard::cases {

namespace {

using domain::SafeContact;

constexpr std::string_view kContactChanged = "contact_changed", kDied = "died";
constexpr std::array<std::pair<std::string_view, std::string SafeContact::*>, 7> kTexts{{
    {"phone", &SafeContact::phone},
    {"relay", &SafeContact::relay},
    {"contact_rule", &SafeContact::rule},
    {"contact_hours", &SafeContact::hours},
    {"safe_number", &SafeContact::number},
    {"messages", &SafeContact::messages},
    {"agreed_word", &SafeContact::word},
}};
constexpr std::string_view kHide = "hide_from";

bool starts_anew(const Fact& fact) { return fact.yes("anew"); }

bool says_nothing(const Fact& fact) {
    return !fact.has(kHide) &&
           std::none_of(kTexts.begin(), kTexts.end(), [&](const auto& each) { return fact.has(each.first); });
}

bool differs(const Fact& a, const Fact& b, std::string_view field) {
    return a.text(field) != b.text(field) || a.texts(field) != b.texts(field);
}

bool crosses(const Fact& a, const Fact& b) {
    const bool whole = starts_anew(a) || starts_anew(b);
    const auto at_odds = [&](std::string_view field) {
        return (whole || (a.has(field) && b.has(field))) && differs(a, b, field);
    };
    return at_odds(kHide) ||
           std::any_of(kTexts.begin(), kTexts.end(), [&](const auto& each) { return at_odds(each.first); });
}

// Changes in force that the author did not know of.
template <class Test>
bool any_unknown_change(const Scene& scene, const Test& test) {
    for (std::size_t i = 0; i < scene.place; ++i) {
        const Fact& each = *scene.order.facts[i];
        if (each.kind != kContactChanged || scene.so_far.entries[i].standing != Standing::InForce) continue;
        if (!scene.order.knew(scene.place, i) && test(each)) return true;
    }
    return false;
}

Taken take_change(SafeContact& contact, const Scene& scene) {
    const Fact& fact = scene.fact;
    if (says_nothing(fact)) return {refuse("contact.nothing"), {}};
    if (any_unknown_change(scene, [&fact](const Fact& each) { return crosses(each, fact); }))
        return {refuse("contact.two"), {}};
    if (starts_anew(fact)) {
        const std::string lost = contact.lost;
        contact = {};
        contact.lost = lost;
        contact.is_whole = true;
    }
    for (const auto& [field, into] : kTexts)
        if (fact.has(field)) contact.*into = fact.text(field);
    if (fact.has(kHide)) contact.hide = fact.texts(kHide);
    if (names_a_number(fact) && contact.lost != kDied) contact.lost.clear();
    return {};
}

void take_try(SafeContact& contact, const Scene& scene) {
    const std::string_view outcome = scene.fact.text("outcome");
    if (outcome == kDied) contact.lost = kDied;
    if (contact.lost == kDied || (outcome != "moved" && outcome != "wrong_number")) return;
    if (!any_unknown_change(scene, names_a_number)) contact.lost = outcome;
}

// Who was reached is not lost: if whoever reached them knew of the attempt. Only the person's own voice says that
// nobody has died.
void take_reached(SafeContact& contact, const Scene& scene) {
    const auto& all = scene.so_far.care.revisits;
    const auto last = std::find_if(all.rbegin(), all.rend(),
                                   [&](const Revisit& each) { return !each.made && each.outcome == contact.lost; });
    const bool is_alive = contact.lost != kDied || scene.fact.text("spoke_with") == "applicant";
    if (is_alive && last != all.rend() && scene.knows(last->by)) contact.lost.clear();
}

}  // namespace

Taken take(SafeContact& contact, const Scene& scene) {
    const std::string& kind = scene.fact.kind;
    if (kind == kContactChanged) return take_change(contact, scene);
    if (kind == "revisit_tried") take_try(contact, scene);
    if (kind == "revisit_made") take_reached(contact, scene);
    const bool is_end = kind == "payment_stopped" || kind == "terminated";
    if (is_end && scene.fact.text("ground") == kDied) contact.lost = kDied;
    return {};
}

bool names_a_number(const Fact& fact) {
    return starts_anew(fact) || fact.has("phone") || fact.has("safe_number") || fact.has("relay");
}

void heed_both(SafeContact& contact, const Fact& other) {
    contact.is_disputed = true;
    for (const std::string& each : other.texts(kHide))
        if (std::find(contact.hide.begin(), contact.hide.end(), each) == contact.hide.end())
            contact.hide.push_back(each);
}

bool says_all_of(const Fact& newer, const Fact& older) {
    if (starts_anew(newer)) return true;
    const auto lacks = [&](std::string_view field) { return older.has(field) && !newer.has(field); };
    return !starts_anew(older) && !lacks(kHide) &&
           std::none_of(kTexts.begin(), kTexts.end(), [&](const auto& each) { return lacks(each.first); });
}

}  // namespace courtyard::cases
