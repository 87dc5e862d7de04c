#include "sync/seal/tls_identity.hpp"

#include <algorithm>
#include <array>
#include <ctime>

#include <arpa/inet.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>

#include "sync/seal/hash.hpp"
#include "sync/seal/json_text.hpp"
#include "sync/seal/openssl.hpp"

namespace courtyard::seal {
namespace {

constexpr std::size_t kNameMax = 64;  // ub-common-name of RFC 5280
constexpr std::size_t kHostMax = 253;
constexpr std::size_t kHostsMax = 16;
constexpr std::size_t kPemMax = 64 * 1024;

enum class Use { Authority, Server, Client };

tl::unexpected<base::Error> openssl_failed() {
    return base::fail("tls.openssl", "OpenSSL could not make a certificate: see its version and its configuration file");
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
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == ':';
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
                    OSSL_PARAM_BLD_push_octet_string(builder.get(), "pub", public_half.data(), public_half.size()) == 1);
    const std::unique_ptr<OSSL_PARAM, openssl::Free<OSSL_PARAM_free>> parameters(OSSL_PARAM_BLD_to_param(builder.get()));
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
        const bool is_address = host.find(':') != std::string::npos ||
                                host.find_first_not_of("0123456789.") == std::string::npos;
        value += (value.empty() ? "" : ",") + std::string(is_address ? "IP:" : "DNS:") + host;
    }
    return value;
}

bool add_extensions(X509* certificate, X509* issuer, Use use, const std::vector<std::string>& hosts) {
    const bool is_authority = use == Use::Authority;
    bool good = add_extension(certificate, issuer, NID_basic_constraints, is_authority ? "critical,CA:TRUE,pathlen:0" : "critical,CA:FALSE") &&
                add_extension(certificate, issuer, NID_key_usage, is_authority ? "critical,keyCertSign,cRLSign" : "critical,digitalSignature") &&
                add_extension(certificate, issuer, NID_subject_key_identifier, "hash");
    if (!is_authority) {
        good = good && add_extension(certificate, issuer, NID_authority_key_identifier, "keyid:always") &&
               add_extension(certificate, issuer, NID_ext_key_usage, use == Use::Server ? "serverAuth" : "clientAuth");
    }
    if (use == Use::Server) good = good && add_extension(certificate, issuer, NID_subject_alt_name, alternative_names(hosts));
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
    return ASN1_TIME_set(X509_getm_notBefore(certificate), static_cast<std::time_t>(validity.from.ms / 1000)) != nullptr &&
           ASN1_TIME_set(X509_getm_notAfter(certificate), static_cast<std::time_t>(validity.until.ms / 1000)) != nullptr;
}

