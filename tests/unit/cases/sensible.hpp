// Facts that somebody in their senses would write: fields that fit the case as it stands. For walks through cases that
// nobody thought out.
#pragma once

#include "app/cases/next_tasks.hpp"
#include "app/cases/tasks.hpp"
#include "tests/unit/cases/story.hpp"

namespace courtyard::test {

class Sensible {
public:
    Sensible(const Story& story, base::SeededRandom& random) : story_(story), random_(random) {}

    [[nodiscard]] cases::Fields fields(const cases::AidCase& now, std::string_view kind) {
        cases::Fields out;
        const cases::ActRule& rule = *cases::find_act(kind);
        for (const cases::FieldRule& field : rule.fields)
            if (field.need == cases::Need::Must && field.kept != cases::Kept::Sealed)
                out.emplace(field.name, value(field));
        suit(now, kind, out);
        return out;
    }
    [[nodiscard]] std::size_t below(std::size_t n) { return static_cast<std::size_t>(random_.next() % n); }

private:
    using Texts = std::vector<std::string>;
    template <class T>
    const T& any(const std::vector<T>& of) {
        return of[below(of.size())];
    }
    std::string any_word(std::string_view choices) {
        Texts words;
        std::size_t from = 0;
        while (from <= choices.size()) {
            const std::size_t end = std::min(choices.find(' ', from), choices.size());
            words.emplace_back(choices.substr(from, end - from));
            from = end + 1;
        }
        return any(words);
    }
    std::string any_person() {
        static const Texts kNames{"registrar", "registrar2", "judge",      "judge2", "judge3",
                                  "committee", "committee2", "committee3", "caller", "leader"};
        return story_.id(any(kNames));
    }
    [[nodiscard]] std::string day_after(int days) const {
        return domain::Date::in_china(story_.now).plus_days(days).text();
    }
    cases::FieldValue value(const cases::FieldRule& field) {
        using enum cases::FieldType;
        switch (field.type) {
            case Line:
            case Words: return std::string("写明");
            case Data: return std::string("{}");
            case Money: return std::int64_t{5'000'000};
            case Count: return std::int64_t{1};
            case YesNo: return below(2) == 0;
            case Yes: return true;
            case Pictures: return Texts{};
            case Day: return day_after(static_cast<int>(below(20)));
            case Hours: return std::string("8-18");
            case CaseNumber: return std::string("（2026）浙0199司救执7号");
            case Person: return any_person();
            case Persons: return Texts{any_person()};
            case Fact: return any(story_.facts).id.text();
            case Facts: return Texts{};
            case Lines: return Texts{"民政局"};
            case Choice: return any_word(field.choices);
        }
        return std::string();
    }

