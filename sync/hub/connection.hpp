// One machine's connection: TLS handshake, then requests one after another until somebody hangs up.
// OpenSSL works on the socket itself and asio only says when it is ready: no copies between the two, and an idle
// connection keeps no buffers (a beast::ssl_stream holds 68 KiB each, and there may be thousands). Everything of one
// connection runs on its own strand.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include "sync/hub/http.hpp"
#include "sync/hub/service.hpp"
#include "sync/hub/tls_context.hpp"

namespace courtyard::hub {

class Switchboard;

class Connection : public std::enable_shared_from_this<Connection> {
public:
    Connection(boost::asio::ip::tcp::socket socket, Switchboard& board);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    // From any thread.
    void start();
    void wake();    // the mailbox that is waited for has grown
    void retire();  // the hub closes: finish what is under way, take nothing new

private:
    enum class Phase { Handshake, Idle, Header, Body, Working, Waiting, Answering, Lingering, Closed };
    enum class Side { Reading, Writing };
    using Step = void (Connection::*)();

    void when(Side side, Step step);
    void deadline(unsigned seconds);
    void deadline_at(std::int64_t monotonic_ms);
    void too_late();
    // Whether the call that returned `code` should be tried again when the socket is ready; otherwise the connection is
    // over.
    bool again(int code, Step step);

    void shake_hands();
    void await_request();
    void receive();
    [[nodiscard]] bool take_bytes();  // whether more are wanted
    void greet();
    void work();
    void read_again();
    void heard(Job job, ReadAnswer answer);
    void watch();
    void look_for_farewell();
    void refuse(const mail::Refusal& refusal);
    void answer(base::Bytes message, After after);
    void send();
    void answered();
    void linger();
    void drain();
    void release_body();
    void close();

    boost::asio::ip::tcp::socket socket_;
    boost::asio::steady_timer timer_;
    std::int64_t due_ms_ = 0;
    Switchboard& board_;
    TlsSession tls_;
    Phase phase_ = Phase::Handshake;
    bool is_retired_ = false;
    base::Digest spki_;
    bool is_counted_ = false;       // among the connections of its machine
    std::uint64_t body_bytes_ = 0;  // counted in the board's buffered bytes
    std::string received_;
    std::unique_ptr<HttpParser> parser_;
    bool keeps_alive_ = false;
    std::optional<Job> waiting_;  // a get that waits for news
    base::Bytes nothing_new_;     // its answer should none come
    std::int64_t wait_until_ms_ = 0;
    std::string out_;
    std::size_t out_at_ = 0;
    After after_ = After::Close;
    std::size_t drained_ = 0;
};

}  // namespace courtyard::hub
