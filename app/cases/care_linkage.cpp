// Aid together with another court or procuratorate (D2, D3): it is asked, it answers, and the person hears of it.
#include "app/cases/care_parts.hpp"

namespace courtyard::cases {

namespace {

using LinkageState = Linkage::State;

Taken take_asked(Care& care, const Scene& scene) {
    const Fact& fact = scene.fact;
    Linkage made;
    made.by = fact.id;
    made.court = fact.text("court");
    made.asked_on = made.since = fact.day();
    made.answer_by = fact.date("answer_by");
    made.wanted = fact.money("amount");
    if (made.answer_by && *made.answer_by < made.asked_on) return {refuse("linkage.answer_by"), {}};
    for (const Linkage& each : care.linkages) {
        if (each.court != made.court || !each.is_open()) continue;
        if (knew(scene, each.by)) return {refuse("linkage.double"), {}};
        made.double_of = each.by;
        break;
    }
    care.linkages.push_back(std::move(made));
    return {};
}

Linkage* linkage_named_by(Care& care, const Fact& fact) {
    return const_cast<Linkage*>(care.find_linkage(*fact.fact("linkage")));
}

LinkageState state_of(std::string_view answer) {
    if (answer == "granted") return LinkageState::Granted;
    return answer == "refused" ? LinkageState::Refused : LinkageState::TakenBack;
}

// Two who did not know of each other write down one answer: it stands once. What says otherwise is refused.
Taken take_answer(Care& care, const Scene& scene) {
    const Fact& fact = scene.fact;
    Linkage* asked = linkage_named_by(care, fact);
    if (asked == nullptr) return {refuse("linkage.unknown"), {}};
    const LinkageState to = state_of(fact.text("answer"));
    if (to == LinkageState::Granted && !fact.has("amount")) return {refuse("field.amount"), {}};
    if (to != LinkageState::Granted && fact.has("amount")) return {refuse("linkage.amount"), {}};
    if (to != LinkageState::Granted && fact.text("reasons").empty()) return {refuse("field.reasons"), {}};
    if (asked->is_open()) {
        asked->state = to;
        asked->since = fact.day();
        asked->granted = fact.money("amount");
        asked->who = fact.text("who");
        asked->answered_by = fact.id;
        return {};
    }
    const bool same = asked->state == to && asked->granted == fact.money("amount") && !knew(scene, *asked->answered_by);
    return {same ? Verdict{} : refuse("linkage.answered"), {}};
}

Taken take_linkage_told(Care& care, const Scene& scene) {
    Linkage* asked = linkage_named_by(care, scene.fact);
    if (asked == nullptr) return {refuse("linkage.unknown"), {}};
    if (asked->state != LinkageState::Granted || (asked->told && knew(scene, *asked->told)))
        return {refuse("linkage.told"), {}};
    if (!asked->told) asked->told = scene.fact.id;
    return {};
}

}  // namespace

Taken take_linkage(Care& care, const Scene& scene) {
    const std::string& kind = scene.fact.kind;
    if (kind == "linkage_asked") return take_asked(care, scene);
    if (kind == "linkage_answered") return take_answer(care, scene);
    if (kind == "linkage_told") return take_linkage_told(care, scene);
    return {};
}

}  // namespace courtyard::cases
