// Votes: the rules one by one, each with its control.
#include <algorithm>

#include "app/cases/papers_digest.hpp"
#include "app/cases/tasks.hpp"
#include "tests/unit/cases/timeline.hpp"
#include "tests/unit/cases/vote_story.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using test::VoteStory;
using State = Tally::State;
using test::w;

TEST_CASE("a panel votes, and a judge signs what more than half would give") {
    VoteStory story;
    story.until_report();
    story.lay();
    story.vote("judge2", "grant", 3'000'000);
    CHECK(story.tally().state == State::Open);
    CHECK(story.standing(story.say("judge", "decided", story.decision("grant", 3'000'000))) == "refused decided.open");
    story.vote("judge3", "grant", 2'000'000);
    // Enough would grant; what, the judge's own vote says.
    CHECK(story.tally().state == State::Open);
    CHECK(story.tally().amount_open);
    CHECK(story.standing(story.say("judge", "decided", story.decision("grant", 2'000'000))) ==
          "refused decided.amount_open");
    story.vote("judge", "grant", 2'000'000);
    CHECK(story.tally().state == State::Grant);
    CHECK(story.tally().amount.value == 2'000'000);
    CHECK(story.standing(story.say("judge", "decided", story.decision("refuse"))) == "refused decided.result");
    CHECK(story.standing(story.say("judge", "decided", story.decision("grant", 3'000'000))) ==
          "refused decided.amount");
    CHECK(story.standing(story.say("judge", "decided", story.decision("grant"))) == "refused decided.amount");
    CHECK(story.standing(story.say("registrar", "decided", story.decision("grant", 2'000'000))) == "refused role");
    story.act("judge", "decided", story.decision("grant", 2'000'000));
    const AidCase folded = story.fold();
    CHECK(folded.status == Status::DecidedGrant);
    CHECK(folded.ballots.decision->amount.value == 2'000'000);
    CHECK(folded.ballots.decision->doubts.empty());
}

TEST_CASE("a refusal is decided without an amount") {
    VoteStory story;
    story.until_report();
    story.lay();
    story.vote("judge", "refuse");
    story.vote("judge2", "refuse");
    CHECK(story.standing(story.say("judge", "decided", story.decision("refuse", 1))) == "refused decided.amount");
    story.act("leader", "decided", story.decision("refuse"));
    CHECK(story.fold().status == Status::DecidedRefuse);
}

TEST_CASE("no fact but a judge's decision on a ballot leads to a decision") {
    for (const ActRule& rule : act_table()) {
        const bool decides = rule.leads_to == Status::DecidedGrant || rule.leads_to == Status::DecidedRefuse;
        CHECK_FALSE(decides);
        if (rule.kind == "decided") {
            CHECK_FALSE(rule.who.has(Role::Registrar));
            CHECK_FALSE(rule.who.has(Role::Caller));
            CHECK(rule.who.has(Role::Judge));
        }
    }
    VoteStory story;
    story.until_report();
    story.ballot = story.report;  // no ballot at all
    CHECK(story.standing(story.say("judge", "decided", story.decision("grant", 3'000'000))) ==
          "refused decided.ballot");
}

TEST_CASE("who votes: on the case, of an office that votes, without conflict, an odd panel of three at least") {
    VoteStory story;
    story.until_report();
    const auto lay = [&](const char* body, const std::vector<std::string>& voters) {
        return story.standing(story.say("registrar", "ballot_opened", story.ballot_fields(body, voters)));
    };
    CHECK(lay("panel", {"judge", "judge2"}) == "refused ballot.few");
    CHECK(lay("panel", {"judge", "judge2", "judge3", "registrar"}) == "refused ballot.even");
    CHECK(lay("panel", {"judge", "judge2", "committee"}) == "refused ballot.office");
    CHECK(lay("committee", {"committee", "committee2", "registrar"}) == "refused ballot.office");
    CHECK(lay("committee", {"committee", "committee2", "caller"}) == "refused ballot.office");
    CHECK(lay("panel", {"judge", "judge2", "judge2"}) == "refused ballot.twice");
    story.act("registrar", "left", {{"person", story.id("committee3")}, {"why", w("absent")}});
    CHECK(lay("committee", {"committee", "committee2", "committee3"}) == "refused ballot.member");
    story.act("judge3", "conflict_declared", {{"person", story.id("judge3")}, {"reasons", w("同村")}});
    CHECK(lay("panel", {"judge", "judge2", "judge3"}) == "refused ballot.conflict");
    CHECK(lay("panel", {"judge", "judge2", "registrar"}) == "in_force");
    CHECK(lay("committee", {"committee", "committee2", "leader", "judge"}) == "in_force");
}

