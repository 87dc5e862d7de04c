#include "sync/seal/tls_identity.hpp"

#include <algorithm>
#include <array>
#include <ctime>

#include <openssl/param_build.h>
#include <openssl/pem.h>

#include "sync/seal/certificate_pem.hpp"
#include "sync/seal/json_text.hpp"
#include "sync/seal/openssl.hpp"

namespace courtyard::seal {
namespace {

constexpr std::size_t kNameMax = 64;  // ub-common-name of RFC 5280
constexpr std::size_t kHostMax = 253;
constexpr std::size_t kHostsMax = 16;

enum class Use { Authority, Server, Client };

tl::unexpected<base::Error> openssl_failed() {
    return base::fail("tls.openssl",
                      "OpenSSL could not make a certificate: see its version and its configuration file");
}

bool is_name(std::string_view name) {
    if (name.empty() || name.size() > kNameMax) return false;
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t length = utf8_length(name.substr(at));
        if (length == 0 || static_cast<unsigned char>(name[at]) < 0x20) return false;
        at += length;
    }
    return true;
}

bool is_host(std::string_view host) {
    return !host.empty() && host.size() <= kHostMax && std::all_of(host.begin(), host.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
               c == ':';
    });
}

// A P-256 key whose secret number comes from `random` (FIPS 186-4, B.4.2: draw again until it is within [1, n-1]).
base::Result<openssl::Key> make_key(base::Random& random) {
    const openssl::Group group(EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1));
    COURTYARD_CHECK(group != nullptr);
    openssl::Number number;
    do {
        const Secret<32> raw = Secret<32>::random(random);
        number.reset(BN_bin2bn(raw.view().data(), 32, nullptr));
        COURTYARD_CHECK(number != nullptr);
    } while (BN_is_zero(number.get()) || BN_cmp(number.get(), EC_GROUP_get0_order(group.get())) >= 0);

    const openssl::Point point(EC_POINT_new(group.get()));
    std::array<std::uint8_t, 65> public_half{};
    COURTYARD_CHECK(point && EC_POINT_mul(group.get(), point.get(), number.get(), nullptr, nullptr, nullptr) == 1 &&
                    EC_POINT_point2oct(group.get(), point.get(), POINT_CONVERSION_UNCOMPRESSED, public_half.data(),
                                       public_half.size(), nullptr) == public_half.size());

    const std::unique_ptr<OSSL_PARAM_BLD, openssl::Free<OSSL_PARAM_BLD_free>> builder(OSSL_PARAM_BLD_new());
    COURTYARD_CHECK(builder && OSSL_PARAM_BLD_push_utf8_string(builder.get(), "group", "prime256v1", 0) == 1 &&
                    OSSL_PARAM_BLD_push_BN(builder.get(), "priv", number.get()) == 1 &&
                    OSSL_PARAM_BLD_push_octet_string(builder.get(), "pub", public_half.data(), public_half.size()) ==
                        1);
    const std::unique_ptr<OSSL_PARAM, openssl::Free<OSSL_PARAM_free>> parameters(
        OSSL_PARAM_BLD_to_param(builder.get()));
    const openssl::KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
    EVP_PKEY* key = nullptr;
    if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_KEYPAIR, parameters.get()) != 1) {
        return openssl_failed();
    }
    return openssl::Key(key);
}

