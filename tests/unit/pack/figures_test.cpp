// Figures that a court fills in and that must fit together: each slip is named with file and line, and what a court may
// choose is no slip.
#include <algorithm>
#include <array>
#include <string>

#include "app/pack/pack.hpp"
#include "tests/unit/pack/demo_pack.hpp"

using namespace courtyard;
using namespace courtyard::pack;

namespace {

// One slip: named alone, with the line on which it stands.
void check_slip(std::string_view path, std::string_view from, std::string_view to, std::string_view expected) {
    const Files files = test::with_edit(test::demo_files(), path, from, to);
    const std::string text(base::as_text(files.at(std::string(path))));
    const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(text.find(to)), '\n');
    const std::string problems = test::problems_of(files);
    CHECK_MESSAGE(problems.starts_with(std::string(path) + ":" + std::to_string(line) + ": "), problems);
    CHECK_MESSAGE(problems.find(expected) != std::string::npos, problems);
}

constexpr std::string_view kAmounts = "amounts.toml", kTerms = "rules/terms.toml";

}  // namespace

TEST_CASE("reported: capital characters are prescribed, and others are no sums") {
    check_slip(kAmounts, "digits = \"零壹贰叁", "digits = \"零贰壹叁", "零壹贰叁肆伍陆柒捌玖, in this order");
    check_slip(kAmounts, "digits = \"零壹贰叁", "digits = \"〇一二三", "in this order");
    for (const auto& [key, is, other] :
         {std::array{"ten", "拾", "十"}, std::array{"hundred", "佰", "百"}, std::array{"thousand", "仟", "千"},
          std::array{"myriad", "万", "亿"}, std::array{"hundred_million", "亿", "万"}, std::array{"yuan", "元", "角"},
          std::array{"jiao", "角", "分"}, std::array{"fen", "分", "角"}, std::array{"whole", "整", "元"}}) {
        CAPTURE(key);
        const std::string name = "\n" + std::string(key) + " = \"";
        const std::string problems =
            test::problems_of(test::with_edit(test::demo_files(), kAmounts, name + is + "\"", name + other + "\""));
        CHECK_MESSAGE(problems.starts_with("amounts.toml:"), problems);
        CHECK_MESSAGE(problems.find("'" + std::string(key) + "' must be " + is) != std::string::npos, problems);
    }
    // The second forms that the norm allows.
    const Files allowed = test::with_edit(test::demo_files(), kAmounts, "yuan = \"元\"", "yuan = \"圆\"");
    CHECK(test::problems_of(test::with_edit(allowed, kAmounts, "whole = \"整\"", "whole = \"正\"")) == "");
    // A machine takes what was signed.
    CHECK(
        read(test::with_edit(test::demo_files(), kAmounts, "零壹贰叁", "零贰壹叁"), Reader::Machine).problems.empty());
}

TEST_CASE("reported: what is reckoned from the wage fits it") {
    check_slip(kAmounts, "yuan = \"288000.00\"", "yuan = \"300000.00\"",
               "'ceiling' must be 36 times 'wage_month', that is 288000");
    check_slip(kAmounts, "yuan = \"24000.00\"", "yuan = \"30000.00\"",
               "'urgent' must be 3 times 'wage_month', that is 24000");
    check_slip(kAmounts, "yuan = \"48000.00\"", "yuan = \"50000.00\"", "'urgent_max' must be 6 times");
    check_slip(kAmounts, "yuan = \"1000.00\"", "yuan = \"0.00\"", "must be more than 0");
    CHECK(test::problems_of(test::with_edit(test::demo_files(), kAmounts, "\"8000.00\"", "\"0.00\""))
              .find("'wage_month' must be more than 0") != std::string::npos);
    CHECK(test::problems_of(test::with_edit(test::demo_files(), kAmounts, "\"8000.00\"", "\"9000.00\""))
              .find("that is 324000") != std::string::npos);
    CHECK(test::problems_of(test::with_edit(test::demo_files(), kAmounts, "id = \"wage_month\"", "id = \"wage_week\""))
              .find("there is no 'wage_month'; add it") != std::string::npos);
    CHECK(test::problems_of(test::with_edit(test::demo_files(), kAmounts, "year = 2025", "year = 2024"))
              .find("must be of the same year as 'wage_month'") != std::string::npos);
    // The control: another wage with all that follows from it.
    Files files = test::demo_files();
    for (const auto& [from, to] :
         {std::pair{"\"8000.00\"", "\"9000.50\""}, std::pair{"\"288000.00\"", "\"324018.00\""},
          std::pair{"\"24000.00\"", "\"27001.50\""}, std::pair{"\"48000.00\"", "\"54003.00\""}})
        files = test::with_edit(std::move(files), kAmounts, from, to);
    CHECK(test::problems_of(files) == "");
}

TEST_CASE("reported: whoever got money is asked more than once, and every row of the plan has its day") {
    const char* days = "revisit_days = [7, 30, 90, 180, 365]";
    check_slip(kTerms, days, "revisit_days = []", "needs five days");
    check_slip(kTerms, days, "revisit_days = [7]", "needs five days");
    check_slip(kTerms, days, "revisit_days = [7, 30, 90]", "needs five days");
    check_slip(kTerms, days, "revisit_days = [7, 30, 90, 180, 365, 730]", "needs five days");
    check_slip(kTerms, "referred_days = [30, 90]", "referred_days = []", "'referred_days' needs a day");
    // The control: other days are the court's own.
    CHECK(test::problems_of(
              test::with_edit(test::demo_files(), kTerms, days, "revisit_days = [5, 20, 60, 120, 400]")) == "");
}

TEST_CASE("reported: a telephone number has no letters in it") {
    check_slip("contacts.toml", "number = \"0199-8800003\"", "number = \"0199-88OOOO3\"", "is no telephone number");
    check_slip("contacts.toml", "number = \"0199-8800003\"", "number = \"见公告\"", "is no telephone number");
    for (const char* number : {"12368", "0571-8800 0003转8", "0571-88000003、88000004", "(0571)88000003"})
        CHECK(test::problems_of(test::with_edit(test::demo_files(), "contacts.toml", "0199-8800003", number)) == "");
}

TEST_CASE("reported: the case's number stands at the head of papers of a case") {
    const char* path = "documents/court/acceptance.toml";
    CHECK(test::problems_of(test::with_edit(test::demo_files(), path, "number = \"{number}\"\n", ""))
              .find("'number' of this paper must have the blank {number}") != std::string::npos);
    check_slip(path, "number = \"{number}\"", "number = \"编号\"",
               "'number' of this paper must have the blank {number}");
    // The control: words beside it are the court's own.
    CHECK(test::problems_of(
              test::with_edit(test::demo_files(), path, "number = \"{number}\"", "number = \"案号：{number}\"")) == "");
}

TEST_CASE("reported: an office that is named twice in a row stands for one that was meant") {
    const char* path = "rules/roles.toml";
    check_slip(path, "pay_released = [\"registrar\", \"leader\"]", "pay_released = [\"leader\", \"leader\"]",
               "'pay_released' names leader twice");
    const Files files = test::with_edit(test::demo_files(), path, "pay_released = [\"registrar\", \"leader\"]",
                                        "pay_released = [\"leader\", \"leader\"]");
    CHECK(read(files, Reader::Machine).problems.empty());  // as it was signed
}