TEST_CASE("papers are facts that stand and that whoever lays them has seen") {
    VoteStory story;
    story.until_report();
    Fields fields = story.ballot_fields("panel", {"judge", "judge2", "judge3"});
    const auto with = [&](const FactId& paper) {
        fields["papers"] = std::vector<std::string>{paper.text()};
        return story.standing(story.say("registrar", "ballot_opened", fields));
    };
    CHECK(with(FactId{}) == "refused ballot.papers");
    const auto wrong = story.act("judge", "proof_added", {{"paper", w("欠条")}, {"from", w("applicant")}});
    story.act("judge", "corrected", {{"wrong", wrong.text()}, {"reasons", w("不是本案的")}});
    CHECK(with(wrong) == "refused ballot.papers");
    CHECK(with(story.paper) == "in_force");
    fields["report"] = story.paper.text();
    CHECK(with(story.paper) == "refused ballot.report");
}

TEST_CASE("double vote, a stranger to the ballot, one who left, and changed papers are refused by name") {
    VoteStory story;
    story.until_report();
    story.lay();
    const Fields good = story.vote_fields(story.ballot, "grant", 3'000'000);
    const auto cast = [&](const char* who, const Fields& fields) {
        return story.standing(story.say(who, "vote_cast", fields));
    };
    Fields other = good;
    other["papers_digest"] = w(std::string(64, '0'));
    CHECK(cast("judge", other) == "refused vote.papers");
    other = good;
    other["ballot"] = story.report.text();
    CHECK(cast("judge", other) == "refused vote.ballot");
    other = good;
    other.erase("amount");
    CHECK(cast("judge", other) == "refused vote.amount");
    other = good;
    other["amount"] = std::int64_t{36 * test::kWage + 1};
    CHECK(cast("judge", other) == "refused vote.ceiling");
    CHECK(cast("committee", good) == "refused vote.voter");
    CHECK(cast("caller", good) == "refused role");
    story.act("committee2", "left", {{"person", story.id("committee2")}, {"why", w("absent")}});
    CHECK(cast("committee2", good) == "refused member");
    CHECK(cast("judge", good) == "in_force");
    CHECK(cast("judge", good) == "refused vote.double");
    CHECK(cast("judge2", good) == "in_force");
    story.act("registrar", "left", {{"person", story.id("judge3")}, {"why", w("absent")}});
    CHECK(cast("judge3", good) == "refused member");
}

TEST_CASE("other words under the id of a laid paper are other papers") {
    VoteStory story;
    story.until_report();
    story.lay();
    const auto cast = story.vote("judge", "grant", 3'000'000);
    CHECK(story.standing(cast) == "in_force");
    for (Fact& fact : story.facts)
        if (fact.id == story.paper) fact.fields["paper"] = w("改过的判决书");
    CHECK(story.standing(cast) == "refused vote.papers");
}

TEST_CASE("the digest does not depend on the order of the papers, and on everything else of them") {
    VoteStory story;
    story.until_report();
    const Fact a = story.facts[story.facts.size() - 2], b = story.facts.back();
    const std::string whole = papers_digest(std::vector<const Fact*>{&a, &b});
    CHECK(papers_digest(std::vector<const Fact*>{&b, &a}) == whole);
    CHECK(whole.size() == 64);
    CHECK(papers_digest(std::vector<const Fact*>{&a}) != whole);
    Fact other = a;
    other.author = b.author == a.author ? story.person("leader") : b.author;
    CHECK(papers_digest(std::vector<const Fact*>{&other, &b}) != whole);
    other = a;
    other.claimed = other.claimed + 1;
    CHECK(papers_digest(std::vector<const Fact*>{&other, &b}) != whole);
}

