// What the laptop's window asks of the worker. Imperative; the answer comes back as an event.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "app/flow/case_effect.hpp"
#include "app/flow/desk_state.hpp"
#include "app/flow/double_effect.hpp"
#include "app/flow/lead_effect.hpp"
#include "app/flow/year_effect.hpp"
#include "sync/base/one_of.hpp"

namespace courtyard::flow::desk {

struct Unlock {
    std::string passphrase;
};  // -> Unlocked, UnlockFailed
// Close the store, forget every key; what is not signed yet is sealed until DraftsOpened after the next Unlock.
struct Lock {
    std::vector<KeptDraft> drafts = {};
};
struct LoadInbox {};  // -> LoadedInbox, LoadFailed
struct LoadSheet {
    base::RecordId id;
};  // -> LoadedSheet, LoadFailed
struct SignAnswer {
    base::RecordId id;
    AnswerDraft draft;
};  // -> Answered, AnswerFailed
struct LoadPicture {
    base::Digest digest;
    std::optional<cases::CaseId> about;  // of a case; nothing: of an application
};                                       // -> LoadedPicture
struct LookForSlip {};                   // -> SawSlip and ScannedSymbol again and again, LookFailed
struct StopLookingForSlip {};
struct RecoverSlip {
    std::vector<std::string> symbols;
};  // -> RecoveredSlip, RecoveryFailed
struct LookAfter {
    base::RecordId id;
};                  // -> LoadedInbox, LoadFailed
struct SyncNow {};  // -> MailChanged, then LoadedInbox

}  // namespace courtyard::flow::desk

namespace courtyard::flow {

using AnyDeskEffect =
    std::variant<desk::Unlock, desk::Lock, desk::LoadInbox, desk::LoadSheet, desk::SignAnswer, desk::LoadPicture,
                 desk::LookForSlip, desk::StopLookingForSlip, desk::RecoverSlip, desk::SyncNow, desk::LookAfter,
                 desk::ListCases, desk::ShowCase, desk::DoAct, desk::OpenCaseFrom, desk::UndoAct, desk::MakePaper,
                 desk::PrintPaper, desk::SavePaper, desk::LookForPaper, desk::TakePicture, desk::ListPictures,
                 desk::TakeListed, desk::ShowLead, desk::DoLead, desk::OpenCaseOfLead, desk::SayYearSent,
                 desk::ShowDoubles, desk::WriteTokenList, desk::TakeTokenLists>;

// Compiled once (one_of.hpp).
class DeskEffect : public AnyDeskEffect {
public:
    template <base::OneOf<AnyDeskEffect> What>
    DeskEffect(What what);  // NOLINT(*-explicit-*): every one of them is a DeskEffect
    DeskEffect(const DeskEffect&);
    DeskEffect(DeskEffect&&) noexcept;
    DeskEffect& operator=(const DeskEffect&);
    DeskEffect& operator=(DeskEffect&&) noexcept;
    ~DeskEffect();
};

}  // namespace courtyard::flow
