// Inside of update(): one function per event, grouped by part of the kiosk over several files. Used by kiosk_update.cpp
// only.
#pragma once

#include <string>
#include <string_view>

#include "app/domain/form.hpp"
#include "app/flow/kiosk_update.hpp"

namespace courtyard::flow {

inline constexpr std::string_view kStillPrinting = "print.still_printing";  // word key

class Moves {
public:
    Moves(KioskState& state, Effects& effects, base::Instant now, const KioskWorld& world)
        : state_(state), effects_(effects), now_(now), world_(world) {}

    // moves_room.cpp: time, fixed buttons, guide
    void on(const Ticked&);
    void on(const Touched&) {}
    void on(const SaidStillHere&) {}
    void on(const PressedHome&);
    void on(const PressedBack&);
    void on(const PressedTextSize&);
    void on(const PressedContrast&);
    void on(const PressedHelp&);
    void on(const PressedQuickExit&);
    void on(const LeftHarmlessPage&);
    void on(const SaidGoodbye&);
    void on(const OpenedGuide&);
    void on(const OpenedTopic&);
    void on(const OpenedQuestions&);
    void on(const OpenedQuestion&);
    void on(const OpenedSearch&);
    void on(const OpenedDoors&);
    void on(const OpenedDoor&);
    void on(const HeardFromHub&);
    void on(const TroubleChanged&);

    // moves_screening.cpp
    void on(const OpenedScreening&);
    void on(const RepliedScreening&);
    void on(const OpenedApplication&);
    void on(const ChoseKind&);
    void on(const ReadNotice&);
    void on(const ToggledConsent&);
    void on(const RefusedConsent&);

    // moves_form.cpp, moves_form_steps.cpp
    void on(const PressedNext&);
    void on(const ChoseOption&);
    void on(const PickedYear&);
    void on(const PickedMonth&);
    void on(const PickedDay&);
    void on(const Skipped&);
    void on(const AddedRow&);
    void on(const OpenedRow&);
    void on(const RemovedRow&);
    void on(const ChosePaper&);
    void on(const TickedBox&);
    void on(const ChangedAnswer&);

    // moves_why.cpp
    void on(const RevisedReply&);
    void on(const ToggledNeed&);
    void on(const OpenedWhySlip&);
    void on(const ToggledSlipAnswers&);
    void on(const ChangedByApplicant&);

    // moves_text.cpp
    void on(const Typed&);
    void on(const PressedErase&);
    void on(const PressedDelete&);
    void on(const MovedCaret&);
    void on(const PlacedCaret&);
    void on(const ClearedText&);
    void on(const PressedCodePoint&);

    // moves_writing.cpp
    void on(const ChoseWritingPad&);
    void on(const PenDown&);
    void on(const PenMoved&);
    void on(const PenUp&);
    void on(const UndidStroke&);
    void on(const ClearedInk&);
    void on(const Spelled&);
    void on(const Keyed&);
    void on(const KeptLetters&);
    void on(const ChoseOffer&);
    void on(const ShowedOffers&);
    void on(const ChoseRadicalStrokes&);
    void on(const ChoseRadical&);
    void on(const ChoseRestStrokes&);
    void on(const PressedMyriad&);
    void on(const ReadInk&);
    void on(const SpelledOut&);
    void on(const FoundForms&);
    void on(const FoundByRadical&);
    void on(const WritingFailed&);

    // moves_receipt.cpp
    void on(const PressedSubmit&);
    void on(const ConfirmedAlone&);
    void on(const Filed&);
    void on(const FilingFailed&);
    void on(const DeliveryChanged&);
    void on(const ShowedSymbol&);
    void on(const FinishedReceipt&);
    void on(const SaidPhotographed&);
    void on(const GaveProof&);
    void on(const OpenedProgress&);
    void on(const PressedLookUp&);
    void on(const FoundProgress&);
    void on(const ProgressNotKnown&);
    void on(const ProgressFailed&);

    // moves_ticket.cpp
    void on(const AskedForTicket&);
    void on(const DeclinedTicket&);
    void on(const TookTicket&);
    void on(const PressedTakeAway&);
    void on(const ShowedTicketSymbol&);
    void on(const OpenedResume&);
    void on(const PressedResume&);
    void on(const TicketIssued&);
    void on(const TicketPacked&);
    void on(const TicketFailed&);
    void on(const DraftOpened&);
    void on(const DraftNotHere&);

