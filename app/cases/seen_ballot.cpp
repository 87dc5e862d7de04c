#include "app/cases/seen_ballot.hpp"

#include <algorithm>

#include "app/cases/aid_case.hpp"
#include "app/cases/laid_apart.hpp"
#include "app/cases/late_result.hpp"

namespace courtyard::cases {

int rank_of(std::string_view body) { return body == "panel" ? 0 : body == "committee" ? 1 : 2; }

namespace {

bool has(const std::vector<FactId>& ids, const FactId& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

// A report that whoever laid the ballot had not seen took its place for those who have not heard that its author had a
// conflict of interest.
bool has_report_after(const Ballots& ballots, const Ballot& ballot, const Scene& scene) {
    const auto knew = [&](const FactId& report) {
        return std::any_of(ballot.laid_by.begin(), ballot.laid_by.end(), [&](const FactId& laid) {
            return scene.knows(laid) && scene.order.knew(*scene.order.place_of(laid), report);
        });
    };
    return std::any_of(ballots.reports.begin(), ballots.reports.end(), [&](const Report& each) {
        return ballots.is_void(each.by) && scene.knows(each.by) && !knows_conflict(ballots, each.author, scene) &&
               !knew(each.by);
    });
}

}  // namespace

namespace {

Tally seen_tally(const Ballots& ballots, const Ballot& ballot, const Scene& scene) {
    std::vector<Vote> votes;
    std::copy_if(ballot.cast.begin(), ballot.cast.end(), std::back_inserter(votes),
                 [&](const Vote& vote) { return scene.knows(vote.by); });
    std::vector<Conflict> conflicts;
    std::copy_if(ballots.conflicts.begin(), ballots.conflicts.end(), std::back_inserter(conflicts),
                 [&](const Conflict& each) { return scene.knows(each.by); });
    std::vector<base::PersonId> gone;
    for (const auto& [person, by] : scene.so_far.members.gone)
        if (scene.knows(by)) gone.push_back(person);
    return count(ballot.laid_before, votes, conflicts, gone);
}

// Whether, as the author of the fact had seen it, an earlier ballot has come to a result in whose place this was done.
bool is_overturned(const Ballots& ballots, const FactId& replacing, const Scene& scene) {
    const auto is_known = [&scene](const FactId& each) { return scene.knows(each); };
    return std::any_of(ballots.ballots.begin(), ballots.ballots.end(), [&](const Ballot& earlier) {
        return knows(earlier, scene) && has(in_its_place(earlier, scene.order, is_known), replacing) &&
               is_back(ballots, {earlier, seen_tally(ballots, earlier, scene)}, scene.order, is_known);
    });
}

}  // namespace

bool knows(const Ballot& ballot, const Scene& scene) {
    return std::any_of(ballot.laid_by.begin(), ballot.laid_by.end(),
                       [&scene](const FactId& each) { return scene.knows(each); });
}

SeenBallot seen(const Ballots& ballots, const Ballot& ballot, const Scene& scene) {
    const auto is_known = [&scene](const FactId& each) { return scene.knows(each); };
    const std::vector<FactId> replaced_by = in_its_place(ballot, scene.order, is_known);
    const bool is_replaced = std::any_of(replaced_by.begin(), replaced_by.end(),
                                         [&](const FactId& each) { return !is_overturned(ballots, each, scene); });
    const bool has_given_way = std::any_of(ballot.laid_by.begin(), ballot.laid_by.end(), [&](const FactId& each) {
        return is_known(each) && is_overturned(ballots, each, scene);
    });
    const bool is_superseded = is_replaced || has_given_way || has_report_after(ballots, ballot, scene);
    return {&ballot, is_superseded, seen_tally(ballots, ballot, scene)};
}

std::optional<SeenBallot> current_seen(const Ballots& ballots, const Scene& scene) {
    for (auto each = ballots.ballots.rbegin(); each != ballots.ballots.rend(); ++each) {
        if (!knows(*each, scene)) continue;
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
        if (scene.knows(each.by) && !is_overturned(ballots, each.by, scene) &&
            (!body || rank_of(*body) < rank_of(each.to)))
            body = each.to;
    return body;
}

}  // namespace courtyard::cases
