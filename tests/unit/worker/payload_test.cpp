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

TEST_CASE("that whoever acts did the harm goes first in the intake, as what cannot wait does") {
    base::SeededRandom random(8);
    domain::FormDefinition form;
    form.yes = "是";
    for (const char* code : {"F1.20a", "F1.72"})
        form.fields.emplace_back().code = code;
    const auto head = [&](const std::string& answers) {
        return worker::read_application_head(R"({"answers":{)" + answers + R"(},"receipt":{"notice_key":")" +
                                                 seal::ReceiptSecret::make(random).address().notice_key.text() +
                                                 R"("}})",
                                             form)
            .value();
    };
    CHECK(head(R"("F1.20a":"是")").offender_acts);
    CHECK(head(R"("F1.20a":"是")").urgent);
    for (const char* no : {R"("F1.20a":"否")", R"("F1.20a":"不知道")", R"("F1.01":"是")"}) {
        CHECK_FALSE(head(no).offender_acts);
        CHECK_FALSE(head(no).urgent);
    }
    CHECK(head(R"("F1.72":"是")").urgent);
    CHECK_FALSE(head(R"("F1.72":"是")").offender_acts);
}

TEST_CASE("a payload nested so deep that writing it out would overrun the stack is refused, and an honest one is not") {
    base::SeededRandom random(7);
    const std::string receipt =
        R"(,"receipt":{"notice_key":")" + seal::ReceiptSecret::make(random).address().notice_key.text() + R"("}})";
    for (const std::size_t levels : {std::size_t{40}, std::size_t{120'000}}) {
        const std::string deep = std::string(levels, '[') + std::string(levels, ']');
        for (const std::string& text : {R"({"answers":{"F1.01":)" + deep + "}" + receipt,
                                        R"({"answers":{},"screening":{"answers":)" + deep + "}" + receipt,
                                        R"({"answers":{},"more":)" + deep + receipt}) {
            const auto parts = worker::read_application_parts(text);
            REQUIRE_FALSE(parts.has_value());
            CHECK(parts.error().code == "payload.application");
            CHECK_FALSE(worker::read_application_head(text, domain::FormDefinition{}).has_value());
        }
    }
    CHECK(worker::read_application_parts(R"({"answers":{"F1.12":[{"a":"b"}]})" + receipt).has_value());
}
