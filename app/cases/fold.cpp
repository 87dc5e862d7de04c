#include "app/cases/fold.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "app/cases/details.hpp"
#include "app/cases/falls_along.hpp"
#include "app/cases/found_anew.hpp"
#include "app/cases/reach.hpp"
#include "app/cases/seen_ballot.hpp"
#include "app/cases/setting_right.hpp"
#include "app/domain/case_number.hpp"
#include "sync/base/result.hpp"

namespace courtyard::cases {

namespace {

// What was called the original case before is one still: another office may know it by that.
void name_original(AidCase& out, std::string_view original_case) {
    if (original_case.empty()) return;
    out.original_case = original_case;
    auto& all = out.original_cases;
    if (std::find(all.begin(), all.end(), original_case) == all.end()) all.emplace_back(original_case);
}

void name_applicant(AidCase& out, std::string_view name) {
    out.applicant = name;
    if (std::find(out.names.begin(), out.names.end(), name) == out.names.end()) out.names.emplace_back(name);
}

void take_opening(AidCase& out, const Fact& fact) {
    const auto text = [&fact](const char* field) { return std::string(fact.text(field)); };
    if (fact.kind == "case_opened") {
        name_applicant(out, fact.text("applicant"));
        out.village = text("village");
        out.source = text("source");
        name_original(out, fact.text("original_case"));
        out.application = fact.fact("application");
        out.receipt = text("receipt");
        out.notice_key = text("notice_key");
        out.contact = {text("contact_rule"),    text("contact_hours"), text("safe_number"), text("messages"),
                       fact.texts("hide_from"), text("agreed_word"),   text("phone"),       text("relay")};
        out.received_on = fact.not_after_it_came(fact.date("received_on").value_or(fact.day()));
    } else if (fact.kind == "filed") {
        out.number = domain::plain_case_number(fact.text("number"));  // facts of before hold it as it was typed
        name_original(out, fact.text("original_case"));
    } else if (fact.kind == "department_answered" || fact.kind == "identified") {
        name_original(out, fact.text("original_case"));
    } else if (fact.kind == "details_corrected") {
        const auto take = [&](const char* field, std::string& into) {
            if (fact.has(field)) into = text(field);
        };
        if (fact.has("applicant")) name_applicant(out, fact.text("applicant"));
        take("village", out.village);
        take("number", out.number);
        out.number = domain::plain_case_number(out.number);
        name_original(out, fact.text("original_case"));
    } else if (fact.kind == "told") {
        out.told = fact.fact("step");
    }
}

// Steps of the table of states, and two that it does not have: a grant that urgent aid has paid in full is paid as soon
// as the person knows; and a case that was given up goes on when it shows that papers had come in time.
bool may_step(Status from, Status to) {
    if (from == Status::Synced) return to == Status::Received;
    if (from == Status::Abandoned && to == Status::NeedMore) return true;  // papers had come in time
    return domain::may_follow(from, to) || (from == Status::DecidedGrant && to == Status::Paid);
}

// Acts that somebody outside the court has heard of, or that money follows: of these nobody may believe that they stand
// while they do not.
bool is_relied_on(std::string_view kind) {
    if (kind == "contact_changed" || kind == "guardian_changed" || kind == "fellow_asked") return true;
    constexpr std::array<std::string_view, 21> kKinds{
        "more_asked",      "assigned",    "urgent_approved",   "urgent_paid",     "fund_requested",
        "fund_arrived",    "pay_ordered", "pay_released",      "pay_made",        "recovery_decided",
        "recovered",       "decided",     "sent_upward",       "report_written",  "ballot_opened",
        "closed",          "referred",    "referral_answered", "payment_stopped", "fund_returned",
        "linkage_answered"};
    return std::find(kKinds.begin(), kKinds.end(), kind) != kKinds.end();
}

// Two who did not know of each other did one thing: they may tell of it in other words, and name one ballot by either
// of the facts that laid it.
bool says_the_same(const Fact& a, const Fact& b, const Ballots& ballots) {
    const auto is_same_ballot = [&](std::string_view field, const Fact& one, const Fact& other) {
        const auto id = field == "ballot" ? one.fact(field) : std::nullopt;
        const Ballot* ballot = id ? ballots.find(*id) : nullptr;
        const auto named = ballot != nullptr ? other.fact(field) : std::nullopt;
        return named && ballot->is_laid_by(*named);
    };
    const auto telling = [](std::string_view field) {
        return field == "on" || field == "note" || field == "based_on" || field == "reasons" || field == "proof";
    };
    const auto covers = [&](const Fact& one, const Fact& other) {
        return std::all_of(one.fields.begin(), one.fields.end(), [&](const auto& field) {
            const auto found = other.fields.find(field.first);
            return telling(field.first) || (found != other.fields.end() && found->second == field.second) ||
                   is_same_ballot(field.first, one, other);
        });
    };
    return a.kind == b.kind && covers(a, b) && covers(b, a);
}

class Folding {
public:
    // `looks_back`: asks of what is refused whether it is because of something that its author could not know.
    Folding(const CaseId& id, const Ordered& order, const Offices& offices, Aside aside, bool looks_back = true)
        : order_(order), offices_(offices), aside_(std::move(aside)), looks_back_(looks_back) {
        out_.id = id;
        out_.missing = order.missing;
    }

