// Somebody who answers in the hub's place: a TLS (or plain) server with whatever certificate and words the test gives
// it.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <tuple>

#include <openssl/ssl.h>

#include "sync/base/bytes.hpp"

namespace courtyard::test {

struct ImpostorPlan {
    std::string certificate_pem;  // empty: speaks plain HTTP
    std::string private_key_pem;
    int tls_version = TLS1_3_VERSION;
    std::string answer;       // the bytes after the request, HTTP header included
    bool is_endless = false;  // repeats the answer's last byte for ever
};

class Impostor {
public:
    explicit Impostor(ImpostorPlan plan);
    ~Impostor();
    [[nodiscard]] std::string url() const { return "https://127.0.0.1:" + std::to_string(port_); }
    [[nodiscard]] std::size_t application_bytes() const { return bytes_; }  // that anybody told it
    void set_answer(std::string answer);                                    // for the next connection

private:
    void serve();
    void talk(int socket);
    ImpostorPlan plan_;
    std::mutex mutex_;
    int listener_ = -1;
    std::uint16_t port_ = 0;
    std::atomic<bool> is_over_ = false;
    std::atomic<std::size_t> bytes_ = 0;
    std::thread thread_;
};

// An HTTP answer with this body.
[[nodiscard]] std::string http(int status, const std::string& type, base::ByteView body, const std::string& more = "");

}  // namespace courtyard::test
