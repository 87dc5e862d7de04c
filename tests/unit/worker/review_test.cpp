#include "app/worker/review.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "sync/base/random.hpp"

using namespace courtyard;
using worker::Review;
using Status = domain::ApplicationStatus;

namespace {

Review review(std::uint8_t id, Status status, std::uint64_t hub_sequence, std::int64_t claimed = 0) {
    Review made;
    made.id.bytes[0] = id;
    made.status = status;
    made.hub_sequence = hub_sequence;
    made.claimed = {claimed};
    return made;
}

}  // namespace

TEST_CASE("the whole square of states: the court goes on, never back, and never through the applicant's hands") {
    for (std::size_t i = 0; i < domain::kApplicationStatusIds.size(); ++i) {
        for (std::size_t j = 0; j < domain::kApplicationStatusIds.size(); ++j) {
            const auto from = static_cast<Status>(i);
            const auto to = static_cast<Status>(j);
            CAPTURE(domain::id(from));
            CAPTURE(domain::id(to));
            const bool may = worker::may_answer(from, to);
            if (!domain::is_said_by_court(to)) CHECK_FALSE(may);
            if (domain::is_said_by_court(from) && domain::is_said_by_court(to) && domain::may_follow(from, to))
                CHECK(may);
            if (to == Status::Received && domain::is_said_by_court(from)) CHECK_FALSE(may);
        }
    }
    CHECK(worker::may_answer(Status::Synced, Status::Filed));
    CHECK(worker::may_answer(Status::Received, Status::Filed));
    CHECK(worker::may_answer(Status::Received, Status::NotFiled));
    CHECK(worker::may_answer(Status::NeedMore, Status::AskDept));
    CHECK(worker::may_answer(Status::NeedMore, Status::NotFiled));
    CHECK_FALSE(worker::may_answer(Status::Filed, Status::AskDept));
    CHECK_FALSE(worker::may_answer(Status::Filed, Status::Filed));
    CHECK_FALSE(worker::may_answer(Status::NotFiled, Status::Filed));
    CHECK_FALSE(worker::may_answer(Status::Draft, Status::Received));
}

TEST_CASE("the fold is the same in any order, and with doubles") {
    const std::vector<Review> facts = {review(1, Status::Received, 4), review(2, Status::NeedMore, 7),
                                       review(3, Status::Filed, 9), review(4, Status::AskDept, 0, 50),
                                       review(5, Status::NotFiled, 0, 20)};
    const worker::Standing expected = worker::fold(facts);
    CHECK(expected.status == Status::AskDept);  // what the hub has not numbered comes last, by claimed time
    CHECK(expected.contradicting);
    CHECK(expected.history.size() == 5);
    std::mt19937 shuffle(20261123);
    for (int i = 0; i < 500; ++i) {
        std::vector<Review> mixed = facts;
        for (int doubles = 0; doubles < i % 4; ++doubles)
            mixed.push_back(facts[static_cast<std::size_t>(i + doubles) % facts.size()]);
        std::shuffle(mixed.begin(), mixed.end(), shuffle);
        const worker::Standing standing = worker::fold(mixed);
        CHECK(standing.history == expected.history);
        CHECK(standing.status == expected.status);
        CHECK(standing.contradicting == expected.contradicting);
    }
}

TEST_CASE("of two copies of one answer the numbered one counts") {
    const std::vector<Review> facts = {review(1, Status::Received, 0, 99), review(2, Status::Filed, 8),
                                       review(1, Status::Received, 3, 99)};
    const worker::Standing standing = worker::fold(facts);
    REQUIRE(standing.history.size() == 2);
    CHECK(standing.history[0].hub_sequence == 3);
    CHECK(standing.status == Status::Filed);
    CHECK_FALSE(standing.contradicting);
    CHECK(worker::fold({}).status == Status::Synced);
}

TEST_CASE("states are read by both of their names") {
    CHECK(worker::parse_review_state("needs_more").value() == Status::NeedMore);
    CHECK(worker::parse_review_state("NEED_MORE").value() == Status::NeedMore);
    CHECK(worker::parse_review_state("not_filed").value() == Status::NotFiled);
    CHECK_FALSE(worker::parse_review_state("DRAFT").has_value());
    CHECK_FALSE(worker::parse_review_state("").has_value());
    CHECK(worker::review_state_name(Status::AskDept) == "asking");
    CHECK(worker::review_state_name(Status::Review) == "REVIEW");
}
