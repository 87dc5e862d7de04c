#include "tests/stories/tls_hub.hpp"

#include <doctest/doctest.h>

#include "app/worker/key_names.hpp"
#include "sync/os/clock.hpp"
#include "sync/transport/https_courier.hpp"

namespace courtyard::test {

TlsHub::TlsHub(const worker::CourtFolder& court) {
    auto config = hub::load_config(court.hub() / "hub.toml");
    REQUIRE_MESSAGE(config.has_value(), config.error().message);
    config->port = 0;  // any that is free
    config->port_file.clear();
    config->limits.requests_per_minute = 1'000'000;  // months of a story pass in seconds
    config->limits.records_per_minute = 10'000'000;
    os::OsRandom random;
    auto opened = hub::Hub::open(*config, log_, random);
    REQUIRE_MESSAGE(opened.has_value(), opened.error().message);
    hub_ = std::move(*opened);
    thread_ = std::thread([this] { hub_->run(); });
}

TlsHub::~TlsHub() {
    hub_->stop();
    thread_.join();
}

std::unique_ptr<mail::Courier> TlsHub::line(worker::Machine& machine, base::Instant now) const {
    const auto key = [&machine](std::string_view name) {
        auto bytes = machine.store().keyring.get(name);
        REQUIRE_MESSAGE(bytes.has_value(), bytes.error().message);
        return std::move(*bytes);
    };
    transport::HttpsSettings settings;
    settings.url = machine.config().hub_url;
    settings.connect_to = "127.0.0.1:" + std::to_string(hub_->port());
    settings.authority_pem = machine.court().authority_pem;
    settings.certificate_pem = std::string(base::as_text(key(worker::kMachineTlsCertificate)));
    settings.private_key_pem = seal::SecretBytes(base::ByteView(key(worker::kMachineTlsKey)));
    settings.hub_keys = machine.roster().hub_keys;
    settings.time_floor = machine.time_floor().value();
    auto courier = transport::HttpsCourier::open(std::move(settings), now);
    REQUIRE_MESSAGE(courier.has_value(), courier.error().message);
    return std::move(*courier);
}

}  // namespace courtyard::test