bool add_extension(X509* certificate, X509* issuer, int nid, const std::string& value) {
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509V3_set_ctx_nodb(&context);
    const openssl::Extension extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

// Characters were checked by is_host, so the comma-separated form cannot be led astray.
std::string alternative_names(const std::vector<std::string>& hosts) {
    std::string value;
    for (const std::string& host : hosts) {
        const bool is_address =
            host.find(':') != std::string::npos || host.find_first_not_of("0123456789.") == std::string::npos;
        value += (value.empty() ? "" : ",") + std::string(is_address ? "IP:" : "DNS:") + host;
    }
    return value;
}

bool add_extensions(X509* certificate, X509* issuer, Use use, const std::vector<std::string>& hosts) {
    const bool is_authority = use == Use::Authority;
    bool good = add_extension(certificate, issuer, NID_basic_constraints,
                              is_authority ? "critical,CA:TRUE,pathlen:0" : "critical,CA:FALSE") &&
                add_extension(certificate, issuer, NID_key_usage,
                              is_authority ? "critical,keyCertSign,cRLSign" : "critical,digitalSignature") &&
                add_extension(certificate, issuer, NID_subject_key_identifier, "hash");
    if (!is_authority) {
        good = good && add_extension(certificate, issuer, NID_authority_key_identifier, "keyid:always") &&
               add_extension(certificate, issuer, NID_ext_key_usage, use == Use::Server ? "serverAuth" : "clientAuth");
    }
    if (use == Use::Server)
        good = good && add_extension(certificate, issuer, NID_subject_alt_name, alternative_names(hosts));
    return good;
}

// 16 random bytes, positive and of full length (RFC 5280, 4.1.2.2).
bool set_serial(X509* certificate, base::Random& random) {
    std::array<std::uint8_t, 16> serial{};
    random.fill(serial);
    serial[0] = static_cast<std::uint8_t>((serial[0] & 0x7FU) | 0x40U);
    const openssl::Number number(BN_bin2bn(serial.data(), serial.size(), nullptr));
    return number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr;
}

bool set_validity(X509* certificate, Validity validity) {
    return ASN1_TIME_set(X509_getm_notBefore(certificate), static_cast<std::time_t>(validity.from.ms / 1000)) !=
               nullptr &&
           ASN1_TIME_set(X509_getm_notAfter(certificate), static_cast<std::time_t>(validity.until.ms / 1000)) !=
               nullptr;
}

base::Result<SecretBytes> private_key_pem(EVP_PKEY* key) {
    // Memory from the secure kind of BIO is wiped when it is freed.
    const openssl::Memory out(BIO_new(BIO_s_secmem()));
    if (!out || PEM_write_bio_PKCS8PrivateKey(out.get(), key, nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return openssl_failed();
    char* data = nullptr;
    const long size = BIO_get_mem_data(out.get(), &data);
    return SecretBytes(base::as_bytes({data, static_cast<std::size_t>(size)}));
}

base::Result<std::string> certificate_pem(X509* certificate) {
    const openssl::Memory out(BIO_new(BIO_s_mem()));
    if (!out || PEM_write_bio_X509(out.get(), certificate) != 1) return openssl_failed();
    char* data = nullptr;
    const long size = BIO_get_mem_data(out.get(), &data);
    return std::string(data, static_cast<std::size_t>(size));
}

struct Authority {
    openssl::Certificate certificate;
    openssl::Key key;
};
base::Result<Authority> read_authority(const TlsIdentity& identity) {
    base::Result<openssl::Certificate> certificate = openssl::read_certificate(identity.certificate_pem);
    const base::ByteView pem = identity.private_key_pem.view();
    const openssl::Memory in(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    COURTYARD_CHECK(in != nullptr);
    openssl::Key key(PEM_read_bio_PrivateKey(in.get(), nullptr, openssl::no_password, nullptr));
    if (!certificate || !key || X509_check_private_key(certificate->get(), key.get()) != 1 ||
        X509_check_ca(certificate->get()) != 1) {
        return base::fail("tls.authority", "the certificate authority's certificate and key do not belong together");
    }
    return Authority{std::move(*certificate), std::move(key)};
}

// `authority` is null for the authority itself.
base::Result<TlsIdentity> make(const Authority* authority, Use use, std::string_view name,
                               const std::vector<std::string>& hosts, Validity validity, base::Random& random) {
    if (!is_name(name)) return base::fail("tls.name", "a certificate's name is not 1 to 64 bytes of UTF-8 text");
    if (validity.from.ms / 1000 >= validity.until.ms / 1000) {
        return base::fail("tls.validity", "a certificate would end before it begins");
    }
    const openssl::Key key = TRY(make_key(random));
    const openssl::Certificate certificate(X509_new());
    COURTYARD_CHECK(certificate != nullptr);
    X509* const x509 = certificate.get();
    X509* const issuer = authority == nullptr ? x509 : authority->certificate.get();
    X509_NAME* const subject = X509_get_subject_name(x509);
    const bool good = X509_set_version(x509, X509_VERSION_3) == 1 && set_serial(x509, random) &&
                      set_validity(x509, validity) &&
                      X509_NAME_add_entry_by_NID(subject, NID_commonName, MBSTRING_UTF8, base::as_bytes(name).data(),
                                                 static_cast<int>(name.size()), -1, 0) == 1 &&
                      X509_set_issuer_name(x509, X509_get_subject_name(issuer)) == 1 &&
                      X509_set_pubkey(x509, key.get()) == 1 && add_extensions(x509, issuer, use, hosts) &&
                      X509_sign(x509, authority == nullptr ? key.get() : authority->key.get(), EVP_sha256()) > 0;
    if (!good) return openssl_failed();
    TlsIdentity identity;
    identity.certificate_pem = TRY(certificate_pem(x509));
    identity.private_key_pem = TRY(private_key_pem(key.get()));
    return identity;
}

}  // namespace

base::Result<TlsIdentity> make_authority(std::string_view name, Validity validity, base::Random& random) {
    return make(nullptr, Use::Authority, name, {}, validity, random);
}

base::Result<TlsIdentity> issue_server(const TlsIdentity& authority, std::string_view name,
                                       const std::vector<std::string>& hosts, Validity validity, base::Random& random) {
    if (hosts.empty() || hosts.size() > kHostsMax || !std::all_of(hosts.begin(), hosts.end(), is_host)) {
        return base::fail("tls.host", "a hub's certificate needs 1 to 16 host names or addresses");
    }
    const Authority issuer = TRY(read_authority(authority));
    return make(&issuer, Use::Server, name, hosts, validity, random);
}

base::Result<TlsIdentity> issue_client(const TlsIdentity& authority, const base::MachineId& machine, Validity validity,
                                       base::Random& random) {
    const Authority issuer = TRY(read_authority(authority));
    return make(&issuer, Use::Client, machine.text(), {}, validity, random);
}

}  // namespace courtyard::seal
