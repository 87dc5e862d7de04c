// What papers of the court say of money, of who acts, of what others gave and of what was signed.
#include <algorithm>
#include <span>
#include <stdexcept>

#include "app/printing/court_paper.hpp"
#include "app/printing/court_values.hpp"
#include "tests/unit/printing/court_case.hpp"
#include "tests/unit/printing/court_words.hpp"
#include "tests/unit/printing/printed.hpp"

using namespace courtyard;
using printing::CourtDesk;
using printing::CourtPaper;
using test::drawn;
using test::made;
using test::paper_of;
using test::refuse;
using test::words_of;

TEST_CASE("what was explained with the money is ticked as it was said, and an empty box where nobody said it") {
    const auto ticked = [](const std::string& words) {
        std::size_t count = 0;
        for (std::size_t at = words.find("■ "); at != std::string::npos; at = words.find("■ ", at + 1))
            ++count;
        return count;
    };
    test::FullCase full;
    for (const char* id : {"payment_sheet", "urgent_sheet"})
        CHECK_MESSAGE(ticked(words_of(made(full.desk(), id))) == 3, id);
    for (cases::Fact& fact : full.facts)
        if (fact.kind == "pay_made" || fact.kind == "urgent_paid") fact.fields.erase("explained");
    for (const char* id : {"payment_sheet", "urgent_sheet"}) {
        const std::string words = words_of(made(full.desk(), id));
        CHECK_MESSAGE(ticked(words) == 0, id);
        CHECK_MESSAGE(words.find("□ 救助金的性质") != std::string::npos, id);
    }
}

TEST_CASE("what was paid first is a row of the payments, and a part of what the record says: the rows make the sum") {
    test::FullCase full;
    const std::string sheet = words_of(made(full.desk(), "payment_sheet"));
    CHECK(sheet.find(
              "| 先行救助 | 40,000.00元 | 申屠𬱖𬀩 | 2026年11月24日 | 已发放 |\n| 1/2 | 124,000.00元 "
              "|") != std::string::npos);
    CHECK(sheet.find("| 累计已发放 | 164,000.00元 |") != std::string::npos);
    const char* first = "其中先行救助40,000.00元已经于2026年11月24日发放。本次发放";
    CHECK(words_of(made(full.desk(), "payment_record")).find(first) != std::string::npos);
    full.aid_case.ledger.urgent->confirmed = full.decided;
    CHECK(words_of(made(full.desk(), "payment_sheet")).find("2026年11月24日 | 本人确认收到 |") != std::string::npos);
    // It came back, and is not out: a row that adds nothing.
    full.aid_case.ledger.urgent->confirmed.reset();
    full.aid_case.ledger.urgent->returned = {full.decided};
    full.aid_case.ledger.urgent->paid.reset();
    const std::string back = words_of(made(full.desk(), "payment_sheet"));
    CHECK(back.find("2026年11月24日 | 已退回 |") != std::string::npos);
    CHECK(back.find("| 累计已发放 | 124,000.00元 |") != std::string::npos);
    CHECK(words_of(made(full.desk(), "payment_record")).find("其中先行救助") == std::string::npos);
    const auto check = [&](const char* id, const char* has, const char* lacks) {
        const std::string words = words_of(made(full.desk(), id));
        CHECK_MESSAGE(words.find(has) != std::string::npos, id << ": " << words);
        CHECK_MESSAGE(words.find(lacks) == std::string::npos, id << ": " << words);
    };
    const char* again = "先行救助的40,000.00元发放后被退回，由本院另行重发，本次补足248,000.00元（大写：";
    check("decision_grant", again, "已经发放40,000.00元");
    check("report", "先行救助的40,000.00元发放后被退回，还没有重发。", "先行救助40,000.00元");
    check("linkage", "\n先行救助的40,000.00元于2026年11月24日发放后被退回，还没有重发。", "先行救助40,000.00元");
    refuse(full);
    check("decision_refuse", "先行救助的40,000.00元发放后被退回，不再重发", "另行作出决定");
    check("linkage", "先行救助的40,000.00元于2026年11月24日发放后被退回，不再重发。", "还没有重发");
}

