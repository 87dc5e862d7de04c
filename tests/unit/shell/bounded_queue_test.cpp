#include <doctest/doctest.h>

#include <chrono>
#include <thread>

#include "app/shell/bounded_queue.hpp"

using namespace courtyard;

TEST_CASE("a queue gives back in order, never grows past its limit and ends when it is closed") {
    shell::BoundedQueue<int> queue(2);
    CHECK(queue.push(1));
    CHECK(queue.push(2));
    CHECK_FALSE(queue.push(3));
    CHECK(queue.try_pop() == 1);
    CHECK(queue.push(4));
    CHECK(queue.try_pop() == 2);
    CHECK(queue.try_pop() == 4);
    CHECK_FALSE(queue.try_pop().has_value());
    queue.close();
    CHECK_FALSE(queue.push(5));
    CHECK(queue.closed());
    CHECK_FALSE(queue.pop(std::chrono::hours(1)).has_value());
}

TEST_CASE("what one thread pushes another one takes, all of it, once") {
    shell::BoundedQueue<int> queue(8);
    constexpr int kCount = 10'000;
    std::thread giver([&queue] {
        for (int i = 0; i < kCount;) {
            if (queue.push(i)) {
                ++i;
            } else {
                std::this_thread::yield();
            }
        }
    });
    int expected = 0;
    while (expected < kCount) {
        const auto item = queue.pop(std::chrono::minutes(5));  // for a queue that lost one
        REQUIRE(item.has_value());
        CHECK(*item == expected);
        ++expected;
    }
    giver.join();
    CHECK_FALSE(queue.try_pop().has_value());
}
