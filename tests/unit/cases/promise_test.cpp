// There is no way to "kept" but the person's word, and none to "overridden" but a judge's reasons: over the whole
// machine, and over all short histories through the fold.
#include "app/cases/promise.hpp"

#include <algorithm>
#include <set>

#include "app/cases/next_tasks.hpp"
#include "tests/unit/cases/care_story.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using namespace courtyard::test;

namespace {

constexpr std::array kStates{PromiseState::Made, PromiseState::Claimed, PromiseState::Kept, PromiseState::Overridden,
                             PromiseState::Disputed};

std::set<PromiseState> reached(const std::set<PromiseMove>& without) {
    std::set<PromiseState> seen{PromiseState::Made};
    for (bool grown = true; grown;) {
        grown = false;
        for (const PromiseState from : kStates)
            for (const PromiseMove move : kPromiseMoves) {
                if (!seen.contains(from) || without.contains(move)) continue;
                if (const auto to = after(from, move)) grown |= seen.insert(*to).second;
            }
    }
    return seen;
}

struct Kind {
    const char* kind;
    const char* author;
    Fields fields;
};

std::vector<Kind> alphabet(const FactId& promise) {
    const std::string id = promise.text();
    return {{"promise_claimed", "caller", {{"promise", id}, {"evidence", text("已发放")}}},
            {"promise_confirmed", "caller", {{"promise", id}, {"by", text("applicant")}}},
            {"promise_overridden", "judge", {{"promise", id}, {"reasons", text("查实已办")}}},
            {"promise_disputed", "registrar", {{"promise", id}, {"reasons", text("没有收到")}}},
            {"promise_extended", "judge", {{"promise", id}, {"due", text("2027-03-01")}, {"reasons", text("再等等")}}}};
}

FactId make(CareStory& story) {
    story.open();
    for (const char* name : {"judge", "caller"})
        story.act("registrar", "joined", {{"person", story.id(name)}, {"as", text(name[0] == 'j' ? "handler" : name)}});
    return story.act("caller", "promised",
                     {{"body", text("civil_affairs")},
                      {"owner", text("科长")},
                      {"what", text("办低保")},
                      {"due", text("2027-01-15")}});
}

// Judged from the facts in force alone, in their order: what the state must be.
PromiseState expected(const AidCase& folded) {
    PromiseState state = PromiseState::Made;
    for (const Entry& entry : folded.entries) {
        if (entry.standing != Standing::InForce) continue;
        if (entry.kind == "promise_confirmed") state = PromiseState::Kept;
        if (entry.kind == "promise_disputed") state = PromiseState::Disputed;
        if (entry.kind == "promise_overridden" && state != PromiseState::Kept) state = PromiseState::Overridden;
        if (entry.kind == "promise_claimed" && state == PromiseState::Made) state = PromiseState::Claimed;
    }
    return state;
}

void check(const AidCase& folded) {
    const Promise& promise = folded.care.promises.front();
    const PromiseState should = expected(folded);
    // A claim does not close and may stand beside a dispute.
    if (is_open(should))
        CHECK(is_open(promise.state));
    else
        CHECK(promise.state == should);
    const Entry* by = promise.closed_by ? folded.entry(*promise.closed_by) : nullptr;
    if (promise.state == PromiseState::Kept) {
        REQUIRE(by != nullptr);
        CHECK(by->kind == "promise_confirmed");
        CHECK(by->standing == Standing::InForce);
    } else if (promise.state == PromiseState::Overridden) {
        REQUIRE(by != nullptr);
        CHECK(by->kind == "promise_overridden");
        CHECK(by->role == Role::Judge);
    } else {
        CHECK(by == nullptr);
    }
}

}  // namespace

TEST_CASE("over the whole machine there is no path to kept without confirmation") {
    CHECK(reached({}).size() == kStates.size());  // the control: with all moves everything is reached
    CHECK_FALSE(reached({PromiseMove::Confirm}).contains(PromiseState::Kept));
    CHECK_FALSE(reached({PromiseMove::Override}).contains(PromiseState::Overridden));
    for (const PromiseState from : kStates)
        CHECK(after(from, PromiseMove::Dispute) == PromiseState::Disputed);  // a dispute re-opens whatever was
    for (const PromiseState from : kStates)
        for (const PromiseMove move : kPromiseMoves)
            if (const auto to = after(from, move); to && !is_open(*to))
                CHECK(((move == PromiseMove::Confirm && *to == PromiseState::Kept) ||
                       (move == PromiseMove::Override && *to == PromiseState::Overridden) || *to == from));
}

