// A partner body's laptop: it opens what the person agreed that it is told, answers into the case by hub or stick, and
// hands people over as leads.
#include "app/worker/partner_desk.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include <nlohmann/json.hpp>

#include "app/cases/case_json.hpp"
#include "app/cases/fact_json.hpp"
#include "app/worker/body_mail.hpp"
#include "app/worker/body_stick.hpp"
#include "app/worker/case_acts.hpp"
#include "app/worker/case_help.hpp"
#include "app/worker/case_mail.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/leads.hpp"
#include "app/worker/letters.hpp"
#include "app/worker/sealing.hpp"
#include "sync/os/files.hpp"
#include "tests/support/small_court.hpp"
#include "tests/unit/worker/bodies.hpp"

using namespace courtyard;
using namespace courtyard::worker;
using test::Bodies;
using test::SmallCourt;
using test::text;
using State = cases::Referral::State;
using Lines = std::vector<std::string>;

namespace {

// Every text that lies open on this laptop, and every secret that it could open something with.
std::string open_texts(Machine& machine) {
    std::string all;
    for (const std::string_view kind :
         {kBodyLetterKind, kBodyAnswerKind, kLeadKind, std::string_view("application"), std::string_view("review")}) {
        const auto letters = machine.store().inbox.bodies(kind, 1000).value();
        for (const store::Letter& letter : letters)
            all += letter.body;
    }
    return all;
}

}  // namespace

TEST_CASE_FIXTURE(Bodies, "a referral to a body with a mailbox becomes one letter to it, with only what was agreed") {
    const cases::FactId sent = refer();
    CHECK(referral().partner == std::get<base::PersonId>(civil->author()));
    CHECK_FALSE(referral().letter.has_value());
    CHECK(partner_requests(*civil).value().empty());  // until mail leaves
    meet();
    CHECK(referral().letter.has_value());
    const auto requests = partner_requests(*civil).value();
    REQUIRE(requests.size() == 1);
    const BodyLetter& letter = requests.front().letter;
    CHECK(letter.referral == sent);
    CHECK(letter.asks == "请看看能不能办低保");
    // Two answers; and how to be careful, where the person asked for it.
    const std::string careful = registrar->pack().words.text("court.careful");
    REQUIRE(letter.told.size() >= 2);
    CHECK(letter.told.size() == (letter.told.back() == careful ? 3 : 2));
    const std::string name = case_of(*registrar, about).value().applicant;
    CHECK(letter.told.front().find(name) != std::string::npos);

    SUBCASE("once, however often mail leaves") {
        meet();
        CHECK(letters_to(*registrar, "civil_affairs").value().size() == 1);
        CHECK(write_body_letters(*registrar, now, court.random).value() == 0);
    }
    SUBCASE("the body holds nothing of the case but that letter, and no key of it") {
        const std::string open = open_texts(*civil);
        CHECK(open.find(name) != std::string::npos);  // the control: what was agreed is there
        const auto facts = facts_of(*registrar, about).value();
        const auto answers = nlohmann::json::parse(std::string(facts.front().text("answers")));
        std::string agreed = letter.court;  // which the form may name, too
        for (const std::string& each : letter.told)
            agreed += each;
        std::size_t others = 0;
        for (const auto& [code, value] : answers.items()) {
            if (code == "F1.01" || code == "F1.06" || !value.is_string()) continue;
            const std::string said = value.get<std::string>();
            // Words of one or two characters stand in any letter; a name may be the answer to several questions.
            if (said.size() < 9 || agreed.find(said) != std::string::npos) continue;
            ++others;
            CHECK_MESSAGE(open.find(said) == std::string::npos, code);
        }
        CHECK(others > 3);
        CHECK(civil->store().case_keys.of_case(about).value().empty());
        CHECK(civil->store().case_records.cases().value().empty());
        CHECK(civil->intake_keys().empty());
        CHECK(case_of(*civil, about).error().code == "case.role");
        CHECK(list_inbox(*civil).error().code == "inbox.role");
        // And the letter is for it alone.
        CHECK(partner_requests(*health).value().empty());
        auto inside = health->store().begin().value();
        const auto record = letters_to(*registrar, "civil_affairs").value().front().record;
        REQUIRE(take_body_letter(*health, inside, {record, store::Origin::Hub, now, 9, now}).has_value());
        REQUIRE(inside.commit().has_value());
        CHECK(partner_requests(*health).value().empty());
        CHECK(health->store().inbox.unopened(10).value().size() == 1);
    }
}

