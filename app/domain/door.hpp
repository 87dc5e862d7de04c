// Other doors: the 1+N catalogue of social aid, fee relief, legal aid, credit relief. All of it is data of the pack
// (rules/doors.toml). Doors are put into an order of fit; none is ever closed to somebody who wants to ask.
#pragma once

#include <array>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "app/domain/expression.hpp"
#include "app/domain/screening.hpp"

namespace courtyard::domain {

// Something at home that the screening does not ask: may be told or not, is never filed and goes with the session.
struct DoorNeed {
    std::string value, say;
    // For the court, which has the application: when its answers tell the need by themselves.
    std::optional<Expression> told;
};
using DoorNeeds = std::set<std::string, std::less<>>;

// What the form tells of a question that the screening asks: the court has the form, and not always the screening.
struct ToldAnswer {
    std::string key, value;  // of the screening
    Expression when;         // names of the form, and `found`
};

// What the court has recorded besides: elements that it has found, and what has been done. Conditions name it `found`.
using Found = std::set<std::string, std::less<>>;
inline constexpr std::array<std::string_view, 14> kFoundWords{
    "identity",  "case",      "harm",     "loss", "paid",          "fault",  "hardship",
    "insurance", "other_aid", "petition", "norm", "original_case", "urgent", "aided"};

// Why a door fits: `say` finishes "because you said …".
struct DoorReason {
    Expression when;
    std::string say;
};

struct Door {
    std::string id, title;
    std::string who;                   // grants it
    std::string where;                 // to which counter to go
    std::string contact;               // id in contacts.toml, or empty
    std::string say;                   // what it is
    std::vector<std::string> bring;    // what to take along
    std::vector<std::string> sources;  // document and article, each in its own words
    std::optional<Expression> when;    // whom it may concern at all; none: everybody
    bool is_private = false;           // its name tells why somebody came: not on a paper that others may see
    // Social aid, judicial aid and legal aid are for natural persons: what is open to an organisation, too, says so.
    bool for_organisations = false;
    std::vector<DoorReason> because;
    // For referring somebody there: the bodies that may be asked (ids of contacts.toml), and the fields of the form
    // that they may be told. Without both nobody is referred: the person goes there.
    std::vector<std::string> bodies, share;
};

struct DoorCatalogue {
    std::string ask, hint;  // the one question about needs
    std::vector<DoorNeed> needs;
    std::vector<ToldAnswer> told;
    std::vector<Door> doors;

    [[nodiscard]] const Door* door(std::string_view id) const;
    // What an application tells of the needs at home by itself.
    [[nodiscard]] DoorNeeds needs_told(const Scope& form_scope, Date today) const;
    // The answers with what the form and the court tell besides: what was answered stays, and to its lists more is
    // added.
    [[nodiscard]] ScreeningAnswers with_told(ScreeningAnswers answers, const Scope& form_scope, const Found& found,
                                             Date today) const;
};

struct OpenDoor {
    const Door* door = nullptr;
    std::vector<std::string> because;   // empty: it may be asked about, too
    std::vector<std::string> ask = {};  // keys of the screening that nobody answered, and on which it hangs
    [[nodiscard]] bool fits() const { return !because.empty(); }
};

// Fitting doors first, those with more reasons before those with fewer, then the others; each group in the order of the
// catalogue. A door whose `when` does not hold is left out (a fund for road accidents, where there was none), and to an
// organisation (G1 is no) what is for natural persons; but when nothing would be left everything is shown.
[[nodiscard]] std::vector<OpenDoor> open_doors(const DoorCatalogue& catalogue, const ScreeningAnswers& answers,
                                               std::string_view primary, const DoorNeeds& needs);
// For the court: `found` counts, too, and a door whose `when` hangs on what nobody has answered is not left out but
// named with what to ask (OpenDoor::ask), after those that fit as much: whether it is a person that applies, too, where
// the door is for persons and nobody knows. `unasked`: E or H, where no list was ever given.
[[nodiscard]] std::vector<OpenDoor> doors_for_court(const DoorCatalogue& catalogue, const ScreeningAnswers& answers,
                                                    std::string_view primary, const DoorNeeds& needs,
                                                    const Found& found, std::span<const std::string_view> unasked);
// The same for somebody who was asked nothing but the needs: no door is left out.
[[nodiscard]] std::vector<OpenDoor> all_doors(const DoorCatalogue& catalogue, const DoorNeeds& needs);

}  // namespace courtyard::domain
