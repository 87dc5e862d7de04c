// Slow, rude and many: none of them stops a machine that behaves. Nothing here measures time; it would hang if they
// did.
#include <doctest/doctest.h>

#include <chrono>
#include <thread>

#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include "sync/mail/exchange.hpp"
#include "sync/os/files.hpp"
#include "sync/seal/hash.hpp"
#include "tests/fault/link_sockets.hpp"
#include "tests/support/running_hub.hpp"

using namespace courtyard;
using test::kNow;

namespace {

const mail::MailboxName kIntake{"330199", mail::Box::Intake};
const mail::MailboxName kPublic{"330199", mail::Box::Public};

// A machine of the court that speaks TLS but not our manners.
class RawClient {
public:
    RawClient(const test::MailCourt& court, const std::string& machine, std::uint16_t port,
              int version = TLS1_3_VERSION)
        : context_(SSL_CTX_new(TLS_client_method())), socket_(test::connect_to_loopback(port)) {
        const auto& identity = court.machines.at(machine).tls;
        const std::string key(base::as_text(identity.private_key_pem.view()));
        BIO* pem = BIO_new_mem_buf(identity.certificate_pem.data(), static_cast<int>(identity.certificate_pem.size()));
        X509* certificate = PEM_read_bio_X509(pem, nullptr, nullptr, nullptr);
        BIO* key_pem = BIO_new_mem_buf(key.data(), static_cast<int>(key.size()));
        EVP_PKEY* secret = PEM_read_bio_PrivateKey(key_pem, nullptr, nullptr, nullptr);
        SSL_CTX_use_certificate(context_, certificate);
        SSL_CTX_use_PrivateKey(context_, secret);
        SSL_CTX_set_max_proto_version(context_, version);
        X509_free(certificate);
        EVP_PKEY_free(secret);
        BIO_free(pem);
        BIO_free(key_pem);
        const timeval patience{120, 0};
        setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        tls_ = SSL_new(context_);
        SSL_set_fd(tls_, socket_);
        is_open_ = SSL_connect(tls_) == 1;
    }
    ~RawClient() {
        SSL_free(tls_);
        SSL_CTX_free(context_);
        close(socket_);
    }
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;
    bool is_open() const { return is_open_; }
    int socket() const { return socket_; }
    bool say(const std::string& text) { return SSL_write(tls_, text.data(), static_cast<int>(text.size())) > 0; }
    std::string hear() {  // until the hub hangs up
        std::string heard;
        char buffer[4096];
        for (int size = 0; (size = SSL_read(tls_, buffer, sizeof buffer)) > 0;)
            heard.append(buffer, static_cast<std::size_t>(size));
        return heard;
    }
    std::string hear_some() {
        char buffer[4096];
        const int size = SSL_read(tls_, buffer, sizeof buffer);
        return size > 0 ? std::string(buffer, static_cast<std::size_t>(size)) : "";
    }

private:
    SSL_CTX* context_;
    int socket_;
    SSL* tls_ = nullptr;
    bool is_open_ = false;
};

std::string request(base::ByteView body) {
    std::string text =
        "POST /mail/1 HTTP/1.1\r\nHost: hub\r\nContent-Type: application/x-courtyard-mail\r\nContent-Length: " +
        std::to_string(body.size()) + "\r\n\r\n";
    return text.append(base::as_text(body));
}

}  // namespace

