// What was typed in the laptop's window and is not signed, while the laptop is locked: sealed in memory to a key that
// only the passphrase gives back. Nothing of it is ever on a disk, and it is gone when the program ends.
#pragma once

#include <optional>
#include <vector>

#include "app/flow/kept_draft.hpp"
#include "sync/base/random.hpp"
#include "sync/base/result.hpp"
#include "sync/seal/keys.hpp"
#include "sync/seal/passphrase.hpp"

namespace courtyard::worker {

class SealedDrafts {
public:
    explicit SealedDrafts(seal::ScryptCost cost = {}) : cost_(cost) {}

    // As long as the passphrase is at hand: makes the key for the next lock. Costs one guess of it. After
    // open(): what lies sealed under the key before is lost.
    base::Result<void> get_ready(base::ByteView passphrase, base::Random& random);
    // Wipes them. Without a key, or where it fails, nothing is kept: then is_lost().
    void seal(std::vector<flow::KeptDraft>& drafts, base::Random& random);
    // What was sealed last; they are no longer kept here.
    [[nodiscard]] std::vector<flow::KeptDraft> open(base::ByteView passphrase);
    [[nodiscard]] bool is_lost() const { return lost_; }

private:
    seal::ScryptCost cost_;
    std::optional<seal::SealPublicKey> to_;
    base::Bytes key_;                  // its secret half, behind the passphrase
    std::vector<base::Bytes> pieces_;  // of one text, in its order
    bool lost_ = false;
};

}  // namespace courtyard::worker
