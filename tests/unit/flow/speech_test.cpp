// Reading aloud as the state sees it: what is asked of the voice and when, and that it counts as presence.
#include <doctest/doctest.h>

#include "tests/unit/flow/kiosk_walker.hpp"

using namespace courtyard;
using namespace courtyard::flow;
using test::Walker;

namespace {

std::vector<Speak> spoken(std::vector<Effect> effects) {
    std::vector<Speak> out;
    for (Effect& effect : effects)
        if (auto* speak = std::get_if<Speak>(&effect)) out.push_back(std::move(*speak));
    return out;
}

template <class E>
int count_of(const std::vector<Effect>& effects) {
    int n = 0;
    for (const Effect& effect : effects)
        n += std::holds_alternative<E>(effect) ? 1 : 0;
    return n;
}

// At home, listening, the page being read.
Walker listening() {
    Walker walker;
    walker.play(PressedHome{});
    walker.play(PressedListen{});
    walker.play(ReadPage{walker.session().voice.asked, {"one", "two"}});
    return walker;
}

}  // namespace

TEST_CASE("a page is read when it was asked for, once for each request, and not before") {
    Walker walker;
    walker.play(PressedHome{});
    walker.play(ReadPage{0, {"nobody asked"}});
    walker.play(SaidTouch{"nobody asked"});
    CHECK(spoken(walker.take_effects()).empty());
    walker.play(PressedListen{});
    CHECK(walker.session().voice.on);
    walker.play(ReadPage{walker.session().voice.asked, {"one", "two"}});
    const auto said = spoken(walker.take_effects());
    REQUIRE(said.size() == 1);
    CHECK(said[0].pieces == std::vector<std::string>{"one", "two"});
    CHECK(said[0].turn == Turn::AtOnce);
    CHECK(walker.session().voice.speaking);
    walker.play(ReadPage{walker.session().voice.asked - 1, {"late"}});
    CHECK(spoken(walker.take_effects()).empty());
    walker.play(SpeechEnded{said[0].ticket + 1, true});  // another's
    CHECK(walker.session().voice.speaking);
    walker.play(SpeechEnded{said[0].ticket, true});
    CHECK_FALSE(walker.session().voice.speaking);
    CHECK(walker.session().voice.on);  // the next page is read, too
    const auto asked = walker.session().voice.asked;
    walker.play(PressedListenAgain{});
    CHECK(walker.session().voice.asked == asked + 1);
}

TEST_CASE("what was touched is said at once, and the page that it leads to after it") {
    Walker walker = listening();
    static_cast<void>(walker.take_effects());
    walker.play(SaidTouch{"choice"});
    walker.play(ReadPage{walker.session().voice.asked, {"next page"}});
    auto said = spoken(walker.take_effects());
    REQUIRE(said.size() == 2);
    CHECK(said[0].turn == Turn::AtOnce);
    CHECK(said[1].turn == Turn::AfterThis);
    walker.play(SpeechEnded{said[0].ticket, true});
    CHECK(walker.session().voice.speaking);  // the page is still to come
    // A page that comes by itself does not wait for the page before.
    walker.play(ReadPage{walker.session().voice.asked, {"other"}});
    said = spoken(walker.take_effects());
    REQUIRE(said.size() == 1);
    CHECK(said[0].turn == Turn::AtOnce);
    walker.play(ReadMore{{"a mistake"}});
    said = spoken(walker.take_effects());
    REQUIRE(said.size() == 1);
    CHECK(said[0].turn == Turn::AfterThis);
    walker.play(SaidTouch{""});
    said = spoken(walker.take_effects());
    REQUIRE(said.size() == 1);
    CHECK(said[0].pieces == std::vector<std::string>{""});
}

TEST_CASE("stop is stop: at once, and for the pages to come") {
    Walker walker = listening();
    static_cast<void>(walker.take_effects());
    walker.play(PressedStopListening{});
    auto effects = walker.take_effects();
    CHECK(count_of<StopSpeaking>(effects) == 1);
    CHECK_FALSE(walker.session().voice.on);
    walker.play(ReadPage{walker.session().voice.asked, {"x"}});
    CHECK(spoken(walker.take_effects()).empty());
}

TEST_CASE("loudness is told to the voice and kept for the session") {
    Walker walker = listening();
    static_cast<void>(walker.take_effects());
    walker.play(PickedLoudness{Loudness::Loud});
    CHECK(count_of<SetLoudness>(walker.take_effects()) == 1);
    walker.play(SaidTouch{"x"});
    const auto said = spoken(walker.take_effects());
    REQUIRE(said.size() == 1);
    CHECK(said[0].loudness == Loudness::Loud);
}

TEST_CASE("nobody is taken for gone who listens; whoever does not listen is") {
    for (const bool listens : {true, false}) {
        CAPTURE(listens);
        Walker walker;
        walker.play(PressedHome{});
        walker.play(OpenedScreening{});
        walker.play(RepliedScreening{"no"});
        if (listens) {
            walker.play(PressedListen{});
            walker.play(ReadPage{walker.session().voice.asked, {"a long page"}});
        }
        const auto ticket = walker.session().voice.ticket;
        walker.wait_ms(kIdleWarnMs + 1);
        walker.play(Ticked{});
        CHECK((walker.session().curtain == Curtain::Warning) == !listens);
        walker.wait_ms(kIdleWipeMs - kIdleWarnMs);
        walker.play(Ticked{});
        CHECK((walker.page() == Page::Attract) == !listens);
        if (!listens) continue;
        walker.play(SpeechEnded{ticket, true});
        walker.wait_ms(kIdleWarnMs - 1);
        walker.play(Ticked{});
        CHECK(walker.session().curtain == Curtain::Open);
        walker.wait_ms(1);
        walker.play(Ticked{});
        CHECK(walker.session().curtain == Curtain::Warning);
        // The question itself is read aloud, and keeps nobody's session open.
        walker.play(ReadPage{walker.session().voice.asked, {"are you there?"}});
        walker.wait_ms(10'000);
        walker.play(SpeechEnded{walker.session().voice.ticket, true});
        walker.wait_ms(kIdleWipeMs - kIdleWarnMs - 10'000);
        walker.play(Ticked{});
        CHECK(walker.page() == Page::Attract);
    }
}

TEST_CASE("a voice that never ends keeps no session open for ever") {
    Walker walker = listening();
    walker.wait_ms(kSpeechMsMax + kIdleWipeMs);
    walker.play(Ticked{});
    CHECK(walker.page() == Page::Attract);
}

TEST_CASE("the end of a session, however it comes, ends the voice") {
    for (const bool quick : {true, false}) {
        Walker walker = listening();
        static_cast<void>(walker.take_effects());
        if (quick) {
            walker.play(PressedQuickExit{});
        } else {
            walker.play(SpeechEnded{walker.session().voice.ticket, true});
            walker.wait_ms(kIdleWipeMs);
            walker.play(Ticked{});
        }
        CHECK(count_of<EndSession>(walker.take_effects()) == 1);
        CHECK_FALSE(walker.session().voice.on);
        CHECK_FALSE(walker.session().voice.speaking);
        walker.play(SaidTouch{"late"});
        CHECK(spoken(walker.take_effects()).empty());
    }
}

TEST_CASE("what cannot be heard is known, and is tried again") {
    Walker walker = listening();
    walker.play(SpeechEnded{walker.session().voice.ticket, false});
    CHECK(walker.session().voice.unheard);
    CHECK(walker.session().voice.on);
    walker.play(SaidTouch{"x"});
    CHECK_FALSE(walker.session().voice.unheard);
}
