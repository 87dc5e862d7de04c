#include "app/ctl/sync_round.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "app/ctl/usage.hpp"

using namespace courtyard;

namespace {

base::Result<void> told(const worker::SyncReport& report, const mail::OutboxCounts& outbox) {
    ctl::Output out(true);
    return ctl::tell_round(report, outbox, out);
}

bool says(const base::Result<void>& result, std::string_view words) {
    return !result && result.error().message.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a round in which something was set aside does not end as if all were well") {
    worker::SyncReport report;
    report.sent = 3;
    report.reached = true;
    CHECK(told(report, {}).has_value());
    report.quarantined = 2;
    const auto aside = told(report, {});
    CHECK(says(aside, "2 record(s) set aside"));
    CHECK(aside.error().code == ctl::kToldAlready);  // what went and came is told all the same
    // What was set aside in an earlier round is no news.
    report.quarantined = 0;
    mail::OutboxCounts outbox;
    outbox.quarantined = 5;
    CHECK(told(report, outbox).has_value());
}

TEST_CASE("a hub that is away is told in words that fit what waits") {
    worker::SyncReport report;
    report.problem = base::Error{"courier.unreachable", "the hub cannot be reached"};
    CHECK(says(told(report, {}), "the hub was not reached: the hub cannot be reached; nothing waits to be sent"));
    CHECK_FALSE(says(told(report, {}), "not sent yet"));
    report.reached = true;
    CHECK(says(told(report, {}), "did not answer to the end"));
    mail::OutboxCounts outbox;
    outbox.queued = 2;
    outbox.sent = 1;
    report.sent = 4;
    CHECK(says(told(report, outbox), "not sent yet: 3 record(s) wait, 4 went before: "));
    report.quarantined = 1;
    CHECK(says(told(report, outbox), "1 record(s) set aside"));
    CHECK(told(report, outbox).error().code == "courier.unreachable");
}
