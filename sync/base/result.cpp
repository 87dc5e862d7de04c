#include "sync/base/result.hpp"

#include <cstdio>
#include <cstdlib>

namespace courtyard::base::detail {

void check_failed(const char* condition, const char* file, int line) {
    std::fprintf(stderr, "%s:%d: broken promise: %s\n", file, line, condition);
    std::abort();
}

}  // namespace courtyard::base::detail
