#include "app/worker/carrying.hpp"

#include <system_error>

#include "app/worker/way_to_hub.hpp"
#include "sync/mail/errors.hpp"
#include "sync/transport/folder_courier.hpp"

namespace courtyard::worker {

namespace {

namespace fs = std::filesystem;

constexpr const char* kStickFolder = "courtyard";

std::size_t files_in(const fs::path& folder, const char* extension) {
    std::size_t count = 0;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
        if (at->path().extension() == extension) ++count;
    return count;
}

}  // namespace

base::Result<CarriedByStick> meet_stick(Machine& machine, const fs::path& stick, const Clock& clock,
                                        base::Random& random) {
    const fs::path folder = stick / kStickFolder;
    std::error_code error;
    if (!fs::is_directory(stick, error)) return tl::unexpected(mail::mail_error("carrier.folder"));
    fs::create_directory(folder, error);
    const std::size_t brought = files_in(folder, ".answer");
    transport::FolderCourier courier(folder, machine.roster().hub_keys);
    const SyncReport report = TRY(sync_once(machine, courier, clock, random));
    if (report.problem) return tl::unexpected(*report.problem);
    return CarriedByStick{files_in(folder, ".ask"), brought - files_in(folder, ".answer")};
}

base::Result<CarriedByStick> take_stick_to_hub(Machine& machine, const fs::path& stick, base::Instant now) {
    const fs::path folder = stick / kStickFolder;
    const auto courier = TRY(way_to_hub(machine, now));
    auto* wire = dynamic_cast<transport::WireCourier*>(courier.get());
    COURTYARD_CHECK(wire != nullptr);
    const transport::Carried carried = TRY(transport::carry_folder(folder, *wire));
    return CarriedByStick{files_in(folder, ".ask"), carried.answered};
}

}  // namespace courtyard::worker
