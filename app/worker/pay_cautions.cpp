#include "app/worker/pay_cautions.hpp"

#include <algorithm>
#include <string>

#include "app/domain/text.hpp"
#include "app/flow/form_codes.hpp"
#include "app/printing/court_paper.hpp"
#include "app/worker/acting_name.hpp"

namespace courtyard::worker {

namespace {

using Why = flow::PayCaution::Why;

// Several people may be the other party, in one line.
std::vector<std::string> names_in(std::string_view line) {
    constexpr std::u32string_view kApart = U",;/ \n\u3001\uFF0C\uFF1B\u3000";
    std::vector<std::string> names(1);
    for (const char32_t c : domain::code_points(line).value_or(std::u32string{})) {
        if (kApart.find(c) == std::u32string_view::npos)
            names.back() += domain::utf8(std::u32string(1, c));
        else
            names.emplace_back();
    }
    names.emplace_back(domain::trim(line));  // a name of another script has blanks of its own
    std::erase_if(names, [](const std::string& name) { return name.empty(); });
    return names;
}

class Cautions {
public:
    explicit Cautions(const cases::AidCase& aid_case) : case_(aid_case) {}

    // The first thing that is said of somebody is the gravest.
    void add(const std::string& name, Why why) {
        const auto is_same = [&name](const auto& each) { return cases::is_same_person(each.name, name); };
        if (name.empty() || cases::is_same_person(name, case_.applicant)) return;
        if (std::none_of(all_.begin(), all_.end(), is_same)) all_.push_back({name, why});
    }
    std::vector<flow::PayCaution> take() && { return std::move(all_); }

private:
    const cases::AidCase& case_;
    std::vector<flow::PayCaution> all_;
};

}  // namespace

std::vector<flow::PayCaution> pay_cautions(const pack::Pack& pack, std::span<const cases::Fact> facts,
                                           const cases::AidCase& aid_case) {
    domain::Application answers = printing::answers_of(pack, facts);
    Cautions out(aid_case);
    const domain::Field* opponent = pack.form.field(domain::code::kOpponent);
    const std::string_view opponents = answers.text(domain::code::kOpponent);
    if (opponent != nullptr && !opponent->is_also(opponents))
        for (const std::string& name : names_in(opponents))
            out.add(name, Why::Opponent);
    const std::string_view said = answers.text(flow::code::kWrongdoer);
    const bool is_said = said == pack.form.yes, is_unsure = !said.empty() && said == pack.form.unknown;
    if (is_said || is_unsure)
        for (const std::string_view code : {domain::code::kGuardian, domain::code::kAgent})
            out.add(acting_name(pack.form, answers, code), is_said ? Why::Said : Why::Unsure);
    // What was told by word of mouth may be a name.
    for (const std::string& hidden : aid_case.contact.hide)
        for (const std::string& name : names_in(hidden))
            out.add(name, Why::Hidden);
    domain::wipe(answers);
    return std::move(out).take();
}

cases::Verdict refused_by_caution(const pack::Pack& pack, std::span<const cases::Fact> facts,
                                  const cases::AidCase& aid_case, const cases::Fact& fact) {
    const bool names_payee = fact.kind == "account_given" || fact.kind == "pay_ordered" || fact.kind == "urgent_paid";
    if (!names_payee) return std::nullopt;
    const std::vector<flow::PayCaution> all = pay_cautions(pack, facts, aid_case);
    const flow::PayCaution* caution = flow::caution_of(all, fact.text("payee"));
    if (caution == nullptr) return std::nullopt;
    if (caution->why == Why::Opponent) return cases::refuse("pay.offender");
    return fact.has("despite") ? cases::Verdict{} : cases::refuse("field.despite");
}

}  // namespace courtyard::worker
