// The receipt: a secret that only the slip carries, and the texts printed from it. FORMAT.md, section 7.
//
//   number   XXXX-XXXX-XXXXX               to be read out on the telephone: says nothing, opens nothing
//   code     XXXX-XXXX-…-XXXX (8 groups)   to be typed: opens the notices for this slip
//   QR text  CYR1 + the code without dashes
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sync/base/ids.hpp"
#include "sync/base/random.hpp"
#include "sync/base/result.hpp"
#include "sync/seal/keys.hpp"
#include "sync/seal/secret.hpp"

namespace courtyard::seal {

// Digits and capital letters without B I L O S U Z, which are read as 8 1 1 0 5 V 2 when typed.
inline constexpr std::string_view kReceiptAlphabet = "0123456789ACDEFGHJKMNPQRTVWXY";

// 12 characters and a check character, "XXXX-XXXX-XXXXX". Any one wrong character, and any two exchanged, are noticed.
struct ReceiptNumber {
    std::string text;  // canonical, with dashes
    friend auto operator<=>(const ReceiptNumber&, const ReceiptNumber&) = default;
    // Tolerant of case, blanks, dashes, full-width forms and look-alikes. "receipt.number".
    static base::Result<ReceiptNumber> parse(std::string_view typed);
};

// What the court must know to write a notice for the slip; none of it opens one. Number and locator follow from the
// notice key, so an application carries only that.
struct ReceiptAddress {
    ReceiptNumber number;
    base::KeyId locator;
    SealPublicKey notice_key;
    friend bool operator==(const ReceiptAddress&, const ReceiptAddress&) = default;
    [[nodiscard]] Recipient recipient() const { return {locator, notice_key}; }
    static ReceiptAddress of(const SealPublicKey& notice_key);
};

class ReceiptSecret {
public:
    static ReceiptSecret make(base::Random& random);
    static ReceiptSecret from(Secret<16> raw);

    // The notice key is derived from R by HKDF-SHA256, and everything else from its public half.
    [[nodiscard]] ReceiptAddress address() const;
    [[nodiscard]] RecipientKey notice_key() const;  // opens the notices sealed to address().recipient()

    // Characters are wiped with the SecretBytes that holds them: ASCII, not zero-terminated.
    [[nodiscard]] SecretBytes code() const;     // "XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX", 39 characters
    [[nodiscard]] SecretBytes qr_text() const;  // "CYR1" and 32 characters, alphanumeric mode, fits version 2-M
    [[nodiscard]] bool last_group_is(std::string_view typed) const;  // the person shows that they have the slip

    // A typed code or a QR text, tolerant like ReceiptNumber::parse. "receipt.empty", "receipt.character" (which),
    // "receipt.length" (how many there are and should be), "receipt.is_number" (the number was typed, not the code),
    // "receipt.check" (which groups to compare).
    static base::Result<ReceiptSecret> parse(std::string_view typed);
    // For "receipt.check": the groups, 1 to 8, to be compared with the slip. One, when a single character is wrong in
    // its half; else the four of the half. Empty when the code fits or is not 32 characters long.
    static std::vector<int> suspicious_groups(std::string_view typed);

    [[nodiscard]] base::ByteView secret() const { return secret_.view(); }

private:
    ReceiptSecret() = default;
    Secret<16> secret_;
};

[[nodiscard]] bool is_receipt_qr(std::string_view qr_text);  // by its prefix CYR1

}  // namespace courtyard::seal
