// Whether a type is one of a variant's alternatives, exactly: for classes that are a variant whose copying, moving and
// ending is compiled once. With a hundred alternatives every file that made one would else compile all of it anew
// (measured: 4 of the 6.5 seconds that a screen took).
#pragma once

#include <type_traits>
#include <utility>
#include <variant>

namespace courtyard::base {

template <class T, class Variant>
inline constexpr bool kIsOneOf = false;
template <class T, class... Alternatives>
inline constexpr bool kIsOneOf<T, std::variant<Alternatives...>> = (std::is_same_v<T, Alternatives> || ...);

template <class T, class Variant>
concept OneOf = kIsOneOf<std::remove_cvref_t<T>, Variant>;

// To be instantiated where `Whole`'s constructor from one alternative is defined: makes the compiler write it for each.
template <class Whole, class Alternative>
Whole made(Alternative alternative) {
    return Whole(std::move(alternative));
}
template <class Whole, class... Alternatives>
void each_is_made(const std::variant<Alternatives...>*) {
    (static_cast<void>(&made<Whole, Alternatives>), ...);
}

}  // namespace courtyard::base
