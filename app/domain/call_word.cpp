#include "app/domain/call_word.hpp"

#include <map>

namespace courtyard::domain {

namespace {

std::string_view letters_of(std::string_view syllable) {
    while (!syllable.empty() && syllable.back() >= '0' && syllable.back() <= '9')
        syllable.remove_suffix(1);
    return syllable;
}

struct Sound {
    std::string start, rhyme;
};

Sound split(std::string_view syllable) {
    const std::string_view letters = letters_of(syllable);
    const std::size_t vowel = std::min(letters.find_first_of("aeiouv"), letters.size());
    Sound sound{std::string(letters.substr(0, vowel)), std::string(letters.substr(vowel))};
    if (sound.start == "zh" || sound.start == "ch" || sound.start == "sh") sound.start.resize(1);
    if (sound.start == "n") sound.start = "l";
    if (sound.rhyme.ends_with("ng")) sound.rhyme.pop_back();
    // Written u and y, heard as v and i: "ju", "yan".
    const bool rounds = sound.start == "j" || sound.start == "q" || sound.start == "x" || sound.start == "y";
    if (rounds && sound.rhyme.starts_with("u")) sound.rhyme.front() = 'v';
    return sound;
}

}  // namespace

std::string heard_syllable(std::string_view syllable) {
    const Sound sound = split(syllable);
    return sound.start + sound.rhyme;
}

std::string heard_rhyme(std::string_view syllable) { return split(syllable).rhyme; }

std::optional<std::pair<std::size_t, std::size_t>> sound_alike(std::span<const SoundedWord> words) {
    std::map<std::string, std::size_t> heard;
    std::optional<std::pair<std::size_t, std::size_t>> first;
    const auto note = [&](std::string key, std::size_t place) {
        const auto [at, is_new] = heard.emplace(std::move(key), place);
        if (!is_new && !first) first = std::pair(at->second, place);
    };
    for (std::size_t place = 0; place < words.size() && !first; ++place) {
        const auto& sounds = words[place].sounds;
        if (sounds.size() != 2) continue;
        note("1 " + heard_syllable(sounds[0]) + ' ' + heard_rhyme(sounds[1]), place);
        note("2 " + heard_rhyme(sounds[0]) + ' ' + heard_syllable(sounds[1]), place);
    }
    return first;
}

}  // namespace courtyard::domain
