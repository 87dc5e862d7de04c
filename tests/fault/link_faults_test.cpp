// Roads that break, portals that answer, answers that end too soon: nothing is lost, nothing doubled, nothing believed.
#include <doctest/doctest.h>

#include <atomic>
#include <thread>

#include "sync/mail/wire.hpp"
#include "tests/fault/link_cutting_proxy.hpp"
#include "tests/fault/link_impostor.hpp"
#include "tests/fault/link_machine.hpp"
#include "tests/support/running_hub.hpp"

using namespace courtyard;
using test::kDayMs;
using test::kNow;

namespace {

const mail::MailboxName kIntake{"330199", mail::Box::Intake};
const std::string kType(mail::kMediaType);

// What the registrar finds in the mailbox.
std::vector<base::Bytes> arrived(const test::RunningHub& hub) {
    const auto courier = hub.courier("registrar");
    std::vector<base::Bytes> all;
    for (;;) {
        const auto page = courier->get({kIntake, all.size(), 0, 1 << 20, 0});
        REQUIRE(page.has_value());
        for (const auto& each : page->views.records)
            all.emplace_back(each.record.begin(), each.record.end());
        if (all.size() == page->views.head) return all;
    }
}

// A server with the hub's own kind of certificate that says what the test wants.
struct FalseHub {
    test::MailCourt court;
    seal::TlsIdentity identity =
        *seal::issue_server(court.authority, "hub", {"127.0.0.1"}, {kNow + -kDayMs, kNow + kDayMs}, court.random);
    test::Impostor impostor{{identity.certificate_pem, std::string(base::as_text(identity.private_key_pem.view())),
                             TLS1_3_VERSION, "", false}};
    base::Bytes record = court.record();

    std::unique_ptr<transport::HttpsCourier> courier() {
        transport::HttpsSettings settings;
        settings.url = impostor.url();
        settings.authority_pem = court.authority.certificate_pem;
        settings.certificate_pem = court.machines.at("kiosk").tls.certificate_pem;
        settings.private_key_pem = court.machines.at("kiosk").tls.private_key_pem.clone();
        settings.hub_keys = court.roster.hub_keys;
        return std::move(*transport::HttpsCourier::open(std::move(settings), kNow));
    }
    std::string put(const std::string& answer) {
        impostor.set_answer(answer);
        const auto put = courier()->put(kIntake, std::vector<base::ByteView>{record});
        return put ? "believed" : put.error().code;
    }
    base::Bytes good_answer() {
        base::Bytes bytes = mail::encode(mail::PutAnswer{7, kNow, 1, {{mail::Verdict::Accepted, 1}}, {}});
        const auto message = mail::signed_part(bytes, kIntake, {mail::exact(record)});
        const auto signature = seal::sign(court.answer_key, seal::Context::Ack, {message});
        std::copy(signature.bytes.begin(), signature.bytes.end(), bytes.end() - 64);
        return bytes;
    }
};

}  // namespace

TEST_CASE("a portal's page is not the hub's answer, whatever its status") {
    FalseHub hub;
    const base::ByteView page = base::as_bytes("<html>Welcome! Please log in</html>");
    CHECK(hub.put(test::http(200, "text/html", page)) == "link.portal");
    CHECK(hub.put(test::http(200, "text/html", hub.good_answer())) == "link.portal");
    CHECK(hub.put(test::http(302, "text/html", page, "Location: https://portal.example/\r\n")) == "link.portal");
    CHECK(hub.put(test::http(302, kType, hub.good_answer(), "Location: https://portal.example/\r\n")) == "link.answer");
    CHECK(hub.put(test::http(511, "text/html", page)) == "link.portal");
    CHECK(hub.put(test::http(200, kType, page)) == "link.answer");
    CHECK(hub.put("not http at all\r\n\r\n") == "link.portal");
    test::Impostor plain({"", "", TLS1_3_VERSION, test::http(200, "text/html", page), false});
    transport::HttpsSettings settings;
    settings.url = plain.url();
    settings.authority_pem = hub.court.authority.certificate_pem;
    settings.hub_keys = hub.court.roster.hub_keys;
    auto courier = transport::HttpsCourier::open(std::move(settings), kNow);
    CHECK((*courier)->put(kIntake, std::vector<base::ByteView>{hub.record}).error().code == "link.portal");
    CHECK(hub.put(test::http(200, kType, hub.good_answer())) == "believed");  // the control
}

TEST_CASE("an answer that ends at any byte is not believed") {
    FalseHub hub;
    const std::string whole = test::http(200, kType, hub.good_answer());
    for (std::size_t size = 0; size < whole.size(); ++size) {
        CAPTURE(size);
        const std::string code = hub.put(whole.substr(0, size));
        CHECK(code.starts_with("link."));
    }
    CHECK(hub.put(whole) == "believed");
    // Lengths that lie, or are not given at all.
    std::string text = whole;
    const auto at = text.find("Content-Length: ");
    text.replace(at, text.find("\r\n", at) + 2 - at, "");
    CHECK(hub.put(text) == "link.truncated");
    text = whole;
    text.replace(text.find("Content-Length: ") + 16, 3, "005");
    CHECK(hub.put(text) == "link.truncated");
}