TEST_CASE("a change of what was laid re-opens the vote, other changes do not") {
    VoteStory story;
    story.until_report();
    story.lay();
    story.vote("judge", "grant", 3'000'000);
    story.act("judge", "proof_added", {{"paper", w("病历")}, {"from", w("applicant")}});
    CHECK(story.fold().ballots.current()->by == story.ballot);
    SUBCASE("a laid paper is corrected") {
        story.act("judge", "corrected", {{"wrong", story.paper.text()}, {"reasons", w("扫描不全")}});
    }
    SUBCASE("another report") { story.act("judge", "report_written", VoteStory::report_fields(2'500'000)); }
    CHECK(story.fold().ballots.current() == nullptr);
    CHECK(story.standing(story.say("judge2", "vote_cast", story.vote_fields(story.ballot, "refuse"))) ==
          "refused vote.superseded");
    CHECK(story.standing(story.say("judge", "decided", story.decision("grant", 3'000'000))) ==
          "refused decided.superseded");
}

TEST_CASE("a new proof re-opens when it is laid, and the votes are cast anew") {
    VoteStory story;
    story.until_report();
    const auto first = story.lay();
    story.vote("judge", "grant", 3'000'000);
    CHECK(story.standing(
              story.say("registrar", "ballot_opened", story.ballot_fields("panel", {"judge", "judge2", "judge3"}))) ==
          "refused ballot.same");
    const auto proof = story.act("judge", "proof_added", {{"paper", w("病历")}, {"from", w("applicant")}});
    Fields fields = story.ballot_fields("panel", {"judge", "judge2", "judge3"});
    fields["papers"] = std::vector<std::string>{story.paper.text(), proof.text()};
    story.ballot = story.act("registrar", "ballot_opened", fields);
    const AidCase folded = story.fold();
    CHECK(folded.ballots.find(first)->superseded_by == std::vector<FactId>{story.ballot});
    CHECK(folded.ballots.current()->papers.size() == 3);
    CHECK(story.tally().votes.empty());
    // The vote on the ballot before is there still, and marked, so that nobody counts it.
    CHECK(folded.ballots.is_replaced(folded.ballots.find(first)->cast.front().by));
    CHECK_FALSE(folded.ballots.is_replaced(story.report));
    story.vote("judge", "refuse");
    story.vote("judge2", "refuse");
    CHECK_FALSE(story.fold().ballots.is_replaced(story.facts.back().id));
    CHECK(story.tally().state == State::Refuse);
    // The same papers have a result: no second vote in search of another one, and no other report over it.
    CHECK(story.standing(story.say("registrar", "ballot_opened", fields)) == "refused ballot.result");
    fields["voters"] = story.ids({"judge", "judge2", "registrar"});
    CHECK(story.standing(story.say("registrar", "ballot_opened", fields)) == "refused ballot.result");
    CHECK(story.standing(story.say("judge", "report_written", VoteStory::report_fields(1'000'000))) ==
          "refused report.result");
}

TEST_CASE("a conflict declared after the votes takes the voter and the vote out, and the rest is counted anew") {
    VoteStory story;
    story.until_report();
    story.lay("committee", {"committee", "committee2", "committee3", "judge", "leader"});
    story.vote("committee", "grant", 3'000'000);
    story.vote("committee2", "refuse");
    story.vote("judge", "grant", 3'000'000);
    CHECK(story.tally().state == State::Open);
    CHECK(story.tally().needed == 3);
    story.act("leader", "conflict_declared", {{"person", story.id("committee2")}, {"reasons", w("是亲戚")}});
    CHECK(story.tally().needed == 3);  // of four
    CHECK(story.tally().votes.size() == 2);
    CHECK(story.tally().state == State::Open);
    CHECK(story.standing(story.say("committee2", "vote_cast", story.vote_fields(story.ballot, "refuse"))) ==
          "refused vote.conflict");
    story.act("committee3", "conflict_declared", {{"person", story.id("committee3")}, {"reasons", w("是同学")}});
    CHECK(story.tally().needed == 2);  // of three
    CHECK(story.tally().state == State::Grant);
    // Nobody decides alone, however many have left.
    story.act("leader", "conflict_declared", {{"person", story.id("leader")}, {"reasons", w("是邻居")}});
    CHECK(story.tally().state == State::Grant);
    story.act("registrar", "conflict_declared", {{"person", story.id("judge")}, {"reasons", w("是邻居")}});
    CHECK(story.tally().state == State::Split);
}

