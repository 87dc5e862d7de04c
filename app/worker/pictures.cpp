#include "app/worker/pictures.hpp"

#include <algorithm>

#include "app/paper/picture.hpp"
#include "app/paper/scan.hpp"
#include "sync/os/files.hpp"
#include "sync/seal/receipt.hpp"

namespace courtyard::worker {

base::Result<std::vector<std::string>> symbols_in(const std::filesystem::path& path) {
    const base::Bytes bytes = TRY(os::read_file(path, paper::kPictureBytesMax));
    const auto named = [&](const base::Error& error) {
        return base::fail(error.code, path.string() + ": " + error.message);
    };
    const auto picture = paper::from_picture(bytes);
    if (!picture) return named(picture.error());
    auto symbols = paper::scan(*picture);
    if (!symbols) return named(symbols.error());
    return symbols;
}

base::Error without_application(const base::Error& error, const std::vector<std::filesystem::path>& pictures) {
    if (error.code != "symbols.none") return error;
    for (const std::filesystem::path& picture : pictures) {
        const auto symbols = symbols_in(picture);
        if (!symbols || std::none_of(symbols->begin(), symbols->end(), seal::is_receipt_qr)) continue;
        return {
            "symbols.not_printed",
            picture.string() +
                ": only the receipt's own symbol is in this picture: take it again with the whole slip; a slip that "
                "says that it does not hold the application brings nothing back, what was filed is in the machine "
                "where it was filed"};
    }
    return error;
}

}  // namespace courtyard::worker
