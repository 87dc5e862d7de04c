// People who can be called, as cards: name, number, what for.
#pragma once

#include <initializer_list>
#include <string_view>

#include "app/screens/kiosk_scene.hpp"

namespace courtyard::screens {

// By id of contacts.toml, in this order; those that the pack does not have are left out.
void contact_cards(Scene& scene, Flow& flow, std::initializer_list<std::string_view> ids);

}  // namespace courtyard::screens
