// What a partner body says of itself in a case: signed by it, and by nobody else.
#include <algorithm>

#include "app/cases/next_tasks.hpp"
#include "tests/unit/cases/care_story.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using test::CareStory;
using test::Lines;
using test::text;

namespace {

using ReferralState = Referral::State;

struct BodyStory : CareStory {
    BodyStory() {
        base::SeededRandom random(77);
        body = base::PersonId::random(random);
        other = base::PersonId::random(random);
        not_filed();
        consent("civil_affairs");
        Fields fields = test::refer_to("civil_affairs");
        fields["partner"] = body.text();
        fields["answer_by"] = text("2026-12-10");
        referral = act("caller", "referred", std::move(fields));
    }
    FactId letter() {
        return say("caller", "letter_sent",
                   {{"referral", referral.text()}, {"partner", body.text()}, {"letter", std::string(32, 'a')}});
    }
    // As its laptop does it: it has seen the referral, and what it said itself.
    FactId answers(const base::PersonId& by, const char* what, Fields more = {}) {
        Fact fact;
        fact.id = FactId::random(ids);
        fact.about = facts.front().id;
        fact.author = by;
        fact.kind = "body_answered";
        fact.claimed = now;
        fact.after = {referral};
        fact.fields = std::move(more);
        fact.fields.emplace("referral", referral.text());
        fact.fields.emplace("answer", text(what));
        now = now + 3'600'000;
        facts.push_back(fact);
        return fact.id;
    }
    Referral folded() const { return fold().care.referrals.front(); }

    base::SeededRandom ids{78};
    base::PersonId body, other;
    FactId referral;
};

bool owes(const AidCase& folded, const char* code) {
    const auto tasks = next_tasks(folded, {});
    return std::any_of(tasks.begin(), tasks.end(), [code](const NextTask& each) { return each.code == code; });
}

}  // namespace

TEST_CASE("a body answers for itself: accepted, then done, by its own signature and no office of the court") {
    BodyStory story;
    story.letter();
    const FactId accepted = story.answers(story.body, "accepted");
    CHECK(story.standing(accepted) == "in_force");
    CHECK(story.folded().state == ReferralState::Accepted);
    CHECK_FALSE(story.fold().entry(accepted)->role.has_value());
    CHECK(story.standing(story.answers(story.body, "done", {{"evidence", text("低保证 330199-1")}})) == "in_force");
    CHECK(story.folded().state == ReferralState::Done);
    CHECK_FALSE(story.folded().late);
}

TEST_CASE("an answer signed by another body, or by somebody of the court in its name, has no effect") {
    BodyStory story;
    CHECK(story.standing(story.answers(story.other, "accepted")) == "refused answer.body");
    CHECK(story.standing(story.answers(story.person("judge"), "accepted")) == "refused answer.body");
    CHECK(story.folded().state == ReferralState::Sent);
    CHECK(story.standing(story.answers(story.body, "accepted")) == "in_force");  // the control
    // And a body says nothing else in a case.
    const FactId before = story.facts.back().id;
    Fact fact = story.facts.back();
    fact.id = FactId::random(story.ids);
    fact.kind = "remarked";
    fact.fields = {{"words", text("我们也想说一句")}};
    fact.after = {before};
    story.facts.push_back(fact);
    CHECK(story.standing(fact.id) == "refused role");
}

TEST_CASE("a body that was asked by letter, phone or form alone has no word in the case") {
    CareStory story;
    const FactId referral = story.referred("civil_affairs");
    Fact fact = story.facts.back();
    base::SeededRandom random(5);
    fact.id = FactId::random(random);
    fact.author = base::PersonId::random(random);
    fact.kind = "body_answered";
    fact.after = {referral};
    fact.fields = {{"referral", referral.text()}, {"answer", text("accepted")}};
    story.facts.push_back(fact);
    CHECK(story.standing(fact.id) == "refused answer.body");
    CHECK(story.standing(story.say(
              "caller", "letter_sent",
              {{"referral", referral.text()}, {"partner", fact.author.text()}, {"letter", std::string(32, 'a')}})) ==
          "refused letter.partner");
}

