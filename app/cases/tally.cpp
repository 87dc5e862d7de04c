#include "app/cases/tally.hpp"

#include <algorithm>

namespace courtyard::cases {

namespace {

constexpr std::size_t kNeededMin = 2;  // nobody decides alone, however many have left

bool has_conflict(std::span<const Conflict> conflicts, const base::PersonId& person) {
    return std::any_of(conflicts.begin(), conflicts.end(), [&](const Conflict& each) { return each.person == person; });
}

// The voter's vote; nothing when there is none or when two say different things.
void add_votes_of(const base::PersonId& voter, std::span<const Vote> votes, Tally& out) {
    const Vote* first = nullptr;
    for (const Vote& vote : votes) {
        if (vote.voter != voter) continue;
        if (first != nullptr && !first->says_as(vote)) {
            out.at_odds.push_back(voter);
            return;
        }
        // Of those that say the same the smallest id stands, whichever came first.
        if (first == nullptr || vote.by < first->by) first = &vote;
    }
    if (first != nullptr) out.votes.emplace(voter, *first);
}

std::size_t votes_for(const Tally& tally, Choice choice) {
    return static_cast<std::size_t>(std::count_if(tally.votes.begin(), tally.votes.end(),
                                                  [choice](const auto& each) { return each.second.choice == choice; }));
}

// Who would give an amount would give any smaller one, too. It is firm when no vote that is still out can make it more.
struct Granted {
    domain::Fen amount;
    bool is_firm;
};
Granted granted_by(const Tally& tally, std::size_t still_out) {
    std::vector<domain::Fen> amounts;
    for (const auto& [voter, vote] : tally.votes)
        if (vote.choice == Choice::Grant) amounts.push_back(vote.amount);
    std::sort(amounts.begin(), amounts.end(), std::greater<>());
    const domain::Fen amount = amounts[tally.needed - 1];
    return {amount, still_out == 0 || (still_out < tally.needed && amounts[tally.needed - 1 - still_out] == amount)};
}

Tally::State state_for(Choice choice) {
    switch (choice) {
        case Choice::Grant: return Tally::State::Grant;
        case Choice::Refuse: return Tally::State::Refuse;
        case Choice::Return: return Tally::State::Return;
        case Choice::Terminate: return Tally::State::Terminate;
    }
    return Tally::State::Open;
}

}  // namespace

std::optional<Choice> choice_of(std::string_view name) {
    const auto found = std::find(kChoiceNames.begin(), kChoiceNames.end(), name);
    if (found == kChoiceNames.end()) return std::nullopt;
    return static_cast<Choice>(found - kChoiceNames.begin());
}

Tally count(std::span<const base::PersonId> voters, std::span<const Vote> votes, std::span<const Conflict> conflicts,
            std::span<const base::PersonId> gone) {
    Tally out;
    for (const base::PersonId& voter : voters) {
        if (has_conflict(conflicts, voter)) continue;
        out.voters.push_back(voter);
        add_votes_of(voter, votes, out);
    }
    out.needed = std::max(out.voters.size() / 2 + 1, kNeededMin);
    const auto still_out =
        static_cast<std::size_t>(std::count_if(out.voters.begin(), out.voters.end(), [&](const base::PersonId& voter) {
            return !out.votes.contains(voter) && std::find(gone.begin(), gone.end(), voter) == gone.end();
        }));
    bool can_win = false;
    for (const Choice choice : {Choice::Grant, Choice::Refuse, Choice::Return, Choice::Terminate}) {
        const std::size_t sum = votes_for(out, choice);
        if (sum >= out.needed) {
            const Granted granted = choice == Choice::Grant ? granted_by(out, still_out) : Granted{{}, true};
            out.amount = granted.amount;
            out.amount_open = !granted.is_firm;
            if (granted.is_firm) out.state = state_for(choice);
            return out;
        }
        can_win |= sum + still_out >= out.needed;
    }
    if (!can_win) out.state = Tally::State::Split;
    return out;
}

}  // namespace courtyard::cases
