#include "app/cases/contact_advice.hpp"
#include "tests/unit/cases/care_story.hpp"

using namespace courtyard;
using namespace courtyard::cases;

namespace {

using test::text;
using Texts = std::vector<std::string>;
using Call = ContactAdvice::Call;

domain::ContactWords reach_words() {
    domain::ContactWords reach_words;
    reach_words.ways = {{"随时可以", true, {}, "", false, true},
                        {"只在白天", true, {8, 18}, "只能白天打。", false, true}};
    reach_words.hide = "不能让{who}知道";
    reach_words.disputed = "两个人记的不一样";
    reach_words.lost = {{"died", "已经去世"}, {"moved", "搬走了"}, {"wrong_number", "号码不对"}};
    return reach_words;
}

struct Reached : test::Story {
    Reached() {
        act("registrar", "case_opened",
            {{"applicant", text("申屠静")},
             {"source", text("window")},
             {"contact_rule", text("只在白天")},
             {"hide_from", Texts{"父母"}},
             {"agreed_word", text("桂花")},
             {"phone", text("13900000000")}});
        until_review();
    }
    FactId change(const char* who, Fields fields) {
        fields.emplace("told_by", text("本人"));
        return act(who, "contact_changed", std::move(fields));
    }
    // At ten in the morning.
    [[nodiscard]] ContactAdvice advice() const { return contact_advice(fold(), reach_words(), {1'795'399'200'000}); }
};

// Referred to a body, so that somebody calls.
struct ReachCalled : test::CareStory {
    ReachCalled() { referred("civil_affairs"); }
    FactId phone(const char* number) {
        return act("registrar", "contact_changed", {{"told_by", text("村里")}, {"phone", text(number)}});
    }
    [[nodiscard]] static Fields tried(const char* outcome) {
        return {{"plan", text("R1")}, {"way", text("phone")}, {"outcome", text(outcome)}};
    }
    [[nodiscard]] ContactAdvice advice() const { return contact_advice(fold(), reach_words(), {1'795'399'200'000}); }
};

}  // namespace

TEST_CASE("what is said of how to reach somebody stands instead of what was said, and nothing else changes") {
    Reached story;
    CHECK(story.advice().number == "13900000000");
    story.change("caller", {{"phone", text("13700000000")}});
    CHECK(story.advice().number == "13700000000");
    CHECK(story.fold().contact.word == "桂花");
    CHECK(story.fold().contact.rule == "只在白天");
    story.change("judge", {{"safe_number", text("13600000000")}, {"contact_rule", text("随时可以")}});
    CHECK(story.advice().number == "13600000000");
    // Anew: whom it was hidden from, and the word, are said no more.
    story.change("registrar", {{"phone", text("13500000000")}, {"anew", true}});
    const domain::SafeContact contact = story.fold().contact;
    CHECK(contact.number.empty());
    CHECK(contact.hide.empty());
    CHECK(contact.is_whole);
    CHECK(story.advice().number == "13500000000");
    // And what the application said does not come back.
    domain::SafeContact of_application;
    of_application.word = "桂花";
    CHECK(domain::filled_up(contact, of_application).word.empty());
    CHECK(story.standing(story.say("judge", "contact_changed", {{"told_by", text("本人")}, {"anew", true}})) ==
          "refused contact.nothing");
    CHECK(story.standing(story.say("committee", "contact_changed",
                                   {{"told_by", text("本人")}, {"phone", text("1")}})) == "refused role");
}

