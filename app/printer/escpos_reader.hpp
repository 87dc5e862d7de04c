// The other side of escpos.hpp: what a receipt printer makes of the bytes. For tests, and for whoever wants to see a
// paper without one.
#pragma once

#include <string>
#include <vector>

#include "app/paper/raster.hpp"
#include "sync/base/bytes.hpp"
#include "sync/base/result.hpp"

namespace courtyard::printer {

struct Printed {
    paper::Raster picture;  // all bands under each other
    int bands = 0;
    int fed_lines = 0;
    int cuts = 0;
    std::size_t used = 0;  // bytes that were whole commands
};

// "escpos.command" names the byte where it stops being what a printer understands, "escpos.cut_off" the line ended
// inside a command; `so_far` (may be null) holds what had come out by then.
[[nodiscard]] base::Result<Printed> read_escpos(base::ByteView bytes, Printed* so_far = nullptr);

}  // namespace courtyard::printer
