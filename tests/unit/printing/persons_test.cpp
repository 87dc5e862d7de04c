// Papers call whoever they are about what they are: several who apply together, a child, an organisation, somebody who
// petitions; and they name the document of who is paid or asked.
#include <utility>

#include "app/domain/identity_number.hpp"
#include "tests/unit/printing/court_case.hpp"
#include "tests/unit/printing/court_words.hpp"

using namespace courtyard;
using printing::CourtDesk;
using test::made;
using test::words_of;

namespace {

std::string citizen(const std::string& first17) { return first17 + domain::identity_check_character(first17); }
const std::string kChild = citizen("33019920150615002"), kWidow = citizen("33019919860302004");

bool has(const std::string& words, const char* what) { return words.find(what) != std::string::npos; }

domain::Row fellow(const char* name, const char* relation, const std::string& number, const char* guardian,
                   const char* wish) {
    return {{"姓名", name},       {"关系", relation},   {"证件类型", "居民身份证"},
            {"证件号码", number}, {"监护人", guardian}, {"意愿", wish}};
}

// After desk(), which reads the answers of the form.
void joined(test::FullCase& full) {
    full.answers.answers["F1.15"] = {std::vector<domain::Row>{fellow("骆一苗", "女儿", kChild, "骆大勇", "愿意"),
                                                              fellow("骆小满", "妻子", kWidow, "没有", "愿意"),
                                                              fellow("骆不来", "儿子", "暂无", "没有", "不申请")}};
}

void refuse_help(test::FullCase& full) {
    full.set_aside(full.decided);
    full.add("decided", "2026-12-03",
             {{"ballot", std::string(32, '0')},
              {"result", test::words("refuse")},
              {"reasons", test::words("国家司法救助只进行一次。")}},
             "吴主任");
}

void as_organisation(test::FullCase& full) {
    full.answers.answers["F1.06"] = {domain::Row{{"type", "统一社会信用代码"}, {"number", "91330100MA27XXXX0A"}}};
}

}  // namespace

TEST_CASE("each of several who apply together stands on papers with birth day, document and guardian") {
    test::FullCase grant, refusal;
    refuse_help(refusal);
    const std::string alone = words_of(made(grant.desk(), "decision_grant"));
    CHECK_FALSE(has(alone, "共同申请人"));  // the control
    for (const char* id : {"decision_grant", "decision_refuse", "decision_urgent", "decision_recover", "terminated",
                           "payment_stopped", "report"}) {
        CAPTURE(id);
        test::FullCase& full = std::string(id) == "decision_refuse" ? refusal : grant;
        const auto desk = full.desk();
        joined(full);
        const std::string words = words_of(made(desk, id));
        CHECK(has(words, ("共同申请人：骆一苗，女，2015年6月15日出生，系死者的女儿，公民身份号码" + kChild +
                          "。\n法定代理人：骆大勇，系骆一苗的监护人。\n共同申请人：骆小满，女，1986年3月2日出生，系死者"
                          "的妻子，公民身份号码" +
                          kWidow + "。\n")
                             .c_str()));
        CHECK_FALSE(has(words, "共同申请人：骆不来"));
        CHECK_FALSE(has(words, "系骆小满的监护人"));
    }
    const auto desk = grant.desk();
    joined(grant);
    CHECK(has(words_of(made(desk, "acceptance")), "、骆一苗（法定代理人：骆大勇）、骆小满："));
    // Nobody whose number is not known is guessed at: there are lines to write on, as in the report.
    grant.answers.answers["F1.15"] = {std::vector<domain::Row>{fellow("骆一苗", "女儿", "暂无", "没有", "愿意")}};
    CHECK(has(words_of(made(desk, "decision_grant")),
              "共同申请人：骆一苗，＿＿，＿＿＿＿年＿＿月＿＿日出生，系死者的女儿，"));
    CHECK(has(words_of(made(desk, "report")), "共同申请人：骆一苗，＿＿，＿＿＿＿年＿＿月＿＿日出生，系死者的女儿，"));
    // Nobody asked them, or what they said was not written down: they are none, and the judge sees it in the report.
    for (const char* wish : {"还没问到", ""}) {
        CAPTURE(wish);
        domain::Row row = fellow("骆没问", "儿子", "暂无", "没有", wish);
        if (std::string(wish).empty()) row.erase("意愿");
        grant.answers.answers["F1.15"] = {
            std::vector<domain::Row>{fellow("骆小满", "妻子", kWidow, "没有", "愿意"), row}};
        for (const char* id : {"decision_grant", "acceptance", "hearing", "terminated"})
            CHECK_FALSE_MESSAGE(has(words_of(made(desk, id)), "骆没问"), id);
        CHECK(has(words_of(made(desk, "decision_grant")), "及上列共同申请人"));  // the control: one of them applies
        const std::string report = words_of(made(desk, "report"));
        CHECK_FALSE(has(report, "共同申请人：骆没问"));
        CHECK(has(report, "骆没问（死者的儿子）是否愿意一起申请：还没有问到。没有问明以前，不列为共同申请人"));
        CHECK(has(report, "骆小满（死者的妻子）是否愿意一起申请：愿意。"));
        grant.answers.answers["F1.15"] = {std::vector<domain::Row>{row}};
        CHECK_FALSE(has(words_of(made(desk, "decision_grant")), "及上列共同申请人"));
    }
    // All declined: they are no co-applicants.
    grant.answers.answers["F1.15"] = {std::vector<domain::Row>{fellow("骆不来", "儿子", "暂无", "没有", "不申请")}};
    CHECK_FALSE(has(words_of(made(desk, "decision_grant")), "共同申请人"));
}

