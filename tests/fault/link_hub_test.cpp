// The hub and the courier together, over real TLS on loopback.
#include <doctest/doctest.h>

#include "sync/mail/exchange.hpp"
#include "tests/support/running_hub.hpp"

using namespace courtyard;
using test::kNow;

namespace {

const mail::MailboxName kIntake{"330199", mail::Box::Intake};
const mail::MailboxName kPublic{"330199", mail::Box::Public};

std::vector<base::ByteView> views(const std::vector<base::Bytes>& records) { return {records.begin(), records.end()}; }

}  // namespace

TEST_CASE("records go up and come down, numbered, in order, whole") {
    test::MailCourt court;
    test::RunningHub hub(court);
    const auto kiosk = hub.courier("kiosk");
    std::vector<base::Bytes> records;
    for (int i = 0; i < 20; ++i)
        records.push_back(court.record(i % 5 == 0 ? 3000 : 40));
    const auto answer = kiosk->put(kIntake, views(records));
    REQUIRE_MESSAGE(answer.has_value(), answer.error().code);
    CHECK(answer->durable_up_to == 20);
    for (std::size_t i = 0; i < records.size(); ++i)
        CHECK(answer->outcomes[i] == mail::Outcome{mail::Verdict::Accepted, i + 1});

    const auto registrar = hub.courier("registrar");
    const auto page = registrar->get({kIntake, 0, 0, 1 << 20, 0});
    REQUIRE_MESSAGE(page.has_value(), page.error().code);
    REQUIRE(page->views.records.size() == 20);
    for (std::size_t i = 0; i < records.size(); ++i) {
        const auto& got = page->views.records[i].record;
        CHECK(std::equal(got.begin(), got.end(), records[i].begin(), records[i].end()));
    }
    const auto again = kiosk->put(kIntake, views(records));
    REQUIRE(again.has_value());
    CHECK(again->outcomes == answer->outcomes);
}
