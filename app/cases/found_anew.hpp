// An element that lies before voters and is found otherwise, by somebody of whom whoever laid the ballot had not heard
// then. The vote goes on; whoever laid the papers lays them anew, or says that they may stay as they are, in a
// remark that names the element.
#pragma once

#include "app/cases/scene.hpp"

namespace courtyard::cases {

// For the fold, once the fact is in force: notes it in the findings, and doubts a decision that did not know it.
void note_found_anew(AidCase& so_far, const Scene& scene);

}  // namespace courtyard::cases
