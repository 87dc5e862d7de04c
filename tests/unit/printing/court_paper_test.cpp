// Every paper of the court out of one case: filled or visibly empty, copied as it was written, silent about votes.
#include <algorithm>
#include <set>
#include <sstream>
#include <stdexcept>

#include "app/cases/act_table.hpp"
#include "app/paper/scan.hpp"
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
namespace fs = std::filesystem;

namespace {

std::vector<std::string> all_ids() {
    std::vector<std::string> ids;
    for (const auto& paper : pack::court_templates(pack::test::demo_pack()))
        ids.push_back(paper.id);
    return ids;
}

std::string without_blanks(std::string text) {
    for (std::size_t at; (at = text.find("　")) != std::string::npos;)
        text.erase(at, 3);
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\f'; });
    return text;
}

}  // namespace

TEST_CASE("the pack has every paper that a court must have, and each can be made of a full case") {
    test::FullCase grant, refusal;
    refuse(refusal);
    for (const auto& rule : pack::court_papers()) {
        const std::string id(rule.id);
        CAPTURE(id);
        const CourtDesk desk = id == "decision_refuse" ? refusal.desk() : grant.desk();
        const CourtPaper paper = made(desk, id);
        const std::string words = words_of(paper);
        CHECK(words.find('[') == std::string::npos);  // a word that the pack lacks shows its key
        CHECK(words.find('{') == std::string::npos);
        CHECK(words.find('}') == std::string::npos);
        CHECK(paper.unkind.empty());
        CHECK(words.find("私下投票理由") == std::string::npos);  // how somebody voted
        const test::PrintedPdf pdf = drawn(paper);
        CHECK(pdf.pages() <= 4);
        const std::string text = without_blanks(pdf.text());
        // Each word can be copied, rare characters included.
        for (const auto& block : paper.paper.blocks)
            if (const auto* prose = std::get_if<paper::Prose>(&block); prose != nullptr && pdf.pages() == 1)
                CHECK_MESSAGE(text.find(without_blanks(prose->text)) != std::string::npos, prose->text);
        if (words.find("𬱖") != std::string::npos) CHECK(text.find("𬱖") != std::string::npos);
        std::istringstream fonts(pdf.fonts());
        std::string line;
        int count = 0;
        while (std::getline(fonts, line)) {
            if (line.starts_with("name") || line.starts_with("---") || line.empty()) continue;
            ++count;
            CHECK_MESSAGE(line.find(" yes yes yes ") != std::string::npos, line);
        }
        CHECK(count >= 2);
        std::string record = paper.record.text();
        std::transform(record.begin(), record.end(), record.begin(), [](unsigned char c) { return std::toupper(c); });
        const auto symbols = paper::scan(pdf.picture(1, 200)).value();
        CHECK(symbols == std::vector<std::string>{"CYP1" + record});
        CHECK(text.find(record) != std::string::npos);
    }
}

TEST_CASE("amounts stand in figures and in capital characters, days in both ways") {
    test::FullCase full;
    const std::string words = words_of(made(full.desk(), "decision_grant"));
    CHECK(words.find("人民币288,000.00元（大写：贰拾捌万捌仟元整）") != std::string::npos);
    CHECK(words.find("已经发放40,000.00元，本次补足248,000.00元（大写：贰拾肆万捌仟元整）") != std::string::npos);
    CHECK(words.find("二〇二六年十二月三日") != std::string::npos);
    CHECK(words.find("于2026年11月20日向本院申请") != std::string::npos);
    CHECK(words.find("本案经本院司法救助委员会讨论决定") != std::string::npos);
}

