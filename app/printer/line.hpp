// Inside app/printer: the way to a receipt printer, whatever it is made of: an open descriptor that never blocks.
#pragma once

#include "app/printer/printer.hpp"
#include "sync/os/descriptor.hpp"

namespace courtyard::printer {

enum class Answers : std::uint8_t { Never, Maybe };  // can the printer be heard?

// Asks how it is, writes everything, waits until it has taken it, asks again. Errors of printer.hpp.
[[nodiscard]] base::Result<void> print_over(const os::Descriptor& line, Answers answers, base::ByteView bytes,
                                            const Patience& patience);

[[nodiscard]] base::Result<void> send_to_device(const Config& config, base::ByteView bytes, const Patience& patience);
[[nodiscard]] base::Result<void> send_over_tcp(const Config& config, base::ByteView bytes, const Patience& patience);
[[nodiscard]] base::Result<void> put_in_folder(const Config& config, base::ByteView bytes);
[[nodiscard]] base::Result<void> give_to_cups(const Config& config, base::ByteView bytes, const std::string& name,
                                              const Patience& patience);

}  // namespace courtyard::printer