TEST_CASE("an answer without end is cut off") {
    FalseHub hub;
    test::Impostor endless({hub.identity.certificate_pem,
                            std::string(base::as_text(hub.identity.private_key_pem.view())), TLS1_3_VERSION,
                            "HTTP/1.1 200 OK\r\nContent-Type: " + kType + "\r\n\r\nCM", true});
    transport::HttpsSettings settings;
    settings.url = endless.url();
    settings.authority_pem = hub.court.authority.certificate_pem;
    settings.hub_keys = hub.court.roster.hub_keys;
    auto courier = transport::HttpsCourier::open(std::move(settings), kNow);
    CHECK((*courier)->put(kIntake, std::vector<base::ByteView>{hub.record}).error().code == "link.size");
}

TEST_CASE("a connection cut at any byte of request or answer: everything arrives once") {
    test::MailCourt court;
    test::RunningHub hub(court, "requests_per_minute = 1000000\n");
    test::CuttingProxy road(hub.port());
    const auto connect = [&] {
        auto settings = hub.settings("kiosk");
        settings.connect_to = road.address();
        return std::move(*transport::HttpsCourier::open(std::move(settings), kNow));
    };
    std::size_t sent = 0, unsure = 0, round = 0;
    const auto deliver_over = [&](std::size_t up, std::size_t down) {
        test::MailMachine machine(kIntake, ++round);
        machine.file(court.record());
        road.cut_next(up, down);
        const auto courier = connect();
        (void)machine.step(*courier);
        unsure += machine.outbox.counts().sent;
        CAPTURE(up);
        CAPTURE(down);
        REQUIRE(machine.drain(*courier));
        ++sent;
    };
    deliver_over(test::CuttingProxy::kNever, test::CuttingProxy::kNever);
    const std::size_t up = road.up(), down = road.down();
    REQUIRE(up > 1200);
    // Every byte of the request and of the answer; the handshake before them in strides.
    for (std::size_t at = 0; at < up; at += at + 780 < up ? 37 : 1)
        deliver_over(at, test::CuttingProxy::kNever);
    for (std::size_t at = 0; at < down; at += at + 300 < down ? 37 : 1)
        deliver_over(test::CuttingProxy::kNever, at);
    CHECK(unsure > 0);  // some did break after the hub had them: the dangerous case was there
    std::vector<base::Bytes> all = arrived(hub);
    CHECK(all.size() == sent);
    std::sort(all.begin(), all.end());
    CHECK(std::adjacent_find(all.begin(), all.end()) == all.end());
}

TEST_CASE("control: over the same cuts a machine that forgets loses, and one that seals anew doubles") {
    test::MailCourt court;
    test::RunningHub hub(court, "requests_per_minute = 1000000\n");
    test::CuttingProxy road(hub.port());
    const auto put_over = [&](std::size_t up, std::size_t down) {
        auto settings = hub.settings("kiosk");
        settings.connect_to = road.address();
        const auto courier = std::move(*transport::HttpsCourier::open(std::move(settings), kNow));
        road.cut_next(up, down);
        return courier->put(kIntake, std::vector<base::ByteView>{court.record()}).has_value();
    };
    REQUIRE(put_over(test::CuttingProxy::kNever, test::CuttingProxy::kNever));
    const std::size_t up = road.up(), down = road.down();
    std::size_t before = arrived(hub).size(), filed = 0;
    for (std::size_t at = 0; at < up; at += 97, ++filed)
        (void)put_over(at, test::CuttingProxy::kNever);  // whatever came of it: forgotten
    CHECK(arrived(hub).size() - before < filed);
    before = arrived(hub).size();
    filed = 0;
    // How much of the handshake's tail was counted with the first connection differs; the answer lies in the second
    // half.
    for (std::size_t at = down / 2; at < down; at += 29, ++filed) {
        if (!put_over(test::CuttingProxy::kNever, at))  // the answer was lost: the same once more, under another id
            REQUIRE(put_over(test::CuttingProxy::kNever, test::CuttingProxy::kNever));
    }
    CHECK(arrived(hub).size() - before > filed);
}