TEST_CASE("over all histories of five facts there is no path to kept without confirmation") {
    CareStory story;
    const std::vector<Kind> kinds = alphabet(make(story));
    const std::size_t base = story.facts.size();
    int kept = 0;
    for (int code = 0; code < 5 * 5 * 5 * 5 * 5; ++code) {
        story.facts.resize(base);
        bool confirmed = false;
        for (int rest = code, depth = 0; depth < 5; ++depth, rest /= 5) {
            const Kind& kind = kinds[static_cast<std::size_t>(rest % 5)];
            confirmed |= rest % 5 == 1;
            story.say(kind.author, kind.kind, kind.fields);
        }
        const AidCase folded = story.fold();
        check(folded);
        if (folded.care.promises.front().state == PromiseState::Kept) {
            ++kept;
            CHECK(confirmed);
        }
    }
    CHECK(kept > 0);
}

TEST_CASE("neither is there one when people act without knowing of each other") {
    CareStory story;
    const FactId promise = make(story);
    const std::vector<Kind> kinds = alphabet(promise);
    const std::size_t base = story.facts.size();
    const auto root = heads(story.facts);
    for (int code = 0; code < 10 * 10 * 10; ++code) {
        story.facts.resize(base);
        for (int rest = code, depth = 0; depth < 3; ++depth, rest /= 10) {
            const Kind& kind = kinds[static_cast<std::size_t>(rest % 5)];
            if (rest % 10 < 5)
                story.say(kind.author, kind.kind, kind.fields);
            else
                story.say_after(kind.author, kind.kind, kind.fields, root);
        }
        check(story.fold());
    }
}

TEST_CASE("who closes a promise without knowing that the person disputes it does not close it") {
    CareStory story;
    const FactId promise = make(story);
    story.act("caller", "promise_claimed", {{"promise", promise.text()}, {"evidence", text("发放表")}});
    const auto seen = heads(story.facts);
    story.act("caller", "promise_disputed", {{"promise", promise.text()}, {"reasons", text("没有到账")}});
    for (const auto& [author, kind, fields] :
         {std::tuple{"registrar", "promise_confirmed", Fields{{"promise", promise.text()}, {"by", text("agent")}}},
          std::tuple{"judge", "promise_overridden",
                     Fields{{"promise", promise.text()}, {"reasons", text("材料齐")}}}}) {
        const FactId late = story.say_after(author, kind, fields, seen);
        CHECK(story.standing(late) == "refused promise.disputed");
    }
    CHECK(story.fold().care.promises.front().state == PromiseState::Disputed);
    CHECK(story.standing(story.say("registrar", "promise_overridden",
                                   {{"promise", promise.text()}, {"reasons", text("x")}})) == "refused role");
}

TEST_CASE(
    "the person says that it was not done, of a promise that nobody has claimed: whoever else closes it meanwhile") {
    for (const bool dispute_first : {true, false}) {
        CareStory story;
        const FactId promise = make(story);
        const auto seen = heads(story.facts);
        const Fields disputed{{"promise", promise.text()}, {"reasons", text("没有修")}};
        const Fields confirmed{{"promise", promise.text()}, {"by", text("applicant")}};
        const auto dispute = [&] { return story.say_after("judge", "promise_disputed", disputed, seen); };
        const auto confirm = [&] { return story.say_after("caller", "promise_confirmed", confirmed, seen); };
        const FactId first = dispute_first ? dispute() : confirm();
        const FactId second = dispute_first ? confirm() : dispute();
        CAPTURE(dispute_first);
        CHECK(story.standing(dispute_first ? first : second) == "in_force");
        CHECK(story.fold().care.promises.front().state == PromiseState::Disputed);
    }
}

TEST_CASE("a promise has a body, a day that lies ahead, and a referral of that body") {
    CareStory story;
    const FactId referral = story.referred("civil_affairs");
    Fields fields{{"body", text("education")},
                  {"owner", text("老师")},
                  {"what", text("助学金")},
                  {"due", text("2027-01-15")},
                  {"referral", referral.text()}};
    CHECK(story.standing(story.say("caller", "promised", fields)) == "refused promise.body");
    fields["body"] = text("civil_affairs");
    fields["due"] = text("2026-11-01");
    CHECK(story.standing(story.say("caller", "promised", fields)) == "refused promise.due");
    fields["due"] = text("2027-01-15");
    const FactId promise = story.act("caller", "promised", fields);
    const auto put_off = [&](const char* due) {
        return story.standing(story.say("judge", "promise_extended",
                                        {{"promise", promise.text()}, {"due", text(due)}, {"reasons", text("等")}}));
    };
    CHECK(put_off("2027-01-10") == "refused promise.due");
    CHECK(put_off("2027-02-10") == "in_force");
    CHECK(story.fold().care.promises.front().due == *domain::Date::parse("2027-02-10"));
    CHECK(story.fold().care.promises.front().first_due == *domain::Date::parse("2027-01-15"));
}

