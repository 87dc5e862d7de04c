#include "app/cases/year_figures.hpp"

#include <algorithm>
#include <span>

namespace courtyard::cases {

namespace {

// Of an even number the smaller of the two in the middle: a figure that some case really had.
std::optional<std::int64_t> middle(std::vector<std::int64_t> of) {
    if (of.empty()) return std::nullopt;
    const auto at = of.begin() + static_cast<std::ptrdiff_t>((of.size() - 1) / 2);
    std::nth_element(of.begin(), at, of.end());
    return *at;
}

bool is_end(Status status) {
    using S = Status;
    return status == S::Withdrawn || status == S::Abandoned || status == S::Terminated;
}

bool settles(Status status) {
    using S = Status;
    return is_end(status) || status == S::NotFiled || status == S::DecidedGrant || status == S::DecidedRefuse;
}

// The day on which money first went out.
std::optional<domain::Date> first_payment(const AidCase& of) {
    std::optional<domain::Date> first;
    for (const PayOrder& order : of.ledger.orders)
        if (order.is_out() && order.paid_on && (!first || *order.paid_on < *first)) first = order.paid_on;
    return first;
}

}  // namespace

void YearCount::add_steps(const AidCase& of) {
    YearFigures& out = figures_;
    bool is_settled = false;
    for (const Step& step : of.steps) {
        is_settled |= settles(step.to) && is_by_end(step.day);
        if (!is_in(step.day)) continue;
        out.filed += step.to == Status::Filed ? 1 : 0;
        out.not_filed += step.to == Status::NotFiled ? 1 : 0;
        out.ended += is_end(step.to) ? 1 : 0;
        out.recoveries += step.to == Status::Recovery ? 1 : 0;
    }
    out.came += is_in(of.received_on) ? 1 : 0;
    out.pending += is_by_end(of.received_on) && !is_settled ? 1 : 0;
    const auto& decision = of.ballots.decision;
    if (!decision || !is_in(decision->day)) return;
    out.granted += decision->granted ? 1 : 0;
    out.refused += decision->granted ? 0 : 1;
    if (decision->granted) out.granted_sum.value += decision->amount.value;
    to_decision_.push_back(decision->day.days_since(of.received_on));
}

void YearCount::add_money(const AidCase& of) {
    bool got_any = false;
    const auto& urgent = of.ledger.urgent;
    if (urgent && urgent->paid && urgent->paid_on && is_in(*urgent->paid_on)) {
        got_any = true;
        ++figures_.urgent;
        figures_.urgent_sum.value += urgent->amount.value;
        figures_.paid_sum.value += urgent->amount.value;
    }
    for (const PayOrder& order : of.ledger.orders) {
        if (!order.is_out() || !order.paid_on || !is_in(*order.paid_on)) continue;
        got_any = true;
        figures_.paid_sum.value += order.amount.value;
    }
    figures_.aided += got_any ? 1 : 0;
    const auto first = first_payment(of);
    const auto& decision = of.ballots.decision;
    if (first && decision && is_in(*first)) to_money_.push_back(first->days_since(decision->day));
}

void YearCount::add_care(const Care& care) {
    YearFigures& out = figures_;
    for (const Referral& each : care.referrals) {
        if (each.double_of) continue;
        out.referred += is_in(each.sent_on) ? 1 : 0;
        out.helped += each.state == Referral::State::Done && is_in(each.since) ? 1 : 0;
    }
    for (const Promise& each : care.promises) {
        out.promised += is_in(each.made_on) ? 1 : 0;
        out.kept += each.state == PromiseState::Kept && is_in(each.since) ? 1 : 0;
    }
    for (const Revisit& each : care.revisits)
        out.revisits += each.made && !each.double_of && is_in(each.day) ? 1 : 0;
    for (const Alert& each : care.alerts) {
        if (!is_in(each.day)) continue;
        ++out.alerts;
        out.alerts_open += each.handled ? 0 : 1;
    }
}

void YearCount::add(const AidCase& of) {
    if (of.status == Status::Synced) return;
    add_steps(of);
    add_money(of);
    add_care(of.care);
}

YearFigures YearCount::finish() const {
    YearFigures out = figures_;
    out.days_to_decision = middle(to_decision_);
    out.days_to_money = middle(to_money_);
    return out;
}

}  // namespace courtyard::cases
