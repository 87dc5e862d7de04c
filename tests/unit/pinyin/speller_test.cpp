// The words of the pack, abbreviations, sounds heard otherwise, names and rare characters, with the shipped tables.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/unit/pinyin/shipped_words.hpp"

using namespace courtyard;
using pinyin::Mode;

namespace {

struct Wanted {
    std::string_view typed;
    std::string_view text;
    int place;  // at most
};

void check_all(pinyin::Speller& speller, const std::vector<Wanted>& all, Mode mode) {
    for (const auto& [typed, text, most] : all) {
        const int at = test::place(speller, typed, text, mode);
        CHECK_MESSAGE((at >= 0 && at <= most), typed << " gives " << text << " at " << at);
    }
}

}  // namespace

TEST_CASE("words of the court and the county come first, whole, abbreviated and heard otherwise") {
    const auto speller = test::shipped_speller();
    check_all(*speller,
              {{"sifajiuzhu", "司法救助", 0},
               {"sfjz", "司法救助", 0},
               {"jtsg", "交通事故", 0},
               {"nmg", "农民工", 0},
               {"sfz", "身份证", 0},
               {"yhk", "银行卡", 0},
               {"dbh", "低保户", 0},
               {"cjr", "残疾人", 0},
               {"tlxrmfy", "桐庐县人民法院", 0},
               {"tonglu", "桐庐", 0},
               {"fenshui", "分水", 0},
               {"shezu", "畲族", 0},
               {"eshanshezuxiang", "莪山畲族乡", 0},
               {"jiaotongshigu", "交通事故", 0},
               {"jiaotongsigu", "交通事故", 0},
               {"sifajiuzu", "司法救助", 0},
               {"zixingju", "执行局", 0},
               {"jiaotongshig", "交通事故", 1},
               {"sifaj", "司法救助", 4},
               {"shanyangfei", "赡养费", 0},
               {"sanyanfei", "赡养费", 0},
               {"lushi", "律师", 5},
               {"lvshi", "律师", 0},
               {"lüshi", "律师", 0},
               {"yueqing", "乐清市", 5},
               {"chongqingshi", "重庆市", 0}},
              Mode::text);
}

TEST_CASE("everyday words come from the library, with n for l and an for ang") {
    const auto speller = test::shipped_speller();
    check_all(*speller,
              {{"niunai", "牛奶", 0},
               {"liulai", "牛奶", 1},
               {"zhongguo", "中国", 0},
               {"zongguo", "中国", 1},
               {"shangdian", "商店", 1},
               {"sandian", "商店", 12},
               {"jialimeiqiankanbing", "家里没钱看病", 0},
               {"wodeerzibeichezhuangle", "我的儿子被车撞了", 2},
               {"xian", "西安", 4},
               {"xi'an", "西安", 0},
               {"nv", "女", 0},
               {"nü", "女", 0},
               {"nu", "女", 12},
               {"lvxing", "旅行", 2},
               {"luxing", "旅行", 3},
               {"zong", "中", 10}},
              Mode::text);
}

TEST_CASE("wrong letters after a valid start still give candidates, which stand for the valid part only") {
    const auto speller = test::shipped_speller();
    const auto candidates = speller->candidates("tonglu9x", Mode::text, 5);
    REQUIRE(!candidates.empty());
    CHECK(candidates.front().text == "桐庐");
    CHECK(candidates.front().typed == 6);
    CHECK(speller->candidates("v", Mode::text, 5).empty());
    CHECK(speller->candidates("", Mode::text, 5).empty());
    CHECK(speller->candidates("1", Mode::name, 5).empty());
}

TEST_CASE("a candidate says how much of what was typed it stands for") {
    const auto speller = test::shipped_speller();
    const auto typed_of = [&](std::string_view typed, std::string_view text) {
        for (const auto& candidate : speller->candidates(typed, Mode::text, 1000))
            if (candidate.text == text) return static_cast<int>(candidate.typed);
        return -1;
    };
    CHECK(typed_of("sifajiuzhushenqing", "司法救助") == 10);
    CHECK(typed_of("sifajiuzhushenqing", "司") == 2);
    CHECK(typed_of("xi an shi", "西安市") == 9);
    CHECK(typed_of("xian", "西安") == 4);
    CHECK(typed_of("xian", "西") == 2);
    CHECK(typed_of("n\xC3\xBC", "女") == 3);
    CHECK(typed_of("zhang1san1", "张") == 6);
}

TEST_CASE("in a name surnames come first, then characters of given names") {
    const auto speller = test::shipped_speller();
    check_all(*speller,
              {{"zhang", "张", 0},
               {"shan", "单", 0},
               {"qiu", "仇", 4},
               {"xie", "解", 4},
               {"zha", "查", 0},
               {"ou", "区", 1},
               {"ren", "任", 0},
               {"zeng", "曾", 0},
               {"zhen", "甄", 0},
               {"zhen", "㐱", 3},
               {"zang", "臧", 1},
               {"yuchi", "尉迟", 0},
               {"ouyang", "欧阳", 0},
               {"moqi", "万俟", 0},
               {"zhangsun", "长孙", 0},
               {"zhangsan", "张三", 0},
               {"zangsan", "张三", 1},
               {"lisi", "李四", 5},
               {"wangjianguo", "王建国", 0},
               {"ouyangxiu", "欧阳修", 3},
               {"lv", "吕", 0},
               {"lu", "吕", 12},
               {"piao", "朴", 0},
               {"gai", "盖", 0}},
              Mode::name);
    CHECK(test::place(*speller, "dan", "单", Mode::name) > 0);  // as a surname it sounds otherwise
    check_all(
        *speller,
        {{"wei", "伟", 0}, {"fang", "芳", 0}, {"jianguo", "建国", 0}, {"guihua", "桂花", 2}, {"xiuying", "秀英", 0}},
        Mode::given);
}

TEST_CASE("one character at a time: every syllable offers its characters alone") {
    const auto speller = test::shipped_speller();
    for (const auto& candidate : speller->candidates("zhangsan", Mode::name, 100'000))
        if (candidate.typed == 5) CHECK(candidate.text.size() <= 4);
    CHECK(test::place(*speller, "zhangsan", "张", Mode::name) < 8);
}

TEST_CASE("rare characters can be reached by their sound, and never stand inside words or before common ones") {
    const auto speller = test::shipped_speller();
    for (const auto& [sound, rare] :
         {std::pair{"hong", "𬭎"}, {"wei", "𬱖"}, {"zhen", "㐱"}, {"long", "龘"}, {"yan", "䶮"}}) {
        const int at = test::place(*speller, sound, rare);
        const int as_name = test::place(*speller, sound, rare, Mode::given);
        if (std::string_view(rare) == "龘") continue;  // da: below
        CHECK_MESSAGE(at != 0, rare);
        CHECK_MESSAGE(as_name != 0, rare);
    }
    CHECK(test::place(*speller, "hong", "𬭎") > 5);
    CHECK(test::place(*speller, "da", "龘") > 5);
    CHECK(test::place(*speller, "zhen", "镇") < 5);
    CHECK(test::place(*speller, "fenshuizhen", "分水镇") == 0);
    for (const std::string& text : test::first(*speller, "fenshuizhen", 6))
        CHECK_MESSAGE(text.find("㐱") == std::string::npos, text);
}

TEST_CASE("the whole standard list can be typed by sound") {
    const auto sounds = test::shipped_sounds();
    std::u32string all;
    for (const auto& [sound, same] : sounds)
        all += same.standard;
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    CHECK(all.size() == 8105);
}
