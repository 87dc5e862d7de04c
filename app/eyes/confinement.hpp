// What the process of the eyes gives up before it looks at anything.
#pragma once

namespace courtyard::eyes {

// No file can be written (0 bytes), no core left, no privilege gained, no debugger attached; memory at most 1.5 GiB.
void confine();

}  // namespace courtyard::eyes
