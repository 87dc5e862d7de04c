// Ed25519 signatures (RFC 8032), always under a context: a signature made for one purpose is refused for any other.
#pragma once

#include <array>
#include <initializer_list>
#include <string_view>

#include "sync/base/bytes.hpp"
#include "sync/base/result.hpp"
#include "sync/seal/keys.hpp"

namespace courtyard::seal {

// What a signature is for. The signed bytes are "courtyard/1/<name>" 00 <message>; names are in FORMAT.md.
enum class Context { Record, Notice, Ack, Durable, Time, Roster, Keyset, Pack, Bundle, AuditHead };
[[nodiscard]] std::string_view context_name(Context context);

struct Signature {
    static constexpr std::size_t kSize = 64;
    std::array<std::uint8_t, kSize> bytes{};
    friend bool operator==(const Signature&, const Signature&) = default;
    [[nodiscard]] base::ByteView view() const { return bytes; }
    static base::Result<Signature> from(base::ByteView view);  // "sign.size"
};

// The message is the parts one after another; the caller makes sure that the join is unambiguous (fixed sizes or
// lengths).
[[nodiscard]] Signature sign(const SigningKey& key, Context context, std::initializer_list<base::ByteView> parts);
[[nodiscard]] bool verify(const VerifyKey& key, Context context, std::initializer_list<base::ByteView> parts,
                          const Signature& signature);

}  // namespace courtyard::seal
