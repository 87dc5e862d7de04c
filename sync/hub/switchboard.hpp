// What all connections share: limits and counters, the two workers, and who waits for news of which mailbox.
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include <openssl/ssl.h>

#include "sync/hub/service.hpp"
#include "sync/hub/workers.hpp"

namespace courtyard::hub {

class Connection;

class Switchboard {
public:
    Switchboard(Service& with, const Limits& within, SSL_CTX* context, Log& diary)
        : service(with), limits(within), tls(context), log(diary) {}

    Service& service;
    const Limits limits;
    SSL_CTX* const tls;
    Log& log;
    Workers* workers = nullptr;  // set before the first connection

    // All from any thread.
    [[nodiscard]] bool enter(const std::shared_ptr<Connection>& connection);  // false: too many
    void leave(Connection* connection);
    [[nodiscard]] bool enter_machine(const base::Digest& spki);  // false: too many of this machine
    void leave_machine(const base::Digest& spki);
    [[nodiscard]] bool take_buffer(std::uint64_t bytes);  // false: all are in use
    void give_buffer(std::uint64_t bytes) { buffered_ -= bytes; }

    // Waits for a head beyond `seen`; false: it is there already, read again at once.
    [[nodiscard]] bool park(const mail::MailboxName& mailbox, std::uint64_t seen,
                            const std::shared_ptr<Connection>& connection);
    void appended(const mail::MailboxName& mailbox, std::uint64_t head);  // wakes who waits

    void retire_all();  // the hub closes
    [[nodiscard]] bool is_closing() const { return is_closing_; }
    [[nodiscard]] std::size_t connections();

private:
    struct Waiting {
        std::uint64_t head = 0;
        std::map<Connection*, std::weak_ptr<Connection>> connections;  // each once, however often it asks
    };

    std::atomic<std::uint64_t> buffered_ = 0;
    std::atomic<bool> is_closing_ = false;
    std::mutex mutex_;
    std::map<Connection*, std::weak_ptr<Connection>> connections_;
    std::map<base::Digest, unsigned> per_machine_;
    std::map<std::string, Waiting> waiting_;
};

}  // namespace courtyard::hub
