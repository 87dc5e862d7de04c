#include "app/worker/receipt.hpp"

#include <utility>

#include "sync/seal/slip_symbols.hpp"

namespace courtyard::worker {

Receipt::Receipt(store::Committed&& proof, seal::ReceiptSecret secret, const base::RecordId& id, base::Bytes record,
                 base::Instant filed, std::size_t papers, std::size_t pictures)
    : secret_(std::move(secret)),
      number_(secret_.address().number.text),
      id_(id),
      filed_(filed),
      papers_(papers),
      pictures_(pictures) {
    static_cast<void>(proof);  // its only use is that it could be had
    // A very long application fits no slip; the receipt then carries the code alone.
    if (auto symbols = seal::to_symbols(record)) symbols_ = std::move(*symbols);
}

}  // namespace courtyard::worker
