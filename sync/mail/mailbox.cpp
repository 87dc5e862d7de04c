#include "sync/mail/mailbox.hpp"

#include <algorithm>

namespace courtyard::mail {

bool is_court_code(std::string_view text) {
    const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    return !text.empty() && text.size() <= kCourtCodeMax && std::all_of(text.begin(), text.end(), allowed);
}

bool is_body_id(std::string_view text) {
    const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
    return !text.empty() && text.size() <= kBodyIdMax && std::all_of(text.begin(), text.end(), allowed);
}

std::string_view name_of(Box box) {
    switch (box) {
        case Box::Intake: return "intake";
        case Box::Public: return "public";
        case Box::Cases: return "cases";
        case Box::Body: return "body_";
    }
    return "";
}

std::string MailboxName::text() const { return court + "/" + std::string(name_of(box)) + body; }

base::Result<MailboxName> MailboxName::parse(std::string_view text) {
    const auto slash = text.find('/');
    if (text.size() <= kMailboxTextMax && slash != std::string_view::npos && is_court_code(text.substr(0, slash))) {
        const std::string court(text.substr(0, slash));
        const std::string_view name = text.substr(slash + 1), of_body = name_of(Box::Body);
        for (const Box box : kBoxes) {
            if (name == name_of(box)) return MailboxName{court, box};
        }
        if (name.starts_with(of_body) && is_body_id(name.substr(of_body.size())))
            return MailboxName{court, Box::Body, std::string(name.substr(of_body.size()))};
    }
    return base::fail("mail.mailbox",
                      "a mailbox is called <court code>/intake, /public, /cases or /body_<partner body>");
}

}  // namespace courtyard::mail
