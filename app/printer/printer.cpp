#include "app/printer/printer.hpp"

#include <array>

#include "app/printer/child.hpp"
#include "app/printer/line.hpp"

namespace courtyard::printer {

std::span<const std::string_view> error_codes() {
    static constexpr std::array<std::string_view, 7> kCodes = {
        "printer.none",        "printer.paper_out", "printer.cover_open", "printer.busy",
        "printer.unreachable", "printer.failed",    "printer.folder"};
    return kCodes;
}

base::Result<void> send(const Config& config, base::ByteView bytes, const std::string& name, const Patience& patience) {
    // What was handed over may have been cut off with the asker.
    if (asker_leaves(patience.asker, 0)) return base::fail("printer.taken_back", "nobody waits for the paper any more");
    switch (config.kind) {
        case Kind::Thermal: return send_to_device(config, bytes, patience);
        case Kind::Tcp: return send_over_tcp(config, bytes, patience);
        case Kind::File: return put_in_folder(config, bytes);
        case Kind::A4: return give_to_cups(config, bytes, name, patience);
    }
    return base::fail("printer.none", "no printer is set up");
}

}  // namespace courtyard::printer