TEST_CASE("what was paid first stands in the papers after it, and where it was all, nothing is promised besides") {
    test::FullCase full, refusal;
    const auto has = [](test::FullCase& of, const char* id, const char* part) {
        return words_of(made(of.desk(), id)).find(part) != std::string::npos;
    };
    CHECK(has(full, "decision_grant", "救助金到达本院后，本院将通知您领取。"));  // the control
    CHECK(has(full, "report", "本案已于2026年11月24日先行救助40,000.00元。"));
    CHECK(has(full, "linkage", "\n其中先行救助40,000.00元，已经于2026年11月24日发放。"));
    refuse(refusal);
    CHECK(has(refusal, "decision_refuse", "先行救助40,000.00元，这笔款项如何处理，本院另行作出决定。"));
    for (cases::Fact& fact : full.facts)
        if (fact.id == full.decided) fact.fields["amount"] = test::yuan(40000);
    const CourtPaper grant = made(full.desk(), "decision_grant");
    CHECK(std::find(grant.empty.begin(), grant.empty.end(), "balance") == grant.empty.end());
    CHECK(words_of(grant).find("先行救助已经发放40,000.00元，不再另行发放。") != std::string::npos);
    CHECK(words_of(grant).find("将通知您领取") == std::string::npos);
    CHECK(words_of(grant).find("国家司法救助是一次性的辅助救济") != std::string::npos);
}

TEST_CASE("a decision shows a blank for what nobody said of a person, who takes it by word of mouth or by the form") {
    test::FullCase full, refusal;
    refuse(refusal);
    const auto has = [](const std::string& text, const char* part) { return text.find(part) != std::string::npos; };
    for (const char* id : {"decision_grant", "decision_refuse", "decision_urgent", "decision_recover", "terminated",
                           "payment_stopped"}) {
        CAPTURE(std::string(id));
        test::FullCase& one = std::string(id) == "decision_refuse" ? refusal : full;
        const CourtDesk desk = one.desk();
        const std::string whole = words_of(made(desk, id));
        CHECK((has(whole, "，男，") || has(whole, "，女，")));  // the control
        CHECK(has(whole, "日出生，"));
        CHECK(has(whole, "，住"));
        for (const char* code : {"F1.03", "F1.04", "F1.05", "F1.08", "F1.15", "F1.20", "F1.21", "F1.70"})
            one.answers.answers.erase(code);
        const std::string bare = words_of(made(desk, id));
        CHECK_FALSE(has(whole, "，住＿"));
        CHECK_MESSAGE(has(bare, "，住＿"), bare);
        for (const char* twice : {"，，", "。。", "，。", "：。", "；。", "、。", "（）"})
            CHECK_FALSE_MESSAGE(has(bare, twice), twice << ": " << bare);
    }
}

TEST_CASE("every decision says whom to ask and where to object, and one that gives money who takes it") {
    test::FullCase full, refusal;
    refuse(refusal);
    const std::string& number = pack::test::demo_pack().contact("aid_office")->number;
    for (const char* id : {"decision_grant", "decision_refuse", "decision_urgent", "decision_recover"}) {
        test::FullCase& one = std::string(id) == "decision_refuse" ? refusal : full;
        const std::string words = words_of(made(one.desk(), id));
        CHECK_MESSAGE(words.find(number) != std::string::npos, id);
        CHECK_MESSAGE(words.find("本院应当复核并答复") != std::string::npos, id);
    }
    const auto says = [&](const char* id, const char* part) {
        const CourtDesk desk = full.desk();
        full.answers.answers["F1.06"] = {domain::Row{{"number", "330199201506150028"}}};
        return std::pair{words_of(made(desk, id)).find(part) != std::string::npos,
                         words_of(made(full.desk(), id)).find(part) != std::string::npos};
    };
    CHECK(says("decision_grant", "将通知法定代理人代为领取。") == std::pair{true, false});
    CHECK(says("decision_urgent", "由法定代理人代为领取。") == std::pair{true, false});
}

