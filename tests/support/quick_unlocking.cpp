#include "tests/support/quick_unlocking.hpp"

#include <doctest/doctest.h>

#include "sync/os/clock.hpp"
#include "sync/os/files.hpp"
#include "sync/seal/passphrase.hpp"

namespace courtyard::test {

void make_unlocking_quick(const std::filesystem::path& home, std::string_view passphrase) {
    constexpr std::size_t kCostAt = 6, kFileBytes = 88;  // sync/seal/FORMAT.md, section 6
    const std::filesystem::path file = home / "store.key.wrapped";
    const auto enrolled = os::read_file(file, kFileBytes);
    REQUIRE_MESSAGE(enrolled.has_value(), enrolled.error().message);
    REQUIRE(enrolled->size() == kFileBytes);
    REQUIRE((*enrolled)[kCostAt] == seal::ScryptCost{}.log2_n);
    const auto key = seal::unwrap_with_passphrase(*enrolled, base::as_bytes(passphrase));
    REQUIRE_MESSAGE(key.has_value(), key.error().message);
    os::OsRandom random;
    const auto wrapped = seal::wrap_with_passphrase(*key, base::as_bytes(passphrase), random, {15});
    REQUIRE_MESSAGE(wrapped.has_value(), wrapped.error().message);
    const auto written = os::write_file(file, *wrapped, os::Privacy::OwnerOnly);
    REQUIRE_MESSAGE(written.has_value(), written.error().message);
}

}  // namespace courtyard::test
