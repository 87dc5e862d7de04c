// Names that go into the roster and from there onto every screen and slip: of a court, a site, a person.
#pragma once

#include <string>
#include <string_view>

#include "sync/base/result.hpp"

namespace courtyard::worker {

// One line of UTF-8, 1 to mail::kNameBytesMax bytes, nothing that cannot be seen, no blanks at its ends. The error has
// `code`, and its sentence begins with `whose` ("--name", "site 3") and says which of these it is.
base::Result<void> check_roster_name(std::string_view name, const std::string& code, const std::string& whose);

// Without the mark that some editors put before the first line of a text file.
[[nodiscard]] std::string_view without_byte_order_mark(std::string_view text);

// As many whole characters of UTF-8 text as fit into `bytes_max` bytes, without blanks at the end.
[[nodiscard]] std::string_view utf8_start(std::string_view text, std::size_t bytes_max);

}  // namespace courtyard::worker
