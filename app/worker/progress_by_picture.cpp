// Apart from the rest, so that a program that reads typed codes only is not linked with the decoders.
#include "app/worker/pictures.hpp"
#include "app/worker/progress.hpp"

namespace courtyard::worker {

base::Result<Progress> progress_by_picture(Machine& machine, const std::filesystem::path& png) {
    for (const std::string& text : TRY(symbols_in(png))) {
        if (seal::is_receipt_qr(text)) return progress_by_code(machine, text);
    }
    return base::fail(
        "progress.no_receipt",
        png.string() +
            ": there is no receipt symbol in this picture; take it again with the whole slip, or type the code");
}

}  // namespace courtyard::worker
