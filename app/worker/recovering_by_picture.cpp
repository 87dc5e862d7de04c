// Apart from the rest, so that a program that takes scanned texts only is not linked with the decoders.
#include "app/worker/pictures.hpp"
#include "app/worker/recovering.hpp"

namespace courtyard::worker {

base::Result<Recovered> recover(Machine& machine, const std::vector<std::filesystem::path>& pngs, base::Instant now) {
    if (pngs.empty() || pngs.size() > kPicturesMax) {
        return base::fail("recover.pictures", "give 1 to " + std::to_string(kPicturesMax) + " pictures of one slip");
    }
    std::vector<std::string> symbols;
    for (const std::filesystem::path& png : pngs) {
        for (std::string& text : TRY(symbols_in(png)))
            symbols.push_back(std::move(text));
    }
    return recover_symbols(machine, symbols, now);
}

}  // namespace courtyard::worker
