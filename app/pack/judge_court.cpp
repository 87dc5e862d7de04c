#include "app/pack/judge_court.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "app/cases/act_table.hpp"
#include "app/domain/application_status.hpp"
#include "app/domain/form.hpp"
#include "app/pack/court_cases.hpp"
#include "app/pack/court_text.hpp"

namespace courtyard::pack {

namespace {

using Uses = std::vector<PieceReader::Use>;

// Acts that are done many times in one case: which of them is meant is known in papers about them alone.
constexpr std::array<std::string_view, 8> kMany{"revisit_made", "referred",      "served",       "statement_taken",
                                                "site_visited", "linkage_asked", "clock_paused", "hearing_called"};

bool has_word(std::string_view words, std::string_view word) {
    const auto all = words_in(words);
    return std::find(all.begin(), all.end(), word) != all.end();
}

// "amount|capital@report_proposal=grant": what must stand, and where it must.
struct Must {
    std::string name, form;
    std::optional<CourtTest> where;
};

Must must_of(std::string_view text) {
    Must must;
    const std::size_t at = std::min(text.find('@'), text.size());
    const std::string_view blank = text.substr(0, at);
    const std::size_t bar = std::min(blank.find('|'), blank.size());
    must.name = blank.substr(0, bar);
    must.form = blank.substr(std::min(bar + 1, blank.size()));
    if (at == text.size()) return must;
    std::string_view test = text.substr(at + 1);
    CourtTest where;
    if (test.starts_with('!')) {
        where.is_not = true;
        test.remove_prefix(1);
    }
    if (const std::size_t is = test.find('='); is != std::string_view::npos) {
        where.is_not = test[is - 1] == '!';
        where.word = test.substr(is + 1);
        test = test.substr(0, where.is_not ? is - 1 : is);
    }
    where.name = test;
    must.where = std::move(where);
    return must;
}

std::string said(const CourtTest& test) {
    return (test.is_not ? "not " : "") + test.name + (test.word.empty() ? "" : " is " + test.word);
}

// Papers that are whole only later, with what they tell of: what comes up until then is filled in.
bool grows(const CourtTemplate& paper) {
    return paper.is_of_today || paper.about == "case_opened" || paper.about == "pay_ordered" ||
           paper.about == "urgent_paid";
}

// In which states a case may be when an act of this kind has just been done.
cases::Statuses states_after(const cases::ActRule& act) {
    using S = domain::ApplicationStatus;
    if (act.kind == "decided") return {S::DecidedGrant, S::DecidedRefuse};
    if (act.leads_to == S::Abandoned) return {S::Abandoned, S::NeedMore};  // the papers had come in time
    return act.leads_to ? cases::Statuses{*act.leads_to} : act.in;
}

// Whether the one may have been done in a case in which the other is.
bool may_come_before(const cases::ActRule& earlier, const cases::ActRule& later) {
    const cases::Statuses from = states_after(earlier);
    for (std::size_t i = 0; i < domain::kApplicationStatusIds.size(); ++i)
        for (std::size_t j = 0; j < domain::kApplicationStatusIds.size(); ++j) {
            const auto one = static_cast<domain::ApplicationStatus>(i),
                       other = static_cast<domain::ApplicationStatus>(j);
            if (from.has(one) && later.in.has(other) && (i == j || domain::may_reach(one, other))) return true;
        }
    return false;
}

bool is_contact_rule(std::string_view name) {
    return name.starts_with(domain::code::kSafeContact) || name == "contact_rule" || name == "safe_contact";
}

// Every {if …} of a paper, with its line; 0: above or below the body.
using Tests = std::vector<std::pair<std::string, std::size_t>>;

void add_tests(const CourtParts& parts, std::size_t line, Tests& out) {
    for (const CourtPart& part : parts) {
        if (part.kind != CourtPart::Kind::If) continue;
        out.emplace_back(part.test.name, line);
        add_tests(part.parts, line, out);
        add_tests(part.otherwise, line, out);
    }
}

void add_tests(const std::vector<CourtNode>& nodes, Tests& out) {
    for (const CourtNode& node : nodes) {
        if (node.kind == CourtNode::Kind::If) out.emplace_back(node.test.name, node.line);
        add_tests(node.parts, node.line, out);
        for (const CourtCell& cell : node.cells)
            add_tests(cell.parts, node.line, out);
        add_tests(node.nodes, out);
        add_tests(node.otherwise, out);
    }
}

Tests tests_of(const CourtTemplate& paper) {
    Tests all;
    add_tests(paper.number, 0, all);
    add_tests(paper.body, all);
    for (const CourtParts& note : paper.notes)
        add_tests(note, 0, all);
    return all;
}

class Judge {
public:
    Judge(const Tree& root, Source source, const CourtTemplate& paper, const PieceReader& pieces)
        : root_(root), source_(source), paper_(paper), uses_(pieces.uses()), rule_(find_paper(paper.id)) {}

