#include "app/printing/court_paper.hpp"

#include <algorithm>
#include <cctype>
#include <utility>

#include "app/cases/refer.hpp"
#include "app/domain/woven_text.hpp"
#include "app/printing/court_format.hpp"

namespace courtyard::printing {

namespace {

using cases::Fact;
using pack::CourtBlank;
using pack::CourtNode;
using pack::CourtPart;
using Kind = CourtNode::Kind;

constexpr int kLineInCell = 5;

// The row of a list that is being written; no row: the list is empty, and one row of empty blanks shows it.
struct Loop {
    const std::string& variable;
    const CourtRow* row = nullptr;
    const std::string* text = nullptr;
    std::int64_t n = 0;
};

bool is_true(const CourtValue& value, const std::string& word) {
    if (word.empty()) {
        if (const bool* yes = std::get_if<bool>(&value.what)) return *yes;
        return !value.is_empty();
    }
    if (const auto* text = std::get_if<std::string>(&value.what)) return *text == word;
    if (const auto* all = std::get_if<std::vector<std::string>>(&value.what))
        return std::find(all->begin(), all->end(), word) != all->end();
    if (const bool* yes = std::get_if<bool>(&value.what)) return word == (*yes ? "yes" : "no");
    return false;
}

class Writer {
public:
    Writer(const CourtDesk& desk, const Fact& about) : desk_(desk), about_(about), values_(values_of(desk, about)) {}

    [[nodiscard]] bool holds(const pack::CourtTest& test) const {
        if (test.name.empty()) return true;
        const bool there = !is_answered_by_word(desk_, test.name) && is_true(value(test.name), test.word);
        return there != test.is_not;
    }

    void nodes(const std::vector<CourtNode>& all) {
        for (const CourtNode& node : all)
            write(node);
    }
    std::string line(const pack::CourtParts& parts) { return text_of(parts, 0); }

    std::vector<paper::OfficialBlock> blocks;
    std::vector<std::string> empty;

private:
    [[nodiscard]] CourtValue value(std::string_view name) const {
        const std::string_view head = name.substr(0, name.find('.'));
        for (auto loop = loops_.rbegin(); loop != loops_.rend(); ++loop)
            if (loop->variable == head) return in_loop(*loop, name);
        if (is_kept_back(name)) return {};
        if (const auto found = values_.find(name); found != values_.end()) return found->second;
        if (head == "contact") return {contact_said(desk_.pack, name)};
        return answer_value(desk_, name);
    }

    // A pack that was signed before anybody looked may ask for what the person did not agree to: that stays empty.
    [[nodiscard]] bool is_kept_back(std::string_view name) const {
        if (about_.kind != pack::kToBody || pack::may_ask_before_body(name)) return false;
        const std::size_t point = name.find('.');
        const std::string_view code =
            point == std::string_view::npos ? name : name.substr(0, name.find('.', point + 1));
        const std::vector<std::string> shared = about_.texts("shared");
        const bool is_agreed = std::find(shared.begin(), shared.end(), code) != shared.end();
        return !is_agreed || cases::withheld(code, desk_.pack.revisit.contact, desk_.aid_case).has_value();
    }

    static CourtValue in_loop(const Loop& loop, std::string_view name) {
        const std::string_view part = name.size() > loop.variable.size() ? name.substr(loop.variable.size() + 1) : "";
        if (part == "n") return {loop.n};
        if (part.empty()) return loop.text == nullptr ? CourtValue{} : CourtValue{*loop.text};
        if (loop.row == nullptr) return {};
        const auto found = loop.row->cells.find(part);
        return found == loop.row->cells.end() ? CourtValue{} : found->second;
    }

    std::string text_of(const pack::CourtParts& parts, int line_max) {
        domain::WovenText written;
        write(written, parts, line_max);
        return written.whole();
    }

