#include "app/worker/syncing.hpp"

#include <algorithm>
#include <array>

#include "app/worker/body_mail.hpp"
#include "app/worker/case_mail.hpp"
#include "app/worker/letters.hpp"
#include "app/worker/mail_shelf.hpp"
#include "app/worker/partner_desk.hpp"
#include "app/worker/view_mail.hpp"
#include "app/worker/way_to_hub.hpp"
#include "sync/mail/exchange.hpp"

namespace courtyard::worker {

namespace {

constexpr int kStepsMax =
    100'000;  // of one mailbox in one round: a hub that never says "no more" cannot hold us for ever

// The question lies on a stick now; the others go there as well.
bool is_on_stick(const base::Error& error) { return error.code == "carrier.waiting"; }

bool is_own_fault(const base::Error& error) {
    return error.code.starts_with("store.") || error.code.starts_with("file.");
}

// One round. Every part leaves the machine in order when it stops.
class Round {
public:
    Round(Machine& machine, mail::Courier& courier, const Clock& clock, base::Random& random)
        : machine_(machine), courier_(courier), clock_(clock), random_(random), shelf_(machine, report_, clock) {}

    base::Result<SyncReport> run() {
        TRY(write_body_letters(machine_, clock_(), random_));
        TRY(tell_views(machine_, clock_(), random_));
        for (const mail::Box box : mail::kBoxes)
            TRY(send(box));
        TRY(send_to_bodies());
        TRY(fetch_documents());
        for (const mail::Box box : {mail::Box::Public, mail::Box::Intake, mail::Box::Cases})
            TRY(fetch(box));
        if (machine_.is_partner()) TRY(fetch_as_body());
        if (report_.roster_changed || report_.pack_changed || report_.fetched > 0) TRY(reopen_if_reader());
        TRY(settle_and_send());
        if (!machine_.is_kiosk() && !machine_.is_partner()) TRY(forget_left_cases(machine_));
        TRY(note_contact());
        return report_;
    }

private:
    [[nodiscard]] bool is_over() const { return report_.problem.has_value(); }

    [[nodiscard]] bool may(mail::Action action, const mail::MailboxName& mailbox) const {
        const mail::Machine* self = mail::find_machine(machine_.roster(), machine_.config().machine);
        // A roster without us is about to be replaced, or says that we were struck off: then the hub tells.
        return self == nullptr || mail::may(machine_.roster(), *self, action, mailbox);
    }

    base::Result<void> send(mail::Box box) { return send(machine_.mailbox(box)); }

    base::Result<void> send_to_bodies() {
        for (const mail::MailboxName& mailbox : TRY(machine_.store().outbox.mailboxes_on_the_way()))
            if (mailbox.box == mail::Box::Body) TRY(send(mailbox));
        return {};
    }

    base::Result<void> send(const mail::MailboxName& mailbox) {
        if (is_over()) return {};
        mail::Outbox outbox(mailbox);
        const auto parcels = TRY(machine_.store().outbox.on_the_way(mailbox));
        if (parcels.empty()) return {};
        for (const mail::Parcel& parcel : parcels)
            outbox.add(parcel);
        return walk([&] { return mail::step(outbox, courier_, shelf_, mail::Link::Up, clock_(), random_); });
    }

    base::Result<void> fetch(mail::Box box) {
        const mail::MailboxName mailbox = machine_.mailbox(box);
        const bool wanted =
            box == mail::Box::Public || (box == mail::Box::Cases ? !machine_.is_kiosk() : machine_.reads_intake());
        if (!wanted) return {};
        return fetch(mailbox);
    }

    base::Result<void> fetch_as_body() {
        const mail::Person* self = mail::find_person(machine_.roster(), *machine_.config().person);
        if (self == nullptr) return {};
        return fetch(mail::MailboxName{machine_.config().court, mail::Box::Body, self->body});
    }

    base::Result<void> fetch(const mail::MailboxName& mailbox) {
        if (is_over() || !may(mail::Action::Read, mailbox)) return {};
        mail::Inbox inbox(mailbox, TRY(machine_.store().cursors.at(mailbox.text())));
        return walk([&] { return mail::step(inbox, courier_, shelf_, mail::Link::Up, clock_(), random_); });
    }

    template <class Next>
    base::Result<void> walk(Next next) {
        for (int i = 0; i < kStepsMax; ++i) {
            mail::Step step = next();
            if (step.kind == mail::Step::Kind::Failed) {
                if (is_on_stick(*step.error)) return {};
                if (is_own_fault(*step.error)) return tl::unexpected(*step.error);
                report_.problem = std::move(step.error);
                return {};
            }
            if (step.kind != mail::Step::Kind::Worked) return {};
            report_.reached = true;
            if (step.hub_time.ms != 0) hub_time_ = std::max(hub_time_, step.hub_time);
        }
        return {};
    }

