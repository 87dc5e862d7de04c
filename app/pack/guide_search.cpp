#include "app/pack/guide_search.hpp"

#include <algorithm>
#include <string>

#include "app/domain/text.hpp"

namespace courtyard::pack {

namespace {

constexpr int kTitleScore = 8, kKeywordScore = 4, kTextScore = 1;
constexpr std::size_t kWordsMax = 8;

std::string lower_case(std::string_view text) {
    std::string out = domain::half_width(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

std::vector<std::string> words_of(std::string_view query) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : lower_case(query.substr(0, kQueryBytesMax)) + ' ') {
        if (c != ' ' && c != '\t' && c != '\n') {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    words.resize(std::min(words.size(), kWordsMax));
    return words;
}

struct Entry {
    std::string_view title;
    const std::vector<std::string>& keywords;
    std::vector<std::string_view> texts;
};

bool has(std::string_view text, const std::string& word) { return lower_case(text).find(word) != std::string::npos; }

// Every word must be found somewhere; 0 otherwise.
int score(const Entry& entry, const std::vector<std::string>& words) {
    int total = 0;
    for (const std::string& word : words) {
        int best = has(entry.title, word) ? kTitleScore : 0;
        const bool is_keyword = std::any_of(entry.keywords.begin(), entry.keywords.end(),
                                            [&](const std::string& k) { return has(k, word); });
        if (best == 0 && is_keyword) best = kKeywordScore;
        const bool is_in_text =
            std::any_of(entry.texts.begin(), entry.texts.end(), [&](std::string_view t) { return has(t, word); });
        if (best == 0 && is_in_text) best = kTextScore;
        if (best == 0) return 0;
        total += best;
    }
    return total;
}

}  // namespace

std::vector<GuideHit> search(const Pack& pack, std::string_view query) {
    const std::vector<std::string> words = words_of(query);
    std::vector<GuideHit> hits;
    for (const Topic& topic : pack.topics) {
        if (const int found = score({topic.title, topic.keywords, {topic.body.begin(), topic.body.end()}}, words))
            hits.push_back({&topic, nullptr, found});
    }
    for (const GuideQuestion& question : pack.questions) {
        if (const int found = score({question.ask, question.keywords, {question.answer}}, words))
            hits.push_back({nullptr, &question, found});
    }
    std::stable_sort(hits.begin(), hits.end(), [](const GuideHit& a, const GuideHit& b) { return a.score > b.score; });
    return hits;
}

}  // namespace courtyard::pack
