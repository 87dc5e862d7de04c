// The print button and what became of it, for every page that has a paper to offer. Nothing where this kiosk has no
// printer.
#pragma once

#include <string>

#include "app/screens/kiosk_scene.hpp"

namespace courtyard::screens {

[[nodiscard]] bool can_print(const Scene& scene);
// The label of a button that prints: "print …", "being printed", "done; once more".
[[nodiscard]] std::string print_label(const Scene& scene, const flow::PrintOrder& order, std::string_view label_key);
void press_print(Scene& scene, const flow::PrintOrder& order);

// A button with the sentence of its state above it.
void print_row(Scene& scene, Flow& flow, const flow::PrintOrder& order, std::string_view label_key);

}  // namespace courtyard::screens
