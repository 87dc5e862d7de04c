// Which printer a machine has, as its machine.toml says. Values only.
//
//   [printer]
//   kind = "thermal"   width = 58|80   device = "/dev/usb/lp0"          a receipt printer on USB or a serial line
//   kind = "tcp"       width = 58|80   address = "192.168.1.50:9100"    a receipt printer on the site's own network
//   kind = "file"      [width = 58|80] folder = "/srv/spool"            a folder: ESC/POS with a width, else PDF
//   kind = "a4"        [queue = "laser"]                                a CUPS queue, or CUPS' own default
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "app/paper/strip.hpp"
#include "sync/base/result.hpp"

namespace courtyard::printer {

enum class Kind : std::uint8_t { Thermal, Tcp, File, A4 };
[[nodiscard]] std::string_view name_of(Kind kind);  // "thermal", as in machine.toml
[[nodiscard]] std::optional<Kind> kind_of(std::string_view name);

struct Config {
    Kind kind = Kind::Thermal;
    std::optional<paper::Width> width;  // of the strip; nothing: A4 pages
    std::filesystem::path device;       // thermal
    std::string host;                   // tcp: an address in numbers, because a kiosk asks no name server
    std::uint16_t port = 0;
    std::filesystem::path folder;  // file
    std::string queue;             // a4: empty: CUPS' default

    [[nodiscard]] bool prints_pages() const { return !width; }
    friend bool operator==(const Config&, const Config&) = default;
};

// "printer.config": one sentence, what is wrong and what may stand there. The texts of a [printer] table, or of a word
// on a command line, which says the same with colons: "thermal:58:/dev/usb/lp0", "tcp:80:127.0.0.1:9100",
// "file:58:DIR", "file:a4:DIR", "a4", "a4:QUEUE".
struct Said {
    std::string kind = {}, width = {}, device = {}, address = {}, folder = {}, queue = {};  // empty: not said
};
[[nodiscard]] base::Result<Config> check(const Said& said);
[[nodiscard]] base::Result<Config> parse_word(std::string_view word);

}  // namespace courtyard::printer
