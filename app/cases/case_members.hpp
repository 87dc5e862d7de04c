// Every member of everything in a case, in order, for case_bytes.cpp. A new member that is missing here does not
// compile: the names between the brackets must be as many as the struct has.
#pragma once

#include <concepts>
#include <tuple>
#include <type_traits>

#include "app/cases/aid_case.hpp"

namespace courtyard::cases {

template <class T, class Whole>
concept Some = std::same_as<std::remove_const_t<T>, Whole>;

auto members_of(Some<domain::SafeContact> auto& from) {
    auto& [rule, hours, number, messages, hide, word, phone, relay, lost, is_whole, is_disputed] = from;
    return std::tie(rule, hours, number, messages, hide, word, phone, relay, lost, is_whole, is_disputed);
}
auto members_of(Some<Step> auto& from) {
    auto& [to, by, day] = from;
    return std::tie(to, by, day);
}
auto members_of(Some<Entry> auto& from) {
    auto& [id, kind, author, role, claimed, day, standing, code, against, came] = from;
    return std::tie(id, kind, author, role, claimed, day, standing, code, against, came);
}

auto members_of(Some<Inquiry::Asked> auto& from) {
    auto& [by, papers, on, until] = from;
    return std::tie(by, papers, on, until);
}
auto members_of(Some<Inquiry::Double> auto& from) {
    auto& [asked_by, where, answered_by, same, token, who, also] = from;
    return std::tie(asked_by, where, answered_by, same, token, who, also);
}
auto members_of(Some<Inquiry> auto& from) {
    auto& [asked, answered, fits, unheard, urgent, waits, more, came, came_on, doubles, same_lead, identified] = from;
    return std::tie(asked, answered, fits, unheard, urgent, waits, more, came, came_on, doubles, same_lead, identified);
}

auto members_of(Some<Findings::Found> auto& from) {
    auto& [by, element] = from;
    return std::tie(by, element);
}
auto members_of(Some<Findings::Commitment> auto& from) {
    auto& [by, given] = from;
    return std::tie(by, given);
}
auto members_of(Some<Findings::Anew> auto& from) {
    auto& [by, ballot, answered] = from;
    return std::tie(by, ballot, answered);
}
auto members_of(Some<Findings> auto& from) {
    auto& [categories, found, commitment, anew] = from;
    return std::tie(categories, found, commitment, anew);
}

auto members_of(Some<Members::Seat> auto& from) {
    auto& [as, since] = from;
    return std::tie(as, since);
}
auto members_of(Some<Members::Given> auto& from) {
    auto& [epoch, persons] = from;
    return std::tie(epoch, persons);
}
auto members_of(Some<Members> auto& from) {
    auto& [seats, in_conflict, gone, handler, panel, epoch, keys, stray_keys] = from;
    return std::tie(seats, in_conflict, gone, handler, panel, epoch, keys, stray_keys);
}

auto members_of(Some<Served> auto& from) {
    auto& [by, paper, day, decision] = from;
    return std::tie(by, paper, day, decision);
}
auto members_of(Some<Hearing> auto& from) {
    auto& [by, day, ended_by] = from;
    return std::tie(by, day, ended_by);
}
auto members_of(Some<Clock::Pause> auto& from) {
    auto& [ground, by, begin, end, until, agreed] = from;
    return std::tie(ground, by, begin, end, until, agreed);
}
auto members_of(Some<Clock> auto& from) {
    auto& [pauses, complex, extended, served, hearings] = from;
    return std::tie(pauses, complex, extended, served, hearings);
}

auto members_of(Some<Vote> auto& from) {
    auto& [by, voter, choice, amount] = from;
    return std::tie(by, voter, choice, amount);
}
auto members_of(Some<Conflict> auto& from) {
    auto& [by, person] = from;
    return std::tie(by, person);
}
auto members_of(Some<Tally> auto& from) {
    auto& [state, amount, needed, voters, votes, at_odds, amount_open] = from;
    return std::tie(state, amount, needed, voters, votes, at_odds, amount_open);
}
auto members_of(Some<Ballot> auto& from) {
    auto& [by, laid_by, body, report, papers, digest, laid_before, cast, replaced_by, overturned_by, superseded_by,
           limit, tally] = from;
    return std::tie(by, laid_by, body, report, papers, digest, laid_before, cast, replaced_by, overturned_by,
                    superseded_by, limit, tally);
}
auto members_of(Some<Decision> auto& from) {
    auto& [by, ballot, granted, amount, day, doubts, heard] = from;
    return std::tie(by, ballot, granted, amount, day, doubts, heard);
}
auto members_of(Some<Report> auto& from) {
    auto& [by, author, proposal, amount, wage, unpaid, exception] = from;
    return std::tie(by, author, proposal, amount, wage, unpaid, exception);
}
auto members_of(Some<Upward> auto& from) {
    auto& [by, ballot, to, overturned_by] = from;
    return std::tie(by, ballot, to, overturned_by);
}
auto members_of(Some<Ballots> auto& from) {
    auto& [reports, ballots, conflicts, upward, decision] = from;
    return std::tie(reports, ballots, conflicts, upward, decision);
}

auto members_of(Some<UrgentAid> auto& from) {
    auto& [proposed, amount, wage, proposer, approved, paid, confirmed, paid_on, came, whole, asks_no_more, returned,
           payers] = from;
    return std::tie(proposed, amount, wage, proposer, approved, paid, confirmed, paid_on, came, whole, asks_no_more,
                    returned, payers);
}
auto members_of(Some<GivenAccount> auto& from) {
    auto& [by, record, whose, ends, payee] = from;
    return std::tie(by, record, whose, ends, payee);
}
auto members_of(Some<TakenBack> auto& from) {
    auto& [by, why, record] = from;
    return std::tie(by, why, record);
}
auto members_of(Some<Accounts> auto& from) {
    auto& [given, taken_back] = from;
    return std::tie(given, taken_back);
}
auto members_of(Some<PayOrder> auto& from) {
    auto& [by, orderer, amount, part, parts, way, payee, ends, account, state, released, paid, returned, confirmed,
           paid_on, next, came, whole, asks_no_more, payers] = from;
    return std::tie(by, orderer, amount, part, parts, way, payee, ends, account, state, released, paid, returned,
                    confirmed, paid_on, next, came, whole, asks_no_more, payers);
}
auto members_of(Some<StrayPayment> auto& from) {
    auto& [by, code, amount, is_crossed, is_urgent] = from;
    return std::tie(by, code, amount, is_crossed, is_urgent);
}
auto members_of(Some<StoppedPayment> auto& from) {
    auto& [by, ground] = from;
    return std::tie(by, ground);
}
auto members_of(Some<NotedMoney> auto& from) {
    auto& [by, amount, day, proof] = from;
    return std::tie(by, amount, day, proof);
}
auto members_of(Some<SerialNoted> auto& from) {
    auto& [by, serial] = from;
    return std::tie(by, serial);
}
auto members_of(Some<SameProof> auto& from) {
    auto& [by, other, answered] = from;
    return std::tie(by, other, answered);
}
auto members_of(Some<Enforcement> auto& from) {
    auto& [money, weighed] = from;
    return std::tie(money, weighed);
}
auto members_of(Some<SpecialClaim> auto& from) {
    auto& [by, amount, since] = from;
    return std::tie(by, amount, since);
}
auto members_of(Some<Recovery> auto& from) {
    auto& [by, ground, amount, on, until, told, of, is_urgent, back] = from;
    return std::tie(by, ground, amount, on, until, told, of, is_urgent, back);
}
auto members_of(Some<UnmadeRequest> auto& from) {
    auto& [by, open, recalled] = from;
    return std::tie(by, open, recalled);
}
auto members_of(Some<Ledger> auto& from) {
    auto& [proposals, urgent, requested, arrived, given_back, orders, arrivals, recalled, lying, lying_used, lying_back,
           unmade, enforced, enforcements, claim, to_recover, recovered, recoveries, came_back, recovery, given_up,
           deducted, sent_back, stopped, stray, serials, same_proofs] = from;
    return std::tie(proposals, urgent, requested, arrived, given_back, orders, arrivals, recalled, lying, lying_used,
                    lying_back, unmade, enforced, enforcements, claim, to_recover, recovered, recoveries, came_back,
                    recovery, given_up, deducted, sent_back, stopped, stray, serials, same_proofs);
}

auto members_of(Some<Referral> auto& from) {
    auto& [by, item, body, asks, shared, state, sent_on, since, answer_by, moved_by, ended, told, heard, partner,
           letter, late, taken_on, by_body, double_of] = from;
    return std::tie(by, item, body, asks, shared, state, sent_on, since, answer_by, moved_by, ended, told, heard,
                    partner, letter, late, taken_on, by_body, double_of);
}
auto members_of(Some<Referral::Ended> auto& from) {
    auto& [by, on] = from;
    return std::tie(by, on);
}
auto members_of(Some<Linkage> auto& from) {
    auto& [by, court, who, state, asked_on, since, answer_by, wanted, granted, answered_by, told, double_of] = from;
    return std::tie(by, court, who, state, asked_on, since, answer_by, wanted, granted, answered_by, told, double_of);
}
auto members_of(Some<Revisit> auto& from) {
    auto& [by, plan, made, way, outcome, day, slot, caller, conclusions, next, urgent_alone, double_of] = from;
    return std::tie(by, plan, made, way, outcome, day, slot, caller, conclusions, next, urgent_alone, double_of);
}
auto members_of(Some<Alert> auto& from) {
    auto& [by, what, day, passed, handled, passers, handlers] = from;
    return std::tie(by, what, day, passed, handled, passers, handlers);
}
auto members_of(Some<Followup> auto& from) {
    auto& [by, outcome, since, due, done, only_told, passed, passers] = from;
    return std::tie(by, outcome, since, due, done, only_told, passed, passers);
}
auto members_of(Some<Supervision> auto& from) {
    auto& [by, by_whom, used] = from;
    return std::tie(by, by_whom, used);
}
auto members_of(Some<Promise> auto& from) {
    auto& [by, body, owner, what, made_on, due, first_due, state, since, evidence, claimers, moved_by, closed_by,
           disputed_by, referral] = from;
    return std::tie(by, body, owner, what, made_on, due, first_due, state, since, evidence, claimers, moved_by,
                    closed_by, disputed_by, referral);
}
auto members_of(Some<Gone> auto& from) {
    auto& [by, what, day] = from;
    return std::tie(by, what, day);
}
auto members_of(Some<AtOdds> auto& from) {
    auto& [earlier, later, what] = from;
    return std::tie(earlier, later, what);
}
auto members_of(Some<Care> auto& from) {
    auto& [consents, revocations, referrals, linkages, promises, revisits, alerts, followups, supervision, gone,
           at_odds] = from;
    return std::tie(consents, revocations, referrals, linkages, promises, revisits, alerts, followups, supervision,
                    gone, at_odds);
}

auto members_of(Some<ActsFor> auto& from) {
    auto& [by, name, document, relation, phone, may_collect, since] = from;
    return std::tie(by, name, document, relation, phone, may_collect, since);
}
auto members_of(Some<Acting> auto& from) {
    auto& [guardian, agent, before, is_disputed] = from;
    return std::tie(guardian, agent, before, is_disputed);
}

auto members_of(Some<Fellow> auto& from) {
    auto& [by, name, applies, relation, document, guardian] = from;
    return std::tie(by, name, applies, relation, document, guardian);
}
auto members_of(Some<Fellows> auto& from) {
    auto& [said] = from;
    return std::tie(said);
}

auto members_of(Some<AidCase> auto& from) {
    auto& [id, status, steps, entries, missing, applicant, village, source, original_case, number, original_cases,
           names, application, receipt, notice_key, contact, received_on, told, inquiry, findings, members, clock,
           ballots, accounts, ledger, care, acting, fellows] = from;
    return std::tie(id, status, steps, entries, missing, applicant, village, source, original_case, number,
                    original_cases, names, application, receipt, notice_key, contact, received_on, told, inquiry,
                    findings, members, clock, ballots, accounts, ledger, care, acting, fellows);
}

}  // namespace courtyard::cases
