#include "sync/seal/ticket.hpp"

#include <algorithm>

#include "sync/seal/hash.hpp"

namespace courtyard::seal {
namespace {

constexpr std::string_view kSalt = "courtyard/1/ticket";
constexpr std::string_view kQrPrefix = "CYT1";

}  // namespace

RecipientKey TicketSecret::key() const {
    const Secret<32> prk = hkdf_extract(base::as_bytes(kSalt), {text_.secret()});
    Secret<32> key;
    hkdf_expand(prk.view(), base::as_bytes("draft"), key.fill());
    return RecipientKey::of(SealSecretKey::from(std::move(key)));
}

SecretBytes TicketSecret::qr_text() const {
    SecretBytes text = text_.qr_text();
    std::copy(kQrPrefix.begin(), kQrPrefix.end(), text.fill().begin());  // as long as the receipt's prefix
    return text;
}

base::Result<TicketSecret> TicketSecret::parse(std::string_view typed) {
    if (is_ticket_qr(typed)) typed.remove_prefix(kQrPrefix.size());
    return TicketSecret(TRY(ReceiptSecret::parse(typed)));
}

bool is_ticket_qr(std::string_view qr_text) { return qr_text.starts_with(kQrPrefix); }

}  // namespace courtyard::seal
