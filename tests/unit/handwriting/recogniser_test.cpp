// The shipped model reads what a hand makes of printed strokes. Real pens judge it outside of this tree:
// recogniser.hpp.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "tests/unit/handwriting/written.hpp"

using namespace courtyard;
using handwriting::Candidate;
using handwriting::Ink;

namespace {

bool are_alike(const std::vector<Candidate>& a, const std::vector<Candidate>& b) {
    return std::ranges::equal(a, b, [](const Candidate& x, const Candidate& y) {
        return x.character == y.character && x.probability == y.probability;
    });
}

struct Share {
    std::size_t all = 0, first = 0, among_ten = 0;
    void take(std::size_t place) {
        ++all;
        first += place == 0 ? 1 : 0;
        among_ten += place < 10 ? 1 : 0;
    }
    [[nodiscard]] double of_first() const { return static_cast<double>(first) / static_cast<double>(all); }
    [[nodiscard]] double of_ten() const { return static_cast<double>(among_ten) / static_cast<double>(all); }
};

constexpr unsigned kHands = 8;

template <class Change>
Share read_all(handwriting::Recogniser& recogniser, Change change) {
    Share share;
    for (const test::Printed& printed : test::printed_characters()) {
        for (unsigned seed = 1; seed <= kHands; ++seed) {
            const Ink ink = change(test::by_hand(printed.strokes, seed), seed);
            share.take(test::place_of(printed.code, recogniser.recognise(ink)));
        }
    }
    return share;
}

Ink as_it_is(Ink ink, unsigned) { return ink; }
Ink with_a_join(Ink ink, unsigned seed) { return test::joined(ink, seed % (ink.size() - 1)); }
Ink backwards(Ink ink, unsigned) {
    std::ranges::reverse(ink);
    return ink;
}

}  // namespace

TEST_CASE("uneven hands are read, joined or out of order as well") {
    handwriting::Recogniser recogniser = test::shipped_recogniser();
    const Share plain = read_all(recogniser, as_it_is);
    CHECK(plain.all == 15 * kHands);
    CHECK(plain.of_first() > 0.95);
    CHECK(plain.of_ten() == 1);
    const Share joined = read_all(recogniser, with_a_join);
    CHECK(joined.of_first() > 0.9);
    CHECK(joined.of_ten() > 0.97);
    CHECK(read_all(recogniser, backwards).of_first() > 0.95);
}

TEST_CASE("control: a model that gives characters each other's names fails the same measure") {
    auto model = handwriting::parse_model(test::shipped_file());
    REQUIRE(model);
    std::vector<char32_t>& codes = model->characters.codes;
    std::rotate(codes.begin(), codes.begin() + 1, codes.end());
    handwriting::Recogniser recogniser(std::move(*model));
    CHECK(read_all(recogniser, as_it_is).of_ten() < 0.1);
}

TEST_CASE("size, place and order of strokes change nothing, speed next to nothing") {
    handwriting::Recogniser recogniser = test::shipped_recogniser();
    for (const test::Printed& printed : test::printed_characters()) {
        const Ink ink = test::by_hand(printed.strokes, 3);
        const std::vector<Candidate> candidates = recogniser.recognise(ink);
        REQUIRE(candidates.size() == 10);
        // By powers of two, so that not a bit of a coordinate is lost.
        CHECK(are_alike(candidates, recogniser.recognise(test::moved(ink, 1.0 / 1024, 1.0 / 1024, 0, 0))));
        CHECK(are_alike(candidates, recogniser.recognise(test::moved(ink, 4096, 4096, 0, 0))));
        const auto first_of = [&](const Ink& other) { return recogniser.recognise(other).front().character; };
        CHECK(first_of(test::moved(ink, 0.37, 0.37, -5000, 123)) == candidates.front().character);
        CHECK(first_of(backwards(ink, 0)) == candidates.front().character);
        Ink slow = ink;
        for (handwriting::Stroke& stroke : slow) {
            for (std::size_t i = stroke.size(); i > 1; --i) {
                const handwriting::Point &a = stroke[i - 2], &b = stroke[i - 1];
                stroke.insert(stroke.begin() + static_cast<std::ptrdiff_t>(i) - 1, {(a.x + b.x) / 2, (a.y + b.y) / 2});
            }
        }
        CHECK(first_of(slow) == candidates.front().character);
    }
}

TEST_CASE("the same ink has the same candidates, whatever was read before") {
    handwriting::Recogniser one = test::shipped_recogniser(), other = test::shipped_recogniser();
    const std::vector<test::Printed> printed = test::printed_characters();
    for (const test::Printed& character : printed) {
        const std::vector<Candidate> candidates = one.recognise(character.strokes);
        static_cast<void>(other.recognise(printed.front().strokes));
        CHECK(are_alike(candidates, other.recognise(character.strokes)));
        CHECK(are_alike(candidates, one.recognise(character.strokes)));
    }
}

