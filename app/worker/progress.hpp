// What the holder of a slip may know, from what lies on this machine: no network, no trace that somebody asked.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/domain/application_status.hpp"
#include "app/worker/machine.hpp"
#include "sync/seal/receipt.hpp"

namespace courtyard::worker {

struct ProgressStep {
    domain::ApplicationStatus status = domain::ApplicationStatus::Received;
    std::string say;   // the pack's plain words
    std::string next;  // what comes next
    std::string text;  // the court's own words
    std::vector<std::string> papers;
    std::string number;  // case number
    base::Instant at;    // when the hub got it; the author's clock when the hub's is not known
};

struct Progress {
    std::string number;                  // receipt number
    seal::SealPublicKey notice_key;      // of the slip: for its words of the day (call_words.hpp)
    std::vector<ProgressStep> history;   // oldest first; empty: nothing is known here
    std::optional<base::Instant> as_of;  // last contact with the hub
    [[nodiscard]] const ProgressStep* newest() const { return history.empty() ? nullptr : &history.back(); }
};

// An unknown slip and one of which nothing has come yet give the same answer. Errors of ReceiptSecret::parse.
[[nodiscard]] base::Result<Progress> progress_by_code(Machine& machine, std::string_view typed);
// From a picture of the slip. "paper.*", "progress.no_receipt" when no receipt symbol is in it,
// "progress.several_receipts" when slips of several people are.
[[nodiscard]] base::Result<Progress> progress_by_picture(Machine& machine, const std::filesystem::path& png);
[[nodiscard]] base::Result<Progress> progress_of(Machine& machine, const seal::ReceiptSecret& secret);

}  // namespace courtyard::worker