    static FoldWith part_of(const CaseId& id, const Offices& offices) {
        return [id, &offices](const Ordered& part, Aside aside) {
            return Folding(id, part, offices, std::move(aside), false).run();
        };
    }
    static Aside aside_of(const CaseId& id, const Ordered& order, const Offices& offices) {
        return settled_aside(order, offices, part_of(id, offices));
    }

    AidCase run() {
        for (std::size_t at = 0; at < order_.facts.size(); ++at)
            add(at);
        for (std::size_t at = 0; at < order_.facts.size(); ++at) {
            if (out_.entries[at].standing != Standing::Contradicts) continue;
            if (order_.facts[at]->kind == "contact_changed") heed_both(out_.contact, *order_.facts[at]);
            if (order_.facts[at]->kind == "guardian_changed") out_.acting.is_disputed = true;
            heed_both(out_.inquiry, *order_.facts[at]);
        }
        for (const AtOdds& each : out_.care.at_odds)
            set_against(each);
        return std::move(out_);
    }

private:
    // Both sides have told what they heard, and all of it counts: only which of them holds is open. What stops a
    // payment, or tells where the money is, stays as it is; then it is the word of the person that waits.
    void set_against(const AtOdds& pair) {
        if (pair.what == "died") out_.contact.lost = "died_unsure";
        const std::string_view earlier = order_.facts[*order_.place_of(pair.earlier)]->kind;
        const std::string_view later = order_.facts[*order_.place_of(pair.later)]->kind;
        const bool is_told = later.starts_with("revisit_") || earlier == "pay_returned";
        const FactId& waits = is_told ? pair.later : pair.earlier;
        Entry& entry = out_.entries[*order_.place_of(waits)];
        if (entry.standing != Standing::InForce) return;
        entry.standing = Standing::Contradicts;
        entry.code = earlier == "pay_returned" || later == "pay_returned" ? kBankWord : kTwoWords;
        entry.against = is_told ? pair.earlier : pair.later;
    }

    void add(std::size_t at) {
        const Fact& fact = *order_.facts[at];
        Entry entry{fact.id, fact.kind, fact.author, offices_(fact.author), fact.claimed, fact.day(), Standing::InForce,
                    {},      {},        fact.came};
        const ActRule* rule = find_act(fact.kind);
        if (rule == nullptr) {
            entry.standing = Standing::Unknown;
        } else if (const auto aside = aside_.by.find(fact.id); aside != aside_.by.end()) {
            entry.standing = Standing::SetAside;
            entry.against = aside->second;
            if (fact.kind == "account_given" && is_sound(at, *rule, entry.role))
                note_taken_back(out_.accounts, fact, aside->second);
            if (fact.kind == "promise_disputed" && is_sound(at, *rule, entry.role))
                ask_promise_again(out_.care, {fact, *entry.role, out_, order_, at});
        } else if (auto refused = take_fact(at, *rule, entry.role)) {
            entry.code = std::move(refused->code);
            entry.against = contradicted(at, *rule, entry.code);
            note_refused(out_.ledger, scene_of(at), entry.code, entry.against.has_value());
            entry.standing = entry.against ? Standing::Contradicts : Standing::Refused;
            if (is_sound(at, *rule, entry.role)) note_unmade_request(out_.ledger, scene_of(at), entry.code);
        }
        if (entry.standing == Standing::InForce) settle_alike(at);
        if (entry.standing == Standing::InForce && fact.kind == "payment_reclaimed") settle_payment(at);
        if (entry.standing == Standing::InForce && fact.kind == "fund_requested") cross_urgent(at);
        if (fact.kind == "key_given" && is_stray(at, entry)) note_stray_key(out_.members, fact);
        if (is_unsure_leaving(entry)) note_unsure_leaving(out_.members, fact);
        out_.entries.push_back(std::move(entry));
        doubt_shaken(at);
    }

