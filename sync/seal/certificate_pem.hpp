// Reading certificates. For .cpp files of this room only.
#pragma once

#include <string_view>

#include "sync/base/result.hpp"
#include "sync/seal/openssl.hpp"

namespace courtyard::seal::openssl {

// For PEM readers: refuses to give a password. Without it OpenSSL asks at the terminal.
int no_password(char* buffer, int size, int writing, void* context);

// Exactly one PEM certificate of at most 64 KiB. "tls.certificate".
[[nodiscard]] base::Result<Certificate> read_certificate(std::string_view pem);

}  // namespace courtyard::seal::openssl