TEST_CASE("nobody closes a promise on their own word that it is kept") {
    CareStory story;
    const FactId promise = make(story);
    story.act("registrar", "joined", {{"person", story.id("judge2")}, {"as", text("panel")}});
    story.act("judge", "promise_claimed", {{"promise", promise.text()}, {"evidence", text("打过电话")}});
    const Fields override{{"promise", promise.text()}, {"reasons", text("核实过")}};
    CHECK(story.standing(story.say("judge", "promise_overridden", override)) == "refused promise.self");
    story.act("judge2", "promise_overridden", override);
    CHECK(story.fold().care.promises.front().state == PromiseState::Overridden);
}

TEST_CASE("a promise that was claimed and disputed is not taken away by who wrote it down") {
    CareStory story;
    const FactId promise = make(story);
    const Fields wrong{{"wrong", promise.text()}, {"reasons", text("记错了")}};
    SUBCASE("the control: before anybody said anything of it") {
        story.act("caller", "corrected", wrong);
        CHECK(story.fold().care.promises.empty());
    }
    SUBCASE("claimed and disputed") {
        story.act("caller", "promise_claimed", {{"promise", promise.text()}, {"evidence", text("发放表")}});
        story.act("registrar", "promise_disputed", {{"promise", promise.text()}, {"reasons", text("没有到账")}});
        CHECK(story.standing(story.say("caller", "corrected", wrong)) == "refused corrected.rests");
        REQUIRE(story.fold().care.promises.size() == 1);
        CHECK(story.fold().care.promises.front().is_open());
    }
}

TEST_CASE("a dispute that is taken back does not bring back what was confirmed before: the person is asked again") {
    CareStory story;
    const FactId promise = make(story);
    const Fields confirmed{{"promise", promise.text()}, {"by", text("applicant")}};
    story.act("caller", "promise_claimed", {{"promise", promise.text()}, {"evidence", text("发放表")}});
    const auto before = heads(story.facts);
    story.act("caller", "promise_confirmed", confirmed);
    const Fields disputed{{"promise", promise.text()}, {"reasons", text("没有到账")}};
    SUBCASE("by who knew that it was confirmed") {
        const FactId dispute = story.act("registrar", "promise_disputed", disputed);
        story.act("registrar", "corrected", {{"wrong", dispute.text()}, {"reasons", text("记错了人")}});
        CHECK(story.fold().care.promises.front().state == PromiseState::Claimed);
        story.act("caller", "promise_confirmed", confirmed);
        CHECK(story.fold().care.promises.front().state == PromiseState::Kept);
    }
    SUBCASE("the control: by who had not heard of it, the confirmation stands") {
        const FactId dispute = story.say_after("registrar", "promise_disputed", disputed, before);
        CHECK(story.fold().care.promises.front().is_open());
        story.act("registrar", "corrected", {{"wrong", dispute.text()}, {"reasons", text("记错了人")}});
        CHECK(story.fold().care.promises.front().state == PromiseState::Kept);
    }
}

TEST_CASE("a referral that the body has answered is revoked and not corrected away") {
    CareStory story;
    const FactId referral = story.referred("civil_affairs");
    const Fields wrong{{"wrong", referral.text()}, {"reasons", text("找错了单位")}};
    SUBCASE("the control: nobody has answered") {
        story.act("caller", "corrected", wrong);
        CHECK(story.fold().care.referrals.empty());
    }
    SUBCASE("accepted, and a promise rests on it") {
        story.act("caller", "referral_answered", {{"referral", referral.text()}, {"answer", text("accepted")}});
        story.act("judge", "promised",
                  {{"body", text("civil_affairs")},
                   {"owner", text("科长")},
                   {"what", text("办低保")},
                   {"due", text("2027-01-15")},
                   {"referral", referral.text()}});
        CHECK(story.standing(story.say("caller", "corrected", wrong)) == "refused corrected.rests");
        CHECK(story.fold().care.promises.size() == 1);
        story.act("caller", "referral_revoked", {{"referral", referral.text()}, {"reasons", text("找错了单位")}});
        CHECK(story.fold().care.referrals.front().owes_word());
    }
}

TEST_CASE("where the body says no somebody tells the person, or asks another for the same") {
    CareStory story;
    const FactId referral = story.referred("civil_affairs");
    const auto is_owed = [&] {
        const auto tasks = next_tasks(story.fold());
        return std::any_of(tasks.begin(), tasks.end(), [](const NextTask& each) {
            return each.code == "referral_refused" && each.act == "referral_told";
        });
    };
    CHECK_FALSE(is_owed());
    story.act("caller", "referral_answered",
              {{"referral", referral.text()}, {"answer", text("refused")}, {"words", text("不够条件")}});
    CHECK(is_owed());
    SUBCASE("told") {
        story.act("caller", "referral_told", {{"referral", referral.text()}, {"how", text("phone")}});
        CHECK(story.standing(
                  story.say("caller", "referral_told", {{"referral", referral.text()}, {"how", text("phone")}})) ==
              "refused referral.told");
    }
    SUBCASE("another body is asked for the same") {
        story.consent("disabled");
        story.act("caller", "referred", refer_to("disabled"));
    }
    CHECK_FALSE(is_owed());
}
