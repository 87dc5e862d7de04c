// The court laptop's window as one value: who sits here, the list of applications, the one that is open, the answer
// being written.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/domain/answer.hpp"
#include "app/domain/application_status.hpp"
#include "app/domain/screening.hpp"
#include "app/flow/case_desk.hpp"
#include "app/flow/desk_place.hpp"
#include "app/flow/double_view.hpp"
#include "app/flow/eyes_state.hpp"
#include "app/flow/lead_desk.hpp"
#include "app/flow/look.hpp"
#include "app/flow/sheet_picture.hpp"
#include "sync/base/ids.hpp"
#include "sync/base/instant.hpp"
#include "sync/mail/delivery.hpp"

namespace courtyard::flow {

enum class SheetTab : std::uint8_t { Application, Pictures, Screening, Helper, Original, History };
inline constexpr std::array kSheetTabs{SheetTab::Application, SheetTab::Pictures, SheetTab::Screening,
                                       SheetTab::Helper,      SheetTab::Original, SheetTab::History};
enum class InboxFilter : std::uint8_t { Unanswered, InWork, Ended, All };
inline constexpr std::array kInboxFilters{InboxFilter::Unanswered, InboxFilter::InWork, InboxFilter::Ended,
                                          InboxFilter::All};
// The one answer of the worker that the window waits for; others come and go beside it.
enum class DeskWait : std::uint8_t { Nothing, Unlock, Inbox, Sheet, Sign, Case, Act, Paper, Doubles };

// The case that came of an application, where this laptop knows of one.
struct CaseOfRow {
    cases::CaseId id;
    domain::ApplicationStatus status = domain::ApplicationStatus::Received;
};

// One line of the inbox.
struct InboxRow {
    base::RecordId id;
    std::string name;     // the applicant's, as typed
    std::string number;   // receipt number
    std::string site;     // where it was filed
    std::string outcome;  // screening's hint, "OUT-A"; empty when it was skipped
    bool urgent = false;  // the applicant said so, or screening added OUT-A1
    domain::ApplicationStatus status = domain::ApplicationStatus::Synced;
    base::Instant filed;     // by the kiosk's clock
    base::Instant arrived;   // on this laptop
    bool from_slip = false;  // recovered from a printed slip
    std::string problem;     // error code when it cannot be opened; then nothing but id and arrived is known
    std::optional<CaseOfRow> of_case = {};  // what became of it since is said there
};
[[nodiscard]] std::string plain_receipt(std::string_view number);  // a receipt's number however it is parted
// How far it has come: its case says so, where it is one.
[[nodiscard]] domain::ApplicationStatus shown_status(const InboxRow& row);

// What a kiosk said by itself under rule RS (worker/alerting.hpp): somebody must be looked after the same day.
struct AlertRow {
    base::RecordId id;
    std::string site;
    std::string day, part;  // "2026-11-26", morning | afternoon | evening
    std::string contact;    // mostly empty
};

// One fact in an application's life, oldest first.
struct HistoryLine {
    base::Instant at;
    std::string who;  // name and role, or the site
    domain::ApplicationStatus status = domain::ApplicationStatus::Synced;
    std::string text;                        // reasons, papers, number
    std::optional<mail::Delivery> delivery;  // of an answer written here: how far it has come
};

// An application coming back from its slip.
struct DeskRecovery {
    Looking looking = Looking::No;
    PixelsRef live;
    std::string camera_problem;  // code; a scanner does without a camera
    ScanWork scan;
    enum class Outcome : std::uint8_t { None, Asked, Recovered, Known, Failed } outcome = Outcome::None;
    std::string problem;
    std::optional<base::RecordId> id;
    bool opened = false;
};

// An opened application with all that came with it.
struct ApplicationSheet {
    InboxRow row;
    domain::Application application;
    std::optional<domain::ScreeningAnswers> answers;  // nothing: the person went past screening
    domain::Screening screening;                      // explanation, not a finding
    std::vector<std::string> helped_fields;           // codes typed by a helper
    bool confirmed_alone = false;                     // the applicant agreed to them without the helper
    std::string helper;                               // name and post of the helper, empty when nobody helped
    std::string machine;                              // author's machine id
    bool machine_revoked = false;                     // taken out of the roster since
    std::uint64_t sequence = 0;                       // of the author
    std::string pack;                                 // under which it was made: "zhejiang-demo@3"
    std::size_t record_bytes = 0;
    std::uint64_t hub_sequence = 0;         // 0: not from the hub
    std::optional<base::Instant> received;  // by the hub's clock
    bool contradicting = false;             // two answers that may not follow one another: both are shown
    std::vector<HistoryLine> history;
    std::optional<base::RecordId> unsent;  // the newest answer, while it can be taken back
    std::vector<SheetPicture> pictures;
};
void wipe(ApplicationSheet& sheet) noexcept;

// What a person of the court is about to say to the applicant. Nothing is recorded before it is signed.
struct AnswerDraft {
    domain::ApplicationStatus status = domain::ApplicationStatus::Received;
    std::vector<std::string> papers;  // for NeedMore: which
    std::string number;               // for Filed: the court's number of the aid case
    std::string text;                 // reasons, where and when, or empty
};
void wipe(AnswerDraft& draft) noexcept;

// What the mail has done, as far as this laptop can prove.
struct MailState {
    bool busy = false;
    std::optional<base::Instant> last_contact;
    std::uint64_t unsent = 0;     // answers that the hub has not confirmed
    std::uint64_t set_aside = 0;  // records that could not be opened or were refused
    std::string problem;          // error code of the last attempt
};

struct DoublesDesk {
    DoublesView view;
    std::size_t chosen = 0;
};

struct DeskState {
    DeskPlace place = DeskPlace::Unlock;
    base::Instant now;
    base::Instant last_touch;