TEST_CASE("an application that was taken back has its paper, and the words of how end as a sentence") {
    for (const char* how : {"本人到窗口书面撤回。", "本人到窗口书面撤回"}) {
        test::FullCase full;
        for (cases::Fact& fact : full.facts)
            if (fact.kind == "withdrawn") fact.fields["how"] = test::words(how);
        const std::string words = words_of(made(full.desk(), "withdrawn"));
        CHECK_MESSAGE(words.find("本院准许，这次申请不再办理。撤回的经过：本人到窗口书面撤回。\n") != std::string::npos,
                      words);
    }
}

TEST_CASE("cash asks for no account, on the sheet and in the record") {
    for (const bool is_cash : {true, false}) {
        test::FullCase full;
        for (cases::Fact& fact : full.facts)
            if (fact.kind == "pay_ordered" || fact.kind == "urgent_paid") {
                fact.fields["way"] = test::words(is_cash ? "cash" : "transfer");
                if (is_cash) fact.fields.erase("account_ends");
            }
        for (const char* id : {"payment_sheet", "payment_record", "urgent_sheet", "urgent_record"}) {
            const std::string words = words_of(made(full.desk(), id));
            const bool asks = words.find("收款账") != std::string::npos;
            CHECK_MESSAGE(asks != is_cash, id << ": " << words);
        }
    }
}

TEST_CASE("no sentence has a hole where nobody knows the number of the original case: its cause is told, where known") {
    test::FullCase full, refusal;
    refuse(refusal);
    for (const char* id : {"decision_grant", "decision_refuse", "decision_urgent", "decision_recover", "urgent_record",
                           "payment_record", "terminated", "acceptance", "linkage"}) {
        test::FullCase& one = std::string(id) == "decision_refuse" ? refusal : full;
        const std::string number = "（2026）浙0199执123号";
        const auto words = [&](const char* cause, bool is_numbered) {
            one.aid_case.original_case = is_numbered ? number : "";
            const CourtDesk desk = one.desk();
            one.answers.answers.erase("F1.31");
            one.answers.answers.erase("F1.32");
            if (cause != nullptr) one.answers.answers["F1.32"] = {std::string(cause)};
            return words_of(made(desk, id));
        };
        const auto has = [](const std::string& text, const std::string& part) {
            return text.find(part) != std::string::npos;
        };
        CAPTURE(std::string(id));
        CHECK(has(words("盗窃", true), number));
        const std::string known = words("盗窃", false);
        CHECK((has(known, "因盗窃一案") || has(known, "因盗窃案件") || has(known, "，案由（罪名）：盗窃。")));
        for (const char* cause : {"盗窃", "不清楚", static_cast<const char*>(nullptr)}) {
            const std::string said = words(cause, false);
            CHECK_FALSE(has(said, "因＿"));
            CHECK_FALSE(has(said, "原案号＿"));
            CHECK_FALSE(has(said, "不清楚"));
            CHECK_FALSE(has(words("不清楚", true), "不清楚"));
        }
    }
}

TEST_CASE("a decision to take money back says until when, by the day that it names, else by the court's own days") {
    pack::Pack other = pack::test::demo_pack();
    other.terms.recover_days = 10;
    test::FullCase full;
    const auto says = [&](const pack::Pack& pack, const std::string& day) {
        const CourtPaper paper = made(full.desk(pack), "decision_recover");
        const std::string words = words_of(paper);
        CHECK_MESSAGE(words.find("请在" + day + "前，到本院财务部门") != std::string::npos, words);
        CHECK(words.find("年＿") == std::string::npos);
        CHECK(std::find(paper.empty.begin(), paper.empty.end(), "recovery_until") == paper.empty.end());
    };
    for (cases::Fact& fact : full.facts)
        if (fact.kind == "recovery_decided") fact.fields["ground"] = test::words("fraud");
    says(pack::test::demo_pack(), "2027年6月5日");  // thirty days after it, as the task is due
    says(other, "2027年5月16日");
    for (cases::Fact& fact : full.facts)
        if (fact.kind == "recovery_decided") fact.fields["until"] = test::words("2027-05-31");
    says(pack::test::demo_pack(), "2027年5月31日");
    says(other, "2027年5月31日");
}

