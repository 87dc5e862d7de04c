#include "app/worker/fellow_rules.hpp"

#include <algorithm>

#include "app/printing/court_paper.hpp"
#include "app/worker/applicants.hpp"
#include "app/worker/pay_cautions.hpp"

namespace courtyard::worker {

namespace {

constexpr std::string_view kDied = "died";

bool has_rows(const domain::Application& answers) {
    const domain::Answer* named = answers.find(domain::code::kFellowApplicants);
    return named != nullptr && named->rows() != nullptr && !named->rows()->empty();
}

// What the answers that could tell of a death say.
enum class Death { NotAsked, Unsure, None, Told };

Death death_in(const domain::FormDefinition& form, const domain::Application& answers) {
    Death said = Death::NotAsked;
    for (const domain::Field& field : form.fields) {
        const domain::Option* died = field.option_of_kind(kDied);
        const domain::Answer* answer = died == nullptr ? nullptr : answers.find(field.code);
        if (answer == nullptr) continue;
        const auto* list = answer->list();
        const auto* text = answer->text();
        if ((text != nullptr && *text == died->value) ||
            (list != nullptr && std::find(list->begin(), list->end(), died->value) != list->end()))
            return Death::Told;
        if (text != nullptr && field.is_also(*text))  // "I do not know", or no list at all
            said = Death::Unsure;
        else if (said == Death::NotAsked)
            said = Death::None;
    }
    return said;
}

bool is_opponent(const pack::Pack& pack, std::span<const cases::Fact> facts, const cases::AidCase& aid_case,
                 std::string_view name) {
    const std::vector<flow::PayCaution> all = pay_cautions(pack, facts, aid_case);
    return std::any_of(all.begin(), all.end(), [name](const flow::PayCaution& each) {
        return each.why == flow::PayCaution::Why::Opponent && cases::is_same_person(each.name, name);
    });
}

}  // namespace

bool tells_of_no_death(const pack::Pack& pack, std::span<const cases::Fact> facts, const cases::AidCase& aid_case) {
    const domain::Field* fellows = pack.form.field(domain::code::kFellowApplicants);
    if (fellows == nullptr || aid_case.contact.lost == kDied) return false;
    domain::Application answers = printing::answers_of(pack, facts);
    const bool names_some = has_rows(answers) || domain::is_shown(pack.form, *fellows, answers, aid_case.received_on,
                                                                  domain::kind_of(pack.form, answers));
    const bool is_none = !names_some && death_in(pack.form, answers) == Death::None;
    domain::wipe(answers);
    return is_none;
}

cases::Verdict refused_by_fellow(const pack::Pack& pack, std::span<const cases::Fact> facts,
                                 const cases::AidCase& aid_case, const cases::Fact& fact) {
    const std::string_view name = fact.text("name");
    const bool is_known = aid_case.fellows.find(name) != nullptr;
    const bool is_taken_back = is_known && fact.text("wish") == "declines";
    if (!is_taken_back) {
        if (tells_of_no_death(pack, facts, aid_case)) return cases::refuse("fellow.nobody");
        if (is_opponent(pack, facts, aid_case, name)) return cases::refuse("fellow.opponent");
    }
    // A name that the form does not have is a slip of the pen, unless it is said whose relative that is.
    if (fact.has("relation") || is_known) return std::nullopt;
    return is_named_fellow(pack.form, facts, name) ? cases::Verdict{} : cases::refuse("fellow.unknown");
}

}  // namespace courtyard::worker
