// The real programs under what their units forbid: they start, draw, carry mail. A sandbox that nobody tried is a
// guess.
#include <doctest/doctest.h>

#include "tests/e2e/county.hpp"
#include "tests/e2e/escape.hpp"

using namespace courtyard;
namespace fs = std::filesystem;

namespace {

std::string unit(const char* name) { return std::string("kiosk_config/root/etc/systemd/system/") + name; }
std::string program(const char* name) { return (test::program_folder() / name).string(); }

test::Ran sandboxed(const std::string& unit_file, std::vector<std::string> words) {
    words.insert(words.begin(), {program("sandboxed"), unit_file});
    return test::run(words);
}

}  // namespace

TEST_CASE("the kiosk draws and answers under its unit's sandbox") {
    test::County county;
    county.enrol_kiosk("kiosk");
    test::Hand hand(1080, 1920);
    const test::Served kiosk(
        {"/usr/bin/env", "DISPLAY=" + hand.display(), program("sandboxed"), unit("courtyard-kiosk.service"),
         program("courtyard-kiosk"), "--home", county.path("kiosk"), "--renderer", "cpu", "--mail-elsewhere"},
        fs::path(county.path("kiosk.log")));
    REQUIRE_MESSAGE(hand.wait_for_screen(), county.read("kiosk.log"));
    const std::uint64_t attract = hand.settled();
    hand.tap(540, 960);
    CHECK(hand.settled_after(attract) != attract);
}

TEST_CASE("the mail reaches the hub, and a stick is met, under their units' sandboxes") {
    test::County county;
    county.enrol_kiosk("kiosk");
    county.start_hub();
    static_cast<void>(county.file("kiosk", county.application(), "slip"));
    const test::Ran mail = sandboxed(unit("courtyard-mail.service"),
                                     {program("courtyardctl"), "sync", "--once", "--home", county.path("kiosk")});
    CHECK_MESSAGE(mail.code == 0, (mail.out + mail.err));
    fs::create_directory(county.path("stick"));
    const test::Ran carry =
        sandboxed(unit("courtyard-carry@.service"), {program("courtyardctl"), "carry", "--home", county.path("kiosk"),
                                                     "--stick", county.path("stick"), "--told", county.path("told")});
    CHECK_MESSAGE(carry.code == 0, (carry.out + carry.err));
    CHECK(county.read("told") == "done\n");
}

TEST_CASE("the same sandbox stops what it is there to stop") {
    const auto python = [](const char* unit_name, const char* code) {
        return sandboxed(unit(unit_name), {"/usr/bin/python3", "-c", code}).code;
    };
    const char* write_and_run = "import mmap; mmap.mmap(-1, 4096, prot=7)";
    const char* internet = "import socket; socket.socket(socket.AF_INET)";
    const char* mount =
        "import ctypes, sys; c = ctypes.CDLL(None, use_errno=True); c.umount(b'/nowhere'); sys.exit(ctypes.get_errno() "
        "== 1)";
    CHECK(python("courtyard-kiosk.service", "pass") == 0);
    CHECK(python("courtyard-kiosk.service", write_and_run) != 0);
    CHECK(python("courtyard-mail.service", write_and_run) != 0);
    CHECK(python("courtyard-display.service", write_and_run) == 0);  // X may
    CHECK(python("courtyard-kiosk.service", internet) != 0);
    CHECK(python("courtyard-carry@.service", internet) != 0);
    CHECK(python("courtyard-mail.service", internet) == 0);
    CHECK(python("courtyard-mail.service", mount) != 0);
}