TEST_CASE("a vote taken back while another sends the ballot upward: that does not stand, and somebody is told") {
    for (const bool is_earlier : {false, true}) {
        VoteStory story;
        story.until_report();
        story.lay("committee", {"committee", "committee2", "judge", "leader"});
        story.vote("committee", "grant", 3'000'000);
        story.vote("judge", "grant", 3'000'000);
        story.vote("leader", "refuse");
        const auto vote = story.vote("committee2", "refuse");
        REQUIRE(story.tally().state == State::Split);
        const auto both_knew = heads(story.facts);
        const base::Instant early = story.now;
        const auto sent = story.act("judge", "sent_upward",
                                    {{"ballot", story.ballot.text()}, {"to", w("adjudication")}, {"reasons", w("x")}});
        if (is_earlier) story.now = early + -1'800'000;
        const auto back =
            story.say_after("committee2", "corrected", {{"wrong", vote.text()}, {"reasons", w("改主意")}}, both_knew);
        auto fields = story.vote_fields(story.ballot, "grant", 3'000'000);
        story.say_after("committee2", "vote_cast", fields, {back});
        CAPTURE(is_earlier);
        CHECK(story.standing(sent) == "contradicts upward.open");
        CHECK(story.tally().state == State::Grant);
        const auto list =
            tasks_of(story.fold(), story.offices(), test::demo_calendar(), domain::Date::in_china(story.now), {});
        CHECK(std::any_of(list.begin(), list.end(), [](const Task& each) { return each.rule == "contradiction"; }));
    }
}

TEST_CASE("a judge and a leader who sign the same decision at once do not contradict each other") {
    for (const bool same : {true, false}) {
        VoteStory story;
        story.until_report();
        story.lay("committee", {"committee", "judge", "leader"});
        story.vote("committee", "grant", 3'000'000);
        story.vote("judge", "grant", 3'000'000);
        const auto both_knew = heads(story.facts);
        auto fields = story.decision("grant", 3'000'000);
        const auto first = story.say_after("judge", "decided", fields, both_knew);
        fields["reasons"] = w("我来定");
        fields["on"] = w("2026-11-24");
        if (!same) fields = {{"ground", w("amount_refused")}, {"reasons", w("本人不要")}};
        const auto second =
            story.say_after(same ? "leader" : "judge2", same ? "decided" : "terminated", fields, both_knew);
        CHECK(story.standing(first) == "in_force");
        CHECK(story.standing(second) == (same ? "refused status" : "contradicts status"));
        CHECK(story.fold().status == Status::DecidedGrant);
    }
}

TEST_CASE("who wrote the report has a conflict: nobody votes or decides on it, and whoever takes over writes it anew") {
    VoteStory story;
    story.until_report();
    story.lay("committee", {"committee", "judge", "leader"});
    story.vote("judge", "grant", 3'000'000);
    const auto laid = heads(story.facts);
    const FactId first = story.ballot, old_report = story.report;
    const auto conflict =
        story.act("judge", "conflict_declared", {{"person", story.id("judge")}, {"reasons", w("亲戚")}});
    CHECK(story.fold().ballots.find(first)->superseded_by == std::vector<FactId>{conflict});
    CHECK(story.fold().ballots.last_report() == nullptr);
    const auto known = [&](const char* who, const char* kind, Fields fields) {
        VoteStory asked = story;
        return asked.standing(asked.say(who, kind, std::move(fields)));
    };
    CHECK(known("leader", "vote_cast", story.vote_fields(first, "grant", 3'000'000)) == "refused vote.superseded");
    story.act("registrar", "assigned", {{"handler", story.id("judge2")}});
    CHECK(known("registrar", "ballot_opened", story.ballot_fields("committee", {"committee", "judge2", "leader"})) ==
          "refused ballot.report");
    const auto rules = [&] {
        std::string out;
        for (const Task& each :
             tasks_of(story.fold(), story.offices(), test::demo_calendar(), domain::Date::in_china(story.now), {}))
            out += each.rule + " ";
        return out;
    };
    story.find_elements("judge2");
    CHECK(rules().find("report_anew ") != std::string::npos);
    SUBCASE("anew") {
        story.report = story.act("judge2", "report_written", VoteStory::report_fields(2'000'000));
        CHECK(rules().find("report_anew") == std::string::npos);
        CHECK(rules().find("ballot ") != std::string::npos);
        story.lay("committee", {"committee", "judge2", "leader"});
        // What the other wrote meanwhile, without having heard of it, takes nobody's place.
        story.say_after("judge", "report_written", VoteStory::report_fields(1'000'000), laid);
        story.vote("committee", "grant", 2'000'000);
        story.vote("leader", "grant", 2'000'000);
        story.act("judge2", "decided", story.decision("grant", 2'000'000));
        CHECK(story.fold().ballots.decision->doubts.empty());
    }
    SUBCASE("who had not heard of it voted and decided: doubted") {
        story.report = old_report;
        const auto vote = story.say_after("committee", "vote_cast", story.vote_fields(first, "grant", 3'000'000), laid);
        const auto decided = story.say_after("leader", "decided", story.decision("grant", 3'000'000), {vote});
        CHECK(story.standing(decided) == "in_force");
        const auto doubts = story.fold().ballots.decision->doubts;
        CHECK(std::find(doubts.begin(), doubts.end(), conflict) != doubts.end());
        // The control: another person's conflict, and the same one again, say nothing new of the report.
        for (const char* who : {"caller", "judge"})
            story.act("registrar", "conflict_declared", {{"person", story.id(who)}, {"reasons", w("亲戚")}});
        CHECK(story.fold().ballots.decision->doubts == doubts);
    }
}

