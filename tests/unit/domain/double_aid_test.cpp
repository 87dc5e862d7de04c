#include "app/domain/double_aid.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace courtyard::domain;

TEST_CASE("one person, however the number is written") {
    for (const char* typed :
         {"11010519491231002X", "11010519491231002x", " 110105 19491231 002X ", "110105-19491231-002x",
          "１１０１０５１９４９１２３１００２Ｘ", "１１０１０５１９４９１２３１００２ｘ", "110105491231002"}) {
        CAPTURE(typed);
        CHECK(same_person_text(typed) == "11010519491231002X");
    }
    CHECK(same_person_text("11010519491231003X") != same_person_text("11010519491231002X"));
    for (const char* typed : {"11010519491231002×", "11010519491231002Ⅹ", "11010519491231002Х",
                              "身份证：11010519491231002X", "110105 491231 002"})
        CHECK(same_person_text(typed) == "11010519491231002X");
    CHECK(same_person_text("e 1234567") == "E1234567");
    // Permits: Hong Kong and Macao with and without the count of renewals, Taiwan, one's own of a residence.
    CHECK(same_person_text("H1234567801") == same_person_text("h12345678"));
    CHECK(same_person_text("Ｍ１２３４５６７８") == "M12345678");
    CHECK(same_person_text("H12345678") != same_person_text("M12345678"));
    CHECK(same_person_text("12345678") == "12345678");
    CHECK(same_person_text("81000019900101001x") == "81000019900101001X");
    CHECK(same_person_text("91330199MA2ABCDE1x") == "91330199MA2ABCDE1X");
    for (const char* typed : {"", "暂无", "12", "NONE SO FAR", "\xFF\xFE"})
        CHECK_FALSE(same_person_text(typed).has_value());
}

TEST_CASE("one case, however its number is written") {
    for (const char* typed :
         {"（2026）浙0199执123号", "(2026)浙0199执123号", "〔2026〕浙0199执123号", "[2026] 浙0199 执 123 号",
          "【2026】浙0199执123号", "（２０２６）浙０１９９执１２３号", "（2026）浙0199执00123号",
          "（2026）浙0199执字第123号", "（2026）浙0199执第123号", "（2026）浙0199执123号之一", "2026浙0199执123号",
          "（2026）浙0199执123", "　（2026）浙0199执123号　"}) {
        CAPTURE(typed);
        CHECK(same_case_text(typed) == "（2026）浙0199执123");
    }
    CHECK(same_case_text("（2009）杭民初字第12号") == same_case_text("（2009）杭民初12号"));
    for (const char* other : {"（2025）浙0199执123号", "（2026）浙0198执123号", "（2026）浙0199执恢123号",
                              "（2026）浙0199执12号", "（2026）浙0199执1230号", "（2026）浙0199民初123号"})
        CHECK(same_case_text(other) != same_case_text("（2026）浙0199执123号"));
    // A procuratorate's own numbers keep all they have.
    CHECK(same_case_text("测检刑诉〔2024〕12号") == "测检刑诉(2024)12号");
    CHECK(same_case_text("测检刑诉（2024）12号") == same_case_text("测检刑诉 [２０２４] 12号"));
    CHECK(same_case_text("测检刑诉〔2024〕12号") != same_case_text("测检刑诉〔2024〕21号"));
    CHECK_FALSE(same_case_text(" 　").has_value());
    CHECK_FALSE(same_case_text("\xFF").has_value());
}

TEST_CASE("a number in numerals is the one in digits, where nothing else can be meant") {
    const auto same = same_case_text("（2024）浙0199刑初18号");
    for (const char* typed : {"（2024）浙0199刑初十八号", "(2024)浙0199刑初字第十八号", "（二〇二四）浙0199刑初十八号",
                              "2024浙0199刑初一八号", "〔2024〕浙0199 刑初 一十八 号", "（2024）浙0199刑初拾捌号",
                              "（2024）浙0199刑初十八号之一", "（2024）浙0199刑初字第十八"}) {
        CAPTURE(typed);
        CHECK(same_case_text(typed) == same);
    }
    const std::pair<const char*, const char*> more[] = {{"一百零八", "108"}, {"一百一十", "110"},
                                                        {"一百十八", "118"}, {"一千零一十八", "1018"},
                                                        {"二十", "20"},      {"一〇八", "108"}};
    for (const auto& [numerals, digits] : more) {
        CAPTURE(numerals);
        const std::string head = "（2024）浙0199执";
        CHECK(same_case_text(head + numerals + "号") == same_case_text(head + digits + "号"));
    }
    CHECK(same_case_texts("（2024）浙0199刑初十八、十九号和二十号") ==
          same_case_texts("（2024）浙0199刑初18号，（2024）浙0199刑初19号，（2024）浙0199刑初20号"));
    CHECK(same_case_text("测检刑诉〔2024〕十二号") == same_case_text("测检刑诉〔2024〕12号"));
    // Others are others: another number, the numeral of a kind, the part of a case, what is no numeral at all.
    CHECK(same_case_text("（2024）浙0199刑初八十号") != same);
    CHECK(same_case_text("（2024）浙0199民一终字第18号") != same_case_text("（2024）浙0199民终字第18号"));
    CHECK(same_case_text("（2024）浙0199民一终字第十八号") == same_case_text("（2024）浙0199民一终字第18号"));
    CHECK(same_case_text("（2024）浙0199刑初18号之一") == same);
    CHECK(same_case_text("（2024）浙0199刑初百千号") != same_case_text("（2024）浙0199刑初1100号"));
}

