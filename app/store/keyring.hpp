// Repository of secrets: the machine's signing and TLS keys; on a laptop also the person's keys and the court's intake
// keys.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/store/database.hpp"
#include "sync/base/bytes.hpp"
#include "sync/base/result.hpp"

namespace courtyard::store {

class Keyring {
public:
    explicit Keyring(Database& database) : database_(&database) {}

    base::Result<void> put(std::string_view name, base::ByteView secret);
    // "store.no_key" when there is none of this name. The caller wipes what it was given.
    base::Result<base::Bytes> get(std::string_view name) const;
    // Names that begin with `prefix`, in order.
    base::Result<std::vector<std::string>> names(std::string_view prefix) const;

private:
    Database* database_;
};

}  // namespace courtyard::store
