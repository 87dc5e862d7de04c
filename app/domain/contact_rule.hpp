// How and when it is safe to reach somebody (F1.11 and what belongs to it). A caller reads this in red before anything
// else; a call at a wrong hour, or to somebody else's ear, can hurt.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/domain/answer.hpp"
#include "sync/base/instant.hpp"

namespace courtyard::domain {

using ContactAnswers = std::map<std::string, std::string, std::less<>>;  // by code
// Nothing when it is no such text: somebody wrote the rule in their own words.
[[nodiscard]] std::optional<ContactAnswers> read_contact_rule(std::string_view rule);

[[nodiscard]] int hour_in_china(base::Instant now);  // 0..23

// What the answer to F1.11 means. Of the pack, rules/revisit.toml.
struct ContactWay {
    std::string value;                // the option of F1.11
    bool call = true;                 // false: nobody calls; the person asks by themselves
    int from_hour = 0, to_hour = 24;  // in China; from <= hour < to
    std::string say;                  // one sentence for the caller
    [[nodiscard]] bool is_free() const { return call && from_hour == 0 && to_hour == 24 && say.empty(); }
};
struct ContactWords {
    std::vector<ContactWay> ways;
    std::map<std::string, std::string, std::less<>> messages;  // of F1.11b by option
    // {number} {who} {word}: sentences around the other answers; {say}: words that somebody wrote.
    std::string number, hide, word, own;
    std::string alert;    // somebody has said that the person is not safe
    std::string not_now;  // {from} {to}
    [[nodiscard]] const ContactWay* way(std::string_view value) const;
};

// What stands in a case as its contact rule: one line for each answer, "F1.11=…", "F1.11a=…" (the safe number), b (may
// a message be left), c (who must not know, parted by blanks), d (the person's own word). Empty: nothing to heed, the
// person may be called at any time (the way in `words` that asks for nothing).
[[nodiscard]] std::string contact_rule_of(const Application& application, const ContactWords& words);

}  // namespace courtyard::domain
