// Orders = ledger = budget at every moment: random people do random things with the money of a case, knowing of each
// other or not, with clocks that lie. Every prefix of a random sequence is a random sequence, so that looking at the
// end of each looks at every moment.
#include <algorithm>
#include <random>

#include "tests/unit/cases/money_story.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using test::MoneyStory;
using test::w;

namespace {

constexpr std::uint32_t kMoneySeed = 20261127;
constexpr int kSequences = 100'000;
constexpr std::int64_t kGranted = 3'000'000;

class Money {
public:
    explicit Money(std::uint32_t seed) : random_(seed), ids_(seed) {
        // As few facts as lead to a grant.
        story_.open();
        for (const auto& [name, seat] :
             {std::pair("registrar2", "registrar"), std::pair("caller", "caller"), std::pair("leader", "leader")})
            story_.act("registrar", "joined", {{"person", story_.id(name)}, {"as", w(seat)}});
        story_.act("registrar", "department_asked", {{"department", w("执行局")}});
        story_.act("registrar", "sent_to_filing", {{"opinion", w("符合")}});
        early_ = story_.facts.size();
        story_.act("registrar", "filed", {{"number", w("（2026）浙0199司救执1号")}});
        story_.act("registrar", "assigned",
                   {{"handler", story_.id("judge")}, {"panel", story_.ids({"judge2", "judge3"})}});
        story_.paper = story_.act("judge", "proof_added", {{"paper", w("判决书")}, {"from", w("court")}});
        story_.report = story_.act("judge", "report_written", MoneyStory::report_fields(kGranted));
        story_.lay();
        story_.vote("judge", "grant", kGranted);
        story_.vote("judge2", "grant", kGranted);
        story_.act("judge", "decided", story_.decision("grant", kGranted));
        for (const char* name : {"registrar", "registrar2", "judge", "leader", "caller"})
            people_.push_back(story_.person(name));
    }

    // One sequence: the case up to its grant, or up to filing, and then up to 24 acts with money.
    std::vector<Fact> sequence() {
        facts_ = story_.facts;
        if (draw(8) == 0) facts_.resize(early_);
        const bool is_granted = facts_.size() > early_;
        orders_.clear();
        proposals_.clear();
        const std::size_t count = 1 + draw(24);
        // Mostly money is asked for, comes, and the person is called; else the rest would be refused as too early.
        if (is_granted && draw(10) > 0) {
            const std::int64_t budget = draw(2) == 0 ? kGranted : kGranted / 3 * static_cast<std::int64_t>(1 + draw(3));
            add("fund_requested", {{"amount", budget}}, 0);
            add("fund_arrived", {{"amount", budget}}, 0);
            add("applicant_called", {{"how", w("phone")}}, 0);
        }
        for (std::size_t i = 0; i < count; ++i)
            is_granted ? add_act() : add_urgent();
        return std::move(facts_);
    }
    [[nodiscard]] AidCase fold(const std::vector<Fact>& facts) const {
        return cases::fold(facts.front().id, facts, story_.offices());
    }

private:
    std::size_t draw(std::size_t below) { return random_() % below; }
    std::int64_t amount() { return kGranted / 6 * static_cast<std::int64_t>(1 + draw(7)); }
    const base::PersonId& anybody() { return people_[draw(people_.size())]; }