TEST_CASE("slow clients, silent ones and floods do not stop a machine that behaves") {
    test::MailCourt court;
    test::RunningHub hub(court,
                         "handshake_s = 5\nheader_s = 5\nbody_s = 5\nidle_s = 5\nconnections_per_machine = 200\n");
    std::vector<int> silent;
    for (int i = 0; i < 100; ++i)
        silent.push_back(test::connect_to_loopback(hub.port()));
    for (const int each : silent)
        send(each, "\x16", 1, MSG_NOSIGNAL);  // the first byte of a greeting, and no more
    std::vector<std::unique_ptr<RawClient>> slow;
    for (int i = 0; i < 20; ++i) {
        slow.push_back(std::make_unique<RawClient>(court, "kiosk", hub.port()));
        REQUIRE(slow.back()->is_open());
        slow.back()->say(i % 2 == 0 ? "POST /mail/1 HT" : request(base::Bytes(1000, 'x')).substr(0, 300));
    }
    const auto judge = hub.courier("judge");
    for (int i = 0; i < 20; ++i)
        REQUIRE(judge->put(kIntake, std::vector<base::ByteView>{court.record()}).has_value());
    for (const auto& each : slow)
        CHECK(each->hear().starts_with("HTTP/1.1 408 "));  // told, and hung up on
    for (const int each : silent) {
        char buffer[64];
        while (recv(each, buffer, sizeof buffer, 0) > 0)
            continue;  // ends: the hub has hung up
        close(each);
    }
    RawClient flood(court, "kiosk", hub.port());
    std::size_t sent = 0;
    while (sent < (64u << 20) && flood.say(std::string(1 << 14, 'a')))
        sent += 1 << 14;
    CHECK(sent < (64u << 20));
    RawClient idle(court, "kiosk", hub.port());
    CHECK(idle.hear().empty());  // an idle connection ends by itself
    CHECK(judge->put(kIntake, std::vector<base::ByteView>{court.record()}).has_value());
}

