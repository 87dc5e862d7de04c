// The answers of tests/data/mail: which of them a machine believes.
#include <doctest/doctest.h>

#include "sync/mail/roster.hpp"
#include "sync/transport/loopback_courier.hpp"
#include "tests/support/vector_files.hpp"

using namespace courtyard;
using namespace courtyard::mail;
using nlohmann::json;

namespace {

// Asks what the request says; the answer's code, "open" for one that is believed.
struct Asks {
    Courier& courier;
    std::string operator()(const PutRequest& put) const { return test::outcome(courier.put(put.mailbox, put.records)); }
    std::string operator()(const AskRequest& ask) const { return test::outcome(courier.ask(ask.mailbox, ask.records)); }
    std::string operator()(const PartRequest& part) const { return test::outcome(courier.part(part)); }
    std::string operator()(const GetRequest& get) const { return test::outcome(courier.get(get)); }
    std::string operator()(const ListRequest& list) const { return test::outcome(courier.documents(list.court)); }
    std::string operator()(const DocumentRequest& document) const { return test::outcome(courier.document(document)); }
};

}  // namespace

TEST_CASE("every answer vector is believed or not as the manifest says") {
    const test::VectorFiles vectors("tests/data/mail");
    const auto roster = open_roster(vectors.read("roster/good/roster.cyd"), vectors.verify_key("root_public"));
    REQUIRE(roster.has_value());
    for (const json& entry : vectors.list("answers")) {
        const std::string file = entry.at("answer");
        const base::Bytes question = vectors.read(entry.at("request"));
        CAPTURE(file);
        CAPTURE(entry.at("request").get<std::string>());
        base::Bytes asked;
        transport::LoopbackCourier courier(
            [&](base::ByteView request) -> base::Result<base::Bytes> {
                asked.assign(request.begin(), request.end());
                return vectors.read(file);
            },
            roster->hub_keys);
        const auto request = parse_request(question);
        REQUIRE(request.has_value());
        CHECK(std::visit(Asks{courier}, *request) == entry.at("must"));
        CHECK(asked == question);
    }
}
