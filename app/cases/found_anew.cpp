#include "app/cases/found_anew.hpp"

#include <algorithm>

#include "app/cases/aid_case.hpp"

namespace courtyard::cases {

namespace {

const Fact& fact_of(const FactId& id, const Scene& scene) { return *scene.order.facts[*scene.order.place_of(id)]; }

// In other words, or with another certainty.
bool says_otherwise(const Fact& laid, const Fact& found) {
    const bool is_of_it =
        laid.kind == "element_found" && laid.id != found.id && laid.text("element") == found.text("element");
    return is_of_it && (laid.text("finding") != found.text("finding") || laid.text("sure") != found.text("sure"));
}

bool knew(const FactId& laid, const FactId& found, const Scene& scene) {
    return scene.order.knew(*scene.order.place_of(laid), found);
}

// Whoever laid the ballot without knowing of it.
void note(AidCase& so_far, const Ballot& ballot, const Fact& found, const Scene& scene) {
    if (knew(ballot.by, found.id, scene)) return;
    const bool is_laid_otherwise = std::any_of(ballot.papers.begin(), ballot.papers.end(), [&](const FactId& paper) {
        return says_otherwise(fact_of(paper, scene), found);
    });
    if (is_laid_otherwise) so_far.findings.anew.push_back({found.id, ballot.by, {}});
}

// Who lays the same papers knowing of it has said that they may stay.
void hear_laid_again(AidCase& so_far, const Ballot& ballot, const Scene& scene) {
    for (Findings::Anew& each : so_far.findings.anew)
        if (each.ballot == ballot.by && !each.answered && scene.knows(each.by)) each.answered = scene.fact.id;
}

// Where neither the decision knew of the finding nor the finding of the decision.
void doubt_decision(AidCase& so_far, const Scene& scene) {
    const auto& decision = so_far.ballots.decision;
    if (!decision) return;
    const FactId decided = decision->by, ballot = decision->ballot;
    const std::size_t at = *scene.order.place_of(decided);
    for (const Findings::Anew& each : so_far.findings.anew) {
        const std::size_t found = *scene.order.place_of(each.by);
        const bool is_heard = scene.order.knew(at, each.by) || scene.order.knew(found, decided);
        if (each.ballot == ballot && !is_heard) raise_doubt(so_far.ballots, decided, each.by);
    }
}

// Who laid the ballot, or has the case now; anybody on the case where none of them is there any more.
bool may_answer(const AidCase& so_far, const Findings::Anew& anew, const Scene& scene) {
    const auto& handler = so_far.members.handler;
    bool is_anybody_there = handler.has_value();
    if (scene.fact.author == handler) return true;
    for (const FactId& by : so_far.ballots.find(anew.ballot)->laid_by) {
        const base::PersonId& laid = fact_of(by, scene).author;
        if (scene.fact.author == laid) return true;
        is_anybody_there |= so_far.members.has(laid);
    }
    return !is_anybody_there;
}

// A remark about that element, by somebody who had heard of it: no other word says that the papers may stay.
void hear_remark(AidCase& so_far, const Scene& scene) {
    const auto about = scene.fact.fact("about");
    for (Findings::Anew& each : so_far.findings.anew) {
        const bool is_answer = about == each.by && scene.knows(each.by) && may_answer(so_far, each, scene);
        if (is_answer && !each.answered) each.answered = scene.fact.id;
    }
}

}  // namespace

void note_found_anew(AidCase& so_far, const Scene& scene) {
    const Fact& fact = scene.fact;
    if (fact.kind == "element_found") {
        for (const Ballot& ballot : so_far.ballots.ballots)
            note(so_far, ballot, fact, scene);
    } else if (fact.kind == "ballot_opened") {
        const Ballot& ballot = *so_far.ballots.find(fact.id);
        if (ballot.by != fact.id) return hear_laid_again(so_far, ballot, scene);
        for (const Findings::Found& each : so_far.findings.found)
            note(so_far, ballot, fact_of(each.by, scene), scene);
    } else if (fact.kind == "remarked") {
        hear_remark(so_far, scene);
    }
    if (fact.kind == "element_found" || fact.kind == "decided") doubt_decision(so_far, scene);
}

}  // namespace courtyard::cases
