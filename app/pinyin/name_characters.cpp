#include "app/pinyin/name_characters.hpp"

#include <algorithm>

#include "app/domain/text.hpp"
#include "app/pinyin/query.hpp"

namespace courtyard::pinyin {

namespace {

// Places in a list become scores that fall off slowly; a list of names stands above the commonness in texts.
constexpr double kName = 1'000'000;
constexpr double kStandard = 1'000;
constexpr double kOther = 1;
// z for zh, n for l: behind the commoner ones that are spelled so, before the rare ones. Characters of names farther
// behind, so that somebody who spells a rare surname right finds it first.
constexpr double kHeardOtherwise = 0.35;
constexpr double kNameHeardOtherwise = 0.06;

constexpr std::size_t kUsualSounds = 6;

double falling(double top, std::size_t place) { return top / (static_cast<double>(place) + 4); }

}  // namespace

NameCharacters::NameCharacters(const domain::TypingWords& words, const SoundTable& table) : table_(table) {
    for (const auto& [sound, same] : table)
        alike_[blurred(sound)].push_back(sound);
    std::size_t place = 0;
    for (const domain::SoundedWord& surname : words.surnames) {
        std::vector<std::string> sounds;
        for (const std::string& sound : surname.sounds)
            sounds.push_back(sound.substr(0, sound.size() - 1));
        const auto points = domain::code_points(surname.text).value_or(std::u32string{});
        if (points.size() == 1) {
            double& score = surnames_[sounds.front()][points.front()];
            score = std::max(score, falling(kName, place));
        } else if (points.size() == 2) {
            compounds_.emplace_back(std::move(sounds), points);
        }
        ++place;
    }
    for (std::size_t i = 0; i < words.given.size(); ++i)
        given_.emplace(words.given[i], falling(kName, i));
}

void NameCharacters::add_sound(std::string_view sound, double weight, bool whole, Part part,
                               std::unordered_map<char32_t, double>& scores) const {
    const auto keep = [&scores, weight](char32_t c, double score) {
        double& best = scores[c];
        best = std::max(best, score * weight);
    };
    if (part == Part::surname)
        if (const auto found = surnames_.find(sound); found != surnames_.end())
            for (const auto& [character, score] : found->second)
                keep(character, weight < 1 ? score * kNameHeardOtherwise / kHeardOtherwise : score);
    const auto same = table_.find(sound);
    if (same == table_.end()) return;
    const std::u32string& standard = same->second.standard;
    for (std::size_t i = 0; i < standard.size(); ++i) {
        keep(standard[i], falling(kStandard, i));
        if (part != Part::given) continue;
        // A sound that a character rarely has is rarely meant: not the strong one where the river is spelled.
        if (const auto found = given_.find(standard[i]); found != given_.end())
            keep(standard[i], found->second * kUsualSounds / static_cast<double>(kUsualSounds + i) *
                                  (weight < 1 ? kNameHeardOtherwise / kHeardOtherwise : 1));
    }
    if (!whole) return;
    for (std::size_t i = 0; i < same->second.other.size(); ++i)
        keep(same->second.other[i], falling(kOther, i));
}

std::vector<Scored> NameCharacters::single(std::string_view typed, bool whole, Part part) const {
    std::unordered_map<char32_t, double> scores;
    if (whole) {
        if (const auto alike = alike_.find(blurred(typed)); alike != alike_.end())
            for (const std::string& sound : alike->second)
                add_sound(sound, sound == typed ? 1 : kHeardOtherwise, true, part, scores);
    } else {
        for (auto sound = table_.lower_bound(typed); sound != table_.end() && sound->first.starts_with(typed); ++sound)
            add_sound(sound->first, 1, false, part, scores);
    }
    std::vector<Scored> out;
    out.reserve(scores.size());
    for (const auto& [character, score] : scores)
        out.push_back({std::u32string(1, character), score});
    std::sort(out.begin(), out.end(), [](const Scored& a, const Scored& b) {
        return a.score != b.score ? a.score > b.score : a.text < b.text;
    });
    return out;
}

std::vector<std::u32string> NameCharacters::compound(std::string_view first, std::string_view second) const {
    std::vector<std::u32string> exact;
    std::vector<std::u32string> heard;
    for (const auto& [sounds, text] : compounds_) {
        const bool same = sounds[0] == first && sounds[1] == second;
        if (same)
            exact.push_back(text);
        else if (blurred(sounds[0]) == blurred(first) && blurred(sounds[1]) == blurred(second))
            heard.push_back(text);
    }
    exact.insert(exact.end(), heard.begin(), heard.end());
    return exact;
}

}  // namespace courtyard::pinyin
