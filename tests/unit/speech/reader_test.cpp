#include <doctest/doctest.h>

#include <utility>
#include <vector>

#include "tests/unit/speech/tongue.hpp"

using namespace courtyard;

namespace {

void read(const speech::Tongue& tongue, const std::vector<std::pair<const char*, const char*>>& cases) {
    for (const auto& [text, said] : cases) {
        CAPTURE(text);
        CHECK(speech::pinyin_of(text, tongue) == said);
    }
}

}  // namespace

TEST_CASE("characters are read by the word that they stand in") {
    read(test::tongue(), {{"银行", "yin2 hang2."},
                          {"行为", "xing2 wei2."},
                          {"还钱", "huan2 qian2."},
                          {"还没有", "hai2 mei2 you3."},
                          {"重庆", "chong2 qing4."},
                          {"很重", "hen3 zhong4."},
                          {"调解", "tiao2 jie3."},
                          {"调查", "diao4 cha2."},
                          {"孩子长大了", "hai2 zi5 zhang3 da4 le5."},
                          {"多长时间", "duo1 chang2 shi2 jian1."},
                          {"觉得困难", "jue2 de5 kun4 nan2."},
                          {"了解", "liao3 jie3."},
                          {"办不了", "ban4 bu4 liao3."},
                          {"目的", "mu4 di4."},
                          {"法院的信", "fa3 yuan4 de5 xin4."},
                          {"没收到钱", "mei2 shou1 dao4 qian2."},
                          {"会计", "kuai4 ji4."},
                          {"慢慢地走", "man4 man4 de5 zou3."},
                          {"地方", "di4 fang1."}});
}

TEST_CASE("one and not take the tone that follows them") {
    read(test::tongue(), {{"一个", "yi2 ge4."},
                          {"一天", "yi4 tian1."},
                          {"一年", "yi4 nian2."},
                          {"一起", "yi4 qi3."},
                          {"一定", "yi2 ding4."},
                          {"第一步", "di4 yi1 bu4."},
                          {"统一", "tong3 yi1."},
                          {"三分之一", "san1 fen1 zhi1 yi1."},
                          {"看一看", "kan4 yi5 kan4."},
                          {"一月", "yi1 yue4."},
                          {"不是", "bu2 shi4."},
                          {"不能", "bu4 neng2."},
                          {"是不是", "shi4 bu5 shi4."},
                          {"不，对", "bu4, dui4."}});
}

TEST_CASE("amounts are read as amounts") {
    read(test::tongue(), {{"12,500元", "yi2 wan4 liang3 qian1 wu3 bai3 yuan2."},
                          {"96000元", "jiu3 wan4 liu4 qian1 yuan2."},
                          {"10元", "shi2 yuan2."},
                          {"15天", "shi2 wu3 tian1."},
                          {"110元", "yi4 bai3 yi1 shi2 yuan2."},
                          {"1005元", "yi4 qian1 ling2 wu3 yuan2."},
                          {"1050元", "yi4 qian1 ling2 wu3 shi2 yuan2."},
                          {"100,000,001元", "yi2 yi4 ling2 yi1 yuan2."},
                          {"10001元", "yi2 wan4 ling2 yi1 yuan2."},
                          {"20000元", "liang3 wan4 yuan2."},
                          {"120000元", "shi2 er4 wan4 yuan2."},
                          {"9.6万", "jiu3 dian3 liu4 wan4."},
                          {"1,234.56元", "yi4 qian1 er4 bai3 san1 shi2 si4 dian3 wu3 liu4 yuan2."},
                          {"¥300", "san1 bai3 yuan2."},
                          {"￥3,000", "san1 qian1 yuan2."},
                          {"50%", "bai3 fen1 zhi1 wu3 shi2."},
                          {"3.5％", "bai3 fen1 zhi1 san1 dian3 wu3."},
                          {"1/3", "san1 fen1 zhi1 yi1."},
                          {"2个人", "liang3 ge4 ren2."},
                          {"2月", "er4 yue4."},
                          {"第2位", "di4 er4 wei4."},
                          {"第 3 步，共 14 步", "di4 san1 bu4, gong4 shi2 si4 bu4."},
                          {"10-15天", "shi2 dao4 shi2 wu3 tian1."},
                          {"2～3年", "liang3 dao4 san1 nian2."},
                          {"8,000.00元", "ba1 qian1 yuan2."},
                          {"0元", "ling2 yuan2."}});
}