    std::string person, role, court;  // of the laptop; role as in packs ("judge")
    std::string passphrase;           // only while it is being typed
    bool caps_lock = false;           // as far as the typed letters show
    DeskWait waiting = DeskWait::Nothing;
    std::string problem;       // error code to show here, empty when there is none
    bool lost_answer = false;  // an answer was being written when the laptop locked: to be said when it opens
    TextSize text_size = TextSize::Normal;
    Contrast contrast = Contrast::Calm;

    std::vector<AlertRow> alerts;  // those that nobody has looked after
    std::vector<InboxRow> rows;    // all of them: what is urgent and not ended yet, then the rest; newest first in both
    std::shared_ptr<const cases::CaseIndex> index = {};  // finds rows as cases are found
    std::string search;
    std::vector<std::size_t> found;  // indices into rows that fit what is typed (row_search.hpp)
    InboxFilter filter = InboxFilter::All;
    std::size_t chosen = 0;  // index into shown_rows()

    std::optional<ApplicationSheet> sheet;
    SheetTab tab = SheetTab::Application;
    AnswerDraft draft;
    std::string paper;  // of the draft: a paper that is not in the pack's list, while it is being typed
    std::optional<std::size_t> enlarged;  // which picture is shown as large as the window
    DeskRecovery recovery;
    MailState mail;
    CasesDesk cases;
    LeadsDesk leads;
    DoublesDesk doubles;
    bool help = false;  // F1: what this page is for, and its keys

    [[nodiscard]] bool busy() const { return waiting != DeskWait::Nothing; }
};

inline constexpr std::int64_t kDeskLockMs = 5 * 60 * 1000;  // untouched that long, the laptop locks itself
inline constexpr std::int64_t kDeskLockWarnMs = 60 * 1000;  // and says so that long before
inline constexpr std::size_t kDeskTextMax = 2000;           // characters of one typed text
inline constexpr std::size_t kDeskLineMax = 100;            // of one typed line: search, number, paper
inline constexpr std::size_t kDeskPassphraseMax = 256;
inline constexpr std::size_t kDeskPapersMax = 30;

// What an officer may say at this window, in the order of the buttons.
inline constexpr std::array kDeskAnswers{domain::ApplicationStatus::Received, domain::ApplicationStatus::AskDept,
                                         domain::ApplicationStatus::NeedMore, domain::ApplicationStatus::Filed,
                                         domain::ApplicationStatus::NotFiled};

// Whether the person's office reads applications: those of others have no list of them.
[[nodiscard]] bool reads_intake(const DeskState& state);
[[nodiscard]] InboxFilter filter_of(domain::ApplicationStatus status);  // the group that an answer belongs to
[[nodiscard]] InboxFilter filter_of(const InboxRow& row);               // and an application: ended when its case is
// Indices into rows that pass filter and search. Search: as cases are found, by name, pinyin, initials, receipt number,
// site and state.
[[nodiscard]] std::vector<std::size_t> shown_rows(const DeskState& state);
// How many rows each filter has, in the order of kInboxFilters; the search does not matter.
[[nodiscard]] std::array<std::size_t, kInboxFilters.size()> inbox_counts(const DeskState& state);
// Indices into rows of those that were answered and go on, and for which no case was opened yet: nothing else reminds
// anybody of them.
[[nodiscard]] std::vector<std::size_t> answered_without_case(const DeskState& state);
// The case of the application that lies open, among those that are listed; null when it is none yet.
[[nodiscard]] const CaseRow* case_of_sheet(const DeskState& state);
// What may be answered to the application that lies open: nothing once it is a case, which answers by itself.
[[nodiscard]] std::vector<domain::ApplicationStatus> answers_of_sheet(const DeskState& state);
// Whether to open its case is the first thing to do with the application that lies open: it goes on, has no case yet,
// and the person's office may open one.
[[nodiscard]] bool opens_case_first(const DeskState& state);
// One step of the table of section 4.1 of the domain report, and two that it leaves out and a court takes every day:
// when the papers have come, it may have to ask, or may find that it cannot file.
[[nodiscard]] bool may_step(domain::ApplicationStatus from, domain::ApplicationStatus to);
// The answers that may follow what has been said (a court need not announce every step in between), and the one that
// usually comes next. The same everywhere: the window, courtyardctl and the worker ask here.
[[nodiscard]] std::vector<domain::ApplicationStatus> answers_that_may_follow(domain::ApplicationStatus status);
[[nodiscard]] std::optional<domain::ApplicationStatus> usual_next_answer(domain::ApplicationStatus status);
// Whether the laptop will lock itself within kDeskLockWarnMs.
[[nodiscard]] bool is_about_to_lock(const DeskState& state);
// When Ticked must come next: warning or lock. Nothing while it is locked.
[[nodiscard]] std::optional<base::Instant> next_deadline(const DeskState& state);
// Whether what was signed last is offered to be taken back. Not where something is being written: there the keys belong
// to what is typed.
[[nodiscard]] bool takes_back_here(const DeskState& state);
// What of the draft belongs to its status and will be signed: papers only with NeedMore, a number only with Filed, no
// blanks at the ends.
[[nodiscard]] AnswerDraft as_signed(const AnswerDraft& draft);
// Why the draft cannot be signed yet: a code under "desk.draft.", or nothing.
[[nodiscard]] std::optional<std::string> draft_problem(const AnswerDraft& draft);

}  // namespace courtyard::flow
