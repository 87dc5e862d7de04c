#include "app/pack/pack.hpp"

#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include "app/domain/person_name.hpp"
#include "sync/seal/body.hpp"
#include "sync/seal/dictionary.hpp"
#include "tests/unit/pack/demo_pack.hpp"

using namespace courtyard;
using namespace courtyard::pack;

namespace {

std::string problems_of(const Files& files) {
    const Reading reading = read(files);
    CHECK(reading.pack.has_value() == reading.problems.empty());
    return test::problems_of(files);
}

// One slip of the pen in one file must be named with the file and the words that help to find it.
void check_slip(std::string_view path, std::string_view from, std::string_view to, std::string_view expected) {
    const std::string problems = problems_of(test::with_edit(path, from, to));
    CHECK_MESSAGE(problems.find(expected) != std::string::npos, "expected \"" << expected << "\" in: " << problems);
    CHECK_MESSAGE(problems.starts_with(path), problems);
}

}  // namespace

TEST_CASE("the shipped pack is sound and has everything") {
    const Pack& pack = test::demo_pack();
    CHECK(problems_of(test::demo_files()).empty());
    CHECK(pack.name == "zhejiang-demo");
    CHECK(pack.form.paths.size() == 5);
    CHECK(pack.questions.size() == 20);
    CHECK(pack.doors.doors.size() >= 19);
    CHECK(pack.statuses.size() == domain::kApplicationStatusIds.size());
    CHECK(pack.calendar.has_year(2026));
    CHECK(pack.calendar.has_year(2027));
    CHECK_FALSE(pack.dictionary.empty());
    CHECK(pack.status(domain::ApplicationStatus::Received).say.size() > 0);
    CHECK(pack.words.text("identity.checksum").find('[') == std::string::npos);
    CHECK(pack.contact("12368") != nullptr);
    CHECK(
        std::all_of(pack.amounts.begin(), pack.amounts.end(), [](const Amount& amount) { return amount.is_example; }));
    CHECK(std::all_of(pack.contacts.begin(), pack.contacts.end(),
                      [](const Contact& contact) { return contact.is_example; }));
    CHECK(domain::capital_text(pack.amount("ceiling")->yuan, pack.capital) == "贰拾捌万捌仟元整");
}

TEST_CASE("every field of the domain report's F1 is in the form under its code") {
    for (const char* code :
         {"F1.01", "F1.02", "F1.03", "F1.04", "F1.05", "F1.06", "F1.07", "F1.08", "F1.09", "F1.10", "F1.11", "F1.12",
          "F1.13", "F1.14", "F1.20", "F1.21", "F1.22", "F1.30", "F1.31", "F1.32", "F1.33", "F1.34", "F1.35", "F1.36",
          "F1.37", "F1.40", "F1.41", "F1.42", "F1.43", "F1.44", "F1.50", "F1.51", "F1.52", "F1.53", "F1.54", "F1.55",
          "F1.60", "F1.61", "F1.70", "F1.71", "F1.72", "F1.80", "F1.90", "F1.91", "F1.92", "F1.93"}) {
        CHECK_MESSAGE(test::demo_pack().form.field(code) != nullptr, code);
    }
}

