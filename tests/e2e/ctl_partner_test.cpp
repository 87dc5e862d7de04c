// A partner body through courtyardctl: the court refers with consent, the body reads and answers over the real hub or
// by stick, and hands somebody over, who becomes a lead and no application.
#include <filesystem>

#include "tests/e2e/county.hpp"

using namespace courtyard;
using test::Json;

namespace {

struct PartnerCounty : test::County {
    PartnerCounty() {
        enrol_kiosk("kiosk");
        enrol_staff("registrar", "沈若溪", "registrar");
        enrol_partner("civil", "测试县民政局", "civil_affairs");
        start_hub();
        file("kiosk", application(), "slip");
        kiosk("kiosk", {"sync", "--once"});
        staff("registrar", {"sync", "--once"});
        id = staff("registrar", {"case", "open", "--application", first_receipt()}).at("case");
        act("department_asked", {"department=执行局"});
        act("not_filed", {"reasons=不在本院"});
    }
    std::string first_receipt() const {
        return staff("registrar", {"inbox"}).at("applications").at(0).at("receipt_number");
    }
    Json act(const std::string& kind, std::vector<std::string> fields) const {
        std::vector<std::string> arguments{"case", "act", id, kind};
        arguments.insert(arguments.end(), fields.begin(), fields.end());
        return staff("registrar", std::move(arguments));
    }
    test::Ran tried(const std::string& home, std::vector<std::string> arguments) const {
        for (const std::string& more :
             {std::string("--home"), path(home), std::string("--passphrase-file"), path("passphrase")})
            arguments.push_back(more);
        return ctl(std::move(arguments));
    }
    Json referral() const { return staff("registrar", {"case", "show", id}).at("care").at("referrals").at(0); }

    std::string id;
};

}  // namespace

