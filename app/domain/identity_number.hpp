// Citizen identity number, GB 11643-1999: 6 area, 8 birth, 3 sequence, 1 check character (ISO 7064 MOD 11-2).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "app/domain/date.hpp"
#include "sync/base/result.hpp"

namespace courtyard::domain {

enum class Sex : std::uint8_t { Male, Female };

class IdentityNumber {
public:
    // Spaces and hyphens between groups are dropped, full-width digits and a lower-case x accepted.
    // "identity.fifteen" (out of use since 2013), "identity.length", "identity.character", "identity.date" (no such
    // day, or more than 150 years ago), "identity.future", "identity.checksum". The area is not judged: abolished codes
    // are still lawful.
    [[nodiscard]] static base::Result<IdentityNumber> parse(std::string_view text, Date today);

    [[nodiscard]] const std::string& text() const { return text_; }  // 18 characters, upper-case X
    [[nodiscard]] std::string area() const { return text_.substr(0, 6); }
    [[nodiscard]] Date born() const { return born_; }
    [[nodiscard]] Sex sex() const;
    // Residence permits for Hong Kong, Macao and Taiwan: area 810000, 820000, 830000.
    [[nodiscard]] bool is_permit() const;

    friend bool operator==(const IdentityNumber&, const IdentityNumber&) = default;
    friend auto operator<=>(const IdentityNumber& a, const IdentityNumber& b) { return a.text_ <=> b.text_; }

private:
    IdentityNumber(std::string text, Date born) : text_(std::move(text)), born_(born) {}
    std::string text_;
    Date born_;
};

// The check character of 17 digits. CHECKs that they are 17 ASCII digits.
[[nodiscard]] char identity_check_character(std::string_view first17);

}  // namespace courtyard::domain
