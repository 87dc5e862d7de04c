#include "app/domain/village.hpp"

#include <algorithm>

#include "app/domain/area.hpp"
#include "app/domain/text.hpp"

namespace courtyard::domain {

namespace {

// Where the first of these words that stands at or behind `from`, with something before it, ends; npos if none does.
std::size_t end_of_first(std::string_view text, const std::vector<std::string>& words, std::size_t from) {
    std::size_t first = std::string_view::npos;
    for (const std::string& word : words) {
        if (word.empty()) continue;
        const std::size_t at = text.find(word, from + 1);
        if (at != std::string_view::npos) first = std::min(first, at + word.size());
    }
    return first;
}

constexpr std::size_t kCharacterBytesMax = 4;

// "<province><county>" whole, or only its end, as neighbours write it; one character alone is no county.
std::string_view without_region(std::string_view address, std::string_view region) {
    while (region.size() > kCharacterBytesMax) {
        if (address.starts_with(region) && address.size() > region.size()) return address.substr(region.size());
        const auto is_inside = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
        do
            region.remove_prefix(1);
        while (!region.empty() && is_inside(region.front()));
    }
    return address;
}

}  // namespace

std::string village_in(std::string_view address, const PlaceWords& words) {
    address = trim(address);
    address.remove_prefix(leading_code(address).size());
    const std::string_view local = trim(without_region(trim(address), words.region));
    if (local.empty()) return {};
    const std::size_t township = end_of_first(local, words.township_ends, 0);
    std::size_t village = end_of_first(local, words.village_ends, township == std::string_view::npos ? 0 : township);
    // The end of a township may be part of the village's own name, and nothing of a village behind it.
    if (village == std::string_view::npos) village = end_of_first(local, words.village_ends, 0);
    return village == std::string_view::npos ? std::string{} : std::string(local.substr(0, village));
}

bool is_same_village(std::string_view a, std::string_view b) {
    a = trim(a);
    b = trim(b);
    if (a.empty() || b.empty()) return false;
    return a.ends_with(b) || b.ends_with(a);
}

}  // namespace courtyard::domain
