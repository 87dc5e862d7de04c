#include <nlohmann/json.hpp>

#include "app/cases/case_json.hpp"
#include "app/cases/ids_json.hpp"

namespace courtyard::cases {

namespace {

using nlohmann::json;

json vote_json(const Vote& vote) {
    json out = {{"by", vote.by.text()}, {"voter", vote.voter.text()}, {"choice", name_of(vote.choice)}};
    if (vote.choice == Choice::Grant) out["amount"] = vote.amount.value;
    return out;
}

json tally_json(const Tally& tally) {
    json votes = json::array();
    for (const auto& [voter, vote] : tally.votes)
        votes.push_back(vote.by.text());
    return {{"state", name_of(tally.state)},
            {"amount", tally.amount.value},
            {"needed", tally.needed},
            {"voters", ids_json(tally.voters)},
            {"counted", votes},
            {"at_odds", ids_json(tally.at_odds)},
            {"amount_open", tally.amount_open}};
}

json ballot_json(const Ballot& ballot) {
    json cast = json::array();
    for (const Vote& vote : ballot.cast)
        cast.push_back(vote_json(vote));
    return {{"by", ballot.by.text()},
            {"laid_by", ids_json(ballot.laid_by)},
            {"body", ballot.body},
            {"report", ballot.report.text()},
            {"papers", ids_json(ballot.papers)},
            {"papers_digest", ballot.papers_digest},
            {"laid_before", ids_json(ballot.laid_before)},
            {"cast", cast},
            {"replaced_by", ids_json(ballot.replaced_by)},
            {"overturned_by", ids_json(ballot.overturned_by)},
            {"superseded_by", ids_json(ballot.superseded_by)},
            {"limit", ballot.limit.value},
            {"tally", tally_json(ballot.tally)}};
}

json report_json(const Report& report) {
    return {{"by", report.by.text()},        {"author", report.author.text()}, {"proposal", report.proposal},
            {"amount", report.amount.value}, {"wage", report.wage.value},      {"unpaid", report.unpaid.value},
            {"exception", report.exception}};
}

json decision_json(const Decision& decision) {
    return {{"by", decision.by.text()},         {"ballot", decision.ballot.text()},
            {"granted", decision.granted},      {"amount", decision.amount.value},
            {"day", decision.day.text()},       {"doubts", ids_json(decision.doubts)},
            {"heard", ids_json(decision.heard)}};
}

}  // namespace

json json_of(const Ballots& ballots) {
    json reports = json::array(), all = json::array(), conflicts = json::array(), upward = json::array();
    for (const Report& report : ballots.reports)
        reports.push_back(report_json(report));
    for (const Ballot& ballot : ballots.ballots)
        all.push_back(ballot_json(ballot));
    for (const Conflict& each : ballots.conflicts)
        conflicts.push_back({{"by", each.by.text()}, {"person", each.person.text()}});
    for (const Upward& each : ballots.upward)
        upward.push_back({{"by", each.by.text()},
                          {"ballot", each.ballot.text()},
                          {"to", each.to},
                          {"overturned_by", ids_json(each.overturned_by)}});
    json out = {{"reports", reports}, {"ballots", all}, {"conflicts", conflicts}, {"upward", upward}};
    if (ballots.decision) out["decision"] = decision_json(*ballots.decision);
    return out;
}

}  // namespace courtyard::cases
