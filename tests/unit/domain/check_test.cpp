#include "app/domain/check.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "app/domain/mask.hpp"
#include "tests/unit/domain/small_form.hpp"

using namespace courtyard;
using namespace courtyard::domain;

namespace {

const Date kToday = *Date::parse("2026-11-23");
const FormDefinition kForm = test::small_form();

// "place code" of every problem, a warning with a leading '~'.
std::set<std::string> problems_of(const Application& application) {
    Areas areas;
    areas.complete_provinces.insert("33");
    areas.by_code["330122"] = {"330122", "known", 0, 0};
    std::set<std::string> out;
    for (const Problem& problem : check(kForm, application, {kToday, &areas, std::nullopt})) {
        out.insert((problem.severity == Severity::Warning ? "~" : "") + place(problem) + " " + problem.code);
    }
    out.erase("~F1.06 identity.area_unknown");
    return out;
}

using Set = std::set<std::string>;

Set with(std::string code, decltype(Answer::value) value) {
    Application application = test::sound_application();
    application.answers[std::move(code)] = Answer{std::move(value)};
    return problems_of(application);
}
Set without(const std::string& code) {
    Application application = test::sound_application();
    application.answers.erase(code);
    return problems_of(application);
}
std::string text(std::string_view value) { return std::string(value); }

}  // namespace

TEST_CASE("a sound application has no problems, and each missing answer is one") {
    CHECK(problems_of(test::sound_application()).empty());
    CHECK(without("F1.01") == Set{"F1.01 answer.required"});
    CHECK(without("F1.09") == Set{"F1.09 answer.required", "F1.10 answer.required"});
    CHECK(without("F1.51") == Set{"F1.51 answer.required"});
    CHECK(without("F1.92") == Set{"F1.92 signature.needed"});
    CHECK(without("F1.93") == Set{"F1.93 declaration.needed"});
    CHECK(without("F3.1") == Set{"F3.1 consent.needed"});
    CHECK(with("F1.93", false) == Set{"F1.93 declaration.needed"});
    CHECK(with("F3.1", false) == Set{"F3.1 consent.needed"});
    CHECK(with("F3.2", false).empty());
    // Sex and birth date would follow from it: they are no complaints of their own.
    CHECK(without("F1.06") == Set{"F1.06 answer.required"});
    // Without an identity number they do not follow from anything any more.
    CHECK(with("F1.06", text("later")) == Set{"F1.03 answer.required", "F1.05 answer.required"});
}

TEST_CASE("blanks are no answer, and are not stored") {
    CHECK(with("F1.01", text(" \t　")) == Set{"F1.01 answer.required"});
    CHECK(with("F1.71", text("\f \n")).empty());
    Application application = test::sound_application();
    application.answers["F1.71"] = {text("\f")};
    CHECK(normal(kForm, application, kToday).find("F1.71") == nullptr);
    CHECK(normal(kForm, application, kToday) == normal(kForm, test::sound_application(), kToday));
}

TEST_CASE("chosen words are exact, typed text may have blanks around it") {
    CHECK(with("F1.91", text("helped")).empty());
    CHECK(with("F1.91", text(" helped")) == Set{"F1.91 answer.option"});
    CHECK(with("F1.91", text(" ")).empty());
    CHECK(with("F1.40", TextList{"E1 "}) == Set{"F1.40 answer.option"});
    CHECK(with("F1.06", text(" 330199198603140177\n")).empty());
    CHECK(with("F1.06", text("later ")).contains("F1.06 identity.length"));
    CHECK(with("F1.06", Row{{"type", " "}, {"number", "330199198603140177"}}).empty());
    CHECK(with("F1.31", text(" unclear")) == Set{"F1.31 case_number.format"});
    // So that a condition and the check read the same answer.
    Application application = test::sound_application();
    application.answers["F1.91"] = {text("helped ")};
    CHECK(kind_of(kForm, application) == ApplicantKind::Self);
}

TEST_CASE("reported: a document that is none has no number") {
    CHECK(with("F1.06", Row{{"type", "no paper"}, {"number", "12"}}).contains("F1.06 identity.none"));
    CHECK(
        with("F1.06", Row{{"type", "code"}, {"number", "91350100M000100Y44"}}).contains("F1.06 identity.organisation"));
    CHECK_FALSE(
        with("F1.06", Row{{"type", "code"}, {"number", "91350100M000100Y43"}}).contains("F1.06 identity.organisation"));
    CHECK_FALSE(with("F1.06", Row{{"type", "no paper"}}).contains("F1.06 identity.none"));
}