TEST_CASE_FIXTURE(Bodies,
                  "a body is asked to be careful with whom a call or a visit could hurt, and with nobody else") {
    const auto last_told = [&](const char* rule) {
        must(*registrar, "contact_changed", {{"told_by", text("本人")}, {"contact_rule", text(rule)}, {"anew", true}});
        refer();
        meet();
        const auto requests = partner_requests(*civil).value();
        REQUIRE(requests.size() == 1);
        return requests.front().letter.told.back();
    };
    const std::string careful = registrar->pack().words.text("court.careful");
    SUBCASE("nobody calls") { CHECK(last_told("不要打电话") == careful); }
    SUBCASE("anybody may call at any time") { CHECK(last_told("随时可以") != careful); }
}

TEST_CASE_FIXTURE(Bodies, "a body's answer is a fact of the case, by its own signature, on every laptop") {
    refer();
    meet();
    REQUIRE(answer("accepted").has_value());
    meet();
    CHECK(referral().state == State::Accepted);
    CHECK(answer("accepted").error().code == "fact.referral.move");
    CHECK(answer("done").error().code == "fact.field.evidence");
    CHECK(answer("revoked").error().code == "fact.field.words");
    REQUIRE(answer("done", "", "低保证 330199-1").has_value());
    meet();
    const cases::AidCase folded = case_of(*registrar, about).value();
    CHECK(folded.care.referrals.front().state == State::Done);
    const auto entry = std::find_if(folded.entries.begin(), folded.entries.end(),
                                    [](const cases::Entry& each) { return each.kind == "body_answered"; });
    REQUIRE(entry != folded.entries.end());
    CHECK(entry->author == std::get<base::PersonId>(civil->author()));
    CHECK(partner_requests(*civil).value().front().state == State::Done);
    CHECK(partner_requests(*civil).value().front().answers.size() == 2);
}

TEST_CASE_FIXTURE(Bodies, "what has not happened yet is not told: a body's answer, a lead, a step with a lead") {
    refer();
    meet();
    const domain::Date today = domain::Date::in_china(now), tomorrow = today.plus_days(1);
    const std::string id = partner_requests(*civil).value().front().letter.referral.text();
    const auto answered = [&](domain::Date on) {
        return answer_request(*civil, id, {"accepted", "", "", on, {}}, now, court.random);
    };
    CHECK(answered(tomorrow).error().code == "fact.on.future");
    CHECK_FALSE(answered(tomorrow).error().message.empty());
    CHECK(partner_requests(*civil).value().front().answers.empty());
    CHECK(answered(today).has_value());
    cases::Lead lead;
    lead.name = "濮阿凤";
    lead.why = "打赢官司没拿到钱";
    lead.on = tomorrow;
    CHECK(hand_over(*civil, lead, now, court.random).error().code == "fact.on.future");
    lead.from = "村委会";
    CHECK(note_lead(*registrar, lead, now, court.random).error().code == "fact.on.future");
    lead.on = today;
    const auto noted = note_lead(*registrar, lead, now, court.random);
    REQUIRE(noted.has_value());
    cases::LeadStep step;
    step.move = cases::LeadMove::Contacted;
    step.day = tomorrow;
    CHECK(step_lead(*registrar, noted->text(), step, now, court.random).error().code == "fact.on.future");
    step.day = today;
    CHECK(step_lead(*registrar, noted->text(), step, now, court.random).has_value());
}

TEST_CASE_FIXTURE(Bodies,
                  "reported: a body did nothing before it was asked, and takes nothing back before it said yes") {
    refer();
    meet();
    const PartnerRequest request = partner_requests(*civil).value().front();
    const std::string id = request.letter.referral.text();
    const auto answered = [&](const char* what, int later) {
        return answer_request(*civil, id, {what, "住院去了", "低保证", request.letter.on.plus_days(later), {}},
                              now + 30LL * 86'400'000, court.random);
    };
    for (const char* what : {"accepted", "refused", "done"}) {
        CAPTURE(what);
        const auto early = answered(what, -1);
        REQUIRE_FALSE(early.has_value());
        CHECK(early.error().code == "fact.referral.day");
        CHECK(early.error().message.find("fact.") == std::string::npos);
    }
    CHECK(partner_requests(*civil).value().front().answers.empty());
    REQUIRE(answered("accepted", 3).has_value());
    CHECK(answered("revoked", 2).error().code == "fact.referral.day");
    CHECK(answered("done", 0).has_value());  // the control: on the very day that it was asked
    CHECK(answered("revoked", 3).has_value());
}

