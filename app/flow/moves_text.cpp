// The one text field of a page. What may be typed depends on the question, whether it comes from a pad or a real
// keyboard.
#include <algorithm>

#include "app/domain/text.hpp"
#include "app/flow/form_walk.hpp"
#include "app/flow/kiosk_moves.hpp"
#include "app/flow/typing_rule.hpp"

namespace courtyard::flow {
namespace {

using domain::Field;
using domain::FieldType;

constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kMoney = "0123456789.";
constexpr std::string_view kPhone = "0123456789-";
constexpr std::string_view kIdentity = "0123456789X";
constexpr std::string_view kAccount = "0123456789 -";
constexpr std::size_t kProofCharacters = 4;
constexpr std::size_t kSearchCharacters = 40;

std::size_t or_else(std::size_t given, std::size_t usual) { return given == 0 ? usual : given; }

// Upper case and half width where only some ASCII characters are let through: "x" is meant as "X".
std::string let_through(std::string_view utf8, std::string_view only) {
    std::string out;
    for (char c : domain::half_width(utf8)) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        if (only.find(c) != std::string_view::npos) out.push_back(c);
    }
    return out;
}

}  // namespace

TypingRule typing_rule(const KioskState& state, const KioskWorld& world) {
    switch (state.session.place.page) {
        case Page::Search: return {kSearchCharacters, Lines::One, {}};
        case Page::Resume:
        case Page::ProgressCode: return {world.code_characters, Lines::One, world.code_alphabet};
        case Page::ReceiptProof: return {kProofCharacters, Lines::One, world.code_alphabet};
        case Page::Ask: break;
        default: return {};
    }
    const Field* field = asked_field(state, world);
    const Field* part = asked_part(state, world);
    if (!field || !part) return {};
    switch (part->type) {
        case FieldType::Name: return {or_else(part->chars_max, 50), Lines::One, {}};
        case FieldType::Text:
            if (part->role == "account") return {or_else(part->chars_max, 40), Lines::One, kAccount};
            return {or_else(part->chars_max, 100), Lines::One, {}};
        case FieldType::LongText: return {or_else(part->chars_max, 500), Lines::Many, {}};
        case FieldType::Area: return {or_else(part->chars_max, 100), Lines::One, {}};
        case FieldType::CaseNumber: return {or_else(part->chars_max, 60), Lines::One, {}};
        case FieldType::Phone: return {20, Lines::One, kPhone};
        case FieldType::Money: return {13, Lines::One, kMoney};
        case FieldType::Integer: return {6, Lines::One, kDigits};
        case FieldType::IdDocument: {
            // Only the citizen's number is of a fixed alphabet; passports and registers have letters.
            if (state.session.draft.asking.column >= 0) return {40, Lines::One, {}};
            const domain::Option* first = part->options.empty() ? nullptr : &part->options.front();
            bool citizen = true;
            for (const domain::Option& option : part->options)
                if (is_chosen(state, world, state.session.draft.asking, option.value)) citizen = &option == first;
            return citizen ? TypingRule{18, Lines::One, kIdentity} : TypingRule{40, Lines::One, {}};
        }
        default: return {};
    }
}

bool takes_words(const KioskState& state, const KioskWorld& world) {
    if (state.session.place.page != Page::Ask) return false;
    const TypingRule rule = typing_rule(state, world);
    return rule.characters_max != 0 && rule.only.empty();
}

bool takes_name(const KioskState& state, const KioskWorld& world) {
    const Field* part = takes_words(state, world) ? asked_part(state, world) : nullptr;
    return part && part->type == FieldType::Name;
}

void Moves::on(const Typed& event) {
    const TypingRule rule = typing_rule(state_, world_);
    if (rule.characters_max == 0) return;
    if (rule.only.empty())
        type(session().edit, event.utf8, rule.characters_max, rule.lines);
    else if (domain::is_utf8(event.utf8))
        type(session().edit, let_through(event.utf8, rule.only), rule.characters_max);
    draft().problems.clear();
    draft().warned = false;
    session().filing.proof_error.clear();
    session().progress.error.clear();
}

void Moves::on(const PressedErase&) {
    if (erase_letter()) return;
    erase_before(session().edit);
    draft().problems.clear();
    draft().warned = false;
}

void Moves::on(const PressedDelete&) {
    erase_after(session().edit);
    draft().problems.clear();
    draft().warned = false;
}

void Moves::on(const MovedCaret& event) { move_caret(session().edit, event.move); }
void Moves::on(const PlacedCaret& event) { place_caret(session().edit, event.byte_offset); }

void Moves::on(const ClearedText&) {
    base::wipe(session().edit.text);
    session().edit = {};
}

void Moves::on(const PressedCodePoint&) {
    const TypingRule rule = typing_rule(state_, world_);
    if (rule.characters_max != 0 && rule.only.empty()) code_point_before(session().edit);
}

}  // namespace courtyard::flow
