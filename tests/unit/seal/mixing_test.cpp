#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "sync/base/encoding.hpp"
#include "sync/base/random.hpp"
#include "sync/seal/hash.hpp"
#include "sync/seal/mixing.hpp"
#include "sync/seal/mixing_numbers.hpp"

using namespace courtyard;
using namespace courtyard::seal;

namespace {

constexpr std::size_t kMax = 1'000'000;

// A dictionary small enough to be written down here, primed once for all cases.
const MixingModel& primed() {
    static const MixingModel model = [] {
        MixingModel made;
        made.prime(
            base::as_bytes(R"({"by":"m.0","seq":1,"data":{"F1.01":"应𫖯安","F1.05":"1963-01-01","F1.06":"3301"}})"));
        return made;
    }();
    return model;
}
const MixingModel& ignorant() {
    static const MixingModel model;
    return model;
}

std::string code_of(const base::Result<base::Bytes>& text) { return text ? "text" : text.error().code; }

void check_there_and_back(const std::string& text) {
    for (const MixingModel* model : {&primed(), &ignorant()}) {
        const base::Bytes packed = mix(text, *model);
        const base::Result<base::Bytes> again = unmix(packed, *model, kMax);
        REQUIRE(again.has_value());
        CHECK(base::as_text(*again) == text);
    }
}

void append_utf8(std::string& text, std::uint32_t c) {
    if (c < 0x80) {
        text += static_cast<char>(c);
    } else if (c < 0x800) {
        text += static_cast<char>(0xC0 | c >> 6);
        text += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        text += static_cast<char>(0xE0 | c >> 12);
        text += static_cast<char>(0x80 | (c >> 6 & 0x3F));
        text += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        text += static_cast<char>(0xF0 | c >> 18);
        text += static_cast<char>(0x80 | (c >> 12 & 0x3F));
        text += static_cast<char>(0x80 | (c >> 6 & 0x3F));
        text += static_cast<char>(0x80 | (c & 0x3F));
    }
}

std::string random_json(base::Random& random, int depth) {
    const std::uint64_t kind = random.next() % (depth > 3 ? 3 : 5);
    std::string text;
    if (kind == 0) return std::to_string(random.next() % 100'000);
    if (kind == 1) return random.next() % 2 == 0 ? "true" : "null";
    if (kind == 2) {
        for (std::uint64_t i = random.next() % 12; i > 0; --i)
            text +=
                std::array{"毕", "䶮", "𫖯", "a", "0", "\\\"", "\\\\", "\\n", "{", "}", ",", ":"}[random.next() % 12];
        return "\"" + text + "\"";
    }
    for (std::uint64_t i = random.next() % 6; i > 0; --i) {
        if (!text.empty()) text += ",";
        if (kind == 3) text += "\"F1." + std::to_string(random.next() % 99) + "\":";
        text += random_json(random, depth + 1);
    }
    return kind == 3 ? "{" + text + "}" : "[" + text + "]";
}

}  // namespace

TEST_CASE("the tables of mixing are what FORMAT.md says") {
    CHECK(squash(0) == 32768);
    CHECK(squash(-3071) == 1);
    CHECK(squash(3071) == 65535);
    CHECK(squash(256) == 47911);
    CHECK(squash(-300) == 15676);
    for (std::int32_t at = -3071; at < 3071; ++at)
        CHECK(squash(at) <= squash(at + 1));
    CHECK(kStretch[0] == -2325);
    CHECK(kStretch[2048] == 1);
    CHECK(kStretch[4095] == 2292);
    CHECK(stir(1, 2) == 3072702306U);
}

// The same bits with every compiler and at every level of optimising: whoever changes a number of the model finds out
// here that records sealed before would not open.
TEST_CASE("what is mixed never changes") {
    const auto hash_of = [](const std::string& text, const MixingModel& model) {
        const base::Bytes packed = mix(text, model);
        return std::to_string(packed.size()) + " " + base::hex(base::ByteView(sha256(packed).bytes).first(8));
    };
    CHECK(base::hex(mix("", ignorant())) == "0000");
    CHECK(base::hex(mix("{}", ignorant())) == "9833");
    CHECK(base::hex(mix("应𫖯安 1963", primed())) == "08002bad5316549634");
    std::string all;
    for (std::uint32_t c = 1; c < 0x110000; c += 977)
        if (c < 0xD800 || c > 0xDFFF) append_utf8(all, c);
    CHECK(hash_of(all, ignorant()) == "2381 8b25650bd1872349");
    base::SeededRandom random(16);
    std::string json = random_json(random, 0);
    while (json.size() < 3000)
        json += random_json(random, 0);
    CHECK(hash_of(json.substr(0, 3000), primed()) == "1101 cd572f7a00aab164");
}

TEST_CASE("texts of every kind come back") {
    for (const std::string& text :
         {std::string(), std::string("x"), std::string("}"), std::string("{}"), std::string("{}{}"),
          std::string("\"\\"), std::string(1, '\0'), std::string(kMixedTextMax, '7'), std::string(kMixedTextMax, '\0')})
        check_there_and_back(text);
    base::SeededRandom random(17);
    for (int i = 0; i < 60; ++i) {
        check_there_and_back(random_json(random, 0));
        std::string rare, digits, broken;
        for (std::uint64_t left = random.next() % 300; left > 0; --left) {
            append_utf8(rare, static_cast<std::uint32_t>(random.next() % 0x110000));
            digits += "0123456789abcdef"[random.next() % 16];
            if (random.next() % 40 == 0) digits += 'x';
            broken += static_cast<char>(random.next() % 0xF8);  // no UTF-8, and no matter
        }
        check_there_and_back(rare);
        check_there_and_back(digits);
        check_there_and_back(broken);
    }
    std::string full;
    while (full.size() + 4 <= kMixedTextMax)
        append_utf8(full, 0x4E00 + static_cast<std::uint32_t>(random.next() % 0x5000));
    check_there_and_back(full);
}

TEST_CASE("runs of 16, 32 and 64 digits cost four bits a digit") {
    base::SeededRandom random(18);
    for (const std::size_t run : {std::size_t{16}, std::size_t{32}, std::size_t{64}}) {
        std::string digits;
        while (digits.size() < run)
            digits += "0123456789abcdef"[random.next() % 16];
        const std::size_t around = mix("{\"by\":\"\"}", primed()).size();
        CHECK(mix("{\"by\":\"" + digits + "\"}", primed()).size() <= around + run / 2 + 3);
    }
}

TEST_CASE("cut, continued or bent, a mixed text is refused") {
    const std::string text = R"({"by":"m.0123456789abcdef","data":{"F1.01":"毕䶮"}})";
    const base::Bytes packed = mix(text, primed());
    CHECK(code_of(unmix(packed, primed(), text.size())) == "text");
    CHECK(code_of(unmix(packed, primed(), text.size() - 1)) == "packing.size");
    for (std::size_t size = 0; size < packed.size(); ++size)
        CHECK(code_of(unmix(base::ByteView(packed).first(size), primed(), kMax)) == "packing.mixed");
    for (const int more : {0, 1, 255}) {
        base::Bytes longer = packed;
        longer.push_back(static_cast<std::uint8_t>(more));
        CHECK(code_of(unmix(longer, primed(), kMax)) == "packing.mixed");
    }
    CHECK(code_of(unmix(packed, ignorant(), kMax)) != "text");
    // Whatever still reads as some text is exactly how that text is packed.
    for (std::size_t bit = 0; bit < packed.size() * 8; ++bit) {
        base::Bytes bent = packed;
        bent[bit / 8] = static_cast<std::uint8_t>(bent[bit / 8] ^ 1U << bit % 8);
        const base::Result<base::Bytes> other = unmix(bent, primed(), kMax);
        if (other) CHECK(mix(base::as_text(*other), primed()) == bent);
    }
}

TEST_CASE("bytes of chance never read beyond their bounds") {
    base::SeededRandom random(19);
    for (int i = 0; i < 300; ++i) {
        base::Bytes chance(random.next() % 400);
        random.fill(chance);
        const base::Result<base::Bytes> text = unmix(chance, primed(), 2000);
        if (text) CHECK(mix(base::as_text(*text), primed()) == chance);
    }
    CHECK(code_of(unmix(base::Bytes(300, 0xFF), ignorant(), kMax)) == "packing.size");  // zeros without end
    CHECK(code_of(unmix(base::Bytes(300, 0), ignorant(), kMax)) == "packing.mixed");
}

TEST_CASE("a model is used by many texts and changed by none") {
    const std::string text = "{\"F1.01\":\"毕䶮\"}";
    const base::Bytes before = mix(text, primed());
    check_there_and_back(std::string(3000, 'q'));
    CHECK(mix(text, primed()) == before);
}