TEST_CASE("a body and an applicant are told until when to answer, also where nobody named a day") {
    test::FullCase full;
    const auto says = [&](const char* id, const char* day) {
        const std::string words = words_of(made(full.desk(), id));
        CHECK_MESSAGE(words.find("请在" + std::string(day) + "前") != std::string::npos, words);
    };
    says("referral", "2026年12月31日");
    says("supplement_review", "2026年12月9日");
    for (cases::Fact& fact : full.facts)
        if (fact.kind == "referred" || fact.kind == "clock_paused") {
            fact.fields.erase("answer_by");
            fact.fields.erase("until");
        }
    says("referral", "2026年12月27日");  // fifteen days after it, as the task is due
    says("supplement_review", "2026年12月24日");
}

TEST_CASE("whoever takes the money is named once with what they are to the applicant") {
    for (const char* typed : {"毕大山（父亲）", "毕大山(父亲)", "毕大山", "毕大山 （父亲）"}) {
        CAPTURE(std::string(typed));
        test::FullCase full;
        for (cases::Fact& fact : full.facts)
            if (fact.kind == "pay_ordered" || fact.kind == "urgent_paid") {
                fact.fields["payee"] = std::string(typed);
                fact.fields["relation"] = std::string("父亲");
            }
        for (const char* id : {"payment_record", "urgent_record"})
            CHECK_MESSAGE(words_of(made(full.desk(), id)).find("领款人：毕大山（父亲）\n") != std::string::npos, id);
        CHECK(words_of(made(full.desk(), "payment_sheet")).find("| 领款人 | 毕大山 |") != std::string::npos);
    }
    // What stands in brackets and is something else stays.
    test::FullCase full;
    for (cases::Fact& fact : full.facts)
        if (fact.kind == "pay_ordered") fact.fields["payee"] = std::string("毕大山（代收）");
    CHECK(words_of(made(full.desk(), "payment_record")).find("领款人：毕大山（代收）（本人）") != std::string::npos);
}

TEST_CASE("the department stands on the form where the court knows it and the person did not say it") {
    test::FullCase full;
    const CourtDesk desk = full.desk();
    const auto department = [&] {
        const std::string words = words_of(made(desk, "registration")), label = "| 承办部门 | ";
        const std::size_t at = words.find(label);
        REQUIRE(at != std::string::npos);
        return words.substr(at + label.size(), words.find(" |", at + label.size()) - at - label.size());
    };
    full.answers.answers["F1.34"] = {std::string("刑庭")};
    CHECK(department() == "刑庭");
    full.answers.answers.erase("F1.34");
    CHECK(department() == "执行局");
}

TEST_CASE("an agent whom only the case names is called by their relation where nobody said which kind they are") {
    test::FullCase full;
    const CourtDesk desk = full.desk();
    full.answers.answers["F1.21"] = {domain::Row{{"姓名", "裘小梅"}, {"关系", "侄女"}}};
    for (const char* id : {"decision_grant", "decision_recover", "decision_urgent", "terminated", "payment_stopped"})
        CHECK_MESSAGE(words_of(made(desk, id)).find("委托代理人：裘小梅，系申请人的侄女。") != std::string::npos, id);
    CHECK(words_of(made(desk, "report")).find("委托代理人裘小梅，系申请人的侄女。") != std::string::npos);
    CHECK(words_of(made(desk, "registration")).find("| 委托代理人 | 裘小梅　侄女　") != std::string::npos);
    full.answers.answers["F1.21"] = {domain::Row{{"姓名", "裘小梅"}, {"类别", "近亲属"}, {"关系", "侄女"}}};
    CHECK(words_of(made(desk, "decision_grant")).find("委托代理人：裘小梅，近亲属。") != std::string::npos);
    full.answers.answers["F1.21"] = {domain::Row{{"姓名", "裘小梅"}}};
    CHECK(words_of(made(desk, "decision_grant")).find("委托代理人：裘小梅。") != std::string::npos);
    const CourtPaper unknown = made(desk, "report");
    CHECK(std::find(unknown.empty.begin(), unknown.empty.end(), "agent_is") != unknown.empty.end());
}

