// Papers and rules cite laws: one that the list does not have, or an article beyond its last, is named with file and
// line.
#include "app/pack/cited_laws.hpp"

#include <algorithm>

#include "tests/unit/pack/demo_pack.hpp"

using namespace courtyard;
using namespace courtyard::pack;

namespace {

// Of a paper of the court's own whose body, from line 5 of the file on, is this.
std::string of_body(const std::string& body) {
    Files files = test::demo_files();
    files["documents/court/own.toml"] = base::to_bytes(
        "title = \"某某申请表\"\nabout = \"filed\"\nserved = true\nbody = \"\"\"\n" + body + "\n\"\"\"\n");
    return test::problems_of(files);
}

}  // namespace

TEST_CASE("a paper cites the laws of the list alone, and their articles") {
    for (const char* sound :
         {"依照《人民法院国家司法救助案件办理程序规定（试行）》第二十七条。",
          "依照《人民法院国家司法救助案件办理程序规定（试行）》第一条、\n第27条，填好《某某申请表》。",
          "《法律援助法》第四十五条、《中华人民共和国法律援助法》第三十一条。",
          "第九百条，《》，第几条，《{applicant}》。", "《刚性支出困难家庭认定办法》，第二部分。"})
        CHECK_MESSAGE(of_body(sound).empty(), of_body(sound));
    const auto check = [](const std::string& body, const std::string& expected) {
        const std::string problems = of_body(body);
        CHECK_MESSAGE(problems.starts_with("documents/court/own.toml:" + expected), body << " gives: " << problems);
        CHECK_MESSAGE(std::count(problems.begin(), problems.end(), '\n') == 1, problems);
    };
    check("一\n依照《人民法院国家司法救助程序规定》第三条。",
          "6: 《人民法院国家司法救助程序规定》 is not in rules/laws.toml");
    check("依照《人民法院国家司法救助案件办理程序规定（试行）》\n第一条、第二十八条。",
          "6: 《人民法院国家司法救助案件办理程序规定（试行）》, article 28: rules/laws.toml has its articles to 27");
    check("《刚性支出困难家庭认定办法》第一条",
          "5: 《刚性支出困难家庭认定办法》, article 1: of it rules/laws.toml has no article");
    check("《诉讼费用交纳办法》第100条", "5: 《诉讼费用交纳办法》, article 100: ");
}

TEST_CASE("rules, notices and what they are written with cite the same list") {
    const auto names = [](std::string_view path, std::string_view from, std::string_view to,
                          std::string_view expected) {
        const std::string problems = test::problems_of(test::with_edit(path, from, to));
        CHECK_MESSAGE(problems.starts_with(std::string(path) + ":"), problems);
        CHECK_MESSAGE(problems.find(expected) != std::string::npos, problems);
    };
    names("rules/screening.toml", "（试行）》第三条第二款、第五条", "（试行）》第三条第二款、第二十九条", "274: ");
    names("rules/doors.toml", "《浙江省社会救助条例》第五十二条", "《浙江省社会救助条例》第一百五十二条",
          "article 152");
    names("documents/notice.toml", "（第三十六条）", "（第一百三十六条）", "article 136");  // of the law named above it
    names("modules/legal_aid.toml", "\"第四十二条：", "\"第八十二条：", "article 82");
    names("documents/court/decision_grant.toml", "    \"依据：《关于建立完善", "    \"依据：《关于建立",
          "decision_grant.toml:7: ");
}

TEST_CASE("the list itself is read strictly; without one no pack that cites laws is signed, and a machine takes it") {
    const auto told = [](std::string_view from, std::string_view to) {
        return test::problems_of(test::with_edit("rules/laws.toml", from, to));
    };
    CHECK(told("articles = 27", "article = 27").starts_with("rules/laws.toml:"));
    CHECK(told("articles = 27\n", "").find("'whole' needs 'articles'") != std::string::npos);
    CHECK(told("in_force = \"2022-01-01\"", "in_force = \"2022\"").find("must be a day like") != std::string::npos);
    CHECK(told("\"信访工作条例\"", "\"诉讼费用交纳办法\"").find("stands here twice") != std::string::npos);
    CHECK(told("articles = 27", "articles = 4").find("rules/screening.toml:274: ") != std::string::npos);
    Files files = test::demo_files();
    files.erase("rules/laws.toml");
    const std::string problems = test::problems_of(files);
    CHECK(problems.starts_with("rules/laws.toml: the file is missing: texts of this pack cite laws, the first in "));
    CHECK(std::count(problems.begin(), problems.end(), '\n') == 1);
    CHECK(parse(files, Reader::Machine).has_value());
    CHECK(test::demo_pack().laws.size() > 10);
}

TEST_CASE("the number of an article is read in Chinese figures and in Arabic ones") {
    const std::vector<std::pair<const char*, int>> all{
        {"一", 1},         {"十", 10},          {"十五", 15},           {"二十", 20},    {"一百零四", 104},
        {"一百一十", 110}, {"三百四十二", 342}, {"一千二百六十", 1260}, {"一〇四", 104}, {"45", 45},
        {"", 0},           {"几", 0},           {"二部分", 0},          {"99999999", 0}};
    for (const auto& [figures, number] : all)
        CHECK_MESSAGE(article_number(figures) == number, figures);
}
