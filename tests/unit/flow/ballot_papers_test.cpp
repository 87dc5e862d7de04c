// What a ballot lays before its voters unless somebody chooses otherwise.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/flow/case_desk.hpp"
#include "tests/unit/flow/desk_player.hpp"

using namespace courtyard;
using test::Story;
using test::text;
using test::view_of;

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
