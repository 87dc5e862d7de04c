#include "sync/seal/deflate_small.hpp"

#include <algorithm>
#include <limits>

#include "sync/base/result.hpp"
#include "sync/seal/deflate_tables.hpp"

namespace courtyard::seal {
namespace {

using namespace deflating;

constexpr std::size_t kRounds = 4;
constexpr std::size_t kCandidatesMax = 512;
constexpr std::size_t kLiteralBitsMax = 15;
constexpr std::size_t kLengthBitsMax = 7;
// What a symbol costs that the round before did not use: dear, but not out of reach.
constexpr std::uint32_t kUnusedLiteralBits = 12;
constexpr std::uint32_t kUnusedDistanceBits = 8;

// At one place: a length and the nearest distance that gives it. Both grow along a list.
struct Match {
    std::uint16_t length = 0;
    std::uint16_t distance = 0;
};

// One step through the text: a byte (length 1, distance 0) or a match.
struct Step {
    std::size_t length = 1;
    std::size_t distance = 0;
};

class Matches {
public:
    Matches(base::ByteView window, std::size_t start) : heads_(kBuckets, kNone), previous_(window.size(), kNone) {
        at_.reserve(window.size() - start);
        for (std::size_t i = 0; i < window.size(); ++i) {
            if (i >= start) at_.push_back(find(window, i));
            if (i + kLengthMin > window.size()) continue;
            std::uint32_t& head = heads_[bucket(window, i)];
            previous_[i] = head;
            head = static_cast<std::uint32_t>(i);
        }
    }
    const std::vector<Match>& at(std::size_t position) const { return at_[position]; }

private:
    static constexpr std::size_t kBuckets = 1 << 15;
    static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

    static std::size_t bucket(base::ByteView window, std::size_t i) {
        const std::uint32_t three = std::uint32_t{window[i]} << 16 | std::uint32_t{window[i + 1]} << 8 | window[i + 2];
        return three * 2654435761U >> 17;
    }

    std::vector<Match> find(base::ByteView window, std::size_t i) const {
        std::vector<Match> found;
        if (i + kLengthMin > window.size()) return found;
        const std::size_t length_max = std::min(kLengthMax, window.size() - i);
        std::size_t best = kLengthMin - 1;
        std::uint32_t candidate = heads_[bucket(window, i)];
        for (std::size_t tried = 0; candidate != kNone && tried < kCandidatesMax;
             ++tried, candidate = previous_[candidate]) {
            std::size_t length = 0;
            while (length < length_max && window[candidate + length] == window[i + length])
                ++length;
            if (length <= best) continue;
            best = length;
            found.push_back({static_cast<std::uint16_t>(length), static_cast<std::uint16_t>(i - candidate)});
            if (length == length_max) break;
        }
        return found;
    }

