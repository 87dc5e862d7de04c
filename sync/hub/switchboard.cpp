#include "sync/hub/switchboard.hpp"

#include <algorithm>

#include "sync/hub/connection.hpp"

namespace courtyard::hub {

bool Switchboard::enter(const std::shared_ptr<Connection>& connection) {
    const std::lock_guard guard(mutex_);
    if (is_closing_ || connections_.size() >= limits.connections) return false;
    connections_.emplace(connection.get(), connection);
    return true;
}

void Switchboard::leave(Connection* connection) {
    const std::lock_guard guard(mutex_);
    connections_.erase(connection);
    for (auto& [mailbox, waiting] : waiting_)
        waiting.connections.erase(connection);
}

std::size_t Switchboard::connections() {
    const std::lock_guard guard(mutex_);
    return connections_.size();
}

bool Switchboard::enter_machine(const base::Digest& spki) {
    const std::lock_guard guard(mutex_);
    unsigned& count = per_machine_[spki];
    if (count >= limits.connections_per_machine) return false;
    ++count;
    return true;
}

void Switchboard::leave_machine(const base::Digest& spki) {
    const std::lock_guard guard(mutex_);
    const auto found = per_machine_.find(spki);
    COURTYARD_CHECK(found != per_machine_.end());
    if (--found->second == 0) per_machine_.erase(found);
}

bool Switchboard::take_buffer(std::uint64_t bytes) {
    if (buffered_.fetch_add(bytes) + bytes <= limits.buffered_bytes) return true;
    buffered_ -= bytes;
    return false;
}

bool Switchboard::park(const mail::MailboxName& mailbox, std::uint64_t seen,
                       const std::shared_ptr<Connection>& connection) {
    const std::lock_guard guard(mutex_);
    Waiting& waiting = waiting_[mailbox.text()];
    if (waiting.head > seen) return false;
    waiting.connections[connection.get()] = connection;
    return true;
}

void Switchboard::appended(const mail::MailboxName& mailbox, std::uint64_t head) {
    std::map<Connection*, std::weak_ptr<Connection>> woken;
    {
        const std::lock_guard guard(mutex_);
        Waiting& waiting = waiting_[mailbox.text()];
        waiting.head = std::max(waiting.head, head);
        woken.swap(waiting.connections);
    }
    for (const auto& [key, each] : woken) {
        if (const auto connection = each.lock()) connection->wake();
    }
}

void Switchboard::retire_all() {
    std::vector<std::weak_ptr<Connection>> all;
    {
        const std::lock_guard guard(mutex_);
        is_closing_ = true;
        for (const auto& [key, connection] : connections_)
            all.push_back(connection);
    }
    for (const auto& each : all) {
        if (const auto connection = each.lock()) connection->retire();
    }
}

}  // namespace courtyard::hub
