#include "tests/support/small_court.hpp"

#include <algorithm>

#include "app/worker/case_mail.hpp"
#include "app/worker/letters.hpp"
#include "app/worker/partner_desk.hpp"
#include "sync/seal/record.hpp"

namespace courtyard::test {

void SmallCourt::carry(worker::Machine& from, const std::vector<worker::Machine*>& to) {
    auto rows = from.store().outbox.list(1000).value();
    std::reverse(rows.begin(), rows.end());
    for (store::OutboxRow& row : rows) {
        const auto record = from.store().outbox.record(row.parcel.id);
        if (!record) continue;
        const std::uint64_t sequence = ++hub_sequence;
        const auto header = seal::parse_header(*record).value();
        const bool is_public = row.mailbox.ends_with("/public");
        for (worker::Machine* machine : to) {
            auto inside = machine->store().begin().value();
            const worker::Arrival came{*record, store::Origin::Hub, kNow, sequence, kNow};
            if (is_public) {
                REQUIRE(machine->store()
                            .notices.keep(inside, {header.id, header.recipient, sequence, kNow, *record})
                            .has_value());
            } else if (row.mailbox.find("/body_") != std::string::npos) {
                const auto box = mail::MailboxName::parse(row.mailbox).value();
                const mail::Machine* self = mail::find_machine(machine->roster(), machine->config().machine);
                if (mail::may(machine->roster(), *self, mail::Action::Read, box))
                    REQUIRE(worker::take_body_letter(*machine, inside, came).has_value());
            } else if (row.mailbox.ends_with("/cases")) {
                REQUIRE((machine->is_kiosk() || machine->is_partner() ||
                         worker::take_case_record(*machine, inside, came).has_value()));
            } else if (machine->reads_intake()) {
                REQUIRE(worker::take_letter(*machine, inside, came).has_value());
            }
            REQUIRE(inside.commit().has_value());
        }
        row.parcel.delivery = mail::Delivery::Durable;
        auto inside = from.store().begin().value();
        REQUIRE(from.store().outbox.save(inside, {row.parcel}).has_value());
        REQUIRE(inside.commit().has_value());
    }
}

}  // namespace courtyard::test
