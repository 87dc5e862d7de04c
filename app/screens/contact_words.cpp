#include "app/screens/contact_words.hpp"

#include "app/screens/field_words.hpp"

namespace courtyard::screens {
namespace {

using Call = cases::ContactAdvice::Call;

cases::ContactAdvice advice_at(const Desk& desk, const domain::SafeContact& contact, bool in_danger) {
    return cases::contact_advice(contact, in_danger, desk.pack().revisit.contact, desk.state.now);
}

bool may_dial(const cases::ContactAdvice& advice) { return advice.call == Call::Now || advice.call == Call::ReadOwn; }

}  // namespace

cases::ContactAdvice advice_now(const Desk& desk, const flow::CaseView& view) {
    return advice_at(desk, view.contact, cases::is_in_danger(view.folded));
}

cases::ContactAdvice advice_now(const Desk& desk, const flow::TaskRow& task) {
    return advice_at(desk, task.contact, task.in_danger);
}

cases::ContactAdvice advice_now(const Desk& desk, const domain::SafeContact& contact) {
    return advice_at(desk, contact, false);
}

std::string red_words(const Desk& desk, const cases::ContactAdvice& advice) {
    std::string how;
    for (const std::string& each : advice.red)
        how += each;
    return how.empty() ? how : desk.ui.say("field.safe_contact", {{"how", how}});
}

cases::SpokenScript script_of_call(const Desk& desk, const flow::CaseView& view) {
    const std::string staff =
        desk.ui.say("field.who", {{"name", desk.state.person}, {"role", role_words(desk.ui, desk.state.role)}});
    return cases::call_script(desk.pack().revisit, view.contact,
                              {desk.state.court, staff, view.folded.applicant, view.call_word});
}

std::string call_words(const Desk& desk, const flow::CaseView& view, const cases::ContactAdvice& advice) {
    std::string words = !may_dial(advice)       ? desk.ui.say("field.call.not_now")
                        : advice.number.empty() ? desk.ui.say("field.call.no_number")
                                                : desk.ui.say("field.call.number", {{"number", advice.number}});
    const bool quiet = cases::is_quiet_call(desk.pack().revisit, view.contact);
    if (!view.call_word.empty())
        words += "\n" + desk.ui.say(quiet ? "field.call.word.quiet" : "field.call.word", {{"word", view.call_word}});
    return words;
}

std::string short_call_words(const Desk& desk, const flow::CaseView& view, const cases::ContactAdvice& advice) {
    std::string words = call_words(desk, view, advice);
    const cases::SpokenScript script = script_of_call(desk, view);
    if (may_dial(advice) && !script.lines.empty())
        words += "\n" + desk.ui.say("field.call.first", {{"words", script.lines.front()}});
    return words;
}

}  // namespace courtyard::screens
