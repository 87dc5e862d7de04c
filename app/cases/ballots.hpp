// Votes in their own time: papers laid before named voters, each vote signed, on exactly those papers.
//
// The result of a ballot is a function of the set of votes, never of their order: more than half of all voters (at
// least two: nobody decides alone), not of those who have voted so far, so that a late vote cannot turn a result that
// was reached; and the amount is the largest that so many would give, which a late vote can only raise. A decision
// rests on what its author had seen: what comes to light afterwards is recorded and raises a doubt, it does not unmake
// it.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/cases/scene.hpp"
#include "app/cases/tally.hpp"

namespace courtyard::cases {

struct Ballot {
    FactId by;  // the fact that opened it, of several the first
    // All that did: people who had not heard of each other laid the same (laid_apart.hpp). Whoever names one of them
    // names this ballot.
    std::vector<FactId> laid_by;
    std::string body;  // panel | committee | adjudication
    FactId report;
    std::vector<FactId> papers;               // as laid, report included, rising
    std::string papers_digest;                // what a vote must name: papers_digest.hpp
    std::vector<base::PersonId> laid_before;  // as named when it was opened, rising
    std::vector<Vote> cast;                   // all, those that do not count included
    // What would take its place: another ballot, a new report, a correction of a laid paper, upward, a conflict of who
    // wrote the report. Of a ballot that several laid some of it takes nobody's: in_its_place().
    std::vector<FactId> replaced_by;
    // Votes that gave an earlier ballot its result and of which whoever laid this one in its place had not heard:
    // late_result.hpp.
    std::vector<FactId> overturned_by;
    // What did take its place: of `replaced_by` all that was not itself overturned, and `overturned_by`.
    std::vector<FactId> superseded_by;
    domain::Fen limit;  // the most that may be granted on that report; 0: no wage is known
    Tally tally;        // with all that is known now
    [[nodiscard]] bool is_open() const { return superseded_by.empty() && tally.state == Tally::State::Open; }
    [[nodiscard]] bool is_laid_by(const FactId& id) const;
    friend bool operator==(const Ballot&, const Ballot&) = default;
};

struct Decision {
    FactId by, ballot;
    bool granted = false;
    domain::Fen amount;
    domain::Date day;
    // Facts that its author had not seen and that touch what it rests on: a voter's conflict, a laid paper that was
    // corrected, an element of it that was found otherwise, another report, a second vote that says something else, a
    // correction that would have taken it away, a vote of somebody taken for absent with which enough would give more,
    // or with which an earlier ballot had a result. The leader says that it stands all the same, or corrects it; until
    // then nothing is paid by those who know.
    std::vector<FactId> doubts;
    std::vector<FactId> heard;  // of those: that the leader knew when saying that it stands
    [[nodiscard]] std::vector<FactId> open_doubts() const;
    friend bool operator==(const Decision&, const Decision&) = default;
};

struct Report {
    FactId by;
    base::PersonId author;
    std::string proposal;  // grant | refuse | terminate
    domain::Fen amount, wage, unpaid;
    bool exception = false;
    friend bool operator==(const Report&, const Report&) = default;
};

struct Upward {
    FactId by, ballot;
    std::string to;                     // the body that alone decides from then on
    std::vector<FactId> overturned_by;  // as of a ballot
    friend bool operator==(const Upward&, const Upward&) = default;
};

struct Ballots {
    std::vector<Report> reports;      // of last_report() the last one counts
    std::vector<Ballot> ballots;      // in the order in which they were laid last; the last one counts
    std::vector<Conflict> conflicts;  // declared by anybody, in order
    std::vector<Upward> upward;
    std::optional<Decision> decision;

    // By any fact that laid it.
    [[nodiscard]] const Ballot* find(const FactId& id) const;
    // The last one whose author has no conflict of interest: whoever takes the case over writes it anew.
    [[nodiscard]] const Report* last_report() const;
    [[nodiscard]] bool is_void(const FactId& report) const;
    // The last one that nothing superseded.
    [[nodiscard]] const Ballot* current() const;
    // The body that alone decides; nothing when no ballot went upward.
    [[nodiscard]] std::optional<std::string> body_in_charge() const;
    // A ballot, or a sending upward, in whose place an earlier ballot has come to a result.
    [[nodiscard]] bool is_overturned(const FactId& replacing) const;
    // A vote on a ballot that something newer took the place of, and on which no decision rests: nobody counts it.
    [[nodiscard]] bool is_replaced(const FactId& vote) const;
    friend bool operator==(const Ballots&, const Ballots&) = default;
};

// Every refusal is named in ballots.cpp and lay_ballot.cpp.
[[nodiscard]] Taken take(Ballots& ballots, const Scene& scene, const Offices& offices);

// A doubt of the decision `decided`, once; nothing when that is not the one that stands.
void raise_doubt(Ballots& ballots, const FactId& decided, const FactId& why);

// Whether the decision is doubted, and the author of the fact knows why.
[[nodiscard]] bool knows_doubt(const Ballots& ballots, const Scene& scene);

}  // namespace courtyard::cases
