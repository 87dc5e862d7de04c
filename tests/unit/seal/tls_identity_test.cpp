#include <doctest/doctest.h>

#include <openssl/pem.h>
#include <openssl/x509_vfy.h>

#include <ctime>
#include <set>

#include "sync/base/random.hpp"
#include "sync/seal/openssl.hpp"
#include "sync/seal/tls_identity.hpp"

using namespace courtyard;
using namespace courtyard::seal;

namespace {

constexpr Validity kTenYears = {{1795417200000}, {1795417200000 + 3650LL * 86400 * 1000}};
constexpr std::time_t kWithin = 1795417200 + 86400;

struct Court {
    base::SeededRandom random{5280};
    base::MachineId machine = base::MachineId::random(random);
    TlsIdentity authority = *make_authority("测试县人民法院 CA", kTenYears, random);
};

openssl::Certificate read(std::string_view pem) {
    const openssl::Memory in(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    return openssl::Certificate(PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr));
}

// What a TLS peer does: chain, time, purpose, and the host's name when one is given.
bool verifies(const TlsIdentity& authority, const TlsIdentity& leaf, int purpose, const char* host, std::time_t at) {
    const std::unique_ptr<X509_STORE, openssl::Free<X509_STORE_free>> store(X509_STORE_new());
    const openssl::Certificate root = read(authority.certificate_pem);
    const openssl::Certificate certificate = read(leaf.certificate_pem);
    REQUIRE(X509_STORE_add_cert(store.get(), root.get()) == 1);
    const std::unique_ptr<X509_STORE_CTX, openssl::Free<X509_STORE_CTX_free>> context(X509_STORE_CTX_new());
    REQUIRE(X509_STORE_CTX_init(context.get(), store.get(), certificate.get(), nullptr) == 1);
    X509_VERIFY_PARAM* const parameters = X509_STORE_CTX_get0_param(context.get());
    X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_X509_STRICT);
    X509_VERIFY_PARAM_set_time(parameters, at);
    X509_VERIFY_PARAM_set_purpose(parameters, purpose);
    if (host != nullptr && X509_VERIFY_PARAM_set1_ip_asc(parameters, host) != 1)
        X509_VERIFY_PARAM_set1_host(parameters, host, 0);
    return X509_verify_cert(context.get()) == 1;
}

}  // namespace

TEST_CASE("an authority knows what it has issued, and a changed byte of it is noticed") {
    Court court;
    const TlsIdentity other = *make_authority("测试县人民法院 CA", kTenYears, court.random);  // the same name
    const TlsIdentity client = *issue_client(court.authority, court.machine, kTenYears, court.random);
    CHECK(is_issued_by(client.certificate_pem, court.authority.certificate_pem).value());
    CHECK(is_issued_by(court.authority.certificate_pem, court.authority.certificate_pem).value());
    CHECK_FALSE(is_issued_by(client.certificate_pem, other.certificate_pem).value());
    CHECK_FALSE(is_issued_by(court.authority.certificate_pem, client.certificate_pem).value());
    CHECK(is_issued_by(client.certificate_pem, "rubbish").error().code == "tls.certificate");
    const std::string& sound = court.authority.certificate_pem;
    const std::size_t begin = sound.find('\n') + 1, end = sound.find("-----END");
    for (std::size_t at = begin; at + 4 < end; ++at) {  // the last characters hold bits that mean nothing
        if (sound[at] == '\n' || sound[at] == '=') continue;
        std::string bent = sound;
        bent[at] = sound[at] == 'A' ? 'B' : 'A';
        const auto self = is_issued_by(bent, bent);
        const auto issued = is_issued_by(client.certificate_pem, bent);
        CAPTURE(at);
        CHECK_FALSE((self.value_or(false) && issued.value_or(false)));
    }
}

TEST_CASE("a hub's certificate serves for its hosts, its time and its purpose only") {
    Court court;
    const TlsIdentity hub =
        *issue_server(court.authority, "hub", {"hub.example", "127.0.0.1", "::1"}, kTenYears, court.random);
    CHECK(verifies(court.authority, hub, X509_PURPOSE_SSL_SERVER, "hub.example", kWithin));
    CHECK(verifies(court.authority, hub, X509_PURPOSE_SSL_SERVER, "127.0.0.1", kWithin));
    CHECK(verifies(court.authority, hub, X509_PURPOSE_SSL_SERVER, "::1", kWithin));
    CHECK_FALSE(verifies(court.authority, hub, X509_PURPOSE_SSL_SERVER, "other.example", kWithin));
    CHECK_FALSE(verifies(court.authority, hub, X509_PURPOSE_SSL_SERVER, "127.0.0.2", kWithin));
    CHECK_FALSE(verifies(court.authority, hub, X509_PURPOSE_SSL_CLIENT, nullptr, kWithin));
    CHECK_FALSE(verifies(court.authority, hub, X509_PURPOSE_SSL_SERVER, "hub.example", kTenYears.from.ms / 1000 - 1));
    CHECK_FALSE(verifies(court.authority, hub, X509_PURPOSE_SSL_SERVER, "hub.example", kTenYears.until.ms / 1000 + 1));
}

