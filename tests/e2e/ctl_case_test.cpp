// A whole case through courtyardctl: from the kiosk to the last revisit on five laptops, each with work of its own,
// which meet only now and then. At the end they hold the same case, byte for byte.
#include <algorithm>

#include "app/camera/encode.hpp"
#include "tests/e2e/county.hpp"
#include "tests/unit/camera/scene.hpp"

using namespace courtyard;
using test::Json;

namespace {

struct CaseCounty : test::County {
    CaseCounty() {
        enrol_kiosk("kiosk");
        enrol_staff("registrar", "沈若溪", "registrar");
        enrol_staff("judge", "钟法官", "judge");
        enrol_staff("member", "毛委员", "committee");
        enrol_staff("caller", "何回访", "caller");
        enrol_staff("leader", "戴院长", "leader");
        start_hub();
    }
    // Everybody comes by a line, one after the other; twice, so that keys that were given reach whom they are for.
    void meet() {
        for (int round = 0; round < 3; ++round)
            for (const char* home : kHomes)
                staff(home, {"sync", "--once"});
    }
    Json act(const std::string& home, const std::string& kind, std::vector<std::string> fields) {
        return run_case(home, "act", {id, kind}, std::move(fields));
    }
    Json run_case(const std::string& home, const std::string& verb, std::vector<std::string> words,
                  std::vector<std::string> fields) {
        std::vector<std::string> arguments{"case", verb};
        arguments.insert(arguments.end(), words.begin(), words.end());
        arguments.insert(arguments.end(), fields.begin(), fields.end());
        return staff(home, std::move(arguments));
    }
    std::string state(const std::string& home) { return staff(home, {"case", "show", id}).at("status"); }
    std::string bytes(const std::string& home) const {
        const test::Ran ran =
            ctl({"case", "show", id, "--state", "--home", path(home), "--passphrase-file", path("passphrase")});
        REQUIRE_MESSAGE(ran.code == 0, ran.err);
        return ran.out;
    }
    std::string fact_of(const std::string& home, const std::string& kind) {
        std::string found;
        const Json shown = staff(home, {"case", "show", id});
        for (const Json& fact : shown.at("facts"))
            if (fact.at("kind") == kind && fact.at("standing") == "in_force") found = fact.at("id");
        REQUIRE_MESSAGE(!found.empty(), (kind + " in " + bytes(home)));
        return found;
    }