TEST_CASE("control: a hub without those limits never hangs up on who is slow or idle") {
    test::MailCourt court;
    test::RunningHub hub(court, "handshake_s = 600\nheader_s = 600\nbody_s = 600\nidle_s = 600\n");
    const int silent = test::connect_to_loopback(hub.port());
    send(silent, "\x16", 1, MSG_NOSIGNAL);
    RawClient slow(court, "kiosk", hub.port()), idle(court, "kiosk", hub.port());
    slow.say("POST /mail/1 HT");
    std::this_thread::sleep_for(std::chrono::milliseconds(6'000));  // longer than any limit of the test above
    pollfd ends[] = {{silent, POLLIN, 0}, {slow.socket(), POLLRDHUP, 0}, {idle.socket(), POLLRDHUP, 0}};
    CHECK(poll(ends, 3, 0) == 0);
    close(silent);
}

TEST_CASE("requests that are not ours get a status and an error, and never reach the store") {
    test::MailCourt court;
    test::RunningHub hub(court);
    const auto status = [&](const std::string& text) {
        RawClient client(court, "kiosk", hub.port());
        REQUIRE(client.say(text));
        return client.hear_some().substr(9, 3);
    };
    const base::Bytes list = mail::encode(mail::ListRequest{"330199"});
    CHECK(status(request(list)) == "200");
    CHECK(status("GET /mail/1 HTTP/1.1\r\nHost: hub\r\n\r\n") == "405");
    CHECK(status("POST /else HTTP/1.1\r\nHost: hub\r\nContent-Length: 1\r\n\r\nx") == "404");
    CHECK(status("POST /mail/1 HTTP/1.1\r\nHost: hub\r\nContent-Type: text/plain\r\nContent-Length: 1\r\n\r\nx") ==
          "415");
    CHECK(status("POST /mail/1 HTTP/1.1\r\nContent-Type: application/x-courtyard-mail\r\nContent-Length: "
                 "999999999\r\n\r\n") == "413");
    CHECK(status("POST /mail/1 HTTP/1.1\r\nX: " + std::string(9000, 'x') + "\r\n\r\n") == "431");
    CHECK(status(request(base::as_bytes("rubbish"))) == "400");
    CHECK(status("rubbish\r\n\r\n") == "400");
    // Two requests in one breath: both are answered, in order.
    RawClient client(court, "kiosk", hub.port());
    REQUIRE(client.say(request(list) + request(base::as_bytes("rubbish"))));
    std::string heard;
    while (heard.find(" 400 ") == std::string::npos) {
        const std::string more = client.hear_some();
        REQUIRE_FALSE(more.empty());
        heard += more;
    }
    CHECK(heard.find(" 200 ") < heard.find(" 400 "));
}

TEST_CASE("a machine that only knows TLS 1.2 is not served") {
    test::MailCourt court;
    test::RunningHub hub(court);
    const RawClient old(court, "kiosk", hub.port(), TLS1_2_VERSION);
    CHECK_FALSE(old.is_open());
    const RawClient now(court, "kiosk", hub.port());
    CHECK(now.is_open());
}

TEST_CASE("too many connections of one machine: busy, and only for that machine") {
    test::MailCourt court;
    test::RunningHub hub(court, "connections_per_machine = 2\n");
    const mail::GetRequest get{kPublic, 0, 0, 4096, 0};
    const auto first = hub.courier("kiosk"), second = hub.courier("kiosk"), third = hub.courier("kiosk");
    REQUIRE(first->get(get).has_value());
    REQUIRE(second->get(get).has_value());
    CHECK(third->get(get).error().code == "hub.busy");
    CHECK(third->retry_after_ms() > 0);
    CHECK(hub.courier("judge")->get(get).has_value());
    second->hang_up();
    for (;;) {  // the hub notices the farewell in its own time
        const auto again = third->get(get);
        if (again) break;
        REQUIRE(again.error().code == "hub.busy");
    }
}

TEST_CASE("a long poll wakes when something comes, and ends when nothing does") {
    test::MailCourt court;
    test::RunningHub hub(court, "wait_s = 60\n");
    const base::Bytes notice = court.record();
    std::vector<std::thread> waiting;
    std::atomic<int> woken = 0;
    for (const char* name : {"kiosk", "leader", "judge"}) {
        waiting.emplace_back([&, name] {
            const auto courier = hub.courier(name);
            const auto page = courier->get({kPublic, 0, 0, 4096, 60'000});
            COURTYARD_CHECK(page.has_value());
            if (page->views.records.size() == 1) ++woken;
            COURTYARD_CHECK(courier->get({kPublic, 0, 0, 4096, 60'000})->views.records.size() ==
                            1);  // there is something: no wait
        });
    }
    const auto writer = hub.courier("registrar");
    std::this_thread::sleep_for(std::chrono::milliseconds(200));  // so that some of them do wait; not needed to pass
    REQUIRE(writer->put(kPublic, std::vector<base::ByteView>{notice}).has_value());
    for (std::thread& each : waiting)
        each.join();
    CHECK(woken == 3);
    const auto page = hub.courier("kiosk")->get({kPublic, 1, 0, 4096, 1'000});
    REQUIRE(page.has_value());
    CHECK(page->views.records.empty());
    CHECK(page->views.head == 1);
}

TEST_CASE("who waits is let go when the hub closes, and who hangs up while waiting is forgotten") {
    test::MailCourt court;
    test::RunningHub hub(court);
    {
        RawClient gone(court, "kiosk", hub.port());
        REQUIRE(gone.say(request(mail::encode(mail::GetRequest{kPublic, 0, 0, 4096, 60'000}))));
    }
    std::thread waiting([&] {
        const auto page = hub.courier("kiosk")->get({kPublic, 0, 0, 4096, 60'000});
        if (page) COURTYARD_CHECK(page->views.records.empty());
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    hub.stop();
    waiting.join();
    hub.start();
    CHECK(hub.courier("kiosk")->get({kPublic, 0, 0, 4096, 0}).has_value());
}

TEST_CASE("roster and pack come over the same connection, and a new one is noticed") {
    test::MailCourt court;
    test::RunningHub hub(court);
    base::Bytes pack(300'000);
    court.random.fill(pack);
    const auto path = hub.folder() / "documents" / "pack.cyp";
    REQUIRE(os::write_file(path, pack, os::Privacy::Public).has_value());
    const auto kiosk = hub.courier("kiosk");
    auto list = kiosk->documents("330199");
    REQUIRE(list.has_value());
    REQUIRE(list->documents.size() == 2);
    CHECK(*mail::fetch_document(*kiosk, "330199", list->documents[0]) == pack);
    const auto roster = mail::fetch_document(*kiosk, "330199", list->documents[1]);
    REQUIRE(roster.has_value());
    CHECK(mail::open_roster(*roster, court.root.public_key())->machines.size() == court.roster.machines.size());
    const auto before = list->documents[0];
    REQUIRE(os::write_file(path, base::Bytes(10, 1), os::Privacy::Public).has_value());
    CHECK(mail::fetch_document(*kiosk, "330199", before).error().code == "hub.unknown_document");
    CHECK(mail::fetch_document(*kiosk, "330199", kiosk->documents("330199")->documents[0])->size() == 10);
}