TEST_CASE_FIXTURE(Bodies, "another body that seals an answer to the case is refused by name") {
    refer();
    meet();
    // It was shown the letter by somebody: it knows case, referral and key, and signs by its own name.
    const BodyLetter letter = partner_requests(*civil).value().front().letter;
    cases::Fact fact;
    fact.about = letter.about;
    fact.author = std::get<base::PersonId>(health->author());
    fact.kind = "body_answered";
    fact.after = {letter.referral};
    fact.fields = {{"referral", letter.referral.text()}, {"answer", text("accepted")}};
    std::string payload = cases::write_fact(fact);
    REQUIRE(health->store().chain.reserve(court.random).has_value());
    auto inside = health->store().begin().value();
    const seal::Recipient to = seal::Recipient::of(seal::SealPublicKey::parse(letter.reply_key).value());
    REQUIRE(seal_and_queue(*health, inside,
                           {.kind = fact.kind, .payload = payload, .recipient = to, .box = mail::Box::Cases}, now,
                           court.random)
                .has_value());
    REQUIRE(inside.commit().has_value());
    meet();
    const cases::AidCase folded = case_of(*registrar, about).value();
    const auto entry = std::find_if(folded.entries.begin(), folded.entries.end(),
                                    [](const cases::Entry& each) { return each.kind == "body_answered"; });
    REQUIRE(entry != folded.entries.end());
    CHECK(entry->code == "answer.body");
    CHECK(folded.care.referrals.front().state == State::Sent);
}

TEST_CASE_FIXTURE(Bodies, "consent that is taken back stops the next letter, and the body of a sent one is told") {
    SUBCASE("before the letter left: it never does") {
        refer();
        must(*registrar, "consent_revoked", {{"bodies", Lines{"civil_affairs"}}});
        meet();
        CHECK(partner_requests(*civil).value().empty());
        CHECK(letters_to(*registrar, "civil_affairs").value().empty());
        CHECK(open_texts(*civil).empty());
        CHECK(try_to(*registrar, "referred",
                     {{"item", text("N01")},
                      {"body", text("civil_affairs")},
                      {"asks", text("再问一次")},
                      {"shared", Lines{"F1.01"}}})
                  .error()
                  .code == "fact.refer.consent");
    }
    SUBCASE("the body had taken it back itself before it heard so: then the body did") {
        refer();
        meet();
        REQUIRE(answer("accepted").has_value());
        REQUIRE(answer("done", "", "低保证 330199-1").has_value());
        REQUIRE(answer("revoked", "发错了").has_value());
        must(*registrar, "referral_revoked", {{"referral", referral().by.text()}, {"reasons", text("本人不要了")}});
        meet();
        const auto request = partner_requests(*civil).value().front();
        CHECK(request.state == State::Revoked);
        CHECK_FALSE(request.by_court);
        CHECK(referral().by_body);
        CHECK(referral().told);
    }
    SUBCASE("after: the body hears so, and can answer no more") {
        refer();
        meet();
        must(*registrar, "consent_revoked", {{"bodies", Lines{"civil_affairs"}}});
        meet();
        const auto request = partner_requests(*civil).value().front();
        CHECK(request.by_court);
        CHECK(request.ended);
        CHECK(request.letter.told.empty());
        CHECK(referral().told);
        CHECK(answer("accepted").error().code == "fact.referral.move");
        CHECK(letters_to(*registrar, "civil_affairs").value().size() == 2);
    }
}

