#include <doctest/doctest.h>

#include <algorithm>

#include "sync/base/encoding.hpp"
#include "sync/base/random.hpp"
#include "sync/seal/mixing.hpp"
#include "sync/seal/text_packing.hpp"

using namespace courtyard;
using namespace courtyard::seal;

namespace {

constexpr std::size_t kMax = 100'000;

std::string code_of(const base::Result<base::Bytes>& text) { return text ? "text" : text.error().code; }

}  // namespace

TEST_CASE("runs of digits leave the text from the left, longest pieces first") {
    const auto split = [](std::string_view text) {
        const SplitText parts = split_digits(text);
        return base::hex(parts.skeleton) + " " + base::hex(parts.digits);
    };
    CHECK(split("") == " ");
    CHECK(split("123456789") == "313233343536373839 ");
    CHECK(split("1234567890") == "fc 1234567890");
    CHECK(split("12345678901") == "fc31 1234567890");
    CHECK(split("x13812345678y") == "78fc3879 1381234567");
    CHECK(split("330199196301018888") == "fa 330199196301018888");
    CHECK(split("00112233445566778") == "fb38 0011223344556677");
    CHECK(split(std::string(64 + 32 + 10 + 3, 'a')) == "f8f9fc616161 " + std::string(106, 'a'));
    CHECK(split("ABCDEFABCDEF") == "414243444546414243444546 ");
}

TEST_CASE("a text and its packed form are one, with and without a dictionary") {
    base::SeededRandom random(4);
    const Dictionary dictionary{
        1,
        split_digits("{\"name\":\"毕䶮\",\"id\":\"330199196301018888\",\"key\":\"00112233445566778899aabbccddeeff\"}")
            .skeleton};
    for (int i = 0; i < 1000; ++i) {
        std::string text;
        for (std::uint64_t parts = random.next() % 8; parts > 0; --parts) {
            for (std::uint64_t run = random.next() % 140; run > 0; --run)
                text.push_back("0123456789abcdef"[random.next() % 16]);
            text += random.next() % 2 == 0 ? "\"毕䶮\"" : "g";
        }
        const SplitText split = split_digits(text);
        CHECK(base::as_text(*join_digits(split.skeleton, split.digits, kMax)) == text);
        for (const Dictionary* with : {static_cast<const Dictionary*>(nullptr), &dictionary}) {
            CHECK(base::as_text(*unpack_text(Packing::Deflate, deflate_text(text, with), with, kMax)) == text);
        }
    }
}

TEST_CASE("no skeleton but the right one gives a text") {
    const SplitText split = split_digits("a 330199196301018888 b 1234567890 c");
    const auto joined = [&](auto change) {
        SplitText bent = split;
        change(bent);
        return code_of(join_digits(bent.skeleton, bent.digits, kMax));
    };
    CHECK(joined([](SplitText&) {}) == "text");
    CHECK(joined([](SplitText& bent) { bent.digits.pop_back(); }) == "packing.digits");
    CHECK(joined([](SplitText& bent) { bent.digits.push_back(0); }) == "packing.digits");
    CHECK(joined([](SplitText& bent) { bent.digits.clear(); }) == "packing.digits");
    // 18 digits written as 10 and 8, as two markers that make one run of 20, or as letters: the text has a shorter
    // form.
    CHECK(joined([](SplitText& bent) {
              bent.skeleton = base::to_bytes("a \xFC\x31\x32\x33\x34\x35\x36\x37\x38 b");
              bent.digits.resize(5);
          }) == "packing.digits");
    CHECK(joined([](SplitText& bent) {
              bent.skeleton = base::to_bytes("\xFC\xFC");
              bent.digits.resize(10);
          }) == "packing.digits");
    CHECK(joined([](SplitText& bent) {
              bent.skeleton = base::to_bytes("1234567890");
              bent.digits.clear();
          }) == "packing.digits");
    CHECK(joined([](SplitText& bent) { bent.skeleton.push_back(0xFD); }) ==
          "text");  // no marker: refused later, as no UTF-8
}

TEST_CASE("a deflated text is bounded and ends where it should") {
    const std::string text = "a 330199196301018888 b 1234567890 c";
    const base::Bytes packed = deflate_text(text, nullptr);
    const auto unpacked = [](base::ByteView bytes, std::size_t size_max) {
        return code_of(unpack_text(Packing::Deflate, bytes, nullptr, size_max));
    };
    CHECK(unpacked(packed, text.size()) == "text");
    CHECK(unpacked(packed, text.size() - 1) == "packing.size");
    CHECK(unpacked(packed, 3) == "packing.size");
    for (std::size_t size = 0; size < packed.size(); ++size) {
        const std::string code = unpacked(base::ByteView(packed).first(size), kMax);
        CHECK((code == "packing.deflate" || code == "packing.digits"));
    }
    base::Bytes longer = packed;
    longer.push_back(0);
    CHECK(unpacked(longer, kMax) == "packing.digits");
}

TEST_CASE("texts of up to 16 KiB are mixed, longer ones deflated, and both are read") {
    const Dictionary dictionary{1, base::to_bytes("{\"name\":\"毕䶮\"}")};
    for (const Dictionary* with : {static_cast<const Dictionary*>(nullptr), &dictionary}) {
        for (const auto& [size, packing] : {std::pair{std::size_t{0}, Packing::Mix},
                                            {1, Packing::Mix},
                                            {kMixedTextMax, Packing::Mix},
                                            {kMixedTextMax + 1, Packing::Deflate}}) {
            const std::string text(size, 'x');
            const PackedText packed = pack_text(text, with);
            CHECK(packed.packing == packing);
            CHECK(base::as_text(*unpack_text(packing, packed.bytes, with, kMax)) == text);
        }
        // No text of ours, but no trap either: bytes that UTF-8 never has are not for mixing.
        CHECK(pack_text("\xF8", with).packing == Packing::Deflate);
    }
}
