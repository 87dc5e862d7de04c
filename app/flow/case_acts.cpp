// What may be done in a case by the person at this laptop, and what the case itself says for an act's fields.
#include <algorithm>
#include <set>

#include "app/cases/balance.hpp"
#include "app/cases/fold.hpp"
#include "app/cases/next_tasks.hpp"
#include "app/cases/revisit_plan.hpp"
#include "app/domain/text.hpp"
#include "app/flow/act_probe.hpp"
#include "app/flow/case_desk.hpp"
#include "app/flow/known_order.hpp"

namespace courtyard::flow {

namespace {

using cases::Fact;
using cases::FactId;
using cases::FieldRule;

std::vector<FactId> facts_where(const CaseView& view, bool (*good)(const CaseView&, const cases::Entry&)) {
    std::vector<FactId> out;
    for (auto entry = view.folded.entries.rbegin(); entry != view.folded.entries.rend(); ++entry)
        if (good(view, *entry)) out.push_back(entry->id);
    return out;
}

std::vector<FactId> orders_in(const CaseView& view, cases::PayOrder::State state) {
    std::vector<FactId> out;
    for (const cases::PayOrder& order : view.folded.ledger.orders)
        if (order.state == state) out.push_back(order.by);
    return out;
}

std::vector<FactId> orders_for(const CaseView& view, std::string_view kind) {
    using State = cases::PayOrder::State;
    if (kind == "pay_released") return orders_in(view, State::Ordered);
    if (kind == "pay_made") return orders_in(view, State::Released);
    std::vector<FactId> out = orders_in(view, State::Paid);
    const bool returns = kind == "pay_returned";  // the bank's word counts even against the person's
    if (!returns) std::erase_if(out, [&](const FactId& each) { return view.folded.ledger.find(each)->asks_no_more; });
    for (const FactId& each : returns ? orders_in(view, State::Confirmed) : std::vector<FactId>{})
        out.push_back(each);
    for (const cases::Recovery& each : view.folded.ledger.recoveries)
        if (returns && each.of && view.folded.ledger.open_recovery().value > 0) out.push_back(*each.of);
    const auto& urgent = view.folded.ledger.urgent;
    const bool came = urgent && urgent->confirmed && (urgent->came_whole || urgent->asks_no_more);
    if (urgent && urgent->paid && (returns || !came)) out.push_back(*urgent->paid);
    return out;
}

bool may_vote(const cases::Ballot& ballot, const base::PersonId& self) {
    const std::vector<base::PersonId>& voters = ballot.tally.voters;
    return ballot.is_open() && std::find(voters.begin(), voters.end(), self) != voters.end() &&
           !ballot.tally.votes.contains(self);
}

std::vector<FactId> ballots_for(const CaseView& view, std::string_view kind) {
    using State = cases::Tally::State;
    std::vector<FactId> out;
    for (const cases::Ballot& ballot : view.folded.ballots.ballots) {
        const State state = ballot.tally.state;
        const bool stands = ballot.superseded_by.empty();
        if (kind == "vote_cast" && !may_vote(ballot, view.self)) continue;
        if (kind == "decided" && (!stands || (state != State::Grant && state != State::Refuse))) continue;
        if (kind == "sent_upward" && (!stands || state != State::Split)) continue;
        out.push_back(ballot.by);
    }
    std::reverse(out.begin(), out.end());
    return out;
}

std::vector<FactId> promises_for(const CaseView& view, std::string_view kind) {
    std::vector<FactId> out;
    const auto move = cases::promise_move(kind);
    for (const cases::Promise& promise : view.folded.care.promises)
        if (!move || cases::after(promise.state, *move)) out.push_back(promise.by);
    return out;
}

std::vector<FactId> referrals_for(const CaseView& view, std::string_view kind) {
    std::vector<FactId> out;
    for (const cases::Referral& referral : view.folded.care.referrals) {
        const bool is_called_off = referral.is_called_off() && !referral.told && !referral.double_of;
        const bool untold = is_called_off || referral.owes_word() || referral.owes_refusal();
        if (kind == "referral_told" ? untold : kind == "promised" ? !referral.double_of : referral.is_open())
            out.push_back(referral.by);
    }
    return out;
}

std::vector<FactId> linkages_for(const CaseView& view, std::string_view kind) {
    std::vector<FactId> out;
    for (const cases::Linkage& linkage : view.folded.care.linkages)
        if (kind == "linkage_told" ? linkage.owes_word() : linkage.is_open()) out.push_back(linkage.by);
    return out;
}

std::vector<FactId> decisions_to_serve(const CaseView& view) {
    std::vector<FactId> out;
    for (const cases::Recovery& each : view.folded.ledger.recoveries)
        if (!each.told) out.push_back(each.by);
    return out;
}

std::vector<FactId> revisits_for(const CaseView& view, std::string_view kind, std::string_view field) {
    std::set<FactId> seen;
    if (field == "alert") {
        for (const cases::Alert& alert : view.folded.care.alerts)
            if (!alert.handled) seen.insert(alert.by);
        for (const cases::Followup& each : view.folded.care.followups)
            if (kind == "alert_passed" && !each.done && cases::is_due_same_day(each.outcome)) seen.insert(each.by);
    } else {
        for (const cases::Followup& followup : view.folded.care.followups)
            if (!followup.done) seen.insert(followup.by);
    }
    return {seen.begin(), seen.end()};
}

std::vector<FactId> proposals_for(const CaseView& view, std::string_view kind) {
    const auto& urgent = view.folded.ledger.urgent;
    if (!urgent || urgent->paid || urgent->approved.has_value() != (kind == "urgent_paid")) return {};
    if (urgent->approved && !is_urgent_owed(view.folded.ledger, view.folded)) return {};
    return {urgent->proposed};
}

bool is_report(const CaseView& view, const cases::Entry& entry) {
    return entry.standing == cases::Standing::InForce && entry.kind == "report_written" &&
           !view.folded.ballots.is_void(entry.id);
}
// That somebody was helped for the same before; the one rule of all is that aid is given once.
bool is_earlier_aid(const CaseView& view, const cases::Entry& entry) {
    const auto& doubles = view.folded.inquiry.doubles;
    return std::any_of(doubles.begin(), doubles.end(),
                       [&entry](const auto& each) { return each.same && each.answered_by == entry.id; });
}
// What members of a committee are to read.
bool is_paper(const CaseView& view, const cases::Entry& entry) {
    if (is_earlier_aid(view, entry)) return true;
    if (view.folded.ballots.is_void(entry.id)) return false;
    constexpr std::array<std::string_view, 10> kPapers{
        "case_opened", "department_answered", "site_visited",     "statement_taken", "hearing_held",
        "proof_added", "element_found",       "commitment_taken", "report_written",  "more_came"};
    return entry.standing == cases::Standing::InForce &&
           std::find(kPapers.begin(), kPapers.end(), entry.kind) != kPapers.end();
}
// Beside the report that is voted on, which lies before the members anyway.
std::vector<FactId> papers_beside_report(const CaseView& view) {
    const std::vector<FactId> reports = facts_where(view, is_report);
    std::vector<FactId> papers = facts_where(view, is_paper);
    if (!reports.empty()) std::erase(papers, reports.front());
    return papers;
}
bool is_in_force(const CaseView&, const cases::Entry& entry) { return entry.standing == cases::Standing::InForce; }
// Asked twice by two laptops, it is one question; what is answered is none any more.
bool is_double_question(const CaseView& view, const cases::Entry& entry) {
    const auto& doubles = view.folded.inquiry.doubles;
    return std::any_of(doubles.begin(), doubles.end(),
                       [&entry](const auto& each) { return each.asked_by == entry.id && !each.answered_by; });
}
bool may_be_corrected(const CaseView& view, const cases::Entry& entry) {
    // Who wrote one side of a contradiction may take that back.
    const bool is_own_side = entry.standing == cases::Standing::Contradicts && entry.author == view.self;
    if ((entry.standing != cases::Standing::InForce && !is_own_side) || entry.kind == "case_opened") return false;
    const auto role = own_role(view);
    if (role == cases::Role::Leader) return true;
    constexpr std::array<std::string_view, 6> kForLeader{"decided",       "pay_made",          "urgent_paid",
                                                         "fund_returned", "payment_reclaimed", "pause_agreed"};
    if (std::find(kForLeader.begin(), kForLeader.end(), entry.kind) != kForLeader.end()) return false;
    return entry.author == view.self || role == cases::Role::Registrar;
}
// Signed on a later day than the one that they say: only these can be too late without anybody seeing it.
std::vector<FactId> late_pauses(const CaseView& view) {
    std::vector<FactId> out;
    const cases::AidCase& by_days = view.by_days();
    for (const cases::Clock::Pause& each : by_days.clock.pauses) {
        const cases::Entry* entry = by_days.entry(each.by);
        const bool is_late = entry != nullptr && each.from < entry->signed_on();
        if (is_late && !each.agreed) out.push_back(each.by);
    }
    return out;
}
bool is_payment_beside(const CaseView& view, const cases::Entry& entry) { return cases::is_beside(view.folded, entry); }
// Nothing comes back, or is given up, where nothing ever was to.
bool has_no_matter(const CaseView& view, std::string_view kind) {
    if (kind == "fellow_asked") return view.nobody_died && view.folded.fellows.said.empty();
    const bool comes_back = kind == "recovered" || kind == "recovery_given_up";
    return comes_back && view.folded.ledger.to_recover.value == 0;
}
// Both sides of every contradiction.
bool is_at_odds(const CaseView& view, const cases::Entry& entry) {
    const auto& all = view.folded.entries;
    return std::any_of(all.begin(), all.end(), [&](const cases::Entry& each) {
        return each.standing == cases::Standing::Contradicts && (each.id == entry.id || each.against == entry.id);
    });
}

cases::Fields from_ballot(const cases::Ballot& ballot, std::string_view kind) {
    cases::Fields out;
    if (kind == "vote_cast") out["papers_digest"] = ballot.papers_digest;
    if (kind == "decided") {
        const bool granted = ballot.tally.state == cases::Tally::State::Grant;
        out["result"] = std::string(granted ? "grant" : "refuse");
        if (granted) out["amount"] = ballot.tally.amount.value;
    }
    return out;
}

std::vector<std::string> texts_of(const std::vector<FactId>& ids) {
    std::vector<std::string> out;
    for (const FactId& id : ids)
        out.push_back(id.text());
    return out;
}

std::vector<std::string> voters_of(const CaseView& view, bool committee) {
    std::vector<std::string> out;
    const cases::Members& members = view.folded.members;
    for (const auto& [person, seat] : members.seats)
        if (committee ? seat.as == "committee" : seat.as == "panel" || seat.as == "handler")
            out.push_back(person.text());
    return out;
}

// Amounts that stand in the case already.
std::optional<std::int64_t> known_amount(const CaseView& view, std::string_view kind) {
    const cases::AidCase& folded = view.folded;
    const cases::Balance balance = cases::balance(folded);
    if (kind == "fund_requested") return balance.to_request.value;
    if (kind == "fund_arrived") {
        const std::int64_t awaited = balance.requested.value - balance.arrived.value;
        return awaited > 0 ? awaited : folded.ledger.still_sent().value;
    }
    if (kind == "fund_returned") return folded.ledger.left().value + folded.ledger.lies().value;
    const std::vector<FactId> paid = kind == "money_confirmed" ? orders_for(view, kind) : std::vector<FactId>{};
    for (const cases::PayOrder& order : folded.ledger.orders)
        if (paid.size() == 1 && order.by == paid.front()) return order.amount.value;
    if (paid.size() == 1 && folded.ledger.urgent && folded.ledger.urgent->paid == paid.front())
        return folded.ledger.urgent->amount.value;
    if (kind == "urgent_paid" && folded.ledger.urgent) return folded.ledger.urgent->amount.value;
    if (kind == "recovered") return folded.ledger.open_recovery().value;
    return std::nullopt;
}

void know_ballot(const CaseView& view, cases::Fields& out) {
    const auto above = view.folded.ballots.body_in_charge();
    constexpr std::size_t kVotersMin = 3;
    const bool panel = !above && voters_of(view, false).size() >= kVotersMin;
    out["body"] = above.value_or(panel ? "panel" : "committee");
    out["papers"] = texts_of(papers_beside_report(view));
    out["voters"] = voters_of(view, !panel);
}

// What is handed over is what the person waits for, and mostly to themselves.
void know_served(const CaseView& view, cases::Fields& out) {
    out["to"] = view.folded.applicant;
    const auto owed = cases::paper_to_serve(view.folded);
    const bool is_there = owed && std::any_of(view.papers.begin(), view.papers.end(),
                                              [&](const PaperRow& paper) { return paper.fits && paper.id == *owed; });
    if (is_there) out["paper"] = std::string(*owed);
}

}  // namespace

std::vector<FactId> candidates(const CaseView& view, std::string_view kind, const FieldRule& field) {
    if (field.name == "order") return orders_for(view, kind);
    if (field.name == "ballot") return ballots_for(view, kind);
    if (field.name == "promise") return promises_for(view, kind);
    if (field.name == "referral") return referrals_for(view, kind);
    if (field.name == "linkage") return linkages_for(view, kind);
    if (field.name == "alert" || field.name == "revisit") return revisits_for(view, kind, field.name);
    if (field.name == "proposal") return proposals_for(view, kind);
    if (field.name == "pause") return late_pauses(view);
    if (field.name == "payment") return facts_where(view, is_payment_beside);
    if (field.name == "decision") return decisions_to_serve(view);
    if (field.name == "report") return facts_where(view, is_report);
    if (field.name == "papers") return papers_beside_report(view);
    if (field.name == "asked") return facts_where(view, is_double_question);
    if (field.name == "wrong") return facts_where(view, may_be_corrected);
    if (field.name == "holds" || field.name == "falls") return facts_where(view, is_at_odds);
    return facts_where(view, [](const CaseView& of, const cases::Entry& entry) {
        // What only the machines tell one another is no ground for anybody.
        return is_in_force(of, entry) && entry.kind != "key_given" && entry.kind != "told";
    });
}

std::vector<FactId> at_odds_with(const CaseView& view, const FactId& id) {
    const auto side_of = [&](const cases::Entry& entry) {
        return entry.standing == cases::Standing::Contradicts && entry.against ? *entry.against : entry.id;
    };
    const cases::Entry* one = view.folded.entry(id);
    std::vector<FactId> out;
    for (const FactId& each : facts_where(view, is_at_odds)) {
        const cases::Entry* other = view.folded.entry(each);
        if (one != nullptr && other != nullptr && each != id && side_of(*one) == side_of(*other)) out.push_back(each);
    }
    return out;
}

cases::Fields known_fields(const CaseView& view, const cases::ActRule& rule) {
    cases::Fields out;
    for (const FieldRule& field : rule.fields) {
        if (field.type != cases::FieldType::Fact || field.need != cases::Need::Must) continue;
        const std::vector<FactId> found = candidates(view, rule.kind, field);
        const bool newest_counts = field.name == "report" || field.name == "ballot";
        if (found.size() == 1 || (newest_counts && !found.empty())) out[std::string(field.name)] = found.front().text();
        if (field.name == "ballot" && !found.empty())
            if (const cases::Ballot* ballot = view.folded.ballots.find(found.front()))
                out.merge(from_ballot(*ballot, rule.kind));
    }
    if (const auto amount = known_amount(view, rule.kind); amount && *amount > 0) out["amount"] = *amount;
    if (rule.kind == "ballot_opened") know_ballot(view, out);
    if (rule.kind == "served") know_served(view, out);
    if (rule.kind == "pay_ordered") out.merge(known_order(view.folded));
    if (rule.kind == "pay_ordered" || rule.kind == "urgent_paid") {
        out["payee"] = view.folded.applicant;
        if (view.account && cases::find_field(rule, "account")) {
            out["account"] = view.account->record;
            out["account_ends"] = view.account->ends;
            if (!view.account->holder.empty()) out["payee"] = view.account->holder;
        }
    }
    if (rule.kind == "account_given") {
        out["whose"] = std::string("applicant");
        out["holder"] = view.folded.applicant;
    }
    // A ballot's is written when it is signed, where the report has none.
    const cases::FieldRule* wage = cases::find_field(rule, "wage");
    if (view.wage && wage != nullptr && wage->kept == cases::Kept::InFact) out["wage"] = view.wage->value;
    return out;
}

const PayCaution* caution_of(const std::vector<PayCaution>& all, std::string_view payee) {
    const auto found = std::find_if(
        all.begin(), all.end(), [payee](const PayCaution& each) { return cases::is_same_person(each.name, payee); });
    return found == all.end() ? nullptr : &*found;
}

const PayCaution* caution_of(const ActDraft& draft, const CaseView& view) {
    const auto text = [&draft](const char* field) {
        const auto found = draft.fields.find(field);
        return found == draft.fields.end() ? std::string{} : std::string(domain::trim(found->second.text));
    };
    if (draft.kind == "account_given") return caution_of(view.cautions, text("holder"));
    if (draft.kind == "pay_ordered" || draft.kind == "urgent_paid") return caution_of(view.cautions, text("payee"));
    if (draft.kind != "pay_released") return nullptr;
    const auto chosen = draft.fields.find("order");
    if (chosen == draft.fields.end() || chosen->second.chosen.empty()) return nullptr;
    for (const Fact& fact : view.facts)
        if (fact.id.text() == chosen->second.chosen.front()) return caution_of(view.cautions, fact.text("payee"));
    return nullptr;
}

cases::Fields fields_of(const TaskRow& task) {
    cases::Fields out = task.prefill;
    const cases::ActRule* rule = cases::find_act(task.act);
    if (rule == nullptr) return out;
    for (const FieldRule& field : rule->fields) {
        if (field.type == cases::FieldType::Fact && field.need == cases::Need::Must && task.on)
            out.emplace(std::string(field.name), task.on->text());
        if (field.name == "plan" && cases::is_plan(task.what)) out.emplace("plan", task.what);
        if (field.name == "holds") break;  // which of two holds is for a person to say
    }
    if (task.act == "contradiction_settled") out.erase("holds");
    return out;
}

bool is_made_by_program(std::string_view kind) {
    constexpr std::array<std::string_view, 5> kKinds{"case_opened", "key_given", "told", "double_asked", "module"};
    return std::find(kKinds.begin(), kKinds.end(), kind) != kKinds.end();
}

bool is_filled_by_program(const FieldRule& field) {
    constexpr std::array<std::string_view, 12> kNames{"papers_digest", "notice_key", "application", "digest",
                                                      "record",        "account",    "receipt",     "token",
                                                      "key",           "partner",    "other_case",  "about"};
    return field.type == cases::FieldType::Data || field.kept == cases::Kept::Made ||
           std::find(kNames.begin(), kNames.end(), field.name) != kNames.end();
}

std::vector<PossibleAct> possible_acts(const CaseView& view, base::Instant now) {
    std::vector<PossibleAct> out;
    const auto role = own_role(view);
    if (!role) return out;
    const ActProbe probe(view);
    for (const cases::ActRule& rule : cases::act_table()) {
        const bool now_due = rule.in.has(view.folded.status) || cases::moves_lying(view.folded.ledger, rule.kind);
        const bool here =
            !is_made_by_program(rule.kind) && !has_no_matter(view, rule.kind) && rule.who.has(*role) && now_due;
        const bool sits = rule.by == cases::ActRule::By::Anyone || view.folded.members.has(view.self);
        const bool has_facts = std::all_of(rule.fields.begin(), rule.fields.end(), [&](const FieldRule& field) {
            return field.type != cases::FieldType::Fact || field.need == cases::Need::May ||
                   !candidates(view, rule.kind, field).empty();
        });
        if (!here || !sits || !has_facts) continue;
        PossibleAct act{std::string(rule.kind), {}, known_fields(view, rule)};
        act.refusal = probe.refusal(rule, act.prefill, now);
        out.push_back(std::move(act));
    }
    return out;
}

}  // namespace courtyard::flow
