// LD_PRELOAD: a disk that turns out to be full at the one moment at which nobody can ask first, when slip.png comes
// into its place.
#include <dlfcn.h>
#include <stdio.h>

#include <cerrno>
#include <string_view>

extern "C" int renameat2(int from_folder, const char* from, int to_folder, const char* to, unsigned int flags) {
    if (std::string_view(to).ends_with("/slip.png")) {
        errno = ENOSPC;
        return -1;
    }
    using Call = int (*)(int, const char*, int, const char*, unsigned int);
    const auto next = reinterpret_cast<Call>(dlsym(RTLD_NEXT, "renameat2"));
    return next(from_folder, from, to_folder, to, flags);
}
