#include "app/cases/seen_ballot.hpp"

#include <algorithm>

#include "app/cases/aid_case.hpp"

namespace courtyard::cases {

int rank_of(std::string_view body) { return body == "panel" ? 0 : body == "committee" ? 1 : 2; }

SeenBallot seen(const Ballots& ballots, const Ballot& ballot, const Scene& scene) {
    std::vector<Vote> votes;
    std::copy_if(ballot.cast.begin(), ballot.cast.end(), std::back_inserter(votes),
                 [&](const Vote& vote) { return scene.knows(vote.by); });
    std::vector<Conflict> conflicts;
    std::copy_if(ballots.conflicts.begin(), ballots.conflicts.end(), std::back_inserter(conflicts),
                 [&](const Conflict& each) { return scene.knows(each.by); });
    const bool is_superseded = std::any_of(ballot.superseded_by.begin(), ballot.superseded_by.end(),
                                           [&](const FactId& each) { return scene.knows(each); });
    std::vector<base::PersonId> gone;
    for (const auto& [person, by] : scene.so_far.members.gone)
        if (scene.knows(by)) gone.push_back(person);
    return {&ballot, is_superseded, count(ballot.laid_before, votes, conflicts, gone)};
}

std::optional<SeenBallot> current_seen(const Ballots& ballots, const Scene& scene) {
    for (auto each = ballots.ballots.rbegin(); each != ballots.ballots.rend(); ++each) {
        if (!scene.knows(each->by)) continue;
        if (SeenBallot found = seen(ballots, *each, scene); !found.is_superseded) return found;
    }
    return std::nullopt;
}

Tally tally_of(const Ballots& ballots, const Ballot& ballot, const Members& members) {
    std::vector<base::PersonId> gone;
    for (const auto& [person, by] : members.gone)
        gone.push_back(person);
    return count(ballot.laid_before, ballot.cast, ballots.conflicts, gone);
}

bool knows_conflict(const Ballots& ballots, const base::PersonId& person, const Scene& scene) {
    return std::any_of(ballots.conflicts.begin(), ballots.conflicts.end(),
                       [&](const Conflict& each) { return each.person == person && scene.knows(each.by); });
}

std::optional<std::string> body_in_charge(const Ballots& ballots, const Scene& scene) {
    std::optional<std::string> body;
    for (const Upward& each : ballots.upward)
        if (scene.knows(each.by) && (!body || rank_of(*body) < rank_of(each.to))) body = each.to;
    return body;
}

}  // namespace courtyard::cases