    void open() {
        filed = file("kiosk", application(), "slip");
        kiosk("kiosk", {"sync", "--once"});
        staff("registrar", {"sync", "--once"});
        const Json opened =
            staff("registrar", {"case", "open", "--application", filed.at("receipt_number").get<std::string>()});
        id = opened.at("case");
        CHECK(opened.at("others") == Json::array({"戴院长"}));  // of whom it has heard by the line
    }
    void until_review() {
        open();
        act("registrar", "department_asked", {"department=执行局"});
        act("registrar", "sent_to_filing", {"opinion=基本符合条件"});
        act("registrar", "filed", {"number=（2026）浙0199司救执1号"});
        act("registrar", "joined", {"person=毛委员", "as=committee"});
        act("registrar", "joined", {"person=何回访", "as=caller"});
        act("registrar", "assigned", {"handler=钟法官"});
        meet();
    }
    void find_elements() {
        for (const char* element : {"harm", "paid", "hardship"})
            act("judge", "element_found", {"element=" + std::string(element), "finding=已经查明", "sure=proven"});
    }
    void until_decided() {
        until_review();
        find_elements();
        act("judge", "site_visited",
            {"place=云坞村", "people=沈若溪", "people=钟法官", "statement=家里只有一间房", "read_back=yes"});
        const std::string report =
            act("judge", "report_written", {"proposal=grant", "amount=48000", "wage=8000", "reasons=生活急迫困难"})
                .at("fact");
        act("judge", "ballot_opened",
            {"body=committee", "report=" + report, "papers=" + report, "voters=毛委员", "voters=钟法官",
             "voters=戴院长"});
        meet();
        // Apart, without knowing of each other's.
        run_case("leader", "vote", {id}, {"choice=grant", "amount=48000", "reasons=同意"});
        run_case("member", "vote", {id}, {"choice=grant", "amount=50000", "reasons=可以多一点"});
        run_case("judge", "vote", {id}, {"choice=grant", "amount=48000", "reasons=同意"});
        meet();
        act("judge", "decided",
            {"ballot=" + fact_of("judge", "ballot_opened"), "result=grant", "amount=48000", "reasons=决定救助"});
        meet();
    }
    void until_paid() {
        until_decided();
        act("registrar", "fund_requested", {"amount=48000"});
        act("registrar", "fund_arrived", {"amount=48000"});
        act("registrar", "applicant_called", {"how=phone"});
        const std::string account =
            staff("registrar", {"show", filed.at("receipt_number").get<std::string>()}).at("id");
        const std::string order = run_case("registrar", "pay", {id, "order"},
                                           {"amount=48000", "part=1", "parts=1", "way=transfer", "payee=应𫖯安",
                                            "relation=本人", "account=" + account, "account_ends=0014"})
                                      .at("fact");
        // Nobody releases their own order.
        const test::Ran own = ctl({"case", "pay", id, "release", "order=" + order, "--home", path("registrar"),
                                   "--passphrase-file", path("passphrase")});
        CHECK(own.code == 1);
        CHECK(own.err.find("pay.self") != std::string::npos);
        meet();
        run_case("leader", "pay", {id, "release"}, {"order=" + order});
        meet();
        run_case("registrar", "pay", {id, "made"},
                 {"order=" + order, "proof=电子回单1", "explained=yes", "officers=沈若溪", "officers=钟法官"});
        meet();
        run_case("caller", "pay", {id, "confirmed"}, {"order=" + order, "amount=48000", "by=applicant", "whole=yes"});
    }

    // What an act is refused with, in one line.
    std::string refused(const std::string& home, const std::string& kind, const std::vector<std::string>& fields) {
        std::vector<std::string> words{"case", "act", id, kind};
        words.insert(words.end(), fields.begin(), fields.end());
        for (const std::string& more :
             {std::string("--home"), path(home), std::string("--passphrase-file"), path("passphrase")})
            words.push_back(more);
        const test::Ran ran = ctl(std::move(words));
        CHECK(ran.code != 0);
        CHECK(std::count(ran.err.begin(), ran.err.end(), '\n') == 1);
        return ran.err;
    }

    static constexpr const char* kHomes[] = {"registrar", "judge", "member", "caller", "leader"};
    Json filed;
    std::string id;
};

}  // namespace

TEST_CASE_FIXTURE(CaseCounty,
                  "a case goes from the kiosk to the last revisit, the same on five laptops byte for byte") {
    until_paid();
    run_case("caller", "revisit", {id, "made"},
             {"plan=R0", "way=phone", "spoke_with=applicant", "money_came=48000", "money_whole=yes", "asked_for_fee=no",
              "unsafe=no", "conclusions=O2"});
    meet();
    for (const char* plan : {"R1", "R2", "R3"})
        run_case("caller", "revisit", {id, "made"},
                 {std::string("plan=") + plan, "way=phone", "spoke_with=applicant", "asked_for_fee=no", "unsafe=no",
                  "conclusions=O2"});
    run_case("caller", "revisit", {id, "made"},
             {"plan=R4", "way=phone", "spoke_with=applicant", "asked_for_fee=no", "unsafe=no", "conclusions=O1"});
    act("caller", "served", {"paper=国家司法救助决定书", "how=in_person", "to=本人"});
    act("caller", "closed", {"reasons=困难已经缓解"});
    meet();
    const std::string whole = bytes("registrar");
    CHECK(state("registrar") == "CLOSED");
    for (const char* home : kHomes)
        CHECK(bytes(home) == whole);

    // The slip hears of each step, at the village, without a line.
    kiosk("kiosk", {"sync", "--once"});
    stop_hub();
    CHECK(kiosk("kiosk", {"progress", "--code", filed.at("query_code").get<std::string>()}).at("status") == "CLOSED");
}

