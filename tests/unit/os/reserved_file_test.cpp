#include <doctest/doctest.h>

#include <filesystem>

#include "sync/os/made_folders.hpp"
#include "sync/os/reserved_file.hpp"
#include "tests/support/small_disk.hpp"
#include "tests/support/temp_folder.hpp"

using namespace courtyard;
namespace fs = std::filesystem;

namespace {

std::string content(const fs::path& path) {
    const auto bytes = os::read_file(path, 1 << 20);
    return bytes ? std::string(base::as_text(*bytes)) : std::string("(none)");
}

}  // namespace

TEST_CASE("a reserved file comes into its place whole, and nothing stays of one that never does") {
    const test::TempFolder folder;
    {
        auto file = os::ReservedFile::make(folder / "slip", 10'000, os::Privacy::OwnerOnly);
        REQUIRE_MESSAGE(file.has_value(), file.error().message);
        CHECK_FALSE(fs::exists(folder / "slip"));
        CHECK(fs::file_size(folder / "slip.new") == 10'000);
        REQUIRE(file->fill(base::as_bytes("short")).has_value());
        REQUIRE(file->put().has_value());
    }
    CHECK(content(folder / "slip") == "short");
    {
        auto file = os::ReservedFile::make(folder / "other", 10, os::Privacy::OwnerOnly);
        REQUIRE(file->fill(base::as_bytes("longer than what was reserved")).has_value());
        os::ReservedFile moved = std::move(*file);
        REQUIRE(moved.put().has_value());
        CHECK(content(folder / "other") == "longer than what was reserved");
        moved.take_back();
    }
    { const auto file = os::ReservedFile::make(folder / "third", 10, os::Privacy::OwnerOnly); }
    CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("a reserved file never goes over anything, and two cannot hold one place") {
    const test::TempFolder folder;
    REQUIRE(os::write_file(folder / "slip", std::string_view("somebody's"), os::Privacy::OwnerOnly).has_value());
    CHECK(os::ReservedFile::make(folder / "slip", 10, os::Privacy::OwnerOnly).error().code == "file.exists");

    auto first = os::ReservedFile::make(folder / "new", 10, os::Privacy::OwnerOnly);
    REQUIRE(first.has_value());
    CHECK(os::ReservedFile::make(folder / "new", 10, os::Privacy::OwnerOnly).error().code == "file.exists");
    REQUIRE(first->fill(base::as_bytes("mine")).has_value());
    REQUIRE(os::write_file(folder / "new.txt", std::string_view("theirs"), os::Privacy::OwnerOnly).has_value());
    fs::rename(folder / "new.txt", folder / "new");  // came there meanwhile
    CHECK(first->put().error().code == "file.exists");
    CHECK(content(folder / "new") == "theirs");

    fs::create_symlink("/nonexistent", folder / "link");
    CHECK(os::ReservedFile::make(folder / "link", 10, os::Privacy::OwnerOnly).error().code == "file.exists");
}

TEST_CASE("a disk without room is found out while reserving, and nothing stays there") {
    const test::TempFolder folder;
    {
        const test::SmallDisk disk(4'096);
        CHECK(os::ReservedFile::make(folder / "slip", 10'000, os::Privacy::OwnerOnly).error().code == "file.write");
        CHECK(os::ReservedFile::make(folder / "slip", 1'000, os::Privacy::OwnerOnly).has_value());
    }
    CHECK(fs::is_empty(folder.path()));
}

TEST_CASE("folders that were made for nothing are taken away, and no others") {
    const test::TempFolder folder;
    fs::create_directory(folder / "old");
    { const auto made = os::MadeFolders::make(folder.path() / "old" / "a" / "b/"); }
    CHECK(fs::is_empty(folder.path() / "old"));
    {
        const auto made = os::MadeFolders::make(folder.path() / "old" / "a" / "b");
        REQUIRE(
            os::write_file(folder.path() / "old/a/file", std::string_view("x"), os::Privacy::OwnerOnly).has_value());
    }
    CHECK_FALSE(fs::exists(folder.path() / "old/a/b"));
    CHECK(fs::exists(folder.path() / "old/a/file"));
    {
        auto made = os::MadeFolders::make(folder / "kept");
        made->keep();
    }
    CHECK(fs::is_directory(folder / "kept"));
    CHECK(os::MadeFolders::make(folder.path() / "old/a/file/below").error().code == "file.folder");
}
