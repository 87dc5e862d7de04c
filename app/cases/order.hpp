// One order of a case's facts, the same on every machine in whatever order they arrived: a fact stands after those that
// its author had seen; where that says nothing, the earlier clock goes first, then the smaller id.
//
// A clock can thus never put a fact before one that its author knew, and a machine whose clock is wrong only loses
// ties. Total for every input: what names itself or a circle (malice only) is put in by clock and id.
#pragma once

#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "app/cases/fact.hpp"

namespace courtyard::cases {

struct Ordered {
    std::vector<const Fact*> facts;  // into the span; a fact given twice stands once
    // seen[i] has one bit for each fact before i that its author had seen, directly or not.
    std::vector<std::vector<std::uint64_t>> seen;
    std::vector<FactId> missing;                         // named by some fact and not here (yet), rising
    std::vector<std::pair<FactId, std::size_t>> places;  // rising by id: where each fact stands

    [[nodiscard]] std::optional<std::size_t> place_of(const FactId& id) const;
    // Whether the author of facts[later] knew facts[earlier].
    [[nodiscard]] bool knew(std::size_t later, std::size_t earlier) const {
        return (seen[later][earlier / 64] >> (earlier % 64) & 1U) != 0;
    }
    // The same by id; false of a fact that is not here.
    [[nodiscard]] bool knew(std::size_t later, const FactId& earlier) const;
};

[[nodiscard]] Ordered in_order(std::span<const Fact> facts);

// Facts that no other one comes after: what the next one names. Rising, at most kAfterMax; with more, the newest.
[[nodiscard]] std::vector<FactId> heads(std::span<const Fact> facts);

}  // namespace courtyard::cases
