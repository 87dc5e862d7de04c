// What a paper says of whom, and in whose words: nothing of safe contact where others read it, what came since, who
// agreed; and what stands together on a page.
#include <algorithm>

#include "app/paper/official.hpp"
#include "tests/unit/printing/court_case.hpp"
#include "tests/unit/printing/court_words.hpp"
#include "tests/unit/printing/printed.hpp"

using namespace courtyard;
using printing::CourtDesk;
using test::made;
using test::refuse;
using test::words_of;

namespace {

bool has(const std::string& words, const std::string& what) { return words.find(what) != std::string::npos; }

std::vector<std::string> pages_of(const paper::Official& letter) {
    auto pdf = paper::draw_official(letter);
    REQUIRE_MESSAGE(pdf.has_value(), pdf.error().message);
    const std::string text = test::PrintedPdf(*std::move(pdf)).text();
    std::vector<std::string> pages;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find('\f', from), text.size());
        pages.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    return pages;
}

const std::string* page_with(const std::vector<std::string>& pages, const std::string& what) {
    const auto found = std::find_if(pages.begin(), pages.end(), [&](const auto& page) { return has(page, what); });
    return found == pages.end() ? nullptr : &*found;
}

paper::Official letter_of(int above) {
    paper::Official letter;
    letter.name = letter.title = "书";
    for (int n = 0; n < above; ++n)
        letter.blocks.emplace_back(paper::Prose{"上文"});
    return letter;
}

// How wide the names are that rows begin with, against the whole row.
void put_label_widths(const std::vector<pack::CourtNode>& nodes, std::vector<double>& widths) {
    for (const pack::CourtNode& node : nodes) {
        put_label_widths(node.nodes, widths);
        put_label_widths(node.otherwise, widths);
        if (node.cells.size() < 2 || !node.cells[0].label || node.cells[1].label) continue;
        double whole = 0;
        for (const pack::CourtCell& cell : node.cells)
            whole += cell.share;
        widths.push_back(node.cells[0].share / whole);
    }
}

}  // namespace

TEST_CASE("the names that rows of a form begin with stand in one column") {
    std::size_t seen = 0;
    for (const pack::CourtTemplate& paper : pack::court_templates(pack::test::demo_pack())) {
        if (!paper.is_form) continue;
        CAPTURE(paper.id);
        std::vector<double> widths;
        put_label_widths(paper.body, widths);
        for (const double width : widths)
            CHECK(width == doctest::Approx(widths.front()));
        seen += widths.size();
    }
    CHECK(seen > 40);  // the control: there are forms
}

TEST_CASE("a paper that may lie on a table at home tells neither the rule of contact nor the plain number") {
    for (const bool is_guarded : {true, false}) {
        CAPTURE(is_guarded);
        test::FullCase full;
        const CourtDesk desk = full.desk();
        full.answers.answers["F1.09"] = {std::string("057164200013")};
        full.answers.answers["F1.11"] = {std::string(is_guarded ? "不要打家里电话" : "随时可以")};
        const std::string form = words_of(made(desk, "registration"));
        CHECK(has(form, "057164200013") != is_guarded);
        CHECK(has(form, "| 联系电话 | 按约定方式联系 |") == is_guarded);
        CHECK(has(form, "| 安全联系方式 | 已另记 |") == is_guarded);
        CHECK_FALSE(has(form, "不要打家里电话"));
        CHECK_FALSE(has(form, "随时可以"));
        CHECK(has(words_of(made(desk, "referral")), "请不要直接打电话、寄信或者上门") == is_guarded);
        // The court's own record tells whoever goes there, and says that it stays inside.
        const std::string visit = words_of(made(desk, "revisit"));
        CHECK(has(visit, "内部使用，不对外") == is_guarded);
        CHECK(has(visit, "| 联系前先看 |") == is_guarded);
    }
}

