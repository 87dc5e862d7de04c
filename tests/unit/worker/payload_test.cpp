#include <doctest/doctest.h>

#include <string>

#include "app/worker/payload.hpp"
#include "sync/base/random.hpp"

using namespace courtyard;

TEST_CASE("an application carries its receipt's notice key, and the court computes the rest") {
    base::SeededRandom random(5);
    const seal::ReceiptAddress address = seal::ReceiptSecret::make(random).address();
    std::string text;
    worker::write_payload({"F1", R"({"F1.01":"x"})", "", address, {}}, text);
    CHECK(text ==
          R"({"form":"F1","answers":{"F1.01":"x"},"receipt":{"notice_key":")" + address.notice_key.text() + R"("}})");
    CHECK(text.find(address.number.text) == std::string::npos);
    CHECK(text.find(address.locator.text()) == std::string::npos);
    CHECK(worker::read_application_head(text, domain::FormDefinition{})->receipt == address);
}

TEST_CASE("a number or locator that an application claims besides is not believed") {
    base::SeededRandom random(6);
    const seal::ReceiptAddress address = seal::ReceiptSecret::make(random).address();
    const std::string text =
        R"({"form":"F1","answers":{},"receipt":{"number":"0000-0000-00000","locator":"0011223344556677",)"
        R"("notice_key":")" +
        address.notice_key.text() + R"("}})";
    CHECK(worker::read_application_head(text, domain::FormDefinition{})->receipt == address);
}

TEST_CASE("an application without a readable notice key is refused") {
    for (const char* receipt : {"{}", R"({"notice_key":""})", R"({"notice_key":"00"})", R"({"notice_key":5})", "[]"}) {
        const auto head = worker::read_application_head(
            R"({"form":"F1","answers":{},"receipt":)" + std::string(receipt) + "}", domain::FormDefinition{});
        CHECK((!head && head.error().code == "payload.application"));
    }
}