TEST_CASE("years, dates and times") {
    read(test::tongue(), {{"2026年11月23日", "er4 ling2 er4 liu4 nian2 shi2 yi1 yue4 er4 shi2 san1 ri4."},
                          {"2026-11-23", "er4 ling2 er4 liu4 nian2 shi2 yi1 yue4 er4 shi2 san1 ri4."},
                          {"1953年8月", "yi1 jiu3 wu3 san1 nian2 ba1 yue4."},
                          {"15:04", "shi2 wu3 dian3 ling2 si4 fen1."},
                          {"9:00", "jiu3 dian3 zheng3."},
                          {"2：30", "liang3 dian3 san1 shi2 fen1."},
                          {"13/45", "si4 shi2 wu3 fen1 zhi1 shi2 san1."}});
}

TEST_CASE("numbers that name something are read digit by digit") {
    read(test::tongue(),
         {{"打12368", "da3 yao1 er4 san1 liu4 ba1."},
          {"打120；打110", "da3 yao1 er4 ling2. da3 yao1 yao1 ling2."},
          {"12368问", "yao1 er4 san1 liu4 ba1 wen4."},
          {"13800001234", "yao1 san1 ba1, ling2 ling2 ling2 ling2, yao1 er4 san1 si4."},
          {"0571-88886666", "ling2 wu3 qi1 yao1, ba1 ba1 ba1 ba1, liu4 liu4 liu4 liu4."},
          {"330199198603140178",
           "san1 san1 ling2 yao1 jiu3 jiu3, yao1 jiu3 ba1 liu4 ling2 san1 yao1 si4, ling2 yao1 qi1 ba1."},
          {"33019919860314017X",
           "san1 san1 ling2 yi1, jiu3 jiu3 yi1 jiu3, ba1 liu4 ling2 san1, yi1 si4 ling2 yi1, qi1 ai4 ke5 si5."},
          {"（2026）浙0199民初12号", "er4 ling2 er4 liu4, zhe4 ling2 yi1 jiu3 jiu3 min2 chu1 yi1 er4 hao4."},
          {"7K3M-9QXT", "qi1 kei4 san1 ai2 mu5, jiu3 kei4 you5 ai4 ke5 si5 ti4."},
          {"7K3M 9Q", "qi1 kei4 san1 ai2 mu5, jiu3 kei4 you5."},
          {"A4纸", "ei1 si4 zhi3."},
          {"1+N", "yi1 jia1 en1."},
          {"12号", "shi2 er4 hao4."},
          {"0199", "ling2 yao1 jiu3 jiu3."}});
}

TEST_CASE("hidden digits stay hidden, hidden names become somebody") {
    speech::Tongue tongue = test::tongue();
    tongue.hidden = {"bu2", "nian4"};
    tongue.somebody = {"mou3"};
    read(tongue, {{"330***********0178", "san1 san1 ling2, bu2 nian4, ling2 yi1 qi1 ba1."},
                  {"***************0178", "bu2 nian4, ling2 yi1 qi1 ba1."},
                  {"应**", "ying1 mou3 mou3."}});
}

TEST_CASE("marks are pauses, and nothing else is said of them") {
    read(test::tongue(), {{"好，好；好。", "hao3, hao3. hao3."},
                          {"（好）", "hao3."},
                          {"“好”《法》·", "hao3 fa3."},
                          {"一项、一项……", "yi2 xiang4, yi2 xiang4."},
                          {"县　村\n乡", "xian4, cun1. xiang1."},
                          {"", ""},
                          {"。。。", ""},
                          {"🙂☎", ""},
                          {"Привет", ""}});
}

