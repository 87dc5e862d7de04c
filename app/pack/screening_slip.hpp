// What somebody may take home from the screening, on paper or as a photo of the screen: where other help is to be had,
// whom to call. It says nothing of the person, unless the person wants it to.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "app/domain/door.hpp"
#include "app/domain/screening.hpp"
#include "app/pack/pack.hpp"

namespace courtyard::pack {

enum class SlipLineKind : std::uint8_t { Title, Heading, Item, Detail, Note };
struct SlipLine {
    SlipLineKind kind = SlipLineKind::Item;
    std::string text;
    friend bool operator==(const SlipLine&, const SlipLine&) = default;
};

enum class SlipWish : std::uint8_t {
    Neutral,      // doors that any household may need, hotlines; no word of a case
    WithAnswers,  // also the outcome, its reasons and what was answered
};

inline constexpr std::size_t kSlipDoorsMax = 6;  // so that 58 mm paper stays shorter than an arm

// Words: "take_home.*" of the pack. Doors in the order of fit; on a neutral slip those marked private are left out.
[[nodiscard]] std::vector<SlipLine> screening_slip(const Pack& pack, const domain::ScreeningAnswers& answers,
                                                   const domain::Screening& screening, const domain::DoorNeeds& needs,
                                                   SlipWish wish);

}  // namespace courtyard::pack
