#include "app/ctl/case_file.hpp"

#include <doctest/doctest.h>

using namespace courtyard;

namespace {

const std::string kPerson = R"({"id":"0011223344556677","name":"周书记员","role":"registrar"})";
const std::string kFact =
    R"({"id":"00112233445566778899aabbccddeeff","author":"0011223344556677","kind":"case_opened","claimed":1795424400000,)"
    R"("payload":{"after":[],"fields":{"applicant":"申屠静","source":"kiosk"}}})";

std::string file(const std::string& people, const std::string& facts) {
    return "{\"people\":[" + people + "],\"facts\":[" + facts + "]}";
}

}  // namespace

TEST_CASE("a case is read from a file, with the names and offices that stand in it") {
    const auto read = ctl::parse_case_file(file(kPerson, kFact));
    REQUIRE_MESSAGE(read.has_value(), read.error().message);
    const cases::AidCase folded = read->fold();
    CHECK(folded.applicant == "申屠静");
    CHECK(folded.status == cases::Status::Received);
    CHECK(read->name_of(folded.entries.front().author) == "周书记员");
    CHECK(read->name_of(base::PersonId{}).empty());
}

TEST_CASE("what is wrong in such a file is named with its place, and nothing of what stands there is repeated") {
    const auto wrong = [](const std::string& json, const std::string& where) {
        const auto read = ctl::parse_case_file(json);
        REQUIRE_FALSE(read.has_value());
        CHECK(read.error().code == "case.file");
        CHECK_MESSAGE(read.error().message.find(where) != std::string::npos, read.error().message);
        CHECK(read.error().message.find("申屠静") == std::string::npos);
    };
    wrong("[]", "the whole");
    wrong("{\"people\":[]}", "'facts'");
    wrong(file(kPerson, ""), "'facts'");
    wrong(file(kPerson + "," + kPerson.substr(0, 7) + "12\"}", kFact), "people[2]");
    wrong(file("{\"id\":\"0011223344556677\",\"role\":\"king\"}", kFact), "people[1]");
    wrong(file(kPerson, kFact + ",{\"id\":\"x\"}"), "facts[2]");
    wrong(file(kPerson, "7"), "facts[1]");
}
