// callwords.toml, rules/revisit.toml, what other bodies may be told, modules/*.toml: what is read, and what is said of
// each slip of the pen.
#include <algorithm>
#include <array>
#include <set>

#include "app/cases/module_run.hpp"
#include "app/cases/next_tasks.hpp"
#include "app/cases/refer.hpp"
#include "app/domain/form_scope.hpp"
#include "app/pack/application_json.hpp"
#include "tests/unit/pack/demo_pack.hpp"

using namespace courtyard;
using namespace courtyard::pack;

namespace {

// What tells whoever listens that it is a court that calls, and the name of the word that a person agreed on.
constexpr std::array kTelling{"法院", "法庭", "法官", "案", "救助", "钱", "{court}", "{staff}", "{word}"};
constexpr const char* kOwnWord = "暗号";

constexpr const char* kModule = R"(
id = "well"
title = "修井"
say = "村里的井坏了，可以请法院帮着催一催。"
sources = ["村规第一条：谁坏谁修"]
[[stage]]
id = "told"
say = "已经说了"
[[stage]]
id = "mended"
say = "修好了"
ends = true
[[act]]
id = "tell"
title = "说一声"
who = ["caller"]
to = "told"
[[act.field]]
name = "depth"
label = "多深"
type = "count"
[[act]]
id = "mend"
title = "修好"
who = ["judge"]
in = ["told"]
to = "mended"
[[limit]]
id = "soon"
from = "told"
until = ["mend"]
working_days = 5
source = "村规第二条：五天"
[[paper]]
id = "note"
title = "修井单"
act = "tell"
paragraphs = ["{applicant}：井深{depth}米。"]
)";

Files with_module(const std::string& text) {
    Files files = test::demo_files();
    files["modules/well.toml"] = base::to_bytes(text);
    return files;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

void check_problem(const Files& files, std::string_view expected) {
    const std::string problems = test::problems_of(files);
    CHECK_MESSAGE(problems.find(expected) != std::string::npos, "expected \"" << expected << "\" in: " << problems);
}

void check_slip(std::string_view path, std::string_view from, std::string_view to, std::string_view expected) {
    check_problem(test::with_edit(path, from, to), expected);
}

}  // namespace

TEST_CASE("there are 512 words of the day, plain, and none sounds like another") {
    const domain::CallWords& words = test::demo_pack().call_words;
    REQUIRE(words.words.size() == domain::kCallWords);
    CHECK_FALSE(domain::sound_alike(words.words).has_value());
    for (const domain::SoundedWord& word : words.words) {
        CHECK(word.sounds.size() == 2);
        for (const std::string& never : test::demo_pack().never_tell)
            CHECK(word.text.find(never) == std::string::npos);
        for (const char* never : {"病", "药", "医", "死", "鬼", "罪", "刑", "法", "警", "枪", "血", "毒", "钱", "债"})
            CHECK_MESSAGE(word.text.find(never) == std::string::npos, word.text);
    }
}

TEST_CASE("words that could be taken for each other on a bad line are noticed") {
    const auto alike = [](const char* one, const char* other) {
        const std::vector<domain::SoundedWord> words{*domain::parse_sounded_word(one),
                                                     *domain::parse_sounded_word(other)};
        return domain::sound_alike(words).has_value();
    };
    CHECK(alike("老虎 lao3 hu3", "老鼠 lao3 shu3"));      // one syllable the same, the other one rhymes
    CHECK(alike("山羊 shan1 yang2", "三样 san1 yang4"));  // sh as s
    CHECK(alike("河南 he2 nan2", "荷兰 he2 lan2"));       // n as l
    CHECK(alike("平房 ping2 fang2", "频繁 pin2 fan2"));   // -ng as -n
    CHECK_FALSE(alike("苹果 ping2 guo3", "水果 shui3 guo3"));
    CHECK_FALSE(alike("月亮 yue4 liang4", "苹果 ping2 guo3"));
}