TEST_CASE("reported: what is computed is no complaint of its own while its source is one") {
    CHECK(with("F1.06", text("330199198603140178")) == Set{"F1.06 identity.checksum"});
    CHECK(with("F1.36", Row{{"award", "x"}, {"got", "1"}, {"open", "5"}}) == Set{"F1.36.award money.format"});
    CHECK(with("F1.36", Row{{"award", "100"}, {"got", "200"}}) == Set{"F1.36.got computed.negative"});
    CHECK(with("F1.36", Row{{"award", "100"}, {"got", "200"}, {"open", "0"}}) == Set{"F1.36.got computed.negative"});
    CHECK(
        check_answer(kForm, *kForm.field("F1.36"), {Row{{"award", "1"}, {"got", "2"}}}, {kToday, nullptr, std::nullopt})
            .at(0)
            .code == "computed.negative");
}

TEST_CASE("reported: answers that are not filed are listed, and warnings can be told apart") {
    Application application = test::sound_application();
    application.answers["F1.20"] = {text("x")};
    application.answers["F1.91"] = {text("nobody")};
    const auto problems = check(kForm, application, {kToday, nullptr, std::nullopt});
    CHECK(dropped(problems) == std::vector<std::string>{"F1.20"});
    CHECK(only(Severity::Warning, problems).size() == 1);
    CHECK(only(Severity::Error, problems).size() == 1);
}

TEST_CASE("no telephone is accepted with somebody to carry word") {
    Application application = test::sound_application();
    application.answers.erase("F1.09");
    application.answers["F1.10"] = {Row{{"name", "裘大姐"}, {"phone", "13800000002"}}};
    CHECK(problems_of(application).empty());
    application.answers["F1.10"] = {Row{{"name", "裘大姐"}}};
    CHECK(problems_of(application) == Set{"F1.10.phone answer.required"});
}

TEST_CASE("V-ID: documents by their kind") {
    CHECK(with("F1.06", text("330199198603140178")).contains("F1.06 identity.checksum"));
    CHECK(with("F1.06", Row{{"type", "card"}, {"number", "330199860314017"}}).contains("F1.06 identity.fifteen"));
    CHECK(with("F1.06", Row{{"number", "330199198603140177"}}).empty());
    CHECK(with("F1.06", Row{{"type", "card"}}).contains("F1.06.number answer.required"));
    CHECK(with("F1.06", Row{{"type", "ticket"}, {"number", "1"}}).contains("F1.06.type answer.option"));
    CHECK(with("F1.06", Row{{"type", "permit"}, {"number", "330199198603140177"}}).contains("F1.06 identity.permit"));
    CHECK(with("F1.06", Row{{"type", "book"}, {"number", "330199201910110466"}})
              .contains("F1.20 answer.required"));  // a child of seven
    CHECK(with("F1.06", Row{{"type", "book"}, {"number", "No. 12"}}).contains("~F1.06 identity.manual"));
    CHECK(with("F1.06", Row{{"type", "foreign"}, {"number", "911124199001010000"}}).contains("~F1.06 identity.manual"));
    CHECK(with("F1.06", Row{{"type", "foreign"}, {"number", "811124199001010000"}}).contains("F1.06 identity.foreign"));
    CHECK_FALSE(with("F1.06", Row{{"type", "no paper"}}).contains("F1.06.number answer.required"));
    CHECK(with("F1.06", true).contains("F1.06 answer.type"));
}

TEST_CASE("V-ID: an unassigned area warns and does not block") {
    const auto problems = check(kForm, test::sound_application(), {kToday, nullptr, std::nullopt});
    CHECK(problems.empty());  // without a table nothing can be said
    Areas areas;
    areas.complete_provinces.insert("33");
    const auto warned = check(kForm, test::sound_application(), {kToday, &areas, std::nullopt});
    REQUIRE(warned.size() == 1);
    CHECK(warned[0].code == "identity.area_unknown");
    CHECK(warned[0].severity == Severity::Warning);
    CHECK_FALSE(has_errors(warned));
    areas.by_code["330199"] = {"330199", "abolished", 0, 2001};
    CHECK(check(kForm, test::sound_application(), {kToday, &areas, std::nullopt}).size() == 1);
    areas.by_code["330199"].until = 0;
    CHECK(check(kForm, test::sound_application(), {kToday, &areas, std::nullopt}).empty());
}