TEST_CASE("a machine's certificate is a client's, of this court") {
    Court court;
    const TlsIdentity kiosk = *issue_client(court.authority, court.machine, kTenYears, court.random);
    const TlsIdentity other = *make_authority("another court", kTenYears, court.random);
    CHECK(verifies(court.authority, kiosk, X509_PURPOSE_SSL_CLIENT, nullptr, kWithin));
    CHECK_FALSE(verifies(court.authority, kiosk, X509_PURPOSE_SSL_SERVER, nullptr, kWithin));
    CHECK_FALSE(verifies(other, kiosk, X509_PURPOSE_SSL_CLIENT, nullptr, kWithin));
    // A machine cannot issue for others: it is no authority.
    CHECK(issue_client(kiosk, court.machine, kTenYears, court.random).error().code == "tls.authority");
}

TEST_CASE("what a certificate says can be read back") {
    Court court;
    const TlsIdentity hub =
        *issue_server(court.authority, "中心", {"hub.example", "10.1.2.3", "2001:db8::7"}, kTenYears, court.random);
    const TlsIdentity kiosk = *issue_client(court.authority, court.machine, kTenYears, court.random);
    const CertificateFacts of_hub = *inspect_certificate(hub.certificate_pem);
    const CertificateFacts of_kiosk = *inspect_certificate(kiosk.certificate_pem);
    const CertificateFacts of_authority = *inspect_certificate(court.authority.certificate_pem);
    CHECK(of_hub.common_name == "中心");
    CHECK(of_hub.hosts == std::vector<std::string>{"hub.example", "10.1.2.3", "2001:db8::7"});
    CHECK(of_hub.valid_from == kTenYears.from);
    CHECK(of_hub.valid_until == kTenYears.until);
    CHECK((of_hub.for_server && !of_hub.for_client && !of_hub.is_authority));
    CHECK(of_kiosk.common_name == court.machine.text());
    CHECK((of_kiosk.for_client && !of_kiosk.for_server && !of_kiosk.is_authority));
    CHECK((of_authority.is_authority && !of_authority.for_client && !of_authority.for_server));
    CHECK(of_kiosk.spki_sha256 == *spki_sha256(kiosk.certificate_pem));
    CHECK(std::set<base::Digest>{of_hub.spki_sha256, of_kiosk.spki_sha256, of_authority.spki_sha256}.size() == 3);

    unsigned char* der = nullptr;
    const int size = i2d_X509(read(kiosk.certificate_pem).get(), &der);
    base::Bytes bytes(der, der + size);
    OPENSSL_free(der);
    CHECK(*spki_sha256_of_der(bytes) == of_kiosk.spki_sha256);
    bytes.push_back(0);
    CHECK(spki_sha256_of_der(bytes).error().code == "tls.certificate");
}

TEST_CASE("wishes that no certificate can hold are refused by name") {
    Court court;
    const auto server = [&](const std::vector<std::string>& hosts) {
        const base::Result<TlsIdentity> made = issue_server(court.authority, "hub", hosts, kTenYears, court.random);
        return made ? std::string("made") : made.error().code;
    };
    CHECK(server({"hub"}) == "made");
    CHECK(server({}) == "tls.host");
    CHECK(server({""}) == "tls.host");
    CHECK(server({"a,DNS:b"}) == "tls.host");
    CHECK(server({"a b"}) == "tls.host");
    CHECK(server(std::vector<std::string>(17, "a")) == "tls.host");
    CHECK(server({"1.2.3"}) == "tls.openssl");
    CHECK(make_authority("", kTenYears, court.random).error().code == "tls.name");
    CHECK(make_authority(std::string(65, 'a'), kTenYears, court.random).error().code == "tls.name");
    CHECK(make_authority("a\nb", kTenYears, court.random).error().code == "tls.name");
    CHECK(make_authority("\xFF", kTenYears, court.random).error().code == "tls.name");
    CHECK(make_authority("a", {kTenYears.until, kTenYears.from}, court.random).error().code == "tls.validity");
    CHECK(make_authority("a", {kTenYears.from, kTenYears.from}, court.random).error().code == "tls.validity");
    CHECK(inspect_certificate("").error().code == "tls.certificate");
    CHECK(inspect_certificate("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n").error().code ==
          "tls.certificate");
    CHECK(inspect_certificate(court.authority.certificate_pem + court.authority.certificate_pem).error().code ==
          "tls.certificate");
    const TlsIdentity mixed{
        court.authority.certificate_pem,
        issue_client(court.authority, court.machine, kTenYears, court.random)->private_key_pem.clone()};
    CHECK(issue_client(mixed, court.machine, kTenYears, court.random).error().code == "tls.authority");
}
