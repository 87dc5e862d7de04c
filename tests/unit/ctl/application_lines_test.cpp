#include "app/ctl/application_lines.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/unit/pack/demo_pack.hpp"

using namespace courtyard;

namespace {

using Json = nlohmann::ordered_json;

std::string text_of(const std::vector<std::string>& lines) {
    std::string out;
    for (const std::string& line : lines)
        out += line + "\n";
    return out;
}

bool says(const std::vector<std::string>& lines, std::string_view words) {
    return text_of(lines).find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("answers are read as words, not as JSON") {
    const domain::FormDefinition& form = pack::test::demo_pack().form;
    const Json answers = {{"F1.06", {{"type", "居民身份证"}, {"number", "330199198603140177"}}},
                          {"F1.40", {"E1", "E4"}},
                          {"F1.36", {{"判赔金额", "96000"}, {"已得金额", "0"}}},
                          {"F1.51", {{{"关系", "本人"}, {"年收入", "6000"}}, {{"关系", "妻"}, {"年收入", "0"}}}},
                          {"F1.93", true},
                          {"F3.2", false}};
    CHECK(text_of(ctl::answer_lines(form, answers)) ==
          "F1.06  证件类型和号码: 居民身份证, 330199198603140177\n"
          "F1.40  救助情形: E1, E4\n"
          "F1.36  生效文书和判赔金额: 判赔金额: 96000, 已得金额: 0\n"
          "F1.51  家庭成员:\n"
          "       1. 关系: 本人, 年收入: 6000\n"
          "       2. 关系: 妻, 年收入: 0\n"
          "F1.93  声明: 是\n"
          "F3.2  家庭经济状况核对授权: 否\n");
}

TEST_CASE("the screening sheet stands as an explanation, computed anew from its answers") {
    const pack::Pack& pack = pack::test::demo_pack();
    const auto sheet = [&](const Json& answers) {
        return ctl::screening_lines(pack, Json{{"answers", answers}, {"result", {{"primary", "OUT-A"}}}}.dump());
    };
    const auto stop = sheet({{"G1", "yes"}, {"guardian_is_wrongdoer", true}});
    CHECK(says(stop, "screening: STOP, also OUT-B by rule RS; an explanation, no finding"));
    CHECK(says(stop, "不能是伤害他的人"));
    const auto urgent = sheet({{"G1", "yes"}, {"G2", "police"}, {"G7", "yes"}});
    CHECK(says(urgent, "OUT-D, also OUT-A1"));
    CHECK(says(urgent, "G7  现在是不是很急，等不了？ 很急，等不了"));
    CHECK(text_of(ctl::screening_lines(pack, "")) == "screening: none was done\n");
    CHECK(says(ctl::screening_lines(pack, R"({"answers":{"G9":"yes"}})"), "cannot be read"));
}

TEST_CASE("who typed, what is still needed and the court's number are told") {
    const domain::FormDefinition& form = pack::test::demo_pack().form;
    CHECK(ctl::helper_lines(form, {}, true).empty());
    CHECK(text_of(ctl::helper_lines(form, {"F1.01", "F1.71"}, true)) ==
          "typed by somebody else, confirmed by the applicant alone:\n       F1.01  姓名\n       F1.71  申请理由\n");
    CHECK(text_of(ctl::helper_lines(form, {"F1.71"}, false)) ==
          "typed by somebody else, NOT confirmed by the applicant alone:\n       F1.71  申请理由\n");
    worker::Standing standing;
    worker::Review review;
    review.status = domain::ApplicationStatus::NeedMore;
    review.by = "judge";
    review.papers = {"判决书", "户口簿"};
    review.text = "please";
    standing.history.push_back(review);
    review.status = domain::ApplicationStatus::Filed;
    review.number = "（2026）测0199司救刑1号";
    review.papers.clear();
    standing.history.push_back(review);
    const auto lines = ctl::history_lines(standing);
    CHECK(says(lines, "still needed: 判决书\n       still needed: 户口簿\n       please"));
    CHECK(says(lines, "filed  judge  （2026）测0199司救刑1号"));
}