TEST_CASE("a refusal says why, and what is done by what one sees it") {
    BodyStory story;
    CHECK(story.standing(story.answers(story.body, "refused")) == "refused field.words");
    CHECK(story.standing(story.answers(story.body, "done")) == "refused field.evidence");
    CHECK(story.standing(story.answers(story.body, "refused", {{"words", text("收入高于标准")}})) == "in_force");
    CHECK(story.folded().state == ReferralState::Refused);
}

TEST_CASE("the same answer twice stands once, whichever laptop of the body said it again") {
    BodyStory story;
    const FactId first = story.answers(story.body, "accepted");
    const FactId again = story.answers(story.body, "accepted");  // did not know of the first
    CHECK(story.standing(first) == "in_force");
    CHECK(story.standing(again) == "in_force");
    CHECK(story.folded().moved_by == first);
    story.facts.back().after = {first};  // the control: it knew
    CHECK(story.standing(again) == "refused referral.move");
}

TEST_CASE("a body takes back what it agreed to or did, and says why; it need not be told") {
    BodyStory story;
    story.letter();
    CHECK(story.standing(story.answers(story.body, "revoked", {{"words", text("弄错了")}})) == "refused referral.move");
    story.answers(story.body, "accepted");
    CHECK(story.standing(story.answers(story.body, "revoked")) == "refused field.words");
    CHECK(story.standing(story.answers(story.body, "revoked", {{"words", text("名额没了")}})) == "in_force");
    CHECK(story.folded().state == ReferralState::Revoked);
    CHECK_FALSE(owes(story.fold(), "tell_revoked"));
}

TEST_CASE("a body and the court take the same back without knowing of each other: who did so first is shown, once") {
    for (const bool body_first : {true, false}) {
        CAPTURE(body_first);
        BodyStory story;
        story.letter();
        const FactId accepted = story.answers(story.body, "accepted");
        const FactId done = story.answers(story.body, "done", {{"evidence", text("低保证")}});
        const auto by_body = [&] {
            const FactId id = story.answers(story.body, "revoked", {{"words", text("发错了")}});
            story.facts.back().after = {accepted, done};
            return id;
        };
        const auto by_court = [&] {
            return story.say_after("registrar", "referral_revoked",
                                   {{"referral", story.referral.text()}, {"reasons", text("本人不要了")}}, {accepted});
        };
        const FactId first = body_first ? by_body() : by_court();
        const FactId second = body_first ? by_court() : by_body();
        CHECK(story.standing(body_first ? first : second) == "in_force");
        CHECK(story.folded().state == ReferralState::Revoked);
        CHECK(story.folded().by_body);  // what was done is not the court's to revoke
        CHECK_FALSE(owes(story.fold(), "tell_revoked"));
    }
    // The court revoked it before the body had done anything that stands: the court's word, and the body knows.
    BodyStory story;
    story.letter();
    const FactId accepted = story.answers(story.body, "accepted");
    story.say_after("registrar", "referral_revoked",
                    {{"referral", story.referral.text()}, {"reasons", text("本人不要了")}}, {accepted});
    CHECK(owes(story.fold(), "tell_revoked"));  // the control
    const FactId crossed = story.answers(story.body, "revoked", {{"words", text("名额没了")}});
    story.facts.back().after = {accepted};
    CHECK(story.standing(crossed) == "in_force");
    CHECK_FALSE(story.folded().by_body);
    CHECK_FALSE(owes(story.fold(), "tell_revoked"));
}

TEST_CASE("an answer after the day that the body was asked for counts, and is known as late") {
    BodyStory story;
    CHECK(story.standing(story.answers(story.body, "accepted", {{"on", text("2026-12-11")}})) == "in_force");
    CHECK(story.folded().late);
    BodyStory in_time;
    in_time.answers(in_time.body, "accepted", {{"on", text("2026-12-10")}});
    CHECK_FALSE(in_time.folded().late);
}

