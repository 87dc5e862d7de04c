// A text of which one part was there before and the other is what somebody said: a paper with its blanks filled.
#pragma once

#include <string>
#include <string_view>

namespace courtyard::domain {

// What somebody said waits for what follows, because it gives its last mark up to that (sentence_end.hpp).
class WovenText {
public:
    // What stands there for everybody.
    void add(std::string_view more);
    // What fills a blank. `is_sentence`: somebody's own words, and not a name or a sum.
    void say(std::string words, bool is_sentence);

    [[nodiscard]] std::string whole() const { return text_ + said_; }
    // Own words at the end get their mark when they have none.
    [[nodiscard]] std::string whole_sentence() const;

private:
    std::string text_, said_;
    bool is_sentence_ = false;
};

}  // namespace courtyard::domain
