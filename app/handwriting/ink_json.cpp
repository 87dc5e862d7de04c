#include "app/handwriting/ink_json.hpp"

#include <cmath>
#include <string>

#include <nlohmann/json.hpp>

namespace courtyard::handwriting {

namespace {

using Json = nlohmann::json;

tl::unexpected<base::Error> bad_shape(std::size_t stroke, const std::string& what) {
    return base::fail("ink.shape", "stroke " + std::to_string(stroke + 1) + " " + what);
}

bool is_point(const Json& point) {
    return point.is_array() && point.size() == 2 && point[0].is_number() && point[1].is_number() &&
           std::isfinite(point[0].get<double>()) && std::isfinite(point[1].get<double>());
}

}  // namespace

base::Result<Ink> parse_ink(std::string_view line) {
    const Json json = Json::parse(line, nullptr, false);
    if (json.is_discarded()) return base::fail("ink.json", "this is not JSON");
    const auto strokes = json.is_object() ? json.find("strokes") : json.end();
    if (!json.is_object() || strokes == json.end() || !strokes->is_array())
        return base::fail("ink.shape", R"(an object with a list "strokes" is expected)");
    Ink ink;
    std::size_t points = 0;
    for (std::size_t i = 0; i < strokes->size(); ++i) {
        const Json& from = (*strokes)[i];
        if (!from.is_array()) return bad_shape(i, "is no list of points [x,y]");
        points += from.size();
        if (points > kPointsMax) {
            return base::fail("ink.size", "it has more than " + std::to_string(kPointsMax) +
                                              " points, which is more than anybody writes");
        }
        Stroke stroke;
        stroke.reserve(from.size());
        for (std::size_t k = 0; k < from.size(); ++k) {
            if (!is_point(from[k]))
                return bad_shape(i, "has a point that is not [x,y]: its " + std::to_string(k + 1) + ".");
            stroke.push_back({from[k][0].get<double>(), from[k][1].get<double>()});
        }
        ink.push_back(std::move(stroke));
    }
    return ink;
}

base::Result<std::vector<Ink>> parse_ink_lines(std::string_view text) {
    std::vector<Ink> all;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        auto ink = parse_ink(text.substr(0, end));
        if (!ink) {
            return base::fail(ink.error().code, "line " + std::to_string(all.size() + 1) + ": " + ink.error().message);
        }
        all.push_back(std::move(*ink));
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    }
    return all;
}

}  // namespace courtyard::handwriting