TEST_CASE_FIXTURE(Bodies,
                  "reported: a body that has answered hears that consent was taken back, and is shown nothing more") {
    const auto is_at_end = [&](State state) {
        const auto request = partner_requests(*civil).value().front();
        CHECK(request.state == state);
        CHECK(request.ended);
        CHECK_FALSE(request.by_court);
        CHECK(request.letter.told.empty());
        CHECK(request.letter.asks.empty());
        CHECK_FALSE(request.letter.title.empty());  // what it did it did
        CHECK(request.answers.size() == 1);
        CHECK(referral().state == state);
        CHECK(referral().told);
        CHECK(letters_to(*registrar, "civil_affairs").value().size() == 2);
        CHECK(answer("revoked", "不办了").error().code == "fact.referral.move");
        meet();  // once
        CHECK(letters_to(*registrar, "civil_affairs").value().size() == 2);
    };
    const auto revoke = [&] { must(*registrar, "consent_revoked", {{"bodies", Lines{"civil_affairs"}}}); };
    refer();
    meet();
    SUBCASE("done") {
        REQUIRE(answer("done", "", "低保证 330199-1").has_value());
        meet();
        CHECK_FALSE(partner_requests(*civil).value().front().letter.told.empty());  // the control
        revoke();
        meet();
        is_at_end(State::Done);
    }
    SUBCASE("refused") {
        REQUIRE(answer("refused", "收入超过标准").has_value());
        meet();
        revoke();
        meet();
        is_at_end(State::Refused);
    }
    SUBCASE("both at once, neither knowing of the other") {
        REQUIRE(answer("done", "", "低保证 330199-1").has_value());
        revoke();
        meet();
        is_at_end(State::Done);
    }
}

TEST_CASE_FIXTURE(Bodies,
                  "two who did not know of each other wrote to one body: of both letters it hears that they are over") {
    must(*registrar, "joined", {{"person", std::get<base::PersonId>(judge->author()).text()}, {"as", text("handler")}});
    meet();
    refer();
    must(*judge, "referred",
         {{"item", text("N01")},
          {"body", text("civil_affairs")},
          {"asks", text("请看看能不能办低保")},
          {"shared", Lines{"F1.01"}}});
    for (Machine* each : {registrar.get(), judge.get()})
        REQUIRE(write_body_letters(*each, now, court.random).value() == 1);
    meet();
    const auto before = partner_requests(*civil).value();
    REQUIRE(before.size() == 2);
    for (const PartnerRequest& each : before)
        CHECK_FALSE(each.ended);  // the control
    must(*registrar, "consent_revoked", {{"bodies", Lines{"civil_affairs"}}});
    meet();
    const auto requests = partner_requests(*civil).value();
    for (const PartnerRequest& each : requests) {
        CHECK(each.ended);
        CHECK(each.letter.told.empty());
    }
}

TEST_CASE_FIXTURE(Bodies, "what the pack does not let a body be told is refused before anything is signed") {
    const auto refused = [&](Lines shared, const char* item = "N01") {
        const auto done = try_to(*registrar, "referred",
                                 {{"item", text(item)},
                                  {"body", text("civil_affairs")},
                                  {"asks", text("请帮忙")},
                                  {"shared", std::move(shared)}});
        return done ? std::string("fine") : done.error().code;
    };
    const auto says = [&](const char* item, const char* body, Lines shared) {
        return try_to(
                   *registrar, "referred",
                   {{"item", text(item)}, {"body", text(body)}, {"asks", text("请帮")}, {"shared", std::move(shared)}})
            .error()
            .message;
    };
    CHECK(says("N99", "civil_affairs", {"F1.01"}).find("“N01”（") != std::string::npos);
    REQUIRE(try_to(*registrar, "consent_given", {{"bodies", Lines{"education"}}, {"how", text("phone")}}));
    CHECK(says("N01", "education", {"F1.01"}).find("“civil_affairs”（") != std::string::npos);
    CHECK(says("N01", "civil_affairs", {"F1.31"}).find("F1.01、") != std::string::npos);
    CHECK(refused({"F1.31"}) == "fact.refer.shared");
    CHECK(refused({"F1.80"}) == "fact.refer.never");
    CHECK(refused({"F1.01"}, "N99") == "fact.refer.item");
    CHECK(refused({"F1.01"}) == "fine");
}

