// The words of events about reading aloud: overwritten when they have been heard.
#pragma once

#include "app/flow/kiosk_event.hpp"
#include "sync/base/bytes.hpp"

namespace courtyard::flow {

inline void wipe_words(Event& event) noexcept {
    if (auto* page = std::get_if<ReadPage>(&event))
        for (std::string& piece : page->pieces)
            base::wipe(piece);
    if (auto* more = std::get_if<ReadMore>(&event))
        for (std::string& piece : more->pieces)
            base::wipe(piece);
    if (auto* touch = std::get_if<SaidTouch>(&event)) base::wipe(touch->words);
}

}  // namespace courtyard::flow
