// A court writes its papers itself: every slip of the pen is named with file and line.
#include "app/pack/court_template.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "app/pack/readers.hpp"
#include "sync/base/random.hpp"
#include "tests/unit/pack/demo_pack.hpp"

using namespace courtyard;
using namespace courtyard::pack;

namespace {

const std::string kHead = "title = \"t\"\nabout = \"filed\"\nserved = true\nbody = \"\"\"\n";  // four lines

// Problems of a paper of the court's own whose body is this; its first line is line 5 of the file.
std::string of_body(const std::string& body, const std::string& about = "filed") {
    Files files = test::demo_files();
    std::string head = kHead;
    head.replace(head.find("filed"), std::string_view("filed").size(), about);
    files["documents/court/own.toml"] = base::to_bytes(head + body + "\n\"\"\"\n");
    return test::problems_of(files);
}

// A paper of the demonstration pack with the first `from` read as `to`.
void check_paper(std::string_view id, std::string_view from, std::string_view to, std::string_view expected) {
    const std::string path = "documents/court/" + std::string(id) + ".toml";
    const std::string problems = test::problems_of(test::with_edit(path, from, to));
    const std::string told = expected.empty() ? std::string() : path + ":" + std::string(expected);
    CHECK_MESSAGE((expected.empty() ? problems.empty() : problems.starts_with(told)),
                  id << " with " << to << " gives: " << problems);
}

// The line of the demonstration pack's paper in which this stands, as a message begins with it.
std::string line_of(std::string_view id, std::string_view words) {
    const auto& file = test::demo_files().at("documents/court/" + std::string(id) + ".toml");
    const std::string_view text = base::as_text(file);
    const std::size_t at = text.find(words);
    REQUIRE(at != std::string_view::npos);
    return std::to_string(1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n')) + ": ";
}

void check(const std::string& body, const std::string& expected) {
    const std::string problems = of_body(body);
    CHECK_MESSAGE(problems.starts_with("documents/court/own.toml:" + expected), body << " gives: " << problems);
    CHECK_MESSAGE(std::count(problems.begin(), problems.end(), '\n') == 1, problems);  // causes only
}

}  // namespace

TEST_CASE("a sound paper of the court's own is no problem, whatever it is made of") {
    CHECK(of_body("第一段{applicant}，{amount|capital}，{decided_on|chinese}。", "pay_ordered") == "");
    CHECK(of_body("{if handler}\n# 一、{handler}\n{else}\n> {sign 10}\n{end}\n{each paper of "
                  "more_papers}\n{paper.n}．{paper}\n{end}") == "");
    CHECK(
        of_body("{columns 2 3}\n| *a | {order_way|boxes} |\n| *b | {if order_way is cash}{order_amount}{else}—{end} |",
                "pay_ordered") == "");
    CHECK(of_body("{each row of F1.51}\n{columns 1 1}\n| {row.关系} | {row.年收入} |\n{end}\n* "
                  "{F1.36.判赔金额}{br}{contact.12368.number}") == "");
    CHECK(court_templates(test::demo_pack()).size() >= court_papers().size());
    CHECK(court_template(test::demo_pack(), "none").error().code == "paper.unknown");
}

TEST_CASE("what is wrong in the body is named with its line") {
    check("一\n二{aplicant}", "6: the blank {aplicant} is not known; do you mean {applicant}?");
    check("{nothing_like_it_at_all}",
          "5: the blank {nothing_like_it_at_all} is not known; courtyardctl papers blanks lists all");
    check("一\n\n{if amount}\n二", "7: this {if …} or {each …} has no {end}");
    check("一\n{end}", "6: this {end} has no {if …} or {each …} before it");
    check("{else}", "5: this {else} has no {if …} before it");
    check("一{if amount}二", "5: an {if …} inside a line must have its {end} in the same line");
    check("一{end}二", "5: this {end} stands in a line that has no {if …} before it");
    check("一{amount", "5: a '{' has no '}' behind it");
    check("一}二", "5: a '}' has no '{' before it");
    check("{if amount or so}\n一\n{end}", "5: '{if amount or so}' must be like");
    check("{if order_way is cheque}\n一\n{end}",
          "5: 'order_way' can never be 'cheque'; it is one of: transfer cash entrusted");
    check("{each paper in more_papers}\n一\n{end}", "5: '{each paper in more_papers}' must be like");
    check("{each paper of applicant}\n一\n{end}", "5: 'applicant' is no list");
    check("{each row of proofs}\n| {row.size} |\n{end}",
          "6: 'row.size': the list proofs has no part 'size'; it has n paper from says");
    check("{proofs}", "5: {proofs} has rows: write {each row of proofs}");
    check("{F1.99}", "5: 'F1.99' is no field of the form");
    check("{F1.36}", "5: 'F1.36' has parts");
    check("{F1.36.判决}", "5: 'F1.36' has no part '判决'");
    check("{F1.80.户名}", "5: the account of the form stands on papers about a payment only");
    check("{account}", "5: the blank {account} stands only in papers about pay_ordered or urgent_paid");
    check("{contact.nobody.name}", "5: 'contact.nobody.name' must be like");
    check("{applicant|capital}", "5: '|capital' is for money");
    check("{amount|chinese}", "5: '|chinese' is for days");
    check("{amount|big}", "5: '|big' is not known");
    check("{sign 99}", "5: {sign} may have a number from 1 to 40");
    check("{columns 1 x}", "5: {columns …} takes whole numbers");
    check("{columns 1 2}\n| a | b | c |", "6: the row has 3 cells, and {columns …} above it 2");
    check("| a | b", "5: a row of a table must end with '|'");
    check("一\n二\n您不符合条件", "7: the text says '不符合'");
    check("一\n二\n三\\u200b四", "7: 'body' has a control or invisible character");
    check("一\n二\t三", "6: 'body' has a control or invisible character");
    check("一\n二｛applicant｝", "6: '｛' is a full-width sign and fills no blank; write '{'");
    check("一\n二{applicant}｝", "6: '｝' is a full-width sign and fills no blank; write '}'");
    check("一\n\n｜*甲｜", "7: '｜' is a full-width sign and fills no blank; write '|'");
    check("一\n二{revisit_on}", "6: the blank {revisit_on} tells of the act 'revisit_made', of which a case has many");
    check("{referral_body}", "5: the blank {referral_body} tells of the act 'referred'");
    check("{paused_until}", "5: the blank {paused_until} stands only in papers about clock_paused");
    check("{paused_papers}", "5: the blank {paused_papers} tells of the act 'clock_paused', of which a case has many");
    check("{hearing_day}", "5: the blank {hearing_day} tells of the act 'hearing_called', of which a case has many");
    check("", "4: 'body' is empty");
}

TEST_CASE("what must stand in a paper stands in every case that its tests tell apart") {
    const std::string grant = "给予救助申请人{applicant}{if fellows}及上列共同申请人{end}";
    const std::string sum = "国家司法救助金人民币{amount}（大写：{amount|capital}）。";
    const std::string line = line_of("decision_grant", grant);
    const auto with = [&](const std::string& to, const std::string& expected) {
        check_paper("decision_grant", grant + sum, to, expected);
    };
    // One branch alone; the line is the one in which it stands.
    with("{if guarded}\n" + grant + sum + "\n{end}",
         std::to_string(std::stoi(line) + 1) +
             ": the blank {amount} must stand in this paper; here it stands in some cases alone");
    with(grant + "{if guarded}国家司法救助金人民币{amount}{end}（大写：{amount|capital}）。",
         line + "the blank {amount} must stand in this paper; here it stands in some cases alone");
    with("{if guarded}\n" + grant + sum + "\n{else}\n{if fellows}\n" + sum + "\n{end}\n{end}",
         std::to_string(std::stoi(line) + 1) + ": the blank {amount} must stand");
    with("{if result is refuse}" + grant + sum + "{end}", line + "the blank {amount} must stand");
    // Every branch, whichever way it is written.
    with("{if guarded}\n" + grant + sum + "\n{else}\n" + sum + "\n{end}", "");
    with("{if guarded}\n" + sum + "\n{end}\n{if not guarded}\n" + sum + "\n{end}", "");
    with("{if guarded}" + sum + "{else}{if fellows}" + sum + "{else}" + sum + "{end}{end}", "");
    with("{if decided_by is panel}" + sum + "{end}{if decided_by is committee}" + sum +
             "{end}{if decided_by is adjudication}" + sum + "{end}",
         "");
    // A test of the blank itself leaves out what is not there, and 'only' of the paper says which case it is.
    with("{if amount}" + grant + sum + "{end}", "");
    with("{if result is grant}" + grant + sum + "{end}", "");
}

TEST_CASE("what some cases alone need must stand in those, and the day of a paper below the court's name") {
    const std::string until = "请在{recovery_until}前，";
    check_paper("decision_recover", until, "请",
                "6: the blank {recovery_until} must stand in this paper; add it where "
                "'not recovery_ground is enforced' holds");
    check_paper("decision_recover", "的国家司法救助金人民币{recovery_amount}（大写", "的国家司法救助金人民币（大写",
                line_of("decision_recover", "追回被救助人{applicant}的") + "the blank {recovery_amount} must stand");
    check_paper("decision_recover", "追回被救助人{applicant}的国家司法救助金人民币{recovery_amount}",
                "追回被救助人{applicant}的国家司法救助金人民币",
                line_of("decision_recover", "从原案件执行到位的款项") + "the blank {recovery_amount} must stand");
    check_paper("report", "{if report_proposal is grant}，救助金额", "{if report_wage}，救助金额",
                line_of("report", "，救助金额") +
                    "the blank {report_amount} must stand in this paper where "
                    "'report_proposal is grant' holds");
    check_paper("acceptance", "> {filed_on|chinese}\n", "", "6: the day of the paper must stand at its end");
    check_paper("acceptance", "> {filed_on|chinese}", "> {received_on|chinese}",
                "6: the day of the paper must stand at its end, on a line of its own: > {filed_on|chinese}");
    check_paper("decision_grant", "> {decided_on|chinese}", "> {filed_on|chinese}",
                line_of("decision_grant", "body =") + "the blank {decided_on} must stand in this paper; add it");
    // What a later act tells is never there.
    check_paper("acceptance", "> {filed_on|chinese}", "> {filed_on|chinese}\n> {decided_on|chinese}",
                std::to_string(std::stoi(line_of("acceptance", "> {filed_on")) + 1) +
                    ": the blank {decided_on} tells of the act 'decided', which comes after 'filed'");
    const std::string hearing =
        test::problems_of(test::with_edit("documents/court/hearing.toml", "{hearing_called_on|", "{decided_on|"));
    CHECK(hearing.find(":6: the blank {hearing_called_on} must stand in this paper; add it\n") != std::string::npos);
    CHECK_MESSAGE(hearing.find(":" + line_of("hearing", "> {hearing_called_on") +
                               "the blank {decided_on} tells of the act 'decided', which comes after "
                               "'hearing_called': here it is never filled\n") != std::string::npos,
                  hearing);
    // The controls: what may be known by then; what a test leaves out where it is not.
    CHECK(of_body("{amount}", "hearing_called").find("comes after 'hearing_called'") != std::string::npos);
    CHECK(of_body("{amount}", "payment_stopped") == "");
    CHECK(of_body("{filed_on}{report_on}{more_on}", "hearing_called") == "");
    CHECK(of_body("{if amount}{amount}{end}", "hearing_called") == "");
    CHECK(of_body("{amount}{today}", "hearing_called") == "");
    CHECK(of_body("{more_on}{abandoned_on}", "more_asked") == "");
    // A machine takes what was signed.
    CHECK(parse(test::with_edit("documents/court/decision_recover.toml", until, "请"), Reader::Machine).has_value());
}

TEST_CASE("a sum of a module's paper stands in capital characters, too") {
    const auto with = [](std::string_view from, std::string_view to, std::string_view expected) {
        const std::string problems = test::problems_of(test::with_edit("modules/fee_relief.toml", from, to));
        CHECK_MESSAGE((expected.empty() ? problems.empty() : problems.find(expected) != std::string::npos),
                      to << " gives: " << problems);
    };
    const std::string_view file = base::as_text(test::demo_files().at("modules/fee_relief.toml"));
    const auto at = static_cast<std::ptrdiff_t>(file.find("还要交{pays}（"));
    const std::string line = std::to_string(1 + std::count(file.begin(), file.begin() + at, '\n'));
    with("还要交{pays}（大写：{pays|capital}）", "还要交{pays}",
         "modules/fee_relief.toml:" + line + ": the paper 'notice' names the sum {pays} in figures alone");
    with("{fee}（大写：{fee|capital}）。本院审查后，依照", "{fee}。本院审查后，依照",
         ": the paper 'notice' names the sum {fee} in figures alone; add {fee|capital} beside it");
    // Said once for all of what stands inside; in one branch it says nothing of the other.
    with("{else}{fee}（大写：{fee|capital}）{end}，", "{else}{fee}{end}，", "");
    with("为{fee}（大写：{fee|capital}）。本院审查后，依照", "为{fee}{if suit}（大写：{fee|capital}）{end}。依照",
         "names the sum {fee} in figures alone");
}

TEST_CASE("a test that asks for a word which the answer can never be is named, with the words that it can be") {
    check("{if F1.03 is 男性}\n一\n{end}", "5: 'F1.03' can never be '男性'; it is one of: 男 女");
    check("{each fellow of F1.15}\n{if not fellow.意愿 is 不申請}\n{fellow.姓名}\n{end}\n{end}",
          "6: 'fellow.意愿' can never be '不申請'; it is one of: 愿意 不申请 还没问到 没有");
    check("一{if F1.22 is 代领}二{end}", "5: 'F1.22' can never be '代领'");
    check("{if amount is 5}\n一\n{end}", "5: 'amount' can never be '5'; a test can only ask whether it is there");
    check("{if visit_read_back is ja}\n一\n{end}", "5: 'visit_read_back' can never be 'ja'; it is one of: yes no");
    check("{if F1.15 is 没有}\n一\n{end}", "5: 'F1.15' can never be '没有'; a test can only ask");
    // What can be said, in words of the form or of one's own, may be asked.
    CHECK(of_body("{if F1.03 is 男}\n一\n{end}\n{if not F1.30 is 测试县人民法院}\n二\n{end}") == "");
    CHECK(of_body("{each fellow of F1.15}\n{if not fellow.意愿 is 不申请}\n{fellow.姓名}{if fellow.关系 is "
                  "表哥}（表哥）{end}\n"
                  "{end}\n{end}\n{if visit_read_back is yes}\n一\n{end}") == "");
}

TEST_CASE("the line of the file is named wherever the body begins") {
    const auto of_file = [](const std::string& body) {
        Files files = test::demo_files();
        files["documents/court/own.toml"] =
            base::to_bytes("title = \"t\"\nabout = \"filed\"\nserved = true\n" + body + "\n");
        return test::problems_of(files);
    };
    const auto at = [&](const std::string& body, const char* line) {
        const std::string problems = of_file(body);
        CHECK_MESSAGE(problems.starts_with("documents/court/own.toml:" + std::string(line) + ": the blank {x} is not"),
                      body << " gives: " << problems);
    };
    at("body = \"\"\"\n一\n{x}\n\"\"\"", "6");
    at("body = \"\"\"一\n{x}\n\"\"\"", "5");
    at("body = \"\"\"{x}\"\"\"", "4");
    at("body = \"{x}\"", "4");
    at("body = \"一\\n二\\n{x}\"", "4");
    at("body = '{x}'", "4");
    at("body = '''\n一\\n\n{x}'''", "6");
    at("body = \"\"\"\r\n一\r\n{x}\r\n\"\"\"", "6");
    at("body = \"\"\"\na \\\n   b\n{x}\"\"\"", "7");
    at("body = \"\"\"\n一\\u000A二\n{x}\"\"\"", "6");
    at("number = \"{number}\"\nbody = \"\"\"\n一\n\n{x}\"\"\"", "8");
    at("\"body\"   =\t\"\"\"\n一\n{x}\"\"\"", "6");
    // Words that no screen may say are found by the same lines, in lists too.
    CHECK(of_file("body = \"\"\"一\n您不符合条件\"\"\"").starts_with("documents/court/own.toml:5: the text says"));
    CHECK(of_file("body = \"一\"\nnotes = [\n  \"一\",\n  \"您不符合条件\",\n]")
              .starts_with("documents/court/own.toml:7: the text says"));
}

TEST_CASE("what is wrong in the head, or missing in a paper that must have it, is named") {
    const auto names = [](std::string_view path, std::string_view from, std::string_view to,
                          std::string_view expected) {
        const std::string problems = test::problems_of(test::with_edit(path, from, to));
        CHECK_MESSAGE(problems.find(expected) != std::string::npos, problems);
    };
    const std::string grant = "documents/court/decision_grant.toml";
    names(grant, "about = \"decided\"", "about = \"filed\"", grant + ":2: 'about' of this paper must be \"decided\"");
    names(grant, "served = true", "serve = true", "the key 'serve' is not known here");
    names(grant, "served = true", "served = false", grant + ":4: 'served' of this paper must be true");
    names(grant, "> {court}", "> 本院", ": the blank {court} must stand in this paper: it is signed by the court");
    names(grant, "only = \"result is grant\"\n", "", "'only' of this paper must be \"result is grant\"");
    names("documents/court/decision_refuse.toml", "only = \"result is refuse\"", "only = \"result is grant\"",
          "documents/court/decision_refuse.toml:4: 'only' of this paper must be \"result is refuse\"");
    names(grant, "title = \"国家司法救助决定书\"", "title = \"决定书{amount}\"",
          grant + ":1: 'title' is the same in every case and fills no blank");
    names(grant, "    \"依据：《关于", "    \"{amont}依据：《关于", grant + ":7: the blank {amont} is not known");
    names(grant, "    \"依据：《关于", "    \"｛amount｝依据：《关于", grant + ":7: '｛' is a full-width sign");
    names(grant, "    \"依据：《关于", "    \"{amount依据：《关于", grant + ":7: a '{' has no '}' behind it");
    names(grant, "金人民币{amount}（", "金人民币（", "the blank {amount} must stand in this paper; add it");
    names("documents/court/report.toml", "（大写：{report_amount|capital}）", "",
          "the blank {report_amount|capital} must stand in this paper; add it");
    names("modules/fee_relief.toml", "您{if suit}", "您{siut}{if suit}",
          ": the paper 'notice' has the blank {siut}, which no act fills");
    names("modules/fee_relief.toml", "您{if suit}", "您｛suit｝{if suit}", ": '｛' is a full-width sign");
    names("modules/fee_relief.toml", "{contact.aid_office.name}", "{contact.nobody.name}",
          ": the paper 'notice': 'nobody' is no contact of contacts.toml");
    names(grant, "{amount|capital}", "{amount}", "the blank {amount|capital} must stand in this paper; add it");
    names(grant, "only = \"result is grant\"", "only = \"result is yes\"", grant + ":3: 'result' can never be 'yes'");
    // Where money goes by transfer the account stands on the sheet; other ways may leave it out.
    for (const auto& [sheet, way] :
         {std::pair{"payment_sheet", "order_way"}, std::pair{"urgent_sheet", "urgent_way"}}) {
        const std::string path = "documents/court/" + std::string(sheet) + ".toml", name(way);
        Files files = test::demo_files();
        std::string paper(base::as_text(files.at(path)));
        const std::string rows = "{if not " + name + " is cash}";
        const std::size_t at = paper.find(rows);
        REQUIRE(at != std::string::npos);
        paper.replace(at, rows.size(), "{if " + name + " is transfer}");
        files[path] = base::to_bytes(paper);
        CHECK(test::problems_of(files) == "");
        names(path, rows, "{if " + name + " is entrusted}",
              "the blank {account} must stand in this paper where '" + name + " is transfer' holds");
    }
    // What a caller must heed lies on no table at home.
    const std::string form = "documents/court/registration.toml";
    for (const std::string rule : {"F1.11", "F1.11a", "contact_rule", "safe_contact"})
        names(form, "{if safe_contact}已另记", "{" + rule + "}{if safe_contact}已另记",
              ": the blank {" + rule + "} tells how somebody is reached safely");
    names("text/court.toml", "cash = \"现金\"", "coin = \"现金\"",
          ": no program asks for 'court.order_way.coin'; correct its spelling or remove it");
    names("text/court.toml", "cash = \"现金\"", "coin = \"现金\"", ": 'court.order_way.cash' is missing");
    names("text/court.toml", "ticked = ", "tickd = ", "'court.ticked' is missing");
    names("text/court.toml", "agent_relation = ", "agent = ", "'court.agent_relation' is missing");
    // The ways out of a refusal, and whom to ask about any decision.
    for (const char* id : {"decision_refuse", "not_filed"}) {
        const std::string path = "documents/court/" + std::string(id) + ".toml";
        Files files = test::demo_files();
        std::string paper(base::as_text(files.at(path)));
        const std::size_t table = paper.find("{columns 6 6 5}"), end = paper.find("{space}", table);
        REQUIRE(end != std::string::npos);
        paper.erase(table, end - table);
        files[path] = base::to_bytes(paper);
        const std::string problems = test::problems_of(files);
        const std::size_t body =
            1 + static_cast<std::size_t>(
                    std::count(paper.begin(), paper.begin() + static_cast<std::ptrdiff_t>(paper.find("body =")), '\n'));
        for (const char* way : {"12348", "civil_affairs"})
            CHECK_MESSAGE(problems.find(path + ":" + std::to_string(body) + ": the blank {contact." + way +
                                        ".number} must stand in this paper") != std::string::npos,
                          problems);
    }
    for (const char* id : {"decision_grant", "decision_urgent", "decision_recover", "decision_refuse"})
        names("documents/court/" + std::string(id) + ".toml", "{contact.aid_office.number}", "电话",
              "the blank {contact.aid_office.number} must stand in this paper");
    Files files = test::demo_files();
    files.erase("documents/court/hearing.toml");
    CHECK(test::problems_of(files).find("documents/court/hearing.toml: the paper is missing; add it") !=
          std::string::npos);
    // A machine takes a pack from before there were such papers.
    for (auto at = files.begin(); at != files.end();)
        at = at->first.starts_with("documents/court/") || at->first == "text/court.toml" ? files.erase(at)
                                                                                         : std::next(at);
    CHECK(parse(files, Reader::Machine).has_value());
    CHECK_FALSE(parse(files).has_value());
}

TEST_CASE("every name stands once in the list of blanks, and every paper must have blanks that exist") {
    std::set<std::string_view> names;
    for (const BlankRule& blank : court_blanks())
        CHECK_MESSAGE(names.insert(blank.name).second, blank.name);
    CHECK(find_paper("decision_grant") != nullptr);
    CHECK(find_paper("none") == nullptr);
    CHECK(find_blank("vote") == nullptr);
}

TEST_CASE("a paper that is damaged anywhere is read without harm, and every problem lies in it") {
    const Pack& pack = test::demo_pack();
    std::vector<std::pair<std::string, std::string>> papers;
    for (const auto& [path, content] : test::demo_files())
        if (path.starts_with(kCourtFolder)) papers.emplace_back(path, std::string(base::as_text(content)));
    const std::string marks = "{}|#>:=*\n \"";
    int sound = 0, broken = 0;
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        CAPTURE(seed);
        base::SeededRandom random(seed);
        const auto pick = [&random](std::size_t below) {
            std::array<std::uint8_t, 4> bytes{};
            random.fill(bytes);
            const std::size_t value = bytes[0] + 256U * bytes[1] + 65536U * bytes[2];
            return value % below;
        };
        auto [path, text] = papers[pick(papers.size())];
        for (std::size_t edit = 0; edit < 3; ++edit) {
            const std::size_t at = pick(text.size());
            if (pick(2) == 0 && static_cast<unsigned char>(text[at]) < 0x80)
                text.erase(at, 1);
            else if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80)
                text.insert(at, 1, marks[pick(marks.size())]);
        }
        std::size_t line = 0;
        const auto root = parse_toml(text, line);
        if (!root) continue;
        Problems problems;
        CourtTemplate out;
        out.id = "own";
        read_court(*root, {path, problems}, pack, out, Reader::Author);
        problems.is_empty() ? ++sound : ++broken;
        const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
        for (const PackProblem& problem : problems.take())
            CHECK_MESSAGE(problem.line <= lines + 1, problem.text());
    }
    CHECK(sound > 20);  // an added blank harms nothing
    CHECK(broken > 20);
}

