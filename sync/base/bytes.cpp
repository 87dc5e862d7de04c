#include "sync/base/bytes.hpp"

#include <cstring>

namespace courtyard::base {

void wipe(void* data, std::size_t size) noexcept {
    if (size != 0) explicit_bzero(data, size);
}

}  // namespace courtyard::base
