// What was typed for an act and is not signed yet. It outlives leaving the form, closing the case and locking the
// laptop: in memory only, and while the laptop is locked only sealed (worker/sealed_drafts.hpp).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/flow/act_pictures.hpp"
#include "app/flow/field_draft.hpp"

namespace courtyard::flow {

struct ActDraft;
struct CaseView;
struct DeskState;

struct KeptDraft {
    std::string about;  // case or lead; "" for one that is yet to be
    std::string kind;
    std::map<std::string, FieldDraft, std::less<>> fields;
    bool more = false;
    std::vector<ActPicture> pictures = {};
    bool lost_pictures = false;  // they are not kept behind a lock
};
void wipe(KeptDraft& draft) noexcept;

inline constexpr std::size_t kKeptDraftsMax = 200;

// What is being written is kept, unless it is being signed just now. The form is left by that.
void keep_draft(DeskState& state);
// What was kept for the act that is begun goes on in it, unless it says something else than `prefill` names: that is a
// draft of its own, and stays kept.
void go_on_with_kept(DeskState& state, const std::map<std::string, FieldDraft, std::less<>>& prefill);
// A ballot that two people laid goes by the fact of the other one as soon as that has come, if that one is the first:
// what is being written names it so, too.
void name_ballot_as_now(std::map<std::string, FieldDraft, std::less<>>& fields, const CaseView& view);
// Without what no lock keeps: pictures.
[[nodiscard]] std::vector<KeptDraft> drafts_behind_lock(DeskState& state);

}  // namespace courtyard::flow
