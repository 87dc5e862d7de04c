// Who may do what, written down once more by hand, so that nobody gets or loses a right by a slip in a table: r
// registrar, j judge, c committee, v caller (who visits), l leader.
#pragma once

#include <array>
#include <string_view>
#include <utility>

namespace courtyard::test {

inline constexpr std::string_view kOfficeLetters = "rjcvl";

inline constexpr std::array<std::pair<std::string_view, std::string_view>, 76> kMayDo{{
    {"case_opened", "rj"},
    {"department_asked", "r"},
    {"department_answered", "rj"},
    {"more_asked", "rj"},
    {"more_came", "rj"},
    {"abandoned", "r"},
    {"sent_to_filing", "rj"},
    {"not_filed", "r"},
    {"filed", "r"},
    {"withdrawn", "rj"},
    {"joined", "rjl"},
    {"left", "rjcvl"},
    {"conflict_declared", "rjcvl"},
    {"assigned", "rl"},
    {"site_visited", "rj"},
    {"statement_taken", "rj"},
    {"hearing_called", "rj"},
    {"hearing_held", "rj"},
    {"proof_added", "rj"},
    {"element_found", "jr"},
    {"report_written", "j"},
    {"clock_paused", "rj"},
    {"clock_resumed", "rj"},
    {"time_extended", "l"},
    {"suspended", "rj"},
    {"resumed", "rj"},
    {"terminated", "j"},
    {"urgent_proposed", "rj"},
    {"urgent_approved", "rl"},
    {"urgent_paid", "r"},
    {"ballot_opened", "rj"},
    {"vote_cast", "rjcl"},
    {"sent_upward", "rjl"},
    {"decided", "jl"},
    {"served", "rjv"},
    {"party_approved", "rl"},
    {"fund_requested", "r"},
    {"fund_arrived", "r"},
    {"applicant_called", "rv"},
    {"account_given", "rj"},
    {"pay_ordered", "r"},
    {"pay_released", "rl"},
    {"pay_made", "r"},
    {"pay_returned", "r"},
    {"money_confirmed", "rjv"},
    {"enforced", "rj"},
    {"recovery_decided", "rjl"},
    {"recovered", "r"},
    {"consent_given", "rjv"},
    {"consent_revoked", "rjv"},
    {"referred", "rjv"},
    {"referral_answered", "rjv"},
    {"referral_revoked", "rjv"},
    {"promised", "rjv"},
    {"promise_claimed", "rjv"},
    {"promise_confirmed", "rjv"},
    {"promise_overridden", "j"},
    {"promise_disputed", "rjv"},
    {"promise_extended", "jl"},
    {"revisit_tried", "rjv"},
    {"revisit_made", "rjv"},
    {"alert_passed", "rjv"},
    {"alert_handled", "rjl"},
    {"referral_told", "rjv"},
    {"followup_settled", "rjl"},
    {"supervision_set", "rj"},
    {"linkage_asked", "rj"},
    {"closed", "rv"},
    {"module", "rjcvl"},
    {"corrected", "rjcvl"},
    {"contradiction_settled", "rl"},
    {"double_asked", "rj"},
    {"double_answered", "rj"},
    {"key_given", "rjl"},
    {"told", "rj"},
    {"remarked", "rjcvl"},
}};

inline constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kMaySee{{
    {"account", "rj"},
    {"papers", "rjcvl"},
    {"statistics", "rjcl"},
    {"view_log", "rl"},
}};

}  // namespace courtyard::test