    // What its author might have said.
    bool is_sound(std::size_t at, const ActRule& rule, const std::optional<Role>& role) const {
        return role && rule.who.has(*role) && !check_fields(rule, order_.facts[at]->fields) && is_on_case(at);
    }

    // A key that does not count although who gave it acted in good faith. A stranger makes no key stray.
    bool is_stray(std::size_t at, const Entry& key_given) const {
        if (key_given.standing == Standing::SetAside)
            return !check_fields(*find_act(key_given.kind), order_.facts[at]->fields);
        if (key_given.standing == Standing::InForce) return false;
        return key_given.code == "member.epoch" || (key_given.code == "member" && is_on_case(at));
    }

    static bool is_unsure_leaving(const Entry& entry) {
        const bool leaves = entry.kind == "left" || entry.kind == "conflict_declared" || entry.kind == "assigned";
        return leaves && (entry.standing == Standing::SetAside || entry.standing == Standing::Contradicts);
    }

    Scene scene_of(std::size_t at) const {
        const Fact& fact = *order_.facts[at];
        return {fact, offices_(fact.author).value_or(Role::Caller), out_, order_, at};
    }

    // A correction that could not have its way because of a decision that its author did not know, and the decision:
    // whichever of them comes second.
    void doubt_shaken(std::size_t at) {
        for (const auto& [correction, decided] : aside_.shaken) {
            const auto a = order_.place_of(correction), b = order_.place_of(decided);
            if (a && b && std::max(*a, *b) == at) raise_doubt(out_.ballots, decided, correction);
        }
    }

    Verdict take_fact(std::size_t at, const ActRule& rule, std::optional<Role> role) {
        const Fact& fact = *order_.facts[at];
        const bool by_body = rule.by == ActRule::By::Body;
        if (!by_body && (!role || !rule.who.has(*role))) return refuse("role");
        if (auto wrong = check_fields(rule, fact.fields)) return wrong;
        const bool opens = fact.kind == "case_opened";
        if (opens != (fact.about == fact.id) || opens != (fact.id == out_.id)) return refuse("case");
        if (!opens && out_.status == Status::Synced) return refuse("not_opened");
        if (rule.by == ActRule::By::Member && !is_on_case(at)) return refuse("member");
        if (!opens && !rule.in.has(out_.status) && !stands_beside(at, rule)) return refuse("status");
        // A body's word sets nothing right, and no part asks for its office.
        const Role acting = role.value_or(Role::Caller);
        if (auto no = check_setting_right(order_, at, acting)) return no;
        if (const auto found = aside_.blocked.find(fact.id); found != aside_.blocked.end())
            return refuse(found->second);
        if (auto no = check_details(scene_of(at))) return no;
        return take_by_parts({fact, acting, out_, order_, at}, rule);
    }

    bool is_of_same_holder(const Entry& earlier, const Fact& fact) const {
        const std::string_view payee = order_.facts[*order_.place_of(earlier.id)]->text("payee");
        return payee.empty() || fact.text("payee").empty() || is_same_person(payee, fact.text("payee"));
    }

    // Whether that person wrote one of the two.
    bool is_side_of(const Entry& contradiction, const base::PersonId& author) const {
        const Entry* against = contradiction.against ? out_.entry(*contradiction.against) : nullptr;
        return contradiction.author == author || (against != nullptr && against->author == author);
    }

    // Whether the fact says anew what the earlier one of its kind does, instead of it.
    bool says_instead(const Fact& fact, const Entry& earlier) const {
        if (fact.kind == "account_given") return is_of_same_holder(earlier, fact);
        if (fact.kind == "department_answered") return !is_side_of(earlier, fact.author);
        const Fact& older = *order_.facts[*order_.place_of(earlier.id)];
        if (fact.kind == "guardian_changed") return names_instead(fact, older);
        if (fact.kind == "fellow_asked") return is_same_person(fact.text("name"), older.text("name"));
        return fact.kind == "contact_changed" ? says_all_of(fact, older) : details_instead(fact, older);
    }

