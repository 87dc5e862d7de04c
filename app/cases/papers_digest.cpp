#include "app/cases/papers_digest.hpp"

#include <algorithm>
#include <vector>

#include "app/cases/fact_json.hpp"
#include "sync/seal/hash.hpp"

namespace courtyard::cases {

namespace {

// One line for each fact: JSON has no line breaks of its own, and a kind with one would only change the digest.
void add(std::string& text, const Fact& fact) {
    text += fact.id.text() + ' ' + fact.author.text() + ' ' + fact.kind + ' ' + std::to_string(fact.claimed.ms) + ' ' +
            write_fact(fact) + '\n';
}

}  // namespace

std::string papers_digest(std::span<const Fact* const> laid) {
    std::vector<const Fact*> rising(laid.begin(), laid.end());
    std::sort(rising.begin(), rising.end(), [](const Fact* a, const Fact* b) { return a->id < b->id; });
    std::string text = "courtyard/1/papers\n";
    for (const Fact* fact : rising)
        add(text, *fact);
    return seal::sha256(base::as_bytes(text)).text();
}

}  // namespace courtyard::cases