TEST_CASE("computed values: filled in, and an answer that contradicts them is a problem") {
    const Application filled = with_computed(kForm, test::sound_application(), kToday);
    CHECK(filled.text("F1.03") == "M");
    CHECK(filled.text("F1.05") == "1986-03-14");
    CHECK(filled.text("F1.52") == "6000");
    CHECK(filled.text("F1.52a") == "166.67");
    CHECK(with("F1.03", text("M")).empty());
    CHECK(with("F1.03", text("W")) == Set{"F1.03 computed.differs"});
    CHECK(with("F1.05", text("1986-03-15")) == Set{"F1.05 computed.differs"});
    CHECK(with("F1.52a", text("167")).empty());  // rounded by a person
    CHECK(with("F1.52a", text("170")) == Set{"F1.52a computed.differs"});
    CHECK(with("F1.36", Row{{"award", "243500"}, {"got", "20,000"}}).empty());
    CHECK(with("F1.36", Row{{"award", "243500"}, {"got", "20000"}, {"open", "223500"}}).empty());
    CHECK(with("F1.36", Row{{"award", "243500"}, {"got", "20000"}, {"open", "200000"}}) ==
          Set{"F1.36.open computed.differs"});

    Application application = test::sound_application();
    application.answers["F1.36"] = {Row{{"award", "243500"}, {"got", "20000"}}};
    CHECK(with_computed(kForm, application, kToday).find("F1.36")->row()->at("open") == "223500");
    application.answers["F1.51"] = {RowList{{{"who", "self"}, {"income", "unclear"}}}};
    CHECK(with_computed(kForm, application, kToday).find("F1.52") == nullptr);  // a sum with a hole is no sum
}

TEST_CASE("conditions: a minor needs a guardian, and then the application is the guardian's") {
    Application application = test::sound_application();
    application.answers["F1.06"] = {text("330199201506020194")};
    CHECK(problems_of(application) == Set{"F1.20 answer.required"});
    application.answers["F1.20"] = {Row{{"name", "章绮禾"}, {"number", "330199198911220283"}}};
    CHECK(kind_of(kForm, application) == ApplicantKind::Guardian);
    CHECK(problems_of(application) == Set{"~F1.20.number identity.area_unknown"});
    application.answers["F1.20"] = {Row{{"name", "章绮禾"}, {"number", "330199198911220284"}}};
    CHECK(problems_of(application) == Set{"F1.20.number identity.checksum"});
}

TEST_CASE("an answer to what is not asked is left out with a warning") {
    Application application = test::sound_application();
    application.answers["F1.20"] = {text("later")};  // an adult, acting alone
    CHECK(problems_of(application) == Set{"~F1.20 answer.not_asked"});
    CHECK(without_hidden(kForm, application, kToday).find("F1.20") == nullptr);
    CHECK(normal(kForm, application, kToday).find("F1.20") == nullptr);
}

