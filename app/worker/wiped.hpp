// Text that a person typed, on its way through one function: overwritten when the function is left, whichever way.
#pragma once

#include <string>

#include "sync/base/bytes.hpp"

namespace courtyard::worker {

// Keep it where it is: a std::string that grows or is copied leaves pieces behind, so reserve first and pass by
// reference.
class WipeAtEnd {
public:
    explicit WipeAtEnd(std::string& text) : text_(text) {}
    ~WipeAtEnd() { base::wipe(text_); }
    WipeAtEnd(const WipeAtEnd&) = delete;
    WipeAtEnd& operator=(const WipeAtEnd&) = delete;

private:
    std::string& text_;
};

}  // namespace courtyard::worker
