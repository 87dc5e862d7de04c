// What a program is linked with: the one that shows a person's answers holds no network library and no decoder, so it
// starts without them and cannot open a connection by mistake.
#include <doctest/doctest.h>

#include "tests/support/process.hpp"

using namespace courtyard;

namespace {

std::string needed_by(const char* program) {
    const test::Ran ran =
        test::run({"/usr/bin/readelf", "--dynamic", "--wide", (test::program_folder() / program).string()});
    REQUIRE_MESSAGE(ran.code == 0, ran.err);
    std::string needed;
    for (std::size_t at = 0; at < ran.out.size();) {
        const std::size_t end = std::min(ran.out.find('\n', at), ran.out.size());
        const std::string line = ran.out.substr(at, end - at);
        if (line.find("(NEEDED)") != std::string::npos) needed += line + "\n";
        at = end + 1;
    }
    REQUIRE(needed.find("libc.so") != std::string::npos);
    return needed;
}

}  // namespace

TEST_CASE("the kiosk is not linked with a network library or a decoder; the command line is") {
    const std::string kiosk = needed_by("courtyard-kiosk-session");
    const std::string ctl = needed_by("courtyardctl");
    // Sound is the business of a process of its own, which starts when somebody listens.
    for (const char* library : {"libasound", "libopusfile"}) {
        CAPTURE(library);
        CHECK(kiosk.find(library) == std::string::npos);
        CHECK(needed_by("courtyard-voice").find(library) != std::string::npos);
    }
    for (const char* library : {"libcurl", "libssl", "libzbar", "libZXing", "libjpeg"}) {
        CAPTURE(library);
        CHECK(kiosk.find(library) == std::string::npos);
        CHECK(ctl.find(library) != std::string::npos);
    }
}

TEST_CASE("no program is linked with a libsqlite3 beside the encrypted store") {
    for (const char* program : {"courtyard-kiosk", "courtyard-kiosk-session", "courtyard-field", "courtyardctl"}) {
        CAPTURE(program);
        CHECK(needed_by(program).find("sqlite") == std::string::npos);
    }
}