TEST_CASE("two who did not know of each other and said otherwise: nobody calls until it is settled") {
    Reached story;
    const auto both_knew = heads(story.facts);
    const auto said = [](const char* phone, const char* hide) {
        return Fields{{"told_by", text("本人")}, {"phone", text(phone)}, {"hide_from", Texts{hide}}};
    };
    const auto one = story.say_after("judge", "contact_changed", said("13700000000", "丈夫"), both_knew);
    const auto two = story.say_after("caller", "contact_changed", said("13600000000", "公婆"), both_knew);
    const auto in_force = story.standing(one) == "in_force" ? one : two;
    const auto against = in_force == one ? two : one;
    CHECK(story.standing(in_force) == "in_force");
    CHECK(story.standing(against) == "contradicts contact.two");
    CHECK(story.advice().call == Call::Never);
    CHECK(story.advice().number.empty());
    CHECK(story.advice().red.front() == "两个人记的不一样");
    CHECK(story.fold().contact.hide.size() == 2);
    // In whatever order they arrive.
    std::vector<Fact> backward(story.facts.rbegin(), story.facts.rend());
    CHECK(write_case(fold(story.facts.front().id, backward, story.offices())) == write_case(story.fold()));

    SUBCASE("who knows both and says it anew has settled it") {
        story.act("registrar", "contact_changed", said("13500000000", "公婆"));
        CHECK(story.advice().number == "13500000000");
        CHECK_FALSE(story.fold().contact.is_disputed);
    }
    SUBCASE("who says something else has not") {
        story.change("registrar", {{"messages", text("不要留")}});
        CHECK(story.fold().contact.is_disputed);
    }
    SUBCASE("it is settled as other contradictions are") {
        story.act("registrar", "contradiction_settled",
                  {{"holds", against.text()}, {"falls", Texts{in_force.text()}}, {"reasons", text("问过本人")}});
        CHECK_FALSE(story.fold().contact.is_disputed);
        CHECK(story.standing(against) == "in_force");
    }
}

TEST_CASE("two who said different things of different matters, or the same, are not at odds") {
    Reached story;
    const auto both_knew = heads(story.facts);
    story.say_after("judge", "contact_changed", {{"told_by", text("本人")}, {"phone", text("13700000000")}}, both_knew);
    story.say_after("caller", "contact_changed",
                    {{"told_by", text("侄女")}, {"phone", text("13700000000")}, {"agreed_word", text("腊梅")}},
                    both_knew);
    CHECK_FALSE(story.fold().contact.is_disputed);
    CHECK(story.advice().number == "13700000000");
    CHECK(story.fold().contact.word == "腊梅");
}

TEST_CASE("nobody dials a number at which nobody is, until there is another") {
    for (const char* outcome : {"moved", "wrong_number", "died"}) {
        CAPTURE(outcome);
        const bool died = std::string_view(outcome) == "died";
        ReachCalled story;
        story.phone("13900000000");
        CHECK(story.advice().number == "13900000000");
        story.act("caller", "revisit_tried", ReachCalled::tried("no_answer"));
        CHECK(story.advice().call == Call::Now);  // the control: an attempt alone says nothing of the number
        const auto attempt = story.act("caller", "revisit_tried", ReachCalled::tried(outcome));
        CHECK(story.advice().call == Call::Never);
        CHECK(story.advice().number.empty());
        CHECK(story.advice().red.front() == reach_words().lost.at(outcome));
        story.phone("13500000000");
        CHECK(story.advice().number == (died ? "" : "13500000000"));
        if (!died) continue;
        SUBCASE("a mistake is corrected") {
            story.act("registrar", "corrected", {{"wrong", attempt.text()}, {"reasons", text("打错了人")}});
        }
        SUBCASE("the person speaks") { story.act("caller", "revisit_made", test::revisit("R1", {"O2"})); }
        CHECK(story.advice().number == "13500000000");
    }
}

TEST_CASE("whoever found an old number wrong without knowing of the new one says nothing against that") {
    ReachCalled story;
    story.phone("13900000000");
    const auto before = heads(story.facts);
    story.phone("13500000000");
    story.say_after("caller", "revisit_tried", ReachCalled::tried("wrong_number"), before);
    CHECK(story.fold().contact.lost.empty());
    CHECK(story.advice().number == "13500000000");
    // Who knew of it has found the new one wrong.
    story.act("caller", "revisit_tried", ReachCalled::tried("wrong_number"));
    CHECK(story.advice().number.empty());
}

TEST_CASE("an attempt that has no effect says nothing of the number") {
    ReachCalled story;
    story.phone("13900000000");
    Fields odd = ReachCalled::tried("moved");
    odd["plan"] = text("X9");
    CHECK(story.standing(story.say("caller", "revisit_tried", odd)) == "refused field.plan");
    CHECK(story.fold().contact.lost.empty());
    CHECK(story.advice().number == "13900000000");
}

TEST_CASE("who passes on a word is asked when the number is wrong") {
    ReachCalled story;
    story.act("registrar", "contact_changed",
              {{"told_by", text("村里")}, {"phone", text("13900000000")}, {"relay", text("裘小梅 13800000005")}});
    story.act("caller", "revisit_tried", ReachCalled::tried("wrong_number"));
    CHECK(story.advice().call == Call::Now);
    CHECK(story.advice().number == "裘小梅 13800000005");
}