TEST_CASE("a character that nobody can read is left out, or said as the pack says") {
    speech::Tongue tongue = test::tongue();
    const std::string rare = "\xF0\xB1\x8D\x90";  // U+31350, the first of extension H
    read(tongue, {{("应" + rare).c_str(), "ying1."}});
    tongue.unknown = {"mou3", "ge4", "zi4"};
    read(tongue, {{("应" + rare).c_str(), "ying1 mou3 ge4 zi4."}});
    read(tongue, {{"𬭎", "hong2."}, {"𫖯", "fu3."}});  // rare, and known
}

TEST_CASE("bytes that are no text do no harm") {
    const speech::Tongue tongue = test::tongue();
    CHECK(speech::pinyin_of("\xFF\xE4\xB8", tongue).empty());
    CHECK(speech::pinyin_of("\xE5\xA5\xBD\xE5", tongue) == "hao3.");
}

TEST_CASE("a court's word comes before the shipped ones, with the tones as written") {
    const speech::Tongue tongue = test::tongue({{"银行", "yin2 xing2"}, {"一审", "yi1 shen3"}, {"好x", "hao3 hao3"}});
    read(tongue, {{"农业银行", "nong2 ye4 yin2 xing2."}, {"一审", "yi1 shen3."}, {"好", "hao3."}});
    CHECK(tongue.court.size() == 2);
    // Also inside a longer word that has nothing to say of its own.
    read(test::tongue({{"丽水", "li2 shui3"}}), {{"丽水地区", "li2 shui3 di4 qu1."}});
    CHECK(speech::why_no_word("银行", "yin2 hang2").empty());
    CHECK_FALSE(speech::why_no_word("银行", "yin2").empty());
    CHECK_FALSE(speech::why_no_word("银行", "bank bank").empty());
    CHECK_FALSE(speech::why_no_word("bank", "yin2 hang2").empty());
    CHECK_FALSE(speech::why_no_word("", "").empty());
}

TEST_CASE("sentences are short enough for one go, whatever is written") {
    const speech::Tongue tongue = test::tongue();
    std::string text;
    for (int i = 0; i < 1000; ++i)
        text += "好";
    std::size_t said = 0;
    for (const speech::Sentence& sentence : speech::read_aloud(text, tongue)) {
        CHECK(sentence.syllables <= speech::kSentenceMax);
        said += sentence.syllables;
    }
    CHECK(said == 1000);
}

TEST_CASE("tables that are not sound are refused by their line") {
    CHECK(speech::Characters::parse("yin2 \xE9\x93\xB6\nbank x\n").error().message.find("line 2") != std::string::npos);
    CHECK(speech::Lexicon::parse("银行 yin2\n").error().message.find("line 1") != std::string::npos);
    CHECK_FALSE(speech::Lexicon::parse("银行 yin2 hang2\n一定 yi2 ding4\n").has_value());  // out of order
    CHECK_FALSE(speech::parse_rules("nothing x\n").has_value());
}

TEST_CASE("every reading that is shipped is a syllable of Mandarin") {
    const std::string readings = test::shipped("readings.txt"), words = test::shipped("words.txt");
    std::size_t seen = 0;
    for (const std::string* text : {&readings, &words}) {
        for (std::size_t at = 0; at < text->size();) {
            std::size_t end = text->find_first_of(" \n", at);
            const std::string word = text->substr(at, end - at);
            if (static_cast<unsigned char>(word[0]) < 0x80) {
                CAPTURE(word);
                CHECK(speech::is_syllable(word));
                ++seen;
            }
            at = end + 1;
        }
    }
    CHECK(seen > 20'000);
    for (const char* not_one : {"bank1", "hello5", "yin", "yin6", "x1", "", "2"}) {
        CAPTURE(not_one);
        CHECK_FALSE(speech::is_syllable(not_one));
    }
}
