#include "app/domain/application_status.hpp"

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>

using namespace courtyard;
using domain::ApplicationStatus;

namespace {

// Section 4.1 of the domain report, with the additions that the header names.
const std::map<std::string, std::set<std::string>> kTable{
    {"DRAFT", {"SUBMITTED_LOCAL", "DISCARDED"}},
    {"DISCARDED", {}},
    {"SUBMITTED_LOCAL", {"SYNCED", "WITHDRAWN"}},
    {"SYNCED", {"RECEIVED", "WITHDRAWN"}},
    {"WITHDRAWN", {"DRAFT"}},
    {"RECEIVED", {"ASK_DEPT", "NEED_MORE", "URGENT_PAID", "WITHDRAWN"}},
    {"ASK_DEPT", {"NEED_MORE", "TO_FILING", "NOT_FILED", "URGENT_PAID", "WITHDRAWN"}},
    {"NEED_MORE", {"TO_FILING", "ABANDONED", "NOT_FILED", "URGENT_PAID", "WITHDRAWN"}},
    {"ABANDONED", {"DRAFT"}},
    {"TO_FILING", {"FILED", "NEED_MORE", "NOT_FILED", "URGENT_PAID", "WITHDRAWN"}},
    {"NOT_FILED", {"REFERRED", "CLOSED"}},
    {"FILED", {"REVIEW", "WITHDRAWN"}},
    {"REVIEW", {"SUSPENDED", "TERMINATED", "DECIDED_GRANT", "DECIDED_REFUSE", "WITHDRAWN"}},
    {"SUSPENDED", {"REVIEW", "TERMINATED", "WITHDRAWN"}},
    {"TERMINATED", {"RECOVERY"}},
    {"DECIDED_GRANT", {"FUND_REQ", "TERMINATED", "REVISIT"}},
    {"DECIDED_REFUSE", {"REFERRED", "RECOVERY", "CLOSED"}},
    {"URGENT_PAID", {"FILED"}},
    {"FUND_REQ", {"FUND_IN", "TERMINATED", "REVISIT"}},
    {"FUND_IN", {"NOTIFIED", "TERMINATED", "REVISIT"}},
    {"NOTIFIED", {"PAID_PART", "PAID", "TERMINATED", "REVISIT"}},
    {"PAID_PART", {"PAID", "REVISIT", "NOTIFIED", "RECOVERY"}},
    {"PAID", {"REVISIT", "PAID_PART", "NOTIFIED", "RECOVERY"}},
    {"REVISIT", {"CLOSED", "REFERRED", "RECOVERY", "PAID_PART", "NOTIFIED"}},
    {"REFERRED", {"REVISIT", "RECOVERY", "PAID_PART", "NOTIFIED"}},
    {"RECOVERY", {"CLOSED", "PAID_PART", "NOTIFIED"}},
    {"CLOSED", {"RECOVERY", "PAID_PART", "NOTIFIED"}},
};

}  // namespace

TEST_CASE("the whole square of states agrees with the table") {
    REQUIRE(kTable.size() == domain::kApplicationStatusIds.size());
    for (const std::string_view from_id : domain::kApplicationStatusIds) {
        const auto row = kTable.find(std::string(from_id));
        REQUIRE_MESSAGE(row != kTable.end(), from_id);
        for (const std::string_view to_id : domain::kApplicationStatusIds) {
            const bool expected = row->second.contains(std::string(to_id));
            const bool actual =
                domain::may_follow(*domain::application_status(from_id), *domain::application_status(to_id));
            CHECK_MESSAGE(actual == expected, from_id << " -> " << to_id);
        }
    }
}

TEST_CASE("ids and states are one to one") {
    for (const std::string_view id : domain::kApplicationStatusIds)
        CHECK(domain::id(*domain::application_status(id)) == id);
    CHECK_FALSE(domain::application_status("received"));
    CHECK_FALSE(domain::application_status(""));
}

TEST_CASE("only the court speaks after the application has left the machine") {
    CHECK_FALSE(domain::is_said_by_court(ApplicationStatus::Synced));
    CHECK_FALSE(domain::is_said_by_court(ApplicationStatus::Withdrawn));
    CHECK(domain::is_said_by_court(ApplicationStatus::Received));
    CHECK(domain::is_said_by_court(ApplicationStatus::Closed));
}

TEST_CASE("a court may skip what it does not announce, but never go where no path leads") {
    using S = ApplicationStatus;
    CHECK(domain::may_reach(S::Received, S::Filed));
    CHECK(domain::may_reach(S::Received, S::NotFiled));
    CHECK(domain::may_reach(S::Synced, S::NeedMore));
    CHECK(domain::may_reach(S::Draft, S::Closed));
    CHECK_FALSE(domain::may_reach(S::Closed, S::Filed));
    CHECK_FALSE(domain::may_reach(S::Terminated, S::Review));
    CHECK_FALSE(domain::may_reach(S::Paid, S::Review));
}
