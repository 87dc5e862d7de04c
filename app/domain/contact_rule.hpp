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

[[nodiscard]] int hour_in_china(base::Instant now);  // 0..23

// In China; from <= hour < to.
struct CallHours {
    int from = 0, to = 24;
    [[nodiscard]] bool has(int hour) const { return from <= hour && hour < to; }
    friend bool operator==(const CallHours&, const CallHours&) = default;
};
// "9-11"; nothing when it is no such text.
[[nodiscard]] std::optional<CallHours> read_call_hours(std::string_view text);

// What stands in a case of how its applicant may be reached. Empty texts: nothing was said of it.
struct SafeContact {
    std::string rule;               // an option of F1.11, or somebody's own words
    std::string hours;              // "9-11": instead of the hours of the rule
    std::string number;             // F1.11a: the only one to call
    std::string messages;           // F1.11b
    std::vector<std::string> hide;  // F1.11c: who must not know
    std::string word;               // F1.11d: the person's own word
    std::string phone;              // F1.09
    std::string relay;              // F1.10: who passes on a word, and where to reach them
    // What came of it since (cases/reach.hpp).
    std::string lost = {};     // "died", "moved", "wrong_number": nobody is at that number any more
    bool is_whole = false;     // said anew: nothing of the application holds any more
    bool is_disputed = false;  // two said different things, nobody has settled it
    friend bool operator==(const SafeContact&, const SafeContact&) = default;
};
void wipe(SafeContact& contact) noexcept;

// What the answer to F1.11 means. Of the pack, rules/revisit.toml.
struct ContactWay {
    std::string value;     // the option of F1.11
    bool call = true;      // false: nobody calls; the person asks by themselves
    CallHours hours;       // nothing else said: the whole day
    std::string say;       // one sentence for the caller
    bool relay = false;    // whoever passes on a word is called first (F1.10)
    bool landline = true;  // false: a telephone that stands in a house is not called
    [[nodiscard]] bool is_free() const { return call && hours == CallHours{} && say.empty() && !relay && landline; }
};
struct ContactWords {
    std::vector<ContactWay> ways;
    std::map<std::string, std::string, std::less<>> messages;  // of F1.11b by option
    // {number} {who} {word} {from} {to}: sentences around the other answers; {say}: words that somebody wrote.
    std::string number, hide, word, hours, own;
    std::string between;  // two of those who must not know
    std::string alert;    // somebody has said that the person is not safe
    std::string not_now;  // {from} {to}
    // Nobody is reached any more, by what the last attempt found: "died", "moved", "wrong_number".
    std::map<std::string, std::string, std::less<>> lost;
    std::string disputed;  // two said different things of how to reach the person
    [[nodiscard]] const ContactWay* way(std::string_view value) const;
};

// Of an application. The person may be called at any time (the way in `words` that asks for nothing): telephones only.
[[nodiscard]] SafeContact contact_of(const Application& application, const ContactWords& words);
// What a case says, and where it says nothing, what its application does: cases of before held the rule alone.
[[nodiscard]] SafeContact filled_up(SafeContact of_case, const SafeContact& of_application);
// Whether anything is to be heeded. "At any time" is nothing.
[[nodiscard]] bool is_guarded(const SafeContact& contact, const ContactWords& words);
// Whether it is somebody else who picks up: who passes on a word is called first, or nobody else has a telephone.
[[nodiscard]] bool goes_by_relay(const SafeContact& contact, const ContactWords& words);

}  // namespace courtyard::domain
