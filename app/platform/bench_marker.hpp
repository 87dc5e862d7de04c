// --bench-marker: a square of 24 by 24 pixels in the top left corner that probes outside the program watch.
#pragma once

namespace courtyard::platform {

// Green (#00c853) from the first usable screen on; every handled tap turns it blue (#2962ff) and back.
class BenchMarker {
public:
    void tapped(int times) { taps_ += times; }
    // Draws on top of everything in the current frame.
    void draw() const;

private:
    int taps_ = 0;
};

}  // namespace courtyard::platform
