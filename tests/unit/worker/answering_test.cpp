// The court's answers: five of them, in an order, each with what belongs to it. Both ways in stand on worker::answer.
#include <doctest/doctest.h>

#include "app/flow/desk_state.hpp"
#include "app/worker/answering.hpp"
#include "tests/support/small_court.hpp"

using namespace courtyard;
using Status = domain::ApplicationStatus;

namespace {

using test::small_court::kNow;
constexpr const char* kCourtNumber = "（2026）浙0199司救执1号";

// A court in which one application waits at the judge's laptop.
class Desk {
public:
    Desk() : kiosk_(court.kiosk()), judge(court.laptop("钟法官", mail::Role::Judge)) {
        const worker::Receipt receipt = court.file(*kiosk_);
        id = receipt.record_id().text();
        court.carry(*kiosk_, {judge.get()});
    }
    worker::AnswerRequest request(Status status) const {
        worker::AnswerRequest request;
        request.id = id;
        request.status = status;
        if (status == Status::NeedMore) request.papers = {"判决书"};
        if (status == Status::Filed) request.number = kCourtNumber;
        if (status == Status::NotFiled) request.text = "原案件不在本院";
        return request;
    }
    // The error's code, or nothing.
    std::string say(const worker::AnswerRequest& request) {
        now_ = now_ + 1'000;
        const auto answered = worker::answer(*judge, request, now_, court.random);
        message = answered ? "" : answered.error().message;
        return answered ? "" : answered.error().code;
    }
    base::RecordId standing_id() { return worker::show_application(*judge, id)->entry.id; }
    worker::Standing standing() { return worker::show_application(*judge, id)->standing; }

    test::SmallCourt court;

private:
    std::unique_ptr<worker::Machine> kiosk_;
    base::Instant now_ = kNow;

public:
    std::unique_ptr<worker::Machine> judge;
    std::string id, message;
};

}  // namespace

TEST_CASE("only the five answers are said: no decision, no payment, on an application") {
    Desk desk;
    for (std::size_t i = 0; i < domain::kApplicationStatusIds.size(); ++i) {
        const auto status = static_cast<Status>(i);
        CAPTURE(domain::id(status));
        const bool is_one_of_five =
            std::find(flow::kDeskAnswers.begin(), flow::kDeskAnswers.end(), status) != flow::kDeskAnswers.end();
        const auto parsed = worker::parse_review_state(domain::id(status));
        CHECK(parsed.has_value() == is_one_of_five);
        if (is_one_of_five) continue;
        if (!parsed)
            CHECK(parsed.error().message.find("received, asking, needs_more, filed, not_filed") != std::string::npos);
        CHECK(desk.say(desk.request(status)) == "answer.state");
    }
    CHECK(desk.judge->store().outbox.counts()->queued == 0);
    for (const char* name : {"received", "asking", "needs_more", "filed", "not_filed"})
        CHECK(worker::parse_review_state(name).has_value());
    for (const char* name : {"RECEIVED ", "Received", "granted", "unseen", ""})
        CHECK_FALSE(worker::parse_review_state(name).has_value());
}

TEST_CASE("what the window offers, the command line takes, and nothing else") {
    for (std::size_t i = 0; i < domain::kApplicationStatusIds.size(); ++i) {
        const auto from = static_cast<Status>(i);
        for (const Status to : flow::answers_that_may_follow(from)) {
            CAPTURE(domain::id(from));
            CAPTURE(domain::id(to));
            CHECK(from != to);
            CHECK(worker::may_answer(from < Status::Received ? Status::Synced : from, to));
        }
    }
    const auto after = [](Status status) { return flow::answers_that_may_follow(status); };
    using List = std::vector<Status>;
    CHECK(after(Status::Received) == List{Status::AskDept, Status::NeedMore, Status::Filed, Status::NotFiled});
    CHECK(after(Status::AskDept) == List{Status::NeedMore, Status::Filed, Status::NotFiled});
    CHECK(after(Status::NeedMore) == List{Status::AskDept, Status::Filed, Status::NotFiled});
    CHECK(after(Status::Filed).empty());
    CHECK(after(Status::NotFiled).empty());
}

TEST_CASE("no answer follows itself, and none goes back") {
    Desk desk;
    const std::vector<std::pair<Status, std::vector<Status>>> walk = {
        {Status::Received, {Status::Received}},
        {Status::AskDept, {Status::AskDept, Status::Received}},
        {Status::NeedMore, {Status::NeedMore, Status::Received}},
        {Status::Filed, {Status::Filed, Status::Received, Status::AskDept, Status::NeedMore, Status::NotFiled}}};
    for (const auto& step : walk) {
        const Status said = step.first;
        const auto& refused = step.second;
        CAPTURE(domain::id(said));
        CHECK(desk.say(desk.request(said)) == "");
        for (const Status status : refused) {
            CAPTURE(domain::id(status));
            CHECK(desk.say(desk.request(status)) == "answer.state");
            CHECK(desk.message.find("cannot follow") != std::string::npos);
        }
    }
    CHECK(desk.standing().history.size() == walk.size());
    CHECK_FALSE(desk.standing().contradicting);
}

