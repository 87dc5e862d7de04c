// Everything the kiosk knows, as one value. Screens read it, update() (kiosk_update.hpp) moves it, nothing else does.
// What belongs to one person is in Session and is gone when the session ends; the rest is about the machine.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/domain/answer.hpp"
#include "app/domain/applicant.hpp"
#include "app/domain/application_status.hpp"
#include "app/domain/check.hpp"
#include "app/domain/door.hpp"
#include "app/domain/screening.hpp"
#include "app/flow/eyes_state.hpp"
#include "app/flow/look.hpp"
#include "app/flow/print_state.hpp"
#include "app/flow/speech_state.hpp"
#include "app/flow/steward_state.hpp"
#include "app/flow/text_edit.hpp"
#include "app/flow/writing_state.hpp"
#include "app/pack/pack.hpp"
#include "sync/base/instant.hpp"
#include "sync/mail/delivery.hpp"

namespace courtyard::flow {

// What update() may look at and never changes: the content and this machine's own names.
struct KioskWorld {
    const pack::Pack* pack = nullptr;  // never null once a person can reach more than Page::Failure
    std::string court;                 // name of the court, from machine.toml
    std::string site;                  // name of this place
    PrinterKind printer = PrinterKind::None;
    // Characters of a receipt code and groups of four that a code has (seal/receipt.hpp).
    std::string_view code_alphabet = "0123456789ACDEFGHJKMNPQRTVWXY";
    std::size_t code_characters = 32;
    bool can_speak = true;   // espeak-ng or recorded prompts are there; without either nothing offers to read aloud
    bool has_camera = true;  // a machine without one does not offer to photograph
    // Whether a camera or scanner reads symbols here. Without one no draft is taken along: nobody could open it again.
    bool reads_symbols = false;
};

enum class Page : std::uint8_t {
    Attract,  // nobody is here
    Home,
    Guide,         // topics
    Topic,         // id
    Questions,     // the twenty questions
    Question,      // index = number, from 1
    Search,        // in the guide
    Screening,     // one question: session.screening.key
    Urgent,        // G7 was answered yes: whom to call now, before anything else
    OtherHelp,     // the guardian is the wrongdoer: other people who can act
    Result,        // outcome of the screening
    Doors,         // other help, list
    Door,          // id
    WhySlip,       // what may be taken home from the screening
    Who,           // which of the five kinds applies
    Notice,        // what is done with what is typed
    Consent,       // separate ticks
    PaperWay,      // no consent: how to apply on paper
    Ask,           // one question of the form: session.draft.asking
    Review,        // every answer once more
    ConfirmAlone,  // somebody else typed: the applicant confirms without them
    Sealing,       // handed to the worker
    Receipt,
    ReceiptProof,  // "did you take a picture?"
    ProgressCode,  // a code is typed
    Progress,      // what the court said
    Farewell,      // the session is over and wiped; a moment to read so
    Leave,         // "home" was pressed in the middle of an application: really?
    Help,
    Harmless,      // after the quick exit
    TicketOffer,   // before the form: a ticket for a power cut?
    Ticket,        // to be photographed: session.ticket
    Resume,        // a ticket's code is typed or scanned
    TakeHome,      // papers that can be printed
    PrintTrouble,  // session.printing.error: what to do now
    Photo,         // id = paper: through the camera, and what came of it
    Stick,         // id = paper: the pictures of what is plugged in
    PhotoView,     // index: one that was chosen
    Scan,          // a code is held before the camera
    StewardDoor,   // a PIN
    StewardRoom,   // what the steward can do
    StewardHealth,
    StewardPrinter,
    StewardCarry,
    Failure,  // machine.trouble
};
inline constexpr int kPages = static_cast<int>(Page::Failure) + 1;
[[nodiscard]] std::string_view name_of(Page page);  // "attract", "confirm_alone": names of goldens and pictures

struct Place {
    Page page = Page::Attract;
    std::string id{};
    int index = 0;
    friend bool operator==(const Place&, const Place&) = default;
};

// Where in the form: a field, in rows one of them, in rows and groups one column. Row and column -1: the field as a
// whole.
struct Asking {
    std::string field;
    int row = -1;
    int column = -1;
    friend bool operator==(const Asking&, const Asking&) = default;
};

struct ScreeningWork {
    domain::ScreeningAnswers answers;
    std::set<std::string, std::less<>> answered;  // keys
    std::string key;                              // asked now
    bool done = false;
    bool seen_urgent = false;
    bool revising = false;           // one answer is given anew; then back to the result
    domain::DoorNeeds needs;         // for the doors alone; not filed
    bool slip_with_answers = false;  // the slip to take home says what was answered
};

// The date that is being picked; 0 or empty = not yet.
struct DatePick {
    std::string year;
    int month = 0;
    int day = 0;
};

struct DraftWork {
    std::optional<domain::ApplicantKind> kind;
    domain::Application application;
    std::set<std::string, std::less<>> settled;          // answered on pages outside the steps: not asked again
    std::set<std::string, std::less<>> typed_by_helper;  // field codes
    std::set<std::string, std::less<>> seen;             // field codes that were left with next or skip
    Asking asking;
    DatePick date;
    std::vector<domain::Problem> problems;  // of what is asked now; on Review: of everything
    bool warned = false;                    // the warnings were shown; next goes on
    bool from_review = false;               // next leads back to Review
    bool by_applicant = false;              // or to ConfirmAlone: the applicant answers it without the helper
    bool confirmed_alone = false;
};

struct Receipt {
    std::string number;   // "7K3M-9QXT-2HDA6"
    std::string code;     // eight groups of four with dashes: opens the notices, so it is wiped with the session
    std::string code_qr;  // text of the small symbol
    std::vector<std::string> symbols;  // texts of the large symbols: the sealed application itself
    std::size_t papers = 0;            // handed in with it
    base::Instant filed_at;
    int pictures = 0;  // photos that were sealed with it
    mail::Delivery delivery = mail::Delivery::Queued;
};

enum class Filing : std::uint8_t { NotAsked, Asked, Filed };

struct FilingWork {
    Filing filing = Filing::NotAsked;
    std::uint64_t ticket = 0;  // of the last File effect; answers with another ticket are of another session
    std::string error;         // code of the last failure, empty if none
    std::optional<Receipt> receipt;
    int shown_symbol = 0;     // 0 = the small symbol with the code, 1… = symbols
    std::string proof_error;  // word key, empty if none
};

enum class LookUp : std::uint8_t { NotAsked, Asked, Found, NotKnown, Failed };

// What the court said about an application, opened with the slip's secret.
struct ProgressFound {
    domain::ApplicationStatus status = domain::ApplicationStatus::SubmittedLocal;
    std::string said;                      // the court's own words, may be empty
    std::vector<std::string> papers;       // what is still needed
    std::string case_number;               // once filed
    std::optional<base::Instant> said_at;  // when the court said it; nothing: the court has not said anything yet
    std::optional<base::Instant> as_of;    // when this machine last heard from the court; nothing: never
    mail::Delivery delivery = mail::Delivery::Queued;  // only meaningful while said_at is empty
    // What the court says first when it calls: yesterday, today, tomorrow. The slip alone makes them, so they are there
    // whether the court has said anything or not; none where the pack has no words.
    std::vector<domain::DayWord> call_words = {};
};

struct ProgressWork {
    LookUp look_up = LookUp::NotAsked;
    std::uint64_t ticket = 0;
    std::string error;
    ProgressFound found;
};

enum class TicketStage : std::uint8_t { None, Asked, Issued, PackAsked, Packed };

// The ticket of unfinished work (sync/seal/ticket.hpp).
struct TicketWork {
    TicketStage stage = TicketStage::None;
    std::uint64_t ticket = 0;          // of the last effect
    std::string code, code_qr;         // opens the draft, so they are wiped with the session
    std::vector<std::string> symbols;  // the sealed draft, when somebody leaves with it
    int shown_symbol = 0;              // 0 = the small symbol with the code, 1… = symbols
    bool leaving = false;
    std::vector<std::string> scanned;  // on Resume: symbols of a draft, in any order
    LookUp look_up = LookUp::NotAsked;
    std::string error;  // word key, empty if none
};

enum class Curtain : std::uint8_t { Open, Warning };

// One person at the kiosk.
struct Session {
    Place place;
    std::vector<Place> trail;  // where "back" leads, at most kTrailMax
    TextEdit edit;             // the one text field of the page
    WritingWork writing;       // what is on its way into it
    ScreeningWork screening;
    DraftWork draft;
    FilingWork filing;
    ProgressWork progress;
    TicketWork ticket;
    VoiceWork voice;
    PrintWork printing;
    EyesWork eyes;
    StewardWork steward;
    bool practice = false;      // nothing is filed; begun at the steward's door, ends with the session
    bool alert_raised = false;  // rule RS, once a session; no screen ever reads it
    Curtain curtain = Curtain::Open;
    TextSize text_size = TextSize::Normal;
    Contrast contrast = Contrast::Calm;
};
inline constexpr std::size_t kTrailMax = 64;

enum class Trouble : std::uint8_t {
    None,
    DiskFull,
    DiskReadOnly,
    StoreDamaged,
    PackBad,       // the content cannot be read, or is older than what was here before
    PackUnsigned,  // the content is not the court's own, or was changed on its way
    PackOld,       // the content is past its day: still used, and said
    UpdateNeeded,  // the court sends what this program is too old for
    ClockWrong,
    KeepsFailing,  // the program has fallen over and over again
};
inline constexpr int kTroubles = static_cast<int>(Trouble::KeepsFailing) + 1;
// Whether people can be told something, but nothing of theirs can be kept.
[[nodiscard]] bool stops_filing(Trouble trouble);
[[nodiscard]] std::string_view name_of(Trouble trouble);  // "disk_full"
// Whether nothing at all can be done at the machine; of other troubles only some things cannot.
[[nodiscard]] constexpr bool closes_everything(Trouble trouble) {
    return trouble == Trouble::PackBad || trouble == Trouble::PackUnsigned || trouble == Trouble::KeepsFailing;
}

// About the machine: survives sessions, says nothing about a person.
struct Machine {
    Trouble trouble = Trouble::None;
    std::string trouble_code;               // code of the error, for whoever repairs it
    std::optional<base::Instant> heard_at;  // last time the hub answered
    bool practice = false;                  // the program was started for practice alone
};

struct KioskState {
    Session session;
    Machine machine;
    base::Instant now;
    base::Instant last_touch;
    std::uint64_t tickets = 0;  // handed out so far
};

// Idle limits (design/experience.md). A receipt may be photographed and copied by hand: it stays longer.
inline constexpr std::int64_t kIdleWarnMs = 60'000;
inline constexpr std::int64_t kIdleWipeMs = 90'000;
inline constexpr std::int64_t kReceiptWarnMs = 180'000;
inline constexpr std::int64_t kReceiptWipeMs = 210'000;
inline constexpr std::int64_t kFarewellMs = 20'000;

// Pages that only the steward's PIN opens.
[[nodiscard]] bool is_behind_door(Page page);
// Whether nothing is filed now, and every screen says so.
[[nodiscard]] bool is_practice(const KioskState& state);

// What practice shows instead of a receipt: a number that nobody has, and no symbol that opens anything.
[[nodiscard]] Receipt sample_receipt(base::Instant now);

// Whether there is something of a person that would be lost, so that wiping is announced.
[[nodiscard]] bool has_something_to_lose(const Session& session);

// Overwrites what a person typed before letting go of it.
void wipe(Session& session) noexcept;

}  // namespace courtyard::flow
