// Every way in which carrying mail can fail, as one table: code, HTTP status where the hub says it, sentence.
// Screens look the code up in the pack (text/errors.toml); the sentences here are for logs and stderr.
#pragma once

#include <span>
#include <string_view>

#include "sync/base/result.hpp"

namespace courtyard::mail {

struct MailError {
    std::string_view code;
    int status;  // of the hub's HTTP answer; 0: found by the machine itself
    std::string_view sentence;
};

[[nodiscard]] std::span<const MailError> mail_errors();

// The table's error; an unknown code is kept, with a sentence that says so.
[[nodiscard]] base::Error mail_error(std::string_view code);
[[nodiscard]] int status_of(std::string_view code);

[[nodiscard]] bool is_link_error(std::string_view code);  // the way failed, not the hub: the screen says "not sent yet"

// Whether it is certain that the hub appended nothing. Otherwise the fate is unknown and has to be asked about.
[[nodiscard]] bool surely_not_stored(std::string_view code);

}  // namespace courtyard::mail
