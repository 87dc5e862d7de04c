// Repository of the versions of signed documents (roster, pack): the highest one ever accepted, so that an older file
// that is put in its place is noticed.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "app/store/transaction.hpp"
#include "sync/base/ids.hpp"
#include "sync/base/instant.hpp"
#include "sync/base/result.hpp"
#include "sync/seal/dictionary.hpp"

namespace courtyard::store {

struct DocumentState {
    std::uint64_t version = 0;
    base::Digest digest;  // SHA-256 of the whole signed file
    base::Instant fetched;
};

class Documents {
public:
    explicit Documents(Database& database) : database_(&database) {}

    base::Result<std::optional<DocumentState>> state(std::string_view name) const;
    // "store.older" when a higher version was accepted before.
    base::Result<void> accept(std::string_view name, const DocumentState& state);

    // Deflate dictionaries are never forgotten. "store.dictionary" when the id is known with other bytes.
    base::Result<void> keep_dictionary(const seal::Dictionary& dictionary);
    base::Result<std::vector<seal::Dictionary>> dictionaries() const;

private:
    Database* database_;
};

}  // namespace courtyard::store
