#include "tests/support/running_hub.hpp"

#include "sync/os/clock.hpp"
#include "sync/os/files.hpp"

namespace courtyard::test {

namespace {

void put(const std::filesystem::path& path, base::ByteView bytes) {
    COURTYARD_CHECK(os::write_file(path, bytes, os::Privacy::OwnerOnly).has_value());
}

}  // namespace

RunningHub::RunningHub(MailCourt& court, const std::string& limits, const std::string& top) : court_(court) {
    write_files(limits, top);
    start();
}

void RunningHub::write_files(const std::string& limits, const std::string& top) {
    const seal::Validity validity{kNow + (-365 * kDayMs), kNow + 3650 * kDayMs};
    const auto server = seal::issue_server(court_.authority, "hub", {"127.0.0.1", "hub.test"}, validity, court_.random);
    COURTYARD_CHECK(server.has_value());
    put(folder_ / "hub.crt", base::as_bytes(server->certificate_pem));
    put(folder_ / "hub.key", server->private_key_pem.view());
    put(folder_ / "ca.crt", base::as_bytes(court_.authority.certificate_pem));
    put(folder_ / "answer.key", base::as_bytes(base::hex(court_.answer_key.secret()) + "\n"));
    write_roster();
    std::filesystem::create_directory(folder_ / "documents");
    const std::string text =
        "listen = \"127.0.0.1:0\"\nport_file = \"hub.port\"\ncertificate = \"hub.crt\"\nprivate_key = \"hub.key\"\n"
        "client_authority = \"ca.crt\"\nanswer_key = \"answer.key\"\nstore = \"sqlite:hub.db\"\n" +
        top + "[[court]]\ncode = \"" + court_.roster.court + "\"\nroot_key = \"" + court_.root.public_key().text() +
        "\"\nroster = \"roster.cyd\"\ndocuments = \"documents\"\n[limits]\n" + limits;
    put(config(), base::as_bytes(text));
}

void RunningHub::write_roster() { put(folder_ / "roster.cyd", court_.signed_roster()); }

void RunningHub::start() {
    log_ = std::make_unique<hub::Log>([this](std::string_view line) {
        const std::lock_guard guard(mutex_);
        diary_.emplace_back(line);
    });
    auto config = hub::load_config(this->config());
    COURTYARD_CHECK(config.has_value());
    config->port = port();
    os::OsRandom random;
    auto hub = hub::Hub::open(*config, *log_, random);
    if (!hub) fprintf(stderr, "hub: %s\n", hub.error().message.c_str());
    COURTYARD_CHECK(hub.has_value());
    hub_ = std::move(*hub);
    thread_ = std::thread([this] { hub_->run(); });
}

void RunningHub::stop() {
    if (!hub_) return;
    hub_->stop();
    thread_.join();
    hub_.reset();
}

std::vector<std::string> RunningHub::diary() {
    const std::lock_guard guard(mutex_);
    return diary_;
}

transport::HttpsSettings RunningHub::settings(const std::string& machine) const {
    transport::HttpsSettings settings;
    settings.url = url();
    settings.authority_pem = court_.authority.certificate_pem;
    settings.certificate_pem = court_.machines.at(machine).tls.certificate_pem;
    settings.private_key_pem = court_.machines.at(machine).tls.private_key_pem.clone();
    settings.hub_keys = court_.roster.hub_keys;
    return settings;
}

std::unique_ptr<transport::HttpsCourier> RunningHub::courier(const std::string& machine) const {
    auto courier = transport::HttpsCourier::open(settings(machine), kNow);
    COURTYARD_CHECK(courier.has_value());
    return std::move(*courier);
}

}  // namespace courtyard::test