TEST_CASE("revoked before its letter left, the body was never asked; after, it is told") {
    BodyStory story;
    story.act("caller", "consent_revoked", {{"bodies", Lines{"civil_affairs"}}});
    CHECK(story.folded().state == ReferralState::Revoked);
    CHECK_FALSE(owes(story.fold(), "tell_revoked"));
    CHECK(story.standing(story.letter()) == "refused letter.closed");

    BodyStory sent;
    sent.letter();
    const FactId late = sent.answers(sent.body, "accepted");
    sent.act("caller", "consent_revoked", {{"bodies", Lines{"civil_affairs"}}});
    CHECK(sent.standing(late) == "in_force");
    CHECK(owes(sent.fold(), "tell_revoked"));
    CHECK(sent.standing(sent.answers(sent.body, "done", {{"evidence", text("已发放")}})) == "in_force");
    CHECK(sent.folded().state == ReferralState::Done);                 // the body could not know
    sent.facts.back().after = {sent.facts[sent.facts.size() - 2].id};  // the control: it knew
    CHECK(sent.standing(sent.facts.back().id) == "refused referral.move");
    CHECK(owes(sent.fold(), "tell_revoked"));

    // The letter was on its way when somebody else wrote down that the person had taken it back.
    BodyStory crossed;
    const auto seen = heads(crossed.facts);
    crossed.say_after("registrar", "consent_revoked", {{"bodies", Lines{"civil_affairs"}}}, seen);
    const FactId letter = crossed.say_after(
        "caller", "letter_sent",
        {{"referral", crossed.referral.text()}, {"partner", crossed.body.text()}, {"letter", std::string(32, 'a')}},
        seen);
    CHECK(crossed.standing(letter) == "in_force");
    CHECK(owes(crossed.fold(), "tell_revoked"));
}

TEST_CASE("reported: consent taken back after the body has answered: the answer stands, and the body is told to stop") {
    for (const char* answer : {"done", "refused"}) {
        CAPTURE(answer);
        const bool done = std::string_view(answer) == "done";
        BodyStory story;
        story.letter();
        story.answers(story.body, answer, {{done ? "evidence" : "words", text("低保证 9 号")}});
        story.consent("charity");
        story.act("caller", "consent_revoked", {{"bodies", Lines{"charity"}}});
        CHECK_FALSE(owes(story.fold(), "tell_revoked"));  // the control: another body
        CHECK(owes(story.fold(), "referral_refused") != done);
        const FactId revoked = story.act("caller", "consent_revoked", {{"bodies", Lines{"civil_affairs"}}});
        const domain::Date day = domain::Date::in_china(story.facts.back().claimed);
        CHECK(story.folded().state == (done ? ReferralState::Done : ReferralState::Refused));
        REQUIRE(story.folded().ended);
        CHECK(story.folded().ended->by == revoked);
        CHECK(story.folded().called_off_by() == revoked);
        CHECK_FALSE(owes(story.fold(), "referral_refused"));  // nobody waits for this body any more
        const auto tasks = next_tasks(story.fold(), {});
        const auto task =
            std::find_if(tasks.begin(), tasks.end(), [](const NextTask& each) { return each.code == "tell_revoked"; });
        REQUIRE(task != tasks.end());
        CHECK(task->since == day);
        CHECK(may_close(story.fold().care)->code == "close.untold");
        const Fields told{{"referral", story.referral.text()}, {"how", text("phone")}};
        CHECK(story.standing(story.say("caller", "referral_told", told)) == "in_force");
        CHECK_FALSE(owes(story.fold(), "tell_revoked"));
        CHECK_FALSE(story.folded().heard);
        CHECK_FALSE(may_close(story.fold().care));
        CHECK(story.standing(story.say("caller", "referral_told", told)) == "refused referral.told");
        // Agreed to and taken back once more, the old letter is not told of again.
        story.consent("civil_affairs");
        story.act("caller", "consent_revoked", {{"bodies", Lines{"civil_affairs"}}});
        CHECK_FALSE(owes(story.fold(), "tell_revoked"));
    }
    BodyStory unsent;  // the control: its letter never left
    unsent.act("caller", "referral_answered", {{"referral", unsent.referral.text()}, {"answer", text("done")}});
    unsent.act("caller", "consent_revoked", {{"bodies", Lines{"civil_affairs"}}});
    CHECK_FALSE(owes(unsent.fold(), "tell_revoked"));
}

