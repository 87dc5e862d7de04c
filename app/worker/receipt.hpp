// What a person holds after filing. Can only be made from a committed transaction, so none is ever shown too early.
#pragma once

#include <string>
#include <vector>

#include "app/store/transaction.hpp"
#include "sync/base/bytes.hpp"
#include "sync/base/ids.hpp"
#include "sync/base/instant.hpp"
#include "sync/seal/receipt.hpp"

namespace courtyard::worker {

class Receipt {
public:
    // `record`: the sealed application, for the symbols on the slip; `papers`: how many were handed in with it. Called
    // by file() alone.
    Receipt(store::Committed&& proof, seal::ReceiptSecret secret, const base::RecordId& id, base::Bytes record,
            base::Instant filed, std::size_t papers, std::size_t pictures = 0);

    [[nodiscard]] const std::string& number() const { return number_; }
    [[nodiscard]] seal::SecretBytes code() const { return secret_.code(); }             // in groups, to be typed
    [[nodiscard]] seal::SecretBytes qr_text() const { return secret_.qr_text(); }       // of the small symbol
    [[nodiscard]] const std::vector<std::string>& symbols() const { return symbols_; }  // empty: too large to print
    // Whether the slip is the whole application; if not, this machine has the only copy until the hub has one.
    [[nodiscard]] bool holds_application() const { return !symbols_.empty(); }
    [[nodiscard]] std::size_t papers() const { return papers_; }
    // Photos sealed with it: they are on no slip.
    [[nodiscard]] std::size_t pictures() const { return pictures_; }
    [[nodiscard]] const base::RecordId& record_id() const { return id_; }
    [[nodiscard]] base::Instant filed() const { return filed_; }
    // Whether the person shows the last group of the code.
    [[nodiscard]] bool last_group_is(std::string_view typed) const { return secret_.last_group_is(typed); }

private:
    seal::ReceiptSecret secret_;
    std::string number_;
    base::RecordId id_;
    base::Instant filed_;
    std::size_t papers_;
    std::size_t pictures_;
    std::vector<std::string> symbols_;
};

}  // namespace courtyard::worker
