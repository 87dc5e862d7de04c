// Whoever is not the hub learns nothing; whoever is not a machine of the court changes nothing.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>

#include <curl/curl.h>

#include "sync/os/files.hpp"
#include "tests/fault/link_impostor.hpp"
#include "tests/fault/link_machine.hpp"
#include "tests/support/running_hub.hpp"

using namespace courtyard;
using test::kDayMs;
using test::kNow;

namespace {

const mail::MailboxName kIntake{"330199", mail::Box::Intake};
const mail::MailboxName kPublic{"330199", mail::Box::Public};
constexpr seal::Validity kGood{kNow + -kDayMs, kNow + kDayMs};

template <class T>
T must(base::Result<T> result) {
    REQUIRE(result.has_value());
    return std::move(*result);
}
std::string text(const seal::SecretBytes& secret) { return std::string(base::as_text(secret.view())); }

test::ImpostorPlan plan(const seal::TlsIdentity& identity, const std::string& answer = "") {
    return {identity.certificate_pem, text(identity.private_key_pem), TLS1_3_VERSION, answer, false};
}

transport::HttpsSettings settings(const test::MailCourt& court, const std::string& url) {
    transport::HttpsSettings settings;
    settings.url = url;
    settings.authority_pem = court.authority.certificate_pem;
    settings.certificate_pem = court.machines.at("kiosk").tls.certificate_pem;
    settings.private_key_pem = court.machines.at("kiosk").tls.private_key_pem.clone();
    settings.hub_keys = court.roster.hub_keys;
    return settings;
}

// A client as libcurl makes it when nobody tells it anything: the environment decides.
CURLcode listens_to_the_environment(const std::string& url) {
    CURL* plain = curl_easy_init();
    curl_easy_setopt(plain, CURLOPT_URL, url.c_str());
    curl_easy_setopt(plain, CURLOPT_SSL_VERIFYPEER, 0L);
    curl_easy_setopt(plain, CURLOPT_NOBODY, 1L);
    curl_easy_setopt(plain, CURLOPT_TIMEOUT, 20L);
    const CURLcode code = curl_easy_perform(plain);
    curl_easy_cleanup(plain);
    return code;
}

// Puts one record at this address; the code of what came of it.
std::string try_put(test::MailCourt& court, transport::HttpsSettings how, base::Instant now = kNow) {
    auto courier = must(transport::HttpsCourier::open(std::move(how), now));
    test::MailMachine machine(kIntake, 1);
    machine.file(court.record());
    std::string code = machine.step(*courier);
    CHECK(machine.records.size() == (code.empty() ? 0 : 1));
    return code;
}

}  // namespace

TEST_CASE("nothing is said to a server whose certificate is not the hub's") {
    test::MailCourt court, other(2);
    const auto issue = [&](const test::MailCourt& by, const std::string& host, seal::Validity validity) {
        return must(seal::issue_server(by.authority, "hub", {host}, validity, court.random));
    };
    struct Case {
        const char* name;
        seal::TlsIdentity identity;
        int version = TLS1_3_VERSION;
    };
    std::vector<Case> cases;
    cases.push_back({"expired", issue(court, "127.0.0.1", {kNow + -2 * kDayMs, kNow + -kDayMs})});
    cases.push_back({"not yet valid", issue(court, "127.0.0.1", {kNow + kDayMs, kNow + 2 * kDayMs})});
    cases.push_back({"another authority", issue(other, "127.0.0.1", kGood)});
    cases.push_back({"another name", issue(court, "127.0.0.2", kGood)});
    cases.push_back({"self-signed", must(seal::make_authority("hub", kGood, court.random))});
    cases.push_back({"a machine's certificate", must(seal::issue_client(court.authority, {}, kGood, court.random))});
    cases.push_back({"TLS 1.2", issue(court, "127.0.0.1", kGood), TLS1_2_VERSION});
    for (Case& each : cases) {
        CAPTURE(each.name);
        auto how = plan(each.identity, test::http(200, "text/html", base::as_bytes("hello")));
        how.tls_version = each.version;
        test::Impostor impostor(how);
        CHECK(try_put(court, settings(court, impostor.url())) == "link.certificate");
        CHECK(impostor.application_bytes() == 0);
    }
    // The control: with the right certificate the same impostor does hear something, so the test can see a leak.
    test::Impostor hub(plan(issue(court, "127.0.0.1", kGood), test::http(200, "text/html", base::as_bytes("hello"))));
    CHECK(try_put(court, settings(court, hub.url())) == "link.portal");
    CHECK(hub.application_bytes() > 512);
}

