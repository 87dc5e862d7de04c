// Papers to read at home: one topic of the guide, the outcome of the screening, the leaflet; and the printer's test.
#include <algorithm>

#include "app/printing/frame.hpp"

namespace courtyard::printing {

namespace {

constexpr std::size_t kDoorsOnStrip = 6;
constexpr const char* kDot = "\xC2\xB7";  // a middle dot: no word

void items(paper::Document& document, const std::vector<std::string>& texts) {
    for (const std::string& text : texts)
        document.blocks.emplace_back(paper::Item{kDot, text});
}

std::string fact(const pack::Pack& pack, const char* key) { return pack.words.text(std::string("printed.") + key); }

void door(const pack::Pack& pack, paper::Document& document, std::size_t n, const domain::Door& door, Sheet sheet) {
    document.blocks.emplace_back(paper::Item{std::to_string(n), door.title, true});
    document.blocks.emplace_back(paper::Fact{fact(pack, "door.who"), door.who});
    document.blocks.emplace_back(paper::Fact{fact(pack, "door.say"), door.say});
    if (!door.source.empty() && sheet == Sheet::Page)
        document.blocks.emplace_back(paper::Fact{fact(pack, "door.source"), door.source});
    document.blocks.emplace_back(paper::Gap{0.3});
}

}  // namespace

paper::Document topic_paper(const pack::Pack& pack, const Place& place, const Order& order, Sheet sheet) {
    const pack::Topic& topic = *pack.topic(order.id);
    paper::Document document = framed(pack, place, topic.title, sheet, {china_moment(order.at)});
    if (sheet == Sheet::Page) document.letters = paper::Letters::Large;
    items(document, topic.body);
    close(pack, document, {"printed.more", "slip.foot_safe", "slip.foot_call"});
    return document;
}

paper::Document screening_paper(const pack::Pack& pack, const Place& place, const Order& order, Sheet sheet) {
    paper::Document document =
        framed(pack, place, pack.words.text("printed.screening.title"), sheet, {china_moment(order.at)});
    const domain::Screening found = domain::screen(pack.screening, order.answers);
    document.blocks.emplace_back(paper::Notice{pack.words.text("printed.screening.only_hint")});
    if (const domain::ScreeningOutcome* outcome = pack.screening.outcome(found.primary)) {
        document.blocks.emplace_back(paper::Heading{outcome->title});
        document.blocks.emplace_back(paper::Paragraph{outcome->say});
        document.blocks.emplace_back(paper::Heading{pack.words.text("result.why")});
        items(document, found.reasons);
        if (!found.articles.empty())
            document.blocks.emplace_back(paper::Fact{fact(pack, "door.source"), found.articles.front()});
        document.blocks.emplace_back(paper::Heading{pack.words.text("result.next")});
        items(document, outcome->next);
    }
    const auto doors = domain::open_doors(pack.doors, order.answers, found);
    if (!doors.empty()) {
        document.blocks.emplace_back(paper::Heading{pack.words.text("result.doors")});
        // A strip of all of them is longer than a person is tall.
        const std::size_t shown = sheet == Sheet::Strip ? std::min(doors.size(), kDoorsOnStrip) : doors.size();
        for (std::size_t i = 0; i < shown; ++i)
            door(pack, document, i + 1, *doors[i], sheet);
        if (shown < doors.size())
            document.blocks.emplace_back(
                paper::Paragraph{pack.words.text("printed.more_doors", {{"n", std::to_string(doors.size() - shown)}})});
    }
    close(pack, document, {"result.note", "slip.foot_safe", "slip.foot_call"});
    return document;
}

paper::Document leaflet_paper(const pack::Pack& pack, const Place& place, const Order& order, Sheet sheet) {
    static_cast<void>(order);  // the same for everybody, whenever it is printed
    paper::Document document = framed(pack, place, pack.words.text("leaflet.title"), sheet, {});
    document.blocks.emplace_back(paper::Paragraph{pack.words.text("leaflet.p1")});
    for (const std::string& word : words_of_list(pack.words.text("printed.leaflet.questions"))) {
        const auto question = std::find_if(pack.questions.begin(), pack.questions.end(),
                                           [&](const auto& one) { return std::to_string(one.n) == word; });
        if (question == pack.questions.end()) continue;
        document.blocks.emplace_back(paper::Fact{question->ask, question->answer});
    }
    document.blocks.emplace_back(paper::Notice{pack.words.text("leaflet.p7")});
    document.blocks.emplace_back(paper::Paragraph{pack.words.text("leaflet.p6")});
    document.blocks.emplace_back(paper::Tear{pack.words.text("printed.leaflet.tear")});
    document.blocks.emplace_back(
        paper::Heading{pack.words.text("printed.leaflet.back", {{"site", place.site}, {"court", place.court}})});
    for (const char* key : {"printed.leaflet.back1", "printed.leaflet.back2", "printed.leaflet.back3"})
        document.blocks.emplace_back(paper::Item{kDot, pack.words.text(key)});
    return document;
}

paper::Document test_paper(const pack::Pack& pack, const Place& place, const Order& order, Sheet sheet) {
    paper::Document document =
        framed(pack, place, pack.words.text("printed.test.title"), sheet, {china_moment(order.at)});
    document.blocks.emplace_back(paper::Paragraph{pack.words.text("printed.test.read")});
    // Rare characters of several planes: what the printer draws is what the fonts of this machine hold.
    document.blocks.emplace_back(paper::Centred{pack.words.text("printed.test.rare")});
    std::string text = "TEST";
    while (text.size() < 600)  // a symbol of version 15, as a receipt's
        text += "0123456789ACDEFGHJKMNPQRTVWXY"[(text.size() * (text.size() + 7) / 3) % 29];
    document.blocks.emplace_back(paper::Symbols{{{text, pack.words.text("printed.test.symbol")}}});
    close(pack, document, {"printed.test.done"});
    return document;
}

}  // namespace courtyard::printing
