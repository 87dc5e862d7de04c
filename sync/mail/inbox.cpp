#include "sync/mail/inbox.hpp"

#include <algorithm>

#include "sync/mail/errors.hpp"

namespace courtyard::mail {

Inbox::Inbox(MailboxName mailbox, Cursor cursor, InboxLimits limits)
    : mailbox_(std::move(mailbox)), limits_(limits), cursor_(cursor), page_bytes_(limits.page_bytes_first) {}

FetchAct Inbox::next(base::Instant now, Link link) {
    if (link == Link::Down) return Idle{};
    if (backoff_.holds(now)) return WaitUntil{backoff_.until()};
    // A clock that went back must not turn the next poll into a wait of years.
    if (polled_ && limits_.wait_ms == 0 && now >= polled_at_ && now - polled_at_ < limits_.poll_ms) {
        return WaitUntil{polled_at_ + limits_.poll_ms};
    }
    polled_ = false;
    asking_ = true;
    asked_since_ = now;
    asked_ = {mailbox_, cursor_.after, partial_.size(), page_bytes_, limits_.wait_ms};
    return Fetch{asked_};
}

base::Result<Arrivals> Inbox::arrived(base::Instant now, const Page& page) {
    if (!asking_ || page.after != asked_.after) return tl::unexpected(mail_error("mail.answer"));
    Arrivals arrivals;
    // Another store than the one the cursor belongs to, or one that has forgotten: read it from the beginning.
    if ((cursor_.generation != 0 && page.generation != cursor_.generation) || page.head < cursor_.after) {
        asking_ = false;
        cursor_ = {page.generation, 0};
        partial_.clear();
        arrivals.cursor = cursor_;
        arrivals.restarted = true;
        arrivals.more = true;
        return arrivals;
    }
    std::uint64_t seq = cursor_.after;
    if (page.piece.empty()) {
        if (!partial_.empty() || (page.records.empty() && page.head > cursor_.after)) {
            partial_.clear();  // fetch this record afresh
            return tl::unexpected(mail_error("mail.answer"));
        }
        for (const Received& each : page.records) {
            arrivals.records.push_back({++seq, each.received, {each.record.begin(), each.record.end()}});
        }
    } else {
        const Piece& piece = page.piece.front();
        if (piece.offset != partial_.size() || (!partial_.empty() && piece.total != partial_total_)) {
            partial_.clear();
            return tl::unexpected(mail_error("mail.answer"));
        }
        partial_total_ = piece.total;
        partial_.insert(partial_.end(), piece.bytes.begin(), piece.bytes.end());
        if (partial_.size() == partial_total_) {
            arrivals.records.push_back({++seq, piece.received, std::move(partial_)});
            partial_ = {};
        }
    }
    asking_ = false;
    backoff_.succeeded();
    cursor_ = {page.generation, seq};
    arrivals.cursor = cursor_;
    arrivals.more = seq < page.head;
    polled_ = !arrivals.more;
    polled_at_ = now;
    const std::int64_t took = now - asked_since_;
    if (arrivals.more && took < limits_.quick_ms) page_bytes_ = std::min(page_bytes_ * 2, limits_.page_bytes_max);
    if (arrivals.more && took > limits_.slow_ms) page_bytes_ = std::max(page_bytes_ / 2, limits_.page_bytes_min);
    return arrivals;
}

void Inbox::failed(base::Instant now, std::int64_t retry_after_ms, base::Random& random) {
    asking_ = false;
    page_bytes_ = std::max(page_bytes_ / 2, limits_.page_bytes_min);
    backoff_.failed(now, retry_after_ms, random);
}

}  // namespace courtyard::mail