TEST_CASE("each type names its faults where they are") {
    CHECK(with("F1.01", text("王5")) == Set{"F1.01 name.character"});
    CHECK(with("F1.09", text("123")) == Set{"F1.09 phone.format"});
    CHECK(with("F1.07", text("330122")).empty());
    CHECK(with("F1.07", text("330122 桐庐县")).empty());
    CHECK(with("F1.07", text("330188 某县")) == Set{"~F1.07 area.unknown"});
    CHECK(with("F1.07", text("33012")) == Set{"F1.07 area.code"});
    CHECK(with("F1.07", text("12号")).empty());
    CHECK(with("F1.31", text("unclear")).empty());
    CHECK(with("F1.31", text("执123号")) == Set{"F1.31 case_number.format"});
    CHECK(with("F1.31", text("（2031）浙0122执123号")) == Set{"F1.31 case_number.year"});
    CHECK(with("F1.36", Row{{"award", "-1"}, {"got", "x"}}) ==
          Set{"F1.36.award money.negative", "F1.36.got money.format"});
    CHECK(with("F1.36", Row{{"award", "10000000"}, {"got", "0"}}) == Set{"~F1.36.award money.confirm"});
    CHECK(with("F1.36", Row{{"award", "1"}, {"got", "0"}, {"colour", "1"}}) == Set{"F1.36.colour answer.type"});
    CHECK(with("F1.40", TextList{"E1", "E9"}).empty());
    CHECK(with("F1.40", TextList{"E1", "E1"}) == Set{"F1.40 choice.repeat"});
    CHECK(with("F1.40", TextList{"E1", "none"}) == Set{"F1.40 choice.alone"});
    CHECK(with("F1.40", TextList{"E7"}) == Set{"F1.40 answer.option"});
    CHECK(with("F1.50", text("0")) == Set{"F1.50 integer.range"});
    CHECK(with("F1.50", text("21")) == Set{"F1.50 integer.range"});
    CHECK(with("F1.50", text("3.0")) == Set{"F1.50 integer.format"});
    CHECK(with("F1.50", text("３")).empty());
    CHECK(with("F1.51", RowList{{{"who", "self"}, {"income", "0"}}, {{"who", "wife"}}}) ==
          Set{"F1.51[2].income answer.required"});
    CHECK(with("F1.51", RowList(4, Row{{"who", "x"}, {"income", "1"}})) == Set{"F1.51 list.too_many"});
    CHECK(with("F1.71", std::string(1503, 'a')) == Set{"F1.71 answer.too_long"});
    CHECK(with("F1.71", text("one\ntwo")).empty());
    CHECK(with("F1.71", text("bell\a")) == Set{"F1.71 answer.characters"});
    CHECK(with("F1.71", text("\xC3\x28")) == Set{"F1.71 answer.characters"});
    CHECK(with("F1.91", text("nobody")) == Set{"F1.91 answer.option"});
    CHECK(with("F1.92", Row{{"signed", "false"}}) == Set{"F1.92 signature.needed"});
    CHECK(with("F1.92", Row{{"signed", "true"}, {"date", "2026-11-24"}}) == Set{"F1.92.date date.future"});
    CHECK(with("F9.99", text("x")) == Set{"F9.99 answer.type"});
}

TEST_CASE("V-CARD: cards need Luhn, passbooks warn, the holder is the applicant or a named representative") {
    CHECK(with("F1.80", Row{{"holder", "应𫖯安"}, {"account", "9999990000000000014"}, {"kind", "bank card"}}).empty());
    CHECK(with("F1.80", Row{{"holder", "应𫖯安"}, {"account", "9999990000000000015"}, {"kind", "bank card"}}) ==
          Set{"F1.80.account account.luhn"});
    CHECK(with("F1.80", Row{{"holder", "应𫖯安"}, {"account", "12345"}, {"kind", "bank card"}}) ==
          Set{"F1.80.account account.card_length"});
    CHECK(with("F1.80", Row{{"holder", "应𫖯安"}, {"account", "9999990000000000015"}, {"kind", "passbook"}}) ==
          Set{"~F1.80.account account.check"});
    CHECK(with("F1.80", Row{{"holder", "别人"}, {"account", "9999990000000000014"}, {"kind", "bank card"}}) ==
          Set{"~F1.80.holder account.holder"});
    Application child = test::sound_application();
    child.answers["F1.06"] = {text("330199201506020194")};
    child.answers["F1.20"] = {Row{{"name", "章绮禾"}}};
    child.answers["F1.80"] = {Row{{"holder", "章绮禾"}, {"account", "9999990000000000014"}, {"kind", "bank card"}}};
    CHECK(problems_of(child).empty());
}

TEST_CASE("a paper that is missing needs a reason, one that the court looks up does not") {
    CHECK(with("F1.90", RowList{{{"name", "judgment"}, {"state", "court"}}}).empty());
    CHECK(with("F1.90", RowList{{{"name", "judgment"}, {"state", "given"}},
                                {{"name", "proof"}, {"state", "missing"}}}) == Set{"F1.90[2].reason paper.reason"});
    CHECK(with("F1.90", RowList{{{"name", "proof"}, {"state", "missing"}, {"reason", "lost"}}}).empty());
}

