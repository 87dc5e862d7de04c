#include "app/store/keyring.hpp"

namespace courtyard::store {

base::Result<void> Keyring::put(std::string_view name, base::ByteView secret) {
    auto insert = database_->statement(
        "INSERT INTO keyring (name, secret) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET secret = ?2");
    insert.bind(1, name).bind(2, secret);
    return insert.run();
}

base::Result<base::Bytes> Keyring::get(std::string_view name) const {
    auto select = database_->statement("SELECT secret FROM keyring WHERE name = ?1");
    select.bind(1, name);
    if (!TRY(select.step()))
        return base::fail("store.no_key",
                          "this machine's store has no key named " + std::string(name) + ": it is not a whole store");
    return select.bytes(0);
}

base::Result<std::vector<std::string>> Keyring::names(std::string_view prefix) const {
    auto select = database_->statement("SELECT name FROM keyring WHERE substr(name, 1, length(?1)) = ?1 ORDER BY name");
    select.bind(1, prefix);
    std::vector<std::string> names;
    while (TRY(select.step()))
        names.push_back(select.text(0));
    return names;
}

}  // namespace courtyard::store
