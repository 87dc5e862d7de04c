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
    // One statement, so that of two processes the one with the older document cannot have the last word.
    auto upsert = database_->statement(
        "INSERT INTO document (name, version, digest, fetched_ms) VALUES (?1, ?2, ?3, ?4) "
        "ON CONFLICT (name) DO UPDATE SET version = ?2, digest = ?3, fetched_ms = ?4 WHERE version <= ?2");
    upsert.bind(1, name).bind(2, static_cast<std::int64_t>(state.version)).bind(3, state.digest).bind(4, state.fetched);
    TRY(upsert.run());
    const auto known = TRY(this->state(name));
    if (known && known->version > state.version) {
        return base::fail("store.older", "version " + std::to_string(state.version) + " of the " + std::string(name) +
                                             " is older than version " + std::to_string(known->version) +
                                             ", which this machine has accepted before");
    }
    return {};
}

base::Result<void> Documents::keep_dictionary(const seal::Dictionary& dictionary) {
    auto select = database_->statement("SELECT bytes FROM dictionary WHERE id = ?1");
    select.bind(1, std::int64_t{dictionary.id});
    if (!TRY(select.step())) {
        TRY(select.run());
        // Two processes may see a pack for the first time at once.
        auto insert = database_->statement("INSERT INTO dictionary (id, bytes) VALUES (?1, ?2) ON CONFLICT DO NOTHING");
        insert.bind(1, std::int64_t{dictionary.id}).bind(2, base::ByteView(dictionary.bytes));
        TRY(insert.run());
        TRY(select.step());
    }
    if (select.bytes(0) == dictionary.bytes) return {};
    return base::fail("store.dictionary",
                      "dictionary " + std::to_string(dictionary.id) +
                          " of the pack differs from the one known here; a changed dictionary needs a new id");
}

base::Result<std::vector<seal::Dictionary>> Documents::dictionaries() const {
    auto select = database_->statement("SELECT id, bytes FROM dictionary ORDER BY id");
    std::vector<seal::Dictionary> found;
    while (TRY(select.step()))
        found.push_back({static_cast<seal::DictionaryId>(select.integer(0)), select.bytes(1)});
    return found;
}

}  // namespace courtyard::store
