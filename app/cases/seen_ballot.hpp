// A ballot as the author of a fact sees it: only the votes, conflicts and changes that they had seen. What is judged by
// this stays judged so, whatever else comes to light.
#pragma once

#include "app/cases/ballots.hpp"
#include "app/cases/members.hpp"

namespace courtyard::cases {

struct SeenBallot {
    const Ballot* ballot = nullptr;
    bool is_superseded = false;
    Tally tally;
};

// Whether the author of the fact had heard of any fact that laid it.
[[nodiscard]] bool knows(const Ballot& ballot, const Scene& scene);

[[nodiscard]] SeenBallot seen(const Ballots& ballots, const Ballot& ballot, const Scene& scene);

// The last ballot, among those that the author of the fact had seen, which nothing that they had seen superseded.
[[nodiscard]] std::optional<SeenBallot> current_seen(const Ballots& ballots, const Scene& scene);

// As it stands by all that has come, whoever knew of it.
[[nodiscard]] Tally tally_of(const Ballots& ballots, const Ballot& ballot, const Members& members);

[[nodiscard]] bool knows_conflict(const Ballots& ballots, const base::PersonId& person, const Scene& scene);

// The body that alone decides, as far as the author of the fact had seen; nothing when no ballot went upward.
[[nodiscard]] std::optional<std::string> body_in_charge(const Ballots& ballots, const Scene& scene);

// panel 0, committee 1, adjudication 2.
[[nodiscard]] int rank_of(std::string_view body);

// ballot_opened: lays papers before voters. Its refusals are named in lay_ballot.cpp.
[[nodiscard]] Taken lay_ballot(Ballots& ballots, const Scene& scene, const Offices& offices);

// Whether the fact is but another name of the ballot that was decided on.
[[nodiscard]] bool lays_decided(const Ballots& ballots, const Scene& scene);

}  // namespace courtyard::cases