TEST_CASE("slips of the pen in what callers need are named") {
    check_slip("callwords.toml", "\"苹果 ping2 guo3\", ", "", "there must be exactly 512 words, not 511");
    check_slip("callwords.toml", "苹果 ping2 guo3", "苹果 ping2 go3", "'苹果 ping2 go3'");
    check_slip("callwords.toml", "苹果 ping2 guo3", "香菇 xiang1 gu1", "'香菇' is there twice");
    check_slip("callwords.toml", "苹果 ping2 guo3", "葡桃 pu2 tao2", "sound alike");
    check_slip("rules/revisit.toml", "value = \"只在白天\"", "value = \"只在中午\"", "says nothing of '只在白天'");
    check_slip("rules/revisit.toml", "from = 8", "from = 19", "'from' must be an hour before 'to'");
    check_slip("rules/revisit.toml", "id = \"O3\"", "id = \"O2\"", "'O2' is there twice");
    check_slip("rules/revisit.toml", "请问您是{applicant}吗？”不是本人、听不准", "我是{court}的。”不是本人、听不准",
               "says {court} before it is known who listens");
    check_slip("rules/revisit.toml", "[quiet]", "[silent]", "there is no [quiet]");
    const auto revisit = [](std::string_view from, std::string_view to, std::string_view expected) {
        const Files files = test::with_edit("rules/revisit.toml", from, to);
        const std::string_view text = base::as_text(files.at("rules/revisit.toml"));
        const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(text.find(to)), '\n');
        const std::string problems = test::problems_of(files);
        CHECK_MESSAGE(problems.starts_with("rules/revisit.toml:" + std::to_string(line) + ": " + std::string(expected)),
                      problems);
    };
    revisit("我是{court}的{staff}，工号", "我是{cuort}的{staff}，工号",
            "'open.opening[0]': the blank {cuort} is not known here; there are {court} {staff}");
    revisit("先说本人约的暗号：“{own_word}", "先说本人约的暗号：“{own_word",
            "'quiet.opening[0]': a '{' has no '}' behind it");
    revisit("给{applicant}带句话", "给｛applicant}带句话", "'quiet.relay[0]': '｛' is a full-width sign");
    revisit("不便说话，可能有危险", "不便说话，{court}知道", "'try[4].say': the blank {court} is not known here");
    revisit("只打这个号码：{number}。", "只打这个号码。", "'contact.number': the blank {number} must stand here");
    revisit("field = \"money_came\"", "field = \"money_come\"",
            "'question[0].field': 'money_come' is no field of a revisit");
    revisit("field = \"content\"", "field = \"note\"", "'question[8].field': 'note' is no field of a revisit");
    revisit("field = \"asked_for_fee\"", "field = \"money_came\" ",
            "'question[1].field': 'money_came' is asked for by another question already");
    revisit("id = \"fee\"", "id = \"money\" ", "'question[1].id': 'money' is there twice");
    // A machine takes what was signed; and the words of the pack as it is are the control.
    CHECK(parse(test::with_edit("rules/revisit.toml", "我是{court}的{staff}，工号", "我是{cuort}的{staff}，工号"),
                Reader::Machine)
              .has_value());
    CHECK(test::problems_of(test::demo_files()).empty());
    check_slip("rules/doors.toml", "share = [\"F1.01\", ", "share = [\"F1.80\", ", "no body is ever told");
    check_slip("rules/doors.toml", "share = [\"F1.01\", ", "share = [\"F7.01\", ", "is no field of the form");
    check_slip("rules/doors.toml", "bodies = [\"12309\"]", "bodies = [\"12310\"]", "is no contact of contacts.toml");
    check_slip("rules/doors.toml", "bodies = [\"12309\"]\n", "", "'bodies' and 'share' belong together");
    check_slip("rules/doors.toml", "has(F1.40, \"E1\")", "has(F1.4, \"E1\")", "'F1.4' is no field of this form");
    check_slip("rules/doors.toml", "has(F1.40, \"E1\")", "has(F1.40, \"E0\")", "can never be 'E0'");
    check_slip("rules/doors.toml", "value = \"E1\"", "value = \"E0\"", "'E0' is no answer to it");
    check_slip("rules/doors.toml", "key = \"G6\"", "key = \"G9\"", "told G9");
    check_slip("rules/doors.toml", "has(found, \"original_case\")", "has(found, \"original\")",
               "can never be 'original'");
    check_slip("rules/doors.toml", "has(found, \"hardship\")", "has(found, \"hard\")", "can never be 'hard'");
    check_slip("rules/doors.toml", "has(F1.14,\"重病\")", "has(F1.14,\"小病\")", "can never be '小病'");
}

