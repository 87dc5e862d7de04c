// The name of a mailbox: "<court>/<box>", for example "330199/intake", or "<court>/body_<body>" of a partner body, for
// example "330199/body_civil_affairs". One text form, and no other is read.
#pragma once

#include <array>
#include <compare>
#include <string>
#include <string_view>

#include "sync/base/result.hpp"

namespace courtyard::mail {

// intake: sealed applications, to the court. public: notices, from the court to every kiosk and laptop of it. cases:
// the facts of aid cases, among the court's laptops, each sealed to its case, and the keys of cases, sealed to persons.
// body: letters of the court to one partner body (civil affairs, legal aid, …), sealed to it; each body has its own.
enum class Box { Intake, Public, Cases, Body };
inline constexpr std::array<Box, 3> kBoxes{Box::Intake, Box::Public, Box::Cases};  // those that a court has once

inline constexpr std::size_t kCourtCodeMax = 16;  // ASCII letters a-z and digits; in practice an area code of 6 digits
inline constexpr std::size_t kMailboxTextMax = 32;
inline constexpr std::size_t kBodyIdMax = 20;  // a-z, digits and _; the mailbox's whole text must fit, too

[[nodiscard]] bool is_court_code(std::string_view text);
[[nodiscard]] bool is_body_id(std::string_view text);
[[nodiscard]] std::string_view name_of(Box box);

struct MailboxName {
    std::string court;
    Box box = Box::Intake;
    std::string body = {};  // of Box::Body alone
    friend auto operator<=>(const MailboxName&, const MailboxName&) = default;

    [[nodiscard]] std::string text() const;
    static base::Result<MailboxName> parse(std::string_view text);  // "mail.mailbox"
};

}  // namespace courtyard::mail