TEST_CASE("a wrong number is nothing that was agreed on: no paper says so, and no body is told the number") {
    test::FullCase full;
    const CourtDesk desk = full.desk();
    full.answers.answers["F1.09"] = {std::string("057164200013")};
    full.answers.answers["F1.11"] = {std::string("随时可以")};
    full.aid_case.contact.rule = "随时可以";
    for (const char* lost : {"", "wrong_number", "died"}) {
        CAPTURE(std::string(lost));
        full.aid_case.contact.lost = lost;
        CHECK_FALSE(has(words_of(made(desk, "registration")), "按约定方式联系"));
        CHECK_FALSE(has(words_of(made(desk, "revisit")), "联系前先看"));
        const std::string letter = words_of(made(desk, "referral"));
        CHECK_FALSE(has(letter, "申请人对怎样联系有约定"));
        CHECK(has(letter, "057164200013") == (*lost == '\0'));  // the control
    }
    // Told since: the letter has the new number, and not that of the form.
    full.aid_case.contact.lost.clear();
    full.aid_case.contact.phone = "13900000009";
    const std::string letter = words_of(made(desk, "referral"));
    CHECK(has(letter, "13900000009"));
    CHECK_FALSE(has(letter, "057164200013"));
}

TEST_CASE("who is to give back what was paid too much reads which payment it is, how much, and until when") {
    test::FullCase full;
    const std::string words = words_of(made(full.desk(), "reclaim"));
    CHECK_MESSAGE(
        has(words,
            "2026年12月12日付给申屠𬱖𬀩的人民币124,000.00元（大写：壹拾贰万肆仟元整）"),
        words);
    CHECK(has(words, "请在2027年1月15日前"));
    CHECK_FALSE(has(words, "银行流水"));  // how the court found out stays inside
    // The control: another payment, urgent aid that says itself who took it, and no day that was named.
    const auto urgent =
        full.add("urgent_paid", "2026-12-20", {{"amount", test::yuan(9000)}, {"payee", test::words("申屠家的表哥")}});
    full.set_aside(urgent);
    const auto said = full.add("payment_reclaimed", "2026-12-22", {{"payment", urgent.text()}}, "吴主任");
    cases::Recovery beside = full.aid_case.ledger.recoveries.back();
    beside.by = said;
    beside.amount = {900'000};
    full.aid_case.ledger.recoveries.push_back(beside);
    const auto other = made(full.desk(), "reclaim");
    CHECK(has(words_of(other), "2026年12月20日付给申屠家的表哥的人民币9,000.00元（大写：玖仟元整）"));
    CHECK(std::find(other.empty.begin(), other.empty.end(), "reclaim_until") == other.empty.end());
}

TEST_CASE("reported: of a pack signed before, a letter to a body leaves empty what the person did not agree to") {
    const auto taken = pack::parse(
        pack::test::with_edit("documents/court/referral.toml", "{referral_asks}\n",
                              "{referral_asks}\n电话{phone}；证件{F1.06.number}；家里{F1.50}人；情况{F1.71}；{amount}；"
                              "{if F1.71}有情况{end}{if reasons}有理由{end}\n"),
        pack::Reader::Machine);
    REQUIRE(taken.has_value());
    test::FullCase full;
    for (cases::Fact& fact : full.facts)
        if (fact.kind == "referred") fact.fields["shared"] = test::lines({"F1.50"});
    const CourtDesk desk = full.desk(*taken);
    full.answers.answers["F1.50"] = {std::string("3")};
    full.answers.answers["F1.71"] = {std::string("腿摔断了")};
    const auto letter = made(desk, "referral");
    const std::string words = words_of(letter);
    CHECK(has(words, "家里3人"));  // that was agreed
    for (const char* other : {"13800000001", "330199198603140177", "有情况", "有理由", "腿摔断了"})
        CHECK_FALSE_MESSAGE(has(words, other), other);
    CHECK(has(words, "证件＿"));
    CHECK(std::find(letter.empty.begin(), letter.empty.end(), "phone") != letter.empty.end());
    // The control: the person agreed to that, too.
    for (cases::Fact& fact : full.facts)
        if (fact.kind == "referred") fact.fields["shared"] = test::lines({"F1.06", "F1.71"});
    const std::string more = words_of(made(desk, "referral"));
    CHECK(has(more, "证件330199198603140177"));
    CHECK(has(more, "有情况"));
    CHECK_FALSE(has(more, "家里3人"));
}

TEST_CASE("a record of what was told by word of mouth bears the day on which it was told, and no plain number") {
    test::CourtCase one;
    one.add("case_opened", "2026-11-20",
            {{"applicant", test::words("贾满仓")},
             {"source", test::words("outreach")},
             {"phone", test::words("057164200013")}});
    one.aid_case.received_on = test::day("2026-11-20");
    CHECK(has(words_of(made(one.desk(), "oral_application")), "时间：＿＿＿＿年"));
    CHECK(has(words_of(made(one.desk(), "oral_application")), "联系电话：057164200013"));
    CHECK(has(words_of(made(one.desk(), "registration")), "■口述笔录"));
    CHECK(has(words_of(made(one.desk(), "notice")), "编号：＿＿"));
    one.aid_case.contact.rule = "不要打电话";
    CHECK(has(words_of(made(one.desk(), "oral_application")), "联系电话：按约定方式联系"));
    one.add("statement_taken", "2026-11-24",
            {{"speaker", test::words("贾满仓")}, {"statement", test::words("判了七万一")}, {"read_back", true}});
    CHECK(has(words_of(made(one.desk(), "oral_application")), "时间：2026年11月24日"));
    one.add("filed", "2026-11-25", {{"number", test::words("（2026）浙0199司救执1号")}});
    one.add("statement_taken", "2026-11-30", {{"speaker", test::words("贾满仓")}, {"statement", test::words("后来")}});
    CHECK(has(words_of(made(one.desk(), "oral_application")), "时间：2026年11月24日"));
}

TEST_CASE("a form says that a paper has come, and when, and what became of the application") {
    test::FullCase full;
    const CourtDesk desk = full.desk();
    CHECK(has(words_of(made(desk, "registration")), "| 困难证明 | 没有 | 还没去村里开 |"));  // the control
    full.add("more_came", "2026-11-30", {{"papers", test::lines({"村委会困难证明"})}});
    CHECK(has(words_of(made(full.desk(), "registration")), "| 困难证明 | 已补交（2026年11月30日） | — |"));
    test::FullCase filed;
    CHECK(has(words_of(made(filed.desk(), "registration")), "不予立案。理由：您说的案件由邻县法院办理"));
    // On the day of signing nobody has been told yet: it says who signed, and when.
    CHECK_FALSE(has(words_of(made(filed.desk(), "registration")), "书面告知"));
    for (const cases::Fact& fact : filed.facts)
        if (fact.kind == "not_filed")
            CHECK(
                has(words_of(made(filed.desk(), "registration")), "日　　" + filed.desk().name_of(fact.author) + " |"));
    for (const cases::Fact& fact : filed.facts)
        if (fact.kind == "not_filed") filed.set_aside(fact.id);
    CHECK(has(words_of(made(filed.desk(), "registration")), "建议立案审查"));
    CHECK_FALSE(has(words_of(made(filed.desk(), "registration")), "不予立案"));
}

TEST_CASE("a letter to a body names who agreed, as it was written down, and calls a department of the court one") {
    for (const char* by : {"", "applicant", "guardian", "agent"}) {
        CAPTURE(std::string(by));
        test::FullCase full;
        cases::Fields agreed{{"bodies", test::lines({"12368"})}, {"how", test::words("signed")}};
        if (*by != '\0') agreed["by"] = test::words(by);
        full.add("consent_given", "2026-12-12", agreed);
        full.add("referred", "2026-12-13",
                 {{"item", test::words("N17")},
                  {"body", test::words("12368")},
                  {"asks", test::words("请缓交。")},
                  {"shared", test::lines({"F1.08"})}});
        full.add("consent_given", "2026-12-14",  // later than the letter
                 {{"bodies", test::lines({"12368"})}, {"how", test::words("phone")}, {"by", test::words("agent")}});
        const std::string words = words_of(made(full.desk(), "referral"));
        const std::string who = std::string(by) == "agent"      ? "其委托代理人"
                                : std::string(by) == "guardian" ? "其法定代理人"
                                                                : "本人";
        CHECK(has(words, "经" + who + "同意"));
        CHECK(has(words, "认为不属于你庭职责的"));
        CHECK_FALSE(has(words, "你单位"));
    }
    test::FullCase outside;
    CHECK(has(words_of(made(outside.desk(), "referral")), "认为不属于你单位职责的"));  // the control
}

TEST_CASE("a paper about another lawsuit has a line for its own number") {
    const auto number = [](bool is_other) {
        test::CourtCase one;
        one.add("case_opened", "2026-11-20", {{"applicant", test::words("申屠静")}, {"source", test::words("window")}});
        one.aid_case.number = "（2026）浙0199司救民1号";
        const auto step = [&](const char* act, cases::Fields fields) {
            fields["module"] = test::words("fee_relief");
            fields["act"] = test::words(act);
            one.add("module", "2026-11-27", std::move(fields), "金法官");
            one.facts.back().after = {one.facts[one.facts.size() - 2].id};
        };
        cases::Fields asked{{"kind", test::words("waive")},
                            {"fee", test::yuan(50)},
                            {"ground", test::words("难")},
                            {"proofs", test::lines({"证明"})}};
        if (is_other) asked["suit"] = test::words("赡养费");
        step("ask", std::move(asked));
        step("propose", {{"opinion", test::words("waive")}, {"reasons", test::words("难")}});
        one.add(
            "module", "2026-11-27",
            {{"module", test::words("fee_relief")}, {"act", test::words("grant")}, {"granted", test::words("waive")}},
            "吴主任");
        one.facts.back().after = {one.facts[one.facts.size() - 2].id};
        const auto office = [&one](const base::PersonId& id) -> std::optional<cases::Role> {
            return id == one.person("金法官") ? cases::Role::Judge : cases::Role::Leader;
        };
        const auto paper = printing::make_module_paper(one.desk(), "fee_relief.notice", office);
        REQUIRE_MESSAGE(paper.has_value(), paper.error().message);
        return paper->paper.number;
    };
    CHECK(number(false) == "（2026）浙0199司救民1号");
    CHECK(number(true) == "编号：＿＿＿＿＿＿＿＿");
}

TEST_CASE("a report tells figures that the applicant alone named as theirs, and leaves one line where they know none") {
    test::FullCase full;
    const CourtDesk desk = full.desk();
    CHECK(has(words_of(made(desk, "report")), "申请人称：生效文书确定的金额96,000.00元，已得"));
    full.answers.answers["F1.36"] = {std::string("不清楚")};
    const std::string unknown = words_of(made(desk, "report"));
    CHECK(has(unknown, "生效文书确定的金额，申请人称不清楚，经查为＿＿＿＿＿＿＿＿元。"));
    CHECK_FALSE(has(unknown, "已得＿"));
    full.answers.answers.erase("F1.70");
    CHECK(has(words_of(made(desk, "report")), "申请金额：没有说出具体数额，由法院定。"));
    full.answers.answers["F1.70"] = {std::string("50000")};
    CHECK(has(words_of(made(desk, "report")), "申请金额：50,000.00元。"));
}

TEST_CASE("a decision says how the money is given where it was decided, and whether all was collected") {
    test::FullCase full;
    CHECK_FALSE(has(words_of(made(full.desk(), "decision_grant")), "救助金的发放："));
    for (cases::Fact& fact : full.facts)
        if (fact.kind == "decided") fact.fields["terms"] = test::words("分两批发放，由村委会监管");
    CHECK(has(words_of(made(full.desk(), "decision_grant")), "救助金的发放：分两批发放，由村委会监管。\n"));
    // The report says that 96,000 are owed.
    CHECK(has(words_of(made(full.desk(), "decision_recover")), "经查明，原案件部分执行到位60,000.00元，"));
    full.aid_case.ledger.enforced = {9'600'000};
    const std::string whole = words_of(made(full.desk(), "decision_recover"));
    CHECK(has(whole, "经查明，原案件执行到位96,000.00元，"));
    CHECK(whole.find("执行到位") == whole.rfind("执行到位96,"));  // once, but for the money that it is taken from
}

TEST_CASE("a suspension names one ground once, and a paper says when the review goes on") {
    test::FullCase full;
    CHECK(has(words_of(made(full.desk(), "suspended")), "应当中止审查的情形：救助申请人丧失行为能力，"));
    for (cases::Fact& fact : full.facts)
        if (fact.kind == "suspended") fact.fields["ground"] = test::words("other");
    const std::string other = words_of(made(full.desk(), "suspended"));
    CHECK(has(other, "出现了应当中止审查的情形。具体情况："));
    CHECK_FALSE(has(other, "有其他"));
    CHECK(has(words_of(made(full.desk(), "resumed")), "自2026年11月26日起恢复审查"));
}

TEST_CASE("cash and money by hand of somebody else name the recording, a transfer does not") {
    for (const char* way : {"cash", "entrusted", "transfer"}) {
        CAPTURE(std::string(way));
        test::FullCase full;
        for (cases::Fact& fact : full.facts)
            if (fact.kind == "pay_ordered" || fact.kind == "urgent_paid") fact.fields["way"] = test::words(way);
        for (const char* id : {"payment_sheet", "urgent_sheet"})
            CHECK(has(words_of(made(full.desk(), id)), "| 录音录像编号 |") == (std::string(way) != "transfer"));
    }
}

TEST_CASE("nobody asks an organisation whether it is hurt or has enough to eat") {
    test::FullCase full;
    const CourtDesk desk = full.desk();
    const auto asks = [&] {
        const std::string words = words_of(made(desk, "revisit"));
        return std::pair{has(words, "再受侵害"), has(words, "现状")};
    };
    CHECK(asks() == std::pair{true, true});
    full.answers.answers["F1.06"] = {domain::Row{{"type", "统一社会信用代码"}, {"number", "91330100MA27XXXX0A"}}};
    CHECK(asks() == std::pair{false, false});
}

TEST_CASE("words that lead to a list stand with its beginning, and a question with the line for its answer") {
    for (int above = 0; above < 26; ++above) {
        CAPTURE(above);
        paper::Official list = letter_of(above), asked = letter_of(above);
        list.blocks.emplace_back(paper::Prose{"有下列材料证明："});
        asked.blocks.emplace_back(paper::Prose{"问：您明白吗？"});
        list.blocks.emplace_back(paper::Prose{"第一项材料"});
        asked.blocks.emplace_back(paper::Prose{"答：＿＿＿＿＿＿"});
        for (int n = 0; n < 20; ++n) {
            list.blocks.emplace_back(paper::Prose{"下文"});
            asked.blocks.emplace_back(paper::Prose{"下文"});
        }
        const auto one = pages_of(list), other = pages_of(asked);
        CHECK(page_with(one, "材料证明：") == page_with(one, "第一项"));
        CHECK(page_with(other, "您明白吗") == page_with(other, "答："));
    }
}

TEST_CASE("lines stand a little closer where that saves a page for one of them, and nowhere else") {
    const auto of = [](int above) {
        paper::Official letter = letter_of(above);
        letter.blocks.emplace_back(paper::Space{});
        for (const char* each : {"法院", "某年某月某日"})
            letter.blocks.emplace_back(paper::Prose{each, paper::Prose::Set::Right});
        return pages_of(letter).size();
    };
    int one = 0;
    while (of(one + 1) == 1)
        ++one;
    CHECK(one >= 19);  // eighteen where lines stand as GB/T 9704 has them
    CHECK(one <= 21);
    CHECK(of(one + 1) == 2);
}
