// Repository of which cases are different since somebody looked: facts that came, were opened, taken back or forgotten,
// and keys. The database numbers the changes itself (migrations/008), in the transaction that makes them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "app/store/transaction.hpp"
#include "sync/base/bytes.hpp"
#include "sync/base/ids.hpp"
#include "sync/base/result.hpp"

namespace courtyard::store {

class CaseChanges {
public:
    explicit CaseChanges(Database& database) : database_(&database) {}

    // The number of the newest change; 0: none yet.
    [[nodiscard]] base::Result<std::int64_t> last() const;
    // Cases that changed after that number, each once, the longest unchanged first. One that is forgotten is among
    // them.
    [[nodiscard]] base::Result<std::vector<base::RecordId>> since(std::int64_t number) const;

    // Where a reader stopped, and on what ground it had looked.
    struct Place {
        std::int64_t number = 0;
        base::Digest ground;
        friend bool operator==(const Place&, const Place&) = default;
    };
    [[nodiscard]] base::Result<std::optional<Place>> place_of(std::string_view reader) const;  // nothing: never looked
    base::Result<void> set_place(std::string_view reader, const Place& place);

private:
    Database* database_;
};

}  // namespace courtyard::store
