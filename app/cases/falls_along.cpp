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
        aside_ = set_aside(order_, offices_);
        if (aside_.by.empty()) return std::move(aside_);
        for (std::size_t at = 0; at < order_.facts.size(); ++at) {
            // Also one whose effect a later one of the same fact hides: it must not make that later one look harmless.
            if (!sets_right(*order_.facts[at])) continue;
            if (may_hurt(at) && takes_too_much(at))
                hold_back(at);
            else
                wake(at);
        }
        aside_.shaken.merge(shaken_);
        aside_.crossed.merge(crossed_);
        for (const auto& [correction, decided] : aside_.shaken)
            aside_.crossed.erase(correction);
        return std::move(aside_);
    }

private:
    // What would be lost by a correction that may not be.
    struct Loss {
        bool is_heard = false;               // the author of the correction knew some of it
        std::optional<FactId> unheard = {};  // the first of what they did not know
        std::vector<FactId> decided = {};    // decisions that they did not know
        [[nodiscard]] bool is_none() const { return !is_heard && !unheard; }
    };

    bool may_hurt(std::size_t at) const {
        for (std::size_t i = 0; i < order_.facts.size(); ++i)
            if (i != at && is_kept(order_.facts[i]->kind) && !order_.knew(i, at)) return true;
        return false;
    }

    void refresh() { aside_ = set_aside(order_, offices_, refused_); }

    void hold_back(std::size_t at) {
        refused_.emplace(order_.facts[at]->id, std::string(kRests));
        refresh();
    }

    // Nobody after whom a correction came had heard of one that came after it, so the rest is a whole case. The facts
    // that something else idles stay in it, for what was known by way of them; they only have no effect.
    std::vector<Fact> part_before(std::size_t at) const {
        std::vector<Fact> part;
        for (std::size_t i = 0; i < order_.facts.size(); ++i)
            if (i != at && !order_.knew(i, at)) part.push_back(*order_.facts[i]);
        return part;
    }

    AidCase made(std::span<const Fact> part, const std::map<FactId, std::string>& idle) const {
        const Ordered of = in_order(part);
        return fold_with_(of, set_aside(of, offices_, idle));
    }

    bool takes_too_much(std::size_t at) {
        const Fact& correction = *order_.facts[at];
        // Who says that another correction holds wakes that one.
        const auto upheld = correction_upheld(order_, correction);
        const Fact* woken = upheld && !aside_.by.contains(*upheld) ? order_.facts[*order_.place_of(*upheld)] : nullptr;
        std::vector<Fact> part = part_before(at);
        std::map<FactId, std::string> idle = refused_;
        for (const Fact& each : part)
            if (is_rival(correction, each) || (woken != nullptr && is_rival(*woken, each)))
                idle.emplace(each.id, std::string(kRests));
        std::map<FactId, std::string> idle_after = idle;
        if (woken != nullptr) idle_after.erase(woken->id);
        part.push_back(correction);
        const AidCase before = made(std::span<const Fact>(part).first(part.size() - 1), idle);
        const Loss loss = loss_between(before, made(part, idle_after), at, woken);
        for (const FactId& decided : loss.decided)
            shaken_.emplace(correction.id, decided);
        if (loss.unheard && !loss.is_heard) crossed_.emplace(correction.id, *loss.unheard);
        if (loss.is_none() && woken != nullptr && !aside_.by.contains(correction.id)) forget(woken->id);
        return !loss.is_none();
    }

    Loss loss_between(const AidCase& before, const AidCase& after, std::size_t at, const Fact* woken) const {
        const Fact& correction = *order_.facts[at];
        Loss loss;
        for (const Entry& entry : before.entries) {
            if (!is_kept(entry.kind) || !before.is_taken(entry.id) || after.is_taken(entry.id)) continue;
            if (is_named(correction, entry.id) || may_fall(entry, correction)) continue;
            if (is_taken_back_by_another(*after.entry(entry.id), correction)) continue;
            if (woken != nullptr && is_upheld_against(entry, *woken)) continue;
            if (order_.knew(at, entry.id)) {
                loss.is_heard = true;
                continue;
            }
            if (!loss.unheard) loss.unheard = entry.id;
            if (entry.kind == "decided") loss.decided.push_back(entry.id);
        }
        return loss;
    }

    bool is_upheld_against(const Entry& entry, const Fact& woken) const {
        const auto place = order_.place_of(entry.id);
        return is_named(woken, entry.id) || (place && goes_along(order_, *place, woken.id));
    }

    // A correction that crossed others has its way once they are gone, by somebody who had heard of it.
    void wake(std::size_t at) {
        const Fact& fact = *order_.facts[at];
        const std::map<FactId, FactId> waiting = crossed_;
        for (const auto& [sleeping, against] : waiting)
            if (order_.knew(at, sleeping) && !aside_.by.contains(fact.id) && !aside_.by.contains(sleeping))
                wake_after(at, *order_.place_of(sleeping));
        if (waiting.size() != crossed_.size()) refresh();
    }

    void wake_after(std::size_t at, std::size_t sleeping) {
        const Fact& correction = *order_.facts[sleeping];
        std::vector<Fact> part = part_before(at);
        part.push_back(*order_.facts[at]);
        std::map<FactId, std::string> idle = refused_;
        for (const Fact& each : part)
            if (each.id != correction.id && is_rival(correction, each)) idle.emplace(each.id, std::string(kRests));
        std::map<FactId, std::string> idle_after = idle;
        idle_after.erase(correction.id);
        if (loss_between(made(part, idle), made(part, idle_after), sleeping, nullptr).is_none()) forget(correction.id);
    }

    void forget(const FactId& correction) {
        refused_.erase(correction);
        crossed_.erase(correction);
        std::erase_if(shaken_, [&](const auto& each) { return each.first == correction; });
        refresh();
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
    Aside aside_;  // as far as has been found out
    std::map<FactId, std::string> refused_;
    std::map<FactId, FactId> crossed_;
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
    std::vector<FactId> targets = set_right_by(correction);
    std::map<FactId, FactId> taken;
    for (const FactId& target : targets)
        taken.emplace(target, correction.id);
    // Who says that a correction holds gives it its way.
    const auto upheld = correction_upheld(order, correction);
    if (upheld)
        for (const FactId& target : set_right_by(*order.facts[*order.place_of(*upheld)]))
            if (taken.emplace(target, *upheld).second) targets.push_back(target);
    Aside forced = set_aside(order, offices);
    for (const FactId& target : targets)
        forced.by.erase(target);
    const AidCase before = fold_with(order, forced);
    for (const auto& [target, by] : taken)
        forced.by.insert_or_assign(target, by);
    forced.blocked.erase(correction.id);
    if (upheld) forced.blocked.erase(*upheld);
    const AidCase after = fold_with(order, std::move(forced));
    for (const Entry& entry : before.entries) {
        const bool is_named = std::find(targets.begin(), targets.end(), entry.id) != targets.end();
        if (!is_named && is_kept(entry.kind) && before.is_taken(entry.id) && !after.is_taken(entry.id))
            out.push_back(entry.id);
    }
    return out;
}

}  // namespace courtyard::cases
