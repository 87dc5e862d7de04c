#include <doctest/doctest.h>

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <thread>

#include "sync/os/clock.hpp"
#include "sync/os/files.hpp"
#include "tests/support/temp_folder.hpp"

using namespace courtyard;

namespace {

// New each time: one that is named after a process may still hold what an earlier process of that number left.
struct Folder {
    test::TempFolder own;
    std::filesystem::path path = own.path();
};

}  // namespace

TEST_CASE("a written file is read back whole, private when asked, and replaces the old one") {
    const Folder folder;
    const auto path = folder.path / "key";
    REQUIRE(os::write_file(path, std::string_view("first"), os::Privacy::OwnerOnly).has_value());
    REQUIRE(os::write_file(path, std::string_view("second"), os::Privacy::OwnerOnly).has_value());
    CHECK(base::as_text(*os::read_file(path, 100)) == "second");
    struct stat status {};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);
    CHECK_FALSE(std::filesystem::exists(folder.path / "key.new"));
}

TEST_CASE("a file that is missing, too large, a folder or cannot be written is refused by name") {
    const Folder folder;
    const auto path = folder.path / "big";
    REQUIRE(os::write_file(path, std::string_view("0123456789"), os::Privacy::Public).has_value());
    CHECK(os::read_file(path, 9).error().code == "file.size");
    CHECK(os::read_file(path, 10).has_value());
    CHECK(os::read_file(folder.path / "none", 10).error().code == "file.missing");
    CHECK(os::read_file(folder.path, 10).error().code == "file.read");
    CHECK(os::write_file(folder.path / "no" / "such", std::string_view("x"), os::Privacy::Public).error().code ==
          "file.write");
    CHECK(os::make_folder(path / "below a file").error().code == "file.folder");
    CHECK(os::make_folder(folder.path / "a" / "b").has_value());
}

TEST_CASE("a file that cannot be moved into its place leaves nothing beside it") {
    const Folder folder;
    REQUIRE(os::make_folder(folder.path / "slip.png").has_value());
    CHECK(os::write_file(folder.path / "slip.png", std::string_view("x"), os::Privacy::Public).error().code ==
          "file.write");
    CHECK_FALSE(std::filesystem::exists(folder.path / "slip.png.new"));
}

TEST_CASE("several files appear together or not at all") {
    const Folder folder;
    const auto content = [&](const char* name) {
        const auto bytes = os::read_file(folder.path / name, 100);
        return bytes ? std::string(base::as_text(*bytes)) : std::string("(none)");
    };
    const auto write = [&](std::string_view text, const char* last) {
        const base::ByteView bytes = base::as_bytes(text);
        return os::write_together(std::array{os::NewFile{folder.path / "out", bytes, os::Privacy::Public},
                                             os::NewFile{folder.path / "current", bytes, os::Privacy::Public},
                                             os::NewFile{folder.path / last, bytes, os::Privacy::Public}});
    };
    REQUIRE(write("first", "copy").has_value());
    for (const char* name : {"out", "current", "copy"})
        CHECK(content(name) == "first");

    std::filesystem::remove(folder.path / "out");
    REQUIRE(os::make_folder(folder.path / "a folder").has_value());
    for (const char* last : {"a folder", "nowhere/copy"}) {
        CAPTURE(last);
        CHECK(write("second", last).error().code == "file.write");
        CHECK(content("out") == "(none)");
        CHECK(content("current") == "first");
        CHECK(std::distance(std::filesystem::directory_iterator(folder.path), {}) == 3);
    }
    CHECK(write("third", "out").has_value());  // one place twice: the last stays
    CHECK(content("out") == "third");
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path), {}) == 4);
}

TEST_CASE("a pipe that a person names is read, a machine's own file may not be one") {
    const Folder folder;
    const auto pipe = folder.path / "pipe";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    const auto through_pipe = [&](std::string_view text, auto read) {
        std::thread writer([&] {
            const int end = ::open(pipe.c_str(), O_WRONLY);
            for (const char& c : text)  // in pieces
                if (::write(end, &c, 1) != 1) break;
            ::close(end);
        });
        auto got = read();
        writer.join();
        return got;
    };
    ::signal(SIGPIPE, SIG_IGN);
    const auto all = through_pipe("two\nlines\n", [&] { return os::read_input(pipe, 100); });
    REQUIRE_MESSAGE(all.has_value(), all.error().message);
    CHECK(base::as_text(*all) == "two\nlines\n");
    CHECK(through_pipe("0123456789", [&] { return os::read_input(pipe, 9); }).error().code == "file.size");
    const auto line = through_pipe("one\n", [&] { return os::read_first_line(pipe, 9); });
    CHECK(base::as_text(*line) == "one\n");

    const auto file = folder.path / "file";
    REQUIRE(os::write_file(file, std::string_view("one\ntwo and more\n"), os::Privacy::Public).has_value());
    CHECK(base::as_text(*os::read_first_line(file, 9)).starts_with("one\n"));  // the rest may be as long as it likes
    CHECK(os::read_first_line(file, 2).error().code == "file.size");
    CHECK(os::read_input(folder.path / "none", 9).error().code == "file.missing");
    CHECK(os::read_input(folder.path, 9).error().message.find("is a folder") != std::string::npos);

    const int keeps_open = ::open(pipe.c_str(), O_RDWR);
    CHECK(os::read_file(pipe, 100).error().code == "file.read");
    ::close(keeps_open);
}

TEST_CASE("the operating system's generator fills everything and does not repeat") {
    os::OsRandom random;
    base::Bytes first(5000);
    base::Bytes second(5000);
    random.fill(first);
    random.fill(second);
    CHECK(first != second);
    CHECK(first.back() + first[4998] + first[4997] + first[4996] != 0);
}

TEST_CASE("the monotonic clock does not go back") {
    const std::int64_t before = os::monotonic_us();
    CHECK(os::monotonic_us() >= before);
}
