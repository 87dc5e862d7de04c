// May this person be called now, and what must the caller know first? Read in red before anything else.
#pragma once

#include <string>
#include <vector>

#include "app/cases/aid_case.hpp"
#include "app/domain/contact_rule.hpp"

namespace courtyard::cases {

struct ContactAdvice {
    enum class Call : std::uint8_t {
        Now,
        NotNow,   // at another hour of the day
        Never,    // the person asks by themselves
        ReadOwn,  // what may be done stands in somebody's own words, which no program reads
        Danger,   // an alert is open: act on that first
    };
    Call call = Call::Now;
    std::string number;            // the one to dial now; empty: none
    std::vector<std::string> red;  // in the order in which they matter; empty: nothing to heed
    friend bool operator==(const ContactAdvice&, const ContactAdvice&) = default;
};
[[nodiscard]] std::string_view name_of(ContactAdvice::Call call);  // "now", "not_now", "never", "read_own", "danger"

// Somebody has said that the person is not safe, or that whoever acts for them did the harm and may pick up the
// telephone, and nobody has seen to it yet.
[[nodiscard]] bool is_in_danger(const AidCase& aid_case);

// `now`: the moment of the call; hours are China's. A way that the pack does not know is shown as it stands, and no
// call is advised.
[[nodiscard]] ContactAdvice contact_advice(const domain::SafeContact& contact, bool in_danger,
                                           const domain::ContactWords& words, base::Instant now);
[[nodiscard]] ContactAdvice contact_advice(const AidCase& aid_case, const domain::ContactWords& words,
                                           base::Instant now);
// The same at any hour, for a paper: what is to be heeded, and not whether it is the time now.
[[nodiscard]] std::vector<std::string> contact_sentences(const domain::SafeContact& contact,
                                                         const domain::ContactWords& words);

}  // namespace courtyard::cases
