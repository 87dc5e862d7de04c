// Where one record stands on its way from this machine to the hub. About the mail alone: what the court thinks of an
// application (review) and where a case is (stage) are other enums, and the three never mix.
#pragma once

#include <cstdint>
#include <string_view>

namespace courtyard::mail {

// queued: sealed and durable here. sent: bytes left this machine, fate unknown. accepted: the hub has it (signed).
// durable: the hub's copy survives the loss of the hub's machine: only now may the ciphertext here be deleted.
// quarantined: the hub will not take it as it is; set aside, kept, shown with what to do.
enum class Delivery : std::uint8_t { Queued, Sent, Accepted, Durable, Quarantined };

inline constexpr Delivery kDeliveries[] = {Delivery::Queued, Delivery::Sent, Delivery::Accepted, Delivery::Durable,
                                           Delivery::Quarantined};

[[nodiscard]] constexpr bool may_follow(Delivery from, Delivery to) {
    switch (from) {
        case Delivery::Queued:
            return to != Delivery::Queued;                 // another carrier may have brought it: any answer can come
        case Delivery::Sent: return to != Delivery::Sent;  // back to queued when the hub says that it never came
        case Delivery::Accepted:                           // back to queued when the hub was restored without it
            return to == Delivery::Durable || to == Delivery::Queued || to == Delivery::Quarantined;
        case Delivery::Durable: return false;
        case Delivery::Quarantined:
            return to == Delivery::Queued || to == Delivery::Accepted || to == Delivery::Durable;
    }
    return false;
}

[[nodiscard]] constexpr std::string_view name_of(Delivery delivery) {
    switch (delivery) {
        case Delivery::Queued: return "queued";
        case Delivery::Sent: return "sent";
        case Delivery::Accepted: return "accepted";
        case Delivery::Durable: return "durable";
        case Delivery::Quarantined: return "quarantined";
    }
    return "";
}

}  // namespace courtyard::mail