    void write(domain::WovenText& into, const pack::CourtParts& parts, int line_max) {
        for (const CourtPart& part : parts) {
            switch (part.kind) {
                case CourtPart::Kind::Text: into.add(part.text); break;
                case CourtPart::Kind::Break: into.add("\n"); break;
                case CourtPart::Kind::Sign: into.add(ruled_line(desk_.pack, part.line)); break;
                case CourtPart::Kind::If: write(into, holds(part.test) ? part.parts : part.otherwise, line_max); break;
                case CourtPart::Kind::Blank:
                    into.say(filled(part.blank, line_max),
                             part.blank.type == pack::BlankType::Words && !value(part.blank.name).is_empty());
                    break;
            }
        }
    }

    std::string filled(const CourtBlank& blank, int line_max) {
        const CourtValue found = value(blank.name);
        if (!found.is_empty()) return format_value(desk_.pack, blank, found);
        empty.push_back(blank.name);
        return format_empty(desk_.pack, blank, line_max);
    }

    void write(const CourtNode& node) {
        switch (node.kind) {
            case Kind::If: nodes(holds(node.test) ? node.nodes : node.otherwise); break;
            case Kind::Each: each(node); break;
            case Kind::Row: row(node); break;
            case Kind::Space: blocks.emplace_back(paper::Space{}); break;
            default: prose(node);
        }
    }

    void each(const CourtNode& node) {
        const CourtValue list = value(node.list);
        loops_.push_back({node.variable});
        const auto one = [&] {
            ++loops_.back().n;
            nodes(node.nodes);
        };
        if (const auto* rows = std::get_if<std::vector<CourtRow>>(&list.what)) {
            for (const CourtRow& row : *rows) {
                loops_.back().row = &row;
                one();
            }
        } else if (const auto* texts = std::get_if<std::vector<std::string>>(&list.what)) {
            for (const std::string& text : *texts) {
                loops_.back().text = &text;
                one();
            }
        } else {
            one();  // visibly empty
        }
        loops_.pop_back();
    }

    static paper::Prose::Set set_of(Kind kind) {
        using Set = paper::Prose::Set;
        switch (kind) {
            case Kind::Flush: return Set::Flush;
            case Kind::Right: return Set::Right;
            case Kind::Centred: return Set::Centred;
            case Kind::Heading: return Set::Heading;
            case Kind::Small: return Set::Small;
            default: return Set::Indented;
        }
    }

    void prose(const CourtNode& node) {
        domain::WovenText written;
        write(written, node.parts, 0);
        // What somebody wrote at the end of a paragraph ends as a sentence: the next one begins anew.
        const std::string text = node.kind == Kind::Indented ? written.whole_sentence() : written.whole();
        for (std::size_t from = 0; from <= text.size();) {
            const std::size_t end = std::min(text.find('\n', from), text.size());
            if (end > from) blocks.emplace_back(paper::Prose{text.substr(from, end - from), set_of(node.kind)});
            from = end + 1;
        }
    }

    void row(const CourtNode& node) {
        if (blocks.empty() || !std::holds_alternative<paper::Grid>(blocks.back())) blocks.emplace_back(paper::Grid{});
        paper::GridRow row;
        for (const pack::CourtCell& cell : node.cells)
            row.cells.push_back({text_of(cell.parts, kLineInCell), cell.share, cell.label, cell.lines_min});
        std::get<paper::Grid>(blocks.back()).rows.push_back(std::move(row));
    }

