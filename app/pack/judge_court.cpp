#include "app/pack/judge_court.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "app/domain/form.hpp"
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

class Judge {
public:
    Judge(const Tree& root, Source source, const CourtTemplate& paper, const PieceReader& pieces)
        : root_(root), source_(source), paper_(paper), uses_(pieces.uses()), rule_(find_paper(paper.id)) {}

    void run() {
        title();
        for (const char* key : {"title", "number", "body"})
            if (const Tree* text = root_.find(key)) judge_marks(*text, source_);
        if (const Tree* notes = root_.find("notes"))
            for (const Tree& note : notes->list)
                judge_marks(note, source_);
        body();
        if (source_.problems.has(source_.file)) return;  // what follows would follow from it
        number();
        only();
        signed_by_court();
        of_others();
        of_contact();
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
    bool stands(std::string_view must) const {
        const std::size_t bar = std::min(must.find('|'), must.size());
        const std::string_view name = must.substr(0, bar), form = must.substr(std::min(bar + 1, must.size()));
        return std::any_of(uses_.begin(), uses_.end(), [&](const PieceReader::Use& use) {
            return use.name == name && (form.empty() ? use.form != "capital" : use.form == form);
        });
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
            if (!stands(must))
                problem("body", "the blank {" + std::string(must) + "} must stand in this paper; add it" +
                                    (must.starts_with("contact.") ? ": people are told where else to turn" : ""));
    }

    // A grant is never drawn from the paper of a refusal.
    void only() {
        const CourtTest& test = paper_.only;
        const bool says_result = test.name == "result" && !test.word.empty();  // any decision has some result
        if (rule_ == nullptr && paper_.about == "decided" && !says_result)
            problem("only",
                    "'only' must say of which result this paper is: \"result is grant\" or \"result is refuse\"");
        if (rule_ == nullptr || rule_->only.empty()) return;
        const std::string said =
            (test.is_not ? "not " : "") + test.name + (test.word.empty() ? "" : " is ") + test.word;
        if (said != rule_->only) problem("only", "'only' of this paper must be \"" + std::string(rule_->only) + "\"");
    }

    void signed_by_court() {
        if (rule_ == nullptr || !rule_->is_signed) return;
        if (!paper_.is_served) problem("served", "'served' of this paper must be true: people receive it");
        if (!stands("court")) problem("body", "the blank {court} must stand in this paper: it is signed by the court");
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
        constexpr std::array<std::string_view, 2> kRules{"contact_rule", "safe_contact"};
        for (const PieceReader::Use& use : uses_)
            if (use.name.starts_with(domain::code::kSafeContact) ||
                std::find(kRules.begin(), kRules.end(), use.name) != kRules.end())
                source_.problems.add(source_.file, use.line,
                                     "the blank {" + use.name +
                                         "} tells how somebody is reached safely; it stands in no paper that people "
                                         "receive: write {if safe_contact} and that it is kept elsewhere");
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