TEST_CASE("a relative who says later that they apply, or that they do not, stands on the papers so") {
    test::FullCase full;
    const auto desk = full.desk();
    full.answers.answers["F1.15"] = {std::vector<domain::Row>{fellow("骆没问", "儿子", "暂无", "没有", "还没问到"),
                                                              fellow("骆小满", "妻子", kWidow, "没有", "愿意")}};
    const auto say = [&](const char* name, bool applies, const char* relation = "", const std::string& number = "") {
        full.aid_case.fellows.said.push_back({full.facts.front().id, name, applies, relation, number, ""});
        printing::add_fellows(desk.pack, full.aid_case, full.answers);
    };
    printing::add_fellows(desk.pack, full.aid_case, full.answers);
    CHECK_FALSE(has(words_of(made(desk, "acceptance")), "骆没问"));  // the control: nobody has heard anything since
    say("骆没问", true);
    CHECK(has(words_of(made(desk, "acceptance")), "骆没问、骆小满："));
    CHECK(has(words_of(made(desk, "decision_grant")), "共同申请人：骆没问"));
    CHECK(has(words_of(made(desk, "report")), "骆没问（死者的儿子）是否愿意一起申请：愿意。"));
    // Whom the form does not name, with what was told of them.
    say("骆一苗", true, "女儿", kChild);
    CHECK(has(words_of(made(desk, "decision_grant")),
              ("共同申请人：骆一苗，女，2015年6月15日出生，系死者的女儿，公民身份号码" + kChild).c_str()));
    // Who thinks better of it is none any more.
    say("骆小满", false);
    CHECK_FALSE(has(words_of(made(desk, "decision_grant")), "共同申请人：骆小满"));
    CHECK_FALSE(has(words_of(made(desk, "acceptance")), "骆小满"));
    // Of somebody whom the form does not name and who does not apply nothing stands anywhere.
    say("骆外人", false);
    CHECK_FALSE(has(words_of(made(desk, "report")), "骆外人"));
}

