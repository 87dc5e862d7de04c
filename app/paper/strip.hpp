// A document on a thermal printer's strip: 203 dots an inch (8 a millimetre), as a picture.
#pragma once

#include "app/paper/document.hpp"
#include "app/paper/raster.hpp"

namespace courtyard::paper {

enum class Width { Mm58 = 384, Mm80 = 576 };  // dots that these papers print

// "paper.symbol" a text is no alphanumeric QR text or too long; "paper.width" a symbol at 4 dots a module is wider than
// the paper; "paper.glyph" no font draws a character (named by its code point); "paper.long" longer than 1.5 m;
// "paper.form" a form is A4 only.
[[nodiscard]] base::Result<Raster> draw_strip(const Document& document, Width width);

}  // namespace courtyard::paper
