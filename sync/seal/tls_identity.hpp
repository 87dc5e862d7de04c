// Certificates of a court's own private authority: X.509 v3, P-256, SHA-256. No system certificate store is ever asked.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sync/base/ids.hpp"
#include "sync/base/instant.hpp"
#include "sync/base/random.hpp"
#include "sync/base/result.hpp"
#include "sync/seal/secret.hpp"

namespace courtyard::seal {

struct TlsIdentity {
    std::string certificate_pem;  // public
    SecretBytes private_key_pem;  // PKCS #8, unencrypted: for the store or a file of mode 0600 only
};

struct Validity {
    base::Instant from;  // whole seconds count
    base::Instant until;
};

// Subject names are 1 to 64 bytes of UTF-8. Errors of all three: "tls.name", "tls.validity", "tls.authority",
// "tls.openssl".
[[nodiscard]] base::Result<TlsIdentity> make_authority(std::string_view name, Validity validity, base::Random& random);
// For the hub: extended key usage serverAuth; `hosts` are DNS names or IP addresses, 1 to 16. "tls.host".
[[nodiscard]] base::Result<TlsIdentity> issue_server(const TlsIdentity& authority, std::string_view name,
                                                     const std::vector<std::string>& hosts, Validity validity,
                                                     base::Random& random);
// For a machine: extended key usage clientAuth; the common name is the machine's id in hexadecimal.
[[nodiscard]] base::Result<TlsIdentity> issue_client(const TlsIdentity& authority, const base::MachineId& machine,
                                                     Validity validity, base::Random& random);

struct CertificateFacts {
    std::string common_name;
    base::Instant valid_from;
    base::Instant valid_until;
    base::Digest spki_sha256;  // what the roster pins
    bool is_authority = false;
    bool for_server = false;
    bool for_client = false;
    std::vector<std::string> hosts;
};
// Exactly one PEM certificate. "tls.certificate".
[[nodiscard]] base::Result<CertificateFacts> inspect_certificate(std::string_view certificate_pem);
[[nodiscard]] base::Result<base::Digest> spki_sha256(std::string_view certificate_pem);
// Whether this authority has issued the certificate: names and signature. An authority has issued itself.
// "tls.certificate".
[[nodiscard]] base::Result<bool> is_issued_by(std::string_view certificate_pem, std::string_view authority_pem);
// For a certificate as it comes from a TLS session, in DER.
[[nodiscard]] base::Result<base::Digest> spki_sha256_of_der(base::ByteView certificate_der);

}  // namespace courtyard::seal