    void add(const char* kind, Fields fields, std::size_t author) {
        Fact fact;
        fact.id = FactId::random(ids_);
        fact.about = facts_.front().id;
        fact.author = people_[author];
        fact.kind = kind;
        // Mostly the newest is known; sometimes an older state of the case, with whatever clock.
        const bool is_behind = draw(6) == 0;
        const std::size_t back = is_behind ? draw(std::min<std::size_t>(6, facts_.size() - 1)) : 0;
        fact.after = {facts_[facts_.size() - 1 - back].id};
        if (!is_behind && facts_.size() > 1) fact.after.push_back(facts_[facts_.size() - 2].id);
        fact.claimed = facts_[facts_.size() - 1 - back].claimed + static_cast<std::int64_t>(draw(10'000'000));
        fact.fields = std::move(fields);
        facts_.push_back(std::move(fact));
    }
    FieldValue some(const std::vector<FactId>& of) {
        return of.empty() ? facts_.front().id.text() : of[draw(4) == 0 ? draw(of.size()) : of.size() - 1].text();
    }
    // One payment from beginning to end, as it should be.
    void add_payment() {
        add("pay_ordered", MoneyStory::order_fields(kGranted), 0);
        orders_.push_back(facts_.back().id);
        const FieldValue order = orders_.back().text();
        add("pay_released", {{"order", order}}, 1);
        const std::vector<std::string> officers{people_[0].text(), people_[2].text()};
        add("pay_made", {{"order", order}, {"proof", w("回单")}, {"explained", true}, {"officers", officers}}, 0);
    }
    // Fraud, a death, a refusal, or money enforced; sometimes it comes back.
    void add_stop() {
        const FieldValue ground = w(draw(2) == 0 ? "fraud" : "enforced");
        const std::vector<std::string> officers{anybody().text(), people_[0].text()};
        switch (draw(9)) {
            case 6:
            case 7:
            case 8:
                return add("fund_returned", {{"amount", amount()}, {"proof", w("回单")}, {"officers", officers}},
                           draw(2));
            case 0: return add("enforced", {{"amount", amount()}, {"kept_as_claim", false}}, 2);
            case 1:
                return add("recovery_decided", {{"ground", ground}, {"amount", amount()}, {"reasons", w("骗取")}}, 3);
            case 2: return add("recovered", {{"amount", amount()}, {"proof", w("收据")}}, 0);
            case 3:
            case 4: return add("payment_stopped", {{"ground", w("died")}, {"reasons", w("去世")}}, 2);
            default: return;
        }
    }
    void add_urgent_payment() {
        add("urgent_proposed", {{"amount", kGranted / 2}, {"wage", test::kWage}, {"reasons", w("抢救")}}, 0);
        proposals_.push_back(facts_.back().id);
        const FieldValue proposal = proposals_.back().text();
        add("urgent_approved", {{"proposal", proposal}}, 3);
        add("urgent_paid",
            {{"proposal", proposal}, {"amount", kGranted / 2}, {"payee", w("毕䶮")}, {"proof", w("回单")}}, 0);
    }
    void add_act() {
        if (draw(12) == 0) return add_payment();
        const std::size_t who = draw(10) < 7 ? draw(2) : draw(people_.size());
        switch (draw(16)) {
            case 0: return add("fund_requested", {{"amount", amount()}}, who);
            case 1: return add("fund_arrived", {{"amount", amount()}}, who);
            case 2:
            case 3:
            case 4: {
                const auto parts = static_cast<std::int64_t>(1 + draw(3));
                add("pay_ordered", MoneyStory::order_fields(amount(), static_cast<std::int64_t>(1 + draw(3)), parts),
                    who);
                return orders_.push_back(facts_.back().id);
            }
            case 5:
            case 6:
            case 7: return add("pay_released", {{"order", some(orders_)}}, draw(5));
            case 8:
            case 9:
            case 10: {
                const std::vector<std::string> officers{anybody().text(), anybody().text()};
                return add(
                    "pay_made",
                    {{"order", some(orders_)}, {"proof", w("回单")}, {"explained", true}, {"officers", officers}}, who);
            }
            case 11: return add("pay_returned", {{"order", some(orders_)}, {"reasons", w("户名不符")}}, who);
            case 12: {
                const bool whole = draw(2) == 0;
                return add("money_confirmed",
                           {{"order", some(orders_)}, {"amount", amount()}, {"by", w("applicant")}, {"whole", whole}},
                           4);
            }
            case 13:
            case 14: return add_stop();
            default: {
                const FieldValue wrong = facts_[draw(facts_.size())].id.text();
                return add("corrected", {{"wrong", wrong}, {"reasons", w("弄错了")}}, 3);
            }
        }
    }
    void add_urgent() {
        if (draw(6) == 0) return add_urgent_payment();
        switch (draw(6)) {
            case 0:
                add("urgent_proposed",
                    {{"amount", amount()}, {"wage", test::kWage}, {"reasons", w("抢救")}, {"necessity", w("欠费")}},
                    draw(3));
                return proposals_.push_back(facts_.back().id);
            case 1: return add("urgent_approved", {{"proposal", some(proposals_)}}, draw(4));
            case 2:
                return add(
                    "urgent_paid",
                    {{"proposal", some(proposals_)}, {"amount", amount()}, {"payee", w("毕䶮")}, {"proof", w("回单")}},
                    draw(2));
            case 3: {
                // By its payment or by its proposal; and sometimes paid again at once.
                add("pay_returned", {{"order", some(proposals_)}, {"reasons", w("户名不符")}}, 0);
                if (draw(2) == 0) return;
                const FieldValue proposal = some(proposals_);
                return add(
                    "urgent_paid",
                    {{"proposal", proposal}, {"amount", kGranted / 2}, {"payee", w("毕䶮")}, {"proof", w("回单")}}, 0);
            }
            case 4:
                return add("corrected", {{"wrong", facts_[draw(facts_.size())].id.text()}, {"reasons", w("错")}}, 3);
            default: return add("filed", {{"number", w("（2026）浙0199司救执2号")}}, 0);
        }
    }

