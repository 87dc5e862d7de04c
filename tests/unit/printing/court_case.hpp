// A case for papers: facts in force one after another, told by hand, so that papers are judged apart from the rules of
// the fold.
#pragma once

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

#include "app/printing/court_paper.hpp"
#include "sync/base/random.hpp"
#include "tests/unit/pack/demo_pack.hpp"

namespace courtyard::test {

inline domain::Date day(const std::string& text) { return domain::Date::parse(text).value(); }
inline std::vector<std::string> lines(std::initializer_list<const char*> all) { return {all.begin(), all.end()}; }
inline cases::FieldValue words(const char* text) { return std::string(text); }
inline cases::FieldValue yuan(std::int64_t amount) { return amount * 100; }

inline constexpr const char* kAccountRecord = "00112233445566778899aabbccddeeff";  // that the order was made on

class CourtCase {
public:
    explicit CourtCase(std::uint64_t seed = 1) : random_(seed) {
        for (const char* name : {"金法官", "欧阳明", "申屠慧", "周书记员", "吴主任"})
            people_[name] = base::PersonId::random(random_);
    }

    [[nodiscard]] std::string id(const char* name) const { return people_.at(name).text(); }

    cases::FactId add(const std::string& kind, const std::string& on, cases::Fields fields,
                      const char* author = "周书记员") {
        cases::Fact fact;
        fact.id = cases::FactId::random(random_);
        fact.about = facts.empty() ? fact.id : facts.front().id;
        fact.author = people_.at(author);
        fact.kind = kind;
        fact.fields = std::move(fields);
        fact.fields["on"] = on;
        cases::Entry entry;
        entry.id = fact.id;
        entry.kind = kind;
        entry.author = fact.author;
        entry.day = fact.day();
        aid_case.id = fact.about;
        aid_case.entries.push_back(entry);
        facts.push_back(std::move(fact));
        return facts.back().id;
    }
    // The fact stays, and is in force no more.
    void set_aside(const cases::FactId& id) {
        for (cases::Entry& entry : aid_case.entries)
            if (entry.id == id) entry.standing = cases::Standing::SetAside;
    }

    // The desk refers to this case: it must live as long.
    [[nodiscard]] printing::CourtDesk desk(const pack::Pack& pack = pack::test::demo_pack()) {
        answers = printing::answers_of(pack, facts);
        return {pack,
                aid_case,
                facts,
                answers,
                [this](const base::PersonId& wanted) {
                    for (const auto& [name, id] : people_)
                        if (id == wanted) return name;
                    return std::string();
                },
                day("2026-11-27"),
                {}};
    }

    std::vector<cases::Fact> facts;
    cases::AidCase aid_case;
    domain::Application answers;

