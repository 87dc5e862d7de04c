// Controls: each rule finds the bad line that is planted for it, and leaves its good neighbour alone.
#include "tests/tidy/rules.hpp"

#include <doctest/doctest.h>

using namespace courtyard::tidy;

namespace {

const RoomTable& table() {
    static const RoomTable rooms = read_rooms(
        "courtyard_room(sync/base LEVEL 0 USES LINKS fmt::fmt)\n"
        "courtyard_room(sync/seal LEVEL 1 USES base LINKS OpenSSL::Crypto)\n"
        "courtyard_room(app/domain LEVEL 1 USES base LINKS)\n"
        "courtyard_room(app/platform LEVEL 1 USES base LINKS imgui glfw)\n"
        "courtyard_room(sync/mail LEVEL 2 USES base seal LINKS)\n"
        "courtyard_room(sync/hub LEVEL 3 USES base mail LINKS SQLite::SQLite3 OpenSSL::SSL Boost::headers)\n"
        "courtyard_room(app/screens LEVEL 4 USES base domain LINKS imgui)\n");
    return rooms;
}

SourceFile file(std::string path, std::string_view text) { return {std::move(path), read_source(text)}; }

// "3: what" for each finding, so that a case reads as one line.
std::string lines_of(const Findings& findings) {
    std::string lines;
    for (const Finding& finding : findings)
        lines += std::to_string(finding.line) + ' ';
    return lines;
}

}  // namespace

TEST_CASE("the table of rooms is read") {
    REQUIRE(table().findings.empty());
    REQUIRE(table().rooms.size() == 7);
    CHECK(table().rooms[5].path == "sync/hub");
    CHECK(table().rooms[5].uses == std::vector<std::string>{"base", "mail"});
    CHECK(table().rooms[5].links.size() == 3);
    CHECK(find_room(table(), "sync/hub/store.cpp") == &table().rooms[5]);
    CHECK(find_room(table(), "sync/hubcap/store.cpp") == nullptr);
}

TEST_CASE("the table of rooms must be sound") {
    const auto findings = [](std::string_view text) { return read_rooms(text).findings; };
    const std::string base = "courtyard_room(sync/base LEVEL 1 USES LINKS)\n";
    CHECK(findings(base).empty());
    CHECK(findings("function(courtyard_room path)\n").empty());
    CHECK(lines_of(findings(base + "courtyard_room(app/flow LEVEL 1 USES base LINKS)")) == "2 ");    // same level
    CHECK(lines_of(findings(base + "courtyard_room(app/flow LEVEL 0 USES base LINKS)")) == "2 ");    // higher level
    CHECK(lines_of(findings(base + "courtyard_room(app/flow LEVEL 2 USES bass LINKS)")) == "2 ");    // no such room
    CHECK(lines_of(findings(base + "courtyard_room(app/base LEVEL 2 USES LINKS)")) == "2 ");         // name twice
    CHECK(lines_of(findings(base + "courtyard_room(app/flow LEVEL two USES base LINKS)")) == "2 ");  // no number
    CHECK(lines_of(findings(base + "courtyard_room(app/flow LEVEL 2 USES base)")) == "2 ");          // no LINKS
    CHECK(lines_of(findings(base + "courtyard_room(tools/flow LEVEL 2 USES base LINKS)")) == "2 ");  // elsewhere
    CHECK(lines_of(findings("courtyard_room(app/a LEVEL 1 USES LINKS)\ncourtyard_room(sync/b LEVEL 2 USES a LINKS)")) ==
          "2 ");  // sync using app
    CHECK(to_string(findings("courtyard_room(app/a")[0]).starts_with("CMakeLists.txt:1: "));
}