TEST_CASE("the environment cannot lead mail elsewhere, widen trust or write keys") {
    test::MailCourt court;
    test::TempFolder folder;
    const std::string keys = (folder / "keys.log").string();
    const std::string bundle = (folder / "bundle.pem").string();
    test::MailCourt evil(5);
    std::ofstream(bundle) << evil.authority.certificate_pem;
    test::Impostor nobody(plan(must(seal::issue_server(evil.authority, "x", {"127.0.0.1"}, kGood, court.random))));
    const std::string proxy = "http://127.0.0.1:1";
    const std::vector<std::pair<const char*, std::string>> traps = {{"no_proxy", ""},
                                                                    {"NO_PROXY", ""},
                                                                    {"http_proxy", proxy},
                                                                    {"https_proxy", proxy},
                                                                    {"HTTPS_PROXY", proxy},
                                                                    {"ALL_PROXY", proxy},
                                                                    {"all_proxy", proxy},
                                                                    {"SSLKEYLOGFILE", keys},
                                                                    {"CURL_CA_BUNDLE", bundle},
                                                                    {"SSL_CERT_FILE", bundle},
                                                                    {"SSL_CERT_DIR", folder.path().string()}};
    for (const auto& [name, value] : traps)
        setenv(name, value.c_str(), 1);
    {
        test::RunningHub hub(court);
        CHECK(try_put(court, hub.settings("kiosk")).empty());
        CHECK(try_put(court, settings(court, nobody.url())) == "link.certificate");
        std::error_code error;
        CHECK((!std::filesystem::exists(keys) || std::filesystem::file_size(keys, error) == 0));
        // The control: who does listen to the environment is led to a proxy that is not there.
        CHECK(listens_to_the_environment(hub.url()) == CURLE_COULDNT_CONNECT);
        for (const char* name : {"http_proxy", "https_proxy", "HTTPS_PROXY", "ALL_PROXY", "all_proxy"})
            unsetenv(name);
        CHECK(listens_to_the_environment(hub.url()) != CURLE_COULDNT_CONNECT);
    }
    for (const auto& [name, value] : traps)
        unsetenv(name);
}

TEST_CASE("a clock that fell back ten years still syncs by the time floor, and only by it") {
    test::MailCourt court;
    test::RunningHub hub(court);
    const base::Instant fallen = kNow + -3650 * kDayMs;
    CHECK(try_put(court, hub.settings("kiosk"), fallen) == "link.certificate");  // the control
    auto with_floor = hub.settings("kiosk");
    with_floor.time_floor = kNow;
    CHECK(try_put(court, std::move(with_floor), fallen).empty());
    CHECK(try_put(court, hub.settings("kiosk"), kNow + 20 * 365 * kDayMs) == "link.certificate");
}

