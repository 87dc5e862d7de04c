#include "app/cases/setting_right.hpp"

#include <algorithm>
#include <set>

#include "app/cases/act_table.hpp"
#include "app/cases/laid_apart.hpp"

namespace courtyard::cases {

namespace {

// What was decided and what was paid stands for others, as does the leader's own word: only the leader corrects it.
bool is_for_leader(std::string_view kind) {
    return kind == "decided" || is_money_out(kind) || kind == "payment_reclaimed" || kind == "pause_agreed";
}

// Neither author had heard of the other's.
bool are_crossed(const Ordered& order, const FactId& a, const FactId& b) {
    const auto one = order.place_of(a), other = order.place_of(b);
    return one && other && *one != *other && !order.knew(*one, b) && !order.knew(*other, a);
}

// Somebody who has heard of both says that the correction holds against a vote on what it took away.
bool is_upheld_against(const Ordered& order, std::size_t at, const FactId& vote) {
    const auto upheld = correction_upheld(order, *order.facts[at]);
    return upheld && goes_along(order, *order.place_of(vote), *upheld);
}

Verdict may_set_right(const Ordered& order, std::size_t at, const FactId& wrong, Role role) {
    if (!order.knew(at, wrong)) return refuse("corrected.unknown");
    const Fact& fact = *order.facts[*order.place_of(wrong)];
    const bool is_own = fact.author == order.facts[at]->author;
    if (fact.kind == "case_opened") return refuse("corrected.opening");
    if (fact.kind == "vote_cast" && !is_own && !is_upheld_against(order, at, wrong)) return refuse("corrected.vote");
    if (is_for_leader(fact.kind) && role != Role::Leader) return refuse("corrected.leader");
    if (!is_own && role != Role::Registrar && role != Role::Leader) return refuse("corrected.others");
    return std::nullopt;
}

// The fact that such a fact rests on by name; nothing when it rests on all that its author knew.
std::optional<FactId> named_by(const Fact& resting, std::string_view kind) {
    if (kind == "pay_ordered" || kind == "pay_released") return resting.fact("order");
    if (kind == "urgent_proposed" || kind == "urgent_approved") return resting.fact("proposal");
    if (kind == "vote_cast" || kind == "ballot_opened") return resting.fact("ballot");
    return std::nullopt;
}

std::optional<FactId> names(const Fact& fact) {
    if (fact.kind == "pay_released") return fact.fact("order");
    if (fact.kind == "urgent_approved") return fact.fact("proposal");
    if (fact.kind == "vote_cast") return fact.fact("ballot");
    return fact.id;
}

// Kinds on which `resting` rests: a decision on its ballot and votes, a vote on its ballot, a payment on every step
// towards it.
bool rests_on(std::string_view resting, std::string_view kind) {
    if (resting == "decided") return kind == "vote_cast" || kind == "ballot_opened";
    if (resting == "vote_cast") return kind == "ballot_opened";
    if (resting == "filed") return kind == "urgent_paid";
    // What was reviewed was reviewed under the case's number: a slip in it is set right by "details_corrected".
    if (resting == "assigned" || resting == "report_written") return kind == "filed";
    const bool is_step = kind == "decided" || kind == "filed" || kind == "fund_requested" || kind == "fund_arrived" ||
                         kind == "applicant_called" || kind == "assigned" || kind == "sent_to_filing" ||
                         kind == "department_asked" || kind == "account_given";
    if (resting == "fund_returned")
        return is_step || kind == "payment_stopped" || kind == "recovery_decided" || kind == "pay_returned";
    if (resting == "pay_made")
        return is_step || kind == "pay_ordered" || kind == "pay_released" || kind == "urgent_paid";
    return resting == "urgent_paid" && (kind == "urgent_proposed" || kind == "urgent_approved");
}

// A payment of an order that names another account. One that names none was made by an older program, and rests on
// whatever its author knew.
bool goes_elsewhere(const Ordered& order, const Fact& resting, const Fact& wrong) {
    if (resting.kind != "pay_made" || wrong.kind != "account_given") return false;
    const auto ordered = resting.fact("order");
    const auto place = ordered ? order.place_of(*ordered) : std::nullopt;
    const auto account = place ? order.facts[*place]->fact("account") : std::nullopt;
    return account && account != wrong.fact("account");
}

bool is_by_author(const Ordered& order, std::size_t at, const FactId& named) {
    return order.facts[*order.place_of(named)]->author == order.facts[at]->author;
}

// Whoever signed both sides (on two machines) takes one of their own back.
Verdict check_own_word(const Ordered& order, std::size_t at) {
    const Fact& fact = *order.facts[at];
    if (fact.kind != "contradiction_settled" || !is_by_author(order, at, *fact.fact("holds"))) return std::nullopt;
    const std::vector<FactId> falls = fact.facts("falls");
    const bool is_own =
        std::all_of(falls.begin(), falls.end(), [&](const FactId& each) { return is_by_author(order, at, each); });
    return is_own ? Verdict{} : refuse("settled.own");
}

// Money that went out because nobody had heard of a correction is gone: whether that correction is right, the leader
// says.
Verdict check_money(const Ordered& order, std::size_t at, Role role) {
    const Fact& fact = *order.facts[at];
    const auto kind_of = [&](const FactId& id) -> std::string_view { return order.facts[*order.place_of(id)]->kind; };
    const std::vector<FactId> falls = fact.facts("falls");
    const auto is_gone = [&](const FactId& each) { return is_money_out(kind_of(each)); };
    const auto is_correction = [&](const FactId& each) { return sets_right(kind_of(each)); };
    if (correction_upheld(order, fact)) {
        return std::any_of(falls.begin(), falls.end(), is_gone) ? refuse("settled.money") : Verdict{};
    }
    const bool is_for_money =
        fact.has("holds") && is_gone(*fact.fact("holds")) && std::any_of(falls.begin(), falls.end(), is_correction);
    return is_for_money && role != Role::Leader ? refuse("corrected.leader") : Verdict{};
}

class SettingAside {
public:
    SettingAside(const Ordered& order, const Offices& offices) : order_(order), offices_(offices) {}

