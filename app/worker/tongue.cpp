#include "app/worker/tongue.hpp"

#include "app/worker/assets.hpp"
#include "sync/os/files.hpp"

namespace courtyard::worker {
namespace {

constexpr std::size_t kTongueBytesMax = 4U << 20;

base::Result<std::string> table(const char* name) {
    const std::filesystem::path path = TRY(asset(std::filesystem::path("speech") / name));
    const base::Bytes bytes = TRY(os::read_file(path, kTongueBytesMax));
    return std::string(base::as_text(bytes));
}

speech::Syllables word(const pack::Pack& pack, const char* key, const speech::Tongue& tongue) {
    speech::Syllables out;
    if (!pack.words.has(key)) return out;
    for (const speech::Unit& unit : speech::read_units(pack.words.text(key), tongue))
        out.push_back(unit.syllable);
    return out;
}

}  // namespace

base::Result<speech::Tongue> shipped_tongue() {
    speech::Tongue tongue;
    const std::string characters = TRY(table("readings.txt"));
    std::string words = TRY(table("words.txt"));
    const std::string rules = TRY(table("rules.txt"));
    tongue.characters = TRY(speech::Characters::parse(characters));
    tongue.words = TRY(speech::Lexicon::parse(std::move(words)));
    tongue.rules = TRY(speech::parse_rules(rules));
    return tongue;
}

void teach(speech::Tongue& tongue, const pack::Pack& pack) {
    tongue.court = speech::Lexicon::of(pack.readings);
    tongue.unknown = word(pack, "voice.some_character", tongue);
    tongue.hidden = word(pack, "voice.hidden", tongue);
    tongue.somebody = word(pack, "voice.somebody", tongue);
}

}  // namespace courtyard::worker
