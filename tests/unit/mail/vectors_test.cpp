// The rosters and messages of tests/data/mail, and the example of PROTOCOL.md that is one of them.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "sync/mail/roster.hpp"
#include "sync/mail/wire.hpp"
#include "sync/seal/record.hpp"
#include "tests/support/vector_files.hpp"

using namespace courtyard;
using nlohmann::json;

namespace {

const test::VectorFiles& vectors() {
    static const test::VectorFiles files("tests/data/mail");
    return files;
}

std::string protocol_without_blanks() {
    std::ifstream file("sync/mail/PROTOCOL.md", std::ios::binary);
    std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
    REQUIRE_FALSE(text.empty());
    return text;
}

}  // namespace

TEST_CASE("every roster vector opens or fails as the manifest says") {
    const seal::VerifyKey root = vectors().verify_key("root_public");
    std::set<std::string> codes;
    for (const json& entry : vectors().list("rosters")) {
        const std::string file = entry.at("file");
        CHECK_MESSAGE(test::outcome(mail::open_roster(vectors().read(file), root)) == entry.at("must"), file);
        codes.insert(entry.at("must"));
    }
    for (const char* code : {"open", "roster.json", "roster.role", "roster.court", "roster.version", "roster.keys",
                             "roster.person", "roster.machine", "document.signer"})
        CHECK_MESSAGE(codes.contains(code), code);
    const auto roster = mail::open_roster(vectors().read("roster/good/roster.cyd"), root);
    REQUIRE(roster.has_value());
    CHECK(base::to_bytes(mail::print_roster(*roster).value()) == vectors().read("roster/good/roster.json"));
}

TEST_CASE("every message vector is read or refused as the manifest says") {
    std::set<std::string> codes;
    for (const json& entry : vectors().list("messages")) {
        const std::string file = entry.at("file");
        CAPTURE(file);
        const base::Bytes bytes = vectors().read(file);
        if (entry.at("as") == "request") {
            const auto request = mail::parse_request(bytes);
            CHECK(test::outcome(request) == entry.at("must"));
            if (request) CHECK(mail::encode(*request) == bytes);
        } else {
            const auto answer = mail::parse_answer(bytes);
            CHECK(test::outcome(answer) == entry.at("must"));
            if (answer) CHECK(mail::encode(*answer) == bytes);
        }
        codes.insert(entry.at("must"));
    }
    // Every error of PROTOCOL.md's section 7 has its vector.
    for (const char* code :
         {"open", "wire.short", "wire.magic", "wire.version", "wire.type", "wire.number", "wire.limit", "wire.mailbox",
          "wire.court", "wire.name", "wire.order", "wire.runs", "wire.trailing"})
        CHECK_MESSAGE(codes.contains(code), code);
}

TEST_CASE("the example of PROTOCOL.md is a vector, signature and all") {
    const base::Bytes request = vectors().read("message/good/put.bin");
    const base::Bytes answer = vectors().read("message/good/put-accepted.bin");
    const base::Bytes record = vectors().read("record/good/application.cyr");
    REQUIRE(request.size() == 533);
    REQUIRE(answer.size() == 87);
    CHECK(std::equal(record.begin(), record.end(), request.begin() + 21));
    const base::Bytes message = mail::signed_part(answer, {"330199", mail::Box::Intake}, {mail::exact(record)});
    const seal::Signature signature = seal::Signature::from(base::ByteView(answer).last(64)).value();
    CHECK(seal::verify(vectors().verify_key("hub_public"), seal::Context::Ack, {message}, signature));
    const std::string text = protocol_without_blanks();
    for (const std::string& part :
         {base::hex(signature.view()), base::hex(base::ByteView(message).subspan(14, 32)),
          base::hex(base::ByteView(message).last(32)), seal::record_hash(record).text(), vectors().key("hub_public")})
        CHECK_MESSAGE(text.find(part) != std::string::npos, part);
}
