#include "app/pack/court_body.hpp"

#include <algorithm>

#include "app/pack/court_text.hpp"

namespace courtyard::pack {

namespace {

using Kind = CourtNode::Kind;

constexpr int kLinesMax = 40;

Kind kind_of(std::string_view text) {
    switch (text.front()) {
        case '#': return Kind::Heading;
        case '>': return Kind::Right;
        case '=': return Kind::Centred;
        case ':': return Kind::Flush;
        case '*': return Kind::Small;
        default: return Kind::Indented;
    }
}

}  // namespace

void BodyReader::read(const Tree& body) {
    const std::string_view text = body.text;
    open_.push_back({&out_.body, nullptr, body.line_at(0)});
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        read_line(text.substr(at, end - at), body.line_at(at));
        at = end + 1;
    }
    if (open_.size() > 1)
        problem(open_.back().line, "this {if …} or {each …} has no {end}; add a line {end} where it ends");
}

void BodyReader::read_line(std::string_view raw, std::size_t line) {
    const std::string_view text = trimmed(raw);
    if (text.empty()) return;
    if (text.starts_with('{') && text.find('}') == text.size() - 1 &&
        read_directive(trimmed(text.substr(1, text.size() - 2)), line))
        return;
    CourtNode node;
    node.line = line;
    if (text.starts_with('|')) {
        read_row(text, node);
    } else {
        node.kind = kind_of(text);
        node.parts = pieces_.parts(node.kind == Kind::Indented ? text : trimmed(text.substr(1)), line);
    }
    open_.back().into->push_back(std::move(node));
}

// A line that is nothing but {if …}, {else}, {end}, {each …}, {columns …} or {space}.
bool BodyReader::read_directive(std::string_view text, std::size_t line) {
    const auto words = words_in(text);
    if (words.empty()) return false;
    if (words[0] == "if") return begin(Kind::If, text, line);
    if (words[0] == "each") return begin(Kind::Each, text, line);
    if (words[0] == "else") return otherwise(line);
    if (words[0] == "end") return end(line);
    if (words[0] == "columns") return columns(words, line);
    if (words[0] != "space") return false;
    CourtNode node;
    node.kind = Kind::Space;
    node.line = line;
    open_.back().into->push_back(std::move(node));
    return true;
}

void BodyReader::begin_each(std::string_view text, std::size_t line, CourtNode& node) {
    const auto words = words_in(text);
    std::string why;
    if (words.size() != 4 || words[2] != "of") {
        problem(line, "'{" + std::string(text) + "}' must be like {each paper of more_papers}");
    } else if (!scope_.enter(words[1], words[3], why)) {
        problem(line, why);
    } else {
        pieces_.use(words[3], {}, line);
        node.variable = words[1];
        node.list = words[3];
    }
}

bool BodyReader::begin(Kind kind, std::string_view text, std::size_t line) {
    CourtNode node;
    node.kind = kind;
    node.line = line;
    if (kind == Kind::If) {
        node.test = pieces_.test(text.substr(2), line);
    } else {
        begin_each(text, line, node);
    }
    if (open_.size() > kCourtDepthMax) problem(line, "{if …} and {each …} stand too deep in each other; at most six");
    auto& into = *open_.back().into;
    into.push_back(std::move(node));
    open_.push_back({&into.back().nodes, &into.back(), line});
    return true;
}

bool BodyReader::otherwise(std::size_t line) {
    Open& top = open_.back();
    if (top.node == nullptr || top.node->kind != Kind::If || top.in_else) {
        problem(line, "this {else} has no {if …} before it; remove it or add the {if …}");
    } else {
        top.in_else = true;
        top.into = &top.node->otherwise;
    }
    return true;
}

bool BodyReader::end(std::size_t line) {
    if (open_.back().node == nullptr) {
        problem(line, "this {end} has no {if …} or {each …} before it; remove it or add what it ends");
        return true;
    }
    if (open_.back().node->kind == Kind::Each && !open_.back().node->variable.empty()) scope_.leave();
    open_.pop_back();
    return true;
}

bool BodyReader::columns(const std::vector<std::string_view>& words, std::size_t line) {
    shares_.clear();
    for (std::size_t i = 1; i < words.size(); ++i) {
        const auto share = whole_number(words[i], 100);
        if (!share) problem(line, "{columns …} takes whole numbers from 1 to 100, one for each column");
        shares_.push_back(share.value_or(1));
    }
    return true;
}

// "| *name | {applicant} |": cells with a star are labels. What stands in braces holds no bars.
void BodyReader::read_row(std::string_view text, CourtNode& node) {
    node.kind = Kind::Row;
    std::vector<std::string_view> cells;
    std::size_t from = 1, depth = 0;
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] == '{') ++depth;
        if (text[i] == '}' && depth > 0) --depth;
        if (text[i] != '|' || depth > 0) continue;
        cells.push_back(trimmed(text.substr(from, i - from)));
        from = i + 1;
    }
    if (from != text.size()) problem(node.line, "a row of a table must end with '|'");
    for (std::string_view cell : cells)
        node.cells.push_back(read_cell(cell, node.line));
    if (node.cells.empty()) return problem(node.line, "a row of a table needs a cell: | … |");
    if (shares_.empty()) return;
    if (shares_.size() != node.cells.size())
        return problem(node.line, "the row has " + std::to_string(node.cells.size()) +
                                      " cells, and {columns …} above it " + std::to_string(shares_.size()) +
                                      "; make them the same");
    for (std::size_t i = 0; i < shares_.size(); ++i)
        node.cells[i].share = shares_[i];
}

CourtCell BodyReader::read_cell(std::string_view text, std::size_t line) {
    CourtCell cell;
    if (text.starts_with('*')) {
        cell.label = true;
        text = trimmed(text.substr(1));
    }
    constexpr std::string_view kLines = "{lines ";
    if (text.starts_with(kLines)) {
        const std::size_t end = std::min(text.find('}'), text.size());
        const auto lines = whole_number(trimmed(text.substr(kLines.size(), end - kLines.size())), kLinesMax);
        if (!lines) problem(line, "{lines …} takes a whole number from 1 to 40");
        cell.lines_min = lines.value_or(1);
        text = trimmed(text.substr(std::min(end + 1, text.size())));
    }
    cell.parts = pieces_.parts(text, line);
    return cell;
}

}  // namespace courtyard::pack
