// What two who did not know of each other told of the person in opposite words: that they died, and that somebody spoke
// with them that day or later; or of the same money, that it came whole and that it did not, or went back to the bank.
// Nobody's word is the truer because of its place in the case's order: until somebody settles it, what is safe for the
// person holds.
#include "app/cases/care_parts.hpp"

namespace courtyard::cases {

namespace {

struct Word {
    std::size_t at;
    const Fact* fact;
};

bool says_dead(const Fact& fact) {
    if (fact.kind == "revisit_tried") return fact.text("outcome") == "died";
    return (fact.kind == "payment_stopped" || fact.kind == "terminated") && fact.text("ground") == "died";
}
bool says_alive(const Fact& fact) { return fact.kind == "revisit_made" && fact.text("spoke_with") == "applicant"; }
// Spoke with the person of something else: that they live is in it, but it brings nobody back who was said to be dead.
bool spoke(const Fact& fact) {
    const bool asks = fact.kind == "money_confirmed" || fact.kind == "promise_confirmed";
    return says_alive(fact) || (asks && fact.text("by") == "applicant");
}
bool is_revisit(const Fact& fact) { return fact.kind.starts_with("revisit_"); }
bool says_money(const Fact& fact) {
    return fact.kind == "revisit_made" && (fact.has("money_came") || fact.has("money_whole"));
}
// Somebody asked again, or the bank was asked.
bool answers_money(const Fact& fact) {
    return says_money(fact) || (fact.kind == "money_confirmed" && fact.text("by") != "nobody");
}

bool is_sent_back(const Fact& fact) { return fact.kind == "pay_returned"; }
// Somebody says of money that it is with the person: all of it, of one payment also a part.
bool says_came(const Fact& fact) {
    if (fact.kind == "revisit_made") return fact.yes("money_whole");
    return fact.kind == "money_confirmed" && fact.text("by") != "nobody" && fact.money("amount").value > 0;
}
// Asked again, and nothing came at all: that is what the bank says, too. Of a part it is not clear which payment is
// meant.
bool says_none_came(const Fact& fact) {
    return says_money(fact) && !fact.yes("money_whole") && fact.has("money_came") &&
           fact.money("money_came").value == 0;
}

bool tells(const Fact& fact) { return says_dead(fact) || spoke(fact) || answers_money(fact) || is_sent_back(fact); }

bool is_other_money(const Fact& a, const Fact& b) {
    const auto both = [&](const char* field) { return a.has(field) && b.has(field); };
    return (both("money_came") && a.money("money_came") != b.money("money_came")) ||
           (both("money_whole") && a.yes("money_whole") != b.yes("money_whole"));
}

class Comparing {
public:
    Comparing(const Care& care, const Scene& scene) : care_(care), scene_(scene) {
        for (std::size_t at = 0; at <= scene.place; ++at)
            if ((at == scene.place || scene.so_far.entries[at].standing == Standing::InForce) &&
                tells(*scene.order.facts[at]))
                words_.push_back({at, scene.order.facts[at]});
    }

    // In the order of the case.
    std::vector<AtOdds> run() const {
        std::vector<AtOdds> out;
        for (std::size_t j = 0; j < words_.size(); ++j)
            for (std::size_t i = 0; i < j; ++i)
                if (const char* what = what_of(words_[i], words_[j]))
                    out.push_back({words_[i].fact->id, words_[j].fact->id, what});
        return out;
    }

    // A death that nobody contradicts.
    const Fact* death(const std::vector<AtOdds>& open) const {
        for (const Word& each : words_) {
            const FactId& id = each.fact->id;
            const bool is_open = std::any_of(open.begin(), open.end(), [&id](const AtOdds& pair) {
                return pair.what == "died" && (pair.earlier == id || pair.later == id);
            });
            if (says_dead(*each.fact) && !is_open && !is_answered(each, says_alive)) return each.fact;
        }
        return nullptr;
    }

private:
    const char* what_of(const Word& earlier, const Word& later) const {
        if (scene_.order.knew(later.at, earlier.at)) return nullptr;
        if (is_life_or_death(earlier, later) || is_life_or_death(later, earlier)) return "died";
        const bool is_money = says_money(*earlier.fact) && says_money(*later.fact) &&
                              is_other_money(*earlier.fact, *later.fact) && is_same_asking(earlier, later);
        const bool is_bank = is_of_what_went_back(later, earlier) || is_of_what_went_back(earlier, later);
        return is_bank || (is_money && !is_asked_since(earlier, later)) ? "money" : nullptr;
    }

