// The worker's side of the writing pads, with the shipped model, dictionary and tables.
#include "app/worker/scribe.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "app/pack/pack.hpp"

using namespace courtyard;

namespace {

struct ScribeDesk {
    std::vector<flow::Event> said;
    worker::Scribe scribe{[this](flow::Event event) { said.push_back(std::move(event)); }};

    template <class T>
    T ask(flow::Effect effect) {
        said.clear();
        REQUIRE(scribe.perform(effect));
        REQUIRE(said.size() == 1);
        const T* answer = std::get_if<T>(&said.front());
        REQUIRE(answer != nullptr);
        return *answer;
    }
};

}  // namespace

TEST_CASE("ink becomes characters, and the effect's ink is overwritten") {
    ScribeDesk desk;
    // U+6728 in four strokes.
    flow::Effect effect = flow::RecogniseInk{7,
                                             {{{200, 350}, {800, 350}},
                                              {{500, 100}, {500, 900}},
                                              {{480, 370}, {350, 600}, {150, 750}},
                                              {{520, 370}, {650, 600}, {880, 750}}}};
    REQUIRE(desk.scribe.perform(effect));
    const auto* read = std::get_if<flow::ReadInk>(&desk.said.front());
    REQUIRE(read != nullptr);
    CHECK(read->ticket == 7);
    REQUIRE(read->characters.size() == flow::kInkOffers);
    CHECK(read->characters.front() == "木");
    for (const auto& stroke : std::get<flow::RecogniseInk>(effect).ink)
        for (const flow::InkPoint& point : stroke)
            CHECK(point == flow::InkPoint{});
}

TEST_CASE("letters become the pack's words and names, and the effect's letters are overwritten") {
    const auto pack = pack::load("assets/packs/zhejiang-demo");
    REQUIRE(pack.has_value());
    ScribeDesk desk;
    desk.scribe.use_words(pack->typing);
    CHECK(desk.ask<flow::SpelledOut>(flow::SpellOut{1, "sfjz", flow::Spelling::text}).offers.front().text ==
          "司法救助");
    CHECK(desk.ask<flow::SpelledOut>(flow::SpellOut{2, "shan", flow::Spelling::name}).offers.front().text == "单");
    CHECK(desk.ask<flow::SpelledOut>(flow::SpellOut{3, "wei", flow::Spelling::given}).offers.front().text == "伟");
    CHECK(desk.ask<flow::SpelledOut>(flow::SpellOut{4, "i", flow::Spelling::text}).offers.empty());
    flow::Effect effect = flow::SpellOut{5, "zhangsan", flow::Spelling::name};
    REQUIRE(desk.scribe.perform(effect));
    CHECK(std::get<flow::SpellOut>(effect).letters.find("zhang") == std::string::npos);
}

TEST_CASE("radicals lead to characters; other effects are somebody else's") {
    ScribeDesk desk;
    const auto forms = desk.ask<flow::FoundForms>(flow::ListForms{3, 5}).forms;
    const auto metal = std::find_if(forms.begin(), forms.end(), [](const auto& form) { return form.text == "钅"; });
    REQUIRE(metal != forms.end());
    const auto found = desk.ask<flow::FoundByRadical>(flow::ListByRadical{4, metal->list});
    CHECK(found.ticket == 4);
    bool has_it = false;
    for (const flow::RadicalGroup& group : found.groups)
        has_it = has_it || (group.strokes == 7 && std::find(group.characters.begin(), group.characters.end(), "𬭎") !=
                                                      group.characters.end());
    CHECK(has_it);
    flow::Effect other = flow::CheckMachine{};
    CHECK_FALSE(desk.scribe.perform(other));
}
