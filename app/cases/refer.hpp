// Asking another body to help: which items fit a case, whom to ask, and what they may be told. The items and what each
// may tell stand in the pack (rules/doors.toml). Suggestions only: a person decides and signs, the person concerned
// agrees first.
//
// The fold reads no packs, so the list of what may be told is held where the act is done (may_share), and what no list
// may ever allow is held everywhere (is_never_shared).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/cases/aid_case.hpp"
#include "app/domain/door.hpp"

namespace courtyard::cases {

// The account (F1.80 and its parts), and how the person may safely be reached (F1.11 and its parts).
[[nodiscard]] bool is_never_shared(std::string_view code);

// Why no body is told this of the applicant now: "refer.never"; "refer.phone", the person has said how they must be
// reached (domain::is_guarded: "at any time" is no such word), so no body gets a telephone number; "refer.lost", nobody
// is at their number any more. Nothing: it may be told.
[[nodiscard]] Verdict withheld(std::string_view code, const domain::ContactWords& contact, const AidCase& aid_case);

// What the act "referred" is held to before it is signed. "refer.item": no such item, or one that nobody is referred
// to. "refer.body": the item is not that body's. "refer.shared": a field that the item does not list. And withheld();
// and the code of the fold: "refer.consent".
[[nodiscard]] Verdict may_share(const domain::DoorCatalogue& catalogue, const domain::ContactWords& contact,
                                const AidCase& aid_case, std::string_view item, std::string_view body,
                                std::span<const std::string> shared);

// The fields that a referral to this item may tell in this case: its list without what the case forbids.
[[nodiscard]] std::vector<std::string> sharable(const domain::Door& door, const domain::ContactWords& contact,
                                                const AidCase& aid_case);

struct Suggestion {
    const domain::Door* door = nullptr;
    std::vector<std::string> because;                   // why it fits; empty: it may be asked about, too
    std::vector<std::string> ask = {};                  // keys of the screening to ask first: it hangs on them
    std::vector<std::string> agreed, to_ask;            // its bodies: the person has agreed, must be asked first
    std::vector<std::pair<std::string, FactId>> asked;  // bodies with an open referral of this item
    [[nodiscard]] bool fits() const { return !because.empty(); }
    friend bool operator==(const Suggestion&, const Suggestion&) = default;
};

// Items that somebody can be referred to, those that fit first (domain::open_doors); those all of whose bodies have
// answered with "done" are left out. `needs`: told at the visit, or by the application (DoorCatalogue::needs_told).
[[nodiscard]] std::vector<Suggestion> suggest(const domain::DoorCatalogue& catalogue,
                                              const domain::ScreeningAnswers& answers, std::string_view primary,
                                              const domain::DoorNeeds& needs, const AidCase& aid_case);
// The same by all that the court knows (domain::doors_for_court): what hangs on something that nobody has answered is
// there, with what to ask.
struct CourtKnows {
    domain::ScreeningAnswers answers;
    std::string primary;
    domain::DoorNeeds needs;
    domain::Found found;
    std::vector<std::string_view> unasked;  // "E", "H": no list was ever given
};
[[nodiscard]] std::vector<Suggestion> suggest(const domain::DoorCatalogue& catalogue, const CourtKnows& knows,
                                              const AidCase& aid_case);

}  // namespace courtyard::cases
