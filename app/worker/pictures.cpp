#include "app/worker/pictures.hpp"

#include "app/paper/scan.hpp"
#include "sync/os/files.hpp"

namespace courtyard::worker {

base::Result<std::vector<std::string>> symbols_in(const std::filesystem::path& png) {
    const base::Bytes bytes = TRY(os::read_file(png, paper::kPngBytesMax));
    const auto named = [&](const base::Error& error) {
        return base::fail(error.code, png.string() + ": " + error.message);
    };
    const auto picture = paper::from_png(bytes);
    if (!picture) return named(picture.error());
    auto symbols = paper::scan(*picture);
    if (!symbols) return named(symbols.error());
    return symbols;
}

}  // namespace courtyard::worker
