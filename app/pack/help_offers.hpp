// What somebody can be referred to, with the names that people read: items, bodies and the fields that a body may be
// told (rules/doors.toml, contacts.toml, the form).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/pack/pack.hpp"

namespace courtyard::pack {

// What a body of the county is called: court.body.<id>, which names the office where the contact is a hotline; else the
// contact; else the id as it stands.
[[nodiscard]] std::string body_name(const Pack& pack, const std::string& body);

// Who promises something to the person: a body that somebody can be referred to, or the court itself.
inline constexpr std::string_view kCourtItself = "court";
[[nodiscard]] bool is_body(const Pack& pack, std::string_view body);

struct HelpOffer {
    std::string id, title;
    std::vector<std::string> bodies, share;  // ids of bodies; codes of fields
};
struct HelpOffers {
    std::vector<HelpOffer> items;               // those that somebody can be referred to, in the order of the pack
    std::map<std::string, std::string> bodies;  // id: name
    std::map<std::string, std::string> fields;  // code: label

    [[nodiscard]] const HelpOffer* item(std::string_view id) const;
};
[[nodiscard]] HelpOffers help_offers(const Pack& pack);

}  // namespace courtyard::pack