    std::mt19937 random_;
    base::SeededRandom ids_;
    MoneyStory story_;
    std::size_t early_ = 0;
    std::vector<base::PersonId> people_;
    std::vector<Fact> facts_;
    std::vector<FactId> orders_, proposals_;
};

// The accounts once more, straight from the facts that are in force and by nothing of the ledger.
struct Sums {
    std::int64_t granted = 0, urgent = 0, requested = 0, arrived = 0, ordered = 0, paid = 0, to_recover = 0,
                 enforced = 0, deducted = 0, given_back = 0;
    bool two_persons = true;
};

Sums count(const AidCase& folded, const std::vector<Fact>& facts) {
    Sums out;
    std::map<FactId, const Fact*> in_force;
    for (const Fact& fact : facts)
        if (folded.is_in_force(fact.id)) in_force.emplace(fact.id, &fact);
    const auto order_of = [&](const Fact& fact) { return in_force.at(*fact.fact("order")); };
    for (const auto& [id, fact] : in_force) {
        const std::int64_t amount = fact->money("amount").value;
        if (fact->kind == "decided") out.granted += amount;
        if (fact->kind == "urgent_paid") out.urgent += amount;
        if (fact->kind == "fund_requested") out.requested += amount;
        // Upon a grant that was set right: it lies with the court, and is in no budget.
        const auto& lying = folded.ledger.lying;
        const bool lies =
            std::any_of(lying.begin(), lying.end(), [&](const NotedMoney& each) { return each.by == id; });
        if (fact->kind == "fund_arrived" && !lies) out.arrived += amount;
        if (fact->kind == "fund_returned") out.given_back += amount;
        // Of an order that was stopped nothing goes out; whether it may be is_stop_kept()'s to look at.
        const bool is_stopped = folded.ledger.find(id) && folded.ledger.find(id)->state == PayOrder::State::Stopped;
        if (fact->kind == "pay_ordered" && !is_stopped) out.ordered += amount;
        if (fact->kind == "recovery_decided") out.to_recover += amount;
        if (fact->kind == "enforced") out.enforced += amount;
        if (fact->kind == "recovery_decided" && fact->text("ground") == "enforced") out.deducted += amount;
        if (fact->kind == "pay_made") out.paid += order_of(*fact)->money("amount").value;
        if (fact->kind == "pay_returned" && order_of(*fact)->kind == "pay_ordered") {
            out.ordered -= order_of(*fact)->money("amount").value;
            out.paid -= order_of(*fact)->money("amount").value;
        } else if (fact->kind == "pay_returned") {
            out.urgent -= order_of(*fact)->money("amount").value;
        }
        if (fact->kind == "pay_released") out.two_persons &= order_of(*fact)->author != fact->author;
        if (fact->kind == "pay_made" || fact->kind == "fund_returned")
            out.two_persons &= fact->persons("officers")[0] != fact->persons("officers")[1];
        if (fact->kind == "urgent_approved")
            out.two_persons &= in_force.at(*fact->fact("proposal"))->author != fact->author;
    }
    return out;
}

// After a stop no payment is in force whose author knew of it or that has its place after it; and an order is stopped
// only by one.
bool is_stop_kept(const AidCase& folded) {
    bool stopped = false;
    for (const Entry& entry : folded.entries) {
        if (entry.standing != Standing::InForce) continue;
        const bool pays = entry.kind == "pay_ordered" || entry.kind == "pay_released" || entry.kind == "pay_made";
        if (stopped && pays) return false;
        if (!stopped && entry.kind == "fund_returned" && folded.ledger.lying_back.value == 0) return false;
        stopped |= folded.ledger.stopped && entry.id == folded.ledger.stopped->by;
    }
    const auto& orders = folded.ledger.orders;
    const auto waits = [](const PayOrder& each) { return each.is_live() && !each.is_out(); };
    const auto is_stopped = [](const PayOrder& each) { return each.state == PayOrder::State::Stopped; };
    return stopped ? std::none_of(orders.begin(), orders.end(), waits)
                   : std::none_of(orders.begin(), orders.end(), is_stopped);
}

bool agree(const AidCase& folded, const Sums& facts) {
    const Balance ledger = balance(folded);
    const std::int64_t lying_back = folded.ledger.lying_back.value;
    // Who granted less need not have heard of urgent aid.
    const std::int64_t due = std::max<std::int64_t>(facts.granted == 0 ? 0 : facts.granted - facts.urgent, 0);
    return ledger.is_even() && is_stop_kept(folded) && facts.two_persons && facts.deducted <= facts.enforced &&
           ledger.to_recover.value == facts.to_recover && ledger.granted.value == facts.granted &&
           ledger.urgent.value == facts.urgent && ledger.requested.value == facts.requested &&
           ledger.arrived.value == facts.arrived && ledger.ordered.value == facts.ordered &&
           ledger.paid.value == facts.paid && facts.urgent >= 0 && facts.paid <= facts.ordered &&
           ledger.given_back.value + lying_back == facts.given_back && ledger.lies.value >= 0 &&
           ledger.budget_left.value == facts.arrived - facts.ordered - ledger.given_back.value &&
           ledger.budget_left.value >= 0 && facts.ordered <= facts.arrived && facts.arrived <= facts.requested &&
           facts.requested <= due;
}

// A ledger without one of its rules: orders that were refused for it stand.
bool let_through(AidCase& folded, const std::vector<Fact>& facts, std::string_view rule) {
    bool any = false;
    for (const Entry& entry : folded.entries) {
        if (entry.code != rule) continue;
        const auto fact = std::find_if(facts.begin(), facts.end(), [&](const Fact& f) { return f.id == entry.id; });
        PayOrder order;
        order.by = entry.id;
        order.amount = fact->money("amount");
        folded.ledger.orders.push_back(order);
        any = true;
    }
    return any;
}

}  // namespace