TEST_CASE("the letter to another court says what was given before, with sum, day and number") {
    test::FullCase full;
    const auto has = [&](const char* part) {
        return words_of(made(full.desk(), "linkage")).find(part) != std::string::npos;
    };
    CHECK(has("\n（2026）浙0199司救执1号\n"));
    const auto filed = std::find_if(full.facts.begin(), full.facts.end(),
                                    [](const cases::Fact& fact) { return fact.kind == "filed"; });
    full.set_aside(filed->id);
    CHECK(has("\n回执号：7K3M-9QXT-2HDA6\n"));
    const auto answered =
        full.add("double_answered", "2026-12-01",
                 {{"same", true}, {"reasons", test::words("电话核实，2024年9月给过三万元。")}}, "金法官");
    cases::Inquiry::Double found;
    found.where = "某某县人民检察院";
    found.answered_by = answered;
    found.same = true;
    full.aid_case.inquiry.doubles.push_back(found);
    CHECK(has("已经得到过救助：某某县人民检察院（电话核实，2024年9月给过三万元）。"));
    const CourtDesk desk = full.desk();
    full.answers.answers["F1.60"] = {
        std::vector<domain::Row>{{{"来源", "检察院救助"}, {"金额", "30000"}, {"日期", "2024-09-01"}}}};
    CHECK(words_of(made(desk, "linkage")).find("1．检察院救助，30,000.00元（2024年9月1日）\n") != std::string::npos);
    full.answers.answers["F1.60"] = {std::string("没有")};
    CHECK(words_of(made(desk, "linkage")).find("申请人说，为这件事") == std::string::npos);
}

TEST_CASE("what another office answers with stands in one piece, and its seal has a place of its own") {
    test::FullCase full;
    for (const auto& [id, wanted] :
         {std::pair{"linkage", std::vector{"□ 同意联动救助，金额：＿＿＿＿＿＿＿＿元\n", "□ 不同意，理由：＿",
                                           "\n（单位印章）\n"}},
          std::pair{"referral", std::vector{"□ 已受理\n", "□ 不属于本单位职责，建议联系：＿＿＿＿＿＿＿＿＿＿\n",
                                            "\n（单位印章）\n"}}}) {
        const std::string text = drawn(made(full.desk(), id)).text();
        for (const char* each : wanted)
            CHECK_MESSAGE(text.find(each) != std::string::npos, id << ": " << each << " in " << text);
    }
}

TEST_CASE("a report that proposes no aid weighs no sum") {
    for (const char* proposal : {"grant", "refuse", "terminate"}) {
        CAPTURE(std::string(proposal));
        test::FullCase full;
        for (cases::Fact& fact : full.facts)
            if (fact.kind == "report_written") fact.fields["proposal"] = std::string(proposal);
        const std::string words = words_of(made(full.desk(), "report"));
        const bool grants = std::string(proposal) == "grant";
        CHECK((words.find("六、救助金额的考量") != std::string::npos) == grants);
        CHECK((words.find("六、综合考虑的情况") != std::string::npos) != grants);
        CHECK((words.find("三十六个月为") != std::string::npos) == grants);
        CHECK(words.find("综合考虑：实际损失九万六千元、") != std::string::npos);
    }
}

TEST_CASE("a bare number that is told to a body says what it counts") {
    test::FullCase full;
    const CourtDesk desk = full.desk();
    full.answers.answers["F1.50"] = {std::string("3")};
    CHECK(printing::told_answer(desk, "F1.50") == "家庭人口：3人");
    full.answers.answers["F1.42"] = {std::string("不清楚")};
    CHECK(printing::told_answer(desk, "F1.42") == "伤残等级：不清楚");
}