TEST_CASE("what is stored: trimmed, half width, canonical; normal twice is normal once") {
    Application application = test::sound_application();
    application.answers["F1.01"] = {text(" 应𫖯安　")};
    application.answers["F1.06"] = {text("33019919751230053x")};
    application.answers["F1.09"] = {text("１３８ ００００ ０００１")};
    application.answers["F1.31"] = {text("(2026)浙0122执123号")};
    application.answers["F1.36"] = {Row{{"award", "24.35万"}, {"got", "20,000元"}}};
    const Application stored = normal(kForm, application, kToday);
    CHECK(stored.text("F1.01") == "应𫖯安");
    CHECK(*stored.find("F1.06")->row() == Row{{"type", "card"}, {"number", "33019919751230053X"}});
    CHECK(stored.text("F1.09") == "13800000001");
    CHECK(stored.text("F1.31") == "（2026）浙0122执123号");
    CHECK(*stored.find("F1.36")->row() == Row{{"award", "243500"}, {"got", "20000"}, {"open", "223500"}});
    CHECK(stored.text("F1.03") == "M");
    CHECK(normal(kForm, stored, kToday) == stored);
    CHECK(problems_of(stored).empty());
}

TEST_CASE("one answer alone is judged while a person types") {
    const Field& phone = *kForm.field("F1.09");
    CHECK(check_answer(kForm, phone, {text("13800000001")}, {kToday, nullptr, std::nullopt}).empty());
    CHECK(check_answer(kForm, phone, {text("138")}, {kToday, nullptr, std::nullopt}).at(0).code == "phone.format");
    const Field& family = *kForm.field("F1.51");
    CHECK(check_answer(kForm, family, {RowList{{{"who", "x"}}}}, {kToday, nullptr, std::nullopt}).empty());
}

TEST_CASE("the steps of a path: what is computed or hidden is not asked") {
    using Steps = std::vector<std::vector<std::string>>;
    Application empty;
    CHECK(steps(kForm, ApplicantKind::Self, empty, kToday) ==
          Steps{{"F1.01"}, {"F1.06", "F1.03", "F1.05"}, {"F1.93", "F1.92"}});
    CHECK(steps(kForm, ApplicantKind::Self, test::sound_application(), kToday) ==
          Steps{{"F1.01"}, {"F1.06"}, {"F1.93", "F1.92"}});
    Application child;
    child.answers["F1.06"] = {text("330199201506020194")};
    CHECK(steps(kForm, ApplicantKind::Self, child, kToday) ==
          Steps{{"F1.01"}, {"F1.06"}, {"F1.20"}, {"F1.93", "F1.92"}});
    CHECK(steps(kForm, ApplicantKind::Joint, child, kToday).empty());
}

TEST_CASE("private answers are shown half hidden") {
    CHECK(masked(*kForm.field("F1.06"), "330199198603140177") == "330***********0177");
    CHECK(masked(*kForm.field("F1.09"), "13800000001") == "138****0001");
    CHECK(masked(*kForm.field("F1.80")->column("account"), "9999990000000000014") == "***************0014");
    CHECK(masked(*kForm.field("F1.01"), "应𫖯安") == "应**");
    CHECK(masked(*kForm.field("F1.06"), "later") == "later");
    CHECK(masked(*kForm.field("F1.06"), "123") == "***");
    // A passport has nine characters, a permit from Taiwan eight: what is shown is less than half.
    CHECK(masked(*kForm.field("F1.06"), "E12345678") == "E******78");
    CHECK(masked(*kForm.field("F1.06"), "EA1234567") == "E******67");
    CHECK(masked(*kForm.field("F1.06"), "01234567") == "0*****67");
    CHECK(masked(*kForm.field("F1.06"), "330199860314017") == "330********4017");
    CHECK(masked(*kForm.field("F1.06"), "").empty());
}

TEST_CASE("wiping leaves no answers") {
    Application application = test::sound_application();
    wipe(application);
    CHECK(application.answers.empty());
}

TEST_CASE("problem codes are listed once each") {
    const auto codes = problem_codes();
    CHECK(std::set<std::string_view>(codes.begin(), codes.end()).size() == codes.size());
}
