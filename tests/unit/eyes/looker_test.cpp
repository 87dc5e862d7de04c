// Acts in, news out, through a fake camera and a stick of this test's own.
#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>

#include "app/camera/decode.hpp"
#include "app/camera/encode.hpp"
#include "app/camera/fake_camera.hpp"
#include "app/eyes/looker.hpp"
#include "app/paper/slip.hpp"
#include "sync/os/files.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/unit/camera/scene.hpp"

using namespace courtyard;
using eyes::Kind;
using eyes::Message;
namespace fs = std::filesystem;

namespace {

camera::Picture grey(int level) {
    camera::Picture picture(640, 480);
    std::fill(picture.rgb.begin(), picture.rgb.end(), static_cast<std::uint8_t>(level));
    return picture;
}

// A slip as the kiosk draws it, before a camera.
camera::Picture slip_with(const std::string& receipt, const std::vector<std::string>& parts) {
    paper::Slip slip;
    slip.title = "TEST";
    slip.number = "7K3M-9QXT-2HDA6";
    slip.receipt_symbol = receipt;
    slip.part_symbols = parts;
    slip.part_caption = "{n}/{of}";
    const auto raster = paper::draw_slip(slip, paper::Width::Mm80).value();
    camera::Picture picture(raster.width, raster.height);
    for (std::size_t i = 0; i < raster.grey.size(); ++i)
        picture.rgb[3 * i] = picture.rgb[3 * i + 1] = picture.rgb[3 * i + 2] = raster.grey[i];
    return picture;
}

struct Desk {
    std::vector<Message> news;
    std::deque<camera::Picture> before;  // what the next opened camera sees
    std::string none;                    // or why it cannot be opened
    int opened = 0;
    test::TempFolder folder;
    eyes::Looker looker{
        [this]() -> base::Result<std::unique_ptr<camera::Camera>> {
            if (!none.empty()) return base::fail(none, "told so");
            ++opened;
            return std::unique_ptr<camera::Camera>(std::make_unique<camera::FakeCamera>(std::move(before)));
        },
        folder.path() / "stick", [this](Message message) { news.push_back(std::move(message)); }};

    Message ask(Kind kind, std::uint64_t ticket, std::uint32_t index = 0) {
        Message act;
        act.kind = kind;
        act.ticket = ticket;
        act.index = index;
        news.clear();
        looker.take(std::move(act));
        return news.empty() ? Message{} : news.back();
    }
    Message look() {
        news.clear();
        looker.look();
        return news.empty() ? Message{} : news.back();
    }
    void put(const std::string& name, base::ByteView bytes, int age_s) {
        const fs::path path = folder.path() / "stick" / name;
        fs::create_directories(path.parent_path());
        REQUIRE(os::write_file(path, bytes, os::Privacy::OwnerOnly).has_value());
        fs::last_write_time(path, fs::file_time_type::clock::now() - std::chrono::seconds(age_s));
    }
};

}  // namespace

TEST_CASE("frames come until the photo, which closes the camera") {
    Desk desk;
    for (int i = 0; i < 2; ++i)
        desk.before.push_back(grey(100));
    desk.before.push_back(camera::scene::make(2).photo.copy());
    CHECK_FALSE(desk.looker.is_looking());
    CHECK(desk.ask(Kind::LookForPaper, 5).kind == Kind::StopLooking);  // no news yet
    CHECK(desk.looker.is_looking());
    for (int i = 0; i < 2; ++i) {
        const Message frame = desk.look();
        CHECK(frame.kind == Kind::Frame);
        CHECK(frame.ticket == 5);
        CHECK(frame.images.at(0).rgba.at(3) == 255);
    }
    const Message photo = desk.ask(Kind::TakePhoto, 5);
    REQUIRE(photo.kind == Kind::Photo);
    CHECK(photo.flag);
    CHECK(camera::decode(photo.file).has_value());
    CHECK_FALSE(desk.looker.is_looking());
    CHECK(desk.ask(Kind::TakePhoto, 5).text == "camera.gone");

    Message turn;
    turn.kind = Kind::TurnPhoto;
    turn.ticket = 6;
    turn.file = photo.file;
    desk.news.clear();
    desk.looker.take(turn);
    REQUIRE(desk.news.size() == 1);
    CHECK(desk.news[0].kind == Kind::Photo);
    CHECK(desk.news[0].images.at(0).width == photo.images.at(0).height);
    turn.file = {1, 2, 3};
    desk.looker.take(turn);
    CHECK(desk.news.back().kind == Kind::PhotoFailed);
}

TEST_CASE("no camera, and one that is unplugged, are said by name") {
    Desk desk;
    desk.none = "camera.busy";
    CHECK(desk.ask(Kind::LookForPaper, 1).text == "camera.busy");
    desk.none.clear();
    desk.before.push_back(grey(10));
    desk.ask(Kind::LookForPaper, 2);
    CHECK(desk.look().kind == Kind::Frame);
    const Message gone = desk.look();
    CHECK(gone.kind == Kind::CameraFailed);
    CHECK(gone.text == "camera.gone");
    CHECK_FALSE(desk.looker.is_looking());
}

TEST_CASE("a slip before the camera is read, each code once, and a picture without any says nothing") {
    const std::string code = "CYR17K3M9QXT2HDA6XW0VK4RP8YC37GTN5EH";
    Desk desk;
    desk.before.push_back(grey(200));
    for (int i = 0; i < 2; ++i)
        desk.before.push_back(slip_with(code, {"CYA1" + std::string(200, 'A'), "CYA1" + std::string(200, 'B')}));
    desk.ask(Kind::LookForCodes, 3);
    desk.look();
    CHECK(desk.news.size() == 1);  // the frame alone
    desk.look();
    std::set<std::string> codes;
    for (const Message& news : desk.news)
        if (news.kind == Kind::Code) codes.insert(news.text);
    CHECK(codes.count(code) == 1);
    CHECK(codes.size() == 3);
    desk.look();
    CHECK(desk.news.size() == 1);
}

TEST_CASE("a stick's pictures are listed small and taken by their place") {
    Desk desk;
    CHECK(desk.ask(Kind::ListStick, 1).text == "stick.none");
    desk.put("text.txt", base::as_bytes("x"), 1);
    CHECK(desk.ask(Kind::ListStick, 1).text == "stick.none");
    const base::Bytes jpeg = camera::encode_jpeg(camera::scene::make(3).photo, 80).value();
    desk.put("sound.jpg", jpeg, 10);
    desk.put("broken.jpg", base::ByteView(jpeg).first(300), 5);
    desk.put("no_picture.png", base::as_bytes("hello"), 20);
    const Message list = desk.ask(Kind::ListStick, 2);
    REQUIRE(list.kind == Kind::StickListed);
    REQUIRE(list.images.size() == 3);
    CHECK(list.images[0].width == 0);  // broken.jpg, the newest
    CHECK(list.images[1].width > 0);
    CHECK(list.images[1].width <= 320);
    CHECK(list.images[2].width == 0);
    CHECK(desk.ask(Kind::TakeFromStick, 3, 1).kind == Kind::Photo);
    CHECK(desk.ask(Kind::TakeFromStick, 4, 0).text == "picture.damaged");
    CHECK(desk.ask(Kind::TakeFromStick, 5, 9).text == "stick.gone");
    fs::remove_all(desk.folder.path() / "stick");
    CHECK(desk.ask(Kind::TakeFromStick, 6, 1).text == "stick.gone");
}