TEST_CASE("what has no value is a line to write on, and is named; nothing is guessed") {
    for (const auto& rule : pack::court_papers()) {
        const std::string id(rule.id);
        CAPTURE(id);
        test::CourtCase bare;
        bare.add("case_opened", "2026-11-20", {{"source", test::words("window")}});
        bare.aid_case.received_on = test::day("2026-11-20");
        if (rule.about != "case_opened") bare.add(std::string(rule.about), "2026-11-27", {});
        auto paper = paper_of(id);
        paper.only = {};
        const auto result = printing::make_court_paper(bare.desk(), paper);
        REQUIRE(result.has_value());
        const std::string words = words_of(*result);
        CHECK(words.find("＿＿") != std::string::npos);
        CHECK(words.find("Ｘ") == std::string::npos);
        CHECK_FALSE(result->empty.empty());
        // Every blank that must stand in it, and that the bare case cannot fill, is in the list.
        std::istringstream musts{std::string(rule.must)};
        std::string must;
        const std::set<std::string> known{"more_on",           "filed_on",     "report_on",          "decided_on",
                                          "recovery_on",       "referral_on",  "urgent_approved_on", "revisit_on",
                                          "served_on",         "not_filed_on", "suspended_on",       "terminated_on",
                                          "visit_on",          "statement_on", "urgent_paid_on",     "stop_on",
                                          "withdrawn_on",      "abandoned_on", "linkage_on",         "paused_on",
                                          "paused_until",      "resumed_on",   "hearing_on",         "recovery_until",
                                          "hearing_called_on", "reclaim_on",   "reclaim_until"};
        while (musts >> must) {
            const std::string name = must.substr(0, must.find_first_of("|@"));
            if (known.contains(name) || name == "report_amount" || name == "F1.51" || name == "F1.90" ||
                name == "more_papers" || name == "referral_shared" || name == "paused_papers" ||
                name.starts_with("contact."))
                continue;
            const bool listed = std::any_of(result->empty.begin(), result->empty.end(),
                                            [&](const std::string& each) { return each.starts_with(name); });
            CHECK_MESSAGE(listed, name);
        }
        static_cast<void>(drawn(*result));
    }
    // A list without entries shows one empty row.
    test::CourtCase bare;
    bare.add("case_opened", "2026-11-20", {{"source", test::words("window")}});
    bare.add("more_asked", "2026-11-23", {});
    CHECK(words_of(made(bare.desk(), "supplement")).find("| 1 | ＿＿＿＿＿ |") != std::string::npos);
}

TEST_CASE("the account stands on papers of a payment alone, whole only for who may see it") {
    test::FullCase full;
    CourtDesk desk = full.desk();
    const std::string number = "9999990000000000014";
    for (const std::string& id : all_ids()) {
        if (id == "decision_refuse") continue;
        CHECK(words_of(made(desk, id)).find(number) == std::string::npos);
    }
    CHECK(words_of(made(desk, "payment_sheet")).find("| 收款账号 | 尾号0014 |") != std::string::npos);
    // An account that the order was not made on helps nobody.
    desk.accounts[base::RecordId{}] = printing::CourtAccount{number, "测试县农村信用社", "章绮禾"};
    CHECK(words_of(made(desk, "payment_sheet")).find(number) == std::string::npos);
    desk.accounts[*base::RecordId::parse(test::kAccountRecord)] =
        printing::CourtAccount{number, "测试县农村信用社", "章绮禾"};
    for (const std::string& id : all_ids()) {
        if (id == "decision_refuse") continue;
        CAPTURE(id);
        const bool shows = words_of(made(desk, id)).find(number) != std::string::npos;
        CHECK(shows ==
              (id == "payment_sheet" || id == "payment_record" || id == "urgent_sheet" || id == "urgent_record"));
    }
}

TEST_CASE("a paper tells only of what is in force, and of the fact that it is asked for") {
    test::FullCase full;
    CHECK(printing::make_court_paper(full.desk(), paper_of("decision_refuse")).error().code == "paper.not_yet");
    full.set_aside(full.decided);
    CHECK(printing::make_court_paper(full.desk(), paper_of("decision_grant")).error().code == "paper.not_yet");
    const auto second =
        full.add("pay_ordered", "2026-12-20",
                 {{"amount", test::yuan(124000)}, {"part", std::int64_t{2}}, {"parts", std::int64_t{2}}});
    const auto sheet = paper_of("payment_sheet");
    CHECK(printing::make_court_paper(full.desk(), sheet)->record == second);
    const auto first = printing::make_court_paper(full.desk(), sheet, full.order);
    REQUIRE(first.has_value());
    CHECK(first->record == full.order);
    CHECK(words_of(*first).find("| 复核人 | 吴主任 |") != std::string::npos);
    CHECK(words_of(*printing::make_court_paper(full.desk(), sheet)).find("| 复核人 | ＿＿＿＿＿ |") !=
          std::string::npos);
    CHECK(printing::make_court_paper(full.desk(), sheet, cases::FactId{}).error().code == "paper.not_yet");
    int sheets = 0;
    for (const auto& offer : printing::court_offers(full.desk())) {
        CHECK(offer.id != "decision_grant");
        sheets += offer.id == "payment_sheet" ? 1 : 0;
    }
    CHECK(sheets == 2);
}

