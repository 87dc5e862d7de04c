// Under which names the store's keyring holds what.
#pragma once

#include <string_view>

namespace courtyard::worker {

inline constexpr std::string_view kMachineSignKey = "machine.sign";                    // Ed25519 seed, 32 bytes
inline constexpr std::string_view kMachineTlsKey = "machine.tls_key";                  // PEM
inline constexpr std::string_view kMachineTlsCertificate = "machine.tls_certificate";  // PEM
inline constexpr std::string_view kPersonSignKey = "person.sign";                      // Ed25519 seed, 32 bytes
inline constexpr std::string_view kPersonSealKey = "person.seal";                      // X25519, 32 bytes
inline constexpr std::string_view kIntakePrefix = "intake.";          // + epoch in decimal: X25519, 32 bytes
inline constexpr std::string_view kCountyTokenKey = "county.tokens";  // 32 bytes; of registrars and judges

}  // namespace courtyard::worker
