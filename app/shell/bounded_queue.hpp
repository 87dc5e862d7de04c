// A queue between two threads that never grows past its limit: between the window and its worker, one each way.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>

namespace courtyard::shell {

template <class T>
class BoundedQueue {
public:
    explicit BoundedQueue(std::size_t limit) : limit_(limit) {}

    // False when the queue is full or closed: the caller decides what that means.
    [[nodiscard]] bool push(T value) {
        {
            const std::lock_guard lock(mutex_);
            if (closed_ || items_.size() >= limit_) return false;
            items_.push_back(std::move(value));
        }
        filled_.notify_one();
        return true;
    }

    // Waits for an item, for close(), or at most `timeout`; nothing when there is none.
    template <class Duration>
    std::optional<T> pop(Duration timeout) {
        std::unique_lock lock(mutex_);
        filled_.wait_for(lock, timeout, [this] { return closed_ || !items_.empty(); });
        return take(lock);
    }
    std::optional<T> try_pop() {
        std::unique_lock lock(mutex_);
        return take(lock);
    }

    void close() {
        {
            const std::lock_guard lock(mutex_);
            closed_ = true;
        }
        filled_.notify_all();
    }
    [[nodiscard]] bool closed() const {
        const std::lock_guard lock(mutex_);
        return closed_;
    }

private:
    std::optional<T> take(std::unique_lock<std::mutex>&) {
        if (items_.empty()) return std::nullopt;
        T value = std::move(items_.front());
        items_.pop_front();
        return value;
    }

    const std::size_t limit_;
    mutable std::mutex mutex_;
    std::condition_variable filled_;
    std::deque<T> items_;
    bool closed_ = false;
};

}  // namespace courtyard::shell
