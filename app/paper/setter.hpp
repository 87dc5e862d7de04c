// Inside app/paper: sets blocks of a document one under another, on a strip or on a page. The same code measures and
// draws, so that what was measured is what is drawn.
#pragma once

#include <string>
#include <vector>

#include "app/paper/document.hpp"
#include "app/paper/pen.hpp"
#include "sync/base/result.hpp"

namespace courtyard::paper {

enum class Shape : std::uint8_t { Strip, Page };

struct Measures {
    Shape shape = Shape::Strip;
    double left = 0;   // where content begins
    double width = 0;  // of content
    double body = 0;   // em of usual text
    double hair = 1;   // the thinnest line
    // Side of a module: at least, at most, and at most for the small symbol of a claim.
    double module_min = 0, module_max = 0, module_small = 0;
    double sheet = 0;  // width of the whole paper: a strip's symbols may use it all
};

enum class Ink : std::uint8_t { Measure, Draw };

class Setter {
public:
    Setter(Pen& pen, const Measures& measures) : pen_(pen), m_(measures) {}

    // Height of the block with the space below it. "paper.symbol", "paper.width", "paper.form".
    base::Result<double> set(const Block& block, double y, Ink ink);

private:
    [[nodiscard]] Words body(std::string_view text, double scale = 1, Heft heft = Heft::Text,
                             Side side = Side::Left) const;
    double text(const Words& words, double x, double y, Ink ink);
    double fitted(std::string_view words, double scale, double y, Ink ink);  // lines that are never broken

    double on(const Title& block, double y, Ink ink);
    double on(const Centred& block, double y, Ink ink);
    double on(const Heading& block, double y, Ink ink);
    double on(const Paragraph& block, double y, Ink ink);
    double on(const Item& block, double y, Ink ink);
    double on(const Fact& block, double y, Ink ink);
    double on(const Notice& block, double y, Ink ink);
    double on(const Rule& block, double y, Ink ink);
    double on(const Gap& block, double y, Ink ink);
    double on(const Tear& block, double y, Ink ink);
    base::Result<double> on(const Claim& block, double y, Ink ink);
    base::Result<double> on(const Symbols& block, double y, Ink ink);
    base::Result<double> on(const Row& block, double y, Ink ink);

    base::Result<double> claim_on_strip(const Claim& block, const Modules& modules, double y, Ink ink);
    double claim_on_page(const Claim& block, const Modules& modules, double y, Ink ink);

    // setter_form.cpp: cells of a form's row, `x` and `width` of the right column.
    double cell(const Choices& cell, double x, double y, double width, Ink ink);
    double cell(const Squares& cell, double x, double y, double width, Ink ink);
    double cell(const Line& cell, double x, double y, double width, Ink ink);
    double cell(const Lines& cell, double x, double y, double width, Ink ink);
    double cell(const Dated& cell, double x, double y, double width, Ink ink);
    double cell(const Table& cell, double x, double y, double width, Ink ink);
    double cell(const Note& cell, double x, double y, double width, Ink ink);
    double caption(std::string_view words, double x, double y, double line, Ink ink);  // its width
    void square(double x, double y, double side);

    Pen& pen_;
    const Measures& m_;
};

}  // namespace courtyard::paper