TEST_CASE_FIXTURE(PartnerCounty,
                  "a body is asked with consent, answers over the hub and by stick, and hands over a lead") {
    // Nobody is told anything before the person agrees.
    const std::vector<std::string> refer{"case",
                                         "refer",
                                         id,
                                         "item=N01",
                                         "body=civil_affairs",
                                         "asks=请看看能不能办低保",
                                         "shared=F1.01",
                                         "shared=F1.06",
                                         "answer_by=2030-01-01"};
    const test::Ran without = tried("registrar", refer);
    CHECK(without.code == 1);
    CHECK(without.err.find("refer.consent") != std::string::npos);
    act("consent_given", {"bodies=civil_affairs", "how=form_f3"});
    const std::string sent = staff("registrar", refer).at("fact");
    staff("registrar", {"sync", "--once"});
    CHECK(referral().at("letter").get<std::string>().size() == 32);

    staff("civil", {"sync", "--once"});
    const Json requests = staff("civil", {"partner", "list"});
    REQUIRE(requests.at("count") == 1);
    CHECK(requests.at("requests").at(0).at("referral") == sent);
    const Json told = requests.at("requests").at(0).at("told");
    const bool is_careful = told.back().get<std::string>().find("请先同本院联系") != std::string::npos;
    CHECK(told.size() == (is_careful ? 3 : 2));
    for (const auto& verb : {std::vector<std::string>{"case", "list"}, {"inbox"}})
        CHECK(tried("civil", verb).code == 1);

    // A refusal without a reason is none.
    const test::Ran silent = tried("civil", {"partner", "answer", sent, "refused"});
    CHECK(silent.code == 1);
    CHECK(silent.err.find("没有写明理由") != std::string::npos);
    staff("civil", {"partner", "answer", sent, "accepted"});
    staff("civil", {"sync", "--once"});
    staff("registrar", {"sync", "--once"});
    CHECK(referral().at("state") == "accepted");

    // The line is cut: the next answer comes by stick.
    staff("civil", {"partner", "answer", sent, "done", "--evidence", "低保证 330199-1"});
    std::filesystem::create_directories(path("stick"));
    staff("civil", {"partner", "meet", "--stick", path("stick")});
    const Json met = staff("registrar", {"case", "meet", "--stick", path("stick"), "--body", "civil_affairs"});
    CHECK(met.at("taken").get<int>() >= 1);
    CHECK(referral().at("state") == "done");

    // Reverse: a lead with its source, in the list of what is to be done, and no application.
    const auto inbox_before = staff("registrar", {"inbox"}).at("applications").size();
    staff("civil", {"partner", "lead", "name=司徒望", "why=车祸后没有赔到钱", "village=云坞村", "reference=民政-7"});
    staff("civil", {"sync", "--once"});
    staff("registrar", {"sync", "--once"});
    CHECK(staff("registrar", {"inbox"}).at("applications").size() == inbox_before);
    const Json due = staff("registrar", {"case", "due"});
    REQUIRE(due.at("leads").size() == 1);
    CHECK(due.at("leads").at(0).at("source") == "测试县民政局");
    const std::string lead = due.at("leads").at(0).at("lead");
    staff("registrar", {"case", "lead", "step", lead, "explained", "--words", "讲了怎么申请"});
    staff("registrar", {"sync", "--once"});
    staff("civil", {"sync", "--once"});
    CHECK(staff("civil", {"partner", "leads"}).at("leads").at(0).at("state") == "told");
    // It ends by mistake: taken back while it has not left, and opened again when it has.
    const auto step = [&](const char* what, const char* words) {
        return staff("registrar", {"case", "lead", "step", lead, what, "--words", words}).at("state");
    };
    const auto state = [&] { return staff("registrar", {"case", "lead", "show", lead}).at("state"); };
    CHECK(step("unsuitable", "是行政赔偿") == "unsuitable");
    staff("registrar", {"case", "lead", "undo", lead});
    CHECK(state() == "explained");
    CHECK(tried("registrar", {"case", "lead", "step", lead, "duplicate"}).err.find("写明原因") != std::string::npos);
    CHECK(step("duplicate", "和上个月的一样") == "duplicate");
    staff("registrar", {"sync", "--once"});
    CHECK(tried("registrar", {"case", "lead", "undo", lead}).err.find("reopened") != std::string::npos);
    CHECK(tried("registrar", {"case", "lead", "step", lead, "contacted"}).err.find("重新打开") != std::string::npos);
    CHECK(step("reopened", "不是同一个人") == "explained");
    staff("registrar", {"sync", "--once"});
    staff("civil", {"sync", "--once"});
    CHECK(staff("civil", {"partner", "leads"}).at("leads").at(0).at("state") == "told");

    // Other help, from the same command line.
    CHECK(staff("registrar", {"case", "suggest", id, "--all"}).at("count").get<int>() > 3);
    staff("registrar", {"case", "module", id, "legal_aid", "tell", "matter=离婚后要抚养费", "urgent=no"});
    const Json modules = staff("registrar", {"case", "modules", id});
    for (const Json& each : modules.at("modules"))
        if (each.at("module") == "legal_aid") CHECK(each.at("stage") == "told");
    // A choice is given by its word, as the list names it; and what is awaited by a day stands among the tasks.
    const auto fees = {std::string("fee=1234.56"), std::string("ground=一时拿不出"), std::string("proofs=村里的证明")};
    const auto ask_fee = [&](const char* kind) {
        std::vector<std::string> words{"case", "module", id, "fee_relief", "ask", std::string("kind=") + kind};
        words.insert(words.end(), fees.begin(), fees.end());
        return words;
    };
    CHECK(tried("registrar", ask_fee("gift")).err.find("one of: defer reduce waive") != std::string::npos);
    staff("registrar", ask_fee("reduce"));
    staff("registrar", {"case", "module", id, "legal_aid", "send", "agreed_to=yes", "papers=身份证"});
    bool is_told = false;
    const Json listed = staff("registrar", {"case", "due"});
    for (const Json& task : listed.at("tasks"))
        is_told |= task.at("task") == "module.legal_aid.answer" && task.contains("due");
    CHECK(is_told);
}
