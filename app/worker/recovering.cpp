#include "app/worker/recovering.hpp"

#include "app/worker/letters.hpp"
#include "app/worker/pictures.hpp"
#include "sync/seal/record.hpp"
#include "sync/seal/slip_symbols.hpp"

namespace courtyard::worker {

base::Result<Recovered> recover_record(Machine& machine, base::ByteView record, base::Instant now) {
    const seal::Header header = TRY(seal::parse_header(record));
    if (mail::find_intake_key(machine.roster(), header.recipient) == nullptr) {
        return base::fail("recover.foreign",
                          "this slip was written for another court, or before the oldest key that the roster lists");
    }
    store::Store& store = machine.store();
    Recovered recovered{header.id};
    auto transaction = TRY(store.begin());
    const auto on_its_way = TRY(store.outbox.find(header.id));
    bool hub_has_it = false;
    if (machine.reads_intake()) {
        const auto kept = TRY(take_letter(machine, transaction, record, 0, {}, store::Origin::Slip, now));
        recovered.was_known = kept == store::Kept::Known;
        const auto letter = TRY(store.inbox.find(header.id));
        hub_has_it = letter && letter->hub_sequence != 0;
        recovered.opened = letter && letter->opened;
    } else {
        recovered.was_known = on_its_way.has_value();
    }
    if (!on_its_way && !hub_has_it) {
        TRY(store.outbox.add(transaction, machine.mailbox(mail::Box::Intake), header.id, record, now));
        recovered.queued = true;
    }
    TRY(transaction.commit());
    return recovered;
}

base::Result<Recovered> recover(Machine& machine, const std::vector<std::filesystem::path>& pngs, base::Instant now) {
    if (pngs.empty() || pngs.size() > kPicturesMax) {
        return base::fail("recover.pictures", "give 1 to " + std::to_string(kPicturesMax) + " pictures of one slip");
    }
    std::vector<std::string> symbols;
    for (const std::filesystem::path& png : pngs) {
        for (std::string& text : TRY(symbols_in(png))) {
            if (seal::is_record_symbol(text)) symbols.push_back(std::move(text));
        }
    }
    const base::Bytes record = TRY(seal::join_symbols(symbols));
    return recover_record(machine, record, now);
}

}  // namespace courtyard::worker