    const CourtDesk& desk_;
    const Fact& about_;
    CourtValues values_;
    std::vector<Loop> loops_;
};

void each_text(const paper::Official& paper, const std::function<void(const std::string&)>& visit) {
    for (const paper::OfficialBlock& block : paper.blocks) {
        if (const auto* prose = std::get_if<paper::Prose>(&block)) visit(prose->text);
        if (const auto* grid = std::get_if<paper::Grid>(&block))
            for (const paper::GridRow& row : grid->rows)
                for (const paper::GridCell& cell : row.cells)
                    visit(cell.text);
    }
}

// Words of the pack's never_say that stand on a paper.
std::vector<std::string> unkind_words(const pack::Pack& pack, const paper::Official& paper) {
    std::vector<std::string> found;
    each_text(paper, [&](const std::string& text) {
        for (const std::string& word : pack.never_say)
            if (text.find(word) != std::string::npos && std::find(found.begin(), found.end(), word) == found.end())
                found.push_back(word);
    });
    return found;
}

// The facts that a paper may tell of, oldest first.
std::vector<const Fact*> told(const CourtDesk& desk, const pack::CourtTemplate& paper) {
    std::vector<const Fact*> all;
    for (const Fact* fact : facts_in_force(desk))
        if (fact->kind == paper.about && Writer(desk, *fact).holds(paper.only)) all.push_back(fact);
    return all;
}

}  // namespace

void finish(const pack::Pack& pack, bool leaves_court, CourtPaper& out) {
    std::string record = out.record.text();
    std::transform(record.begin(), record.end(), record.begin(), [](unsigned char c) { return std::toupper(c); });
    out.paper.symbol = "CYP1" + record;
    out.paper.foot = pack.words.text("court.foot", {{"record", record}});
    if (leaves_court) out.unkind = unkind_words(pack, out.paper);
    // A word that no font draws is marked, and what it was stands at the end: the papers of the person decide. Whoever
    // makes the paper is told, too: nobody reads the end of each.
    out.lacking = paper::stand_in_for_lacking(out.paper, pack.words.text("court.lacking"));
    std::string codes;
    for (const paper::LackingSign& each : out.lacking)
        codes += (codes.empty() ? "" : ", ") + each.code;
    if (!codes.empty()) out.paper.notes.push_back(pack.words.text("court.lacking_note", {{"codes", codes}}));
}

std::string contact_said(const pack::Pack& pack, std::string_view blank) {
    const auto id = domain::contact_of_blank(blank);
    const pack::Contact* found = id ? pack.contact(*id) : nullptr;
    if (found == nullptr) return {};
    return blank.ends_with(".number") ? found->number : found->name;
}

namespace {

base::Result<const Fact*> the_told(const CourtDesk& desk, const pack::CourtTemplate& paper,
                                   const std::optional<cases::FactId>& about) {
    const auto facts = told(desk, paper);
    const auto found =
        std::find_if(facts.rbegin(), facts.rend(), [&](const Fact* fact) { return !about || fact->id == *about; });
    if (found == facts.rend())
        return base::fail("paper.not_yet", "the case has nothing in force that this paper tells of (" + paper.about +
                                               "); do that act first");
    return *found;
}

}  // namespace

base::Result<cases::FactId> fact_told(const CourtDesk& desk, const pack::CourtTemplate& paper,
                                      std::optional<cases::FactId> about) {
    return TRY(the_told(desk, paper, about))->id;
}

base::Result<CourtPaper> make_court_paper(const CourtDesk& desk, const pack::CourtTemplate& paper,
                                          std::optional<cases::FactId> about) {
    const Fact& fact = *TRY(the_told(desk, paper, about));
    Writer writer(desk, fact);
    CourtPaper out;
    out.record = fact.id;
    out.paper.name = desk.pack.words.text("court.name");
    out.paper.court = paper.names_court ? desk.pack.court : std::string();
    out.paper.title = paper.title;
    out.paper.layout = paper.is_form ? paper::Layout::Form : paper::Layout::Letter;
    out.paper.number = writer.line(paper.number);
    writer.nodes(paper.body);
    out.paper.blocks = std::move(writer.blocks);
    for (const pack::CourtParts& note : paper.notes)
        out.paper.notes.push_back(writer.line(note));
    out.empty = std::move(writer.empty);
    finish(desk.pack, paper.is_served, out);
    return out;
}

std::vector<CourtOffer> court_offers(const CourtDesk& desk) {
    std::vector<CourtOffer> offers;
    for (const pack::CourtTemplate& paper : pack::court_templates(desk.pack))
        for (const Fact* fact : told(desk, paper))
            offers.push_back({paper.id, paper.title, fact->id, paper.is_served});
    return offers;
}

}  // namespace courtyard::printing
