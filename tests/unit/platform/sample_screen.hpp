// A screen with everything our screens are made of: cards, shadows of many corners, gradients, text of all faces,
// icons, lines, circles, clipped text, half-transparent layers, a picture.
#pragma once

#include <memory>

#include "app/platform/fonts.hpp"
#include "app/platform/texture.hpp"

namespace courtyard::test {

struct SampleScreen {
    platform::Faces faces;
    std::unique_ptr<platform::Texture> picture;
    float shift = 0;  // moves the second card
    const char* line = "打赢官司拿不到钱、日子难过，点这里";
    bool pressed = false;

    explicit SampleScreen(const platform::Faces& the_faces) : faces(the_faces) {}
    void draw();
};

// A picture with every colour and a transparent edge.
[[nodiscard]] platform::Image sample_picture(int width, int height);

}  // namespace courtyard::test
