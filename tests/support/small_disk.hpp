// A disk on which no file can grow beyond a few bytes, for as long as this lives: what a full one looks like.
#pragma once

#include <signal.h>
#include <sys/resource.h>

namespace courtyard::test {

class SmallDisk {
public:
    explicit SmallDisk(unsigned long bytes_max) {
        ::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit small{bytes_max, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk() { ::setrlimit(RLIMIT_FSIZE, &before_); }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

private:
    rlimit before_{};
};

}  // namespace courtyard::test
