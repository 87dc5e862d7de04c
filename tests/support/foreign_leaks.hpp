// Graphics drivers leak a little in each process, in code that is unloaded before a leak could be named: tests that
// wake them hold one of these. Nothing of ours may be created for longer than it lives.
#pragma once

#ifdef __has_include
#if __has_include(<sanitizer/lsan_interface.h>)
#include <sanitizer/lsan_interface.h>
#define COURTYARD_HAS_LSAN_HEADER
#endif
#endif

namespace courtyard::test {

#if defined(COURTYARD_HAS_LSAN_HEADER) && defined(__SANITIZE_ADDRESS__)
using ForeignLeaks = __lsan::ScopedDisabler;
#else
struct ForeignLeaks {
    ForeignLeaks() {}
    ~ForeignLeaks() {}
};
#endif

}  // namespace courtyard::test
