#include "app/worker/case_readings.hpp"

#include <algorithm>
#include <memory>
#include <set>
#include <unordered_map>

#include "app/domain/text.hpp"
#include "app/worker/assets.hpp"
#include "sync/os/files.hpp"

namespace courtyard::worker {

namespace {

using Table = std::unordered_map<char32_t, std::vector<std::string>>;
// How common a character is under a sound: its place in that sound's list.
using Places = std::unordered_map<char32_t, std::vector<std::pair<std::size_t, std::string>>>;

std::string without_tone(std::string_view sound) {
    while (!sound.empty() && sound.back() >= '0' && sound.back() <= '9')
        sound.remove_suffix(1);
    return std::string(sound);
}

void add(Places& places, std::u32string_view characters, std::size_t from, const std::string& syllable) {
    for (std::size_t i = 0; i < characters.size(); ++i)
        places[characters[i]].emplace_back(from + i, syllable);
}

// A reading under which a surname is found by nobody: far down in the list of that sound, and not the one that it has
// as a surname ("xie" of 37 commoner ones). What people misread, they misread as something common.
constexpr std::size_t kRareFrom = 20;

// The characters of the pack's surnames.
std::set<char32_t> surname_characters(const domain::TypingWords& words) {
    std::set<char32_t> out;
    for (const domain::SoundedWord& word : words.surnames)
        for (const char32_t character : domain::code_points(word.text).value_or(std::u32string{}))
            out.insert(character);
    return out;
}

// Surnames are the first characters of names, and it is there that people search.
void put_surnames_first(Table& table, const domain::TypingWords& words) {
    for (auto word = words.surnames.rbegin(); word != words.surnames.rend(); ++word) {
        const auto characters = domain::code_points(word->text);
        if (!characters || characters->size() != word->sounds.size()) continue;
        for (std::size_t i = 0; i < characters->size(); ++i) {
            std::vector<std::string>& all = table[(*characters)[i]];
            const std::string sound = without_tone(word->sounds[i]);
            std::erase(all, sound);
            all.insert(all.begin(), sound);
        }
    }
}

}  // namespace

cases::Readings readings_of(const pinyin::SoundTable& sounds, const domain::TypingWords& words) {
    Places places;
    for (const auto& [syllable, same] : sounds) {
        add(places, same.standard, 0, syllable);
        add(places, same.other, same.standard.size(), syllable);
    }
    auto table = std::make_shared<Table>();
    const std::set<char32_t> surnames = surname_characters(words);
    for (auto& [character, found] : places) {
        std::sort(found.begin(), found.end());
        std::vector<std::string>& all = (*table)[character];
        for (const auto& [place, syllable] : found)
            if (all.empty() || place < kRareFrom || !surnames.contains(character)) all.push_back(syllable);
    }
    put_surnames_first(*table, words);
    return [table](char32_t character) {
        const auto found = table->find(character);
        return found == table->end() ? std::vector<std::string>{} : found->second;
    };
}

base::Result<cases::Readings> shipped_readings(const domain::TypingWords& words) {
    constexpr std::size_t kReadingsBytesMax = 4U << 20;
    const std::filesystem::path path = TRY(asset("writing/sounds.txt"));
    const base::Bytes text = TRY(os::read_file(path, kReadingsBytesMax));
    return readings_of(TRY(pinyin::parse_sounds(base::as_text(text))), words);
}

}  // namespace courtyard::worker