    // Who says it anew, knowing of those that contradict each other, has settled it.
    void settle_alike(std::size_t at) {
        const Fact& fact = *order_.facts[at];
        for (Entry& earlier : out_.entries) {
            const bool is_open = earlier.kind == fact.kind && earlier.standing == Standing::Contradicts;
            if (!is_open || !order_.knew(at, earlier.id) || !says_instead(fact, earlier)) continue;
            earlier.standing = Standing::SetAside;
            earlier.against = order_.facts[at]->id;
            earlier.code.clear();
        }
    }

    // The case is not unmade by urgent aid that comes to light: that was too much, and the leader hears of it.
    void cross_urgent(std::size_t at) {
        const auto& stray = out_.ledger.stray;
        if (stray.empty() || stray.back().code != kUrgentGranted) return;
        Entry& urgent = out_.entries[*order_.place_of(stray.back().by)];
        if (urgent.standing != Standing::InForce) return;
        urgent.standing = Standing::Contradicts;
        urgent.code = kUrgentGranted;
        urgent.against = order_.facts[at]->id;
    }

    // It went out and comes back: nobody has to say any more whether it stands.
    void settle_payment(std::size_t at) {
        for (Entry& earlier : out_.entries) {
            if (earlier.id != order_.facts[at]->fact("payment") || earlier.standing == Standing::SetAside) continue;
            earlier.standing = Standing::SetAside;
            earlier.against = order_.facts[at]->id;
            earlier.code.clear();
        }
    }

    // Who was taken off the case acts rightly as long as they do not know it.
    bool is_on_case(std::size_t at) const {
        const base::PersonId& author = order_.facts[at]->author;
        const auto gone = out_.members.gone.find(author);
        return out_.members.has(author) || (gone != out_.members.gone.end() && !order_.knew(at, gone->second));
    }

    // A part that refuses has changed nothing, and the parts before it do not look at the same kinds.
    Verdict take_by_parts(const Scene& scene, const ActRule& rule) {
        std::optional<Status> next = rule.leads_to;
        const bool is_beside = !rule.in.has(out_.status) && scene.fact.kind != "case_opened";
        const auto ask = [&next](Taken taken) {
            if (taken.next) next = taken.next;
            return std::move(taken.refused);
        };
        if (auto no = ask(take(out_.inquiry, scene))) return no;
        if (auto no = ask(take(out_.findings, scene))) return no;
        if (auto no = ask(take(out_.members, scene, offices_))) return no;
        if (auto no = ask(take(out_.ballots, scene, offices_))) return no;
        if (auto no = ask(take(out_.accounts, scene))) return no;
        if (auto no = ask(take(out_.ledger, scene, offices_))) return no;
        // Before what a revisit called for: closing ends that, and must not when the papers say no.
        if (auto no = ask(take(out_.clock, scene))) return no;
        if (auto no = ask(take(out_.care, scene))) return no;
        // After the revisits, which may refuse what an attempt tells of a number.
        if (auto no = ask(take(out_.contact, scene))) return no;
        if (auto no = ask(take(out_.acting, scene))) return no;
        if (auto no = ask(take(out_.fellows, scene))) return no;
        find_again(out_.care, scene);
        hear_of_money(out_.ledger, out_.care, scene);
        note_found_anew(out_, scene);
        take_opening(out_, scene.fact);
        if (next && *next != out_.status && !is_beside) step(*next, scene.fact);
        return std::nullopt;
    }

    // The first step that its author did not know, in whose place the act might have been done.
    const Step* unheard_step(std::size_t at, const ActRule& rule) const {
        Status before = Status::Synced;
        for (const Step& step : out_.steps) {
            if (!order_.knew(at, step.by) && rule.in.has(before)) return &step;
            before = step.to;
        }
        return nullptr;
    }

    // What a step that its author could not hear of does not take from them. A second reason to suspend waits beside
    // the first, and each is ended by itself. Urgent aid that was paid before anybody heard of a refusal is paid. And
    // money that came back opens a case again whether the case was closed by an earlier clock or a later one: who
    // closed it without knowing has closed it, and it is closed anew. Money of a grant that was set right comes, and
    // goes back, in any state. Who lays what was decided on since, and could not hear of it, has but laid it, too.
    bool stands_beside(std::size_t at, const ActRule& rule) const {
        if (moves_lying(out_.ledger, rule.kind)) return true;
        const bool suspends = rule.kind == "suspended" && out_.status == Status::Suspended;
        const bool pays = rule.kind == "urgent_paid" && out_.status == Status::DecidedRefuse;
        const bool lays = rule.kind == "ballot_opened" && lays_decided(out_.ballots, scene_of(at));
        if (!suspends && !pays && !lays && rule.kind != "closed") return false;
        const Step* unheard = unheard_step(at, rule);
        return unheard != nullptr &&
               (suspends || pays || lays || order_.facts[*order_.place_of(unheard->by)]->kind == "pay_returned");
    }

