// SIGTERM and SIGINT end a program in order: the session is wiped, the store closed.
#pragma once

namespace courtyard::shell {

void stop_on_signals();
[[nodiscard]] bool is_stop_asked();

}  // namespace courtyard::shell
