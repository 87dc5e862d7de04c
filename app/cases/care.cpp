#include "app/cases/care.hpp"

#include <algorithm>

#include "app/cases/care_parts.hpp"
#include "app/cases/next_tasks.hpp"
#include "app/cases/reach.hpp"

namespace courtyard::cases {

namespace {

void watch_over_money(Care& care, const Fact& fact) {
    if (fact.kind != "pay_ordered" && fact.kind != "supervision_set") return;
    const std::string by_whom(fact.text("supervision"));
    if (!by_whom.empty()) care.supervision = Supervision{fact.id, by_whom, false};
}

// Facts of older programs: whoever signed them was not asked about what a visit told and did not conclude (lacking.hpp
// asks who signs now), and the case was closed.
Verdict may_be_closed_by_fold(const Care& care) {
    Care concluded = care;
    std::erase_if(concluded.followups, [](const Followup& each) { return each.only_told; });
    return may_close(concluded);
}

Taken take_part(Care& care, const Scene& scene) {
    if (scene.fact.kind == "closed") {
        if (!is_told_not_filed(scene.so_far) && !is_out_of_reach(care)) return {refuse("close.told"), {}};
        return {may_be_closed_by_fold(care), {}};
    }
    if (auto taken = take_referral(care, scene); taken.refused || taken.next) return taken;
    if (auto taken = take_linkage(care, scene); taken.refused) return taken;
    if (auto taken = take_promise(care, scene); taken.refused || taken.next) return taken;
    return take_revisit(care, scene);
}

}  // namespace

const Promise* Care::find_promise(const FactId& id) const {
    for (const Promise& each : promises)
        if (each.by == id) return &each;
    return nullptr;
}

const Referral* Care::find_referral(const FactId& id) const {
    for (const Referral& each : referrals)
        if (each.by == id) return each.double_of ? find_referral(*each.double_of) : &each;
    return nullptr;
}

const Linkage* Care::find_linkage(const FactId& id) const {
    for (const Linkage& each : linkages)
        if (each.by == id) return each.double_of ? find_linkage(*each.double_of) : &each;
    return nullptr;
}

bool is_out_of_reach(const Care& care) {
    return care.gone || std::any_of(care.followups.begin(), care.followups.end(), [](const Followup& each) {
               return !each.done && (each.outcome == "O10" || each.outcome == "O12");
           });
}

bool is_before_paying(Status status) {
    return Statuses{Status::UrgentPaid,   Status::Filed,         Status::Review,  Status::Suspended,
                    Status::DecidedGrant, Status::DecidedRefuse, Status::FundReq, Status::FundIn}
        .has(status);
}

bool is_told_not_filed(const AidCase& so_far) {
    const auto& served = so_far.clock.served;
    return !so_far.day_of(Status::NotFiled) ||
           std::any_of(served.begin(), served.end(), [](const Served& each) { return each.paper == "not_filed"; });
}

Verdict may_close(const Care& care) {
    if (!care.at_odds.empty()) return refuse("close.at_odds");
    for (const Alert& each : care.alerts)
        if (!each.handled) return refuse("close.alert");
    for (const Promise& each : care.promises)
        if (each.is_open()) return refuse("close.promise");
    for (const Referral& each : care.referrals) {
        if (each.is_open()) return refuse("close.referral");
        if (each.owes_word()) return refuse("close.untold");
    }
    for (const Linkage& each : care.linkages) {
        if (each.is_open()) return refuse("close.linkage");
        if (each.owes_word() && !is_out_of_reach(care)) return refuse("close.linkage_told");
    }
    // What closing itself does is done by it; whom nobody can find is not visited any more.
    for (const Followup& each : care.followups)
        if (!each.done && !ends_revisits(each.outcome) && each.outcome != "O10") return refuse("close.followup");
    return std::nullopt;
}

void find_again(Care& care, const Scene& scene) {
    const Fact& fact = scene.fact;
    const bool is_found = fact.kind == "contact_changed" && names_a_number(fact) && scene.so_far.contact.lost.empty();
    if (!is_found || !care.gone || care.gone->what != "moved") return;
    std::set<FactId> told{care.gone->by};  // by whom that they moved, each without knowing of the others
    for (const Revisit& each : care.revisits)
        if (each.outcome == "moved") told.insert(each.by);
    if (std::none_of(told.begin(), told.end(), [&](const FactId& each) { return knew(scene, each); })) return;
    for (Followup& each : care.followups)
        if (told.contains(each.by) && each.outcome == "O12" && !each.done) each.done = fact.id;
    care.gone.reset();
}

Taken take(Care& care, const Scene& scene) {
    Taken taken = take_part(care, scene);
    if (taken.refused) return taken;
    watch_over_money(care, scene.fact);
    close_followups(care, scene);
    look_for_odds(care, scene);
    return taken;
}

}  // namespace courtyard::cases
