// The slip for a person's hand: as a picture, and as a text file. Words from the pack; nothing in them tells why they
// came.
#pragma once

#include <filesystem>
#include <string>

#include "app/paper/slip.hpp"
#include "app/worker/machine.hpp"
#include "app/worker/receipt.hpp"

namespace courtyard::worker {

[[nodiscard]] paper::Slip slip_of(const Machine& machine, const Receipt& receipt);
// The receipt in words, with the query code. The caller wipes it.
[[nodiscard]] std::string receipt_text(const Machine& machine, const Receipt& receipt);

struct SlipFiles {
    std::filesystem::path picture;  // slip.png
    std::filesystem::path text;     // receipt.txt
};
// Makes the folder when it is missing; each file appears whole or not at all. The receipt secret goes here and nowhere
// else.
[[nodiscard]] base::Result<SlipFiles> write_slip(const Machine& machine, const Receipt& receipt,
                                                 const std::filesystem::path& folder);
// Whether a slip could be written there, judged before anything is filed.
[[nodiscard]] base::Result<void> prepare_slip_folder(const std::filesystem::path& folder);

}  // namespace courtyard::worker
