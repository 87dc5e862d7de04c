// Apart from the rest, so that a program that reads typed codes only is not linked with the decoders.
#include <set>

#include "app/worker/pictures.hpp"
#include "app/worker/progress.hpp"

namespace courtyard::worker {

base::Result<Progress> progress_by_picture(Machine& machine, const std::filesystem::path& png) {
    std::set<std::string> receipts;
    for (std::string& text : TRY(symbols_in(png))) {
        if (seal::is_receipt_qr(text)) receipts.insert(std::move(text));
    }
    if (receipts.empty()) {
        return base::fail("progress.no_receipt", png.string() +
                                                     ": there is no receipt symbol in this picture; take it again with "
                                                     "the whole slip, or type the code");
    }
    if (receipts.size() > 1) {
        return base::fail("progress.several_receipts",
                          png.string() + ": there are " + std::to_string(receipts.size()) +
                              " different slips in this picture; take a picture of one slip alone");
    }
    return progress_by_code(machine, *receipts.begin());
}

}  // namespace courtyard::worker
