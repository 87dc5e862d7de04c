// A picture that belongs to an application or a case, as the laptop's window lists it.
#pragma once

#include <string>

#include "app/flow/photo.hpp"
#include "sync/base/ids.hpp"

namespace courtyard::flow {

struct SheetPicture {
    base::Digest digest;
    bool is_here = false;  // else on its way, or lost with a machine: no slip holds it
    std::string paper;     // of an application: as its form calls it; of a case: the kind of the fact that names it
    int page = 0;
    PixelsRef view;       // once it was asked for
    bool spoilt = false;  // it is here and cannot be shown
};

}  // namespace courtyard::flow