TEST_CASE("a paper that must have blanks and has no body says which, in its line") {
    for (const char* empty : {"body = \"\"", "body = \"\"\"\n\"\"\"", "body = \"\"\"\n\n  \n\"\"\""}) {
        Files files = test::demo_files();
        files["documents/court/decision_grant.toml"] =
            base::to_bytes("title = \"t\"\nabout = \"decided\"\nonly = \"result is grant\"\nserved = true\n" +
                           std::string(empty) + "\n");
        const std::string problems = test::problems_of(files);
        for (const char* must :
             {"{applicant}", "{number}", "{amount}", "{amount|capital}", "{reasons}", "{decided_on}"})
            CHECK_MESSAGE(problems.find("documents/court/decision_grant.toml:5: the blank " + std::string(must)) !=
                              std::string::npos,
                          problems);
    }
}

TEST_CASE(
    "a blank of a module's paper that nothing fills, and a contact that nobody is, are named with their very line") {
    const auto named = [](const std::string& blank, const std::string& expected) {
        Files files = test::demo_files();
        std::string text(base::as_text(files.at("modules/fee_relief.toml")));
        const std::string from = "您{if suit}";
        const std::size_t at = text.find(from);
        REQUIRE(at != std::string::npos);
        text.insert(at, blank);
        const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
        files["modules/fee_relief.toml"] = base::to_bytes(text);
        const std::string problems = test::problems_of(files);
        CHECK_MESSAGE(problems.starts_with("modules/fee_relief.toml:" + std::to_string(line) + ": " + expected),
                      problems);
    };
    named("{siut}", "the paper 'notice' has the blank {siut}");
    named("{contact.nobody.name}", "the paper 'notice': 'nobody' is no contact of contacts.toml");
    named("{if contact.nobody.number}一{end}", "the paper 'notice': 'nobody' is no contact of contacts.toml");
    // What a broken file would have told is held against nobody.
    Files files = test::demo_files();
    files["contacts.toml"] = base::to_bytes("x = 1\n");
    const std::string problems = test::problems_of(files);
    CHECK(problems.find("contacts.toml:") != std::string::npos);
    CHECK(problems.find("is no contact of contacts.toml") == std::string::npos);
    // A machine takes the pack as it was signed.
    CHECK(parse(test::with_edit("modules/fee_relief.toml", "{contact.aid_office.name}", "{contact.nobody.name}"),
                Reader::Machine)
              .has_value());
}