TEST_CASE(
    "a visit's paper says when the next one is: the day that was named, else the plan's, and none after the last") {
    const auto next_said = [](const char* plan, const char* outcome, std::optional<const char*> named,
                              const pack::Pack& pack = pack::test::demo_pack()) {
        test::FullCase full;
        cases::Step paid;
        paid.to = cases::Status::Paid;
        paid.day = test::day("2026-12-10");
        full.aid_case.steps.push_back(paid);
        cases::Fields fields{{"plan", test::words(plan)}, {"conclusions", test::lines({outcome})}};
        if (named) fields["next"] = test::words(*named);
        full.add("revisit_made", "2026-12-18", fields);
        const std::string words = words_of(made(full.desk(pack), "revisit"));
        const std::string label = "| 下次回访 | ";
        const std::size_t at = words.find(label);
        REQUIRE(at != std::string::npos);
        return words.substr(at + label.size(), words.find(" |", at + label.size()) - at - label.size());
    };
    CHECK(next_said("R0", "O2", {}) == "2027年1月11日");  // thirty days after the money, that is a Saturday
    CHECK(next_said("R0", "O2", "2026-12-25") == "2026年12月25日");
    CHECK(next_said("extra", "O2", {}) == "2027年1月11日");
    CHECK(next_said("R4", "O2", {}) == "—");
    CHECK(next_said("R0", "O1", {}) == "—");
    CHECK(next_said("R0", "O12", {}) == "—");
    pack::Pack other = pack::test::demo_pack();
    other.terms.revisit.days = {7, 20};
    CHECK(next_said("R0", "O2", {}, other) == "2026年12月30日");
}

TEST_CASE("a report says that somebody was helped for the same before, where somebody found that") {
    const pack::Pack pack = pack::test::demo_pack();
    for (const bool same : {true, false}) {
        test::FullCase full;
        cases::Inquiry::Double answered;
        answered.where = "某某县人民检察院";
        answered.answered_by = cases::FactId{};
        answered.same = same;
        full.aid_case.inquiry.doubles.push_back(answered);
        const std::string words = words_of(made(full.desk(pack), "report"));
        CHECK((words.find("某某县人民检察院") != std::string::npos) == same);
    }
}

TEST_CASE(
    "how to reach somebody safely stands on the caller's own record, and on no paper that others sign or receive") {
    test::FullCase grant, refusal;
    refuse(refusal);
    for (test::FullCase* full : {&grant, &refusal}) {
        auto& contact = full->aid_case.contact;
        contact.rule = "只跟我本人说，别人接就挂断";
        contact.number = "13800000077", contact.word = "枇杷树下", contact.hide = {"公婆岳父母"};
    }
    for (const std::string& id : all_ids()) {
        const std::string words = words_of(made((id == "decision_refuse" ? refusal : grant).desk(), id));
        for (const char* secret : {"13800000077", "公婆岳父母", "枇杷树下"}) {
            INFO(id << " " << secret);
            CHECK((words.find(secret) != std::string::npos) == (id == "revisit"));  // the control: it was there to tell
        }
    }
}

TEST_CASE("papers speak to what the applicant is: a person, a child, an organisation") {
    test::FullCase full, refusal;
    refuse(refusal);
    const auto words = [](const CourtDesk& of, const char* id) { return words_of(made(of, id)); };
    const auto has = [](const std::string& text, const char* part) { return text.find(part) != std::string::npos; };
    const CourtDesk desk = full.desk(), refused = refusal.desk();
    for (const std::string& said : {words(desk, "not_filed"), words(refused, "decision_refuse")}) {
        CHECK(has(said, "最低生活保障"));
        CHECK_FALSE(has(said, "只给个人"));
    }
    full.answers.answers.erase("F1.20");
    CHECK_FALSE(has(words(desk, "decision_grant"), "法定代理人："));
    full.answers.answers.erase("F1.06");  // a number would say when they were born
    full.answers.answers["F1.05"] = {std::string("2019-10-11")};
    CHECK(has(words(desk, "decision_grant"), "法定代理人："));

    const domain::Row cooperative{{"type", "统一社会信用代码"}, {"number", "93330199MA2XB0014D"}};
    full.answers.answers["F1.06"] = {cooperative};
    refusal.answers.answers["F1.06"] = {cooperative};
    for (const std::string& said : {words(desk, "not_filed"), words(refused, "decision_refuse")}) {
        CHECK(has(said, "国家司法救助只给个人"));
        for (const char* personal : {"最低生活保障", "医疗救助", "慈善帮扶"})
            CHECK_FALSE_MESSAGE(has(said, personal), personal);
    }
    CHECK(has(words(refused, "decision_refuse"), "统一社会信用代码93330199MA2XB0014D"));
    CHECK(has(words(desk, "referral"), "经该单位同意"));
}

