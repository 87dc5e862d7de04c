// Links: handwriting
// Lines of ink from a script: taken within their limits, or one sentence that names the line.
#include "app/handwriting/ink_json.hpp"

#include <string>

#include "app/handwriting/path.hpp"
#include "sync/base/bytes.hpp"

using namespace courtyard;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = base::as_text({data, size});
    const auto all = handwriting::parse_ink_lines(text);
    if (!all) {
        const std::string& message = all.error().message;
        COURTYARD_CHECK(message.starts_with("line ") && message.find('\n') == std::string::npos);
        return 0;
    }
    for (const handwriting::Ink& ink : *all) {
        handwriting::Path path;
        handwriting::trace(ink, path);
        std::size_t points = 0;
        for (const handwriting::Stroke& stroke : ink)
            points += stroke.size();
        COURTYARD_CHECK(points <= handwriting::kPointsMax && path.points.size() <= 2 * points + handwriting::kStepsMax);
        for (const handwriting::PathPoint& point : path.points)
            COURTYARD_CHECK(point.x >= 0 && point.x <= 1 && point.y >= 0 && point.y <= 1);
    }
    return 0;
}