TEST_CASE_FIXTURE(Bodies, "letters and answers by stick make the same case as by the hub, and go on to the hub") {
    refer();
    const auto stick = court.folder / "stick";
    std::filesystem::create_directories(stick);
    const auto met = [&](Machine& machine, const char* body = "") {
        const auto done = meet_body_stick(machine, stick, body, now, court.random);
        REQUIRE_MESSAGE(done.has_value(), done.error().message);
        CHECK(done->refused.empty());
        return *done;
    };
    CHECK(met(*registrar, "civil_affairs").written == 1);
    CHECK(met(*civil).taken == 1);
    REQUIRE(answer("accepted").has_value());
    CHECK(met(*civil).written == 1);
    const StickMeeting back = met(*registrar, "civil_affairs");
    CHECK(back.taken == 1);
    CHECK(back.queued == 1);  // for the hub
    CHECK(referral().state == State::Accepted);
    const std::string by_stick = cases::write_case(case_of(*registrar, about).value());
    // The same answer by the hub is the same record.
    meet();
    CHECK(cases::write_case(case_of(*registrar, about).value()) == by_stick);
    CHECK(met(*registrar, "civil_affairs").taken == 0);
    CHECK(met(*civil).taken == 0);
    CHECK(meet_body_stick(*registrar, stick, "education", now, court.random).error().code == "body.unknown");
    // A byte that the stick lost: that file is not taken, and nothing else is harmed.
    for (const auto& file : std::filesystem::directory_iterator(stick / "courtyard" / "body_civil_affairs"))
        if (file.path().filename().string().starts_with(civil->config().machine.text())) {
            auto bytes = os::read_file(file.path(), 1U << 20).value();
            bytes[bytes.size() / 2] ^= 1U;
            REQUIRE(os::write_file(file.path(), bytes, os::Privacy::Public).has_value());
        }
    const auto damaged = meet_body_stick(*registrar, stick, "civil_affairs", now, court.random).value();
    REQUIRE(damaged.refused.size() == 1);
    CHECK(damaged.refused.front().error.code == "bundle.damaged");
}

TEST_CASE_FIXTURE(Bodies, "a body that was given its mailbox since is known by the roster that lies on its stick") {
    const auto stick = court.folder / "stick";
    std::filesystem::create_directories(stick);
    const auto school = court.partner("教育局", "education");
    const auto roster = os::read_file(court.folder / "court" / "roster.cyd", mail::kRosterBytesMax);
    REQUIRE(roster.has_value());
    REQUIRE(school->take_roster(*roster, now).has_value());
    const auto met = [&] { return meet_body_stick(*registrar, stick, "education", now, court.random); };
    CHECK(met().error().code == "body.unknown");  // the control: nothing lies there yet
    REQUIRE(meet_body_stick(*school, stick, "", now, court.random).has_value());
    const auto done = met();
    REQUIRE_MESSAGE(done.has_value(), done.error().message);
    CHECK(done->roster_changed);
    CHECK(mail::find_partner(registrar->roster(), "education") != nullptr);
    CHECK(meet_body_stick(*registrar, stick, "../education", now, court.random).error().code == "body.unknown");
}