    base::Result<void> fetch_documents() {
        if (is_over()) return {};
        const auto list = courier_.documents(machine_.config().court);
        if (!list && is_on_stick(list.error())) return {};
        if (!list) {
            report_.problem = list.error();
            return {};
        }
        for (const char* name : {kRosterDocument, kPackDocument}) {
            const auto listed = std::find_if(list->documents.begin(), list->documents.end(),
                                             [&](const mail::Document& each) { return each.name == name; });
            if (listed != list->documents.end()) TRY(fetch_document(*listed));
        }
        return {};
    }

    base::Result<void> fetch_document(const mail::Document& listed) {
        const auto known = TRY(machine_.store().documents.state(listed.name));
        if (is_over() || (known && known->digest == listed.digest)) return {};
        const auto file = mail::fetch_document(courier_, machine_.config().court, listed);
        if (!file && is_on_stick(file.error())) return {};
        if (!file) {
            report_.problem = file.error();
            return {};
        }
        const bool is_roster = listed.name == kRosterDocument;
        const auto taken = is_roster ? machine_.take_roster(*file, clock_()) : machine_.take_pack(*file, clock_());
        const bool too_new = !taken && (taken.error().code == "pack.newer" || taken.error().code == "document.format");
        if (taken || too_new) TRY(note_newer(too_new));
        if (taken) {
            (is_roster ? report_.roster_changed : report_.pack_changed) = true;
        } else if (is_own_fault(taken.error()) && taken.error().code != "store.older" &&
                   taken.error().code != "store.dictionary") {
            return taken;
        } else {
            // A document that is not good is left where it is; the one we have goes on being used, and the mail goes
            // on.
            report_.refused_document = taken.error();
        }
        return {};
    }

    // So that the kiosk, which never hears of the mail, can say that its program wants an update.
    base::Result<void> note_newer(bool refused) {
        store::Moments& moments = machine_.store().moments;
        const auto before = TRY(moments.value(store::kNewerRefused));
        if ((before.value_or(0) != 0) == refused) return {};
        return moments.set(store::kNewerRefused, refused ? clock_().ms : 0);
    }

    base::Result<void> reopen_if_reader() {
        if (machine_.reads_intake()) TRY(reopen_letters(machine_));
        if (machine_.is_partner()) TRY(reopen_body_letters(machine_));
        return {};
    }

    // Keys for whoever joined a case, and what slips are told, go out in the same round.
    base::Result<void> settle_and_send() {
        if (machine_.is_kiosk() || machine_.is_partner() || report_.fetched == 0) return {};
        const std::size_t keys = TRY(settle_cases(machine_, clock_(), random_));
        if (TRY(write_body_letters(machine_, clock_(), random_)) + keys == 0) return {};
        TRY(send(mail::Box::Public));
        TRY(send(mail::Box::Cases));
        return send_to_bodies();
    }

    base::Result<void> note_contact() {
        store::Moments& moments = machine_.store().moments;
        auto transaction = TRY(machine_.store().begin());
        const base::Instant now = clock_();
        const auto failures = TRY(moments.value(store::kFailures));
        TRY(moments.set(store::kLastTrial, now.ms));
        if (report_.reached) TRY(moments.set(store::kFailures, 0));
        if (report_.problem && !report_.reached) TRY(moments.set(store::kFailures, failures.value_or(0) + 1));
        if (report_.reached) TRY(moments.set(store::kLastContact, now.ms));
        if (hub_time_.ms != 0) TRY(moments.raise(store::kTimeFloor, hub_time_.ms));
        TRY(transaction.commit());
        return {};
    }

    Machine& machine_;
    mail::Courier& courier_;
    const Clock& clock_;
    base::Random& random_;
    SyncReport report_;
    MailShelf shelf_;
    base::Instant hub_time_;
};

}  // namespace

base::Result<SyncReport> sync_once(Machine& machine, mail::Courier& courier, const Clock& clock, base::Random& random) {
    return Round(machine, courier, clock, random).run();
}

base::Result<void> keep_syncing(Machine& machine, const SyncLoop& loop, base::Random& random) {
    mail::Backoff backoff;
    base::Instant next = loop.clock();
    bool first = true;
    while (true) {
        const base::Instant now = loop.clock();
        const auto counts = TRY(machine.store().outbox.counts());
        const bool has_mail = counts.queued + counts.sent > 0;
        // A clock that was put back must not silence the machine: more than one whole period ahead cannot be meant.
        const bool is_due = first || now >= next || next - now > loop.poll_ms || has_mail;
        if (is_due && !backoff.holds(now)) {
            auto courier = TRY(way_to_hub(machine, now));
            const SyncReport report = TRY(sync_once(machine, *courier, loop.clock, random));
            if (report.problem) {
                backoff.failed(loop.clock(), courier->retry_after_ms(), random);
            } else {
                backoff.succeeded();
                TRY(machine.store().database().rest());
            }
            next = loop.clock() + loop.poll_ms;
            first = false;
            if (loop.told) loop.told(report);
        }
        if (loop.wait(loop.look_ms)) return {};
    }
}

}  // namespace courtyard::worker
