#include "app/worker/steward_pin.hpp"

#include <doctest/doctest.h>

#include <fstream>

#include "tests/support/small_disk.hpp"
#include "tests/support/temp_folder.hpp"

using namespace courtyard;
using worker::PinJudged;

namespace {

struct Door {
    test::TempFolder folder;
    worker::Home home{folder.path()};
    base::SeededRandom random{7};
    base::Instant now{1'795'424'400'000};

    worker::PinAnswer knock(std::string_view pin) const {
        const auto answer = worker::try_steward_pin(home, base::as_bytes(pin), now);
        REQUIRE(answer.has_value());
        return *answer;
    }
};

}  // namespace

TEST_CASE("a steward's PIN is six to twelve digits that are not the first anybody would try") {
    Door door;
    for (const char* bad : {"", "12345", "1234567890123", "24681x", "111111", "123456", "654321", "000000"}) {
        const auto set = worker::set_steward_pin(door.home, base::as_bytes(bad), door.random);
        REQUIRE_FALSE(set.has_value());
        CHECK(set.error().code == "steward.pin");
    }
    CHECK(door.knock("246813").judged == PinJudged::NoPin);
    CHECK(worker::set_steward_pin(door.home, base::as_bytes("246813"), door.random).has_value());
    CHECK(door.knock("246813").judged == PinJudged::Right);
    CHECK(door.knock("246814").judged == PinJudged::Wrong);
}

TEST_CASE("each wrong PIN doubles the wait, up to a quarter of an hour and never for good") {
    CHECK(worker::wait_after_ms(0) == 0);
    CHECK(worker::wait_after_ms(1) == 1'000);
    CHECK(worker::wait_after_ms(2) == 2'000);
    CHECK(worker::wait_after_ms(3) == 4'000);
    CHECK(worker::wait_after_ms(10) == 512'000);
    CHECK(worker::wait_after_ms(11) == worker::kPinWaitMsMax);
    CHECK(worker::wait_after_ms(1'000'000) == worker::kPinWaitMsMax);

    Door door;
    REQUIRE(worker::set_steward_pin(door.home, base::as_bytes("246813"), door.random).has_value());
    for (std::uint32_t wrong = 1; wrong <= 3; ++wrong) {
        const auto answer = door.knock("999999");
        CHECK(answer.judged == PinJudged::Wrong);
        CHECK(answer.closed_until - door.now == worker::wait_after_ms(wrong));
        // Not even the right one is looked at before; nothing is held in memory, so a restart changes nothing.
        CHECK(door.knock("246813").judged == PinJudged::TooSoon);
        door.now = answer.closed_until;
    }
    CHECK(door.knock("246813").judged == PinJudged::Right);
    CHECK(door.knock("999999").closed_until - door.now == 1'000);  // the right one began anew
}

TEST_CASE("a clock that was set back shuts nobody out for longer than the longest wait") {
    Door door;
    REQUIRE(worker::set_steward_pin(door.home, base::as_bytes("246813"), door.random).has_value());
    CHECK(door.knock("999999").judged == PinJudged::Wrong);
    door.now = base::Instant{door.now.ms - 10LL * 365 * 86'400'000};
    const auto answer = door.knock("246813");
    CHECK(answer.judged == PinJudged::TooSoon);
    CHECK(answer.closed_until - door.now <= worker::kPinWaitMsMax);
}

TEST_CASE("a try that cannot be counted is not looked at") {
    Door door;
    REQUIRE(worker::set_steward_pin(door.home, base::as_bytes("246813"), door.random).has_value());
    const test::SmallDisk full(0);
    const auto answer = worker::try_steward_pin(door.home, base::as_bytes("246813"), door.now);
    REQUIRE_FALSE(answer.has_value());
    CHECK(answer.error().code == "file.write");
}

TEST_CASE("a file of tries that makes no sense counts as none") {
    Door door;
    REQUIRE(worker::set_steward_pin(door.home, base::as_bytes("246813"), door.random).has_value());
    for (const char* text : {"", "x", "3", "3 ", "3 x", "99999999999999999999 1", "-1 5", "3 99999999999999999999"}) {
        std::ofstream(door.folder / "steward.tries", std::ios::trunc) << text;
        CHECK(door.knock("246813").judged == PinJudged::Right);
    }
}