TEST_CASE("a split goes upward, and then only that body decides") {
    VoteStory story;
    story.until_report();
    const auto panel = story.lay();
    const auto upward = [&](const char* to) {
        return story.standing(
            story.say("judge", "sent_upward", {{"ballot", panel.text()}, {"to", w(to)}, {"reasons", w("意见不一")}}));
    };
    story.vote("judge", "grant", 3'000'000);
    CHECK(upward("committee") == "refused upward.open");
    story.vote("judge2", "refuse");
    CHECK(story.tally().state == State::Open);
    story.vote("judge3", "return");
    CHECK(story.tally().state == State::Split);
    CHECK(story.standing(story.say("judge", "decided", story.decision("grant", 3'000'000))) == "refused decided.split");
    CHECK(upward("committee") == "in_force");
    CHECK(upward("adjudication") == "refused upward.ballot");
    CHECK(story.standing(story.say("registrar", "ballot_opened",
                                   story.ballot_fields("panel", {"judge", "judge2", "registrar"}))) ==
          "refused ballot.body");
    story.lay("committee", {"committee", "committee2", "leader"});
    CHECK(story.standing(story.say("judge", "sent_upward",
                                   {{"ballot", story.ballot.text()}, {"to", w("committee")}, {"reasons", w("x")}})) ==
          "refused upward.body");
    story.vote("committee", "grant", 2'000'000);
    story.vote("leader", "grant", 2'500'000);
    CHECK(
        story.standing(story.say("judge", "sent_upward",
                                 {{"ballot", story.ballot.text()}, {"to", w("adjudication")}, {"reasons", w("x")}})) ==
        "refused upward.result");
    story.vote("committee2", "refuse");
    CHECK(
        story.standing(story.say("judge", "sent_upward",
                                 {{"ballot", story.ballot.text()}, {"to", w("adjudication")}, {"reasons", w("x")}})) ==
        "refused upward.result");
    story.act("leader", "decided", story.decision("grant", 2'000'000));
    CHECK(story.fold().status == Status::DecidedGrant);
}

TEST_CASE("before anybody has voted, a grave case may go upward at once") {
    VoteStory story;
    story.until_report();
    story.lay();
    story.act("judge", "sent_upward",
              {{"ballot", story.ballot.text()}, {"to", w("adjudication")}, {"reasons", w("超出授权")}});
    CHECK(story.fold().ballots.current() == nullptr);
}

TEST_CASE("what a report must say") {
    VoteStory story;
    story.until_review();
    const auto write = [&](Fields fields) { return story.standing(story.say("judge", "report_written", fields)); };
    Fields fields = VoteStory::report_fields(3'000'000);
    fields.erase("wage");
    CHECK(write(fields) == "refused report.wage");
    fields = VoteStory::report_fields(3'000'000);
    fields.erase("amount");
    CHECK(write(fields) == "refused report.amount");
    CHECK(write({{"proposal", w("refuse")}, {"amount", std::int64_t{1}}, {"reasons", w("x")}}) ==
          "refused report.amount");
    CHECK(write({{"proposal", w("refuse")}, {"reasons", w("x")}}) == "in_force");
    CHECK(write(VoteStory::report_fields(36 * test::kWage)) == "in_force");
    fields = VoteStory::report_fields(36 * test::kWage + 1);
    CHECK(write(fields) == "refused report.ceiling");
    fields["exception"] = w("损失特别重大");
    CHECK(write(fields) == "refused report.exception");
    fields["unpaid"] = std::int64_t{36 * test::kWage};
    CHECK(write(fields) == "refused report.ceiling");
    fields["unpaid"] = std::int64_t{36 * test::kWage + 1};
    CHECK(write(fields) == "in_force");
}

