// What the court has said about an application (domain report, section 4.1). Whether it has arrived at all is another
// enum, in sync/mail.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace courtyard::domain {

enum class ApplicationStatus : std::uint8_t {
    Draft,
    Discarded,
    SubmittedLocal,
    Synced,
    Withdrawn,
    Received,
    AskDept,
    NeedMore,
    Abandoned,
    ToFiling,
    NotFiled,
    Filed,
    Review,
    Suspended,
    Terminated,
    DecidedGrant,
    DecidedRefuse,
    UrgentPaid,
    FundReq,
    FundIn,
    Notified,
    PaidPart,
    Paid,
    Revisit,
    Referred,
    Recovery,
    Closed,
};

// In the order of the enum; the ids are those of text/status.toml and of notices.
inline constexpr std::array<std::string_view, 27> kApplicationStatusIds{
    "DRAFT",      "DISCARDED",     "SUBMITTED_LOCAL", "SYNCED",      "WITHDRAWN", "RECEIVED", "ASK_DEPT",
    "NEED_MORE",  "ABANDONED",     "TO_FILING",       "NOT_FILED",   "FILED",     "REVIEW",   "SUSPENDED",
    "TERMINATED", "DECIDED_GRANT", "DECIDED_REFUSE",  "URGENT_PAID", "FUND_REQ",  "FUND_IN",  "NOTIFIED",
    "PAID_PART",  "PAID",          "REVISIT",         "REFERRED",    "RECOVERY",  "CLOSED",
};

[[nodiscard]] constexpr std::string_view id(ApplicationStatus status) {
    return kApplicationStatusIds[static_cast<std::size_t>(status)];
}
[[nodiscard]] constexpr std::optional<ApplicationStatus> application_status(std::string_view text) {
    for (std::size_t i = 0; i < kApplicationStatusIds.size(); ++i) {
        if (kApplicationStatusIds[i] == text) return static_cast<ApplicationStatus>(i);
    }
    return std::nullopt;
}

// Only the court may say these; a kiosk never invents one.
[[nodiscard]] constexpr bool is_said_by_court(ApplicationStatus status) {
    return status >= ApplicationStatus::Received;
}

// One step of the table of section 4.1. What the table leaves open: a person may withdraw from SUBMITTED_LOCAL until
// the decision; urgent money (URGENT_PAID) may come at any time between RECEIVED and filing; PAID_PART leads to PAID;
// money that the bank sent back makes the case wait for paying again (NOTIFIED, PAID_PART); urgent money is recovered
// when aid is refused afterwards (A8).
//
// From the decision (row DECIDED_GRANT) until all is paid (rows FUND_REQ to PAID_PART) the person may die, refuse the
// money or turn out to have cheated: what is not paid stays with the court. Then the case ends (TERMINATED, as P7y has
// it for the review), or, where something was paid, is looked after (REVISIT).
//
// The bank may send money back after the case was closed, too (CLOSED), or while something that was deducted from it is
// awaited (RECOVERY, A10). Row NOTIFIED has no other way to the money than being paid: whoever was granted aid and has
// not got it is not done with, so the case goes back to waiting for payment, is revisited and closed anew.
//
// Who dies while the review stands still (SUSPENDED) ends it as during the review: nobody says first that it goes on.
//
// Fraud, a broken promise or money enforced (A10, A11) come to light at any time after a payment, not only at a revisit
// (row REVISIT), often years later: RECOVERY follows PAID_PART, PAID, REFERRED, and CLOSED; and TERMINATED, where
// urgent money was paid to somebody who died since: what was got by fraud was never theirs (A11).
//
// That a case does not fit may show in the papers that came (NEED_MORE), or to whoever is to number it (TO_FILING): it
// is not filed then, as after the department was asked.
//
// Where the court gave nothing (rows NOT_FILED, DECIDED_REFUSE) and the person wants nobody else's help either, there
// is no REFERRED: the case ends (CLOSED).
[[nodiscard]] constexpr bool may_follow(ApplicationStatus from, ApplicationStatus to) {
    using S = ApplicationStatus;
    const auto is_stop = [](S next) { return next == S::Terminated || next == S::Revisit; };
    switch (from) {
        case S::Draft: return to == S::SubmittedLocal || to == S::Discarded;
        case S::Discarded: return false;
        case S::SubmittedLocal: return to == S::Synced || to == S::Withdrawn;
        case S::Synced: return to == S::Received || to == S::Withdrawn;
        case S::Withdrawn: return to == S::Draft;
        case S::Received: return to == S::AskDept || to == S::NeedMore || to == S::UrgentPaid || to == S::Withdrawn;
        case S::AskDept:
            return to == S::NeedMore || to == S::ToFiling || to == S::NotFiled || to == S::UrgentPaid ||
                   to == S::Withdrawn;
        case S::NeedMore:
            return to == S::ToFiling || to == S::Abandoned || to == S::NotFiled || to == S::UrgentPaid ||
                   to == S::Withdrawn;
        case S::Abandoned: return to == S::Draft;
        case S::ToFiling:
            return to == S::Filed || to == S::NeedMore || to == S::NotFiled || to == S::UrgentPaid ||
                   to == S::Withdrawn;
        case S::NotFiled: return to == S::Referred || to == S::Closed;
        case S::Filed: return to == S::Review || to == S::Withdrawn;
        case S::Review:
            return to == S::Suspended || to == S::Terminated || to == S::DecidedGrant || to == S::DecidedRefuse ||
                   to == S::Withdrawn;
        case S::Suspended: return to == S::Review || to == S::Terminated || to == S::Withdrawn;
        case S::Terminated: return to == S::Recovery;
        case S::DecidedGrant: return to == S::FundReq || is_stop(to);
        case S::DecidedRefuse: return to == S::Referred || to == S::Recovery || to == S::Closed;
        case S::UrgentPaid: return to == S::Filed;
        case S::FundReq: return to == S::FundIn || is_stop(to);
        case S::FundIn: return to == S::Notified || is_stop(to);
        case S::Notified: return to == S::PaidPart || to == S::Paid || is_stop(to);
        case S::PaidPart: return to == S::Paid || to == S::Revisit || to == S::Notified || to == S::Recovery;
        case S::Paid: return to == S::Revisit || to == S::PaidPart || to == S::Notified || to == S::Recovery;
        case S::Revisit:
            return to == S::Closed || to == S::Referred || to == S::Recovery || to == S::PaidPart || to == S::Notified;
        case S::Referred: return to == S::Revisit || to == S::Recovery || to == S::PaidPart || to == S::Notified;
        case S::Recovery: return to == S::Closed || to == S::PaidPart || to == S::Notified;
        case S::Closed: return to == S::Recovery || to == S::PaidPart || to == S::Notified;
    }
    return false;
}

// Can `to` come after `from` in one or more steps of the same application? A court need not announce every step in
// between.
[[nodiscard]] bool may_reach(ApplicationStatus from, ApplicationStatus to);

}  // namespace courtyard::domain