TEST_CASE("what the pack says of revisits has a word for every row and conclusion that the program knows") {
    const domain::RevisitGuide& guide = test::demo_pack().revisit;
    const auto has = [](const auto& list, std::string_view id) {
        return std::any_of(list.begin(), list.end(), [id](const auto& each) { return each.id == id; });
    };
    for (const cases::OutcomeRule& rule : cases::outcome_table())
        CHECK_MESSAGE(has(guide.outcomes, rule.outcome), rule.outcome);
    for (const char* plan : {"R0", "R1", "R2", "R3", "R4", "S", "extra"})
        CHECK_MESSAGE(has(guide.plan, plan), plan);
    const cases::ActRule* made = cases::find_act("revisit_made");
    for (const domain::RevisitQuestion& question : guide.questions)
        CHECK_MESSAGE(cases::find_field(*made, question.field) != nullptr, question.field);
    const cases::FieldRule* outcome = cases::find_field(*cases::find_act("revisit_tried"), "outcome");
    for (const domain::RevisitSaying& attempt : guide.tries)
        CHECK(outcome->choices.find(attempt.id) != std::string_view::npos);
    CHECK(guide.tries.size() == 8);
}

TEST_CASE("before it is known who listens, the demonstration's caller says no word of a court or a case") {
    const domain::CallScript& quiet = test::demo_pack().revisit.quiet;
    // What is said aloud stands in quotation marks.
    const auto aloud = [](const std::string& line) {
        std::string said;
        for (std::size_t from = line.find("“"); from != std::string::npos; from = line.find("“", from + 1))
            said += line.substr(from, line.find("”", from) - from);
        return said;
    };
    const auto tells = [&](const std::string& line) {
        return std::any_of(kTelling.begin(), kTelling.end(),
                           [&](const char* word) { return aloud(line).find(word) != std::string::npos; });
    };
    for (const auto* lines : {&quiet.relay, &quiet.opening})
        for (const std::string& line : *lines)
            CHECK_MESSAGE(!tells(line), line);
    CHECK(quiet.opening.front().find("{own_word}") != std::string::npos);
    CHECK(tells(quiet.known.front()));
}

TEST_CASE("how a call begins reads on from what stands before it, and money that went out is kept on the books") {
    const pack::Words& words = test::demo_pack().words;
    const std::string before = words.text("field.call.first"), first = "先";
    CHECK(before.find(first) == std::string::npos);
    CHECK(test::demo_pack().revisit.quiet.opening.front().find(first) == 0);  // the control: it says so itself
    const std::string paid = words.text("task.contradiction_paid"),
                      hint = words.text("act.contradiction_settled.hint.falls");
    for (const char* part : {"付款照实留着", "把钱要回来", "记“退款”"})
        CHECK_MESSAGE(paid.find(part) != std::string::npos, part);
    CHECK(hint.find("和付款单对不上") == 0);
    CHECK(words.text("fact.close.not_whole").find("领导") != std::string::npos);
}

TEST_CASE("the slip's word of the day and the person's own word have different names") {
    const pack::Words& words = test::demo_pack().words;
    for (const char* key :
         {"progress.call_word", "progress.call_word.line", "field.call.word", "field.call.word.quiet"})
        CHECK_MESSAGE(words.text(key).find(kOwnWord) == std::string::npos, key);
    for (const auto& script : {test::demo_pack().revisit.open, test::demo_pack().revisit.quiet})
        for (const auto* lines : {&script.rules, &script.opening, &script.known})
            for (const std::string& line : *lines)
                if (line.find("{own_word}") == std::string::npos) CHECK(line.find(kOwnWord) == std::string::npos);
    CHECK(words.text("act.case_opened.field.agreed_word").find(kOwnWord) != std::string::npos);
}

TEST_CASE("15 and more items can be referred to, and none of their lists tells what nobody is told") {
    int items = 0;
    for (const domain::Door& door : test::demo_pack().doors.doors) {
        items += door.bodies.empty() ? 0 : 1;
        for (const std::string& code : door.share)
            CHECK_FALSE(cases::is_never_shared(code));
    }
    CHECK(items >= 15);
}

TEST_CASE("an application tells needs by itself, and what fits comes first") {
    const Pack& pack = test::demo_pack();
    domain::Application application;
    const domain::Date today = *domain::Date::parse("2026-11-27");
    const auto told = [&] {
        return pack.doors.needs_told(domain::FormScope(pack.form, application, today, domain::ApplicantKind::Self),
                                     today);
    };
    CHECK(told().empty());
    application.answers["F1.14"] = {domain::TextList{"重病", "退役军人军属"}};
    application.answers["F1.54"] = {domain::Row{{"上学", "46000"}}};
    CHECK(told() == domain::DoorNeeds{"sick", "veteran", "school"});
    domain::ScreeningAnswers answers;
    answers.g1 = domain::Reply::Yes;
    const auto list = cases::suggest(pack.doors, answers, "OUT-A", told(), {});
    REQUIRE_FALSE(list.empty());
    CHECK(list.front().fits());
    const auto fits = [&](std::string_view id) {
        return std::any_of(list.begin(), list.end(),
                           [id](const auto& each) { return each.door->id == id && each.fits(); });
    };
    CHECK(fits("N06"));
    CHECK(fits("N08"));
    CHECK(fits("N15"));
    CHECK_FALSE(fits("N10"));
}

