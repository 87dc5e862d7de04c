// Links: hub
// What the hub's HTTP door hears, in pieces of any size: it ends in a request, a refusal or the wish for more, and
// keeps no more than its limits.
#include <algorithm>

#include "sync/base/result.hpp"
#include "sync/hub/http.hpp"

using namespace courtyard;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    constexpr std::uint64_t kBodyMax = 4096;
    const std::size_t step = data[0] + std::size_t{1};
    hub::HttpParser parser(kBodyMax);
    std::string pending;
    auto stage = hub::HttpParser::Stage::Header;
    for (std::size_t at = 1; at < size; at += step) {
        pending.append(reinterpret_cast<const char*>(data) + at, std::min(step, size - at));
        do {
            stage = parser.feed(pending);
        } while (stage == hub::HttpParser::Stage::Body && !pending.empty() && parser.length() > 0 &&
                 parser.feed(pending) != stage);
        if (stage == hub::HttpParser::Stage::Done || stage == hub::HttpParser::Stage::Refused) break;
        COURTYARD_CHECK(pending.size() <= hub::kHeaderBytesMax + step);
    }
    if (stage == hub::HttpParser::Stage::Done) COURTYARD_CHECK(parser.take_body().size() <= kBodyMax);
    if (stage == hub::HttpParser::Stage::Refused) COURTYARD_CHECK(!parser.refusal().empty());
    return 0;
}