TEST_CASE_FIXTURE(CaseCounty, "a picture of a visit is on the laptop of whoever is on the case, and nobody else's") {
    until_review();
    const base::Bytes seen = camera::encode_jpeg(camera::scene::make(6).photo, 90).value();
    write("house.jpg", std::string(base::as_text(seen)));
    write("words.jpg", "no picture");
    const std::vector<std::string> visit{"place=云坞村", "people=钟法官", "statement=漏雨", "read_back=yes"};
    const auto with = [&](const std::string& photo) {
        std::vector<std::string> arguments{"case",
                                           "act",
                                           id,
                                           "site_visited",
                                           "--home",
                                           path("judge"),
                                           "--passphrase-file",
                                           path("passphrase"),
                                           "photos=" + photo};
        arguments.insert(arguments.end(), visit.begin(), visit.end());
        return ctl(arguments);
    };
    for (const std::string& bad : {path("words.jpg"), path("nothing.jpg"), std::string(64, 'a')}) {
        const test::Ran refused = with(bad);
        CHECK(refused.code == 1);
        CHECK(std::count(refused.err.begin(), refused.err.end(), '\n') == 1);
    }
    CHECK(staff("judge", {"case", "pictures", id}).at("pictures").empty());
    const test::Ran done = with(path("house.jpg"));
    REQUIRE_MESSAGE(done.code == 0, done.err);
    meet();
    for (const char* home : {"registrar", "judge", "member", "leader"}) {
        const std::string folder = path(std::string("pictures_") + home);
        const Json shown = staff(home, {"case", "pictures", id, "--out", folder});
        REQUIRE(shown.at("pictures").size() == 1);
        CHECK(shown.at("saved") == 1);
        CHECK(shown.at("pictures")[0].at("kind") == "site_visited");
        const std::string name = shown.at("pictures")[0].at("sha256").get<std::string>().substr(0, 16) + ".jpg";
        CHECK(read(std::string("pictures_") + home + "/" + name).substr(0, 3) == "\xFF\xD8\xFF");
    }
}

TEST_CASE_FIXTURE(CaseCounty, "who is not on a case sees nothing of it, and who leaves loses it") {
    until_review();
    CHECK(staff("caller", {"case", "list"}).at("count") == 1);
    act("registrar", "left", {"person=何回访", "why=reassigned"});
    meet();
    CHECK(staff("caller", {"case", "list"}).at("count") == 0);
    CHECK(staff("member", {"case", "list"}).at("count") == 1);
    // Undone before it left, it never was.
    const std::string said = act("judge", "remarked", {"words=写错了"}).at("fact");
    CHECK(staff("judge", {"case", "undo", id, said.substr(0, 8)}).at("undone") == said);
    meet();
    CHECK(bytes("judge") == bytes("registrar"));
    CHECK(bytes("registrar").find(said) == std::string::npos);
    // What has left is set right, and what nobody said is nothing.
    const std::string left = act("judge", "remarked", {"words=又写错了"}).at("fact");
    meet();
    const auto undo = [&](const std::string& fact) {
        return ctl({"case", "undo", id, fact, "--home", path("judge"), "--passphrase-file", path("passphrase")}).err;
    };
    CHECK(undo(left.substr(0, 8)).find("corrected wrong=" + left) != std::string::npos);
    CHECK(undo(said.substr(0, 8)).find("no act of this case begins so") != std::string::npos);
    // Who looked at what is for the office and the leader.
    CHECK(staff("registrar", {"case", "views", id}).at("views").size() >= 1);
    const test::Ran refused =
        ctl({"case", "views", id, "--home", path("judge"), "--passphrase-file", path("passphrase")});
    CHECK(refused.code != 0);
    CHECK(refused.err.find("roles.toml") != std::string::npos);
    // Found by what people remember of it.
    for (const char* typed : {"1", "司救执1", ""})
        CHECK(staff("judge", {"case", "list", "--find", typed}).at("count") == 1);
    CHECK(staff("judge", {"case", "list", "--find", "zzzz"}).at("count") == 0);
    CHECK(staff("judge", {"case", "list", "--state", "REVIEW"}).at("count") == 1);
    CHECK(staff("judge", {"case", "list", "--stage", "disbursement"}).at("count") == 0);
}

