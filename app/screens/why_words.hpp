// The screening explained in sentences: what was answered, what would have to be different, why a door fits.
#pragma once

#include <string>
#include <vector>

#include "app/domain/screening_change.hpp"
#include "app/screens/kiosk_scene.hpp"

namespace courtyard::screens {

// What was answered, in the words of the options; "" for nothing.
[[nodiscard]] std::string reply_words(const Ui& ui, const domain::ScreeningQuestion& question,
                                      const std::vector<std::string>& values);
// "If it is really so: …", one sentence for each change of a way.
[[nodiscard]] std::vector<std::string> way_words(const Scene& scene, const domain::ScreeningWay& way);
// The doors of this person, or the whole catalogue where nothing was asked. Where rule RS has stopped the path no
// reason is named: somebody may be looking on.
[[nodiscard]] std::vector<domain::OpenDoor> doors_of(const Scene& scene);
[[nodiscard]] std::string because_words(const Ui& ui, const domain::OpenDoor& open);

}  // namespace courtyard::screens
