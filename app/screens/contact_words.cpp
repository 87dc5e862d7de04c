#include "app/screens/contact_words.hpp"

#include "app/cases/call_script.hpp"

namespace courtyard::screens {
namespace {

using Call = cases::ContactAdvice::Call;

cases::ContactAdvice advice_at(const Desk& desk, const domain::SafeContact& contact, bool in_danger) {
    return cases::contact_advice(contact, in_danger, desk.pack().revisit.contact, desk.state.now);
}

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

std::string call_words(const Desk& desk, const flow::CaseView& view, const cases::ContactAdvice& advice) {
    const bool may = advice.call == Call::Now || advice.call == Call::ReadOwn;
    std::string words = !may                    ? desk.ui.say("field.call.not_now")
                        : advice.number.empty() ? desk.ui.say("field.call.no_number")
                                                : desk.ui.say("field.call.number", {{"number", advice.number}});
    const bool quiet = cases::is_quiet_call(desk.pack().revisit, view.contact);
    if (!view.call_word.empty())
        words += "\n" + desk.ui.say(quiet ? "field.call.word.quiet" : "field.call.word", {{"word", view.call_word}});
    return words;
}

}  // namespace courtyard::screens
