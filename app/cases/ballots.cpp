// Refusals, in the order in which they are asked (those of laying a ballot: lay_ballot.cpp):
//
// "report.amount"     a grant without an amount, or an amount without a grant
// "report.wage"       a grant that names no wage to reckon with (A1)
// "report.exception"  an exception without the sum that was adjudged and not enforced (A5)
// "report.ceiling"    above 36 months' wages without an exception, or above the unpaid sum with one (A4, A5)
// "report.urgent"     less than was paid as urgent aid: that is topped up or, with a refusal, recovered (A8)
// "report.result"     the ballot on the last report has a result: it is carried out, not written over
// "vote.ballot"       no ballot of this case that its author had seen
// "member"            neither among the voters nor on the case any more
// "vote.voter"        on the case, but not among the voters
// "vote.conflict"     the voter has a conflict of interest
// "vote.papers"       cast on other papers than were laid
// "vote.superseded"   the voter had seen what took this ballot's place
// "vote.decided"      the voter had seen the decision that rests on it
// "status"            the voter had seen that the review has ended or stands still
// "vote.double"       the voter has voted
// "vote.amount"       a grant without an amount, or an amount without a grant
// "vote.wage"         a grant where neither the report nor the ballot names a wage
// "vote.ceiling"      more than may be granted on this report
// "vote.urgent"       less than was paid as urgent aid
// "upward.ballot"     no ballot that stands
// "upward.body"       not to a higher body
// "upward.result"     the body has reached a result
// "upward.open"       some have voted and others can still bring a result
// "terminated.ballot" a ballot stands and has not said so, and nothing happened to the person
// "decided.ballot"    no ballot of this case that its author had seen
// "decided.superseded" "decided.amount_open" "decided.open" "decided.split" "decided.result" "decided.amount": the
//                     ballot, as its author saw it, has no such result
// "kept.none"         that it stands all the same, of a decision of which its author knows no open doubt
// "kept.self"         by whoever signed the decision: another leader looks at it, or it is corrected
#include "app/cases/ballots.hpp"

#include <algorithm>
#include <iterator>

#include "app/cases/aid_case.hpp"
#include "app/cases/amounts.hpp"
#include "app/cases/laid_apart.hpp"
#include "app/cases/late_result.hpp"
#include "app/cases/seen_ballot.hpp"