TEST_CASE_FIXTURE(Bodies, "whom a body hands over is a lead with its source, and no application") {
    cases::Lead lead;
    lead.from = "法院自己";  // whatever it says: it is of its body
    lead.reference = "民政-7";
    lead.name = "司徒望";
    lead.village = "云坞村";
    lead.why = "车祸后没有赔到钱";
    lead.on = *domain::Date::parse("2026-11-23");
    const std::size_t before = list_inbox(*registrar).value().size();
    REQUIRE(hand_over(*civil, lead, now, court.random).has_value());
    meet();
    CHECK(list_inbox(*registrar).value().size() == before);
    for (Machine* machine : {registrar.get(), judge.get()}) {
        const auto leads = list_leads(*machine).value();
        REQUIRE(leads.size() == 1);
        CHECK(leads.front().source == "民政局");
        CHECK(leads.front().view.lead.from == "civil_affairs");
        CHECK(leads.front().task->code == "lead_ask");
    }
    CHECK(handed_over(*civil).value().front().state.empty());

    const std::string id = list_leads(*judge).value().front().view.lead.id.text();
    const auto step = [&](cases::LeadMove move, const char* words) {
        cases::LeadStep made;
        made.move = move;
        made.day = domain::Date::in_china(now);
        made.words = words;
        return step_lead(*judge, id, made, now, court.random);
    };
    REQUIRE(step(cases::LeadMove::Contacted, "本人愿意听").has_value());
    meet();
    CHECK(handed_over(*civil).value().front().state == "told");
    CHECK(open_texts(*civil).find("本人愿意听") == std::string::npos);  // nothing of what the person said
    CHECK(list_leads(*registrar).value().front().view.state == cases::LeadState::Contacted);
    CHECK(step(cases::LeadMove::Declined, "").error().code == "lead.words");
    CHECK(step(cases::LeadMove::Applied, "").error().code == "lead.application");
    REQUIRE(step(cases::LeadMove::Declined, "本人说不用").has_value());
    CHECK(step(cases::LeadMove::Contacted, "").error().code == "lead.closed");
    meet();
    CHECK(handed_over(*civil).value().front().state == "closed");
    CHECK(list_inbox(*registrar).value().size() == before);

    // It was a mistake: opened again, with the reason, and its body hears that it goes on.
    CHECK(step(cases::LeadMove::Reopened, "").error().code == "lead.words");
    now = now + 60'000;
    REQUIRE(step(cases::LeadMove::Reopened, "说不用的是邻居").has_value());
    CHECK(step(cases::LeadMove::Reopened, "又一次").error().code == "lead.open");
    meet();
    CHECK(handed_over(*civil).value().front().state == "told");
    CHECK(list_leads(*registrar).value().front().view.state == cases::LeadState::Contacted);
    CHECK(list_leads(*registrar).value().front().view.steps.size() == 3);
    CHECK(list_leads(*registrar).value().front().task->code == "lead_explain");
    for (const auto move : {cases::LeadMove::Unsuitable, cases::LeadMove::Duplicate, cases::LeadMove::Withdrawn,
                            cases::LeadMove::Mistaken})
        CHECK(step(move, " ").error().code == "lead.words");
    now = now + 60'000;
    REQUIRE(step(cases::LeadMove::Unsuitable, "是行政赔偿").has_value());
    meet();
    CHECK(list_leads(*registrar).value().front().view.state == cases::LeadState::Unsuitable);
    CHECK(handed_over(*civil).value().front().state == "closed");
}

TEST_CASE_FIXTURE(Bodies,
                  "what was said last of a lead is taken back while it has not left, and its body hears nothing") {
    cases::Lead lead;
    lead.reference = "民政-8";
    lead.name = "司徒望";
    lead.why = "车祸后没有赔到钱";
    lead.on = *domain::Date::parse("2026-11-23");
    REQUIRE(hand_over(*civil, lead, now, court.random).has_value());
    meet();
    const base::RecordId id = list_leads(*judge).value().front().view.lead.id;
    CHECK_FALSE(unsent_of_lead(*judge, id).value());  // it was not said here
    CHECK(undo_of_lead(*judge, id).error().code == "undo.others");
    const auto step = [&](cases::LeadMove move, const char* words) {
        now = now + 60'000;
        cases::LeadStep made;
        made.move = move;
        made.day = domain::Date::in_china(now);
        made.words = words;
        return step_lead(*judge, id.text(), made, now, court.random).value();
    };
    const base::RecordId first = step(cases::LeadMove::Contacted, "愿意听");
    const base::RecordId second = step(cases::LeadMove::Duplicate, "和上个月那条一样");
    CHECK(undo_of_lead(*judge, first).error().code == "undo.followed");
    CHECK(unsent_of_lead(*judge, id).value() == second);
    CHECK(undo_of_lead(*judge, second).value() == id);
    CHECK(list_leads(*judge).value().front().view.state == cases::LeadState::Contacted);
    meet();
    CHECK(handed_over(*civil).value().front().state == "told");
    CHECK(list_leads(*registrar).value().front().view.steps.size() == 1);
    CHECK(undo_of_lead(*judge, first).error().code == "undo.sent");
    CHECK_FALSE(unsent_of_lead(*judge, id).value());
    // One that was noted here goes whole.
    lead.from = "庭务主任";
    const base::RecordId noted = note_lead(*judge, lead, now, court.random).value();
    CHECK(undo_of_lead(*judge, noted).value() == noted);
    CHECK(list_leads(*judge).value().size() == 1);
}

