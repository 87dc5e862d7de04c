// Of those who are named beside the applicant (F1.15): who said that they apply, who said that they do not, and who was
// never asked.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "app/domain/form.hpp"

namespace courtyard::domain {

// Only who applies is party to the case: named in its decisions, written to, asked whether they were helped already.
enum class FellowWish : std::uint8_t { Applies, Declines, NotAsked };

// The column that asks for the wish; null: this form has none, and whoever is named applies.
[[nodiscard]] inline const Field* wish_column(const Field& fellows) {
    const auto found = std::find_if(fellows.columns.begin(), fellows.columns.end(), [](const Field& column) {
        return column.type == FieldType::Choice && column.option_of_kind("declines") != nullptr;
    });
    return found == fellows.columns.end() ? nullptr : &*found;
}

// By the kind of what was chosen in that column. Forms of older packs do not mark who applies: there it is whoever does
// not decline.
[[nodiscard]] inline FellowWish wish_of(const Field& wish, std::string_view chosen) {
    const Option* option = wish.option(chosen);
    if (option != nullptr && option->kind == "declines") return FellowWish::Declines;
    const bool is_marked = wish.option_of_kind("applies") != nullptr;
    const bool applies = is_marked ? option != nullptr && option->kind == "applies" : true;
    return applies ? FellowWish::Applies : FellowWish::NotAsked;
}

// In a row of the form.
[[nodiscard]] inline FellowWish wish_in(const Field& fellows, const Row& row) {
    const Field* wish = wish_column(fellows);
    if (wish == nullptr) return FellowWish::Applies;
    const auto chosen = row.find(wish->code);
    return wish_of(*wish, chosen == row.end() ? std::string_view() : std::string_view(chosen->second));
}

}  // namespace courtyard::domain
