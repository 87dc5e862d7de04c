#include "app/cases/laid_apart.hpp"

#include <algorithm>
#include <string>

namespace courtyard::cases {

namespace {

struct Question {
    std::string body;
    std::vector<FactId> papers;          // rising, each once
    std::vector<base::PersonId> voters;  // rising
    friend bool operator==(const Question&, const Question&) = default;
};

// The report is one of the papers, named among them or not.
Question question_of(const Fact& fact) {
    Question out{std::string(fact.text("body")), fact.facts("papers"), fact.persons("voters")};
    if (const auto report = fact.fact("report")) out.papers.push_back(*report);
    std::sort(out.papers.begin(), out.papers.end());
    out.papers.erase(std::unique(out.papers.begin(), out.papers.end()), out.papers.end());
    std::sort(out.voters.begin(), out.voters.end());
    return out;
}

bool know_the_same_ballots(std::size_t a, std::size_t b, const Ordered& order) {
    const auto knew = [&order](std::size_t at, std::size_t other) { return other < at && order.knew(at, other); };
    for (std::size_t other = 0; other < std::max(a, b); ++other)
        if (order.facts[other]->kind == "ballot_opened" && knew(a, other) != knew(b, other)) return false;
    return true;
}

// A ballot takes the place of whatever was laid before it, anything else of what was laid without knowing it.
bool is_over(const FactId& laid, const FactId& by, const Ordered& order) {
    const std::size_t at = *order.place_of(laid), of = *order.place_of(by);
    return order.facts[of]->kind == "ballot_opened" ? of > at : !order.knew(at, by);
}

}  // namespace

bool lay_one(const FactId& a, const FactId& b, const Ordered& order) {
    if (a == b) return true;
    const auto one = order.place_of(a), other = order.place_of(b);
    if (!one || !other) return false;
    const Fact &first = *order.facts[*one], &second = *order.facts[*other];
    const bool are_ballots = first.kind == "ballot_opened" && second.kind == first.kind;
    return are_ballots && first.fact("report") == second.fact("report") && question_of(first) == question_of(second) &&
           know_the_same_ballots(*one, *other, order);
}

const Ballot* laid_already(const Ballots& ballots, domain::Fen limit, const Scene& scene) {
    const auto found = std::find_if(ballots.ballots.begin(), ballots.ballots.end(), [&](const Ballot& each) {
        return each.limit == limit && lay_one(each.by, scene.fact.id, scene.order);
    });
    return found == ballots.ballots.end() ? nullptr : &*found;
}

bool is_laid_over(const FactId& by, const Ballot& ballot, const Ordered& order) {
    const std::size_t at = *order.place_of(by);
    return order.facts[at]->kind == "ballot_opened" &&
           std::any_of(ballot.laid_by.begin(), ballot.laid_by.end(),
                       [&](const FactId& laid) { return order.knew(at, laid); });
}

std::vector<FactId> in_its_place(const Ballot& ballot, const Ordered& order,
                                 const std::function<bool(const FactId&)>& knows) {
    std::vector<FactId> out;
    for (const FactId& by : ballot.replaced_by) {
        const bool takes_all = std::all_of(ballot.laid_by.begin(), ballot.laid_by.end(), [&](const FactId& laid) {
            return !knows(laid) || is_over(laid, by, order);
        });
        if (knows(by) && (takes_all || is_laid_over(by, ballot, order))) out.push_back(by);
    }
    return out;
}

}  // namespace courtyard::cases