TEST_CASE("a room includes itself and the rooms it uses, no others") {
    const auto found = [](std::string path, std::string_view text) {
        return lines_of(check_room_includes(table(), file(std::move(path), text)));
    };
    CHECK(found("sync/mail/a.cpp", "#include \"sync/mail/a.hpp\"\n#include \"sync/seal/b.hpp\"\n#include <vector>") ==
          "");
    CHECK(found("sync/hub/a.cpp", "\n#include \"sync/seal/b.hpp\"") == "2 ");      // what mail uses is not implied
    CHECK(found("sync/hub/a.cpp", "\n#include <sync/seal/b.hpp>") == "2 ");        // other brackets
    CHECK(found("sync/hub/a.cpp", "\n  #  include \"sync/seal/b.hpp\"") == "2 ");  // other spacing
    CHECK(found("sync/hub/a.cpp", "// #include \"sync/seal/b.hpp\"") == "");       // a comment
    CHECK(found("sync/seal/a.hpp", "#include \"sync/mail/b.hpp\"") == "1 ");       // upwards
    CHECK(found("sync/hub/main.cpp", "#include \"app/domain/b.hpp\"") == "1 ");    // sync including app, even a main
    CHECK(found("sync/hub/main.cpp", "#include \"sync/seal/b.hpp\"") == "");       // a main knows all
    CHECK(found("app/kiosk_main.cpp", "#include \"sync/seal/b.hpp\"") == "");
    CHECK(found("app/screens/home.cpp", "#include \"home.hpp\"") == "1 ");  // not from the top
    CHECK(found("app/screens/home.cpp", "#include \"imgui.h\"") == "");
    CHECK(found("app/screens/home.cpp", "#include \"app/garden/a.hpp\"") == "1 ");  // no such room
    CHECK(found("app/garden/a.cpp", "int a;") == "0 ");                             // in no room
    CHECK(found("tests/unit/hub/a.cpp", "#include \"sync/seal/b.hpp\"") == "");     // tests look everywhere
}

TEST_CASE("third parties stay behind their doors and are linked by the table") {
    const auto found = [](std::string path, std::string_view text) {
        return lines_of(check_third_parties(table(), file(std::move(path), text)));
    };
    CHECK(found("app/screens/a.cpp", "#include <imgui.h>\n#include <imgui_internal.h>") == "");
    CHECK(found("app/domain/a.cpp", "#include <imgui.h>") == "1 ");
    CHECK(found("app/domain/a.cpp", "#include \"imgui.h\"") == "1 ");
    CHECK(found("app/kiosk_main.cpp", "#include <imgui.h>") == "");
    CHECK(found("app/platform/a.cpp", "#include <backends/imgui_impl_glfw.h>\n#include <GLFW/glfw3.h>") == "");
    CHECK(found("app/screens/a.cpp", "#include <backends/imgui_impl_glfw.h>\n#include <GLFW/glfw3.h>") == "2 ");
    CHECK(found("app/screens/a.cpp", "#include <GL/gl.h>") == "1 ");
    CHECK(found("app/platform/a.cpp", "#include <X11/Xlib.h>") == "1 ");  // its door, but not linked
    CHECK(found("sync/hub/a.cpp", "#include <sqlite3.h>\n#include <openssl/ssl.h>\n#include <boost/asio.hpp>") == "");
    CHECK(found("sync/mail/a.cpp", "#include <sqlite3.h>\n#include <openssl/ssl.h>\n#include <boost/asio.hpp>") ==
          "1 2 3 ");
    CHECK(found("sync/hub/a.cpp", "#include <curl/curl.h>") == "1 ");
    CHECK(found("sync/seal/a.cpp", "#include <openssl/evp.h>\n#include <nlohmann/json.hpp>") == "2 ");  // not linked
    CHECK(found("sync/base/a.cpp", "#include <fmt/format.h>\n#include <tl/expected.hpp>") == "");
    CHECK(found("sync/base/a.cpp", "#include <doctest/doctest.h>") == "1 ");
}

