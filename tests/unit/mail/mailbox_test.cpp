#include <doctest/doctest.h>

#include "sync/mail/mailbox.hpp"

using namespace courtyard::mail;

TEST_CASE("a mailbox has one spelling") {
    for (const char* good : {"330199/intake", "330199/public", "330199/cases", "a/intake", "abcdefghij123456/public"}) {
        const auto name = MailboxName::parse(good);
        REQUIRE(name.has_value());
        CHECK(name->text() == good);
    }
    for (const char* bad :
         {"", "/", "330199", "330199/", "/intake", "330199/Intake", "330199/case", "330199/intake/", "33 0199/intake",
          "330199/intake ", "ABC/intake", "abcdefghij1234567/public", "330199//intake", "法院/intake"}) {
        CAPTURE(bad);
        CHECK(MailboxName::parse(bad).error().code == "mail.mailbox");
    }
}