TEST_CASE("a body is told what was answered, and has no line for the rest") {
    test::FullCase full;
    for (cases::Fact& fact : full.facts)
        if (fact.kind == "referred") fact.fields["shared"] = test::lines({"F1.08", "F1.50"});
    const CourtDesk desk = full.desk();
    const auto first = [&] {
        const std::string words = words_of(made(desk, "referral"));
        return words.substr(0, words.find("以上情况仅供"));
    };
    full.answers.answers["F1.50"] = {std::string("3")};
    CHECK(first().find("2．家庭人口：3人") != std::string::npos);  // the control
    full.answers.answers.erase("F1.50");
    CHECK(first().find("家庭人口") == std::string::npos);
    CHECK(first().find("＿") == std::string::npos);
    full.answers.answers.erase("F1.08");
    CHECK(first().find("2．家庭人口：＿") != std::string::npos);  // nothing else: it is seen that something lacks
}

TEST_CASE("items of a list give their last marks up, to each other and to what follows") {
    test::FullCase full;
    for (cases::Fact& fact : full.facts)
        if (fact.kind == "report_written")
            fact.fields["factors"] =
                test::lines({"实际损失九万六千元；", "本人没有过错。", "家里只靠一个人！", "年收入六千元。"});
    CHECK(words_of(made(full.desk(), "report"))
              .find("综合考虑：实际损失九万六千元、本人没有过错、家里只靠一个人！、年收入六千元。") !=
          std::string::npos);
    CHECK(words_of(made(full.desk(), "report")).find("六千元。。") == std::string::npos);
    for (cases::Fact& fact : full.facts)
        if (fact.kind == "hearing_called") fact.fields["people"] = test::lines({"赵丙。", "村主任；"});
    CHECK(words_of(made(full.desk(), "hearing")).find("| 参加人员 | 赵丙、村主任 |") != std::string::npos);
}

TEST_CASE("a paper that was signed with its fact is printed again as whoever signed it saw the case") {
    test::FullCase full;
    for (std::size_t i = 1; i < full.facts.size(); ++i)
        full.facts[i].after = {full.facts[i - 1].id};
    full.add("element_found", "2027-02-01",
             {{"element", test::words("hardship")},
              {"finding", test::words("后来查到的事")},
              {"sure", test::words("proven")}},
             "金法官");
    full.facts.back().after = {full.facts[full.facts.size() - 2].id};
    const auto report = std::find_if(full.facts.begin(), full.facts.end(),
                                     [](const cases::Fact& fact) { return fact.kind == "report_written"; });
    const cases::FactId report_id = report->id;
    const CourtDesk desk = full.desk();
    CHECK(words_of(made(desk, "report")).find("后来查到的事") != std::string::npos);  // the control
    std::size_t given = 0;
    const auto fold = [&](std::span<const cases::Fact> facts) {
        given = facts.size();
        cases::AidCase folded = full.aid_case;  // told by hand, as this case is
        std::erase_if(folded.entries, [&](const cases::Entry& entry) {
            return std::none_of(facts.begin(), facts.end(), [&](const auto& fact) { return fact.id == entry.id; });
        });
        return folded;
    };
    REQUIRE(printing::as_signed(desk, report->id, fold).has_value());
    CHECK(given == static_cast<std::size_t>(report - full.facts.begin()) + 1);
    const auto paper = printing::make_as_signed(desk, paper_of("report"), report->id, fold);
    REQUIRE(paper.has_value());
    CHECK(words_of(*paper).find("后来查到的事") == std::string::npos);
    CHECK(words_of(*paper).find("被捅伤，经鉴定为重伤二级") != std::string::npos);
    CHECK(paper->record == report->id);
    for (const cases::Fact& fact : full.facts)
        if (fact.kind == "more_asked" || fact.kind == "clock_paused" || fact.kind == "hearing_called" ||
            fact.kind == "site_visited")
            CHECK_MESSAGE(printing::as_signed(desk, fact.id, fold).has_value(), fact.kind);
    // Every other one too: of what was signed behind it no paper tells. A sheet is whole with its payment, the form
    // with the filing.
    const auto seen = [&](const cases::FactId& about) {
        given = 0;
        REQUIRE(printing::as_signed(desk, about, fold).has_value());
        return given;
    };
    const auto up_to = [&](std::string_view kind) {
        const auto found = std::find_if(full.facts.begin(), full.facts.end(),
                                        [&](const cases::Fact& fact) { return fact.kind == kind; });
        return static_cast<std::size_t>(found - full.facts.begin()) + 1;
    };
    for (const cases::Fact& fact : full.facts)
        if (fact.kind == "filed" || fact.kind == "served" || fact.kind == "statement_taken" ||
            fact.kind == "urgent_paid")
            CHECK_MESSAGE(seen(fact.id) == up_to(fact.kind), fact.kind);
    CHECK(seen(full.order) == up_to("pay_made"));
    CHECK(seen(full.facts.front().id) == up_to("filed"));
    const auto never = [](std::span<const cases::Fact>) -> cases::AidCase { throw std::logic_error("folded"); };
    // A paper that names the day on which it is made is of that day.
    CHECK(printing::make_as_signed(desk, paper_of("notice"), {}, never).has_value());
    CHECK(printing::make_as_signed(desk, paper_of("decision_refuse"), {}, never).error().code == "paper.not_yet");
    const auto right = full.add("details_corrected", "2027-02-02", {{"applicant", test::words("申屠静")}});
    full.facts.back().after = {full.facts[full.facts.size() - 2].id};
    const auto stands = [&](const cases::FactId& id) {
        bool is_known = false;
        const CourtDesk later = full.desk();
        static_cast<void>(printing::as_signed(later, full.decided, [&](std::span<const cases::Fact> facts) {
            is_known = std::any_of(facts.begin(), facts.end(), [&](const auto& fact) { return fact.id == id; });
            return full.aid_case;
        }));
        return is_known;
    };
    CHECK(stands(right));
    // The name that was set right was itself wrong, and somebody took it back: no paper bears it, whoever knew of it.
    const auto taken_back = full.add("corrected", "2027-02-03", {{"wrong", right.text()}});
    CHECK(stands(taken_back));
    full.set_aside(right);
    CHECK_FALSE(stands(right));
    const auto report_taken_back = full.add("corrected", "2027-02-03", {{"wrong", report_id.text()}});
    CHECK_FALSE(stands(report_taken_back));  // what is no name stays as it was signed
}

