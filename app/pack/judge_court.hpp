// What only whoever writes a paper of the court is told: a machine takes papers of packs from before as they are. For
// app/pack only.
#pragma once

#include "app/pack/court_pieces.hpp"
#include "app/pack/court_template.hpp"
#include "app/pack/readers.hpp"

namespace courtyard::pack {

// `pieces`: what its body and its notes were read with.
void judge_court(const Tree& root, Source source, const CourtTemplate& paper, const PieceReader& pieces);

// Braces and bars that were typed full-width: they stand on the paper, and fill nothing. Each line once.
void judge_marks(const Tree& text, Source source);

}  // namespace courtyard::pack
