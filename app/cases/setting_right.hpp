// Facts that set others aside: a correction, and the settling of a contradiction.
#pragma once

#include <map>
#include <set>
#include <utility>

#include "app/cases/fact.hpp"
#include "app/cases/order.hpp"
#include "app/cases/role.hpp"

namespace courtyard::cases {

// Facts that something else set aside, each with the fact that did it.
struct Aside {
    std::map<FactId, FactId> by;
    std::map<FactId, std::string> blocked;  // corrections of what others rest on, each with its code
    // Of those, of whose authors nobody knew what rests there: with the first of it, in the order of the case. Neither
    // has heard of the other, so which of them holds is for people to say.
    std::map<FactId, FactId> crossed;
    std::map<FactId, FactId> upheld;  // corrections of which somebody has said that they hold, each with who said so
    // Of those, with the decision that would have fallen and that their authors did not know: it stands, and is
    // doubted.
    std::set<std::pair<FactId, FactId>> shaken;
};

// Why a correction has no effect: something rests on what it names.
inline constexpr std::string_view kRests = "corrected.rests";

// A correction, or the settling of a contradiction; and what it names as not holding.
[[nodiscard]] bool sets_right(std::string_view kind);
[[nodiscard]] inline bool sets_right(const Fact& fact) { return sets_right(fact.kind); }
[[nodiscard]] std::vector<FactId> set_right_by(const Fact& fact);

// Money that is gone: no word of anybody brings it back.
[[nodiscard]] bool is_money_out(std::string_view kind);

// Of the settling of a contradiction: the correction that it says holds, if that is what it says.
[[nodiscard]] std::optional<FactId> correction_upheld(const Ordered& order, const Fact& fact);

// What goes along when somebody who has heard of both says that the correction holds against those who had not heard of
// it: a ballot and all votes on it, of which nobody outside has heard. All else is named, or set right first.
[[nodiscard]] bool goes_along(const Ordered& order, std::size_t at, const FactId& upheld);

// Which facts are set aside: a correction that was itself corrected sets nothing aside. Asks the structure of the facts
// alone (who, kind, fields, who knew what), not where the case stood.
//
// What somebody rests on stays (code "corrected.rests"), unless that goes first: a vote or a ballot on which a decision
// was signed, and whatever led to a payment that went out. It holds, too, when the one who corrects did not know: money
// that is gone and a decision that was served are not unmade by a stick that comes late. Such a decision is doubted.
// What else would fall, the fold finds out (falls_along.hpp); `refused`: what it has found.
[[nodiscard]] Aside set_aside(const Ordered& order, const Offices& offices, std::map<FactId, std::string> refused = {});

// "corrected.unknown": its author did not know the fact it names. "corrected.others": neither the same author, nor
// registrar or leader. "corrected.vote": only who voted takes a vote back. "corrected.leader": what was decided and
// paid is set right by the leader. "corrected.opening": a case cannot be unmade. "settled.both": one fact cannot hold
// and fall. "settled.own": nobody says of their own word that it holds against another's; giving way is everybody's.
// "settled.money": that money went out does not fall because its ground was corrected: it is asked back.
// Nothing for a fact of another kind.
[[nodiscard]] Verdict check_setting_right(const Ordered& order, std::size_t at, Role role);

}  // namespace courtyard::cases
