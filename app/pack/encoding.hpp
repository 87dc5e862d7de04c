// Files that are not UTF-8: what they look like, and what to do.
#pragma once

#include <string>
#include <string_view>

namespace courtyard::pack {

// Empty for UTF-8 text; else half a sentence for "the file ...": "is not UTF-8 but looks like UTF-16 (...); save it
// ...". A text that says nothing but zero bytes between letters is UTF-16 as well, although each byte of it is UTF-8.
[[nodiscard]] std::string why_not_utf8(std::string_view bytes);

}  // namespace courtyard::pack
