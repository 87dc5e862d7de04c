#include "app/eyes/confinement.hpp"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace courtyard::eyes {

namespace {
void limit(__rlimit_resource_t what, rlim_t most) {
    const rlimit bound{most, most};
    ::setrlimit(what, &bound);
}
}  // namespace

void confine() {
    ::signal(SIGXFSZ, SIG_IGN);
    ::signal(SIGPIPE, SIG_IGN);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_AS, rlim_t{1536} << 20U);
    limit(RLIMIT_NOFILE, 60);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

}  // namespace courtyard::eyes
