#include "sync/hub/connection.hpp"

#include <algorithm>
#include <array>
#include <chrono>

#include <openssl/err.h>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>

#include "sync/hub/switchboard.hpp"
#include "sync/os/clock.hpp"

namespace courtyard::hub {

namespace asio = boost::asio;
using boost::system::error_code;

namespace {

constexpr std::size_t kReadBytes = 16 * 1024;   // one TLS record
constexpr std::size_t kLingerBytes = 4u << 20;  // a whole request that was refused by its header
constexpr unsigned kLingerSeconds = 2;
constexpr std::uint64_t kBusySeconds = 5;

}  // namespace

Connection::Connection(asio::ip::tcp::socket socket, Switchboard& board)
    : socket_(std::move(socket)), timer_(socket_.get_executor()), board_(board), tls_(SSL_new(board.tls)) {}

Connection::~Connection() {
    release_body();
    if (is_counted_) board_.leave_machine(spki_);
    board_.leave(this);
}

// --- waiting for the socket
// -------------------------------------------------------------------------------------------

void Connection::when(Side side, Step step) {
    const auto wait = side == Side::Reading ? asio::ip::tcp::socket::wait_read : asio::ip::tcp::socket::wait_write;
    socket_.async_wait(wait, [self = shared_from_this(), step](const error_code& error) {
        if (error || self->phase_ == Phase::Closed) return;
        (self.get()->*step)();
    });
}

void Connection::deadline(unsigned seconds) { deadline_at(os::monotonic_ms() + std::int64_t{seconds} * 1000); }

void Connection::deadline_at(std::int64_t monotonic_ms) {
    due_ms_ = monotonic_ms;
    timer_.expires_after(std::chrono::milliseconds(std::max<std::int64_t>(0, due_ms_ - os::monotonic_ms())));
    timer_.async_wait([weak = weak_from_this()](const error_code& error) {
        const auto self = weak.lock();
        // A deadline that was moved while this call was already on its way is not due.
        if (error || !self || self->due_ms_ > os::monotonic_ms()) return;
        self->too_late();
    });
}

void Connection::too_late() {
    switch (phase_) {
        case Phase::Header:
        case Phase::Body: return refuse({"hub.timeout", 0});
        case Phase::Waiting:
            waiting_.reset();
            return answer(std::move(nothing_new_), keeps_alive_ ? After::KeepAlive : After::Close);
        case Phase::Working: return deadline(board_.limits.body_s);  // the disk is slow, not the machine
        case Phase::Handshake:
        case Phase::Idle:
        case Phase::Answering:
        case Phase::Lingering:
        case Phase::Closed: return close();
    }
}

bool Connection::again(int code, Step step) {
    switch (SSL_get_error(tls_.get(), code)) {
        case SSL_ERROR_WANT_READ: return when(Side::Reading, step), true;
        case SSL_ERROR_WANT_WRITE: return when(Side::Writing, step), true;
        default: return false;
    }
}

// --- handshake
// --------------------------------------------------------------------------------------------------------

void Connection::start() {
    asio::dispatch(socket_.get_executor(), [self = shared_from_this()] {
        error_code ignored;
        self->socket_.non_blocking(true, ignored);  // asio's own calls too: else reading what is left would wait for it
        self->socket_.set_option(asio::ip::tcp::no_delay(true), ignored);
        if (!self->tls_ || SSL_set_fd(self->tls_.get(), self->socket_.native_handle()) != 1) return self->close();
        SSL_set_accept_state(self->tls_.get());
        self->deadline(self->board_.limits.handshake_s);
        self->shake_hands();
    });
}

void Connection::shake_hands() {
    ERR_clear_error();
    const int code = SSL_do_handshake(tls_.get());
    if (code != 1) {
        if (again(code, &Connection::shake_hands)) return;
        const unsigned long why = ERR_peek_error();
        board_.log.write(os::now(), Level::Warning, "hub.handshake",
                         why == 0 ? "hung up" : ERR_reason_error_string(why));
        return linger();
    }
    const auto spki = peer_spki(tls_.get());
    if (!spki) return close();
    spki_ = *spki;
    is_counted_ = board_.enter_machine(spki_);
    await_request();
}

// --- a request
// --------------------------------------------------------------------------------------------------------

void Connection::await_request() {
    if (is_retired_) return linger();
    phase_ = Phase::Idle;
    parser_.reset();
    received_.shrink_to_fit();
    deadline(board_.limits.idle_s);
    if (received_.empty() || take_bytes()) receive();
}

void Connection::receive() {
    // A wait that was begun before a deadline passed may end after it.
    if (phase_ != Phase::Idle && phase_ != Phase::Header && phase_ != Phase::Body) return;
    std::array<char, kReadBytes> bytes;
    do {
        ERR_clear_error();
        const int size = SSL_read(tls_.get(), bytes.data(), static_cast<int>(bytes.size()));
        if (size <= 0) {
            if (!again(size, &Connection::receive)) close();
            return;
        }
        received_.append(bytes.data(), static_cast<std::size_t>(size));
    } while (take_bytes());
}

bool Connection::take_bytes() {
    if (phase_ == Phase::Idle) {
        phase_ = Phase::Header;
        deadline(board_.limits.header_s);
        parser_ = std::make_unique<HttpParser>(board_.limits.body_bytes);
    }
    HttpParser::Stage stage = parser_->feed(received_);
    if (phase_ == Phase::Header && stage == HttpParser::Stage::Body) {
        greet();
        if (phase_ != Phase::Body) return false;
        stage = parser_->feed(received_);
    }
    if (stage == HttpParser::Stage::Refused) refuse({std::string(parser_->refusal()), 0});
    if (stage == HttpParser::Stage::Done) work();
    return stage == HttpParser::Stage::Header || stage == HttpParser::Stage::Body;
}

// Before any of the body is kept: is this machine welcome, and is there room?
void Connection::greet() {
    if (!is_counted_) return refuse({"hub.busy", kBusySeconds});
    if (const auto refusal = board_.service.greet(spki_, os::now())) return refuse(*refusal);
    if (!board_.take_buffer(parser_->length())) return refuse({"hub.busy", kBusySeconds});
    body_bytes_ = parser_->length();
    phase_ = Phase::Body;
    deadline(board_.limits.body_s);
}

void Connection::work() {
    phase_ = Phase::Working;
    keeps_alive_ = parser_->keeps_alive();
    Admission job = board_.service.admit(spki_, parser_->take_body(), os::now());
    parser_.reset();
    deadline(board_.limits.body_s);
    if (!job) return answer(encode_refusal(job.error().code, job.error().retry_after_s), After::KeepAlive);
    const auto strand = socket_.get_executor();
    if (!job->is_write()) {
        waiting_.emplace(std::move(*job));
        return read_again();
    }
    board_.workers->write(std::move(*job),
                          [self = shared_from_this(), strand](Job done, base::Result<Written> written) {
                              asio::post(strand, [self, done = std::move(done), written = std::move(written)] {
                                  self->answer(self->board_.service.answer(done, written, os::now()), After::KeepAlive);
                              });
                          });
}

void Connection::read_again() {
    phase_ = Phase::Working;
    Job job = std::move(*waiting_);
    waiting_.reset();
    board_.workers->read(std::move(job), [self = shared_from_this()](Job done, ReadAnswer answer) {
        const auto strand = self->socket_.get_executor();
        asio::post(strand, [self, done = std::move(done), answer = std::move(answer)]() mutable {
            self->heard(std::move(done), std::move(answer));
        });
    });
}

// --- long poll
// --------------------------------------------------------------------------------------------------------

void Connection::heard(Job job, ReadAnswer read) {
    if (phase_ == Phase::Closed) return;
    const auto* get = std::get_if<mail::GetRequest>(&job.request);
    const std::uint64_t wait_s =
        get == nullptr ? 0 : std::min<std::uint64_t>(get->wait_ms / 1000, board_.limits.wait_s);
    if (!read.empty_at || wait_s == 0 || is_retired_) return answer(std::move(read.answer), After::KeepAlive);
    const std::int64_t now_ms = os::monotonic_ms();
    if (nothing_new_.empty()) {
        wait_until_ms_ = now_ms + static_cast<std::int64_t>(wait_s) * 1000;
        watch();
    } else if (now_ms >= wait_until_ms_) {
        return answer(std::move(read.answer), After::KeepAlive);
    }
    nothing_new_ = std::move(read.answer);
    const mail::MailboxName mailbox = get->mailbox;
    waiting_.emplace(std::move(job));
    release_body();
    phase_ = Phase::Waiting;
    deadline_at(wait_until_ms_);
    if (!board_.park(mailbox, *read.empty_at, shared_from_this())) read_again();
}

void Connection::wake() {
    asio::post(socket_.get_executor(), [self = shared_from_this()] {
        if (self->phase_ == Phase::Waiting) self->read_again();
    });
}

// While it waits the machine has nothing to say: what makes the socket readable is its farewell.
void Connection::watch() { when(Side::Reading, &Connection::look_for_farewell); }

void Connection::look_for_farewell() {
    if (nothing_new_.empty()) return;  // it has been answered meanwhile
    char next = 0;
    ERR_clear_error();
    const int size = SSL_peek(tls_.get(), &next, 1);
    if (size <= 0 && !again(size, &Connection::look_for_farewell)) close();
}

// --- answers
// ----------------------------------------------------------------------------------------------------------

void Connection::refuse(const mail::Refusal& refusal) {
    answer(encode_refusal(refusal.code, refusal.retry_after_s), After::Close);
}

void Connection::answer(base::Bytes message, After after) {
    if (phase_ == Phase::Closed) return;
    release_body();
    nothing_new_.clear();
    after_ = after == After::KeepAlive && keeps_alive_ && !is_retired_ ? After::KeepAlive : After::Close;
    phase_ = Phase::Answering;
    out_ = http_answer(message, after_);
    out_at_ = 0;
    deadline(board_.limits.body_s);
    send();
}

void Connection::send() {
    if (phase_ != Phase::Answering) return;
    while (out_at_ < out_.size()) {
        ERR_clear_error();
        const std::size_t left = std::min<std::size_t>(out_.size() - out_at_, 1u << 20);
        const int size = SSL_write(tls_.get(), out_.data() + out_at_, static_cast<int>(left));
        if (size <= 0) {
            if (!again(size, &Connection::send)) close();
            return;
        }
        out_at_ += static_cast<std::size_t>(size);
    }
    answered();
}

void Connection::answered() {
    std::string().swap(out_);
    if (after_ == After::KeepAlive) return await_request();
    SSL_shutdown(tls_.get());
    linger();
}

// --- the end
// ----------------------------------------------------------------------------------------------------------

// Hanging up with unread bytes in the socket would reset the connection, and the other side would never read our last
// word (an alert, a refusal). So: say that nothing more comes, and read a little of what is still on its way.
void Connection::linger() {
    phase_ = Phase::Lingering;
    error_code ignored;
    socket_.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    deadline(kLingerSeconds);
    drain();
}

void Connection::drain() {
    if (phase_ != Phase::Lingering) return;
    std::array<char, kReadBytes> bytes;
    error_code error;
    const std::size_t size = socket_.read_some(asio::buffer(bytes), error);
    if (error == asio::error::would_block || error == asio::error::try_again)
        return when(Side::Reading, &Connection::drain);
    drained_ += size;
    if (error || drained_ > kLingerBytes) return close();
    when(Side::Reading, &Connection::drain);
}

void Connection::retire() {
    asio::post(socket_.get_executor(), [self = shared_from_this()] {
        self->is_retired_ = true;
        if (self->phase_ == Phase::Waiting) {
            self->waiting_.reset();
            return self->answer(std::move(self->nothing_new_), After::Close);
        }
        if (self->phase_ == Phase::Idle || self->phase_ == Phase::Handshake || self->phase_ == Phase::Header)
            self->close();
    });
}

void Connection::release_body() {
    if (body_bytes_ > 0) board_.give_buffer(body_bytes_);
    body_bytes_ = 0;
}

void Connection::close() {
    phase_ = Phase::Closed;
    timer_.cancel();
    error_code ignored;
    socket_.close(ignored);
}

}  // namespace courtyard::hub