TEST_CASE("consent taken back and a body's answer cross: the same comes of it, whichever was written first") {
    for (const char* answer : {"done", "refused", "accepted"})
        for (const bool body_first : {true, false}) {
            CAPTURE(answer);
            CAPTURE(body_first);
            const std::string_view said(answer);
            BodyStory story;
            story.letter();
            const auto seen = heads(story.facts);
            FactId by_body, revoked;
            const auto body = [&] {
                Fields more;
                if (said != "accepted") more = {{said == "done" ? "evidence" : "words", text("低保证 9 号")}};
                more["on"] = text("2026-12-11");  // later than it was asked for
                by_body = story.answers(story.body, answer, std::move(more));
            };
            const auto court = [&] {
                revoked = story.say_after("registrar", "consent_revoked", {{"bodies", Lines{"civil_affairs"}}}, seen);
            };
            body_first ? body() : court();
            body_first ? court() : body();
            CHECK(story.standing(by_body) == "in_force");
            CHECK(story.standing(revoked) == "in_force");
            const Referral stands = story.folded();
            CHECK(stands.state == (said == "done"      ? ReferralState::Done
                                   : said == "refused" ? ReferralState::Refused
                                                       : ReferralState::Revoked));
            CHECK(stands.moved_by == (said == "accepted" ? revoked : by_body));
            CHECK(stands.by_body == (said != "accepted"));
            CHECK(stands.late);
            CHECK(stands.called_off_by() == revoked);
            CHECK(owes(story.fold(), "tell_revoked"));
        }
}

TEST_CASE("noted by telephone as done, ended by the person, and taken on by the body itself: it is not open again") {
    BodyStory story;
    story.letter();
    story.act("caller", "referral_answered", {{"referral", story.referral.text()}, {"answer", text("done")}});
    const FactId revoked = story.act("caller", "consent_revoked", {{"bodies", Lines{"civil_affairs"}}});
    CHECK(story.folded().state == ReferralState::Done);
    CHECK(story.standing(story.answers(story.body, "accepted")) == "in_force");
    CHECK(story.folded().state == ReferralState::Revoked);
    CHECK(story.folded().called_off_by() == revoked);
    CHECK_FALSE(story.folded().is_open());
    CHECK(owes(story.fold(), "tell_revoked"));
    // The control: without the person's word it goes on as the body says.
    BodyStory open;
    open.act("caller", "referral_answered", {{"referral", open.referral.text()}, {"answer", text("done")}});
    open.answers(open.body, "accepted");
    CHECK(open.folded().is_open());
}

TEST_CASE("two letters about one thing went out: the body is told of each that it is over") {
    for (const bool both_left : {true, false}) {
        CAPTURE(both_left);
        BodyStory story;
        Fields fields = test::refer_to("civil_affairs");
        fields["partner"] = story.body.text();
        const FactId before = story.facts[story.facts.size() - 2].id;  // the consent
        const FactId other = story.say_after("registrar", "referred", std::move(fields), {before});
        const FactId twice = story.fold().care.referrals.back().by;
        const FactId first = twice == other ? story.referral : other;
        REQUIRE(story.fold().care.referrals.back().double_of == first);
        const auto sent = [&](const FactId& referral) {
            return story.say(
                "caller", "letter_sent",
                {{"referral", referral.text()}, {"partner", story.body.text()}, {"letter", std::string(32, 'a')}});
        };
        CHECK(story.standing(sent(first)) == "in_force");
        if (both_left) CHECK(story.standing(sent(twice)) == "in_force");
        story.act("caller", "consent_revoked", {{"bodies", Lines{"civil_affairs"}}});
        const auto owed = [&] {
            const auto all = story.fold().care.referrals;
            return std::count_if(all.begin(), all.end(), [](const Referral& each) { return each.owes_word(); });
        };
        const auto tell = [&](const FactId& referral) {
            return story.standing(
                story.say("caller", "referral_told", {{"referral", referral.text()}, {"how", text("phone")}}));
        };
        CHECK(owed() == (both_left ? 2 : 1));
        CHECK(tell(twice) == "in_force");  // where one left, it names that one
        CHECK(owed() == (both_left ? 1 : 0));
        CHECK(tell(first) == (both_left ? "in_force" : "refused referral.told"));
        CHECK(owed() == 0);
    }
}