TEST_CASE_FIXTURE(Bodies, "a body applies for nobody and speaks for no court, whatever it seals to the intake") {
    const std::size_t before = list_inbox(*registrar).value().size();
    for (const char* kind : {"application", "review", "lead_step", "alert"}) {
        std::string payload = "{\"lead\":\"" + std::string(32, 'a') + "\",\"on\":\"2026-11-23\",\"step\":\"declined\"}";
        REQUIRE(civil->store().chain.reserve(court.random).has_value());
        auto inside = civil->store().begin().value();
        const seal::Recipient intake = mail::newest_intake_key(civil->roster()).recipient();
        REQUIRE(
            seal_and_queue(*civil, inside, {.kind = kind, .payload = payload, .recipient = intake}, now, court.random)
                .has_value());
        REQUIRE(inside.commit().has_value());
    }
    meet();
    std::size_t applications = 0;
    const auto list = list_inbox(*registrar).value();
    for (const InboxEntry& entry : list)
        applications += entry.problem.empty() ? 1 : 0;
    CHECK(applications == before);
    CHECK(list_leads(*registrar).value().empty());
}

TEST_CASE_FIXTURE(Bodies,
                  "whom a body handed over applies by word of mouth: the case is the application, and the body hears") {
    cases::Lead lead;
    lead.name = "司徒望";
    lead.village = "云坞村";
    lead.original_case = "（2026）浙0199执98号";
    lead.why = "车祸后没有赔到钱";
    lead.on = *domain::Date::parse("2026-11-23");
    REQUIRE(hand_over(*civil, lead, now, court.random).has_value());
    REQUIRE(hand_over(*civil, lead, now, court.random).has_value());
    meet();
    const auto leads = list_leads(*registrar).value();
    REQUIRE(leads.size() == 2);
    const std::string first = leads[0].view.lead.id.text(), second = leads[1].view.lead.id.text();
    // At once, out of the lead: what it knows need not be typed again.
    cases::Fields fields = cases::opening_of(leads[0].view.lead);
    fields["phone"] = std::string("13800000000");
    const auto opened = open_case_of_lead(*registrar, first, fields, now, court.random);
    REQUIRE_MESSAGE(opened.has_value(), opened.error().message);
    const auto folded = case_of(*registrar, *opened).value();
    CHECK(folded.applicant == "司徒望");
    CHECK(folded.village == "云坞村");
    CHECK(folded.original_case == "（2026）浙0199执98号");
    CHECK(folded.source == "transfer");
    CHECK(find_lead(*registrar, first)->view.state == cases::LeadState::Applied);
    CHECK(open_case_of_lead(*registrar, first, fields, now, court.random).error().code == "lead.closed");
    // Taken back, the case takes with it what the lead says of it; not while more was said of the lead since.
    const auto once_more = open_case_of_lead(*registrar, second, fields, now, court.random);
    REQUIRE_MESSAGE(once_more.has_value(), once_more.error().message);
    CHECK(find_lead(*registrar, second)->view.state == cases::LeadState::Applied);
    CHECK(with_opening(*registrar, *once_more).value() == flow::WithOpening{false, true});
    cases::LeadStep reopened;
    reopened.move = cases::LeadMove::Reopened;
    reopened.day = domain::Date::in_china(now);
    reopened.words = "记错了";
    const auto said = step_lead(*registrar, second, reopened, now, court.random);
    REQUIRE(said.has_value());
    CHECK(undo_with_lead(*registrar, *once_more, *once_more).error().code == "undo.followed");
    REQUIRE(undo_of_lead(*registrar, *said).has_value());
    REQUIRE(undo_with_lead(*registrar, *once_more, *once_more).has_value());
    CHECK(find_lead(*registrar, second)->view.state == cases::LeadState::New);
    CHECK_FALSE(case_of(*registrar, *once_more).has_value());
    // Or afterwards, by naming the case; what nobody knows is neither.
    cases::LeadStep step;
    step.move = cases::LeadMove::Applied;
    step.day = domain::Date::in_china(now);
    step.application = base::RecordId::random(court.random);
    CHECK_FALSE(step_lead(*registrar, second, step, now, court.random).has_value());
    step.application = *opened;
    REQUIRE(step_lead(*registrar, second, step, now, court.random).has_value());
    CHECK(find_lead(*registrar, second)->view.state == cases::LeadState::Applied);
    meet();
    const auto handed = handed_over(*civil).value();
    for (const auto& each : handed)
        CHECK(each.state == "applied");
}