TEST_CASE("a slip of the pen is named with its file, and its line where there is one") {
    check_slip("pack.toml", "version = 1", "version = 0", "'version' must lie between");
    check_slip("pack.toml", "name = ", "nmae = ", "the key 'nmae' is not known here");
    check_slip("pack.toml", "name = ", "name == ", "this is not TOML");
    check_slip("forms/f1.toml", "type = \"name\"", "type = \"nme\"", "the type 'nme' is not known");
    check_slip("forms/f1.toml", "required = \"must\"", "required = \"yes\"",
               "'required' must be must, when or optional");
    check_slip("forms/f1.toml", "code = \"F1.02\"", "code = \"F1.01\"", "the field F1.01 is there twice");
    check_slip("forms/f1.toml", "code = \"F1.02\"", "code = \"G1.02\"", "must look like F1.06");
    check_slip("forms/f1.toml", "show = 'F1.91 in [\"代填\"", "show = 'F1.91 in [\"代写\"",
               "'F1.91' can never be '代写'");
    check_slip("forms/f1.toml", "show = 'F1.91 in", "show = 'F1.99 in", "'F1.99' is no field of this form");
    check_slip("forms/f1.toml", "show = 'F1.91 in", "show = 'F1.91 on", "goes wrong at column");
    check_slip("forms/f1.toml", "from = 'sex(F1.06)'", "from = 'sexy(F1.06)'", "unknown function");
    check_slip("forms/f1.toml", "from = 'sum(F1.51.年收入)'", "from = 'F1.52 + 1'", "computed from itself");
    check_slip("forms/f1.toml", "from = 'sum(F1.51.年收入)'", "from = 'sum(F1.51.月收入)'",
               "'F1.51.月收入' is no field");
    check_slip("forms/f1.toml", "kind = \"citizen\"", "kind = \"citzen\"", "needs a kind that this type knows");
    check_slip("forms/f1.toml", "role = \"state\"", "role = \"stat\"", "needs a column with role = \"state\"");
    check_slip("forms/steps.toml", "\"F1.02\"", "\"F1.2\"", "asks for 'F1.2', which the form does not have");
    check_slip("forms/steps.toml", "id = \"helper\"", "id = \"friend\"", "must be one of self, guardian");
    check_slip("rules/screening.toml", "G3 == \"no\"", "G8 == \"no\"", "'G8' is no key of the screening");
    check_slip("rules/screening.toml", "G3 == \"no\"", "G3 == \"nein\"", "'G3' can never be 'nein'");
    check_slip("rules/screening.toml", "G3 == \"no\"", "G3 == \"unknown\"", "write unknown(G3)");
    check_slip("rules/screening.toml", "primary = \"OUT-C\"", "primary = \"OUT-X\"",
               "'OUT-X', which is no [[outcome]]");
    check_slip("rules/screening.toml", "key = \"G7\"", "key = \"G6\"", "no question has the key G7");
    check_slip("rules/doors.toml", "[[door]]\nid = \"N04\"", "[[door]]\nid = \"N01\"", "the door N01 is there twice");
    check_slip("guides/questions.toml", "n = 2", "n = 3", "'n' must count");
    check_slip("guides/topics.toml", "title = ", "title = 7 #", "'title' must be a text");
    check_slip("documents/notice.toml", "paragraphs = ", "paragrafs = ", "'paragraphs' must be a list");
    check_slip("documents/consent.toml", "code = \"F3.2\"", "code = \"F3.9\"", "F3.9 is no field of the form");
    check_slip("text/errors.toml", "\"identity.checksum\"", "\"identity.chekcsum\"",
               "no sentence for 'identity.checksum'");
    check_slip("text/status.toml", "id = \"RECEIVED\"", "id = \"RECIEVED\"", "the status RECEIVED is missing");
    check_slip("text/slip.toml", "title = ", "\"b@d\" = ", "the key 'slip.b@d'");
    check_slip("calendar/2026.toml", "year = 2026", "year = 2027", "no day of 2027");
    check_slip("calendar/2026.toml", "\"2026-01-04\"", "\"2026-01-05\"", "no Saturday or Sunday");
    check_slip("calendar/2026.toml", "\"2026-01-01\"", "\"2026-01-04\"", "both a holiday and a working day");
    check_slip("areas.toml", "code = \"110000\"", "code = \"1100\"", "must have six digits");
    check_slip("names.toml", "\"申屠\"", "\"申\"", "must have two characters");
    check_slip("words.toml", "\"桐庐 tong2 lu2\"", "\"桐庐 tong2\"", "has 2 characters and 1 sounds");
    check_slip("words.toml", "\"桐庐 tong2 lu2\"", "\"桐庐 tong2 lu6\"", "is no syllable of pinyin with a tone");
    check_slip("words.toml", "\"桐庐 tong2 lu2\"", "\"桐庐 tong2 luu2\"", "is no syllable of pinyin with a tone");
    check_slip("words.toml", "\"桐庐 tong2 lu2\"", "\"tonglu tong2 lu2\"", "must begin with Chinese characters only");
    check_slip("words.toml", "\"桐庐 tong2 lu2\"", "\"桐庐县 tong2 lu2 xian4\"", "twice; remove one");
    check_slip("amounts.toml", "yuan = \"8000.00\"", "yuan = \"8,00\"", "'yuan' must be an amount");
    check_slip("contacts.toml", "number = ", "nummer = ", "'number' is missing");
    check_slip("forms/example.json", "330199198603140177", "330199198603140178", "F1.06: identity.checksum");
    check_slip("forms/example.json", "{", "[", "is not valid JSON");
}

