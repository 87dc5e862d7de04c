// In place of a sound card: ALSA's file device, whose file is a pipe that this program reads from as it likes. What
// nobody takes stops the voice in the middle of its sentence.
#pragma once

#include <filesystem>
#include <string>

#include "sync/os/descriptor.hpp"

namespace courtyard::test {

class SlowCard {
public:
    // FAILs the test when the pipe cannot be made in `folder`.
    explicit SlowCard(const std::filesystem::path& folder);

    [[nodiscard]] std::string environment() const;  // of the program that speaks
    // What was played and not taken yet, a sixth of a second at most, as the device wrote it: samples of 16 bits.
    [[nodiscard]] std::string take();

private:
    std::filesystem::path folder_;
    os::Descriptor pipe_{-1};
};

}  // namespace courtyard::test
