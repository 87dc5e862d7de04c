// Everything that can happen to the kiosk: a person's touches, the passing of time, and answers of the worker.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <variant>

#include "app/domain/applicant.hpp"
#include "app/flow/eyes_event.hpp"
#include "app/flow/kiosk_state.hpp"
#include "app/flow/print_event.hpp"
#include "app/flow/speech_event.hpp"
#include "app/flow/steward_event.hpp"
#include "app/flow/ticket_event.hpp"
#include "app/flow/why_event.hpp"
#include "app/flow/writing_event.hpp"
#include "sync/base/one_of.hpp"

namespace courtyard::flow {

// Time and presence.
struct Ticked {};         // a deadline of next_deadline() passed, or the minute changed
struct Touched {};        // a touch or key without a meaning of its own: somebody is here
struct SaidStillHere {};  // on the idle warning

// The fixed buttons.
struct PressedHome {};
struct PressedBack {};
struct PressedNext {};
struct PressedTextSize {};
struct PressedContrast {};
struct PressedHelp {};
struct PressedQuickExit {};
struct LeftHarmlessPage {};

// Guide.
struct OpenedGuide {};
struct OpenedTopic {
    std::string id;
};
struct OpenedQuestions {};
struct OpenedQuestion {
    int n = 0;
};
struct OpenedSearch {};
struct OpenedDoors {};
struct OpenedDoor {
    std::string id;
};

// Screening.
struct OpenedScreening {};
struct RepliedScreening {
    std::string value;
};                            // to session.screening.key; for E and H: chosen or no longer
struct OpenedApplication {};  // from the result, whatever it was, or from home

// Application.
struct ChoseKind {
    domain::ApplicantKind kind = domain::ApplicantKind::Self;
};
struct ReadNotice {};
struct ToggledConsent {
    std::string code;
};
struct RefusedConsent {};
struct ChoseOption {
    std::string value;
};  // choice, yes/no, multi (chosen or no longer), type of a document, `also` words
struct PickedYear {
    std::string digits;
};  // up to four
struct PickedMonth {
    int month = 0;
};  // 0: to be picked again
struct PickedDay {
    int day = 0;
};  // 0: to be picked again
struct Skipped {};
struct AddedRow {};
struct OpenedRow {
    std::size_t row = 0;
};
struct RemovedRow {
    std::size_t row = 0;
};
struct ChosePaper {
    std::string name;
    std::string state;
};
struct TickedBox {
    std::string code;
};  // declaration, consent or signature of the page
struct ChangedAnswer {
    std::string field;
};  // from Review
struct PressedSubmit {};
struct ConfirmedAlone {};

// Text field of the page.
struct Typed {
    std::string utf8;
};
struct PressedErase {};
struct PressedDelete {};
struct MovedCaret {
    CaretMove move = CaretMove::Left;
};
struct PlacedCaret {
    std::size_t byte_offset = 0;
};
struct ClearedText {};
struct PressedCodePoint {};

// Receipt and progress.
struct ShowedSymbol {
    int index = 0;
};
struct FinishedReceipt {};  // leads to the question whether it was kept
struct SaidPhotographed {};
struct GaveProof {};    // the last group was typed
struct SaidGoodbye {};  // on the farewell page
struct OpenedProgress {};
struct PressedLookUp {};

// Worker.
struct Filed {
    std::uint64_t ticket = 0;
    Receipt receipt;
};
struct FilingFailed {
    std::uint64_t ticket = 0;
    std::string code;
};
struct FoundProgress {
    std::uint64_t ticket = 0;
    ProgressFound found;
};
struct ProgressNotKnown {
    std::uint64_t ticket = 0;
    std::optional<base::Instant> as_of;
    std::vector<domain::DayWord> call_words = {};
};
struct ProgressFailed {
    std::uint64_t ticket = 0;
    std::string code;
};  // "receipt.check": the code was mistyped
struct DeliveryChanged {
    std::uint64_t ticket = 0;
    mail::Delivery delivery = mail::Delivery::Queued;
};  // of this filing
struct HeardFromHub {
    base::Instant at;
};
struct TroubleChanged {
    Trouble trouble = Trouble::None;
    std::string code;
};

using AnyEvent = std::variant<
    Ticked, Touched, SaidStillHere, PressedHome, PressedBack, PressedNext, PressedTextSize, PressedContrast,
    PressedHelp, PressedQuickExit, LeftHarmlessPage, OpenedGuide, OpenedTopic, OpenedQuestions, OpenedQuestion,
    OpenedSearch, OpenedDoors, OpenedDoor, OpenedScreening, RepliedScreening, OpenedApplication, ChoseKind, ReadNotice,
    ToggledConsent, RefusedConsent, ChoseOption, PickedYear, PickedMonth, PickedDay, Skipped, AddedRow, OpenedRow,
    RemovedRow, ChosePaper, TickedBox, ChangedAnswer, PressedSubmit, ConfirmedAlone, Typed, PressedErase, PressedDelete,
    MovedCaret, PlacedCaret, ClearedText, PressedCodePoint, ShowedSymbol, FinishedReceipt, SaidPhotographed, GaveProof,
    SaidGoodbye, OpenedProgress, PressedLookUp, Filed, FilingFailed, FoundProgress, ProgressNotKnown, ProgressFailed,
    DeliveryChanged, HeardFromHub, TroubleChanged, AskedForTicket, DeclinedTicket, TookTicket, PressedTakeAway,
    ShowedTicketSymbol, OpenedResume, PressedResume, TicketIssued, TicketPacked, TicketFailed, DraftOpened,
    DraftNotHere, PressedListen, PressedListenAgain, PressedStopListening, PickedLoudness, PressedSoundTest, ReadPage,
    ReadMore, SaidTouch, SpeechEnded, ChoseWritingPad, PenDown, PenMoved, PenUp, UndidStroke, ClearedInk, Spelled,
    Keyed, KeptLetters, ChoseOffer, ShowedOffers, ChoseRadicalStrokes, ChoseRadical, ChoseRestStrokes, PressedMyriad,
    ReadInk, SpelledOut, FoundForms, FoundByRadical, WritingFailed, OpenedTakeHome, PressedPrint, PressedPrintAgain,
    PaperPrinted, PrintFailed, OpenedCamera, OpenedStick, RetriedCamera, PressedShutter, RetookPhoto, TurnedPhoto,
    UsedPhoto, ChoseStickPicture, OpenedPhoto, RemovedPhoto, StartedStroke, DrewStroke, EndedStroke, ClearedSignature,
    OpenedScan, Scanned, HandedInSlip, CameraSaw, CameraFailed, TookPhoto, PhotoFailed, ListedStick, StickFailed,
    SlipTaken, SlipRefused,  // steward_event.hpp
    HeldSeal, TypedPin, ErasedPin, SentPin, OpenedHealth, OpenedPrinterTest, PressedPrinterTest, OpenedCarry,
    StartedPractice, EndedPractice, PinJudged, HealthTold, PrinterTested, Carried, RevisedReply, ToggledNeed,
    OpenedWhySlip, ToggledSlipAnswers, ChangedByApplicant>;

// Compiled once (one_of.hpp).
class Event : public AnyEvent {
public:
    template <base::OneOf<AnyEvent> What>
    Event(What what);  // NOLINT(*-explicit-*): every one of them is an Event
    Event(const Event&);
    Event(Event&&) noexcept;
    Event& operator=(const Event&);
    Event& operator=(Event&&) noexcept;
    ~Event();
};

// Whether it comes from a person (and so counts as presence), not from the clock or the worker.
[[nodiscard]] bool is_of_person(const Event& event);

// Where screens send what happened.
template <class E>
using Sink = std::function<void(E)>;

}  // namespace courtyard::flow