    void run() {
        const bool is_read = !source_.problems.has(source_.file);
        title();
        for (const char* key : {"title", "number", "body"})
            if (const Tree* text = root_.find(key)) judge_marks(*text, source_);
        if (const Tree* notes = root_.find("notes"))
            for (const Tree& note : notes->list)
                judge_marks(note, source_);
        body();
        if (is_read) of_later();
        if (source_.problems.has(source_.file)) return;  // what follows would follow from it
        number();
        only();
        signed_by_court();
        of_others();
        of_contact();
        of_referral();
    }

private:
    void problem(const char* key, std::string what) {
        const Tree* at = root_.find(key);
        source_.problems.add(source_.file, at == nullptr ? root_.line : at->line, std::move(what));
    }

    void title() {
        if (paper_.title.find_first_of("{}") != std::string::npos)
            problem("title", "'title' is the same in every case and fills no blank; take the braces away");
    }

    // The amount in figures is one thing, and in capital characters another.
    static IsSought sought(const Must& must) {
        const bool is_capital = must.form == "capital";
        return [name = must.name, is_capital](std::string_view blank, CourtBlank::Form form) {
            return blank == name && (form == CourtBlank::Form::Capital) == is_capital;
        };
    }

    // Of the cases that the paper is for, those in which there is something to fill in.
    std::vector<CourtTest> known_of(const Must& must) const {
        std::vector<CourtTest> known{{must.name, {}, false}};
        if (!paper_.only.name.empty()) known.push_back(paper_.only);
        if (must.where) known.push_back(*must.where);
        return known;
    }

    // Where it stands in some cases only; 0: nowhere.
    std::size_t line_of_use(const Must& must) const {
        const auto found = std::find_if(uses_.begin(), uses_.end(), [&must](const PieceReader::Use& use) {
            return use.name == must.name && (use.form == "capital") == (must.form == "capital");
        });
        return found == uses_.end() ? 0 : found->line;
    }

    void want(std::string_view text, const char* why) {
        const Must must = must_of(text);
        if (stands_always(paper_, sought(must), known_of(must))) return;
        const std::string blank =
            "the blank {" + must.name + (must.form.empty() ? "" : "|" + must.form) + "} must stand in this paper";
        const std::string where = must.where ? " where '" + said(*must.where) + "' holds" : std::string();
        if (const std::size_t line = line_of_use(must); line != 0)
            source_.problems.add(source_.file, line,
                                 blank + where +
                                     "; here it stands in some cases alone: put it outside the {if …}, or into "
                                     "every branch of it" +
                                     why);
        else
            problem("body", blank + "; add it" + where + why);
    }

    // Whoever holds the paper finds the case by the number at its head.
    void number() {
        if (rule_ == nullptr || !has_word(rule_->must, "number")) return;
        const Tree* head = root_.find("number");
        if (head == nullptr || head->text.find("{number") == std::string::npos)
            problem("number",
                    "'number' of this paper must have the blank {number}: the case's number stands at its head");
    }

    void body() {
        const Tree* body = root_.find("body");
        if (body == nullptr || body->kind != Tree::Kind::Text) return;  // that was said
        if (rule_ == nullptr && trimmed(body->text).empty())
            problem("body", "'body' is empty: the paper would be its title alone");
        if (rule_ == nullptr) return;
        for (const std::string_view must : words_in(rule_->must))
            want(must, must.starts_with("contact.") ? ": people are told where else to turn" : "");
    }

    // A grant is never drawn from the paper of a refusal.
    void only() {
        const CourtTest& test = paper_.only;
        const bool says_result = test.name == "result" && !test.word.empty();  // any decision has some result
        if (rule_ == nullptr && paper_.about == "decided" && !says_result)
            problem("only",
                    "'only' must say of which result this paper is: \"result is grant\" or \"result is refuse\"");
        if (rule_ == nullptr || rule_->only.empty()) return;
        if (said(test) != rule_->only)
            problem("only", "'only' of this paper must be \"" + std::string(rule_->only) + "\"");
    }

    void signed_by_court() {
        if (rule_ == nullptr || !rule_->is_signed) return;
        if (!paper_.is_served) problem("served", "'served' of this paper must be true: people receive it");
        if (!stands_always(paper_, sought({"court", {}, {}}), known_of({"court", {}, {}})))
            problem("body", "the blank {court} must stand in this paper: it is signed by the court");
        dated();
    }

