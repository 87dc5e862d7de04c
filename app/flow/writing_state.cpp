#include "app/flow/writing_state.hpp"

#include <algorithm>

#include "sync/base/bytes.hpp"

namespace courtyard::flow {

bool is_pending(const WritingWork& work) { return !work.ink.empty() || !work.letters.empty(); }

void wipe(WritingWork& work) noexcept {
    for (InkStroke& stroke : work.ink)
        std::fill(stroke.begin(), stroke.end(), InkPoint{});
    base::wipe(work.letters);
    for (Offer& offer : work.offers)
        base::wipe(offer.text);
    base::wipe(work.radical);
    for (RadicalGroup& group : work.groups)
        for (std::string& character : group.characters)
            base::wipe(character);
    const WritingPad pad = work.pad;
    work = WritingWork{};
    work.pad = pad;
}

}  // namespace courtyard::flow