base::Result<SecretBytes> private_key_pem(EVP_PKEY* key) {
    // Memory from the secure kind of BIO is wiped when it is freed.
    const openssl::Memory out(BIO_new(BIO_s_secmem()));
    if (!out || PEM_write_bio_PKCS8PrivateKey(out.get(), key, nullptr, nullptr, 0, nullptr, nullptr) != 1) return openssl_failed();
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

int no_password(char*, int, int, void*) { return -1; }  // else OpenSSL asks at the terminal

base::Result<openssl::Certificate> read_certificate(std::string_view pem) {
    const auto wrong = [] { return base::fail("tls.certificate", "a certificate is not exactly one readable PEM block"); };
    if (pem.empty() || pem.size() > kPemMax) return wrong();
    const openssl::Memory in(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    COURTYARD_CHECK(in != nullptr);
    openssl::Certificate certificate(PEM_read_bio_X509(in.get(), nullptr, no_password, nullptr));
    if (!certificate) return wrong();
    const openssl::Certificate another(PEM_read_bio_X509(in.get(), nullptr, no_password, nullptr));
    if (another) return wrong();
    return certificate;
}

struct Authority {
    openssl::Certificate certificate;
    openssl::Key key;
};
base::Result<Authority> read_authority(const TlsIdentity& identity) {
    base::Result<openssl::Certificate> certificate = read_certificate(identity.certificate_pem);
    const base::ByteView pem = identity.private_key_pem.view();
    const openssl::Memory in(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    COURTYARD_CHECK(in != nullptr);
    openssl::Key key(PEM_read_bio_PrivateKey(in.get(), nullptr, no_password, nullptr));
    if (!certificate || !key || X509_check_private_key(certificate->get(), key.get()) != 1 || X509_check_ca(certificate->get()) != 1) {
        return base::fail("tls.authority", "the certificate authority's certificate and key do not belong together");
    }
    return Authority{std::move(*certificate), std::move(key)};
}

// `authority` is null for the authority itself.
base::Result<TlsIdentity> make(const Authority* authority, Use use, std::string_view name, const std::vector<std::string>& hosts,
                               Validity validity, base::Random& random) {
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
    const bool good =
        X509_set_version(x509, X509_VERSION_3) == 1 && set_serial(x509, random) && set_validity(x509, validity) &&
        X509_NAME_add_entry_by_NID(subject, NID_commonName, MBSTRING_UTF8, base::as_bytes(name).data(),
                                   static_cast<int>(name.size()), -1, 0) == 1 &&
        X509_set_issuer_name(x509, X509_get_subject_name(issuer)) == 1 && X509_set_pubkey(x509, key.get()) == 1 &&
        add_extensions(x509, issuer, use, hosts) &&
        X509_sign(x509, authority == nullptr ? key.get() : authority->key.get(), EVP_sha256()) > 0;
    if (!good) return openssl_failed();
    TlsIdentity identity;
    identity.certificate_pem = TRY(certificate_pem(x509));
    identity.private_key_pem = TRY(private_key_pem(key.get()));
    return identity;
}

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
    if (ASN1_TIME_to_tm(time, &parts) != 1) return base::fail("tls.certificate", "a certificate has a date that is no date");
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
    if (type == GEN_DNS) return {reinterpret_cast<const char*>(ASN1_STRING_get0_data(value)), static_cast<std::size_t>(ASN1_STRING_length(value))};
    if (type != GEN_IPADD) return {};
    const int size = ASN1_STRING_length(value);
    if (size != 4 && size != 16) return {};
    std::array<char, INET6_ADDRSTRLEN> text{};
    COURTYARD_CHECK(inet_ntop(size == 4 ? AF_INET : AF_INET6, ASN1_STRING_get0_data(value), text.data(), text.size()) != nullptr);
    return text.data();
}

std::vector<std::string> hosts_of(X509* certificate) {
    std::vector<std::string> hosts;
    auto* const names = static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr));
    for (int i = 0; i < sk_GENERAL_NAME_num(names); ++i) {
        std::string host = host_of(sk_GENERAL_NAME_value(names, i));
        if (!host.empty()) hosts.push_back(std::move(host));
    }
    GENERAL_NAMES_free(names);
    return hosts;
}

}  // namespace

base::Result<TlsIdentity> make_authority(std::string_view name, Validity validity, base::Random& random) {
    return make(nullptr, Use::Authority, name, {}, validity, random);
}

base::Result<TlsIdentity> issue_server(const TlsIdentity& authority, std::string_view name, const std::vector<std::string>& hosts,
                                       Validity validity, base::Random& random) {
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

base::Result<CertificateFacts> inspect_certificate(std::string_view pem) {
    const openssl::Certificate certificate = TRY(read_certificate(pem));
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
    const openssl::Certificate certificate = TRY(read_certificate(pem));
    return spki_of(certificate.get());
}

base::Result<base::Digest> spki_sha256_of_der(base::ByteView der) {
    if (der.empty() || der.size() > kPemMax) return base::fail("tls.certificate", "a certificate has an impossible length");
    const unsigned char* at = der.data();
    const openssl::Certificate certificate(d2i_X509(nullptr, &at, static_cast<long>(der.size())));
    if (!certificate || at != der.data() + der.size()) {
        return base::fail("tls.certificate", "a certificate is not exactly one readable DER block");
    }
    return spki_of(certificate.get());
}

}  // namespace courtyard::seal
