#include "sync/os/private_memory.hpp"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace courtyard::os {

#if defined(__SANITIZE_ADDRESS__)
#define COURTYARD_LOOKED_INTO 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define COURTYARD_LOOKED_INTO 1
#endif
#endif

void keep_memory_private() {
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
#ifndef COURTYARD_LOOKED_INTO  // the leak finder looks into its own program
    ::prctl(PR_SET_DUMPABLE, 0);
#endif
}

}  // namespace courtyard::os
