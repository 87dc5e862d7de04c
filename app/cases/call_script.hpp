// What a caller says first, word by word (rules/revisit.toml). To somebody whom a call can hurt nothing tells that it
// is the court before it is known who listens, and their own word comes before everything else.
#pragma once

#include "app/domain/revisit_guide.hpp"

namespace courtyard::cases {

struct CallNames {
    std::string court, staff, applicant;
    std::string day_word;  // the word that the slip has today; empty for somebody without a slip
};
struct SpokenScript {
    std::vector<std::string> lines;  // in the order in which they are said
    std::vector<std::string> rules;  // those of every call first
};

[[nodiscard]] SpokenScript call_script(const domain::RevisitGuide& guide, const domain::SafeContact& contact,
                                       const CallNames& names);
// Whether what is said of the court waits until it is known who listens.
[[nodiscard]] bool is_quiet_call(const domain::RevisitGuide& guide, const domain::SafeContact& contact);

}  // namespace courtyard::cases
