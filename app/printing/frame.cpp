#include "app/printing/frame.hpp"

#include <cstdio>
#include <sstream>

#include "app/domain/date.hpp"

namespace courtyard::printing {

std::string china_moment(base::Instant at) {
    constexpr std::int64_t kChinaMs = 8 * 3'600'000, kDayMs = 24 * 3'600'000;
    std::int64_t ms = (at.ms + kChinaMs) % kDayMs;
    if (ms < 0) ms += kDayMs;
    char clock[16];
    std::snprintf(clock, sizeof clock, " %02d:%02d", static_cast<int>(ms / 3'600'000),
                  static_cast<int>(ms / 60'000 % 60));
    return domain::Date::in_china(at).text() + clock;
}

paper::Document framed(const pack::Pack& pack, const Place& place, const std::string& title, Sheet sheet,
                       const std::vector<std::string>& lines) {
    paper::Document document;
    document.name = pack.words.text("slip.title");  // the same for every paper: print queues show it
    if (sheet == Sheet::Page) {
        document.letterhead = place.court;
        document.foot = pack.words.text("printed.foot");
    }
    document.blocks.emplace_back(paper::Title{title});
    if (sheet == Sheet::Strip) document.blocks.emplace_back(paper::Centred{place.court});
    if (!place.site.empty()) document.blocks.emplace_back(paper::Centred{place.site});
    for (const std::string& line : lines)
        document.blocks.emplace_back(paper::Centred{line});
    document.blocks.emplace_back(paper::Rule{});
    return document;
}

void close(const pack::Pack& pack, paper::Document& document, std::initializer_list<const char*> keys) {
    document.blocks.emplace_back(paper::Rule{});
    for (const char* key : keys)
        document.blocks.emplace_back(paper::Paragraph{pack.words.text(key)});
}

std::vector<std::string> words_of_list(const std::string& text) {
    std::istringstream in(text);
    std::vector<std::string> all;
    for (std::string word; in >> word;)
        all.push_back(word);
    return all;
}

}  // namespace courtyard::printing
