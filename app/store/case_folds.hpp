// Repository of folded cases: a shelf beside the facts (case_records.hpp) from which a case is taken without folding
// it. Every row lies under a key, and only who names the right one gets it. What the bytes mean is the caller's.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "app/store/transaction.hpp"
#include "sync/base/bytes.hpp"
#include "sync/base/ids.hpp"
#include "sync/base/result.hpp"

namespace courtyard::store {

class CaseFolds {
public:
    explicit CaseFolds(Database& database) : database_(&database) {}

    // Which facts of a case are open here: the same digest exactly when they are the same records, in whatever order
    // they came.
    struct Facts {
        base::RecordId about;
        base::Digest digest;
    };
    [[nodiscard]] base::Result<std::vector<Facts>> facts() const;  // of all cases, by arrival of the first fact
    // Nothing when none is open.
    [[nodiscard]] base::Result<std::optional<Facts>> facts_of(const base::RecordId& about) const;

    // Nothing when there is none under that key.
    [[nodiscard]] base::Result<std::optional<base::Bytes>> find(const base::RecordId& about,
                                                                const base::Digest& key) const;
    // All rows, in no order; far quicker than one by one. `folded` is good until the next one.
    using See = std::function<void(const base::RecordId& about, const base::Digest& key, const base::Bytes& folded)>;
    base::Result<void> each(const See& see) const;

    base::Result<void> put(const Transaction& inside, const base::RecordId& about, const base::Digest& key,
                           base::ByteView folded);  // instead of what lay there
    base::Result<void> drop(const Transaction& inside, const base::RecordId& about);
    base::Result<void> clear(const Transaction& inside);

private:
    Database* database_;
};

}  // namespace courtyard::store
