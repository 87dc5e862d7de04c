#include "app/pack/application_json.hpp"

#include <algorithm>

#include "app/domain/check.hpp"
#include "sync/base/random.hpp"
#include "tests/unit/pack/demo_pack.hpp"

using namespace courtyard;
using namespace courtyard::pack;

namespace {

const domain::FormDefinition& form() { return test::demo_pack().form; }

std::string error_of(std::string_view json) {
    const auto parsed = parse_application(form(), json);
    return parsed ? "ok" : parsed.error().code + ": " + parsed.error().message;
}
bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

}  // namespace

TEST_CASE("the example of the form is accepted as it stands") {
    const auto example = parse_application(form(), test::demo_pack().example_json);
    REQUIRE(example);
    for (const domain::Problem& problem :
         domain::check(form(), *example, {test::today(), &test::demo_pack().areas, std::nullopt})) {
        CHECK_MESSAGE(problem.severity == domain::Severity::Warning, pack::sentence(test::demo_pack(), problem));
    }
    // What is computed is left out, so that somebody who changes the identity number contradicts nothing.
    for (const domain::Field& field : form().fields) {
        if (field.from) CHECK_MESSAGE(example->find(field.code) == nullptr, field.code);
    }
}

TEST_CASE("every shape of answer survives writing and reading") {
    const auto application = parse_application(
        form(), R"({"F1.01":"应𫖯安","F1.06":{"type":"居民身份证","number":"33019919751230053X"},"F1.36":"不清楚",
        "F1.40":["E1"],"F1.42":7,"F1.51":[{"关系":"妻","年收入":"1234.56"},{"关系":"子","年收入":0}],"F1.60":"没有","F1.70":96000,
        "F1.92":{"signed":true,"date":"2026-11-23"},"F1.93":true,"F3.6":false,"F1.71":"a\"b\\c\nd\u0001"})");
    REQUIRE(application);
    CHECK(application->text("F1.42") == "7");
    CHECK(application->text("F1.70") == "96000");
    CHECK(application->find("F1.51")->rows()->at(0).at("年收入") == "1234.56");
    CHECK(*application->find("F3.6")->flag() == false);
    const std::string written = write_application(form(), *application);
    CHECK(*parse_application(form(), written) == *application);
    CHECK(write_application(form(), *parse_application(form(), written)) == written);
    CHECK(has(written, R"("F1.71":"a\"b\\c\nd\u0001")"));
    CHECK(has(written, R"("F1.92":{"signed":true,"date":"2026-11-23"})"));
}

TEST_CASE("what was signed under another form is read answer by answer, and the rest is kept as it stands") {
    const std::string known =
        R"("F1.01":"应𫖯安","F1.08":"石桥村3组","F1.20":{"姓名":"鲁阿婆","关系":"祖母"},"F1.51":[{"关系":"妻"},{"关系":"子"}])";
    const auto plain = parse_signed_application(form(), "{" + known + "}");
    REQUIRE(plain.has_value());
    CHECK(*plain == *parse_application(form(), "{" + known + "}"));  // the control: of this form nothing is another's
    CHECK(plain->others.empty());

    const std::string changed =
        R"({"F1.01":"应𫖯安","F1.04a":"是","F1.08":"石桥村3组","F1.20":{"姓名":"鲁阿婆","民族":"畲族","关系":"祖母"},)"
        R"("F1.51":[{"关系":"妻"},{"关系":"子","学校":"村小"}],"F1.09":true,"F9.1":[{"a":"b"}],"F9.2":null})";
    CHECK(error_of(changed).starts_with("application.unknown_field"));
    const auto read = parse_signed_application(form(), changed);
    REQUIRE(read.has_value());
    CHECK(read->answers == plain->answers);
    const auto other = [&read](std::string_view code) -> const domain::Answer* {
        const auto found = read->others.find(code);
        return found == read->others.end() ? nullptr : &found->second;
    };
    REQUIRE(read->others.size() == 5);
    CHECK(*other("F1.04a")->text() == "是");
    CHECK(*other("F1.20.民族")->text() == "畲族");
    CHECK(*other("F1.51[2].学校")->text() == "村小");
    CHECK(*other("F1.09")->flag());
    CHECK(other("F9.1")->rows()->at(0).at("a") == "b");
    // It is written as a part of no application of this form, and is wiped with it.
    CHECK(write_application(form(), *read) == write_application(form(), *plain));
    domain::Application gone = *read;
    domain::wipe(gone);
    CHECK(gone.others.empty());
    for (const char* none : {"{bad", "[1]", "3", ""})
        CHECK(parse_signed_application(form(), none).error().code == "application.json");
}