    void suit(const cases::AidCase& now, std::string_view kind, cases::Fields& out) {
        const std::string text(kind);
        if (text == "joined") suit_joining(out);
        if (text == "left" || text == "conflict_declared")
            out["person"] = story_.id(any(Texts{"caller", "committee3"}));
        if (text == "assigned") {
            out["handler"] = story_.id(any(Texts{"judge", "judge2"}));
            out["panel"] = Texts{story_.id("judge2"), story_.id("judge3")};
        }
        if (text == "more_came") out["papers"] = Texts{"民政局"};
        if (text == "commitment_taken") {
            out["consequences"] = true, out["read_back"] = true;
            out["reasons"] = std::string("问过本人");
        }
        if (text == "contact_changed") out[any(Texts{"phone", "safe_number"})] = std::string("13900000000");
        if (text == "guardian_changed") out["name"] = any(Texts{"骆小云", "骆大勇"});
        if (text == "fellow_asked") out["name"] = any(Texts{"骆小云", "骆大勇"});
        if (text == "corrected") out["wrong"] = any(story_.facts).id.text();
        suit_votes(now, text, out);
        suit_money(now, text, out);
        suit_care(now, text, out);
    }
    void suit_joining(cases::Fields& out) {
        const std::string who =
            any(Texts{"registrar2", "judge2", "judge3", "committee", "committee2", "leader", "caller"});
        const std::string office = who.substr(0, who.find_first_of("23"));
        out["person"] = story_.id(who);
        out["as"] = office == "judge" ? std::string("panel") : office;
    }
    void suit_votes(const cases::AidCase& now, const std::string& kind, cases::Fields& out) {
        const auto& ballots = now.ballots;
        const cases::Ballot* ballot = ballots.current();
        if (kind == "report_written" && out["proposal"] == cases::FieldValue(std::string("grant"))) {
            out["amount"] = std::int64_t{5'000'000};
            out["wage"] = std::int64_t{800'000};
        }
        if (kind == "ballot_opened" && !ballots.reports.empty()) suit_ballot(now, out);
        if (ballot == nullptr) return;
        if (kind == "vote_cast" || kind == "decided" || kind == "sent_upward") out["ballot"] = ballot->by.text();
        if (kind == "vote_cast") {
            out["papers_digest"] = ballot->papers_digest;
            out["choice"] = any(Texts{"grant", "grant", "grant", "refuse", "return"});
            if (ballot->limit.value == 0) out["choice"] = std::string("refuse");
            if (out["choice"] == cases::FieldValue(std::string("grant"))) out["amount"] = std::int64_t{5'000'000};
        }
        if (kind == "decided") {
            out["result"] = std::string(cases::name_of(ballot->tally.state));
            if (ballot->tally.amount.value > 0) out["amount"] = ballot->tally.amount.value;
        }
        if (kind == "sent_upward")
            out["to"] = ballot->body == "panel" ? std::string("committee") : std::string("adjudication");
    }
    void suit_ballot(const cases::AidCase& now, cases::Fields& out) {
        out["report"] = now.ballots.reports.back().by.text();
        out["papers"] = Texts{now.ballots.reports.back().by.text()};
        const std::string body =
            !now.ballots.upward.empty() ? now.ballots.upward.back().to : any(Texts{"panel", "panel", "committee"});
        const Texts names = body == "panel"
                                ? Texts{"judge", "judge2", "judge3", "registrar", "registrar2"}
                                : Texts{"committee", "committee2", "committee3", "leader", "judge", "judge2", "judge3"};
        Texts voters;
        for (const std::string& name : names)
            if (now.members.has(story_.person(name)) && voters.size() < 3) voters.push_back(story_.id(name));
        out["body"] = body;
        out["voters"] = voters;
    }
    void suit_money(const cases::AidCase& now, const std::string& kind, cases::Fields& out) {
        if (kind == "recovered") {
            const std::int64_t open = now.ledger.to_recover.value - now.ledger.recovered.value;
            out["amount"] = open > 0 ? open : std::int64_t{1};
        }
        if (kind == "recovery_decided") {
            const bool is_granted = now.ballots.decision && now.ballots.decision->granted;
            out["ground"] = is_granted ? std::string("fraud") : std::string("urgent_refused");
            out["amount"] = is_granted ? std::int64_t{1} : now.ledger.urgent_paid().value;
        }
        if (kind == "payment_reclaimed" && !now.ledger.stray.empty()) out["payment"] = any(now.ledger.stray).by.text();
        if (kind == "pause_agreed" && !now.clock.pauses.empty()) out["pause"] = any(now.clock.pauses).by.text();
        if (kind == "urgent_proposed") out["amount"] = std::int64_t{2'000'000}, out["wage"] = std::int64_t{800'000};
        if (now.ledger.urgent && out.contains("proposal") && kind.starts_with("urgent"))
            out["proposal"] = now.ledger.urgent->proposed.text();
        if (kind == "urgent_paid") out["amount"] = std::int64_t{2'000'000};
        if (kind == "pay_made" || kind == "fund_returned") out["officers"] = officers(now);
        const std::int64_t left = now.ledger.left().value + now.ledger.lies().value;
        if (kind == "fund_returned" && left > 0) out["amount"] = left;
        if (kind == "recovery_decided" && now.ledger.to_weigh().value > 0) out["amount"] = now.ledger.to_weigh().value;
        if (out.contains("order") && !now.ledger.orders.empty()) out["order"] = any(now.ledger.orders).by.text();
        const std::int64_t granted = now.ballots.decision ? now.ballots.decision->amount.value : 0;
        const std::int64_t urgent = now.ledger.urgent && now.ledger.urgent->paid ? now.ledger.urgent->amount.value : 0;
        const std::int64_t share = urgent_share(now.ledger, now).value;
        if ((kind == "fund_requested" || kind == "fund_arrived" || kind == "pay_ordered") && granted > share)
            out["amount"] = granted - share;
        if (kind == "account_given") {
            out["account"] = any(story_.facts).id.text();
            out["account_ends"] = any(Texts{"0022", "0030"});
        }
        if (kind == "pay_ordered") {
            const auto* account = now.accounts.current();
            out["way"] = std::string("transfer");
            out["account"] = account == nullptr ? story_.facts.front().id.text() : account->record.text();
            out["account_ends"] = account == nullptr ? std::string("0014") : account->ends;
            out["part"] = std::int64_t{1}, out["parts"] = std::int64_t{1};
        }
        if (kind == "money_confirmed") {
            const bool of_urgent = urgent > 0 && (granted <= urgent || below(2) == 0);
            out["amount"] = of_urgent ? urgent : granted - urgent;
            out["whole"] = true;
            out["by"] = std::string("applicant");
        }
    }
    // Two of the case, a registrar first.
    Texts officers(const cases::AidCase& now) const {
        Texts out;
        for (const auto& [person, seat] : now.members.seats)
            out.insert(story_.offices()(person) == cases::Role::Registrar ? out.begin() : out.end(), person.text());
        if (out.size() > 2) out.resize(2);
        return out;
    }
    void suit_care(const cases::AidCase& now, const std::string& kind, cases::Fields& out) {
        const auto& care = now.care;
        if (kind == "referred")
            out["body"] = std::string("民政局"), out["item"] = "N" + std::to_string(below(90)),
            out["shared"] = Texts{"F1.01"};
        if (out.contains("promise") && !care.promises.empty()) out["promise"] = any(care.promises).by.text();
        if (out.contains("referral") && !care.referrals.empty()) out["referral"] = any(care.referrals).by.text();
        if (out.contains("linkage") && !care.linkages.empty()) out["linkage"] = any(care.linkages).by.text();
        if (kind == "linkage_answered") {
            const bool granted = out["answer"] == cases::FieldValue(std::string("granted"));
            if (granted) out["amount"] = std::int64_t{3'000'000};
            if (!granted) out["reasons"] = std::string("没有钱");
        }
        if (kind == "promised") out["body"] = std::string("民政局"), out["due"] = day_after(30), out.erase("referral");
        if (kind == "promise_extended") out["due"] = day_after(120);
        if ((kind == "alert_handled" || kind == "alert_passed") && !care.alerts.empty())
            out["alert"] = any(care.alerts).by.text();
        if (kind == "followup_settled" && !care.followups.empty()) {
            out["revisit"] = care.followups.back().by.text();
            out["outcome"] = care.followups.back().outcome;
        }
        if (kind == "revisit_tried") out["plan"] = std::string("extra");
        if (kind == "revisit_made") {
            out["plan"] = std::string("extra");
            for (const cases::PlanRow& row : cases::revisit_plan(now))
                if (!row.made) out["plan"] = row.plan;
            out["way"] = std::string("phone");
            const auto first = 1 + below(12);
            Texts said{"O" + std::to_string(first)};
            if (first != 1 && first != 12) said.push_back("O" + std::to_string(2 + below(5)));
            if (first == 10) out["spoke_with"] = std::string("family");
            out["conclusions"] = std::move(said);
        }
    }

    const Story& story_;
    base::SeededRandom& random_;
};

}  // namespace courtyard::test
