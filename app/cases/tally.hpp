// Counting votes: a pure function of the set of votes and of who is in conflict.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/cases/fact.hpp"

namespace courtyard::cases {

enum class Choice : std::uint8_t {
    Grant,
    Refuse,
    Return,     // back to the judge: more is to be found out
    Terminate,  // end the review without a decision (P7y)
};
inline constexpr std::array<std::string_view, 4> kChoiceNames{"grant", "refuse", "return", "terminate"};
[[nodiscard]] constexpr std::string_view name_of(Choice choice) {
    return kChoiceNames[static_cast<std::size_t>(choice)];
}
[[nodiscard]] std::optional<Choice> choice_of(std::string_view name);

struct Vote {
    FactId by;
    base::PersonId voter;
    Choice choice = Choice::Grant;
    domain::Fen amount;  // with Grant
    [[nodiscard]] bool says_as(const Vote& other) const { return choice == other.choice && amount == other.amount; }
    friend bool operator==(const Vote&, const Vote&) = default;
};

struct Conflict {
    FactId by;
    base::PersonId person;
    friend bool operator==(const Conflict&, const Conflict&) = default;
};

struct Tally {
    enum class State : std::uint8_t {
        Open,   // votes are missing that could still bring a result, or another amount
        Grant,  // enough voters for it
        Refuse,
        Return,
        Terminate,
        Split,  // no choice can win any more: it goes upward (P7)
    };
    State state = State::Open;
    domain::Fen amount;                    // of a Grant: the largest amount that enough voters would give
    std::size_t needed = 0;                // votes for one choice: more than half of the voters, at least two
    std::vector<base::PersonId> voters;    // without those in conflict, rising
    std::map<base::PersonId, Vote> votes;  // those that count
    // Who signed two different votes, neither knowing of the other (two machines): none counts until its voter takes
    // one back. Two that say the same count once.
    std::vector<base::PersonId> at_odds;
    // Enough would grant, and a vote that is still out can raise the amount (`amount`: the least that it will be). Open
    // until all whose votes are waited for have voted, or left: what is granted does not hang on who is counted first.
    bool amount_open = false;
    [[nodiscard]] bool has_result() const { return state != State::Open && state != State::Split; }
    friend bool operator==(const Tally&, const Tally&) = default;
};
inline constexpr std::array<std::string_view, 6> kTallyNames{"open", "grant", "refuse", "return", "terminate", "split"};
[[nodiscard]] constexpr std::string_view name_of(Tally::State state) {
    return kTallyNames[static_cast<std::size_t>(state)];
}

// `voters` rising. The order of `votes` and `conflicts` does not matter, doubles do not either. `gone`: who is on the
// case no more. They stay voters, so that nobody makes a majority by sending the others away, and what they voted
// counts; but no vote of theirs is waited for.
[[nodiscard]] Tally count(std::span<const base::PersonId> voters, std::span<const Vote> votes,
                          std::span<const Conflict> conflicts, std::span<const base::PersonId> gone = {});

}  // namespace courtyard::cases