TEST_CASE("a child's papers have a place for who acts for it, though nobody has said who") {
    for (const bool is_child : {true, false}) {
        test::FullCase full;
        const auto desk = full.desk();
        full.answers.answers["F1.06"] = {domain::Row{{"number", is_child ? kChild : kWidow}}};
        CHECK(has(words_of(made(desk, "decision_grant")), "法定代理人：＿＿＿＿＿＿，系救助申请人的＿＿") == is_child);
        for (const char* id :
             {"acceptance", "hearing", "supplement", "suspended", "not_filed", "withdrawn", "abandoned"}) {
            CAPTURE(id);
            CHECK(has(words_of(made(desk, id)), "（法定代理人：＿＿＿＿）：") == is_child);
        }
        CHECK(has(words_of(made(desk, "payment_stopped")), "法定代理人：＿＿") == is_child);
        CHECK(has(words_of(made(desk, "referral")), "经其法定代理人同意") == is_child);
    }
}

TEST_CASE("nobody owes a petitioner: their grant says what breaking the promise costs, and nothing of an opponent") {
    const char* promise = "违背息诉息访承诺的，依照《最高人民法院关于加强和规范人民法院国家司法救助工作的意见》";
    for (const bool petitions : {true, false}) {
        test::FullCase full, refusal;
        refuse_help(refusal);
        if (petitions) full.aid_case.findings.categories = refusal.aid_case.findings.categories = {"E9"};
        const std::string grant = words_of(made(full.desk(), "decision_grant"));
        CHECK(has(grant, promise) == petitions);
        CHECK(has(grant, "救助金应当退回，由本院追回。") == petitions);
        CHECK(has(grant, "对方依法") != petitions);
        CHECK(has(grant, "执行到位") != petitions);
        CHECK(has(grant, "参照《关于建立") == petitions);
        const std::string record = words_of(made(full.desk(), "payment_record"));
        CHECK(has(record, "没有得到有效赔偿") != petitions);
        CHECK(has(record, "诉求有一定合理性") == petitions);
        // What nobody owes has no lines to be filled in.
        const auto desk = full.desk();
        for (const char* code : {"F1.35", "F1.36", "F1.37"})
            full.answers.answers.erase(code);
        const std::string report = words_of(made(desk, "report"));
        CHECK(has(report, "未得＿") != petitions);
        CHECK(has(report, "对方当事人") != petitions);
        CHECK(has(words_of(made(refusal.desk(), "decision_refuse")), "对方依法") != petitions);
        if (!petitions) continue;
        full.add("commitment_taken", "2026-12-02", {{"given", test::words("not_needed")}}, "金法官");
        const std::string none = words_of(made(full.desk(), "decision_grant"));
        CHECK_FALSE(has(none, "息访"));
        CHECK_FALSE(has(none, "对方依法"));
    }
}

TEST_CASE("an organisation is born on no day, and is sent to no poor relief") {
    test::FullCase full;
    const auto desk = full.desk();
    CHECK(has(words_of(made(desk, "not_filed")), "最低生活保障"));  // the control
    for (const char* personal : {"户籍地", "家庭人口", "人群情况", "本人责任", "困难身份", "曾用名"})
        CHECK_MESSAGE(has(words_of(made(desk, "registration")), personal), personal);
    CHECK(has(words_of(made(desk, "revisit")), "■本人"));
    as_organisation(full);
    const std::string reply = words_of(made(desk, "not_filed"));
    CHECK_FALSE(has(reply, "最低生活保障"));
    CHECK_FALSE(has(reply, "医疗救助"));
    CHECK(has(reply, "诉讼费缓交、减交"));
    const std::string letter = words_of(made(desk, "referral"));
    CHECK_FALSE(has(letter, "生活困难"));
    CHECK_FALSE(has(letter, "本人同意"));
    CHECK(has(letter, "经该单位同意"));
    const std::string ended = words_of(made(desk, "terminated"));
    CHECK(has(ended, "，统一社会信用代码91330100MA27XXXX0A。"));
    CHECK_FALSE(has(ended, "出生"));
    const std::string form = words_of(made(desk, "registration"));
    CHECK(has(form, "| 名称 | "));
    CHECK(has(form, "| 住所地 | "));
    for (const char* personal : {"户籍地", "家庭", "人群情况", "本人责任", "困难身份", "曾用名", "民族", "医疗费"})
        CHECK_FALSE_MESSAGE(has(form, personal), personal);
    const std::string visit = words_of(made(desk, "revisit"));
    CHECK(has(visit, "| 核对身份 | ■单位的负责人或者经办人 |"));
    CHECK_FALSE(has(visit, "其他家属"));
}

