// The slip for a person's hand: as a picture, and as a text file. Words from the pack; nothing in them tells why they
// came.
#pragma once

#include <filesystem>
#include <string>

#include "app/paper/slip.hpp"
#include "app/printing/compose.hpp"
#include "app/worker/machine.hpp"
#include "app/worker/receipt.hpp"
#include "sync/os/made_folders.hpp"
#include "sync/os/reserved_file.hpp"

namespace courtyard::worker {

// What a receipt tells, for every kind of paper. Its secrets are to be wiped.
[[nodiscard]] printing::ReceiptFacts facts_of(const Receipt& receipt);
[[nodiscard]] paper::Slip slip_of(const Machine& machine, const Receipt& receipt);
// A slip that says all that a slip can say and carries as many symbols as fit on one: opens nothing, belongs to nobody.
[[nodiscard]] paper::Slip trial_slip(const Machine& machine);
// The receipt in words, with the query code. The caller wipes it.
[[nodiscard]] std::string receipt_text(const Machine& machine, const Receipt& receipt);

struct SlipFiles {
    std::filesystem::path picture;  // slip.png
    std::filesystem::path text;     // receipt.txt
};

// Where a slip will lie. It carries the only copy of the receipt secret, so everything that could keep it from being
// written is found out before anything is filed.
class SlipPlace {
public:
    // Makes the folder when it is missing, draws a trial slip (fonts, words, length of the paper) and takes room on the
    // disk for both files. "slip.exists": another slip lies there, or is just being written; "file.folder",
    // "file.write", "paper.*". After an error, and where nothing is written in the end, all is as it was.
    static base::Result<SlipPlace> prepare(const Machine& machine, const std::filesystem::path& folder);

    // Both files whole, or none. "file.exists", "file.write", "paper.*".
    base::Result<SlipFiles> write(const Machine& machine, const Receipt& receipt);

private:
    SlipPlace(SlipFiles paths, os::MadeFolders folders, os::ReservedFile picture, os::ReservedFile text)
        : paths_(std::move(paths)),
          folders_(std::move(folders)),
          picture_(std::move(picture)),
          text_(std::move(text)) {}

    SlipFiles paths_;
    os::MadeFolders folders_;  // before the files: those go first
    os::ReservedFile picture_, text_;
};

}  // namespace courtyard::worker