namespace {

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("every number in one line, whatever stands around and between") {
    const Texts both{"（2024）浙0199刑初12", "（2026）浙0199执123"};
    for (const char* typed :
         {"（2024）浙0199刑初12号、（2026）浙0199执123号", "(2024)浙0199刑初12号,(2026)浙0199执123号",
          "（2024）浙0199刑初12号 （2026）浙0199执123号", "（2024）浙0199刑初12号（2026）浙0199执123号",
          "2024浙0199刑初12号和2026浙0199执123号", "2024浙0199刑初12 2026浙0199执123",
          "测试县人民法院（2024）浙0199刑初12号刑事判决书；执行案：〔2026〕浙0199执123号之一",
          "测试县人民法院2024浙0199刑初字第012号，（2026）浙0199执123-1号",
          "[2024]浙０１９９刑初１２号\n【２０２６】浙０１９９执１２３号", "（2024)浙0199刑初12号及（2026浙0199执123号",
          "〈2024〉浙0199刑初12号/《2026》 浙 0199 执 1 2 3 号", "(2024）浙0199刑初(12)号、（2026年）浙0199执（123）号",
          "（二〇二四）浙0199刑初12号、（二○二六）浙0199执123號",
          "（2024）浙0199刑初12号附带民事判决、（2026）浙0199执123号终本裁定",
          "（2024）浙0199刑初12号、2026年浙0199执123", "（2024）浙0199刑初12号（之一）、（2026）浙0199执123号－2"}) {
        CAPTURE(typed);
        CHECK(same_case_texts(typed) == both);
    }
    // What follows leaves out what is the same.
    for (const char* typed :
         {"（2026）浙0199执123、124号", "（2026）浙0199执123号、124号", "（2026）浙0199执123号和124号",
          "（2026）浙0199执123至124号", "（2026）浙0199执123号-124号", "（2026）浙0199执123号~第124号"}) {
        CAPTURE(typed);
        CHECK(same_case_texts(typed) == Texts{"（2026）浙0199执123", "（2026）浙0199执124"});
    }
    CHECK(same_case_texts("（2026）浙0199执7、8、9号") ==
          Texts{"（2026）浙0199执7", "（2026）浙0199执8", "（2026）浙0199执9"});
    CHECK(same_case_texts("（2026）浙0199执123号、执恢45号、浙0198执6号") ==
          Texts{"（2026）浙0199执123", "（2026）浙0199执恢45", "（2026）浙0198执6"});
    // A court's number beside a procuratorate's and the police's.
    for (const char* typed : {"测检刑诉〔2024〕12号、（2026）浙0199执123号",
                              "测试县人民检察院测检刑诉字[2024]第012号，2026浙0199执123号"}) {
        CAPTURE(typed);
        CHECK(same_case_texts(typed) == Texts{"测检刑诉(2024)12号", "（2026）浙0199执123"});
    }
    CHECK(same_case_texts("（2026）浙0199执123号和测检刑诉〔2024〕12号") ==
          Texts{"（2026）浙0199执123", "测检刑诉(2024)12号"});
    CHECK(same_case_texts("测公（刑）立字［2024］00123号") == Texts{"测公(刑)立(2024)123号"});
    CHECK(same_case_texts("A3301990000002026010001") == Texts{"A3301990000002026010001"});
    CHECK(same_case_texts("A3301990000002026010001；（2026）浙0199执123号") ==
          Texts{"A3301990000002026010001", "（2026）浙0199执123"});
}

TEST_CASE("a part of a case is the case; what only looks like it is another") {
    for (const char* typed :
         {"（2026）浙0199执123-1号", "（2026）浙0199执123号-1", "（2026）浙0199执123之一号",
          "（2026）浙0199执123号之12", "（2026）浙0199执123—2号", "（2026）浙0199执123号（之三）"}) {
        CAPTURE(typed);
        CHECK(same_case_texts(typed) == Texts{"（2026）浙0199执123"});
    }
    CHECK(same_case_texts("（2026）浙0199执1-2号") == Texts{"（2026）浙0199执1"});
    // Without a digit nobody knows the case; days, sums and addresses beside a number are none.
    for (const char* typed : {"不清楚", "暂无", "", " 　"})
        CHECK(same_case_texts(typed).empty());
    CHECK(same_case_texts("（2026）浙0199执123号，2026年3月1日生效，赔了50000元") == Texts{"（2026）浙0199执123"});
    CHECK(same_case_texts("2024年因工伤住院花了5000元") == Texts{"2024年因工伤住院花了5000元"});
    for (const char* typed :
         {"((((((((", "（2026）", "）2026（", "（2026）浙", "（2026）浙0199执", "（2026）浙0199执号", "-之-、、号"})
        CHECK(same_case_texts(typed).size() <= 1);
    CHECK(same_case_texts(std::string(50'000, '(')).empty());
}
