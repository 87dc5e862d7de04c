// Which part of which slip a scanned symbol is. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace courtyard::flow {

struct PartLabel {
    std::string set;  // what the parts of one slip have in common
    int part = 0;     // from 1
    int total = 0;
};
// `text` after its prefix is Base45 of FORMAT.md, section 8: 4 bytes of the record's digest, part, total, … Nothing
// when it is not, or the numbers cannot be.
[[nodiscard]] std::optional<PartLabel> part_label(std::string_view text, std::string_view prefix);

}  // namespace courtyard::flow