TEST_CASE_FIXTURE(CaseCounty, "what is wrong with the words of an act is said once, with what they should be") {
    open();
    const std::string before = bytes("registrar");
    const auto says = [&](const char* kind, std::vector<std::string> fields, const char* what) {
        const std::string said = refused("registrar", kind, fields);
        CHECK_MESSAGE(said.find(what) != std::string::npos, said);
    };
    says("department_asked", {}, "field department: is missing: a line of text");
    says("department_asked", {"department="}, "field department: is empty");
    says("department_asked", {"department"}, "field department: says nothing: write department=");
    says("department_asked", {"department=a", "department=b"}, "field department: is given twice");
    says("department_asked", {"=a"}, "names no field");
    says("department_asked", {"department=a\nb"}, "field department: has line ends or control characters");
    says("department_asked", {"department=" + std::string(201, 'a')}, "it takes at most 200");
    says("department_asked", {"department=a", "on=2026-02-30"}, "field on: takes a day");
    says("department_asked", {"department=a", "on=2999-01-01"}, "on.future");
    says("remarked", {"words=" + std::string(8001, 'a')}, "field words: has 8001 characters: it takes at most 8000");
    says("joined", {"person=毛委员", "as=king"}, "field as: takes one of: registrar");
    says("served", {"paper=acceptance", "how=owl", "to=本人"}, "field how: takes one of: in_person");
    says("filed", {"number=（2026）浙0199司救执1号"},
         "案件现在是“RECEIVED”（已收到）；这件事要在案件是这些阶段时办：“TO_FILING”（已转立案）、“URGENT_PAID”");
    says("promised", {"body=隔壁老王", "owner=老王", "what=送米", "due=2099-01-04"}, "“court”（本院）");
    says("vote_cast", {"choice=grant", "reasons=好"}, "no ballot has been laid");
    // Fields that take codes, though the table calls them lines.
    says("revisit_made", {"scores=bread:1"}, "field scores: takes one of: food:0 food:1 food:2 food:3 home:0");
    says("revisit_made", {"conclusions=O13"}, "field conclusions: takes one of: O1 O2 O3");
    says("revisit_tried", {"plan=later"}, "field plan: takes a row of the revisit plan: R0 R1 R2 R3 R4 S1 extra");
    // What only the program may write.
    for (const char* kind : {"key_given", "told", "letter_sent", "body_answered"})
        says(kind, {}, "is no act of a person");
    CHECK(bytes("registrar") == before);
    // What an act takes is told to programs, too.
    const Json served = staff("registrar", {"case", "acts", "served"}).at("acts").at(0);
    CHECK(served.at("fields").at(1).at("takes") == "one of: in_person post electronic kiosk visit phone");
}