    std::vector<std::uint32_t> heads_;
    std::vector<std::uint32_t> previous_;
    std::vector<std::vector<Match>> at_;
};

// What each symbol costs in bits, extra bits included for lengths.
struct Costs {
    std::array<std::uint32_t, 256> literal;
    std::array<std::uint32_t, kLengthMax + 1> length;
    std::array<std::uint32_t, kDistanceCodes> distance;
};

struct Codes {
    std::vector<std::uint8_t> literals;
    std::vector<std::uint8_t> distances;
};

Costs first_costs() {
    Costs costs{};
    costs.literal.fill(8);
    costs.distance.fill(5);
    for (std::size_t length = kLengthMin; length <= kLengthMax; ++length)
        costs.length[length] = 7 + code_length(length).extra_bits;
    return costs;
}

Costs costs_of(const Codes& codes) {
    Costs costs{};
    const auto or_else = [](std::uint8_t bits, std::uint32_t unused) { return bits == 0 ? unused : bits; };
    for (std::size_t byte = 0; byte < 256; ++byte)
        costs.literal[byte] = or_else(codes.literals[byte], kUnusedLiteralBits);
    for (std::size_t code = 0; code < kDistanceCodes; ++code)
        costs.distance[code] = or_else(codes.distances[code], kUnusedDistanceBits);
    for (std::size_t length = kLengthMin; length <= kLengthMax; ++length) {
        const Coded coded = code_length(length);
        costs.length[length] = or_else(codes.literals[coded.symbol], kUnusedLiteralBits) + coded.extra_bits;
    }
    return costs;
}

std::vector<Step> cheapest_way(base::ByteView plain, const Matches& matches, const Costs& costs) {
    std::vector<std::uint32_t> cost(plain.size() + 1, std::numeric_limits<std::uint32_t>::max());
    std::vector<Step> last(plain.size() + 1);
    cost[0] = 0;
    const auto offer = [&](std::size_t to, std::uint32_t bits, Step step) {
        if (bits >= cost[to]) return;
        cost[to] = bits;
        last[to] = step;
    };
    for (std::size_t i = 0; i < plain.size(); ++i) {
        offer(i + 1, cost[i] + costs.literal[plain[i]], {1, 0});
        std::size_t length = kLengthMin;
        for (const Match& match : matches.at(i)) {
            const Coded coded = code_distance(match.distance);
            const std::uint32_t reach = cost[i] + costs.distance[coded.symbol] + coded.extra_bits;
            for (; length <= match.length; ++length)
                offer(i + length, reach + costs.length[length], {length, match.distance});
        }
    }
    std::vector<Step> way;
    for (std::size_t i = plain.size(); i > 0; i -= last[i].length)
        way.push_back(last[i]);
    std::reverse(way.begin(), way.end());
    return way;
}

Codes codes_for(base::ByteView plain, const std::vector<Step>& way) {
    std::vector<std::uint32_t> literals(kLiteralCodes, 0);
    std::vector<std::uint32_t> distances(kDistanceCodes, 0);
    literals[kEndOfBlock] = 1;
    std::size_t at = 0;
    for (const Step& step : way) {
        if (step.distance == 0) {
            ++literals[plain[at]];
        } else {
            ++literals[code_length(step.length).symbol];
            ++distances[code_distance(step.distance).symbol];
        }
        at += step.length;
    }
    return {code_lengths(literals, kLiteralBitsMax), code_lengths(distances, kLiteralBitsMax)};
}

class BitWriter {
public:
    void put(std::uint32_t value, std::size_t bits) {
        pending_ |= std::uint64_t{value} << count_;
        for (count_ += bits; count_ >= 8; count_ -= 8, pending_ >>= 8)
            bytes_.push_back(static_cast<std::uint8_t>(pending_));
    }
    base::Bytes finish() {
        if (count_ > 0) bytes_.push_back(static_cast<std::uint8_t>(pending_));
        return std::move(bytes_);
    }

private:
    base::Bytes bytes_;
    std::uint64_t pending_ = 0;
    std::size_t count_ = 0;
};

// The code lengths, run-length coded (RFC 1951, 3.2.7): 16 repeats the last one, 17 and 18 are runs of zeros.
std::vector<Coded> run_length_coded(const std::vector<std::uint8_t>& lengths) {
    std::vector<Coded> coded;
    for (std::size_t i = 0; i < lengths.size();) {
        std::size_t run = 1;
        while (i + run < lengths.size() && lengths[i + run] == lengths[i])
            ++run;
        i += run;
        const std::uint8_t value = lengths[i - 1];
        if (value != 0) {
            coded.push_back({value, 0, 0});
            --run;
        }
        while (run >= 3) {
            const std::size_t take = std::min<std::size_t>(run, value != 0 ? 6 : 138);
            if (value != 0) {
                coded.push_back({16, 2, static_cast<unsigned>(take - 3)});
            } else if (take <= 10) {
                coded.push_back({17, 3, static_cast<unsigned>(take - 3)});
            } else {
                coded.push_back({18, 7, static_cast<unsigned>(take - 11)});
            }
            run -= take;
        }
        for (; run > 0; --run)
            coded.push_back({value, 0, 0});
    }
    return coded;
}

std::size_t used(const std::vector<std::uint8_t>& lengths, std::size_t at_least) {
    std::size_t size = lengths.size();
    while (size > at_least && lengths[size - 1] == 0)
        --size;
    return size;
}

void put_codes(BitWriter& out, const Codes& codes) {
    static constexpr std::array<std::size_t, 19> kOrder = {16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                                           11, 4,  12, 3, 13, 2, 14, 1, 15};
    const std::size_t literals = used(codes.literals, 257);
    const std::size_t distances = used(codes.distances, 1);
    std::vector<std::uint8_t> all(codes.literals.begin(),
                                  codes.literals.begin() + static_cast<std::ptrdiff_t>(literals));
    all.insert(all.end(), codes.distances.begin(), codes.distances.begin() + static_cast<std::ptrdiff_t>(distances));
    const std::vector<Coded> coded = run_length_coded(all);
    std::vector<std::uint32_t> counts(kOrder.size(), 0);
    for (const Coded& one : coded)
        ++counts[one.symbol];
    const std::vector<std::uint8_t> lengths = code_lengths(counts, kLengthBitsMax);
    const std::vector<std::uint16_t> bits = reversed_codes(lengths);
    std::size_t shown = kOrder.size();
    while (shown > 4 && lengths[kOrder[shown - 1]] == 0)
        --shown;
    out.put(static_cast<std::uint32_t>(literals - 257), 5);
    out.put(static_cast<std::uint32_t>(distances - 1), 5);
    out.put(static_cast<std::uint32_t>(shown - 4), 4);
    for (std::size_t i = 0; i < shown; ++i)
        out.put(lengths[kOrder[i]], 3);
    for (const Coded& one : coded) {
        out.put(bits[one.symbol], lengths[one.symbol]);
        out.put(one.extra, one.extra_bits);
    }
}

base::Bytes write_block(base::ByteView plain, const std::vector<Step>& way, const Codes& codes) {
    BitWriter out;
    out.put(1, 1);  // the last block
    out.put(2, 2);  // with codes of its own
    put_codes(out, codes);
    const std::vector<std::uint16_t> literals = reversed_codes(codes.literals);
    const std::vector<std::uint16_t> distances = reversed_codes(codes.distances);
    std::size_t at = 0;
    for (const Step& step : way) {
        if (step.distance == 0) {
            out.put(literals[plain[at]], codes.literals[plain[at]]);
        } else {
            const Coded length = code_length(step.length);
            const Coded distance = code_distance(step.distance);
            out.put(literals[length.symbol], codes.literals[length.symbol]);
            out.put(length.extra, length.extra_bits);
            out.put(distances[distance.symbol], codes.distances[distance.symbol]);
            out.put(distance.extra, distance.extra_bits);
        }
        at += step.length;
    }
    out.put(literals[kEndOfBlock], codes.literals[kEndOfBlock]);
    return out.finish();
}

}  // namespace

base::Bytes deflate_small(base::ByteView plain, base::ByteView dictionary) {
    COURTYARD_CHECK(!plain.empty() && plain.size() <= kDeflateSmallMax);
    base::Bytes window;
    window.reserve(dictionary.size() + plain.size());  // no growth: a freed half copy would escape the wipe
    window.insert(window.end(), dictionary.begin(), dictionary.end());
    window.insert(window.end(), plain.begin(), plain.end());
    COURTYARD_CHECK(window.size() <= kDistanceMax);
    const Matches matches(window, dictionary.size());
    base::wipe(window);

    base::Bytes best;
    Costs costs = first_costs();
    for (std::size_t round = 0; round < kRounds; ++round) {
        const std::vector<Step> way = cheapest_way(plain, matches, costs);
        const Codes codes = codes_for(plain, way);
        base::Bytes block = write_block(plain, way, codes);
        if (best.empty() || block.size() < best.size()) best = std::move(block);
        costs = costs_of(codes);
    }
    return best;
}

}  // namespace courtyard::seal
