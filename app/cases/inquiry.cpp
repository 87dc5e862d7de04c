#include "app/cases/inquiry.hpp"

#include <algorithm>
#include <array>

#include "app/cases/aid_case.hpp"
#include "app/cases/clock_ahead.hpp"

namespace courtyard::cases {

namespace {

// Full-width and plain semicolon, comma, full stop, and the mark between items.
constexpr std::array<std::string_view, 7> kEnds{
    "\xEF\xBC\x9B", "\xEF\xBC\x8C", "\xE3\x80\x82", "\xE3\x80\x81", ";", ",", "."};

// What a paper is called, without spaces, the marks around titles and those that end an item of a list: people write
// them or leave them out.
std::string bare(std::string_view paper) {
    constexpr std::array<std::string_view, 9> kMarks{" ",
                                                     "\t",
                                                     "\xE3\x80\x80",
                                                     "\xE3\x80\x8A",
                                                     "\xE3\x80\x8B",
                                                     "\xE2\x80\x9C",
                                                     "\xE2\x80\x9D",
                                                     "\xE3\x80\x8C",
                                                     "\xE3\x80\x8D"};
    std::string out;
    while (!paper.empty()) {
        const auto mark =
            std::find_if(kMarks.begin(), kMarks.end(), [&](auto each) { return paper.starts_with(each); });
        if (mark == kMarks.end()) out += paper.front();
        paper.remove_prefix(mark == kMarks.end() ? 1 : mark->size());
    }
    const auto end_of = [&out] {
        return std::find_if(kEnds.begin(), kEnds.end(), [&out](auto each) { return out.ends_with(each); });
    };
    for (auto end = end_of(); end != kEnds.end(); end = end_of())
        out.resize(out.size() - end->size());
    return out;
}

bool is_among(const std::vector<std::string>& papers, std::string_view wanted) {
    const std::string paper = bare(wanted);
    return std::any_of(papers.begin(), papers.end(), [&](const std::string& each) { return bare(each) == paper; });
}

}  // namespace

std::vector<std::string> Inquiry::still_missing() const {
    std::vector<std::string> missing;
    if (!more) return missing;
    for (const std::string& paper : more->papers)
        if (!is_among(came, paper)) missing.push_back(paper);
    return missing;
}

std::vector<std::string> Inquiry::earlier_aid() const {
    std::vector<std::string> where;
    for (const Double& each : doubles)
        if (each.answered_by && each.same) where.push_back(each.where);
    return where;
}

Verdict wrong_papers(const Inquiry& so_far, const Fact& fact) {
    if (so_far.still_missing().empty()) return std::nullopt;
    if (fact.kind == "sent_to_filing" && !fact.has("despite")) return refuse("filing.missing");
    if (fact.kind != "more_came") return std::nullopt;
    const std::vector<std::string> papers = fact.texts("papers");
    const bool known = std::all_of(papers.begin(), papers.end(),
                                   [&](const std::string& each) { return is_among(so_far.more->papers, each); });
    return known ? Verdict{} : refuse("more.other");
}

std::optional<FactId> Inquiry::answer_to(const FactId& asked) const {
    const auto found =
        std::find_if(doubles.begin(), doubles.end(), [&asked](const auto& each) { return each.is_asked_by(asked); });
    return found == doubles.end() ? std::nullopt : found->answered_by;
}

void heed_both(Inquiry& inquiry, const Fact& other) {
    if (other.kind == "identified") inquiry.identified.insert(inquiry.identified.begin(), other.id);
    if (other.kind != "double_answered" || !other.yes("same")) return;
    for (Inquiry::Double& each : inquiry.doubles)
        if (each.is_asked_by(other.fact("asked").value_or(FactId{}))) each.same = true;
}

bool Inquiry::Double::is_asked_by(const FactId& fact) const {
    return asked_by == fact || std::find(also.begin(), also.end(), fact) != also.end();
}

namespace {

// Two laptops that hear of one double ask about it without knowing of each other. An office's list has other tokens on
// each of them, and another case may have got its number meanwhile.
bool is_the_same(const Inquiry::Double& earlier, const Inquiry::Double& made) {
    const bool same_place =
        earlier.token == made.token || (earlier.where == made.where && !made.who.empty() && !earlier.who.empty());
    return same_place && earlier.who.empty() == made.who.empty() &&
           std::all_of(made.who.begin(), made.who.end(), [&earlier](const std::string& each) {
               return std::find(earlier.who.begin(), earlier.who.end(), each) != earlier.who.end();
           });
}

void ask_double(Inquiry& inquiry, const Fact& fact) {
    Inquiry::Double made;
    made.asked_by = fact.id;
    made.where = fact.text("where");
    made.token = fact.text("token");
    made.who = fact.texts("who");
    const auto earlier = std::find_if(inquiry.doubles.begin(), inquiry.doubles.end(),
                                      [&made](const auto& each) { return is_the_same(each, made); });
    if (earlier != inquiry.doubles.end())
        earlier->also.push_back(fact.id);
    else
        inquiry.doubles.push_back(std::move(made));
}

Taken answer_double(Inquiry& inquiry, const Scene& scene) {
    const FactId asked = scene.fact.fact("asked").value_or(FactId{});
    const auto found = std::find_if(inquiry.doubles.begin(), inquiry.doubles.end(),
                                    [&asked](const auto& each) { return each.is_asked_by(asked); });
    if (found == inquiry.doubles.end()) return {refuse("double.unknown"), {}};
    if (found->answered_by && scene.knows(*found->answered_by)) return {refuse("double.answered"), {}};
    if (found->answered_by && found->same != scene.fact.yes("same")) return {refuse("double.two"), {}};
    if (found->answered_by) return {};
    found->answered_by = scene.fact.id;
    found->same = scene.fact.yes("same");
    return {};
}

// Papers that came before the court gave up waiting, or by the day that it had set, and of which whoever gave up could
// not know.
bool has_unknown_papers(const Inquiry& inquiry, const Scene& scene) {
    const auto& entries = scene.so_far.entries;
    return std::any_of(entries.begin(), entries.end(), [&](const Entry& each) {
        return each.kind == "more_came" && each.standing == Standing::InForce && !scene.knows(each.id) &&
               (each.day < scene.fact.day() || each.day <= inquiry.more->until);
    });
}

Verdict check_abandoned(const Inquiry& inquiry, const Scene& scene) {
    if (!inquiry.more) return std::nullopt;
    if (scene.fact.signed_day() <= inquiry.more->until) return refuse("abandoned.day");
    return has_unknown_papers(inquiry, scene) ? refuse("abandoned.came") : Verdict{};
}

// Whether somebody who knew of that step had signed before its day, by more than clocks may differ: nobody knows of
// what has not been. By `scene.fact`, or by what its author knew.
bool is_step_ahead(const Step& step, const Scene& scene) {
    const auto at = scene.order.place_of(step.by);
    for (std::size_t i = at ? *at + 1 : scene.place; i <= scene.place; ++i) {
        const bool is_known = i == scene.place || scene.order.knew(scene.place, i);
        if (!is_known || !scene.order.knew(i, step.by)) continue;
        if (step.day.days_since(domain::Date::in_china(scene.order.facts[i]->claimed)) > kClockSlackDays) return true;
    }
    return false;
}

// Papers that came in time win, whoever notes them and when: by the court's last day, or while it waited still. How
// long it did a clock that was far ahead cannot tell.
std::optional<Status> back_from_abandoned(const Inquiry& inquiry, const Scene& scene) {
    const AidCase& so_far = scene.so_far;
    if (so_far.status != Status::Abandoned || so_far.steps.empty() || !inquiry.more) return std::nullopt;
    const domain::Date came = scene.fact.day();
    const Step& given_up = so_far.steps.back();
    const bool while_waiting = came < given_up.day && !is_step_ahead(given_up, scene);
    const bool in_time = came <= inquiry.more->until || while_waiting;
    return in_time ? std::optional(Status::NeedMore) : std::nullopt;
}

bool is_other_opinion(const Entry& entry) {
    return entry.kind == "department_answered" && entry.standing == Standing::Contradicts && entry.code == kTwoOpinions;
}

Taken take_opinion(Inquiry& inquiry, const Scene& scene) {
    if (crossed_opinion(scene)) return {refuse(std::string(kTwoOpinions)), {}};
    inquiry.department_answered = scene.fact.id;
    inquiry.fits = scene.fact.yes("fits");
    const bool is_late = scene.so_far.status == Status::ToFiling && !inquiry.fits;
    inquiry.unheard = is_late ? std::optional(scene.fact.id) : std::nullopt;
    return {};
}

Taken take_on(Inquiry& inquiry, const Scene& scene) {
    // Who numbers the case rests on what somebody else made of the answer, and may not have heard it either.
    const bool is_heard = !inquiry.unheard || scene.knows(*inquiry.unheard);
    if (scene.fact.kind == "filed" && !is_heard) return {};
    inquiry.unheard.reset();
    const bool is_contrary = inquiry.fits == (scene.fact.kind == "not_filed");
    const auto& answered = inquiry.department_answered;
    if (answered && is_contrary && !scene.knows(*answered) && scene.fact.kind != "filed") inquiry.unheard = answered;
    return {};
}

// Who sees both sides and leaves it as it is says so.
void take_remark(Inquiry& inquiry, const Fact& fact) {
    if (const auto other = fact.fact("other_case")) inquiry.of_same_lead.push_back(*other);
    if (inquiry.unheard && fact.fact("about") == inquiry.unheard) inquiry.unheard.reset();
}

}  // namespace

bool is_urgent(const AidCase& of) {
    if (of.ledger.urgent) return !of.ledger.urgent->paid;
    return of.inquiry.urgent && !of.inquiry.waits && find_act("withdrawn")->in.has(of.status);
}

std::optional<FactId> crossed_opinion(const Scene& scene) {
    const auto& entries = scene.so_far.entries;
    const auto stands = [&](std::size_t at) {
        return entries[at].kind == "department_answered" && entries[at].standing == Standing::InForce;
    };
    for (std::size_t at = scene.place; at-- > 0;) {
        if (!stands(at) || scene.order.knew(scene.place, at)) continue;
        bool is_newest = true;  // the department has not been asked again since
        for (std::size_t later = at + 1; later < scene.place; ++later)
            is_newest = is_newest && !(stands(later) && scene.order.knew(later, at));
        if (is_newest && scene.order.facts[at]->yes("fits") != scene.fact.yes("fits")) return entries[at].id;
    }
    return std::nullopt;
}

bool rests_on_opinion(std::string_view kind, Status status) {
    return kind == "sent_to_filing" || kind == "not_filed" || (kind == "filed" && status == Status::ToFiling);
}

bool is_opinion_at_odds(const AidCase& of) {
    return std::any_of(of.entries.begin(), of.entries.end(), is_other_opinion);
}

Taken take(Inquiry& inquiry, const Scene& scene) {
    const Fact& fact = scene.fact;
    if (rests_on_opinion(fact.kind, scene.so_far.status)) return take_on(inquiry, scene);
    if (fact.kind == "case_opened") {
        if (fact.yes("urgent")) inquiry.urgent = fact.id;
    } else if (fact.kind == "urgency_declined") {
        if (!inquiry.waits) inquiry.waits = fact.id;
    } else if (fact.kind == "department_asked") {
        inquiry.department_asked = fact.id;
        if (scene.so_far.status == Status::Received) return {{}, Status::AskDept};
    } else if (fact.kind == "department_answered") {
        return take_opinion(inquiry, scene);
    } else if (fact.kind == "more_asked") {
        if (inquiry.more) return {refuse("more.twice"), {}};
        if (*fact.date("until") < fact.signed_day()) return {refuse("more.until"), {}};
        inquiry.more = Inquiry::Asked{fact.id, fact.texts("papers"), fact.day(), *fact.date("until")};
    } else if (fact.kind == "more_came") {
        if (fact.texts("papers").empty() && fact.texts("others").empty()) return {refuse("field.papers"), {}};
        for (std::string& paper : fact.texts("papers"))
            if (std::find(inquiry.came.begin(), inquiry.came.end(), paper) == inquiry.came.end())
                inquiry.came.push_back(std::move(paper));
        inquiry.came_on = std::max(inquiry.came_on.value_or(fact.day()), fact.day());
        return {{}, back_from_abandoned(inquiry, scene)};
    } else if (fact.kind == "abandoned") {
        return {check_abandoned(inquiry, scene), {}};
    } else if (fact.kind == "remarked") {
        take_remark(inquiry, fact);
    } else if (fact.kind == "double_asked") {
        ask_double(inquiry, fact);
    } else if (fact.kind == "identified") {
        if (!fact.has("document") && !fact.has("original_case") && !fact.has("reasons"))
            return {refuse("identified.nothing"), {}};
        inquiry.identified.push_back(fact.id);
    } else if (fact.kind == "double_answered") {
        return answer_double(inquiry, scene);
    }
    return {};
}

}  // namespace courtyard::cases
