// Inside app/printing: what the values of blanks are reckoned from, and how one is put.
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/printing/court_values.hpp"

namespace courtyard::printing {

// What values are reckoned from.
struct CourtView {
    const CourtDesk& desk;
    const cases::Fact& about;
    std::vector<const cases::Fact*> facts;  // in force, in the order of the case

    // The paper's own fact, else the newest of the kind.
    [[nodiscard]] const cases::Fact* newest(std::string_view kind) const {
        if (about.kind == kind) return &about;
        for (auto fact = facts.rbegin(); fact != facts.rend(); ++fact)
            if ((*fact)->kind == kind) return *fact;
        return nullptr;
    }
    // The newest of the kind whose field names the paper's own fact.
    [[nodiscard]] const cases::Fact* of_about(std::string_view kind, std::string_view field) const {
        for (auto fact = facts.rbegin(); fact != facts.rend(); ++fact)
            if ((*fact)->kind == kind && (*fact)->fact(field) == about.id) return *fact;
        return nullptr;
    }
    [[nodiscard]] const cases::Fact* find(const std::optional<cases::FactId>& id) const {
        const auto found =
            std::find_if(facts.begin(), facts.end(), [&](const cases::Fact* each) { return id && each->id == *id; });
        return found == facts.end() ? nullptr : *found;
    }
};

// Nothing where there is nothing to say.
[[nodiscard]] CourtValue text(std::string value);
[[nodiscard]] CourtValue texts(std::vector<std::string> values);
[[nodiscard]] CourtValue money(domain::Fen value);

[[nodiscard]] CourtValue name_of(const CourtView& view, const base::PersonId& person);
// A field of a fact, by the type that the table of acts gives it.
[[nodiscard]] CourtValue field_value(const CourtView& view, const cases::Fact& fact, std::string_view field);
// Who takes the money, as somebody typed them: without the relation in brackets behind the name, where that stands in
// its own field too.
[[nodiscard]] std::string payee_of(const cases::Fact& fact);

// A blank that is reckoned from the case as a whole.
struct Made {
    std::string_view name;
    CourtValue (*make)(const CourtView&);
};
[[nodiscard]] std::span<const Made> money_values();

}  // namespace courtyard::printing
