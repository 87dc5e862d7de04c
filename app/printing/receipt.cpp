// The receipt, and the ticket of work that is not finished: number, code, symbols, and nothing that says why.
#include <array>

#include "app/printing/frame.hpp"

namespace courtyard::printing {

namespace {

constexpr std::array<const char*, 7> kFoot = {"foot_not_filing", "foot_ask",  "foot_next", "foot_keep",
                                              "foot_lost",       "foot_safe", "foot_call"};
constexpr std::array<const char*, 2> kWithoutApplication = {"without_application", "without_application_do"};

std::string words(const pack::Pack& pack, std::string_view key, const std::map<std::string, std::string>& params = {}) {
    return pack.words.text("slip." + std::string(key), params);
}

// Two lines of four groups: a place in eight groups on one line is soon lost.
std::string in_two_lines(std::string code) {
    std::size_t dash = code.find('-');
    for (int group = 1; group < 4 && dash != std::string::npos; ++group)
        dash = code.find('-', dash + 1);
    if (dash != std::string::npos) code[dash] = '\n';
    return code;
}

// Domain report, section 5.7: court, terminal, time and how many papers were handed in.
std::vector<std::string> head_of(const pack::Pack& pack, const Place& place, const ReceiptFacts& facts) {
    std::vector<std::string> head = {words(pack, "court", {{"court", place.court}})};
    if (!place.site.empty()) head.push_back(words(pack, "site", {{"site", place.site}}));
    if (!place.machine.empty()) head.push_back(words(pack, "machine", {{"machine", place.machine}}));
    if (facts.filed.ms != 0) head.push_back(words(pack, "filed_at", {{"time", china_moment(facts.filed)}}));
    if (facts.papers >= 0) head.push_back(words(pack, "papers", {{"n", std::to_string(facts.papers)}}));
    if (facts.pictures > 0) head.push_back(words(pack, "pictures", {{"n", std::to_string(facts.pictures)}}));
    return head;
}

std::string numbered(const pack::Pack& pack, const char* key, std::size_t n, std::size_t of) {
    return pack.words.text(key, {{"n", std::to_string(n)}, {"of", std::to_string(of)}});
}

}  // namespace

paper::Slip slip_of(const pack::Pack& pack, const Place& place, const ReceiptFacts& facts) {
    paper::Slip slip;
    slip.title = words(pack, "title");
    slip.head = head_of(pack, place, facts);
    slip.number_caption = words(pack, "number_caption");
    slip.number = facts.number;
    slip.code = in_two_lines(facts.code);
    slip.code_caption = words(pack, "code_caption");
    slip.receipt_symbol = facts.symbol;
    slip.receipt_caption = words(pack, "receipt_caption");
    slip.part_symbols = facts.symbols;
    slip.part_caption = pack.words.text("slip.part_caption");
    if (facts.symbols.empty()) {
        for (const char* key : kWithoutApplication)
            slip.warning.push_back(words(pack, key));
    }
    for (const char* key : kFoot)
        slip.foot.push_back(words(pack, key));
    return slip;
}

paper::Document receipt_paper(const pack::Pack& pack, const Place& place, const Order& order, Sheet sheet) {
    paper::Slip slip = slip_of(pack, place, order.receipt);
    if (order.receipt.again) slip.head.push_back(pack.words.text("printed.again", {{"time", china_moment(order.at)}}));
    if (sheet == Sheet::Page) slip.head.erase(slip.head.begin());  // the court stands above
    paper::Document document = paper::document_of(slip);
    document.name = pack.words.text("slip.title");
    if (sheet == Sheet::Page) {
        document.letterhead = place.court;
        document.foot = pack.words.text("printed.foot");
    }
    wipe(slip);
    return document;
}

paper::Document ticket_paper(const pack::Pack& pack, const Place& place, const Order& order, Sheet sheet) {
    const std::string title = pack.words.text("printed.ticket.title");
    paper::Document document = framed(pack, place, title, sheet, {china_moment(order.at)});
    document.blocks.emplace_back(paper::Notice{pack.words.text("printed.ticket.unfinished")});
    document.blocks.emplace_back(paper::Paragraph{pack.words.text("printed.ticket.how")});
    // With a code: the small symbol beside it, enough at the machine where the work was begun; then the draft itself.
    const std::size_t small = order.id.empty() ? 0 : 1;
    if (small > 0) {
        document.blocks.emplace_back(paper::Claim{{},
                                                  {},
                                                  order.symbols.front(),
                                                  pack.words.text("printed.ticket.small"),
                                                  pack.words.text("printed.ticket.code"),
                                                  in_two_lines(order.id)});
    }
    paper::Symbols symbols;
    const std::size_t large = order.symbols.size() - small;
    for (std::size_t i = 0; i < large; ++i)
        symbols.all.push_back({order.symbols[small + i], numbered(pack, "printed.ticket.caption", i + 1, large)});
    document.blocks.emplace_back(std::move(symbols));
    close(pack, document, {"printed.ticket.keep", "slip.foot_safe", "slip.foot_call"});
    return document;
}

}  // namespace courtyard::printing