TEST_CASE("the number of whom money goes to stands on the sheet where the application has it, and else is a line") {
    for (const bool own : {true, false}) {
        test::FullCase full;
        const std::string payee(own ? full.facts.front().text("applicant") : std::string_view("陌生人"));
        for (cases::Fact& fact : full.facts)
            if (fact.kind == "pay_ordered" || fact.kind == "urgent_paid") fact.fields["payee"] = payee;
        const CourtDesk desk = full.desk();
        full.answers.answers["F1.01"] = {std::string(full.facts.front().text("applicant"))};
        const std::string number = full.answers.find("F1.06")->row()->at("number");
        for (const char* id : {"payment_sheet", "urgent_sheet"})
            CHECK((words_of(made(desk, id)).find(number) != std::string::npos) == own);
    }
}

TEST_CASE("papers name who acts for the applicant now") {
    test::FullCase full;
    full.aid_case.acting.guardian = cases::ActsFor{full.facts.front().id, "骆小云", "", "母亲", "", false, {}};
    printing::CourtDesk desk = full.desk();
    const auto before = words_of(*printing::make_court_paper(desk, paper_of("decision_grant", desk.pack)));
    CHECK(before.find("骆小云") == std::string::npos);  // the control: the form says nothing of it
    printing::add_acting(desk.pack, full.aid_case, full.answers);
    const auto after = words_of(*printing::make_court_paper(desk, paper_of("decision_grant", desk.pack)));
    CHECK(after.find("法定代理人：骆小云，系救助申请人的母亲。") != std::string::npos);
    // An agent who may not collect is asked nothing of the money, and nobody any more is nobody.
    full.aid_case.acting.agent = cases::ActsFor{full.facts.front().id, "裘小梅", "", "", "", true, {}};
    printing::add_acting(desk.pack, full.aid_case, full.answers);
    REQUIRE(full.answers.find("F1.22") != nullptr);
    CHECK(full.answers.find("F1.22")->list()->size() == 2);
    full.aid_case.acting.agent->may_collect = false;
    full.aid_case.acting.guardian->name.clear();
    printing::add_acting(desk.pack, full.aid_case, full.answers);
    CHECK(full.answers.find("F1.22")->list()->size() == 1);
    CHECK(full.answers.find("F1.20") == nullptr);
}

TEST_CASE("a character that no font draws is marked, and its code stands at the end") {
    test::FullCase full("章\xF0\xAE\xAF\xB0一");
    const CourtPaper paper = made(full.desk(), "acceptance");
    const std::string words = words_of(paper);
    CHECK(words.find("章〓一：") != std::string::npos);
    CHECK(words.find("编码U+2EBF0") != std::string::npos);
    CHECK(words.find("以证件为准") != std::string::npos);
    // Whoever makes it is told, and of nothing where all is drawn: the control.
    CHECK(paper.lacking == std::vector<paper::LackingSign>{{"\xF0\xAE\xAF\xB0", "U+2EBF0"}});
    test::FullCase tibetan("བཀྲ");
    const CourtPaper other = made(tibetan.desk(), "acceptance");
    REQUIRE_FALSE(other.lacking.empty());
    CHECK(other.lacking.front() == paper::LackingSign{"བ", "U+0F56"});
    test::FullCase known("申屠𬱖𬀩");
    CHECK(made(known.desk(), "acceptance").lacking.empty());
    static_cast<void>(drawn(paper));
}

