// Fixed-size identifiers, each a type of its own so that one cannot be passed for another.
#pragma once

#include <algorithm>
#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "sync/base/bytes.hpp"
#include "sync/base/encoding.hpp"
#include "sync/base/random.hpp"
#include "sync/base/result.hpp"

namespace courtyard::base {

template <class Tag, std::size_t Size>
struct Id {
    static constexpr std::size_t kSize = Size;
    std::array<std::uint8_t, Size> bytes{};

    friend auto operator<=>(const Id&, const Id&) = default;
    [[nodiscard]] ByteView view() const { return bytes; }
    [[nodiscard]] std::string text() const { return hex(bytes); }  // lower-case hexadecimal

    static Id random(Random& random) {
        Id id;
        random.fill(id.bytes);
        return id;
    }
    static Result<Id> from(ByteView view) {
        if (view.size() != Size) return fail("id.size", "an identifier has the wrong length");
        Id id;
        std::copy(view.begin(), view.end(), id.bytes.begin());
        return id;
    }
    static Result<Id> parse(std::string_view text) {
        const Bytes raw = TRY(unhex(text));
        return from(raw);
    }
};

using RecordId = Id<struct RecordTag, 16>;   // idempotency key of a record everywhere
using MachineId = Id<struct MachineTag, 8>;  // a kiosk or a laptop of the roster
using PersonId = Id<struct PersonTag, 8>;    // a member of the court's staff
using KeyId = Id<struct KeyTag, 8>;          // names a recipient key or a receipt's locator in a record header
using Digest = Id<struct DigestTag, 32>;     // SHA-256

}  // namespace courtyard::base