TEST_CASE("full-width signs and other strays outside quotation marks are named with their line") {
    const auto names = [](std::string_view text) {
        Files files = test::demo_files();
        files["names.toml"] = base::to_bytes(text);
        return problems_of(files);
    };
    // Characters of the blocks in which toml++ 3.3 would run into undefined behaviour: Latin, Cyrillic, CJK signs.
    for (const char* stray : {"é", "я", "，", "、", "名", "𫖯"}) {
        const std::string problems =
            names(std::string("# 注释\ncompound_surnames = [\"申屠\"") + stray + " \"欧阳\"]\n");
        CHECK_MESSAGE(problems.starts_with("names.toml:2: this is not TOML: a character beyond ASCII"), problems);
    }
    CHECK(names(std::string("\xEF\xBB\xBF") + "compound_surnames = ['申屠'] # 注释\n").empty());
    CHECK(names("compound_surnames = [\"\"\"申屠\"\"\", '''欧阳''', \"\\u4e0a官\"] # \"\n").empty());
    CHECK(names("compound_surnames = [\"申屠\\\"，\"]\n").find("must have two characters") != std::string::npos);
    CHECK(names("compound_surnames = [\"申屠\n，\"]\n").find("this is not TOML") != std::string::npos);
    CHECK(names("compound_surnames = [\"\"\"申屠").find("this is not TOML") != std::string::npos);
    // The other places where that parser would ask the wrong question.
    for (const char* text :
         {"\"名\" = 1\n", "a.\"名\" = 1\n", "[\"名\"]\n", "[[a.'名']]\n", "a = 1\"名\"\n", "a = {\"名\" = 1}\n",
          "a = {b = 1, '名' = 2}\n", "a = \"\"\"\\名\"\"\"\n", "a = \"\"\"\\\n 名\"\"\"\n", "a = \"b\"\"名\"\n"}) {
        CHECK_MESSAGE(names(text).starts_with("names.toml:1: this is not TOML: a character beyond ASCII"),
                      text << names(text));
    }
    CHECK(names("compound_surnames = [\n  \"申屠\", # 一\n  '欧阳',\n]\n").empty());
}

TEST_CASE("lines are those of the file") {
    const Reading reading = read(test::with_edit("calendar/2026.toml", "provisional = false", "provisional = 7"));
    REQUIRE(reading.problems.size() == 1);
    const std::string text(base::as_text(test::demo_files().at("calendar/2026.toml")));
    const auto before = text.substr(0, text.find("provisional = false"));
    CHECK(reading.problems[0].line == static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1);
}

TEST_CASE("reported: what only the whole pack can judge is named with its file and line, too") {
    // The line on which `at` stands in the file as it was edited.
    const auto check = [](std::string_view path, std::string_view from, std::string_view to, std::string_view at,
                          std::string_view expected) {
        const Files files = test::with_edit(path, from, to);
        const std::string text(base::as_text(files.at(std::string(path))));
        REQUIRE(text.find(at) != std::string::npos);
        const auto line = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(text.find(at)), '\n') + 1;
        const std::string place = std::string(path) + ":" + std::to_string(line) + ": ";
        const std::string problems = problems_of(files);
        CHECK_MESSAGE(problems.find(place) != std::string::npos, "expected " << place << " in: " << problems);
        CHECK_MESSAGE(problems.find(expected) != std::string::npos, problems);
    };
    const char* doors = "rules/doors.toml";
    check(doors, "contact = \"12348\"", "contact = \"12349\"", "contact = \"12349\"", "is no contact of contacts.toml");
    check(doors, "bodies = [\"12309\"]", "bodies = [\"12310\"]", "bodies = [\"12310\"]", "the body '12310'");
    check(doors, "has(F1.40, \"E1\")", "has(F1.40, \"E0\")", "has(F1.40, \"E0\")", "can never be 'E0'");
    check(doors, "has(needs, \"jobless\")", "has(needs, \"joblos\")", "has(needs, \"joblos\")", "can never be");
    check("forms/f1.toml", "show = 'F1.91 in", "show = 'F1.99 in", "show = 'F1.99 in", "is no field of this form");
    check("rules/screening.toml", "G3 == \"no\"", "G8 == \"no\"", "G8 == \"no\"", "'G8' is no key");
    check("documents/consent.toml", "code = \"F3.2\"", "code = \"F3.9\"", "code = \"F3.9\"", "is no field of the form");
    check("rules/revisit.toml", "value = \"只发短信\"", "value = \"只发微信\"", "value = \"只发微信\"",
          "is no answer to");
    check("text/facts.toml", "年份后面是“浙0199”", "年份后面是“浙0198”", "\"fact.filed.court\"", "must say '浙0199'");
    check("pack.toml", "case_court = \"浙0199\"", "case_court = \"浙0199司\"", "case_court", "after the year");
    check("modules/legal_aid.toml", "door = \"", "door = \"X", "door = \"X", "there is no door");
    // Words that others may read or hear: in which of the files of words they stand.
    const std::string word = test::demo_pack().never_tell.front();
    for (const auto& [path, content] : test::demo_files()) {
        const std::string text(base::as_text(content));
        const std::size_t at = path.starts_with("text/") ? text.find("\"sms.") : std::string::npos;
        if (at == std::string::npos) continue;
        const std::size_t end = text.find(" = \"", at);
        REQUIRE(end != std::string::npos);
        const std::string key = text.substr(at, end + 4 - at);
        check(path, key, key + word, key, "which others must not read or hear");
    }
}

