// Regular expressions of the small dialect that the form's schema uses, over code points. A pattern with anything else
// in it cannot be made: so a test finds what other dialects would read otherwise.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace courtyard::pack::test {

class PatternMatcher {
public:
    // Throws std::runtime_error, naming the place, for anything but classes, (?:), |, ? * + {n} {n,} {n,m}, ^, $, \xHH
    // and plain characters.
    explicit PatternMatcher(std::string_view utf8);

    // As JSON Schema wants it: anywhere in the text, unless the pattern says ^ and $.
    [[nodiscard]] bool finds(std::u32string_view text) const;

private:
    friend class PatternCompiler;
    struct Range {
        char32_t first, last;
    };
    struct Step {
        enum class Kind { Character, Either, Go, Start, End, Done } kind;
        std::vector<Range> ranges;  // Character
        bool is_negated = false;
        std::size_t to = 0, other = 0;  // Go, Either
    };
    void reach(std::size_t step, std::size_t at, std::size_t size, std::vector<std::size_t>& steps,
               std::vector<bool>& seen) const;

    std::vector<Step> steps_;
};

}  // namespace courtyard::pack::test