TEST_CASE_FIXTURE(CaseCounty, "reported: the codes of every field are said, with what the pack calls them") {
    const Json act = staff("caller", {"case", "acts", "revisit_made"}).at("acts").at(0);
    const auto field = [&act](const char* name) {
        for (const Json& each : act.at("fields"))
            if (each.at("name") == name) return each;
        return Json();
    };
    CHECK(field("scores").at("codes").size() == 20);
    CHECK(field("scores").at("codes").at(0) == Json{{"code", "food:0"}, {"words", "吃 很难"}});
    CHECK(field("conclusions").at("codes").size() == 12);
    CHECK(field("conclusions").at("codes").at(1) == Json{{"code", "O2"}, {"words", "继续关注"}});
    CHECK(field("plan").at("codes").back() == Json{{"code", "extra"}, {"words", "临时回访"}});
    CHECK(field("way").at("codes").at(0).at("code") == "phone");
    CHECK_FALSE(field("way").at("codes").at(0).at("words").get<std::string>().empty());
    CHECK(field("used_for").at("offered").at(0) == "看病");
    CHECK_FALSE(field("needs").contains("codes"));  // the control
    const test::Ran text = ctl({"case", "acts", "revisit_made"});
    REQUIRE_MESSAGE(text.code == 0, text.err);
    for (const char* line :
         {"      food:0  吃 很难\n", "      O2  继续关注\n", "      extra  临时回访\n", "      for example 看病\n"})
        CHECK_MESSAGE(text.out.find(line) != std::string::npos, text.out);
}

TEST_CASE_FIXTURE(CaseCounty, "the papers of a case are listed and made beside its other verbs, each of its own fact") {
    until_review();
    std::vector<std::string> facts;
    for (const char* speaker : {"沈若溪", "俞阿婆"})
        facts.push_back(
            act("judge", "statement_taken", {std::string("speaker=") + speaker, "statement=没有收入", "read_back=yes"})
                .at("fact"));
    const Json listed = staff("judge", {"case", "papers", id});
    std::vector<std::string> statements;
    for (const Json& paper : listed.at("papers"))
        if (paper.at("id") == "statement") statements.push_back(paper.at("on").at("speaker"));
    CHECK(statements == std::vector<std::string>{"沈若溪", "俞阿婆"});
    const Json made = staff("judge", {"case", "papers", id, "--make", "statement", "--out", path("statement.pdf"),
                                      "--about", facts.front().substr(0, 8)});
    CHECK(made.at("record") == facts.front());
    CHECK(read("statement.pdf").starts_with("%PDF"));
    CHECK(made.at("lacking") == Json::array());
    // A character that no font draws: programs are told which one, and people too.
    const std::string rare =
        act("judge", "statement_taken", {"speaker=王\xF0\xAE\xAF\xB0", "statement=没有收入", "read_back=yes"})
            .at("fact");
    const std::vector<std::string> make{"case",  "papers",         id,        "--make",         "statement",
                                        "--out", path("rare.pdf"), "--about", rare.substr(0, 8)};
    CHECK(staff("judge", make).at("lacking") == Json::array({Json{{"sign", "\xF0\xAE\xAF\xB0"}, {"code", "U+2EBF0"}}}));
    std::vector<std::string> in_words = make;
    in_words.insert(in_words.end(), {"--home", path("judge"), "--passphrase-file", path("passphrase")});
    CHECK(ctl(in_words).out.find("U+2EBF0") != std::string::npos);
    const auto refused = [&](std::vector<std::string> words) {
        words.insert(words.begin(),
                     {"case", "papers", id, "--home", path("judge"), "--passphrase-file", path("passphrase")});
        const test::Ran ran = ctl(std::move(words));
        CHECK(ran.code != 0);
        return ran.err;
    };
    CHECK(refused({"--make", "statement"}).find("go together") != std::string::npos);
    CHECK(refused({"--about", facts.front().substr(0, 8)}).find("--about goes with --make") != std::string::npos);
    CHECK(refused({"--make", "decision_grant", "--out", path("x.pdf")}).find("do that act first") != std::string::npos);
}

