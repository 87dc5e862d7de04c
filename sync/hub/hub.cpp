#include "sync/hub/hub.hpp"

#include <atomic>
#include <chrono>
#include <csignal>
#include <thread>
#include <vector>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>

#include "sync/hub/connection.hpp"
#include "sync/hub/store_sqlite.hpp"
#include "sync/hub/switchboard.hpp"
#include "sync/os/clock.hpp"
#include "sync/os/files.hpp"

namespace courtyard::hub {

namespace asio = boost::asio;
using asio::ip::tcp;
using base::Result;
using boost::system::error_code;

namespace {

constexpr std::size_t kPemBytesMax = 64 * 1024;
constexpr std::int64_t kFarewellMs = 10'000;
constexpr auto kFarewellStep = std::chrono::milliseconds(20);
constexpr auto kAcceptPause = std::chrono::milliseconds(100);

Result<std::string> read_text(const std::filesystem::path& path, std::string_view key) {
    auto bytes = os::read_file(path, kPemBytesMax);
    if (!bytes) return base::fail("hub.config", std::string(key) + ": " + bytes.error().message);
    std::string text(base::as_text(*bytes));
    base::wipe(*bytes);
    return text;
}

Result<seal::SigningKey> read_answer_key(const std::filesystem::path& path) {
    std::string text = TRY(read_text(path, "answer_key"));
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' '))
        text.pop_back();
    auto raw = base::unhex(text);
    base::wipe(text);
    if (!raw || raw->size() != 32) {
        return base::fail("hub.config", path.string() + ": answer_key must be 64 hexadecimal characters");
    }
    auto seed = TRY(seal::Secret<32>::from(*raw));
    base::wipe(*raw);
    return seal::SigningKey::from(std::move(seed));
}

Result<TlsContext> read_tls(const Config& config) {
    const std::string certificate = TRY(read_text(config.certificate, "certificate"));
    std::string key = TRY(read_text(config.private_key, "private_key"));
    const std::string authority = TRY(read_text(config.client_authority, "client_authority"));
    auto tls = make_tls_context({certificate, key, authority});
    base::wipe(key);
    return tls;
}

}  // namespace

struct Hub::Parts {
    Parts(const Config& settings, Log& diary)
        : config(settings),
          log(diary),
          rosters(settings.courts, diary),
          durability(settings.durable, settings.durable_file, diary),
          control(asio::make_strand(io)),
          acceptor(control),
          farewell(control),
          pause(control),
          signals(control) {}

    Config config;
    Log& log;
    Rosters rosters;
    Durability durability;
    TlsContext tls;
    std::unique_ptr<Service> service;
    std::unique_ptr<Switchboard> board;  // outlives io: connections that io still holds give back what they have taken
    asio::io_context io;
    std::unique_ptr<Workers> workers;
    asio::strand<asio::io_context::executor_type> control;  // accepting and stopping: one at a time
    tcp::acceptor acceptor;
    tcp::endpoint endpoint;
    asio::steady_timer farewell;
    asio::steady_timer pause;
    asio::signal_set signals;
    std::int64_t farewell_until_ms = 0;
    bool is_stopping = false;

    Result<void> open_service(base::Random& random);
    Result<void> listen();
    void accept();
    void begin_stop();
    void await_farewell();
};

Result<void> Hub::Parts::open_service(base::Random& random) {
    const StoreLimits limits{.store_bytes = config.limits.store_bytes,
                             .disk_reserve_bytes = config.limits.disk_reserve_bytes};
    auto writer = TRY(open_sqlite(config.store, Access::Writer, limits, random));
    auto reader = TRY(open_sqlite(config.store, Access::Reader, limits, random));
    std::map<std::string, std::uint32_t> seen;
    for (const CourtConfig& court : config.courts)
        seen[court.code] = TRY(writer->roster_seen(court.code));
    TRY(rosters.load(seen));
    for (const auto& [court, version] : rosters.versions())
        TRY(writer->see_roster(court, version));
    service = std::make_unique<Service>(rosters, durability, config.limits, TRY(read_answer_key(config.answer_key)),
                                        writer->generation(), log);
    tls = TRY(read_tls(config));
    board = std::make_unique<Switchboard>(*service, config.limits, tls.get(), log);
    workers = std::make_unique<Workers>(
        *service, rosters, std::move(writer), std::move(reader),
        [this](const mail::MailboxName& box, std::uint64_t head) { board->appended(box, head); });
    board->workers = workers.get();
    return {};
}

