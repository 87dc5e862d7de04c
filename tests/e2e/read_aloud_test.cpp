// Every text of the pack as the synthesiser takes it: Mandarin to the last syllable, nothing as English, nothing
// spelled.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "app/pack/speakable.hpp"
#include "app/sound/synthesiser.hpp"
#include "app/speech/points.hpp"
#include "app/worker/assets.hpp"
#include "app/worker/tongue.hpp"
#include "tests/support/process.hpp"
#include "tests/support/temp_folder.hpp"

using namespace courtyard;

namespace {

const pack::Pack& demo() {
    static const pack::Pack pack = [] {
        auto loaded = pack::load("assets/packs/zhejiang-demo");
        REQUIRE_MESSAGE(loaded.has_value(), loaded.error().message);
        return std::move(*loaded);
    }();
    return pack;
}

speech::Tongue tongue() {
    auto tongue = worker::shipped_tongue();
    REQUIRE_MESSAGE(tongue.has_value(), tongue.error().message);
    worker::teach(*tongue, demo());
    return std::move(*tongue);
}

// What the synthesiser would say, as phonemes; one line of `lines` after another.
std::string phonemes(const std::string& voice, const std::string& lines) {
    const test::TempFolder folder;
    const auto file = folder.path() / "lines";
    std::ofstream(file, std::ios::binary) << lines;
    const test::Ran ran =
        test::run({sound::find_synthesiser()->string(), "-v", voice, "-x", "-q", "-f", file.string()});
    REQUIRE_MESSAGE(ran.code == 0, ran.err);
    return ran.out;
}

std::size_t count(const std::string& text, const std::string& what) {
    std::size_t n = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + what.size()))
        ++n;
    return n;
}

}  // namespace

