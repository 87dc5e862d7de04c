// Which USB devices may be used: descriptors as devices tell them, judged by the program that udev asks.
#include <doctest/doctest.h>

#include <fstream>
#include <initializer_list>

#include "tests/support/process.hpp"
#include "tests/support/temp_folder.hpp"

using namespace courtyard;
namespace fs = std::filesystem;

namespace {

// A device with one configuration and these interface classes.
std::string descriptors(std::initializer_list<int> classes) {
    std::string bytes = {18, 1, 0, 2, 0, 0, 0, 64, 1, 2, 3, 4, 0, 1, 0, 0, 0, 1};
    bytes += std::string({9, 2, 32, 0, static_cast<char>(classes.size()), 1, 0, static_cast<char>(0x80), 50});
    for (const int each : classes) {
        bytes += std::string({9, 4, 0, 0, 1, static_cast<char>(each), 6, 80, 0});
        bytes += std::string({7, 5, 1, 2, 0, 2, 0});
    }
    return bytes;
}

class Device {
public:
    Device(const std::string& id, const std::string& device_class, const std::string& bytes) {
        write("idVendor", id.substr(0, 4) + "\n");
        write("idProduct", id.substr(5) + "\n");
        write("bDeviceClass", device_class + "\n");
        write("descriptors", bytes);
    }
    // 0: may be used.
    [[nodiscard]] int judged(const std::string& allow) const {
        write("allow", allow);
        return test::run({"kiosk_config/root/usr/lib/courtyard/usb-judge", folder_.path().string(),
                          (folder_ / "allow").string()})
            .code;
    }

private:
    void write(const std::string& name, const std::string& text) const {
        std::ofstream(folder_ / name, std::ios::binary) << text;
    }
    test::TempFolder folder_;
};

constexpr int kKeyboard = 3;
constexpr int kStick = 8;
constexpr int kNetwork = 2;

}  // namespace

TEST_CASE("a listed device and a hub may be used; a stranger may not") {
    const Device touch("0eef:0001", "00", descriptors({kKeyboard}));
    CHECK(touch.judged("# list\nsticks\n0eef:0001 touch screen\n") == 0);
    CHECK(touch.judged("sticks\n0eef:0002 another\n") == 1);
    CHECK(touch.judged("") == 1);
    CHECK(Device("1d6b:0002", "09", descriptors({9})).judged("") == 0);
}

TEST_CASE("a stick may be used where sticks are, and nothing that is more than a stick") {
    CHECK(Device("0781:5567", "00", descriptors({kStick})).judged("sticks\n") == 0);
    CHECK(Device("0781:5567", "00", descriptors({kStick})).judged("0eef:0001\n") == 1);
    CHECK(Device("0781:5567", "00", descriptors({kStick, kKeyboard})).judged("sticks\n") == 1);
    CHECK(Device("0781:5567", "00", descriptors({kKeyboard, kStick})).judged("sticks\n") == 1);
    CHECK(Device("0bda:8152", "00", descriptors({kStick, kNetwork})).judged("sticks\n") == 1);
    CHECK(Device("0bda:8152", "00", descriptors({})).judged("sticks\n") == 1);
}

TEST_CASE("descriptors that make no sense are no stick's") {
    const std::string good = descriptors({kStick});
    for (std::size_t size = 0; size < good.size(); ++size) {
        CAPTURE(size);
        std::string cut = good.substr(0, size);
        const int judged = Device("0781:5567", "00", cut).judged("sticks\n");
        // Cut between two whole descriptors after the interface: a stick that says less about its end points.
        CHECK(judged == (size == 18 + 9 + 9 ? 0 : 1));
    }
    std::string endless = good;
    endless[18] = 0;
    CHECK(Device("0781:5567", "00", endless).judged("sticks\n") == 1);
}
