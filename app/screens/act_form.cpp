#include "app/screens/act_form.hpp"

#include <algorithm>
#include <span>

#include "app/flow/case_desk.hpp"

namespace courtyard::screens {
namespace {

struct PartRule {
    std::string_view kind, title, fields;  // fields: names with one space between
};
constexpr std::string_view kQuestions = "questions";  // instead of a title

// A visit as it is told. Of a revisit, what stands before the questions and after them.
constexpr std::array kParts{
    PartRule{"revisit_made", "revisit.ask.who", "plan way visitors spoke_with"},
    PartRule{"revisit_made", kQuestions, ""},
    PartRule{"revisit_made", "revisit.ask.end", "conclusions next"},
    PartRule{"revisit_made", "revisit.ask.more", "slot petition supervised_used recording photos"},
    PartRule{"site_visited", "visit.where", "place people"},
    PartRule{"site_visited", "visit.seen", "statement"},
    PartRule{"site_visited", "visit.read_back", "read_back signatures photos"},
};
// What is said to one question besides.
struct Companion {
    std::string_view field, with;
};
constexpr std::array kCompanions{Companion{"money_came", "money_came money_whole"},
                                 Companion{"asked_for_fee", "asked_for_fee fee_words"},
                                 Companion{"unsafe", "unsafe unsafe_words"},
                                 // Asked here, and written down as a whole when the call is over.
                                 Companion{"conclusions", ""}};

std::vector<const cases::FieldRule*> named(const cases::ActRule& rule, std::string_view names) {
    std::vector<const cases::FieldRule*> out;
    for (std::size_t from = 0; from < names.size();) {
        const std::size_t end = std::min(names.find(' ', from), names.size());
        if (const cases::FieldRule* field = cases::find_field(rule, names.substr(from, end - from)))
            out.push_back(field);
        from = end + 1;
    }
    return out;
}

FormPart part_of(const cases::ActRule& rule, const domain::RevisitQuestion& question, std::size_t number) {
    std::string_view fields = question.field;
    for (const Companion& each : kCompanions)
        if (each.field == question.field) fields = each.with;
    return {"revisit.ask." + question.field, std::to_string(number) + ". " + question.ask, named(rule, fields)};
}

}  // namespace

std::vector<FormPart> form_parts(const cases::ActRule& rule, const std::vector<domain::RevisitQuestion>& questions) {
    std::vector<FormPart> out;
    std::vector<const cases::FieldRule*> placed;
    for (const PartRule& part : kParts) {
        if (part.kind != rule.kind) continue;
        if (part.title != kQuestions) {
            out.push_back({std::string(part.title), {}, named(rule, part.fields)});
            continue;
        }
        for (std::size_t i = 0; i < questions.size(); ++i)
            out.push_back(part_of(rule, questions[i], i + 1));
    }
    for (const FormPart& part : out)
        placed.insert(placed.end(), part.fields.begin(), part.fields.end());
    FormPart rest;
    for (const cases::FieldRule& field : rule.fields)
        if (!flow::is_filled_by_program(field) && std::find(placed.begin(), placed.end(), &field) == placed.end())
            rest.fields.push_back(&field);
    if (!rest.fields.empty()) out.push_back(std::move(rest));
    return out;
}

}  // namespace courtyard::screens
