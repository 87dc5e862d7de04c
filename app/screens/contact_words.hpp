// How somebody may be reached without harm, as the laptop shows it: in red, before anything else.
#pragma once

#include <string>

#include "app/cases/call_script.hpp"
#include "app/cases/contact_advice.hpp"
#include "app/flow/case_view.hpp"
#include "app/screens/field_desk.hpp"

namespace courtyard::screens {

// As it is at this moment: the hour is that of the laptop.
[[nodiscard]] cases::ContactAdvice advice_now(const Desk& desk, const flow::CaseView& view);
[[nodiscard]] cases::ContactAdvice advice_now(const Desk& desk, const flow::TaskRow& task);
// Of an application that is no case yet.
[[nodiscard]] cases::ContactAdvice advice_now(const Desk& desk, const domain::SafeContact& contact);
// What is red in it; empty where nothing is to be heeded.
[[nodiscard]] std::string red_words(const Desk& desk, const cases::ContactAdvice& advice);
// What is said first, word by word.
[[nodiscard]] cases::SpokenScript script_of_call(const Desk& desk, const flow::CaseView& view);
// The number to dial, or that there is none; then the word that the slip has today, too.
[[nodiscard]] std::string call_words(const Desk& desk, const flow::CaseView& view, const cases::ContactAdvice& advice);
// The same for an act without a script beside it: with the sentence with which the call begins, when it may be made.
[[nodiscard]] std::string short_call_words(const Desk& desk, const flow::CaseView& view,
                                           const cases::ContactAdvice& advice);

}  // namespace courtyard::screens
