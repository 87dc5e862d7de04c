// A program that holds what people typed leaves no copy of its memory: no core file, no other program looking in.
#pragma once

namespace courtyard::os {

// First thing in main(). RLIMIT_CORE 0 and PR_SET_DUMPABLE 0 (prctl(2)): no dump on a crash, /proc/<pid>/mem and ptrace
// for root alone. What a sandbox does not let it set is set there already.
void keep_memory_private();

}  // namespace courtyard::os
