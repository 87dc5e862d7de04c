// A laptop's passphrase costs a third of a second and 128 MiB each time, on purpose. A test that starts hundreds of
// programs on laptops pays the least that a file may ask for.
#pragma once

#include <filesystem>
#include <string_view>

namespace courtyard::test {

// Wraps the store key of a home that was just enrolled anew, at the lowest cost that the program takes. Requires that
// it was enrolled at the full one.
void make_unlocking_quick(const std::filesystem::path& home, std::string_view passphrase);

}  // namespace courtyard::test
