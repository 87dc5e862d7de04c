#include "app/pack/court_pieces.hpp"

#include <algorithm>

#include "app/pack/court_text.hpp"

namespace courtyard::pack {

namespace {

constexpr int kLineMax = 40;

// Why {if blank is word} would never hold; empty: it may.
std::string why_never(const CourtBlank& blank, const std::string& word) {
    if (!blank.answers || std::find(blank.answers->begin(), blank.answers->end(), word) != blank.answers->end())
        return {};
    if (blank.answers->empty()) return "a test can only ask whether it is there: {if " + blank.name + "}";
    std::string all = "it is one of:";
    for (const std::string& each : *blank.answers)
        all += " " + each;
    return all;
}

}  // namespace

std::optional<CourtBlank> PieceReader::resolve(std::string_view name, std::size_t line, CourtScope::For use) {
    std::string why;
    auto blank = scope_.find(name, use, why);
    if (!blank) problem(line, why);
    return blank;
}

CourtParts PieceReader::parts(std::string_view text, std::size_t line) {
    std::size_t at = 0;
    CourtParts all;
    const std::string ended = read_parts(text, at, line, all, 0);
    if (ended == "end" || ended == "else")
        problem(line, "this {" + ended +
                          "} stands in a line that has no {if …} before it; take it away, or put the "
                          "{if …} and its {end} on lines of their own");
    return all;
}

CourtTest PieceReader::test(std::string_view text, std::size_t line) {
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
    if (!test.word.empty())
        if (const std::string why = why_never(*blank, test.word); !why.empty())
            problem(line, "'" + test.name + "' can never be '" + test.word + "'; " + why);
    return test;
}

// "end" or "else" when it stopped there, else "".
std::string PieceReader::read_parts(std::string_view text, std::size_t& at, std::size_t line, CourtParts& out,
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
            read_inside(inside, line, out);
        }
    }
    return {};
}

void PieceReader::read_if(std::string_view condition, std::string_view text, std::size_t& at, std::size_t line,
                          CourtParts& out, std::size_t depth) {
    CourtPart part;
    part.kind = CourtPart::Kind::If;
    part.test = test(condition, line);
    if (depth >= kCourtDepthMax) return problem(line, "{if …} stand too deep in each other; at most six");
    std::string ended = read_parts(text, at, line, part.parts, depth + 1);
    if (ended == "else") ended = read_parts(text, at, line, part.otherwise, depth + 1);
    if (ended != "end") problem(line, "an {if …} inside a line must have its {end} in the same line");
    out.push_back(std::move(part));
}

void PieceReader::add_text(CourtParts& out, std::string_view text, std::size_t line) {
    if (text.find('}') != std::string_view::npos) problem(line, "a '}' has no '{' before it in this line");
    CourtPart part;
    part.text = std::string(text);
    out.push_back(std::move(part));
}

void PieceReader::read_inside(std::string_view inside, std::size_t line, CourtParts& out) {
    CourtPart part;
    const auto words = words_in(inside);
    const bool is_break = words.size() == 1 && words[0] == "br";
    if (is_break) part.kind = CourtPart::Kind::Break;
    if (!is_break && !read_sign(inside, line, part) && !read_blank(inside, line, part)) return;
    out.push_back(std::move(part));
}

bool PieceReader::read_sign(std::string_view inside, std::size_t line, CourtPart& part) {
    const auto words = words_in(inside);
    if (words.empty() || words[0] != "sign") return false;
    part.kind = CourtPart::Kind::Sign;
    const auto wide = words.size() > 1 ? whole_number(words[1], kLineMax) : std::optional(kSignLine);
    if (!wide || words.size() > 2) problem(line, "{sign} may have a number from 1 to 40 behind it");
    part.line = wide.value_or(kSignLine);
    return true;
}

bool PieceReader::read_blank(std::string_view inside, std::size_t line, CourtPart& part) {
    const std::size_t bar = std::min(inside.find('|'), inside.size());
    const std::string_view name = trimmed(inside.substr(0, bar));
    auto blank = resolve(name, line, CourtScope::For::Text);
    if (!blank) return false;
    part.kind = CourtPart::Kind::Blank;
    part.blank = *std::move(blank);
    const std::string_view form = bar < inside.size() ? trimmed(inside.substr(bar + 1)) : std::string_view();
    if (bar < inside.size()) set_form(part.blank, form, line);
    use(name, form, line);
    if (std::string why = scope_.lacks_words(part.blank); !why.empty()) problem(line, why);
    return true;
}

void PieceReader::set_form(CourtBlank& blank, std::string_view form, std::size_t line) {
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
        return only_for(blank.type == BlankType::YesNo || !blank.choices.empty() || blank.words == "form", Form::Boxes,
                        "choices and yes or no");
    const auto wide = whole_number(form, kLineMax);
    if (!wide)
        return problem(line, "'|" + std::string(form) +
                                 "' is not known; it is capital, chinese, masked, boxes or a number from 1 to 40");
    blank.line = *wide;
}

}  // namespace courtyard::pack
