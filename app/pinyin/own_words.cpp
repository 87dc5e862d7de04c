#include "app/pinyin/own_words.hpp"

#include <algorithm>
#include <optional>

#include "app/pinyin/query.hpp"

namespace courtyard::pinyin {

namespace {

constexpr std::size_t kSyllableMax = 6;
constexpr std::size_t kBegunMin = 2;   // letters of a syllable that is not typed to its end
constexpr std::size_t kLongerMin = 2;  // syllables that must be typed before the rest is guessed

// Whole syllables that may begin at each place, blurred.
struct Heard {
    std::size_t end;
    std::string blurred;
};
using HeardAt = std::vector<std::vector<Heard>>;

HeardAt hear(std::string_view letters) {
    HeardAt heard(letters.size());
    for (std::size_t at = 0; at < letters.size(); ++at)
        for (std::size_t end = at + 1; end <= std::min(letters.size(), at + kSyllableMax); ++end)
            if (const auto syllable = letters.substr(at, end - at); domain::is_pinyin_syllable(syllable))
                heard[at].push_back({end, blurred(syllable)});
    return heard;
}

char first(char c) { return c == 'n' ? 'l' : c; }

// Walks one word along the letters and keeps the best way.
class Walk {
public:
    Walk(std::string_view letters, const HeardAt& heard, const std::vector<std::string>& syllables,
         const std::vector<std::string>& blurred)
        : letters_(letters), heard_(heard), syllables_(syllables), blurred_(blurred) {}

    std::optional<std::pair<std::size_t, Fit>> best() {
        go(0, 0, Fit::exact);
        return best_;
    }

private:
    void go(std::size_t at, std::size_t word, Fit fit) {
        while (at < letters_.size() && letters_[at] == '\'')
            ++at;
        if (word == syllables_.size()) return keep(at, fit);
        if (at == letters_.size()) {
            if (word >= kLongerMin) keep(at, Fit::longer);
            return;
        }
        const std::string& syllable = syllables_[word];
        const std::string_view rest = letters_.substr(at);
        if (rest.starts_with(syllable)) go(at + syllable.size(), word + 1, fit);
        for (const Heard& heard : heard_[at])
            if (heard.blurred == blurred_[word] && letters_.substr(at, heard.end - at) != syllable)
                go(heard.end, word + 1, std::max(fit, Fit::fuzzy));
        if (rest.size() >= kBegunMin && rest.size() < syllable.size() && syllable.starts_with(rest))
            go(letters_.size(), word + 1, std::max(fit, Fit::begun));
        // One letter for a syllable: only where the word does not spell a single letter anyway ("e").
        if (syllable.size() > 1 && rest.front() == syllable.front()) {
            go(at + 1, word + 1, Fit::abbreviated);
            if (syllable.size() > 2 && syllable[1] == 'h' && rest.size() > 1 && rest[1] == 'h')
                go(at + 2, word + 1, Fit::abbreviated);
        }
    }

    void keep(std::size_t end, Fit fit) {
        if (!best_ || end > best_->first || (end == best_->first && fit < best_->second)) best_ = {end, fit};
    }

    std::string_view letters_;
    const HeardAt& heard_;
    const std::vector<std::string>& syllables_;
    const std::vector<std::string>& blurred_;
    std::optional<std::pair<std::size_t, Fit>> best_;
};

}  // namespace

OwnWords::OwnWords(const std::vector<domain::SoundedWord>& words) {
    for (const domain::SoundedWord& word : words) {
        if (word.sounds.size() < 2) continue;
        Word own{word.text, {}, {}};
        for (const std::string& sound : word.sounds) {
            own.syllables.push_back(sound.substr(0, sound.size() - 1));
            own.blurred.push_back(blurred(own.syllables.back()));
        }
        words_.push_back(std::move(own));
    }
}

std::vector<Found> OwnWords::find(std::string_view letters) const {
    std::vector<Found> found;
    if (letters.empty()) return found;
    const HeardAt heard = hear(letters);
    for (std::size_t i = 0; i < words_.size(); ++i) {
        const Word& word = words_[i];
        if (first(word.syllables.front().front()) != first(letters.front())) continue;
        if (const auto best = Walk(letters, heard, word.syllables, word.blurred).best())
            found.push_back({word.text, best->first, best->second, word.syllables.size(), i});
    }
    std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
        if (a.end != b.end) return a.end > b.end;
        if (a.fit != b.fit) return a.fit < b.fit;
        return a.fit == Fit::longer && a.syllables < b.syllables;
    });
    return found;
}

}  // namespace courtyard::pinyin
