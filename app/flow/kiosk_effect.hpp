// What the kiosk asks of the worker. The worker answers with events that carry the same ticket.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "app/domain/answer.hpp"
#include "app/domain/applicant.hpp"
#include "app/domain/screening.hpp"
#include "app/flow/draft.hpp"
#include "app/flow/eyes_effect.hpp"
#include "app/flow/kiosk_state.hpp"
#include "app/flow/speech_effect.hpp"
#include "app/flow/steward_effect.hpp"
#include "app/flow/why_effect.hpp"
#include "app/flow/writing_effect.hpp"
#include "sync/base/instant.hpp"
#include "sync/base/one_of.hpp"

namespace courtyard::flow {

// Seal the application, keep it durably and answer Filed; or FilingFailed, and then nothing of it was kept.
struct File {
    std::uint64_t ticket = 0;
    domain::ApplicantKind kind = domain::ApplicantKind::Self;
    domain::Application application;  // checked and normal; consents and declarations are among the answers
    bool screened = false;            // whether the next two mean something
    domain::ScreeningAnswers screening_answers;
    domain::Screening screening;                         // the explanation that the person saw
    std::set<std::string, std::less<>> typed_by_helper;  // field codes
    bool confirmed_alone = false;                        // the applicant confirmed without the helper
    base::Instant asked_at;
    std::vector<Photo> photos;  // of papers, in order; each paper is among the answers as handed in
};

// Open the notices of a slip: FoundProgress, ProgressNotKnown or ProgressFailed. `code` is as typed and to be wiped.
struct LookUpProgress {
    std::uint64_t ticket = 0;
    std::string code;
};

// The session is over: forget everything about it (draft buffers, opened notices, key presses not yet read).
struct EndSession {};

// Look again whether the machine may be used (disk, store, pack): TroubleChanged.
struct CheckMachine {};

// Make a ticket for this session: TicketIssued or TicketFailed.
struct IssueTicket {
    std::uint64_t ticket = 0;
};
// Keep the draft sealed to the session's ticket, in place of the one before. Not answered: a disk that cannot is told
// by CheckMachine.
struct KeepDraft {
    Draft draft;
};
// The draft as symbols to take along, sealed to the session's ticket, which is made if there is none: TicketPacked or
// TicketFailed.
struct PackTicket {
    std::uint64_t ticket = 0;
    Draft draft;
};
// Open a draft: from its symbols if there are any, else from what this machine keeps. DraftOpened, DraftNotHere or
// TicketFailed. The session goes on with this ticket. `code` is as typed and to be wiped.
struct OpenTicket {
    std::uint64_t ticket = 0;
    std::string code;
    std::vector<std::string> symbols;
};

// Print a paper: PaperPrinted or PrintFailed. It never holds up the others; EndSession stops it.
struct Print {
    std::uint64_t ticket = 0;
    PrintOrder order;
    std::optional<Receipt> receipt;    // of PrintWhat::Receipt; its secrets are to be wiped
    domain::ScreeningAnswers answers;  // of PrintWhat::Screening
    domain::DoorNeeds needs;           // of the same
    base::Instant asked_at;
};

using AnyEffect = std::variant<File, LookUpProgress, EndSession, CheckMachine, IssueTicket, KeepDraft, PackTicket,
                               OpenTicket, Speak, StopSpeaking, SetLoudness, RecogniseInk, SpellOut, ListForms,
                               ListByRadical, Print, EyesEffect,  // steward_effect.hpp
                               TryPin, LookAtHealth, TestPrinter, AskForStick, LetStickGo, Practise, RaiseAlert>;

// Compiled once (one_of.hpp).
class Effect : public AnyEffect {
public:
    template <base::OneOf<AnyEffect> What>
    Effect(What what);  // NOLINT(*-explicit-*): every one of them is an Effect
    template <base::OneOf<EyesEffect> What>
    Effect(What what);  // NOLINT(*-explicit-*)
    Effect(const Effect&);
    Effect(Effect&&) noexcept;
    Effect& operator=(const Effect&);
    Effect& operator=(Effect&&) noexcept;
    ~Effect();
};
using Effects = std::vector<Effect>;

}  // namespace courtyard::flow
