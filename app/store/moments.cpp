#include "app/store/moments.hpp"

namespace courtyard::store {

base::Result<std::optional<std::int64_t>> Moments::value(std::string_view name) const {
    auto select = database_->statement("SELECT value FROM moment WHERE name = ?1");
    select.bind(1, name);
    if (!TRY(select.step())) return std::nullopt;
    return select.integer(0);
}

base::Result<void> Moments::set(std::string_view name, std::int64_t value) {
    auto upsert = database_->statement(
        "INSERT INTO moment (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2");
    upsert.bind(1, name).bind(2, value);
    return upsert.run();
}

base::Result<void> Moments::raise(std::string_view name, std::int64_t value) {
    auto upsert = database_->statement(
        "INSERT INTO moment (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2 WHERE ?2 > "
        "value");
    upsert.bind(1, name).bind(2, value);
    return upsert.run();
}

}  // namespace courtyard::store