    // Below the court's name stands the day of the act that the paper tells of.
    void dated() {
        const std::string source = paper_.about + ":day";
        const auto blanks = court_blanks();
        const auto day =
            std::find_if(blanks.begin(), blanks.end(), [&](const BlankRule& each) { return each.source == source; });
        if (day == blanks.end()) return;
        const Must must{std::string(day->name), {}, {}};
        if (!stands_at_right(paper_, sought(must), known_of(must)))
            problem("body",
                    "the day of the paper must stand at its end, on a line of its own: > {" + must.name + "|chinese}");
    }

    void of_others() {
        for (const PieceReader::Use& use : uses_) {
            const BlankRule* blank = find_blank(use.name);
            if (blank == nullptr) continue;
            const std::string_view kind = blank->source.substr(0, blank->source.find_first_of(".:"));
            const bool is_many = std::find(kMany.begin(), kMany.end(), kind) != kMany.end();
            if (is_many && kind != paper_.about)
                source_.problems.add(source_.file, use.line,
                                     "the blank {" + use.name + "} tells of the act '" + std::string(kind) +
                                         "', of which a case has many; it stands in papers about that act only");
        }
    }

    // A paper that leaves the court may lie on a table at home: how somebody is reached safely stands on none.
    void of_contact() {
        if (!paper_.is_served) return;
        for (const PieceReader::Use& use : uses_)
            if (is_contact_rule(use.name))
                source_.problems.add(source_.file, use.line,
                                     "the blank {" + use.name +
                                         "} tells how somebody is reached safely; it stands in no paper that people "
                                         "receive: write {if safe_contact} and that it is kept elsewhere");
    }

    // A body is told what the person agreed that this body is told, and that stands in one blank; a sentence that
    // stands for some people alone tells as much as a blank.
    void of_referral() {
        if (paper_.about != kToBody) return;
        for (const PieceReader::Use& use : uses_)
            if (is_kept_from_bodies(use.name) && !is_contact_rule(use.name))
                source_.problems.add(source_.file, use.line,
                                     "the blank {" + use.name +
                                         "} would tell a body what the person did not agree to; in a paper about "
                                         "'referred' stand what concerns the referral, {applicant}, {received_on} and "
                                         "the court's own: what was agreed is in {referral_shared}");
        const auto tests = tests_of(paper_);
        for (const auto& [name, line] : tests)
            if (!may_ask_before_body(name))
                source_.problems.add(source_.file, line == 0 ? root_.line : line,
                                     "{if " + name +
                                         "} would tell a body what the person did not agree to; a paper about "
                                         "'referred' asks only what concerns the referral, organisation, guarded and "
                                         "safe_contact");
    }

    // What only a later act tells is never filled in: the paper is printed as whoever signed its act saw the case.
    void of_later() {
        const cases::ActRule* about = cases::find_act(paper_.about);
        if (about == nullptr || grows(paper_)) return;
        for (const BlankRule& blank : court_blanks()) {
            const std::size_t mark = blank.source.find_first_of(".:");
            if (mark == std::string_view::npos) continue;
            const std::string_view kind = blank.source.substr(0, mark);
            const bool is_many = std::find(kMany.begin(), kMany.end(), kind) != kMany.end();  // told by of_others()
            const cases::ActRule* act = is_many || kind == paper_.about ? nullptr : cases::find_act(kind);
            if (act == nullptr || may_come_before(*act, *about)) continue;
            const std::size_t line = line_without_if(
                paper_, [&blank](std::string_view name, CourtBlank::Form) { return name == blank.name; });
            if (line != 0)
                source_.problems.add(source_.file, line,
                                     "the blank {" + std::string(blank.name) + "} tells of the act '" +
                                         std::string(kind) + "', which comes after '" + paper_.about +
                                         "': here it is never filled");
        }
    }

    const Tree& root_;
    Source source_;
    const CourtTemplate& paper_;
    const Uses& uses_;
    const PaperRule* rule_;
};

}  // namespace

void judge_court(const Tree& root, Source source, const CourtTemplate& paper, const PieceReader& pieces) {
    Judge(root, source, paper, pieces).run();
}

void judge_marks(const Tree& text, Source source) {
    constexpr std::array<std::pair<std::string_view, char>, 3> kWide{std::pair{std::string_view("\xEF\xBD\x9B"), '{'},
                                                                     std::pair{"\xEF\xBD\x9D", '}'},
                                                                     std::pair{"\xEF\xBD\x9C", '|'}};  // U+FF5B on
    for (std::size_t from = 0; from < text.text.size();) {
        const std::size_t end = std::min(text.text.find('\n', from), text.text.size());
        const std::string_view line = std::string_view(text.text).substr(from, end - from);
        for (const auto& [wide, mark] : kWide) {
            if (line.find(wide) == std::string_view::npos) continue;
            source.problems.add(
                source.file, text.line_at(from),
                "'" + std::string(wide) + "' is a full-width sign and fills no blank; write '" + mark + "'");
            break;
        }
        from = end + 1;
    }
}

}  // namespace courtyard::pack
