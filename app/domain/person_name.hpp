// A person's name (V-NAME): any letter of any script, U+00B7 between parts, 1-50 code points, kept exactly as it is
// written.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "sync/base/result.hpp"

namespace courtyard::domain {

inline constexpr std::size_t kNameCodePointsMax = 50;

class PersonName {
public:
    // White space at the ends is dropped and look-alikes of the middle dot (U+2022, U+2027, U+30FB, U+FF65) become
    // U+00B7; nothing else changes, above all no compatibility normalisation. "name.empty", "name.too_long",
    // "name.character".
    [[nodiscard]] static base::Result<PersonName> parse(std::string_view text);

    [[nodiscard]] const std::string& text() const { return text_; }
    // Old identity readers hand over rare characters from the private use area: kept, but somebody must look.
    [[nodiscard]] bool has_private_use() const;
    // Orders by code point. (UTF-8 bytes order the same way, so the text itself is the key.)
    [[nodiscard]] const std::string& sort_key() const { return text_; }

    friend auto operator<=>(const PersonName&, const PersonName&) = default;

private:
    explicit PersonName(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

struct SplitName {
    std::string surname,
        given;  // given is empty where the name cannot be split (a middle dot, Latin letters, one character)
};
// The first two characters when they are a compound surname of the pack and something follows them, else the first
// character.
[[nodiscard]] SplitName split_name(const PersonName& name, const std::vector<std::string>& compound_surnames);

}  // namespace courtyard::domain
