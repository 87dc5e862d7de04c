// The court laptop's window as one value: who sits here, the list of applications, the one that is open, the answer being written.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/domain/answer.hpp"
#include "app/domain/application_status.hpp"
#include "app/domain/screening.hpp"
#include "sync/base/ids.hpp"
#include "sync/base/instant.hpp"
#include "sync/mail/delivery.hpp"

namespace courtyard::flow {

enum class DeskPlace : std::uint8_t { Unlock, Inbox, Sheet, Answer, Confirm, Signed };
enum class SheetTab : std::uint8_t { Application, Screening, Original, History };
enum class InboxFilter : std::uint8_t { Unanswered, InWork, Ended, All };

// One line of the inbox.
struct InboxRow {
    base::RecordId id;
    std::string name;     // the applicant's, as typed
    std::string number;   // receipt number
    std::string site;     // where it was filed
    std::string outcome;  // screening's hint, "OUT-A"; empty when it was skipped
    bool urgent = false;  // the applicant said so, or screening added OUT-A1
    domain::ApplicationStatus status = domain::ApplicationStatus::Synced;
    base::Instant filed;    // by the kiosk's clock
    base::Instant arrived;  // on this laptop
};

// One fact in an application's life, oldest first.
struct HistoryLine {
    base::Instant at;
    std::string who;   // name and role, or the site
    domain::ApplicationStatus status = domain::ApplicationStatus::Synced;
    std::string text;  // reasons, papers, number
    std::optional<mail::Delivery> delivery;  // of an answer written here: how far it has come
};

// An opened application with all that came with it.
struct ApplicationSheet {
    InboxRow row;
    domain::Application application;
    std::optional<domain::ScreeningAnswers> answers;  // nothing: the person went past screening
    domain::Screening screening;                      // explanation, not a finding
    std::vector<std::string> helped_fields;           // codes typed by a helper
    std::string helper;                               // name and post of the helper, empty when nobody helped
    std::string machine;                              // author's machine id
    std::uint64_t sequence = 0;                       // of the author
    std::int64_t pack_version = 0;
    std::size_t record_bytes = 0;
    std::uint64_t hub_sequence = 0;  // 0: not from the hub
    bool from_slip = false;          // recovered from a printed slip
    std::vector<HistoryLine> history;
};

// What a person of the court is about to say to the applicant. Nothing is recorded before it is signed.
struct AnswerDraft {
    domain::ApplicationStatus status = domain::ApplicationStatus::Received;
    std::vector<std::string> papers;  // for NeedMore: which
    std::string number;               // for Filed: the court's number of the aid case
    std::string text;                 // reasons, where and when, or empty
};

// What the mail has done, as far as this laptop can prove.
struct MailState {
    bool busy = false;
    std::optional<base::Instant> last_contact;
    std::uint64_t unsent = 0;       // answers that the hub has not confirmed
    std::uint64_t set_aside = 0;    // records that could not be opened or were refused
    std::string problem;            // error code of the last attempt
};

struct DeskState {
    DeskPlace place = DeskPlace::Unlock;
    base::Instant now;
    base::Instant last_touch;

    std::string person, role, court;  // of the laptop; role as in packs ("judge")
    std::string passphrase;           // only while it is being typed
    bool busy = false;                // an effect of this window is under way
    std::string problem;              // error code to show here, empty when there is none

    std::vector<InboxRow> rows;       // newest first, all of them
    std::string search;
    InboxFilter filter = InboxFilter::All;
    std::size_t chosen = 0;           // index into shown_rows()

    std::optional<ApplicationSheet> sheet;
    SheetTab tab = SheetTab::Application;
    AnswerDraft draft;
    MailState mail;
};

inline constexpr std::int64_t kDeskLockMs = 5 * 60 * 1000;  // untouched that long, the laptop locks itself
inline constexpr std::size_t kDeskTextMax = 2000;           // characters of one typed text, bytes of UTF-8 times four at most
inline constexpr std::size_t kDeskPapersMax = 30;

// What an officer may say at this window, in the order of the buttons.
inline constexpr std::array kDeskAnswers{domain::ApplicationStatus::Received, domain::ApplicationStatus::AskDept,
                                         domain::ApplicationStatus::NeedMore, domain::ApplicationStatus::Filed,
                                         domain::ApplicationStatus::NotFiled};

[[nodiscard]] InboxFilter filter_of(domain::ApplicationStatus status);  // the group a status belongs to
// Indices into rows that pass filter and search. Search: part of name, receipt number or site; blanks and case do not matter.
[[nodiscard]] std::vector<std::size_t> shown_rows(const DeskState& state);
// The answers that may follow what has been said, and the one that usually comes next.
[[nodiscard]] std::vector<domain::ApplicationStatus> answers_that_may_follow(domain::ApplicationStatus status);
[[nodiscard]] std::optional<domain::ApplicationStatus> usual_next_answer(domain::ApplicationStatus status);
// Why the draft cannot be signed yet: a key under "desk.draft.", or nothing.
[[nodiscard]] std::optional<std::string> draft_problem(const AnswerDraft& draft);

}  // namespace courtyard::flow
