#include "sync/seal/mixing_model.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <type_traits>

#include "sync/base/result.hpp"
#include "sync/seal/mixing_numbers.hpp"
#include "sync/seal/text_place.hpp"

namespace courtyard::seal {
namespace {

constexpr std::size_t kSlotContexts = 5;
constexpr std::size_t kRuns = 3;
constexpr std::array<std::uint32_t, 2> kMatchMin = {5, 12};  // bytes that must agree
constexpr std::size_t kGuesses = kRuns + kMatchMin.size();
constexpr std::size_t kBiasInput = kSlotContexts + kGuesses;
constexpr std::size_t kInputs = 12;  // the last is always 0: a compiler takes four at a time
constexpr std::size_t kSets = 3;

constexpr std::uint32_t kFresh = 32768U << 16;
constexpr std::uint32_t kSlotMask = (1U << 18) - 1;
constexpr std::uint32_t kWays = 4;  // places for a slot: fewer lose what was learnt, more are no better
constexpr std::uint32_t kCountMax = 127;
constexpr std::uint32_t kRunMask = 0xFFFF;
constexpr std::uint32_t kHeadMask = 0x3FFF;
constexpr std::uint32_t kMatchLookBack = 32;
constexpr std::uint32_t kLevelMax = 31;
constexpr std::uint32_t kFirstStrength = 0xC0000000U;  // 3/4
constexpr std::uint32_t kFirstWeight = 18000;          // of 65,536
constexpr std::int16_t kBias = 256;
constexpr std::int32_t kMissMin = 256;  // what was as nearly right teaches nothing, and that is most bits
constexpr std::int32_t kRatePriming = 14;
constexpr std::int32_t kRate = 12;

// How far a slot moves towards what came, of 65,536, after it has been seen so often.
constexpr std::array<std::int64_t, kCountMax + 1> kSteps = [] {
    std::array<std::int64_t, kCountMax + 1> steps{};
    for (std::size_t count = 0; count < steps.size(); ++count)
        steps[count] = 655360 / static_cast<std::int64_t>(10 * count + 13);
    return steps;
}();

// Two's complement that wraps rather than overflows.
using Weights = std::array<std::uint32_t, kInputs>;

std::int32_t clamp_stretched(std::int32_t value) { return std::clamp(value, -kStretchedMax, kStretchedMax); }

// A byte that is expected next, until one of its bits turns out otherwise.
struct Guess {
    bool stands = false;
    std::uint32_t byte = 0;
    std::uint32_t level = 0;  // how often it came true (runs), how long the match is
};

struct Match {
    std::uint32_t from = 0;    // where in the memory the next byte is expected
    std::uint32_t length = 0;  // bytes that agreed, 0: none
};

// Of the places for a slot that begin with `first`, the one that was seen least.
template <class Slots>
std::uint32_t least_seen(const Slots& slots, std::uint32_t first) {
    std::uint32_t least = first;
    for (std::uint32_t way = 1; way < kWays; ++way) {
        if ((slots[first ^ way] & 0xFF00) < (slots[least] & 0xFF00)) least = first ^ way;
    }
    return least;
}

}  // namespace

// In one piece, so it is copied and wiped at once.
struct MixingModel::State {
    // What is learnt.
    std::array<std::uint32_t, kSlotMask + 1> slots;  // probability << 16 | count << 8 | check
    std::array<std::uint32_t, kRunMask + 1> runs;    // check << 16 | count << 8 | byte
    std::array<std::array<std::uint16_t, kHeadMask + 1>, kMatchMin.size()> heads;  // ends of what began so
    std::array<std::uint8_t, kMemory> memory;
    std::array<std::array<Weights, 256>, kSets> weights;
    std::array<std::array<std::uint32_t, (kLevelMax + 1) * 4>, kGuesses> strengths;
    std::array<std::array<std::uint16_t, kLogistic.size()>, 1024> corrections;