TEST_CASE("numbers are taken as written, never through floating point") {
    const auto money = [](std::string_view number) {
        const auto parsed = parse_application(form(), R"({"F1.70":)" + std::string(number) + "}");
        return parsed ? std::string(parsed->text("F1.70")) : parsed.error().code;
    };
    // A fraction has gone through floating point in most programs before it comes here, and a schema cannot say how
    // many decimals it may have: jiao and fen are written as text.
    CHECK(money("0.1") == "application.kind");
    CHECK(money("9999999999.99") == "application.kind");
    CHECK(money("\"0.1\"") == "0.1");
    CHECK(money("\"9999999999.99\"") == "9999999999.99");
    CHECK(money("\"1234.567\"") == "1234.567");  // judged by check(): money.decimals
    CHECK(money("123456789012345678901234567890") == "123456789012345678901234567890");
    CHECK(money("-1") == "-1");
    CHECK(has(error_of(R"({"F1.36":{"判赔金额":0.5}})"), "F1.36.判赔金额 must be an amount in whole yuan; write"));
}

TEST_CASE("reported: 3.0 is a whole number for JSON Schema, and for the reader") {
    const auto number = [](std::string_view code, std::string_view written) {
        const auto parsed = parse_application(form(), "{\"" + std::string(code) + "\":" + std::string(written) + "}");
        return parsed ? std::string(parsed->text(code)) : parsed.error().code;
    };
    CHECK(number("F1.50", "3.0") == "3");
    CHECK(number("F1.50", "30e-1") == "3");
    CHECK(number("F1.50", "0.3E+1") == "3");
    CHECK(number("F1.50", "-0.0") == "0");
    CHECK(number("F1.50", "-2.0") == "-2");
    CHECK(number("F1.70", "1e5") == "100000");
    CHECK(number("F1.70", "9.6e4") == "96000");
    CHECK(number("F1.70", "1e300") == "1e300");  // judged by check()
    CHECK(number("F1.50", "3.5") == "application.kind");
    CHECK(number("F1.50", "1e-9") == "application.kind");
    CHECK(number("F1.50", "1e-99999999999999999999") == "application.kind");
}

TEST_CASE("reported: a file that cannot be read says why and where, in one line") {
    const auto says = [](const std::string& json, std::string_view part) {
        const std::string error = error_of(json);
        CHECK_MESSAGE(has(error, part), error);
        CHECK(std::count(error.begin(), error.end(), '\n') == 0);
    };
    says(R"({"F1.01":"a","F1.01":"b"})", "has a key twice in one object: 'F1.01'; keep one of them");
    says(R"({"F1.51":[{"关系":"妻"},{"关系":"妻","关系":"女儿"}]})",
         "has a key twice in one object: '关系' (in F1.51[2])");
    says(R"({"F1.51":[{"年收入":1e400}]})", "has a number that is far too large (at F1.51[1].年收入)");
    says(R"({"F1.70":1e400})", "has a number that is far too large (at F1.70)");
    says(R"({"F1.41":["重伤",1e400]})", "far too large (at F1.41[2])");
    says("{\"F1.01\":\"a\",\n  \"F1.02\":}", "(line 2, character 11)");
    says("{\"F1.01\":\"应𫖯安\",}", "(line 1, character 16)");
    says("", "is empty");
    says(" \n", "is empty");
    says("{\"F1.\\n01\":\"a\"}", "'F1.\\u000a01' is no field");
    says("{\"F1.51\":[{\"关\\n\\u202e系\":\"a\"}]}",
         "a part '关\\u000a\\u202e系' that the form does not know; it has \"关系\", \"年龄段\"");
    says("{\"" + std::string(5000, 'k') + "\":1}", "kkk...' is no field");
    // Encodings of other systems: UTF-16 with its mark and without, GB 18030.
    says(std::string("\xFF\xFE{\0\"\0", 6), "is not UTF-8 but looks like UTF-16; save it as UTF-8");
    says(std::string("{\0\"\0F\0", 6), "looks like UTF-16");
    says("{\"F1.01\":\"\xD5\xC2\xE7\xB2\xBA\xCC\"}", "is not UTF-8 but looks like GB 18030");
    says("{\"F1.01\":\"\x81\x30\x81\x30\"}", "looks like GB 18030");
    says("{\"F1.01\":\"\xFF\"}", "is not UTF-8; save it as UTF-8");
}

TEST_CASE("reported: what must be an object says which parts it has") {
    CHECK(has(error_of(R"({"F1.10":7})"), "F1.10 must be an object with the parts \"姓名\", \"关系\", \"电话\""));
    CHECK(has(error_of(R"({"F1.06":7})"),
              "F1.06 must be the number as a text, or an object with the parts \"type\", \"number\""));
    CHECK(has(error_of(R"({"F1.51":{"关系":"妻"}})"), "F1.51 must be a list of objects with the parts \"关系\""));
}

