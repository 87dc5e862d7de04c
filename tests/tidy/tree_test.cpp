// The rules over the real tree. Every finding is printed as file:line: what.
#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

#include "tests/tidy/rules.hpp"

using namespace courtyard::tidy;
namespace fs = std::filesystem;

namespace {

std::string read_text(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<SourceFile> read_tree() {
    std::vector<SourceFile> files;
    for (const char* top : {"app", "sync", "tests"}) {
        for (const auto& entry : fs::recursive_directory_iterator(top)) {
            const std::string extension = entry.path().extension().string();
            if (!entry.is_regular_file() || (extension != ".cpp" && extension != ".hpp")) continue;
            files.push_back({entry.path().generic_string(), read_source(read_text(entry.path()))});
        }
    }
    return files;
}

const std::vector<SourceFile>& tree() {
    static const std::vector<SourceFile> files = read_tree();
    return files;
}

const RoomTable& table() {
    static const RoomTable rooms = read_rooms(read_text("CMakeLists.txt"));
    return rooms;
}

void report(const Findings& findings) {
    for (const Finding& finding : findings) {
        const std::string text = to_string(finding);
        FAIL_CHECK(text);
    }
}

// Empty where this tree is not a git checkout (a released archive).
std::vector<std::string> tracked_files() {
    const auto close = [](std::FILE* pipe) { pclose(pipe); };
    const std::unique_ptr<std::FILE, decltype(close)> pipe(popen("git ls-files -z 2>/dev/null", "r"), close);
    std::string all;
    std::array<char, 4096> block{};
    for (std::size_t n = 0; pipe && (n = std::fread(block.data(), 1, block.size(), pipe.get())) > 0;) {
        all.append(block.data(), n);
    }
    std::vector<std::string> paths;
    for (std::size_t at = 0, end = 0; (end = all.find('\0', at)) != std::string::npos; at = end + 1) {
        paths.push_back(all.substr(at, end - at));
    }
    return paths;
}

}  // namespace

TEST_CASE("the tree is where this test looks for it") {
    REQUIRE(fs::exists("CMakeLists.txt"));
    CHECK(table().rooms.size() >= 10);
    CHECK(tree().size() > 20);
}

TEST_CASE("the table of rooms is sound") { report(table().findings); }

TEST_CASE("every room keeps to the table of rooms") {
    for (const SourceFile& file : tree())
        report(check_room_includes(table(), file));
}

TEST_CASE("every third party stays where the table puts it") {
    for (const SourceFile& file : tree())
        report(check_third_parties(table(), file));
}

TEST_CASE("pure rooms are pure") {
    for (const SourceFile& file : tree())
        report(check_purity(table(), file));
}

TEST_CASE("no words for people in code") {
    for (const SourceFile& file : tree())
        report(check_wording(file));
}

TEST_CASE("every promise names its issue") {
    for (const SourceFile& file : tree())
        report(check_promises(file));
}

TEST_CASE("no file is too long") {
    for (const SourceFile& file : tree())
        report(check_length(file));
}

TEST_CASE("the top level holds what was agreed") {
    const std::vector<std::string> tracked = tracked_files();
    if (tracked.empty()) {
        MESSAGE("not a git checkout: nothing to compare");
        return;
    }
    report(check_top_level(tracked));
}
