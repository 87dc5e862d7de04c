#include "tests/fault/link_impostor.hpp"

#include <csignal>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include "sync/base/result.hpp"
#include "tests/fault/link_sockets.hpp"

namespace courtyard::test {

namespace {

using Context = std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)>;

Context make_context(const ImpostorPlan& plan) {
    Context context(SSL_CTX_new(TLS_server_method()), &SSL_CTX_free);
    BIO* certificate = BIO_new_mem_buf(plan.certificate_pem.data(), static_cast<int>(plan.certificate_pem.size()));
    BIO* key = BIO_new_mem_buf(plan.private_key_pem.data(), static_cast<int>(plan.private_key_pem.size()));
    X509* x509 = PEM_read_bio_X509(certificate, nullptr, nullptr, nullptr);
    EVP_PKEY* secret = PEM_read_bio_PrivateKey(key, nullptr, nullptr, nullptr);
    COURTYARD_CHECK(SSL_CTX_use_certificate(context.get(), x509) == 1 &&
                    SSL_CTX_use_PrivateKey(context.get(), secret) == 1);
    SSL_CTX_set_min_proto_version(context.get(), plan.tls_version);
    SSL_CTX_set_max_proto_version(context.get(), plan.tls_version);
    X509_free(x509);
    EVP_PKEY_free(secret);
    BIO_free(certificate);
    BIO_free(key);
    return context;
}

// Reads until the whole request is there: header, and as much body as it announces.
template <class ReadSome>
std::size_t read_request(ReadSome read_some) {
    std::string got;
    char buffer[4096];
    for (;;) {
        const auto end = got.find("\r\n\r\n");
        if (end != std::string::npos) {
            const auto at = got.find("Content-Length: ");
            const std::size_t length = at == std::string::npos ? 0 : std::stoul(got.substr(at + 16));
            if (got.size() >= end + 4 + length) return got.size();
        }
        const auto size = read_some(buffer, sizeof buffer);
        if (size <= 0) return got.size();
        got.append(buffer, static_cast<std::size_t>(size));
    }
}

}  // namespace

std::string http(int status, const std::string& type, base::ByteView body, const std::string& more) {
    std::string text = "HTTP/1.1 " + std::to_string(status) + " X\r\nContent-Type: " + type + "\r\n" + more;
    text += "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n";
    return text.append(base::as_text(body));
}

Impostor::Impostor(ImpostorPlan plan) : plan_(std::move(plan)) {
    std::signal(SIGPIPE, SIG_IGN);
    std::tie(listener_, port_) = listen_on_loopback();
    thread_ = std::thread([this] { serve(); });
}

Impostor::~Impostor() {
    is_over_ = true;
    shutdown(listener_, SHUT_RDWR);
    thread_.join();
    close(listener_);
}

void Impostor::set_answer(std::string answer) {
    const std::lock_guard guard(mutex_);
    plan_.answer = std::move(answer);
}

void Impostor::serve() {
    while (!is_over_) {
        const int socket = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0) return;
        const timeval patience{5, 0};
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        talk(socket);
        close(socket);
    }
}

void Impostor::talk(int socket) {
    std::unique_lock lock(mutex_);
    const ImpostorPlan plan = plan_;
    lock.unlock();
    const std::string rest(65536, plan.answer.empty() ? ' ' : plan.answer.back());
    if (plan.certificate_pem.empty()) {
        char buffer[4096];
        // What arrives is a TLS greeting: not one byte of the application.
        if (recv(socket, buffer, sizeof buffer, 0) > 0)
            send(socket, plan.answer.data(), plan.answer.size(), MSG_NOSIGNAL);
        return;
    }
    const Context context = make_context(plan);
    const std::unique_ptr<SSL, decltype(&SSL_free)> tls(SSL_new(context.get()), &SSL_free);
    SSL_set_fd(tls.get(), socket);
    if (SSL_accept(tls.get()) != 1) return;
    bytes_ += read_request([&](char* into, int size) { return SSL_read(tls.get(), into, size); });
    if (plan.answer.empty() || SSL_write(tls.get(), plan.answer.data(), static_cast<int>(plan.answer.size())) <= 0)
        return;
    while (plan.is_endless && !is_over_ && SSL_write(tls.get(), rest.data(), static_cast<int>(rest.size())) > 0)
        continue;
    SSL_shutdown(tls.get());
}

}  // namespace courtyard::test
