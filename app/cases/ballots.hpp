// Votes in their own time: papers laid before named voters, each vote signed, on exactly those papers.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/cases/scene.hpp"

namespace courtyard::cases {

enum class Choice : std::uint8_t { Grant, Refuse, Return };  // Return: back to the judge, more is to be found out

struct Vote {
    FactId by;
    Choice choice = Choice::Grant;
    domain::Fen amount;  // with Grant
    friend bool operator==(const Vote&, const Vote&) = default;
};

struct Ballot {
    enum class State : std::uint8_t {
        Open,   // votes are missing that could still change the result
        Grant,  // more than half of the voters for it
        Refuse,
        Return,
        Split,       // all have voted, or no choice can win any more: it goes upward (P7)
        Superseded,  // another ballot, or a change of its papers, took its place
    };
    FactId by;         // the fact that opened it
    std::string body;  // panel | committee | adjudication
    FactId report;
    std::vector<FactId> papers;          // as laid, report included, rising
    std::string papers_digest;           // what a vote must name
    std::vector<base::PersonId> voters;  // without those who declared a conflict since
    std::map<base::PersonId, Vote> votes;
    State state = State::Open;
    domain::Fen amount;  // of a Grant: the largest amount that more than half would give
    friend bool operator==(const Ballot&, const Ballot&) = default;
};

struct Decision {
    FactId by, ballot;
    bool granted = false;
    domain::Fen amount;
    domain::Date day;
    friend bool operator==(const Decision&, const Decision&) = default;
};

struct Report {
    FactId by;
    std::string proposal;  // grant | refuse | terminate
    domain::Fen amount, wage, unpaid;
    bool exception = false;
    friend bool operator==(const Report&, const Report&) = default;
};

struct Ballots {
    std::vector<Report> reports;        // the last one counts
    std::vector<Ballot> ballots;        // the last one counts
    std::optional<std::string> upward;  // the body to which a split went
    std::optional<Decision> decision;

    [[nodiscard]] const Ballot* find(const FactId& id) const;
    friend bool operator==(const Ballots&, const Ballots&) = default;
};

// Every refusal is named in ballots.cpp's head.
[[nodiscard]] Taken take(Ballots& ballots, const Scene& scene);

}  // namespace courtyard::cases