Result<void> Hub::Parts::listen() {
    const auto wrong = [this](const error_code& error) {
        return base::fail("hub.listen", "cannot listen on " + config.host + ":" + std::to_string(config.port) + ": " +
                                            error.message());
    };
    error_code error;
    const auto address = asio::ip::make_address(config.host, error);
    if (error) return wrong(error);
    endpoint = tcp::endpoint(address, config.port);
    if (acceptor.open(endpoint.protocol(), error)) return wrong(error);
    if (acceptor.set_option(tcp::acceptor::reuse_address(true), error)) return wrong(error);
    if (acceptor.bind(endpoint, error)) return wrong(error);
    if (acceptor.listen(asio::socket_base::max_listen_connections, error)) return wrong(error);
    endpoint = acceptor.local_endpoint(error);
    if (error) return wrong(error);
    return {};
}

void Hub::Parts::accept() {
    acceptor.async_accept(asio::make_strand(io), [this](const error_code& error, tcp::socket socket) {
        if (is_stopping) return;
        if (error) {  // out of file descriptors, most likely: let some connections end first
            log.write(os::now(), Level::Warning, "hub.accept", "errno=" + std::to_string(error.value()));
            pause.expires_after(kAcceptPause);
            pause.async_wait([this](const error_code& stopped) {
                if (!stopped) accept();
            });
            return;
        }
        auto connection = std::make_shared<Connection>(std::move(socket), *board);
        if (board->enter(connection)) connection->start();
        accept();
    });
}

void Hub::Parts::begin_stop() {
    if (is_stopping) return;
    is_stopping = true;
    error_code ignored;
    acceptor.close(ignored);
    pause.cancel();
    signals.cancel();
    board->retire_all();
    farewell_until_ms = os::monotonic_ms() + kFarewellMs;
    await_farewell();
}

void Hub::Parts::await_farewell() {
    if (board->connections() == 0 || os::monotonic_ms() >= farewell_until_ms) return io.stop();
    farewell.expires_after(kFarewellStep);
    farewell.async_wait([this](const error_code&) { await_farewell(); });
}

Hub::Hub(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Hub::~Hub() { parts_->workers->stop(); }

Result<std::unique_ptr<Hub>> Hub::open(const Config& config, Log& log, base::Random& random) {
    std::signal(SIGPIPE, SIG_IGN);  // OpenSSL writes to sockets that the other side has closed
    auto parts = std::make_unique<Parts>(config, log);
    TRY(parts->open_service(random));
    TRY(parts->listen());
    std::unique_ptr<Hub> hub(new Hub(std::move(parts)));
    if (!config.port_file.empty()) {
        TRY(os::write_file(config.port_file, std::to_string(hub->port()) + "\n", os::Privacy::Public));
    }
    return hub;
}

std::uint16_t Hub::port() const { return parts_->endpoint.port(); }

std::string Hub::address() const {
    const tcp::endpoint& endpoint = parts_->endpoint;
    const std::string host = endpoint.address().to_string();
    return (endpoint.address().is_v6() ? "[" + host + "]" : host) + ":" + std::to_string(endpoint.port());
}

void Hub::run() {
    asio::post(parts_->control, [this] {
        if (!parts_->is_stopping) parts_->accept();
    });
    std::vector<std::thread> threads;
    for (unsigned i = 1; i < parts_->config.limits.threads; ++i)
        threads.emplace_back([this] { parts_->io.run(); });
    parts_->io.run();
    for (std::thread& thread : threads)
        thread.join();
    parts_->workers->stop();
}

void Hub::stop() {
    asio::post(parts_->control, [this] { parts_->begin_stop(); });
}

void Hub::stop_on_signals() {
    parts_->signals.add(SIGTERM);
    parts_->signals.add(SIGINT);
    parts_->signals.async_wait([this](const error_code& error, int) {
        if (!error) parts_->begin_stop();
    });
}

}  // namespace courtyard::hub
