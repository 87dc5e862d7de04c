// Whatever is chosen, however often: the same letters give the same candidates. What a kiosk had learnt of one person
// the next one would see.
#include <doctest/doctest.h>

#include "tests/unit/pinyin/shipped_words.hpp"

using namespace courtyard;
using pinyin::Mode;

namespace {

const std::vector<std::pair<std::string_view, Mode>> kQueries{{"zhangsan", Mode::text}, {"zhangsan", Mode::name},
                                                              {"tonglu", Mode::text},   {"sfjz", Mode::text},
                                                              {"wodeerzi", Mode::text}, {"guihua", Mode::given}};

std::vector<std::vector<pinyin::Candidate>> ask(pinyin::Speller& speller) {
    std::vector<std::vector<pinyin::Candidate>> all;
    for (const auto& [typed, mode] : kQueries)
        all.push_back(speller.candidates(typed, mode, 100'000));
    return all;
}

}  // namespace

TEST_CASE("typing and choosing a hundred times changes nothing") {
    const auto speller = test::shipped_speller();
    const auto before = ask(*speller);
    for (int i = 0; i < 100; ++i) {
        // As at the kiosk: the third candidate is chosen, and the rest of the letters is asked for.
        std::string typed = "zhangsanzaitonglu";
        while (!typed.empty()) {
            const auto candidates = speller->candidates(typed, Mode::text, 9);
            REQUIRE(!candidates.empty());
            typed.erase(0, candidates[std::min<std::size_t>(2, candidates.size() - 1)].typed);
        }
    }
    CHECK(ask(*speller) == before);
}

TEST_CASE("control: a word more would be seen") {
    const auto speller = test::shipped_speller();
    domain::TypingWords words = test::shipped_words();
    words.words.push_back({"张散", {"zhang1", "san4"}});
    auto learnt = pinyin::Speller::open(words, test::shipped_sounds(), pinyin::usual_data_folder());
    REQUIRE(learnt.has_value());
    CHECK(ask(*speller) != ask(**learnt));
}

TEST_CASE("where the dictionary is not, one sentence says what to install") {
    const auto none = pinyin::Speller::open({}, {}, "/nowhere");
    REQUIRE(!none.has_value());
    CHECK(none.error().code == "pinyin.data");
    CHECK(none.error().message.find("libpinyin-data") != std::string::npos);
}

TEST_CASE("a table of sounds names the line that is wrong") {
    CHECK(pinyin::parse_sounds("# a\nma\t\xE5\xA6\x88\n").has_value());
    for (const char* bad : {"ma\n", "\t\xE5\xA6\x88\n", "ma\t\xFF\n", "ma\t\xE5\xA6\x88\nma\t\xE5\xA6\x88\n"}) {
        const auto table = pinyin::parse_sounds(bad);
        REQUIRE(!table.has_value());
        CHECK(table.error().code == "sounds.line");
        CHECK(table.error().message.find("line ") == 0);
    }
}
