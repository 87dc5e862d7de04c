#include "app/pack/pack.hpp"

#include <algorithm>

namespace courtyard::pack {

namespace {

template <class List>
auto find_by_id(const List& list, std::string_view id) -> const typename List::value_type* {
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto& entry) { return entry.id == id; });
    return found == list.end() ? nullptr : &*found;
}

}  // namespace

const Topic* Pack::topic(std::string_view id) const { return find_by_id(topics, id); }
const Contact* Pack::contact(std::string_view id) const { return find_by_id(contacts, id); }
const domain::AidModule* Pack::module(std::string_view id) const { return find_by_id(modules, id); }
const Amount* Pack::amount(std::string_view id) const { return find_by_id(amounts, id); }

std::string_view Pack::consent_text(std::string_view code) const {
    const auto found =
        std::find_if(consents.begin(), consents.end(), [&](const ConsentText& entry) { return entry.code == code; });
    return found == consents.end() ? std::string_view{} : std::string_view(found->text);
}

const StatusWords& Pack::status(domain::ApplicationStatus wanted) const {
    const auto found = statuses.find(wanted);
    COURTYARD_CHECK(found != statuses.end());
    return found->second;
}

std::string PackProblem::text() const {
    return file + (line == 0 ? std::string{} : ":" + std::to_string(line)) + ": " + what;
}

}  // namespace courtyard::pack
