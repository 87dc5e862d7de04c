// What an act is told before it is signed: what a report lacks, and whom money should not go to unasked.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/flow/desk_update.hpp"
#include "app/flow/money_doubt.hpp"
#include "tests/unit/cases/care_story.hpp"
#include "tests/unit/cases/money_story.hpp"
#include "tests/unit/flow/desk_player.hpp"
#include "tests/unit/pack/demo_pack.hpp"

using namespace courtyard;
using namespace courtyard::flow;
using test::Story;
using test::text;
using test::view_of;

TEST_CASE("a report that lacks what it rests on is told so while it is written, whatever it proposes") {
    Story story;
    story.until_review();
    const auto refusal_of = [&](const char* proposal) {
        cases::Fields fields{{"proposal", text(proposal)}, {"reasons", text("家庭困难")}};
        if (text(proposal) == "grant")
            fields.merge(cases::Fields{{"amount", std::int64_t{1}}, {"wage", std::int64_t{600'000}}});
        const auto view = view_of(story, "judge");
        ActDraft draft = begin_act(view.get(), "report_written", fields);
        judge_act(draft, view.get(), story.now);
        return draft.refusal;
    };
    CHECK(refusal_of("grant") == "report.elements");
    CHECK(refusal_of("refuse") == "report.elements");
    // Whatever can be missing has its words.
    Story petition;
    petition.until_review();
    petition.act("judge", "element_found",
                 {{"element", text("petition")}, {"finding", text("有一部分道理")}, {"sure", text("proven")}});
    for (const Story* each : {&story, &petition})
        for (const char* proposal : {"grant", "refuse", "terminate"})
            for (const std::string& missing : cases::missing_for(each->fold(), proposal))
                CHECK_MESSAGE(pack::test::demo_pack().words.has("report.missing." + missing), missing);
    story.find_elements();
    CHECK(refusal_of("grant").empty());
    CHECK(refusal_of("refuse").empty());
}

TEST_CASE("what a call tells and does not conclude is said while it is written, in words of the pack") {
    test::CareStory story;
    story.referred("civil_affairs");
    const auto refusal_of = [&](const char* field, cases::FieldValue value, test::Lines conclusions) {
        cases::Fields form = test::revisit("R1", std::move(conclusions));
        form[field] = std::move(value);
        const auto view = view_of(story, "caller");
        ActDraft draft = begin_act(view.get(), "revisit_made", form);
        judge_act(draft, view.get(), story.now);
        return draft.refusal;
    };
    CHECK(refusal_of("enforced", std::int64_t{8'800'000}, {"O1"}) == "revisit.enforced");
    CHECK(refusal_of("enforced", std::int64_t{8'800'000}, {"O9"}).empty());
    CHECK(refusal_of("petition", text("again"), {"O2"}) == "revisit.petition");
    CHECK(refusal_of("petition", text("none"), {"O2"}).empty());
    for (const cases::ToldOutcome& each : cases::told_table())
        CHECK(pack::test::demo_pack().words.has("fact." + std::string(each.code)));
}

TEST_CASE("a correction says in the window what would fall with it") {
    test::MoneyStory story;
    story.until_granted(3'000'000);
    const auto written = [&](std::string_view kind) {
        const auto fact = std::find_if(story.facts.begin(), story.facts.end(),
                                       [kind](const cases::Fact& each) { return each.kind == kind; });
        REQUIRE(fact != story.facts.end());
        const auto view = view_of(story, "registrar");
        ActDraft draft = begin_act(view.get(), "corrected", {{"wrong", fact->id.text()}, {"reasons", text("点错了")}});
        judge_act(draft, view.get(), story.now);
        return draft;
    };
    const ActDraft seat = written("assigned");
    CHECK(seat.refusal == "corrected.rests");
    CHECK(seat.wrong_kind == "assigned");
    for (const char* kind : {"ballot_opened", "vote_cast", "decided"})
        CHECK(std::count(seat.falling.begin(), seat.falling.end(), kind) == 1);
    // The control: nothing falls with a paper.
    const ActDraft paper = written("proof_added");
    CHECK(paper.refusal.empty());
    CHECK(paper.falling.empty());
}

TEST_CASE("who may have done the harm is paid for a reason that somebody wrote, and the other party never") {
    test::MoneyStory story;
    story.until_called(6'300'000, 6'300'000);
    CaseView view = *view_of(story, "registrar");
    view.cautions = {{"薛某甲", PayCaution::Why::Opponent}, {"薛某乙", PayCaution::Why::Said}};
    const auto refusal_of = [&](const char* payee, const char* despite) {
        cases::Fields fields = test::MoneyStory::order_fields(6'300'000);
        fields["payee"] = text(payee);
        if (*despite != 0) fields["despite"] = text(despite);
        ActDraft draft = begin_act(&view, "pay_ordered", fields);
        judge_act(draft, &view, story.now);
        return draft.refusal;
    };
    CHECK(refusal_of("申屠静", "").empty());
    CHECK(refusal_of("薛某乙", "") == "field.despite");
    CHECK(refusal_of("薛某乙", "核实过，不是他").empty());
    CHECK(refusal_of("薛某甲", "核实过，不是他") == "pay.offender");
    // Whoever releases it sees it, too.
    const auto order = story.act("registrar", "pay_ordered", [] {
        cases::Fields fields = test::MoneyStory::order_fields(6'300'000);
        fields["payee"] = text("薛某乙");
        return fields;
    }());
    const std::vector<PayCaution> cautions = view.cautions;
    view = *view_of(story, "leader");
    view.cautions = cautions;
    const ActDraft release = begin_act(&view, "pay_released", {{"order", order.text()}});
    REQUIRE(caution_of(release, view) != nullptr);
    CHECK(caution_of(release, view)->name == "薛某乙");
}

TEST_CASE(
    "reported: money that somebody heard had come is sent back, and paid again, with a word in red to look first") {
    for (const bool is_heard : {true, false}) {
        CAPTURE(is_heard);
        test::MoneyStory story;
        story.until_called(3'000'000, 3'000'000);
        const auto order = story.pay(3'000'000);
        if (is_heard) story.act("caller", "money_confirmed", test::MoneyStory::confirmation(order, 3'000'000, true));
        const auto doubt_of = [&](const char* who, const char* kind, const cases::Fields& fields) {
            const auto view = view_of(story, who);
            ActDraft draft = begin_act(view.get(), kind, fields);
            judge_act(draft, view.get(), story.now);
            CHECK_MESSAGE(draft.refusal.empty(), draft.refusal);
            const auto doubt = money_doubt(draft, *view);
            return doubt ? std::optional(doubt->why) : std::nullopt;
        };
        const auto told = [is_heard](MoneyDoubt::Why why) { return is_heard ? std::optional(why) : std::nullopt; };
        const cases::Fields back{{"order", order.text()}, {"reasons", text("户名不符")}};
        CHECK(doubt_of("registrar", "pay_returned", back) == told(MoneyDoubt::Why::SaidCame));
        story.act("registrar", "pay_returned", back);
        CHECK(doubt_of("registrar", "pay_ordered", test::MoneyStory::order_fields(3'000'000)) ==
              told(MoneyDoubt::Why::PaidAgain));
        const auto again = story.order(3'000'000);
        CHECK(doubt_of("leader", "pay_released", {{"order", again.text()}}) == told(MoneyDoubt::Why::PaidAgain));
        for (const auto why : {MoneyDoubt::Why::SaidCame, MoneyDoubt::Why::PaidAgain})
            CHECK(pack::test::demo_pack().words.has(std::string(key_of(why))));
    }
}

TEST_CASE(
    "a proof that stands in the case already, and money of which some came back, are asked about, never refused") {
    test::MoneyStory story;
    story.until_called(3'000'000, 3'000'000);
    const auto order = [&](std::int64_t part) {
        const auto id = story.order(1'000'000, part, 3);
        story.act("leader", "pay_released", {{"order", id.text()}});
        return id;
    };
    const auto doubt_of = [&](const char* kind, const cases::Fields& fields) {
        const auto view = view_of(story, "registrar");
        ActDraft draft = begin_act(view.get(), kind, fields);
        judge_act(draft, view.get(), story.now);
        CHECK_MESSAGE(draft.refusal.empty(), draft.refusal);
        return money_doubt(draft, *view);
    };
    const auto paying = [&](const cases::FactId& id, const char* proof) {
        cases::Fields fields = story.payment(id);
        fields["proof"] = text(proof);
        return fields;
    };
    const auto first = order(1);
    CHECK_FALSE(doubt_of("pay_made", paying(first, "电子回单001")));  // the first use
    story.act("registrar", "pay_made", paying(first, "电子回单001"));
    const auto second = order(2);
    const auto doubt = doubt_of("pay_made", paying(second, " 电子回单001 "));
    REQUIRE(doubt);
    CHECK(doubt->why == MoneyDoubt::Why::Proof);
    CHECK(doubt->proof == "电子回单001");
    CHECK_FALSE(doubt_of("pay_made", paying(second, "电子回单002")));
    CHECK_FALSE(doubt_of("pay_made", paying(second, "回单")));          // no number
    story.act("registrar", "pay_made", paying(second, "电子回单001"));  // asked, not refused
    cases::Fields visit{{"plan", text("R0")},
                        {"way", text("phone")},
                        {"spoke_with", text("applicant")},
                        {"money_came", std::int64_t{2'000'000}},
                        {"money_whole", true},
                        {"asked_for_fee", false},
                        {"unsafe", false},
                        {"conclusions", std::vector<std::string>{"O2"}}};
    CHECK_FALSE(doubt_of("revisit_made", visit));
    story.act("registrar", "pay_returned", {{"order", second.text()}, {"reasons", text("户名不符")}});
    const auto back = doubt_of("revisit_made", visit);
    REQUIRE(back);
    CHECK(back->why == MoneyDoubt::Why::CameBack);
    CHECK(back->said.value == 2'000'000);
    CHECK(back->out.value == 1'000'000);
    // More than was ever sent is refused, whatever came back: no second sentence says otherwise.
    visit["money_came"] = std::int64_t{2'000'001};
    const auto view = view_of(story, "registrar");
    CHECK_FALSE(money_doubt(view->folded, view->facts, "revisit_made", visit));
    visit["money_came"] = std::int64_t{1'000'000};
    CHECK_FALSE(doubt_of("revisit_made", visit));
}
