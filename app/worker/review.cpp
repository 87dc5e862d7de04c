#include "app/worker/review.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "app/flow/desk_state.hpp"

namespace courtyard::worker {

namespace {

using ReviewState = domain::ApplicationStatus;

constexpr std::array<std::pair<std::string_view, ReviewState>, 5> kNames = {{{"received", ReviewState::Received},
                                                                             {"asking", ReviewState::AskDept},
                                                                             {"needs_more", ReviewState::NeedMore},
                                                                             {"filed", ReviewState::Filed},
                                                                             {"not_filed", ReviewState::NotFiled}}};

// Numbered by the hub first; what it has not numbered yet comes after, in an order that does not depend on who asks.
auto order_of(const Review& review) {
    const bool unnumbered = review.hub_sequence == 0;
    return std::tuple(unnumbered, review.hub_sequence, unnumbered ? review.claimed : base::Instant{}, review.id);
}

}  // namespace

base::Result<ReviewState> parse_review_state(std::string_view text) {
    for (const auto& [name, status] : kNames) {
        if (text == name || text == domain::id(status)) return status;
    }
    return base::fail("answer.state", "--state must be one of received, asking, needs_more, filed, not_filed");
}

std::string_view review_state_name(ReviewState status) {
    for (const auto& [name, known] : kNames) {
        if (known == status) return name;
    }
    return domain::id(status);
}

bool may_answer(ReviewState from, ReviewState to) {
    if (!domain::is_said_by_court(to)) return false;
    if (!domain::is_said_by_court(from)) return from == ReviewState::SubmittedLocal || from == ReviewState::Synced;
    // Through words of the court alone: a way that leads over the applicant (withdrawn, drafted anew) is another
    // application.
    constexpr std::size_t kCount = domain::kApplicationStatusIds.size();
    std::array<bool, kCount> seen{};
    std::array<ReviewState, kCount + 1> queue{from};
    std::size_t head = 0, tail = 1;
    while (head < tail) {
        const ReviewState at = queue[head++];
        for (std::size_t i = 0; i < kCount; ++i) {
            const auto next = static_cast<ReviewState>(i);
            if (seen[i] || !domain::is_said_by_court(next) || !flow::may_step(at, next)) continue;
            if (next == to) return true;
            seen[i] = true;
            queue[tail++] = next;
        }
    }
    return false;
}

Standing fold(std::span<const Review> reviews) {
    Standing standing;
    standing.history.assign(reviews.begin(), reviews.end());
    auto& history = standing.history;
    // Of two copies of one record the one that the hub has numbered is kept.
    std::sort(history.begin(), history.end(), [](const Review& a, const Review& b) {
        return std::tuple(a.id, a.hub_sequence == 0, a.hub_sequence) <
               std::tuple(b.id, b.hub_sequence == 0, b.hub_sequence);
    });
    history.erase(
        std::unique(history.begin(), history.end(), [](const Review& a, const Review& b) { return a.id == b.id; }),
        history.end());
    std::sort(history.begin(), history.end(),
              [](const Review& a, const Review& b) { return order_of(a) < order_of(b); });
    const Review* before = nullptr;
    for (const Review& review : history) {
        // Two laptops that have said the same without knowing of each other agree.
        const bool again = before != nullptr && before->status == review.status && before->papers == review.papers &&
                           before->number == review.number;
        if (!again && !may_answer(standing.status, review.status)) standing.contradicting = true;
        standing.status = review.status;
        before = &review;
    }
    return standing;
}

}  // namespace courtyard::worker
