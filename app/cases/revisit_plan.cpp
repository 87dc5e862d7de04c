#include "app/cases/revisit_plan.hpp"

#include <algorithm>

#include "app/cases/aid_case.hpp"
#include "app/cases/next_tasks.hpp"
#include "app/cases/paused_days.hpp"

namespace courtyard::cases {

namespace {

constexpr int kSupervisedRowsMax = 99, kSameRowDays = 7;

// The day of the last full payment that still stands.
std::optional<domain::Date> paid_on(const AidCase& aid_case) {
    for (auto step = aid_case.steps.rbegin(); step != aid_case.steps.rend(); ++step) {
        if (step->to == Status::Paid) return step->day;
        if (step->to == Status::PaidPart || step->to == Status::Notified) return std::nullopt;
    }
    return std::nullopt;
}

// From the first part on, while money is paid in parts: a year of them is no year without a call. With the last part
// the plan begins anew, and what was made before counts no more; what was stopped is paid no further.
std::optional<domain::Date> start_of(const AidCase& aid_case) {
    if (const auto paid = paid_on(aid_case)) return paid;
    std::optional<domain::Date> first, last;
    const auto take = [&](const std::optional<domain::Date>& day) {
        if (!day) return;
        first = std::min(first.value_or(*day), *day);
        last = std::max(last.value_or(*day), *day);
    };
    for (const PayOrder& order : aid_case.ledger.orders)
        if (order.is_out()) take(order.paid_on);
    if (aid_case.ledger.stopped && aid_case.ledger.urgent) take(aid_case.ledger.urgent->paid_on);
    return aid_case.ledger.stopped ? last : first;
}

// No money but urgent aid is out.
bool is_urgent_alone(const Ledger& ledger) {
    return urgent_paid_on(ledger) &&
           std::none_of(ledger.orders.begin(), ledger.orders.end(), [](const PayOrder& each) { return each.is_out(); });
}

class Planning {
public:
    Planning(const AidCase& aid_case, domain::Date from)
        : care_(aid_case.care), from_(within_reach(from)), urgent_alone_(is_urgent_alone(aid_case.ledger)) {
        for (const Revisit& each : care_.revisits) {
            tries_ = each.made ? 0 : tries_ + 1;
            if (!each.double_of) agreed_ = each.made ? std::nullopt : each.next;
        }
    }

    void add(const std::string& plan, int days) { add_from(from_, plan, days); }
    void add_from(domain::Date from, const std::string& plan, int days) {
        PlanRow row{plan, from.plus_days(days), {}, 0, {}};
        for (const Revisit& each : care_.revisits) {
            const bool asked_of_it = each.day >= from && (urgent_alone_ || !each.urgent_alone);
            if (each.made && !each.double_of && each.plan == plan && asked_of_it) row.made = each.by;
        }
        rows_.push_back(std::move(row));
    }

    void add_supervised(int days) {
        const std::vector<PlanRow> others = rows_;
        for (int number = 1; number <= kSupervisedRowsMax; ++number) {
            const domain::Date due = from_.plus_days(days * number);
            const bool has_other = std::any_of(others.begin(), others.end(), [&](const PlanRow& each) {
                return std::abs(each.due.days_since(due)) <= kSameRowDays;
            });
            if (has_other) continue;
            add("S" + std::to_string(number), days * number);
            if (rows_.back().made) continue;
            if (care_.supervision->used) rows_.pop_back();
            return;
        }
    }

    // Attempts belong to the first row that is not made; the day that one named to the one that is next.
    std::vector<PlanRow> rows(bool is_over) && {
        std::stable_sort(rows_.begin(), rows_.end(), [](const PlanRow& a, const PlanRow& b) { return a.due < b.due; });
        const auto next = std::find_if(rows_.begin(), rows_.end(), [](const PlanRow& each) { return !each.made; });
        if (next != rows_.end()) next->tries = tries_;
        const auto last = std::find_if(rows_.rbegin(), rows_.rend(), [](const PlanRow& each) { return each.made; });
        if (last.base() != rows_.end()) last.base()->agreed = agreed_;
        for (auto row = rows_.begin(); row != rows_.end(); ++row)
            if (!row->made) row->left = is_over ? PlanRow::Left::Over : left_at(row < last.base());
        return std::move(rows_);
    }

private:
    static PlanRow::Left left_at(bool is_before) { return is_before ? PlanRow::Left::Passed : PlanRow::Left::No; }