    // moves_speech.cpp
    void on(const PressedListen&);
    void on(const PressedListenAgain&);
    void on(const PressedStopListening&);
    void on(const PickedLoudness&);
    void on(const PressedSoundTest&);
    void on(const ReadPage&);
    void on(const ReadMore&);
    void on(const SaidTouch&);
    void on(const SpeechEnded&);
    // moves_print.cpp
    void on(const OpenedTakeHome&);
    void on(const PressedPrint&);
    void on(const PressedPrintAgain&);
    void on(const PaperPrinted&);
    void on(const PrintFailed&);
    // moves_eyes.cpp: photos of papers
    void on(const OpenedCamera&);
    void on(const OpenedStick&);
    void on(const RetriedCamera&);
    void on(const PressedShutter&);
    void on(const RetookPhoto&);
    void on(const TurnedPhoto&);
    void on(const UsedPhoto&);
    void on(const ChoseStickPicture&);
    void on(const OpenedPhoto&);
    void on(const RemovedPhoto&);
    void on(const CameraSaw&);
    void on(const CameraFailed&);
    void on(const TookPhoto&);
    void on(const PhotoFailed&);
    void on(const ListedStick&);
    void on(const StickFailed&);
    void settle_eyes();  // after every event

    // moves_ink.cpp: the signature
    void on(const StartedStroke&);
    void on(const DrewStroke&);
    void on(const EndedStroke&);
    void on(const ClearedSignature&);

    // moves_scan.cpp: codes
    void on(const OpenedScan&);
    void on(const Scanned&);
    void on(const HandedInSlip&);
    void on(const SlipTaken&);
    void on(const SlipRefused&);
    // moves_steward.cpp
    void on(const HeldSeal&);
    void on(const TypedPin&);
    void on(const ErasedPin&);
    void on(const SentPin&);
    void on(const OpenedHealth&);
    void on(const OpenedPrinterTest&);
    void on(const PressedPrinterTest&);
    void on(const OpenedCarry&);
    void on(const StartedPractice&);
    void on(const EndedPractice&);
    void on(const PinJudged&);
    void on(const HealthTold&);
    void on(const PrinterTested&);
    void on(const Carried&);

private:
    [[nodiscard]] Session& session() { return state_.session; }
    [[nodiscard]] DraftWork& draft() { return state_.session.draft; }
    [[nodiscard]] Page page() const { return state_.session.place.page; }
    [[nodiscard]] const domain::FormDefinition& form() const { return world_.pack->form; }
    [[nodiscard]] bool is_shut() const;
    [[nodiscard]] domain::Date today() const { return domain::Date::in_china(now_); }

    // Rooms.
    void go(Place place);       // remembers where "back" leads
    void replace(Place place);  // does not
    void back();
    void end_session(Page next);
    void wipe_progress();

    // Reading aloud.
    void speak(std::vector<std::string> pieces, Turn turn);
    // Printing. Also for what only another part knows, as the symbols of a ticket.
    void print(PrintOrder order);
    [[nodiscard]] bool may_print(const PrintOrder& order);
    // True while a receipt or ticket is being printed; then the page says so.
    [[nodiscard]] bool waits_for_paper();
    void stop_waiting();

    // Screening.
    void screening_next();
    void screening_back();

    // Writing.
    [[nodiscard]] WritingWork& writing() { return state_.session.writing; }
    void ask_about_ink();
    void ask_about_letters();
    [[nodiscard]] bool erase_letter();  // of those that wait; false: there are none
    void go_on_after_warning();
    [[nodiscard]] bool warn_about_pending();  // once: something written is not in the text yet
    // Why (moves_why.cpp).
    void forget_unasked();           // answers to questions that are not asked any more after a change
    void revised();                  // one answer was given anew
    [[nodiscard]] bool must_stop();  // rule RS; true: other help is shown, and the court is told once a session

    // Form.
    void enter(Asking asking);    // loads the answer into the text field or the date
    void keep();                  // text field or date into the answers
    [[nodiscard]] bool accept();  // checks what was kept; false: problems are shown
    void advance();               // to the next question
    void next_field();
    void previous();
    [[nodiscard]] bool enter_part(const domain::Field& field, int row, int from,
                                  int step);  // next or previous column that is asked
    void enter_field(const std::string& code, bool from_behind);
    void judge_all();  // problems of the whole application, for Review
    void to_review();
    void note_writer(const std::string& code);
    void file();
    void begin_form();
    void keep_draft();

    // Eyes.
    void look(LookFor look_for);
    void stop_looking();
    void shoot();
    [[nodiscard]] bool may_photograph(const std::string& paper);  // false: why not is shown
    void drop_photos(std::string_view paper);
    [[nodiscard]] std::vector<Photo> photos_to_file() const;
    void give_up_photos();
    [[nodiscard]] const domain::Field* signed_field() const;
    void load_ink(const domain::Field& field);
    [[nodiscard]] bool lacks_draft_parts() const;
    void take_draft_part(const std::string& text);
    void wipe_scan();
    void take_receipt_code(const std::string& text);
    void take_part(const std::string& text);
    void take_other_code(const std::string& text);
    [[nodiscard]] bool go_to_resume();
    void ask_court_for_lost_photos();
    void show_scan(const char* word);

    void begin_practice();
    void show_sample_receipt();
    [[nodiscard]] bool may_apply();  // false: a trouble of the machine is shown

    KioskState& state_;
    Effects& effects_;
    base::Instant now_;
    const KioskWorld& world_;
};

}  // namespace courtyard::flow