TEST_CASE("what the form says of the screening's questions counts where there was no screening") {
    const Pack& pack = test::demo_pack();
    const domain::Date today = *domain::Date::parse("2026-11-27");
    domain::Application application;
    const auto answers = [&](domain::ScreeningAnswers before = {}) {
        const domain::FormScope scope(pack.form, application, today, domain::ApplicantKind::Guardian);
        return pack.doors.with_told(before, scope, {}, today);
    };
    CHECK(answers() == domain::ScreeningAnswers{});
    application.answers["F1.06"] = {domain::Row{{"type", "居民身份证"}, {"number", "330199201506020194"}}};
    application.answers["F1.40"] = {domain::TextList{"E1"}};
    application.answers["F1.53"] = {domain::TextList{"H3"}};
    application.answers["F1.61"] = {std::string("是")};
    application.answers["F1.72"] = {std::string("是")};
    application.answers["F1.20a"] = {std::string("是")};
    domain::ScreeningAnswers told = answers();
    CHECK(told.g1 == domain::Reply::Yes);
    CHECK(told.e.test(1));
    CHECK(told.h.test(3));
    CHECK(told.g6 == domain::Reply::No);
    CHECK(told.g7 == domain::Reply::Yes);
    CHECK(told.guardian == domain::Guardian::Wrongdoer);
    CHECK(told.g3 == domain::Reply::Unknown);
    // What was answered stays; lists grow, and "none of these" goes when there is one.
    domain::ScreeningAnswers before;
    before.g7 = domain::Reply::No;
    before.h.set(0);
    before.e.set(4);
    told = answers(before);
    CHECK(told.g7 == domain::Reply::No);
    CHECK(told.h == std::bitset<7>("0001000"));
    CHECK((told.e.test(4) && told.e.test(1)));
}

TEST_CASE("what nobody answered is asked about and not left out; what was answered otherwise is left out") {
    const Pack& pack = test::demo_pack();
    constexpr std::array<std::string_view, 2> kBoth{"E", "H"};
    const auto find = [&](const domain::ScreeningAnswers& answers, const domain::Found& found, std::string_view id,
                          std::span<const std::string_view> unasked) -> std::optional<domain::OpenDoor> {
        for (const auto& each : domain::doors_for_court(pack.doors, answers, {}, {}, found, unasked))
            if (each.door->id == id) return each;
        return std::nullopt;
    };
    using Keys = std::vector<std::string>;
    domain::ScreeningAnswers answers;
    REQUIRE(find(answers, {}, "N13", kBoth));
    CHECK(find(answers, {}, "N13", kBoth)->ask == Keys{"G1", "E"});  // and whether it is a person
    CHECK_FALSE(find(answers, {}, "N13", {}));                       // a list was given, and it was no road accident
    CHECK(find(answers, {}, "N06", kBoth)->ask == Keys{"G1"});
    answers.g1 = domain::Reply::No;
    CHECK_FALSE(find(answers, {}, "N06", kBoth));
    for (const auto& each : domain::doors_for_court(pack.doors, answers, {}, {}, {"hardship", "harm"}, kBoth))
        CHECK_MESSAGE(each.door->for_organisations, each.door->id);
    answers.g1 = domain::Reply::Yes;
    CHECK(find(answers, {}, "N06", kBoth)->ask.empty());
    CHECK_FALSE(find(answers, {}, "N06", kBoth)->fits());
    CHECK(find(answers, {"harm"}, "N06", kBoth)->fits());
    CHECK(find(answers, {"hardship"}, "N04", kBoth)->fits());
    // Every element that a court can find may stand in a condition.
    const std::string_view elements = cases::find_field(*cases::find_act("element_found"), "element")->choices;
    for (std::size_t from = 0; from < elements.size();) {
        const std::size_t end = std::min(elements.find(' ', from), elements.size());
        const std::string_view one = elements.substr(from, end - from);
        CHECK_MESSAGE(
            std::find(domain::kFoundWords.begin(), domain::kFoundWords.end(), one) != domain::kFoundWords.end(), one);
        from = end + 1;
    }
}

