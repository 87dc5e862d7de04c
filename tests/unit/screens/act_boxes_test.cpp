// Every refusal that the pack has words for is told at its box, or is known to be about an act as a whole.
#include <doctest/doctest.h>

#include <set>
#include <sstream>
#include <string>

#include "app/cases/act_table.hpp"
#include "app/flow/act_box.hpp"
#include "tests/unit/screens/field_stage.hpp"

using namespace courtyard;
using namespace courtyard::flow;

namespace {

// Of the act, of the case, of another machine: no box could be set right. A new rule belongs here or to act_box.cpp.
constexpr const char* kOfTheWhole = R"(
abandoned.came account.ends account.record account.two alert.handled application balance.budget balance.granted
balance.recovery balance.released balance.requested balance.state balance.stopped case case.ambiguous case.exists
case.key case.no_key case.role case.short case.unknown clock.complex clock.complex_late clock.extended
clock.extended_late clock.not_complex clock.running clock.suspended close.at_odds close.followup close.fund
close.linkage_told close.money close.not_whole close.recovery close.recovery_told close.request close.served
close.told close.untold consent.revoked contact.nothing contact.two corrected.leader corrected.opening
corrected.rests corrected.unknown corrected.vote decided.amount_open decided.open decided.split decided.superseded
details.nothing details.two double.answered double.two double.unknown enforced.none field followup.settled
fund.goes_on guardian.disputed guardian.two hearing.none identified.nothing kept.none kept.self kind
lead.application lead.closed lead.open lead.payload lead.unknown letter.closed letter.partner linkage.answered
linkage.double linkage.told member member.assigned member.last member.left module.self module.stage money.number
money.twice more.twice not_opened other pay.account pay.account_replaced pay.account_two pay.confirmed pay.crossed
pay.doubted pay.not_paid pay.paid pay.released pay.self pay.stray pay.unreleased payload promise.disputed
promise.move promise.now.claimed promise.now.kept promise.now.overridden promise.self recall.none recovery.none
refer.partner referral.crossed referral.move referral.told refused report.elements revisit.two role role.taken
set_aside settled.both settled.none settled.own status undo.followed undo.letter undo.nothing undo.sent upward.open
urgent.approval urgent.self urgent.twice urgent.undecided vote.conflict vote.decided vote.double vote.superseded
vote.voter wage.none year.office year.unknown
answers.account answers.field answers.json clock.agreed clock.no_pause close.stray fellow.two module.at_most pay.account_back pay.own
settled.money stray.none fellow.nobody urgent.granted opinion.two opinion.open pay.at_odds revisit.sent_back
)";

std::string box_in(std::string_view kind, std::string_view code) {
    ActDraft draft;
    draft.kind = kind;
    draft.today = *domain::Date::parse("2026-11-28");
    return std::string(box_of(draft, code));
}

// In any act: which act a rule looks at, the table of acts does not say.
bool has_box(std::string_view code) {
    for (const cases::ActRule& rule : cases::act_table())
        if (!box_in(rule.kind, code).empty()) return true;
    return false;
}

}  // namespace

TEST_CASE("reported: a refusal brings its box in sight, whichever rule it comes from") {
    std::set<std::string> of_whole;
    std::istringstream words(kOfTheWhole);
    for (std::string code; words >> code;)
        of_whole.insert(code);
    std::size_t boxed = 0;
    for (const auto& word : test::demo_pack().words.all()) {
        constexpr std::string_view kFact = "fact.";
        if (!word.first.starts_with(kFact)) continue;
        const std::string code = word.first.substr(kFact.size());
        if (code.starts_with("field.")) continue;  // bears the name of its box
        CAPTURE(code);
        CHECK(has_box(code) != of_whole.contains(code));
        boxed += has_box(code) ? 1U : 0U;
    }
    CHECK(boxed > 100);
    // The control: a rule that nobody has placed is neither.
    CHECK_FALSE(has_box("promise.unheard_of"));
    CHECK_FALSE(of_whole.contains("promise.unheard_of"));
}

TEST_CASE("a box is that of the form that lies open") {
    struct Told {
        const char *kind, *code, *box;
    };
    for (const Told& each :
         {Told{"promised", "promise.due", "due"}, Told{"promised", "promise.owner", "body"},
          Told{"pay_ordered", "pay.approval", "approval"}, Told{"pay_ordered", "pay.granted", "amount"},
          Told{"pay_ordered", "pay.rest", "amount"}, Told{"pay_made", "money.proof", "proof"},
          Told{"referred", "refer.answer_by", "answer_by"}, Told{"linkage_asked", "linkage.answer_by", "answer_by"},
          Told{"more_asked", "more.until", "until"}, Told{"recovery_decided", "recovery.until", "until"},
          Told{"revisit_made", "revisit.money", "money_came"}, Told{"revisit_made", "revisit.visitors", "visitors"},
          Told{"clock_resumed", "clock.day", "on"}, Told{"urgent_proposed", "urgent.necessity", "necessity"},
          Told{"enforced", "enforced.claim", "claim"}, Told{"sent_to_filing", "filing.missing", "despite"},
          // What only bears the name of a box of that form, what its program fills in, what another form asks for.
          Told{"urgent_paid", "urgent.approval", ""}, Told{"pay_ordered", "pay.account", ""},
          Told{"closed", "close.promise", ""}, Told{"closed", "status", ""}}) {
        CAPTURE(each.kind);
        CAPTURE(each.code);
        CHECK(box_in(each.kind, each.code) == each.box);
    }
}