    // The order that it names, or the proposal of urgent aid, which is named by its payment, too.
    std::optional<FactId> payment_in(const Fact& fact) const {
        const std::optional<FactId> named = fact.fact("order");
        const auto place = named ? scene_.order.place_of(*named) : std::nullopt;
        const bool is_urgent = place && scene_.order.facts[*place]->kind == "urgent_paid";
        return is_urgent ? scene_.order.facts[*place]->fact("proposal") : named;
    }

    // Where the payment stands that the bank sent back: the last of that order or proposal of which its author knew.
    std::optional<std::size_t> paid_before(const Word& back) const {
        const std::optional<FactId> wanted = payment_in(*back.fact);
        std::optional<std::size_t> out;
        for (std::size_t at = 0; wanted && at < back.at; ++at) {
            const Fact& paid = *scene_.order.facts[at];
            const bool is_paid = (paid.kind == "pay_made" && paid.fact("order") == wanted) ||
                                 (paid.kind == "urgent_paid" && paid.fact("proposal") == wanted);
            const bool stands = scene_.so_far.entries[at].standing == Standing::InForce;
            if (is_paid && stands && scene_.order.knew(back.at, at)) out = at;
        }
        return out;
    }

    // Somebody heard that money came which the bank sent back. Of a payment that they had not heard of they did not
    // ask. That it came is said once more as easily as before, and would pay it twice: where nobody who knew of that
    // word heard that nothing came, somebody settles it.
    bool is_of_what_went_back(const Word& heard, const Word& back) const {
        if (!says_came(*heard.fact) || !is_sent_back(*back.fact)) return false;
        const std::optional<FactId> order = back.fact->fact("order");
        if (order && scene_.so_far.ledger.is_beside(*order)) return false;  // nobody asked about that
        const bool is_named = heard.fact->kind == "money_confirmed";
        if (is_named && payment_in(*heard.fact) != payment_in(*back.fact)) return false;
        const std::optional<std::size_t> paid = paid_before(back);
        return paid && *paid < heard.at && scene_.order.knew(heard.at, *paid) && !is_answered(heard, says_none_came);
    }

    bool is_life_or_death(const Word& dead, const Word& alive) const {
        // An end of payment or of the case is undone by a correction: only a visit's word waits.
        const bool may_wait = is_revisit(*dead.fact) || is_revisit(*alive.fact);
        return may_wait && says_dead(*dead.fact) && spoke(*alive.fact) && alive.fact->day() >= dead.fact->day() &&
               !is_answered(dead, says_alive) && !is_answered(alive, says_dead);
    }

    // By somebody who knew of it and says otherwise.
    bool is_answered(const Word& word, bool (*says)(const Fact&)) const {
        return std::any_of(words_.begin(), words_.end(), [&](const Word& each) {
            return each.at > word.at && says(*each.fact) && scene_.order.knew(each.at, word.at);
        });
    }

    bool is_asked_since(const Word& a, const Word& b) const {
        return std::any_of(words_.begin(), words_.end(), [&](const Word& each) {
            return each.at > std::max(a.at, b.at) && answers_money(*each.fact) && scene_.order.knew(each.at, a.at) &&
                   scene_.order.knew(each.at, b.at);
        });
    }

    // The same row of the plan, or the same day: of another day and another row each may be right.
    bool is_same_asking(const Word& a, const Word& b) const {
        return a.fact->day() == b.fact->day() || first_of(a.fact->id) == first_of(b.fact->id);
    }

    FactId first_of(const FactId& id) const {
        for (const Revisit& each : care_.revisits)
            if (each.by == id && each.double_of) return *each.double_of;
        return id;
    }

    const Care& care_;
    const Scene& scene_;
    std::vector<Word> words_;
};

// Who may be alive is not counted as dead; that nobody calls them before it is settled, the fold says of the number.
void doubt_death(Care& care, const AtOdds& pair, const Comparing& words) {
    for (Followup& each : care.followups) {
        if (each.done || each.outcome != "O12") continue;
        if (each.by == pair.earlier) each.done = pair.later;
        if (each.by == pair.later) each.done = pair.earlier;
    }
    if (!care.has_died() || (care.gone->by != pair.earlier && care.gone->by != pair.later)) return;
    care.gone.reset();
    const Fact* other = words.death(care.at_odds);
    if (other == nullptr) return;
    care.gone = Gone{other->id, "died", other->day()};
    care.followups.push_back({other->id, "O12", other->day(), {}, {}});
}

}  // namespace

void look_for_odds(Care& care, const Scene& scene) {
    if (!tells(scene.fact)) return;
    const Comparing words(care, scene);
    care.at_odds = words.run();
    for (const AtOdds& each : care.at_odds)
        if (each.what == "died") doubt_death(care, each, words);
}

}  // namespace courtyard::cases
