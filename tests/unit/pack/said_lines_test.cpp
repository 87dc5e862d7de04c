#include "app/pack/said_lines.hpp"

#include <doctest/doctest.h>

using namespace courtyard;

TEST_CASE("reported: what a text says is known by its line, with what an escape stands for and without remarks") {
    const auto said = pack::said_lines(
        "# remark 甲\n"
        "a = \"一\\u4E8C\" # remark 乙\n"
        "b = ['三', {c = \"四\"}]\n"
        "body = \"\"\"\n"
        "# 五\n"
        "\\U000F1234 六\n"
        "\"\"\"\n"
        "d = 7\n"
        "e = '\\u4E8C'\n");
    const std::map<std::size_t, std::string> expected{
        {2, "一二"}, {3, "三四"}, {5, "# 五"}, {6, "\U000F1234 六"}, {9, "\\u4E8C"}};
    CHECK(said == expected);
    CHECK(pack::said_lines("a = ").empty());
}
