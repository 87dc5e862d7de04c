#include "sync/mail/mailbox.hpp"

#include <algorithm>

namespace courtyard::mail {

bool is_court_code(std::string_view text) {
    const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    return !text.empty() && text.size() <= kCourtCodeMax && std::all_of(text.begin(), text.end(), allowed);
}

std::string_view name_of(Box box) {
    switch (box) {
        case Box::Intake: return "intake";
        case Box::Public: return "public";
        case Box::Cases: return "cases";
    }
    return "";
}

std::string MailboxName::text() const { return court + "/" + std::string(name_of(box)); }

base::Result<MailboxName> MailboxName::parse(std::string_view text) {
    const auto slash = text.find('/');
    if (text.size() <= kMailboxTextMax && slash != std::string_view::npos && is_court_code(text.substr(0, slash))) {
        for (const Box box : kBoxes) {
            if (text.substr(slash + 1) == name_of(box)) return MailboxName{std::string(text.substr(0, slash)), box};
        }
    }
    return base::fail("mail.mailbox",
                      "a mailbox is called <court code>/intake, <court code>/public or <court code>/cases");
}

}  // namespace courtyard::mail