TEST_CASE("reported: the line of a problem is that of the very entry") {
    struct Slip {
        std::string_view path, from, to, expected;
    };
    // What is put in stands on a line of its own, and that line is the one that is named.
    for (const Slip& slip : {
             Slip{"rules/screening.toml", "primary = \"OUT-C\"", "primary = \"OUT-X\"", "'OUT-X', which is no"},
             Slip{"rules/screening.toml", "also = [\"OUT-B\"]", "also = [\"OUT-B\",\n\"OUT-Y\"]", "'OUT-Y', which"},
             Slip{"modules/legal_aid.toml", "[[act]]", "[[stage]]\nid = \"far\"\nsay = \"x\"\n[[act]]",
                  "no act leads to the stage 'far'"},
             Slip{"modules/legal_aid.toml", "id = \"sent\"", "id = \"told\"", "the stage 'told' is there twice"},
             Slip{"modules/legal_aid.toml", "id = \"legal_aid\"", "id = \"legal\"", "the file's name and 'id' differ"},
             Slip{"forms/example.json", "\"F1.42\": 9,", "\"F1.42\": \"x\",", "F1.42: "},
             Slip{"forms/example.json", "\"F1.43\": {\"总额\": \"71500\"", "\"F1.43\": {\n\"总额\": \"-1\"",
                  "F1.43.总额: money.negative"},
             Slip{"forms/example.json", "{\"关系\": \"妻\"", "{\"关系\": \"妻\",\n\"年龄\": \"成年\"",
                  "F1.51[2] has a part '年龄'"},
             Slip{"forms/example.json", "[\"重伤\", \"伤残等级\"]", "[\"重伤\",\n7\n, \"伤残等级\"]",
                  "F1.41[2] must be a text"},
             Slip{"forms/example.json", "\"F1.44\": \"无\"", "\"F1.44\": \"无\",\n\"F1.99\": 1", "'F1.99' is no field"},
             Slip{"forms/example.json", "\"F1.44\": \"无\"", "\"F1.44\" \"无\"", "is not valid JSON"},
             Slip{"forms/example.json", "\"F1.44\": \"无\"", "\"F1.44\": \"无\",\n\"F1.44\": \"无\"", "a key twice"},
         }) {
        const Files files = test::with_edit(slip.path, slip.from, slip.to);
        const std::string text(base::as_text(files.at(std::string(slip.path))));
        const std::string before(base::as_text(test::demo_files().at(std::string(slip.path))));
        std::size_t at = before.find(slip.from);
        // The last line that was put in, or of a whole [[stage]] its first.
        const std::size_t last = slip.to.starts_with("[[") ? std::string_view::npos : slip.to.rfind('\n');
        if (last != std::string_view::npos) at += last + 1;
        if (slip.to.find("\n7\n") != std::string_view::npos) at = text.find("\n7\n") + 1;
        const auto line = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1;
        const std::string place = std::string(slip.path) + ":" + std::to_string(line) + ": ";
        const std::string problems = problems_of(files);
        bool named = false;
        for (std::size_t from = problems.find(place); from != std::string::npos; from = problems.find(place, from + 1))
            named = named ||
                    problems.substr(from, problems.find('\n', from) - from).find(slip.expected) != std::string::npos;
        CHECK_MESSAGE(named, "expected " << place << slip.expected << " in: " << problems);
    }
    // What stands nowhere has no line of its own.
    const std::string lacking = problems_of(test::with_edit("forms/example.json", "\"F1.42\": 9,", ""));
    CHECK_MESSAGE((lacking.empty() || lacking.starts_with("forms/example.json:1: F1.42")), lacking);
}

