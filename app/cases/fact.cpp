#include "app/cases/fact.hpp"

namespace courtyard::cases {

namespace {

template <class T>
const T* as(const Fields& fields, std::string_view name) {
    const auto found = fields.find(name);
    return found == fields.end() ? nullptr : std::get_if<T>(&found->second);
}

template <class Id>
std::optional<Id> id_of(std::string_view text) {
    auto parsed = Id::parse(text);
    if (!parsed) return std::nullopt;
    return *parsed;
}

template <class Id>
std::vector<Id> ids_of(const std::vector<std::string>& texts) {
    std::vector<Id> ids;
    for (const std::string& text : texts)
        if (const auto id = id_of<Id>(text)) ids.push_back(*id);
    return ids;
}

}  // namespace

std::string_view Fact::text(std::string_view field) const {
    const auto* value = as<std::string>(fields, field);
    return value == nullptr ? std::string_view{} : std::string_view(*value);
}

std::int64_t Fact::number(std::string_view field) const {
    const auto* value = as<std::int64_t>(fields, field);
    return value == nullptr ? 0 : *value;
}

bool Fact::yes(std::string_view field) const {
    const auto* value = as<bool>(fields, field);
    return value != nullptr && *value;
}

std::vector<std::string> Fact::texts(std::string_view field) const {
    const auto* value = as<std::vector<std::string>>(fields, field);
    return value == nullptr ? std::vector<std::string>{} : *value;
}

std::optional<domain::Date> Fact::date(std::string_view field) const {
    const auto parsed = domain::Date::parse(text(field));
    if (!parsed) return std::nullopt;
    return *parsed;
}

std::optional<base::PersonId> Fact::person(std::string_view field) const { return id_of<base::PersonId>(text(field)); }

std::vector<base::PersonId> Fact::persons(std::string_view field) const { return ids_of<base::PersonId>(texts(field)); }

std::optional<FactId> Fact::fact(std::string_view field) const { return id_of<FactId>(text(field)); }

std::vector<FactId> Fact::facts(std::string_view field) const { return ids_of<FactId>(texts(field)); }

domain::Date Fact::signed_day() const {
    const auto on = date("on");
    return on ? *on : domain::Date::in_china(claimed);
}

}  // namespace courtyard::cases