    void step(Status to, const Fact& fact) {
        COURTYARD_CHECK(may_step(out_.status, to));
        out_.status = to;
        out_.steps.push_back({to, fact.id, fact.day()});
    }

    std::optional<FactId> contradicted(std::size_t at, const ActRule& rule, std::string_view code) const {
        if (auto crossed = contradicted_itself(at, rule, code)) return crossed;
        const bool lacks_step = code == "status" || code == "pay.order" || code == "pay.unreleased";
        const bool is_paid = order_.facts[at]->kind == "pay_made" && lacks_step;
        return is_paid && is_sound(at, rule, offices_(order_.facts[at]->author)) ? fallen_under(at) : std::nullopt;
    }

    // Of a payment: what its author did not know, and what took a step towards it away.
    std::optional<FactId> fallen_under(std::size_t at) const {
        const auto ordered = order_.facts[at]->fact("order");
        for (std::size_t i = 0; i < at; ++i) {
            const Entry& each = out_.entries[i];
            if (each.standing != Standing::Contradicts || !each.against || !order_.knew(at, i)) continue;
            const bool is_of_order = each.id == ordered || order_.facts[i]->fact("order") == ordered;
            const bool leads_there = each.kind == "pay_ordered" || each.kind == "pay_released"
                                         ? is_of_order
                                         : each.kind == "decided" || each.kind.starts_with("fund_");
            if (leads_there && !order_.knew(at, *each.against)) return each.against;
        }
        return std::nullopt;
    }

    // The step that its author did not know, when in the state before it the fact would have had its place; or what
    // else crosses it.
    std::optional<FactId> contradicted_itself(std::size_t at, const ActRule& rule, std::string_view code) const {
        if (code == kAccountAtOdds) return out_.accounts.current_of(order_.facts[at]->text("payee"))->by;
        if (code == kMoneyTwice) {
            const Fact& fact = *order_.facts[at];
            return noted_before(out_.ledger, {fact, offices_(fact.author).value_or(Role::Caller), out_, order_, at});
        }
        if (code == kTwoOpinions) return crossed_opinion(scene_of(at));
        if (code == kTwoAnswers) return out_.inquiry.answer_to(order_.facts[at]->fact("asked").value_or(FactId{}));
        if (code == kRests) {
            const auto found = aside_.crossed.find(order_.facts[at]->id);
            return found == aside_.crossed.end() ? std::nullopt : std::optional(found->second);
        }
        if (code == "details.two") return crossed_details(scene_of(at));
        if (code == "member.left" || code == "member.given") return crossed_seat(out_.members, scene_of(at));
        if (code != "status") return crossed_by(at, code);
        const Step* unheard = unheard_step(at, rule);
        if (unheard == nullptr) return std::nullopt;
        const Fact& other = *order_.facts[*order_.place_of(unheard->by)];
        return says_the_same(other, *order_.facts[at], out_.ballots) ? std::nullopt : std::optional(unheard->by);
    }

    // What its author did not know, when without all that the fact would be in force.
    std::optional<FactId> crossed_by(std::size_t at, std::string_view code) const {
        const Fact& fact = *order_.facts[at];
        const bool is_kept = is_relied_on(fact.kind) || code == "pay.crossed";
        if (!looks_back_ || !is_kept || code == "role" || code.starts_with("field.")) return std::nullopt;
        std::vector<Fact> known{fact};
        std::optional<std::size_t> by;
        for (std::size_t i = 0; i < at; ++i) {
            const Fact& each = *order_.facts[i];
            if (order_.knew(at, i)) {
                known.push_back(each);
            } else if (out_.entries[i].standing == Standing::InForce) {
                if (says_the_same(each, fact, out_.ballots)) return std::nullopt;
                if (!by || each.kind == fact.kind || order_.facts[*by]->kind != fact.kind) by = i;
            }
        }
        const Taking taking = takings_from(at, Settled::No);
        if (!by && taking.empty()) return std::nullopt;
        const Ordered alone = in_order(known);
        const Aside aside = aside_of(out_.id, alone, offices_);
        const auto stands = [&](Aside with) {
            return Folding(out_.id, alone, offices_, std::move(with), false).run().is_in_force(fact.id);
        };
        if (!stands(aside)) return std::nullopt;
        if (taken_from_under(takings_from(at, Settled::Yes), aside, stands)) return std::nullopt;
        if (!by || order_.facts[*by]->kind != fact.kind)
            if (const auto took = taken_from_under(taking, aside, stands)) by = took;
        return by ? std::optional(order_.facts[*by]->id) : std::nullopt;
    }

