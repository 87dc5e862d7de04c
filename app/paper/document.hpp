// What stands on a paper, from top to bottom, before anybody knows how wide the paper is: receipts, tickets, leaflets
// and forms are all made of these blocks, so that every paper of a kiosk has the same face. Values only; words come
// from the pack.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace courtyard::paper {

struct Title {
    std::string text;
};
struct Centred {
    std::string text;
};
struct Heading {  // stays with what comes after it
    std::string text;
};
struct Paragraph {
    std::string text;
};
struct Item {  // "1" or a dot before an indented paragraph
    std::string mark, text;
    bool heavy = false;  // the name of what follows, and stays with it
};
struct Fact {
    std::string label, value;
};
struct Notice {  // heavy, in a frame
    std::string text;
};
struct Rule {};
struct Gap {
    double lines = 0.5;
};
// A dashed line to tear along; what comes after it stays together on one page.
struct Tear {
    std::string text;
};

// What a person must be able to copy by hand and to scan: number, code in words and as a symbol.
struct Claim {
    std::string number_caption;  // may be empty
    std::string number;          // one line, large
    std::string symbol;          // alphanumeric text of a small QR symbol
    std::string symbol_caption;
    std::string code_caption;
    std::string code;  // a line end parts its lines, which are never broken elsewhere
};

// Symbols in their order, each with its caption: under each other on a strip, side by side on a page.
struct Symbol {
    std::string text, caption;
};
struct Symbols {
    std::vector<Symbol> all;
};

// A row of a form to be filled in by hand, A4 only. Left the printed code and the label, right what is to be written.
struct Choices {  // a box before each word
    std::string caption;
    std::vector<std::string> words;
};
struct Squares {  // one square per digit
    std::string caption;
    int count = 0;
};
struct Line {  // to write on, behind its caption
    std::string caption;
};
struct Lines {  // empty ruled lines
    int count = 1;
};
// Squares parted by words: year, month, day. words.size() == counts.size().
struct Dated {
    std::string caption;
    std::vector<int> counts;
    std::vector<std::string> words;
};
struct Table {  // empty rows, or rows that begin with a word each
    std::vector<std::string> heads;
    std::vector<double> shares;  // of the width, one per head
    std::vector<std::vector<std::string>> rows;
};
struct Note {  // small print
    std::string text;
};
using Cell = std::variant<Choices, Squares, Line, Lines, Dated, Table, Note>;
struct Row {
    std::string code;   // "F1.06"
    std::string label;  // as the court calls it
    std::string need;   // "must be filled in", may be empty
    std::vector<Cell> cells;
};

using Block =
    std::variant<Title, Centred, Heading, Paragraph, Item, Fact, Notice, Rule, Gap, Tear, Claim, Symbols, Row>;

enum class Letters : std::uint8_t { Usual, Large, Small };  // Large: to be read at home; Small: forms

struct Document {
    std::string name;        // neutral: title of the PDF and of the print job
    std::string letterhead;  // court's name at the top of the first page; on a strip it is among the blocks
    std::string foot;        // at the bottom of every page; "{n}" and "{of}" are replaced. Not on strips.
    Letters letters = Letters::Usual;
    std::vector<Block> blocks;
};

void wipe(Document& document) noexcept;  // codes and symbols

}  // namespace courtyard::paper