TEST_CASE("a machine takes papers that were signed before these things were asked, and prints what stands there") {
    Files files =
        test::with_edit("documents/court/decision_grant.toml", "    \"依据：《关于", "    \"{amont}依据：《关于");
    CHECK_FALSE(parse(files).has_value());
    const auto taken = parse(files, Reader::Machine);
    REQUIRE(taken.has_value());
    const auto paper = court_template(*taken, "decision_grant");
    REQUIRE(paper.has_value());
    REQUIRE(paper->notes.size() == 1);
    CHECK(paper->notes[0][0].text.starts_with("{amont}依据"));
    // The control: what is sound is filled in.
    const Files good =
        test::with_edit("documents/court/decision_grant.toml", "    \"依据：《关于", "    \"{amount}依据：《关于");
    const auto filled = parse(good);
    REQUIRE(filled.has_value());
    CHECK(court_template(*filled, "decision_grant")->notes[0][0].kind == CourtPart::Kind::Blank);
}

TEST_CASE("reported: a paper that goes to another body has no blank for what the person did not agree to") {
    for (const std::string blank : {"phone", "F1.06.number", "F1.71", "F1.01", "reasons", "amount", "original_case",
                                    "village", "document_kind", "application_grounds", "receipt"})
        CHECK_MESSAGE(of_body("{" + blank + "}", "referred")
                          .starts_with("documents/court/own.toml:5: the blank {" + blank + "} would tell a body"),
                      blank << " gives: " << of_body("{" + blank + "}", "referred"));
    CHECK(of_body("\n{each one of fellows}\n{one.name}\n{end}", "referred")
              .starts_with("documents/court/own.toml:6: the blank {fellows} would tell a body"));
    // What stands for some people alone says the same.
    CHECK(
        of_body("一{if F1.71}有病{end}", "referred").starts_with("documents/court/own.toml:5: {if F1.71} would tell"));
    CHECK(of_body("一\n{if not urgent_given}\n二\n{end}", "referred")
              .starts_with("documents/court/own.toml:6: {if urgent_given} would tell"));
    check_paper(
        "referral", "{referral_asks}\n", "{referral_asks}\n联系电话：{phone}\n",
        std::to_string(std::stoi(line_of("referral", "{referral_asks}")) + 1) + ": the blank {phone} would tell");
    // The controls: the referral itself, who is meant, the court's own; and other papers.
    CHECK(of_body("{applicant}{received_on}{referral_asks}{referral_on}{referral_by}{court}{number}{handler}{today}"
                  "{contact.aid_office.number}{referral_shared}",
                  "referred") == "");
    CHECK(of_body("{if organisation}一{end}{if guarded}二{end}{if safe_contact}三{end}{if referral_within}四{end}",
                  "referred") == "");
    CHECK(of_body("{phone}{F1.06.number}", "filed") == "");
}

TEST_CASE("a court's own paper of a decision says of which result it is") {
    const auto own = [](const std::string& only) {
        Files files = test::demo_files();
        files["documents/court/own.toml"] =
            base::to_bytes("title = \"t\"\nabout = \"decided\"\n" + only + "served = true\nbody = \"{reasons}\"\n");
        return test::problems_of(files);
    };
    CHECK(own("").find("'only' must say of which result this paper is") != std::string::npos);
    CHECK(own("only = \"amount\"\n").find("documents/court/own.toml:3: 'only' must say") != std::string::npos);
    CHECK(own("only = \"result\"\n").find("documents/court/own.toml:3: 'only' must say") != std::string::npos);
    CHECK(own("only = \"not result\"\n").find("documents/court/own.toml:3: 'only' must say") != std::string::npos);
    CHECK(own("only = \"result is grant\"\n") == "");
    CHECK(own("only = \"not result is grant\"\n") == "");
}