TEST_CASE_FIXTURE(CaseCounty, "a task says what it is about: two promises of one case are told apart") {
    until_review();
    act("judge", "consent_given", {"bodies=civil_affairs", "how=signed"});
    for (const char* what : {"临时救助款打到卡上", "送冬衣"})
        run_case("judge", "promise", {id, "made"},
                 {"body=civil_affairs", "owner=俞科长", std::string("what=") + what, "due=2099-01-04"});
    std::vector<std::string> told;
    const Json due = staff("judge", {"case", "due"});
    for (const Json& task : due.at("tasks"))
        if (task.contains("on") && task.at("on").at("kind") == "promised") told.push_back(task.at("on").at("what"));
    std::sort(told.begin(), told.end());
    told.erase(std::unique(told.begin(), told.end()), told.end());
    CHECK(told == std::vector<std::string>{"临时救助款打到卡上", "送冬衣"});
    const test::Ran shown = ctl({"case", "show", id, "--home", path("judge"), "--passphrase-file", path("passphrase")});
    CHECK(shown.out.find("agreed to: 县民政局") != std::string::npos);
    CHECK(shown.out.find("送冬衣  due 2099-01-04  made") != std::string::npos);
    // Who looked at it is recorded, by whichever verb.
    const auto seen = [&] { return staff("registrar", {"case", "views", id}).at("views").size(); };
    for (const char* verb : {"suggest", "modules"}) {
        const auto before = seen();
        staff("registrar", {"case", verb, id});
        CHECK(seen() == before + 1);
    }
}

TEST_CASE_FIXTURE(CaseCounty,
                  "no list and no case printed as JSON bears an identity number whole; reading an application does") {
    until_review();
    const Json whole = staff("registrar", {"show", filed.at("receipt_number").get<std::string>()}).at("answers");
    const std::string number = whole.at("F1.06").at("number");
    REQUIRE(number.find('*') == std::string::npos);
    for (const char* home : {"registrar", "judge", "member", "caller", "leader"})
        for (const std::vector<std::string>& verb :
             std::vector<std::vector<std::string>>{{"case", "show", id}, {"case", "list"}, {"case", "due"}}) {
            CAPTURE(home);
            CAPTURE(verb[1]);
            CHECK(staff(home, verb).dump().find(number) == std::string::npos);
        }
    // What nobody has to hide is there.
    CHECK(staff("member", {"case", "show", id}).dump().find(whole.at("F1.01").get<std::string>()) != std::string::npos);
    CHECK(staff("registrar", {"case", "doubles"}).at("count") == 0);
}

TEST_CASE_FIXTURE(CaseCounty, "papers that were asked for are named until they come, each in the words of the asking") {
    open();
    act("registrar", "more_asked", {"papers=低保证", "papers=诊断证明", "until=2099-01-04"});
    const std::string said = refused("registrar", "more_came", {"papers=医院的单子"});
    CHECK_MESSAGE(said.find("还缺：“低保证”、“诊断证明”") != std::string::npos, said);
    const Json came = act("registrar", "more_came", {"papers=低保证", "others=户口本"});
    CHECK(came.at("still_missing") == Json::array({"诊断证明"}));
    const test::Ran shown =
        ctl({"case", "show", id, "--home", path("registrar"), "--passphrase-file", path("passphrase")});
    CHECK(shown.out.find("missing:   诊断证明") != std::string::npos);
    CHECK(act("registrar", "more_came", {"papers=诊断证明"}).at("still_missing").empty());
}

