#include <doctest/doctest.h>

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "sync/os/clock.hpp"
#include "sync/os/files.hpp"

using namespace courtyard;

namespace {

struct Folder {
    std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("courtyard-os-" + std::to_string(::getpid()));
    Folder() { std::filesystem::create_directories(path); }
    ~Folder() { std::filesystem::remove_all(path); }
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
