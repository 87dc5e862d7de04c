// Cases out of chance: any act of the table by anybody, with fields that are mostly good and that mostly name the right
// facts, by authors who know of everything, of a part, or of nothing; and in between the acts of a case that is led to
// its end, so that every state is met.
#pragma once

#include <random>

#include "app/cases/papers_digest.hpp"
#include "tests/unit/cases/money_story.hpp"

namespace courtyard::test {

class RandomCase {
public:
    explicit RandomCase(std::uint32_t seed) : random_(seed), ids_(seed) {
        for (const char* name : {"registrar", "registrar2", "judge", "judge2", "judge3", "committee", "committee2",
                                 "caller", "leader", "stranger"}) {
            people_.push_back(base::PersonId::random(ids_));
            const std::string text = name;
            roles_.push_back(cases::role_of(text.substr(0, text.find_first_of("0123456789"))));
        }
    }

    [[nodiscard]] cases::Offices offices() const {
        return [this](const base::PersonId& person) -> std::optional<cases::Role> {
            for (std::size_t i = 0; i < people_.size(); ++i)
                if (people_[i] == person) return roles_[i];
            return std::nullopt;
        };
    }

    // Who acts in it; the last one holds no office.
    [[nodiscard]] const std::vector<base::PersonId>& people() const { return people_; }

    // A case of `count` facts. Good until the next one is made.
    const std::vector<cases::Fact>& make(std::size_t count) {
        facts_.clear();
        step_ = care_step_ = 0;
        say(kRegistrar, "case_opened", {{"applicant", words("甲")}, {"source", words("kiosk")}});
        while (facts_.size() < count)
            say_one();
        facts_.resize(count);
        return facts_;
    }

private:
    static constexpr std::size_t kRegistrar = 0, kRegistrar2 = 1, kJudge = 2, kJudge2 = 3, kJudge3 = 4, kCaller = 7,
                                 kLeader = 8;
    static constexpr std::int64_t kAmount = 2'000'000;
    static constexpr int kFiledStep = 6;
    static constexpr const char* kBody = "乙";

    static cases::FieldValue words(std::string text) { return text; }
    std::size_t draw(std::size_t below) { return random_() % below; }
    std::string person() { return people_[draw(people_.size())].text(); }

