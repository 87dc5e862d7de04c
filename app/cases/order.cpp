#include "app/cases/order.hpp"

#include <algorithm>
#include <functional>
#include <queue>
#include <set>

#include "app/cases/fact_json.hpp"

namespace courtyard::cases {

namespace {

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);
using Places = std::vector<std::pair<FactId, std::size_t>>;

bool earlier(const Fact& a, const Fact& b) { return a.claimed != b.claimed ? a.claimed < b.claimed : a.id < b.id; }

std::optional<std::size_t> find_place(const Places& places, const FactId& id) {
    const auto found = std::lower_bound(places.begin(), places.end(), id,
                                        [](const auto& each, const FactId& wanted) { return each.first < wanted; });
    if (found == places.end() || found->first != id) return std::nullopt;
    return found->second;
}

Places places_of(const std::vector<const Fact*>& facts) {
    Places places;
    places.reserve(facts.size());
    for (std::size_t i = 0; i < facts.size(); ++i)
        places.emplace_back(facts[i]->id, i);
    std::sort(places.begin(), places.end());
    return places;
}

// Facts without doubles, by clock and id: the same list whatever came in first. Two facts under one id are one record's
// malice; the smaller text stays.
std::vector<const Fact*> by_clock(std::span<const Fact> facts) {
    std::vector<const Fact*> list;
    list.reserve(facts.size());
    for (const Fact& fact : facts)
        list.push_back(&fact);
    const auto whole = [](const Fact& fact) { return write_fact(fact) + fact.kind + fact.author.text(); };
    std::sort(list.begin(), list.end(), [&whole](const Fact* a, const Fact* b) {
        if (a->id != b->id) return a->id < b->id;
        return a != b && !(*a == *b) && whole(*a) < whole(*b);
    });
    list.erase(std::unique(list.begin(), list.end(), [](const Fact* a, const Fact* b) { return a->id == b->id; }),
               list.end());
    std::sort(list.begin(), list.end(), [](const Fact* a, const Fact* b) { return earlier(*a, *b); });
    return list;
}

struct Graph {
    std::vector<const Fact*> facts;  // by clock
    std::vector<std::vector<std::size_t>> next;
    std::vector<std::size_t> waits_for;
    std::set<FactId> missing;
};

Graph graph_of(std::span<const Fact> all) {
    Graph graph;
    graph.facts = by_clock(all);
    const Places places = places_of(graph.facts);
    graph.next.resize(graph.facts.size());
    graph.waits_for.resize(graph.facts.size());
    for (std::size_t i = 0; i < graph.facts.size(); ++i) {
        std::vector<FactId> after = graph.facts[i]->after;
        std::sort(after.begin(), after.end());
        after.erase(std::unique(after.begin(), after.end()), after.end());
        for (const FactId& each : after) {
            const auto place = find_place(places, each);
            if (!place) {
                graph.missing.insert(each);
            } else if (*place != i) {
                graph.next[*place].push_back(i);
                ++graph.waits_for[i];
            }
        }
    }
    return graph;
}

// The places of graph.facts in the order that stands: always the earliest of those that wait for nothing any more.
std::vector<std::size_t> sequence_of(Graph& graph) {
    const std::size_t count = graph.facts.size();
    std::priority_queue<std::size_t, std::vector<std::size_t>, std::greater<>> ready;
    for (std::size_t i = 0; i < count; ++i)
        if (graph.waits_for[i] == 0) ready.push(i);
    std::vector<bool> placed(count, false);
    std::vector<std::size_t> sequence;
    sequence.reserve(count);
    std::size_t earliest = 0;  // where a circle is broken: at the earliest clock
    while (sequence.size() < count) {
        std::size_t at = kNowhere;
        if (ready.empty()) {
            while (placed[earliest])
                ++earliest;
            at = earliest;
        } else {
            at = ready.top();
            ready.pop();
        }
        placed[at] = true;
        sequence.push_back(at);
        for (const std::size_t next : graph.next[at])
            if (!placed[next] && --graph.waits_for[next] == 0) ready.push(next);
    }
    return sequence;
}

}  // namespace

std::optional<std::size_t> Ordered::place_of(const FactId& id) const { return find_place(places, id); }

bool Ordered::knew(std::size_t later, const FactId& earlier) const {
    const auto place = place_of(earlier);
    return place && *place < later && knew(later, *place);
}

Ordered in_order(std::span<const Fact> all) {
    Graph graph = graph_of(all);
    const std::size_t count = graph.facts.size();
    Ordered out;
    out.facts.reserve(count);
    for (const std::size_t at : sequence_of(graph))
        out.facts.push_back(graph.facts[at]);
    out.places = places_of(out.facts);
    out.seen.assign(count, std::vector<std::uint64_t>((count + 63) / 64));
    for (std::size_t i = 0; i < count; ++i) {
        for (const FactId& each : out.facts[i]->after) {
            const auto before = out.place_of(each);
            if (!before || *before >= i) continue;
            out.seen[i][*before / 64] |= std::uint64_t{1} << (*before % 64);
            for (std::size_t word = 0; word < out.seen[i].size(); ++word)
                out.seen[i][word] |= out.seen[*before][word];
        }
    }
    out.missing.assign(graph.missing.begin(), graph.missing.end());
    return out;
}

std::vector<FactId> heads(std::span<const Fact> facts) {
    std::set<FactId> named;
    for (const Fact& fact : facts)
        for (const FactId& each : fact.after)
            if (each != fact.id) named.insert(each);
    std::vector<const Fact*> open;
    for (const Fact* fact : by_clock(facts))
        if (!named.contains(fact->id)) open.push_back(fact);
    if (open.size() > kAfterMax) open.erase(open.begin(), open.end() - static_cast<std::ptrdiff_t>(kAfterMax));
    std::vector<FactId> ids;
    for (const Fact* fact : open)
        ids.push_back(fact->id);
    std::sort(ids.begin(), ids.end());
    return ids;
}

}  // namespace courtyard::cases
