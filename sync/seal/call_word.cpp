#include "sync/seal/call_word.hpp"

#include <array>

#include "sync/seal/hash.hpp"

namespace courtyard::seal {

namespace {

constexpr std::string_view kCallContext = "courtyard/1/receipt-call";
constexpr std::array<std::uint8_t, 1> kZero = {0};
constexpr std::size_t kCountMax = 65'536, kBytes = 8;

}  // namespace

std::size_t call_place(const SealPublicKey& notice_key, std::string_view day, std::size_t count) {
    COURTYARD_CHECK(count >= 1 && count <= kCountMax);
    const base::Digest key = sha256({base::as_bytes(kCallContext), kZero, notice_key.view()});
    const Secret<32> mark = hmac_sha256(key.view(), {base::as_bytes(day)});
    std::uint64_t value = 0;
    for (const std::uint8_t byte : mark.view().first(kBytes))
        value = value << 8U | byte;
    return static_cast<std::size_t>(value % count);
}

}  // namespace courtyard::seal
