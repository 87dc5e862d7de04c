// The faces of the platform in the words of the screens.
#pragma once

#include "app/platform/fonts.hpp"
#include "app/screens/theme.hpp"

namespace courtyard::shell {

static_assert(platform::kTypeScale == screens::kTypeScale, "screens must draw in the sizes that the faces bake");

[[nodiscard]] inline screens::Fonts fonts_of(const platform::Faces& faces) {
    return {.text = faces.text, .strong = faces.bold, .title = faces.title, .icons = faces.icons};
}

}  // namespace courtyard::shell
