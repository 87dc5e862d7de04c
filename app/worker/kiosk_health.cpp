#include "app/worker/kiosk_health.hpp"

#include <sys/statvfs.h>
#include <unistd.h>

#include <fstream>
#include <string>
#include <system_error>

#include "app/worker/china_time.hpp"

namespace courtyard::worker {

namespace {

namespace fs = std::filesystem;
using flow::HealthItem;
using flow::HealthLine;
using flow::Trouble;

constexpr std::uint64_t kDiskFreeMin = 32U << 20;   // bytes: one large application with its papers, several times over
constexpr std::int64_t kClockTrustMs = 86'400'000;  // a clock more than a day before what was signed is wrong
constexpr std::int64_t kLongMs = 7 * 86'400'000LL;

bool has_device(const fs::path& folder, std::string_view beginning) {
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
        if (at->path().filename().string().starts_with(beginning)) return true;
    return false;
}

std::string day_of(base::Instant at) { return china_time(at).substr(0, 10); }

HealthLine disk_line(const fs::path& home) {
    const Trouble trouble = trouble_of_disk(home).first;
    if (trouble == Trouble::None) return {HealthItem::Disk, true, "well", {}};
    return {HealthItem::Disk, false, trouble == Trouble::DiskFull ? "full" : "read_only", {}};
}

HealthLine clock_line(Machine* machine, base::Instant now) {
    bool wrong = false;
    if (machine != nullptr) {
        const auto floor = machine->time_floor();
        wrong = floor && *floor - now > kClockTrustMs;
    }
    return {HealthItem::Clock, !wrong, wrong ? "wrong" : "well", china_time(now)};
}

HealthLine store_line(const Machine* machine, Trouble trouble) {
    const bool damaged = machine == nullptr && trouble == Trouble::StoreDamaged;
    return {HealthItem::Store, !damaged, damaged ? "damaged" : "well", {}};
}

HealthLine pack_line(Machine* machine, base::Instant now) {
    if (machine == nullptr) return {HealthItem::Pack, false, "bad", {}};
    const pack::Pack& pack = machine->pack();
    std::string about = pack.name + " " + std::to_string(pack.version);
    if (pack.valid_until) about += " (… " + pack.valid_until->text() + ")";
    const auto trouble = trouble_of_machine(*machine, now).first;
    if (trouble == Trouble::PackOld) return {HealthItem::Pack, false, "old", about};
    const auto refused = machine->store().moments.value(store::kNewerRefused);
    if (refused && refused->value_or(0) != 0) return {HealthItem::Pack, false, "update", about};
    return {HealthItem::Pack, true, "well", about};
}

// Days only: the minute at which mail went could be the minute at which somebody stood here.
void contact_lines(Machine* machine, base::Instant now, std::vector<HealthLine>& lines) {
    std::optional<base::Instant> contact;
    if (machine != nullptr) {
        if (const auto stored = machine->store().moments.value(store::kLastContact); stored && *stored)
            contact = base::Instant{**stored};
    }
    if (!contact) {
        lines.push_back({HealthItem::Contact, false, "never", {}});
        lines.push_back({HealthItem::Mail, false, "slow", {}});
        return;
    }
    const bool is_long = now - *contact > kLongMs;
    lines.push_back({HealthItem::Contact, !is_long, is_long ? "long" : "well", day_of(*contact)});
    lines.push_back({HealthItem::Mail, !is_long, is_long ? "slow" : "well", {}});
}

HealthLine device_line(HealthItem item, bool there) { return {item, there, there ? "well" : "absent", {}}; }

bool is_there(const fs::path& path) {
    std::error_code error;
    return fs::exists(path, error);
}

// A printer that is plugged in and that no [printer] names prints nothing. Of one that is reached by network, queue or
// folder only a test tells more.
HealthLine printer_line(const Machine* machine, const Devices& devices) {
    if (machine == nullptr) return device_line(HealthItem::Printer, has_printer(devices));
    const auto& printer = machine->config().printer;
    if (!printer && has_printer(devices)) return {HealthItem::Printer, false, "not_set", {}};
    if (printer && printer->kind != printer::Kind::Thermal) return {HealthItem::Printer, true, "set", {}};
    return device_line(HealthItem::Printer, printer && is_there(printer->device));
}

HealthLine camera_line(const Machine* machine, const Devices& devices) {
    if (machine == nullptr) return device_line(HealthItem::Camera, has_camera(devices));
    const std::string& camera = machine->config().camera;
    if (camera.empty() && has_camera(devices)) return {HealthItem::Camera, false, "not_set", {}};
    return device_line(HealthItem::Camera, !camera.empty() && is_there(camera));
}

}  // namespace

bool has_printer(const Devices& devices) { return has_device(devices.dev / "usb", "lp"); }
bool has_camera(const Devices& devices) { return has_device(devices.dev, "video"); }
bool has_sound(const Devices& devices) {
    std::ifstream cards(devices.sound_cards);
    std::string first;
    return std::getline(cards, first) && first.find('[') != std::string::npos;
}

std::pair<Trouble, std::string> trouble_of_disk(const fs::path& home) {
    struct statvfs disk {};
    if (::statvfs(home.c_str(), &disk) == 0) {
        if ((disk.f_flag & ST_RDONLY) != 0) return {Trouble::DiskReadOnly, "store.read_only"};
        if (disk.f_bavail * disk.f_frsize < kDiskFreeMin) return {Trouble::DiskFull, "store.disk_full"};
    }
    if (::access(home.c_str(), W_OK) != 0) return {Trouble::DiskReadOnly, "store.read_only"};
    return {Trouble::None, {}};
}

std::pair<Trouble, std::string> trouble_of_machine(Machine& machine, base::Instant now) {
    const auto floor = machine.time_floor();
    if (!floor) return {Trouble::StoreDamaged, floor.error().code};
    if (*floor - now > kClockTrustMs) return {Trouble::ClockWrong, "clock.behind"};
    const auto& until = machine.pack().valid_until;
    if (until && *until < domain::Date::in_china(now)) return {Trouble::PackOld, "pack.expired"};
    const auto refused = machine.store().moments.value(store::kNewerRefused);
    if (refused && refused->value_or(0) != 0) return {Trouble::UpdateNeeded, "pack.newer"};
    return {Trouble::None, {}};
}

std::vector<HealthLine> health_of(const fs::path& home, Machine* machine, Trouble trouble, const Devices& devices,
                                  base::Instant now) {
    std::vector<HealthLine> lines = {disk_line(home), clock_line(machine, now), store_line(machine, trouble),
                                     pack_line(machine, now)};
    contact_lines(machine, now, lines);
    lines.push_back(printer_line(machine, devices));
    lines.push_back(camera_line(machine, devices));
    lines.push_back(device_line(HealthItem::Sound, has_sound(devices)));
    return lines;
}

}  // namespace courtyard::worker