TEST_CASE("a sheet grows until the money was handed over, and a form until the case was filed or laid aside") {
    test::FullCase full;
    for (std::size_t i = 1; i < full.facts.size(); ++i)
        full.facts[i].after = {full.facts[i - 1].id};
    const auto set_aside = [&full](std::string_view kind) {
        for (const cases::Fact& fact : full.facts)
            if (fact.kind == kind) full.set_aside(fact.id);
    };
    const auto last_seen = [&](const cases::FactId& about) {
        std::string kind;
        static_cast<void>(
            printing::as_signed(full.desk(), about, [&](std::span<const cases::Fact> facts) -> cases::AidCase {
                for (const cases::Fact& fact : full.facts)
                    if (fact.id == facts.back().id) kind = fact.kind;
                return full.aid_case;
            }));
        return kind;
    };
    const cases::FactId opened = full.facts.front().id;
    CHECK(last_seen(full.order) == "pay_made");
    set_aside("pay_made");
    CHECK(last_seen(full.order).empty());
    CHECK(last_seen(opened) == "filed");
    for (const char* end : {"not_filed", "abandoned", "withdrawn"}) {
        set_aside(std::string(end) == "not_filed"   ? "filed"
                  : std::string(end) == "abandoned" ? "not_filed"
                                                    : "abandoned");
        CHECK(last_seen(opened) == end);
    }
    set_aside("withdrawn");
    CHECK(last_seen(opened).empty());
}

TEST_CASE("who is put on the case after it was filed is no part of the notice that it was") {
    test::FullCase full;
    CHECK(words_of(made(full.desk(), "acceptance")).find("承办法官：金法官。") != std::string::npos);  // the control
    full.aid_case.members.handler.reset();
    const std::string notice = words_of(made(full.desk(), "acceptance"));
    CHECK(notice.find("承办法官：") == std::string::npos);
    CHECK(notice.find("承办法官确定以后，本院会告诉您") != std::string::npos);
}

