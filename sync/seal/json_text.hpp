// The one way in which JSON is written inside a record, checked without building a tree. Two parsers cannot disagree
// about such a text: no blanks, no key twice, valid UTF-8, and each character written in one way only.
#pragma once

#include <string>
#include <string_view>

#include "sync/base/result.hpp"

namespace courtyard::seal {

// `text` must start with one compact object; answers its length. "json.text" names the byte where it went wrong.
//
// Compact: no blanks outside strings. Strings: UTF-8 (RFC 3629); only '"', '\' and U+0000 to U+001F are escaped, as
// \" \\ \b \f \n \r \t, the rest as \u00xx in lower case. Numbers: RFC 8259, at most 32 characters. No key twice in
// one object. At most `depth_max` objects and arrays inside one another, the outermost being 1.
[[nodiscard]] base::Result<std::size_t> measure_json_object(std::string_view text, std::size_t depth_max);

// The same for one string with its quotes.
[[nodiscard]] base::Result<std::size_t> measure_json_string(std::string_view text);

// Length of the UTF-8 character at the start of `text`: 1 to 4; 0 when there is none.
[[nodiscard]] std::size_t utf8_length(std::string_view text);

}  // namespace courtyard::seal
