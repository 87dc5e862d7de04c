#include "app/pinyin/query.hpp"

#include <doctest/doctest.h>

using namespace courtyard::pinyin;

namespace {

std::string cut(std::string_view typed) {
    const Query query = query_of(typed);
    std::string out;
    for (const Piece& piece : pieces_of(query.letters)) {
        if (!out.empty()) out += ' ';
        out += query.letters.substr(piece.begin, piece.end - piece.begin) + (piece.whole ? "" : "~");
    }
    return out;
}

}  // namespace

TEST_CASE("letters are cut into the fewest syllables, the longer one first") {
    CHECK(cut("zhangsan") == "zhang san");
    CHECK(cut("xian") == "xian");
    CHECK(cut("xi'an") == "xi an");
    CHECK(cut("fangan") == "fang an");
    CHECK(cut("sfjz") == "s~ f~ j~ z~");
    CHECK(cut("shf") == "sh~ f~");
    CHECK(cut("jiaotongshig") == "jiao tong shi g~");
    CHECK(cut("jiaoto") == "jiao to~");
}

TEST_CASE("capitals, tones, blanks and the u with dots are made even") {
    CHECK(query_of("Zhang1San1").letters == "zhang'san'");
    CHECK(query_of("n\xC3\xBC").letters == "nv");
    CHECK(query_of("N\xC3\x9C").letters == "nv");
    CHECK(query_of("lu:").letters == "lv");
    CHECK(query_of(" zhang  san").letters == "zhang'san");
    CHECK(cut("zhang1 san1") == "zhang san");
}

TEST_CASE("wrong letters after a valid start are left out, and so is everything behind them") {
    CHECK(cut("zhangv") == "zhang");
    CHECK(cut("zhang7san") == "zhang");
    CHECK(cut("zhang\xE4\xB8\x89san") == "zhang");
    CHECK(cut("vzhang") == "");
    CHECK(cut("") == "");
    CHECK(cut("'1'") == "");
}

TEST_CASE("what was typed can be told from the letters") {
    const Query query = query_of("n\xC3\xBC 3er");
    CHECK(query.letters == "nv'");
    CHECK(query.typed[2] == 3);  // bytes
    CHECK(query_of(std::string(1000, 'a')).letters.size() == kLettersMax);
}

TEST_CASE("sounds that many do not tell apart are blurred to one") {
    for (const auto& [a, b] : {std::pair{"zhang", "zan"},
                               {"chen", "ceng"},
                               {"shi", "si"},
                               {"niu", "liu"},
                               {"lin", "ling"},
                               {"lv", "lu"},
                               {"nve", "lue"},
                               {"liang", "lian"},
                               {"shuang", "suan"}})
        CHECK_MESSAGE(blurred(a) == blurred(b), a);
    CHECK(blurred("zhong") != blurred("zhun"));
    CHECK(blurred("fu") != blurred("hu"));
    CHECK(blurred("ren") != blurred("len"));
}