TEST_CASE("a heading and the sentence below it stand with the table that they lead to") {
    for (int above = 0; above < 26; ++above) {
        CAPTURE(above);
        paper::Official letter;
        letter.title = "书";
        for (int n = 0; n < above; ++n)
            letter.blocks.emplace_back(paper::Prose{"上文"});
        letter.blocks.emplace_back(paper::Prose{"标题", paper::Prose::Set::Heading});
        letter.blocks.emplace_back(paper::Prose{"可以问下列单位："});
        paper::Grid table;
        table.rows.push_back({{{"单位", 1, true}, {"电话", 1, true}}});
        for (int n = 0; n < 5; ++n)
            table.rows.push_back({{{"行"}, {"0199"}}});
        letter.blocks.emplace_back(std::move(table));
        auto pdf = paper::draw_official(letter);
        REQUIRE(pdf.has_value());
        const std::string text = test::PrintedPdf(*std::move(pdf)).text();
        const std::size_t heading = text.find("标题"), last = text.rfind("行");
        REQUIRE(heading < last);
        REQUIRE(last != std::string::npos);
        CHECK(text.substr(heading, last - heading).find('\f') == std::string::npos);
    }
}

TEST_CASE("no row of a table stands alone on a page, and a short table stands whole, with what is signed behind it") {
    constexpr std::size_t kTall = 3;  // rows of so many are tall ones, too many for a short table
    for (const std::size_t rows : {std::size_t{2}, kTall, std::size_t{5}, std::size_t{40}})
        for (int above = 0; above < 26; ++above) {
            CAPTURE(rows);
            CAPTURE(above);
            paper::Official letter;
            letter.title = "书";
            for (int n = 0; n < above; ++n)
                letter.blocks.emplace_back(paper::Prose{"上文"});
            paper::Grid table;
            table.rows.push_back({{{"单位", 1, true}, {"电话", 1, true}}});
            for (std::size_t n = 0; n < rows; ++n)
                table.rows.push_back({{{"行", 1, false, rows == kTall ? 6 : 1}, {"0199"}}});
            letter.blocks.emplace_back(std::move(table));
            letter.blocks.emplace_back(paper::Space{});
            for (const char* each : {"法院", "某年某月某日", "（院印）"})
                letter.blocks.emplace_back(paper::Prose{each, paper::Prose::Set::Right});
            auto pdf = paper::draw_official(letter);
            REQUIRE(pdf.has_value());
            const std::string text = test::PrintedPdf(*std::move(pdf)).text();
            std::size_t seen = 0;
            for (std::size_t from = 0; from < text.size();) {
                const std::size_t end = std::min(text.find('\f', from), text.size());
                const std::string page = text.substr(from, end - from);
                from = end + 1;
                std::size_t on_page = 0;
                for (std::size_t at = page.find("行"); at != std::string::npos; at = page.find("行", at + 1))
                    ++on_page;
                if (seen == 0 && on_page > 0 && above > 0) CHECK(page.find("上文") < page.find("单位"));
                seen += on_page;
                CHECK(on_page != 1);
                if (rows < 40) CHECK((on_page == 0 || on_page == rows));
                CHECK((page.find("单位") != std::string::npos) == (on_page > 0));
                if (page.find("法院") != std::string::npos) CHECK(on_page > 0);
            }
            CHECK(seen == rows);
        }
}

TEST_CASE("what was answered on another form is told under its code, and a code that nobody answered as it stands") {
    test::FullCase full;
    for (cases::Fact& fact : full.facts)
        if (fact.kind == "case_opened")
            fact.fields["answers"] = std::string(R"({"F1.08":"石桥村3组","F1.04a":"是","F9.1":{"a":"b","c":"d"}})");
    const CourtDesk desk = full.desk();
    CHECK(printing::told_answer(desk, "F1.04a") == "F1.04a：是");
    CHECK(printing::told_answer(desk, "F9.1") == "F9.1：a：b、c：d");
    CHECK(printing::told_answer(desk, "F9.9") == "F9.9");
    CHECK(printing::told_answer(desk, "F1.08").ends_with("石桥村3组"));
}
