#include "app/cases/told_documents.hpp"
#include "tests/unit/cases/care_story.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using test::text;

namespace {

struct Acted : test::Story {
    Acted() { until_review(); }
    [[nodiscard]] static Fields named(const char* as, const char* name) {
        Fields fields{{"as", text(as)}, {"reasons", text("法院指定")}};
        if (*name != '\0') fields["name"] = text(name);
        return fields;
    }
    [[nodiscard]] std::string guardian() const {
        const AidCase folded = fold();
        return folded.acting.guardian ? folded.acting.guardian->name : "as applied";
    }
};

}  // namespace

TEST_CASE("who acts for the applicant is whom the newest names; nobody is their own guardian") {
    Acted story;
    CHECK(story.guardian() == "as applied");
    story.act("judge", "guardian_changed", Acted::named("guardian", "骆小云"));
    CHECK(story.guardian() == "骆小云");
    story.act("registrar", "guardian_changed", Acted::named("guardian", "骆大勇"));
    CHECK(story.guardian() == "骆大勇");
    CHECK(story.fold().acting.before == std::vector<std::string>{"骆小云"});
    CHECK_FALSE(story.fold().acting.agent);
    story.act("registrar", "guardian_changed", Acted::named("agent", "裘小梅"));
    CHECK(story.guardian() == "骆大勇");
    CHECK(story.fold().acting.has("裘小梅"));
    const auto of_age = story.act("registrar", "guardian_changed", Acted::named("nobody", ""));
    CHECK(story.guardian().empty());
    CHECK_FALSE(story.fold().acting.has("裘小梅"));
    story.act("registrar", "corrected", {{"wrong", of_age.text()}, {"reasons", text("还没满十八岁")}});
    CHECK(story.guardian() == "骆大勇");

    const auto refused = [&](const char* who, Fields fields) {
        return story.standing(story.say(who, "guardian_changed", std::move(fields)));
    };
    CHECK(refused("judge", Acted::named("guardian", "")) == "refused field.name");
    CHECK(refused("judge", Acted::named("guardian", "申屠静")) == "refused guardian.applicant");
    CHECK(refused("caller", Acted::named("guardian", "骆小云")) == "refused role");
}

TEST_CASE("two who did not know of each other and named two: it stays open until somebody settles it") {
    Acted story;
    const auto both_knew = heads(story.facts);
    story.say_after("judge", "guardian_changed", Acted::named("guardian", "骆小云"), both_knew);
    SUBCASE("the same name is no other") {
        story.say_after("registrar", "guardian_changed", Acted::named("guardian", "骆小云"), both_knew);
        CHECK_FALSE(story.fold().acting.is_disputed);
        return;
    }
    SUBCASE("an agent is no guardian") {
        story.say_after("registrar", "guardian_changed", Acted::named("agent", "裘小梅"), both_knew);
        CHECK_FALSE(story.fold().acting.is_disputed);
        return;
    }
    SUBCASE("another") {
        story.say_after("registrar", "guardian_changed", Acted::named("guardian", "骆大勇"), both_knew);
        CHECK(story.fold().acting.is_disputed);
        std::vector<Fact> backward(story.facts.rbegin(), story.facts.rend());
        CHECK(write_case(fold(story.facts.front().id, backward, story.offices())) == write_case(story.fold()));
        story.act("registrar", "guardian_changed", Acted::named("guardian", "骆大勇"));
        CHECK_FALSE(story.fold().acting.is_disputed);
        CHECK(story.guardian() == "骆大勇");
    }
    SUBCASE("that the person does it themselves now") {
        story.say_after("registrar", "guardian_changed", Acted::named("nobody", ""), both_knew);
        CHECK(story.fold().acting.is_disputed);
    }
}

TEST_CASE("a mistyped number of who acts is found before it is signed") {
    Fact fact;
    fact.kind = "guardian_changed";
    fact.fields["document"] = text("330199198911220284");
    CHECK(wrong_document(fact)->code == "document.checksum");
    fact.fields["document"] = text("330199198911220283");
    CHECK_FALSE(wrong_document(fact));
}
