// A paper of the court, made and read as words.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "app/printing/court_paper.hpp"
#include "tests/unit/printing/court_case.hpp"
#include "tests/unit/printing/printed.hpp"

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

inline pack::CourtTemplate paper_of(const std::string& id, const pack::Pack& pack = pack::test::demo_pack()) {
    auto found = pack::court_template(pack, id);
    REQUIRE_MESSAGE(found.has_value(), id);
    return *std::move(found);
}

inline PrintedPdf drawn(const printing::CourtPaper& paper) {
    auto pdf = paper::draw_official(paper.paper);
    REQUIRE_MESSAGE(pdf.has_value(), pdf.error().message);
    return PrintedPdf(*std::move(pdf));
}

// A refusal in the place of the grant.
inline void refuse(FullCase& full) {
    full.set_aside(full.decided);
    full.add("decided", "2026-12-03",
             {{"ballot", std::string(32, '0')},
              {"result", words("refuse")},
              {"reasons", words("救助申请人在同一案件中已经由检察机关给予国家司法救助，国家司法救助只进行一次。")}},
             "吴主任");
}

}  // namespace courtyard::test
