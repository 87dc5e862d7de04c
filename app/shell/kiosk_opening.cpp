#include "app/shell/kiosk_opening.hpp"

#include "app/shell/print_process.hpp"
#include "app/worker/home_parts.hpp"

namespace courtyard::shell {

flow::Trouble trouble_of(std::string_view code) {
    if (code == "store.disk_full") return flow::Trouble::DiskFull;
    if (code == "store.read_only" || code == "file.write" || code == "file.folder") return flow::Trouble::DiskReadOnly;
    if (code == "pack.newer" || code == "document.format" || code == "store.newer") return flow::Trouble::UpdateNeeded;
    if (code.starts_with("document.")) return flow::Trouble::PackUnsigned;
    if (code.starts_with("pack.") || code == "store.older") return flow::Trouble::PackBad;
    if (code == "clock.behind") return flow::Trouble::ClockWrong;
    return flow::Trouble::StoreDamaged;
}

KioskOpened opened(worker::Machine& machine) {
    return {machine.shared_pack(),
            machine.config().court_name,
            machine.config().site,
            printer_of(machine.config()),
            !machine.config().camera.empty(),
            !machine.config().camera.empty() || !machine.config().scanner.empty()};
}

std::optional<KioskOpened> opened_without_store(const std::filesystem::path& folder, const base::Error& why) {
    const bool is_content = why.code.starts_with("pack.") || why.code.starts_with("document.") ||
                            why.code.starts_with("roster.") || why.code == "store.older" ||
                            why.code == "home.court_pub";
    const worker::Home home{folder};
    const auto config = worker::config_of(home);
    const auto court = worker::court_of(home);
    if (is_content || !config || !court) return std::nullopt;
    auto pack = worker::pack_of(home, *court, 0);
    if (!pack) return std::nullopt;
    return KioskOpened{std::make_shared<pack::Pack>(std::move(pack->pack)),
                       config->court_name,
                       config->site,
                       printer_of(*config),
                       false,
                       false};
}

KioskRefused refused(const base::Error& error) { return {trouble_of(error.code), error.code, error.message}; }

}  // namespace courtyard::shell