TEST_CASE("a body that took its word back still has the letter: it hears that consent was taken back") {
    for (const bool body_first : {true, false}) {
        CAPTURE(body_first);
        BodyStory story;
        story.letter();
        const FactId accepted = story.answers(story.body, "accepted");
        const auto seen = heads(story.facts);
        const auto body = [&] {
            story.answers(story.body, "revoked", {{"words", text("名额没了")}});
            story.facts.back().after = {accepted};
        };
        const auto court = [&] {
            story.say_after("registrar", "consent_revoked", {{"bodies", Lines{"civil_affairs"}}}, seen);
        };
        body_first ? body() : court();
        if (body_first) CHECK_FALSE(owes(story.fold(), "tell_revoked"));  // the control
        body_first ? court() : body();
        CHECK(story.folded().state == ReferralState::Revoked);
        CHECK(story.folded().by_body);
        CHECK(owes(story.fold(), "tell_revoked"));
        story.act("caller", "referral_told", {{"referral", story.referral.text()}, {"how", text("phone")}});
        CHECK_FALSE(owes(story.fold(), "tell_revoked"));
    }
}

TEST_CASE("who told the person that the body had said no could not know that consent was taken back: the body waits") {
    for (const bool told_first : {true, false}) {
        CAPTURE(told_first);
        BodyStory story;
        story.letter();
        story.answers(story.body, "refused", {{"words", text("没有名额")}});
        const auto seen = heads(story.facts);
        const auto tell = [&] {
            story.say_after("caller", "referral_told", {{"referral", story.referral.text()}, {"how", text("phone")}},
                            seen);
        };
        const auto revoke = [&] {
            story.say_after("registrar", "consent_revoked", {{"bodies", Lines{"civil_affairs"}}}, seen);
        };
        told_first ? tell() : revoke();
        told_first ? revoke() : tell();
        CHECK(story.folded().heard.has_value());
        CHECK_FALSE(story.folded().told);
        CHECK(owes(story.fold(), "tell_revoked"));
    }
}

TEST_CASE("what somebody noted by telephone and what the body itself wrote cross: the body's word stands") {
    BodyStory story;
    story.letter();
    const Fields refused{{"referral", story.referral.text()}, {"answer", text("refused")}, {"words", text("没有名额")}};
    SUBCASE("noted first") {
        story.act("caller", "referral_answered", refused);
        CHECK(story.folded().state == ReferralState::Refused);
        CHECK(story.standing(story.answers(story.body, "accepted")) == "in_force");
        CHECK(story.folded().state == ReferralState::Accepted);
        CHECK(story.standing(story.answers(story.body, "done", {{"evidence", text("文号9")}})) == "in_force");
        CHECK(story.folded().state == ReferralState::Done);
    }
    SUBCASE("noted last, without knowing") {
        const auto known = heads(story.facts);
        story.answers(story.body, "accepted");
        const FactId noted = story.say_after("caller", "referral_answered", refused, known);
        CHECK(story.standing(noted) == "contradicts referral.crossed");  // somebody settles it
        CHECK(story.folded().state == ReferralState::Accepted);
    }
    SUBCASE("noted last, knowing what the body wrote: it has told something new since") {
        story.answers(story.body, "accepted");
        story.act("caller", "referral_answered", refused);
        CHECK(story.folded().state == ReferralState::Refused);
    }
}

TEST_CASE("facts of the court and of the body make one case in any order of arrival") {
    BodyStory story;
    story.letter();
    story.answers(story.body, "accepted");
    story.answers(story.other, "refused", {{"words", text("不归我们")}});
    story.answers(story.body, "done", {{"evidence", text("已发放")}, {"on", text("2026-12-20")}});
    story.act("caller", "remarked", {{"words", text("电话核实")}});
    const std::string whole = write_case(story.fold());
    std::vector<Fact> shuffled = story.facts;
    for (int turn = 0; turn < 40; ++turn) {
        std::rotate(shuffled.begin(), shuffled.begin() + 1 + turn % 3, shuffled.end());
        std::swap(shuffled[static_cast<std::size_t>(turn) % shuffled.size()], shuffled.back());
        CHECK(write_case(cases::fold(story.facts.front().id, shuffled, story.offices())) == whole);
    }
}
