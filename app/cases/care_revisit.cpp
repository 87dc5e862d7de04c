// Revisits, the alerts that they raise and what they call for.
#include <algorithm>
#include <initializer_list>
#include <set>

#include "app/cases/care_parts.hpp"
#include "app/cases/coded_fields.hpp"
#include "app/cases/ledger_parts.hpp"
#include "app/cases/next_tasks.hpp"
#include "app/cases/revisit_plan.hpp"
#include "app/domain/contact_rule.hpp"

namespace courtyard::cases {

namespace {

constexpr std::size_t kTriesMin = 3, kTryDaysMin = 2, kTrySlotsMin = 2, kVisitorsMin = 2;

std::string slot_of(const Fact& fact) {
    if (fact.has("slot")) return std::string(fact.text("slot"));
    const int hour = domain::hour_in_china(fact.claimed);
    if (hour < 11) return "morning";
    if (hour < 14) return "noon";
    return hour < 18 ? "afternoon" : "evening";
}

Revisit revisit_of(const Fact& fact) {
    Revisit out;
    out.by = fact.id;
    out.plan = fact.text("plan");
    out.made = fact.kind == "revisit_made";
    out.way = fact.text("way");
    out.outcome = fact.text("outcome");
    out.day = fact.day();
    out.slot = slot_of(fact);
    out.caller = fact.author;
    out.conclusions = fact.texts("conclusions");
    out.next = fact.date(out.made ? "next" : "again");
    return out;
}

// Which conclusions cannot stand together: all is well, and something is still to be done; the visits end, and go on;
// lost, and spoken with. Who died speaks with nobody, so what ends with the person's own word ends because they moved.
Verdict check_conclusions(const Fact& fact) {
    const std::vector<std::string> said = fact.texts("conclusions");
    const auto has = [&said](std::initializer_list<std::string_view> any) {
        return std::any_of(said.begin(), said.end(), [&](const std::string& each) {
            return std::find(any.begin(), any.end(), each) != any.end();
        });
    };
    if (has({"O1"}) && has({"O2", "O3", "O4", "O5", "O6", "O11"})) return refuse("revisit.well");
    if (has({"O12"}) && has({"O1", "O2", "O6"})) return refuse("revisit.ended");
    if (has({"O10"}) && fact.text("spoke_with") == "applicant") return refuse("revisit.reached");
    return std::nullopt;
}

Verdict check_form(const Fact& fact) {
    if (!is_plan(fact.text("plan"))) return refuse("field.plan");
    if (fact.kind != "revisit_made") return std::nullopt;
    for (const std::string& each : fact.texts("conclusions"))
        if (find_outcome(each) == nullptr) return refuse("field.conclusions");
    for (const std::string& each : fact.texts("scores"))
        if (!is_score(each)) return refuse("field.scores");
    if (fact.has("content") && (fact.number("content") < 1 || fact.number("content") > 5))
        return refuse("field.content");
    const auto visitors = fact.persons("visitors");
    if (fact.text("way") == "visit" && std::set<base::PersonId>(visitors.begin(), visitors.end()).size() < kVisitorsMin)
        return refuse("revisit.visitors");
    return check_conclusions(fact);
}

// The row of the plan that was done before: since the day that the plan is counted from, the same day for "extra". Who
// had heard of urgent aid alone asked about that.
const Revisit* done_before(const Care& care, const Revisit& made, const AidCase& so_far) {
    const auto from = made.urgent_alone && made.plan == kFirstRow ? urgent_paid_on(so_far.ledger) : plan_from(so_far);
    for (const Revisit& each : care.revisits) {
        if (!each.made || each.double_of || each.plan != made.plan || each.urgent_alone != made.urgent_alone) continue;
        const bool same_round = made.plan == "extra" ? each.day == made.day : !from || each.day >= *from;
        if (same_round) return &each;
    }
    return nullptr;
}

bool is_open_followup(const Care& care, std::string_view outcome) {
    return std::any_of(care.followups.begin(), care.followups.end(),
                       [&](const Followup& each) { return each.outcome == outcome && !each.done; });
}

void call_for(Care& care, const Revisit& revisit, std::string_view outcome, std::optional<domain::Date> due,
              bool only_told = false) {
    for (Followup& each : care.followups)
        if (each.outcome == outcome && !each.done) each.only_told = each.only_told && only_told;
    if (!is_open_followup(care, outcome))
        care.followups.push_back({revisit.by, std::string(outcome), revisit.day, due, {}, only_told});
}

bool is_said_in(const std::vector<std::string>& list, std::string_view one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

// What it concludes, and what it tells that stands for a conclusion.
std::vector<std::string> outcomes_of(const Fact& fact) {
    std::vector<std::string> out = fact.texts("conclusions");
    for (const ToldOutcome* each : told_outcomes(fact))
        if (!is_said_in(out, each->outcome)) out.emplace_back(each->outcome);
    return out;
}

// What a call or a visit tells that somebody has to see to the same day.
std::vector<std::string_view> alarms_in(const Fact& fact) {
    std::vector<std::string_view> out;
    if (fact.yes("unsafe") || fact.text("outcome") == "unsafe") out.emplace_back("unsafe");
    if (fact.yes("asked_for_fee")) out.emplace_back("asked_for_fee");
    if (fact.has("money_whole") && !fact.yes("money_whole")) out.emplace_back("not_whole");
    return out;
}

void raise(Care& care, const Revisit& revisit, std::string_view what) {
    for (const Alert& each : care.alerts)
        if (revisit.double_of == each.by && each.what == what) return;
    care.alerts.push_back({revisit.by, std::string(what), revisit.day, {}, {}});
}

void settle(Alert& alert, const FactId& by) {
    if (!alert.handled) alert.handled = by;
    alert.handlers.push_back(by);
}

// Whoever hangs up on a number that they do not know was not reached either (F7.06): only going there tells whether
// they want no call, or thought it a fraud.
bool is_unreached(std::string_view outcome) {
    return outcome == "no_answer" || outcome == "wrong_number" || outcome == "other_person" || outcome == "declined";
}

// Somebody spoke with them and agreed on a day: they are not lost, and the day is kept.
bool is_agreed(const Revisit& attempt) { return attempt.outcome == "later" && attempt.next; }

// Nobody was reached three times since, at different days and at different times of the day (O10).
bool is_lost(const Care& care) {
    std::set<std::pair<domain::Date, std::string>> tries;
    std::set<domain::Date> days;
    std::set<std::string> slots;
    for (auto each = care.revisits.rbegin(); each != care.revisits.rend() && !each->made; ++each) {
        if (is_agreed(*each)) break;
        if (!is_unreached(each->outcome)) continue;
        tries.emplace(each->day, each->slot);
        days.insert(each->day);
        slots.insert(each->slot);
    }
    return tries.size() >= kTriesMin && days.size() >= kTryDaysMin && slots.size() >= kTrySlotsMin;
}

// What ends the revisits is done where the case is closed already.
bool is_done_by_closing(const Scene& scene, std::string_view outcome) {
    return scene.so_far.status == Status::Closed && ends_revisits(outcome);
}

// That somebody died is not forgotten because another heard that they moved; what two heard is heard once.
void mark_gone(Care& care, const Revisit& by, const Scene& scene) {
    const bool is_known = care.gone && care.gone->what == by.outcome;
    if (!care.has_died() && !is_known) care.gone = Gone{by.by, by.outcome, by.day};
    if (!is_done_by_closing(scene, "O12")) call_for(care, by, "O12", {});
}

void take_try(Care& care, const Revisit& revisit, const Scene& scene) {
    for (const std::string_view what : alarms_in(scene.fact))
        raise(care, revisit, what);
    if (revisit.outcome == "moved" || revisit.outcome == "died") mark_gone(care, revisit, scene);
    for (Followup& each : care.followups)
        if (is_agreed(revisit) && !each.done && each.outcome == "O10") each.done = revisit.by;
    if (is_lost(care)) call_for(care, revisit, "O10", {});
}

// Whoever speaks with the family of somebody who died has not found them alive; who had not heard of it asked before.
bool is_back(const Care& care, const Scene& scene) {
    if (!care.gone || !knew(scene, care.gone->by)) return false;
    return !care.has_died() || scene.fact.text("spoke_with") != "family";
}

// Whoever was reached is not lost; and that all is well, or over, holds only as long as the last revisit says so.
void overtake(Care& care, const Revisit& made, const Scene& scene) {
    if (is_back(care, scene)) care.gone.reset();
    for (Followup& each : care.followups) {
        if (each.outcome == "O12" && care.gone) continue;
        if (!each.done && (ends_revisits(each.outcome) || each.outcome == "O10")) each.done = made.by;
    }
}

void take_made(Care& care, const Revisit& revisit, const Scene& scene) {
    const Fact& fact = scene.fact;
    const Revisit* first = nullptr;
    for (const Revisit& each : care.revisits)
        if (revisit.double_of == each.by) first = &each;
    if (first == nullptr) overtake(care, revisit, scene);
    for (const std::string_view what : alarms_in(fact))
        raise(care, revisit, what);
    const auto first_place = first == nullptr ? std::nullopt : scene.order.place_of(first->by);
    const std::vector<std::string> known =
        first_place ? outcomes_of(*scene.order.facts[*first_place]) : std::vector<std::string>{};
    for (const OutcomeRule* rule : next_from(outcomes_of(fact))) {
        const bool only_told = !is_said_in(revisit.conclusions, rule->outcome);
        if (is_said_in(known, rule->outcome) && (only_told || is_said_in(first->conclusions, rule->outcome))) continue;
        if (is_said_in(known, rule->outcome) && !is_open_followup(care, rule->outcome)) continue;
        // The grant is not paid yet: whoever is well after urgent aid is asked again after that.
        if (is_too_early(rule->outcome, scene.so_far.status)) continue;
        const char* how = fact.text("spoke_with") == "applicant" ? "moved" : "ended";
        if (rule->outcome == "O12" && !care.gone) care.gone = Gone{revisit.by, how, revisit.day};
        if (is_done_by_closing(scene, rule->outcome)) continue;
        call_for(care, revisit, rule->outcome, revisit.next, only_told);
    }
    if (care.supervision && fact.yes("supervised_used")) care.supervision->used = true;
}

// All of which its author knew that it went out, whatever became of it since.
domain::Fen sum_sent(const Scene& scene) {
    domain::Fen sum;
    for (std::size_t at = 0; at < scene.place; ++at) {
        const Fact& fact = *scene.order.facts[at];
        if (!scene.order.knew(scene.place, at)) continue;
        if (fact.kind == "urgent_paid") sum.value += fact.money("amount").value;
        const auto order = fact.kind == "pay_made" ? fact.fact("order") : std::nullopt;
        if (const auto place = order ? scene.order.place_of(*order) : std::nullopt)
            sum.value += scene.order.facts[*place]->money("amount").value;
    }
    return sum;
}

// Whether its author knew that such money went out, be it beside what the case pays.
bool knows_paid(const Scene& scene, std::string_view kind) {
    for (std::size_t at = 0; at < scene.place; ++at) {
        const Entry& entry = scene.so_far.entries[at];
        const bool says_so = entry.standing == Standing::InForce || entry.standing == Standing::Contradicts ||
                             (entry.standing == Standing::Refused && !says_nothing(entry.code));
        if (entry.kind == kind && says_so && scene.order.knew(scene.place, at)) return true;
    }
    return false;
}

// The plan ended with the case. Whoever followed it without knowing that was told something all the same, perhaps of
// danger; whoever knew speaks with the person besides the plan.
bool knew_closed(const Scene& scene) {
    const std::vector<Step>& steps = scene.so_far.steps;
    return scene.so_far.status == Status::Closed && knew(scene, steps.back().by);
}

// Of people who did not know of each other one agreed on a day, and another on a later one, or reached nobody: the
// earliest that is still to come holds, and that nobody knowingly put another in place of.
std::optional<domain::Date> agreed_unseen(const Care& care, const Scene& scene) {
    std::vector<std::size_t> tries;
    for (auto each = care.revisits.rbegin(); each != care.revisits.rend() && !each->made; ++each)
        if (const auto at = scene.order.place_of(each->by)) tries.push_back(*at);
    std::optional<domain::Date> first;
    for (const std::size_t at : tries) {
        const auto again = scene.order.facts[at]->date("again");
        if (!again || *again < scene.fact.day() || scene.order.knew(scene.place, at)) continue;
        const bool is_overtaken = std::any_of(
            tries.begin(), tries.end(), [&](std::size_t later) { return later > at && scene.order.knew(later, at); });
        if (!is_overtaken && (!first || *again < *first)) first = again;
    }
    return first;
}

void keep_earlier(std::optional<domain::Date>& next, const std::optional<domain::Date>& other) {
    if (other && (!next || *other < *next)) next = other;
}

Taken take_visit(Care& care, const Scene& scene) {
    if (auto no = check_form(scene.fact)) return {std::move(no), {}};
    const bool knows_urgent = knows_paid(scene, "urgent_paid");
    const Status status = scene.so_far.status;
    // In the state of urgent aid itself somebody paid it; who called need not have heard of that (older programs).
    const bool needs_urgent = is_before_paying(status) && status != Status::UrgentPaid;
    if (needs_urgent && !knows_urgent) return {refuse("revisit.unpaid"), {}};
    if (scene.fact.text("plan") != "extra" && knew_closed(scene)) return {refuse("closed.known"), {}};
    if (scene.fact.money("money_came") > sum_sent(scene)) return {refuse("revisit.money"), {}};
    if (scene.fact.has("money_came") && scene.fact.money("money_came").value == 0 && scene.fact.yes("money_whole"))
        return {refuse("revisit.whole"), {}};
    Revisit revisit = revisit_of(scene.fact);
    revisit.urgent_alone = knows_urgent && !knows_paid(scene, "pay_made");
    if (const Revisit* before = revisit.made ? done_before(care, revisit, scene.so_far) : nullptr) {
        const bool known = knew(scene, before->by);
        if (known && revisit.plan != "extra") return {refuse("revisit.double"), {}};
        if (!known) revisit.double_of = before->by;
    }
    if (!revisit.made) keep_earlier(revisit.next, agreed_unseen(care, scene));
    for (Revisit& each : care.revisits)
        if (revisit.double_of == each.by) keep_earlier(each.next, revisit.next);
    care.revisits.push_back(revisit);
    if (revisit.made)
        take_made(care, revisit, scene);
    else
        take_try(care, revisit, scene);
    const bool begins = status == Status::Paid || status == Status::Referred;
    return {{}, begins ? std::optional(Status::Revisit) : std::nullopt};
}

// Nobody asks the dead whether money came, or hands them a paper (O12).
void take_death(Care& care, const Fact& fact) {
    Revisit stop;
    stop.by = fact.id;
    stop.day = fact.day();
    care.gone = Gone{fact.id, "died", fact.day()};
    call_for(care, stop, "O12", {});
}

FactId first_of(const Care& care, const FactId& id) {
    for (const Revisit& each : care.revisits)
        if (each.by == id && each.double_of) return *each.double_of;
    return id;
}

// What the author of the scene's fact can mean by the call that they name, all of it where they do not say which (who
// signs now does: lacking.hpp; what was signed before counts): what it told, and what the call told that it
// doubles, where they knew of that one or had heard the same.
std::vector<Alert*> alerts_meant(Care& care, const Scene& scene) {
    const FactId named = *scene.fact.fact("alert"), first = first_of(care, named);
    const std::string_view what = scene.fact.text("what");
    const bool knew_first = first != named && knew(scene, first);
    const auto place = scene.order.place_of(named);
    const std::vector<std::string_view> heard =
        place ? alarms_in(*scene.order.facts[*place]) : std::vector<std::string_view>{};
    std::vector<Alert*> out;
    for (Alert& each : care.alerts) {
        if (!what.empty() && each.what != what) continue;
        const bool is_heard = knew_first || std::find(heard.begin(), heard.end(), each.what) != heard.end();
        if (each.by == named || (each.by == first && is_heard)) out.push_back(&each);
    }
    return out;
}

bool knew_any(const Scene& scene, const std::vector<FactId>& facts) {
    return std::any_of(facts.begin(), facts.end(), [&](const FactId& each) { return knew(scene, each); });
}

Taken take_handled(Care& care, const Scene& scene) {
    std::vector<Alert*> open = alerts_meant(care, scene);
    if (open.empty()) return {refuse("alert.unknown"), {}};
    std::erase_if(open, [&](const Alert* each) { return knew_any(scene, each->handlers); });
    if (open.empty()) return {refuse("alert.handled"), {}};
    for (Alert* each : open)
        settle(*each, scene.fact.id);
    return {};
}

// Of the same call, what it concluded that is due the same day.
std::vector<Followup*> urgent_meant(Care& care, const Scene& scene) {
    const std::string_view what = scene.fact.text("what");
    std::vector<Followup*> out;
    if (!what.empty() && what != kNewHarm) return out;
    const FactId named = *scene.fact.fact("alert"), first = first_of(care, named);
    const auto place = scene.order.place_of(named);
    const std::vector<std::string> heard = place ? outcomes_of(*scene.order.facts[*place]) : std::vector<std::string>{};
    for (Followup& each : care.followups) {
        if (!is_due_same_day(each.outcome)) continue;
        const bool is_heard = is_said_in(heard, each.outcome) || (first != named && knew(scene, first));
        if (each.by == named || (each.by == first && is_heard)) out.push_back(&each);
    }
    return out;
}

// Whether anything was meant by it.
bool pass_urgent(Care& care, const Scene& scene) {
    const std::vector<Followup*> meant = urgent_meant(care, scene);
    for (Followup* each : meant) {
        if ((each->done && knew(scene, *each->done)) || knew_any(scene, each->passers)) continue;
        if (!each->passed) each->passed = scene.fact.id;
        each->passers.push_back(scene.fact.id);
    }
    return !meant.empty();
}

Taken take_passed(Care& care, const Scene& scene) {
    std::vector<Alert*> open = alerts_meant(care, scene);
    const bool is_urgent = pass_urgent(care, scene);
    if (open.empty()) return {is_urgent ? Verdict{} : refuse("alert.unknown"), {}};
    std::erase_if(open,
                  [&](const Alert* each) { return knew_any(scene, each->handlers) || knew_any(scene, each->passers); });
    for (Alert* each : open) {
        if (!each->passed) each->passed = scene.fact.id;
        each->passers.push_back(scene.fact.id);
    }
    return {};
}

// The order that it is about; nothing of urgent aid, which a case has once.
std::optional<FactId> payment_of(const Fact& fact, const Scene& scene) {
    const auto named = fact.fact("order");
    return named && scene.so_far.ledger.find(*named) != nullptr ? named : std::nullopt;
}

bool is_about_payment(const Alert& alert, const Scene& scene) {
    const auto place = scene.order.place_of(alert.by);
    if (!place || scene.order.facts[*place]->kind != "money_confirmed") return false;
    return payment_of(*scene.order.facts[*place], scene) == payment_of(scene.fact, scene);
}

// Whether what it says now stands of the payment: not when another of whom its author did not know said the same.
bool stands_confirmed(const Scene& scene) {
    const Ledger& ledger = scene.so_far.ledger;
    if (const auto order = payment_of(scene.fact, scene)) return ledger.find(*order)->confirmed == scene.fact.id;
    return ledger.urgent && ledger.urgent->confirmed == scene.fact.id;
}

// Less came than was paid: somebody looks for the rest the same day, until it came, the bank sent all of it back, or
// somebody wrote down what was done.
void take_money_told(Care& care, const Scene& scene) {
    const Fact& fact = scene.fact;
    const bool is_short = fact.kind == "money_confirmed" && !fact.yes("whole") && fact.text("by") != "nobody";
    if (fact.kind == "money_confirmed" && !stands_confirmed(scene)) return;
    const auto named = fact.fact("order");
    if (named && scene.so_far.ledger.is_beside(*named)) return;
    for (Alert& each : care.alerts) {
        if (each.handled || !is_about_payment(each, scene)) continue;
        if (is_short) return;
        settle(each, fact.id);
    }
    if (is_short) care.alerts.push_back({fact.id, "not_whole", fact.day(), {}, {}});
}

Taken take_settled(Care& care, const Scene& scene) {
    const FactId first = first_of(care, *scene.fact.fact("revisit"));
    for (Followup& each : care.followups) {
        if (each.by != first && each.by != *scene.fact.fact("revisit")) continue;
        if (each.outcome != scene.fact.text("outcome")) continue;
        if (each.done && knew(scene, *each.done)) return {refuse("followup.settled"), {}};
        if (!each.done) each.done = scene.fact.id;
        // That they moved need not be the end; a death is taken back by a call with the person, or by a correction.
        if (each.outcome == "O12" && !scene.fact.yes("done") && !care.has_died()) care.gone.reset();
        return {};
    }
    return {refuse("followup.unknown"), {}};
}

bool does(const OutcomeRule& rule, const Scene& scene) {
    const Fact& fact = scene.fact;
    if (std::find(rule.kinds.begin(), rule.kinds.end(), fact.kind) == rule.kinds.end()) return false;
    // Only going there does what O10 calls for.
    return rule.outcome != "O10" || fact.text("way") == "visit" || fact.text("way") == "town";
}

}  // namespace

bool leaves_open_which(const Care& care, const Fact& fact) {
    const auto named = fact.fact("alert");
    if (!named || !fact.text("what").empty()) return false;
    const FactId first = first_of(care, *named);
    const auto open = std::count_if(care.alerts.begin(), care.alerts.end(), [&](const Alert& each) {
        const bool is_open = !each.handled && (fact.kind != "alert_passed" || !each.passed);
        return is_open && (each.by == *named || each.by == first);
    });
    const auto urgent = std::count_if(care.followups.begin(), care.followups.end(), [&](const Followup& each) {
        const bool is_open = is_due_same_day(each.outcome) && !each.done && !each.passed;
        return fact.kind == "alert_passed" && is_open && (each.by == *named || each.by == first);
    });
    return open + urgent > 1;
}

Taken take_revisit(Care& care, const Scene& scene) {
    const std::string& kind = scene.fact.kind;
    if (kind == "revisit_tried" || kind == "revisit_made") return take_visit(care, scene);
    if (kind == "alert_passed") return take_passed(care, scene);
    if (kind == "alert_handled") return take_handled(care, scene);
    if (kind == "followup_settled") return take_settled(care, scene);
    if (kind == "money_confirmed" || kind == "pay_returned") take_money_told(care, scene);
    if (kind == "payment_stopped" && scene.fact.text("ground") == "died") take_death(care, scene.fact);
    // What ended for a death needs no end besides; what other bodies promised or were asked does.
    if (kind == "terminated" && scene.fact.text("ground") == "died")
        care.gone = Gone{scene.fact.id, "died", scene.fact.day()};
    // Whoever acts for the applicant did the harm (rule RS): somebody sees to it before anything else is done.
    if (kind == "case_opened" && scene.fact.yes("offender_acts"))
        care.alerts.push_back({scene.fact.id, "guardian", scene.fact.day(), {}, {}});
    return {};
}

void close_followups(Care& care, const Scene& scene) {
    for (Followup& each : care.followups) {
        if (each.done || each.by == scene.fact.id) continue;
        const OutcomeRule* rule = find_outcome(each.outcome);
        if (rule != nullptr && does(*rule, scene) && knew(scene, each.by)) each.done = scene.fact.id;
    }
}

}  // namespace courtyard::cases
