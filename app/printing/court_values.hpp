// Inside app/printing: every blank of pack::court_blanks() with its value in one case.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "app/printing/court_paper.hpp"

namespace courtyard::printing {

struct CourtRow;
struct CourtValue {
    std::variant<std::monostate, std::string, domain::Date, domain::Fen, std::int64_t, bool, std::vector<std::string>,
                 std::vector<CourtRow>>
        what;
    [[nodiscard]] bool is_empty() const;
};
using CourtValues = std::map<std::string, CourtValue, std::less<>>;
struct CourtRow {
    CourtValues cells;
};

// `about`: the fact that the paper tells of.
[[nodiscard]] CourtValues values_of(const CourtDesk& desk, const cases::Fact& about);

// An answer of the form, or a part of it: "F1.08", "F1.36.<part>". Nothing where it was not answered.
[[nodiscard]] CourtValue answer_value(const CourtDesk& desk, std::string_view name);

// A list that was answered by a word ("none"): its table has one row with the word, and for {if …} there is none.
[[nodiscard]] bool is_answered_by_word(const CourtDesk& desk, std::string_view name);

// What an answer says in one line, with its name: "<label>: <answer>". A code that nobody answered, or that is none: as
// it stands.
[[nodiscard]] std::string told_answer(const CourtDesk& desk, const std::string& code);

// How the applicant is reached now, by the case and by the answers.
[[nodiscard]] domain::SafeContact contact_now(const CourtDesk& desk);

// "contact.<id>.name" or "contact.<id>.number"; "" for a contact that the pack has not.
[[nodiscard]] std::string contact_said(const pack::Pack& pack, std::string_view blank);

// What every paper ends with, once its record and its blocks stand: symbol, foot, words of the pack's never_say where
// it leaves the court, characters that no font draws.
void finish(const pack::Pack& pack, bool leaves_court, CourtPaper& out);

// The facts in force, in the order of the case.
[[nodiscard]] std::vector<const cases::Fact*> facts_in_force(const CourtDesk& desk);

}  // namespace courtyard::printing