TEST_CASE("the document of who is paid or asked stands where the case holds it, else a line to write on") {
    test::FullCase full;
    CHECK(has(words_of(made(full.desk(), "payment_sheet")), "| 领款人证件号 | 330199198603140177 |"));
    CHECK(has(words_of(made(full.desk(), "urgent_sheet")), "| 领款人证件号 | 330199198603140177 |"));
    CHECK(has(words_of(made(full.desk(), "payment_record")), "（本人）\n证件号码：330199198603140177\n"));
    // Whoever is asked: the wife is in no part of the form until she acts for the applicant.
    const auto desk = full.desk();
    CHECK(has(words_of(made(desk, "statement")), "被询问人：毕䶮（妻子）\n证件号码：＿＿＿＿"));
    full.answers.answers["F1.20"] = {
        domain::Row{{"姓名", "毕䶮"}, {"关系", "配偶"}, {"证件号码", kWidow}, {"电话", "13800000009"}}};
    CHECK(has(words_of(made(desk, "statement")), ("毕䶮（妻子）\n证件号码：" + kWidow + "\n").c_str()));
    full.add("pay_ordered", "2026-12-20",
             {{"amount", test::yuan(1000)}, {"payee", test::words("毕䶮")}, {"way", test::words("cash")}});
    const auto guardian = full.desk();
    full.answers.answers["F1.20"] = {domain::Row{{"姓名", "毕䶮"}, {"关系", "配偶"}, {"证件号码", kWidow}}};
    CHECK(has(words_of(made(guardian, "payment_sheet")), ("| 领款人证件号 | " + kWidow + " |").c_str()));
    full.add("pay_ordered", "2026-12-21", {{"amount", test::yuan(1000)}, {"payee", test::words("俞不识")}});
    CHECK(has(words_of(made(full.desk(), "payment_sheet")), "| 领款人证件号 | ＿＿＿＿"));
}

TEST_CASE("what does not apply to a payment is a stroke, and is asked of nobody") {
    for (const char* way : {"transfer", "entrusted", "cash"}) {
        CAPTURE(way);
        test::FullCase full;
        full.add("pay_ordered", "2026-12-20", {{"amount", test::yuan(1000)}, {"way", test::words(way)}});
        full.add("urgent_paid", "2026-12-20", {{"amount", test::yuan(1000)}, {"way", test::words(way)}});
        for (const char* id : {"payment_sheet", "urgent_sheet"}) {
            const std::string words = words_of(made(full.desk(), id));
            const bool is_transfer = std::string(way) == "transfer";
            CHECK(has(words, "同意按上述账户收款") == is_transfer);
            CHECK(has(words, "不需要另行审批") == is_transfer);
            CHECK(has(words, "| 收款账号 | ＿") == is_transfer);
            CHECK(has(words, "| 收款账号 | — |") == (std::string(way) == "entrusted"));
            CHECK(has(words, "| 户名 | — |") == (std::string(way) == "entrusted"));
        }
    }
}

TEST_CASE("reasons that somebody wrote without a full stop do not run into what follows") {
    test::FullCase full;
    full.add(
        "recovery_decided", "2027-05-07",
        {{"ground", test::words("fraud")}, {"amount", test::yuan(100)}, {"reasons", test::words("查明材料是假的")}});
    CHECK(has(words_of(made(full.desk(), "decision_recover")), "理由：查明材料是假的。\n依照"));
}

TEST_CASE("a referral says which document a number is of") {
    test::FullCase full;
    full.add("referred", "2026-12-13", {{"body", test::words("12348")}, {"shared", test::lines({"F1.06"})}});
    CHECK(has(words_of(made(full.desk(), "referral")), "1．证件类型和号码：居民身份证 330199198603140177\n"));
}

