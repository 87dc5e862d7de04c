#include "app/worker/printer_toml.hpp"

#include <array>

#include "app/worker/roster_name.hpp"
#include "app/worker/toml_text.hpp"
#include "sync/base/toml.hpp"

namespace courtyard::worker {

namespace {
base::Result<std::optional<printer::Config>> wrong(const std::string& what) {
    return base::fail("home.machine_toml", "machine.toml: " + what);
}
}  // namespace

base::Result<std::optional<printer::Config>> parse_printer(const std::string& machine_toml) {
    const auto whole = base::parse_toml(without_byte_order_mark(machine_toml));
    if (!whole) return wrong(whole.error().text());
    const auto* const table = (*whole)[kPrinterTable].as_table();
    if (table == nullptr) return std::nullopt;
    printer::Said said;
    const std::array<std::pair<std::string_view, std::string*>, 6> keys{{{"kind", &said.kind},
                                                                         {"width", &said.width},
                                                                         {"device", &said.device},
                                                                         {"address", &said.address},
                                                                         {"folder", &said.folder},
                                                                         {"queue", &said.queue}}};
    for (const auto& [key, node] : *table) {
        const std::string name(key.str());
        std::string* into = nullptr;
        for (const auto& [known, value] : keys)
            if (known == name) into = value;
        if (into == nullptr) return wrong("printer: unknown key " + name);
        if (const auto number = node.value<std::int64_t>(); node.is_integer() && number && name == "width")
            *into = std::to_string(*number);
        else if (const auto text = node.value<std::string>(); node.is_string() && text)
            *into = *text;
        else
            return wrong("printer: " + name + (name == "width" ? " must be 58 or 80" : " must be a text in quotes"));
    }
    const auto config = printer::check(said);
    if (!config) return wrong(config.error().message);
    return *config;
}

std::string print_printer(const printer::Config& config) {
    std::string out = "\n[printer]\n" + toml_line("kind", printer::name_of(config.kind));
    if (config.width) out += config.width == paper::Width::Mm58 ? "width = 58\n" : "width = 80\n";
    if (!config.device.empty()) out += toml_line("device", config.device.string());
    if (!config.host.empty()) {
        const bool six = config.host.find(':') != std::string::npos;
        out += toml_line("address", (six ? "[" + config.host + "]" : config.host) + ":" + std::to_string(config.port));
    }
    if (!config.folder.empty()) out += toml_line("folder", config.folder.string());
    if (!config.queue.empty()) out += toml_line("queue", config.queue);
    return out;
}

}  // namespace courtyard::worker
