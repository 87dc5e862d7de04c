#include "app/screens/act_form.hpp"

#include <algorithm>
#include <span>

#include "app/flow/case_desk.hpp"

namespace courtyard::screens {
namespace {

struct PartRule {
    std::string_view kind, title, fields;  // fields: names with one space between
};

// The nine questions of form F7 in their order, as they are asked on the telephone; a visit as it is told.
constexpr std::array kParts{
    PartRule{"revisit_made", "revisit.ask.who", "plan way visitors spoke_with"},
    PartRule{"revisit_made", "revisit.ask.1", "money_came money_whole"},
    PartRule{"revisit_made", "revisit.ask.2", "asked_for_fee fee_words"},
    PartRule{"revisit_made", "revisit.ask.3", "used_for"},
    PartRule{"revisit_made", "revisit.ask.4", "scores"},
    PartRule{"revisit_made", "revisit.ask.5", ""},
    PartRule{"revisit_made", "revisit.ask.6", "enforced"},
    PartRule{"revisit_made", "revisit.ask.7", "unsafe unsafe_words"},
    PartRule{"revisit_made", "revisit.ask.8", "needs"},
    PartRule{"revisit_made", "revisit.ask.9", "content"},
    PartRule{"revisit_made", "revisit.ask.end", "conclusions next"},
    PartRule{"revisit_made", "revisit.ask.more", "slot petition supervised_used recording photos"},
    PartRule{"site_visited", "visit.where", "place people"},
    PartRule{"site_visited", "visit.seen", "statement"},
    PartRule{"site_visited", "visit.read_back", "read_back signatures photos"},
};

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

}  // namespace

std::vector<FormPart> form_parts(const cases::ActRule& rule) {
    std::vector<FormPart> out;
    std::vector<const cases::FieldRule*> placed;
    for (const PartRule& part : kParts) {
        if (part.kind != rule.kind) continue;
        out.push_back({part.title, named(rule, part.fields)});
        placed.insert(placed.end(), out.back().fields.begin(), out.back().fields.end());
    }
    FormPart rest;
    for (const cases::FieldRule& field : rule.fields)
        if (!flow::is_filled_by_program(field) && std::find(placed.begin(), placed.end(), &field) == placed.end())
            rest.fields.push_back(&field);
    if (!rest.fields.empty()) out.push_back(std::move(rest));
    return out;
}

}  // namespace courtyard::screens
