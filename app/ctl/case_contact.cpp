#include "app/ctl/case_contact.hpp"

#include "app/cases/call_script.hpp"

namespace courtyard::ctl {

nlohmann::ordered_json contact_json(const cases::ContactAdvice& advice) {
    nlohmann::ordered_json json{{"call", cases::name_of(advice.call)}, {"red", advice.red}};
    if (!advice.number.empty()) json["number"] = advice.number;
    return json;
}

std::string red_line(const cases::ContactAdvice& advice) {
    std::string line;
    for (const std::string& each : advice.red)
        line += each;
    return line;
}

cases::ContactAdvice advice_for(const worker::Machine& machine, const flow::TaskRow& task, base::Instant now) {
    return cases::contact_advice(task.contact, task.in_danger, machine.pack().revisit.contact, now);
}

void say_contact(const cases::ContactAdvice& advice, Output& out) {
    using Call = cases::ContactAdvice::Call;
    for (const std::string& each : advice.red)
        out.line("HEED:      " + each);
    const bool may = advice.call == Call::Now || advice.call == Call::ReadOwn;
    if (!may)
        out.line("telephone: do not call now");
    else if (!advice.number.empty())
        out.line("telephone: " + advice.number);
}

void say_words(const domain::RevisitGuide& guide, const domain::SafeContact& contact, const std::string& day_word,
               domain::Date day, Output& out) {
    const bool quiet = cases::is_quiet_call(guide, contact);
    if (!contact.word.empty()) out.line("say first: " + contact.word + "  (the person's own word)");
    if (day_word.empty()) return;
    out.line((quiet ? "say later: " : "say first: ") + day_word + "  (the slip's word of " + day.text() +
             (quiet ? ", when it is sure that the person listens)" : ", before anything else in a call)"));
}

}  // namespace courtyard::ctl