TEST_CASE("candidates are different characters with falling probabilities, as many as were asked for") {
    handwriting::Recogniser recogniser = test::shipped_recogniser();
    const Ink ink = test::printed_characters().front().strokes;
    for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{10}, std::size_t{100}}) {
        const std::vector<Candidate> candidates = recogniser.recognise(ink, count);
        CHECK(candidates.size() == count);
        std::set<char32_t> seen;
        float before = 1, sum = 0;
        for (const Candidate& candidate : candidates) {
            CHECK(candidate.probability >= 0);
            CHECK(candidate.probability <= before);
            before = candidate.probability;
            sum += candidate.probability;
            seen.insert(candidate.character);
        }
        CHECK(seen.size() == count);
        CHECK(sum < 1.001F);
    }
    const std::size_t all = recogniser.characters().size();
    CHECK(recogniser.recognise(ink, all + 7).size() == all);
}

TEST_CASE("after every pen-up there are candidates, and the last stroke is not waited for") {
    handwriting::Recogniser recogniser = test::shipped_recogniser();
    std::size_t found_early = 0, long_ones = 0;
    for (const test::Printed& printed : test::printed_characters()) {
        Ink ink;
        for (const handwriting::Stroke& stroke : printed.strokes) {
            ink.push_back(stroke);
            CHECK(recogniser.recognise(ink).size() == 10);
        }
        if (ink.size() < 7) continue;
        ink.pop_back();
        ++long_ones;
        found_early += test::place_of(printed.code, recogniser.recognise(ink)) < 10 ? 1 : 0;
    }
    CHECK(found_early * 3 >= long_ones * 2);
}

TEST_CASE("ink that is no writing is answered, too") {
    handwriting::Recogniser recogniser = test::shipped_recogniser();
    const double nan = std::numeric_limits<double>::quiet_NaN(), infinite = std::numeric_limits<double>::infinity();
    const double huge = std::numeric_limits<double>::max(), tiny = std::numeric_limits<double>::denorm_min();
    for (const Ink& nothing : {Ink{}, Ink{{}}, Ink{{}, {}, {}}, Ink{{{nan, 1}}, {{1, infinite}}}})
        CHECK(recogniser.recognise(nothing).empty());
    for (const Ink& odd : {Ink{{{5, 5}}}, Ink{{{5, 5}, {5, 5}, {5, 5}}}, Ink{{{5, 5}}, {{5, 5}}}, Ink{{{0, 0}, {0, 9}}},
                           Ink{{{0, 0}, {9, 0}}}, Ink{{{-huge, -huge}, {huge, huge}}}, Ink{{{0, 0}, {tiny, tiny}}},
                           Ink{{{1e300, 0}, {-1e300, 1e-300}}}, Ink{{{nan, 0}, {1, 1}, {2, 2}, {infinite, 0}}}}) {
        const std::vector<Candidate> candidates = recogniser.recognise(odd);
        CHECK(candidates.size() == 10);
        for (const Candidate& candidate : candidates)
            CHECK(std::isfinite(candidate.probability));
    }
    Ink scribble(1);
    for (int i = 0; i < 10'000; ++i)
        scribble[0].push_back({static_cast<double>(i * 7919 % 1000), static_cast<double>(i * 104'729 % 1000)});
    CHECK(recogniser.recognise(scribble).size() == 10);
    Ink dots;
    for (int i = 0; i < 10'000; ++i)
        dots.push_back({{static_cast<double>(i % 100), static_cast<double>(i) / 100}});
    CHECK(recogniser.recognise(dots).size() == 10);
}

TEST_CASE("a point that is not finite is as if it were not there") {
    handwriting::Recogniser recogniser = test::shipped_recogniser();
    Ink ink = test::printed_characters().front().strokes;
    const std::vector<Candidate> candidates = recogniser.recognise(ink);
    const double nan = std::numeric_limits<double>::quiet_NaN();
    ink[0].insert(ink[0].begin() + 1, {nan, 3});
    ink.insert(ink.begin(), {{1, nan}});
    CHECK(are_alike(candidates, recogniser.recognise(ink)));
}

TEST_CASE("the shipped model holds what was asked of it") {
    handwriting::Recogniser recogniser = test::shipped_recogniser();
    CHECK(test::shipped_file().size() <= 2'000'000);
    CHECK(recogniser.characters().size() >= 10'000);
    const auto knows = [&](char32_t code) { return std::ranges::binary_search(recogniser.characters(), code); };
    for (char32_t digit = U'0'; digit <= U'9'; ++digit)
        CHECK(knows(digit));
    CHECK(knows(U'X'));
    // Rare in books, not in names: U+2CB4E hong, U+5586 zhe, U+5F67 yu.
    for (const char32_t code : {char32_t{0x2CB4E}, char32_t{0x5586}, char32_t{0x5F67}})
        CHECK(knows(code));
}
