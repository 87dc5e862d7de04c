#include "app/paper/document.hpp"

#include "sync/base/bytes.hpp"

namespace courtyard::paper {

void wipe(Document& document) noexcept {
    for (Block& block : document.blocks) {
        if (auto* claim = std::get_if<Claim>(&block)) {
            base::wipe(claim->number);
            base::wipe(claim->code);
            base::wipe(claim->symbol);
        } else if (auto* symbols = std::get_if<Symbols>(&block)) {
            for (Symbol& symbol : symbols->all)
                base::wipe(symbol.text);
        }
    }
    document.blocks.clear();
}

}  // namespace courtyard::paper
