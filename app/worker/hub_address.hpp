// Where a court's hub will listen, and under which names machines will reach it: judged before anything is made, as the
// hub (sync/hub) and its certificate (sync/seal) judge it afterwards.
#pragma once

#include <string>
#include <vector>

#include "sync/base/result.hpp"

namespace courtyard::worker {

struct Listen {
    std::string address;  // IPv4 or IPv6, without brackets
    std::string port;
    bool is_everywhere = false;  // 0.0.0.0 or ::, at which nobody can be reached
};
// "127.0.0.1:8443", "[::1]:8443". "court.listen": an address and not a name, a port from 1 to 65535.
[[nodiscard]] base::Result<Listen> parse_listen(const std::string& text);

struct HubNames {
    std::string url;                 // that machines dial
    std::vector<std::string> hosts;  // that its certificate is good for
};
// The first of `given` is the one that machines dial; without any it is where the hub listens. "court.hub_host": which
// is no host name and no address, too many, or none where the hub listens everywhere.
[[nodiscard]] base::Result<HubNames> hub_names(const Listen& listen, const std::vector<std::string>& given);

}  // namespace courtyard::worker
