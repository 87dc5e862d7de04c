// What the court suggests by all that it knows: of a case by word of mouth, by what it has found.
#include "app/worker/case_help.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "app/worker/case_acts.hpp"
#include "tests/support/small_court.hpp"

using namespace courtyard;
using namespace courtyard::worker;
using test::SmallCourt;
using test::text;

namespace {

struct Told {
    SmallCourt court;
    std::unique_ptr<Machine> registrar = court.laptop("registrar", mail::Role::Registrar);
    base::Instant now = SmallCourt::kNow;

    cases::CaseId opened(const char* document) {
        cases::Fields fields{{"applicant", text("骆一苗")}, {"source", text("outreach")}};
        if (*document != '\0') fields["document"] = text(document);
        return open_case(*registrar, fields, now, court.random).value();
    }
    void find(const cases::CaseId& about, const char* element, const char* sure) {
        now = now + 60'000;
        const auto done = act(
            *registrar,
            {about, "element_found", {{"element", text(element)}, {"finding", text("已核实")}, {"sure", text(sure)}}},
            now, court.random);
        REQUIRE_MESSAGE(done.has_value(), done.error().message);
    }
    std::optional<SuggestedHelp> item(const cases::CaseId& about, std::string_view id) {
        const auto list = suggestions_for(*registrar, about, {}, *domain::Date::parse("2026-11-23")).value();
        const auto found =
            std::find_if(list.begin(), list.end(), [id](const auto& each) { return each.suggestion.door->id == id; });
        return found == list.end() ? std::nullopt : std::optional(*found);
    }
};

}  // namespace

TEST_CASE_FIXTURE(Told, "a case by word of mouth is suggested what its findings and its numbers tell") {
    const auto nothing = opened("");
    REQUIRE(item(nothing, "N06"));
    CHECK_FALSE(item(nothing, "N06")->suggestion.fits());
    CHECK(item(nothing, "N06")->ask.size() == 1);  // is it a person?
    find(nothing, "harm", "unclear");
    CHECK_FALSE(item(nothing, "N06")->suggestion.fits());
    find(nothing, "harm", "proven");
    CHECK(item(nothing, "N06")->suggestion.fits());
    find(nothing, "hardship", "likely");
    CHECK(item(nothing, "N04")->suggestion.fits());

    // A child of eleven, by the identity number alone: a person, and of an age for school.
    const auto child = opened("330199201506020194");
    CHECK(item(child, "N06")->ask.empty());
    CHECK(item(child, "N08")->suggestion.fits());
    const auto adult = opened("330199198603140177");
    CHECK_FALSE(item(adult, "N08")->suggestion.fits());
}

TEST_CASE_FIXTURE(Told, "an organisation is offered and given nothing that is for natural persons") {
    const auto all = [&](const cases::CaseId& about) {
        std::vector<std::string> ids;
        const auto suggested = suggestions_for(*registrar, about, {}, *domain::Date::parse("2026-11-23"));
        for (const auto& each : suggested.value())
            ids.push_back(each.suggestion.door->id);
        std::sort(ids.begin(), ids.end());
        return ids;
    };
    const auto propose = [&](const cases::CaseId& about) {
        now = now + 60'000;
        const auto done = act(
            *registrar,
            {about,
             "urgent_proposed",
             {{"amount", std::int64_t{1'000'000}}, {"wage", std::int64_t{800'000}}, {"reasons", text("一时过不下去")}}},
            now, court.random);
        return done ? std::string("done") : done.error().code;
    };
    const auto cooperative = opened("93330199MA2XB0014D");
    find(cooperative, "hardship", "proven");
    CHECK(all(cooperative) == std::vector<std::string>{"N17", "N20"});
    CHECK(item(cooperative, "N17")->ask.empty());
    CHECK(propose(cooperative) == "fact.aid.person");
    // Whose it is nobody knows: asked first, and nothing is shut.
    const auto nobody_knows = opened("");
    CHECK(item(nobody_knows, "N04")->ask.size() == 1);
    CHECK(item(nobody_knows, "N17")->ask.empty());
    CHECK(propose(nobody_knows) == "done");
    // Who has a shop is a person: their own number says so.
    now = now + 60'000;
    const auto told =
        act(*registrar, {cooperative, "identified", {{"document", text("330199198603140177")}}}, now, court.random);
    REQUIRE_MESSAGE(told.has_value(), told.error().message);
    CHECK(item(cooperative, "N04")->suggestion.fits());
    CHECK(propose(cooperative) == "done");
}