TEST_CASE("words that no villager should read are named when somebody typed them into a paper that is served") {
    test::FullCase full("申屠静", "申请人的情况不符合救助条件。");
    CHECK(made(full.desk(), "decision_grant").unkind == std::vector<std::string>{"不符合"});
    CHECK(made(full.desk(), "report").unkind.empty());  // stays in the house
}

TEST_CASE("what was typed is no markup") {
    test::FullCase full("申屠静", "第一段 {amount} | 甲\n# 第二段\n> 第三段");
    const std::string words = words_of(made(full.desk(), "decision_grant"));
    CHECK(words.find("本院认为：第一段 {amount} | 甲\n# 第二段\n> 第三段。\n") != std::string::npos);
}

TEST_CASE("long reasons flow over pages, and the signature never stands alone on one") {
    std::string reasons;
    for (int length = 0; length < 60; ++length) {
        reasons += "救助申请人因案件受到损害，没有得到赔偿。";
        if (length < 20) continue;
        test::FullCase full("申屠静", reasons);
        const test::PrintedPdf pdf = drawn(made(full.desk(), "decision_grant"));
        const std::string text = pdf.text();
        const std::size_t last = text.rfind('\f', text.size() - 2);
        const std::string last_page = text.substr(last + 1);
        const std::size_t date = last_page.find("二〇二六年十二月三日");
        REQUIRE(date != std::string::npos);
        // The end of the text stands above it: at least two lines of the last paragraph.
        CHECK_MESSAGE(last_page.find("应当退回。") < date, length);
    }
}

TEST_CASE("the same case gives the same bytes") {
    test::FullCase one, two;
    CHECK(drawn(made(one.desk(), "decision_grant")).pdf == drawn(made(two.desk(), "decision_grant")).pdf);
    test::FullCase other("申屠静");
    CHECK(drawn(made(other.desk(), "decision_grant")).pdf != drawn(made(one.desk(), "decision_grant")).pdf);
}

TEST_CASE("every blank of the list comes from a field that facts have, with the same type and the same words") {
    using pack::BlankType;
    const auto fits = [](BlankType type, cases::FieldType field) {
        using F = cases::FieldType;
        switch (type) {
            case BlankType::Text: return field == F::Line || field == F::CaseNumber;
            case BlankType::Words: return field == F::Words;
            case BlankType::Name: return field == F::Line || field == F::Person;
            case BlankType::Day: return field == F::Day;
            case BlankType::Money: return field == F::Money;
            case BlankType::Number: return field == F::Count;
            case BlankType::YesNo: return field == F::YesNo || field == F::Yes;
            case BlankType::Choice: return field == F::Choice;
            case BlankType::Texts: return field == F::Lines || field == F::Persons;
            case BlankType::Rows: return false;
        }
        return false;
    };
    const auto check = [&](std::string_view kind, std::string_view field, BlankType type, std::string_view choices) {
        const cases::ActRule* act = cases::find_act(kind);
        REQUIRE_MESSAGE(act != nullptr, kind);
        if (field == "on" || field == "author") return;
        const cases::FieldRule* rule = cases::find_field(*act, field);
        REQUIRE_MESSAGE(rule != nullptr, kind << "." << field);
        CHECK_MESSAGE(fits(type, rule->type), kind << "." << field);
        if (type == BlankType::Choice) CHECK_MESSAGE(choices == rule->choices, kind << "." << field);
        CHECK(kind != "vote_cast");
    };
    for (const pack::BlankRule& blank : pack::court_blanks()) {
        CAPTURE(blank.name);
        if (blank.source == "case") continue;
        if (blank.source.starts_with("each ")) {
            for (const auto& column : blank.columns)
                check(blank.source.substr(5), column.name, column.type, column.choices);
        } else if (const std::size_t dot = blank.source.find('.'); dot != std::string_view::npos) {
            check(blank.source.substr(0, dot), blank.source.substr(dot + 1), blank.type, blank.choices);
        } else {
            const std::size_t colon = blank.source.find(':');
            REQUIRE(colon != std::string_view::npos);
            CHECK(cases::find_act(blank.source.substr(0, colon)) != nullptr);
        }
    }
    test::FullCase full;
    const auto desk = full.desk();
    CHECK(printing::values_of(desk, full.facts.front()).size() == pack::court_blanks().size());
}