TEST_CASE("orders, ledger and budget agree at every moment, whoever does what with the money") {
    MESSAGE("seed " << kMoneySeed);
    Money money(kMoneySeed);
    std::map<Status, int> met;
    int disagree = 0, over_budget = 0, over_granted = 0, caught = 0, out_and_back = 0, stopped = 0, waiting = 0,
        urgent_back = 0, given_back = 0, too_much = 0, seen = 0;
    for (int round = 0; round < kSequences; ++round) {
        const std::vector<Fact> facts = money.sequence();
        AidCase folded = money.fold(facts);
        ++met[folded.status];
        const Sums accounts = count(folded, facts);
        if (!agree(folded, accounts)) ++disagree;
        if (balance(folded).returned.value > 0) ++out_and_back;
        if (folded.ledger.stopped) ++stopped;
        if (is_urgent_owed(folded.ledger, folded)) ++urgent_back;
        if (folded.ledger.given_back.value > 0) ++given_back;
        // The control: what was refused as more than is left is seen when it stands.
        AidCase lavish = folded;
        for (const Entry& entry : folded.entries)
            if (entry.code == "fund.left") lavish.ledger.given_back.value += kGranted + 1;
        if (lavish != folded) {
            ++too_much;
            if (!balance(lavish).is_even()) ++seen;
        }
        // The control: a stop that leaves the orders as they are is seen.
        AidCase careless = folded;
        for (PayOrder& order : careless.ledger.orders)
            if (order.state == PayOrder::State::Stopped) order.state = PayOrder::State::Released;
        if (careless != folded) waiting += balance(careless).is_even() ? 1'000'000 : 1;
        // The control: without the rule on the budget, or the one on the grant, the accounts do not agree.
        AidCase broken = folded;
        if (let_through(broken, facts, "pay.budget")) {
            ++over_budget;
            if (!balance(broken).is_even()) ++caught;
        } else if (let_through(broken, facts, "pay.granted")) {
            ++over_granted;
            if (!balance(broken).is_even()) ++caught;
        }
    }
    CHECK(disagree == 0);
    CHECK(over_budget > 1000);
    CHECK(over_granted > 1000);
    CHECK(caught > (over_budget + over_granted) / 2);  // an order that was returned since may fit again
    CHECK(out_and_back > 100);
    CHECK(stopped > 1000);
    CHECK(met[Status::Revisit] > 20);  // stopped between two parts
    CHECK(urgent_back > 100);
    CHECK(given_back > 100);
    CHECK(too_much > 100);
    CHECK(seen == too_much);
    CHECK(waiting > 100);
    CHECK(waiting < 1'000'000);
    for (const Status status : {Status::Notified, Status::PaidPart, Status::Paid, Status::UrgentPaid, Status::Review,
                                Status::Terminated, Status::Recovery})
        CHECK_MESSAGE(met[status] > 50, domain::id(status));
}
