#include "app/pack/help_offers.hpp"

#include <algorithm>

namespace courtyard::pack {

std::string body_name(const Pack& pack, const std::string& body) {
    const std::string key = "court.body." + body;
    if (pack.words.has(key)) return pack.words.text(key);
    const Contact* contact = pack.contact(body);
    return contact == nullptr ? body : contact->name;
}

bool is_body(const Pack& pack, std::string_view body) {
    const auto& doors = pack.doors.doors;
    return std::any_of(doors.begin(), doors.end(), [body](const domain::Door& door) {
        return std::find(door.bodies.begin(), door.bodies.end(), body) != door.bodies.end();
    });
}

const HelpOffer* HelpOffers::item(std::string_view id) const {
    const auto found = std::find_if(items.begin(), items.end(), [id](const HelpOffer& each) { return each.id == id; });
    return found == items.end() ? nullptr : &*found;
}

HelpOffers help_offers(const Pack& pack) {
    HelpOffers offers;
    for (const domain::Door& door : pack.doors.doors) {
        if (door.bodies.empty()) continue;
        offers.items.push_back({door.id, door.title, door.bodies, door.share});
        for (const std::string& body : door.bodies)
            offers.bodies.emplace(body, body_name(pack, body));
        for (const std::string& code : door.share) {
            const domain::Field* field = pack.form.field(code);
            offers.fields.emplace(code, field == nullptr ? code : field->label);
        }
    }
    return offers;
}

}  // namespace courtyard::pack
