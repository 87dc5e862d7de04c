// Taking back what was done on this laptop and has not left it.
#include <algorithm>
#include <set>

#include "app/cases/order.hpp"
#include "app/worker/case_acts.hpp"
#include "app/worker/case_mail.hpp"
#include "app/worker/case_pictures.hpp"
#include "app/worker/case_shelf.hpp"

namespace courtyard::worker {

namespace {

// What the program said because something else has left: it stands as long as that does.
bool goes_with_a_letter(const cases::Fact& fact) {
    return fact.kind == "key_given" || fact.kind == "letter_sent" ||
           (fact.kind == "referral_told" && fact.text("how") == "electronic");
}

// What the program said because of `cause`, and nobody besides.
bool is_said_because_of(const cases::Fact& fact, const cases::Fact& cause) {
    if (fact.author != cause.author) return false;
    const bool opens_the_case = cause.id == cause.about;
    return fact.kind == "key_given" || fact.kind == "told" || fact.kind == "double_asked" ||
           (fact.kind == "joined" && opens_the_case);
}

// The fact and all that came after it, oldest first; "undo.followed" where a person said some of that.
base::Result<std::vector<const cases::Fact*>> going_with(const std::vector<cases::Fact>& facts,
                                                         const cases::FactId& wanted) {
    const cases::Ordered order = cases::in_order(facts);
    std::vector<const cases::Fact*> going;
    std::set<cases::FactId> ids;
    for (const cases::Fact* each : order.facts) {
        const bool follows = std::any_of(each->after.begin(), each->after.end(),
                                         [&ids](const cases::FactId& before) { return ids.contains(before); });
        if (each->id != wanted && !follows) continue;
        if (each->kind == "letter_sent" && each->fact("referral") == wanted)
            return base::fail("undo.letter",
                              "the letter to that body is out: take the referral back with referral_revoked");
        if (each->id != wanted && !is_said_because_of(*each, *going.front()))
            return base::fail("undo.followed", "something came after it in the case: set it right with a correction");
        going.push_back(each);
        ids.insert(each->id);
    }
    if (going.empty()) return base::fail("undo.others", "only what was done on this laptop can be taken back here");
    return going;
}

// Keys that nothing names any more.
base::Result<void> take_back_keys(Machine& machine, const store::Transaction& inside,
                                  const std::vector<cases::Fact>& facts, const std::vector<const cases::Fact*>& going) {
    std::set<std::string> staying, leaving;
    for (const cases::Fact& fact : facts) {
        if (fact.kind != "key_given") continue;
        const bool goes =
            std::any_of(going.begin(), going.end(), [&](const auto* each) { return each->id == fact.id; });
        (goes ? leaving : staying).insert(std::string(fact.text("key")));
    }
    for (const std::string& key : leaving) {
        const auto id = base::KeyId::parse(key);
        if (id && !staying.contains(key)) TRY(machine.store().case_keys.take_back(inside, *id));
    }
    return {};
}

}  // namespace

base::Result<std::vector<cases::FactId>> unsent_acts(Machine& machine, const cases::CaseId& about) {
    std::vector<cases::FactId> unsent;
    for (const cases::Fact& fact : TRY(facts_of(machine, about))) {
        const auto row = TRY(machine.store().outbox.find(fact.id));
        if (row && row->parcel.delivery == mail::Delivery::Queued && !goes_with_a_letter(fact))
            unsent.push_back(fact.id);
    }
    return unsent;
}

base::Result<void> undo(Machine& machine, const cases::CaseId& about, const cases::FactId& fact) {
    const std::vector<cases::Fact> facts = TRY(facts_of(machine, about));
    const std::vector<const cases::Fact*> going = TRY(going_with(facts, fact));
    auto inside = TRY(machine.store().begin());
    TRY(take_back_pictures(machine, inside, about, facts, fact));
    TRY(machine.store().case_records.take_back_since(inside, about, kCaseKeyKind, going.front()->claimed));
    for (auto each = going.rbegin(); each != going.rend(); ++each)
        TRY(machine.store().case_records.take_back(inside, (*each)->id));
    TRY(take_back_keys(machine, inside, facts, going));
    TRY(inside.commit());
    return {};
}

}  // namespace courtyard::worker
