#include "app/cases/late_result.hpp"

#include <algorithm>

#include "app/cases/laid_apart.hpp"
#include "app/cases/seen_ballot.hpp"

namespace courtyard::cases {

namespace {

// Whether it says nothing of the papers, only of who votes on them.
bool is_on_the_same(const Ballots& ballots, const Ballot& ballot, const FactId& replacing) {
    const Ballot* other = ballots.find(replacing);
    if (other == nullptr)
        return std::any_of(ballots.upward.begin(), ballots.upward.end(),
                           [&replacing](const Upward& each) { return each.by == replacing; });
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
    const std::size_t at = *order.place_of(replacing);
    const auto is_known = [&](const FactId& laid) { return order.knew(at, laid); };
    return is_on_the_same(ballots, counted.ballot, replacing) &&
           std::any_of(counted.ballot.laid_by.begin(), counted.ballot.laid_by.end(), is_known) &&
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
        if (!each.is_laid_by(replacing)) continue;
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
    const std::vector<FactId> replaced_by = in_its_place(counted.ballot, order, knows);
    return !replaced_by.empty() && std::all_of(replaced_by.begin(), replaced_by.end(), [&](const FactId& each) {
        return was_done_unheard(ballots, counted, each, order);
    });
}

void note_late_results(Ballots& ballots, const Ordered& order) {
    for (Upward& each : ballots.upward)
        each.overturned_by.clear();
    for (Ballot& each : ballots.ballots)
        each.overturned_by.clear();
    const auto all = [](const FactId&) { return true; };
    for (const Ballot& each : ballots.ballots) {
        if (!is_back(ballots, {each, each.tally}, order, all)) continue;
        for (const FactId& replacing : in_its_place(each, order, all))
            overturn(ballots, replacing, unheard(each.tally, replacing, order), order);
    }
    for (Ballot& each : ballots.ballots) {
        each.superseded_by = in_its_place(each, order, all);
        std::erase_if(each.superseded_by, [&](const FactId& by) { return ballots.is_overturned(by); });
        add_all(each.superseded_by, each.overturned_by);
    }
}

}  // namespace courtyard::cases
