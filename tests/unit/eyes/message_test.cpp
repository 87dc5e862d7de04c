#include <doctest/doctest.h>

#include <unistd.h>

#include <array>
#include <thread>

#include "app/eyes/pipe.hpp"

using namespace courtyard;
using eyes::Kind;
using eyes::Message;

namespace {

Message full() {
    Message message;
    message.kind = Kind::Photo;
    message.ticket = 0x1122334455667788U;
    message.index = 7;
    message.flag = true;
    message.text = "camera.gone";
    message.file = {0xFF, 0xD8, 0xFF, 0};
    message.images = {{2, 1, base::Bytes(8, 9)}, {0, 0, {}}};
    return message;
}

}  // namespace

TEST_CASE("a message is read as it was written") {
    const base::Bytes bytes = eyes::write(full());
    CHECK(eyes::length_in(base::ByteView(bytes).first(eyes::kMessageHead)).value() ==
          bytes.size() - eyes::kMessageHead);
    CHECK(eyes::read(bytes).value() == full());
    CHECK(eyes::read(eyes::write(Message{})).value() == Message{});
}

TEST_CASE("every cut and most changed bytes are refused, and none is read beyond its end") {
    const base::Bytes sound = eyes::write(full());
    for (std::size_t size = 0; size < sound.size(); ++size)
        CHECK(eyes::read(base::ByteView(sound).first(size)).error().code == "eyes.message");
    for (std::size_t i = 0; i < sound.size(); ++i) {
        base::Bytes changed = sound;
        changed[i] ^= 0xFF;
        const auto read = eyes::read(changed);  // must not crash; lengths are checked against what is there
        if (read) CHECK(eyes::write(*read) == changed);
    }
    base::Bytes longer = sound;
    longer.push_back(0);
    CHECK(eyes::read(longer).error().code == "eyes.message");
}

TEST_CASE("messages go through a pipe whole, however large, and its end is noticed") {
    std::array<int, 2> ends{};
    REQUIRE(::pipe(ends.data()) == 0);
    Message large = full();
    large.images = {{700, 500, base::Bytes(700 * 500 * 4, 3)}};
    std::thread writer([&] {
        CHECK(eyes::send(ends[1], large).has_value());
        CHECK(eyes::send(ends[1], full()).has_value());
        ::close(ends[1]);
    });
    CHECK(eyes::receive(ends[0], 120'000).value().value() == large);
    CHECK(eyes::receive(ends[0], 120'000).value().value() == full());
    CHECK(eyes::receive(ends[0], 120'000).error().code == "eyes.gone");
    writer.join();
    ::close(ends[0]);
    REQUIRE(::pipe(ends.data()) == 0);
    CHECK_FALSE(eyes::receive(ends[0], 0).value().has_value());
    ::close(ends[0]);
    ::close(ends[1]);
}
