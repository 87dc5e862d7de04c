#include "app/domain/double_aid.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace courtyard::domain;

TEST_CASE("one person, however the number is written") {
    for (const char* typed :
         {"11010519491231002X", "11010519491231002x", " 110105 19491231 002X ", "110105-19491231-002x",
          "１１０１０５１９４９１２３１００２Ｘ", "１１０１０５１９４９１２３１００２ｘ", "110105491231002"}) {
        CAPTURE(typed);
        CHECK(same_person_text(typed) == "11010519491231002X");
    }
    CHECK(same_person_text("11010519491231003X") != same_person_text("11010519491231002X"));
    CHECK(same_person_text("e 1234567") == "E1234567");
    for (const char* typed : {"", "暂无", "12", "\xFF\xFE"})
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
