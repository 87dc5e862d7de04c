// Reads the body of a court's paper line by line: headings, paragraphs, rows of tables, and the lines {if …}, {else},
// {end}, {each …}, {columns …}, {space} that stand alone.
#pragma once

#include <string_view>
#include <vector>

#include "app/pack/court_pieces.hpp"

namespace courtyard::pack {

class BodyReader {
public:
    BodyReader(const Pack& pack, Source source, CourtTemplate& out)
        : source_(source), out_(out), scope_(pack, out.about), pieces_(source, scope_) {}
    BodyReader(const BodyReader&) = delete;  // its pieces look into its own scope
    BodyReader& operator=(const BodyReader&) = delete;

    void read(const Tree& body);
    PieceReader& pieces() { return pieces_; }

private:
    struct Open {
        std::vector<CourtNode>* into;
        CourtNode* node;  // an If or Each; none: the body
        std::size_t line;
        bool in_else = false;
    };

    void problem(std::size_t line, std::string what) { source_.problems.add(source_.file, line, std::move(what)); }
    void read_line(std::string_view raw, std::size_t line);
    bool read_directive(std::string_view text, std::size_t line);
    void begin_each(std::string_view text, std::size_t line, CourtNode& node);
    bool begin(CourtNode::Kind kind, std::string_view text, std::size_t line);
    bool otherwise(std::size_t line);
    bool end(std::size_t line);
    bool columns(const std::vector<std::string_view>& words, std::size_t line);
    void read_row(std::string_view text, CourtNode& node);
    CourtCell read_cell(std::string_view text, std::size_t line);

    Source source_;
    CourtTemplate& out_;
    CourtScope scope_;
    PieceReader pieces_;
    std::vector<Open> open_;
    std::vector<int> shares_;
};

}  // namespace courtyard::pack