TEST_CASE_FIXTURE(CaseCounty, "a vote on a ballot that was replaced is marked, so that nobody counts it") {
    until_review();
    find_elements();
    const auto lay = [&](const char* reasons) {
        const std::string report =
            act("judge", "report_written",
                {"proposal=grant", "amount=48000", "wage=8000", std::string("reasons=") + reasons})
                .at("fact");
        act("judge", "ballot_opened",
            {"body=committee", "report=" + report, "papers=" + report, "voters=毛委员", "voters=钟法官",
             "voters=戴院长"});
    };
    const auto marked = [&] {
        std::size_t count = 0;
        const Json shown = staff("judge", {"case", "show", id});
        for (const Json& fact : shown.at("facts"))
            count += fact.contains("ballot_replaced") ? 1 : 0;
        return count;
    };
    const auto lines = [&] {
        return ctl({"case", "show", id, "--home", path("judge"), "--passphrase-file", path("passphrase")}).out;
    };
    lay("生活急迫困难");
    run_case("judge", "vote", {id}, {"choice=grant", "amount=48000", "reasons=同意"});
    CHECK(marked() == 0);
    CHECK(lines().find("its ballot was replaced") == std::string::npos);  // the control
    lay("补充了材料");
    CHECK(marked() == 1);
    CHECK(lines().find("vote_cast  [does not count: its ballot was replaced]") != std::string::npos);
    run_case("judge", "vote", {id}, {"choice=grant", "amount=48000", "reasons=同意"});
    CHECK(marked() == 1);
}

TEST_CASE_FIXTURE(CaseCounty,
                  "a correction is not taken that a decision rests on: the sentence names it and what to do instead") {
    until_decided();
    const auto wrong = [&](const char* kind) { return "wrong=" + fact_of("registrar", kind); };
    const std::string err = refused("registrar", "corrected", {wrong("assigned"), "reasons=点错了"});
    for (const char* words : {"corrected.rests", "作出决定", "重新定"})
        CHECK_MESSAGE(err.find(words) != std::string::npos, err);
    CHECK(refused("registrar", "contradiction_settled",
                  {"holds=" + fact_of("registrar", "filed"), "falls=" + fact_of("registrar", "assigned"), "reasons=x"})
              .find("settled.none") != std::string::npos);
    // The control: a paper that nothing waits for is set right as ever.
    act("judge", "corrected", {wrong("site_visited"), "reasons=日期写错了"});
}

TEST_CASE_FIXTURE(CaseCounty, "a decision whose report falls is marked, until the leader says that it stands") {
    until_decided();
    const auto lines = [&] {
        return ctl({"case", "show", id, "--home", path("registrar"), "--passphrase-file", path("passphrase")}).out;
    };
    CHECK(lines().find("DOUBTED:") == std::string::npos);
    act("judge", "corrected", {"wrong=" + fact_of("judge", "report_written"), "reasons=写错了一处"});
    meet();
    CHECK(lines().find("DOUBTED:") != std::string::npos);
    const Json due = staff("leader", {"case", "due"});
    CHECK(std::any_of(due.at("tasks").begin(), due.at("tasks").end(),
                      [](const Json& task) { return task.at("act") == "decision_kept" && task.contains("due"); }));
    CHECK(refused("registrar", "decision_kept", {"reasons=看过"}).find("role") != std::string::npos);
    act("leader", "decision_kept", {"reasons=只是笔误"});
    meet();
    CHECK(lines().find("DOUBTED:") == std::string::npos);
}

TEST_CASE_FIXTURE(CaseCounty, "a voter grants what the report would refuse, up to what the pack's wage allows") {
    until_review();
    find_elements();
    const std::string report = act("judge", "report_written", {"proposal=refuse", "reasons=已获足额赔偿"}).at("fact");
    act("judge", "ballot_opened",
        {"body=committee", "report=" + report, "papers=" + report, "voters=毛委员", "voters=钟法官", "voters=戴院长"});
    const test::Ran more = ctl({"case", "vote", id, "choice=grant", "amount=9000000", "reasons=同意", "--home",
                                path("judge"), "--passphrase-file", path("passphrase")});
    CHECK(more.err.find("vote.ceiling") != std::string::npos);
    run_case("judge", "vote", {id}, {"choice=grant", "amount=48000", "reasons=赔偿没有到手"});
}

