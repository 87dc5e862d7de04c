#include "sync/seal/receipt.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "sync/seal/hash.hpp"
#include "sync/seal/receipt_text.hpp"

namespace courtyard::seal {
namespace {

constexpr std::string_view kSalt = "courtyard/1/receipt";
constexpr std::string_view kNumberContext = "courtyard/1/receipt-number";
constexpr std::string_view kLocatorContext = "courtyard/1/receipt-locator";
constexpr std::array<std::uint8_t, 1> kZero = {0};
constexpr std::string_view kQrPrefix = "CYR1";
constexpr std::size_t kGroup = 4;
constexpr std::size_t kNumberSymbols = 13;
constexpr std::size_t kCodeSymbols = 2 * kHalfSymbols;
constexpr std::uint64_t kNumberCount = 353814783205469041;  // 29^12

using CodeSymbols = Secret<kCodeSymbols>;

SealSecretKey notice_secret(const Secret<16>& secret) {
    const Secret<32> prk = hkdf_extract(base::as_bytes(kSalt), {secret.view()});
    Secret<32> key;
    hkdf_expand(prk.view(), base::as_bytes("notice"), key.fill());
    return SealSecretKey::from(std::move(key));
}

std::string grouped_number(base::ByteView symbols) {
    std::string text;
    for (std::size_t i = 0; i < symbols.size(); ++i) {
        if (i == kGroup || i == 2 * kGroup) text.push_back('-');
        text.push_back(symbol_character(symbols[i]));
    }
    return text;
}

CodeSymbols code_symbols(const Secret<16>& secret) {
    CodeSymbols symbols;
    const auto all = symbols.fill();
    encode_half(secret.view().first(kHalfBytes), all.first<kHalfSymbols>());
    encode_half(secret.view().last(kHalfBytes), all.last<kHalfSymbols>());
    return symbols;
}

bool starts_with_prefix(std::string_view text, std::string_view prefix) {
    return text.substr(0, prefix.size()) == prefix;
}

// The 32 symbols of a typed code, without the QR text's prefix.
base::Result<CodeSymbols> read_code(std::string_view typed) {
    const TypedSymbols symbols = TRY(read_typed(typed));
    base::ByteView view = symbols.view();
    if (view.empty()) return base::fail("receipt.empty", "no code was typed");
    if (view.size() == kCodeSymbols + kQrPrefix.size()) {
        const TypedSymbols prefix = TRY(read_typed(kQrPrefix));
        if (std::equal(prefix.view().begin(), prefix.view().end(), view.begin())) view = view.subspan(kQrPrefix.size());
    }
    if (view.size() == kNumberSymbols) {
        return base::fail("receipt.is_number", "this is the receipt's number: the code of 8 groups is needed");
    }
    if (view.size() != kCodeSymbols) {
        return base::fail("receipt.length",
                          fmt::format("the code has {} characters and should have {}", view.size(), kCodeSymbols));
    }
    CodeSymbols code;
    std::copy(view.begin(), view.end(), code.fill().begin());
    return code;
}

}  // namespace

base::Result<ReceiptNumber> ReceiptNumber::parse(std::string_view typed) {
    const base::Result<TypedSymbols> symbols = read_typed(typed);
    if (!symbols || symbols->count != kNumberSymbols) {
        return base::fail("receipt.number", "a receipt's number has 13 digits and letters");
    }
    if (number_check(symbols->view().first(kNumberSymbols - 1)) != symbols->view().back()) {
        return base::fail("receipt.number", "the receipt's number has a wrong character: compare it with the slip");
    }
    return ReceiptNumber{grouped_number(symbols->view())};
}

ReceiptSecret ReceiptSecret::make(base::Random& random) { return from(Secret<16>::random(random)); }

ReceiptSecret ReceiptSecret::from(Secret<16> raw) {
    ReceiptSecret receipt;
    receipt.secret_ = std::move(raw);
    return receipt;
}

ReceiptAddress ReceiptAddress::of(const SealPublicKey& notice_key) {
    const base::Digest wide = sha256({base::as_bytes(kNumberContext), kZero, notice_key.view()});
    std::uint64_t value = 0;
    for (int bit = 127; bit >= 0; --bit) {  // 128 bits modulo 29^12, bit by bit: no type is wide enough for all at once
        const unsigned byte = wide.bytes[static_cast<std::size_t>(15 - bit / 8)];
        value = (value * 2 + (byte >> (bit % 8) & 1U)) % kNumberCount;
    }
    std::array<std::uint8_t, kNumberSymbols> symbols{};
    for (std::size_t i = kNumberSymbols - 1; i-- > 0; value /= 29)
        symbols[i] = static_cast<std::uint8_t>(value % 29);
    symbols.back() = number_check(base::ByteView(symbols).first(kNumberSymbols - 1));

    ReceiptAddress address;
    address.number.text = grouped_number(symbols);
    const base::Digest locator = sha256({base::as_bytes(kLocatorContext), kZero, notice_key.view()});
    std::copy_n(locator.bytes.begin(), base::KeyId::kSize, address.locator.bytes.begin());
    address.notice_key = notice_key;
    return address;
}

ReceiptAddress ReceiptSecret::address() const { return ReceiptAddress::of(notice_secret(secret_).public_key()); }

RecipientKey ReceiptSecret::notice_key() const {
    SealSecretKey key = notice_secret(secret_);
    const base::KeyId locator = ReceiptAddress::of(key.public_key()).locator;
    return {locator, std::move(key)};
}

SecretBytes ReceiptSecret::code() const {
    const CodeSymbols symbols = code_symbols(secret_);
    SecretBytes text(kCodeSymbols + kCodeSymbols / kGroup - 1);
    auto at = text.fill().begin();
    for (std::size_t i = 0; i < kCodeSymbols; ++i) {
        if (i > 0 && i % kGroup == 0) *at++ = '-';
        *at++ = static_cast<std::uint8_t>(symbol_character(symbols.view()[i]));
    }
    return text;
}

SecretBytes ReceiptSecret::qr_text() const {
    const CodeSymbols symbols = code_symbols(secret_);
    SecretBytes text(kQrPrefix.size() + kCodeSymbols);
    auto at = std::copy(kQrPrefix.begin(), kQrPrefix.end(), text.fill().begin());
    for (const std::uint8_t symbol : symbols.view())
        *at++ = static_cast<std::uint8_t>(symbol_character(symbol));
    return text;
}

bool ReceiptSecret::last_group_is(std::string_view typed) const {
    const base::Result<TypedSymbols> symbols = read_typed(typed);
    const CodeSymbols code = code_symbols(secret_);
    return symbols && same_secret(symbols->view(), code.view().last(kGroup));
}

std::vector<int> ReceiptSecret::suspicious_groups(std::string_view typed) {
    std::vector<int> groups;
    const base::Result<CodeSymbols> code = read_code(typed);
    if (!code) return groups;
    const int groups_per_half = static_cast<int>(kHalfSymbols / kGroup);
    for (int half = 0; half < 2; ++half) {
        const base::ByteView symbols =
            code->view().subspan(static_cast<std::size_t>(half) * kHalfSymbols, kHalfSymbols);
        const HalfCheck check = check_half(symbols);
        std::array<std::uint8_t, kHalfBytes> scratch{};
        const bool good = decode_half(symbols, scratch);
        base::wipe(scratch.data(), scratch.size());
        if (good) continue;
        for (int group = 0; group < groups_per_half; ++group) {
            if (check.position && static_cast<int>(*check.position / kGroup) != group) continue;
            groups.push_back(half * groups_per_half + group + 1);
        }
    }
    return groups;
}

base::Result<ReceiptSecret> ReceiptSecret::parse(std::string_view typed) {
    const CodeSymbols code = TRY(read_code(typed));
    Secret<16> secret;
    const bool first = decode_half(code.view().first(kHalfSymbols), secret.fill().first<kHalfBytes>());
    const bool second = decode_half(code.view().last(kHalfSymbols), secret.fill().last<kHalfBytes>());
    if (!first || !second) {
        const std::vector<int> groups = suspicious_groups(typed);
        return base::fail("receipt.check", fmt::format("the code has a wrong character: compare group {} with the slip",
                                                       fmt::join(groups, ", ")));
    }
    return from(std::move(secret));
}

bool is_receipt_qr(std::string_view qr_text) { return starts_with_prefix(qr_text, kQrPrefix); }

}  // namespace courtyard::seal
