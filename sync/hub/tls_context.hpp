// The hub's side of TLS: 1.3 only, client certificates of the court's authority required, sessions kept by the hub.
#pragma once

#include <memory>
#include <string_view>

#include <openssl/ssl.h>

#include "sync/base/ids.hpp"
#include "sync/base/result.hpp"

namespace courtyard::hub {

struct TlsFree {
    void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
    void operator()(SSL* session) const { SSL_free(session); }
};
using TlsContext = std::unique_ptr<SSL_CTX, TlsFree>;
using TlsSession = std::unique_ptr<SSL, TlsFree>;

struct TlsPem {
    std::string_view certificate;
    std::string_view private_key;
    std::string_view client_authority;
};
// "hub.config": which of the three cannot be used.
[[nodiscard]] base::Result<TlsContext> make_tls_context(const TlsPem& pem);

// SHA-256 of the SubjectPublicKeyInfo of the certificate that the other side showed.
[[nodiscard]] base::Result<base::Digest> peer_spki(const SSL* session);

}  // namespace courtyard::hub