    Aside run(std::map<FactId, std::string> refused) {
        out_.blocked = std::move(refused);
        for (std::size_t at = 0; at < order_.facts.size(); ++at)
            if (sets_right(*order_.facts[at])) corrections_.push_back(at);
        if (corrections_.empty()) return std::move(out_);
        collect();
        while (block())
            collect();
        for (const auto& [correction, code] : out_.blocked)
            if (const auto at = order_.place_of(correction)) note_shaken(*at);
        for (const auto& [correction, settling] : upheld_)
            out_.upheld.emplace(correction, order_.facts[settling]->id);
        // Of those the leader hears by the doubt.
        for (const auto& [correction, decided] : out_.shaken)
            out_.crossed.erase(correction);
        return std::move(out_);
    }

private:
    // From the newest back, so that a correction that was corrected is known as such when its turn comes.
    void collect() {
        out_.by.clear();
        upheld_.clear();
        for (auto at = corrections_.rbegin(); at != corrections_.rend(); ++at) {
            const Fact& fact = *order_.facts[*at];
            if (out_.by.contains(fact.id) || out_.blocked.contains(fact.id) || !is_sound(*at)) continue;
            if (check_setting_right(order_, *at, *offices_(fact.author))) continue;
            for (const FactId& target : set_right_by(fact))
                out_.by.emplace(target, fact.id);
            if (const auto upheld = correction_upheld(order_, fact)) upheld_.emplace(*upheld, *at);
        }
    }

    // Takes their effect from those that something else rests on. Whether any was found.
    bool block() {
        bool found = false;
        for (const auto& [target, by] : out_.by) {
            const std::vector<std::size_t> resting = resting_on(target, by);
            if (resting.empty() || !out_.blocked.emplace(by, std::string(kRests)).second) continue;
            found = true;
            const std::size_t correction = *order_.place_of(by);
            const bool is_unheard = std::none_of(resting.begin(), resting.end(), [&](std::size_t at) {
                return order_.knew(correction, order_.facts[at]->id);
            });
            if (is_unheard) out_.crossed.emplace(by, order_.facts[resting.front()]->id);
        }
        return found;
    }

    // In order.
    std::vector<std::size_t> resting_on(const FactId& target, const FactId& by) const {
        const Fact& wrong = *order_.facts[*order_.place_of(target)];
        std::vector<std::size_t> out;
        for (std::size_t at = 0; at < order_.facts.size(); ++at) {
            const Fact& fact = *order_.facts[at];
            if (!rests_on(fact.kind, wrong.kind) || !order_.knew(at, target) || order_.knew(at, by)) continue;
            if (const auto name = named_by(fact, wrong.kind); name && name != names(wrong)) continue;
            if (goes_elsewhere(order_, fact, wrong)) continue;
            if (rests(at, by) && is_sound(at) && !is_waived(at, by)) out.push_back(at);
        }
        return out;
    }

