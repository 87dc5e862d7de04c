#include <doctest/doctest.h>

#include <set>
#include <string>
#include <utility>

#include "sync/mail/delivery.hpp"

using namespace courtyard::mail;

TEST_CASE("the whole square of delivery: what may follow what") {
    using enum Delivery;
    const std::set<std::pair<Delivery, Delivery>> allowed = {
        {Queued, Sent},          {Queued, Accepted},     {Queued, Durable},       {Queued, Quarantined},
        {Sent, Queued},          {Sent, Accepted},       {Sent, Durable},         {Sent, Quarantined},
        {Accepted, Queued},      {Accepted, Durable},    {Accepted, Quarantined}, {Quarantined, Queued},
        {Quarantined, Accepted}, {Quarantined, Durable},
    };
    for (const Delivery from : kDeliveries) {
        for (const Delivery to : kDeliveries) {
            CAPTURE(std::string(name_of(from)) + " -> " + std::string(name_of(to)));
            CHECK(may_follow(from, to) == allowed.contains({from, to}));
        }
    }
    static_assert(!may_follow(Durable, Queued), "what is durable at the hub is never sent again");
}
