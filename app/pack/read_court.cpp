// Reads a paper of the court: its head, and its body line by line. Names line and blank of everything that is wrong.
#include <algorithm>
#include <charconv>
#include <set>

#include "app/domain/text.hpp"
#include "app/pack/court_scope.hpp"
#include "app/pack/court_template.hpp"
#include "app/pack/readers.hpp"

namespace courtyard::pack {

namespace {

using Kind = CourtNode::Kind;

constexpr int kLineMax = 40, kLinesMax = 40;
constexpr std::size_t kDepthMax = 6;

std::string_view trimmed(std::string_view text) { return domain::trim(text); }

std::optional<int> whole_number(std::string_view text, int max) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < 1 || number > max) return std::nullopt;
    return number;
}

std::vector<std::string_view> words_in(std::string_view text) {
    std::vector<std::string_view> words;
    while (!(text = trimmed(text)).empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        words.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return words;
}

class BodyReader {
public:
    BodyReader(const Pack& pack, Source source, CourtTemplate& out)
        : source_(source), out_(out), scope_(pack, out.about) {}

    void read(std::string_view body, std::size_t first_line) {
        open_.push_back({&out_.body, nullptr, first_line});
        std::size_t line = first_line;
        for (std::size_t at = 0; at <= body.size(); ++line) {
            const std::size_t end = std::min(body.find('\n', at), body.size());
            read_line(body.substr(at, end - at), line);
            at = end + 1;
        }
        if (open_.size() > 1)
            problem(open_.back().line, "this {if …} or {each …} has no {end}; add a line {end} where it ends");
    }

    CourtParts parts(std::string_view text, std::size_t line) {
        std::size_t at = 0;
        CourtParts all;
        const std::string ended = read_parts(text, at, line, all, 0);
        if (ended == "end" || ended == "else")
            problem(line, "this {" + ended +
                              "} stands in a line that has no {if …} before it; take it away, or put the "
                              "{if …} and its {end} on lines of their own");
        return all;
    }

    CourtTest test(std::string_view text, std::size_t line) {
        CourtTest test;
        auto words = words_in(text);
        if (!words.empty() && words.front() == "not") {
            test.is_not = true;
            words.erase(words.begin());
        }
        if (words.size() == 3 && words[1] == "is") {
            test.word = words[2];
        } else if (words.size() != 1) {
            problem(line, "'{if " + std::string(trimmed(text)) +
                              "}' must be like {if amount}, {if not amount} or "
                              "{if order_way is cash}");
            return test;
        }
        const auto blank = resolve(words.front(), line, CourtScope::For::Test);
        if (!blank) return test;
        test.name = words.front();
        if (!test.word.empty() && !blank->choices.empty() && !has_word(blank->choices, test.word))
            problem(line, "'" + test.name + "' can never be '" + test.word + "'; it is one of: " + blank->choices);
        return test;
    }

    [[nodiscard]] const std::set<std::string, std::less<>>& used() const { return used_; }

private:
    struct Open {
        std::vector<CourtNode>* into;
        CourtNode* node;  // an If or Each; none: the body
        std::size_t line;
        bool in_else = false;
    };

    void problem(std::size_t line, std::string what) { source_.problems.add(source_.file, line, std::move(what)); }

    static bool has_word(std::string_view words, std::string_view word) {
        const auto all = words_in(words);
        return std::find(all.begin(), all.end(), word) != all.end();
    }

    std::optional<CourtBlank> resolve(std::string_view name, std::size_t line, CourtScope::For use) {
        std::string why;
        auto blank = scope_.find(name, use, why);
        if (!blank) problem(line, why);
        return blank;
    }

    // ---------------------------------------------------------------- lines

    void read_line(std::string_view raw, std::size_t line) {
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
            node.parts = parts(node.kind == Kind::Indented ? text : trimmed(text.substr(1)), line);
        }
        open_.back().into->push_back(std::move(node));
    }

    static Kind kind_of(std::string_view text) {
        switch (text.front()) {
            case '#': return Kind::Heading;
            case '>': return Kind::Right;
            case '=': return Kind::Centred;
            case ':': return Kind::Flush;
            case '*': return Kind::Small;
            default: return Kind::Indented;
        }
    }

    // A line that is nothing but {if …}, {else}, {end}, {each …}, {columns …} or {space}.
    bool read_directive(std::string_view text, std::size_t line) {
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

    bool begin(Kind kind, std::string_view text, std::size_t line) {
        CourtNode node;
        node.kind = kind;
        node.line = line;
        if (kind == Kind::If) {
            node.test = test(text.substr(2), line);
        } else {
            const auto words = words_in(text);
            std::string why;
            if (words.size() != 4 || words[2] != "of") {
                problem(line, "'{" + std::string(text) + "}' must be like {each paper of more_papers}");
            } else if (!scope_.enter(words[1], words[3], why)) {
                problem(line, why);
            } else {
                used_.emplace(words[3]);
                node.variable = words[1];
                node.list = words[3];
            }
        }
        if (open_.size() > kDepthMax) problem(line, "{if …} and {each …} stand too deep in each other; at most six");
        auto& into = *open_.back().into;
        into.push_back(std::move(node));
        open_.push_back({&into.back().nodes, &into.back(), line});
        return true;
    }

    bool otherwise(std::size_t line) {
        Open& top = open_.back();
        if (top.node == nullptr || top.node->kind != Kind::If || top.in_else) {
            problem(line, "this {else} has no {if …} before it; remove it or add the {if …}");
        } else {
            top.in_else = true;
            top.into = &top.node->otherwise;
        }
        return true;
    }

    bool end(std::size_t line) {
        if (open_.back().node == nullptr) {
            problem(line, "this {end} has no {if …} or {each …} before it; remove it or add what it ends");
            return true;
        }
        if (open_.back().node->kind == Kind::Each && !open_.back().node->variable.empty()) scope_.leave();
        open_.pop_back();
        return true;
    }

    bool columns(const std::vector<std::string_view>& words, std::size_t line) {
        shares_.clear();
        for (std::size_t i = 1; i < words.size(); ++i) {
            const auto share = whole_number(words[i], 100);
            if (!share) problem(line, "{columns …} takes whole numbers from 1 to 100, one for each column");
            shares_.push_back(share.value_or(1));
        }
        return true;
    }

    // "| *name | {applicant} |": cells with a star are labels. What stands in braces holds no bars.
    void read_row(std::string_view text, CourtNode& node) {
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

    CourtCell read_cell(std::string_view text, std::size_t line) {
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
        cell.parts = parts(text, line);
        return cell;
    }

    // ---------------------------------------------------------------- pieces of a line

    // "end" or "else" when it stopped there, else "".
    std::string read_parts(std::string_view text, std::size_t& at, std::size_t line, CourtParts& out,
                           std::size_t depth) {
        while (at < text.size()) {
            const std::size_t brace = text.find('{', at);
            if (brace != at) add_text(out, text.substr(at, std::min(brace, text.size()) - at), line);
            if (brace == std::string_view::npos) {
                at = text.size();
                break;
            }
            const std::size_t close = text.find('}', brace);
            if (close == std::string_view::npos) {
                problem(line, "a '{' has no '}' behind it in this line");
                at = text.size();
                break;
            }
            const std::string_view inside = trimmed(text.substr(brace + 1, close - brace - 1));
            at = close + 1;
            if (inside == "end" || inside == "else") return std::string(inside);
            if (inside.starts_with("if ")) {
                read_if(inside.substr(3), text, at, line, out, depth);
            } else {
                read_blank(inside, line, out);
            }
        }
        return {};
    }

    void read_if(std::string_view condition, std::string_view text, std::size_t& at, std::size_t line, CourtParts& out,
                 std::size_t depth) {
        CourtPart part;
        part.kind = CourtPart::Kind::If;
        part.test = test(condition, line);
        if (depth >= kDepthMax) return problem(line, "{if …} stand too deep in each other; at most six");
        std::string ended = read_parts(text, at, line, part.parts, depth + 1);
        if (ended == "else") ended = read_parts(text, at, line, part.otherwise, depth + 1);
        if (ended != "end") problem(line, "an {if …} inside a line must have its {end} in the same line");
        out.push_back(std::move(part));
    }

    void add_text(CourtParts& out, std::string_view text, std::size_t line) {
        if (text.find('}') != std::string_view::npos) problem(line, "a '}' has no '{' before it in this line");
        CourtPart part;
        part.text = std::string(text);
        out.push_back(std::move(part));
    }

    void read_blank(std::string_view inside, std::size_t line, CourtParts& out) {
        CourtPart part;
        const auto words = words_in(inside);
        if (!words.empty() && words[0] == "br" && words.size() == 1) {
            part.kind = CourtPart::Kind::Break;
        } else if (!words.empty() && words[0] == "sign") {
            part.kind = CourtPart::Kind::Sign;
            const auto wide = words.size() > 1 ? whole_number(words[1], kLineMax) : std::optional(kSignLine);
            if (!wide || words.size() > 2) problem(line, "{sign} may have a number from 1 to 40 behind it");
            part.line = wide.value_or(kSignLine);
        } else {
            const std::size_t bar = std::min(inside.find('|'), inside.size());
            const std::string_view name = trimmed(inside.substr(0, bar));
            auto blank = resolve(name, line, CourtScope::For::Text);
            if (!blank) return;
            part.kind = CourtPart::Kind::Blank;
            part.blank = *std::move(blank);
            const std::string_view form = bar < inside.size() ? trimmed(inside.substr(bar + 1)) : std::string_view();
            if (bar < inside.size()) set_form(part.blank, form, line);
            used_.emplace(name);
            if (!form.empty()) used_.emplace(std::string(name) + "|" + std::string(form));
            if (std::string why = scope_.lacks_words(part.blank); !why.empty()) problem(line, why);
        }
        out.push_back(std::move(part));
    }

    void set_form(CourtBlank& blank, std::string_view form, std::size_t line) {
        using Form = CourtBlank::Form;
        const auto only_for = [&](bool fits, Form made, const char* what) {
            if (fits)
                blank.form = made;
            else
                problem(line, "'|" + std::string(form) + "' is for " + what + "; '" + blank.name + "' is none");
        };
        if (form == "capital") return only_for(blank.type == BlankType::Money, Form::Capital, "money");
        if (form == "chinese") return only_for(blank.type == BlankType::Day, Form::Chinese, "days");
        if (form == "masked")
            return only_for(blank.type == BlankType::Text || blank.type == BlankType::Name, Form::Masked,
                            "texts and names");
        if (form == "boxes")
            return only_for(blank.type == BlankType::YesNo || !blank.choices.empty() || blank.words == "form",
                            Form::Boxes, "choices and yes or no");
        const auto wide = whole_number(form, kLineMax);
        if (!wide)
            return problem(line, "'|" + std::string(form) +
                                     "' is not known; it is capital, chinese, masked, boxes or a number from 1 to 40");
        blank.line = *wide;
    }

    Source source_;
    CourtTemplate& out_;
    CourtScope scope_;
    std::vector<Open> open_;
    std::vector<int> shares_;
    std::set<std::string, std::less<>> used_;
};

bool is_kind(std::string_view kind) {
    const auto blanks = court_blanks();
    return std::any_of(blanks.begin(), blanks.end(),
                       [&](const BlankRule& each) {
                           return each.source.starts_with(kind) && (each.source.substr(kind.size()).starts_with('.') ||
                                                                    each.source.substr(kind.size()).starts_with(':'));
                       }) &&
           !kind.empty();
}

std::string_view body_of(const Tree& root, Source source, std::size_t& line) {
    const Tree* body = root.find("body");
    if (body == nullptr || body->kind != Tree::Kind::Text) {
        source.problems.add(source.file, body == nullptr ? root.line : body->line,
                            "'body' is missing: the lines of the paper between three quotation marks");
        return {};
    }
    line = body->line + 1;  // the three marks stand at the end of their line
    const auto points = domain::code_points(body->text);
    if (!points || !domain::is_plain(*points, domain::Lines::Many))
        source.problems.add(source.file, body->line, "'body' has a control or invisible character in it; remove it");
    else if (points->size() > kBodyCharsMax)
        source.problems.add(source.file, body->line, "'body' has more than 20000 characters");
    return body->text;
}

}  // namespace

void read_court(const Tree& root, Source source, const Pack& pack, CourtTemplate& out) {
    TableReader reader(root, source);
    out.title = reader.text("title");
    out.about = reader.id("about");
    const std::string layout = reader.text_or_empty("layout");
    out.is_form = layout == "form";
    if (!layout.empty() && layout != "form" && layout != "letter")
        reader.problem_at("layout", "'layout' must be letter or form");
    out.names_court = reader.flag_or("names_court", true);
    out.is_served = reader.flag("served");
    const std::string only = reader.text_or_empty("only"), number = reader.text_or_empty("number");
    out.notes = reader.texts_or_none("notes");
    const PaperRule* rule = find_paper(out.id);
    if (rule != nullptr && out.about != rule->about && !out.about.empty())
        reader.problem_at("about", "'about' of this paper must be \"" + std::string(rule->about) + "\"");
    else if (!out.about.empty() && !is_kind(out.about))
        reader.problem_at("about", "'" + out.about + "' is no kind of fact that papers are made of");
    std::size_t line = 0;
    const std::string_view body = body_of(root, source, line);
    BodyReader reading(pack, source, out);
    const auto line_of = [&root](const char* key) {
        return root.find(key) == nullptr ? root.line : root.find(key)->line;
    };
    if (!only.empty()) out.only = reading.test(only, line_of("only"));
    if (!number.empty()) out.number = reading.parts(number, line_of("number"));
    if (!body.empty()) reading.read(body, line);
    reader.ignore("body");
    reader.finish();
    if (rule == nullptr || body.empty()) return;
    for (const std::string_view must : words_in(rule->must))
        if (!reading.used().contains(must))
            source.problems.add(source.file, line - 1,
                                "the blank {" + std::string(must) + "} must stand in this paper; add it");
}

namespace {

std::string id_of(std::string_view path) {
    path.remove_prefix(kCourtFolder.size());
    return std::string(path.substr(0, path.size() - std::string_view(".toml").size()));
}

}  // namespace

std::vector<CourtTemplate> court_templates(const Pack& pack) {
    std::vector<CourtTemplate> all;
    for (const auto& [path, content] : pack.court_papers) {
        std::size_t line = 0;
        Problems problems;
        const auto root = parse_toml(base::as_text(content), line);
        if (!root) continue;
        CourtTemplate one;
        one.id = id_of(path);
        read_court(*root, {path, problems}, pack, one);
        if (problems.is_empty()) all.push_back(std::move(one));
    }
    return all;
}

base::Result<CourtTemplate> court_template(const Pack& pack, std::string_view id) {
    for (CourtTemplate& each : court_templates(pack))
        if (each.id == id) return std::move(each);
    return base::fail("paper.unknown", "the pack has no paper of that name; see courtyardctl papers list");
}

}  // namespace courtyard::pack