namespace courtyard::cases {

namespace {

bool has(const std::vector<FactId>& ids, const FactId& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

// As far as its author knew. What was approved and is not paid is held to before signing (lacking.cpp).
domain::Fen urgent_paid(const Scene& scene) {
    const auto& urgent = scene.so_far.ledger.urgent;
    return urgent && urgent->paid && scene.knows(*urgent->paid) ? urgent->amount : domain::Fen{};
}

void recount(Ballots& ballots, const Scene& scene) {
    for (Ballot& ballot : ballots.ballots)
        ballot.tally = tally_of(ballots, ballot, scene.so_far.members);
}

void doubt(Ballots& ballots, const FactId& ballot, const FactId& why) {
    if (ballots.decision && ballots.decision->ballot == ballot) raise_doubt(ballots, ballots.decision->by, why);
}

bool is_at_odds(const Ballot& ballot, const base::PersonId& voter) {
    const auto& at_odds = ballot.tally.at_odds;
    return std::find(at_odds.begin(), at_odds.end(), voter) != at_odds.end();
}

// Nobody waited for the vote of somebody who had left, and it was cast by a voter who had not heard that they had: then
// it counts, and the decision that did not know it may grant less than so many would give. It is not unmade, and
// whoever leads looks at it.
void doubt_too_little(Ballots& ballots, const Ballot& ballot, const Scene& scene) {
    const auto& decision = ballots.decision;
    if (!decision || decision->ballot != ballot.by || !decision->granted) return;
    const auto gives_more = [&](const Vote& vote) {
        return vote.choice == Choice::Grant && vote.amount > decision->amount;
    };
    const auto& votes = ballot.tally.votes;
    const auto givers =
        std::count_if(votes.begin(), votes.end(), [&](const auto& each) { return gives_more(each.second); });
    if (static_cast<std::size_t>(givers) < ballot.tally.needed) return;
    const FactId decided = decision->by;
    // The decision is the fact itself, or stands before it.
    const std::size_t at = *scene.order.place_of(decided);
    for (const Vote& vote : ballot.cast)
        if (gives_more(vote) && votes.contains(vote.voter) && !scene.order.knew(at, vote.by))
            raise_doubt(ballots, decided, vote.by);
}

void supersede(Ballots& ballots, Ballot& ballot, const FactId& by) {
    if (has(ballot.replaced_by, by)) return;
    ballot.replaced_by.push_back(by);
    doubt(ballots, ballot.by, by);
}

// ---------------------------------------------------------------- report

Verdict check_report(const Report& report, const Scene& scene) {
    const bool grants = report.proposal == "grant";
    if (grants != (report.amount.value > 0)) return refuse("report.amount");
    if (report.exception && report.unpaid.value == 0) return refuse("report.exception");
    if (!grants) return std::nullopt;
    if (report.wage.value == 0) return refuse("report.wage");
    if (report.amount > grant_limit({report.wage, report.exception, report.unpaid})) return refuse("report.ceiling");
    if (report.amount < urgent_paid(scene)) return refuse("report.urgent");
    return std::nullopt;
}

bool has_result_to_carry_out(const SeenBallot& ballot) {
    if (ballot.tally.amount_open) return true;  // only of the amount a vote is still to be heard
    return ballot.tally.has_result() && ballot.tally.state != Tally::State::Return;
}

Taken take_report(Ballots& ballots, const Scene& scene) {
    const Fact& fact = scene.fact;
    Report report{fact.id,
                  fact.author,
                  std::string(fact.text("proposal")),
                  fact.money("amount"),
                  fact.money("wage"),
                  fact.money("unpaid"),
                  fact.has("exception")};
    if (auto no = check_report(report, scene)) return {std::move(no), {}};
    if (const auto before = current_seen(ballots, scene); before && has_result_to_carry_out(*before))
        return {refuse("report.result"), {}};
    ballots.reports.push_back(std::move(report));
    if (ballots.is_void(fact.id)) return {};  // of a conflict that its author had not heard of
    for (Ballot& ballot : ballots.ballots)
        supersede(ballots, ballot, fact.id);
    return {};
}

// ---------------------------------------------------------------- vote

bool left_knowingly(const base::PersonId& voter, const Scene& scene) {
    const auto gone = scene.so_far.members.gone.find(voter);
    return !scene.so_far.members.has(voter) && gone != scene.so_far.members.gone.end() && scene.knows(gone->second);
}

Verdict check_voter(const Ballots& ballots, const Ballot& ballot, const Scene& scene) {
    const base::PersonId& voter = scene.fact.author;
    const bool is_named = std::binary_search(ballot.laid_before.begin(), ballot.laid_before.end(), voter);
    if (knows_conflict(ballots, voter, scene)) return refuse("vote.conflict");
    if (left_knowingly(voter, scene) || (!is_named && !scene.so_far.members.has(voter))) return refuse("member");
    if (!is_named) return refuse("vote.voter");
    return std::nullopt;
}

// What its voter had seen: a vote that was cast before, or that comes by stick after, is judged by nothing else.
Verdict check_time(const Ballots& ballots, const SeenBallot& seen, const Scene& scene) {
    if (seen.is_superseded) return refuse("vote.superseded");
    if (ballots.decision && scene.knows(ballots.decision->by)) return refuse("vote.decided");
    const AidCase& so_far = scene.so_far;
    if (so_far.status != Status::Review && scene.knows(so_far.steps.back().by)) return refuse("status");
    const auto is_own = [&](const Vote& vote) { return vote.voter == scene.fact.author && scene.knows(vote.by); };
    if (std::any_of(seen.ballot->cast.begin(), seen.ballot->cast.end(), is_own)) return refuse("vote.double");
    return std::nullopt;
}

Verdict check_amount(const Ballot& ballot, const Vote& vote, const Scene& scene) {
    if ((vote.choice == Choice::Grant) != (vote.amount.value > 0)) return refuse("vote.amount");
    if (vote.choice != Choice::Grant) return std::nullopt;
    if (ballot.limit.value == 0) return refuse("vote.wage");
    if (vote.amount > ballot.limit) return refuse("vote.ceiling");
    if (vote.amount < urgent_paid(scene)) return refuse("vote.urgent");
    return std::nullopt;
}

Ballot* find_known(Ballots& ballots, const Scene& scene) {
    const auto id = scene.fact.fact("ballot");
    if (!id || !scene.knows(*id)) return nullptr;
    const auto found = std::find_if(ballots.ballots.begin(), ballots.ballots.end(),
                                    [&](const Ballot& each) { return each.is_laid_by(*id); });
    return found == ballots.ballots.end() ? nullptr : &*found;
}

Taken take_vote(Ballots& ballots, const Scene& scene) {
    Ballot* ballot = find_known(ballots, scene);
    if (ballot == nullptr) return {refuse("vote.ballot"), {}};
    const Fact& fact = scene.fact;
    const Vote vote{fact.id, fact.author, choice_of(fact.text("choice")).value_or(Choice::Return),
                    fact.money("amount")};
    if (auto no = check_voter(ballots, *ballot, scene)) return {std::move(no), {}};
    if (fact.text("papers_digest") != ballot->papers_digest) return {refuse("vote.papers"), {}};
    if (auto no = check_time(ballots, seen(ballots, *ballot, scene), scene)) return {std::move(no), {}};
    if (auto no = check_amount(*ballot, vote, scene)) return {std::move(no), {}};
    ballot->cast.push_back(vote);
    ballot->tally = tally_of(ballots, *ballot, scene.so_far.members);
    if (is_at_odds(*ballot, vote.voter)) doubt(ballots, ballot->by, vote.by);
    doubt_too_little(ballots, *ballot, scene);
    return {};
}

// ---------------------------------------------------------------- upward, end, decision

Taken take_upward(Ballots& ballots, const Scene& scene) {
    const Ballot* ballot = find_known(ballots, scene);
    if (ballot == nullptr) return {refuse("upward.ballot"), {}};
    const SeenBallot before = seen(ballots, *ballot, scene);
    if (before.is_superseded) return {refuse("upward.ballot"), {}};
    Upward upward{scene.fact.id, ballot->by, std::string(scene.fact.text("to")), {}};
    if (rank_of(upward.to) <= rank_of(ballot->body)) return {refuse("upward.body"), {}};
    if (before.tally.has_result() || before.tally.amount_open) return {refuse("upward.result"), {}};
    const bool some_voted = !before.tally.votes.empty() || !before.tally.at_odds.empty();
    if (before.tally.state == Tally::State::Open && some_voted) return {refuse("upward.open"), {}};
    for (Ballot& each : ballots.ballots)
        if (rank_of(each.body) < rank_of(upward.to)) supersede(ballots, each, upward.by);
    ballots.upward.push_back(std::move(upward));
    return {};
}

// What happens to the person waits for no vote: who died, or is in need no more, is granted nothing, whatever a ballot
// has said or would say (P7y). The ballots are moot then.
bool is_overtaken_by_life(std::string_view ground) { return ground == "died" || ground == "hardship_gone"; }

// Without a ballot a judge may end the review; with one, its voters say so, or the person refused what they granted.
Taken take_terminated(Ballots& ballots, const Scene& scene) {
    if (auto no = refused_end(scene.so_far.ledger, scene.fact)) return {std::move(no), {}};
    if (is_overtaken_by_life(scene.fact.text("ground"))) {
        for (Ballot& each : ballots.ballots)
            supersede(ballots, each, scene.fact.id);
        return {};
    }
    const auto ballot = current_seen(ballots, scene);
    if (!ballot) return {};
    const Tally::State state = ballot->tally.state;
    const bool refused_by_person = state == Tally::State::Grant && scene.fact.text("ground") == "amount_refused";
    const bool may = state == Tally::State::Terminate || state == Tally::State::Return || refused_by_person;
    return {may ? Verdict{} : refuse("terminated.ballot"), {}};
}

Verdict check_result(const SeenBallot& ballot, const Fact& fact) {
    const Tally& tally = ballot.tally;
    if (ballot.is_superseded) return refuse("decided.superseded");
    if (tally.amount_open) return refuse("decided.amount_open");
    if (tally.state == Tally::State::Open) return refuse("decided.open");
    if (tally.state == Tally::State::Split) return refuse("decided.split");
    if (fact.text("result") != name_of(tally.state)) return refuse("decided.result");
    // Of a refusal the ballot's amount is 0, and a field for money holds more than that.
    if (fact.money("amount") != tally.amount) return refuse("decided.amount");
    return std::nullopt;
}

// For the author of the fact, had they heard of it.
bool takes_its_place(const Ballot& ballot, const FactId& by, const Scene& scene) {
    return has(in_its_place(ballot, scene.order, [&](const FactId& each) { return each == by || scene.knows(each); }),
               by);
}

// What had come before it, unknown to its author, and touches it.
void doubt_from_the_start(Ballots& ballots, const Ballot& ballot, const Scene& scene) {
    const auto add = [&](const FactId& each) {
        if (!scene.knows(each)) doubt(ballots, ballot.by, each);
    };
    for (const FactId& each : ballot.replaced_by)
        if (takes_its_place(ballot, each, scene)) add(each);
    for (const Conflict& each : ballots.conflicts)
        if (std::binary_search(ballot.laid_before.begin(), ballot.laid_before.end(), each.person)) add(each.by);
    for (const Vote& vote : ballot.cast)
        if (is_at_odds(ballot, vote.voter)) add(vote.by);
    doubt_too_little(ballots, ballot, scene);
}

Taken take_decided(Ballots& ballots, const Scene& scene) {
    const Fact& fact = scene.fact;
    const Ballot* ballot = find_known(ballots, scene);
    if (ballot == nullptr) return {refuse("decided.ballot"), {}};
    if (auto no = check_result(seen(ballots, *ballot, scene), fact)) return {std::move(no), {}};
    const bool granted = fact.text("result") == "grant";
    ballots.decision = Decision{fact.id, ballot->by, granted, fact.money("amount"), fact.day(), {}, {}};
    doubt_from_the_start(ballots, *ballot, scene);
    return {{}, granted ? Status::DecidedGrant : Status::DecidedRefuse};
}

// What the leader had not heard of stays open.
Taken take_kept(Ballots& ballots, const Scene& scene) {
    if (!knows_doubt(ballots, scene)) return {refuse("kept.none"), {}};
    const Fact& decided = *scene.order.facts[*scene.order.place_of(ballots.decision->by)];
    if (decided.author == scene.fact.author) return {refuse("kept.self"), {}};
    for (const FactId& each : ballots.decision->open_doubts())
        if (scene.knows(each)) ballots.decision->heard.push_back(each);
    return {};
}

// ---------------------------------------------------------------- what changes under a ballot

// What somebody wrote who should not have takes no ballot's place, whether it came before their conflict or after.
void give_place_back(Ballots& ballots, const base::PersonId& author) {
    for (const Report& report : ballots.reports) {
        if (report.author != author) continue;
        for (Ballot& ballot : ballots.ballots)
            std::erase(ballot.replaced_by, report.by);
        if (!ballots.decision) continue;
        std::erase(ballots.decision->doubts, report.by);
        std::erase(ballots.decision->heard, report.by);
    }
}

void take_conflict(Ballots& ballots, const Scene& scene) {
    const base::PersonId person = *scene.fact.person("person");
    const bool is_known = std::any_of(ballots.conflicts.begin(), ballots.conflicts.end(),
                                      [&](const auto& each) { return each.person == person; });
    ballots.conflicts.push_back({scene.fact.id, person});
    give_place_back(ballots, person);
    recount(ballots, scene);
    if (is_known) return;  // said again, it is nothing new
    for (const Ballot& ballot : ballots.ballots)
        if (std::binary_search(ballot.laid_before.begin(), ballot.laid_before.end(), person))
            doubt(ballots, ballot.by, scene.fact.id);
    // The others voted, or would, on what somebody wrote who should not have.
    const auto is_theirs = [&](const FactId& report) {
        return std::any_of(ballots.reports.begin(), ballots.reports.end(),
                           [&](const Report& each) { return each.by == report && each.author == person; });
    };
    for (Ballot& ballot : ballots.ballots)
        if (is_theirs(ballot.report)) supersede(ballots, ballot, scene.fact.id);
}

void take_set_aside(Ballots& ballots, const FactId& wrong, const FactId& by) {
    for (Ballot& ballot : ballots.ballots)
        if (has(ballot.papers, wrong)) supersede(ballots, ballot, by);
}

}  // namespace

std::vector<FactId> Decision::open_doubts() const {
    std::vector<FactId> open;
    std::copy_if(doubts.begin(), doubts.end(), std::back_inserter(open),
                 [this](const FactId& each) { return !has(heard, each); });
    return open;
}

void raise_doubt(Ballots& ballots, const FactId& decided, const FactId& why) {
    if (ballots.decision && ballots.decision->by == decided && !has(ballots.decision->doubts, why))
        ballots.decision->doubts.push_back(why);
}

bool knows_doubt(const Ballots& ballots, const Scene& scene) {
    if (!ballots.decision || !scene.knows(ballots.decision->by)) return false;
    const std::vector<FactId> open = ballots.decision->open_doubts();
    return std::any_of(open.begin(), open.end(), [&scene](const FactId& each) { return scene.knows(each); });
}

bool Ballot::is_laid_by(const FactId& id) const { return has(laid_by, id); }

const Ballot* Ballots::find(const FactId& id) const {
    for (const Ballot& each : ballots)
        if (each.is_laid_by(id)) return &each;
    return nullptr;
}

bool Ballots::is_void(const FactId& report) const {
    const auto found =
        std::find_if(reports.begin(), reports.end(), [&report](const Report& each) { return each.by == report; });
    return found != reports.end() && std::any_of(conflicts.begin(), conflicts.end(),
                                                 [&](const Conflict& each) { return each.person == found->author; });
}

const Report* Ballots::last_report() const {
    const auto found =
        std::find_if(reports.rbegin(), reports.rend(), [this](const Report& each) { return !is_void(each.by); });
    return found == reports.rend() ? nullptr : &*found;
}

bool Ballots::is_replaced(const FactId& vote) const {
    return std::any_of(ballots.begin(), ballots.end(), [&](const Ballot& ballot) {
        const bool stands = ballot.superseded_by.empty() || (decision && decision->ballot == ballot.by);
        return !stands && std::any_of(ballot.cast.begin(), ballot.cast.end(),
                                      [&vote](const Vote& each) { return each.by == vote; });
    });
}

std::optional<std::string> Ballots::body_in_charge() const {
    std::optional<std::string> body;
    for (const Upward& each : upward)
        if (each.overturned_by.empty() && (!body || rank_of(*body) < rank_of(each.to))) body = each.to;
    return body;
}

bool Ballots::is_overturned(const FactId& replacing) const {
    if (const Ballot* ballot = find(replacing)) return !ballot->overturned_by.empty();
    return std::any_of(upward.begin(), upward.end(), [&replacing](const Upward& each) {
        return each.by == replacing && !each.overturned_by.empty();
    });
}

const Ballot* Ballots::current() const {
    const auto found =
        std::find_if(ballots.rbegin(), ballots.rend(), [](const Ballot& each) { return each.superseded_by.empty(); });
    return found == ballots.rend() ? nullptr : &*found;
}

namespace {

Taken take_part(Ballots& ballots, const Scene& scene, const Offices& offices) {
    const Fact& fact = scene.fact;
    if (fact.kind == "report_written") return take_report(ballots, scene);
    if (fact.kind == "ballot_opened") return lay_ballot(ballots, scene, offices);
    if (fact.kind == "vote_cast") return take_vote(ballots, scene);
    if (fact.kind == "sent_upward") return take_upward(ballots, scene);
    if (fact.kind == "terminated") return take_terminated(ballots, scene);
    if (fact.kind == "decided") return take_decided(ballots, scene);
    if (fact.kind == "decision_kept") return take_kept(ballots, scene);
    if (fact.kind == "conflict_declared") take_conflict(ballots, scene);
    // Who left is waited for no more; who came back is.
    if (fact.kind == "left" || fact.kind == "joined" || fact.kind == "assigned") recount(ballots, scene);
    if (fact.kind == "corrected") take_set_aside(ballots, *fact.fact("wrong"), fact.id);
    if (fact.kind == "contradiction_settled")
        for (const FactId& falls : fact.facts("falls"))
            take_set_aside(ballots, falls, fact.id);
    return {};
}

}  // namespace

Taken take(Ballots& ballots, const Scene& scene, const Offices& offices) {
    Taken taken = take_part(ballots, scene, offices);
    if (!taken.refused && !ballots.ballots.empty()) note_late_results(ballots, scene.order);
    return taken;
}

}  // namespace courtyard::cases