    [[nodiscard]] base::PersonId person(const char* name) const { return people_.at(name); }

private:
    base::SeededRandom random_;
    std::map<std::string, base::PersonId> people_;
};

// Everything that can happen in one case, though not in one life: every paper of the pack can be made of it.
struct FullCase : CourtCase {
    explicit FullCase(std::string applicant = "申屠𬱖𬀩", std::string reasons = kReasons) {
        std::string json = pack::test::demo_pack().example_json;
        const auto put = [&json](const std::string& from, const std::string& to) {
            for (std::size_t at = json.find(from); at != std::string::npos; at = json.find(from, at + to.size()))
                json.replace(at, from.size(), to);
        };
        put("应𫖯安", applicant);
        put("应小禾", "毕䶮");
        json.erase(json.find("  \"F1.80\""), json.find("  \"F1.90\"") - json.find("  \"F1.80\""));  // never in a fact
        add("case_opened", "2026-11-20",
            {{"applicant", applicant},
             {"answers", json},
             {"source", words("kiosk")},
             {"receipt", words("7K3M-9QXT-2HDA6")},
             {"phone", words("13800000001")},
             {"village", words("云坞乡石桥村")},
             {"original_case", words("（2026）浙0199执123号")}});
        aid_case.original_case = "（2026）浙0199执123号";
        aid_case.received_on = day("2026-11-20");
        add("department_asked", "2026-11-20", {{"department", words("执行局")}, {"judge", id("金法官")}});
        add("department_answered", "2026-11-23",
            {{"opinion", words("被执行人在服刑，名下无财产，已终结本次执行程序，申请人确有困难，建议救助。")},
             {"fits", true}},
            "金法官");
        const auto papers =
            lines({"户口簿复印件（每一页）", "村民委员会出具的困难证明，写明家庭人口、劳动能力、就业状况、家庭收入",
                   "住院费用结算单和欠费通知", "司法鉴定意见书"});
        add("more_asked", "2026-11-23", {{"papers", papers}, {"until", words("2026-12-07")}});
        aid_case.inquiry.more = cases::Inquiry::Asked{facts.back().id, papers, day("2026-11-23"), day("2026-12-07")};
        add("urgent_proposed", "2026-11-23",
            {{"amount", yuan(40000)},
             {"wage", yuan(8000)},
             {"reasons", words("申请人正在重症监护室救治，欠费六万三千元，医院已催缴，家里能卖的都卖了。")},
             {"necessity", words("医院要求三日内补缴，按三个月标准不足以继续治疗。")}},
            "金法官");
        add("urgent_approved", "2026-11-23", {{"proposal", facts.back().id.text()}}, "吴主任");
        const cases::FactId approved = facts.back().id;
        add("urgent_paid", "2026-11-24",
            {{"amount", yuan(40000)},
             {"payee", applicant},
             {"proof", words("20261124001")},
             {"way", words("transfer")},
             {"relation", words("本人")},
             {"account", words(kAccountRecord)},
             {"account_ends", words("0014")},
             {"explained", true}});
        aid_case.ledger.urgent.emplace();
        aid_case.ledger.urgent->amount = {4'000'000};
        aid_case.ledger.urgent->approved = approved;
        aid_case.ledger.urgent->paid = facts.back().id;
        add("sent_to_filing", "2026-11-24", {{"opinion", words("材料已补齐，基本情况属实，建议立案审查。")}});
        add("filed", "2026-11-24", {{"number", words("（2026）浙0199司救执1号")}});
        aid_case.number = "（2026）浙0199司救执1号";
        aid_case.members.handler = person("金法官");
        aid_case.members.panel = {person("欧阳明"), person("申屠慧")};
        add("suspended", "2026-11-25",
            {{"ground", words("no_guardian")}, {"reasons", words("申请人昏迷，法定代理人尚未确定。")}}, "金法官");
        add("site_visited", "2026-11-26",
            {{"place", words("测试县云坞乡石桥村3组12号")},
             {"people", lines({"毕䶮", "村委会主任方某"})},
             {"statement", words("住的是老屋两间，屋顶漏雨。受伤以后干不了重活，妻子在家照顾，女儿在镇上读小学。\n去年"
                                 "卖了猪和粮，还欠亲戚四万元。")},
             {"read_back", true}},
            "金法官");
        add("hearing_called", "2026-11-26",
            {{"day", words("2026-12-01")},
             {"place", words("云坞乡石桥村共享法庭")},
             {"people", lines({"申请人", "村委会代表", "原案件承办法官"})}},
            "金法官");
        add("hearing_held", "2026-12-01",
            {{"people", lines({"申请人", "村委会代表", "原案件承办法官"})},
             {"statement", words("到场人员一致认为申请人家庭确有困难。")}},
            "金法官");
        add("proof_added", "2026-12-01",
            {{"paper", words("刑事附带民事判决书")}, {"from", words("court")}, {"says", words("判决赔偿九万六千元")}});
        add("proof_added", "2026-12-01",
            {{"paper", words("终结本次执行程序裁定书")}, {"from", words("court")}, {"says", words("未执行到财产")}});
        add("proof_added", "2026-12-01",
            {{"paper", words("困难证明")}, {"from", words("applicant")}, {"says", words("三口之家，年收入六千元")}});
        const auto element = [&](const char* which, const char* finding, const char* sure) {
            add("element_found", "2026-12-01",
                {{"element", words(which)}, {"finding", words(finding)}, {"sure", words(sure)}}, "金法官");
        };
        element("case", "（2025）浙0199刑初45号判决判令被告人赔偿九万六千元，分文未付，已终结本次执行程序。", "proven");
        element("harm", "被捅伤，经鉴定为重伤二级，九级伤残。", "proven");
        element("fault", "对案件发生没有过错。", "proven");
        element("hardship", "一家三口，年收入六千元，欠债四万元，孩子在读小学。", "likely");
        add("report_written", "2026-12-02",
            {{"proposal", words("grant")},
             {"amount", yuan(288000)},
             {"reasons", std::string(reasons)},
             {"factors", lines({"实际损失九万六千元", "本人没有过错", "家庭年收入六千元", "当地基本生活最低支出"})},
             {"unpaid", yuan(96000)},
             {"wage", yuan(8000)}},
            "金法官");
        const auto ballot = add("ballot_opened", "2026-12-02",
                                {{"body", words("committee")},
                                 {"report", facts.back().id.text()},
                                 {"papers", std::vector<std::string>{}},
                                 {"voters", std::vector<std::string>{id("欧阳明"), id("申屠慧"), id("吴主任")}}},
                                "金法官");
        for (const char* voter : {"欧阳明", "申屠慧", "吴主任"})
            add("vote_cast", "2026-12-03",
                {{"ballot", ballot.text()},
                 {"papers_digest", words("d")},
                 {"choice", words("grant")},
                 {"amount", yuan(288000)},
                 {"reasons", std::string("私下投票理由由") + voter + "写"}},
                voter);
        decided = add("decided", "2026-12-03",
                      {{"ballot", ballot.text()},
                       {"result", words("grant")},
                       {"amount", yuan(288000)},
                       {"reasons", std::string(reasons)}},
                      "吴主任");
        order = add("pay_ordered", "2026-12-10",
                    {{"amount", yuan(124000)},
                     {"part", std::int64_t{1}},
                     {"parts", std::int64_t{2}},
                     {"way", words("transfer")},
                     {"payee", applicant},
                     {"relation", words("本人")},
                     {"account", words(kAccountRecord)},
                     {"account_ends", words("0014")},
                     {"approval", words("同意分两批发放，第二批在女儿开学前发放。")},
                     {"supervision", words("village")}});
        cases::PayOrder made;
        made.by = order;
        made.amount = {12'400'000};
        made.parts = 2;
        made.state = cases::PayOrder::State::Paid;
        made.paid_on = day("2026-12-11");
        aid_case.ledger.orders.push_back(made);
        add("pay_released", "2026-12-10", {{"order", order.text()}}, "吴主任");
        add("pay_made", "2026-12-11",
            {{"order", order.text()},
             {"proof", words("20261211007")},
             {"explained", true},
             {"officers", std::vector<std::string>{id("周书记员"), id("欧阳明")}}});
        add("served", "2026-12-04",
            {{"paper", words("国家司法救助决定书（2026）浙0199司救执1号")},
             {"how", words("visit")},
             {"to", applicant}});
        add("recovery_decided", "2027-05-06",
            {{"ground", words("enforced")},
             {"amount", yuan(60000)},
             {"reasons", words("2027年4月执行到位六万元，申请人已恢复劳动，生活困难缓解。")}},
            "吴主任");
        aid_case.ledger.enforced = {6'000'000};
        add("referred", "2026-12-12",
            {{"item", words("N08")},
             {"body", words("测试县教育局学生资助中心")},
             {"asks", words("请核实其女儿是否属于资助对象，减免学杂费，发放助学金。")},
             {"shared", lines({"F1.09", "F1.51", "F1.52", "F1.80", "F1.11"})},
             {"answer_by", words("2026-12-31")}});
        const auto promised = add("promised", "2026-12-20",
                                  {{"body", words("测试县教育局学生资助中心")},
                                   {"owner", words("章𬭎")},
                                   {"what", words("免除本学年学杂费，发放助学金一千元")},
                                   {"due", words("2027-03-01")}});
        cases::Promise promise;
        promise.by = promised;
        promise.body = "测试县教育局学生资助中心";
        promise.owner = "章𬭎";
        promise.due = day("2027-03-01");
        promise.state = cases::PromiseState::Claimed;
        aid_case.care.promises.push_back(promise);
        add("revisit_tried", "2027-01-08",
            {{"plan", words("R1")}, {"way", words("phone")}, {"outcome", words("no_answer")}});
        add("revisit_made", "2027-01-10",
            {{"plan", words("R1")},
             {"way", words("visit")},
             {"visitors", std::vector<std::string>{id("周书记员"), id("申屠慧")}},
             {"spoke_with", words("applicant")},
             {"money_came", yuan(124000)},
             {"money_whole", true},
             {"asked_for_fee", false},
             {"used_for", lines({"医药费", "生活"})},
             {"scores", lines({"food:2", "home:1", "care:2", "school:3", "work:0"})},
             {"unsafe", false},
             {"needs", words("屋顶漏雨，想问危房改造。")},
             {"conclusions", lines({"O2", "O4"})},
             {"next", words("2027-03-10")},
             {"content", std::int64_t{5}}});
        add("not_filed", "2026-11-24",
            {{"reasons", words("您说的案件由邻县法院办理，应当向邻县人民法院提出。本院已经把您的材料转去。")}});
        add("terminated", "2026-12-05",
            {{"ground", words("hardship_gone")}, {"reasons", words("对方亲属已全部赔付。")}}, "金法官");
        add("statement_taken", "2026-11-27",
            {{"speaker", words("毕䶮（妻子）")},
             {"statement", words("他现在还不能自己翻身，药一个月要一千二。\n女儿上学的钱是亲戚凑的。")},
             {"read_back", true}},
            "金法官");
        add("payment_stopped", "2027-01-20",
            {{"ground", words("amount_refused")}, {"reasons", words("本人来电说，加害人家属已经来谈赔偿，不想再领。")}},
            "金法官");
        add("clock_paused", "2026-11-24",
            {{"ground", words("papers")},
             {"reasons", words("缺护理情况的材料。")},
             {"papers", lines({"医院出具的护理依赖证明"})},
             {"until", words("2026-12-09")}},
            "金法官");
        add("withdrawn", "2026-11-28", {{"how", words("本人到窗口书面撤回，说对方亲属已经来赔")}});
        add("abandoned", "2026-12-08", {{"reasons", words("电话问过两次，本人说材料还开不出来。")}});
        add("commitment_taken", "2026-12-01", {{"given", words("given")}, {"consequences", true}, {"read_back", true}},
            "金法官");
        add("linkage_asked", "2027-01-12",
            {{"court", words("测试市中级人民法院")},
             {"reasons", words("伤情反复，后续治疗还要八万元，本院的救助金已经用完，家里借不到钱。")},
             {"amount", yuan(30000)},
             {"answer_by", words("2027-02-05")}},
            "金法官");
        add("resumed", "2026-11-26", {{"reasons", words("村民委员会已经指定他的妻子为监护人。")}}, "金法官");
        const auto twice = add("pay_made", "2026-12-12", {{"order", order.text()}, {"proof", words("20261212003")}});
        set_aside(twice);
        const auto reclaimed = add(
            "payment_reclaimed", "2026-12-16",
            {{"payment", twice.text()}, {"reasons", words("银行流水两笔都出去了。")}, {"until", words("2027-01-15")}},
            "吴主任");
        cases::Recovery beside;
        beside.by = reclaimed;
        beside.ground = cases::kBeside;
        beside.amount = {12'400'000};
        beside.on = day("2026-12-16");
        beside.of = twice;
        aid_case.ledger.recoveries.push_back(beside);
    }

    static constexpr const char* kReasons =
        "救助申请人因他人犯罪行为受重伤，经判决应得的赔偿因被执行人没有财产而未能执行，家庭收入微薄，负债治疗，"
        "生活确有困难，属于应当给予国家司法救助的情形。综合其实际损失、没有过错、家庭经济状况和当地基本生活支出，"
        "救助金额应当在生效判决确定而未能执行的范围内合理确定。";
    cases::FactId decided, order;
};

}  // namespace courtyard::test
