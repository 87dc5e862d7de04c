// Opening a home for a command: passphrase from a file or from the terminal.
#pragma once

#include <memory>
#include <string>

#include "app/ctl/ctl.hpp"
#include "app/worker/machine.hpp"
#include "sync/seal/secret.hpp"

namespace courtyard::ctl {

enum class Ask { Once, Twice };
// The first line of --passphrase-file, or typed without being shown. "passphrase.empty", usage when there is no
// terminal.
[[nodiscard]] base::Result<seal::SecretBytes> passphrase_of(const Common& common, Ask ask);

// Asks for a passphrase only when the home is a laptop's.
[[nodiscard]] base::Result<std::unique_ptr<worker::Machine>> open_home(const Common& common, base::Random& random);

}  // namespace courtyard::ctl
