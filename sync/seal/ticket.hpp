// The ticket: an unfinished application in the hand of the person whose it is. FORMAT.md, section 8.1.
//
// A draft is a sealed record of the kind "draft", signed by the kiosk on which it was written and sealed to a key that
// follows from the ticket's secret: whoever holds the ticket can open it at any machine of the court, nobody else
// anywhere. The secret is 16 random bytes, written like a receipt's code, and unlike it in everything else.
//
//   code     XXXX-XXXX-…-XXXX (8 groups)   to be typed
//   QR text  CYT1 + the code without dashes
#pragma once

#include <string_view>

#include "sync/base/random.hpp"
#include "sync/base/result.hpp"
#include "sync/seal/keys.hpp"
#include "sync/seal/receipt.hpp"
#include "sync/seal/secret.hpp"

namespace courtyard::seal {

inline constexpr std::string_view kDraftKind = "draft";

class TicketSecret {
public:
    static TicketSecret make(base::Random& random) { return TicketSecret(ReceiptSecret::make(random)); }

    [[nodiscard]] RecipientKey key() const;  // opens what is sealed to its own public half
    [[nodiscard]] SecretBytes code() const { return text_.code(); }
    [[nodiscard]] SecretBytes qr_text() const;  // "CYT1" and 32 characters

    // A typed code or a QR text; the errors of ReceiptSecret::parse.
    static base::Result<TicketSecret> parse(std::string_view typed);

private:
    explicit TicketSecret(ReceiptSecret text) : text_(std::move(text)) {}
    ReceiptSecret text_;  // its characters only: nothing is ever sealed to a notice key of it
};

[[nodiscard]] bool is_ticket_qr(std::string_view qr_text);  // by its prefix CYT1

}  // namespace courtyard::seal