TEST_CASE("one clear error names what is wrong and where") {
    CHECK(has(error_of(""), "application.json"));
    CHECK(has(error_of("[]"), "must be one JSON object"));
    CHECK(has(error_of("{\"F1.01\":}"), "is not valid JSON at byte"));
    CHECK(has(error_of("{\"F1.01\":\"a\"} x"), "is not valid JSON at byte"));
    CHECK(has(error_of("{\"F1.01\":\"a\",\"F1.01\":\"b\"}"), "has a key twice"));
    CHECK(has(error_of("{\"F1.01\":\"\\ud800\"}"), "is not valid JSON at byte"));
    CHECK(has(error_of(R"({"F9.01":"a"})"), "application.unknown_field: 'F9.01' is no field of the form F1"));
    CHECK(has(error_of(R"({"F1.01":7})"), "application.kind: F1.01 must be a text"));
    CHECK(has(error_of(R"({"F1.01":null})"), "application.kind: F1.01 must be a text"));
    CHECK(has(error_of(R"({"F1.01":["a"]})"), "application.kind: F1.01 must be a text"));
    CHECK(has(error_of(R"({"F1.40":{"E1":true}})"), "application.kind: F1.40 must be a list"));
    CHECK(has(error_of(R"({"F1.40":[1]})"), "application.kind: F1.40[1] must be a text"));
    CHECK(has(error_of(R"({"F1.50":3.5})"), "application.kind: F1.50 must be a whole number"));
    CHECK(has(error_of(R"({"F1.51":[{"关系":"妻"},{"年收入":true}]})"),
              "application.kind: F1.51[2].年收入 must be an amount"));
    CHECK(has(error_of(R"({"F1.51":[{"颜色":"红"}]})"), "application.unknown_field: F1.51[1] has a part '颜色'"));
    CHECK(has(error_of(R"({"F1.51":["妻"]})"), "application.kind: F1.51[1] must be an object"));
    CHECK(has(error_of(R"({"F1.93":"是"})"), "application.kind: F1.93 must be true or false"));
    CHECK(has(error_of(R"({"F1.92":{"signed":"yes"}})"), "application.kind: F1.92 must be an object with \"signed\""));
    CHECK(has(error_of(R"({"F1.92":true})"), "application.kind: F1.92"));
    CHECK(has(error_of(R"({"F1.06":{"number":7}})"), "application.kind: F1.06.number must be a text"));
}

TEST_CASE("size, depth and counts are bounded") {
    CHECK(has(error_of("{\"F1.71\":\"" + std::string(kApplicationJsonBytesMax, 'a') + "\"}"), "larger than"));
    CHECK(has(error_of(std::string(1000, '[')), "nested more than"));
    CHECK(has(error_of("{\"F1.51\":" + std::string(20, '[') + std::string(20, ']') + "}"), "nested more than"));
    std::string rows;
    for (int i = 0; i < 201; ++i)
        rows += std::string(i == 0 ? "" : ",") + "{}";
    CHECK(has(error_of("{\"F1.51\":[" + rows + "]}"), "application.size"));
    std::string keys;
    for (int i = 0; i < 1001; ++i)
        keys += std::string(i == 0 ? "" : ",") + "\"k" + std::to_string(i) + "\":1";
    CHECK(has(error_of("{" + keys + "}"), "more than 1000 keys"));
}

TEST_CASE("20,000 random changes of the example are refused or read exactly, checked and made normal without harm") {
    const std::uint64_t seed = 51;
    CAPTURE(seed);
    base::SeededRandom random(seed);
    const std::string example = write_application(form(), *parse_application(form(), test::demo_pack().example_json));
    int accepted = 0;
    for (int round = 0; round < 20'000; ++round) {
        std::string changed = example;
        const std::size_t changes = 1 + random.next() % 4;
        for (std::size_t i = 0; i < changes; ++i) {
            const std::size_t at = random.next() % changed.size();
            if (random.next() % 2 == 0) {
                changed[at] = static_cast<char>(random.next() % 128);
            } else {
                changed.erase(at, 1 + random.next() % 3);
            }
        }
        const auto parsed = parse_application(form(), changed);
        if (!parsed) continue;
        ++accepted;
        REQUIRE(*parse_application(form(), write_application(form(), *parsed)) == *parsed);
        if (accepted % 20 != 0) continue;
        (void)domain::check(form(), *parsed, {test::today(), &test::demo_pack().areas, std::nullopt});
        const domain::Application stored = domain::normal(form(), *parsed, test::today());
        REQUIRE(domain::normal(form(), stored, test::today()) == stored);
    }
    CHECK(accepted > 500);
}
