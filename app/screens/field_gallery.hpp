// Named sample states of every laptop screen, with fictional people: for pictures, goldens and the comparison of
// renderers.
#pragma once

#include <string>
#include <vector>

#include "app/screens/field_view.hpp"

namespace courtyard::screens {

struct DeskSample {
    std::string name;  // "field_inbox": file names of goldens and pictures
    DeskState state;
};

// `pack` is the demonstration pack: it has the words of the samples, too.
[[nodiscard]] std::vector<DeskSample> desk_gallery(const pack::Pack& pack);

}  // namespace courtyard::screens
