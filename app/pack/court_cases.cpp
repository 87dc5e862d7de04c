#include "app/pack/court_cases.hpp"

#include <algorithm>
#include <optional>

#include "app/pack/court_text.hpp"

namespace courtyard::pack {

namespace {

// Of tests that part the paper at once; a paper that has more of them around one blank is told to say it once for all.
constexpr std::size_t kTestsMax = 10;

enum class Where : std::uint8_t { Anywhere, AtRight };

class Cases {
public:
    Cases(const CourtTemplate& paper, const IsSought& sought, Where where)
        : paper_(paper), sought_(sought), where_(where) {}

    bool always(std::vector<CourtTest> known, std::size_t depth = 0) {
        const CourtTest* open = nullptr;
        if (in_paper(known, open)) return true;
        if (open == nullptr || depth == kTestsMax) return false;
        CourtTest asked = *open;
        for (const bool is_not : {false, true}) {
            asked.is_not = is_not;
            std::vector<CourtTest> more = known;
            more.push_back(asked);
            if (is_possible(more, asked.name) && !always(std::move(more), depth + 1)) return false;
        }
        return true;
    }

private:
    // A choice is one of its words.
    static bool is_possible(const std::vector<CourtTest>& known, std::string_view name) {
        const BlankRule* blank = find_blank(name);
        if (blank == nullptr || blank->type != BlankType::Choice || blank->choices.empty()) return true;
        const auto words = words_in(blank->choices);
        return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
            return std::none_of(known.begin(), known.end(), [&](const CourtTest& each) {
                return each.name == name && each.is_not && each.word == word;
            });
        });
    }

    // Whether the test holds, by what is known; nothing: it may or not.
    static std::optional<bool> holds(const CourtTest& test, const std::vector<CourtTest>& known) {
        for (const CourtTest& each : known) {
            if (each.name != test.name) continue;
            if (each.word == test.word) return each.is_not == test.is_not;
            if (each.is_not) {
                if (each.word.empty()) return test.is_not;  // it has no value: it is no word either
                continue;
            }
            if (!each.word.empty()) return test.word.empty() != test.is_not;  // it is another word, so it has a value
        }
        return std::nullopt;
    }

    // `open`: the first test around it of which nothing is known.
    template <class Holder>
    bool in_branches(const Holder& node, const std::vector<CourtTest>& known, const CourtTest*& open, const auto& in) {
        const std::optional<bool> is = holds(node.test, known);
        if (is) return in(*is ? node_of(node) : node.otherwise, known, open);
        const CourtTest* inner = nullptr;
        const bool one = in(node_of(node), known, inner), other = in(node.otherwise, known, inner);
        if (one && other) return true;
        if ((one || other || inner != nullptr) && open == nullptr) open = &node.test;
        return false;
    }
    static const std::vector<CourtNode>& node_of(const CourtNode& node) { return node.nodes; }
    static const CourtParts& node_of(const CourtPart& part) { return part.parts; }

    bool in_parts(const CourtParts& parts, const std::vector<CourtTest>& known, const CourtTest*& open) {
        bool found = false;
        for (const CourtPart& part : parts) {
            if (part.kind == CourtPart::Kind::Blank) found |= sought_(part.blank.name, part.blank.form);
            if (part.kind == CourtPart::Kind::If)
                found |= in_branches(part, known, open, [this](const CourtParts& in, const auto& what, auto& first) {
                    return in_parts(in, what, first);
                });
        }
        return found;
    }

    bool in_nodes(const std::vector<CourtNode>& nodes, const std::vector<CourtTest>& known, const CourtTest*& open) {
        bool found = false;
        for (const CourtNode& node : nodes) {
            using Kind = CourtNode::Kind;
            if (node.kind == Kind::If)
                found |= in_branches(node, known, open,
                                     [this](const std::vector<CourtNode>& in, const auto& what, auto& first) {
                                         return in_nodes(in, what, first);
                                     });
            // An empty list gives one empty row.
            if (node.kind == Kind::Each && where_ == Where::Anywhere)
                found |= sought_(node.list, CourtBlank::Form::Plain);
            if (node.kind == Kind::Each) found |= in_nodes(node.nodes, known, open);
            if (where_ == Where::AtRight && node.kind != Kind::Right) continue;
            found |= in_parts(node.parts, known, open);
            for (const CourtCell& cell : node.cells)
                found |= in_parts(cell.parts, known, open);
        }
        return found;
    }

    bool in_paper(const std::vector<CourtTest>& known, const CourtTest*& open) {
        bool found = in_nodes(paper_.body, known, open);
        if (where_ == Where::AtRight) return found;
        found |= in_parts(paper_.number, known, open);
        for (const CourtParts& note : paper_.notes)
            found |= in_parts(note, known, open);
        return found;
    }

    const CourtTemplate& paper_;
    const IsSought& sought_;
    const Where where_;
};

bool has_plain(const CourtParts& parts, const IsSought& sought) {
    return std::any_of(parts.begin(), parts.end(), [&](const CourtPart& part) {
        return part.kind == CourtPart::Kind::Blank && sought(part.blank.name, part.blank.form);
    });
}

}  // namespace

bool stands_always(const CourtTemplate& paper, const IsSought& sought, std::vector<CourtTest> known) {
    return Cases(paper, sought, Where::Anywhere).always(std::move(known));
}

bool stands_at_right(const CourtTemplate& paper, const IsSought& sought, std::vector<CourtTest> known) {
    return Cases(paper, sought, Where::AtRight).always(std::move(known));
}

std::size_t line_without_if(const CourtTemplate& paper, const IsSought& sought) {
    for (const CourtNode& node : paper.body) {
        if (node.kind == CourtNode::Kind::If || node.kind == CourtNode::Kind::Each) continue;
        if (has_plain(node.parts, sought)) return node.line;
        for (const CourtCell& cell : node.cells)
            if (has_plain(cell.parts, sought)) return node.line;
    }
    return 0;
}

}  // namespace courtyard::pack
