// A scanner that types: its keys come faster than any hand's, and end with Enter. What it typed is one scanned code;
// what a hand typed is left alone. Times and characters in, so that tests need no scanner.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace courtyard::screens {

class Wedge {
public:
    Wedge() = default;
    Wedge(Wedge&&) = default;
    Wedge& operator=(Wedge&& other) noexcept;
    ~Wedge();

    // What was typed in this frame, at `now_s`. The code when Enter ended a burst of at least 8 characters, of at most
    // 640, all of QR's alphanumeric mode, none more than 100 ms after the one before and 35 ms on average.
    [[nodiscard]] std::optional<std::string> hear(std::u32string_view typed, bool enter, double now_s);

private:
    void forget();
    std::string text_;
    double first_s_ = 0;
    double last_s_ = 0;
    bool spoilt_ = false;
};

}  // namespace courtyard::screens
