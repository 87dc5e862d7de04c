// Links: domain
// Strokes of a signature from anybody's record: within the box and the limits, and written again as what they were.
#include "app/domain/signature_ink.hpp"

#include "sync/base/bytes.hpp"

using namespace courtyard;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto ink = domain::read_ink(base::as_text({data, size}));
    if (!ink) {
        COURTYARD_CHECK(ink.error().code == "signature.ink");
        return 0;
    }
    for (const domain::InkStroke& stroke : *ink)
        for (const domain::InkPoint& point : stroke)
            COURTYARD_CHECK(point.x >= 0 && point.y >= 0 && point.x < domain::kInkWide && point.y < domain::kInkTall);
    const std::string text = domain::write_ink(*ink);
    COURTYARD_CHECK(text.size() <= domain::kInkTextMax && (text.empty() || domain::read_ink(text).has_value()));
    return 0;
}
