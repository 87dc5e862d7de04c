#include "app/worker/hub_address.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace courtyard::worker {

namespace {

constexpr std::size_t kHostsMax = 14;  // sixteen names fit a certificate; two may be ours
constexpr std::size_t kHostBytesMax = 253;
constexpr std::size_t kLabelBytesMax = 63;  // RFC 1035, 2.3.4

bool is_v4(const std::string& text) {
    in_addr address{};
    return ::inet_pton(AF_INET, text.c_str(), &address) == 1;
}

bool is_v6(const std::string& text) {
    in6_addr address{};
    return ::inet_pton(AF_INET6, text.c_str(), &address) == 1;
}

bool is_everywhere(const std::string& address) {
    in6_addr v6{};
    if (::inet_pton(AF_INET6, address.c_str(), &v6) == 1) {
        std::array<std::uint8_t, 16> bytes{};
        std::copy(std::begin(v6.s6_addr), std::end(v6.s6_addr), bytes.begin());
        const bool is_v4_in_v6 = IN6_IS_ADDR_V4MAPPED(&v6);
        return std::all_of(bytes.begin() + (is_v4_in_v6 ? 12 : 0), bytes.end(), [](std::uint8_t b) { return b == 0; });
    }
    in_addr v4{};
    return ::inet_pton(AF_INET, address.c_str(), &v4) == 1 && v4.s_addr == INADDR_ANY;
}

std::string without_brackets(const std::string& text) {
    const bool has = text.size() > 2 && text.front() == '[' && text.back() == ']';
    return has ? text.substr(1, text.size() - 2) : text;
}

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

bool is_label(std::string_view label) {
    return !label.empty() && label.size() <= kLabelBytesMax && label.front() != '-' && label.back() != '-' &&
           std::all_of(label.begin(), label.end(), [](char c) { return is_letter_or_digit(c) || c == '-'; });
}

// Labels with dots between; one of digits alone at the end would be an address, and then a wrong one.
bool is_host_name(std::string_view host) {
    if (host.size() > kHostBytesMax) return false;
    while (true) {
        const std::size_t dot = host.find('.');
        const std::string_view label = host.substr(0, dot);
        if (!is_label(label)) return false;
        if (dot == std::string_view::npos)
            return !std::all_of(label.begin(), label.end(), [](char c) { return c >= '0' && c <= '9'; });
        host.remove_prefix(dot + 1);
    }
}

}  // namespace

base::Result<Listen> parse_listen(const std::string& text) {
    const auto wrong = [](const std::string& what) {
        return base::fail("court.listen", "--listen must look like 127.0.0.1:8443 or [::1]:8443; " + what);
    };
    const auto colon = text.rfind(':');
    if (colon == std::string::npos || colon == 0) return wrong("here the address or the port is missing");
    unsigned port = 0;
    const char* const end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data() + colon + 1, end, port);
    if (at != end || error != std::errc() || port < 1 || port > 65535)
        return wrong("its port is a number from 1 to 65535");
    Listen listen{without_brackets(text.substr(0, colon)), std::to_string(port)};
    if (!is_v4(listen.address) && !is_v6(listen.address))
        return wrong("before the port stands an IP address of the hub's machine, not a name (for localhost 127.0.0.1)");
    listen.is_everywhere = is_everywhere(listen.address);
    return listen;
}

base::Result<HubNames> hub_names(const Listen& listen, const std::vector<std::string>& given) {
    if (given.empty() && listen.is_everywhere) {
        return base::fail("court.hub_host", "--listen " + listen.address +
                                                " means every address of the hub's machine: say with --hub-host under "
                                                "which name or address the court's machines reach it");
    }
    if (given.size() > kHostsMax)
        return base::fail("court.hub_host", "--hub-host can be given at most " + std::to_string(kHostsMax) + " times");
    HubNames names;
    for (const std::string& each : given) {
        names.hosts.push_back(without_brackets(each));
        const std::string& host = names.hosts.back();
        if (is_v4(host) || is_v6(host) || is_host_name(host)) continue;
        return base::fail("court.hub_host", "--hub-host \"" + each +
                                                "\" is no host name and no address: letters, digits, dots and hyphens, "
                                                "without https:// and without a port");
    }
    if (names.hosts.empty()) names.hosts.push_back(listen.address);
    const std::string& first = names.hosts.front();
    names.url = "https://" + (is_v6(first) ? "[" + first + "]" : first) + ":" + listen.port;
    if (first == "127.0.0.1") names.hosts.emplace_back("localhost");
    return names;
}

}  // namespace courtyard::worker
