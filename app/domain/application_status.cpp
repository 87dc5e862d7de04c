#include "app/domain/application_status.hpp"

#include <array>

namespace courtyard::domain {

bool may_reach(ApplicationStatus from, ApplicationStatus to) {
    constexpr std::size_t kCount = kApplicationStatusIds.size();
    std::array<bool, kCount> reached{};
    std::array<std::size_t, kCount> queue{};
    std::size_t head = 0, tail = 0;
    queue[tail++] = static_cast<std::size_t>(from);
    while (head < tail) {
        const auto at = static_cast<ApplicationStatus>(queue[head++]);
        for (std::size_t next = 0; next < kCount; ++next) {
            if (reached[next] || !may_follow(at, static_cast<ApplicationStatus>(next))) continue;
            reached[next] = true;
            // What is withdrawn or put aside may be applied for anew; that is another application, so the way ends at
            // its draft.
            if (next != static_cast<std::size_t>(from) &&
                static_cast<ApplicationStatus>(next) != ApplicationStatus::Draft)
                queue[tail++] = next;
        }
    }
    return reached[static_cast<std::size_t>(to)];
}

}  // namespace courtyard::domain
