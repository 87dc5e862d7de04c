// What a steward may know, and the troubles that people are told of: from the real condition.
#include "app/worker/kiosk_health.hpp"

#include <doctest/doctest.h>

#include <fstream>

#include "tests/support/small_court.hpp"

using namespace courtyard;
using flow::HealthItem;
using flow::Trouble;

namespace {

worker::Devices nothing_plugged_in(const test::TempFolder& folder) {
    return {folder.path() / "dev", folder.path() / "cards"};
}

}  // namespace

TEST_CASE("a kiosk that nobody used and one with eight applications waiting look the same to the steward") {
    test::SmallCourt court;
    test::TempFolder devices;
    const auto unused = court.kiosk("unused");
    const auto used = court.kiosk("used");
    for (int i = 0; i < 8; ++i)
        static_cast<void>(court.file(*used));
    const base::Instant now{test::SmallCourt::kNow.ms + 3'600'000};
    const auto look = [&](const std::unique_ptr<worker::Machine>& machine) {
        return worker::health_of(machine->home().folder, machine.get(), Trouble::None, nothing_plugged_in(devices),
                                 now);
    };
    CHECK(look(unused) == look(used));
    CHECK(look(used).size() == flow::kHealthItems);
    CHECK(worker::trouble_of_machine(*unused, now) == worker::trouble_of_machine(*used, now));
}

TEST_CASE("nothing that the steward can read tells of people") {
    test::SmallCourt court;
    test::TempFolder devices;
    const auto kiosk = court.kiosk();
    static_cast<void>(court.file(*kiosk));
    const auto lines = worker::health_of(kiosk->home().folder, kiosk.get(), Trouble::None, nothing_plugged_in(devices),
                                         test::SmallCourt::kNow);
    const std::string clock = "2026-";
    for (const auto& line : lines) {
        CAPTURE(flow::name_of(line.item));
        // The clock is the wall's own, the pack has its name, version and day; nothing else has anything to say.
        const bool may_say = line.item == HealthItem::Clock || line.item == HealthItem::Pack ||
                             (line.item == HealthItem::Contact && line.about.size() <= 10);
        CHECK((line.about.empty() || may_say));
    }
}

TEST_CASE("printer, camera and sound are seen where Linux shows them") {
    test::TempFolder folder;
    const worker::Devices devices = nothing_plugged_in(folder);
    CHECK_FALSE(worker::has_printer(devices));
    CHECK_FALSE(worker::has_camera(devices));
    CHECK_FALSE(worker::has_sound(devices));
    std::filesystem::create_directories(folder / "dev/usb");
    for (const char* name : {"dev/usb/lp0", "dev/video0"})
        std::ofstream(folder / name) << "";
    std::ofstream(folder / "cards") << "--- no soundcards ---\n";
    CHECK(worker::has_printer(devices));
    CHECK(worker::has_camera(devices));
    CHECK_FALSE(worker::has_sound(devices));
    std::ofstream(folder / "cards", std::ios::trunc) << " 0 [PCH            ]: HDA-Intel - HDA Intel PCH\n";
    CHECK(worker::has_sound(devices));
}

TEST_CASE("a printer or camera is well when it is the one that the machine was told of") {
    test::SmallCourt court;
    test::TempFolder folder;
    const worker::Devices devices = nothing_plugged_in(folder);
    court.kiosk().reset();
    const worker::Home home{court.home("kiosk")};
    auto config = worker::read_machine_config(home);
    REQUIRE(config.has_value());
    const auto states = [&] {
        std::ofstream(home.machine_toml(), std::ios::trunc) << worker::print_machine_config(*config);
        const auto kiosk = court.open("kiosk");
        std::string said;
        for (const auto& line :
             worker::health_of(home.folder, kiosk.get(), Trouble::None, devices, test::SmallCourt::kNow))
            if (line.item == HealthItem::Printer || line.item == HealthItem::Camera)
                said += line.says + (line.well ? "+ " : "- ");
        return said;
    };
    CHECK(states() == "absent- absent- ");
    std::filesystem::create_directories(folder / "dev/usb");
    for (const char* name : {"dev/usb/lp0", "dev/video0"})
        std::ofstream(folder / name) << "";
    CHECK(states() == "not_set- not_set- ");
    config->camera = (folder / "dev/video0").string();
    config->printer = printer::Config{};
    config->printer->width = paper::Width::Mm58;
    config->printer->device = folder / "dev/usb/lp0";
    CHECK(states() == "well+ well+ ");
    std::filesystem::remove(folder / "dev/usb/lp0");
    std::filesystem::remove(folder / "dev/video0");
    CHECK(states() == "absent- absent- ");
    config->printer = printer::Config{};
    config->printer->width = paper::Width::Mm58;
    config->printer->kind = printer::Kind::Tcp;
    config->printer->host = "127.0.0.1";
    config->printer->port = 9100;
    CHECK(states() == "set+ absent- ");
}

TEST_CASE("a clock before what was signed, a pack past its day, a program too old: each is its own trouble") {
    test::SmallCourt court;
    const auto kiosk = court.kiosk();
    const base::Instant now = test::SmallCourt::kNow;
    CHECK(worker::trouble_of_machine(*kiosk, now).first == Trouble::None);
    const base::Instant year_2016{now.ms - 10LL * 365 * 86'400'000};
    CHECK(worker::trouble_of_machine(*kiosk, year_2016).first == Trouble::ClockWrong);
    REQUIRE(kiosk->store().moments.set(store::kNewerRefused, now.ms).has_value());
    CHECK(worker::trouble_of_machine(*kiosk, now).first == Trouble::UpdateNeeded);
    REQUIRE(kiosk->store().moments.set(store::kNewerRefused, 0).has_value());
    CHECK(worker::trouble_of_machine(*kiosk, now).first == Trouble::None);
    REQUIRE(kiosk->pack().valid_until.has_value());
    const base::Instant years_later{now.ms + 30LL * 365 * 86'400'000};
    CHECK(worker::trouble_of_machine(*kiosk, years_later).first == Trouble::PackOld);
}
