// The folder audio/ of a pack: how words are read, and recordings.
#include <doctest/doctest.h>

#include "app/pack/pack_file.hpp"
#include "app/pack/speakable.hpp"
#include "tests/unit/pack/demo_pack.hpp"

using namespace courtyard;
using namespace courtyard::pack;

namespace {

// The beginning of an Opus file, which is all that machines look at.
base::Bytes recording(std::size_t size = 400) {
    base::Bytes out = base::to_bytes("OggS");
    out.resize(28);
    const base::Bytes head = base::to_bytes("OpusHead");
    out.insert(out.end(), head.begin(), head.end());
    out.resize(size);
    return out;
}

std::string problems_with(const std::string& path, const base::Bytes& content) {
    Files files = pack::test::demo_files();
    files[path] = content;
    std::string out;
    for (const PackProblem& problem : read(files).problems)
        out += problem.text() + "\n";
    return out;
}

}  // namespace

TEST_CASE("recordings travel with the pack, under the key of what they say") {
    CHECK(problems_with("audio/home.greeting.opus", recording()) == "");
    Files files = pack::test::demo_files();
    for (const char* key : {"home.greeting", "F1.01.ask", "topic.how.body.1", "question.4.answer", "notice.1"})
        files["audio/" + std::string(key) + ".opus"] = recording();
    const auto pack = parse(files);
    REQUIRE_MESSAGE(pack.has_value(), pack.error().message);
    CHECK(pack->prompts.size() == 5);
    CHECK(pack->prompts.at("F1.01.ask") == recording());
    const auto carried = contain(files);
    REQUIRE(carried.has_value());
    CHECK(uncontain(*carried)->at("audio/home.greeting.opus") == recording());
}

TEST_CASE("a recording that nobody would hear is named by its file") {
    const auto refused = [](const char* path, const base::Bytes& content, const char* why) {
        const std::string problems = problems_with(path, content);
        CHECK_MESSAGE(problems.starts_with(path), problems);
        CHECK_MESSAGE(problems.find(why) != std::string::npos, problems);
    };
    refused("audio/home.nothing.opus", recording(), "has no text 'home.nothing'");
    refused("audio/ask.step.opus", recording(), "different every time");
    refused("audio/home.greeting.opus", base::to_bytes("RIFF....WAVE"), "no Opus recording");
    refused("audio/home.greeting.opus", {}, "no Opus recording");
    refused("audio/home.greeting.opus", recording(kPromptBytesMax + 1), "larger than 512 KiB");
    refused("audio/home.greeting.mp3", recording(), "no such file belongs into a pack");
    Files files = pack::test::demo_files();
    std::size_t number = 0;
    for (const auto& [key, text] : speakable(pack::test::demo_pack()))
        if (text.find('{') == std::string::npos && ++number <= kPromptsBytesMax / kPromptBytesMax + 1)
            files["audio/" + key + ".opus"] = recording(kPromptBytesMax);
    CHECK(read(files).problems.front().what.find("larger than 32 MiB") != std::string::npos);
}

TEST_CASE("the court's readings are syllables of Mandarin, one for each character, or are named by their line") {
    CHECK(pack::test::demo_pack().readings.at("银行") == "yin2 hang2");
    CHECK(pack::test::demo_pack().readings.size() > 250);
    const auto refused = [](const char* line, const char* why) {
        const std::string problems =
            problems_with("audio/readings.toml", base::to_bytes("words = [\n  " + std::string(line) + ",\n]\n"));
        CHECK_MESSAGE(problems.starts_with("audio/readings.toml:"), problems);
        CHECK_MESSAGE(problems.find(why) != std::string::npos, problems);
    };
    refused("\"银行 yin2\"", "2 characters, but 1 syllables");
    refused("\"银行 bank2 x\"", "as syllables with a tone");
    refused("\"银行\"", "as syllables with a tone");
    refused("\"bank yin2\"", "Han characters only");
    refused("7", "no text in quotation marks");
    refused("\"银行 yin2 hang2\", \"银行 yin2 xing2\"", "there twice");
    CHECK(problems_with("audio/readings.toml", base::to_bytes("word = []\n")).find("audio/readings.toml") == 0);
    CHECK(problems_with("audio/readings.toml", base::to_bytes("words = [\"银行 yin2 hang2\"]\n")) == "");
}

TEST_CASE("every text that a screen can show has a key of its own") {
    const auto texts = speakable(pack::test::demo_pack());
    CHECK(texts.size() > 1'000);
    CHECK(texts.at("home.greeting") == pack::test::demo_pack().words.text("home.greeting"));
    CHECK(texts.at("F1.01.ask") == pack::test::demo_pack().form.field("F1.01")->ask);
    for (const auto& [key, text] : texts) {
        CAPTURE(key);
        CHECK(is_pack_path("audio/" + key + ".opus"));
    }
}
