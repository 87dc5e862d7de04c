#include "app/store/place_beside.hpp"

#include <algorithm>

#include "sync/seal/hash.hpp"

namespace courtyard::store {

base::RecordId place_beside(const base::RecordId& taken, base::ByteView record) {
    base::RecordId beside;
    std::copy_n(seal::sha256({taken.view(), record}).bytes.begin(), base::RecordId::kSize, beside.bytes.begin());
    return beside;
}

}  // namespace courtyard::store
