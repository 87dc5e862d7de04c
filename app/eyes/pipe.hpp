// Messages through a pair of file descriptors: whole ones in, whole ones out.
#pragma once

#include <optional>

#include "app/eyes/message.hpp"

namespace courtyard::eyes {

// Blocks until all is written. "eyes.gone".
base::Result<void> send(int fd, const Message& message);
// The next message; nothing after `timeout_ms` without one (-1: waits for ever). Once it has begun, waits for all of
// it. "eyes.gone" at the end of the stream, "eyes.message".
[[nodiscard]] base::Result<std::optional<Message>> receive(int fd, int timeout_ms);

}  // namespace courtyard::eyes
