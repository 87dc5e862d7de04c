// Why: one answer of the screening given anew, doors, the slip to take home; the path that stops (rule RS); and the
// applicant who answers without the helper.
#include <algorithm>

#include "app/flow/form_codes.hpp"
#include "app/flow/form_walk.hpp"
#include "app/flow/kiosk_moves.hpp"

namespace courtyard::flow {
namespace {

// Only what was given for being called safely, and only where calls are wanted at all.
std::string safe_contact(const domain::Application& application) {
    if (application.text(code::kSafeContact).empty()) return {};
    return std::string(application.text(code::kSafeNumber));
}

bool acts_for_another(std::optional<domain::ApplicantKind> kind) {
    return kind == domain::ApplicantKind::Guardian || kind == domain::ApplicantKind::Agent;
}

}  // namespace

void Moves::on(const RevisedReply& event) {
    if (page() != Page::Result) return;
    ScreeningWork& work = session().screening;
    for (const domain::ScreeningQuestion* question : domain::questions_to_ask(world_.pack->screening, work.answers)) {
        if (question->key != event.key) continue;
        work.key = event.key;
        work.revising = true;
        go({Page::Screening});
        return;
    }
}

void Moves::revised() {
    // A change may open questions that were not asked before.
    ScreeningWork& work = session().screening;
    for (const domain::ScreeningQuestion* question : domain::questions_to_ask(world_.pack->screening, work.answers)) {
        if (work.answered.count(question->key) != 0) continue;
        work.key = question->key;
        return;
    }
    work.revising = false;
    back();
}

void Moves::forget_unasked() {
    ScreeningWork& work = session().screening;
    const domain::ScreeningAnswers nothing;
    // What is forgotten may close further questions; there are fewer rounds than questions.
    for (std::size_t round = 0; round < domain::screening_keys().size(); ++round) {
        const auto asked = domain::questions_to_ask(world_.pack->screening, work.answers);
        for (const std::string_view key : domain::screening_keys()) {
            if (std::any_of(asked.begin(), asked.end(), [key](const auto* q) { return q->key == key; })) continue;
            const auto value = domain::screening_value(nothing, key);
            COURTYARD_CHECK(domain::set_screening_value(work.answers, key, value).has_value());
            if (const auto found = work.answered.find(key); found != work.answered.end()) work.answered.erase(found);
        }
    }
}

bool Moves::must_stop() {
    const bool said_before = session().screening.answers.guardian == domain::Guardian::Wrongdoer;
    const bool asked_before = page() == Page::Screening || acts_for_another(draft().kind);
    const bool said_here = acts_for_another(draft().kind) && draft().application.text(code::kWrongdoer) == form().yes;
    if (!(said_before && asked_before) && !said_here) return false;
    if (!session().alert_raised) {
        session().alert_raised = true;
        effects_.push_back(RaiseAlert{now_, safe_contact(draft().application)});
    }
    go({Page::OtherHelp});
    return true;
}

void Moves::on(const ToggledNeed& event) {
    const auto& needs = world_.pack->doors.needs;
    const bool known = std::any_of(needs.begin(), needs.end(), [&](const auto& n) { return n.value == event.value; });
    if (page() != Page::Doors || !known) return;
    domain::DoorNeeds& told = session().screening.needs;
    if (const auto found = told.find(event.value); found != told.end())
        told.erase(found);
    else
        told.insert(event.value);
}

void Moves::on(const OpenedWhySlip&) {
    if (page() == Page::Result || page() == Page::Doors || page() == Page::Door) go({Page::WhySlip});
}

void Moves::on(const ToggledSlipAnswers&) {
    bool& with = session().screening.slip_with_answers;
    if (page() == Page::WhySlip) with = !with && session().screening.done;
}

void Moves::on(const ChangedByApplicant& event) {
    if (page() != Page::ConfirmAlone || draft().typed_by_helper.count(event.field) == 0) return;
    replace({Page::Review});
    on(ChangedAnswer{event.field});
    if (page() == Page::Ask)
        draft().by_applicant = true;
    else
        replace({Page::ConfirmAlone});
}

}  // namespace courtyard::flow