TEST_CASE("no text of the pack is read as English or as letters; with the voice cmn most are") {
    const speech::Tongue how = tongue();
    std::string lines, written;
    std::size_t syllables = 0;
    int controls = 40;  // enough to see; this voice stumbles over some texts for minutes
    for (const auto& [key, text] : pack::speakable(demo())) {
        for (const speech::Sentence& sentence : speech::read_aloud(text, how)) {
            lines += sentence.pinyin + "\n\n";
            syllables += sentence.syllables;
        }
        if (controls-- > 0) written += text + "\n\n";
    }
    CHECK(syllables > 10'000);
    const std::string said = phonemes(std::string(sound::kVoice), lines);
    CHECK(count(said, "(en)") == 0);
    CHECK(count(said, "_|") == syllables);  // one sound for each syllable: nothing left out, nothing spelled
    // Control: the text itself by the voice that the name of the language suggests.
    CHECK(count(phonemes("cmn", written), "(en)") > 15);
}

TEST_CASE("every reading that is shipped is one sound of the synthesiser") {
    std::ifstream file("assets/speech/readings.txt");
    std::string line, lines;
    std::size_t syllables = 0;
    while (std::getline(file, line)) {
        lines += line.substr(0, line.find(' ')) + ".\n\n";
        ++syllables;
    }
    REQUIRE(syllables > 1'400);
    const std::string said = phonemes(std::string(sound::kVoice), lines);
    CHECK(count(said, "_|") == syllables);
    CHECK(count(said, "(en)") == 0);
}

namespace {

// By the shipped list or by the pack's own words.
bool is_read(const std::string& character, const speech::Tongue& how) {
    std::size_t syllables = 0;
    for (const speech::Sentence& sentence : speech::read_aloud(character, how))
        syllables += sentence.syllables;
    return syllables == 1;
}

}  // namespace

TEST_CASE("every character of the pack has a reading") {
    const speech::Tongue how = tongue();
    std::set<std::string> unread;
    for (const auto& [key, text] : pack::speakable(demo()))
        for (const char32_t c : speech::points_of(text))
            if (speech::is_han(c) && !is_read(speech::utf8_of({&c, 1}), how)) unread.insert(speech::utf8_of({&c, 1}));
    std::string all;
    for (const std::string& one : unread)
        all += one;
    CHECK(all == "");
}

TEST_CASE("pack check plays recordings to their end and names what is broken; say tells how a text is read") {
    const test::TempFolder folder;
    const auto pack = folder.path() / "pack";
    std::filesystem::copy("assets/packs/zhejiang-demo", pack, std::filesystem::copy_options::recursive);
    const std::string ctl = (test::program_folder() / "courtyardctl").string();
    const auto wav = folder.path() / "said.wav";
    const test::Ran said = test::run({ctl, "say", "银行还钱", "--wav", wav.string()});
    REQUIRE_MESSAGE(said.code == 0, said.err);
    CHECK(said.out == "yin2 hang2 huan2 qian2.\n");
    REQUIRE(std::filesystem::file_size(wav) > 20'000);
    const auto opus = pack / "audio" / "home.greeting.opus";
    REQUIRE(test::run({"/usr/bin/opusenc", "--quiet", wav.string(), opus.string()}).code == 0);
    const test::Ran sound = test::run({ctl, "pack", "check", pack.string()});
    CHECK_MESSAGE(sound.code == 0, sound.err);
    // Damaged in the middle: the beginning looks as it should.
    std::string bytes;
    {
        std::ifstream file(opus, std::ios::binary);
        bytes.assign(std::istreambuf_iterator<char>(file), {});
    }
    std::ofstream(opus, std::ios::binary) << bytes.substr(0, 200);
    const test::Ran broken = test::run({ctl, "pack", "check", pack.string()});
    CHECK(broken.code == 1);
    CHECK_MESSAGE(broken.out.find("audio/home.greeting.opus") != std::string::npos, (broken.out + broken.err));
}

TEST_CASE("reported: pack check names the line of a sign that no font draws in every text that people read") {
    const test::TempFolder folder;
    const std::string ctl = (test::program_folder() / "courtyardctl").string();
    const std::string nobodys = "\U000F1234";  // for private use: no font has it
    for (const char* file : {"text/papers.toml", "text/slip.toml", "text/year.toml", "text/leaflet.toml",
                             "text/messages.toml", "text/ui.toml", "text/ui_cases.toml", "text/ui_field.toml",
                             "text/ui_care.toml", "text/acts.toml", "text/facts.toml", "text/errors.toml",
                             "text/status.toml", "documents/consent.toml", "guides/questions.toml"}) {
        const auto pack = folder.path() / "pack";
        std::filesystem::remove_all(pack);
        std::filesystem::copy("assets/packs/zhejiang-demo", pack, std::filesystem::copy_options::recursive);
        std::string text;
        {
            std::ifstream stream(pack / file, std::ios::binary);
            text.assign(std::istreambuf_iterator<char>(stream), {});
        }
        const std::size_t at = text.find("。\"");
        REQUIRE_MESSAGE(at != std::string::npos, file);
        const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
        std::ofstream(pack / file, std::ios::binary) << text.substr(0, at) + nobodys + text.substr(at);
        const test::Ran marked = test::run({ctl, "pack", "check", pack.string()});
        CHECK_MESSAGE(marked.code == 1, file);
        const std::string named = std::string(file) + ":" + std::to_string(line) + ": no font draws U+F1234";
        CHECK_MESSAGE(marked.out.find(named) != std::string::npos, (marked.out + marked.err));
    }
}

TEST_CASE("pack check names the line of a sign that no font draws, where papers would print it") {
    const test::TempFolder folder;
    const auto pack = folder.path() / "pack";
    std::filesystem::copy("assets/packs/zhejiang-demo", pack, std::filesystem::copy_options::recursive);
    const std::string ctl = (test::program_folder() / "courtyardctl").string();
    const auto hearing = pack / "documents" / "court" / "hearing.toml";
    std::string text;
    {
        std::ifstream file(hearing, std::ios::binary);
        text.assign(std::istreambuf_iterator<char>(file), {});
    }
    const auto checked = [&](const std::string& content) {
        std::ofstream(hearing, std::ios::binary) << content;
        return test::run({ctl, "pack", "check", pack.string()});
    };
    const std::string nobodys = "\U000F1234";                // for private use: no font has it
    CHECK(checked("# " + nobodys + "\n" + text).code == 0);  // a remark is printed nowhere
    CHECK(checked("# \\U000F1234\n" + text).code == 0);
    const std::size_t at = text.find("听证会上");
    REQUIRE(at != std::string::npos);
    const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
    // As it is, and as TOML may write it.
    for (const std::string& written : {nobodys, std::string("\\U000F1234")}) {
        std::string edited = text;
        const test::Ran marked = checked(edited.insert(at, written));
        CHECK(marked.code == 1);
        CHECK_MESSAGE(marked.out.find("documents/court/hearing.toml:" + std::to_string(line) +
                                      ": no font draws U+F1234") != std::string::npos,
                      (marked.out + marked.err));
    }
}