TEST_CASE("no text may say what no screen may say") {
    for (const char* path : {"rules/screening.toml", "guides/topics.toml", "text/errors.toml", "rules/doors.toml"}) {
        const std::string text(base::as_text(test::demo_files().at(path)));
        const std::size_t at = text.find("。");
        REQUIRE(at != std::string::npos);
        Files files = test::demo_files();
        files[path] = base::to_bytes(text.substr(0, at) + "，您被拒绝了" + text.substr(at));
        const std::string problems = problems_of(files);
        CHECK_MESSAGE(problems.find("'拒绝', which no screen may say") != std::string::npos, path << ": " << problems);
    }
    for (const auto& file : test::demo_files()) {
        if (file.first == "pack.toml") continue;
        CHECK_MESSAGE(base::as_text(file.second).find("不符合") == std::string_view::npos, file.first);
    }
}

TEST_CASE("missing, strange, empty and broken files are named, and all at once") {
    Files files = test::demo_files();
    files.erase("names.toml");
    files["rules/secret.toml"] = base::to_bytes("a = 1");
    files["areas.toml"] = base::to_bytes("\xFF\xFE");
    files["dictionary/d1.bin"].clear();
    const std::string problems = problems_of(files);
    CHECK(problems.find("names.toml: the file is missing") != std::string::npos);
    CHECK(problems.find("rules/secret.toml: no such file belongs into a pack") != std::string::npos);
    CHECK(problems.find("areas.toml: the file is not UTF-8") != std::string::npos);
    CHECK(problems.find("dictionary/d1.bin: the file must have 1 to 16384 bytes") != std::string::npos);
    const auto parsed = parse(files);
    REQUIRE_FALSE(parsed);
    CHECK(parsed.error().code == "pack.problem");
    CHECK(parsed.error().message.find("(and ") != std::string::npos);
}

TEST_CASE("an empty pack is no pack, and problems are counted only so far") {
    CHECK(read({}).problems.size() >= 10);
    Files files = test::demo_files();
    std::string many;
    for (int i = 0; i < 1000; ++i)
        many += "key" + std::to_string(i) + " = 1\n";
    files["names.toml"] = base::to_bytes(many);
    CHECK(read(files).problems.size() == kPackProblemsMax);
}

TEST_CASE("reported: a dictionary that no record could be packed with does not pass") {
    Files files = test::demo_files();
    files["dictionary/d1.bin"] = base::Bytes(seal::Dictionary::kSizeMax + 1, 7);
    CHECK(problems_of(files).find("dictionary/d1.bin: the file must have 1 to 16384 bytes") != std::string::npos);
    files["dictionary/d1.bin"] = base::Bytes(seal::Dictionary::kSizeMax, 7);
    CHECK(problems_of(files).empty());
    const auto with_id = [](const std::string& id) {
        return test::with_edit("pack.toml", "dictionary_id = 1", "dictionary_id = " + id);
    };
    CHECK(problems_of(with_id("0")).find("'dictionary_id' must lie between 1 and 65535") != std::string::npos);
    CHECK(problems_of(with_id("65536")).find("'dictionary_id' must lie between") != std::string::npos);
    const Reading reading = read(with_id("65535"));
    REQUIRE(reading.pack);
    seal::Dictionaries known;
    CHECK(known.add({static_cast<seal::DictionaryId>(reading.pack->dictionary_id), reading.pack->dictionary}));
}

TEST_CASE("a name under which no record could be filed does not pass") {
    for (const char* name :
         {"Zhejiang", "zhejiang_demo", "zhejiang.demo", "浙江", "a2345678901234567890123456789012345678901"}) {
        const Files files =
            test::with_edit("pack.toml", "name = \"zhejiang-demo\"", "name = \"" + std::string(name) + "\"");
        CHECK(problems_of(files).find("'name' must be 1 to 40 of the characters a-z 0-9 -") != std::string::npos);
    }
    seal::Body body;
    body.author = base::MachineId{};
    body.seq = 1;
    body.kind = "application";
    body.payload = "{}";
    body.pack = {test::demo_pack().name, static_cast<std::uint32_t>(test::demo_pack().version)};
    CHECK(seal::encode_body(body));
    body.pack.name = "Zhejiang";
    CHECK_FALSE(seal::encode_body(body));
}