TEST_CASE_FIXTURE(CaseCounty, "who takes themselves off a case hears that it is done, and has it no more") {
    until_review();
    const std::string before = bytes("judge");
    // As long as it has not left, it can be taken back like everything else.
    const Json said = act("judge", "conflict_declared", {"person=钟法官", "reasons=点错了"});
    CHECK(said.at("left") == true);
    CHECK(staff("judge", {"case", "list"}).at("count") == 1);
    CHECK(staff("judge", {"case", "due"}).at("tasks").empty());
    const std::string fact = said.at("fact");
    CHECK(staff("judge", {"case", "undo", id, fact}).at("undone") == fact);
    CHECK(bytes("judge") == before);
    const Json gone = act("judge", "conflict_declared", {"person=钟法官", "reasons=是当事人的亲属"});
    CHECK(gone.at("left") == true);
    meet();
    CHECK(staff("judge", {"case", "list"}).at("count") == 0);
    CHECK(bytes("registrar").find(gone.at("fact").get<std::string>()) != std::string::npos);
    const Json due = staff("registrar", {"case", "due"});
    CHECK(std::any_of(due.at("tasks").begin(), due.at("tasks").end(),
                      [](const Json& task) { return task.at("act") == "assigned"; }));
}

TEST_CASE_FIXTURE(CaseCounty, "an account told by word of mouth is typed apart, sealed, and paid to") {
    meet();  // the roster in which all stand
    id = staff("registrar",
               {"case", "open", "applicant=贾满仓", "source=outreach", "original_case=（2026）浙0199执88号"})
             .at("case");
    act("registrar", "joined", {"person=毛委员", "as=committee"});
    act("registrar", "joined", {"person=何回访", "as=caller"});
    meet();
    const std::vector<std::string> told{"whose=applicant", "holder=贾满仓", "kind=card", "bank=测试县农村信用社",
                                        "read_back=yes"};
    const auto give = [&](const std::string& home, const std::string& number) {
        std::vector<std::string> line{"case", "pay", id, "account", "account_number=" + number};
        line.insert(line.end(), told.begin(), told.end());
        for (const std::string& word :
             {std::string("--home"), path(home), std::string("--passphrase-file"), path("passphrase")})
            line.push_back(word);
        return ctl(line);
    };
    const test::Ran mistyped = give("registrar", "9999990000000000023");
    CHECK(mistyped.code != 0);
    CHECK(mistyped.err.find("卡号打错了一位") != std::string::npos);
    CHECK(mistyped.err.find("999999") == std::string::npos);
    CHECK(give("caller", "9999990000000000022").code != 0);
    const test::Ran taken = give("registrar", "9999990000000000022");
    CHECK_MESSAGE(taken.code == 0, taken.err);
    meet();
    for (const char* home : {"registrar", "member", "caller", "leader"}) {
        const Json shown = staff(home, {"case", "show", id});
        CHECK(shown.at("accounts").at(0).at("account_ends") == "0022");
        CHECK(shown.dump().find("999999") == std::string::npos);
    }
}

TEST_CASE_FIXTURE(CaseCounty, "a special claim stands in the register, and a judge says whether aid is deducted") {
    until_paid();
    CHECK(staff("leader", {"case", "list", "--claims"}).at("count") == 0);
    CHECK(refused("registrar", "enforced", {"amount=1000", "kept_as_claim=yes"}).find("enforced.claim") !=
          std::string::npos);
    act("registrar", "enforced", {"amount=1000", "kept_as_claim=yes", "claim=20000"});
    meet();
    const Json claims = staff("leader", {"case", "list", "--claims"});
    REQUIRE(claims.at("count") == 1);
    CHECK_FALSE(claims.at("cases").at(0).at("claim").get<std::string>().empty());
    const auto is_asked = [&] {
        bool found = false;
        const Json listed = staff("judge", {"case", "due"});
        for (const Json& task : listed.at("tasks"))
            found |= task.at("task") == "deduct" && task.at("act") == "recovery_decided";
        return found;
    };
    CHECK(is_asked());
    act("judge", "enforced_left", {"reasons=看病还欠着钱"});
    CHECK_FALSE(is_asked());
}
