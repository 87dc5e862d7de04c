#include "app/printer/config.hpp"

#include <arpa/inet.h>

#include <array>
#include <charconv>

namespace courtyard::printer {

namespace {

constexpr std::array<std::string_view, 4> kNames = {"thermal", "tcp", "file", "a4"};

base::Result<std::optional<paper::Width>> width_of(const Said& said, bool must) {
    if (said.width == "58") return paper::Width::Mm58;
    if (said.width == "80") return paper::Width::Mm80;
    if (said.width.empty() && !must) return std::nullopt;
    return base::fail("printer.config", "printer: width must be 58 or 80, the millimetres of the paper roll");
}

// "127.0.0.1:9100" or "[fd00::5]:9100".
base::Result<void> take_address(const std::string& text, Config& config) {
    const auto wrong = base::fail("printer.config",
                                  "printer: address must be the printer's address in numbers and its port, for example "
                                  "192.168.1.50:9100");
    const std::size_t colon = text.rfind(':');
    if (colon == std::string::npos) return wrong;
    std::string host = text.substr(0, colon);
    if (host.size() > 2 && host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
    unsigned port = 0;
    const char* end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data() + colon + 1, end, port);
    if (error != std::errc() || at != end || port < 1 || port > 65535) return wrong;
    std::array<unsigned char, 16> address{};
    if (::inet_pton(AF_INET, host.c_str(), address.data()) != 1 &&
        ::inet_pton(AF_INET6, host.c_str(), address.data()) != 1)
        return wrong;
    config.host = host;
    config.port = static_cast<std::uint16_t>(port);
    return {};
}

base::Result<std::filesystem::path> absolute(const std::string& text, const std::string& key) {
    if (text.empty() || text.front() != '/')
        return base::fail("printer.config", "printer: " + key + " must be a full path that begins with /");
    return std::filesystem::path(text);
}

// A queue's name becomes an argument of lp: letters, digits and - _ . only, and no option.
bool is_queue(const std::string& text) {
    for (const char c : text) {
        const bool good = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                          c == '_' || c == '.';
        if (!good) return false;
    }
    return text.size() <= 127 && !text.starts_with('-');
}

// Which keys a kind has beside its own: another one is a slip of the pen.
base::Result<void> nothing_else(const Said& said, Kind kind) {
    const auto must_be_empty = [&](const std::string& value, const char* key) -> base::Result<void> {
        if (value.empty()) return {};
        return base::fail("printer.config", std::string("printer: ") + key + " does not go with kind = \"" +
                                                std::string(name_of(kind)) + "\"");
    };
    if (kind != Kind::Thermal) TRY(must_be_empty(said.device, "device"));
    if (kind != Kind::Tcp) TRY(must_be_empty(said.address, "address"));
    if (kind != Kind::File) TRY(must_be_empty(said.folder, "folder"));
    if (kind != Kind::A4) TRY(must_be_empty(said.queue, "queue"));
    if (kind == Kind::A4) TRY(must_be_empty(said.width, "width"));
    return {};
}

}  // namespace

std::string_view name_of(Kind kind) { return kNames[static_cast<std::size_t>(kind)]; }

std::optional<Kind> kind_of(std::string_view name) {
    for (std::size_t i = 0; i < kNames.size(); ++i)
        if (kNames[i] == name) return static_cast<Kind>(i);
    return std::nullopt;
}

base::Result<Config> check(const Said& said) {
    const auto kind = kind_of(said.kind);
    if (!kind) return base::fail("printer.config", "printer: kind must be \"thermal\", \"tcp\", \"file\" or \"a4\"");
    TRY(nothing_else(said, *kind));
    Config config;
    config.kind = *kind;
    switch (*kind) {
        case Kind::Thermal:
            config.width = TRY(width_of(said, true));
            config.device = TRY(absolute(said.device, "device"));
            break;
        case Kind::Tcp:
            config.width = TRY(width_of(said, true));
            TRY(take_address(said.address, config));
            break;
        case Kind::File:
            config.width = TRY(width_of(said, false));
            config.folder = TRY(absolute(said.folder, "folder"));
            break;
        case Kind::A4:
            if (!is_queue(said.queue))
                return base::fail("printer.config",
                                  "printer: queue must be the name of a CUPS queue: letters, digits, - _ .");
            config.queue = said.queue;
            break;
    }
    return config;
}

base::Result<Config> parse_word(std::string_view word) {
    const auto cut = [&word] {
        const std::size_t colon = word.find(':');
        std::string part(word.substr(0, colon));
        word = colon == std::string_view::npos ? std::string_view{} : word.substr(colon + 1);
        return part;
    };
    Said said;
    said.kind = cut();
    const auto kind = kind_of(said.kind);
    if (kind && *kind != Kind::A4) {
        said.width = cut();
        if (*kind == Kind::File && said.width == "a4") said.width.clear();
    }
    if (kind == Kind::Thermal) said.device = word;
    if (kind == Kind::Tcp) said.address = word;
    if (kind == Kind::File) said.folder = word;
    if (kind == Kind::A4) said.queue = word;
    return check(said);
}

}  // namespace courtyard::printer