TEST_CASE("clocks, chance, threads and files do not reach pure rooms") {
    const auto found = [](std::string path, std::string_view text) {
        return lines_of(check_purity(table(), file(std::move(path), text)));
    };
    CHECK(found("app/domain/a.cpp", "auto t = std::chrono::system_clock::now();") == "1 ");
    CHECK(found("app/screens/a.cpp", "\nauto t = std::chrono::steady_clock::now();") == "2 ");
    CHECK(found("sync/hub/store.cpp", "std::random_device d;") == "1 ");
    CHECK(found("sync/seal/a.cpp", "getrandom(p, n, 0);") == "1 ");
    CHECK(found("sync/seal/a.cpp", "// getrandom is for sync/os\nfail(\"getrandom\");") == "");
    CHECK(found("sync/os/clock.cpp", "auto t = system_clock::now();") == "");
    CHECK(found("sync/hub/listener.cpp", "auto t = steady_clock::now();") == "");
    CHECK(found("app/kiosk_main.cpp", "auto t = steady_clock::now();") == "");
    CHECK(found("app/domain/a.cpp", "#include <thread>") == "1 ");
    CHECK(found("sync/mail/a.cpp", "#include <mutex>") == "1 ");
    CHECK(found("sync/base/a.cpp", "#include <mutex>") == "1 ");
    CHECK(found("sync/base/bounded_queue.hpp", "#include <mutex>") == "");
    CHECK(found("sync/hub/a.cpp", "#include <thread>") == "");
    CHECK(found("app/domain/a.cpp", "#include <fstream>") == "1 ");
    CHECK(found("app/screens/a.cpp", "#include <filesystem>") == "1 ");
}

TEST_CASE("words for people are not in code") {
    CHECK(lines_of(check_wording(file("app/screens/a.cpp", "a\nlabel(\"\xE7\x94\xB3\xE8\xAF\xB7\");"))) == "2 ");
    CHECK(lines_of(check_wording(file("sync/hub/a.hpp", "// \xE7\x94\xB3"))) == "1 ");
    CHECK(lines_of(check_wording(file("app/screens/a.cpp", "label(\"\\u7533\");"))) == "");
    CHECK(lines_of(check_wording(file("tests/unit/flow/a.cpp", "\xE7\x94\xB3"))) == "");
}

TEST_CASE("a promise names its issue") {
    const std::string todo = std::string("TO") + "DO";
    CHECK(lines_of(check_promises(file("app/a.cpp", "a\n// " + todo + ": later"))) == "2 ");
    CHECK(lines_of(check_promises(file("app/a.cpp", "// " + todo + "(#12): later"))) == "");
    CHECK(lines_of(check_promises(file("app/a.cpp", "int " + todo + "S;"))) == "");
    CHECK(lines_of(check_promises(file("tests/a.cpp",
                                       "// FIX"
                                       "ME"))) == "1 ");
}

TEST_CASE("no file grows past what one reads in one sitting") {
    std::string text;
    for (int i = 0; i < 600; ++i)
        text += "a;\n";
    CHECK(check_length(file("app/a.cpp", text)).empty());
    CHECK(lines_of(check_length(file("app/a.cpp", text + "b;\n"))) == "601 ");
}

TEST_CASE("the top level is fixed") {
    std::vector<std::string> tracked{
        "CMakeLists.txt", "CMakePresets.json", "README.md",      "LICENSE",     "CHANGELOG.md", "run",    "app/a.cpp",
        "sync/a.cpp",     "assets/a",          "kiosk_config/a", "tests/a.cpp", ".gitignore",   ".ci/run"};
    CHECK(check_top_level(tracked).empty());
    tracked.push_back("tools/a.cpp");
    REQUIRE(check_top_level(tracked).size() == 1);
    CHECK(to_string(check_top_level(tracked)[0]) == "tools:0: the top level is fixed: this belongs into a room");
    tracked.erase(tracked.begin() + 2);
    CHECK(check_top_level(tracked).size() == 2);
}
