#include <memory>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include "sync/transport/https_line.hpp"

namespace courtyard::transport {

namespace {

struct Free {
    void operator()(BIO* bio) const { BIO_free(bio); }
    void operator()(X509* certificate) const { X509_free(certificate); }
    void operator()(X509_STORE* store) const { X509_STORE_free(store); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

}  // namespace

// The signature is curl's. It returns before anything was sent; any failure here ends the attempt.
CURLcode guard_tls(CURL*, void* ssl_context, void* data) {
    auto* context = static_cast<SSL_CTX*>(ssl_context);
    const HttpsSettings& settings = static_cast<HttpsLine*>(data)->settings;
    const Owned<BIO> pem(
        BIO_new_mem_buf(settings.authority_pem.data(), static_cast<int>(settings.authority_pem.size())));
    const Owned<X509> authority(pem ? PEM_read_bio_X509(pem.get(), nullptr, nullptr, nullptr) : nullptr);
    Owned<X509_STORE> store(X509_STORE_new());
    if (!authority || !store || X509_STORE_add_cert(store.get(), authority.get()) != 1) return CURLE_SSL_CACERT_BADFILE;
    SSL_CTX_set_cert_store(context, store.release());  // replaces whatever was there: nobody else is believed

    X509_VERIFY_PARAM* rules = SSL_CTX_get0_param(context);
    X509_VERIFY_PARAM_set_time(rules,
                               static_cast<time_t>(static_cast<HttpsLine*>(data)->verification_time().ms / 1000));
    X509_VERIFY_PARAM_set_flags(rules, X509_V_FLAG_X509_STRICT);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nullptr);
    SSL_CTX_set_security_level(context, 2);
    SSL_CTX_set_keylog_callback(context, nullptr);  // SSLKEYLOGFILE would let anybody read along
    if (SSL_CTX_set_min_proto_version(context, TLS1_3_VERSION) != 1) return CURLE_SSL_CONNECT_ERROR;
    return CURLE_OK;
}

}  // namespace courtyard::transport