    std::uint32_t remembered;  // bytes of the memory in use
    std::int32_t rate;         // how quickly weights learn
    TextPlace place;
    std::array<Match, kMatchMin.size()> matches;

    // For this byte.
    std::array<std::uint32_t, kSlotContexts> contexts;
    std::array<std::uint32_t, kRuns> run_hashes;
    std::array<Guess, kGuesses> guesses;
    std::uint32_t bits;       // its bits so far, after a leading 1
    std::uint32_t bit_count;  // 0 to 7
    // For this bit.
    std::array<std::uint32_t, kSlotContexts> chosen;  // slots
    std::array<std::int16_t, kInputs> inputs;
    std::array<Weights*, kSets> sets;
    std::array<std::int32_t, kSets> said;  // what each set makes of it, a probability
    std::uint16_t* correction;             // the nearer of the two that were asked
    std::uint32_t one;

    [[nodiscard]] std::uint32_t& strength(std::size_t guess) {
        return strengths[guess][guesses[guess].level * 4 + (place.missing > 0 ? 2 : 0) + (bit_count > 3 ? 1 : 0)];
    }
    [[nodiscard]] std::uint32_t bit_of(std::uint32_t byte) const { return byte >> (7 - bit_count) & 1U; }
};

MixingModel::MixingModel() : state_(std::make_unique<State>()) {
    State& state = *state_;
    state.rate = kRate;
    for (auto& set : state.weights) {
        for (Weights& weights : set)
            weights.fill(kFirstWeight);
    }
    for (auto& strengths : state.strengths)
        strengths.fill(kFirstStrength);
    for (auto& row : state.corrections)
        std::copy(kLogistic.begin(), kLogistic.end(), row.begin());
    state.inputs[kBiasInput] = kBias;
    begin_byte();
}

MixingModel::MixingModel(const MixingModel& other) : state_(std::make_unique_for_overwrite<State>()) {
    static_assert(std::is_trivially_copyable_v<State>);
    *state_ = *other.state_;
    predict();  // its pointers lead into the other
}

MixingModel::~MixingModel() { base::wipe(state_.get(), sizeof(State)); }

void MixingModel::prime(base::ByteView dictionary) {
    COURTYARD_CHECK(dictionary.size() <= kMemory / 2);
    state_->rate = kRatePriming;
    for (const std::uint8_t byte : dictionary) {
        for (int shift = 7; shift >= 0; --shift)
            take(byte >> shift & 1U);
    }
    state_->rate = kRate;
}

std::uint32_t MixingModel::one() const { return state_->one; }

void MixingModel::begin_text() {
    state_->place.depth = 0;
    state_->place.has_closed = false;
}

bool MixingModel::has_closed() const { return state_->place.has_closed; }

void MixingModel::begin_byte() {
    State& state = *state_;
    const TextPlace& at = state.place;
    const std::uint32_t in = at.string_state();
    const std::uint32_t unfinished = stir(at.part, at.missing);
    const std::uint32_t here = stir(unfinished, at.position);
    state.contexts = {stir(unfinished, 1), stir(at.last_bytes & 0xFFFF, 2), stir(stir(at.key, here), 3),
                      stir(stir(at.key, unfinished), 4 + in), stir(stir(at.key_before, here), 8 + in)};
    state.run_hashes = {stir(at.last_bytes & 0xFFFFFF, 12),
                        stir(stir(at.key, at.character), stir(stir(at.before_it, unfinished), 13)),
                        stir(stir(at.key, at.key_before), stir(at.since, 14 + in))};
    state.bits = 1;
    state.bit_count = 0;
    guess_by_runs();
    guess_by_matches();
    predict();
}

void MixingModel::guess_by_runs() {
    for (std::size_t i = 0; i < kRuns; ++i) {
        const std::uint32_t run = state_->runs[state_->run_hashes[i] & kRunMask];
        const std::uint32_t count = run >> 8 & 0xFF;
        const bool is_known = run >> 16 == state_->run_hashes[i] >> 16 && count > 0;
        state_->guesses[i] = {is_known, run & 0xFF, std::min<std::uint32_t>(count, 15)};
    }
}

void MixingModel::guess_by_matches() {
    for (std::size_t i = 0; i < kMatchMin.size(); ++i) {
        const Match& match = state_->matches[i];
        state_->guesses[kRuns + i] = {match.length > 0, state_->memory[match.from], std::min(match.length, kLevelMax)};
    }
}

void MixingModel::predict() {
    State& state = *state_;
    find_slots();
    ask_guesses();
    choose_weights();
    std::int32_t sum = 0;
    for (std::size_t set = 0; set < kSets; ++set) {
        const Weights& weights = *state.sets[set];
        std::uint32_t product = 0;
        for (std::size_t i = 0; i < kInputs; ++i) {
            const std::uint32_t share = weights[i] * static_cast<std::uint32_t>(std::int32_t{state.inputs[i]});
            product += static_cast<std::uint32_t>(static_cast<std::int32_t>(share) >> 8);
        }
        const std::int32_t stretched = clamp_stretched(static_cast<std::int32_t>(product) >> 8);
        state.said[set] = squash(stretched);
        sum += stretched;
    }
    correct(sum * 21846 >> 16);  // a third
}

void MixingModel::find_slots() {
    State& state = *state_;
    for (std::size_t i = 0; i < kSlotContexts; ++i) {
        const std::uint32_t hash = stir(state.contexts[i], state.bits);
        const std::uint32_t check = hash >> 24 | 1U;
        const std::uint32_t first = hash & kSlotMask;
        std::uint32_t chosen = first;
        while ((state.slots[chosen] & 0xFF) != check && (chosen ^ first) < kWays - 1)
            chosen = first ^ ((chosen ^ first) + 1);
        if ((state.slots[chosen] & 0xFF) != check) {
            chosen = least_seen(state.slots, first);
            state.slots[chosen] = kFresh | check;
        }
        const std::uint32_t slot = state.slots[chosen];
        state.chosen[i] = chosen;
        state.inputs[i] = (slot >> 8 & 0xFF) == 0 ? std::int16_t{0} : kStretch[slot >> 20];
    }
}

void MixingModel::ask_guesses() {
    for (std::size_t i = 0; i < kGuesses; ++i) {
        std::int16_t& input = state_->inputs[kSlotContexts + i];
        input = 0;
        if (!state_->guesses[i].stands) continue;
        const std::int16_t stretched = kStretch[state_->strength(i) >> 20];
        input = state_->bit_of(state_->guesses[i].byte) == 1 ? stretched : static_cast<std::int16_t>(-stretched);
    }
}

void MixingModel::choose_weights() {
    State& state = *state_;
    const TextPlace& at = state.place;
    const Guess& match = state.guesses[kRuns];
    const std::uint32_t matched = !match.stands ? 0 : match.level >= 16 ? 3 : match.level >= 8 ? 2 : 1;
    state.sets = {
        &state.weights[0][(at.kind() * 4 + at.missing) * 4 + matched], &state.weights[1][state.bits],
        &state.weights[2][std::min<std::uint32_t>(at.position, 15) * 16 + at.string_state() * 4 + at.missing]};
}

void MixingModel::correct(std::int32_t stretched) {
    State& state = *state_;
    auto& row = state.corrections[state.bits + 256 * state.place.missing];
    const std::int32_t from_start = stretched + kStretchedMax + 1;
    const auto column = static_cast<std::size_t>(from_start >> 7);
    const std::int32_t beyond = from_start & 127;
    const std::int32_t corrected = (row[column] * (128 - beyond) + row[column + 1] * beyond) >> 7;
    state.correction = &row[column + (beyond >= 64 ? 1 : 0)];
    state.one = static_cast<std::uint32_t>(std::clamp((squash(stretched) + corrected + 1) >> 1, 8, 65528));
}

void MixingModel::take(std::uint32_t bit) {
    State& state = *state_;
    learn(bit);
    state.bits = state.bits << 1 | bit;
    if (++state.bit_count < 8) {
        predict();
    } else {
        take_byte();
        begin_byte();
    }
}

void MixingModel::learn(std::uint32_t bit) {
    State& state = *state_;
    for (std::size_t set = 0; set < kSets; ++set) {
        const std::int32_t miss = (bit == 1 ? 65536 : 0) - state.said[set];
        if (std::abs(miss) < kMissMin) continue;
        const auto error = static_cast<std::int16_t>(miss * state.rate >> 5);
        Weights& weights = *state.sets[set];
        for (std::size_t i = 0; i < kInputs; ++i)
            weights[i] += static_cast<std::uint32_t>((state.inputs[i] * error + 4096) >> 13);
    }
    const std::int64_t target = bit == 1 ? 65535 : 0;
    for (const std::uint32_t chosen : state.chosen) {
        std::uint32_t& slot = state.slots[chosen];
        const std::int64_t probability = slot >> 16;
        const std::uint32_t count = slot >> 8 & 0xFF;
        const std::int64_t moved = probability + ((target - probability) * kSteps[count] >> 16);
        slot = static_cast<std::uint32_t>(moved) << 16 | std::min(count + 1, kCountMax) << 8 | (slot & 0xFF);
    }
    learn_guesses(bit);
    const std::int32_t was = *state.correction;
    *state.correction = static_cast<std::uint16_t>(was + (((bit == 1 ? 65535 : 0) - was) >> 5));
}

void MixingModel::learn_guesses(std::uint32_t bit) {
    State& state = *state_;
    for (std::size_t i = 0; i < kGuesses; ++i) {
        Guess& guess = state.guesses[i];
        if (!guess.stands) continue;
        std::uint32_t& strength = state.strength(i);
        guess.stands = state.bit_of(guess.byte) == bit;
        if (guess.stands) {
            strength += (0xFFFFFFFFU - strength) >> 6;
        } else {
            strength -= strength >> 6;
        }
    }
}

void MixingModel::take_byte() {
    State& state = *state_;
    const auto byte = static_cast<std::uint8_t>(state.bits);
    for (const std::uint32_t hash : state.run_hashes) {
        std::uint32_t& run = state.runs[hash & kRunMask];
        const std::uint32_t count = run >> 8 & 0xFF;
        if (run >> 16 != hash >> 16 || (run & 0xFF) != byte || count == 0) {
            run = (hash & ~0xFFFFU) | 1U << 8 | byte;
        } else if (count < 255) {
            run += 1U << 8;
        }
    }
    COURTYARD_CHECK(state.remembered < kMemory);
    state.memory[state.remembered++] = byte;
    state.place.take(byte);
    for (std::size_t i = 0; i < kMatchMin.size(); ++i)
        follow(i, byte);
}

void MixingModel::follow(std::size_t which, std::uint8_t byte) {
    const auto& memory = state_->memory;
    const std::uint32_t end = state_->remembered;
    Match& match = state_->matches[which];
    if (match.length > 0 && memory[match.from] == byte) {
        ++match.from;
        ++match.length;
    } else {
        match.length = 0;
    }
    const std::uint32_t least = kMatchMin[which];
    if (end < least) return;
    std::uint32_t hash = 0;
    for (std::uint32_t back = 1; back <= least; ++back)
        hash = stir(hash, memory[end - back]);
    std::uint16_t& head = state_->heads[which][hash & kHeadMask];
    if (match.length == 0 && head > 0) {
        std::uint32_t length = 0;
        while (length < kMatchLookBack && length < head && memory[head - 1U - length] == memory[end - 1 - length])
            ++length;
        match = {head, length >= least ? length : 0};
    }
    head = static_cast<std::uint16_t>(end);
}

}  // namespace courtyard::seal
