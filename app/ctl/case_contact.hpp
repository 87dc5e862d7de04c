// How the applicant of a case may be reached without harm, as courtyardctl case prints it.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "app/cases/contact_advice.hpp"
#include "app/ctl/ctl.hpp"
#include "app/worker/case_views.hpp"

namespace courtyard::ctl {

// May the person be called at this moment, on which number, and what must be known first.
[[nodiscard]] nlohmann::ordered_json contact_json(const cases::ContactAdvice& advice);
[[nodiscard]] std::string red_line(const cases::ContactAdvice& advice);
[[nodiscard]] cases::ContactAdvice advice_for(const worker::Machine& machine, const flow::TaskRow& task,
                                              base::Instant now);
// Before anything else, as in the window.
void say_contact(const cases::ContactAdvice& advice, Output& out);
// What is said first in a call: the person's own word or the slip's of this day, and to somebody whom a call can hurt
// the slip's not before it is known who listens.
void say_words(const domain::RevisitGuide& guide, const domain::SafeContact& contact, const std::string& day_word,
               domain::Date day, Output& out);

}  // namespace courtyard::ctl