TEST_CASE("papers of the court look and read as they did") {
    const bool update = std::getenv("COURTYARD_UPDATE_GOLDEN") != nullptr;
    const char* out = std::getenv("COURTYARD_PAPERS_OUT");  // a folder: to look at them
    const fs::path golden = "tests/golden/court";
    fs::create_directories(golden);
    test::FullCase grant, refusal;
    refuse(refusal);
    for (const std::string& id : all_ids()) {
        CAPTURE(id);
        const test::PrintedPdf pdf = drawn(made(id == "decision_refuse" ? refusal.desk() : grant.desk(), id));
        if (out != nullptr)
            fs::copy_file(pdf.folder / "paper.pdf", fs::path(out) / (id + ".pdf"),
                          fs::copy_options::overwrite_existing);
        const std::string text = pdf.text();
        if (update) std::ofstream(golden / (id + ".txt"), std::ios::binary) << text;
        std::ifstream in(golden / (id + ".txt"), std::ios::binary);
        CHECK(text == std::string(std::istreambuf_iterator<char>(in), {}));
        const paper::Raster now = pdf.picture(1, 50);
        if (update) {
            const base::Bytes png = paper::to_png(now).value();
            std::ofstream(golden / (id + ".png"), std::ios::binary)
                .write(reinterpret_cast<const char*>(png.data()), static_cast<std::streamsize>(png.size()));
        }
        std::ifstream picture(golden / (id + ".png"), std::ios::binary);
        const std::string png((std::istreambuf_iterator<char>(picture)), {});
        const auto was = paper::from_png(base::as_bytes(png));
        REQUIRE(was.has_value());
        REQUIRE(was->grey.size() == now.grey.size());
        std::size_t over = 0;
        for (std::size_t i = 0; i < now.grey.size(); ++i)
            over += std::abs(int{was->grey[i]} - int{now.grey[i]}) > 96 ? 1 : 0;
        CHECK(static_cast<double>(over) / static_cast<double>(now.grey.size()) < 0.01);
    }
}

TEST_CASE("a referral tells a body what the person agreed to, and never the account nor whom to be careful of") {
    test::FullCase full;
    const std::string words = words_of(made(full.desk(), "referral"));
    CHECK(words.find("1．联系电话：13800000001\n") != std::string::npos);
    CHECK(
        words.find("2．家庭成员：本人（十八到五十九岁，只能干一点，没活干，年收入6,000.00元，受了伤，还没好）；妻（") !=
        std::string::npos);
    CHECK(words.find("家庭年收入：6,000.00元") != std::string::npos);
    CHECK(words.find("999999") == std::string::npos);
    CHECK(words.find("只由本人接") == std::string::npos);
    CHECK(words.find("判决") == std::string::npos);  // nothing of the case
}