TEST_CASE("reported: one slip is one problem, not one for everything that follows from it") {
    const auto count = [](std::string_view path, std::string_view from, std::string_view to) {
        const Reading reading = read(test::with_edit(path, from, to));
        for (const PackProblem& problem : reading.problems)
            CHECK_MESSAGE(problem.file == path, problem.text());
        CHECK(reading.problems_total == reading.problems.size());
        return reading.problems.size();
    };
    CHECK(count("forms/f1.toml", "[[field]]", "[[field]") == 1);
    CHECK(count("forms/f1.toml", "[[field]]\ncode = \"F1.01\"", "[[feild]]\ncode = \"F1.01\"") == 1);
    CHECK(count("forms/f1.toml", "id = \"who\"", "id = \"whom\"") == 1);
    CHECK(count("forms/f1.toml", "unknown = ", "unkown = ") == 2);  // one key is not known, another is missing
    CHECK(count("rules/screening.toml", "[[outcome]]", "[[outcome]") == 1);
    CHECK(count("pack.toml", "dictionary = ", "dictionary == ") == 1);
    CHECK(count("guides/questions.toml", "n = 2\n", "n = 22\n") <= 2);
    CHECK(count("text/errors.toml", "\"answer.required\" = ", "\"answer.required\" = = ") == 1);
}

TEST_CASE("reported: what is left out of a long list is counted") {
    Files files = test::demo_files();
    std::string many;
    for (int i = 0; i < 1000; ++i)
        many += "key" + std::to_string(i) + " = 1\n";
    files["names.toml"] = base::to_bytes(many);
    const Reading reading = read(files);
    REQUIRE(reading.problems.size() == kPackProblemsMax);
    CHECK(reading.problems_total == 1001);  // and the names are missing
    CHECK(reading.problems.back().what.starts_with("and 802 more problems"));
    CHECK(parse(files).error().message.find("(and 1000 more;") != std::string::npos);
}

TEST_CASE("a problem is one line whatever stands in the file") {
    const std::string problems =
        problems_of(test::with_edit("names.toml", "compound_surnames", "\"a\\nb\\u202e\" = 1\ncompound_surnames"));
    CHECK(problems ==
          "names.toml:2: the key 'a\\u000ab\\u202e' is not known here; remove it or correct its spelling\n");
}

TEST_CASE("sentences speak the words of the pack and name the place") {
    domain::Problem problem;
    problem.field = "F1.51";
    problem.row = 1;
    problem.part = "年收入";
    problem.code = "money.negative";
    const std::string sentence = pack::sentence(test::demo_pack(), problem);
    CHECK(sentence.starts_with("F1.51[2].年收入 "));
    CHECK(sentence.find("[money") == std::string::npos);
}

TEST_CASE("words: parameters are filled, a missing key is visible") {
    Words words;
    CHECK(words.add("a", "最多{max}个字，{who}"));
    CHECK_FALSE(words.add("a", "x"));
    CHECK(words.text("a", {{"max", "50"}, {"unused", "x"}}) == "最多50个字，{who}");
    CHECK(words.text("b") == "[b]");
    CHECK(fill("{", {}) == "{");
    CHECK(fill("a}b{c}", {{"c", "{c}"}}) == "a}b{c}");
}

TEST_CASE("a folder on disk: hidden files and notes are left out, links and strange names are not let in") {
    namespace fs = std::filesystem;
    std::string name = (fs::temp_directory_path() / "courtyard_pack_XXXXXX").string();
    const fs::path folder = ::mkdtemp(name.data());
    fs::create_directories(folder / "text" / ".git");
    const auto put = [&](const char* path) { std::ofstream(folder / path) << "x"; };
    put("pack.toml");
    put("README.md");
    put(".hidden");
    put("text/ui.toml");
    put("text/ui.toml~");
    put("text/.git/config");
    const auto files = read_folder(folder);
    REQUIRE(files);
    CHECK(files->size() == 2);
    CHECK(files->contains("text/ui.toml"));
    put("text/名.toml");
    CHECK(read_folder(folder).error().code == "pack.path");
    fs::remove(folder / "text" / "名.toml");
    fs::create_symlink("/etc/passwd", folder / "text" / "more.toml");
    CHECK(read_folder(folder).error().code == "pack.path");
    fs::remove_all(folder);
    CHECK(read_folder(folder).error().code == "pack.folder");
    CHECK(load(folder).error().code == "pack.folder");
}
