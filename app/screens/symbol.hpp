// A QR symbol as squares, computed once for its text: encoding one takes longer than drawing the whole page around it.
#pragma once

#include <string>
#include <string_view>

#include "sync/base/bytes.hpp"

namespace courtyard::screens {

class Symbol {
public:
    // Alphanumeric mode, level M, with the quiet zone of ISO/IEC 18004. No squares when the text cannot be written so.
    explicit Symbol(std::string_view text);
    ~Symbol();  // wipes: a receipt's symbol is its secret
    Symbol(const Symbol&) = delete;
    Symbol& operator=(const Symbol&) = delete;

    [[nodiscard]] bool is_of(std::string_view text) const { return text == text_; }
    [[nodiscard]] int side() const { return side_; }                 // squares, quiet zone included; 0: none
    [[nodiscard]] const base::Bytes& dark() const { return dark_; }  // side * side, row by row, 0 or 1

private:
    std::string text_;
    int side_ = 0;
    base::Bytes dark_;
};

}  // namespace courtyard::screens
