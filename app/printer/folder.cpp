#include "app/printer/line.hpp"
#include "sync/os/reserved_file.hpp"

namespace courtyard::printer {

namespace {
constexpr int kFilesMax = 9999;
}

// "paper-1.pdf" and so on: never over anything, whole or not at all.
base::Result<void> put_in_folder(const Config& config, base::ByteView bytes) {
    const std::string ending = config.width ? ".escpos" : ".pdf";
    for (int n = 1; n <= kFilesMax; ++n) {
        auto file = os::ReservedFile::make(config.folder / ("paper-" + std::to_string(n) + ending), bytes.size(),
                                           os::Privacy::OwnerOnly);
        if (!file && file.error().code == "file.exists") continue;
        if (!file) return base::fail("printer.folder", file.error().message);
        if (auto filled = file->fill(bytes); !filled) return base::fail("printer.folder", filled.error().message);
        if (auto put = file->put(); !put) return base::fail("printer.folder", put.error().message);
        return {};
    }
    return base::fail("printer.folder", config.folder.string() + " is full of papers: empty it");
}

}  // namespace courtyard::printer