TEST_CASE("the shipped modules are there, each behind its door") {
    for (const char* id : {"fee_relief", "credit_relief", "legal_aid"}) {
        const domain::AidModule* module = test::demo_pack().module(id);
        REQUIRE_MESSAGE(module != nullptr, id);
        CHECK(test::demo_pack().doors.door(module->door) != nullptr);
        CHECK_FALSE(module->limits.empty());
        CHECK_FALSE(module->papers.empty());
    }
}

TEST_CASE("adding a module is adding a file: it runs as it is read") {
    const Reading reading = read(with_module(kModule));
    REQUIRE(reading.pack.has_value());
    const domain::AidModule* module = reading.pack->module("well");
    REQUIRE(module != nullptr);
    cases::ModuleRun run;
    cases::Fact fact;
    fact.kind = "module";
    fact.fields = {{"module", std::string("well")}, {"act", std::string("tell")}, {"depth", std::int64_t{7}}};
    CHECK_FALSE(cases::module_refuses(*module, run, fact, cases::Role::Caller).has_value());
    CHECK(cases::module_refuses(*module, run, fact, cases::Role::Judge)->code == "role");
    fact.fields.erase("depth");
    CHECK(cases::module_refuses(*module, run, fact, cases::Role::Caller)->code == "field.depth");
}

TEST_CASE("what is wrong with a module is named with its file and line") {
    const auto wrong = [](std::string_view from, std::string_view to, std::string_view expected) {
        check_problem(with_module(replaced(kModule, from, to)), expected);
    };
    wrong("type = \"count\"", "type = \"size\"", "modules/well.toml:21: 'size' is no type of a field");
    wrong("who = [\"judge\"]", "who = [\"king\"]", "'king' is no office");
    wrong("working_days = 5", "working_days = 5\ndays = 2", "exactly one of working_days, days, months");
    wrong("to = \"mended\"", "to = \"merry\"", "'merry', which is no [[stage]]");
    wrong("id = \"well\"", "id = \"wells\"", "the file's name and 'id' differ");
    wrong("{depth}", "{width}", "the blank {width}, which no act fills");
    wrong("ends = true\n", "", "can never be left");
    wrong("until = [\"mend\"]", "until = [\"pray\"]", "'pray', which is no [[act]]");
    wrong("title = \"修井\"", "titel = \"修井\"", "the key 'titel' is not known here");
    // Whoever gives the court's word is another; a machine takes what was signed, and asks for one all the same.
    const std::string alone = replaced(kModule, "act = \"tell\"\nparagraphs", "act = \"mend\"\nparagraphs");
    check_problem(with_module(alone), "modules/well.toml:22: the act 'mend' decides for the court");
    CHECK(parse(with_module(alone), Reader::Machine).has_value());
    CHECK(test::problems_of(with_module(replaced(alone, "to = \"mended\"", "to = \"mended\"\nother_person = true")))
              .empty());
    for (const char* id : {"grant", "not_grant"}) {
        const std::string act = "id = \"" + std::string(id) + "\"";
        Files files = test::demo_files();
        std::string text(base::as_text(files.at("modules/fee_relief.toml")));
        const std::string flag = "other_person = true\n";
        text.erase(text.find(flag, text.find(act)), flag.size());
        files["modules/fee_relief.toml"] = base::to_bytes(text);
        const auto line =
            std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(text.find(act)), '\n');  // of [[act]]
        const std::string problems = test::problems_of(files);
        CHECK_MESSAGE(problems.starts_with("modules/fee_relief.toml:" + std::to_string(line) + ": the act '" + id +
                                           "' decides for the court"),
                      problems);
    }
    // The field that limits another is a sum of the module.
    const auto limit = [](std::string_view to, std::string_view expected) {
        check_problem(test::with_edit("modules/fee_relief.toml", "at_most = \"fee\"", to), expected);
    };
    limit("at_most = \"fees\"", "'at_most': 'fees' is no other field of an act, of the type money");
    limit("at_most = \"ground\"", "'at_most': 'ground' is no other field of an act, of the type money");
    limit("at_most = \"pays\"", "'at_most': 'pays' is no other field of an act, of the type money");
    wrong("type = \"count\"", "type = \"count\"\nat_most = \"depth\"",
          "modules/well.toml:22: the field 'depth' of the act 'tell', 'at_most': only money has a limit");
    check_problem(with_module(replaced(kModule, "say = \"村里", "door = \"N99\"\nsay = \"村里")),
                  "there is no door 'N99'");
}
