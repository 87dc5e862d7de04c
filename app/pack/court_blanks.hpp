// The one list of what may be filled into a paper of the court: name, type, where it comes from. assets/packs/README.md
// explains it to those who write papers; printing/court_values.cpp fills it; a test holds the three together.
//
// Besides these a paper may name every question of the form by its code ({F1.08}, {F1.36.<part>}), and the contacts
// ({contact.<id>.name}, {contact.<id>.number}). How somebody voted is no blank, and never becomes one.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace courtyard::pack {

enum class BlankType : std::uint8_t { Text, Words, Name, Day, Money, Number, YesNo, Choice, Texts, Rows };

struct ColumnRule {
    std::string_view name;
    BlankType type = BlankType::Text;
    std::string_view choices = {};  // words with one space between
};

struct BlankRule {
    std::string_view name;
    BlankType type = BlankType::Text;
    // "filed.number": a field of the fact that the paper is about, else of the newest fact in force of that kind.
    // "filed:day", "filed:author": when and by whom. "each site_visited": a row for each of them, oldest first; columns
    // are fields, or "on" and "author". "case": reckoned from the case as a whole.
    std::string_view source;
    std::string_view choices = {};             // of a Choice; of Texts: words that have a sentence in the pack
    std::span<const ColumnRule> columns = {};  // of Rows
    std::string_view only_about = {};          // stands only in papers about facts of these kinds
};

[[nodiscard]] std::span<const BlankRule> court_blanks();
[[nodiscard]] const BlankRule* find_blank(std::string_view name);

// A paper about this act goes to another body, which is told what the person agreed that it is told: that stands in
// {referral_shared}.
inline constexpr std::string_view kToBody = "referred";
// A question of the form, or a blank that tells of the case more than such a paper may.
[[nodiscard]] bool is_kept_from_bodies(std::string_view name);
// … and what it may not even ask in an {if …}: that tells as much. How the letter speaks of the person, and that it is
// careful, it may.
[[nodiscard]] bool may_ask_before_body(std::string_view name);

// The papers that a court must have, what each is about, and what must not be missing in it.
struct PaperRule {
    std::string_view id;
    std::string_view about;  // a kind of fact
    // Blanks and contacts with one space between; "amount|capital" with its form. Behind an @ the cases in which it
    // must stand: "@!organisation", "@report_proposal=grant", "@recovery_ground!=enforced"; else in all.
    std::string_view must;
    bool is_signed = false;      // by the court, and served: it names the court
    std::string_view only = {};  // of those facts
};
[[nodiscard]] std::span<const PaperRule> court_papers();
[[nodiscard]] const PaperRule* find_paper(std::string_view id);

}  // namespace courtyard::pack
