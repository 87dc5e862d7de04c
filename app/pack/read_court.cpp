// Reads a paper of the court: its head here, its body in court_body.hpp. Names line and blank of everything that is
// wrong.
#include <algorithm>

#include "app/domain/text.hpp"
#include "app/pack/court_body.hpp"
#include "app/pack/court_template.hpp"
#include "app/pack/court_text.hpp"
#include "app/pack/judge_court.hpp"
#include "app/pack/readers.hpp"

namespace courtyard::pack {

namespace {

bool is_kind(std::string_view kind) {
    const auto blanks = court_blanks();
    return std::any_of(blanks.begin(), blanks.end(),
                       [&](const BlankRule& each) {
                           return each.source.starts_with(kind) && (each.source.substr(kind.size()).starts_with('.') ||
                                                                    each.source.substr(kind.size()).starts_with(':'));
                       }) &&
           !kind.empty();
}

// Nothing: it is missing, which is said.
const Tree* body_of(const Tree& root, Source source) {
    const Tree* body = root.find("body");
    if (body == nullptr || body->kind != Tree::Kind::Text) {
        source.problems.add(source.file, body == nullptr ? root.line : body->line,
                            "'body' is missing: the lines of the paper between three quotation marks");
        return nullptr;
    }
    const auto points = domain::code_points(body->text);
    if (!points || !domain::is_plain(*points, domain::Lines::Many))
        source.problems.add(source.file, line_of_hidden(*body),
                            "'body' has a control or invisible character in it; remove it");
    else if (points->size() > kBodyCharsMax)
        source.problems.add(source.file, body->line, "'body' has more than 20000 characters");
    return body;
}

// Notes of packs from before they had blanks stand on a machine as they are.
CourtParts note_of(const Tree& note, Source source, const Pack& pack, const std::string& about) {
    Problems problems;
    CourtScope scope(pack, about);
    CourtParts parts = PieceReader({source.file, problems}, scope).parts(note.text, note.line);
    if (problems.is_empty()) return parts;
    CourtPart plain;
    plain.text = note.text;
    return {plain};
}

}  // namespace

void read_court(const Tree& root, Source source, const Pack& pack, CourtTemplate& out, Reader who) {
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
    static_cast<void>(reader.texts_or_none("notes"));
    const PaperRule* rule = find_paper(out.id);
    if (rule != nullptr && out.about != rule->about && !out.about.empty())
        reader.problem_at("about", "'about' of this paper must be \"" + std::string(rule->about) + "\"");
    else if (!out.about.empty() && !is_kind(out.about))
        reader.problem_at("about", "'" + out.about + "' is no kind of fact that papers are made of");
    const Tree* body = body_of(root, source);
    BodyReader reading(pack, source, out);
    const auto line_of = [&root](const char* key) {
        return root.find(key) == nullptr ? root.line : root.find(key)->line;
    };
    if (!only.empty()) out.only = reading.pieces().test(only, line_of("only"));
    if (!number.empty()) out.number = reading.pieces().parts(number, line_of("number"));
    if (const Tree* notes = root.find("notes"))
        for (const Tree& note : notes->list)
            out.notes.push_back(who == Reader::Author ? reading.pieces().parts(note.text, note.line)
                                                      : note_of(note, source, pack, out.about));
    if (body != nullptr) reading.read(*body);
    const auto& uses = reading.pieces().uses();
    out.is_of_today = std::any_of(uses.begin(), uses.end(), [](const auto& use) { return use.name == "today"; });
    reader.ignore("body");
    reader.finish();
    if (who == Reader::Author) judge_court(root, source, out, reading.pieces());
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
