#include <doctest/doctest.h>

#include "app/printing/order.hpp"

using namespace courtyard;
using printing::Order;
using printing::What;

namespace {

Order receipt() {
    Order order;
    order.what = What::Receipt;
    order.at = base::Instant{1'795'417'440'000};
    order.receipt = {"7K3M-9QXT-2HDA6", "7K3M-9QXT", "CYR17K3M", {"CYA1A", "CYA1B"}, base::Instant{1}, 3, false};
    return order;
}

}  // namespace

TEST_CASE("an order is the same on the other side of the pipe") {
    const auto back = printing::parse_order(printing::write_order(receipt()));
    REQUIRE_MESSAGE(back.has_value(), back.error().message);
    CHECK(back->what == What::Receipt);
    CHECK(back->at == receipt().at);
    CHECK(back->receipt.number == "7K3M-9QXT-2HDA6");
    CHECK(back->receipt.code == "7K3M-9QXT");
    CHECK(back->receipt.symbols == std::vector<std::string>{"CYA1A", "CYA1B"});
    CHECK(back->receipt.papers == 3);
    Order form;
    form.what = What::Form;
    form.id = "F1";
    form.kind = domain::ApplicantKind::Joint;
    CHECK(printing::parse_order(printing::write_order(form))->kind == domain::ApplicantKind::Joint);
    Order screening;
    screening.what = What::Screening;
    screening.answers.g1 = domain::Reply::Yes;
    screening.answers.e.set(3);
    CHECK(printing::parse_order(printing::write_order(screening))->answers == screening.answers);
    Order ticket;
    ticket.what = What::Ticket;
    ticket.symbols = {"CYT1A"};
    CHECK(printing::parse_order(printing::write_order(ticket))->symbols == ticket.symbols);
}

TEST_CASE("what is no order is refused by the part that is wrong") {
    for (const auto& [json, word] : {std::pair{"", "no JSON"},
                                     {"[]", "no JSON"},
                                     {R"({"what":"money"})", "what"},
                                     {R"({"what":"form","kind":"cat"})", "kind"},
                                     {R"({"what":"receipt"})", "receipt"},
                                     {R"({"what":"receipt","receipt":{"number":"1"}})", "receipt"},
                                     {R"({"what":"ticket","symbols":[]})", "symbols"},
                                     {R"({"what":"ticket","symbols":[1]})", "symbols"},
                                     {R"({"what":"screening","answers":"{\"G1\":\"perhaps\"}"})", "answers"}}) {
        const auto order = printing::parse_order(json);
        CAPTURE(json);
        REQUIRE_FALSE(order.has_value());
        CHECK(order.error().code == "print.order");
        CHECK(order.error().message.find(word) != std::string::npos);
    }
    CHECK_FALSE(printing::parse_order(std::string(100'000, ' ')).has_value());
}

TEST_CASE("nothing of a wiped order is left") {
    Order order = receipt();
    printing::wipe(order);
    CHECK(order.receipt.code.empty());
    CHECK(order.receipt.symbols.empty());
}
