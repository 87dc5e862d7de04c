#include "sync/mail/outbox.hpp"

#include <algorithm>

#include "sync/mail/errors.hpp"

namespace courtyard::mail {

using base::RecordId;

namespace {

std::size_t& count_of(OutboxCounts& counts, Delivery delivery) {
    switch (delivery) {
        case Delivery::Queued: return counts.queued;
        case Delivery::Sent: return counts.sent;
        case Delivery::Accepted: return counts.accepted;
        case Delivery::Durable: return counts.durable;
        case Delivery::Quarantined: break;
    }
    return counts.quarantined;
}

}  // namespace

Outbox::Outbox(MailboxName mailbox, OutboxLimits limits)
    : mailbox_(std::move(mailbox)), limits_(limits), batch_bytes_(limits.batch_bytes_first) {}

const Parcel* Outbox::find(const RecordId& id) const {
    const auto found = entries_.find(id);
    return found == entries_.end() ? nullptr : &found->second.parcel;
}

// --- queues
// -----------------------------------------------------------------------------------------------------------

void Outbox::add(const Parcel& parcel) {
    if (parcel.delivery == Delivery::Durable) {
        ++counts_.durable;
        return;
    }
    const auto [at, is_new] = entries_.emplace(parcel.id, Entry{parcel, 0, 0});
    if (!is_new) return;
    ++count_of(counts_, parcel.delivery);
    enqueue(at->second);
}

void Outbox::enqueue(Entry& entry) {
    entry.ticket = ++tickets_;
    const Ticket ticket{entry.parcel.id, entry.ticket};
    switch (entry.parcel.delivery) {
        case Delivery::Queued: queued_.push_back(ticket); break;
        case Delivery::Sent: uncertain_.push_back(ticket); break;
        case Delivery::Accepted: accepted_.push_back(ticket); break;
        case Delivery::Durable:
        case Delivery::Quarantined: break;
    }
}

Outbox::Entry* Outbox::current(const Ticket& ticket) {
    const auto found = entries_.find(ticket.id);
    return found != entries_.end() && found->second.ticket == ticket.number ? &found->second : nullptr;
}

bool Outbox::has_any(Queue& queue) {
    while (!queue.empty() && current(queue.front()) == nullptr)
        queue.pop_front();
    return !queue.empty();
}

std::vector<RecordId> Outbox::take(Queue& queue) {
    std::vector<RecordId> ids;
    while (ids.size() < limits_.batch_records_max && has_any(queue)) {
        ids.push_back(queue.front().id);
        queue.pop_front();
    }
    return ids;
}

// What was under way and has not moved goes back to the queue of its state: to the front, in the old order, so that
// what was filed first is sent first; what is only accepted to the end, so that a long list is asked about in turn.
void Outbox::give_back() {
    for (auto id = acting_.rbegin(); id != acting_.rend(); ++id) {
        const auto found = entries_.find(*id);
        if (found == entries_.end()) continue;
        Entry& entry = found->second;
        Queue* queue = entry.parcel.delivery == Delivery::Queued ? &queued_
                       : entry.parcel.delivery == Delivery::Sent ? &uncertain_
                                                                 : nullptr;
        if (queue != nullptr) {
            entry.ticket = ++tickets_;  // whatever ticket it had, this one alone counts
            queue->push_front({*id, entry.ticket});
        } else if (entry.parcel.delivery == Delivery::Accepted) {
            enqueue(entry);
        }
    }
    acting_.clear();
    act_ = Act::None;
}

// --- what to do next
// --------------------------------------------------------------------------------------------------

SendAct Outbox::next(base::Instant now, Link link) {
    COURTYARD_CHECK(act_ == Act::None);
    if (link == Link::Down) return Idle{};
    if (backoff_.holds(now)) return WaitUntil{backoff_.until()};
    act_since_ = now;

    if (has_any(uncertain_)) {
        acting_ = take(uncertain_);
        act_ = Act::Ask;
        return SendAsk{acting_};
    }
    if (has_any(queued_)) return send();
    if (!has_any(accepted_)) return Idle{};
    if (asked_at_ && now >= *asked_at_ && now - *asked_at_ < limits_.durable_ask_ms) {
        return WaitUntil{*asked_at_ + limits_.durable_ask_ms};
    }
    acting_ = take(accepted_);
    act_ = Act::Ask;
    return SendAsk{acting_};
}

bool Outbox::goes_in_parts(std::uint32_t size) const { return size > limits_.part_threshold || size > batch_bytes_; }

SendAct Outbox::send() {
    const Parcel& first = entries_.at(queued_.front().id).parcel;
    if (goes_in_parts(first.size)) {
        queued_.pop_front();
        acting_ = {first.id};
        act_ = Act::Part;
        if (!large_ || large_->id != first.id) large_ = Large{first.id, std::nullopt};
        if (!large_->held) return SendPart{first.id, first.size, 0, 0};
        const std::uint64_t offset = std::min<std::uint64_t>(*large_->held, first.size);
        return SendPart{first.id, first.size, offset, std::min<std::uint64_t>(batch_bytes_, first.size - offset)};
    }
    std::size_t bytes = 0;
    while (acting_.size() < limits_.batch_records_max && has_any(queued_)) {
        const Parcel& parcel = entries_.at(queued_.front().id).parcel;
        if (goes_in_parts(parcel.size) || bytes + parcel.size > batch_bytes_) break;
        bytes += parcel.size;
        acting_.push_back(parcel.id);
        queued_.pop_front();
    }
    act_ = Act::Put;
    return SendPut{acting_};
}

// --- what became of it
// ------------------------------------------------------------------------------------------------

void Outbox::move(Entry& entry, Delivery to, std::vector<Parcel>& changed) {
    Parcel& parcel = entry.parcel;
    COURTYARD_CHECK(may_follow(parcel.delivery, to));
    --count_of(counts_, parcel.delivery);
    ++count_of(counts_, to);
    parcel.delivery = to;
    if (to == Delivery::Queued || to == Delivery::Sent) parcel.seq = 0, parcel.accepted_at = {}, parcel.verdict = {};
    changed.push_back(parcel);
    if (to == Delivery::Durable) {
        entries_.erase(RecordId(parcel.id));
    } else {
        enqueue(entry);
    }
}

void Outbox::settle(Entry& entry, const Outcome& outcome, const PutAnswer& answer, std::vector<Parcel>& changed) {
    Parcel& parcel = entry.parcel;
    switch (outcome.verdict) {
        case Verdict::Accepted: {
            const Delivery to = outcome.seq <= answer.durable_up_to ? Delivery::Durable : Delivery::Accepted;
            const bool is_news = parcel.seq != outcome.seq;
            parcel.seq = outcome.seq;
            parcel.verdict = Verdict::Accepted;
            if (is_news) parcel.accepted_at = answer.hub_time;
            entry.generation = answer.generation;
            if (parcel.delivery != to) {
                move(entry, to, changed);
            } else if (is_news) {
                changed.push_back(parcel);
            }
            return;
        }
        case Verdict::Unknown:
            if (parcel.delivery == Delivery::Sent || parcel.delivery == Delivery::Accepted) {
                move(entry, Delivery::Queued, changed);
            }
            return;
        case Verdict::Malformed:
        case Verdict::Conflict:
            parcel.verdict = outcome.verdict;
            if (parcel.delivery != Delivery::Quarantined) move(entry, Delivery::Quarantined, changed);
            return;
    }
}

// An answer also says how far the mailbox is durable by now. Sequence numbers mean the same only within one generation.
void Outbox::promote(const PutAnswer& answer, std::vector<Parcel>& changed) {
    while (has_any(accepted_)) {
        Entry& entry = *current(accepted_.front());
        if (entry.generation != answer.generation || entry.parcel.seq > answer.durable_up_to) return;
        accepted_.pop_front();
        move(entry, Delivery::Durable, changed);
    }
}

std::vector<Parcel> Outbox::learned(const std::vector<RecordId>& ids, const PutAnswer& answer) {
    std::vector<Parcel> changed;
    for (std::size_t i = 0; i < std::min(ids.size(), answer.outcomes.size()); ++i) {
        const auto found = entries_.find(ids[i]);
        if (found != entries_.end()) settle(found->second, answer.outcomes[i], answer, changed);
    }
    promote(answer, changed);
    return changed;
}

base::Result<std::vector<Parcel>> Outbox::answered(base::Instant now, const PutAnswer& answer) {
    if (act_ == Act::None || answer.outcomes.size() != acting_.size()) return tl::unexpected(mail_error("mail.answer"));
    if (act_ != Act::Ask) {  // a put says what became of each: to know nothing is no answer to it
        for (const Outcome& each : answer.outcomes) {
            if (each.verdict == Verdict::Unknown) return tl::unexpected(mail_error("mail.answer"));
        }
    }
    if (act_ == Act::Ask) asked_at_ = now;
    if (act_ == Act::Put) adapt(now - act_since_);
    if (act_ == Act::Part) large_.reset();
    backoff_.succeeded();
    const std::vector<RecordId> ids = acting_;
    give_back();
    return learned(ids, answer);
}

void Outbox::part_held(base::Instant now, const PartAnswer& answer) {
    if (act_ != Act::Part) return;
    large_->held = answer.have;
    backoff_.succeeded();
    adapt(now - act_since_);
    give_back();
}

std::vector<Parcel> Outbox::failed(base::Instant now, const base::Error& error, std::int64_t retry_after_ms,
                                   base::Random& random) {
    std::vector<Parcel> changed;
    if (act_ == Act::Put && !surely_not_stored(error.code)) {
        for (const RecordId& id : acting_) {
            const auto found = entries_.find(id);
            if (found != entries_.end() && found->second.parcel.delivery == Delivery::Queued) {
                move(found->second, Delivery::Sent, changed);
            }
        }
        acting_.clear();
    }
    if (large_) large_->held.reset();  // the hub knows what arrived: ask before going on
    give_back();
    batch_bytes_ = std::max(batch_bytes_ / 2, limits_.batch_bytes_min);
    backoff_.failed(now, retry_after_ms, random);
    return changed;
}

void Outbox::leave_act(const RecordId& id) {
    acting_.erase(std::remove(acting_.begin(), acting_.end(), id), acting_.end());
    if (acting_.empty()) act_ = Act::None;
}

void Outbox::forget(const RecordId& id) {
    const auto found = entries_.find(id);
    if (found == entries_.end()) return;
    leave_act(id);
    --count_of(counts_, found->second.parcel.delivery);
    entries_.erase(found);
}

std::vector<Parcel> Outbox::set_aside(const RecordId& id) {
    std::vector<Parcel> changed;
    const auto found = entries_.find(id);
    if (found == entries_.end() || !may_follow(found->second.parcel.delivery, Delivery::Quarantined)) return changed;
    leave_act(id);
    found->second.parcel.verdict = Verdict::Malformed;
    move(found->second, Delivery::Quarantined, changed);
    return changed;
}

std::vector<Parcel> Outbox::retry_quarantined() {
    std::vector<Parcel> changed;
    for (auto& [id, entry] : entries_) {
        if (entry.parcel.delivery == Delivery::Quarantined) move(entry, Delivery::Queued, changed);
    }
    return changed;
}

void Outbox::adapt(std::int64_t took_ms) {
    if (took_ms < limits_.quick_ms) batch_bytes_ = std::min(batch_bytes_ * 2, limits_.batch_bytes_max);
    if (took_ms > limits_.slow_ms) batch_bytes_ = std::max(batch_bytes_ / 2, limits_.batch_bytes_min);
}

}  // namespace courtyard::mail
