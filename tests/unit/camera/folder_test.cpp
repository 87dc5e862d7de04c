#include <doctest/doctest.h>

#include <filesystem>

#include "app/camera/encode.hpp"
#include "app/camera/fake_camera.hpp"
#include "app/camera/folder_camera.hpp"
#include "app/camera/picture_files.hpp"
#include "sync/os/files.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/unit/camera/scene.hpp"

using namespace courtyard;
using namespace courtyard::camera;
namespace fs = std::filesystem;

namespace {

void put(const fs::path& path, base::ByteView bytes, int age_s = 0) {
    fs::create_directories(path.parent_path());
    REQUIRE(os::write_file(path, bytes, os::Privacy::OwnerOnly).has_value());
    fs::last_write_time(path, fs::file_time_type::clock::now() - std::chrono::seconds(age_s));
}

base::Bytes small_jpeg(std::uint8_t grey) {
    Picture picture(40, 30);
    std::fill(picture.rgb.begin(), picture.rgb.end(), grey);
    return *encode_jpeg(picture, 90);
}

}  // namespace

TEST_CASE("a folder's newest picture is what its camera sees, until the folder goes") {
    const test::TempFolder folder;
    const fs::path place = folder.path() / "scans";
    put(place / "old.jpg", small_jpeg(40), 100);
    put(place / "new.jpg", small_jpeg(200), 10);
    const auto camera = open_camera(place.string());
    REQUIRE(camera.has_value());
    CHECK((*camera)->frame(Detail::Full)->at(5, 5)[0] > 190);
    put(place / "newest.jpg", small_jpeg(40), 1);
    CHECK((*camera)->frame(Detail::Preview)->at(5, 5)[0] < 60);
    fs::remove_all(place);
    CHECK((*camera)->frame(Detail::Full).error().code == "camera.gone");
    CHECK(FolderCamera::open(place).error().code == "camera.none");
}

TEST_CASE("of a stick only pictures are listed: newest first, not too many, nothing hidden, no links") {
    const test::TempFolder folder;
    const fs::path stick = folder.path() / "stick";
    put(stick / "DCIM" / "100CANON" / "IMG_1.JPG", small_jpeg(1), 30);
    put(stick / "a.png", small_jpeg(1), 20);
    put(stick / "letter.docx", base::as_bytes("x"));
    put(stick / "run.sh", base::as_bytes("#!/bin/sh"));
    put(stick / ".hidden.jpg", small_jpeg(1));
    put(stick / ".trash" / "b.jpg", small_jpeg(1));
    put(stick / "a" / "b" / "c" / "deep.jpg", small_jpeg(1));
    put(folder.path() / "elsewhere" / "secret.jpg", small_jpeg(1));
    fs::create_symlink(folder.path() / "elsewhere" / "secret.jpg", stick / "link.jpg");
    fs::create_directory_symlink(folder.path() / "elsewhere", stick / "linked");
    const auto files = pictures_in(stick);
    REQUIRE(files.has_value());
    REQUIRE(files->size() == 2);
    CHECK(files->at(0).path.filename() == "a.png");
    CHECK(files->at(1).path.filename() == "IMG_1.JPG");
    for (std::size_t i = 0; i < kPictureFilesMax + 5; ++i)
        put(stick / ("many" + std::to_string(i) + ".jpg"), base::as_bytes("x"));
    CHECK(pictures_in(stick)->size() == kPictureFilesMax);
    CHECK(pictures_in(folder.path() / "nothing").error().code == "stick.gone");
}

TEST_CASE("the folder of mounts itself counts as a stick when it holds pictures") {
    const test::TempFolder folder;
    CHECK(sticks_in(folder.path()).empty());
    CHECK(sticks_in(folder.path() / "nothing").empty());
    put(folder.path() / "photos" / "a.jpg", small_jpeg(1));
    REQUIRE(sticks_in(folder.path()).size() == 1);
    CHECK(sticks_in(folder.path()).front() == folder.path());
}

TEST_CASE("the fake camera fails when and as it was told") {
    std::deque<Picture> pictures;
    pictures.push_back(Picture(1280, 960));
    FakeCamera camera(std::move(pictures), "camera.gone");
    CHECK(camera.frame(Detail::Preview)->width == kPreviewSide);
    CHECK(camera.frame(Detail::Full).error().code == "camera.gone");
}
