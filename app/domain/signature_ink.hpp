// A signature written by finger, as the few points that its strokes need: part "ink" of a signature's answer. So short
// that it still fits on the slip beside the application. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sync/base/result.hpp"

namespace courtyard::domain {

// The box that was written in is twice as wide as it is tall: x 0 … 255, y 0 … 127 from its upper left corner.
inline constexpr int kInkWide = 256;
inline constexpr int kInkTall = 128;
inline constexpr std::size_t kInkTextMax = 400;    // characters: 300 bytes in the sealed record
inline constexpr std::size_t kInkStrokesMax = 80;  // three characters of the most complicated kind

struct InkPoint {
    int x = 0;
    int y = 0;
    friend bool operator==(const InkPoint&, const InkPoint&) = default;
};
using InkStroke = std::vector<InkPoint>;
using SignatureInk = std::vector<InkStroke>;

// Strokes joined by ".", each a list of characters of base64url (RFC 4648, section 5; values 0 to 63): first the place
// where it begins, x and y in two characters each, the higher six bits first; then one step after another, dx and dy
// plus 32 in one character each. Points that lie nearly on the line between others are left out, the more of them the
// longer the text would be. Empty for no strokes; what lies outside the box is moved to its edge.
[[nodiscard]] std::string write_ink(const SignatureInk& ink);
// "signature.ink": not written by these rules, or beyond the limits.
[[nodiscard]] base::Result<SignatureInk> read_ink(std::string_view text);

}  // namespace courtyard::domain
