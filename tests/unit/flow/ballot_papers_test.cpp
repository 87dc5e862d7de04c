// What a ballot lays before its voters unless somebody chooses otherwise.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/flow/case_desk.hpp"
#include "tests/unit/flow/desk_player.hpp"

using namespace courtyard;
using test::Story;
using test::text;
using test::view_of;

TEST_CASE("reported: the report that is voted on is named once, and lies before the voters all the same") {
    Story story;
    story.until_review();
    story.find_elements();
    const auto write = [&story](const char* reasons) {
        return story.act("judge", "report_written",
                         {{"proposal", text("grant")},
                          {"amount", std::int64_t{3'000'000}},
                          {"reasons", text(reasons)},
                          {"wage", std::int64_t{600'000}}});
    };
    const auto first = write("家庭困难");
    const auto second = write("家庭困难，另有病人");
    const auto view = view_of(story, "judge");
    const cases::ActRule& rule = *cases::find_act("ballot_opened");
    const cases::Fields known = flow::known_fields(*view, rule);
    CHECK(std::get<std::string>(known.at("report")) == second.text());
    const auto& papers = std::get<std::vector<std::string>>(known.at("papers"));
    CHECK(std::count(papers.begin(), papers.end(), second.text()) == 0);
    CHECK(std::count(papers.begin(), papers.end(), first.text()) == 1);  // the control: an older one is a paper
    const auto offered = flow::candidates(*view, "ballot_opened", *cases::find_field(rule, "papers"));
    CHECK(std::count(offered.begin(), offered.end(), second) == 0);
    cases::Fields fields = known;
    fields["body"] = text("committee");
    fields["voters"] = std::vector<std::string>{};
    for (const char* voter : {"committee", "committee2", "committee3"})
        std::get<std::vector<std::string>>(fields["voters"]).push_back(story.person(voter).text());
    for (const char* voter : {"committee", "committee2", "committee3"})
        if (!story.fold().members.has(story.person(voter)))
            story.act("registrar", "joined", {{"person", story.person(voter).text()}, {"as", text("committee")}});
    story.act("judge", "ballot_opened", fields);
    const cases::AidCase folded = story.fold();
    const auto& laid = folded.ballots.ballots;
    REQUIRE(laid.size() == 1);
    CHECK(std::count(laid.front().papers.begin(), laid.front().papers.end(), second) == 1);
}

TEST_CASE("that somebody was helped before lies among the papers of a ballot") {
    for (const bool same : {true, false}) {
        Story story;
        story.until_review();
        const auto asked = story.act("registrar", "double_asked", {{"token", text("ab12")}, {"where", text("检察院")}});
        const auto said = story.act("registrar", "double_answered",
                                    {{"asked", asked.text()}, {"same", same}, {"reasons", text("电话核实")}});
        const auto view = view_of(story, "judge");
        const auto papers =
            flow::candidates(*view, "ballot_opened", *cases::find_field(*cases::find_act("ballot_opened"), "papers"));
        CHECK((std::find(papers.begin(), papers.end(), said) != papers.end()) == same);
    }
}