    void say(std::size_t author, std::string_view kind, cases::Fields fields) {
        cases::Fact fact;
        fact.id = cases::FactId::random(ids_);
        fact.about = facts_.empty() ? fact.id : facts_.front().id;
        fact.author = people_[author];
        fact.kind = kind;
        fact.fields = std::move(fields);
        fact.claimed = {1'795'424'400'000 + static_cast<std::int64_t>(facts_.size()) * 3'600'000};
        if (draw(12) == 0) fact.claimed = {static_cast<std::int64_t>(draw(2'000'000'000)) * 1000};  // a clock that lies
        if (!facts_.empty()) {
            fact.after = {facts_.back().id};
            if (facts_.size() > 1) fact.after.push_back(facts_[facts_.size() - 2].id);
            if (draw(8) == 0) fact.after = {facts_[draw(facts_.size())].id};
            if (draw(60) == 0) fact.after.clear();
            if (draw(60) == 0) fact.after.push_back(cases::FactId::random(ids_));  // one that never came
        }
        facts_.push_back(std::move(fact));
    }

    [[nodiscard]] std::string last(std::string_view kind) const {
        for (auto fact = facts_.rbegin(); fact != facts_.rend(); ++fact)
            if (fact->kind == kind) return fact->id.text();
        return facts_.front().id.text();
    }
    [[nodiscard]] const cases::Fact* find(const std::string& id) const {
        for (const cases::Fact& fact : facts_)
            if (fact.id.text() == id) return &fact;
        return nullptr;
    }
    [[nodiscard]] std::string digest_of(const std::string& ballot) const {
        const cases::Fact* laid = find(ballot);
        if (laid == nullptr || laid->kind != "ballot_opened") return "none";
        std::map<cases::FactId, const cases::Fact*> papers;
        std::vector<std::string> ids = laid->texts("papers");
        ids.emplace_back(laid->text("report"));
        for (const std::string& id : ids)
            if (const cases::Fact* paper = find(id)) papers.emplace(paper->id, paper);
        std::vector<const cases::Fact*> whole;
        for (const auto& [id, paper] : papers)
            whole.push_back(paper);
        return cases::papers_digest(whole);
    }

    void say_one() {
        const std::size_t turn = draw(100);
        if (turn < 50) return say_next();
        if (turn < 65 && step_ >= kFiledStep) return say_care();
        say_any();
    }

    // A body is asked, answers by its own mailbox, and is asked again; then the person wants it no more.
    void say_care() {
        const std::string body = people_.back().text();
        const auto answer = [&](const char* what) {
            return cases::Fields{{"referral", last("referred")}, {"answer", words(what)}};
        };
        cases::Fields ask{{"item", words("N04")},
                          {"body", words(kBody)},
                          {"asks", words("请看看")},
                          {"shared", std::vector<std::string>{"F1.01"}}};
        switch (care_step_++) {
            case 0:
                return say(kCaller, "consent_given",
                           {{"bodies", std::vector<std::string>{kBody}}, {"how", words("signed")}});
            case 1: ask.emplace("partner", body); return say(kCaller, "referred", std::move(ask));
            case 2:
                return say(kCaller, "letter_sent",
                           {{"referral", last("referred")}, {"partner", body}, {"letter", facts_.front().id.text()}});
            case 3: return say(people_.size() - 1, "body_answered", answer("accepted"));
            case 4: return say(kCaller, "referral_answered", answer("done"));
            case 5: return say(kCaller, "referred", std::move(ask));
            case 6:
                return say(kCaller, "referral_revoked", {{"referral", last("referred")}, {"reasons", words("不用了")}});
            default: care_step_ = 0;
        }
        say(kCaller, "referral_told", {{"referral", last("referred")}, {"how", words("phone")}});
    }

    // What is not paid is not paid any more, and goes back.
    void say_stop() {
        say(kJudge, "payment_stopped", {{"ground", words("fraud")}, {"reasons", words("查实")}});
        say(kRegistrar, "fund_returned",
            {{"amount", kAmount},
             {"proof", words("回单")},
             {"officers", std::vector<std::string>{people_[kRegistrar].text(), people_[kJudge].text()}}});
    }

    // The same while the money is on its way: finance is told that it need not come.
    void say_recall() {
        say(kJudge, "payment_stopped", {{"ground", words("fraud")}, {"reasons", words("查实")}});
        say(kRegistrar, "fund_recalled", {{"reasons", words("告诉了财政")}});
    }

    // A voter's conflict comes to light after the decision, and the leader says that it stands.
    void say_doubt() {
        say(kRegistrar, "conflict_declared", {{"person", people_[kJudge3].text()}, {"reasons", words("同村")}});
        say(kLeader, "decision_kept", {{"reasons", words("另两票已过半数")}});
    }

    // A call hears of danger and of help that is still needed: the one is passed on and seen to, the other done in
    // another way.
    void say_danger() {
        say(kCaller, "revisit_made",
            {{"plan", words("extra")},
             {"way", words("phone")},
             {"spoke_with", words("applicant")},
             {"asked_for_fee", false},
             {"unsafe", true},
             {"conclusions", std::vector<std::string>{"O4"}}});
        const std::string call = facts_.back().id.text();
        say(kCaller, "alert_passed", {{"alert", call}, {"to", words("judge")}});
        say(kJudge, "alert_handled", {{"alert", call}, {"done", words("去看过了")}});
        say(kRegistrar, "followup_settled",
            {{"revisit", call}, {"outcome", words("O4")}, {"done", true}, {"reasons", words("村里办了")}});
    }

    // What was paid is asked back: it comes, or cannot be had.
    void say_recovery() {
        say(kJudge, "recovery_decided", {{"ground", words("fraud")}, {"amount", kAmount}, {"reasons", words("查实")}});
        if (draw(2) == 0) return say(kLeader, "recovery_given_up", {{"reasons", words("下落不明")}});
        say(kRegistrar, "recovered", {{"amount", kAmount}, {"proof", words("回单")}});
    }

    // The next act of a case that goes its whole way.
    void say_next() {
        const auto joined = [&](std::size_t who, const char* as) {
            say(kRegistrar, "joined", {{"person", people_[who].text()}, {"as", words(as)}});
        };
        const auto vote = [&](std::size_t who) {
            const std::string ballot = last("ballot_opened");
            say(who, "vote_cast",
                {{"ballot", ballot},
                 {"papers_digest", digest_of(ballot)},
                 {"choice", words("grant")},
                 {"amount", kAmount},
                 {"reasons", words("同意")}});
        };
        switch (step_++) {
            case 0: return joined(kRegistrar2, "registrar");
            case 1: return joined(kCaller, "caller");
            case 2: return joined(kLeader, "leader");
            case 3:
                if (draw(6) == 0) return say_urgent();
                if (draw(12) == 0) return say_given_up();
                return say(kRegistrar, "department_asked", {{"department", words("执行局")}});
            case 4: return say(kRegistrar, "sent_to_filing", {{"opinion", words("符合")}});
            case 5: return say(kRegistrar, "filed", {{"number", words("（2026）浙0199司救执1号")}});
            case 6:
                return say(kRegistrar, "assigned",
                           {{"handler", people_[kJudge].text()},
                            {"panel", std::vector<std::string>{people_[kJudge2].text(), people_[kJudge3].text()}}});
            case 7: return say(kJudge, "report_written", VoteStory::report_fields(kAmount));
            case 8:
                return say(kRegistrar, "ballot_opened",
                           {{"body", words("panel")},
                            {"report", last("report_written")},
                            {"papers", std::vector<std::string>{last("report_written")}},
                            {"voters", std::vector<std::string>{people_[kJudge].text(), people_[kJudge2].text(),
                                                                people_[kJudge3].text()}}});
            case 9: return vote(kJudge);
            case 10: return vote(kJudge2);
            case 11:
                return say(kJudge, "decided",
                           {{"ballot", last("ballot_opened")},
                            {"result", words("grant")},
                            {"amount", kAmount},
                            {"reasons", words("依据投票")}});
            case 12:
                if (draw(10) == 0) say_doubt();
                return say(kRegistrar, "fund_requested", {{"amount", kAmount}});
            case 13:
                if (draw(12) == 0) return say_recall();
                return say(kRegistrar, "fund_arrived", {{"amount", kAmount}});
            case 14: return say(kRegistrar, "applicant_called", {{"how", words("phone")}});
            case 15: return say(kRegistrar, "pay_ordered", MoneyStory::order_fields(kAmount));
            case 16: return say(kLeader, "pay_released", {{"order", last("pay_ordered")}});
            case 17:
                if (draw(8) == 0) return say_stop();
                return say(
                    kRegistrar, "pay_made",
                    {{"order", last("pay_ordered")},
                     {"proof", words("回单")},
                     {"explained", true},
                     {"officers", std::vector<std::string>{people_[kRegistrar].text(), people_[kJudge].text()}}});
            case 18:
                if (draw(8) == 0) say_danger();
                return say(kCaller, "revisit_made",
                           {{"plan", words("R0")},
                            {"way", words("phone")},
                            {"spoke_with", words("applicant")},
                            {"asked_for_fee", false},
                            {"unsafe", false},
                            {"conclusions", std::vector<std::string>{"O1"}}});
            case 19:
                return say(kRegistrar, "served",
                           {{"paper", words("decision_grant")}, {"how", words("post")}, {"to", words("甲")}});
            case 20:
                return say(kCaller, "money_confirmed",
                           MoneyStory::confirmation(*cases::FactId::parse(last("pay_ordered")), kAmount, true));
            case 21:
                if (draw(6) == 0) return say_recovery();
                return say(kRegistrar, "closed", {{"reasons", words("困难缓解")}});
            default: step_ = 3; return say_any();
        }
    }

    // Papers are asked for, and the day passes without them.
    void say_given_up() {
        say(kRegistrar, "more_asked", {{"papers", std::vector<std::string>{kBody}}, {"until", words("2026-11-30")}});
        say(kRegistrar, "abandoned", {{"reasons", words("没有来")}, {"on", words("2026-12-02")}});
    }

    // Money first, papers afterwards; then the case is filed.
    void say_urgent() {
        say(kRegistrar, "urgent_proposed", {{"amount", kAmount}, {"wage", kWage}, {"reasons", words("抢救")}});
        const std::string proposal = facts_.back().id.text();
        say(kLeader, "urgent_approved", {{"proposal", proposal}});
        say(kRegistrar, "urgent_paid",
            {{"proposal", proposal}, {"amount", kAmount}, {"payee", words("甲")}, {"proof", words("回单")}});
        step_ = 5;
    }

    static const cases::ActRule& some_rule(std::size_t drawn) {
        const auto table = cases::act_table();
        return drawn < table.size() ? table[drawn] : cases::body_act_table()[drawn - table.size()];
    }

    // Any act, mostly by an office that may, with fields by their rules.
    void say_any() {
        const cases::ActRule& rule = some_rule(draw(cases::act_table().size() + cases::body_act_table().size()));
        std::size_t author = draw(people_.size());
        for (int i = 0; i < 6 && !(roles_[author] && rule.who.has(*roles_[author])); ++i)
            author = draw(people_.size());
        cases::Fields fields;
        for (const cases::FieldRule& field : rule.fields) {
            if (field.need == cases::Need::May && draw(2) == 0) continue;
            if (field.kept == cases::Kept::Sealed || draw(150) == 0) continue;
            fields.emplace(field.name, value(rule, field));
        }
        if (rule.kind == "vote_cast") {
            fields.insert_or_assign(
                "papers_digest",
                digest_of(std::get<std::string>(fields.emplace("ballot", last("ballot_opened")).first->second)));
            if (fields.contains("choice") && std::get<std::string>(fields["choice"]) != "grant") fields.erase("amount");
        }
        say(author, draw(200) == 0 ? std::string_view("of_a_newer_program") : rule.kind, std::move(fields));
    }

    // A fact of the kind that the field is about, mostly.
    std::string some_fact(std::string_view field) {
        static constexpr std::pair<std::string_view, std::string_view> kAbout[] = {
            {"order", "pay_ordered"},     {"ballot", "ballot_opened"}, {"proposal", "urgent_proposed"},
            {"report", "report_written"}, {"promise", "promised"},     {"referral", "referred"},
            {"linkage", "linkage_asked"}, {"alert", "revisit_made"},   {"asked", "double_asked"}};
        if (draw(8) != 0)
            for (const auto& [name, kind] : kAbout)
                if (name == field) return last(kind);
        return facts_[draw(facts_.size())].id.text();
    }

    cases::FieldValue value(const cases::ActRule& rule, const cases::FieldRule& field) {
        using T = cases::FieldType;
        switch (field.type) {
            case T::Money: return kAmount / 4 * static_cast<std::int64_t>(1 + draw(6));
            case T::Count: return static_cast<std::int64_t>(1 + draw(2));
            case T::YesNo: return draw(2) == 0;
            case T::Yes: return true;
            case T::Day: return words(draw(2) == 0 ? "2026-12-01" : "2026-11-30");
            case T::CaseNumber: return words("（2026）浙0199司救执2号");
            case T::Person: return person();
            case T::Persons: return std::vector<std::string>{person(), person(), person()};
            case T::Fact: return some_fact(field.name);
            case T::Facts: return std::vector<std::string>{some_fact(field.name)};
            case T::Lines: return std::vector<std::string>{rule.kind.starts_with("revisit") ? "O2" : kBody};
            case T::Hours: return words("8-18");
            case T::Choice: return choice(field.choices);
            default:
                if (rule.kind == "account_given" && field.name == "account") return some_fact(field.name);
                if (field.name == "body") return words(kBody);
                if (field.name == "account_ends") return words(draw(2) == 0 ? "0014" : "0022");
                return words(field.name == "plan" ? "R1" : "丙");
        }
    }
    cases::FieldValue choice(std::string_view choices) {
        std::vector<std::string> each;
        for (std::size_t from = 0; from <= choices.size();) {
            const std::size_t end = std::min(choices.find(' ', from), choices.size());
            each.emplace_back(choices.substr(from, end - from));
            from = end + 1;
        }
        return each[draw(each.size())];
    }

    std::mt19937 random_;
    base::SeededRandom ids_;
    std::vector<base::PersonId> people_;
    std::vector<std::optional<cases::Role>> roles_;
    std::vector<cases::Fact> facts_;
    int step_ = 0, care_step_ = 0;
};

}  // namespace courtyard::test
