#include "app/domain/characters.hpp"

#include <array>

namespace courtyard::domain {

namespace {

constexpr std::array kWhiteSpace{
    CharacterRange{0x09, 0x0D},     CharacterRange{0x20, 0x20},
    CharacterRange{0xA0, 0xA0},     CharacterRange{0x2003, 0x2003},
    CharacterRange{0x3000, 0x3000}, CharacterRange{0xFEFF, 0xFEFF}};  // the last is the byte order mark

constexpr std::array kNotPlain{
    CharacterRange{0x00, 0x1F},        CharacterRange{0x7F, 0x9F},       CharacterRange{0xAD, 0xAD},
    CharacterRange{0x61C, 0x61C},      CharacterRange{0x180E, 0x180E},   CharacterRange{0x200B, 0x200F},
    CharacterRange{0x2028, 0x202E},    CharacterRange{0x2060, 0x206F},   CharacterRange{0xFDD0, 0xFDEF},
    CharacterRange{0xFEFF, 0xFEFF},    CharacterRange{0xFFF0, 0xFFFB},   CharacterRange{0xFFFE, 0xFFFF},
    CharacterRange{0x1FFFE, 0x1FFFF},  CharacterRange{0x2FFFE, 0x2FFFF}, CharacterRange{0x3FFFE, 0x3FFFF},
    CharacterRange{0x4FFFE, 0x4FFFF},  CharacterRange{0x5FFFE, 0x5FFFF}, CharacterRange{0x6FFFE, 0x6FFFF},
    CharacterRange{0x7FFFE, 0x7FFFF},  CharacterRange{0x8FFFE, 0x8FFFF}, CharacterRange{0x9FFFE, 0x9FFFF},
    CharacterRange{0xAFFFE, 0xAFFFF},  CharacterRange{0xBFFFE, 0xBFFFF}, CharacterRange{0xCFFFE, 0xCFFFF},
    CharacterRange{0xDFFFE, 0xE007F},  CharacterRange{0xEFFFE, 0xEFFFF}, CharacterRange{0xFFFFE, 0xFFFFF},
    CharacterRange{0x10FFFE, 0x10FFFF}};

// Letters of any script are welcome, so this lists what is none: ASCII signs and digits (but space ' - .), Latin-1
// signs (but the middle dot), general punctuation and symbols (but look-alikes of the middle dot), CJK punctuation (but
// the iteration mark U+3005 and the ideographic zero U+3007), enclosed signs, presentation and full-width forms.
constexpr std::array kNotInNames{
    CharacterRange{0x00, 0x1F},        CharacterRange{0x21, 0x26},       CharacterRange{0x28, 0x2C},
    CharacterRange{0x2F, 0x40},        CharacterRange{0x5B, 0x60},       CharacterRange{0x7B, 0xB6},
    CharacterRange{0xB8, 0xBF},        CharacterRange{0xD7, 0xD7},       CharacterRange{0xF7, 0xF7},
    CharacterRange{0x61C, 0x61C},      CharacterRange{0x180E, 0x180E},   CharacterRange{0x2000, 0x2021},
    CharacterRange{0x2023, 0x2026},    CharacterRange{0x2028, 0x2BFF},   CharacterRange{0x3000, 0x3004},
    CharacterRange{0x3006, 0x3006},    CharacterRange{0x3008, 0x303F},   CharacterRange{0x3200, 0x33FF},
    CharacterRange{0xFDD0, 0xFDEF},    CharacterRange{0xFE00, 0xFE6F},   CharacterRange{0xFEFF, 0xFF64},
    CharacterRange{0xFF66, 0xFFFB},    CharacterRange{0xFFFE, 0xFFFF},   CharacterRange{0x1F000, 0x1FAFF},
    CharacterRange{0x1FFFE, 0x1FFFF},  CharacterRange{0x2FFFE, 0x2FFFF}, CharacterRange{0x3FFFE, 0x3FFFF},
    CharacterRange{0x4FFFE, 0x4FFFF},  CharacterRange{0x5FFFE, 0x5FFFF}, CharacterRange{0x6FFFE, 0x6FFFF},
    CharacterRange{0x7FFFE, 0x7FFFF},  CharacterRange{0x8FFFE, 0x8FFFF}, CharacterRange{0x9FFFE, 0x9FFFF},
    CharacterRange{0xAFFFE, 0xAFFFF},  CharacterRange{0xBFFFE, 0xBFFFF}, CharacterRange{0xCFFFE, 0xCFFFF},
    CharacterRange{0xDFFFE, 0xE0FFF},  CharacterRange{0xEFFFE, 0xEFFFF}, CharacterRange{0xFFFFE, 0xFFFFF},
    CharacterRange{0x10FFFE, 0x10FFFF}};

constexpr std::array kOnlyInsideNames{CharacterRange{' ', ' '},       CharacterRange{'\'', '\''},
                                      CharacterRange{'-', '.'},       CharacterRange{0xB7, 0xB7},
                                      CharacterRange{0x2022, 0x2022}, CharacterRange{0x2027, 0x2027},
                                      CharacterRange{0x30FB, 0x30FB}, CharacterRange{0xFF65, 0xFF65}};

constexpr std::array kMiddleDotLookalikes{CharacterRange{0x2022, 0x2022}, CharacterRange{0x2027, 0x2027},
                                          CharacterRange{0x30FB, 0x30FB}, CharacterRange{0xFF65, 0xFF65}};

constexpr std::array kHanOfCaseNumbers{CharacterRange{0x3400, 0x53F6}, CharacterRange{0x53F8, 0x9FFF},
                                       CharacterRange{0x20000, 0x3FFFD}};

constexpr std::array kPrivateUse{CharacterRange{0xE000, 0xF8FF}, CharacterRange{0xF0000, 0xFFFFD},
                                 CharacterRange{0x100000, 0x10FFFD}};

}  // namespace

CharacterTable white_space() { return kWhiteSpace; }
CharacterTable not_plain() { return kNotPlain; }
CharacterTable not_in_names() { return kNotInNames; }
CharacterTable only_inside_names() { return kOnlyInsideNames; }
CharacterTable middle_dot_lookalikes() { return kMiddleDotLookalikes; }
CharacterTable han_of_case_numbers() { return kHanOfCaseNumbers; }
CharacterTable private_use() { return kPrivateUse; }

}  // namespace courtyard::domain
