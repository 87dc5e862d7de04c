#include <doctest/doctest.h>

#include "sync/hub/http.hpp"
#include "sync/hub/service.hpp"

using namespace courtyard;
using namespace courtyard::hub;
using Stage = HttpParser::Stage;

namespace {

const std::string kBody = "CM\x01Lxxxxxxxx";
const std::string kGood =
    "POST /mail/1 HTTP/1.1\r\nHost: hub\r\nContent-Type: application/x-courtyard-mail\r\nContent-Length: 12\r\n\r\n";

struct Fed {
    Stage stage;
    std::string refusal;
    std::string left;
};

// Everything at once, as far as it goes.
Fed feed(std::string bytes, std::uint64_t body_max = 1000) {
    HttpParser parser(body_max);
    Stage stage = parser.feed(bytes);
    if (stage == Stage::Body) stage = parser.feed(bytes);
    return {stage, std::string(parser.refusal()), bytes};
}

std::string changed(const std::string& from, const std::string& to) {
    std::string text = kGood;
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to) + kBody;
}

}  // namespace

TEST_CASE("a request is read byte by byte as well as at once, and what follows it is left") {
    const Fed all = feed(kGood + kBody + "POST ");
    CHECK(all.stage == Stage::Done);
    CHECK(all.left == "POST ");
    HttpParser parser(1000);
    std::string bytes;
    const std::string text = kGood + kBody;
    for (std::size_t i = 0; i < text.size(); ++i) {
        bytes += text[i];
        const Stage stage = parser.feed(bytes);
        CAPTURE(i);
        CHECK((stage == Stage::Done) == (i + 1 == text.size()));
        CHECK((stage == Stage::Header) == (i + 1 < kGood.size()));
    }
    CHECK(parser.length() == 12);
    CHECK(parser.keeps_alive());
    CHECK(parser.take_body() == base::to_bytes(kBody));
}

TEST_CASE("whatever is not our kind of request is refused by its header") {
    const auto refusal = [](const std::string& text) {
        const Fed fed = feed(text);
        return fed.stage == Stage::Refused ? fed.refusal : std::string("taken");
    };
    CHECK(refusal(changed("POST", "GET")) == "hub.method");
    CHECK(refusal(changed("/mail/1", "/")) == "hub.not_found");
    CHECK(refusal(changed("/mail/1", "/mail/1?x")) == "hub.not_found");
    CHECK(refusal(changed("application/x-courtyard-mail", "text/html")) == "hub.media_type");
    CHECK(refusal(changed("Content-Type", "Content-Typo")) == "hub.media_type");
    CHECK(refusal(changed("Content-Length: 12", "Content-Length: 1001")) == "hub.too_large");
    CHECK(refusal(changed("Content-Length: 12", "Content-Length: 0")) == "hub.malformed");
    CHECK(refusal(changed("Content-Length: 12", "Content-Length: x")) == "hub.malformed");
    CHECK(refusal(changed("Content-Length: 12", "Transfer-Encoding: chunked")) == "hub.malformed");
    CHECK(refusal(changed("Content-Length: 12\r\n", "")) == "hub.malformed");
    CHECK(refusal(changed("HTTP/1.1", "HTTP/9.9")) == "hub.malformed");
    CHECK(refusal("\x16\x03\x01 not http at all\r\n\r\n") == "hub.malformed");
    CHECK(refusal(changed("Host: hub", "Host: " + std::string(9000, 'h'))) == "hub.header");
}

TEST_CASE("a header without an end is cut at its limit") {
    for (const char* flood : {"a", "POST /", "a: b\r\n"}) {
        HttpParser parser(1000);
        std::string bytes = flood == std::string("a: b\r\n") ? "POST /mail/1 HTTP/1.1\r\n" : "";
        Stage stage = Stage::Header;
        std::size_t sent = 0;
        while (stage == Stage::Header && sent < 100'000) {
            bytes += flood;
            sent += 6;
            stage = parser.feed(bytes);
        }
        CHECK(stage == Stage::Refused);
        CHECK(sent < 60'000);
    }
}

TEST_CASE("an answer carries the status of its code, its length, and when to come back") {
    const std::string ok = http_answer(base::to_bytes("CM\x01lx"), After::KeepAlive);
    CHECK(ok == "HTTP/1.1 200 OK\r\nContent-Type: application/x-courtyard-mail\r\nContent-Length: 5\r\n\r\nCM\x01lx");
    const std::string busy = http_answer(encode_refusal("hub.busy", 30), After::Close);
    CHECK(busy.starts_with("HTTP/1.1 429 No\r\n"));
    CHECK(busy.find("Retry-After: 30\r\n") != std::string::npos);
    CHECK(busy.find("Connection: close\r\n") != std::string::npos);
    CHECK(http_answer(encode_refusal("hub.revoked"), After::Close).starts_with("HTTP/1.1 403 "));
}
