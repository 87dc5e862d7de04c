// Where the laptop's window stands.
#pragma once

#include <cstdint>

namespace courtyard::flow {

enum class DeskPlace : std::uint8_t {
    Unlock,
    Today,
    Cases,
    Inbox,
    Sheet,
    Answer,
    Confirm,
    Signed,
    Recover,
    Case,
    Act,
    ActPicture,  // one more picture for the act that is written
    ActConfirm,
    Leads,
    Lead,
    Paper,    // one paper of the case, before it is printed
    Doubles,  // no double aid: lists of other offices
};

}  // namespace courtyard::flow
