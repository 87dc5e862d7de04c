// Asked of the worker by rule RS.
#pragma once

#include <string>

#include "sync/base/instant.hpp"

namespace courtyard::flow {

// Tell the court, by an ordinary record and without a word on any screen, that somebody here said the one who acts for
// a child or a patient is the one who did the harm. Nothing is answered.
struct RaiseAlert {
    base::Instant at;
    std::string contact;  // how to reach somebody safely, where that was given; to be wiped
};

}  // namespace courtyard::flow
