#include "app/worker/progress.hpp"

#include "app/worker/court_words.hpp"
#include "sync/seal/record.hpp"

namespace courtyard::worker {

namespace {

std::optional<ProgressStep> step_of(const Machine& machine, const store::StoredNotice& notice,
                                    const seal::RecipientKey& key) {
    const auto opened = seal::open(notice.record, key, machine.author_keys(), machine.dictionaries());
    if (!opened) return std::nullopt;
    auto answer = notice_of_court(opened->body, machine.roster());
    if (!answer) return std::nullopt;
    const pack::StatusWords& words = machine.pack().status(answer->status);
    return ProgressStep{answer->status,
                        words.say,
                        words.next_say,
                        std::move(answer->text),
                        std::move(answer->papers),
                        std::move(answer->number),
                        notice.received.ms != 0 ? notice.received : opened->body.claimed_at};
}

}  // namespace

base::Result<Progress> progress_of(Machine& machine, const seal::ReceiptSecret& secret) {
    const seal::ReceiptAddress address = secret.address();
    const seal::RecipientKey key = secret.notice_key();
    Progress progress;
    progress.number = address.number.text;
    progress.notice_key = address.notice_key;
    for (const store::StoredNotice& notice : TRY(machine.store().notices.by_locator(address.locator))) {
        if (auto step = step_of(machine, notice, key)) progress.history.push_back(std::move(*step));
    }
    if (const auto contact = TRY(machine.store().moments.value(store::kLastContact)))
        progress.as_of = base::Instant{*contact};
    return progress;
}

base::Result<Progress> progress_by_code(Machine& machine, std::string_view typed) {
    const seal::ReceiptSecret secret = TRY(seal::ReceiptSecret::parse(typed));
    return progress_of(machine, secret);
}

}  // namespace courtyard::worker
