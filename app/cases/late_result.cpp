#include "app/cases/late_result.hpp"

#include <algorithm>

#include "app/cases/seen_ballot.hpp"

namespace courtyard::cases {

namespace {

template <class Each>
const Each* find_by(const std::vector<Each>& all, const FactId& by) {
    const auto found = std::find_if(all.begin(), all.end(), [&by](const Each& each) { return each.by == by; });
    return found == all.end() ? nullptr : &*found;
}

// Whether it says nothing of the papers, only of who votes on them.
bool is_on_the_same(const Ballots& ballots, const Ballot& ballot, const FactId& replacing) {
    if (find_by(ballots.upward, replacing) != nullptr) return true;
    const Ballot* other = find_by(ballots.ballots, replacing);
    if (other == nullptr) return false;
    const bool is_above = rank_of(other->body) > rank_of(ballot.body) && other->report == ballot.report;
    return is_above || other->papers_digest == ballot.papers_digest;
}

// Votes that count, of which the author of that fact had not heard.
std::vector<FactId> unheard(const Tally& tally, const FactId& by, const Ordered& order) {
    const std::size_t at = *order.place_of(by);
    std::vector<FactId> out;
    for (const auto& [voter, vote] : tally.votes)
        if (!order.knew(at, vote.by)) out.push_back(vote.by);
    return out;
}

bool was_done_unheard(const Ballots& ballots, const Counted& counted, const FactId& replacing, const Ordered& order) {
    // Who did not know the ballot itself put nothing in its place.
    return is_on_the_same(ballots, counted.ballot, replacing) &&
           order.knew(*order.place_of(replacing), counted.ballot.by) &&
           !unheard(counted.tally, replacing, order).empty();
}

void add_all(std::vector<FactId>& to, const std::vector<FactId>& ids) {
    for (const FactId& id : ids)
        if (std::find(to.begin(), to.end(), id) == to.end()) to.push_back(id);
}

void overturn(Ballots& ballots, const FactId& replacing, const std::vector<FactId>& votes, const Ordered& order) {
    for (Upward& each : ballots.upward)
        if (each.by == replacing) add_all(each.overturned_by, votes);
    for (Ballot& each : ballots.ballots) {
        if (each.by != replacing) continue;
        add_all(each.overturned_by, votes);
        if (!ballots.decision || ballots.decision->ballot != each.by) continue;
        const FactId decided = ballots.decision->by;
        const auto at = order.place_of(decided);
        for (const FactId& vote : votes)
            if (at && !order.knew(*at, vote)) raise_doubt(ballots, decided, vote);
    }
}

}  // namespace

bool is_back(const Ballots& ballots, const Counted& counted, const Ordered& order,
             const std::function<bool(const FactId&)>& knows) {
    if (!counted.tally.has_result() && !counted.tally.amount_open) return false;
    bool is_replaced = false;
    for (const FactId& each : counted.ballot.replaced_by) {
        if (!knows(each)) continue;
        if (!was_done_unheard(ballots, counted, each, order)) return false;
        is_replaced = true;
    }
    return is_replaced;
}

void note_late_results(Ballots& ballots, const Ordered& order) {
    for (Upward& each : ballots.upward)
        each.overturned_by.clear();
    for (Ballot& each : ballots.ballots)
        each.overturned_by.clear();
    const auto all = [](const FactId&) { return true; };
    for (const Ballot& each : ballots.ballots) {
        if (!is_back(ballots, {each, each.tally}, order, all)) continue;
        for (const FactId& replacing : each.replaced_by)
            overturn(ballots, replacing, unheard(each.tally, replacing, order), order);
    }
    for (Ballot& each : ballots.ballots) {
        each.superseded_by.clear();
        std::copy_if(each.replaced_by.begin(), each.replaced_by.end(), std::back_inserter(each.superseded_by),
                     [&](const FactId& by) { return !ballots.is_overturned(by); });
        add_all(each.superseded_by, each.overturned_by);
    }
}

}  // namespace courtyard::cases
