// Papers to read at home: one topic of the guide, the outcome of the screening, the leaflet; and the printer's test.
#include <algorithm>

#include "app/pack/screening_slip.hpp"
#include "app/printing/frame.hpp"

namespace courtyard::printing {

namespace {

constexpr const char* kDot = "\xC2\xB7";  // a middle dot: no word

void items(paper::Document& document, const std::vector<std::string>& texts) {
    for (const std::string& text : texts)
        document.blocks.emplace_back(paper::Item{kDot, text});
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

// The same lines as on the screen (pack/screening_slip.hpp): nothing of the person, unless they want it there.
paper::Document screening_paper(const pack::Pack& pack, const Place& place, const Order& order, Sheet sheet) {
    const auto wish = order.id == kWithAnswers ? pack::SlipWish::WithAnswers : pack::SlipWish::Neutral;
    const std::vector<pack::SlipLine> lines = pack::screening_slip(
        pack, order.answers, domain::screen_once(pack.screening, order.answers), order.needs, wish);
    paper::Document document = framed(pack, place, lines.front().text, sheet, {china_moment(order.at)});
    int n = 0;
    for (const pack::SlipLine& line : lines) {
        switch (line.kind) {
            case pack::SlipLineKind::Title: break;
            case pack::SlipLineKind::Heading:
                document.blocks.emplace_back(paper::Heading{line.text});
                n = 0;
                break;
            case pack::SlipLineKind::Item:
                document.blocks.emplace_back(paper::Item{std::to_string(++n), line.text, true});
                break;
            case pack::SlipLineKind::Detail: document.blocks.emplace_back(paper::Item{kDot, line.text}); break;
            case pack::SlipLineKind::Note: document.blocks.emplace_back(paper::Paragraph{line.text}); break;
        }
    }
    close(pack, document, {"slip.foot_safe", "slip.foot_call"});
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
