// Words by hand, by sound and by radical: what is asked of the worker, what becomes of its answers, and that nothing
// gets into the text but by a person's touch.
#include <doctest/doctest.h>

#include "app/flow/typing_rule.hpp"
#include "tests/unit/flow/kiosk_walker.hpp"

using namespace courtyard;
using namespace courtyard::flow;
using test::Walker;

namespace {

// At the applicant's name.
Walker at_name() {
    Walker walker;
    walker.open_form(domain::ApplicantKind::Self);
    for (int guard = 0; guard < 20 && !takes_name(walker.state(), walker.world()); ++guard)
        walker.answer_one();
    REQUIRE(takes_name(walker.state(), walker.world()));
    static_cast<void>(walker.take_effects());
    return walker;
}

void stroke(Walker& walker) {
    walker.play(PenDown{{100, 100}});
    walker.play(PenMoved{{{200, 110}, {300, 120}}});
    walker.play(PenUp{});
}

template <class T>
std::vector<T> effects(Walker& walker) {
    std::vector<T> found;
    for (Effect& effect : walker.take_effects())
        if (auto* one = std::get_if<T>(&effect)) found.push_back(std::move(*one));
    return found;
}

std::string text(const Walker& walker) { return walker.session().edit.text; }
std::uint64_t writing_ticket(const Walker& walker) { return walker.session().writing.ticket; }

}  // namespace

TEST_CASE("every pen-up asks which character it is; a touch puts it into the text and clears the grid") {
    Walker walker = at_name();
    stroke(walker);
    stroke(walker);
    const auto asked = effects<RecogniseInk>(walker);
    REQUIRE(asked.size() == 2);
    CHECK(asked[0].ink.size() == 1);
    CHECK(asked[1].ink.size() == 2);
    CHECK(asked[1].ink[1].size() == 3);
    walker.play(ReadInk{asked[1].ticket, {"张", "弘"}});
    REQUIRE(walker.session().writing.offers.size() == 2);
    CHECK(text(walker).empty());  // nothing by itself
    stroke(walker);
    CHECK(text(walker).empty());  // not by writing on, either
    walker.play(ReadInk{writing_ticket(walker), {"张", "弘"}});
    walker.play(ChoseOffer{0});
    CHECK(text(walker) == "张");
    CHECK(walker.session().writing.ink.empty());
    CHECK(walker.session().writing.offers.empty());
}

TEST_CASE("an answer to older ink is dropped") {
    Walker walker = at_name();
    stroke(walker);
    const std::uint64_t first = writing_ticket(walker);
    stroke(walker);
    walker.play(ReadInk{first, {"一"}});
    CHECK(walker.session().writing.offers.empty());
    walker.play(ReadInk{writing_ticket(walker), {"二"}});
    CHECK(walker.session().writing.offers.size() == 1);
    walker.play(ClearedInk{});
    walker.play(ReadInk{writing_ticket(walker), {"二"}});
    CHECK(walker.session().writing.offers.empty());  // there is no ink any more
}

TEST_CASE("the last stroke can be taken back, all of them too, and there is a limit") {
    Walker walker = at_name();
    stroke(walker);
    stroke(walker);
    walker.play(UndidStroke{});
    CHECK(walker.session().writing.ink.size() == 1);
    CHECK(effects<RecogniseInk>(walker).back().ink.size() == 1);
    walker.play(UndidStroke{});
    walker.play(UndidStroke{});
    CHECK(walker.session().writing.ink.empty());
    for (std::size_t i = 0; i < kInkStrokesMax + 5; ++i)
        stroke(walker);
    CHECK(walker.session().writing.ink.size() == kInkStrokesMax);
    walker.play(ClearedInk{});
    walker.play(PenDown{{0, 0}});
    walker.play(PenMoved{std::vector<InkPoint>(3, InkPoint{-3000, 32000})});
    CHECK(walker.session().writing.ink.front().back() == InkPoint{-150, 1150});
}

TEST_CASE("letters ask for words, in a name for surnames and then for given names; the rest of them stays") {
    Walker walker = at_name();
    walker.play(ChoseWritingPad{WritingPad::sound});
    walker.play(Spelled{"zhang"});
    walker.play(Spelled{"san"});
    const auto asked = effects<SpellOut>(walker);
    REQUIRE(asked.size() == 2);
    CHECK(asked.back().letters == "zhangsan");
    CHECK(asked.back().spelling == Spelling::name);
    walker.play(SpelledOut{asked.back().ticket, {{"张三", 8}, {"张", 5}}});
    walker.play(ChoseOffer{1});
    CHECK(text(walker) == "张");
    CHECK(walker.session().writing.letters == "san");
    const auto rest = effects<SpellOut>(walker);
    REQUIRE(rest.size() == 1);
    CHECK(rest.front().letters == "san");
    CHECK(rest.front().spelling == Spelling::given);
    walker.play(PressedErase{});
    CHECK(walker.session().writing.letters == "sa");
    CHECK(text(walker) == "张");
    walker.play(KeptLetters{});
    CHECK(text(walker) == "张sa");
    walker.play(PressedErase{});
    CHECK(text(walker) == "张s");
}

TEST_CASE("a real keyboard spells where words are wanted: letters, a blank or a digit for a candidate") {
    Walker walker = at_name();
    walker.play(Keyed{"a"});
    CHECK(walker.session().writing.pad == WritingPad::sound);
    CHECK(walker.session().writing.letters == "a");
    walker.play(SpelledOut{writing_ticket(walker), {{"阿", 1}, {"啊", 1}}});
    walker.play(Keyed{"2"});
    CHECK(text(walker) == "啊");
    walker.play(Keyed{"a"});
    walker.play(SpelledOut{writing_ticket(walker), {{"阿", 1}}});
    walker.play(Keyed{" "});
    CHECK(text(walker) == "啊阿");
    walker.play(Keyed{"好"});  // from an input method
    CHECK(text(walker) == "啊阿好");
    walker.play(ChoseWritingPad{WritingPad::marks});
    walker.play(Keyed{"a1"});
    CHECK(text(walker) == "啊阿好a1");
}

