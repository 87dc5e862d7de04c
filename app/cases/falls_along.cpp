#include "app/cases/falls_along.hpp"

#include <algorithm>
#include <array>

#include "app/cases/aid_case.hpp"

namespace courtyard::cases {

namespace {

// Somebody outside the court has heard of it or holds the money, or several signed it.
bool is_done(std::string_view kind) {
    constexpr std::array<std::string_view, 29> kDone{"decided",           "vote_cast",
                                                     "ballot_opened",     "filed",
                                                     "not_filed",         "served",
                                                     "revisit_made",      "money_confirmed",
                                                     "pay_made",          "urgent_paid",
                                                     "pay_returned",      "fund_returned",
                                                     "enforced",          "recovery_decided",
                                                     "payment_stopped",   "recovered",
                                                     "payment_reclaimed", "revisit_tried",
                                                     "recovery_given_up", "enforced_left",
                                                     "fund_recalled",     "promised",
                                                     "promise_claimed",   "promise_disputed",
                                                     "promise_confirmed", "promise_overridden",
                                                     "referral_answered", "body_answered",
                                                     "letter_sent"};
    return std::find(kDone.begin(), kDone.end(), kind) != kDone.end();
}

bool is_step(std::string_view kind) {
    constexpr std::array<std::string_view, 11> kSteps{
        "fund_requested",  "fund_arrived",    "applicant_called", "pay_ordered", "pay_released", "party_approved",
        "urgent_proposed", "urgent_approved", "terminated",       "withdrawn",   "closed"};
    return std::find(kSteps.begin(), kSteps.end(), kind) != kSteps.end();
}

bool is_kept(std::string_view kind) { return is_done(kind) || is_step(kind); }

class FallingAlong {
public:
    FallingAlong(const Ordered& order, const Offices& offices, const FoldWith& fold_with)
        : order_(order), offices_(offices), fold_with_(fold_with) {}

    // In order: whether a correction has its way rests on those that its author knew.
    Aside run() {
        Aside aside = set_aside(order_, offices_);
        if (aside.by.empty()) return aside;
        for (std::size_t at = 0; at < order_.facts.size(); ++at) {
            // Also one whose effect a later one of the same fact hides: it must not make that later one look harmless.
            if (!sets_right(*order_.facts[at]) || !may_hurt(at)) continue;
            if (!takes_too_much(at)) continue;
            refused_.emplace(order_.facts[at]->id, "corrected.rests");
            aside = set_aside(order_, offices_, refused_);
        }
        aside.shaken.merge(shaken_);
        return aside;
    }

private:
    bool may_hurt(std::size_t at) const {
        for (std::size_t i = 0; i < order_.facts.size(); ++i)
            if (i != at && is_kept(order_.facts[i]->kind) && !order_.knew(i, at)) return true;
        return false;
    }

    // Nobody after whom a correction came had heard of one that came after it, so the rest is a whole case.
    bool takes_too_much(std::size_t at) {
        const Fact& correction = *order_.facts[at];
        std::vector<Fact> part;
        // They stay in the case, for what was known by way of them; they only have no effect.
        std::map<FactId, std::string> idle = refused_;
        for (std::size_t i = 0; i < order_.facts.size(); ++i) {
            if (i == at || order_.knew(i, at)) continue;
            part.push_back(*order_.facts[i]);
            if (is_rival(correction, part.back())) idle.emplace(part.back().id, "corrected.rests");
        }
        part.push_back(correction);
        const Ordered with = in_order(part), without = in_order(std::span<const Fact>(part).first(part.size() - 1));
        const AidCase before = fold_with_(without, set_aside(without, offices_, idle));
        const AidCase after = fold_with_(with, set_aside(with, offices_, idle));
        bool too_much = false;
        for (const Entry& entry : before.entries) {
            if (!is_kept(entry.kind) || !before.is_taken(entry.id) || after.is_taken(entry.id)) continue;
            if (is_named(correction, entry.id) || may_fall(entry, correction)) continue;
            if (is_taken_back_by_another(*after.entry(entry.id), correction)) continue;
            too_much = true;
            if (entry.kind == "decided" && !order_.knew(at, entry.id)) shaken_.emplace(correction.id, entry.id);
        }
        return too_much;
    }

    // A vote that its voter takes back as soon as the decision that counted it is gone falls by their own word.
    static bool is_taken_back_by_another(const Entry& now, const Fact& correction) {
        return now.standing == Standing::SetAside && now.against != correction.id;
    }

    // Each of two that set the same fact right is looked at as if it were the only one.
    static bool is_rival(const Fact& correction, const Fact& other) {
        if (!sets_right(other)) return false;
        const std::vector<FactId> named = set_right_by(other);
        return std::any_of(named.begin(), named.end(), [&](const FactId& id) { return is_named(correction, id); });
    }

    static bool is_named(const Fact& correction, const FactId& id) {
        const std::vector<FactId> named = set_right_by(correction);
        return std::find(named.begin(), named.end(), id) != named.end();
    }

    // What finance sent upon a request lies in the court, and the person was called: they are not unmade by its
    // correction.
    bool came_upon(const Entry& entry, const Fact& correction) const {
        if (entry.kind != "fund_arrived" && entry.kind != "applicant_called") return false;
        const std::vector<FactId> named = set_right_by(correction);
        return std::any_of(named.begin(), named.end(), [&](const FactId& id) {
            const auto place = order_.place_of(id);
            return place && order_.facts[*place]->kind == "fund_requested";
        });
    }

    bool may_fall(const Entry& entry, const Fact& correction) const {
        if (is_done(entry.kind) || came_upon(entry, correction)) return false;
        const auto role = offices_(correction.author);
        return entry.author == correction.author || role == Role::Registrar || role == Role::Leader;
    }

    const Ordered& order_;
    const Offices& offices_;
    const FoldWith& fold_with_;
    std::map<FactId, std::string> refused_;
    std::set<std::pair<FactId, FactId>> shaken_;
};

}  // namespace

Aside settled_aside(const Ordered& order, const Offices& offices, const FoldWith& fold_with) {
    return FallingAlong(order, offices, fold_with).run();
}

std::vector<FactId> falling_with_last(const Ordered& order, const Offices& offices, const FoldWith& fold_with) {
    std::vector<FactId> out;
    if (order.facts.empty() || !sets_right(*order.facts.back())) return out;
    const Fact& correction = *order.facts.back();
    Aside forced = set_aside(order, offices);
    for (const FactId& target : set_right_by(correction))
        forced.by.erase(target);
    const AidCase before = fold_with(order, forced);
    for (const FactId& target : set_right_by(correction))
        forced.by.insert_or_assign(target, correction.id);
    forced.blocked.erase(correction.id);
    const AidCase after = fold_with(order, std::move(forced));
    for (const Entry& entry : before.entries) {
        const std::vector<FactId> named = set_right_by(correction);
        const bool is_named = std::find(named.begin(), named.end(), entry.id) != named.end();
        if (!is_named && is_kept(entry.kind) && before.is_taken(entry.id) && !after.is_taken(entry.id))
            out.push_back(entry.id);
    }
    return out;
}

}  // namespace courtyard::cases
