// A document on A4 pages, as PDF: text that can be copied, fonts embedded, symbols as squares.
#pragma once

#include "app/paper/document.hpp"
#include "sync/base/bytes.hpp"
#include "sync/base/result.hpp"

namespace courtyard::paper {

inline constexpr int kPagesMax = 40;

// Blocks are never parted: one that does not fit the page goes to the next. "paper.symbol", "paper.glyph" (as for
// strips), "paper.long": a block is taller than a page, or there are too many pages; "paper.pdf".
[[nodiscard]] base::Result<base::Bytes> draw_pages(const Document& document);

}  // namespace courtyard::paper
