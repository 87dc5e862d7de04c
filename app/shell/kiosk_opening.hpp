// What the kiosk's window hears of its home: that it is open, or why it cannot be used.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "app/flow/kiosk_state.hpp"
#include "app/pack/pack.hpp"
#include "app/worker/machine.hpp"

namespace courtyard::shell {

// The home is open: what the screens may look at. First news, once; a later pack comes as another one.
struct KioskOpened {
    std::shared_ptr<const pack::Pack> pack;
    std::string court;
    std::string site;
    flow::PrinterKind printer = flow::PrinterKind::None;
    bool has_camera = true;
    bool reads_symbols = false;  // by camera or scanner
};
// The home cannot be used; the page of this trouble is shown.
struct KioskRefused {
    flow::Trouble trouble = flow::Trouble::StoreDamaged;
    std::string code;     // for whoever repairs it
    std::string message;  // one sentence for the log
};

// What a person can be told about an error of the machine; None when the error is not about the machine.
[[nodiscard]] flow::Trouble trouble_of(std::string_view error_code);

[[nodiscard]] KioskOpened opened(worker::Machine& machine);
// What people can be told while what is kept cannot be reached: the content alone, if the court signed it.
[[nodiscard]] std::optional<KioskOpened> opened_without_store(const std::filesystem::path& folder,
                                                              const base::Error& why);
[[nodiscard]] KioskRefused refused(const base::Error& error);

}  // namespace courtyard::shell
