// One paper of a case among others of its kind.
#include <algorithm>

#include "app/screens/case_words.hpp"

namespace courtyard::screens {
namespace {

using cases::Fact;
using cases::FieldRule;

bool can_tell_apart(const FieldRule& field) {
    return !flow::is_filled_by_program(field) && field.type != cases::FieldType::Pictures &&
           field.type != cases::FieldType::Fact && field.type != cases::FieldType::Facts &&
           field.type != cases::FieldType::Yes;
}

// What one and the same field of two facts says.
bool says_same(const Fact& one, const Fact& other, std::string_view field) {
    const auto in_one = one.fields.find(field), in_other = other.fields.find(field);
    const bool is_there = in_one != one.fields.end();
    if (is_there != (in_other != other.fields.end())) return false;
    return !is_there || in_one->second == in_other->second;
}

// The first field of this fact that none of the others says alike; empty: there is none.
std::string what_differs(const Ui& ui, const flow::CaseView& view, const Fact& fact,
                         const std::vector<const Fact*>& others) {
    const cases::ActRule* rule = cases::find_act(fact.kind);
    for (const FieldRule& field : rule ? rule->fields : std::span<const FieldRule>{}) {
        const auto found = fact.fields.find(field.name);
        if (found == fact.fields.end() || !can_tell_apart(field)) continue;
        const bool is_own = std::none_of(others.begin(), others.end(),
                                         [&](const Fact* other) { return says_same(fact, *other, field.name); });
        if (!is_own) continue;
        std::string words = field_words(ui, &view, fact.kind, &field, found->second);
        std::replace(words.begin(), words.end(), '\n', ' ');
        if (field.type != cases::FieldType::Count) return words;
        return ui.say("field.papers_of_case.part", {{"label", act_field(ui, fact.kind, field.name)}, {"what", words}});
    }
    return {};
}

// Two papers may bear one title: to grant aid, and to refuse it.
std::string own_title(const Ui& ui, const flow::CaseView& view, const flow::PaperRow& paper) {
    const std::string kind = "field.papers_of_case.kind." + paper.id;
    const bool is_alone = std::none_of(view.papers.begin(), view.papers.end(), [&](const flow::PaperRow& row) {
        return row.id != paper.id && row.title == paper.title;
    });
    if (is_alone || !ui.knows(kind)) return paper.title;
    return ui.say("field.papers_of_case.of_day", {{"title", paper.title}, {"day", ui.say(kind)}});
}

}  // namespace

std::string paper_label(const Ui& ui, const flow::CaseView& view, const flow::PaperRow& paper, domain::Date today) {
    const std::string title = own_title(ui, view, paper);
    std::vector<const Fact*> others;
    for (const flow::PaperRow& row : view.papers)
        if (row.id == paper.id && row.about && row.about != paper.about)
            if (const Fact* fact = flow::find_fact(view, *row.about)) others.push_back(fact);
    const Fact* fact = paper.about ? flow::find_fact(view, *paper.about) : nullptr;
    if (fact == nullptr || others.empty()) return title;
    const std::string day = short_day(ui, fact->day(), today);
    const std::string what = what_differs(ui, view, *fact, others);
    return ui.say(what.empty() ? "field.papers_of_case.of_day" : "field.papers_of_case.of",
                  {{"title", title}, {"day", day}, {"what", what}});
}

}  // namespace courtyard::screens
