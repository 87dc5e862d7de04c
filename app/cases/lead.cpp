#include "app/cases/lead.hpp"

#include <algorithm>
#include <map>

#include "app/cases/paused_days.hpp"
#include "app/domain/double_aid.hpp"
#include "app/domain/person_name.hpp"
#include "app/domain/text.hpp"
#include "app/domain/village.hpp"

namespace courtyard::cases {

namespace {

using enum Role;

constexpr std::string_view kLeadAnswer = "lead_answer";
constexpr int kContactDays = 5, kExplainDays = 5, kWaitDays = 30, kLeadAnswerDays = 10;

bool has_effect(const Lead& lead, const LeadStep& step) {
    return step.lead == lead.id && (step.move == LeadMove::Applied) == step.application.has_value() &&
           (step.move == LeadMove::Reopened || step.takes_back.empty());
}

bool may_be_taken_back(const LeadStep& step) {
    return step.move == LeadMove::Answered || is_end(state_after(step.move));
}

bool is_taken_back(const LeadView& view, const base::RecordId& step) {
    return std::binary_search(view.taken_back.begin(), view.taken_back.end(), step);
}

// A step that somebody took back counts nowhere, whichever of the two came first.
void take_back(LeadView& view) {
    std::vector<base::RecordId> named;
    for (const LeadStep& each : view.steps)
        named.insert(named.end(), each.takes_back.begin(), each.takes_back.end());
    for (const LeadStep& each : view.steps)
        if (may_be_taken_back(each) && std::find(named.begin(), named.end(), each.id) != named.end())
            view.taken_back.push_back(each.id);
    std::sort(view.taken_back.begin(), view.taken_back.end());
}

// However each office spells it.
bool is_same_case(std::string_view one, std::string_view other) {
    const auto ones = domain::same_case_texts(one), others = domain::same_case_texts(other);
    return std::any_of(ones.begin(), ones.end(), [&others](const std::string& each) {
        return std::find(others.begin(), others.end(), each) != others.end();
    });
}

// Digits, and what stands between them.
bool is_number_to_call(std::string_view reach) {
    constexpr int kReachDigitsMin = 7;
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    return std::count_if(reach.begin(), reach.end(), is_digit) >= kReachDigitsMin &&
           std::all_of(reach.begin(), reach.end(),
                       [&](char c) { return is_digit(c) || c == ' ' || c == '-' || c == '+'; });
}

std::string plain_name(std::string_view name) {
    const auto parsed = domain::PersonName::parse(name);
    return parsed ? parsed->text() : std::string(domain::trim(name));
}

// A number of some office in one spelling; words without a number as they are.
std::vector<std::string> plain_numbers(std::string_view typed) {
    std::vector<std::string> all = domain::same_case_texts(typed);
    if (all.empty() && !domain::is_blank(typed)) all.emplace_back(domain::trim(typed));
    return all;
}

// What two leads have in common when they may be of one person, each with the reason; the surest first.
std::vector<std::pair<std::string, std::string_view>> twin_marks(const Lead& lead) {
    constexpr char kBetween = '\n';  // stands in none of them
    const std::string name = plain_name(lead.name) + kBetween;
    const std::string sender = std::string(domain::trim(lead.from)) + kBetween;
    std::vector<std::pair<std::string, std::string_view>> marks;
    for (const std::string& each : plain_numbers(lead.reference)) {
        marks.emplace_back("sender\n" + sender + each, "reference");
        marks.emplace_back("number\n" + name + each, "reference");
    }
    for (const std::string& each : domain::same_case_texts(lead.original_case))
        marks.emplace_back("case\n" + name + each, "original_case");
    if (!domain::is_blank(lead.village))
        marks.emplace_back("village\n" + name + std::string(domain::trim(lead.village)), "name_village");
    return marks;
}

bool may_be_twin(LeadState state) { return state != LeadState::Duplicate && state != LeadState::Mistaken; }

domain::Date last_day(const LeadView& view) { return view.steps.empty() ? view.lead.on : view.steps.back().day; }

}  // namespace

LeadState state_after(LeadMove move) {
    switch (move) {
        case LeadMove::NotReached: return LeadState::Tried;
        case LeadMove::Contacted: return LeadState::Contacted;
        case LeadMove::Explained: return LeadState::Explained;
        case LeadMove::Declined: return LeadState::Declined;
        case LeadMove::Elsewhere: return LeadState::Elsewhere;
        case LeadMove::Applied: return LeadState::Applied;
        case LeadMove::Unsuitable: return LeadState::Unsuitable;
        case LeadMove::Duplicate: return LeadState::Duplicate;
        case LeadMove::Withdrawn: return LeadState::Withdrawn;
        case LeadMove::Mistaken: return LeadState::Mistaken;
        case LeadMove::Answered:
        case LeadMove::Reopened:
        case LeadMove::Agreed: break;
    }
    return LeadState::New;
}

bool needs_words(LeadMove move) {
    return move == LeadMove::Reopened || (is_end(state_after(move)) && move != LeadMove::Applied);
}

std::vector<base::RecordId> LeadView::ends() const {
    std::vector<base::RecordId> out;
    for (const LeadStep& step : steps)
        if (!is_taken_back(*this, step.id) && may_be_taken_back(step)) out.push_back(step.id);
    return out;
}

bool LeadView::is_agreed() const {
    return lead.agreed ||
           std::any_of(steps.begin(), steps.end(), [](const LeadStep& each) { return each.move == LeadMove::Agreed; });
}

LeadView fold_lead(const Lead& lead, std::span<const LeadStep> steps) {
    LeadView view;
    view.lead = lead;
    std::vector<const LeadStep*> order;
    for (const LeadStep& each : steps)
        order.push_back(&each);
    std::sort(order.begin(), order.end(),
              [](const LeadStep* a, const LeadStep* b) { return a->day != b->day ? a->day < b->day : a->id < b->id; });
    order.erase(
        std::unique(order.begin(), order.end(), [](const LeadStep* a, const LeadStep* b) { return a->id == b->id; }),
        order.end());
    for (const LeadStep* each : order) {
        if (!has_effect(lead, *each)) {
            view.refused.push_back(each->id);
            continue;
        }
        view.steps.push_back(*each);
    }
    take_back(view);
    for (const LeadStep& each : view.steps) {
        if (is_taken_back(view, each.id)) continue;
        view.state = std::max(view.state, state_after(each.move));
        view.answered |= each.move == LeadMove::Answered;
    }
    return view;
}

Roles who_does_lead(std::string_view code) { return code == kLeadAnswer ? Roles{Registrar} : Roles{Registrar, Judge}; }

std::optional<LeadTask> lead_task(const LeadView& view, bool answered) {
    const auto within = [&view](int days) { return within_reach(last_day(view)).plus_days(days); };
    const auto task = [&within](std::string_view code, int days) {
        return LeadTask{std::string(code), who_does_lead(code), within(days)};
    };
    switch (view.state) {
        case LeadState::New:
        case LeadState::Tried: return task(view.is_to_ask() ? "lead_ask" : "lead_contact", kContactDays);
        case LeadState::Contacted: return task("lead_explain", kExplainDays);
        case LeadState::Explained: return task("lead_wait", kWaitDays);
        case LeadState::Mistaken:
        case LeadState::Withdrawn: return std::nullopt;
        default: break;
    }
    if (answered || view.answered) return std::nullopt;
    return task(kLeadAnswer, kLeadAnswerDays);
}

Fields opening_of(const Lead& lead) {
    Fields fields{{"source", std::string("transfer")}};
    for (const auto& [name, text] : {std::pair{"applicant", &lead.name}, std::pair{"village", &lead.village},
                                     std::pair{"original_case", &lead.original_case},
                                     std::pair{is_number_to_call(lead.reach) ? "phone" : "relay", &lead.reach}})
        if (!text->empty()) fields.emplace(name, *text);
    return fields;
}

LeadAnswer answer_of(const LeadView& view) {
    switch (view.state) {
        case LeadState::New:
        case LeadState::Tried: return {view.lead.reference, "received"};
        case LeadState::Contacted:
        case LeadState::Explained: return {view.lead.reference, "told"};
        case LeadState::Applied: return {view.lead.reference, "applied"};
        default: return {view.lead.reference, "closed"};
    }
}

std::string_view match_of(const Lead& lead, std::string_view applicant, std::string_view village,
                          std::string_view original_case) {
    if (is_same_case(lead.original_case, original_case)) return "original_case";
    if (applicant == lead.name && domain::is_same_village(village, lead.village)) return "name_village";
    return {};
}

std::vector<LeadMatch> match_lead(const Lead& lead, std::span<const AidCase* const> cases) {
    std::vector<LeadMatch> matches;
    for (const AidCase* each : cases)
        if (const auto why = match_of(lead, each->applicant, each->village, each->original_case); !why.empty())
            matches.push_back({each->id, why});
    return matches;
}

std::vector<std::vector<LeadTwin>> lead_twins(std::span<const LeadView* const> leads) {
    std::map<std::string, std::vector<base::RecordId>> marked;
    for (const LeadView* each : leads)
        if (may_be_twin(each->state))
            for (const auto& [mark, why] : twin_marks(each->lead))
                marked[mark].push_back(each->lead.id);
    std::vector<std::vector<LeadTwin>> out;
    for (const LeadView* each : leads) {
        std::vector<LeadTwin>& own = out.emplace_back();
        for (const auto& [mark, why] : twin_marks(each->lead)) {
            const auto found = marked.find(mark);
            if (found == marked.end()) continue;
            for (const base::RecordId& id : found->second) {
                const bool known =
                    std::any_of(own.begin(), own.end(), [&id](const LeadTwin& twin) { return twin.id == id; });
                if (id != each->lead.id && !known) own.push_back({id, why});
            }
        }
    }
    return out;
}

}  // namespace courtyard::cases