    // Somebody who knew it all has said that the correction holds against it.
    bool is_waived(std::size_t at, const FactId& by) const {
        const std::size_t correction = *order_.place_of(by);
        if (const auto upheld = correction_upheld(order_, *order_.facts[correction]))
            return order_.knew(correction, order_.facts[at]->id) && goes_along(order_, at, *upheld);
        const auto found = upheld_.find(by);
        return found != upheld_.end() && order_.knew(found->second, order_.facts[at]->id) && goes_along(order_, at, by);
    }

    // A voter took their vote back before they could hear of the decision that counted it.
    void note_shaken(std::size_t correction) {
        for (const FactId& target : set_right_by(*order_.facts[correction])) {
            const auto place = order_.place_of(target);
            if (!place || !rests_on("decided", order_.facts[*place]->kind)) continue;
            for (std::size_t at = 0; at < order_.facts.size(); ++at) {
                const Fact& fact = *order_.facts[at];
                const auto on = fact.kind == "decided" ? fact.fact("ballot") : std::nullopt;
                const auto named = names(*order_.facts[*place]);
                const bool counts_it = on && named && lay_one(*named, *on, order_);
                if (!counts_it || !order_.knew(at, target) || out_.by.contains(fact.id) || !is_sound(at)) continue;
                const bool is_crossed =
                    !order_.knew(at, order_.facts[correction]->id) && !order_.knew(correction, fact.id);
                if (is_crossed) out_.shaken.emplace(order_.facts[correction]->id, fact.id);
            }
        }
    }

    // What was taken back rests on nothing; but a correction that was refused because of it does not come to life then:
    // whoever makes it must have seen that it was taken back.
    bool rests(std::size_t at, const FactId& by) const {
        const auto aside = out_.by.find(order_.facts[at]->id);
        if (aside == out_.by.end()) return true;
        const std::size_t correction = *order_.place_of(by);
        return order_.knew(correction, aside->first) && !order_.knew(correction, aside->second);
    }

    bool is_sound(std::size_t at) const {
        const Fact& fact = *order_.facts[at];
        const ActRule& rule = *find_act(fact.kind);
        const auto role = offices_(fact.author);
        return role && rule.who.has(*role) && !check_fields(rule, fact.fields);
    }

    const Ordered& order_;
    const Offices& offices_;
    std::vector<std::size_t> corrections_;
    std::map<FactId, std::size_t> upheld_;  // corrections, each with where somebody says that it holds
    Aside out_;
};

}  // namespace

bool sets_right(std::string_view kind) { return kind == "corrected" || kind == "contradiction_settled"; }

bool is_money_out(std::string_view kind) {
    return kind == "pay_made" || kind == "urgent_paid" || kind == "fund_returned";
}

std::optional<FactId> correction_upheld(const Ordered& order, const Fact& fact) {
    const auto holds = fact.kind == "contradiction_settled" ? fact.fact("holds") : std::nullopt;
    const auto place = holds ? order.place_of(*holds) : std::nullopt;
    return place && sets_right(*order.facts[*place]) ? holds : std::nullopt;
}

bool goes_along(const Ordered& order, std::size_t at, const FactId& upheld) {
    const Fact& fact = *order.facts[at];
    if (fact.kind == "ballot_opened") return are_crossed(order, fact.id, upheld);
    const auto ballot = fact.kind == "vote_cast" ? fact.fact("ballot") : std::nullopt;
    if (!ballot) return false;
    const std::vector<FactId> named = set_right_by(*order.facts[*order.place_of(upheld)]);
    return are_crossed(order, fact.id, upheld) || are_crossed(order, *ballot, upheld) ||
           std::find(named.begin(), named.end(), *ballot) != named.end();
}

std::vector<FactId> set_right_by(const Fact& fact) {
    if (fact.kind != "corrected") return fact.facts("falls");
    const auto wrong = fact.fact("wrong");
    return wrong ? std::vector<FactId>{*wrong} : std::vector<FactId>{};
}

Verdict check_setting_right(const Ordered& order, std::size_t at, Role role) {
    const Fact& fact = *order.facts[at];
    if (!sets_right(fact)) return std::nullopt;
    if (fact.kind == "contradiction_settled" && !order.knew(at, *fact.fact("holds")))
        return refuse("corrected.unknown");
    for (const FactId& target : set_right_by(fact)) {
        if (fact.kind == "contradiction_settled" && target == *fact.fact("holds")) return refuse("settled.both");
        if (auto no = may_set_right(order, at, target, role)) return no;
    }
    if (auto no = check_own_word(order, at)) return no;
    return check_money(order, at, role);
}

Aside set_aside(const Ordered& order, const Offices& offices, std::map<FactId, std::string> refused) {
    return SettingAside(order, offices).run(std::move(refused));
}

}  // namespace courtyard::cases
