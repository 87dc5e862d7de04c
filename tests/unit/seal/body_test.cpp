#include <doctest/doctest.h>

#include "tests/unit/seal/fixture.hpp"

using namespace courtyard;
using namespace courtyard::seal;

namespace {

std::string random_text(base::Random& random, std::size_t characters) {
    static constexpr std::string_view kPieces[] = {"a",    "Z",    "0",   "桐",      "𫖯", "𠮷", "é",
                                                   "\\\"", "\\\\", "\\n", "\\u001f", "/",  " ",  "\x7F"};
    std::string text;
    for (std::size_t i = 0; i < characters; ++i)
        text += kPieces[random.next() % std::size(kPieces)];
    return text;
}

std::string random_value(base::Random& random, int depth) {
    switch (random.next() % (depth > 0 ? 8 : 6)) {
        case 0: return "true";
        case 1: return "null";
        case 2: return std::to_string(static_cast<std::int32_t>(random.next()));
        case 3: return "-0.25e+7";
        case 4: return "[]";
        case 5: return "\"" + random_text(random, random.next() % 20) + "\"";
        case 6: return "[" + random_value(random, depth - 1) + "," + random_value(random, depth - 1) + "]";
        default: return "{\"a\":" + random_value(random, depth - 1) + ",\"b\":" + random_value(random, depth - 1) + "}";
    }
}

Body random_body(base::Random& random) {
    Body body;
    body.author =
        random.next() % 2 == 0 ? Author(base::MachineId::random(random)) : Author(base::PersonId::random(random));
    body.seq = random.next() % ((std::uint64_t{1} << 53) - 1) + 1;
    body.kind = random.next() % 2 == 0 ? "application" : "something_new_2031";
    body.pack = {"zhejiang-demo", static_cast<std::uint32_t>(random.next() % 0xFFFFFFFF + 1)};
    body.claimed_at = {static_cast<std::int64_t>(random.next() % 4000000000000) - 2000000000000};
    body.time_floor = {static_cast<std::int64_t>(random.next() % 2000000000000)};
    if (random.next() % 2 == 0) body.previous = RecordHash::random(random);
    for (std::uint64_t i = random.next() % 4; i > 0; --i)
        body.files.push_back(base::Digest::random(random));
    body.payload = "{\"x\":" + random_value(random, 5) + "}";
    return body;
}

std::string text_of(const Body& body) { return *encode_body(body); }

}  // namespace

TEST_CASE("a body's text is what FORMAT.md shows") {
    Fixture fixture;
    fixture.body.author = *base::MachineId::parse("0011223344556677");
    CHECK(text_of(fixture.body) ==
          "{\"by\":\"m.0011223344556677\",\"seq\":7,\"kind\":\"application\",\"pack\":\"zhejiang-demo@1\",\"at\":"
          "1795417200000,"
          "\"floor\":1795300000000,\"data\":{\"form\":\"F1\",\"answers\":{\"F1.01\":\"毕䶮\",\"F1.03\":\"女\"}}}");
}

TEST_CASE("text and value of a body are a bijection") {
    base::SeededRandom random(20261123);
    for (int i = 0; i < 2000; ++i) {
        const Body body = random_body(random);
        const base::Result<std::string> text = encode_body(body);
        REQUIRE_MESSAGE(text.has_value(), body.payload);
        const base::Result<Body> again = parse_body(*text);
        REQUIRE_MESSAGE(again.has_value(), *text);
        CHECK(*again == body);
        CHECK(text_of(*again) == *text);
    }
}

TEST_CASE("no bent text of a body is taken for another text's value") {
    base::SeededRandom random(5);
    for (int i = 0; i < 20; ++i) {
        const std::string text = text_of(random_body(random));
        for (std::size_t at = 0; at < text.size(); ++at) {
            for (const char bend : {'\0', ' ', '"', '}', '0', 'A', '\\', '\x80'}) {
                std::string bent = text;
                bent[at] = bend;
                const base::Result<Body> body = parse_body(bent);
                if (body) CHECK(text_of(*body) == bent);
            }
            const base::Result<Body> shorter = parse_body(std::string_view(text).substr(0, at));
            CHECK_FALSE(shorter.has_value());
        }
    }
}

