#include <doctest/doctest.h>

#include "app/camera/encode.hpp"
#include "app/camera/v4l2_camera.hpp"
#include "app/camera/yuyv.hpp"
#include "tests/unit/camera/played_device.hpp"

using namespace courtyard;
using namespace courtyard::camera;

namespace {

Picture plain(int width, int height, std::uint8_t red, std::uint8_t green, std::uint8_t blue) {
    Picture picture(width, height);
    for (std::size_t i = 0; i < picture.rgb.size(); i += 3) {
        picture.rgb[i] = red;
        picture.rgb[i + 1] = green;
        picture.rgb[i + 2] = blue;
    }
    return picture;
}

base::Bytes jpeg(int width, int height, std::uint8_t red) {
    return *encode_jpeg(plain(width, height, red, 40, 40), 80);
}

std::shared_ptr<PlayedDevice> sound_device() {
    auto device = std::make_shared<PlayedDevice>();
    device->frames = {jpeg(1280, 720, 200)};
    return device;
}

std::string code_of(std::shared_ptr<PlayedDevice> device) {
    const auto camera = V4l2Camera::open("/dev/video0", device);
    const std::string code = camera ? "" : camera.error().code;
    if (!camera) {
        CHECK_FALSE(device->is_open);  // nothing stays open after a failure
        CHECK(device->mapped == 0);
    }
    return code;
}

}  // namespace

TEST_CASE("the camera gives what it sees, and everything is given back when it closes") {
    const auto device = sound_device();
    {
        const auto camera = V4l2Camera::open("/dev/video0", device);
        REQUIRE(camera.has_value());
        CHECK(device->chosen.width == 1280);
        CHECK(device->chosen.pixelformat == V4L2_PIX_FMT_MJPEG);
        CHECK(device->streams);
        const auto full = (*camera)->frame(Detail::Full);
        REQUIRE(full.has_value());
        CHECK(full->width == 1280);
        CHECK(full->at(640, 360)[0] > 180);
        const auto preview = (*camera)->frame(Detail::Preview);
        REQUIRE(preview.has_value());
        CHECK(preview->width <= kPreviewSide);
        CHECK(preview->width >= kPreviewSide / 2);
    }
    CHECK_FALSE(device->streams);
    CHECK_FALSE(device->is_open);
    CHECK(device->mapped == 0);
}

TEST_CASE("a YUYV camera gives the same colours") {
    const auto device = std::make_shared<PlayedDevice>();
    device->sizes = {{V4L2_PIX_FMT_YUYV, 640, 480}, {V4L2_PIX_FMT_YUYV, 320, 240}};
    base::Bytes frame;
    for (int i = 0; i < 640 * 480 / 2; ++i)
        for (const int byte : {81, 90, 81, 240})  // BT.601 of pure red
            frame.push_back(static_cast<std::uint8_t>(byte));
    device->frames = {frame};
    const auto camera = V4l2Camera::open("/dev/video0", device);
    REQUIRE(camera.has_value());
    const auto full = (*camera)->frame(Detail::Full);
    REQUIRE(full.has_value());
    CHECK(full->width == 640);
    CHECK(full->at(100, 100)[0] > 250);
    CHECK(full->at(100, 100)[1] < 5);
    CHECK(full->at(101, 100)[2] < 5);
    CHECK(decode_yuyv(base::ByteView(frame).first(1000), 640, 480, 1280).error().code == "picture.damaged");
}

TEST_CASE("the choice among offers") {
    using Offers = std::vector<Offer>;
    CHECK(*choose(Offers{{Coding::Yuyv, 640, 480}, {Coding::Mjpeg, 1920, 1080}, {Coding::Mjpeg, 3840, 2160}}) ==
          Offer{Coding::Mjpeg, 1920, 1080});
    CHECK(*choose(Offers{{Coding::Yuyv, 1280, 720}, {Coding::Mjpeg, 1280, 720}}) == Offer{Coding::Mjpeg, 1280, 720});
    CHECK(*choose(Offers{{Coding::Mjpeg, 4096, 3072}, {Coding::Mjpeg, 2592, 1944}}) ==
          Offer{Coding::Mjpeg, 2592, 1944});
    CHECK_FALSE(choose(Offers{}).has_value());
    const auto device = sound_device();
    device->stepwise = true;
    REQUIRE(V4l2Camera::open("/dev/video0", device).has_value());
    CHECK(device->chosen.width == 1920);
    CHECK(device->chosen.height == 1080);
}

TEST_CASE("what is wrong with a camera is said by name") {
    const auto with = [](auto change) {
        const auto device = sound_device();
        change(*device);
        return code_of(device);
    };
    CHECK(with([](PlayedDevice&) {}) == "");  // control
    CHECK(with([](PlayedDevice& d) { d.open_error = ENOENT; }) == "camera.none");
    CHECK(with([](PlayedDevice& d) { d.open_error = ENXIO; }) == "camera.none");
    CHECK(with([](PlayedDevice& d) { d.open_error = EBUSY; }) == "camera.busy");
    CHECK(with([](PlayedDevice& d) { d.open_error = EACCES; }) == "camera.denied");
    CHECK(with([](PlayedDevice& d) { d.format_error = EBUSY; }) == "camera.busy");
    CHECK(with([](PlayedDevice& d) { d.can = V4L2_CAP_VIDEO_OUTPUT; }) == "camera.none");
    CHECK(with([](PlayedDevice& d) { d.sizes = {{V4L2_PIX_FMT_H264, 1920, 1080}}; }) == "camera.unfit");
    CHECK(open_camera("").error().code == "camera.none");
    CHECK(open_camera("/dev/courtyard-no-such-camera").error().code == "camera.none");
}

TEST_CASE("a camera that is unplugged, falls silent or sends only rubbish is gone") {
    const auto device = sound_device();
    device->unplugged_after = 2;
    const auto camera = V4l2Camera::open("/dev/video0", device);
    REQUIRE(camera.has_value());
    CHECK((*camera)->frame(Detail::Preview).has_value());
    CHECK((*camera)->frame(Detail::Preview).has_value());
    CHECK((*camera)->frame(Detail::Preview).error().code == "camera.gone");
    CHECK((*camera)->frame(Detail::Full).error().code == "camera.gone");

    const auto quiet = sound_device();
    quiet->silent = true;
    CHECK((*V4l2Camera::open("/dev/video0", quiet))->frame(Detail::Preview).error().code == "camera.gone");

    const auto rubbish = sound_device();
    rubbish->frames = {base::to_bytes("no picture at all")};
    CHECK((*V4l2Camera::open("/dev/video0", rubbish))->frame(Detail::Preview).error().code == "camera.gone");
}

TEST_CASE("a flawed, cut or empty frame is passed over") {
    const auto device = sound_device();
    base::Bytes cut = jpeg(1280, 720, 90);
    cut.resize(cut.size() / 2);
    device->frames = {jpeg(1280, 720, 90), base::Bytes{}, cut, jpeg(1280, 720, 220)};
    device->flawed = {true, false, false, false};
    const auto camera = V4l2Camera::open("/dev/video0", device);
    REQUIRE(camera.has_value());
    const auto picture = (*camera)->frame(Detail::Full);
    REQUIRE(picture.has_value());
    CHECK(picture->at(600, 300)[0] > 200);  // the fourth
    CHECK(device->given == 4);
}