TEST_CASE("a rare character by radical and strokes") {
    Walker walker = at_name();
    walker.play(ChoseWritingPad{WritingPad::radical});
    walker.play(ChoseRadicalStrokes{5});
    const auto forms = effects<ListForms>(walker);
    REQUIRE(forms.size() == 1);
    walker.play(FoundForms{forms.front().ticket, {{"示", "113"}, {"钅", "167'"}}});
    walker.play(ChoseRadical{1});
    const auto list = effects<ListByRadical>(walker);
    REQUIRE(list.size() == 1);
    CHECK(list.front().list == "167'");
    walker.play(FoundByRadical{list.front().ticket, {{3, {"钒"}}, {7, {"铿", "𬭎"}}}});
    walker.play(ChoseRestStrokes{7});
    walker.play(ChoseOffer{1});
    CHECK(text(walker) == "𬭎");
    CHECK(walker.session().writing.radical.empty());
}

TEST_CASE("what was written and not chosen is told once before the next question") {
    Walker walker = at_name();
    walker.play(Typed{"张"});
    stroke(walker);
    const Asking before = walker.session().draft.asking;
    walker.play(PressedNext{});
    REQUIRE(walker.session().draft.problems.size() == 1);
    CHECK(walker.session().draft.problems.front().code == "writing.pending");
    CHECK(walker.session().draft.asking == before);
    stroke(walker);  // writes on instead
    CHECK(walker.session().draft.problems.empty());
    walker.play(PressedNext{});
    walker.play(PressedNext{});
    CHECK(!(walker.session().draft.asking == before));
    CHECK(walker.session().writing.ink.empty());
}

TEST_CASE("a full field takes no character, and then the ink stays") {
    Walker walker = at_name();
    walker.play(Typed{std::string(50, 'x')});
    stroke(walker);
    walker.play(ReadInk{writing_ticket(walker), {"张"}});
    walker.play(ChoseOffer{0});
    CHECK(walker.session().writing.ink.size() == 1);
}

TEST_CASE("writing is being there: the curtain does not fall on whoever writes") {
    Walker walker = at_name();
    for (int i = 0; i < 10; ++i) {
        walker.wait_ms(kIdleWarnMs - 1000);
        walker.play(PenDown{{1, 1}});
        walker.wait_ms(kIdleWarnMs - 1000);
        walker.play(PenMoved{{{500, static_cast<std::int16_t>(i)}}});
        walker.tick();
        CHECK(walker.session().curtain == Curtain::Open);
    }
    walker.wait_ms(kIdleWarnMs);
    walker.tick();
    CHECK(walker.session().curtain == Curtain::Warning);  // the control: it does fall
}

TEST_CASE("nothing of the ink and the letters is left when the session ends, and late answers find nobody") {
    Walker walker = at_name();
    stroke(walker);
    const std::uint64_t asked = writing_ticket(walker);
    walker.play(PressedQuickExit{});
    CHECK(walker.session().writing.ink.empty());
    CHECK(walker.session().writing.letters.empty());
    walker.play(ReadInk{asked, {"张"}});
    CHECK(walker.session().writing.offers.empty());
}

TEST_CASE("where numbers are wanted nothing can be written or spelled") {
    Walker walker;
    walker.open_form(domain::ApplicantKind::Self);
    for (int guard = 0; guard < 60 && walker.page() == Page::Ask; ++guard) {
        const domain::Field* part = asked_part(walker.state(), walker.world());
        if (part->type == domain::FieldType::Phone) break;
        walker.answer_one();
    }
    CHECK_FALSE(takes_words(walker.state(), walker.world()));
    stroke(walker);
    CHECK(walker.session().writing.ink.empty());
    walker.play(Keyed{"138a"});
    CHECK(text(walker) == "138");
}

TEST_CASE("ten thousand times as much money with one key") {
    Walker walker;
    walker.open_form(domain::ApplicantKind::Self);
    for (int guard = 0; guard < 200 && walker.page() == Page::Ask; ++guard) {
        if (asked_part(walker.state(), walker.world())->type == domain::FieldType::Money) break;
        walker.answer_one();
    }
    REQUIRE(asked_part(walker.state(), walker.world())->type == domain::FieldType::Money);
    walker.play(ClearedText{});
    walker.play(PressedMyriad{});
    CHECK(text(walker).empty());
    walker.play(Typed{"1.25"});
    walker.play(PressedMyriad{});
    CHECK(text(walker) == "12500");
    walker.play(PressedMyriad{});
    walker.play(PressedMyriad{});
    walker.play(PressedMyriad{});
    CHECK(text(walker).size() <= 13);
}

TEST_CASE("the last day of a month that becomes shorter") {
    Walker walker;
    walker.open_form(domain::ApplicantKind::Self);
    for (int guard = 0; guard < 200 && walker.page() == Page::Ask; ++guard) {
        if (asked_part(walker.state(), walker.world())->type == domain::FieldType::Date) break;
        walker.answer_one();
    }
    walker.play(PickedYear{"2024"});
    walker.play(PickedMonth{1});
    walker.play(PickedDay{31});
    walker.play(PickedMonth{2});
    CHECK(walker.session().draft.date.day == 29);
    walker.play(PickedYear{"2023"});
    CHECK(walker.session().draft.date.day == 28);
}
