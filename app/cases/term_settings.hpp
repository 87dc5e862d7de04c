// What a court may set about its time limits: where the rules say "promptly" or leave the days to local rules, and the
// plan of revisits (section 7 of the domain report: no national interval is known). Numbers that the rules fix stand in
// deadlines.cpp.
#pragma once

#include <array>

namespace courtyard::cases {

struct TermSettings {
    // Working days.
    int serve_days = 3;          // P8: the decision is served "promptly"
    int pay_days = 5;            // P11: paid "promptly" after the person was called
    int urgent_filing_days = 5;  // P12: papers after the urgent money; "no fixed days", so the court's own aim
    bool party_step = false;     // some provinces: the political and legal affairs commission approves before P9
    int party_days = 10;
    int claim_days = 5;      // a body says that its promise is kept: the person is asked within so many
    int referral_days = 15;  // another body's answer, where the referral names no day

    // Calendar days after the whole sum was paid: R0 to R4.
    std::array<int, 5> revisit_days{7, 30, 90, 180, 365};
    int supervised_every_days = 90;  // a child's supervised money, until it is used
    int tries_before_visit = 3;      // O10: attempts on so many different days, then somebody goes there

    friend bool operator==(const TermSettings&, const TermSettings&) = default;
};

}  // namespace courtyard::cases
