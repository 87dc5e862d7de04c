#include "app/cases/act_table.hpp"

#include <algorithm>
#include <array>

#include "app/cases/act_fields.hpp"

namespace courtyard::cases {

namespace {

using enum Role;
using S = Status;
using By = ActRule::By;

constexpr Statuses kBeforeFiling{S::Received, S::AskDept, S::NeedMore, S::ToFiling, S::UrgentPaid};
// Who applies is settled before anything is decided.
constexpr Statuses kUndecided = kBeforeFiling.with({S::Filed, S::Review, S::Suspended});
constexpr Statuses kOpen{S::Received, S::AskDept,  S::NeedMore,  S::ToFiling,     S::UrgentPaid,
                         S::Filed,    S::Review,   S::Suspended, S::DecidedGrant, S::DecidedRefuse,
                         S::FundReq,  S::FundIn,   S::Notified,  S::PaidPart,     S::Paid,
                         S::Revisit,  S::Referred, S::Recovery,  S::NotFiled,     S::Abandoned};
constexpr Statuses kAny{S::Received, S::AskDept,   S::NeedMore,      S::ToFiling,   S::UrgentPaid, S::Filed,
                        S::Review,   S::Suspended, S::DecidedGrant,  S::FundReq,    S::FundIn,     S::Notified,
                        S::PaidPart, S::Paid,      S::DecidedRefuse, S::Revisit,    S::Referred,   S::Recovery,
                        S::NotFiled, S::Abandoned, S::Withdrawn,     S::Terminated, S::Closed};
constexpr Statuses kSinceReview{S::Review,  S::Suspended, S::Withdrawn, S::Terminated,    S::DecidedGrant,
                                S::FundReq, S::FundIn,    S::Notified,  S::PaidPart,      S::Paid,
                                S::Revisit, S::Referred,  S::Recovery,  S::DecidedRefuse, S::Closed};
constexpr Statuses kReviewing{S::Filed, S::Review};
// What is missing is asked for, and comes, while the case is suspended, too.
constexpr Statuses kWaiting{S::Filed, S::Review, S::Suspended};
constexpr Statuses kDecided{S::DecidedGrant, S::DecidedRefuse, S::FundReq,  S::FundIn,   S::Notified, S::PaidPart,
                            S::Paid,         S::Revisit,       S::Referred, S::Recovery, S::NotFiled, S::UrgentPaid};
// A doubt may come to light long after: years of supervision look at closed cases, too.
constexpr Statuses kDoubted{S::DecidedGrant, S::DecidedRefuse, S::FundReq,  S::FundIn,   S::Notified, S::PaidPart,
                            S::Paid,         S::Revisit,       S::Referred, S::Recovery, S::Closed};
constexpr Statuses kPaying{S::Notified, S::PaidPart};
constexpr Statuses kUntilPaid{S::DecidedGrant, S::FundReq, S::FundIn, S::Notified, S::PaidPart};
constexpr Statuses kAfterPaying{S::Notified, S::PaidPart, S::Paid, S::Revisit, S::Referred, S::Recovery, S::UrgentPaid};
// What was approved before the case was filed is paid after it, too; the bank may send it back at any time, and then it
// is paid again.
constexpr Statuses kUrgentPaying{S::Received, S::AskDept,  S::NeedMore,  S::ToFiling,     S::UrgentPaid,
                                 S::Filed,    S::Review,   S::Suspended, S::DecidedGrant, S::FundReq,
                                 S::FundIn,   S::Notified, S::PaidPart};
// However the case ended: where the money is, is a matter of fact. A case that was closed is open again by it.
constexpr Statuses kReturning{S::UrgentPaid,    S::Filed,     S::Review,     S::Suspended, S::DecidedGrant,
                              S::DecidedRefuse, S::FundReq,   S::FundIn,     S::Notified,  S::PaidPart,
                              S::Paid,          S::Revisit,   S::Referred,   S::Recovery,  S::NotFiled,
                              S::Abandoned,     S::Withdrawn, S::Terminated, S::Closed};
constexpr Statuses kConfirming{S::UrgentPaid,    S::Filed,   S::Review,   S::Suspended, S::DecidedGrant,
                               S::DecidedRefuse, S::FundReq, S::FundIn,   S::Notified,  S::PaidPart,
                               S::Paid,          S::Revisit, S::Referred, S::Recovery};
// After a stop: where nothing was paid the case has ended, and a closed one may be of an older program.
constexpr Statuses kGivingBack{S::Revisit, S::Referred, S::Recovery, S::Terminated, S::Closed};
// What was asked for before comes after a stop all the same.
constexpr Statuses kArriving = kGivingBack.with({S::FundReq, S::FundIn, S::Notified, S::PaidPart});
// Money is collected, and fraud comes to light, at any time once something was paid: years after the case was closed.
constexpr Statuses kCollecting{S::Notified, S::PaidPart, S::Paid,       S::Revisit,
                               S::Referred, S::Recovery, S::UrgentPaid, S::Closed};
constexpr Statuses kRecoverable{S::PaidPart, S::Paid,     S::Revisit, S::DecidedRefuse,
                                S::Referred, S::Recovery, S::Closed,  S::Terminated};
// Where the court gave nothing, too, once the person was told and wants no other help.
constexpr Statuses kClosing{S::Revisit, S::Recovery, S::NotFiled, S::DecidedRefuse};
// A closed case stays closed when the person calls again or says that a promise was not kept: the table of states (4.1)
// leads from there to money that is taken back or came back alone, and what was told of it (all was paid, the revisits
// are over) is as true as before. What comes up then has tasks and limits of its own, as in a case that was taken back.
// Urgent aid is asked about before the case is decided, too (care.cpp: of who was not aided so nothing is to be asked).
constexpr Statuses kVisiting = kConfirming.with({S::Closed});
constexpr Statuses kCaring{S::NotFiled, S::DecidedRefuse, S::DecidedGrant, S::FundReq,   S::FundIn,
                           S::Notified, S::PaidPart,      S::Paid,         S::Revisit,   S::Referred,
                           S::Recovery, S::Filed,         S::Review,       S::Suspended, S::UrgentPaid};
// A promise and a linkage outlive a case that was taken back, ended or closed, and so does a referral but in a closed
// case, which has no open one: somebody hears of them still.
constexpr Statuses kPromised = kOpen.with({S::Withdrawn, S::Terminated, S::Closed});
constexpr Statuses kReferred = kCaring.with({S::Abandoned, S::Withdrawn, S::Terminated});

constexpr std::array kTable{
    // Taking the application in hand (P1, P1b, P3, P4).
    ActRule{"case_opened", {Registrar, Judge}, {}, S::Received, fields::kCaseOpened, By::Anyone},
    // Where papers are missing, all is on its way to its number, or urgent money went first, the department is asked
    // without a step back.
    ActRule{"department_asked",
            {Registrar},
            {S::Received, S::NeedMore, S::ToFiling, S::UrgentPaid},
            {},
            fields::kDepartmentAsked},
    ActRule{"department_answered", {Registrar, Judge}, kBeforeFiling, {}, fields::kDepartmentAnswered},
    ActRule{"more_asked", {Registrar, Judge}, {S::Received, S::AskDept, S::ToFiling}, S::NeedMore, fields::kMoreAsked},
    ActRule{"more_came", {Registrar, Judge}, kOpen, {}, fields::kMoreCame},
    ActRule{"abandoned", {Registrar}, {S::NeedMore}, S::Abandoned, fields::kReasons},
    ActRule{"sent_to_filing", {Registrar, Judge}, {S::AskDept, S::NeedMore}, S::ToFiling, fields::kOpinion},
    ActRule{"not_filed", {Registrar}, {S::AskDept, S::NeedMore, S::ToFiling}, S::NotFiled, fields::kReasons},
    ActRule{"filed", {Registrar}, {S::ToFiling, S::UrgentPaid}, S::Filed, fields::kFiled},
    ActRule{"details_corrected", {Registrar, Judge}, kAny, {}, fields::kDetails},
    ActRule{"contact_changed", {Registrar, Judge, Caller}, kAny, {}, fields::kContactChanged},
    ActRule{"guardian_changed", {Registrar, Judge}, kAny, {}, fields::kGuardianChanged},
    ActRule{"fellow_asked", {Registrar, Judge}, kUndecided, {}, fields::kFellowAsked},
    ActRule{"withdrawn",
            {Registrar, Judge},
            {S::Received, S::AskDept, S::NeedMore, S::ToFiling, S::Filed, S::Review, S::Suspended},
            S::Withdrawn,
            fields::kWithdrawn},

    // Who is on the case.
    ActRule{"joined", {Registrar, Judge, Leader}, kAny, {}, fields::kJoined, By::Anyone},
    ActRule{"left", {Registrar, Judge, Committee, Caller, Leader}, kAny, {}, fields::kLeft},
    ActRule{"conflict_declared", {Registrar, Judge, Committee, Caller, Leader}, kAny, {}, fields::kConflict},
    ActRule{"assigned", {Registrar, Leader}, {S::Filed, S::Review, S::Suspended}, {}, fields::kAssigned},

    // Review (P6, P7).
    ActRule{"site_visited", {Registrar, Judge}, kOpen, {}, fields::kSiteVisited},
    ActRule{"statement_taken", {Registrar, Judge}, kOpen, {}, fields::kStatement},
    ActRule{"hearing_called", {Registrar, Judge}, kReviewing, {}, fields::kHearingCalled},
    ActRule{"hearing_called_off", {Registrar, Judge}, kSinceReview.with({S::Filed}), {}, fields::kReasons},
    ActRule{"hearing_held", {Registrar, Judge}, kReviewing, {}, fields::kHearingHeld},
    ActRule{"proof_added", {Registrar, Judge}, kOpen, {}, fields::kProof},
    ActRule{"element_found", {Judge, Registrar}, kOpen, {}, fields::kElement},
    ActRule{"commitment_taken", {Registrar, Judge}, kOpen, {}, fields::kCommitment},
    ActRule{"report_written", {Judge}, {S::Review}, {}, fields::kReport},
    ActRule{"clock_paused", {Registrar, Judge}, kWaiting, {}, fields::kPause},
    ActRule{"clock_resumed", {Registrar, Judge}, kWaiting, {}, fields::kResumed},
    ActRule{"pause_agreed", {Leader}, kSinceReview.with({S::Filed}), {}, fields::kPauseAgreed},
    ActRule{"found_complex", {Judge, Leader}, kReviewing, {}, fields::kReasons},
    ActRule{"time_extended", {Leader}, kReviewing, {}, fields::kReasons},
    ActRule{"suspended", {Registrar, Judge}, {S::Review}, S::Suspended, fields::kSuspended},
    ActRule{"suspension_kept", {Registrar, Judge}, {S::Suspended}, {}, fields::kReasons},
    ActRule{"resumed", {Registrar, Judge}, {S::Suspended}, S::Review, fields::kReasons},
    ActRule{"terminated", {Judge}, {S::Review, S::Suspended}, S::Terminated, fields::kTerminated},

    // First aid in need, papers afterwards (P12, A7 to A9).
    ActRule{"urgent_proposed", {Registrar, Judge}, kBeforeFiling, {}, fields::kUrgentProposed},
    ActRule{"urgency_declined", {Registrar, Judge, Leader}, kBeforeFiling, {}, fields::kReasons},
    ActRule{"urgent_approved", {Registrar, Leader}, kBeforeFiling, {}, fields::kUrgentApproved},
    ActRule{"urgent_paid", {Registrar}, kUrgentPaying, {}, fields::kUrgentPaid},

    // The committee (P7). A vote may come by stick when the review is over or stands still: ballots.cpp asks what its
    // voter had seen, and who may vote at all. A decision is a judge's act.
    ActRule{"ballot_opened", {Registrar, Judge}, {S::Review}, {}, fields::kBallot},
    ActRule{"vote_cast", {Registrar, Judge, Committee, Leader}, kSinceReview, {}, fields::kVote, By::Anyone},
    ActRule{"sent_upward", {Registrar, Judge, Leader}, {S::Review}, {}, fields::kUpward},
    ActRule{"decided", {Judge, Leader}, {S::Review}, {}, fields::kDecided},
    ActRule{"decision_kept", {Leader}, kDoubted, {}, fields::kReasons},
    ActRule{"served", {Registrar, Judge, Caller}, kAny, {}, fields::kServed},

    // Money (P9 to P11). The approval of the political and legal affairs commission only where a court has that step.
    ActRule{"party_approved", {Registrar, Leader}, {S::DecidedGrant}, {}, fields::kPartyApproved},
    ActRule{"fund_requested", {Registrar}, {S::DecidedGrant, S::Notified, S::PaidPart}, {}, fields::kAmount},
    ActRule{"fund_arrived", {Registrar}, kArriving, {}, fields::kFundArrived},
    ActRule{"applicant_called", {Registrar, Caller}, {S::DecidedGrant, S::FundIn}, {}, fields::kCalled},
    ActRule{"account_given", {Registrar, Judge}, kOpen, {}, fields::kAccountGiven},
    ActRule{"pay_ordered", {Registrar}, kPaying, {}, fields::kPayOrder},
    ActRule{"pay_released", {Registrar, Leader}, kPaying, {}, fields::kPayRelease},
    ActRule{"pay_made", {Registrar}, kPaying, {}, fields::kPayMade},
    ActRule{"payment_stopped", {Judge, Leader}, kUntilPaid, {}, fields::kPaymentStopped},
    ActRule{"fund_recalled", {Registrar}, kGivingBack, {}, fields::kReasons},
    ActRule{"fund_returned", {Registrar}, kGivingBack, {}, fields::kFundReturned},
    ActRule{"pay_returned", {Registrar}, kReturning, {}, fields::kPayReturned},
    ActRule{"money_confirmed", {Registrar, Judge, Caller, Leader}, kConfirming, {}, fields::kMoneyConfirmed},
    ActRule{"enforced", {Registrar, Judge}, kCollecting, {}, fields::kEnforced},
    ActRule{"enforced_left", {Judge, Leader}, kRecoverable, {}, fields::kReasons},
    ActRule{"recovery_decided", {Judge, Leader}, kRecoverable, S::Recovery, fields::kRecovery},
    // What was deducted while money was paid in parts comes back while the case goes on (A10), and what went out beside
    // the case whatever became of it.
    ActRule{"payment_reclaimed", {Leader}, kAny, {}, fields::kReclaimed},
    ActRule{"recovered", {Registrar}, kAny, {}, fields::kRecovered},
    ActRule{"recovery_given_up", {Leader}, kAny, {}, fields::kReasons},

    // Other bodies' help, promises, revisits (P13, P14).
    ActRule{"consent_given", {Registrar, Judge, Caller}, kOpen, {}, fields::kConsent},
    ActRule{"consent_revoked", {Registrar, Judge, Caller}, kAny, {}, fields::kConsentRevoked},
    ActRule{"referred", {Registrar, Judge, Caller}, kCaring, {}, fields::kReferred},
    ActRule{"referral_answered", {Registrar, Judge, Caller}, kReferred, {}, fields::kReferralAnswered},
    ActRule{"referral_revoked", {Registrar, Judge, Caller}, kReferred, {}, fields::kReferralRevoked},
    ActRule{"promised", {Registrar, Judge, Caller}, kOpen, {}, fields::kPromised},
    ActRule{"promise_claimed", {Registrar, Judge, Caller}, kPromised, {}, fields::kPromiseClaimed},
    ActRule{"promise_confirmed", {Registrar, Judge, Caller}, kPromised, {}, fields::kPromiseConfirmed},
    ActRule{"promise_overridden", {Judge}, kPromised, {}, fields::kPromiseOverridden},
    ActRule{"promise_disputed", {Registrar, Judge, Caller}, kPromised, {}, fields::kPromiseDisputed},
    ActRule{"promise_extended", {Judge, Leader}, kPromised, {}, fields::kPromiseExtended},
    ActRule{"revisit_tried", {Registrar, Judge, Caller}, kVisiting, {}, fields::kRevisitTried},
    ActRule{"revisit_made", {Registrar, Judge, Caller}, kVisiting, {}, fields::kRevisitMade},
    ActRule{"alert_passed", {Registrar, Judge, Caller}, kAny, {}, fields::kAlertPassed},
    ActRule{"alert_handled", {Registrar, Judge, Leader}, kAny, {}, fields::kAlertHandled},
    ActRule{"referral_told", {Registrar, Judge, Caller}, kAny, {}, fields::kReferralTold},
    ActRule{"followup_settled", {Registrar, Judge, Leader}, kAny, {}, fields::kFollowupSettled},
    ActRule{"supervision_set", {Registrar, Judge}, kAfterPaying, {}, fields::kSupervisionSet},
    ActRule{"linkage_asked", {Registrar, Judge}, kOpen, {}, fields::kLinkage},
    ActRule{"linkage_answered", {Registrar, Judge}, kPromised, {}, fields::kLinkageAnswered},
    ActRule{"linkage_told", {Registrar, Judge, Caller}, kAny, {}, fields::kLinkageTold},
    ActRule{"closed", {Registrar, Caller}, kClosing, S::Closed, fields::kReasons},

    // Other kinds of help, whose rules stand in the pack (module_run.hpp).
    ActRule{"module", {Registrar, Judge, Committee, Caller, Leader}, kAny, {}, fields::kModule},

    // Setting right.
    ActRule{"corrected", {Registrar, Judge, Committee, Caller, Leader}, kAny, {}, fields::kCorrected},
    ActRule{"contradiction_settled", {Registrar, Leader}, kAny, {}, fields::kSettled},
    ActRule{"double_asked", {Registrar, Judge}, kAny, {}, fields::kDoubleAsked},
    ActRule{"double_answered", {Registrar, Judge}, kAny, {}, fields::kDoubleAnswered},
    ActRule{"identified", {Registrar, Judge}, kAny, {}, fields::kIdentified},
    // Which key of the case went to whom: what every laptop of the office looks at before it gives one.
    ActRule{"key_given", {Registrar, Judge, Leader}, kAny, {}, fields::kKeyGiven},
    // That the slip was told of a step whose author may not write notices (callers, leaders).
    ActRule{"told", {Registrar, Judge}, kAny, {}, fields::kTold},
    ActRule{"remarked", {Registrar, Judge, Committee, Caller, Leader}, kAny, {}, fields::kRemark},
};

// Letters to partner bodies, which the program of a member writes when mail leaves, and what the bodies answer. Whether
// it is the body that was asked, the part of the case looks at.
constexpr std::array kBodyTable{ActRule{"letter_sent", {Registrar, Judge, Caller}, kAny, {}, fields::kLetterSent},
                                ActRule{"body_answered", {}, kAny, {}, fields::kBodyAnswered, By::Body}};

const ActRule* find_in(std::span<const ActRule> table, std::string_view kind) {
    const auto found = std::find_if(table.begin(), table.end(), [kind](const ActRule& r) { return r.kind == kind; });
    return found == table.end() ? nullptr : &*found;
}

}  // namespace

std::span<const ActRule> act_table() { return kTable; }

std::span<const ActRule> body_act_table() { return kBodyTable; }

const ActRule* find_act(std::string_view kind) {
    const ActRule* found = find_in(kTable, kind);
    return found != nullptr ? found : find_in(kBodyTable, kind);
}

const FieldRule* find_field(const ActRule& rule, std::string_view name) {
    for (const auto fields : {rule.fields, common_fields()})
        for (const FieldRule& field : fields)
            if (field.name == name) return &field;
    return nullptr;
}

}  // namespace courtyard::cases
