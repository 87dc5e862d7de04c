#include "sync/hub/tls_context.hpp"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include "sync/base/bytes.hpp"
#include "sync/seal/tls_identity.hpp"

namespace courtyard::hub {

namespace {

constexpr long kSessionsMax = 32 * 1024;  // about 1 KB each
constexpr long kSessionSeconds = 2 * 3600;

struct Free {
    void operator()(BIO* bio) const { BIO_free(bio); }
    void operator()(X509* certificate) const { X509_free(certificate); }
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(X509_STORE* store) const { X509_STORE_free(store); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

Owned<BIO> memory(std::string_view text) {
    return Owned<BIO>(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

Owned<X509> read_certificate(std::string_view pem) {
    return Owned<X509>(PEM_read_bio_X509(memory(pem).get(), nullptr, nullptr, nullptr));
}

// Never asks for a passphrase on the terminal.
int no_passphrase(char*, int, int, void*) { return -1; }

tl::unexpected<base::Error> wrong(const char* what) {
    ERR_clear_error();
    return base::fail("hub.config", what);
}

}  // namespace

base::Result<TlsContext> make_tls_context(const TlsPem& pem) {
    TlsContext context(SSL_CTX_new(TLS_server_method()));
    COURTYARD_CHECK(context != nullptr);
    SSL_CTX* tls = context.get();
    const Owned<X509> certificate = read_certificate(pem.certificate);
    if (!certificate || SSL_CTX_use_certificate(tls, certificate.get()) != 1)
        return wrong("certificate is not a PEM certificate");
    const Owned<EVP_PKEY> key(PEM_read_bio_PrivateKey(memory(pem.private_key).get(), nullptr, &no_passphrase, nullptr));
    if (!key || SSL_CTX_use_PrivateKey(tls, key.get()) != 1 || SSL_CTX_check_private_key(tls) != 1) {
        return wrong("private_key is not the unencrypted PEM key of certificate");
    }
    const Owned<X509> authority = read_certificate(pem.client_authority);
    Owned<X509_STORE> store(X509_STORE_new());
    if (!authority || !store || X509_STORE_add_cert(store.get(), authority.get()) != 1) {
        return wrong("client_authority is not a PEM certificate");
    }
    SSL_CTX_set_cert_store(tls, store.release());
    X509_VERIFY_PARAM_set_flags(SSL_CTX_get0_param(tls), X509_V_FLAG_X509_STRICT);
    SSL_CTX_set_purpose(tls, X509_PURPOSE_SSL_CLIENT);
    SSL_CTX_set_verify(tls, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
    SSL_CTX_set_security_level(tls, 2);
    SSL_CTX_set_min_proto_version(tls, TLS1_3_VERSION);
    SSL_CTX_set_max_proto_version(tls, TLS1_3_VERSION);
    SSL_CTX_set_max_early_data(tls, 0);

    // Idle connections must cost little: there may be thousands.
    SSL_CTX_set_mode(tls,
                     SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    // Stateful tickets: the state stays here, else each ticket would carry the client's certificate over a slow link.
    SSL_CTX_set_options(tls, SSL_OP_NO_TICKET);
    SSL_CTX_set_num_tickets(tls, 1);
    constexpr std::string_view kName = "courtyard-hub";
    SSL_CTX_set_session_id_context(tls, base::as_bytes(kName).data(), kName.size());
    SSL_CTX_set_session_cache_mode(tls, SSL_SESS_CACHE_SERVER);
    SSL_CTX_sess_set_cache_size(tls, kSessionsMax);
    SSL_CTX_set_timeout(tls, kSessionSeconds);
    return context;
}

base::Result<base::Digest> peer_spki(const SSL* session) {
    X509* certificate = SSL_get0_peer_certificate(session);
    if (certificate == nullptr) return base::fail("hub.no_certificate", "the other side showed no certificate");
    base::Bytes der(static_cast<std::size_t>(std::max(0, i2d_X509(certificate, nullptr))));
    unsigned char* at = der.data();
    if (der.empty() || i2d_X509(certificate, &at) < 0)
        return base::fail("hub.no_certificate", "the certificate cannot be read");
    return seal::spki_sha256_of_der(der);
}

}  // namespace courtyard::hub