    const Care& care_;
    domain::Date from_;
    bool urgent_alone_;
    std::size_t tries_ = 0;
    std::optional<domain::Date> agreed_;
    std::vector<PlanRow> rows_;
};

// Of urgent aid alone, which may be beside the plan of a case that was referred.
void add_urgent_row(Planning& planning, const AidCase& aid_case, const RevisitRule& rule) {
    const auto paid = urgent_paid_on(aid_case.ledger);
    if (paid && !rule.days.empty()) planning.add_from(within_reach(*paid), std::string(kFirstRow), rule.days.front());
}

std::vector<PlanRow> plan_without_grant(const AidCase& aid_case, std::optional<domain::Date> referred,
                                        const RevisitRule& rule) {
    const auto urgent = urgent_paid_on(aid_case.ledger);
    if (!referred && !urgent) return {};
    Planning planning(aid_case, referred ? *referred : *urgent);
    add_urgent_row(planning, aid_case, rule);
    int number = 1;
    if (referred)
        for (const int days : rule.referred_days)
            planning.add("R" + std::to_string(number++), days);
    return std::move(planning).rows(is_plan_over(aid_case));
}

bool was_ever_paid(const AidCase& aid_case) {
    return std::any_of(aid_case.steps.begin(), aid_case.steps.end(),
                       [](const Step& step) { return step.to == Status::Notified; });
}

}  // namespace

const Step* closing_step(const AidCase& aid_case) {
    for (auto step = aid_case.steps.rbegin(); step != aid_case.steps.rend(); ++step) {
        if (step->to == Status::Closed) return &*step;
        if (step->to == Status::Notified || step->to == Status::PaidPart) return nullptr;
    }
    return nullptr;
}

bool is_called_off(const Care& care) {
    return care.gone || std::any_of(care.followups.begin(), care.followups.end(),
                                    [](const Followup& each) { return !each.done && ends_revisits(each.outcome); });
}

bool is_plan_over(const AidCase& aid_case) {
    const Status status = aid_case.status;
    const bool ended_early = status == Status::Withdrawn || status == Status::Abandoned || status == Status::Terminated;
    return ended_early || is_called_off(aid_case.care) || closing_step(aid_case) != nullptr;
}

std::optional<domain::Date> urgent_paid_on(const Ledger& ledger) {
    return ledger.urgent && ledger.urgent->paid ? ledger.urgent->paid_on : std::nullopt;
}

std::optional<domain::Date> plan_from(const AidCase& aid_case) {
    const auto start = start_of(aid_case);
    return start ? start : aid_case.day_of(Status::Referred);
}

std::vector<PlanRow> revisit_plan(const AidCase& aid_case, const RevisitRule& rule) {
    const auto start = start_of(aid_case);
    if (!start)
        return plan_without_grant(aid_case, was_ever_paid(aid_case) ? std::nullopt : aid_case.day_of(Status::Referred),
                                  rule);
    Planning planning(aid_case, *start);
    const bool urgent_alone = is_urgent_alone(aid_case.ledger);
    if (urgent_alone) add_urgent_row(planning, aid_case, rule);
    int number = 0;
    for (const int days : rule.days) {
        if (number > 0 || !urgent_alone) planning.add("R" + std::to_string(number), days);
        ++number;
    }
    if (aid_case.care.supervision && rule.supervised_days > 0) planning.add_supervised(rule.supervised_days);
    return std::move(planning).rows(is_plan_over(aid_case));
}

domain::Due due_of(const PlanRow& row, const domain::Calendar& calendar) {
    if (row.agreed) return {*row.agreed, false};
    return calendar.after_days(within_reach(row.due), 0);
}

bool is_plan(std::string_view plan) {
    if (plan == "extra") return true;
    if (plan.size() < 2 || plan.size() > 3 || (plan[0] != 'R' && plan[0] != 'S')) return false;
    const std::string_view digits = plan.substr(1);
    return std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }) &&
           (digits.size() == 1 || digits[0] != '0');
}

}  // namespace courtyard::cases