TEST_CASE("a text that is not the one accepted way of writing is refused by name") {
    Fixture fixture;
    const std::string good = text_of(fixture.body);
    REQUIRE(parse_body(good).has_value());  // the control
    const auto with = [&](std::string_view from, std::string_view to) {
        std::string text = good;
        const std::size_t at = text.find(from);
        REQUIRE(at != std::string::npos);
        text.replace(at, from.size(), to);
        const base::Result<Body> body = parse_body(text);
        return body ? std::string("accepted") : body.error().code;
    };
    CHECK(with("{\"by\"", " {\"by\"") == "body.text");
    CHECK(with("\"seq\":7", "\"seq\":07") == "body.text");
    CHECK(with("\"seq\":7", "\"seq\":0") == "body.seq");
    CHECK(with("\"seq\":7", "\"seq\":-7") == "body.text");
    CHECK(with("\"seq\":7", "\"seq\":7.0") == "body.text");
    CHECK(with("\"seq\":7", "\"seq\":9007199254740992") == "body.seq");
    CHECK(with("\"seq\":7", "\"seq\":99999999999999999999") == "body.text");
    CHECK(with("\"kind\":\"application\"", "\"kind\":\"Application\"") == "body.kind");
    CHECK(with("\"kind\":\"application\"", "\"kind\":\"\"") == "body.kind");
    CHECK(with("demo@1", "demo@0") == "body.pack");
    CHECK(with("demo@1", "demo@01") == "body.text");
    CHECK(with("demo@1", "demo") == "body.text");
    CHECK(with("\"pack\":\"zh", "\"pack\":\"ZH") == "body.pack");
    CHECK(with("\"at\":1795417200000", "\"at\":9007199254740992") == "body.time");
    CHECK(with(",\"data\"", ",\"files\":[],\"data\"") == "body.text");
    CHECK(with(",\"data\"", ",\"prev\":\"\",\"data\"") == "body.text");
    CHECK(with(",\"data\"", ",\"more\":1,\"data\"") == "body.text");
    CHECK(with("\"data\":{", "\"data\":[{") == "body.payload");
    CHECK(with("女\"}}}", "女\"}}}}") == "body.payload");
    CHECK(with("\"F1.03\"", "\"F1.01\"") == "body.payload");     // a key twice
    CHECK(with("\"F1.03\":", "\"F1.03\": ") == "body.payload");  // a blank
    CHECK(with("女", "\\u5973") == "body.payload");              // an escape that is not needed
    CHECK(with("女", "\xE5\xA5") == "body.payload");             // half a character
    CHECK(with("女", "\xED\xA0\x80") == "body.payload");         // half a surrogate pair
    CHECK(with("女", "\xC0\xAF") == "body.payload");             // an overlong form
    CHECK(with("女", "\n") == "body.payload");
    CHECK(with("\"女\"", "01") == "body.payload");
    CHECK(with("\"女\"", "+1") == "body.payload");
    CHECK(with("\"女\"", ".5") == "body.payload");
    CHECK(with("\"女\"", "NaN") == "body.payload");
    CHECK(with("\"女\"", "123456789012345678901234567890123") == "body.payload");
    CHECK(with("\"女\"", "") == "body.payload");
}

TEST_CASE("a body beyond its limits is not encoded") {
    Fixture fixture;
    const auto code = [&](auto change) {
        Body body = fixture.body;
        change(body);
        const base::Result<std::string> text = encode_body(body);
        return text ? std::string("encoded") : text.error().code;
    };
    CHECK(code([](Body&) {}) == "encoded");
    CHECK(code([](Body& body) { body.files.resize(Body::kFilesMax); }) == "encoded");
    CHECK(code([](Body& body) { body.files.resize(Body::kFilesMax + 1); }) == "body.files");
    CHECK(code([](Body& body) { body.kind = std::string(40, 'a'); }) == "encoded");
    CHECK(code([](Body& body) { body.kind = std::string(41, 'a'); }) == "body.kind");
    CHECK(code([](Body& body) { body.pack.name = std::string(41, 'a'); }) == "body.pack");
    CHECK(code([](Body& body) { body.payload = "{\"a\":" + std::string(15, '[') + std::string(15, ']') + "}"; }) ==
          "encoded");
    CHECK(code([](Body& body) { body.payload = "{\"a\":" + std::string(16, '[') + std::string(16, ']') + "}"; }) ==
          "body.payload");
    CHECK(code([](Body& body) { body.payload = "{\"a\":\"" + std::string(Body::kTextMax - 8, 'a') + "\"}"; }) ==
          "body.size");
    CHECK(code([](Body& body) { body.payload = "{\"a\":\"" + std::string(Body::kTextMax - 400, 'a') + "\"}"; }) ==
          "encoded");
    CHECK(code([](Body& body) { body.payload = std::string(Body::kTextMax + 1, '['); }) == "body.size");
    CHECK(code([](Body& body) { body.payload = ""; }) == "body.payload");
}