    // Corrections of what the author knew, of which neither knew the other, each with what it sets aside: by their
    // clocks they may stand after. Settled: somebody who knew both has said that the correction holds.
    using Taking = std::map<std::size_t, std::vector<FactId>>;
    enum class Settled { No, Yes };
    Taking takings_from(std::size_t at, Settled settled) const {
        Taking out;
        for (const auto& [target, correction] : aside_.by) {
            const auto of = order_.place_of(target), came = order_.place_of(correction);
            if (!of || !came || !order_.knew(at, *of) || order_.knew(at, *came)) continue;
            const bool is_wanted = is_settled(correction, at) == (settled == Settled::Yes);
            if (!order_.knew(*came, at) && is_wanted) out[*came].push_back(target);
        }
        return out;
    }

    bool is_settled(const FactId& correction, std::size_t at) const {
        const auto found = aside_.upheld.find(correction);
        return found != aside_.upheld.end() && order_.knew(*order_.place_of(found->second), order_.facts[at]->id);
    }

    // The one, in the order of the case, with which what its author knew bears the fact no more: that many others set
    // something right meanwhile does not concern it.
    template <class Stands>
    std::optional<std::size_t> taken_from_under(const Taking& taking, Aside aside, const Stands& stands) const {
        for (const auto& [came, targets] : taking) {
            for (const FactId& target : targets)
                aside.by.emplace(target, order_.facts[came]->id);
            if (!stands(aside)) return came;
        }
        return std::nullopt;
    }

    const Ordered& order_;
    const Offices& offices_;
    Aside aside_;
    bool looks_back_;
    AidCase out_;
};

}  // namespace

Stage stage_of(Status status) {
    using S = Status;
    switch (status) {
        case S::NeedMore:
        case S::ToFiling:
        case S::Abandoned:
        case S::NotFiled:
        case S::UrgentPaid:
        case S::Withdrawn: return Stage::Application;
        case S::Filed:
        case S::Review:
        case S::Suspended:
        case S::Terminated:
        case S::DecidedGrant:
        case S::DecidedRefuse: return Stage::Review;
        case S::FundReq:
        case S::FundIn:
        case S::Notified:
        case S::PaidPart:
        case S::Paid: return Stage::Disbursement;
        case S::Revisit:
        case S::Referred:
        case S::Recovery:
        case S::Closed: return Stage::Collaboration;
        default: return Stage::Inquiry;
    }
}

Stage AidCase::reached() const {
    const bool is_back = status == Status::Withdrawn && steps.size() > 1;
    return is_back ? stage_of(steps[steps.size() - 2].to) : stage();
}

const Entry* AidCase::entry(const FactId& fact) const {
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& each) { return each.id == fact; });
    return found == entries.end() ? nullptr : &*found;
}

bool AidCase::is_in_force(const FactId& fact) const {
    const Entry* found = entry(fact);
    return found != nullptr && found->standing == Standing::InForce;
}

bool AidCase::is_taken(const FactId& fact) const {
    const Entry* found = entry(fact);
    return found != nullptr &&
           (found->standing == Standing::InForce ||
            (found->standing == Standing::Contradicts && (found->code == kTwoWords || found->code == kBankWord)));
}

std::optional<domain::Date> AidCase::day_of(Status wanted) const {
    for (auto step = steps.rbegin(); step != steps.rend(); ++step)
        if (step->to == wanted) return step->day;
    return std::nullopt;
}

AidCase fold(const CaseId& id, std::span<const Fact> facts, const Offices& offices) {
    std::vector<Fact> own;
    for (const Fact& fact : facts)
        if (fact.about == id) own.push_back(fact);
    const Ordered order = in_order(own);
    return Folding(id, order, offices, Folding::aside_of(id, order, offices)).run();
}

std::vector<FactId> would_fall(const CaseId& id, std::span<const Fact> facts, const Fact& fact,
                               const Offices& offices) {
    std::vector<Fact> all(facts.begin(), facts.end());
    all.push_back(fact);
    all.back().after = heads(facts);
    const Ordered order = in_order(all);
    return falling_with_last(order, offices, Folding::part_of(id, offices));
}

}  // namespace courtyard::cases
