// What a ballot must be, in the order in which it is asked:
//
// "ballot.body"      a ballot went upward: only that body decides from then on (P7)
// "ballot.report"    not the last report that its author had seen, of those whose author has no conflict of interest
// "ballot.papers"    a paper that is no fact of this case, that is not in force, or that its author had not seen
// "ballot.twice"     somebody stands among the voters twice
// "ballot.conflict"  somebody with a conflict of interest
// "ballot.member"    somebody who is not on the case
// "ballot.office"    an office that does not vote there: a panel is made of judges and registrars (P6), the committees
//                    of their members, judges and the leader
// "ballot.few"       fewer than three voters
// "ballot.even"      a panel of an even number
// "ballot.result"    the same papers have a result already; another vote on them would be a search for another one
// "ballot.same"      the same papers lie before the same voters of the same body already; who could not know that has
//                    laid the same ballot (laid_apart.hpp)
#include <algorithm>
#include <set>

#include "app/cases/aid_case.hpp"
#include "app/cases/amounts.hpp"
#include "app/cases/laid_apart.hpp"
#include "app/cases/papers_digest.hpp"
#include "app/cases/seen_ballot.hpp"
#include "app/cases/voting_office.hpp"

namespace courtyard::cases {

namespace {

constexpr std::size_t kVotersMin = 3;

// The fact, if the author of this one had seen it and, as far as they knew, it stood. What was set aside by a
// correction that they did not know stood before them.
const Fact* standing_paper(const FactId& id, const Scene& scene) {
    if (!scene.knows(id)) return nullptr;
    const std::size_t place = *scene.order.place_of(id);
    const Entry& entry = scene.so_far.entries[place];
    const bool stood = entry.standing == Standing::InForce || entry.standing == Standing::Unknown ||
                       (entry.standing == Standing::SetAside && !scene.knows(*entry.against));
    return stood ? scene.order.facts[place] : nullptr;
}

// The report, if it is the last that the author had seen.
const Fact* last_report(const Ballots& ballots, const Scene& scene) {
    for (std::size_t place = scene.place; place-- > 0;) {
        const Fact& fact = *scene.order.facts[place];
        if (fact.kind != "report_written" || knows_conflict(ballots, fact.author, scene)) continue;
        if (const Fact* found = standing_paper(fact.id, scene)) return found;
    }
    return nullptr;
}

bool is_on_case(const base::PersonId& person, const Scene& scene) {
    const Members& members = scene.so_far.members;
    const auto gone = members.gone.find(person);
    return members.has(person) || (gone != members.gone.end() && !scene.knows(gone->second));
}

Verdict check_voters(const Ballots& ballots, const Scene& scene, const Offices& offices) {
    const std::vector<base::PersonId> voters = scene.fact.persons("voters");
    const std::string_view body = scene.fact.text("body");
    std::set<base::PersonId> once;
    for (const base::PersonId& voter : voters) {
        if (!once.insert(voter).second) return refuse("ballot.twice");
        if (knows_conflict(ballots, voter, scene)) return refuse("ballot.conflict");
        if (!is_on_case(voter, scene)) return refuse("ballot.member");
        const auto role = offices(voter);
        if (!role || !votes_in(body, *role)) return refuse("ballot.office");
    }
    if (voters.size() < kVotersMin) return refuse("ballot.few");
    if (body == "panel" && voters.size() % 2 == 0) return refuse("ballot.even");
    return std::nullopt;
}

Verdict check_is_new(const Ballots& ballots, const Ballot& laid, const Scene& scene) {
    const auto before = current_seen(ballots, scene);
    if (!before || before->ballot->papers_digest != laid.papers_digest) return std::nullopt;
    if (before->tally.has_result() || before->tally.amount_open) return refuse("ballot.result");
    const bool is_same = before->ballot->body == laid.body && before->ballot->laid_before == laid.laid_before;
    return is_same ? refuse("ballot.same") : std::nullopt;
}

// What had come already that its author did not know and that takes its place from it.
std::vector<FactId> replaced_from_the_start(const Ballots& ballots, const Ballot& laid, const Scene& scene) {
    std::vector<FactId> by;
    for (const FactId& paper : laid.papers) {
        const Entry& entry = scene.so_far.entries[*scene.order.place_of(paper)];
        const bool has_come = entry.against && scene.so_far.entry(*entry.against) != nullptr;
        if (has_come) by.push_back(*entry.against);
    }
    for (const Report& report : ballots.reports)
        if (!scene.knows(report.by) && !ballots.is_void(report.by)) by.push_back(report.by);
    const base::PersonId& author = scene.order.facts[*scene.order.place_of(laid.report)]->author;
    for (const Conflict& each : ballots.conflicts)
        if (each.person == author && !scene.knows(each.by)) by.push_back(each.by);
    for (const Upward& upward : ballots.upward)
        if (!scene.knows(upward.by) && rank_of(laid.body) < rank_of(upward.to)) by.push_back(upward.by);
    return by;
}

// A report that grants nothing need not name a wage: then the ballot does.
domain::Fen limit_of(const Fact& report, const Fact& laid) {
    const Fact& reckoning = report.has("wage") ? report : laid;
    return grant_limit({reckoning.money("wage"), report.has("exception"), report.money("unpaid")});
}

// It stands where it was laid last, and takes the place of what was laid before by people who had heard of none of its
// names.
void lay_again(Ballots& ballots, const FactId& first, const Ballot& again, const Ordered& order) {
    auto& all = ballots.ballots;
    const auto found = std::find_if(all.begin(), all.end(), [&](const Ballot& each) { return each.by == first; });
    std::rotate(found, std::next(found), all.end());
    all.back().laid_by.push_back(again.by);
    for (const FactId& by : again.replaced_by)
        if (auto& mine = all.back().replaced_by; std::find(mine.begin(), mine.end(), by) == mine.end())
            mine.push_back(by);
    for (auto each = all.begin(); each != std::prev(all.end()); ++each)
        if (!is_laid_over(each->by, all.back(), order)) each->replaced_by.push_back(again.by);
}

}  // namespace

Taken lay_ballot(Ballots& ballots, const Scene& scene, const Offices& offices) {
    const Fact& fact = scene.fact;
    Ballot laid;
    laid.by = fact.id;
    laid.body = fact.text("body");
    if (const auto body = body_in_charge(ballots, scene); body && *body != laid.body)
        return {refuse("ballot.body"), {}};
    const Fact* report = last_report(ballots, scene);
    if (report == nullptr || report->id != fact.fact("report")) return {refuse("ballot.report"), {}};
    laid.report = report->id;
    laid.limit = limit_of(*report, fact);
    std::map<FactId, const Fact*> papers{{report->id, report}};
    for (const FactId& id : fact.facts("papers")) {
        const Fact* paper = standing_paper(id, scene);
        if (paper == nullptr) return {refuse("ballot.papers"), {}};
        papers.emplace(id, paper);
    }
    std::vector<const Fact*> whole;
    for (const auto& [id, paper] : papers) {
        laid.papers.push_back(id);
        whole.push_back(paper);
    }
    laid.papers_digest = papers_digest(whole);
    if (auto no = check_voters(ballots, scene, offices)) return {std::move(no), {}};
    laid.laid_before = fact.persons("voters");
    std::sort(laid.laid_before.begin(), laid.laid_before.end());
    if (auto no = check_is_new(ballots, laid, scene)) return {std::move(no), {}};
    laid.replaced_by = replaced_from_the_start(ballots, laid, scene);
    if (const Ballot* already = laid_already(ballots, laid.limit, scene)) {
        lay_again(ballots, FactId(already->by), laid, scene.order);
        return {};
    }
    for (Ballot& each : ballots.ballots)
        each.replaced_by.push_back(fact.id);
    laid.laid_by = {fact.id};
    laid.tally = tally_of(ballots, laid, scene.so_far.members);
    ballots.ballots.push_back(std::move(laid));
    return {};
}

bool lays_decided(const Ballots& ballots, const Scene& scene) {
    const auto report = scene.fact.fact("report");
    const auto place = report ? scene.order.place_of(*report) : std::nullopt;
    if (!place || !ballots.decision) return false;
    const Ballot* already = laid_already(ballots, limit_of(*scene.order.facts[*place], scene.fact), scene);
    return already != nullptr && already->by == ballots.decision->ballot;
}

}  // namespace courtyard::cases
