#include <arpa/inet.h>
#include <openssl/err.h>
#include <openssl/pem.h>

#include <array>
#include <ctime>

#include "sync/seal/certificate_pem.hpp"
#include "sync/seal/hash.hpp"
#include "sync/seal/tls_identity.hpp"

namespace courtyard::seal {
namespace {

constexpr std::size_t kCertificateMax = 64 * 1024;

base::Digest spki_of(X509* certificate) {
    unsigned char* der = nullptr;
    const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &der);
    COURTYARD_CHECK(size > 0);
    const base::Digest digest = sha256(base::ByteView(der, static_cast<std::size_t>(size)));
    OPENSSL_free(der);
    return digest;
}

base::Result<base::Instant> instant_of(const ASN1_TIME* time) {
    std::tm parts{};
    if (ASN1_TIME_to_tm(time, &parts) != 1)
        return base::fail("tls.certificate", "a certificate has a date that is no date");
    return base::Instant{static_cast<std::int64_t>(timegm(&parts)) * 1000};
}

std::string common_name_of(X509* certificate) {
    const X509_NAME* const name = X509_get_subject_name(certificate);
    const int index = X509_NAME_get_index_by_NID(name, NID_commonName, -1);
    if (index < 0) return {};
    unsigned char* text = nullptr;
    const int size = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, index)));
    if (size < 0) return {};
    std::string result(reinterpret_cast<const char*>(text), static_cast<std::size_t>(size));
    OPENSSL_free(text);
    return result;
}

std::string host_of(const GENERAL_NAME* name) {
    int type = 0;
    const auto* const value = static_cast<const ASN1_STRING*>(GENERAL_NAME_get0_value(name, &type));
    if (type == GEN_DNS)
        return {reinterpret_cast<const char*>(ASN1_STRING_get0_data(value)),
                static_cast<std::size_t>(ASN1_STRING_length(value))};
    if (type != GEN_IPADD) return {};
    const int size = ASN1_STRING_length(value);
    if (size != 4 && size != 16) return {};
    std::array<char, INET6_ADDRSTRLEN> text{};
    COURTYARD_CHECK(inet_ntop(size == 4 ? AF_INET : AF_INET6, ASN1_STRING_get0_data(value), text.data(), text.size()) !=
                    nullptr);
    return text.data();
}

std::vector<std::string> hosts_of(X509* certificate) {
    std::vector<std::string> hosts;
    auto* const names =
        static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr));
    for (int i = 0; i < sk_GENERAL_NAME_num(names); ++i) {
        std::string host = host_of(sk_GENERAL_NAME_value(names, i));
        if (!host.empty()) hosts.push_back(std::move(host));
    }
    GENERAL_NAMES_free(names);
    return hosts;
}

}  // namespace

namespace openssl {

int no_password(char*, int, int, void*) { return -1; }

base::Result<Certificate> read_certificate(std::string_view pem) {
    const auto wrong = [] {
        return base::fail("tls.certificate", "a certificate is not exactly one readable PEM block");
    };
    if (pem.empty() || pem.size() > kCertificateMax) return wrong();
    const Memory in(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    COURTYARD_CHECK(in != nullptr);
    Certificate certificate(PEM_read_bio_X509(in.get(), nullptr, no_password, nullptr));
    if (!certificate) return wrong();
    const Certificate another(PEM_read_bio_X509(in.get(), nullptr, no_password, nullptr));
    if (another) return wrong();
    return certificate;
}

}  // namespace openssl

base::Result<CertificateFacts> inspect_certificate(std::string_view pem) {
    const openssl::Certificate certificate = TRY(openssl::read_certificate(pem));
    X509* const x509 = certificate.get();
    const bool has_usage = X509_get_ext_by_NID(x509, NID_ext_key_usage, -1) >= 0;
    const std::uint32_t usage = has_usage ? X509_get_extended_key_usage(x509) : 0;
    CertificateFacts facts;
    facts.common_name = common_name_of(x509);
    facts.valid_from = TRY(instant_of(X509_get0_notBefore(x509)));
    facts.valid_until = TRY(instant_of(X509_get0_notAfter(x509)));
    facts.spki_sha256 = spki_of(x509);
    facts.is_authority = X509_check_ca(x509) == 1;
    facts.for_server = (usage & XKU_SSL_SERVER) != 0;
    facts.for_client = (usage & XKU_SSL_CLIENT) != 0;
    facts.hosts = hosts_of(x509);
    return facts;
}

base::Result<base::Digest> spki_sha256(std::string_view pem) {
    const openssl::Certificate certificate = TRY(openssl::read_certificate(pem));
    return spki_of(certificate.get());
}

base::Result<bool> is_issued_by(std::string_view certificate_pem, std::string_view authority_pem) {
    const openssl::Certificate certificate = TRY(openssl::read_certificate(certificate_pem));
    const openssl::Certificate authority = TRY(openssl::read_certificate(authority_pem));
    EVP_PKEY* const key = X509_get0_pubkey(authority.get());
    const bool is_issued = key != nullptr && X509_check_issued(authority.get(), certificate.get()) == X509_V_OK &&
                           X509_verify(certificate.get(), key) == 1;
    ERR_clear_error();  // "no" is an answer here, and nobody's error later
    return is_issued;
}

base::Result<base::Digest> spki_sha256_of_der(base::ByteView der) {
    if (der.empty() || der.size() > kCertificateMax)
        return base::fail("tls.certificate", "a certificate has an impossible length");
    const unsigned char* at = der.data();
    const openssl::Certificate certificate(d2i_X509(nullptr, &at, static_cast<long>(der.size())));
    if (!certificate || at != der.data() + der.size()) {
        return base::fail("tls.certificate", "a certificate is not exactly one readable DER block");
    }
    return spki_of(certificate.get());
}

}  // namespace courtyard::seal