TEST_CASE("the hub takes nothing from a machine whose certificate is not of the court") {
    test::MailCourt court, other(2);
    test::RunningHub hub(court);
    const auto put_as = [&](const std::string& certificate, const seal::SecretBytes& key) {
        auto how = hub.settings("kiosk");
        how.certificate_pem = certificate;
        how.private_key_pem = key.clone();
        return try_put(court, std::move(how));
    };
    const auto client = [&](const test::MailCourt& by, const base::MachineId& id, seal::Validity validity) {
        return must(seal::issue_client(by.authority, id, validity, court.random));
    };
    const auto& kiosk = court.machines.at("kiosk");
    CHECK(put_as("", seal::SecretBytes()) == "link.identity");
    // The hub's clock is the real one: its certificates are checked against today.
    const auto expired = client(court, kiosk.machine.id, {kNow + -2 * kDayMs, kNow + -kDayMs});
    CHECK(put_as(expired.certificate_pem, expired.private_key_pem) == "link.identity");
    const auto foreign = client(other, kiosk.machine.id, {kNow, kNow + 3650 * kDayMs});
    CHECK(put_as(foreign.certificate_pem, foreign.private_key_pem) == "link.identity");
    const auto self_signed =
        must(seal::make_authority(kiosk.machine.id.text(), {kNow, kNow + 3650 * kDayMs}, court.random));
    CHECK(put_as(self_signed.certificate_pem, self_signed.private_key_pem) == "link.identity");
    const auto server =
        must(seal::issue_server(court.authority, "x", {"127.0.0.1"}, {kNow, kNow + 3650 * kDayMs}, court.random));
    CHECK(put_as(server.certificate_pem, server.private_key_pem) == "link.identity");
    // Issued by the court, named like the kiosk, but with a key that the roster does not know.
    const auto unlisted = client(court, kiosk.machine.id, {kNow, kNow + 3650 * kDayMs});
    CHECK(put_as(unlisted.certificate_pem, unlisted.private_key_pem) == "hub.unknown_machine");

    const auto page = hub.courier("judge")->get({kIntake, 0, 0, 4096, 0});
    REQUIRE(page.has_value());
    CHECK(page->views.head == 0);
    CHECK(put_as(kiosk.tls.certificate_pem, kiosk.tls.private_key_pem).empty());  // the control
}

TEST_CASE("revocation holds from the next request on: new, kept and resumed connections") {
    test::MailCourt court;
    test::RunningHub hub(court);
    const auto kept = hub.courier("kiosk"), resumed = hub.courier("kiosk");
    const mail::GetRequest get{kPublic, 0, 0, 4096, 0};
    REQUIRE(kept->get(get).has_value());
    REQUIRE(resumed->get(get).has_value());
    court.revoke("kiosk");
    hub.write_roster();
    CHECK(kept->get(get).error().code == "hub.revoked");
    resumed->hang_up();
    CHECK(resumed->get(get).error().code == "hub.revoked");
    CHECK(hub.courier("kiosk")->get(get).error().code == "hub.revoked");
    CHECK(hub.courier("judge")->get(get).has_value());
}

TEST_CASE("the matrix of permissions over the network: every cell") {
    test::MailCourt court;
    test::RunningHub hub(court);
    const base::Bytes record = court.record();
    for (const auto& each : court.machines) {
        const auto& name = each.first;
        const auto& machine = each.second;
        const auto courier = hub.courier(name);
        for (const mail::Box box : {mail::Box::Intake, mail::Box::Public}) {
            CAPTURE(name);
            const mail::MailboxName mailbox{"330199", box};
            const auto put = courier->put(mailbox, std::vector<base::ByteView>{record});
            const auto get = courier->get({mailbox, 0, 0, 4096, 0});
            CHECK(put.has_value() == mail::may(court.roster, machine.machine, mail::Action::Append, mailbox));
            CHECK(get.has_value() == mail::may(court.roster, machine.machine, mail::Action::Read, mailbox));
            if (!put) CHECK(put.error().code == "hub.forbidden");
            if (!get) CHECK(get.error().code == "hub.forbidden");
        }
        CHECK(courier->put({"330100", mail::Box::Intake}, std::vector<base::ByteView>{record}).error().code ==
              "hub.forbidden");
    }
}
