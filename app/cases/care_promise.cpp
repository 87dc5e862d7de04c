// Promises: what each fact about one does.
#include <algorithm>

#include "app/cases/care_parts.hpp"

namespace courtyard::cases {

namespace {

Taken take_promised(Care& care, const Scene& scene) {
    const Fact& fact = scene.fact;
    Promise made;
    made.by = fact.id;
    made.body = fact.text("body");
    made.owner = fact.text("owner");
    made.what = fact.text("what");
    made.made_on = made.since = fact.day();
    made.due = made.first_due = *fact.date("due");
    made.referral = fact.fact("referral");
    if (fact.has("evidence")) made.evidence.emplace_back(fact.text("evidence"));
    if (made.due < made.made_on) return {refuse("promise.due"), {}};
    if (made.referral) {
        const Referral* referral = care.find_referral(*made.referral);
        if (referral == nullptr) return {refuse("referral.unknown"), {}};
        if (referral->body != made.body) return {refuse("promise.body"), {}};
    }
    care.promises.push_back(std::move(made));
    return {};
}

// Who claims or closes without knowing that the person disputes it does not undo the dispute.
bool overlooks_dispute(const Promise& promise, const Scene& scene) {
    return promise.disputed_by && !knew(scene, *promise.disputed_by);
}

Taken put_off(Promise& promise, const Scene& scene) {
    const domain::Date due = *scene.fact.date("due");
    if (!promise.is_open()) return {refuse("promise.move"), {}};
    if (due <= promise.due) {
        // Two put it off at once: the later day holds.
        const bool first = promise.due == promise.first_due;
        return {first ? refuse("promise.due") : Verdict{}, {}};
    }
    promise.due = due;
    return {};
}

void move_to(Promise& promise, PromiseState to, const Fact& by) {
    promise.state = to;
    promise.since = std::max(by.day(), promise.made_on);  // nothing comes of it before it was made
    promise.moved_by = by.id;
    promise.closed_by = is_open(to) ? std::nullopt : std::optional(by.id);
    if (to == PromiseState::Disputed) promise.disputed_by = by.id;
}

// Two who did not know of each other say the same: it stands once.
bool says_it_again(const Promise& promise, const Scene& scene, PromiseMove move) {
    return promise.moved_by && !knew(scene, *promise.moved_by) &&
           promise.state == after(PromiseState::Made, move).value_or(PromiseState::Made);
}

Taken take_move(Promise& promise, const Scene& scene, PromiseMove move) {
    const bool overlooks = overlooks_dispute(promise, scene);
    if (overlooks && (move == PromiseMove::Confirm || move == PromiseMove::Override))
        return {refuse("promise.disputed"), {}};
    const auto to = after(promise.state, move);
    const bool again = !to && says_it_again(promise, scene, move);
    if (!to && !again) return {refuse("promise.move"), {}};
    auto& claimers = promise.claimers;
    if (move == PromiseMove::Override &&
        std::find(claimers.begin(), claimers.end(), scene.fact.author) != claimers.end())
        return {refuse("promise.self"), {}};
    if (move == PromiseMove::Claim) claimers.push_back(scene.fact.author);
    if (move == PromiseMove::Claim) promise.evidence.emplace_back(scene.fact.text("evidence"));
    if (to && !(overlooks && move == PromiseMove::Claim)) move_to(promise, *to, scene.fact);
    return {};
}

}  // namespace

Taken take_promise(Care& care, const Scene& scene) {
    if (scene.fact.kind == "promised") return take_promised(care, scene);
    const auto move = promise_move(scene.fact.kind);
    if (!move) return {};
    const FactId named = *scene.fact.fact("promise");
    for (Promise& each : care.promises)
        if (each.by == named)
            return *move == PromiseMove::Extend ? put_off(each, scene) : take_move(each, scene, *move);
    return {refuse("promise.unknown"), {}};
}

void ask_promise_again(Care& care, const Scene& scene) {
    const auto named = scene.fact.fact("promise");
    for (Promise& each : care.promises)
        if (named == each.by && each.state == PromiseState::Kept && each.closed_by && knew(scene, *each.closed_by))
            move_to(each, PromiseState::Claimed, scene.fact);
}

}  // namespace courtyard::cases