TEST_CASE("a notice of fee relief looks as every paper of the court does, and says what applies alone") {
    const auto notice = [](const char* granted, bool filed, const char* suit = nullptr, bool says_when = true) {
        test::CourtCase one;
        one.add("case_opened", "2026-11-20", {{"applicant", test::words("申屠静")}, {"source", test::words("window")}});
        one.aid_case.applicant = "申屠静";
        one.aid_case.original_case = "（2026）浙0199民初9号";
        one.aid_case.receipt = "7K3M-9QXT-2HDA6";
        if (filed) one.aid_case.number = "（2026）浙0199司救民1号";
        const auto step = [&](const char* act, cases::Fields fields, const char* author) {
            fields["module"] = test::words("fee_relief");
            fields["act"] = test::words(act);
            one.add("module", "2026-11-27", std::move(fields), author);
        };
        cases::Fields asked{{"kind", test::words("defer")},
                            {"fee", test::yuan(1050)},
                            {"ground", test::words("交不起")},
                            {"proofs", test::lines({"证明"})}};
        if (suit != nullptr) asked["suit"] = test::words(suit);
        step("ask", std::move(asked), "周书记员");
        // What is approved counts, whatever the judge's opinion was.
        step("propose", {{"opinion", test::words("none")}, {"reasons", test::words("困难")}}, "金法官");
        cases::Fields grant{{"granted", test::words(granted)}};
        if (says_when) grant["pays"] = test::yuan(525), grant["until"] = test::words("2027-05-31");
        step("grant", std::move(grant), "吴主任");
        for (std::size_t i = 1; i < one.facts.size(); ++i)
            one.facts[i].after = {one.facts[i - 1].id};
        const auto office = [&one](const base::PersonId& id) -> std::optional<cases::Role> {
            if (id == one.person("周书记员")) return cases::Role::Registrar;
            if (id == one.person("金法官")) return cases::Role::Judge;
            return cases::Role::Leader;
        };
        auto paper = printing::make_module_paper(one.desk(), "fee_relief.notice", office);
        REQUIRE_MESSAGE(paper.has_value(), paper.error().message);
        return words_of(*paper);
    };
    const std::string defer = notice("defer", false);
    CHECK(has(defer, "\n回执号：7K3M-9QXT-2HDA6\n"));
    CHECK(has(notice("defer", true), "\n（2026）浙0199司救民1号\n"));
    CHECK(
        has(defer, "因（2026）浙0199民初9号一案申请缓交诉讼费用，应交的诉讼费用为1,050.00元（大写：壹仟零伍拾元整）"));
    CHECK(has(defer, "第四十四条、第四十七条、第四十八条的规定，准予缓交。"));
    CHECK(has(defer, "缓交的金额为525.00元（大写：伍佰贰拾伍元整），请在2027年5月31日前交清。"));
    CHECK(has(defer, "\n二〇二六年十一月二十七日\n（院印）\n"));
    CHECK_FALSE(has(defer, "不用交"));
    CHECK_FALSE(has(defer, "＿"));
    // For another suit than the one that the aid is about: that one is named.
    const std::string other = notice("defer", false, "起诉其他子女追索赡养费");
    CHECK(has(other, "您因起诉其他子女追索赡养费一案申请缓交"));
    CHECK_FALSE(has(other, "浙0199民初9号"));
    CHECK(has(other, "或者拨打"));
    for (const char* granted : {"defer", "reduce"}) {
        const std::string later = notice(granted, false, nullptr, false);
        CHECK(has(later, "本院另行通知您。"));
        CHECK_FALSE(has(later, "____"));
    }
    CHECK(has(notice("reduce", false), "还要交525.00元（大写：伍佰贰拾伍元整），请在2027年5月31日前交清。"));
    const std::string waive = notice("waive", false);
    CHECK(has(waive, "第四十四条、第四十五条、"));
    CHECK(has(waive, "这笔诉讼费用不用交了。"));
    CHECK_FALSE(has(waive, "交清"));
}

