// What a court may set about its time limits: where the rules say "promptly" or leave the days to local rules. Numbers
// that the rules fix stand in deadlines.cpp.
#pragma once

#include "app/cases/revisit_plan.hpp"

namespace courtyard::cases {

struct TermSettings {
    // Working days.
    int serve_days = 3;          // P8: the decision is served "promptly"
    int pay_days = 5;            // P11: paid "promptly" after the person was called
    int urgent_filing_days = 5;  // P12: papers after the urgent money; "no fixed days", so the court's own aim
    bool party_step = false;     // some provinces: the political and legal affairs commission approves before P9
    int party_days = 10;
    int suspended_days = 90;  // of the calendar: so often somebody looks whether what suspended a case is there still
    int recover_days = 30;    // of the calendar: money that must come back, where the decision sets no day
    int finance_days = 30;    // of the calendar: money that finance was asked for; no rule says, so the court's own aim
    RevisitRule revisit = {};  // when the person is asked how it goes

    friend bool operator==(const TermSettings&, const TermSettings&) = default;
};

}  // namespace courtyard::cases