TEST_CASE("filed needs a case number as courts write it, and no other answer takes one") {
    Desk desk;
    worker::AnswerRequest request = desk.request(Status::Filed);
    for (const char* wrong : {"", " ", "999", "不清楚", "（2026）浙0188司救执1号", "2026浙0199司救执1号",
                              "（2026）浙0199司救执1", "（2027）浙0199司救执1号", "（1900）浙0199司救执1号",
                              "（2026）浙0199司救执1号 谢谢", "（2026）\n浙0199司救执1号"}) {
        CAPTURE(wrong);
        request.number = wrong;
        CHECK(desk.say(request) == "answer.number");
        CHECK(desk.message.find('\n') == std::string::npos);
    }
    for (const Status status : {Status::Received, Status::AskDept, Status::NeedMore, Status::NotFiled}) {
        worker::AnswerRequest other = desk.request(status);
        other.number = kCourtNumber;
        CHECK(desk.say(other) == "answer.number");
    }
    CHECK(desk.judge->store().outbox.counts()->queued == 0);
    request.number = " (2026)浙0199司救执1号 ";
    CHECK(desk.say(request) == "");
    CHECK(desk.standing().history.at(0).number ==
          kCourtNumber);  // as the court writes it, whichever brackets were typed
}

TEST_CASE("a laptop whose clock fell back takes this year's case number") {
    Desk desk;
    const auto answered =
        worker::answer(*desk.judge, desk.request(Status::Filed), kNow + -10ll * 365 * 86'400'000, desk.court.random);
    CHECK(answered.has_value());
}

TEST_CASE("more papers needs at least one, each with a name, and papers belong nowhere else") {
    Desk desk;
    worker::AnswerRequest request = desk.request(Status::NeedMore);
    request.papers.clear();
    request.text = "请补交两样材料";
    CHECK(desk.say(request) == "answer.papers");  // words alone name no paper
    request.papers = {"判决书", "", "户口簿"};
    CHECK(desk.say(request) == "answer.papers");
    CHECK(desk.message.find("paper 2 ") != std::string::npos);
    request.papers = {"判决书", "户口簿", "　"};
    CHECK(desk.say(request) == "answer.papers");
    CHECK(desk.message.find("paper 3 ") != std::string::npos);
    request.papers = {"判决书\n户口簿"};
    CHECK(desk.say(request) == "answer.papers");
    for (const Status status : {Status::Received, Status::AskDept, Status::Filed, Status::NotFiled}) {
        worker::AnswerRequest other = desk.request(status);
        other.papers = {"判决书"};
        CHECK(desk.say(other) == "answer.papers");
    }
    CHECK(desk.judge->store().outbox.counts()->queued == 0);
    request.papers = {" 判决书", "户口簿 "};
    CHECK(desk.say(request) == "");
    CHECK(desk.standing().history.at(0).papers == std::vector<std::string>{"判决书", "户口簿"});
}

TEST_CASE("reported: an answer is taken back with its notice, as long as it has not left") {
    Desk desk;
    const base::RecordId about = desk.standing_id();
    const auto queued = [&desk] { return desk.judge->store().outbox.counts().value().queued; };
    const auto unsent = [&desk, &about] { return worker::unsent_answer(*desk.judge, about).value(); };
    const auto before = queued();
    CHECK_FALSE(unsent());
    REQUIRE(desk.say(desk.request(Status::Received)) == "");
    const auto first = unsent();
    REQUIRE(first);
    REQUIRE(desk.say(desk.request(Status::Filed)) == "");
    const auto second = unsent();
    REQUIRE(second);
    CHECK(second->review != first->review);
    CHECK(queued() == before + 4);
    // The newest first: the other one would stand beside an answer that follows it.
    CHECK(worker::undo_answer(*desk.judge, first->review).error().code == "undo.followed");
    CHECK(worker::undo_answer(*desk.judge, second->review).value() == about);
    CHECK(desk.standing().status == Status::Received);
    CHECK(queued() == before + 2);
    CHECK(worker::undo_answer(*desk.judge, second->review).error().code == "undo.others");
    CHECK(worker::undo_answer(*desk.judge, first->review).value() == about);
    CHECK(desk.standing().status == Status::Synced);
    CHECK(queued() == before);
    CHECK_FALSE(unsent());
    // The number that was taken back is free again; and once it has left, an answer stands.
    REQUIRE(desk.say(desk.request(Status::Filed)) == "");
    const auto gone = unsent();
    REQUIRE(gone);
    desk.court.carry(*desk.judge, {});
    CHECK_FALSE(unsent());
    CHECK(worker::undo_answer(*desk.judge, gone->review).error().code == "undo.sent");
    CHECK(desk.standing().status == Status::Filed);
}

TEST_CASE("two laptops that say the same do not contradict one another") {
    const auto review = [](std::uint8_t id, Status status, std::vector<std::string> papers) {
        worker::Review made;
        made.id.bytes[0] = id;
        made.status = status;
        made.hub_sequence = id;
        made.papers = std::move(papers);
        return made;
    };
    const auto contradicting = [](const std::vector<worker::Review>& facts) {
        return worker::fold(facts).contradicting;
    };
    CHECK_FALSE(contradicting({review(1, Status::Received, {}), review(2, Status::Received, {})}));
    CHECK(contradicting({review(1, Status::Filed, {}), review(2, Status::NotFiled, {})}));
    worker::Review other = review(2, Status::Filed, {});
    other.number = kCourtNumber;
    CHECK(contradicting({review(1, Status::Filed, {}), other}));
}
