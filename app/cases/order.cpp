#include "app/cases/order.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "app/cases/fact_json.hpp"

namespace courtyard::cases {

namespace {

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

struct IdHash {
    std::size_t operator()(const FactId& id) const {
        std::size_t hash = 0;
        for (std::size_t i = 0; i < sizeof hash; ++i)
            hash = hash << 8U | id.bytes[i];
        return hash;
    }
};
using Places = std::unordered_map<FactId, std::size_t, IdHash>;

bool earlier(const Fact& a, const Fact& b) { return a.claimed != b.claimed ? a.claimed < b.claimed : a.id < b.id; }

// Facts without doubles, by clock and id: the same list whatever came in first. Two facts under one id are one record's
// malice; the smaller text stays.
std::vector<const Fact*> by_clock(std::span<const Fact> facts) {
    std::vector<const Fact*> list;
    for (const Fact& fact : facts)
        list.push_back(&fact);
    std::sort(list.begin(), list.end(), [](const Fact* a, const Fact* b) {
        if (a->id != b->id) return a->id < b->id;
        return write_fact(*a) + a->kind + a->author.text() < write_fact(*b) + b->kind + b->author.text();
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
    Places places;
    for (std::size_t i = 0; i < graph.facts.size(); ++i)
        places.emplace(graph.facts[i]->id, i);
    graph.next.resize(graph.facts.size());
    graph.waits_for.resize(graph.facts.size());
    for (std::size_t i = 0; i < graph.facts.size(); ++i) {
        const std::set<FactId> after(graph.facts[i]->after.begin(), graph.facts[i]->after.end());
        for (const FactId& each : after) {
            const auto found = places.find(each);
            if (found == places.end()) {
                graph.missing.insert(each);
            } else if (found->second != i) {
                graph.next[found->second].push_back(i);
                ++graph.waits_for[i];
            }
        }
    }
    return graph;
}

}  // namespace

Ordered in_order(std::span<const Fact> all) {
    Graph graph = graph_of(all);
    const std::size_t count = graph.facts.size();
    Ordered out;
    std::set<std::size_t> ready, waiting;
    for (std::size_t i = 0; i < count; ++i)
        (graph.waits_for[i] == 0 ? ready : waiting).insert(i);
    std::vector<std::size_t> place(count, kNowhere);
    Places places;
    while (!ready.empty() || !waiting.empty()) {
        auto& from = ready.empty() ? waiting : ready;  // a circle is broken at the earliest clock
        const std::size_t at = *from.begin();
        from.erase(from.begin());
        place[at] = out.facts.size();
        out.facts.push_back(graph.facts[at]);
        places.emplace(graph.facts[at]->id, place[at]);
        for (const std::size_t next : graph.next[at])
            if (place[next] == kNowhere && --graph.waits_for[next] == 0) {
                waiting.erase(next);
                ready.insert(next);
            }
    }
    out.seen.assign(count, std::vector<std::uint64_t>((count + 63) / 64));
    for (std::size_t i = 0; i < count; ++i) {
        for (const FactId& each : out.facts[i]->after) {
            const auto found = places.find(each);
            if (found == places.end() || found->second >= i) continue;
            const std::size_t before = found->second;
            out.seen[i][before / 64] |= std::uint64_t{1} << (before % 64);
            for (std::size_t word = 0; word < out.seen[i].size(); ++word)
                out.seen[i][word] |= out.seen[before][word];
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