TEST_CASE("a refusing report without a wage cannot be outvoted into a grant, only sent back") {
    VoteStory story;
    story.until_review();
    story.paper = story.act("judge", "proof_added", {{"paper", w("判决书")}, {"from", w("court")}});
    story.report = story.act("judge", "report_written", {{"proposal", w("refuse")}, {"reasons", w("x")}});
    story.lay();
    CHECK(story.standing(story.say("judge", "vote_cast", story.vote_fields(story.ballot, "grant", 100))) ==
          "refused vote.wage");
    story.vote("judge", "return");
    story.vote("judge2", "return");
    CHECK(story.tally().state == State::Return);
    CHECK(story.standing(story.say("judge", "decided", story.decision("refuse"))) == "refused decided.result");
    story.report = story.act("judge", "report_written", VoteStory::report_fields(2'000'000));
    story.lay();
    story.vote("judge", "grant", 2'000'000);
}

TEST_CASE("a review ends when its voters say so, or when the person refuses what they would give") {
    VoteStory story;
    story.until_report();
    story.lay();
    const Fields gone{{"ground", w("other")}, {"reasons", w("已获赔偿")}};
    const Fields refused{{"ground", w("amount_refused")}, {"reasons", w("本人不要")}};
    CHECK(story.standing(story.say("judge", "terminated", gone)) == "refused terminated.ballot");
    SUBCASE("voted") {
        story.vote("judge", "terminate");
        story.vote("judge2", "terminate");
        story.act("judge", "terminated", gone);
    }
    SUBCASE("refused by the person") {
        story.vote("judge", "grant", 3'000'000);
        story.vote("judge2", "grant", 3'000'000);
        CHECK(story.standing(story.say("judge", "terminated", gone)) == "refused terminated.ballot");
        story.act("judge", "terminated", refused);
    }
    CHECK(story.fold().status == Status::Terminated);
}

TEST_CASE("a vote is taken back by its voter alone, and only while no decision rests on it") {
    VoteStory story;
    story.until_report();
    story.lay();
    const auto mine = story.vote("judge", "grant", 3'000'000);
    const auto correct = [&](const char* who, const FactId& wrong) {
        return story.standing(story.say(who, "corrected", {{"wrong", wrong.text()}, {"reasons", w("点错了")}}));
    };
    CHECK(correct("registrar", mine) == "refused corrected.vote");
    CHECK(correct("registrar", story.ballot) == "refused corrected.rests");  // it has a vote
    CHECK(correct("judge", mine) == "in_force");
    CHECK(story.tally().votes.empty());
    const auto second = story.vote("judge", "grant", 2'000'000);
    story.vote("judge2", "grant", 2'000'000);
    const auto decided = story.act("leader", "decided", story.decision("grant", 2'000'000));
    CHECK(correct("judge", second) == "refused corrected.rests");
    CHECK(correct("leader", decided) == "in_force");
    CHECK(story.fold().status == Status::Review);
    CHECK(correct("judge", second) == "in_force");
    CHECK(story.tally().state == State::Open);
}

TEST_CASE("what is granted waits for every vote that can raise it, and for none that cannot") {
    VoteStory story;
    story.until_report();
    story.lay();
    const auto tasks = [&story](const char* rule) {
        const auto list =
            tasks_of(story.fold(), story.offices(), test::demo_calendar(), domain::Date::in_china(story.now), {});
        return std::count_if(list.begin(), list.end(), [rule](const Task& each) { return each.rule == rule; });
    };
    story.vote("judge2", "grant", 3'600'000);
    CHECK(tasks("vote") == 2);
    SUBCASE("two say the same: the third can change nothing") {
        story.vote("judge3", "grant", 3'600'000);
        CHECK(story.tally().state == State::Grant);
        CHECK(tasks("decide") == 1);
    }
    SUBCASE("they do not: the third is heard, or has left, and nobody searches for another result meanwhile") {
        story.vote("judge3", "grant", 3'000'000);
        CHECK(tasks("decide") == 0);
        CHECK(tasks("vote_amount") == 1);
        CHECK(story.standing(story.say("judge", "report_written", VoteStory::report_fields(1'000'000))) ==
              "refused report.result");
        story.facts.pop_back();
        SUBCASE("for more") {
            story.vote("judge", "grant", 3'600'000);
            CHECK(story.tally().amount.value == 3'600'000);
        }
        SUBCASE("against") {
            story.vote("judge", "refuse");
            CHECK(story.tally().amount.value == 3'000'000);
        }
        SUBCASE("cannot vote") {
            story.act("registrar", "left", {{"person", story.id("judge")}, {"why", w("absent")}});
            CHECK(story.tally().amount.value == 3'000'000);
        }
        CHECK(story.tally().state == State::Grant);
        CHECK(tasks("vote_amount") == 0);
    }
}

