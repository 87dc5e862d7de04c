#include "app/ctl/case_contact.hpp"

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

}  // namespace courtyard::ctl