TEST_CASE(
    "a road on which every connection breaks after 90 kB: a large record arrives in parts, and never as a whole") {
    test::MailCourt court;
    test::RunningHub hub(court);
    test::CuttingProxy road(hub.port());
    auto settings = hub.settings("kiosk");
    settings.connect_to = road.address();
    const auto courier = std::move(*transport::HttpsCourier::open(std::move(settings), kNow));
    const auto breaks = [&] {
        courier->hang_up();
        road.cut_next(90'000, test::CuttingProxy::kNever);
    };
    const base::Bytes large = court.record(200'000);
    // More than four parts need: on a slow machine a connection may break before the answer to a part is back.
    constexpr int kTries = 20;
    for (int i = 0; i < kTries; ++i) {  // the control
        breaks();
        CHECK_FALSE(courier->put(kIntake, std::vector<base::ByteView>{large}).has_value());
    }
    CHECK(arrived(hub).empty());
    test::MailMachine machine(kIntake, 1);
    machine.file(large);
    for (int i = 0; i < kTries && !machine.records.empty(); ++i) {
        breaks();
        while (!machine.records.empty() && machine.step(*courier).empty())
            continue;
    }
    CHECK(machine.records.empty());
    CHECK(arrived(hub) == std::vector<base::Bytes>{large});
}

TEST_CASE("a large record goes on where the road broke") {
    test::MailCourt court;
    test::RunningHub hub(court);
    test::CuttingProxy road(hub.port());
    auto settings = hub.settings("kiosk");
    settings.connect_to = road.address();
    const auto courier = std::move(*transport::HttpsCourier::open(std::move(settings), kNow));
    test::MailMachine machine(kIntake, 1);
    const base::Bytes large = court.record(200'000);
    machine.file(large);
    machine.file(court.record());
    for (const int cut : {2'500, 40'000, 90'000, 3'000}) {
        const auto at = static_cast<std::size_t>(cut);
        courier->hang_up();
        road.cut_next(at, test::CuttingProxy::kNever);
        for (int i = 0; i < 4; ++i)
            (void)machine.step(*courier);
    }
    REQUIRE(machine.drain(*courier));
    const auto all = arrived(hub);
    REQUIRE(all.size() == 2);
    CHECK(std::find(all.begin(), all.end(), large) != all.end());
}

TEST_CASE("a hub that is down: queued, said plainly, and sent when it is back") {
    test::MailCourt court;
    test::RunningHub hub(court);
    const auto courier = hub.courier("kiosk");
    test::MailMachine machine(kIntake, 1);
    machine.file(court.record());
    hub.stop();
    CHECK(machine.step(*courier) == "link.down");
    CHECK(machine.outbox.counts().queued == 1);
    hub.start();
    CHECK(machine.drain(*courier));
    machine.file(court.record());
    hub.stop();  // now with a connection that was kept
    CHECK(machine.step(*courier).starts_with("link."));
    hub.start();
    CHECK(machine.drain(*courier));
    CHECK(arrived(hub).size() == 2);
    auto nowhere = hub.settings("kiosk");
    nowhere.url = "https://no-such-host.invalid:8443";
    CHECK(machine.step(*std::move(*transport::HttpsCourier::open(std::move(nowhere), kNow)))
              .empty());  // nothing left to send
}

TEST_CASE("two carriers with the same records at the same time: once") {
    test::MailCourt court;
    test::RunningHub hub(court);
    std::vector<base::Bytes> records;
    for (int i = 0; i < 200; ++i)
        records.push_back(court.record());
    std::atomic<std::size_t> accepted = 0;
    std::vector<std::thread> carriers;
    for (const char* name : {"kiosk", "judge", "registrar"}) {
        carriers.emplace_back([&, name] {
            const auto courier = hub.courier(name);
            base::SeededRandom random(records.size() + std::string(name).size());
            std::vector<base::ByteView> mine(records.begin(), records.end());
            for (std::size_t i = mine.size(); i > 1; --i)
                std::swap(mine[i - 1], mine[random.next() % i]);
            for (std::size_t at = 0; at < mine.size(); at += 7) {
                const auto batch = std::span(mine).subspan(at, std::min<std::size_t>(7, mine.size() - at));
                const auto answer = courier->put(kIntake, batch);
                COURTYARD_CHECK(answer.has_value());
                for (const mail::Outcome& each : answer->outcomes)
                    accepted += each.verdict == mail::Verdict::Accepted ? 1 : 0;
            }
        });
    }
    for (std::thread& each : carriers)
        each.join();
    CHECK(accepted == 3 * records.size());  // the control: each came three times, and was taken each time
    auto all = arrived(hub);
    CHECK(all.size() == records.size());
    std::sort(all.begin(), all.end());
    std::sort(records.begin(), records.end());
    CHECK(all == records);
}

TEST_CASE("bytes on the wire, TLS and answers included: at most 575 per record of 512 in bulk") {
    test::MailCourt court;
    test::RunningHub hub(court);
    const auto courier = hub.courier("kiosk");
    test::MailMachine machine(kIntake, 1);
    for (int i = 0; i < 1000; ++i)
        machine.file(court.record());
    REQUIRE(machine.records.begin()->second.size() == 512);
    REQUIRE(machine.drain(*courier));
    const std::uint64_t bytes = courier->bytes_sent() + courier->bytes_received();
    const std::uint64_t each = bytes / 1000;
    MESSAGE(each);
    CHECK(bytes > 1000 * 512);
    CHECK(bytes <= 1000 * 530);
}
