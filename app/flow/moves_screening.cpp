// "Can I get aid?", and the pages between it and the form: who applies, notice, consent.
#include <algorithm>

#include "app/flow/form_answers.hpp"
#include "app/flow/form_codes.hpp"
#include "app/flow/form_walk.hpp"
#include "app/flow/kiosk_moves.hpp"

namespace courtyard::flow {
namespace {

constexpr std::string_view kNone = "H0";

}  // namespace

bool Moves::may_apply() {
    const Trouble trouble = state_.machine.trouble;
    if (is_practice(state_) || !stops_filing(trouble)) return true;
    go({Page::Failure});
    effects_.push_back(CheckMachine{});
    return false;
}

void Moves::on(const OpenedScreening&) {
    if (page() != Page::Home && page() != Page::Guide && page() != Page::Topic && page() != Page::Result) return;
    ScreeningWork& work = session().screening;
    work = ScreeningWork{};
    const auto questions = domain::questions_to_ask(world_.pack->screening, work.answers);
    if (questions.empty()) return;
    work.key = questions.front()->key;
    go({Page::Screening});
}

void Moves::on(const RepliedScreening& event) {
    if (page() != Page::Screening) return;
    ScreeningWork& work = session().screening;
    std::vector<std::string> values{event.value};
    const bool list = domain::is_list_key(work.key);
    if (list) {
        values = domain::screening_value(work.answers, work.key);
        if (const auto found = std::find(values.begin(), values.end(), event.value); found != values.end()) {
            values.erase(found);
        } else {
            // "None of these" stands alone.
            if (event.value == kNone) values.clear();
            std::erase(values, kNone);
            values.push_back(event.value);
        }
    }
    domain::ScreeningAnswers answers = work.answers;
    if (!domain::set_screening_value(answers, work.key, values)) return;
    work.answers = answers;
    work.answered.insert(work.key);
    if (!list) screening_next();
}

void Moves::screening_next() {
    ScreeningWork& work = session().screening;
    work.answered.insert(work.key);
    if (must_stop()) return;
    forget_unasked();
    const bool urgent_now = work.answers.g7 == domain::Reply::Yes && !work.seen_urgent;
    const auto questions = domain::questions_to_ask(world_.pack->screening, work.answers);
    auto current =
        std::find_if(questions.begin(), questions.end(), [&work](const auto* q) { return q->key == work.key; });
    const auto next = current == questions.end() ? questions.end() : current + 1;
    if (work.revising) {
        revised();
    } else if (next == questions.end()) {
        work.done = true;
        replace({Page::Result});
    } else {
        work.key = (*next)->key;
    }
    if (urgent_now) {
        work.seen_urgent = true;
        go({Page::Urgent});
    }
}

void Moves::screening_back() {
    ScreeningWork& work = session().screening;
    if (work.revising) {
        work.revising = false;
        back();
        return;
    }
    const auto questions = domain::questions_to_ask(world_.pack->screening, work.answers);
    const auto current =
        std::find_if(questions.begin(), questions.end(), [&work](const auto* q) { return q->key == work.key; });
    if (current == questions.end() || current == questions.begin()) {
        back();
        return;
    }
    work.key = (*(current - 1))->key;
}

void Moves::on(const OpenedApplication&) {
    if (!may_apply()) return;
    switch (page()) {
        case Page::Home:
            if (!session().screening.done)
                on(OpenedScreening{});
            else
                go({Page::Who});
            return;
        case Page::Result:
        case Page::Door:
        case Page::Doors:
        case Page::WhySlip:
        case Page::OtherHelp:
        case Page::Urgent: go({Page::Who}); return;
        case Page::Screening:  // always possible: whatever has been answered so far goes along
            go({Page::Who});
            return;
        default: return;
    }
}

void Moves::on(const ChoseKind& event) {
    if (page() != Page::Who || !form().path(event.kind)) return;
    if (draft().kind != event.kind) {
        // Another path: typed answers stay, what followed from the kind is judged anew.
        for (const std::string& code : draft().settled)
            erase(draft().application, code);
        draft().kind = event.kind;
        draft().settled = settle(draft().application, form(), event.kind, session().screening);
        draft().asking = {};
    }
    if (must_stop()) return;
    go({Page::Notice});
}

void Moves::on(const ReadNotice&) {
    if (page() != Page::Notice || !draft().kind) return;
    if (const domain::Field* read = form().field(code::kNoticeRead)) {
        set_flag(draft().application, *read, true);
        draft().settled.insert(read->code);
    }
    go({Page::Consent});
}

void Moves::on(const ToggledConsent& event) {
    const auto offered = consents_offered(state_, world_);
    const auto found =
        std::find_if(offered.begin(), offered.end(), [&event](const auto* f) { return f->code == event.code; });
    if (page() != Page::Consent || found == offered.end()) return;
    const domain::Answer* now = draft().application.find(event.code);
    if (now && now->flag() && *now->flag())
        erase(draft().application, event.code);
    else
        set_flag(draft().application, **found, true);
    draft().problems.clear();
}

void Moves::on(const RefusedConsent&) {
    if (page() == Page::Notice || page() == Page::Consent) go({Page::PaperWay});
}

}  // namespace courtyard::flow
