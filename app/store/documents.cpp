#include "app/store/documents.hpp"

namespace courtyard::store {

base::Result<std::optional<DocumentState>> Documents::state(std::string_view name) const {
    auto select = database_->statement("SELECT version, digest, fetched_ms FROM document WHERE name = ?1");
    select.bind(1, name);
    if (!TRY(select.step())) return std::nullopt;
    return DocumentState{static_cast<std::uint64_t>(select.integer(0)), TRY(select.id<base::Digest>(1)),
                         select.instant(2)};
}

base::Result<void> Documents::accept(std::string_view name, const DocumentState& state) {
    const auto known = TRY(this->state(name));
    if (known && known->version > state.version) {
        return base::fail("store.older", "version " + std::to_string(state.version) + " of the " + std::string(name) +
                                             " is older than version " + std::to_string(known->version) +
                                             ", which this machine has accepted before");
    }
    auto upsert = database_->statement(
        "INSERT INTO document (name, version, digest, fetched_ms) VALUES (?1, ?2, ?3, ?4) "
        "ON CONFLICT (name) DO UPDATE SET version = ?2, digest = ?3, fetched_ms = ?4");
    upsert.bind(1, name).bind(2, static_cast<std::int64_t>(state.version)).bind(3, state.digest).bind(4, state.fetched);
    return upsert.run();
}

}  // namespace courtyard::store
