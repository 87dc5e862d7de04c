#include "app/worker/progress.hpp"

#include <algorithm>

#include "app/worker/court_words.hpp"
#include "sync/seal/record.hpp"

namespace courtyard::worker {

namespace {

struct Told {
    ProgressStep step;
    std::uint64_t known = 0;
};

std::optional<Told> step_of(const Machine& machine, const store::StoredNotice& notice, const seal::RecipientKey& key) {
    const auto opened = seal::open(notice.record, key, machine.author_keys(), machine.dictionaries());
    if (!opened) return std::nullopt;
    auto answer = notice_of_court(opened->body, machine.roster());
    if (!answer) return std::nullopt;
    const pack::StatusWords& words = machine.pack().status(answer->status);
    ProgressStep step{answer->status,
                      words.say,
                      words.next_say,
                      std::move(answer->text),
                      std::move(answer->papers),
                      std::move(answer->number),
                      notice.received.ms != 0 ? notice.received : opened->body.claimed_at};
    return Told{std::move(step), answer->known};
}

// The hub's order is that of arrival, and a notice may have waited on somebody's laptop or gone round by stick. Among
// the places of a case's notices they stand as their authors knew the case; the others stay where they are.
void set_in_order(std::vector<Told>& told) {
    std::vector<std::size_t> places;
    std::vector<Told> of_case;
    for (std::size_t i = 0; i < told.size(); ++i) {
        if (told[i].known == 0) continue;
        places.push_back(i);
        of_case.push_back(told[i]);
    }
    std::stable_sort(of_case.begin(), of_case.end(), [](const Told& a, const Told& b) { return a.known < b.known; });
    for (std::size_t i = 0; i < places.size(); ++i)
        told[places[i]] = std::move(of_case[i]);
}

}  // namespace

base::Result<Progress> progress_of(Machine& machine, const seal::ReceiptSecret& secret) {
    const seal::ReceiptAddress address = secret.address();
    const seal::RecipientKey key = secret.notice_key();
    Progress progress;
    progress.number = address.number.text;
    progress.notice_key = address.notice_key;
    std::vector<Told> told;
    for (const store::StoredNotice& notice : TRY(machine.store().notices.by_locator(address.locator)))
        if (auto step = step_of(machine, notice, key)) told.push_back(std::move(*step));
    set_in_order(told);
    for (Told& each : told)
        progress.history.push_back(std::move(each.step));
    if (const auto contact = TRY(machine.store().moments.value(store::kLastContact)))
        progress.as_of = base::Instant{*contact};
    return progress;
}

base::Result<Progress> progress_by_code(Machine& machine, std::string_view typed) {
    const seal::ReceiptSecret secret = TRY(seal::ReceiptSecret::parse(typed));
    return progress_of(machine, secret);
}

}  // namespace courtyard::worker
