// About a kiosk itself, from a command line: the steward's PIN, and mail that travels by stick alone.
#include <doctest/doctest.h>

#include "tests/e2e/county.hpp"

using namespace courtyard;
namespace fs = std::filesystem;

TEST_CASE("an application that never saw a network reaches the hub by stick, and its acknowledgement comes home") {
    test::County county;
    county.enrol_kiosk("kiosk");
    county.enrol_staff("laptop", "Courier", "registrar");
    county.start_hub();
    static_cast<void>(county.file("kiosk", county.application(), "slip"));
    fs::create_directory(county.path("stick"));
    const auto at_kiosk = [&] { return county.kiosk("kiosk", {"carry", "--stick", county.path("stick")}); };
    const auto at_laptop = [&] { return county.staff("laptop", {"carry", "--stick", county.path("stick")}); };
    const auto outbox = [&] { return county.kiosk("kiosk", {"status"}).at("outbox"); };
    CHECK(at_kiosk().at("written") > 0);
    CHECK(outbox().at("durable") == 0);
    // Nothing on the stick can be read by whoever finds it.
    for (const auto& entry : fs::directory_iterator(county.path("stick/courtyard"))) {
        const std::string bytes = county.read("stick/courtyard/" + entry.path().filename().string());
        CHECK(bytes.find("13800000001") == std::string::npos);
    }
    for (int round = 0; round < 4 && outbox().at("durable") == 0; ++round) {
        at_laptop();
        at_kiosk();
    }
    CHECK(outbox().at("durable") == 1);
    CHECK(outbox().at("queued") == 0);
}

TEST_CASE("a stick that is not there is said, also to the kiosk that waits, and nothing is lost") {
    test::County county;
    county.enrol_kiosk("kiosk");
    static_cast<void>(county.file("kiosk", county.application(), "slip"));
    const test::Ran ran = county.ctl(
        {"carry", "--home", county.path("kiosk"), "--stick", county.path("nowhere"), "--told", county.path("told")});
    CHECK(ran.code == 1);
    CHECK(county.read("told") == "carrier.folder\n");
    CHECK(county.kiosk("kiosk", {"status"}).at("outbox").at("queued") == 1);
}

TEST_CASE("a steward's PIN is set for a kiosk alone, and a weak one is refused in one sentence") {
    test::County county;
    county.enrol_kiosk("kiosk");
    county.enrol_staff("laptop", "Judge", "judge");
    const auto set = [&](const std::string& home, const std::string& pin) {
        county.write("pin", pin + "\n");
        return county.ctl({"steward-pin", "--home", county.path(home), "--passphrase-file", county.path("pin")});
    };
    CHECK(set("kiosk", "246813").code == 0);
    CHECK(fs::exists(county.path("kiosk/steward.pin")));
    CHECK(county.read("kiosk/steward.pin").find("246813") == std::string::npos);
    CHECK(set("laptop", "246813").code == 2);
    for (const char* bad : {"1234", "123456", "777777", "abcdef", "1234567890123"}) {
        const test::Ran ran = set("kiosk", bad);
        CHECK(ran.code == 1);
        CHECK(std::count(ran.err.begin(), ran.err.end(), '\n') == 1);
        CHECK(ran.err.find(bad) == std::string::npos);
    }
}