TEST_CASE("a decision and its report say whom the court asked to aid together, and what they answered till then") {
    const auto has = [](const std::string& words, const char* part) { return words.find(part) != std::string::npos; };
    enum class Answer : std::uint8_t { None, Granted, Refused, TakenBack, Later };
    for (const Answer answer : {Answer::None, Answer::Granted, Answer::Refused, Answer::TakenBack, Answer::Later}) {
        CAPTURE(static_cast<int>(answer));
        test::FullCase full;
        // Before the report: the case is told anew up to there.
        const auto report = std::find_if(full.facts.begin(), full.facts.end(),
                                         [](const cases::Fact& fact) { return fact.kind == "report_written"; });
        const auto place = report - full.facts.begin();
        const auto put = [&](const char* kind, const char* on, cases::Fields fields, std::ptrdiff_t at) {
            const auto id = full.add(kind, on, std::move(fields), "金法官");
            std::rotate(full.facts.begin() + at, full.facts.end() - 1, full.facts.end());
            auto& entries = full.aid_case.entries;
            std::rotate(entries.begin() + at, entries.end() - 1, entries.end());
            return id;
        };
        const auto asked =
            put("linkage_asked", "2026-12-01",
                {{"court", test::words("测试市中级人民法院")}, {"reasons", test::words("伤情重")}}, place);
        const auto say = [&](const char* how, std::ptrdiff_t at) {
            cases::Fields fields{
                {"linkage", asked.text()}, {"answer", test::words(how)}, {"who", test::words("范法官")}};
            if (std::string_view(how) == "granted")
                fields["amount"] = std::int64_t{3'000'000};
            else
                fields["reasons"] = test::words("本院没有这笔钱");
            put("linkage_answered", "2026-12-02", std::move(fields), at);
        };
        if (answer == Answer::Granted) say("granted", place + 1);
        if (answer == Answer::Refused) say("refused", place + 1);
        if (answer == Answer::TakenBack) say("taken_back", place + 1);
        if (answer == Answer::Later) say("granted", static_cast<std::ptrdiff_t>(full.facts.size()));
        for (const char* id : {"decision_grant", "report"}) {
            CAPTURE(std::string(id));
            const std::string words = words_of(made(full.desk(), id));
            CHECK(has(words, "测试市中级人民法院") == (answer != Answer::TakenBack));
            CHECK(has(words, "该单位还没有答复") == (answer == Answer::None || answer == Answer::Later));
            CHECK(has(words, "该单位同意联动救助，另行救助30,000.00元") == (answer == Answer::Granted));
            CHECK(has(words, "该单位没有同意") == (answer == Answer::Refused));
            CHECK(has(words, "本院没有这笔钱") == (answer == Answer::Refused && std::string_view(id) == "report"));
        }
        CHECK(has(words_of(made(full.desk(), "decision_grant")), "国家司法救助金人民币288,000.00元"));  // its own alone
    }
    // The control: FullCase itself asks after the decision.
    test::FullCase full;
    CHECK_FALSE(has(words_of(made(full.desk(), "decision_grant")), "联动救助"));
    const std::string letter = words_of(made(full.desk(), "linkage"));
    CHECK(has(letter, "测试市中级人民法院："));
    CHECK(has(letter, "人民币30,000.00元（大写：叁万元整）"));
    CHECK(has(letter, "请在2027年2月5日前"));
    CHECK_FALSE(has(letter, "999999"));
}

TEST_CASE("the letter to another court names the court's own days where nobody named one") {
    test::FullCase full;
    for (cases::Fact& fact : full.facts)
        if (fact.kind == "linkage_asked") fact.fields.erase("answer_by");
    // Thirty days after 12 January 2027, as the demo pack has it.
    CHECK(words_of(made(full.desk(), "linkage")).find("请在2027年2月11日前") != std::string::npos);
}

TEST_CASE("why somebody applied by word of mouth stands on the papers as they said it") {
    const char* kSaid = "我不会写字。厂里的机器把我的手轧了，一分没赔。";
    for (const bool written : {false, true}) {
        CAPTURE(written);
        test::FullCase full;
        if (!written)
            for (cases::Fact& fact : full.facts)
                if (fact.kind == "case_opened") fact.fields.erase("answers");
        const auto filed = std::find_if(full.facts.begin(), full.facts.end(),
                                        [](const cases::Fact& fact) { return fact.kind == "filed"; });
        const auto place = filed - full.facts.begin();
        full.add("statement_taken", "2026-11-22",
                 {{"speaker", full.facts.front().fields.at("applicant")},
                  {"statement", test::words(kSaid)},
                  {"read_back", true}},
                 "金法官");
        std::rotate(full.facts.begin() + place, full.facts.end() - 1, full.facts.end());
        auto& entries = full.aid_case.entries;
        std::rotate(entries.begin() + place, entries.end() - 1, entries.end());
        full.aid_case.applicant = full.facts.front().text("applicant");
        const std::string words = words_of(made(full.desk(), "decision_grant"));
        CHECK((words.find("救助申请人称：" + std::string(kSaid)) != std::string::npos) == !written);
        CHECK(words.find("他现在还不能自己翻身") == std::string::npos);  // said after the case was filed
    }
}

TEST_CASE("of somebody who died an end does not say that there are no relatives, who may apply") {
    test::FullCase full;
    for (cases::Fact& fact : full.facts)
        if (fact.kind == "terminated") fact.fields["ground"] = test::words("died");
    const std::string words = words_of(made(full.desk(), "terminated"));
    CHECK(words.find("救助申请人已经去世。") != std::string::npos);
    CHECK(words.find("没有符合条件的近亲属") == std::string::npos);
    CHECK(words.find("近亲属，可以用自己的名字另行申请") != std::string::npos);
}