TEST_CASE("the letter to legal aid says whom to call, there and here") {
    test::FullCase full;
    full.aid_case.applicant = full.facts.front().text("applicant");
    const auto step = [&](const char* act, cases::Fields fields) {
        fields["module"] = test::words("legal_aid");
        fields["act"] = test::words(act);
        full.add("module", "2026-11-27", std::move(fields), "金法官");
    };
    step("tell", {{"matter", test::words("变更赡养费")}, {"urgent", false}});
    step("send", {{"agreed_to", true}, {"papers", test::lines({"判决书"})}});
    full.facts.back().after = {full.facts[full.facts.size() - 2].id};
    const auto judge = [](const base::PersonId&) -> std::optional<cases::Role> { return cases::Role::Judge; };
    const auto letter = [&](const CourtDesk& desk) {
        auto paper = printing::make_module_paper(desk, "legal_aid.transfer", judge);
        REQUIRE_MESSAGE(paper.has_value(), paper.error().message);
        return words_of(*paper);
    };
    const CourtDesk desk = full.desk();
    const std::string words = letter(desk);
    CHECK(has(words, "证件号码330199198603140177，住"));
    const char* careful = "怎样联系：请先同本院联系，不要直接打电话、寄信或者上门，也不要向别人说起。";
    CHECK(has(words, careful));
    CHECK_FALSE(has(words, "联系电话"));
    CHECK_FALSE(has(words, "13800000001"));
    full.answers.answers.erase("F1.11");  // the control: anybody may call at any time
    CHECK(has(letter(desk), "，联系电话13800000001。"));
    CHECK_FALSE(has(letter(desk), careful));
    // A number that is not theirs is nothing that they agreed on: it is told to nobody.
    full.aid_case.contact.lost = "wrong_number";
    CHECK_FALSE(has(letter(desk), "怎样联系"));
    CHECK_FALSE(has(letter(desk), "联系电话"));
    full.aid_case.contact.lost.clear();
    const pack::Contact* office = desk.pack.contact("aid_office");
    REQUIRE(office != nullptr);
    CHECK(has(words, ("联系单位：" + office->name + "，电话" + office->number + "。").c_str()));
    CHECK_FALSE(has(words, "____"));
    // What is said of the aid is true whenever the letter is sent.
    CHECK(has(words, "该申请人已经得到本院的国家司法救助，案号"));
    const cases::Ledger paid = std::exchange(full.aid_case.ledger, {});
    CHECK(has(letter(full.desk()), "该申请人向本院申请了国家司法救助，案号"));
    full.aid_case.ledger = paid;
    // What nobody knows is a line.
    full.answers.answers.erase("F1.06");
    CHECK(has(letter(desk), "证件号码____"));
    // Where they live is left out; the letter is printed again as it was, whatever number the case has since.
    full.answers.answers.erase("F1.08");
    full.answers.answers.erase("F1.07");
    CHECK_FALSE(has(letter(desk), "，住"));
    const cases::FactId sent = full.facts.back().id;
    full.add("remarked", "2027-01-01", {{"words", test::words("后来的事")}});
    full.facts.back().after = {sent};
    full.aid_case.receipt = "7K3M-9QXT-2HDA6";
    CHECK(has(letter(full.desk()), "\n（2026）浙0199司救执1号\n"));  // the control
    const auto again = printing::make_module_as_signed(full.desk(), "legal_aid.transfer", judge, sent,
                                                       [&full](std::span<const cases::Fact>) {
                                                           cases::AidCase then = full.aid_case;
                                                           then.number.clear();
                                                           return then;
                                                       });
    REQUIRE_MESSAGE(again.has_value(), again.error().message);
    CHECK(again->record == sent);
    CHECK(has(words_of(*again), "\n回执号：7K3M-9QXT-2HDA6\n"));
}
