// A paper of the court, made and read as words.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "app/printing/court_paper.hpp"

namespace courtyard::test {

inline printing::CourtPaper made(const printing::CourtDesk& desk, const std::string& id) {
    const auto form = pack::court_template(desk.pack, id);
    REQUIRE_MESSAGE(form.has_value(), id);
    auto paper = printing::make_court_paper(desk, *form);
    REQUIRE_MESSAGE(paper.has_value(), id << ": " << paper.error().message);
    return *std::move(paper);
}

// All that stands on it, a line for each block or row.
inline std::string words_of(const printing::CourtPaper& made) {
    const paper::Official& paper = made.paper;
    std::string all = paper.court + "\n" + paper.title + "\n" + paper.number + "\n";
    for (const auto& block : paper.blocks) {
        if (const auto* prose = std::get_if<paper::Prose>(&block)) all += prose->text + "\n";
        if (const auto* grid = std::get_if<paper::Grid>(&block))
            for (const auto& row : grid->rows) {
                for (const auto& cell : row.cells)
                    all += "| " + cell.text + " ";
                all += "|\n";
            }
    }
    for (const std::string& note : paper.notes)
        all += note + "\n";
    return all;
}

}  // namespace courtyard::test
