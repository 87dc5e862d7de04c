// Inside app/printing: the frame that every paper has, so that from afar one cannot be told from another: title, court,
// site and moment above, what is always true below.
#pragma once

#include <initializer_list>

#include "app/printing/compose.hpp"

namespace courtyard::printing {

[[nodiscard]] std::string china_moment(base::Instant at);  // "2026-11-23 15:04"

// `title` is neutral. Strips name the court among the lines, pages above everything.
[[nodiscard]] paper::Document framed(const pack::Pack& pack, const Place& place, const std::string& title, Sheet sheet,
                                     const std::vector<std::string>& lines);
// The end of every slip: keep it, nothing is charged, whom to call.
void close(const pack::Pack& pack, paper::Document& document, std::initializer_list<const char*> keys);

[[nodiscard]] std::vector<std::string> words_of_list(const std::string& text);  // parted by blanks

}  // namespace courtyard::printing