TEST_CASE("a voter who left the case is waited for no more, and stays a voter") {
    VoteStory story;
    story.until_report();
    story.lay();
    story.vote("judge", "grant", 3'000'000);
    const auto leave = [&story](const std::string& who) {
        return story.act("registrar", "left", {{"person", story.id(who)}, {"why", VoteStory::words("absent")}});
    };
    SUBCASE("one for and one against, and the third is gone: it goes upward") {
        story.vote("judge2", "refuse");
        CHECK(story.tally().state == Tally::State::Open);  // the control: the third could still decide it
        leave("judge3");
        CHECK(story.tally().state == Tally::State::Split);
        CHECK(story.standing(story.say("registrar", "sent_upward",
                                       {{"ballot", story.ballot.text()},
                                        {"to", VoteStory::words("committee")},
                                        {"reasons", VoteStory::words("意见不一致")}})) == "in_force");
    }
    SUBCASE("whoever sends the others away wins nothing: more than half of all voters are needed") {
        leave("judge3");
        leave("judge2");
        CHECK(story.tally().needed == 2);
        CHECK(story.tally().state == Tally::State::Split);
    }
    SUBCASE("what they voted before they left counts") {
        story.vote("judge3", "grant", 3'000'000);
        leave("judge3");
        CHECK(story.tally().state == Tally::State::Grant);
    }
}

TEST_CASE(
    "a report of somebody with a conflict takes no ballot's place, whichever of the three has the earliest clock") {
    VoteStory story;
    story.add_person("judge4");
    story.until_report();
    story.act("registrar", "joined", {{"person", story.id("judge4")}, {"as", w("panel")}});
    const auto seen = heads(story.facts);
    FactId other, conflict;
    const auto write_other = [&] {
        other = story.say_after("judge4", "report_written", VoteStory::report_fields(2'000'000), seen);
    };
    const auto declare = [&] {
        conflict = story.say_after("registrar", "conflict_declared",
                                   {{"person", story.id("judge4")}, {"reasons", w("同村")}}, seen);
    };
    const auto lay = [&] {
        story.ballot = story.say_after("registrar", "ballot_opened",
                                       story.ballot_fields("panel", {"judge", "judge2", "judge3"}), seen);
    };
    SUBCASE("the ballot, the report, the conflict") { lay(), write_other(), declare(); }
    SUBCASE("the ballot, the conflict, the report") { lay(), declare(), write_other(); }
    SUBCASE("the report, the ballot, the conflict") { write_other(), lay(), declare(); }
    SUBCASE("the report, the conflict, the ballot") { write_other(), declare(), lay(); }
    SUBCASE("the conflict, the report, the ballot") { declare(), write_other(), lay(); }
    CHECK(story.standing(other) == "in_force");
    CHECK(story.fold().ballots.find(story.ballot)->superseded_by.empty());
    REQUIRE(story.fold().ballots.current() != nullptr);
    CHECK(story.fold().ballots.current()->by == story.ballot);
    const Fields grant = story.vote_fields(story.ballot, "grant", 3'000'000);
    // Who has heard of the report and not of the conflict believes that it took the ballot's place.
    VoteStory unheard = story;
    CHECK(unheard.standing(unheard.say_after("judge", "vote_cast", grant, {story.ballot, other})) ==
          "refused vote.superseded");
    // The control: without the conflict it does.
    VoteStory without = story;
    std::erase_if(without.facts, [&](const Fact& each) { return each.id == conflict; });
    CHECK(without.fold().ballots.find(story.ballot)->superseded_by == std::vector<FactId>{other});
    story.vote("judge", "grant", 3'000'000);
    story.vote("judge2", "grant", 3'000'000);
    story.act("judge", "decided", story.decision("grant", 3'000'000));
    CHECK(story.fold().ballots.decision->open_doubts().empty());
}
