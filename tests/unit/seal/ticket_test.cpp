#include <doctest/doctest.h>

#include "sync/seal/slip_symbols.hpp"
#include "sync/seal/ticket.hpp"
#include "tests/unit/seal/fixture.hpp"

using namespace courtyard;
using namespace courtyard::seal;

namespace {
std::string text_of(const SecretBytes& secret) { return std::string(base::as_text(secret.view())); }
}  // namespace

TEST_CASE("a ticket is read from its code and from its symbol, and is no receipt") {
    base::SeededRandom random(11);
    const TicketSecret ticket = TicketSecret::make(random);
    const std::string qr = text_of(ticket.qr_text());
    CHECK(is_ticket_qr(qr));
    CHECK_FALSE(is_receipt_qr(qr));
    CHECK(qr.size() == 36);
    for (const std::string& text : {qr, text_of(ticket.code())}) {
        const auto read = TicketSecret::parse(text);
        REQUIRE(read);
        CHECK(read->key().id == ticket.key().id);
    }
    // The same sixteen bytes as a receipt open other things.
    const auto receipt = ReceiptSecret::parse(text_of(ticket.code()));
    REQUIRE(receipt);
    CHECK(receipt->address().notice_key != ticket.key().key.public_key());
    CHECK(receipt->address().locator != ticket.key().id);
    std::string wrong = text_of(ticket.code());
    wrong[3] = wrong[3] == '0' ? '1' : '0';
    CHECK(TicketSecret::parse(wrong).error().code == "receipt.check");
}

TEST_CASE("symbols of a draft are told from those of an application") {
    Fixture fixture;
    const base::Bytes record = *fixture.sealed();
    const auto draft = *to_symbols(record, Slip::Draft);
    CHECK(is_record_symbol(draft.front(), Slip::Draft));
    CHECK_FALSE(is_record_symbol(draft.front()));
    CHECK(*join_symbols(draft, Slip::Draft) == record);
    CHECK(join_symbols(draft).error().code == "symbols.foreign");
    CHECK(join_symbols(*to_symbols(record), Slip::Draft).error().code == "symbols.foreign");
}
